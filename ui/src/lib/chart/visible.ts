// What of a chart is drawn, and how: subtrees out of view are stepped over, and what is too small to be read
// becomes one block. So a frame costs what is seen, not what is there.

import type { Camera, Size } from './camera';
import type { Scene } from './scene';

/** What will be drawn; the arrays are kept from frame to frame. */
export interface Visible {
  /** Drawn as they are. */
  readonly boxes: number[];
  /** Drawn as one block, with what lies within left out. */
  readonly blocks: number[];
}

/** Below this height on screen a row or card is part of a block. */
const LEAST = 4;

export function seen(scene: Scene, camera: Camera, view: Size, into: Visible): Visible {
  const { x, y, w, h, end, count } = scene;
  const { boxes, blocks } = into;
  boxes.length = 0;
  blocks.length = 0;
  const [left, top] = [camera.x, camera.y];
  const [right, bottom] = [left + view.width / camera.zoom, top + view.height / camera.zoom];
  const least = LEAST / camera.zoom;
  let box = 0;
  while (box < count) {
    const out = x[box]! > right || y[box]! > bottom || x[box]! + w[box]! < left || y[box]! + h[box]! < top;
    if (out) {
      box = end[box]!;
    } else if (end[box]! > box + 1 && h[box + 1]! < least) {
      blocks.push(box);
      box = end[box]!;
    } else {
      boxes.push(box);
      box += 1;
    }
  }
  return into;
}
