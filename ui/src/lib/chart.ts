// The chart's geometry comes in sixteenths of a px. Here it becomes what can be drawn, chosen and walked.

import type { Chart, SeatOn } from './types';
import type { Box } from './walk';

export const px = (sixteenths: number) => sixteenths / 16;

/** What one chooses: a seat, or one of the holders of a class seat. */
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

/** From the rule of a group to its first row, in px: its heading, be it one line or two. */
export function headingHeight({ heading }: Chart['groups'][number]): number {
  return 11 + Math.max(1, heading.length) * 17.5;
}

/** Everything in a chart that can be chosen, with its place; in reading order. */
export function boxes(chart: Chart): Box[] {
  const sized = (key: string, { x, y, width, height }: Omit<Box, 'key'>): Box => {
    return { key, x: px(x), y: px(y), width: px(width), height: px(height) };
  };
  const cards = chart.cards.map((card) => sized(card.seat, card));
  const groups = chart.groups.flatMap((group) => {
    const heading = group.seat === null ? [] : [sized(group.seat, { ...group, height: headingHeight(group) * 16 })];
    // Several holders of one class are told apart by their place; a single seat is its own row.
    const ofClass = group.kind === 'class';
    const rows = group.rows.map((row) => sized(keyOf({ seat: row.seat, holder: ofClass ? row.holder : null }), row));
    return [...heading, ...rows];
  });
  return [...cards, ...groups];
}

/** A seat in words, for whoever does not see the chart. */
export function spoken(seat: SeatOn, holder: number | null): string {
  const one = holder === null ? (seat.kind === 'class' ? undefined : seat.holders[0]) : seat.holders[holder];
  const post = one ? [one.post, one.organization].filter(Boolean).join(' ') : '';
  return [seat.role, one?.person, post || seat.as_written].filter(Boolean).join(', ');
}
