// How a chart is to be drawn, and what its drawing has in common from near and from afar.

import type { Kind } from '../types';
import type { Palette } from './palette';
import { type Scene, has } from './scene';
import { pressing } from './symbols';
import type { ChartWords } from './words';

export interface Look {
  readonly palette: Palette;
  readonly words: ChartWords;
  /** Boxes that stand out; -1 for none. */
  readonly chosen: number;
  readonly active: number;
  readonly hovered: number;
}

export const cards: readonly Kind[] = ['card', 'agency'];
export const groups: readonly Kind[] = ['class', 'members', 'invited', 'sub_body'];
export const frames: readonly Kind[] = ['committee', 'office'];

/** Whether somebody should look at it. */
export function presses(scene: Scene, box: number): boolean {
  return pressing.some((sign) => has(scene, box, sign));
}

export function colourOf(scene: Scene, box: number, palette: Palette): string {
  if (has(scene, box, 'left')) return palette.ink2;
  if (presses(scene, box)) return palette.amber;
  return has(scene, box, 'joined') || has(scene, box, 'changed') ? palette.came : palette.ink2;
}

/** What the view calls a group that the register has no words for. */
export function headingOf(scene: Scene, box: number, words: ChartWords): string {
  const kind = scene.kinds[scene.kind[box]!];
  if (kind === 'invited') return words.invited;
  return kind === 'members' ? words.members : '';
}
