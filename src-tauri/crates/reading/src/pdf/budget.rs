//! What reading one file may cost. Everything that a hostile file can multiply is counted here, so that reading
//! ends: by its counts, not by a clock, and the same on every computer.

use std::cell::Cell;

/// A decision is a few megabytes at most; what a small file unpacks to beyond this is a trap.
const MOST_DECODED: u64 = 96 * 1024 * 1024;
/// Bytes looked through for a missing end of a stream.
const MOST_SEARCHED: u64 = 256 * 1024 * 1024;
/// Objects of the file, of which a page needs some dozens.
const MOST_OBJECTS: u64 = 3_000_000;
/// Operators of all pages and forms.
const MOST_OPERATORS: u64 = 4_000_000;
/// Letters on all pages: 200 pages of close print.
const MOST_GLYPHS: u64 = 1_000_000;
/// Calls of forms: one that calls itself twice doubles with each level.
const MOST_FORMS: u64 = 20_000;
/// Drawn lines and boxes of all pages.
const MOST_RULES: u64 = 400_000;

/// Reading costs more than a decision can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent;

/// What is left of each.
#[derive(Debug)]
pub struct Budget {
    decoded: Cell<u64>,
    searched: Cell<u64>,
    objects: Cell<u64>,
    operators: Cell<u64>,
    glyphs: Cell<u64>,
    forms: Cell<u64>,
    rules: Cell<u64>,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            decoded: Cell::new(MOST_DECODED),
            searched: Cell::new(MOST_SEARCHED),
            objects: Cell::new(MOST_OBJECTS),
            operators: Cell::new(MOST_OPERATORS),
            glyphs: Cell::new(MOST_GLYPHS),
            forms: Cell::new(MOST_FORMS),
            rules: Cell::new(MOST_RULES),
        }
    }
}

fn take(left: &Cell<u64>, cost: u64) -> Result<(), Spent> {
    let rest = left.get().checked_sub(cost).ok_or(Spent)?;
    left.set(rest);
    Ok(())
}

impl Budget {
    /// How many bytes one stream may still unpack to.
    pub fn decodable(&self) -> u64 {
        self.decoded.get()
    }

    pub fn decode(&self, bytes: usize) -> Result<(), Spent> {
        take(&self.decoded, bytes as u64)
    }

    pub fn search(&self, bytes: usize) -> Result<(), Spent> {
        take(&self.searched, bytes as u64)
    }

    pub fn objects(&self, count: usize) -> Result<(), Spent> {
        take(&self.objects, count as u64)
    }

    pub fn operator(&self) -> Result<(), Spent> {
        take(&self.operators, 1)
    }

    pub fn glyph(&self) -> Result<(), Spent> {
        take(&self.glyphs, 1)
    }

    pub fn form(&self) -> Result<(), Spent> {
        take(&self.forms, 1)
    }

    pub fn rule(&self) -> Result<(), Spent> {
        take(&self.rules, 1)
    }
}
