// From decision to decision along the days on which they take effect.

export interface Step {
  date: string;
  number: string;
}

interface Effective {
  number: string;
  effective_from: string;
}

/** The nearest days of effect before and after a date; decisions of one day are one step. */
export function neighbours(
  decisions: readonly Effective[],
  date: string,
): { previous: Step | null; next: Step | null } {
  let previous: Step | null = null;
  let next: Step | null = null;
  for (const { number, effective_from: day } of decisions) {
    if (day < date && (previous === null || day > previous.date)) previous = { date: day, number };
    if (day > date && (next === null || day < next.date)) next = { date: day, number };
  }
  return { previous, next };
}

/** The last day on which anything takes effect; null for a register without decisions. */
export function lastDay(decisions: readonly Effective[]): string | null {
  return decisions.reduce<string | null>((last, { effective_from: day }) => (last && last > day ? last : day), null);
}
