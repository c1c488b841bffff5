// The marks of a list whose entries have moved.

import type { Mark } from '../types';

/** Marks of one decision's list with the new number of each entry; null for an entry that is gone. */
export function renumbered(
  marks: readonly Mark[],
  decision: number,
  list: string,
  to: (at: number) => number | null,
): Mark[] {
  const start = `${list}.`;
  return marks.flatMap((mark) => {
    if (mark.decision !== decision || !mark.field.startsWith(start)) return [mark];
    const [, at, rest = ''] = /^(\d+)(\..*)?$/.exec(mark.field.slice(start.length)) ?? [];
    if (at === undefined) return [mark];
    const now = to(Number(at));
    return now === null ? [] : [{ ...mark, field: `${start}${now}${rest}` }];
  });
}

/** The same of what is kept by the paths of entries: `repeals.1`. */
export function renamed<T>(kept: Readonly<Record<string, T>>, list: string, to: (at: number) => number | null): Record<string, T> {
  const start = `${list}.`;
  const moved = Object.entries(kept).flatMap(([field, value]): [string, T][] => {
    const at = field.startsWith(start) ? Number(field.slice(start.length)) : null;
    if (at === null) return [[field, value]];
    const now = to(at);
    return now === null ? [] : [[`${start}${now}`, value]];
  });
  return Object.fromEntries(moved);
}
