//! Spreadsheets (.xlsx, .xlsm): the cells as the sheet shows them.
//!
//! Formulas give the value that is stored with them, hidden sheets, rows and columns are not read, macros and
//! links are not looked at. Read by our own walk over the parts: what the file says of its sizes is never
//! believed, and nothing is allocated for cells that are not there.

mod number;
mod scan;
mod sheet;
mod strings;
mod workbook;

use crate::docx::package::Package;
use crate::grid::{Blocks, Row, Tall};
use crate::reading::{Block, Warning};
use crate::unreadable::Unreadable;

/// The most that all cells together may say, in bytes, and how many may say anything: far beyond any list of
/// people, and little enough to be kept in memory several times.
const MOST_TEXT: usize = 16 * 1024 * 1024;
const MOST_CELLS: usize = 1_000_000;

/// What may still be read of a file.
pub struct Budget {
    text: usize,
    cells: usize,
}

impl Budget {
    pub fn new() -> Self {
        Self { text: MOST_TEXT, cells: MOST_CELLS }
    }

    /// Counts a cell.
    pub fn take(&mut self, text: &str) -> Result<(), Unreadable> {
        let left = self.text.checked_sub(text.len()).zip(self.cells.checked_sub(1));
        let too_large = || Unreadable::TooLarge { bytes: MOST_TEXT as u64 };
        (self.text, self.cells) = left.ok_or_else(too_large)?;
        Ok(())
    }
}

/// The blocks of a workbook, sheet after sheet.
pub fn blocks(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Warning>), Unreadable> {
    let mut package = Package::open(bytes)?;
    let book = workbook::read(&mut package)?;
    let strings = strings::read(package.text(&book.strings)?.as_deref())?;
    let formats = number::Formats::read(package.text(&book.styles)?.as_deref(), book.since_1904)?;
    let (mut blocks, mut warnings) = (Blocks::default(), Vec::new());
    let mut budget = Budget::new();
    let visible = book.sheets.iter().filter(|sheet| !sheet.hidden).count();
    for place in &book.sheets {
        if place.hidden {
            warnings.push(Warning::new("hidden_sheet", None, &place.name));
            continue;
        }
        let Some(text) = package.text(&place.part)? else { continue };
        let read = sheet::read(&text, false, &place.part, &strings, &formats, &mut budget)?;
        drop(text);
        let at = Some(blocks.next()).filter(|_| !read.rows.is_empty());
        for (code, hidden) in [("hidden_rows", read.hidden_rows), ("hidden_columns", read.hidden_columns)] {
            if hidden > 0 {
                warnings.push(Warning::new(code, at, &place.name));
            }
        }
        if !read.rows.is_empty() {
            let name = (visible > 1 && says_something(&place.name)).then_some(place.name.as_str());
            blocks.sheet(name, read.rows, &read.tall);
        }
    }
    Ok((blocks.blocks, warnings))
}

/// A sheet as it stands in the file, with what is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The name of the sheet.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The rows that say anything, each with its cells that do, by column from 0.
    pub rows: Vec<Vec<(u32, String)>>,
}

/// Every sheet of a workbook that has one of some name, with what is hidden; nothing of any other workbook.
pub fn cells(bytes: &[u8], having: &str) -> Result<Option<Vec<Cells>>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let book = workbook::read(&mut package)?;
    if book.sheets.iter().all(|sheet| sheet.name != having) {
        return Ok(None);
    }
    let strings = strings::read(package.text(&book.strings)?.as_deref())?;
    let formats = number::Formats::read(package.text(&book.styles)?.as_deref(), book.since_1904)?;
    let (mut sheets, mut budget) = (Vec::new(), Budget::new());
    for place in book.sheets {
        let Some(text) = package.text(&place.part)? else { continue };
        let read = sheet::read(&text, true, &place.part, &strings, &formats, &mut budget)?;
        let mut rows = read.rows;
        read.tall.iter().for_each(|tall| fall(tall, &mut rows));
        let rows = rows.into_iter().map(|row| row.cells).collect();
        sheets.push(Cells { name: place.name, hidden: place.hidden, rows });
    }
    Ok(Some(sheets))
}

/// A cell over several rows says the same in each that says anything.
fn fall(tall: &Tall, rows: &mut [Row]) {
    let own = |row: &&mut Row| (tall.first..=tall.last).contains(&row.at);
    let mut said = None;
    for row in rows.iter_mut().filter(own) {
        match (&said, row.cells.binary_search_by_key(&tall.column, |(column, _)| *column)) {
            (None, Ok(at)) if row.at == tall.first => said = Some(row.cells[at].1.clone()),
            (Some(text), Err(at)) => row.cells.insert(at, (tall.column, text.clone())),
            _ => {}
        }
    }
}

/// Whether somebody gave the sheet a name: "Sheet1", "Trang tính2" and numbers are nobody's.
fn says_something(name: &str) -> bool {
    let low = name.to_lowercase();
    let bare = low.trim_matches(|c: char| !c.is_alphabetic());
    !matches!(bare, "" | "sheet" | "trang" | "trang tính" | "trang_tính" | "bảng" | "bảng tính" | "table" | "ds")
        && bare.contains(' ')
}
