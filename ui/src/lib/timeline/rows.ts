// How high rows and lanes are, and which of them are in sight.

import { type Columns, type Lane, laneOf } from './columns';

/** From a row with its words above and below the bar to one in which they only just have room, in px. */
const HEIGHTS = [60, 44, 34, 26] as const;
/** More lanes than this are all as high as their rows: their names are cut, and said in full when pointed at. */
const MANY = 400;
const LINE = 14;
const AIR = 6;

/** A line of a lane's name, or of what stands below it. */
export interface NameLine {
  text: string;
  second: boolean;
}

export interface Heights {
  row: number;
  /** The upper edge of each lane, and the lower edge of the last. */
  tops: Float64Array;
  /** The lines of the names of lanes; empty where there are too many. */
  names: readonly (readonly NameLine[])[];
}

/** The heights for a room: as roomy as lets everything be seen at once, else as tight as reads. */
export function heights(
  columns: Columns,
  room: number,
  names: (lane: Lane, at: number) => readonly NameLine[],
): Heights {
  const row = HEIGHTS.find((height) => height * columns.rows <= room) ?? HEIGHTS[HEIGHTS.length - 1] ?? 26;
  const many = columns.lanes.length > MANY;
  const lines = many ? [] : columns.lanes.map(names);
  const tops = new Float64Array(columns.lanes.length + 1);
  columns.lanes.forEach(({ from, to }, at) => {
    const own = Math.max((to - from) * row, (lines[at]?.length ?? 0) * LINE + AIR);
    tops[at + 1] = (tops[at] ?? 0) + own;
  });
  return { row, tops, names: lines };
}

/** The upper edge of a row. */
export function rowTop(columns: Columns, { tops, row: height }: Heights, row: number): number {
  const lane = laneOf(columns.lanes, row);
  return (tops[lane] ?? 0) + (row - (columns.lanes[lane]?.from ?? 0)) * height;
}

/** The lane at a height. */
export function laneAt({ tops }: Heights, y: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle;
  }
  return low;
}

/** The row at a height; null below the last of its lane. */
export function rowAt(columns: Columns, heights: Heights, y: number): number | null {
  if (y < 0 || y >= (heights.tops.at(-1) ?? 0)) return null;
  const lane = laneAt(heights, y);
  const own = columns.lanes[lane];
  if (!own) return null;
  const row = own.from + Math.floor((y - (heights.tops[lane] ?? 0)) / heights.row);
  return row < own.to ? row : null;
}
