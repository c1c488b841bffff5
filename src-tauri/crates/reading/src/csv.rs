//! Text with separators (.csv, .tsv): the separator is the one that parts the lines most evenly.

use std::io::Read;

use crate::grid::{Blocks, Row};
use crate::reading::Block;
use crate::unreadable::Unreadable;
use crate::xlsx::Budget;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// So many records are looked at to find the separator.
const SAMPLE: usize = 60;
/// They stand in so many bytes at the beginning.
const SAMPLED: usize = 256 * 1024;
/// The columns of a spreadsheet at most; beyond, a line is none of a list.
const MOST_COLUMNS: usize = 16_384;

/// The blocks of a text in NFC.
pub fn blocks(text: &str) -> Result<Vec<Block>, Unreadable> {
    let parted = |line: &[u8]| line.iter().filter(|byte| SEPARATORS.contains(byte)).count();
    if text.as_bytes().split(|byte| *byte == b'\n').any(|line| parted(line) > 4 * MOST_COLUMNS) {
        return Err(Unreadable::TooLarge { bytes: text.len() as u64 });
    }
    let (text, said) = stated(text);
    let separator = said.unwrap_or_else(|| separator(text));
    let mut budget = Budget::new();
    let mut rows: Vec<Row> = Vec::new();
    let (mut end, mut gap) = (1, false);
    let mut record = ::csv::StringRecord::new();
    let mut reader = reader(text, separator);
    let damaged = |error: ::csv::Error| Unreadable::damaged("text", error);
    while reader.read_record(&mut record).map_err(damaged)? {
        // Lines and not records: an empty line must set its neighbours apart.
        let height = record.iter().map(|field| field.matches('\n').count()).sum::<usize>() + 1;
        let line = reader.position().line().saturating_sub(u64::try_from(height).unwrap_or(u64::MAX));
        let mut row = Row::default();
        for (column, field) in (0..).zip(&record) {
            let field = field.trim();
            if !field.is_empty() {
                budget.take(field)?;
                row.cells.push((column, field.replace("\r\n", "\n")));
            }
        }
        // A record over several lines is one row: only empty ones leave a gap.
        gap |= line > end;
        end = reader.position().line();
        if row.cells.is_empty() {
            gap = true;
            continue;
        }
        row.at = rows.last().map_or(0, |last| last.at + 1) + u32::from(std::mem::take(&mut gap));
        rows.push(row);
    }
    let mut blocks = Blocks::default();
    blocks.sheet(None, rows, &[]);
    Ok(blocks.blocks)
}

fn reader(text: &str, separator: u8) -> ::csv::Reader<impl Read> {
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes().chain(b"\n".as_slice()))
}

/// Excel writes "sep=;" into the first line.
fn stated(text: &str) -> (&str, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, None) };
    let said = first.trim().strip_prefix("sep=").and_then(|said| said.bytes().next());
    said.map_or((text, None), |said| (rest, Some(said).filter(|said| SEPARATORS.contains(said))))
}

/// The separator under which most records have the same number of fields, more than one; of two such, that with
/// more fields.
fn separator(text: &str) -> u8 {
    let text = &text[..text.floor_char_boundary(SAMPLED)];
    let mut best = (0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let mut widths: Vec<usize> =
            reader(text, separator).records().take(SAMPLE).flatten().map(|record| record.len()).collect();
        widths.retain(|width| *width > 1);
        widths.sort_unstable();
        let Some(common) = widths.get(widths.len() / 2).copied() else { continue };
        let same = widths.iter().filter(|width| **width == common).count();
        let score = same * 10 + common.min(20);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn cells(text: &str) -> Vec<(u32, u32, String)> {
        blocks(text)
            .unwrap()
            .into_iter()
            .filter_map(|block| Some((block.cell?.row, block.cell?.column, block.text)))
            .collect()
    }

    #[test]
    fn the_separator_is_found_whatever_the_cells_hold() {
        let cell = |row, column, text: &str| (row, column, text.to_owned());
        for (sign, other) in [(',', ';'), (';', ','), ('\t', ','), ('|', ',')] {
            let text = format!(
                "STT{sign}Họ tên{sign}Chức vụ\n1{sign}A{sign}\"Chủ tịch{sign} B\nC\"\n\n2{sign}D{other} E{sign}\n"
            );
            let wanted = [
                cell(0, 0, "STT"),
                cell(0, 1, "Họ tên"),
                cell(0, 2, "Chức vụ"),
                cell(1, 0, "1"),
                cell(1, 1, "A"),
                cell(1, 2, &format!("Chủ tịch{sign} B\nC")),
                cell(3, 0, "2"),
                cell(3, 1, &format!("D{other} E")),
            ];
            assert_eq!(cells(&text), wanted, "{sign:?}");
        }
    }

    #[test]
    fn titles_stand_above_and_a_stated_separator_counts() {
        let blocks = blocks("sep=;\nDANH SÁCH, BAN;;\nHọ tên;Chức vụ\nA;B, C\n").unwrap();
        let said: Vec<_> = blocks.iter().map(|block| (block.cell.is_some(), block.text.as_str())).collect();
        assert_eq!(said, [(false, "DANH SÁCH, BAN"), (true, "Họ tên"), (true, "Chức vụ"), (true, "A"), (true, "B, C")]);
    }
}
