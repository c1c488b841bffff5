//! The grid of a table: which column a cell stands in, and what a cell over several rows says in each.

use std::collections::BTreeMap;

use super::token::Tag;

/// A table that is open.
#[derive(Debug, Default)]
pub struct Table {
    pub number: u32,
    pub row: u32,
    /// Whether a row was begun.
    begun: bool,
    column: u32,
    /// By column: the rows that a cell still reaches down, and its words, once they are known.
    spans: BTreeMap<u32, (u32, String)>,
}

/// The widest cell that is believed.
const MOST_COLUMNS: u32 = 1_000;
const MOST_ROWS: u32 = 65_534;

/// A cell that begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    pub column: u32,
    pub rows: u32,
}

impl Table {
    pub fn new(number: u32) -> Self {
        Self { number, ..Self::default() }
    }

    pub fn begin_row(&mut self) {
        if self.begun {
            self.row += 1;
        }
        self.begun = true;
        self.column = 0;
    }

    /// A cell begins: its place, and what cells from above say in the columns before it.
    pub fn begin_cell(&mut self, tag: &Tag<'_>) -> (Begun, Vec<(u32, String)>) {
        self.begun = true;
        let number = |name| tag.get(name).and_then(|text| text.trim().parse::<u32>().ok());
        let above = self.fallen(|_| false);
        let begun = Begun { column: self.column, rows: number("rowspan").unwrap_or(1).clamp(1, MOST_ROWS) };
        self.column += number("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
        (begun, above)
    }

    /// The words of a cell over several rows are known.
    pub fn end_cell(&mut self, begun: Begun, words: String) {
        if begun.rows > 1 {
            self.spans.insert(begun.column, (begun.rows - 1, words));
        }
    }

    /// A row ends: what cells from above say in the columns behind its last cell.
    pub fn end_row(&mut self) -> Vec<(u32, String)> {
        let wide = self.spans.keys().last().copied().unwrap_or(0);
        self.fallen(|column| column <= wide)
    }

    /// The cells from above at the column reached, and beyond gaps as long as `go_on` says so. Those of this very row
    /// are not yet from above.
    fn fallen(&mut self, go_on: impl Fn(u32) -> bool) -> Vec<(u32, String)> {
        let mut fallen = Vec::new();
        loop {
            let next = self.spans.range(self.column..).next().map(|(column, _)| *column);
            let Some(column) = next.filter(|column| *column == self.column || go_on(*column)) else { return fallen };
            if let Some((rows, words)) = self.spans.get_mut(&column) {
                fallen.push((column, words.clone()));
                *rows -= 1;
                if *rows == 0 {
                    self.spans.remove(&column);
                }
            }
            self.column = column + 1;
        }
    }
}
