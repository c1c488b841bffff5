// While one pans, only the days move: what lies in days is kept as a picture that is wider than the screen, and the picture
// is moved; where words stand at an edge, which holds them back, they are written anew over a second picture without words.
// Whatever else changes, all is drawn anew.

import type { Tick } from './axis';
import { paintArcs } from './paint-arcs';
import { type Label, cut, paintTick, paintTicks } from './paint-axis';
import { paintGround } from './paint-ground';
import { paintMarks } from './paint-marks';
import { type Wordy, atEdges, paintWords, wordy } from './paint-words';
import { AXIS, type Brush, type Scene } from './scene';
import type { Sight } from './sight';
import { type Span, ticks, xOf } from './span';

/** How far the pictures reach beyond the screen on each side, as a part of its width. */
const BEYOND = 0.5;
/** Rows as high as this are few, and their arcs have words, which keep within the edges of the screen. */
const ROOMY = 60;
/** Fewer marks than this are drawn more quickly than a picture is moved. */
const FEW = 12;
/** Words may reach so far above their row, and no nearer to its lower edge, in px. */
const ABOVE = 2;
/** Words and their halos begin so far before their day, and end no farther behind their last letter, in px. */
const BESIDE = 8;

interface Words {
  own: readonly Wordy[];
  y: number;
  /** The day that the words of each reach to, if it has any. */
  ends: readonly (number | null)[];
}

/** All that the pictures depend on but for the day at the left edge. */
type Parts = readonly unknown[];

interface Shown {
  parts: Parts;
  /** The days that they show, and how many px of the screen of them lie before the day at which they were drawn. */
  span: Span;
  left: number;
  beyond: number;
  words: readonly Words[];
  ticks: readonly Tick[];
  labels: readonly Label[];
}

export class Strip {
  readonly #said = picture();
  readonly #bare = picture();
  /** Nothing where the pictures are to be drawn first. */
  #shown: Shown | null = null;
  #before: { parts: Parts; left: number; many: boolean } | null = null;

  /** Paints the ground and what stands in rows, on a pen whose days begin at 0 and that is clipped to them. Answers whether
      nothing but the days has changed since the last painting. */
  paint(brush: Brush, scene: Scene, sight: Sight): boolean {
    const parts = partsOf(brush, scene);
    const { left } = scene.span;
    const known = this.#before !== null && same(this.#before.parts, parts);
    if (this.#shown && !(same(this.#shown.parts, parts) && holds(this.#shown.span, scene.span))) this.#shown = null;
    if (!this.#shown && known && this.#before?.many && this.#before.left !== left) this.#draw(brush, scene, sight, parts);
    let many = true;
    if (this.#shown) this.#move(brush, scene, this.#shown);
    else {
      many = paintDays(brush, scene, sight) > FEW && scene.heights.row < ROOMY;
      below(brush.pen, scene, () => sight.rows.forEach(({ row, y }) => paintWords(brush, scene, wordy(scene, row), y)));
      paintTicks(brush, scene, ticks(scene.span));
    }
    this.#before = { parts, left, many };
    return known;
  }

  #draw({ pen, colours, measure }: Brush, scene: Scene, sight: Sight, parts: Parts) {
    const { a: ratio, e, f } = pen.getTransform();
    const { width, left, perDay } = scene.span;
    const beyond = Math.ceil(width * BEYOND * ratio);
    const span = { left: left - beyond / ratio / perDay, perDay, width: width + (2 * beyond) / ratio };
    const wide = { ...scene, span };
    const penOf = (canvas: HTMLCanvasElement) => {
      canvas.width = Math.ceil(span.width * ratio);
      canvas.height = Math.ceil(scene.height * ratio);
      const own = canvas.getContext('2d', { alpha: false });
      own?.setTransform(ratio, 0, 0, ratio, e - Math.floor(e), f - Math.floor(f));
      return own;
    };
    const [bare, said] = [penOf(this.#bare), penOf(this.#said)];
    if (!bare || !said) return;
    paintDays({ pen: bare, colours, measure }, wide, sight);
    said.save();
    said.setTransform(1, 0, 0, 1, 0, 0);
    said.drawImage(this.#bare, 0, 0);
    said.restore();
    const words: Words[] = [];
    below(said, wide, () => {
      for (const { row, y } of sight.rows) {
        const own = wordy(wide, row);
        words.push({ own, y, ends: paintWords({ pen: said, colours, measure }, wide, own, y) });
      }
    });
    const marks = ticks(span);
    const labels = paintTicks({ pen: said, colours, measure }, wide, marks);
    this.#shown = { parts, span, left, beyond, words, ticks: marks, labels };
  }

  /** Onto whole px of the screen: between them everything would blur. */
  #move(brush: Brush, scene: Scene, { left, beyond, words, ticks: marks, labels }: Shown) {
    const { pen } = brush;
    const { a: ratio, e, f } = pen.getTransform();
    const { span, heights, head } = scene;
    const shift = beyond + Math.round((span.left - left) * span.perDay * ratio);
    const [x0, y0] = [Math.floor(e), Math.floor(f)];
    const part = (canvas: HTMLCanvasElement, from: number, to: number, top: number, bottom: number) => {
      const [wide, tall] = [Math.min(to, canvas.width - shift) - from, Math.min(bottom, canvas.height) - top];
      if (wide > 0 && tall > 0) pen.drawImage(canvas, shift + from, top, wide, tall, x0 + from, y0 + top, wide, tall);
    };
    const down = (y: number) => Math.round(Math.max(head, y) * ratio + f) - y0;
    const right = Math.ceil(span.width * ratio);
    pen.save();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.imageSmoothingEnabled = false;
    part(this.#said, 0, right, 0, this.#said.height);
    const edges = words.map(({ own, y: at, ends }) => {
      const { edge, painted } = atEdges(scene, own, ends);
      const [top, bottom] = [down(at - ABOVE), down(at - ABOVE + heights.row)];
      for (const { from, to } of painted) {
        const [first, end] = [Math.max(0, Math.floor((from - BESIDE) * ratio)), Math.min(right, Math.ceil((to + BESIDE) * ratio))];
        part(this.#bare, first, end, top, bottom);
      }
      return { own: edge, y: at };
    });
    const across = labels.flatMap(({ day, wide }) => {
      const x = Math.round(xOf(span, day));
      if (x + wide <= 0 || x >= span.width || !cut(x, wide, span.width)) return [];
      const [from, to] = [Math.max(0, x), Math.min(span.width, x + wide)];
      part(this.#bare, Math.floor(from * ratio), Math.ceil(to * ratio), Math.round((head - AXIS) * ratio), Math.round((head - 1) * ratio));
      return [{ from, to }];
    });
    pen.restore();
    for (const { from, to } of across) {
      for (const tick of marks) {
        const x = xOf(span, tick.day);
        if (x > from - 1 && x < to + 1) paintTick(brush, scene, tick);
      }
    }
    below(pen, scene, () => edges.forEach(({ own, y: at }) => paintWords(brush, scene, own, at)));
  }
}

const picture = () => document.createElement('canvas');

/** All that lies in days but for the words; answers how many marks there are. */
function paintDays(brush: Brush, scene: Scene, { lanes, rows }: Sight): number {
  paintGround(brush, scene, lanes);
  let marks = 0;
  below(brush.pen, scene, () => {
    for (const { row, y } of rows) paintArcs(brush, scene, row, y);
    for (const { row, y } of rows) marks += paintMarks(brush, scene, row, y);
  });
  return marks;
}

/** Draws below the head alone. */
function below(pen: CanvasRenderingContext2D, { span, head, height }: Scene, draw: () => void) {
  pen.save();
  pen.beginPath();
  pen.rect(0, head, span.width, height - head);
  pen.clip();
  draw();
  pen.restore();
}

function partsOf({ pen, colours, measure }: Brush, scene: Scene): Parts {
  const { columns, heights, scrolled, width, height, gutter, head, day, chosen, events, said, span } = scene;
  const ratio = pen.getTransform().a;
  return [pen, colours, measure, columns, heights, scrolled, width, height, gutter, head, day, chosen, events, said, span.perDay, ratio];
}

const same = (a: Parts, b: Parts) => a.every((part, at) => part === b[at]);

function holds(shown: Span, wanted: Span): boolean {
  const from = (wanted.left - shown.left) * shown.perDay;
  return from >= 0 && from + wanted.width <= shown.width;
}
