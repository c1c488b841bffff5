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
