// How the keyboard walks a chart: as a tree, after the pattern of the ARIA guide. Up and down go through what is
// shown, in reading order; right goes in or unfolds, left goes out or folds.

import { type Scene, has } from './scene';

export type Step = { to: number } | { fold: number } | { choose: number } | null;

export function step(scene: Scene, at: number, key: string): Step {
  const { count, end, parent } = scene;
  if (count === 0) return null;
  if (at < 0 || at >= count) return key === 'End' ? { to: count - 1 } : { to: 0 };
  switch (key) {
    case 'ArrowDown':
      return at + 1 < count ? { to: at + 1 } : null;
    case 'ArrowUp':
      return at > 0 ? { to: at - 1 } : null;
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: count - 1 };
    case 'ArrowRight':
      if (has(scene, at, 'folded')) return { fold: at };
      return end[at]! > at + 1 ? { to: at + 1 } : null;
    case 'ArrowLeft':
      if (has(scene, at, 'foldable') && !has(scene, at, 'folded')) return { fold: at };
      return parent[at]! >= 0 ? { to: parent[at]! } : null;
    case 'Enter':
    case ' ':
      return { choose: at };
    default:
      return null;
  }
}

/** Where a box stands among those beside it, and how many they are: what a reader of the screen says. */
export interface Rank {
  level: number;
  place: number;
  of: number;
}

export function ranks(scene: Scene): (box: number) => Rank {
  const { count, parent } = scene;
  const level = new Uint16Array(count);
  const place = new Uint32Array(count);
  // One more for what stands outside all.
  const within = new Uint32Array(count + 1);
  for (let box = 0; box < count; box += 1) {
    const around = parent[box]!;
    level[box] = around < 0 ? 1 : level[around]! + 1;
    place[box] = within[around + 1]! += 1;
  }
  return (box) => ({ level: level[box]!, place: place[box]!, of: within[parent[box]! + 1]! });
}
