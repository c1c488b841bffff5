// The marks of one row: its bars, points and clusters, without a word beside them. They lie in days alone, wherever the
// edges of the screen are, so that a picture of them may be moved.

import { type Run, extent, isPoint, reach, runs, standing } from './clusters';
import { EMPTY, HOLLOW, UNKNOWN } from './columns';
import { font } from './pen';
import type { Brush, Scene } from './scene';
import { xOf } from './span';

/** Where in a row what lies, by its height. */
export function partsOf(height: number): { words: number; bar: number; thick: number; second: number | null } {
  if (height >= 60) return { words: 27, bar: 36, thick: 7, second: 53 };
  if (height >= 44) return { words: 14, bar: 23, thick: 6, second: 39 };
  if (height >= 34) return { words: 14, bar: 24, thick: 6, second: null };
  return { words: 11, bar: 19, thick: 5, second: null };
}

/** Answers how many there are. */
export function paintMarks(brush: Brush, scene: Scene, row: number, y: number): number {
  const found: Run[] = [];
  runs(scene.columns, row, scene.span, (first, end) => found.push({ first, end }));
  for (const run of found) bars(brush, scene, run, y);
  for (const run of found) {
    if (run.end - run.first > 1) pill(brush, scene, run, y);
    else point(brush, scene, run, y);
  }
  return found.length;
}

/** The bars of a run: of a cluster, one line that holds them all. */
function bars({ pen, colours }: Brush, scene: Scene, run: Run, y: number) {
  const { columns, span, day, heights } = scene;
  const { bar: middle, thick } = partsOf(heights.row);
  const [from] = extent(columns, run.first, span);
  const [, to] = extent(columns, run.end - 1, span);
  const [left, right] = [Math.max(-4, from), Math.min(span.width + 4, to)];
  const last = run.end - 1;
  const state = standing(columns, run.end - run.first > 1 ? last : run.first, day);
  const top = y + middle - thick / 2;
  const nobody = ((columns.marks[last] ?? 0) & (EMPTY | UNKNOWN)) !== 0;
  if (state === 'later' || nobody) {
    pen.fillStyle = colours.paper;
    pen.fillRect(left, top, right - left, thick);
    pen.strokeStyle = state === 'later' ? colours.second : colours.strong;
    pen.lineWidth = 1;
    pen.setLineDash(state === 'later' ? [4, 3] : []);
    pen.strokeRect(left + 0.5, top + 0.5, Math.max(1, right - left - 1), thick - 1);
    pen.setLineDash([]);
    return;
  }
  // In force: full up to the date, paler beyond it, where one does not look yet.
  const needle = state === 'holds' ? Math.min(right, Math.max(left, xOf(span, day))) : right;
  pen.fillStyle = state === 'holds' ? colours.bar : colours.ended;
  pen.fillRect(left, top, needle - left, thick);
  pen.globalAlpha = 0.5;
  pen.fillRect(needle, top, right - needle, thick);
  pen.globalAlpha = 1;
}

function point({ pen, colours }: Brush, { columns, span, day, heights }: Scene, { first }: Run, y: number) {
  const from = xOf(span, columns.begins[first] ?? 0);
  if (!isPoint(columns, first) || from <= -8) return;
  const { bar, thick } = partsOf(heights.row);
  const later = standing(columns, first, day) === 'later';
  const hollow = later || ((columns.marks[first] ?? 0) & (HOLLOW | EMPTY | UNKNOWN)) !== 0;
  dot(pen, from, y + bar, thick / 2 + 2, hollow ? colours.raised : colours.ink, later ? colours.second : colours.ink);
}

/** Several that stand together: how many. */
function pill({ pen, colours, measure }: Brush, { columns, span, day, heights }: Scene, run: Run, y: number) {
  const { bars: many, from } = reach(columns, run);
  const { x, wide } = pillOf(measure, many, xOf(span, from));
  const later = from > day;
  const middle = y + partsOf(heights.row).bar;
  pen.beginPath();
  pen.roundRect(x, middle - 7, wide, 14, 7);
  pen.fillStyle = later ? colours.raised : colours.ink;
  pen.fill();
  pen.strokeStyle = later ? colours.second : colours.ink;
  pen.lineWidth = 1;
  pen.stroke();
  pen.font = font(10, 600);
  pen.textAlign = 'center';
  pen.fillStyle = later ? colours.second : colours.paper;
  pen.fillText(String(many), x + wide / 2, middle + 3.5);
  pen.textAlign = 'left';
}

/** Where the count of a cluster stands that begins at an x. */
export function pillOf(measure: Brush['measure'], many: number, x: number): { x: number; wide: number } {
  return { x: x - 6, wide: Math.max(15, measure.width(String(many), 10, 600) + 8) };
}

function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, fill: string, edge: string) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = edge;
  pen.lineWidth = 1.5;
  pen.stroke();
}
