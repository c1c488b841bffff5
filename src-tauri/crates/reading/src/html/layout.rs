//! What the blocks of a page show when all are there: tables that only lay out the page, letters of old fonts.

use std::collections::HashMap;

use crate::encoding;
use crate::reading::{Block, Part, Warning};

/// A cell with more paragraphs than this is a part of the page.
const MOST_IN_CELL: usize = 12;

/// Words of links that do something with the page.
const BUTTONS: [&str; 16] = [
    "tải về",
    "tải xuống",
    "tải văn bản",
    "in trang",
    "in bài viết",
    "in văn bản",
    "xem thêm",
    "chia sẻ",
    "gửi email",
    "quay lại",
    "trang chủ",
    "về đầu trang",
    "đăng nhập",
    "lưu",
    "xem chi tiết",
    "tệp đính kèm",
];

/// Whether a link says what it does, not what the paper says.
pub fn is_button(words: &str) -> bool {
    let low = words.to_lowercase();
    BUTTONS.iter().any(|button| low == *button || (low.starts_with(button) && low.chars().count() < 30))
}

/// Takes the cells away from what stands in tables that lay out the page: those that hold tables, have one column,
/// or a part of the page in a cell.
pub fn free(blocks: &mut [Block], outer: &[u32]) {
    let mut cells: HashMap<(u32, u32, u32), usize> = HashMap::new();
    let mut columns: HashMap<u32, Vec<u32>> = HashMap::new();
    for cell in blocks.iter().filter_map(|block| block.cell) {
        *cells.entry((cell.table, cell.row, cell.column)).or_default() += 1;
        let known = columns.entry(cell.table).or_default();
        if known.len() < 2 && !known.contains(&cell.column) {
            known.push(cell.column);
        }
    }
    let mut lays_out: Vec<u32> = outer.to_vec();
    lays_out.extend(cells.iter().filter(|(_, count)| **count > MOST_IN_CELL).map(|((table, _, _), _)| *table));
    lays_out.extend(columns.iter().filter(|(_, columns)| columns.len() < 2).map(|(table, _)| *table));
    lays_out.sort_unstable();
    for block in blocks {
        if block.cell.is_some_and(|cell| lays_out.binary_search(&cell.table).is_ok()) {
            block.cell = None;
            block.part = Part::Body;
        }
    }
}

/// A character that no text holds, between the blocks while they are looked at together.
const BETWEEN: char = '\u{1e}';

/// Reads the letters of old fonts, which pages write by name ("&copy;" for â in TCVN3), as what they show.
pub fn mend(blocks: &mut [Block]) -> Option<Warning> {
    let all: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    let mended = encoding::mend(&all.join(&BETWEEN.to_string()));
    let warning = mended.warning?;
    for (block, text) in blocks.iter_mut().zip(mended.text.split(BETWEEN)) {
        text.clone_into(&mut block.text);
    }
    Some(warning)
}
