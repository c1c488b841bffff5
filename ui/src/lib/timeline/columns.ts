// A timeline as it comes from the commands, made ready for drawing: typed columns, and sums that answer what any run of
// bars holds without looking at each.

import type { Act, LaneKind, TimelineDrawingAnswer } from '../types';

/** An end that nothing brings. */
export const OPEN = 2_147_483_647;
export const NONE = -1;

/** What is known of a bar beside its days: the bits of diagram's `mark`. */
export const POINT = 1;
export const HOLLOW = 1 << 1;
export const EMPTY = 1 << 2;
export const UNKNOWN = 1 << 3;
export const FUTURE = 1 << 4;
export const RECONSTRUCTED = 1 << 5;
export const INVITED = 1 << 6;

export interface Lane {
  kind: LaneKind;
  name: string;
  second: string;
  id: string;
  /** Its rows. */
  from: number;
  to: number;
}

export interface Columns {
  /** The first day, the day after the last, and today. */
  from: number;
  to: number;
  today: number;
  lanes: Lane[];
  rows: number;
  /** Where the bars of each row begin, and one past the last. */
  starts: Int32Array;
  row: Int32Array;
  begins: Int32Array;
  ends: Int32Array;
  decision: Int32Array;
  words: Int32Array;
  marks: Int32Array;
  /** The bars in the order in which they are read. */
  reading: Int32Array;
  /** Relations by the bar that acts, and the places of the relations among them by the bar that is acted on. */
  arcFrom: Int32Array;
  arcTo: Int32Array;
  arcRelation: Int32Array;
  arcsIn: Int32Array;
  /** How many bars before each have a headline, one column for each headline. */
  acts: readonly Act[];
  sums: Int32Array[];
  /** The days on which the decisions take effect, in order. */
  days: Int32Array;
  source: TimelineDrawingAnswer;
}

export function columns(source: TimelineDrawingAnswer): Columns {
  const { bars, lanes, arcs, decisions } = source;
  const decision = Int32Array.from(bars.decision);
  const arcFrom = Int32Array.from(arcs.from);
  // By the bar that acts: the arcs of any run of bars stand together.
  const order = Int32Array.from(arcFrom.keys()).sort((a, b) => (arcFrom[a] ?? 0) - (arcFrom[b] ?? 0) || a - b);
  const sorted = (column: readonly number[]) => Int32Array.from(order, (at) => column[at] ?? 0);
  const arcTo = sorted(arcs.to);
  return {
    from: source.from,
    to: source.to,
    today: source.today,
    lanes: lanes.kinds.map((kind, at) => ({
      kind,
      name: lanes.names[at] ?? '',
      second: lanes.seconds[at] ?? '',
      id: lanes.ids[at] ?? '',
      from: lanes.rows[at] ?? 0,
      to: lanes.rows[at + 1] ?? 0,
    })),
    rows: source.starts.length - 1,
    starts: Int32Array.from(source.starts),
    row: Int32Array.from(bars.row),
    begins: Int32Array.from(bars.from),
    ends: Int32Array.from(bars.to),
    decision,
    words: Int32Array.from(bars.words),
    marks: Int32Array.from(bars.marks),
    reading: Int32Array.from(bars.reading),
    arcFrom: sorted(arcs.from),
    arcTo,
    arcRelation: sorted(arcs.relation),
    arcsIn: Int32Array.from(arcTo.keys()).sort((a, b) => (arcTo[a] ?? 0) - (arcTo[b] ?? 0) || a - b),
    acts: decisions.acts,
    sums: sumsOf(decision, decisions.act, decisions.acts.length),
    days: Int32Array.from(decisions.from).sort(),
    source,
  };
}

function sumsOf(decision: Int32Array, act: readonly number[], acts: number): Int32Array[] {
  const sums = Array.from({ length: acts }, () => new Int32Array(decision.length + 1));
  for (let at = 0; at < decision.length; at += 1) {
    const own = act[decision[at] ?? NONE] ?? NONE;
    sums.forEach((sum, kind) => (sum[at + 1] = (sum[at] ?? 0) + (kind === own ? 1 : 0)));
  }
  return sums;
}

/** The lane of a row. */
export function laneOf(lanes: readonly Lane[], row: number): number {
  let [low, high] = [0, lanes.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lanes[middle]?.from ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}

/** Those arcs whose key (as `column[place]`) lies in a run of bars, as a range of places. */
export function arcsOf(column: Int32Array, from: number, to: number): [number, number] {
  return [lowerBound(column, from, 0, column.length), lowerBound(column, to, 0, column.length)];
}

/** The first place in a sorted column at which it is not below a value. */
export function lowerBound(column: Int32Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
