//! Tables that are none: they only lay out a letterhead, a signature or a list.

use std::collections::HashSet;

use super::{Line, lower};
use crate::lexicon;
use crate::reading::Block;

/// Tables that only lay out the letterhead or the signature: their cells are read line by line.
pub fn letterheads(blocks: &[Block]) -> Vec<u32> {
    let heads = [
        "cộng hòa xã hội",
        "cộng hoà xã hội",
        "nơi nhận",
        "nơi gửi",
        "nơi gởi",
        "độc lập",
        "đảng cộng sản việt nam",
        "đoàn tncs hồ chí minh",
    ];
    let lays_out = |text: &str| {
        let said = |head: &str| {
            let mut letters = text.trim_start_matches(|c: char| c.is_whitespace() || c == '*').chars().map(lower);
            head.chars().all(|letter| letters.next() == Some(letter))
        };
        // A letterhead of an organization without the country's title.
        let numbered = || text.lines().skip(1).any(|line| line.trim_start().to_lowercase().starts_with("số:"));
        heads.into_iter().any(said) || numbered()
    };
    let cells = blocks.iter().filter_map(|block| block.cell.map(|cell| (cell.table, block)));
    let told = cells.filter(|(_, block)| lays_out(&block.text)).map(|(table, _)| table);
    let same = blocks.chunk_by(|one, other| table(one).is_some() && table(one) == table(other));
    let signed = same.filter(|blocks| signed_by_several(blocks)).filter_map(|blocks| blocks.first().and_then(table));
    told.chain(signed).collect()
}

/// One row in which each cell holds an office in capitals over a name: a joint paper that several sign, with the recipients
/// elsewhere.
fn signed_by_several(blocks: &[Block]) -> bool {
    let row = |block: &Block| block.cell.is_some_and(|cell| cell.row == 0);
    if blocks.len() < 4 || !blocks.iter().all(row) {
        return false;
    }
    let column = |block: &Block| block.cell.map(|cell| cell.column);
    let signs = |cell: &[Block]| {
        let mut lines = cell.iter().flat_map(|block| block.text.lines()).filter(|text| !text.trim().is_empty());
        let (Some(first), Some(last)) = (lines.next().map(Line::plain), lines.next_back().map(Line::plain)) else {
            return false;
        };
        let office = first.is_capitals() && lexicon::get().authorities.begin(first.all());
        office && !last.is_capitals() && crate::grammar::is_name(last.all())
    };
    let mut cells = blocks.chunk_by(|one, other| column(one) == column(other));
    cells.clone().count() > 1 && cells.all(signs)
}

/// Tables that are a list set in columns: one counted through ("1. Ông A …", "2. Bà B …" | "3. Ông C …"), or one that
/// has a role over each column ("Trưởng ban:" | "Ủy viên:").
pub fn lists(blocks: &[Block]) -> Vec<u32> {
    let same = blocks.chunk_by(|one, other| table(one).is_some() && table(one) == table(other));
    let lists = same.filter(|blocks| {
        let said: Vec<&Block> = blocks.iter().filter(|block| !block.text.trim().is_empty()).collect();
        counted_through(&said) || headed_by_roles(&said)
    });
    lists.filter_map(|blocks| blocks.first().and_then(table)).collect()
}

fn table(block: &Block) -> Option<u32> {
    block.cell.map(|cell| cell.table)
}

fn counted_through(blocks: &[&Block]) -> bool {
    let number = |text: &str| {
        let text = text.trim_start();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let marked = matches!(text.as_bytes().get(digits), Some(b'.' | b')' | b'/'));
        text.get(..digits).filter(|_| marked).and_then(|digits| digits.parse::<u32>().ok())
    };
    let cells: HashSet<(u32, u32)> =
        blocks.iter().filter_map(|block| block.cell.map(|cell| (cell.row, cell.column))).collect();
    let counted = || blocks.iter().enumerate().all(|(at, block)| number(&block.text) == u32::try_from(at + 1).ok());
    (2..=4).contains(&cells.len()) && blocks.len() > cells.len() && counted()
}

fn headed_by_roles(blocks: &[&Block]) -> bool {
    let at = |row: u32, column: u32| {
        let here = |block: &&&Block| block.cell.is_some_and(|cell| (cell.row, cell.column) == (row, column));
        blocks.iter().find(here)
    };
    let columns = blocks.iter().filter_map(|block| block.cell.map(|cell| cell.column)).max();
    let heading = |column: u32| {
        let head = at(0, column).map(|block| block.text.trim()).and_then(|text| text.strip_suffix(':'));
        head.is_some_and(|head| crate::grammar::is_role(Line::plain(head).all()))
    };
    columns == Some(1) && heading(0) && heading(1) && at(1, 0).is_some()
}

/// The blocks as they are read: such a list column by column.
pub fn in_order<'b>(blocks: &'b [Block], lists: &[u32]) -> Vec<&'b Block> {
    let mut order: Vec<&Block> = Vec::with_capacity(blocks.len());
    for same in blocks.chunk_by(|one, other| table(one) == table(other)) {
        let from = order.len();
        order.extend(same);
        if same.first().and_then(table).is_some_and(|table| lists.contains(&table)) {
            order[from..].sort_by_key(|block| block.cell.map(|cell| (cell.column, cell.row)));
        }
    }
    order
}
