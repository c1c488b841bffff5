import { inSight } from '$lib/rows';
import { expect, test } from 'vitest';

test('of ten thousand rows only those in sight are drawn, with some beside them', () => {
  expect(inSight(10_000, 34, 0, 600)).toEqual({ from: 0, to: 26 });
  const middle = inSight(10_000, 34, 170_000, 600);
  expect(middle.from).toBeLessThanOrEqual(5000);
  expect(middle.to - middle.from).toBeLessThan(40);
  expect(inSight(10_000, 34, 340_000 - 600, 600).to).toBe(10_000);
});

test('a short list is drawn whole, and none is none', () => {
  expect(inSight(5, 34, 0, 600)).toEqual({ from: 0, to: 5 });
  expect(inSight(0, 34, 0, 600)).toEqual({ from: 0, to: 0 });
});

test('a list that grew shorter under the eye shows its end', () => {
  const seen = inSight(3, 34, 5000, 600);
  expect(seen.from).toBeLessThanOrEqual(seen.to);
});
