// A chart as the view uses it: typed arrays in px, and the tree that the order of the boxes holds. Boxes stand in
// preorder: what lies within a box follows it, up to its `end`.

import type { Chart, Kind, Sign, Style } from '../types';

export interface Scene {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly kind: Uint8Array;
  readonly signs: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly w: Float32Array;
  readonly h: Float32Array;
  /** The first box after those within. */
  readonly end: Uint32Array;
  readonly heads: Uint32Array;
  /** Of each box its first line of text, and at the end how many lines there are. */
  readonly first: Uint32Array;
  /** The box around; -1 outside all. */
  readonly parent: Int32Array;
  readonly words: Words;
  /** Four numbers a line: from x, y to x, y. */
  readonly lines: Float32Array;
  readonly dotted: Float32Array;
  readonly kinds: readonly Kind[];
  readonly styles: readonly Style[];
  /** The number of a kind; -1 where the chart knows none. */
  kindOf(kind: Kind): number;
  bit(sign: Sign): number;
  /** What tells a box from every other, on any date. */
  key(box: number): string;
  /** The box with a key; -1 where none has it. */
  find(key: string): number;
}

/** Lines of text. */
export interface Words {
  readonly word: Uint32Array;
  readonly style: Uint8Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly text: readonly string[];
}

const px = (numbers: readonly number[]) => Float32Array.from(numbers, (number) => number / 16);

export function sceneOf(chart: Chart): Scene {
  const { boxes, text } = chart;
  const count = boxes.kind.length;
  const end = Uint32Array.from(boxes.end);
  const kinds = new Map(chart.kinds.map((kind, at) => [kind, at]));
  const signs = new Map(chart.signs.map((sign, at) => [sign, 1 << at]));
  const key = (box: number) => {
    const owner = boxes.owners[boxes.owner[box] ?? 0] ?? '';
    const holder = boxes.holder[box] ?? -1;
    return holder < 0 ? owner : `${owner}.${holder}`;
  };
  let places: Map<string, number> | null = null;
  return {
    count,
    width: chart.width / 16,
    height: chart.height / 16,
    kind: Uint8Array.from(boxes.kind),
    signs: Uint32Array.from(boxes.signs),
    x: px(boxes.x),
    y: px(boxes.y),
    w: px(boxes.width),
    h: px(boxes.height),
    end,
    heads: Uint32Array.from(boxes.count),
    first: Uint32Array.from([...boxes.text, text.word.length]),
    parent: parents(end),
    words: {
      word: Uint32Array.from(text.word),
      style: Uint8Array.from(text.style),
      x: px(text.x),
      y: px(text.y),
      text: text.words,
    },
    lines: px(chart.lines),
    dotted: px(chart.dotted),
    kinds: chart.kinds,
    styles: chart.styles,
    kindOf: (kind) => kinds.get(kind) ?? -1,
    bit: (sign) => signs.get(sign) ?? 0,
    key,
    find(wanted) {
      // Asked for when something is chosen: a chart that is only looked at never makes its keys.
      places ??= new Map(Array.from({ length: count }, (_, box) => [key(box), box]));
      return places.get(wanted) ?? -1;
    },
  };
}

function parents(end: Uint32Array): Int32Array {
  const parent = new Int32Array(end.length).fill(-1);
  let around = -1;
  for (let box = 0; box < end.length; box += 1) {
    while (around >= 0 && box >= end[around]!) around = parent[around]!;
    parent[box] = around;
    if (end[box]! > box + 1) around = box;
  }
  return parent;
}

export function has(scene: Scene, box: number, sign: Sign): boolean {
  return (scene.signs[box]! & scene.bit(sign)) !== 0;
}

/** Where a box stands. */
export function areaOf(scene: Scene, box: number) {
  return { x: scene.x[box]!, y: scene.y[box]!, width: scene.w[box]!, height: scene.h[box]! };
}

/** What is written in a box, its lines joined. */
export function written(scene: Scene, box: number): string {
  const lines: string[] = [];
  for (let at = scene.first[box]!; at < scene.first[box + 1]!; at += 1) {
    lines.push(scene.words.text[scene.words.word[at]!] ?? '');
  }
  return lines.join(' ');
}

/** The innermost box at a place; -1 where there is none. */
export function boxAt(scene: Scene, x: number, y: number): number {
  const { end, x: left, y: top, w, h } = scene;
  let found = -1;
  let box = 0;
  let last = scene.count;
  while (box < last) {
    const within = x >= left[box]! && x < left[box]! + w[box]! && y >= top[box]! && y < top[box]! + h[box]!;
    if (within) [found, last, box] = [box, end[box]!, box + 1];
    else box = end[box]!;
  }
  return found;
}
