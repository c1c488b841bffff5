//! A sheet of cells, from a spreadsheet or from text with separators, as blocks: what stands above and below the
//! table as lines, the table as cells.

use std::collections::BTreeMap;

use crate::lexicon::headings;
use crate::reading::{Align, Block, Cell, Part};

/// A row that says anything, with its number in the sheet.
#[derive(Debug, Default)]
pub struct Row {
    pub at: u32,
    /// The cells that say anything, by column, in the order of the columns.
    pub cells: Vec<(u32, String)>,
}

impl Row {
    fn heads(&self) -> bool {
        // A running number shows at once that the row is none of headings.
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        self.cells.len() >= 2
            && !self.cells.iter().any(|(_, text)| number(text))
            && headings::heads(self.cells.iter().map(|(_, text)| text.as_str()))
    }
}

/// A cell over several rows: what its first row says holds for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tall {
    pub first: u32,
    pub last: u32,
    pub column: u32,
}

/// The blocks of a file of sheets, while they are put together.
#[derive(Debug, Default)]
pub struct Blocks {
    pub blocks: Vec<Block>,
    tables: u32,
}

impl Blocks {
    pub fn next(&self) -> u32 {
        u32::try_from(self.blocks.len()).unwrap_or(u32::MAX)
    }

    fn line(&mut self, text: String, part: Part) {
        self.push(text, part, None);
    }

    fn push(&mut self, text: String, part: Part, cell: Option<Cell>) {
        self.blocks.push(Block {
            id: self.next(),
            file: 0,
            part,
            text,
            bold: false,
            italic: false,
            align: Align::Left,
            cell,
        });
    }

    /// Adds a sheet. `name` is said where no line above the table says what the table is.
    pub fn sheet(&mut self, name: Option<&str>, rows: Vec<Row>, tall: &[Tall]) {
        let tables = tables(&rows);
        let titled = tables.first().is_none_or(|(first, _)| rows[..*first].iter().any(|row| row.cells.len() == 1));
        if let Some(name) = name.filter(|_| !titled) {
            self.line(name.to_owned(), Part::Body);
        }
        self.blocks.reserve(rows.iter().map(|row| row.cells.len()).sum());
        let mut tall = Falling::new(tall);
        let mut tables = tables.into_iter().peekable();
        let (mut last, mut part) = (None, Part::Body);
        let has_table = tables.peek().is_some();
        for (at, mut row) in rows.into_iter().enumerate() {
            while tables.next_if(|(_, end)| *end <= at).is_some() {
                self.tables += 1;
            }
            let inside = tables.peek().is_some_and(|(first, _)| *first <= at);
            tall.fall(&mut row, inside);
            if inside {
                let table = self.tables;
                for (column, text) in row.cells {
                    self.push(text, Part::Table, Some(Cell { table, row: row.at, column }));
                }
            } else {
                if last.is_some_and(|last: u32| row.at > last + 1) {
                    self.line(String::new(), part);
                }
                if has_table && tables.peek().is_none() && signs(&row) {
                    part = Part::Signature;
                }
                row.cells.into_iter().for_each(|(_, text)| self.line(text, part));
            }
            last = Some(row.at);
        }
        self.tables += u32::from(tables.next().is_some());
    }
}

/// The stretches of rows that are tables: from each row of headings to the last row that still has the form of
/// one; in a sheet without headings, from the first row with several cells to the last.
fn tables(rows: &[Row]) -> Vec<(usize, usize)> {
    let mut heads: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        // A heading of two rows, or one repeated for each page, begins no table of its own.
        let goes_on = |head: &usize| at == head + 1 || rows[*head].cells == row.cells;
        if row.heads() && !heads.last().is_some_and(goes_on) {
            heads.push(at);
        }
    }
    if heads.is_empty() {
        let wide = |row: &Row| row.cells.len() >= 2;
        let (first, last) = (rows.iter().position(wide), rows.iter().rposition(wide));
        return first.zip(last).map(|(first, last)| (first, last + 1)).into_iter().collect();
    }
    let ends = heads.iter().skip(1).copied().chain([rows.len()]);
    heads.iter().zip(ends).map(|(head, end)| (*head, end_of(rows, *head, end))).collect()
}

/// Whether a row below the last table begins what is signed: two offices beside each other, one in capitals, a day.
fn signs(row: &Row) -> bool {
    let capitals = |text: &str| text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    let dated = |text: &str| text.contains("ngày") && text.contains("tháng") && text.contains("năm");
    row.cells.len() > 1 || row.cells.iter().any(|(_, text)| capitals(text) || dated(text))
}

/// Below the last row with a number, or with most of its cells filled, come notes and signatures.
fn end_of(rows: &[Row], head: usize, end: usize) -> usize {
    let number = rows[head]
        .cells
        .iter()
        .find(|(_, text)| headings::heading(text) == Some(headings::Heading::Number))
        .map(|(column, _)| *column);
    let width = rows[head].cells.len();
    // "NGƯỜI LẬP", "CHỦ TỊCH": offices that sign are in capitals, where the rows of the table are not.
    let loud = |row: &Row| {
        let mut letters = row.cells.iter().flat_map(|(_, text)| text.chars()).filter(|c| c.is_alphabetic());
        letters.clone().count() >= 8 && letters.all(|c| !c.is_lowercase())
    };
    let all_loud = rows.get(head + 1).is_some_and(loud);
    let filled = |row: &Row| {
        let numbered = row.cells.first().filter(|(column, _)| Some(*column) == number);
        let counted = numbered.is_some_and(|(_, text)| text.trim_end_matches(['.', ')']).parse::<u32>().is_ok());
        let wide = || row.cells.len() >= width.div_ceil(2).max(2) && (all_loud || !loud(row));
        row.cells.len() >= 2 && (counted || wide())
    };
    let mut last = head;
    for at in head + 1..end {
        // A signature stands apart from the table, and has no number.
        let apart = rows[at].at > rows[at - 1].at + 1;
        let signs = apart && number.is_some_and(|number| rows[at].cells.first().is_none_or(|(at, _)| *at != number));
        if signs && rows[at].cells.len() <= 3 && width > 3 {
            break;
        }
        if filled(&rows[at]) {
            last = at;
        }
    }
    last + 1
}

/// Cells over several rows, followed down the sheet.
struct Falling<'t> {
    waiting: std::iter::Peekable<std::vec::IntoIter<&'t Tall>>,
    /// By column: the last row, and what is said.
    open: BTreeMap<u32, (u32, String)>,
}

impl<'t> Falling<'t> {
    fn new(tall: &'t [Tall]) -> Self {
        let mut tall: Vec<&Tall> = tall.iter().filter(|tall| tall.last > tall.first).collect();
        tall.sort_by_key(|tall| (tall.first, tall.column));
        Self { waiting: tall.into_iter().peekable(), open: BTreeMap::new() }
    }

    /// Fills the cells that a merge left empty, inside tables only: a title over two rows is said once.
    fn fall(&mut self, row: &mut Row, inside: bool) {
        self.open.retain(|_, (last, _)| *last >= row.at);
        if inside {
            for (column, (_, text)) in &self.open {
                if let Err(place) = row.cells.binary_search_by_key(column, |(at, _)| *at) {
                    row.cells.insert(place, (*column, text.clone()));
                }
            }
        }
        while let Some(tall) = self.waiting.next_if(|tall| tall.first <= row.at) {
            let said = row.cells.iter().find(|(column, _)| tall.first == row.at && *column == tall.column);
            if let Some((_, text)) = said.filter(|_| inside) {
                self.open.insert(tall.column, (tall.last, text.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let cells = |line: &str| {
            let cells = (0..).zip(line.split('|')).map(|(column, text)| (column, text.trim().to_owned()));
            cells.filter(|(_, text)| !text.is_empty()).collect()
        };
        let all = (0..).zip(lines).map(|(at, line)| Row { at, cells: cells(line) });
        all.filter(|row| !row.cells.is_empty()).collect()
    }

    fn read(lines: &[&str], tall: &[Tall]) -> Vec<String> {
        let mut blocks = Blocks::default();
        blocks.sheet(Some("Tổ giúp việc"), rows(lines), tall);
        let place = |cell: Cell| format!("{}.{}.{} ", cell.table, cell.row, cell.column);
        let said = |block: &Block| format!("{}{}", block.cell.map(place).unwrap_or_default(), block.text);
        blocks.blocks.iter().map(said).collect()
    }

    #[test]
    fn titles_and_notes_are_lines_and_the_table_between_is_cells() {
        let read = read(
            &[
                "DANH SÁCH",
                "",
                "STT | Họ tên | Chức vụ | Ghi chú",
                "1 | A | X",
                "2 | B | Y",
                "Ghi chú: hai người",
                "",
                "| Người lập | | Chủ tịch",
            ],
            &[],
        );
        let wanted = [
            "DANH SÁCH",
            "0.2.0 STT",
            "0.2.1 Họ tên",
            "0.2.2 Chức vụ",
            "0.2.3 Ghi chú",
            "0.3.0 1",
            "0.3.1 A",
            "0.3.2 X",
            "0.4.0 2",
            "0.4.1 B",
            "0.4.2 Y",
            "Ghi chú: hai người",
            "",
            "Người lập",
            "Chủ tịch",
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn a_cell_over_several_rows_is_said_in_each_and_no_title_twice() {
        let tall = [Tall { first: 0, last: 1, column: 0 }, Tall { first: 3, last: 4, column: 2 }];
        let read =
            read(&["UBND | Mẫu", "| số", "Họ tên | Chức vụ | Vai trò", "A | X | Ủy viên", "B | Y", "C | Z"], &tall);
        let wanted = [
            "UBND",
            "Mẫu",
            "số",
            "0.2.0 Họ tên",
            "0.2.1 Chức vụ",
            "0.2.2 Vai trò",
            "0.3.0 A",
            "0.3.1 X",
            "0.3.2 Ủy viên",
            "0.4.0 B",
            "0.4.1 Y",
            "0.4.2 Ủy viên",
            "0.5.0 C",
            "0.5.1 Z",
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn the_name_of_a_sheet_is_said_where_no_title_is() {
        assert_eq!(read(&["Họ tên | Chức vụ", "A | X"], &[])[0], "Tổ giúp việc");
        assert_eq!(read(&["DANH SÁCH", "Họ tên | Chức vụ", "A | X"], &[])[0], "DANH SÁCH");
    }
}
