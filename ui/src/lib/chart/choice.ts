// What one chooses in a committee: a seat, or one of the holders of a class seat.

import type { SeatOn } from '../types';

export interface Choice {
  seat: string;
  holder: number | null;
}

export function keyOf({ seat, holder }: Choice): string {
  return holder === null ? seat : `${seat}.${holder}`;
}

export function choiceOf(key: string): Choice {
  const found = /^(.*)\.(\d+)$/.exec(key);
  return found?.[1] ? { seat: found[1], holder: Number(found[2]) } : { seat: key, holder: null };
}

/** A seat in words, for whoever does not see the chart. */
export function spoken(seat: SeatOn, holder: number | null): string {
  const one = holder === null ? (seat.kind === 'class' ? undefined : seat.holders[0]) : seat.holders[holder];
  const post = one ? [one.post, one.organization].filter(Boolean).join(' ') : '';
  return [seat.role, one?.person, post || seat.as_written].filter(Boolean).join(', ');
}
