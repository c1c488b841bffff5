//! What comes out of a file: its text in blocks, the drafts, and the marks that tie the two together.

use register::draft::{Draft, EventDraft};
use serde::{Deserialize, Serialize};

/// A file, read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reading {
    /// The name of the file, as it was given; of several, that of the first.
    pub file: String,
    /// The names of all of them, where several files were read as one.
    #[serde(default)]
    pub files: Vec<String>,
    /// Their text, in the order of the papers.
    pub blocks: Vec<Block>,
    /// The decisions found in it; none is an answer too.
    pub decisions: Vec<Draft>,
    /// What they say of posts and who holds them.
    #[serde(default)]
    pub events: Vec<EventDraft>,
    /// Where each value of the drafts and events stands.
    pub marks: Vec<Mark>,
    /// What was not read, or not surely.
    pub warnings: Vec<Warning>,
}

/// A paragraph, a line, or a paragraph of a table cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Block {
    /// Its number, counted from 0 through the file, or through all files that were read as one.
    pub id: u32,
    /// The file that it stands in, counted from 0.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(as = "Option<u32>", optional))]
    pub file: u32,
    /// What part of the paper it belongs to.
    pub part: Part,
    /// The text in NFC. Automatic numbers are written out; a line break within a paragraph is `\n`.
    pub text: String,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Whether all of it is italic.
    pub italic: bool,
    /// How it is set.
    pub align: Align,
    /// Its place in a table.
    pub cell: Option<Cell>,
}

/// The part of the paper that a block belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Part {
    /// The letterhead, and what is repeated at the top of each page.
    Header,
    /// Title, bases and articles.
    #[default]
    Body,
    /// A table within the body.
    Table,
    /// What follows the signature: lists, regulations, with their tables.
    Annex,
    /// Signature and recipients.
    Signature,
    /// What is repeated at the foot of each page, and footnotes.
    Footer,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Align {
    /// Flush left, and where nothing is stated.
    #[default]
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Both edges even.
    Justify,
}

/// A place in a table, counted from 0. A cell over several columns stands in its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Cell {
    /// The table, counted through the file, or through all files that were read as one.
    pub table: u32,
    /// The row.
    pub row: u32,
    /// The column of the grid.
    pub column: u32,
}

/// Where a value of a draft stands in the text.
///
/// A value that runs over several blocks has one mark for each, in order; so has one that is put together from
/// several places ("Giám đốc các Sở: Nội vụ, Tài chính" → "Giám đốc", "Sở", "Tài chính").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Mark {
    /// The index of the draft. What only says events, as a letter does, has the index that the next draft gets.
    pub decision: u32,
    /// The path in the draft: `number`, `members.3.name`, `replaces.0`, `replaces.0.date`,
    /// `standing_agencies.0.name`; or in the list of events: `events.0.person`, `events.0.citation.place`.
    pub field: String,
    /// The block.
    pub block: u32,
    /// The first character, in Unicode scalar values of the block's text.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
    /// How sure the reading is, from 0 to 1.
    pub sure: f32,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Warning {
    /// What kind of thing: `no_decision`, `unclear_role` …
    pub code: String,
    /// The block that it is about.
    pub at: Option<u32>,
    /// The words concerned.
    pub detail: String,
}

impl Warning {
    pub(crate) fn new(code: &str, at: Option<u32>, detail: impl Into<String>) -> Self {
        Self { code: code.to_owned(), at, detail: detail.into() }
    }
}
