// What lies below the rows: the days that have not come, the years, outside events, the needle, the rules between lanes;
// and above them how dense the decisions are. It lies in days alone, wherever the edges of the screen are.

import { densest, density } from './clusters';
import { font, write } from './pen';
import { AXIS, type Brush, DENSE, DENSITY, EVENT_ROW, type Scene } from './scene';
import type { Sight } from './sight';
import { ticks, xOf } from './span';

/** The px of one bar of the relief, with its gap. */
const STEP = 3;

export function paintGround(brush: Brush, scene: Scene, lanes: Sight['lanes']) {
  const { pen, colours } = brush;
  const { span, height, columns } = scene;
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, span.width, height);
  washes(brush, scene);
  needle(brush, scene);
  for (let lane = lanes.from; lane < lanes.to; lane += 1) rule(brush, scene, lane);
  if (columns.days.length > DENSE) bins(brush, scene);
  // Solid beside their words, over what is dense.
  pen.fillStyle = colours.amber;
  for (const { day, row } of scene.events) {
    if (row !== null) pen.fillRect(Math.round(xOf(span, day)), row * EVENT_ROW + 3, 1, scene.head);
  }
}

/** What lies beyond the date is washed, the years are ruled. */
function washes({ pen, colours, measure }: Brush, { span, head, height, day, columns, events, said }: Scene) {
  const later = Math.max(0, xOf(span, day));
  pen.fillStyle = colours.wash;
  if (later < span.width) pen.fillRect(later, head, span.width - later, height - head);
  const today = xOf(span, columns.today);
  const coming = Math.max(0, today);
  if (coming < span.width) hatch(pen, colours.line, coming, head, span.width - coming, height - head);
  if (span.width - today > measure.width(said.afterToday, 11) + 12) {
    pen.font = font(11);
    write(pen, said.afterToday, [today + 6, height - 7], { colour: colours.second, halo: colours.wash });
  }
  for (const { day: on, strong } of ticks(span)) {
    pen.fillStyle = colours.line;
    if (strong) pen.fillRect(Math.round(xOf(span, on)), head, 1, height - head);
  }
  pen.strokeStyle = colours.amber;
  pen.lineWidth = 1;
  pen.setLineDash([3, 3]);
  for (const { day: on, row } of events) {
    const x = Math.round(xOf(span, on)) + 0.5;
    if (x < 0 || x > span.width) continue;
    pen.beginPath();
    pen.moveTo(x, row === null ? head - 6 : row * EVENT_ROW + 4);
    pen.lineTo(x, height);
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** Days that have not come yet: sparse strokes, anchored to the page so that they do not swim. */
function hatch(pen: CanvasRenderingContext2D, colour: string, x: number, y: number, width: number, height: number) {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let at = x - height; at < x + width; at += 12) {
    pen.moveTo(at, y + height);
    pen.lineTo(at + height, y);
  }
  pen.stroke();
  pen.restore();
}

/** How many decisions take effect when, as a low relief above the axis. */
function bins({ pen, colours }: Brush, { span, columns, head }: Scene) {
  const base = head - AXIS - 2;
  const { first, counts } = density(columns.days, span, STEP);
  const most = densest(columns.days, STEP / span.perDay);
  pen.fillStyle = colours.strong;
  counts.forEach((count, at) => {
    if (count === 0) return;
    // By the root: one decision is still seen beside a hundred.
    const high = Math.max(1.5, Math.sqrt(count / most) * (DENSITY - 4));
    pen.fillRect(first + at * STEP, base - high, STEP - 1, high);
  });
}

function needle({ pen, colours }: Brush, { span, head, height, day }: Scene) {
  const x = xOf(span, day);
  if (x < 0 || x > span.width) return;
  pen.fillStyle = colours.accent;
  pen.fillRect(Math.round(x) - 0.75, head, 1.5, height - head);
}

function rule({ pen, colours }: Brush, { heights, head, scrolled, span }: Scene, lane: number) {
  if (lane === 0) return;
  pen.fillStyle = colours.line;
  pen.fillRect(0, Math.round(head + (heights.tops[lane] ?? 0) - scrolled), span.width, 1);
}
