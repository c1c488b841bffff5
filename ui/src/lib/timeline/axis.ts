// The axis: from decades to days, as finely as the names can be read.

export interface Tick {
  day: number;
  /** Its name; null for a mark between two names. */
  name: string | null;
  /** Whether a year begins here. */
  strong: boolean;
}

const DAY = 86_400_000;
const YEAR = 365.2425;
/** The room that a name takes, in px: a year, a month, a day. */
const ROOM = { year: 44, month: 62, day: 48 };

const number = (year: number, month: number, day = 1) => Math.round(Date.UTC(year, month, day) / DAY);

/** Marks from one day to another, in their order; how many depends on the width, and not on the days. */
export function ticksOf(from: number, to: number, perDay: number): Tick[] {
  const first = new Date(Math.floor(from) * DAY);
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  if (perDay >= ROOM.day / 2) return days(Math.floor(from), to, perDay >= ROOM.day ? 1 : 2);
  if (perDay * 7 >= ROOM.day) return weeks(year, month, to);
  const monthly = [1, 3, 6].find((step) => step * 30.4 * perDay >= ROOM.month);
  if (monthly !== undefined) return months(year, month - (month % monthly), to, monthly);
  const yearly = [1, 2, 5, 10, 20, 50, 100].find((step) => step * YEAR * perDay >= ROOM.year) ?? 200;
  return years(year, to, yearly, perDay);
}

function days(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = from; day <= to; day += 1) {
    const date = new Date(day * DAY);
    const [on, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
    const strong = on === 1 && month === 0;
    const name = on === 1 ? `${on}/${month + 1}/${year}` : `${on}/${month + 1}`;
    // The first of a month takes more room: the day after it stays unnamed.
    ticks.push({ day, name: on === 1 || (on !== 2 && on % step === 0 && on < 31) ? name : null, strong });
  }
  return ticks;
}

function weeks(year: number, month: number, to: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = month; number(year, at) <= to; at += 1) {
    for (const on of [1, 8, 15, 22]) {
      const date = new Date(Date.UTC(year, at, on));
      const own = date.getUTCMonth() + 1;
      const name = on === 1 ? `${own}/${date.getUTCFullYear()}` : on === 8 ? null : `${on}/${own}`;
      ticks.push({ day: number(year, at, on), name, strong: on === 1 && own === 1 });
    }
  }
  return ticks;
}

function months(year: number, month: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = month; number(year, at) <= to; at += step) {
    const date = new Date(Date.UTC(year, at, 1));
    const strong = date.getUTCMonth() === 0;
    const name = strong ? String(date.getUTCFullYear()) : `${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
    ticks.push({ day: number(year, at), name, strong });
  }
  return ticks;
}

function years(year: number, to: number, step: number, perDay: number): Tick[] {
  // Marks between the names as long as they keep apart.
  const fine = YEAR * perDay >= 7 ? 1 : step;
  const ticks: Tick[] = [];
  for (let at = year - (year % fine); number(at, 0) <= to; at += fine) {
    ticks.push({ day: number(at, 0), name: at % step === 0 ? String(at) : null, strong: at % step === 0 });
  }
  return ticks;
}
