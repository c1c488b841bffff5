//! Plain text, as saved from an editor or pasted from a portal: one block per line.

use crate::reading::{Align, Block, Cell, Part};

/// Lines of text as blocks. A line of cells between bars is a row of a table.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut table, mut row) = (0, 0);
    let mut in_table = false;
    for line in text.lines() {
        let cells = cells(line);
        if in_table && cells.is_none() {
            table += 1;
            row = 0;
        }
        in_table = cells.is_some();
        match cells {
            Some(cells) if cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | ' '))) => {}
            Some(cells) => {
                for (column, cell) in cells.into_iter().enumerate() {
                    let column = u32::try_from(column).unwrap_or(u32::MAX);
                    push(&mut blocks, cell, Some(Cell { table, row, column }));
                }
                row += 1;
            }
            None if line.trim().is_empty() => push(&mut blocks, "", None),
            None => push(&mut blocks, line.trim_end(), None),
        }
    }
    blocks
}

fn push(blocks: &mut Vec<Block>, text: &str, cell: Option<Cell>) {
    let bare = text.trim();
    let starred = |by: &str| bare.len() > 2 * by.len() && bare.starts_with(by) && bare.ends_with(by);
    blocks.push(Block {
        id: u32::try_from(blocks.len()).unwrap_or(u32::MAX),
        file: 0,
        part: if cell.is_some() { Part::Table } else { Part::Body },
        bold: starred("**"),
        italic: starred("*") && !starred("**"),
        align: Align::Left,
        text: text.chars().filter(|c| *c != '\u{feff}' && (!c.is_control() || *c == '\t')).collect(),
        cell,
    });
}

/// The cells of `| a | b |`; a line that is only a bar is what a portal left of a layout table.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    inner.contains('|').then(|| inner.split('|').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_between_bars_is_cells_and_a_lone_bar_is_not() {
        let blocks = blocks("|\n| 1 | Ông A |\n|---|---|\n| 2 | Bà B |");
        let cells: Vec<_> = blocks.iter().filter_map(|b| b.cell.map(|c| (c.row, c.column, b.text.as_str()))).collect();
        assert_eq!(cells, [(0, 0, "1"), (0, 1, "Ông A"), (1, 0, "2"), (1, 1, "Bà B")]);
    }
}
