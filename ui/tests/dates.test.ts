import {
  addDays,
  addMonths,
  dayNumber,
  instant,
  isDay,
  isoOf,
  shown,
  shownPartial,
  typed,
  typedPartial,
} from '$lib/dates';
import { expect, test } from 'vitest';

test('days are counted as the strip counts them', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayNumber('2016-04-21')).toBe(16_912);
  expect(isoOf(16_912)).toBe('2016-04-21');
  expect(dayNumber('1945-09-02')).toBeLessThan(0);
});

test('a date is shown as offices write it', () => {
  expect(shown('2016-04-21')).toBe('21/4/2016');
  expect(shown('2025-07-01')).toBe('1/7/2025');
});

test.each([
  ['21/4/2016', '2016-04-21'],
  [' 21-04-2016 ', '2016-04-21'],
  ['1.7.2025', '2025-07-01'],
  ['21042016', '2016-04-21'],
  ['2016-4-21', '2016-04-21'],
  ['29/2/2024', '2024-02-29'],
])('%s is typed for %s', (text, iso) => {
  expect(typed(text)).toBe(iso);
});

test.each(['', '31/2/2016', '29/2/2023', '21/13/2016', '4/2016', '21/4/16', '21/4/20161', 'hôm nay', '1/1/1800'])(
  '“%s” is no date',
  (text) => {
    expect(typed(text)).toBeNull();
  },
);

test('what is shown can be typed', () => {
  for (let day = dayNumber('2015-12-20'); day < dayNumber('2017-01-10'); day += 1) {
    expect(typed(shown(isoOf(day)))).toBe(isoOf(day));
  }
});

test.each([
  ['2014', '2014'],
  ['11/2014', '2014-11'],
  [' 1-2014', '2014-01'],
  ['2014-11', '2014-11'],
  ['25/11/2014', '2014-11-25'],
  ['25112014', '2014-11-25'],
])('%s is as much of a date as is known: %s', (text, iso) => {
  expect(typedPartial(text)).toBe(iso);
  expect(typedPartial(shownPartial(iso))).toBe(iso);
});

test.each(['', '13/2014', '0/2014', '14', '1900', '31/11/2014', 'tháng 11'])('“%s” is no part of a date', (text) => {
  expect(typedPartial(text)).toBeNull();
});

test('what is known of a date is shown, and no more', () => {
  expect(['2014', '2014-11', '2014-11-25'].map(shownPartial)).toEqual(['2014', '11/2014', '25/11/2014']);
  expect(['2014', '2014-11', '2014-11-25'].map(isDay)).toEqual([false, false, true]);
});

test('steps keep to the calendar', () => {
  expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
  expect(addDays('2016-01-01', -1)).toBe('2015-12-31');
  expect(addMonths('2016-01-31', 1)).toBe('2016-02-29');
  expect(addMonths('2016-03-31', -1)).toBe('2016-02-29');
  expect(addMonths('2016-12-05', 1)).toBe('2017-01-05');
});

test('an instant is told in the time of Việt Nam', () => {
  expect(instant('2026-11-23T17:30:00Z')).toBe('24/11/2026 00:30');
  expect(instant('no instant')).toBe('no instant');
});
