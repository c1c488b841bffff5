// Signs for what is to be seen at a glance, drawn within a square of 8 px: nothing is told by colour alone.

import type { Sign } from '../types';

/** The signs that have a sign, the one that matters most first. */
export const signed = [
  'left',
  'joined',
  'changed',
  'vacated',
  'vacant',
  'post_ended',
  'class_empty',
  'two_holders',
  'person_left_post',
  'unknown_composition',
  'not_nominated',
] as const satisfies readonly Sign[];

export type Signed = (typeof signed)[number];

/** What somebody should look at. */
export const pressing: readonly Signed[] = [
  'vacant',
  'vacated',
  'post_ended',
  'class_empty',
  'two_holders',
  'person_left_post',
  'unknown_composition',
];

export function drawSign(ctx: CanvasRenderingContext2D, sign: Signed, x: number, y: number) {
  ctx.beginPath();
  switch (sign) {
    case 'joined':
      line(ctx, x + 4, y, x + 4, y + 8);
      line(ctx, x, y + 4, x + 8, y + 4);
      break;
    case 'left':
      line(ctx, x, y + 4, x + 8, y + 4);
      break;
    case 'changed':
      line(ctx, x, y + 2, x + 8, y + 2);
      line(ctx, x + 5.5, y, x + 8, y + 2);
      line(ctx, x, y + 6, x + 8, y + 6);
      line(ctx, x, y + 6, x + 2.5, y + 8);
      break;
    case 'vacant':
    case 'vacated':
    case 'not_nominated':
      ctx.arc(x + 4, y + 4, 3.2, 0, 2 * Math.PI);
      break;
    case 'post_ended':
    case 'class_empty':
      line(ctx, x + 0.5, y + 0.5, x + 7.5, y + 7.5);
      line(ctx, x + 7.5, y + 0.5, x + 0.5, y + 7.5);
      break;
    case 'two_holders':
      line(ctx, x + 2.5, y, x + 2.5, y + 8);
      line(ctx, x + 5.5, y, x + 5.5, y + 8);
      break;
    case 'person_left_post':
      line(ctx, x, y + 8, x + 8, y);
      line(ctx, x + 3.5, y, x + 8, y);
      line(ctx, x + 8, y + 4.5, x + 8, y);
      break;
    case 'unknown_composition':
      line(ctx, x + 4, y, x + 4, y + 5);
      line(ctx, x + 4, y + 7, x + 4, y + 8);
      break;
  }
  ctx.stroke();
}

/** The triangle at a heading: on its side while what lies within is folded away. */
export function triangle(ctx: CanvasRenderingContext2D, folded: boolean, x: number, y: number) {
  ctx.beginPath();
  ctx.moveTo(x, y);
  if (folded) {
    ctx.lineTo(x + 5.5, y + 4.5);
    ctx.lineTo(x, y + 9);
  } else {
    ctx.lineTo(x + 9, y);
    ctx.lineTo(x + 4.5, y + 5.5);
  }
  ctx.closePath();
  ctx.fill();
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number) {
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
}
