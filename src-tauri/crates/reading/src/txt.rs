//! Plain text, as saved from an editor or pasted from a portal: one block per line.

use unicode_normalization::UnicodeNormalization;

use crate::reading::{Align, Block, Cell, Part};
use crate::unreadable::Unreadable;

/// Lines of text as blocks. A line of cells between bars is a row of a table.
pub fn blocks(bytes: &[u8]) -> Result<Vec<Block>, Unreadable> {
    let text = decode(bytes)?;
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
    Ok(blocks)
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
        text: text.nfc().filter(|c| *c != '\u{feff}' && (!c.is_control() || *c == '\t')).collect(),
        cell,
    });
}

/// The cells of `| a | b |`; a line that is only a bar is what a portal left of a layout table.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    inner.contains('|').then(|| inner.split('|').map(str::trim).collect())
}

fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let utf16 = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|error| Unreadable::damaged("text", error))
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Unreadable> {
    String::from_utf8(bytes.to_vec()).map_err(|error| Unreadable::damaged("text", error.utf8_error()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn utf16_and_marks_of_order_are_read() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("Điều 1".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(blocks(&bytes).unwrap()[0].text, "Điều 1");
        assert_eq!(blocks("\u{feff}Điều 1".as_bytes()).unwrap()[0].text, "Điều 1");
        assert!(blocks(b"\xC4\x90i\xE1\xBB").is_err());
    }

    #[test]
    fn a_row_between_bars_is_cells_and_a_lone_bar_is_not() {
        let blocks = blocks("|\n| 1 | Ông A |\n|---|---|\n| 2 | Bà B |".as_bytes()).unwrap();
        let cells: Vec<_> = blocks.iter().filter_map(|b| b.cell.map(|c| (c.row, c.column, b.text.as_str()))).collect();
        assert_eq!(cells, [(0, 0, "1"), (0, 1, "Ông A"), (1, 0, "2"), (1, 1, "Bà B")]);
    }
}
