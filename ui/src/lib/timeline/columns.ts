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
  readonly arcsIn: Int32Array;
  /** How many bars before each have a headline, one column for each headline. */
  acts: readonly Act[];
  sums: Int32Array[];
  /** The days on which the decisions take effect, in order. */
  days: Int32Array;
  source: TimelineDrawingAnswer;
}

export function columns(source: TimelineDrawingAnswer): Columns {
  const { bars, lanes, arcs, decisions } = source;
  const decision = new Int32Array(bars.decision);
  const arcTo = new Int32Array(arcs.to);
  let arcsIn: Int32Array | null = null;
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
    starts: new Int32Array(source.starts),
    row: new Int32Array(bars.row),
    begins: new Int32Array(bars.from),
    ends: new Int32Array(bars.to),
    decision,
    words: new Int32Array(bars.words),
    marks: new Int32Array(bars.marks),
    reading: new Int32Array(bars.reading),
    arcFrom: new Int32Array(arcs.from),
    arcTo,
    arcRelation: new Int32Array(arcs.relation),
    // Asked for what is chosen alone: worked out when it is first.
    get arcsIn() {
      arcsIn ??= Int32Array.from(arcTo.keys()).sort((a, b) => (arcTo[a] ?? 0) - (arcTo[b] ?? 0) || a - b);
      return arcsIn;
    },
    acts: decisions.acts,
    sums: sumsOf(decision, decisions.act, decisions.acts.length),
    days: new Int32Array(decisions.from).sort(),
    source,
  };
}

function sumsOf(decision: Int32Array, act: readonly number[], acts: number): Int32Array[] {
  return Array.from({ length: acts }, (_, kind) => {
    const sum = new Int32Array(decision.length + 1);
    let before = 0;
    for (let at = 0; at < decision.length; at += 1) {
      const own = decision[at] ?? NONE;
      if (own >= 0 && act[own] === kind) before += 1;
      sum[at + 1] = before;
    }
    return sum;
  });
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
