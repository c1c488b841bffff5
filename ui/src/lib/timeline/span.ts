// Which days are in sight: zooming and panning over the days of a timeline.

import { type Tick, ticksOf } from './axis';

export interface Span {
  /** The day at the left edge; days have fractions while one pans. */
  left: number;
  /** How many px a day takes. */
  perDay: number;
  /** The width that days have, in px. */
  width: number;
}

export interface Bounds {
  from: number;
  to: number;
}

/** Nearer than this nothing more is to be seen: a day is as wide as its name. */
export const NEAREST = 48;

/** Room at both ends, so that the first point does not stick to the edge, in px. */
const AIR = 14;

export const dayAt = ({ left, perDay }: Span, x: number): number => left + x / perDay;
export const xOf = ({ left, perDay }: Span, day: number): number => (day - left) * perDay;

/** All days in sight. */
export function whole({ from, to }: Bounds, width: number): Span {
  const perDay = Math.min(NEAREST, Math.max(1, width - 2 * AIR) / Math.max(1, to - from));
  return { left: from - AIR / perDay, perDay, width };
}

/** Nearer or farther by a factor; the day under a point stays under it. */
export function zoomed(span: Span, factor: number, x: number, bounds: Bounds): Span {
  const least = whole(bounds, span.width).perDay;
  const perDay = Math.min(NEAREST, Math.max(least, span.perDay * factor));
  return kept({ ...span, perDay, left: dayAt(span, x) - x / perDay }, bounds);
}

/** Moved by some px: what was at the right comes into sight with more than 0. */
export function panned(span: Span, by: number, bounds: Bounds): Span {
  return kept({ ...span, left: span.left + by / span.perDay }, bounds);
}

/** The days from one to another, as near as they fit, and never nearer than a year a screen unless they are few. */
export function around(from: number, to: number, width: number, bounds: Bounds): Span {
  const days = Math.max(20, (to - from) * 1.3);
  const perDay = Math.min(NEAREST, width / days);
  return kept({ left: (from + to) / 2 - width / perDay / 2, perDay, width }, bounds);
}

/** The same days on another width. */
export function resized(span: Span, width: number, bounds: Bounds): Span {
  const all = whole(bounds, span.width);
  // What showed everything shows everything.
  if (span.perDay <= all.perDay * 1.001) return whole(bounds, width);
  return kept({ ...span, width }, bounds);
}

/** A day brought into sight if it is not. */
export function seen(span: Span, day: number, bounds: Bounds): Span {
  const x = xOf(span, day);
  if (x >= 0 && x <= span.width) return span;
  return kept({ ...span, left: day - span.width / span.perDay / 2 }, bounds);
}

function kept(span: Span, bounds: Bounds): Span {
  const all = whole(bounds, span.width);
  const perDay = Math.max(span.perDay, all.perDay);
  const first = bounds.from - AIR / perDay;
  const last = Math.max(first, bounds.to + AIR / perDay - span.width / perDay);
  return { ...span, perDay, left: Math.min(last, Math.max(first, span.left)) };
}

export function ticks(span: Span): Tick[] {
  return ticksOf(span.left, dayAt(span, span.width), span.perDay);
}
