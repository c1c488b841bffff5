// The timeline's pure parts on drawings made by chance: nothing is lost when points fall together, nothing jumps when
// one pans, and what is under a point stays under it.
import { dayNumber } from '$lib/dates';
import { ticksOf } from '$lib/timeline/axis';
import { type Run, densest, density, held, runs, standing } from '$lib/timeline/clusters';
import { type Columns, OPEN, POINT, columns, laneOf, lowerBound } from '$lib/timeline/columns';
import { placeEvents } from '$lib/timeline/events';
import { hit } from '$lib/timeline/hit';
import { Measure } from '$lib/timeline/pen';
import { heights, rowAt, rowTop } from '$lib/timeline/rows';
import { type Span, NEAREST, dayAt, panned, resized, whole, xOf, zoomed } from '$lib/timeline/span';
import type { Act, TimelineDrawingAnswer } from '$lib/types';
import { expect, test } from 'vitest';

/** A sequence that is the same on every machine. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % below;
  };
}

const ACTS: Act[] = ['establish', 'reconstitute', 'amend'];

/** Rows of bars that do not overlap, some of them open at the end; a lane for every three rows. */
function drawing(seed: number, rows = 9, each = 80): TimelineDrawingAnswer {
  const below = chance(seed);
  const bars = { row: [], from: [], to: [], decision: [], words: [], marks: [], reading: [] } as TimelineDrawingAnswer['bars'];
  const starts = [0];
  for (let row = 0; row < rows; row += 1) {
    let day = 12_000 + below(500);
    for (let count = below(each); count > 0; count -= 1) {
      const to = day + 1 + below(below(4) === 0 ? 900 : 20);
      bars.row.push(row);
      bars.from.push(day);
      bars.to.push(count === 1 && below(2) === 0 ? OPEN : to);
      day = to + (below(3) === 0 ? below(400) : 0);
    }
    starts.push(bars.from.length);
  }
  const order = bars.from.map((_, at) => at);
  const total = order.length;
  const byDay = [...order].sort((a, b) => (bars.from[a] ?? 0) - (bars.from[b] ?? 0));
  const decision = new Array<number>(total).fill(0);
  byDay.forEach((bar, at) => (decision[bar] = at));
  const pairs = total > 1 ? Array.from({ length: 30 }, () => [below(total), below(total)]) : [];
  // As they come: by the bar that acts.
  pairs.sort(([a = 0], [b = 0]) => a - b);
  return {
    offices: [],
    from: 11_688,
    to: Math.max(23_376, ...bars.from) + 400,
    today: 20_000,
    starts,
    bars: { ...bars, decision, words: order.map(() => -1), marks: order.map(() => POINT), reading: order },
    lanes: {
      kinds: Array.from({ length: rows / 3 }, () => 'committee' as const),
      names: Array.from({ length: rows / 3 }, (_, at) => `Ban ${at}`),
      seconds: Array.from({ length: rows / 3 }, () => ''),
      ids: Array.from({ length: rows / 3 }, (_, at) => `${at}`),
      rows: Array.from({ length: rows / 3 + 1 }, (_, at) => at * 3),
    },
    arcs: { from: pairs.map(([a = 0]) => a), to: pairs.map(([, b = 0]) => b), relation: pairs.map(() => 0), relations: ['replaces'] },
    decisions: {
      ids: byDay.map((at) => `id-${at}`),
      numbers: byDay.map((at) => `${at}/QĐ-UBND`),
      subjects: byDay.map(() => ''),
      issued: byDay.map((at) => bars.from[at] ?? 0),
      from: byDay.map((at) => bars.from[at] ?? 0),
      to: byDay.map((at) => bars.to[at] ?? 0),
      act: byDay.map((at) => at % 3),
      acts: ACTS,
      marks: byDay.map(() => 0),
    },
    words: [],
    events: [],
  };
}

const all = (own: Columns, row: number, span: Span): Run[] => {
  const found: Run[] = [];
  runs(own, row, span, (first, end) => found.push({ first, end }));
  return found;
};

/** Spans of every zoom, anywhere. */
function spans(own: Columns, seed: number, count = 12): Span[] {
  const below = chance(seed + 99);
  return Array.from({ length: count }, () => {
    const wide = whole(own, 300 + below(1200));
    return panned(zoomed(wide, 1.8 ** below(14), below(300), own), below(40_000) - 20_000, own);
  });
}

test('every bar in sight is in one run and only one, in the order of days', () => {
  for (let seed = 0; seed < 25; seed += 1) {
    const own = columns(drawing(seed));
    for (const span of spans(own, seed, 8)) {
      for (let row = 0; row < own.rows; row += 1) {
        const found = all(own, row, span);
        const wrong = found.filter((run, at) => run.end <= run.first || (at > 0 && run.first !== found[at - 1]?.end));
        expect(wrong).toEqual([]);
        const [first, end] = [found[0]?.first ?? 0, found.at(-1)?.end ?? 0];
        const lost: number[] = [];
        for (let bar = own.starts[row] ?? 0; bar < (own.starts[row + 1] ?? 0); bar += 1) {
          const seen = (own.ends[bar] ?? 0) > span.left && xOf(span, own.begins[bar] ?? 0) < span.width;
          if (seen && (bar < first || bar >= end)) lost.push(bar);
        }
        expect(lost, `seed ${seed}`).toEqual([]);
      }
    }
  }
});

test('clusters count to the total, and say how many of each kind they hold', () => {
  for (let seed = 0; seed < 15; seed += 1) {
    const own = columns(drawing(seed));
    const span = whole(own, 700);
    let total = 0;
    for (let row = 0; row < own.rows; row += 1) {
      for (const run of all(own, row, span)) {
        const holds = held(own, run);
        total += holds.bars;
        expect(holds.acts.reduce((sum, [, count]) => sum + count, 0)).toBe(holds.bars);
        const counted = new Map<Act, number>();
        for (let bar = run.first; bar < run.end; bar += 1) {
          const act = ACTS[own.source.decisions.act[own.decision[bar] ?? 0] ?? 0] ?? 'other';
          counted.set(act, (counted.get(act) ?? 0) + 1);
        }
        expect(Object.fromEntries(holds.acts)).toEqual(Object.fromEntries(counted));
        expect([holds.from, holds.to]).toEqual([own.begins[run.first], own.begins[run.end - 1]]);
      }
    }
    expect(total).toBe(own.begins.length);
  }
});

test('a cluster stays the same while one pans, and never is wider than what touches', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const own = columns(drawing(seed));
    for (const span of spans(own, seed, 4)) {
      const moved = panned(span, 37, own);
      for (let row = 0; row < own.rows; row += 1) {
        const [before, after] = [all(own, row, span), all(own, row, moved)];
        // Whatever lies well inside both.
        const inside = (run: Run) => {
          const x = xOf(moved, own.begins[run.first] ?? 0);
          return x > 300 && x < moved.width - 100;
        };
        const known = new Set(before.map(({ first, end }) => `${first} ${end}`));
        expect(after.filter((run) => inside(run) && !known.has(`${run.first} ${run.end}`))).toEqual([]);
        const apart = ({ first, end }: Run) => ((own.begins[end - 1] ?? 0) - (own.begins[first] ?? 0)) * span.perDay;
        expect(after.filter((run) => apart(run) > Math.max(14, span.perDay))).toEqual([]);
      }
    }
  }
});

test('how dense a stretch is adds up to what takes effect in it, and stays the same while one pans', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const own = columns(drawing(seed));
    for (const span of spans(own, seed, 5)) {
      const { first, counts } = density(own.days, span, 3);
      expect(first > -3 && first <= 0 && first + counts.length * 3 >= span.width).toBe(true);
      const [left, right] = [Math.ceil(dayAt(span, first)), Math.ceil(dayAt(span, first + counts.length * 3))];
      const wanted = own.days.filter((day) => day >= left && day < right).length;
      expect(counts.reduce((a, b) => a + b, 0)).toBe(wanted);
      expect(Math.max(...counts)).toBeLessThanOrEqual(densest(own.days, 3 / span.perDay));
      const moved = panned(span, 30, own);
      const by = Math.round((moved.left - span.left) * span.perDay);
      if (by % 3 !== 0) continue;
      const after = density(own.days, moved, 3).counts;
      const shared = counts.length - by / 3 - 2;
      expect([...after.slice(1, shared)]).toEqual([...counts.slice(1 + by / 3, shared + by / 3)]);
    }
  }
});

test('the cost of a row is that of its px: as many runs as find room, whatever it holds', () => {
  const crowded = drawing(1, 3, 2);
  const days = Array.from({ length: 50_000 }, (_, at) => 11_700 + Math.floor(at / 5));
  crowded.bars.from = days;
  crowded.bars.to = days.map((day) => day + 1);
  crowded.bars.row = days.map(() => 0);
  crowded.bars.decision = days.map(() => -1);
  crowded.starts = [0, days.length, days.length, days.length];
  const own = columns(crowded);
  expect(all(own, 0, whole(own, 1000)).length).toBeLessThanOrEqual(1000 / 14 + 1000 / 252 + 3);
});

test('the day under a point stays under it while one zooms', () => {
  const own = columns(drawing(3));
  let span = zoomed(whole(own, 1000), 4, 500, own);
  for (const factor of [1.3, 1.7, 0.9, 2, 3]) {
    const day = dayAt(span, 420);
    span = zoomed(span, factor, 420, own);
    expect(dayAt(span, 420)).toBeCloseTo(day, 6);
  }
});

test('nobody zooms beyond a day or farther than everything, or pans over the ends', () => {
  const bounds = { from: 10_000, to: 20_000 };
  expect(zoomed(whole(bounds, 800), 1e9, 300, bounds).perDay).toBe(NEAREST);
  expect(zoomed(whole(bounds, 800), 1e-9, 300, bounds)).toEqual(whole(bounds, 800));
  const near = zoomed(whole(bounds, 800), 50, 400, bounds);
  expect(xOf(panned(near, -1e9, bounds), bounds.from)).toBeCloseTo(14, 6);
  expect(xOf(panned(near, 1e9, bounds), bounds.to)).toBeCloseTo(800 - 14, 6);
  expect(resized(whole(bounds, 800), 1200, bounds)).toEqual(whole(bounds, 1200));
});

test('the axis goes from decades to days, its names in order and apart', () => {
  for (let perDay = 0.002; perDay < NEAREST; perDay *= 1.23) {
    const ticks = ticksOf(8_000.5, 8_000.5 + 1200 / perDay, perDay);
    const days = ticks.map(({ day }) => day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(ticks.length).toBeLessThan(400);
    const named = ticks.filter(({ name }) => name !== null);
    expect(named.length).toBeGreaterThan(2);
    named.slice(1).forEach(({ day }, at) => expect((day - (named[at]?.day ?? 0)) * perDay).toBeGreaterThan(26));
  }
  const decades = ticksOf(dayNumber('1940-01-01'), dayNumber('2040-01-01'), 0.01);
  expect(decades.filter(({ name }) => name !== null).map(({ name }) => name)).toContain('1980');
  expect(ticksOf(dayNumber('2016-04-19'), dayNumber('2016-04-24'), 48).map(({ name }) => name)).toContain('21/4');
});

test('every height belongs to the row whose it is', () => {
  const own = columns(drawing(4));
  for (const room of [80, 300, 900]) {
    const high = heights(own, room, (_, at) => Array.from({ length: at }, () => ({ text: 'a', second: false })));
    for (let row = 0; row < own.rows; row += 1) {
      expect(rowAt(own, high, rowTop(own, high, row) + 1)).toBe(row);
      expect(rowAt(own, high, rowTop(own, high, row) + high.row - 1)).toBe(row);
    }
    expect(rowAt(own, high, high.tops.at(-1) ?? 0)).toBeNull();
  }
});

test('a point is hit where it is drawn', () => {
  const own = columns(drawing(7));
  const span = zoomed(whole(own, 800), 6, 300, own);
  const high = heights(own, 300, () => []);
  const said = { decisions: String, periods: String, lane: { decisions: '', elsewhere: '', unknown: '' }, empty: '', unknown: '', afterToday: '' };
  const scene = {
    columns: own, span, heights: high, scrolled: 0, width: 1000, height: 400, gutter: 200, head: 40, day: 15_000,
    chosen: null, hovered: null, events: [], said: { ...said, relation: {} as never },
  };
  let seen = 0;
  for (let row = 0; row < own.rows; row += 1) {
    for (const run of all(own, row, span)) {
      const x = xOf(span, own.begins[run.first] ?? 0);
      if (x < 1 || x > 799) continue;
      seen += 1;
      expect(hit(scene, 200 + x, 40 + rowTop(own, high, row) + 8)).toEqual({ on: 'run', run });
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect(hit(scene, 100, 60)).toEqual({ on: 'lane', lane: 0 });
  expect(hit(scene, 300, 10)).toEqual({ on: 'axis', day: Math.round(dayAt(span, 100)) });
});

test('what a bar is to a date', () => {
  const own = columns(drawing(2));
  const [from, to] = [own.begins[0] ?? 0, own.ends[0] ?? 0];
  expect([from - 1, from, to - 1, to].map((day) => standing(own, 0, day))).toEqual(['later', 'holds', 'holds', 'over']);
});

test('lanes and bounds are found by halving', () => {
  const own = columns(drawing(5, 30));
  for (let row = 0; row < 30; row += 1) expect(laneOf(own.lanes, row)).toBe(Math.floor(row / 3));
  expect([0, 5, 6, 99].map((value) => lowerBound(Int32Array.of(1, 5, 5, 9), value, 0, 4))).toEqual([0, 1, 3, 4]);
  const into = [...own.arcsIn].map((arc) => own.arcTo[arc] ?? 0);
  expect(into).toEqual([...own.arcTo].sort((a, b) => a - b));
});

test('words of outside events that would run into each other stand in steps, or are left to the pointer', () => {
  const measure = new Measure(null);
  const event = (date: string) => ({ date, what: 'Bỏ cấp huyện' });
  const placed = placeEvents(['2025-03-01', '2025-07-01', '2025-08-01', '2010-01-01'].map(event), { from: 12_000, to: 21_000 }, 900, measure);
  expect(placed.map(({ row }) => row)).toEqual([0, 0, 1, null]);
});

test('a text is cut between words and says so', () => {
  const measure = new Measure(null);
  const text = 'Ban Chỉ đạo Chuyển đổi số';
  expect(measure.fit(text, 1000, 11)).toBe(text);
  expect(measure.fit(text, 100, 11)).toBe('Ban Chỉ đạo …');
  expect(measure.fit(text, 20, 11)).toBe('');
  expect(measure.wrap(text, 90, 11)).toEqual(['Ban Chỉ đạo', 'Chuyển đổi số']);
});
