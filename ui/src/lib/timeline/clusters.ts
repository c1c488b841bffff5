// What falls together on a row: bars whose points would touch are one cluster. Found by halving, so that the cost is
// that of the px and not that of the bars.

import { type Columns, EMPTY, NONE, OPEN, POINT, UNKNOWN, lowerBound } from './columns';
import { type Span, dayAt, xOf } from './span';
import type { Act } from '../types';

/** Points nearer than this touch each other, in px. */
export const TOUCH = 14;

/** Clusters never reach over a multiple of this, in px from day 0: so they stay the same while one pans. */
const BLOCK = 14 * 18;

/** Some bars of one row that stand together: from the first to before `end`. */
export interface Run {
  first: number;
  end: number;
}

/** The runs of a row in sight, from the left; the bar that comes in from before the left edge is the first. */
export function runs(columns: Columns, row: number, span: Span, each: (first: number, end: number) => void) {
  const { begins, ends, starts } = columns;
  const [low, high] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  if (low === high) return;
  // In a row bars do not overlap: their ends grow with their beginnings.
  const anchor = blockDay(span, Math.floor((span.left * span.perDay) / BLOCK));
  const right = dayAt(span, span.width + TOUCH);
  const last = lowerBound(begins, Math.ceil(right), low, high);
  let at = lowerBound(begins, anchor, low, last);
  if (at > low && at <= last && (ends[at - 1] ?? 0) > span.left) each(at - 1, at);
  while (at < last) {
    const day = begins[at] ?? 0;
    const until = Math.min(Math.ceil(day + TOUCH / span.perDay), blockDay(span, blockAt(span, day) + 1));
    const end = Math.max(at + 1, lowerBound(begins, until, at + 1, last));
    each(at, end);
    at = end;
  }
}

/** The block that a day lies in. */
export const blockAt = (span: Span, day: number): number => Math.floor((day * span.perDay) / BLOCK + 1e-9);

/** The first day of a block. */
export function blockDay(span: Span, block: number): number {
  return Math.ceil((block * BLOCK) / span.perDay - 1e-9);
}

/** How far a run reaches. */
export interface Reach {
  /** How many bars. */
  bars: number;
  /** Whether they are decisions; else they are periods of people, which decisions only bring about. */
  decisions: boolean;
  /** From the first day on which one begins to the last. */
  from: number;
  to: number;
}

export function reach({ begins, words, marks }: Columns, { first, end }: Run): Reach {
  return {
    bars: end - first,
    decisions: (words[first] ?? NONE) === NONE && ((marks[first] ?? 0) & (EMPTY | UNKNOWN)) === 0,
    from: begins[first] ?? 0,
    to: begins[end - 1] ?? 0,
  };
}

/** What a run holds. */
export interface Held extends Reach {
  /** How many of each headline, the most frequent first. */
  acts: [Act, number][];
}

export function held(columns: Columns, run: Run): Held {
  const { acts, sums } = columns;
  const counts = acts.map((act, kind): [Act, number] => [act, (sums[kind]?.[run.end] ?? 0) - (sums[kind]?.[run.first] ?? 0)]);
  return { ...reach(columns, run), acts: counts.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]) };
}

/** How many decisions take effect in each step of px. The steps are counted from day 0, so that they stay while one pans:
    the first begins `first` px from the left edge of the span, at it or a little before. */
export function density(days: Int32Array, span: Span, step: number): { first: number; counts: Int32Array } {
  const from = Math.floor((span.left * span.perDay) / step);
  const first = from * step - span.left * span.perDay;
  const counts = new Int32Array(Math.ceil((span.width - first) / step));
  let at = lowerBound(days, Math.ceil(dayAt(span, first)), 0, days.length);
  for (let bin = 0; bin < counts.length; bin += 1) {
    const next = lowerBound(days, Math.ceil(((from + bin + 1) * step) / span.perDay), at, days.length);
    counts[bin] = next - at;
    at = next;
  }
  return { first, counts };
}

const most = new WeakMap<Int32Array, { wide: number; count: number }>();

/** The most decisions that take effect in any stretch so many days wide; at least 1. Kept for the last width. */
export function densest(days: Int32Array, wide: number): number {
  const known = most.get(days);
  if (known?.wide === wide) return known.count;
  let count = 1;
  for (let from = 0, to = 0; to < days.length; to += 1) {
    while ((days[to] ?? 0) - (days[from] ?? 0) >= wide) from += 1;
    count = Math.max(count, to - from + 1);
  }
  most.set(days, { wide, count });
  return count;
}

/** How a bar stands to a day. */
export type Standing = 'holds' | 'over' | 'later';

export function standing(columns: Columns, bar: number, day: number): Standing {
  if ((columns.begins[bar] ?? 0) > day) return 'later';
  return (columns.ends[bar] ?? OPEN) > day ? 'holds' : 'over';
}

/** Where a bar runs, in px: never less than one, and to the end of all days where nothing ends it. */
export function extent(columns: Columns, bar: number, span: Span): [number, number] {
  const from = xOf(span, columns.begins[bar] ?? 0);
  const end = columns.ends[bar] ?? OPEN;
  return [from, Math.max(from + 1, xOf(span, end === OPEN ? columns.to : end))];
}

export const isPoint = (columns: Columns, bar: number): boolean => ((columns.marks[bar] ?? 0) & POINT) !== 0;
