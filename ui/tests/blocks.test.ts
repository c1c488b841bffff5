import { settings } from '$lib/blocks';
import type { Block } from '$lib/types';
import { expect, test } from 'vitest';

const block = (id: number, cell: Block['cell'] = null): Block => ({
  id,
  cell,
  text: String(id),
  part: 'body',
  bold: false,
  italic: false,
  align: 'left',
});

test('cells of one table become that table, and the text around it stays text', () => {
  const set = settings([
    block(0),
    block(1, { table: 0, row: 0, column: 0 }),
    block(2, { table: 0, row: 0, column: 2 }),
    block(3, { table: 0, row: 0, column: 2 }),
    block(4, { table: 0, row: 1, column: 0 }),
    block(5, { table: 1, row: 0, column: 0 }),
    block(6),
  ]);
  expect(set.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'table', 'paragraph']);
  const table = set[1];
  expect(table?.kind === 'table' && table.rows.map((row) => row.map((cell) => cell.map(({ id }) => id)))).toEqual([
    [[1], [], [2, 3]],
    [[4]],
  ]);
});
