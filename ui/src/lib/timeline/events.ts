// Outside events above the lanes: their words in steps, so that neighbours do not write over each other.

import { dayNumber, shown } from '../dates';
import type { Measure } from './pen';
import { EVENT_ROWS, type EventMark } from './scene';
import { type Bounds, whole, xOf } from './span';

/** Each with a row, as they lie when everything is in sight; nearer they only move apart. */
export function placeEvents(
  events: readonly { date: string; what: string }[],
  bounds: Bounds,
  width: number,
  measure: Measure,
): EventMark[] {
  const span = whole(bounds, width);
  const free: number[] = Array.from({ length: EVENT_ROWS }, () => -Infinity);
  return [...events]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ date, what }) => {
      const words = `${what}, ${shown(date)}`;
      const [day, wide] = [dayNumber(date), measure.width(words, 11) + 12];
      const x = xOf(span, day);
      const start = x + wide > width ? x - wide : x;
      const row = free.findIndex((until) => until <= start);
      if (row < 0) return { day, words, row: null };
      free[row] = Math.max(x, start + wide);
      return { day, words, row };
    });
}
