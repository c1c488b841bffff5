// What lies under the pointer.

import { type Run, extent, runs } from './clusters';
import { laneAt, rowAt } from './rows';
import type { Scene } from './scene';
import { dayAt, xOf } from './span';

export type Hit =
  | { on: 'axis'; day: number }
  | { on: 'lane'; lane: number }
  | { on: 'run'; run: Run }
  | { on: 'ground' };

export function hit(scene: Scene, x: number, y: number): Hit {
  const { columns, heights, head, gutter, scrolled, span } = scene;
  if (y < head) return x < gutter ? { on: 'ground' } : { on: 'axis', day: Math.round(dayAt(span, x - gutter)) };
  const under = y - head + scrolled;
  if (under >= (heights.tops.at(-1) ?? 0)) return { on: 'ground' };
  if (x < gutter) return { on: 'lane', lane: laneAt(heights, under) };
  const row = rowAt(columns, heights, under);
  if (row === null) return { on: 'ground' };
  let nearest: Run | null = null;
  let best = Infinity;
  runs(columns, row, span, (first, end) => {
    const from = xOf(span, columns.begins[first] ?? 0);
    const [, to] = extent(columns, end - 1, span);
    const at = x - gutter;
    // A point is hit from a little outside; of two that are, the nearer one.
    if (at < from - 8 || at > Math.max(to, from + 10)) return;
    const away = Math.abs(at - from);
    if (away < best) [nearest, best] = [{ first, end }, away];
  });
  return nearest ? { on: 'run', run: nearest } : { on: 'ground' };
}
