// Which two days of a committee are set side by side. The later one is the date of the window, but for a decision,
// which is looked at on its own day.

import { addDays, addMonths, typed } from './dates';
import type { Since } from './places';
import type { Comparison, DecisionOn } from './types';

export interface Days {
  from: string;
  to: string;
}

type Effective = Pick<DecisionOn, 'id' | 'number' | 'effective_from'>;

export const YEAR: Since = 'year';

/** The decisions that took effect last, on or before a date: several where they share the day. */
export function lastTogether<D extends Effective>(decisions: readonly D[], date: string): D[] {
  const there = decisions.filter(({ effective_from: day }) => day <= date);
  const day = there.reduce((last, { effective_from: own }) => (own > last ? own : last), '');
  return there.filter(({ effective_from: own }) => own === day);
}

/** The two days, the earlier first; null where nothing took effect yet that one could look at. */
export function daysOf(since: Since | undefined, decisions: readonly Effective[], date: string): Days | null {
  if (since === YEAR) return { from: addMonths(date, -12), to: date };
  const anchor = since === undefined ? null : typed(since);
  if (anchor !== null) return anchor <= date ? { from: anchor, to: date } : { from: date, to: anchor };
  const [last] = lastTogether(decisions, date);
  return last ? { from: addDays(last.effective_from, -1), to: last.effective_from } : null;
}

/** The nearest decision before a day: where to look when a comparison shows nothing. */
export function before<D extends Effective>(decisions: readonly D[], day: string): D | null {
  return lastTogether(decisions, addDays(day, -1))[0] ?? null;
}

/** Whether anybody came, left, or took another role. */
export function moves({ joined, left, changed, vacated, sub_bodies: parts }: Comparison): boolean {
  return [joined, left, changed, vacated, parts].some((list) => list.length > 0);
}

/** The days on which nobody knows who sat. */
export function unknownDays({ heads, from, to }: Comparison): string[] {
  return [...(heads[0] === null ? [from] : []), ...(heads[1] === null ? [to] : [])];
}
