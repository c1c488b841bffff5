// The blocks of a paper as it is set on screen: paragraphs, and tables put together from their cells.

import { grouped } from './grouped';
import type { Block } from './types';

export type Setting =
  | { kind: 'paragraph'; block: Block }
  | {
      kind: 'table';
      key: number;
      rows: Block[][][];
      /** A list has lines around its cells; a letterhead or signature is a table in the file only. */
      ruled: boolean;
    };

/** Neighbouring blocks of one table become that table: rows of cells, each a list of paragraphs. */
export function settings(blocks: readonly Block[]): Setting[] {
  const set: Setting[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    if (!block.cell) {
      set.push({ kind: 'paragraph', block });
      continue;
    }
    const { table } = block.cell;
    const first = at;
    while (blocks[at + 1]?.cell?.table === table) at += 1;
    const own = blocks.slice(first, at + 1);
    const written = rows(own);
    // An empty table is a rule drawn by other means.
    if (written.length > 0) set.push({ kind: 'table', key: table, rows: written, ruled: written.length > 2 });
  }
  return set;
}

function rows(blocks: readonly Block[]): Block[][][] {
  const byRow = [...grouped(blocks, ({ cell }) => cell?.row ?? 0).values()];
  const written = byRow.filter((cells) => cells.some(({ text }) => text.trim() !== ''));
  return written.map((cells) => {
    const byColumn = grouped(cells, ({ cell }) => cell?.column ?? 0);
    const last = Math.max(...byColumn.keys());
    return Array.from({ length: last + 1 }, (_, column) => byColumn.get(column) ?? []);
  });
}
