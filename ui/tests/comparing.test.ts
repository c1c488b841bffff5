import { YEAR, before, daysOf, lastTogether, moves, unknownDays } from '$lib/comparing';
import type { Comparison, Moved } from '$lib/types';
import { expect, test } from 'vitest';

const decision = (id: string, effective_from: string) => ({ id, number: `${id}/QĐ-UBND`, effective_from });
const decisions = [decision('1', '2016-03-15'), decision('2', '2017-05-20'), decision('3', '2017-05-20'), decision('4', '2021-12-01')];

const comparison = (told: Partial<Comparison>): Comparison => ({
  committee: { id: 'c', name: 'Ban' },
  from: '2017-05-19',
  to: '2017-05-20',
  name_before: null,
  states: ['active', 'active'],
  heads: [14, 14],
  joined: [],
  left: [],
  changed: [],
  vacated: [],
  sub_bodies: [],
  flags: [],
  ...told,
});

test('without a choice, the eve and the day of the last decision on or before the date', () => {
  expect(daysOf(undefined, decisions, '2020-01-01')).toEqual({ from: '2017-05-19', to: '2017-05-20' });
  expect(daysOf(undefined, decisions, '2017-05-20')).toEqual({ from: '2017-05-19', to: '2017-05-20' });
  expect(daysOf(undefined, decisions, '2017-05-19')).toEqual({ from: '2016-03-14', to: '2016-03-15' });
});

test('before the first decision there is nothing to set side by side', () => {
  expect(daysOf(undefined, decisions, '2016-03-14')).toBeNull();
  expect(daysOf(undefined, [], '2020-01-01')).toBeNull();
});

test('a year ago follows the date, and so does the later of any two days', () => {
  expect(daysOf(YEAR, decisions, '2020-02-29')).toEqual({ from: '2019-02-28', to: '2020-02-29' });
  expect(daysOf('2018-01-01', decisions, '2020-01-01')).toEqual({ from: '2018-01-01', to: '2020-01-01' });
});

test('the needle may pass the other day: the earlier one stays first', () => {
  expect(daysOf('2018-01-01', decisions, '2017-01-01')).toEqual({ from: '2017-01-01', to: '2018-01-01' });
});

test('a path that names no day is no choice', () => {
  expect(daysOf('31-02', decisions, '2020-01-01')).toEqual({ from: '2017-05-19', to: '2017-05-20' });
});

test('decisions of one day belong together, and the one before them is another day', () => {
  expect(lastTogether(decisions, '2018-01-01').map(({ id }) => id)).toEqual(['2', '3']);
  expect(before(decisions, '2017-05-20')?.id).toBe('1');
  expect(before(decisions, '2016-03-15')).toBeNull();
});

test('whether anybody moved, in the committee or inside it', () => {
  expect(moves(comparison({}))).toBe(false);
  expect(moves(comparison({ vacated: [{} as Moved] }))).toBe(true);
  expect(moves(comparison({ sub_bodies: [comparison({})] }))).toBe(true);
});

test('the days of which nobody knows who sat', () => {
  expect(unknownDays(comparison({ heads: [null, 14] }))).toEqual(['2017-05-19']);
  expect(unknownDays(comparison({ heads: [null, null] }))).toHaveLength(2);
  expect(unknownDays(comparison({ heads: [0, 14] }))).toEqual([]);
});
