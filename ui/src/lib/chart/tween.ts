// From one date to the next: what is on both moves to its new place, what leaves fades, what comes appears. Two
// boxes are the same when their keys are; failing that, when what is written on them is: a committee founded anew
// has other seats for the same people.

import { type Scene, written } from './scene';

export interface Tween {
  readonly stays: Scene;
  readonly comes: Scene;
  readonly goes: Scene;
  /** Where what stays was before: boxes, and lines of text. */
  readonly was: { x: Float32Array; y: Float32Array; w: Float32Array; h: Float32Array; dx: Float32Array; dy: Float32Array };
}

/** More boxes than this nobody follows with the eye: they change at once. */
const MOST = 3000;

export function tween(from: Scene, to: Scene): Tween | null {
  if (from.count + to.count > 2 * MOST || from.count === 0) return null;
  const name = (scene: Scene, box: number) => `${scene.kinds[scene.kind[box]!]} ${written(scene, box)}`;
  const byName = new Map<string, number>();
  for (let box = from.count - 1; box >= 0; box -= 1) byName.set(name(from, box), box);
  const before = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (box: number, was: number) => {
    if (was < 0 || taken.has(was) || before.has(box)) return;
    before.set(box, was);
    taken.add(was);
  };
  for (let box = 0; box < to.count; box += 1) pair(box, from.find(to.key(box)));
  for (let box = 0; box < to.count; box += 1) pair(box, byName.get(name(to, box)) ?? -1);
  const all = (count: number) => Array.from({ length: count }, (_, box) => box);
  const staying = all(to.count).filter((box) => before.has(box));
  const stays = subset(to, staying);
  const was = {
    x: new Float32Array(stays.count),
    y: new Float32Array(stays.count),
    w: new Float32Array(stays.count),
    h: new Float32Array(stays.count),
    dx: new Float32Array(stays.words.word.length),
    dy: new Float32Array(stays.words.word.length),
  };
  staying.forEach((box, at) => {
    const old = before.get(box)!;
    [was.x[at], was.y[at], was.w[at], was.h[at]] = [from.x[old]!, from.y[old]!, from.w[old]!, from.h[old]!];
    for (let line = stays.first[at]!; line < stays.first[at + 1]!; line += 1) {
      was.dx[line] = from.x[old]! - to.x[box]!;
      was.dy[line] = from.y[old]! - to.y[box]!;
    }
  });
  const comes = subset(to, all(to.count).filter((box) => !before.has(box)));
  const goes = subset(from, all(from.count).filter((box) => !taken.has(box)));
  return { stays, comes, goes, was };
}

/** What stays, a part of the way. */
export function onTheWay({ stays, was }: Tween, part: number): Scene {
  const rest = 1 - part;
  const mixed = (old: Float32Array, own: Float32Array) => own.map((value, at) => value + (old[at]! - value) * rest);
  const shifted = (by: Float32Array, own: Float32Array) => own.map((value, at) => value + by[at]! * rest);
  return {
    ...stays,
    x: mixed(was.x, stays.x),
    y: mixed(was.y, stays.y),
    w: mixed(was.w, stays.w),
    h: mixed(was.h, stays.h),
    words: { ...stays.words, x: shifted(was.dx, stays.words.x), y: shifted(was.dy, stays.words.y) },
  };
}

/** Some boxes of a scene, side by side: none lies within another, and no line connects them. */
function subset(scene: Scene, boxes: readonly number[]): Scene {
  const { words } = scene;
  const lines: number[] = [];
  const first = new Uint32Array(boxes.length + 1);
  boxes.forEach((box, at) => {
    for (let line = scene.first[box]!; line < scene.first[box + 1]!; line += 1) lines.push(line);
    first[at + 1] = lines.length;
  });
  return {
    ...scene,
    count: boxes.length,
    kind: Uint8Array.from(boxes, (box) => scene.kind[box]!),
    signs: Uint32Array.from(boxes, (box) => scene.signs[box]!),
    x: Float32Array.from(boxes, (box) => scene.x[box]!),
    y: Float32Array.from(boxes, (box) => scene.y[box]!),
    w: Float32Array.from(boxes, (box) => scene.w[box]!),
    h: Float32Array.from(boxes, (box) => scene.h[box]!),
    heads: Uint32Array.from(boxes, (box) => scene.heads[box]!),
    end: Uint32Array.from(boxes, (_, at) => at + 1),
    parent: new Int32Array(boxes.length).fill(-1),
    first,
    words: {
      word: Uint32Array.from(lines, (line) => words.word[line]!),
      style: Uint8Array.from(lines, (line) => words.style[line]!),
      x: Float32Array.from(lines, (line) => words.x[line]!),
      y: Float32Array.from(lines, (line) => words.y[line]!),
      text: words.text,
    },
    lines: new Float32Array(0),
    dotted: new Float32Array(0),
    key: (box) => scene.key(boxes[box]!),
    find: (key) => boxes.indexOf(scene.find(key)),
  };
}
