// The words of a chart that is near enough to be read: those of the register, and those of the view with its signs.

import type { Kind, Style } from '../types';
import { type Look, cards, colourOf, frames, groups, headingOf, presses } from './look';
import type { Palette } from './palette';
import { type Scene, has } from './scene';
import { drawSign, signed, triangle } from './symbols';
import type { ChartWords } from './words';

const fonts: Record<Style, string> = {
  name: '600 13px',
  post: '600 12px',
  second: '400 11.5px',
  label: '400 11px',
  heading: '600 12.5px',
  row: '400 11.5px',
  row_name: '600 11.5px',
};

/** Room for the name of a tier, and between the edges of a card and its words. */
const TIER = 80;
const CARD_AIR = 8;
/** Room for the count beside a heading. */
const COUNT_ROOM = 34;

/** From the frame of a committee to what is in it. */
export const FRAME_PADDING = 10;

/** One line in the tone that it is drawn in. */
type Tone = 'ink' | 'ink2' | 'amber' | 'came' | 'gone';

export class Letters {
  private readonly lines = new Map<string, number[]>();
  /** How wide a line may get: its box. Where a web view sets letters wider than they were measured, it is pressed. */
  private limits = new Float32Array(0);

  constructor(private readonly ctx: CanvasRenderingContext2D) {}

  /** The register's own words, all lines of one setting after the other: a font is set once. */
  text(scene: Scene, boxes: readonly number[], { palette }: Look) {
    const { ctx } = this;
    const { words } = scene;
    for (const list of this.lines.values()) list.length = 0;
    if (this.limits.length < words.word.length) this.limits = new Float32Array(words.word.length);
    for (const box of boxes) {
      const [from, to] = [scene.first[box]!, scene.first[box + 1]!];
      if (from === to) continue;
      const kind = scene.kinds[scene.kind[box]!]!;
      const align = cards.includes(kind) ? 'center' : 'left';
      const tone = toneOf(scene, box, kind);
      let limit = kind === 'tier' ? TIER : scene.w[box]! - (align === 'center' ? CARD_AIR : 0);
      if (groups.includes(kind)) limit -= COUNT_ROOM + words.x[from]! - scene.x[box]!;
      for (let line = from; line < to; line += 1) {
        this.limits[line] = limit;
        const style = scene.styles[words.style[line]!]!;
        const own = tone === 'ink' && (style === 'second' || style === 'label') ? 'ink2' : tone;
        const setting = `${style} ${align} ${own}`;
        let list = this.lines.get(setting);
        if (!list) this.lines.set(setting, (list = []));
        list.push(line);
      }
    }
    const colours: Record<Tone, string> = {
      ink: palette.ink,
      ink2: palette.ink2,
      amber: palette.amber,
      came: palette.came,
      gone: palette.ink3,
    };
    for (const [setting, list] of this.lines) {
      if (list.length === 0) continue;
      const [style, align, tone] = setting.split(' ') as [Style, CanvasTextAlign, Tone];
      ctx.font = `${fonts[style]} ${palette.face}`;
      ctx.textAlign = align;
      ctx.fillStyle = colours[tone];
      for (const line of list) {
        ctx.fillText(words.text[words.word[line]!]!, words.x[line]!, words.y[line]!, this.limits[line]);
      }
      if (tone === 'gone') this.struck(list, scene, align, palette);
    }
  }

  /** Who left is struck through. */
  private struck(list: readonly number[], { words }: Scene, align: CanvasTextAlign, palette: Palette) {
    const { ctx } = this;
    ctx.strokeStyle = palette.ink3;
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (const line of list) {
      const width = ctx.measureText(words.text[words.word[line]!]!).width;
      const x = align === 'center' ? words.x[line]! - width / 2 : words.x[line]!;
      ctx.moveTo(x, words.y[line]! - 4);
      ctx.lineTo(x + width, words.y[line]! - 4);
    }
    ctx.stroke();
  }

  /** Bars where letters would be too small. */
  bars(scene: Scene, boxes: readonly number[], palette: Palette) {
    const { ctx } = this;
    const { words } = scene;
    ctx.fillStyle = palette.lineStrong;
    ctx.beginPath();
    for (const box of boxes) {
      const centred = cards.includes(scene.kinds[scene.kind[box]!]!);
      for (let line = scene.first[box]!; line < scene.first[box + 1]!; line += 1) {
        // The width of letters is near enough half their height.
        const width = words.text[words.word[line]!]!.length * 5.6;
        ctx.rect(centred ? words.x[line]! - width / 2 : words.x[line]!, words.y[line]! - 7, width, 6);
      }
    }
    ctx.fill();
  }

  /** The view's own words and signs. */
  own(scene: Scene, boxes: readonly number[], { palette, words }: Look) {
    const { ctx } = this;
    ctx.lineWidth = 1.3;
    for (const box of boxes) {
      const kind = scene.kinds[scene.kind[box]!]!;
      if (groups.includes(kind)) this.heading(scene, box, kind, palette, words);
      else if (frames.includes(kind)) this.frame(scene, box, kind, palette);
      else if (kind === 'card') this.foot(scene, box, palette, words);
      else if (kind === 'agency') {
        ctx.font = `${fonts.label} ${palette.face}`;
        ctx.textAlign = 'center';
        ctx.fillStyle = has(scene, box, 'post_ended') ? palette.amber : palette.ink2;
        ctx.fillText(words.agency, scene.x[box]! + scene.w[box]! / 2, scene.y[box]! + 19);
      } else if (kind === 'row' && scene.signs[box] !== 0) {
        const sign = signed.find((sign) => has(scene, box, sign));
        if (!sign) continue;
        ctx.strokeStyle = colourOf(scene, box, palette);
        drawSign(ctx, sign, scene.x[box]! - 10, scene.y[box]! + 5);
      }
    }
  }

  /** The count of a committee or an office, and the triangle of one that opens. */
  private frame(scene: Scene, box: number, kind: Kind, palette: Palette) {
    const { ctx } = this;
    const [x, y, right] = [scene.x[box]!, scene.y[box]!, scene.x[box]! + scene.w[box]!];
    ctx.fillStyle = palette.ink2;
    if (has(scene, box, 'foldable')) triangle(ctx, has(scene, box, 'folded'), x + FRAME_PADDING, y + 10);
    ctx.font = `400 12.5px ${palette.face}`;
    ctx.textAlign = 'right';
    const within = kind === 'committee' || scene.end[box] === box + 1 ? FRAME_PADDING : 0;
    const count = has(scene, box, 'unknown_composition') ? '?' : String(scene.heads[box]!);
    ctx.fillText(count, right - within, y + 19);
  }

  private heading(scene: Scene, box: number, kind: Kind, palette: Palette, words: ChartWords) {
    const { ctx } = this;
    const [x, y, right] = [scene.x[box]!, scene.y[box]!, scene.x[box]! + scene.w[box]!];
    const folds = has(scene, box, 'foldable');
    if (folds) {
      ctx.fillStyle = palette.ink2;
      triangle(ctx, has(scene, box, 'folded'), x, y + 10);
    }
    ctx.font = `${fonts.heading} ${palette.face}`;
    if (scene.first[box] === scene.first[box + 1]) {
      ctx.textAlign = 'left';
      ctx.fillStyle = palette.ink;
      ctx.fillText(headingOf(scene, box, words), x + (folds ? 14 : 0), y + 19);
    }
    ctx.font = `400 12.5px ${palette.face}`;
    ctx.textAlign = 'right';
    ctx.fillStyle = palette.ink2;
    ctx.fillText(String(scene.heads[box]!), right, y + 19);
    if (has(scene, box, 'class_empty') && scene.end[box] === box + 1) {
      ctx.font = `${fonts.row} ${palette.face}`;
      ctx.textAlign = 'left';
      ctx.fillStyle = palette.amber;
      const lines = Math.max(1, scene.first[box + 1]! - scene.first[box]!);
      broken(ctx, words.classEmpty, scene.w[box]!).forEach((line, at) => {
        ctx.fillText(line, x, y + 24 + lines * 17.5 + at * 16);
      });
    }
  }

  /** What is said of a card stands at its foot, with its sign. */
  private foot(scene: Scene, box: number, palette: Palette, words: ChartWords) {
    const { ctx } = this;
    const sign = signed.find((sign) => has(scene, box, sign) && words.told[sign]);
    if (!sign) return;
    const said = words.told[sign] ?? '';
    ctx.font = `${fonts.label} ${palette.face}`;
    ctx.textAlign = 'left';
    const width = ctx.measureText(said).width + 13;
    const [x, y] = [scene.x[box]! + (scene.w[box]! - width) / 2, scene.y[box]! + scene.h[box]! - 12];
    ctx.strokeStyle = ctx.fillStyle = colourOf(scene, box, palette);
    drawSign(ctx, sign, x, y - 8);
    ctx.fillText(said, x + 13, y);
  }
}

function toneOf(scene: Scene, box: number, kind: Kind): Tone {
  if (has(scene, box, 'left')) return 'gone';
  if (kind === 'row' && presses(scene, box)) return 'amber';
  return kind === 'tier' ? 'ink2' : 'ink';
}

function broken(ctx: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && ctx.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
