// The words of one row. They stand where the edges of the screen leave them room, and move along with what they belong to.

import { type Run, extent, reach, runs, standing } from './clusters';
import { font, write } from './pen';
import { partsOf } from './paint-marks';
import { type Brush, type Scene, wordsOf } from './scene';
import { xOf } from './span';

/** Words never find room in less than this, in px. */
const LEAST = 12;
const LEAST_ABOUT_SEVERAL = 40;

/** A run that words may stand beside, and the day of the next one, which they may reach to. */
export interface Wordy extends Run {
  next: number | null;
}

/** Those runs of a row in sight that leave any words room, from the left. */
export function wordy({ columns, span }: Scene, row: number): Wordy[] {
  const found: Wordy[] = [];
  let before: Run | null = null;
  const keep = ({ first, end }: Run, next: number | null) => {
    const least = end - first > 1 ? LEAST_ABOUT_SEVERAL : LEAST;
    if (next === null || (next - (columns.begins[first] ?? 0)) * span.perDay > least) found.push({ first, end, next });
  };
  runs(columns, row, span, (first, end) => {
    if (before) keep(before, columns.begins[first] ?? 0);
    before = { first, end };
  });
  if (before) keep(before, null);
  return found;
}

export function paintWords(brush: Brush, scene: Scene, own: readonly Wordy[], y: number) {
  const { columns, span } = scene;
  for (const run of own) {
    if (xOf(span, columns.begins[run.first] ?? 0) > span.width) return;
    const room = Math.min(span.width - 4, run.next === null ? Infinity : xOf(span, run.next) - 10);
    if (room <= 0) continue;
    if (run.end - run.first > 1) cluster(brush, scene, run, y, room);
    else single(brush, scene, run, y, room);
  }
}

/** Which of some runs of a row have words that no edge of the screen moves or cuts: those that begin from `first` to before
    `end`, in px; null is the edge. And those at the edges. */
export function withinEdges({ columns, span }: Scene, own: readonly Wordy[]) {
  const xAt = (run: Wordy | undefined) => (run ? xOf(span, columns.begins[run.first] ?? 0) : null);
  let from = own.findIndex((run) => (xAt(run) ?? 0) >= 0);
  if (from < 0) from = own.length;
  let to = own.length;
  while (to > from && (xAt(own[to - 1]) ?? 0) > span.width) to -= 1;
  const [before, last] = [own[from - 1], own[to - 1]];
  const cut = to > from && last !== undefined && (last.next === null || xOf(span, last.next) - 10 > span.width - 4);
  const edge = [...(before ? [before] : []), ...(cut ? [last] : [])];
  return { first: from === to ? span.width : before ? xAt(own[from]) : null, end: cut ? xAt(last) : null, edge };
}

function single({ pen, colours, measure }: Brush, scene: Scene, run: Run, y: number, room: number) {
  const { columns, span, day, heights } = scene;
  const { first } = run;
  const parts = partsOf(heights.row);
  const [from, to] = extent(columns, first, span);
  const later = standing(columns, first, day) === 'later';
  const x = Math.max(from, 0);
  const words = wordsOf(scene, first);
  const person = (columns.words[first] ?? -1) >= 0;
  // It steps aside for the needle: a number struck through cannot be read.
  const aside = Math.abs(xOf(span, day) - from) < 10 ? xOf(span, day) + 5 : from - 4;
  const start = from < 0 ? 5 : aside;
  const weight = person ? 400 : standing(columns, first, day) === 'holds' ? 600 : 500;
  const free = room - start;
  // Words belong to their bar: what has left the screen at the left does not leave its name behind.
  if (to < 0 || free <= LEAST) return;
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

/** Of several that stand together from when to when, if there is room. */
function cluster({ pen, colours, measure }: Brush, scene: Scene, run: Run, y: number, room: number) {
  const { columns, span, day, heights, said } = scene;
  const parts = partsOf(heights.row);
  const holds = reach(columns, run);
  const x = xOf(span, holds.from) - 6;
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
