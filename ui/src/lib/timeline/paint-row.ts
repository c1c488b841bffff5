// One row: its bars, points, clusters and words, from the left.

import { type Run, extent, held, isPoint, runs, standing } from './clusters';
import { EMPTY, HOLLOW, UNKNOWN } from './columns';
import { font, write } from './pen';
import { type Brush, type Scene, sameRun, wordsOf } from './scene';
import { xOf } from './span';

/** Where in a row what lies, by its height. */
export function partsOf(height: number): { words: number; bar: number; thick: number; second: number | null } {
  if (height >= 60) return { words: 27, bar: 36, thick: 7, second: 53 };
  if (height >= 44) return { words: 14, bar: 23, thick: 6, second: 39 };
  if (height >= 34) return { words: 14, bar: 24, thick: 6, second: null };
  return { words: 11, bar: 19, thick: 5, second: null };
}

export function paintRow(brush: Brush, scene: Scene, row: number, y: number) {
  const found: Run[] = [];
  runs(scene.columns, row, scene.span, (first, end) => found.push({ first, end }));
  found.forEach((run) => bars(brush, scene, run, y));
  found.forEach((run, at) => {
    const next = found[at + 1];
    const room = next ? xOf(scene.span, scene.columns.begins[next.first] ?? 0) - 10 : scene.span.width - 4;
    if (run.end - run.first > 1) cluster(brush, scene, run, y, room);
    else single(brush, scene, run, y, room);
  });
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

function single({ pen, colours, measure }: Brush, scene: Scene, run: Run, y: number, room: number) {
  const { columns, span, day, heights, chosen, hovered } = scene;
  const { first } = run;
  const parts = partsOf(heights.row);
  const [from, to] = extent(columns, first, span);
  const later = standing(columns, first, day) === 'later';
  const x = Math.max(from, 0);
  if (isPoint(columns, first) && from > -8) {
    const hollow = ((columns.marks[first] ?? 0) & (HOLLOW | EMPTY | UNKNOWN)) !== 0 || later;
    dot(pen, from, y + parts.bar, parts.thick / 2 + 2, hollow ? colours.raised : colours.ink, later ? colours.second : colours.ink);
  }
  if (sameRun(chosen, run)) ring(pen, from, y + parts.bar, parts.thick / 2 + 5, colours.accent);
  else if (sameRun(hovered, run)) ring(pen, from, y + parts.bar, parts.thick / 2 + 5, colours.second);
  const words = wordsOf(scene, first);
  const person = (columns.words[first] ?? -1) >= 0;
  // It steps aside for the needle: a number struck through cannot be read.
  const aside = Math.abs(xOf(span, day) - from) < 10 ? xOf(span, day) + 5 : from - 4;
  const start = from < 0 ? 5 : aside;
  const weight = person ? 400 : standing(columns, first, day) === 'holds' ? 600 : 500;
  const free = room - start;
  // Words belong to their bar: what has left the screen at the left does not leave its name behind.
  if (to < 0 || free <= 12) return;
  const size = heights.row >= 44 && measure.width(words, 12.5, weight) <= free ? 12.5 : 11.5;
  const said = measure.width(words, size, weight) <= free ? words : person ? measure.fit(words, free, size, weight) : '';
  if (said === '') return;
  pen.font = font(size, weight);
  const halo = x > xOf(span, day) ? colours.wash : colours.paper;
  write(pen, said, [start, y + parts.words], { colour: later ? colours.second : colours.ink, halo });
  if (parts.second === null) return;
  const subject = columns.source.decisions[person ? 'numbers' : 'subjects'][columns.decision[first] ?? -1] ?? '';
  const fits = measure.fit(subject, free, 11);
  pen.font = font(11);
  write(pen, fits, [start, y + parts.second], { colour: colours.second, halo });
}

/** Several that stand together: how many, and if there is room from when to when. */
function cluster({ pen, colours, measure }: Brush, scene: Scene, run: Run, y: number, room: number) {
  const { columns, span, day, heights, chosen, hovered, said } = scene;
  const parts = partsOf(heights.row);
  const holds = held(columns, run);
  const count = String(holds.bars);
  const wide = Math.max(15, measure.width(count, 10, 600) + 8);
  const x = xOf(span, holds.from) - 6;
  const later = holds.from > day;
  const middle = y + parts.bar;
  pen.beginPath();
  pen.roundRect(x, middle - 7, wide, 14, 7);
  pen.fillStyle = later ? colours.raised : colours.ink;
  pen.fill();
  pen.strokeStyle = later ? colours.second : colours.ink;
  pen.lineWidth = 1;
  pen.stroke();
  const mark = sameRun(chosen, run) ? colours.accent : sameRun(hovered, run) ? colours.second : null;
  if (mark !== null) {
    pen.beginPath();
    pen.roundRect(x - 3, middle - 10, wide + 6, 20, 10);
    pen.strokeStyle = mark;
    pen.lineWidth = 2;
    pen.stroke();
  }
  pen.font = font(10, 600);
  pen.textAlign = 'center';
  pen.fillStyle = later ? colours.second : colours.paper;
  pen.fillText(count, x + wide / 2, middle + 3.5);
  pen.textAlign = 'left';
  const many = holds.decisions ? said.decisions(holds.bars) : said.periods(holds.bars);
  const words = `${many}, ${spanOf(holds.from, holds.to)}`;
  if (x + measure.width(words, 11) > room) return;
  pen.font = font(11);
  const halo = x > xOf(span, day) ? colours.wash : colours.paper;
  write(pen, words, [x + 2, y + parts.words], { colour: colours.second, halo });
}

/** From one month to another, as shortly as it can be said. */
export function spanOf(from: number, to: number): string {
  const [a, b] = [new Date(from * 86_400_000), new Date(to * 86_400_000)];
  const [first, last] = [a.getUTCFullYear(), b.getUTCFullYear()];
  if (first !== last) return `${first}–${last}`;
  const [month, end] = [a.getUTCMonth() + 1, b.getUTCMonth() + 1];
  return month === end ? `${month}/${first}` : `${month}–${end}/${first}`;
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

function ring(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.stroke();
}
