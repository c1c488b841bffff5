// A chart on a canvas. What is near is drawn whole; what is far, as blocks with their counts.

import type { Camera, Size } from './camera';
import { Letters } from './letters';
import { type Look, headingOf } from './look';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { drawBoxes } from './shapes';
import { type Visible, seen } from './visible';

/** Letters smaller than this on screen are drawn as bars. */
const READABLE = 0.5;

export class Painter {
  private readonly visible: Visible = { boxes: [], blocks: [] };
  private readonly letters: Letters;

  constructor(private readonly ctx: CanvasRenderingContext2D) {
    this.letters = new Letters(ctx);
  }

  /** Draws what of a scene the camera sees. The canvas is `view` large, in px of the screen times `dpr`. */
  paint(scene: Scene, camera: Camera, view: Size, dpr: number, look: Look) {
    const { ctx } = this;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, view.width * dpr, view.height * dpr);
    this.over(scene, camera, view, dpr, look, 1);
  }

  /** Draws over what is there already. */
  over(scene: Scene, camera: Camera, view: Size, dpr: number, look: Look, alpha: number) {
    const { ctx } = this;
    const scale = camera.zoom * dpr;
    // Whole pixels of the screen, so that hairlines stay hairlines while the plane moves.
    ctx.setTransform(scale, 0, 0, scale, -Math.round(camera.x * scale), -Math.round(camera.y * scale));
    ctx.globalAlpha = alpha;
    const visible = seen(scene, camera, view, this.visible);
    const hair = 1 / camera.zoom;
    this.connections(scene, camera, view, look.palette, hair);
    this.blocks(scene, visible.blocks, camera.zoom, look);
    drawBoxes(ctx, scene, visible.boxes, look, hair);
    if (camera.zoom >= READABLE) {
      this.letters.text(scene, visible.boxes, look);
      this.letters.own(scene, visible.boxes, look);
    } else {
      this.letters.bars(scene, visible.boxes, look.palette);
    }
    this.outlines(scene, look, hair);
    ctx.globalAlpha = 1;
  }

  private connections(scene: Scene, camera: Camera, view: Size, palette: Palette, hair: number) {
    const { ctx } = this;
    ctx.lineWidth = hair;
    ctx.strokeStyle = palette.lineStrong;
    this.segments(scene.lines, camera, view);
    ctx.strokeStyle = palette.ink3;
    ctx.setLineDash([1.5, 3]);
    this.segments(scene.dotted, camera, view);
    ctx.setLineDash([]);
  }

  private segments(lines: Float32Array, camera: Camera, view: Size) {
    const { ctx } = this;
    const [left, top] = [camera.x, camera.y];
    const [right, bottom] = [left + view.width / camera.zoom, top + view.height / camera.zoom];
    ctx.beginPath();
    for (let at = 0; at < lines.length; at += 4) {
      const [x1, y1, x2, y2] = [lines[at]!, lines[at + 1]!, lines[at + 2]!, lines[at + 3]!];
      if (Math.min(x1, x2) > right || Math.max(x1, x2) < left) continue;
      if (Math.min(y1, y2) > bottom || Math.max(y1, y2) < top) continue;
      ctx.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
      ctx.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
    }
    ctx.stroke();
  }

  /** Whole groups from afar: a ground, its edge, and how many sit there where there is room to say it. */
  private blocks(scene: Scene, blocks: readonly number[], zoom: number, { palette, words }: Look) {
    const { ctx } = this;
    ctx.fillStyle = palette.wash;
    ctx.strokeStyle = palette.lineStrong;
    ctx.lineWidth = 1 / zoom;
    ctx.beginPath();
    for (const box of blocks) ctx.rect(scene.x[box]!, scene.y[box]!, scene.w[box]!, scene.h[box]!);
    ctx.fill();
    ctx.stroke();
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const box of blocks) {
      const [width, height] = [scene.w[box]! * zoom, scene.h[box]! * zoom];
      if (width < 26 || height < 16) continue;
      const [x, y] = [scene.x[box]! + scene.w[box]! / 2, scene.y[box]! + scene.h[box]! / 2];
      const size = Math.min(13, height / 2.6);
      const own = firstLine(scene, box) || headingOf(scene, box, words);
      const named = own !== '' && width > 90 && height > 40;
      if (named) {
        ctx.fillStyle = palette.ink;
        ctx.font = `600 ${12 / zoom}px ${palette.face}`;
        ctx.fillText(fitted(ctx, own, (width - 12) / zoom), x, y - 9 / zoom);
      }
      ctx.fillStyle = palette.ink2;
      ctx.font = `400 ${size / zoom}px ${palette.face}`;
      ctx.fillText(named ? words.count(scene.heads[box]!) : String(scene.heads[box]!), x, named ? y + 9 / zoom : y);
    }
    ctx.textBaseline = 'alphabetic';
  }

  private outlines(scene: Scene, { palette, chosen, active }: Look, hair: number) {
    const { ctx } = this;
    const around = (box: number, dash: number[]) => {
      ctx.lineWidth = Math.max(2, 2 * hair);
      ctx.strokeStyle = palette.accent;
      ctx.setLineDash(dash);
      ctx.beginPath();
      ctx.roundRect(scene.x[box]! - 3, scene.y[box]! - 2, scene.w[box]! + 6, scene.h[box]! + 4, 4);
      ctx.stroke();
      ctx.setLineDash([]);
    };
    if (chosen >= 0) around(chosen, []);
    if (active >= 0 && active !== chosen) around(active, [3, 3]);
  }
}

function firstLine(scene: Scene, box: number): string {
  const line = scene.first[box]!;
  return line < scene.first[box + 1]! ? scene.words.text[scene.words.word[line]!]! : '';
}

/** As much of a text as a width holds. */
function fitted(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  let [least, most] = [0, text.length];
  while (least + 1 < most) {
    const middle = (least + most) >> 1;
    if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) least = middle;
    else most = middle;
  }
  return `${text.slice(0, least).trimEnd()}…`;
}
