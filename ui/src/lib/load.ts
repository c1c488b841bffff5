// Who sits where, as a table: which rows, in which order, and how committees and roles are called where room is short.

import type { Load, MatrixCell } from './types';
import { byGivenName, plain } from './words';

export type Order = 'load' | 'name';

/** The rows that a filter leaves. They come busiest first; by name, people stand before posts without a known holder. */
export function rowsOf(rows: readonly Load[], filter: string, order: Order): Load[] {
  const wanted = plain(filter.trim());
  const left = rows.filter(({ who, post }) => plain(`${who} ${post ?? ''}`).includes(wanted));
  if (order === 'load') return left;
  return left.sort((a, b) => Number(b.known) - Number(a.known) || byGivenName(a.who, b.who));
}

/** The seats of a row, column by column; a person may have several in one committee. */
export function byCommittee(cells: readonly MatrixCell[], count: number): MatrixCell[][] {
  const columns: MatrixCell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) columns[cell.committee]?.push(cell);
  return columns;
}

/** Phó Trưởng ban Thường trực: PTBTT. Marks of tone and vowel are left out, as offices do: Ủy viên is UV. */
export function initials(role: string): string {
  const letters = role.split(/[\s,–-]+/).map((word) => word.charAt(0).normalize('NFD').replace(/\p{M}/gu, ''));
  return letters.join('').toUpperCase();
}

/** The roles with their initials, each once, in the order in which they are met by rank. */
export function legend(rows: readonly Load[]): { short: string; role: string }[] {
  const first: MatrixCell['rank'][] = ['chair', 'standing_deputy', 'deputy'];
  const place = ({ rank }: MatrixCell) => (first.includes(rank) ? first.indexOf(rank) : first.length);
  const cells = rows.flatMap((row) => row.cells).filter(({ role }) => role !== null);
  const ordered = cells.sort((a, b) => place(a) - place(b));
  return [...new Set(ordered.map(({ role }) => role ?? ''))].map((role) => ({ short: initials(role), role }));
}

const kinds: [RegExp, string][] = [
  [/^Ban chỉ đạo/i, 'BCĐ'],
  [/^Hội đồng/i, 'HĐ'],
  [/^Tổ công tác/i, 'TCT'],
  [/^Tổ giúp việc/i, 'TGV'],
  [/^Ban quản lý/i, 'BQL'],
];

/** A committee's name where room is short: its kind by initials, without the territory that the office itself has. */
export function shortName(name: string, office: string): string {
  const [words, own] = [name.split(' '), office.split(' ')];
  let same = 0;
  while (same < Math.min(words.length, own.length) - 1 && words.at(-1 - same) === own.at(-1 - same)) same += 1;
  const here = same >= 2 ? words.slice(0, -same).join(' ') : name;
  const kind = kinds.find(([start]) => start.test(here));
  return kind ? here.replace(kind[0], kind[1]) : here;
}
