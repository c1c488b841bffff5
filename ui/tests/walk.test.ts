import { type Box, nextBox } from '$lib/walk';
import { expect, test } from 'vitest';

// A chair, two deputies, three members: as a chart stands.
const box = (key: string, x: number, y: number): Box => ({ key, x, y, width: 100, height: 50 });
const chair = box('chair', 100, 0);
const boxes = [chair, box('left', 50, 100), box('right', 200, 100), box('a', 0, 200), box('b', 110, 200), box('c', 220, 200)];
const at = (key: string) => boxes.find((found) => found.key === key) ?? chair;

test.each([
  ['chair', 'down', 'left'],
  ['left', 'right', 'right'],
  ['right', 'left', 'left'],
  ['right', 'down', 'c'],
  ['b', 'up', 'left'],
  ['a', 'right', 'b'],
] as const)('from %s %s lies %s', (from, direction, to) => {
  expect(nextBox(boxes, at(from), direction)?.key).toBe(to);
});

test('at the edge there is nothing further', () => {
  expect(nextBox(boxes, chair, 'up')).toBeNull();
  expect(nextBox(boxes, at('a'), 'left')).toBeNull();
});

test('every box can be reached from every other', () => {
  for (const start of boxes) {
    const seen = new Set([start.key]);
    const open = [start];
    for (let here = open.pop(); here; here = open.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = nextBox(boxes, here, direction);
        if (next && !seen.has(next.key)) {
          seen.add(next.key);
          open.push(next);
        }
      }
    }
    expect(seen.size).toBe(boxes.length);
  }
});
