// The page that is measured: the timeline drawn by the very modules of the window, and by vis-timeline, from the same
// data. Bundled by run.mjs.

import { columns as columnsOf } from '$lib/timeline/columns';
import { placeEvents } from '$lib/timeline/events';
import { laneLines, paint } from '$lib/timeline/paint';
import { Measure, coloursOf } from '$lib/timeline/pen';
import { heights } from '$lib/timeline/rows';
import { type Scene, headOf } from '$lib/timeline/scene';
import { type Span, panned, whole, zoomed } from '$lib/timeline/span';
import { Strip } from '$lib/timeline/strip';
import type { TimelineDrawingAnswer } from '$lib/types';
import '$lib/tokens.css';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { DataSet, Timeline } from 'vis-timeline/standalone';
import { costs, frame, rendered, room as empty, through } from '../frames';

const [WIDTH, HEIGHT, GUTTER, DAY] = [1120, 400, 196, 86_400_000];

const room = () => empty(WIDTH, HEIGHT);

const said = {
  decisions: (count: number) => `${count} quyết định`,
  periods: (count: number) => `${count} khoảng thời gian`,
  lane: { decisions: 'Quyết định', elsewhere: 'Không về ban nào', unknown: 'Chưa rõ thành phần' },
  empty: 'khuyết',
  unknown: 'chưa rõ ai',
  afterToday: 'sau hôm nay',
  relation: { replaces: 'thay thế' } as Scene['said']['relation'],
};

/** As TimelineCanvas.svelte does it, without what reacts. */
class Ours {
  readonly scene: Omit<Scene, 'span'>;
  span: Span;
  readonly #pen: CanvasRenderingContext2D;
  readonly #measure: Measure;
  readonly #colours;
  readonly #strip = new Strip();

  constructor(answer: TimelineDrawingAnswer) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    const parent = room();
    parent.append(canvas);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('there is no canvas');
    this.#pen = pen;
    this.#measure = new Measure(document.createElement('canvas').getContext('2d'));
    this.#colours = coloursOf(parent);
    const columns = columnsOf(answer);
    const events = placeEvents(answer.events, columns, WIDTH - GUTTER, this.#measure);
    const head = headOf(columns, events);
    const lines = (at: number) => laneLines({ columns, said }, this.#measure, GUTTER, at);
    const high = heights(columns, HEIGHT - head, (_, at) => lines(at));
    this.span = whole(columns, WIDTH - GUTTER);
    this.scene = {
      columns, heights: high, scrolled: 0, width: WIDTH, height: HEIGHT, gutter: GUTTER, head, day: answer.today - 400,
      chosen: null, hovered: null, events, said,
    };
  }

  /** Paints. */
  paint() {
    paint({ pen: this.#pen, colours: this.#colours, measure: this.#measure }, { ...this.scene, span: this.span }, this.#strip);
  }

  /** The pixels, after one painting anew and after one that has moved what was painted before. */
  both(): [Uint8ClampedArray, Uint8ClampedArray] {
    const pixels = () => this.#pen.getImageData(0, 0, WIDTH, HEIGHT).data;
    this.paint();
    const moved = pixels();
    paint({ pen: this.#pen, colours: this.#colours, measure: this.#measure }, { ...this.scene, span: this.span }, new Strip());
    return [moved, pixels()];
  }

  /** Waits until the pixels are there. */
  read() {
    this.#pen.getImageData(0, 0, 1, 1);
  }
}

const answers = new Map<number, TimelineDrawingAnswer>();

async function load(size: number, url: string) {
  const text = await (await fetch(url)).text();
  const begin = performance.now();
  answers.set(size, JSON.parse(text) as TimelineDrawingAnswer);
  const parsed = performance.now() - begin;
  return { bytes: text.length, parsed };
}

const known = (size: number) => {
  const answer = answers.get(size);
  if (!answer) throw new Error(`${size} was not loaded`);
  return answer;
};

async function first(size: number, rounds: number) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    room();
    await rendered();
    await frame();
    const begin = performance.now();
    const ours = new Ours(known(size));
    ours.paint();
    ours.read();
    times.push((await through()) - begin);
  }
  return times;
}

/** Whoever is quicker must draw the same: what was moved, beside what is painted anew. */
function compare(ours: Ours) {
  const [moved, anew] = ours.both();
  let differ = 0;
  for (let at = 0; at < anew.length; at += 4) {
    const apart = Math.max(...[0, 1, 2].map((part) => Math.abs((moved[at + part] ?? 0) - (anew[at + part] ?? 0))));
    if (apart > 24) differ += 1;
  }
  // A hair of an arc here or there; a word or a bar would be more.
  if (differ > 150) throw new Error(`${differ} px differ where a pan has moved the drawing`);
}

/** Frames of a pan with so many days in sight; two thirds of everything where it says 0. */
async function pan(size: number, days: number, steps: number) {
  const ours = new Ours(known(size));
  const { columns } = ours.scene;
  const factor = days > 0 ? (WIDTH - GUTTER) / days / ours.span.perDay : 1.5;
  ours.span = zoomed(ours.span, factor, 300, columns);
  ours.paint();
  for (let by = 1; by <= 200; by += 1) {
    ours.span = panned(ours.span, 3, columns);
    ours.paint();
    if (by % 40 === 0) compare(ours);
  }
  return costs(steps, (step) => {
    // Back and forth, so that it does not run against an end; painted in the frame, as the component does.
    ours.span = panned(ours.span, step % 40 < 20 ? 12 : -12, columns);
    requestAnimationFrame(() => ours.paint());
  });
}

/** Frames in which a canvas of that size is cleared and one box drawn on it: less no drawing on a canvas can cost. */
async function floor(size: number, steps: number) {
  new Ours(known(size)).paint();
  const pen = document.querySelector('canvas')?.getContext('2d');
  if (!pen) throw new Error('there is no canvas');
  return costs(steps, (step) => {
    requestAnimationFrame(() => {
      pen.clearRect(0, 0, WIDTH, HEIGHT);
      pen.fillRect(step, 10, 50, 50);
    });
  });
}

/** How vis-timeline is given the decisions: as periods with a group for each committee, without groups, or as mere points. */
type Kind = 'grouped' | 'plain' | 'points';

function visData(size: number, kind: Kind) {
  const grouped = kind === 'grouped';
  const { bars, decisions, lanes, to } = known(size);
  const laneOf = (row: number) => {
    let lane = 0;
    while ((lanes.rows[lane + 1] ?? Infinity) <= row) lane += 1;
    return lane;
  };
  const places = grouped ? Array.from({ length: lanes.rows.at(-1) ?? 0 }, (_, row) => laneOf(row)) : [];
  const items = bars.from.map((from, id) => ({
    id,
    content: decisions.numbers[bars.decision[id] ?? 0] ?? '',
    start: from * DAY,
    ...(kind === 'points' ? { type: 'point' } : { type: 'range', end: Math.min(bars.to[id] ?? to, to) * DAY }),
    ...(grouped ? { group: places[bars.row[id] ?? 0] } : {}),
  }));
  const groups = lanes.names.map((content, id) => ({ id, content }));
  return { items, groups };
}

/** vis-timeline with the same data, up to its first drawing that is shown. */
async function visFirst(size: number, days: number, kind: Kind) {
  const { items, groups } = visData(size, kind);
  const { from, to } = known(size);
  const middle = (from + to) / 2;
  const [start, end] = days > 0 ? [middle - days / 2, middle + days / 2] : [from, to];
  const parent = room();
  await rendered();
  await frame();
  const begin = performance.now();
  const options = { height: HEIGHT, verticalScroll: true, start: start * DAY, end: end * DAY, stack: true };
  const data = new DataSet(items);
  const timeline = kind === 'grouped' ? new Timeline(parent, data, new DataSet(groups), options) : new Timeline(parent, data, options);
  await new Promise<void>((resolve) => timeline.on('changed', () => resolve()));
  const time = (await rendered()) - begin;
  const drawn = parent.querySelectorAll('.vis-item').length;
  if (drawn === 0) throw new Error('vis-timeline has drawn nothing');
  return { time, drawn, timeline };
}

async function vis(size: number, kind: Kind) {
  const { time, drawn, timeline } = await visFirst(size, 0, kind);
  timeline.destroy();
  return { time, drawn };
}

async function visPan(size: number, days: number, steps: number, kind: Kind) {
  const { timeline, drawn } = await visFirst(size, days, kind);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const step = (days / (WIDTH - GUTTER)) * 12 * DAY;
  const times = await costs(steps, (at) => {
    const { start, end } = timeline.getWindow();
    const by = at % 40 < 20 ? step : -step;
    timeline.setWindow(start.getTime() + by, end.getTime() + by, { animation: false });
    // Asked for, since it leaves it out while it takes its first drawing for incomplete; asked twice it draws once.
    timeline.redraw();
  });
  if (timeline.getVisibleItems().length === 0) throw new Error('vis-timeline has nothing in sight');
  timeline.destroy();
  return { times, drawn };
}

Object.assign(globalThis, { timelines: { load, first, pan, floor, vis, visPan } });
