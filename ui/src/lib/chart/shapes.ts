// Cards, frames and the rules of groups: all of one edge in one path, so that a frame costs few strokes.

import { type Look, cards, frames, groups, presses } from './look';
import { type Scene, has } from './scene';

/** Draws the boxes of a scene; a hairline is `hair` wide. */
export function drawBoxes(ctx: CanvasRenderingContext2D, scene: Scene, boxes: readonly number[], look: Look, hair: number) {
  const { palette } = look;
  const kinds = scene.kinds;
  const edges: { colour: string; dash: number[]; path: Path2D; fill: string }[] = [
    { colour: palette.lineStrong, dash: [], path: new Path2D(), fill: palette.raised },
    { colour: palette.ink, dash: [], path: new Path2D(), fill: palette.raised },
    { colour: palette.ink3, dash: [4, 3], path: new Path2D(), fill: palette.raised },
    { colour: palette.amber, dash: [], path: new Path2D(), fill: palette.amberWash },
    { colour: palette.came, dash: [], path: new Path2D(), fill: palette.raised },
    { colour: palette.ink3, dash: [2, 3], path: new Path2D(), fill: palette.paper },
    { colour: palette.lineStrong, dash: [], path: new Path2D(), fill: palette.paper },
  ];
  const rules = new Path2D();
  const warned = new Path2D();
  for (const box of boxes) {
    const kind = kinds[scene.kind[box]!]!;
    const [x, y, w, h] = [scene.x[box]!, scene.y[box]!, scene.w[box]!, scene.h[box]!];
    if (cards.includes(kind)) {
      edges[edgeOf(scene, box)]!.path.roundRect(Math.round(x) + 0.5, Math.round(y) + 0.5, w - 1, h - 1, 3);
    } else if (kind === 'office' && scene.end[box]! > box + 1) {
      rules.rect(x, Math.round(y) - 1, w, 2);
    } else if (frames.includes(kind)) {
      edges[6]!.path.rect(Math.round(x) + 0.5, Math.round(y) + 0.5, w - 1, h - 1);
    } else if (groups.includes(kind)) {
      (presses(scene, box) ? warned : rules).rect(x, Math.round(y) - 1, w, 2);
    }
  }
  ctx.lineWidth = Math.max(1, hair);
  for (const { colour, dash, path, fill } of [...edges.slice(6), ...edges.slice(0, 6)]) {
    ctx.fillStyle = fill;
    ctx.fill(path);
    ctx.strokeStyle = colour;
    ctx.setLineDash(dash);
    ctx.stroke(path);
  }
  ctx.setLineDash([]);
  ctx.fillStyle = palette.ink;
  ctx.fill(rules);
  ctx.fillStyle = palette.amber;
  ctx.fill(warned);
  if (look.hovered >= 0) {
    ctx.save();
    ctx.globalAlpha *= 0.05;
    ctx.fillStyle = palette.ink;
    ctx.fillRect(scene.x[look.hovered]!, scene.y[look.hovered]!, scene.w[look.hovered]!, scene.h[look.hovered]!);
    ctx.restore();
  }
}

/** Which of the edges a card has: what left, what came, what needs somebody, what waits for a name, the head. */
function edgeOf(scene: Scene, box: number): number {
  if (has(scene, box, 'left')) return 5;
  if (presses(scene, box)) return 3;
  if (has(scene, box, 'joined') || has(scene, box, 'changed')) return 4;
  if (has(scene, box, 'not_nominated')) return 2;
  return has(scene, box, 'chair') ? 1 : 0;
}
