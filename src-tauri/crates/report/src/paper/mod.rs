//! A paper in the words that it says: blocks of text and tables, the same for every paper, so that pages, documents
//! and workbooks are each made in one place.

mod kind;
mod plain;

use jiff::civil::Date;
use serde::Serialize;

use crate::drawing::Drawing;
use crate::foot::Foot;

pub(crate) use plain::plain;

pub use kind::{About, Form, Kind, Options};

/// What a paper needs to know beside its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The body that keeps the register, for the head of the paper.
    pub office: String,
    /// The instant up to which the record was known.
    pub known_on: jiff::Timestamp,
    /// The day on which it is printed.
    pub printed_on: Date,
    /// The newest entry that it was made from.
    pub head: Head,
}

/// The newest entry that a paper was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its place in the record.
    pub seq: u64,
    /// Its link, in hex: all that was recorded up to it.
    pub link: String,
}

/// A paper, whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paper {
    /// Which.
    pub kind: Kind,
    /// The name of the file's content: what a reader's window and its screen reader show.
    pub name: String,
    /// What it is, and what it is not; none on what is no extract.
    pub notice: Option<String>,
    /// The body that keeps the register.
    pub office: String,
    /// The day of printing, in words.
    pub printed: String,
    /// The day of printing, for the file.
    pub printed_on: Date,
    /// The kind of paper, in capitals.
    pub title: String,
    /// What it is about: the committee, the person …
    pub subject: Option<String>,
    /// The date, in words.
    pub as_of: Option<String>,
    /// All that it rests on.
    pub sources: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The foot of each page.
    pub foot: Foot,
    /// Whether its tables want the page on its side.
    pub landscape: bool,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A line of its own.
    Line {
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Prose {
        /// Its words.
        text: String,
    },
    /// A heading with what stands below it, point by point.
    Section {
        /// The heading.
        heading: String,
        /// The points.
        points: Vec<Point>,
    },
    /// A table.
    Table(Table),
    /// A drawing on sheets of its own.
    Drawing(Drawing),
}

/// A point below a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Point {
    /// What stands before it, as a role before its people.
    pub label: Option<String>,
    /// Its words.
    pub text: String,
    /// What is to be said of it.
    pub notes: Vec<String>,
}

/// A table, its rows in groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Its own heading.
    pub heading: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What the groups are, for the column that says it in a workbook.
    pub grouped_by: &'static str,
    /// What a wording over rows is, likewise.
    pub worded_by: &'static str,
    /// Its rows.
    pub groups: Vec<Group>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Its width in mm; 0 takes what is left.
    pub mm: u32,
    /// Whether its cells are centred.
    pub centred: bool,
    /// Whether it is set smaller: where, and by what, rather than who.
    pub small: bool,
}

/// The rows of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What they are; none where a table has one kind of row.
    pub title: Option<String>,
    /// How many rows of it count; 0 where nobody asks.
    pub count: u32,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "row", rename_all = "snake_case")]
pub enum Row {
    /// The words that several rows share, over them; alone where no row follows.
    Wording {
        /// The words.
        cell: Cell,
        /// How many rows follow.
        count: u32,
        /// The last cell of the row, where none follow.
        last: Cell,
    },
    /// A cell for each column.
    Cells {
        /// The cells.
        cells: Vec<Cell>,
    },
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// Its words.
    pub text: String,
    /// What is to be said of it.
    pub notes: Vec<String>,
    /// What it is to a workbook.
    #[serde(skip)]
    pub value: Value,
}

/// What a cell is to a workbook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Text, and nothing that runs.
    #[default]
    Text,
    /// A number.
    Number(u32),
    /// A day.
    Day(Date),
}

/// Setting so many shapes takes about as long as setting a row.
const SHAPES_OF_A_ROW: usize = 8;

impl Paper {
    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// How much there is to be set, in rows of a table: what is drawn counts by the lines that it would fill.
    #[must_use]
    pub fn weight(&self) -> usize {
        let drawn = self.blocks.iter().map(|block| match block {
            Block::Drawing(drawing) => drawing.shapes() / SHAPES_OF_A_ROW,
            _ => 0,
        });
        self.rows() + drawn.sum::<usize>()
    }

    /// How many rows its tables have.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.tables().flat_map(|table| &table.groups).map(|group| group.rows.len()).sum()
    }
}

impl Block {
    pub(crate) fn line(text: impl Into<String>) -> Self {
        Self::Line { text: text.into() }
    }

    pub(crate) fn prose(text: impl Into<String>) -> Self {
        Self::Prose { text: text.into() }
    }
}

impl Point {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(crate) fn labelled(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: Some(label.into()), text: text.into(), notes: Vec::new() }
    }
}

impl Table {
    /// A table of one group without a title.
    pub(crate) fn plain(heading: Option<&str>, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        let groups = vec![Group { title: None, count: 0, rows }];
        Self { heading: heading.map(str::to_owned), columns, grouped_by: "", worded_by: "", groups }
    }

    /// Without the groups that have no rows.
    pub(crate) fn of_groups(
        heading: Option<String>,
        columns: Vec<Column>,
        by: &'static str,
        mut groups: Vec<Group>,
    ) -> Self {
        groups.retain(|group| !group.rows.is_empty());
        Self { heading, columns, grouped_by: by, worded_by: "", groups }
    }

    /// Whether it has a row.
    pub(crate) fn is_empty(&self) -> bool {
        self.groups.iter().all(|group| group.rows.is_empty())
    }
}

impl Column {
    pub(crate) fn new(title: &str, mm: u32) -> Self {
        Self { title: title.to_owned(), mm, centred: false, small: false }
    }

    pub(crate) fn small(self) -> Self {
        Self { small: true, ..self }
    }

    pub(crate) fn centred(self) -> Self {
        Self { centred: true, ..self }
    }

    /// The running number.
    pub(crate) fn number() -> Self {
        Self::numbers(0)
    }

    /// Running numbers up to one.
    pub(crate) fn numbers(last: usize) -> Self {
        Self::new(crate::words::NUMBER, if last > 999 { 15 } else { 10 }).centred()
    }
}

impl Row {
    pub(crate) fn of(cells: impl Into<Vec<Cell>>) -> Self {
        Self::Cells { cells: cells.into() }
    }
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(crate) fn noted(text: impl Into<String>, notes: Vec<String>) -> Self {
        Self { text: text.into(), notes, value: Value::Text }
    }

    pub(crate) fn number(number: u32) -> Self {
        Self { text: number.to_string(), notes: Vec::new(), value: Value::Number(number) }
    }

    /// A running number, from the place in a list.
    pub(crate) fn running(at: usize) -> Self {
        Self::number(u32::try_from(at + 1).unwrap_or(u32::MAX))
    }

    pub(crate) fn day(day: Date) -> Self {
        Self { text: crate::words::short(day), notes: Vec::new(), value: Value::Day(day) }
    }
}
