// Paints a timeline on a canvas. What it costs hangs on the px that are seen, not on what the register holds.

import { xOf, ticks } from './span';
import { density } from './clusters';
import { paintArcs } from './paint-arcs';
import { paintRow } from './paint-row';
import { font, write } from './pen';
import { laneAt } from './rows';
import { AXIS, type Brush, DENSE, DENSITY, EVENT_ROW, type Scene } from './scene';
import type { LaneKind } from '../types';

export function paint(brush: Brush, scene: Scene) {
  const { pen, colours } = brush;
  pen.clearRect(0, 0, scene.width, scene.height);
  pen.save();
  pen.beginPath();
  pen.rect(scene.gutter, 0, scene.width - scene.gutter, scene.height);
  pen.clip();
  pen.translate(scene.gutter, 0);
  ground(brush, scene);
  pen.save();
  pen.beginPath();
  pen.rect(0, scene.head, scene.span.width, scene.height - scene.head);
  pen.clip();
  needle(brush, scene);
  const seen = lanesInSight(scene);
  for (let lane = seen.from; lane < seen.to; lane += 1) rule(brush, scene, lane);
  rowsInSight(scene, seen, (row, y) => paintArcs(brush, scene, row, y));
  rowsInSight(scene, seen, (row, y) => paintRow(brush, scene, row, y));
  pen.restore();
  axis(brush, scene);
  pen.restore();
  names(brush, scene, seen);
  pen.fillStyle = colours.strong;
  pen.fillRect(0, scene.head - 1, scene.width, 1);
}

interface Seen {
  from: number;
  to: number;
}

function lanesInSight({ columns, heights, scrolled, height, head }: Scene): Seen {
  if (columns.lanes.length === 0) return { from: 0, to: 0 };
  return { from: laneAt(heights, scrolled), to: laneAt(heights, scrolled + height - head) + 1 };
}

function rowsInSight(scene: Scene, seen: Seen, each: (row: number, y: number) => void) {
  const { columns, heights, head, scrolled, height } = scene;
  for (let lane = seen.from; lane < seen.to; lane += 1) {
    const own = columns.lanes[lane];
    if (!own) continue;
    const top = head + (heights.tops[lane] ?? 0) - scrolled;
    const first = own.from + Math.max(0, Math.floor((head - top) / heights.row));
    const last = Math.min(own.to, own.from + Math.ceil((height - top) / heights.row));
    for (let row = first; row < last; row += 1) each(row, top + (row - own.from) * heights.row);
  }
}

/** What lies beyond the date is washed, the years are ruled. */
function ground({ pen, colours, measure }: Brush, { span, head, height, day, columns, events, said }: Scene) {
  const later = Math.max(0, xOf(span, day));
  pen.fillStyle = colours.wash;
  if (later < span.width) pen.fillRect(later, head, span.width - later, height - head);
  const coming = Math.max(0, xOf(span, columns.today));
  if (coming < span.width) hatch(pen, colours.line, coming, head, span.width - coming, height - head);
  if (span.width - coming > measure.width(said.afterToday, 11) + 12) {
    pen.font = font(11);
    write(pen, said.afterToday, [coming + 6, height - 7], { colour: colours.second, halo: colours.wash });
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

function axis({ pen, colours, measure }: Brush, { span, head, columns, events }: Scene) {
  pen.clearRect(0, 0, span.width, head);
  pen.font = font(11);
  pen.textAlign = 'left';
  pen.fillStyle = colours.amber;
  for (const { day, row } of events) if (row !== null) pen.fillRect(Math.round(xOf(span, day)), row * EVENT_ROW + 3, 1, head);
  for (const { day, words, row } of events) {
    if (row === null) continue;
    const x = xOf(span, day);
    const wide = measure.width(words, 11);
    if (x < -wide || x > span.width + wide) continue;
    const end = x + wide + 6 > span.width;
    write(pen, words, [end ? x - wide - 5 : x + 5, row * EVENT_ROW + 11], { colour: colours.amber, halo: colours.paper });
  }
  const base = head - 7;
  if (columns.days.length > DENSE) bins({ pen, colours, measure }, span, columns.days, head - AXIS - 2);
  pen.textAlign = 'left';
  let free = -Infinity;
  for (const { day, name, strong } of ticks(span)) {
    const x = Math.round(xOf(span, day));
    pen.fillStyle = strong ? colours.strong : colours.line;
    pen.fillRect(x, head - (name === null ? 4 : 6), 1, name === null ? 4 : 6);
    const wide = name === null ? 0 : measure.width(name, 11, 600) + 3;
    if (name === null || x < free || x < -2 || x + wide > span.width) continue;
    pen.fillStyle = strong ? colours.ink : colours.second;
    pen.font = font(11, strong && name.length > 4 ? 600 : 400);
    pen.fillText(name, x + 3, base);
    free = x + wide + 7;
  }
}

/** How many decisions take effect when, as a low relief above the axis. */
function bins({ pen, colours }: Brush, span: Scene['span'], days: Int32Array, base: number) {
  const step = 3;
  const counts = density(days, span, step);
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  pen.fillStyle = colours.strong;
  counts.forEach((count, bin) => {
    if (count === 0) return;
    // By the root: one decision is still seen beside a hundred.
    const high = Math.max(1.5, Math.sqrt(count / most) * (DENSITY - 4));
    pen.fillRect(bin * step, base - high, step - 1, high);
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

/** The names of the lanes at the left: as many lines as there is room, kept in sight while the lane is. */
function names({ pen, colours, measure }: Brush, scene: Scene, seen: Seen) {
  const { columns, heights, head, scrolled, gutter, height } = scene;
  if (gutter === 0) return;
  pen.save();
  pen.beginPath();
  pen.rect(0, head, gutter, height - head);
  pen.clip();
  pen.fillStyle = colours.line;
  pen.fillRect(gutter - 1, head, 1, height - head);
  pen.textAlign = 'left';
  for (let at = seen.from; at < seen.to; at += 1) {
    const lane = columns.lanes[at];
    if (!lane) continue;
    const [top, bottom] = [head + (heights.tops[at] ?? 0) - scrolled, head + (heights.tops[at + 1] ?? 0) - scrolled];
    if (at > 0) {
      pen.fillStyle = colours.line;
      pen.fillRect(0, Math.round(top), gutter, 1);
    }
    const lines = heights.names[at] ?? [{ text: cut(scene, measure, at), second: false }];
    let y = Math.min(Math.max(top, head), bottom - lines.length * LINE - 4) + LINE;
    for (const { text, second } of lines) {
      pen.font = font(11.5, second ? 400 : laneWeight(lane.kind));
      pen.fillStyle = second || lane.name === '' ? colours.second : colours.ink;
      pen.fillText(text, 2, y);
      y += LINE;
    }
  }
  pen.restore();
}

const LINE = 14;

/** As much of a name as fits on one line. */
function cut(scene: Scene, measure: Brush['measure'], at: number): string {
  const name = laneName(scene, at);
  return measure.fit(name, scene.gutter - 14, 11.5, laneWeight(scene.columns.lanes[at]?.kind)) || name;
}

/** All lines of the names of the lanes, for a width of the room at the left. */
export function laneLines(scene: Pick<Scene, 'columns' | 'said'>, measure: Brush['measure'], gutter: number, at: number) {
  const lane = scene.columns.lanes[at];
  const name = measure.wrap(laneName(scene, at), gutter - 14, 11.5, laneWeight(lane?.kind), 4);
  const second = measure.wrap(lane?.second ?? '', gutter - 14, 11.5, 400, 2);
  return [...name.map((text) => ({ text, second: false })), ...second.map((text) => ({ text, second: true }))];
}

function laneWeight(kind: LaneKind | undefined): number {
  return kind === 'committee' || kind === 'person' || kind === 'post' ? 600 : 400;
}

export function laneName({ columns, said }: Pick<Scene, 'columns' | 'said'>, at: number): string {
  const lane = columns.lanes[at];
  if (!lane) return '';
  const { kind } = lane;
  return kind === 'elsewhere' || kind === 'unknown' || kind === 'decisions' ? said.lane[kind] : lane.name;
}
