import { dayAt, place, placeLabels, yearStep } from '$lib/scale';
import { expect, test } from 'vitest';

const scale = { from: 0, to: 1000, left: 50, right: 1050 };

test('a day and its place lead to each other', () => {
  for (const day of [0, 1, 499, 999]) expect(dayAt(scale, place(scale, day))).toBe(day);
});

test('nothing is chosen beyond the ends', () => {
  expect(dayAt(scale, -100)).toBe(0);
  expect(dayAt(scale, 5000)).toBe(999);
});

test('labels that would run into each other move aside, then to another row, then are left out', () => {
  const wanted = Array.from({ length: 8 }, () => ({ x: 500, width: 100, row: 0 }));
  const set = placeLabels(wanted, 0, 1000, 2);
  const placed = set.filter((label) => label !== null);
  expect(placed.length).toBeGreaterThanOrEqual(2);
  expect(placed.length).toBeLessThan(8);
  for (const a of placed) {
    for (const b of placed) {
      if (a === b || a.row !== b.row) continue;
      expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(100);
    }
  }
});

test('a label at an edge stays inside and still touches what it names', () => {
  const [label] = placeLabels([{ x: 4, width: 60, row: 0 }], 0, 1000, 1);
  expect(label).toEqual({ x: 0, row: 0 });
});

test('years are named as densely as they can be read', () => {
  expect(yearStep(80)).toBe(1);
  expect(yearStep(30)).toBe(2);
  expect(yearStep(3)).toBe(20);
});
