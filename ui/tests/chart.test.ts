import { describe, expect, test } from 'vitest';

import { between, firstLook, fit, kept, moved, showing, zoomed } from '$lib/chart/camera';
import { found, typedTo } from '$lib/chart/find';
import { boxAt, has, sceneOf, written } from '$lib/chart/scene';
import { ranks, step } from '$lib/chart/tree';
import { onTheWay, tween } from '$lib/chart/tween';
import { seen } from '$lib/chart/visible';
import type { Chart, Kind, Sign } from '$lib/types';

const kinds: Kind[] = ['tier', 'card', 'members', 'row'];
const signs: Sign[] = ['chair', 'vacant', 'foldable', 'folded'];

interface Drawn {
  kind: Kind;
  owner: string;
  text?: string;
  signs?: Sign[];
  at: [number, number, number, number];
  within?: Drawn[];
}

function chartOf(drawn: Drawn[]): Chart {
  const boxes: Chart['boxes'] = {
    kind: [], signs: [], x: [], y: [], width: [], height: [], end: [], count: [], text: [], owner: [], holder: [], owners: [],
  };
  const text: Chart['text'] = { word: [], style: [], x: [], y: [], words: [] };
  const add = ({ kind, owner, text: words, signs: own = [], at: [x, y, width, height], within = [] }: Drawn) => {
    const box = boxes.kind.length;
    boxes.kind.push(kinds.indexOf(kind));
    boxes.signs.push(own.reduce((bits, sign) => bits | (1 << signs.indexOf(sign)), 0));
    boxes.x.push(x * 16);
    boxes.y.push(y * 16);
    boxes.width.push(width * 16);
    boxes.height.push(height * 16);
    boxes.end.push(0);
    boxes.count.push(1);
    boxes.text.push(text.word.length);
    boxes.owner.push(boxes.owners.push(owner) - 1);
    boxes.holder.push(-1);
    if (words !== undefined) {
      text.word.push(text.words.push(words) - 1);
      text.style.push(0);
      text.x.push(x * 16);
      text.y.push(y * 16);
    }
    within.forEach(add);
    boxes.end[box] = boxes.kind.length;
  };
  drawn.forEach(add);
  return { width: 800 * 16, height: 400 * 16, boxes, text, lines: [], dotted: [], kinds, signs, styles: ['name'] };
}

const list: Drawn = {
  kind: 'members', owner: 'list', text: 'Các thành viên', signs: ['foldable'], at: [0, 120, 800, 200],
  within: [
    { kind: 'row', owner: 'm1', text: 'Ba Vì', at: [0, 140, 100, 16] },
    { kind: 'row', owner: 'm2', text: 'Đống Đa', at: [0, 160, 100, 16] },
  ],
};
const head: Drawn = {
  kind: 'tier', owner: 'heads', text: 'Trưởng ban', at: [0, 0, 800, 60],
  within: [{ kind: 'card', owner: 'chair', text: 'Trần Thị Hạnh', signs: ['chair'], at: [300, 0, 200, 60] }],
};
const scene = sceneOf(chartOf([head, list]));
const view = { width: 800, height: 400 };

describe('a scene', () => {
  test('knows what lies within what', () => {
    expect([...scene.parent]).toEqual([-1, 0, -1, 2, 2]);
    expect(written(scene, 1)).toBe('Trần Thị Hạnh');
    expect(has(scene, 1, 'chair')).toBe(true);
    expect(has(scene, 1, 'vacant')).toBe(false);
    expect(scene.find('m2')).toBe(4);
    expect(scene.find('nobody')).toBe(-1);
  });

  test('answers with the innermost box', () => {
    expect(boxAt(scene, 310, 10)).toBe(1);
    expect(boxAt(scene, 10, 10)).toBe(0);
    expect(boxAt(scene, 10, 165)).toBe(4);
    expect(boxAt(scene, 10, 100)).toBe(-1);
  });

  test('is found by words without their tones', () => {
    expect(found(scene, 'hanh')).toEqual([1]);
    expect(found(scene, 'dong da')).toEqual([4]);
    expect(found(scene, 'ong')).toEqual([]);
    expect(found(scene, ' ')).toEqual([]);
    expect(typedTo(scene, 1, 't')).toBe(2);
    expect(typedTo(scene, 4, 'tr')).toBe(0);
    expect(typedTo(scene, 0, 'x')).toBe(-1);
  });
});

describe('what is seen', () => {
  const none = () => ({ boxes: [] as number[], blocks: [] as number[] });

  test('is all of it where there is room', () => {
    expect(seen(scene, { x: 0, y: 0, zoom: 1 }, view, none())).toEqual({ boxes: [0, 1, 2, 3, 4], blocks: [] });
  });

  test('is nothing of what lies outside, with what lies within that', () => {
    expect(seen(scene, { x: 0, y: 100, zoom: 1 }, view, none()).boxes).toEqual([2, 3, 4]);
    expect(seen(scene, { x: 900, y: 0, zoom: 1 }, view, none())).toEqual({ boxes: [], blocks: [] });
  });

  test('becomes one block where its rows could not be read', () => {
    expect(seen(scene, { x: 0, y: 0, zoom: 0.2 }, view, none())).toEqual({ boxes: [0, 1], blocks: [2] });
  });
});

describe('the keyboard', () => {
  test('walks in reading order, in and out', () => {
    expect(step(scene, -1, 'ArrowDown')).toEqual({ to: 0 });
    expect(step(scene, 0, 'ArrowDown')).toEqual({ to: 1 });
    expect(step(scene, 4, 'ArrowDown')).toBeNull();
    expect(step(scene, 0, 'ArrowRight')).toEqual({ to: 1 });
    expect(step(scene, 4, 'ArrowLeft')).toEqual({ to: 2 });
    expect(step(scene, 3, 'Home')).toEqual({ to: 0 });
    expect(step(scene, 0, 'End')).toEqual({ to: 4 });
    expect(step(scene, 1, 'Enter')).toEqual({ choose: 1 });
    expect(step(scene, 1, 'x')).toBeNull();
  });

  test('folds a list and unfolds it', () => {
    expect(step(scene, 2, 'ArrowLeft')).toEqual({ fold: 2 });
    const away = sceneOf(chartOf([head, { ...list, signs: ['foldable', 'folded'], within: [] }]));
    expect(step(away, 2, 'ArrowRight')).toEqual({ fold: 2 });
    expect(step(away, 2, 'ArrowLeft')).toBeNull();
  });

  test('is told where a box stands among its own', () => {
    const rank = ranks(scene);
    expect(rank(4)).toEqual({ level: 2, place: 2, of: 2 });
    expect(rank(2)).toEqual({ level: 1, place: 2, of: 2 });
  });
});

describe('the way to another date', () => {
  const later = sceneOf(
    chartOf([
      { ...head, within: [{ ...head.within![0]!, at: [100, 0, 200, 60] }] },
      { ...list, within: [{ kind: 'row', owner: 'other', text: 'Ba Vì', at: [0, 160, 100, 16] }, { kind: 'row', owner: 'm9', text: 'Sơn Tây', at: [0, 140, 100, 16] }] },
    ]),
  );

  test('moves what stays, by its key or by its words, and tells what comes and goes', () => {
    const way = tween(scene, later)!;
    expect([...Array(way.stays.count).keys()].map((box) => way.stays.key(box))).toEqual(['heads', 'chair', 'list', 'other']);
    expect([...Array(way.comes.count).keys()].map((box) => written(way.comes, box))).toEqual(['Sơn Tây']);
    expect([...Array(way.goes.count).keys()].map((box) => written(way.goes, box))).toEqual(['Đống Đa']);
    expect(onTheWay(way, 0).x[1]).toBe(300);
    expect(onTheWay(way, 0.5).x[1]).toBe(200);
    expect(onTheWay(way, 1).x[1]).toBe(100);
    // Words move with their box.
    expect(onTheWay(way, 0.5).words.x[way.stays.first[1]!]).toBe(200);
  });
});

describe('the camera', () => {
  const plane = { width: 4000, height: 2000 };

  test('keeps what is under the pointer', () => {
    const near = zoomed({ x: 10, y: 20, zoom: 1 }, 2, { x: 100, y: 50 });
    expect([near.x + 100 / near.zoom, near.y + 50 / near.zoom]).toEqual([110, 70]);
  });

  test('fits the whole, and looks first at the head where the width has room', () => {
    const whole = fit(plane, view);
    expect(whole.zoom).toBeCloseTo(368 / 2000);
    expect(firstLook({ width: 800, height: 900 }, view)).toEqual({ x: 0, y: 0, zoom: 1 });
    expect(firstLook(plane, view)).toEqual(whole);
  });

  test('never loses the plane', () => {
    const far = kept(moved({ x: 0, y: 0, zoom: 1 }, 99999, -99999), plane, view);
    expect(far.x).toBeLessThan(plane.width);
    expect(far.y).toBeGreaterThan(-view.height);
  });

  test('moves no further than it must to show a place', () => {
    const from = { x: 0, y: 0, zoom: 1 };
    expect(showing(from, { x: 100, y: 100, width: 50, height: 20 }, view, 0.8)).toEqual(from);
    expect(showing(from, { x: 900, y: 100, width: 50, height: 20 }, view, 0.8)).toEqual({ x: 166, y: 0, zoom: 1 });
    expect(showing({ ...from, zoom: 0.1 }, { x: 900, y: 100, width: 50, height: 20 }, view, 0.8).zoom).toBe(0.8);
  });

  test('flies to where it is sent', () => {
    const to = { x: 50, y: 60, zoom: 2 };
    expect(between({ x: 0, y: 0, zoom: 1 }, to, view, 1)).toEqual(to);
    expect(between({ x: 0, y: 0, zoom: 1 }, to, view, 0.5).zoom).toBeCloseTo(Math.SQRT2);
  });
});
