// The timeline drawn large: places for bars, arcs and words on a given width.

import { shown, dayNumber } from './dates';
import { grouped } from './grouped';
import { type Scale, place, yearStep } from './scale';
import type { DecisionOn, Relation, TimelineAnswer } from './types';

const LANE = 62;
const EVENT = 17;
/** A number is set a little larger than what the widths are measured at. */
const NUMBER = 12.5 / 11.5;

export interface DrawnTimeline {
  scale: Scale;
  top: number;
  height: number;
  bars: {
    id: string;
    decision: DecisionOn;
    x: number;
    y: number;
    width: number;
    inForce: boolean;
    text: { x: number; end: boolean; second: string } | null;
  }[];
  /** From the decision that acts to the one that is acted on. */
  links: { path: string; head: string }[];
  /** What a decision does to others, said once. */
  words: { x: number; y: number; anchor: 'start' | 'middle' | 'end'; relations: Relation[] }[];
  events: { x: number; y: number; what: string; date: string; end: boolean }[];
  years: { x: number; year: number; named: boolean }[];
}

export function drawTimeline(
  { strip, decisions, relations, events }: TimelineAnswer,
  date: string,
  width: number,
  measure: (text: string, weight: number) => number,
  say: (relation: Relation) => string,
): DrawnTimeline {
  const scale: Scale = { from: strip.from, to: strip.to, left: 16, right: Math.max(200, width - 18) };
  const day = dayNumber(date);
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const placedEvents = events.map((event) => {
    const x = place(scale, dayNumber(event.date));
    const wide = measure(`${event.what}, ${shown(event.date)}`, 400) + 6;
    return { ...event, x, wide, end: x + wide > width };
  });
  // Words of outside events stand in steps above the lanes, so that neighbours do not write over each other.
  const steps = stepped(placedEvents.map(({ x, wide, end }) => (end ? [x - wide, x] : [x, x + wide])));
  const rows = Math.max(0, ...steps.map((step) => step + 1));
  const top = rows * EVENT + (rows > 0 ? 6 : 0);
  const first = top + 44;
  const laneY = (lane: number) => first + lane * LANE;
  const height = laneY(Math.max(0, strip.lanes - 1)) + 62;

  const bars = strip.bars.flatMap(({ decision: id, from, to, lane }) => {
    const decision = byId.get(id);
    if (!decision) return [];
    const [x, end] = [place(scale, from), place(scale, to ?? scale.to)];
    const inForce = from <= day && (to === null || day < to);
    return [{ id, decision, lane, x, y: laneY(lane), width: Math.max(2, end - x), inForce }];
  });
  const needle = place(scale, day);
  const named = bars.map((bar) => {
    // A name may run on until the next decision of its lane begins; past the edge it is written to the left.
    // It steps aside for the needle.
    const following = bars.filter((other) => other.lane === bar.lane && other.x > bar.x).map((other) => other.x);
    const start = bar.x + (Math.abs(needle - bar.x) < 16 ? 9 : -5);
    const room = Math.min(width, ...following) - start - 8;
    const need = measure(bar.decision.number, 600) * NUMBER;
    if (room >= need) return { ...bar, text: { x: start, end: false, second: fit(bar.decision, room, measure) } };
    const before = bars.filter((other) => other.lane === bar.lane && other.x < bar.x).map((other) => other.x + 110);
    const left = bar.x - Math.max(0, ...before);
    if (left < need) return { ...bar, text: null };
    return { ...bar, text: { x: bar.x + 5, end: true, second: fit(bar.decision, left, measure) } };
  });
  const drawnBars = new Map(bars.map((bar) => [bar.id, bar]));
  const pairs = relations.flatMap(({ from, to, relation }) => {
    const [acts, other] = [drawnBars.get(from), drawnBars.get(to)];
    return acts && other ? [{ acts, other, relation }] : [];
  });
  // Each does something to the other on its own day: straight up or down to the other's bar; along one lane in a bow.
  const links = pairs.map(({ acts: { x, y, lane }, other }) => {
    if (lane === other.lane) {
      const [a, b, over] = [other.x, x, y - 8];
      const path = `M${b - 3} ${over} C${b - 24} ${over - 26} ${a + 24} ${over - 26} ${a + 4} ${over}`;
      return { path, head: `M${a + 1} ${over + 3} l1 -8 l6 5 z` };
    }
    const end = other.y + (other.lane < lane ? 5 : -5);
    return { path: `M${x} ${y} V${end}`, head: `M${x} ${end} l-3.5 ${other.lane < lane ? 7 : -7} h7 z` };
  });
  const words = [...grouped(pairs, ({ acts }) => acts.id).values()].flatMap((own): DrawnTimeline['words'] => {
    const [first] = own;
    if (!first) return [];
    const { acts, other } = first;
    const said = [...new Set(own.map(({ relation }) => relation))];
    if (own.every((pair) => pair.other.lane === acts.lane)) {
      return [{ x: (acts.x + other.x) / 2, y: acts.y - 32, anchor: 'middle', relations: said }];
    }
    const end = acts.x > width - 140;
    return [{ x: acts.x + (end ? -9 : 9), y: acts.y - 10, anchor: end ? 'end' : 'start', relations: said }];
  });
  // What would run into the words of the next decision of its lane is written before its own line.
  const told = words.map((word) => {
    const wide = measure(word.relations.map(say).join(', '), 400);
    const next = words.some(({ x, y }) => y === word.y && x > word.x && x < word.x + wide + 6);
    return next && word.anchor === 'start' ? { ...word, x: word.x - 18, anchor: 'end' as const } : word;
  });
  const step = yearStep((365.25 * (scale.right - scale.left)) / Math.max(1, scale.to - scale.from));
  return {
    scale,
    top,
    height,
    bars: named,
    links,
    words: told,
    events: placedEvents.map((event, at) => ({ ...event, y: (steps[at] ?? 0) * EVENT + 12 })),
    years: strip.years.map(({ day: on, year }) => ({ x: place(scale, on), year, named: year % step === 0 })),
  };
}

/** The subject as far as it fits; whole words, the rest is in the table below and on focus. */
function fit({ subject }: DecisionOn, room: number, measure: (text: string, weight: number) => number): string {
  if (!subject || measure(subject, 400) <= room) return subject ?? '';
  const words = subject.split(' ');
  while (words.length > 0 && measure(`${words.join(' ')} …`, 400) > room) words.pop();
  return words.length > 1 ? `${words.join(' ')} …` : '';
}

/** For each stretch the lowest row in which nothing stands there yet. */
function stepped(stretches: readonly (readonly number[])[]): number[] {
  const rows: (readonly number[])[][] = [];
  return stretches.map((stretch) => {
    const [from = 0, to = 0] = stretch;
    const free = rows.findIndex((row) => row.every(([start = 0, end = 0]) => to + 10 <= start || end + 10 <= from));
    const at = free < 0 ? rows.length : free;
    (rows[at] ??= []).push(stretch);
    return at;
  });
}
