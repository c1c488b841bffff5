// The time strip on a width: where its points, bars, arcs, ticks and names stand. The days come laid out in lanes;
// only their places on this screen are worked out here.

import { dayNumber } from './dates';
import { type Scale, place, placeLabels, yearStep } from './scale';
import type { DecisionOn, Strip } from './types';

export interface Room {
  width: number;
  height: number;
  /** How wide a text is: size 11, the weight given. */
  measure: (text: string, weight: number) => number;
}

export interface Drawn {
  scale: Scale;
  axis: number;
  bars: { x: number; y: number; width: number; height: number; inForce: boolean; decision: string }[];
  points: { x: number; y: number; hollow: boolean; decision: string; number: string; date: string }[];
  arcs: { path: string; relation: Strip['arcs'][number]['relation']; x: number; y: number; worded: boolean }[];
  ticks: { x: number; top: number; bottom: number; what: string; date: string }[];
  labels: { x: number; y: number; text: string; strong: boolean }[];
  years: { x: number; year: number; named: boolean }[];
}

const BAR = 7;
/** More than this are a thicket on a strip of this height; the timeline shows them one by one. */
const MANY = 150;

export function drawStrip(
  strip: Strip,
  date: string,
  room: Room,
  relationWord: (relation: Strip['arcs'][number]['relation']) => string,
): Drawn {
  const { width, height, measure } = room;
  const scale: Scale = { from: strip.from, to: strip.to, left: 46, right: Math.max(120, width - 28) };
  // With little height only the line of bars, the needle and the years are left.
  const low = height < 70;
  const axis = height - (low ? 19 : 30);
  const lanes = Math.max(1, strip.lanes);
  const [top, bottom] = low ? [8, axis - 8] : [36, lanes === 1 ? 36 : axis - 22];
  const pitch = lanes === 1 ? 0 : (bottom - top) / (lanes - 1);
  const thick = lanes === 1 ? BAR : Math.max(2, Math.min(BAR - 2, pitch - 2));
  const laneY = (lane: number) => (lanes === 1 && low ? axis / 2 : top + lane * pitch);
  const day = dayNumber(date);
  const holds = (from: number, to: number | null) => from <= day && (to === null || day < to);
  const inForce = new Set(strip.bars.filter(({ from, to }) => holds(from, to)).map(({ decision }) => decision));

  // Of those that would be drawn over each other, the one that is in force, else the last.
  const thinned = <T>(all: readonly T[], key: (one: T) => string, strong: (one: T) => boolean): T[] => {
    if (all.length <= MANY) return [...all];
    const kept = new Map<string, T>();
    for (const one of all) {
      const at = key(one);
      const known = kept.get(at);
      if (known === undefined || strong(one) || !strong(known)) kept.set(at, one);
    }
    return [...kept.values()];
  };
  const step = (day: number) => Math.round(place(scale, day) / 3);
  const row = (lane: number) => Math.round(laneY(lane) / 2);

  const drawnBars = thinned(
    strip.bars,
    ({ from, to, lane }) => `${step(from)} ${step(to ?? scale.to)} ${row(lane)}`,
    ({ decision }) => inForce.has(decision),
  );
  const bars = drawnBars.map(({ decision, from, to, lane }) => {
    const [start, end] = [place(scale, from), place(scale, to ?? scale.to)];
    const y = laneY(lane) - thick / 2;
    return { decision, x: start, y, width: Math.max(1, end - start), height: thick, inForce: inForce.has(decision) };
  });
  const drawnPoints = thinned(
    strip.points,
    ({ day: on, lane }) => `${step(on)} ${row(lane)}`,
    ({ decision }) => inForce.has(decision),
  );
  const points = drawnPoints.map(({ decision, number, day: on, date: iso, lane, hollow }) => ({
    decision,
    number,
    hollow,
    date: iso,
    x: place(scale, on),
    y: laneY(lane),
  }));
  const arcs = (strip.arcs.length > MANY ? [] : strip.arcs).map(({ from, to, lane, relation }) => {
    const [a, b, y] = [place(scale, to), place(scale, from), laneY(lane) - 6];
    const rise = low ? Math.min(12, y - 2) : 20;
    const wide = measure(relationWord(relation), 400) + 8 < Math.abs(b - a);
    const path = `M${a + 4} ${y} C${a + 28} ${y - rise} ${b - 28} ${y - rise} ${b - 4} ${y}`;
    return { path, relation, x: (a + b) / 2, y: y - rise * 0.75 - 3, worded: !low && wide && lane === 0 };
  });
  const ticks = strip.ticks.map(({ day: on, date: iso, what }) => {
    const x = place(scale, on);
    return { x, what, date: iso, top: laneY(0) - thick / 2 - 4, bottom: laneY(lanes - 1) + thick / 2 + 4 };
  });
  const labels = low ? [] : names();
  const named = yearStep((365.25 * (scale.right - scale.left)) / Math.max(1, scale.to - scale.from));
  const years = strip.years.map(({ day: on, year }) => ({ x: place(scale, on), year, named: year % named === 0 }));
  return { scale, axis, bars, points, arcs, ticks, labels, years };

  // Decisions in force are named first, then the others, then outside events: who comes first finds room.
  function names(): Drawn['labels'] {
    // As many as could ever find room.
    const shownFirst = [...points].sort((a, b) => Number(inForce.has(b.decision)) - Number(inForce.has(a.decision))).slice(0, MANY);
    const wanted = shownFirst.map(({ x, number, decision }) => ({ x, text: number, strong: inForce.has(decision), row: 1 }));
    const outside = ticks.map(({ x, what }) => ({ x, text: what, strong: false, row: 0 }));
    const all = [...wanted, ...outside];
    const rows = [laneY(0) - 13, laneY(lanes - 1) + 18];
    const worded = arcs.filter((arc) => arc.worded);
    const arcWords = worded.map(({ x, relation }) => ({ x, width: measure(relationWord(relation), 400), row: 0 }));
    const asked = all.map(({ x, text, strong, row }) => ({ x, width: measure(text, strong ? 600 : 400), row }));
    // The needle takes its place in both rows: a number struck through cannot be read.
    const needle = [0, 1].map((row) => ({ x: place(scale, day), width: 0, row }));
    const first = [...arcWords, ...needle];
    const set = placeLabels([...first, ...asked], 8, width - 8, 2).slice(first.length);
    return all.flatMap(({ text, strong }, at) => {
      const found = set[at];
      return found ? [{ x: found.x, y: rows[found.row] ?? 0, text, strong }] : [];
    });
  }
}

/** The numbers of the decisions in force on a date. */
export function inForceOn(decisions: readonly DecisionOn[], date: string): DecisionOn[] {
  return decisions.filter((d) => d.effective_from <= date && (d.ended_on === null || date < d.ended_on));
}
