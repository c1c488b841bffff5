// The words of one row. They stand where the edges of the screen leave them room, and move along with what they belong to.

import { type Run, extent, reach, runs, standing } from './clusters';
import { font, write } from './pen';
import { partsOf } from './paint-marks';
import { type Brush, type Scene, wordsOf } from './scene';
import { dayAt, xOf } from './span';

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

/** Answers the day that the words of each run reach to; nothing where it has none. */
export function paintWords(brush: Brush, scene: Scene, own: readonly Wordy[], y: number): (number | null)[] {
  const { columns, span } = scene;
  return own.map((run) => {
    if (xOf(span, columns.begins[run.first] ?? 0) > span.width) return null;
    const room = Math.min(span.width - 4, run.next === null ? Infinity : xOf(span, run.next) - 10);
    if (room <= 0) return null;
    const end = run.end - run.first > 1 ? cluster(brush, scene, run, y, room) : single(brush, scene, run, y, room);
    return end === null ? null : dayAt(span, end);
  });
}

/** What the edges of the screen do to the words of a row that are painted as if there were none, and reach to some days:
    the runs whose words are held back or cut, and the px between which these stand painted. */
export function atEdges({ columns, span }: Scene, own: readonly Wordy[], ends: readonly (number | null)[]) {
  const xAt = (run: Wordy | undefined) => xOf(span, columns.begins[run?.first ?? 0] ?? 0);
  const endOf = (at: number) => xOf(span, ends[at] ?? -Infinity);
  let [from, to] = [0, own.length];
  while (from < to && xAt(own[from]) < 0) from += 1;
  while (to > from && xAt(own[to - 1]) > span.width) to -= 1;
  const [before, last] = [own[from - 1], own[to - 1]];
  const edge: Wordy[] = [];
  const painted: { from: number; to: number }[] = [];
  // What came in from the left is written at the edge, and stands beyond it, or across it.
  if (before) {
    edge.push(before);
    if (endOf(from - 1) > 0) painted.push({ from: 0, to: endOf(from - 1) });
  }
  if (last && to > from && endOf(to - 1) > span.width - 4) {
    edge.push(last);
    painted.push({ from: xAt(last), to: span.width });
  }
  return { edge, painted };
}

/** Answers the px that the words reach to; nothing where there is no room. */
function single({ pen, colours, measure }: Brush, scene: Scene, run: Run, y: number, room: number): number | null {
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
  if (to < 0 || free <= LEAST) return null;
  const size = heights.row >= 44 && measure.width(words, 12.5, weight) <= free ? 12.5 : 11.5;
  const said = measure.width(words, size, weight) <= free ? words : person ? measure.fit(words, free, size, weight) : '';
  if (said === '') return null;
  pen.font = font(size, weight);
  const halo = x > xOf(span, day) ? colours.wash : colours.paper;
  write(pen, said, [start, y + parts.words], { colour: later ? colours.second : colours.ink, halo });
  const end = start + measure.width(said, size, weight);
  if (parts.second === null) return end;
  const subject = columns.source.decisions[person ? 'numbers' : 'subjects'][columns.decision[first] ?? -1] ?? '';
  const fits = measure.fit(subject, free, 11);
  pen.font = font(11);
  write(pen, fits, [start, y + parts.second], { colour: colours.second, halo });
  return Math.max(end, start + measure.width(fits, 11));
}

/** Of several that stand together from when to when, if there is room. */
function cluster({ pen, colours, measure }: Brush, scene: Scene, run: Run, y: number, room: number): number | null {
  const { columns, span, day, heights, said } = scene;
  const parts = partsOf(heights.row);
  const holds = reach(columns, run);
  const x = xOf(span, holds.from) - 6;
  const many = holds.decisions ? said.decisions(holds.bars) : said.periods(holds.bars);
  const words = `${many}, ${spanOf(holds.from, holds.to)}`;
  const end = x + 2 + measure.width(words, 11);
  if (end - 2 > room) return null;
  pen.font = font(11);
  const halo = x > xOf(span, day) ? colours.wash : colours.paper;
  write(pen, words, [x + 2, y + parts.words], { colour: colours.second, halo });
  return end;
}

/** From one month to another, as shortly as it can be said. */
export function spanOf(from: number, to: number): string {
  const [a, b] = [new Date(from * 86_400_000), new Date(to * 86_400_000)];
  const [first, last] = [a.getUTCFullYear(), b.getUTCFullYear()];
  if (first !== last) return `${first}–${last}`;
  const [month, end] = [a.getUTCMonth() + 1, b.getUTCMonth() + 1];
  return month === end ? `${month}/${first}` : `${month}–${end}/${first}`;
}
