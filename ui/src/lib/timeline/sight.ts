// Which lanes and rows are in sight.

import { laneAt } from './rows';
import type { Scene } from './scene';

export interface RowInSight {
  row: number;
  /** Its upper edge. */
  y: number;
}

export interface Sight {
  /** From one lane to before another. */
  lanes: { from: number; to: number };
  rows: RowInSight[];
}

export function inSight(scene: Scene): Sight {
  const lanes = lanesInSight(scene);
  return { lanes, rows: rowsInSight(scene, lanes) };
}

function lanesInSight({ columns, heights, scrolled, height, head }: Scene): Sight['lanes'] {
  if (columns.lanes.length === 0) return { from: 0, to: 0 };
  return { from: laneAt(heights, scrolled), to: laneAt(heights, scrolled + height - head) + 1 };
}

function rowsInSight({ columns, heights, head, scrolled, height }: Scene, seen: Sight['lanes']): RowInSight[] {
  const found: RowInSight[] = [];
  for (let lane = seen.from; lane < seen.to; lane += 1) {
    const own = columns.lanes[lane];
    if (!own) continue;
    const top = head + (heights.tops[lane] ?? 0) - scrolled;
    const first = own.from + Math.max(0, Math.floor((head - top) / heights.row));
    const last = Math.min(own.to, own.from + Math.ceil((height - top) / heights.row));
    for (let row = first; row < last; row += 1) found.push({ row, y: top + (row - own.from) * heights.row });
  }
  return found;
}
