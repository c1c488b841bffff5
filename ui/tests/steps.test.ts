import { lastDay, neighbours } from '$lib/steps';
import { expect, test } from 'vitest';

const decisions = [
  { number: '6193/QĐ-UBND', effective_from: '2014-11-25' },
  { number: '1943/QĐ-UBND', effective_from: '2016-04-21' },
  { number: '1944/QĐ-UBND', effective_from: '2016-04-21' },
];

test('a date steps to the nearest day of effect on each side', () => {
  expect(neighbours(decisions, '2015-06-01')).toEqual({
    previous: { date: '2014-11-25', number: '6193/QĐ-UBND' },
    next: { date: '2016-04-21', number: '1943/QĐ-UBND' },
  });
});

test('on the day itself, the step leads away from it', () => {
  expect(neighbours(decisions, '2016-04-21')).toEqual({
    previous: { date: '2014-11-25', number: '6193/QĐ-UBND' },
    next: null,
  });
});

test('the last day is the latest, whatever the order', () => {
  expect(lastDay([...decisions].reverse())).toBe('2016-04-21');
  expect(lastDay([])).toBeNull();
});
