// While one pans, only the days move: what lies in days is kept as a picture that is wider than the screen, and the picture
// is moved; where words stand at an edge, which holds them back, they are written anew over a second picture without words.
// Whatever else changes, all is drawn anew.

import { paintArcs } from './paint-arcs';
import { paintGround } from './paint-ground';
import { paintMarks } from './paint-marks';
import { type Wordy, paintWords, withinEdges, wordy } from './paint-words';
import type { Brush, Scene } from './scene';
import type { Sight } from './sight';
import type { Span } from './span';

/** How far the pictures reach beyond the screen on each side, as a part of its width. */
const BEYOND = 0.5;
/** Rows as high as this are few, and their arcs have words, which keep within the edges of the screen. */
const ROOMY = 60;
/** Fewer marks than this are drawn more quickly than a picture is moved. */
const FEW = 60;
/** Words may reach so far above their row, and no nearer to its lower edge, in px. */
const ABOVE = 2;
/** Nothing of a run lies farther before its first day, in px. */
const BEFORE = 8;

interface Words {
  own: readonly Wordy[];
  y: number;
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
    const words = sight.rows.map(({ row, y }) => ({ own: wordy(wide, row), y }));
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
    below(said, wide, () => words.forEach(({ own, y }) => paintWords({ pen: said, colours, measure }, wide, own, y)));
    this.#shown = { parts, span, left, beyond, words };
  }

  /** Onto whole px of the screen: between them everything would blur. */
  #move(brush: Brush, scene: Scene, { left, beyond, words }: Shown) {
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
    const edges = words.map(({ own, y: at }) => {
      const { first, end, edge } = withinEdges(scene, own);
      const [top, bottom] = [down(at - ABOVE), down(at - ABOVE + heights.row)];
      if (first !== null) part(this.#bare, 0, Math.min(right, Math.round((first - BEFORE) * ratio)), top, bottom);
      if (end !== null) part(this.#bare, Math.max(0, Math.round((end - BEFORE) * ratio)), right, top, bottom);
      return { own: edge, y: at };
    });
    pen.restore();
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
