//! From the bytes of a file to a draft of what the decision in it says.
//!
//! Three steps, each of which can be looked at alone:
//!
//! 1. a file's bytes become **blocks** of text ([`Block`]), as faithful to the file as text can be;
//! 2. the blocks become logical **lines**, in which hard wraps, split columns and spelling variants are mended
//!    and every character still knows its block;
//! 3. a small **grammar** of Vietnamese administrative decisions reads the lines into
//!    [`register::draft::Draft`]s, and a [`Mark`] says for every value where it stands and how sure it is.
//!
//! Nothing is invented: what the text does not say stays empty, and what could not be read is a [`Warning`].

mod csv;
mod docx;
mod encoding;
mod format;
mod grammar;
mod grid;
mod html;
mod lexicon;
mod line;
pub mod pages;
mod pdf;
mod reading;
mod secrecy;
mod together;
mod txt;
mod unreadable;
mod xlsx;

pub use reading::{Align, Block, Cell, Mark, Part, Reading, Warning};
pub use together::{belonging, read_together};
pub use unreadable::Unreadable;
pub use xlsx::Cells;

use format::Format;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Files beyond this size are no decisions.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The most text that the grammar is given, in bytes: a book of 400 pages. Of endless tables it is given the first
/// rows only.
const MOST_TEXT: usize = 1_500_000;

/// What a file says, before anything of it is understood.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its text, in the order of the paper.
    pub blocks: Vec<Block>,
    /// What of it was not read, or not surely.
    pub warnings: Vec<Warning>,
    /// Whether the blocks are lines of plain text, which may be wrapped anywhere.
    pub wrapped: bool,
}

/// Reads the file into blocks, and the blocks into drafts: [`text`], then [`drafts`].
///
/// The name only tells what the file claims to be and is repeated in the answer; no file is opened here.
///
/// # Errors
/// [`Unreadable`] when the bytes are no document that can be read, or one that may not be read here. A
/// document without a decision in it is no error: its `decisions` are empty.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Reading, Unreadable> {
    Ok(drafts(file_name, text(file_name, bytes)?))
}

/// The first step alone: the file's bytes as blocks of text.
///
/// # Errors
/// Those of [`read`].
pub fn text(file_name: &str, bytes: &[u8]) -> Result<Text, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
    }
    let format = format::recognise(file_name, bytes)?;
    let most = match format {
        // In no encoding does a letter take more than twice what it takes in UTF-8.
        Format::Text => 2 * MOST_TEXT,
        Format::Csv => MOST_BYTES / 2,
        _ => MOST_BYTES,
    };
    if bytes.len() > most {
        return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
    }
    let (mut blocks, warnings) = match format {
        Format::Docx => docx::blocks(bytes)?,
        Format::Xlsx => xlsx::blocks(bytes)?,
        Format::Html => html::blocks(bytes)?,
        Format::Csv | Format::Text => {
            let decoded = encoding::decode(bytes)?;
            let blocks = if format == Format::Csv { csv::blocks(&decoded.text)? } else { txt::blocks(&decoded.text) };
            (blocks, decoded.warning.into_iter().collect())
        }
        Format::Pdf => pdf::blocks(bytes)?,
        Format::Picture => (Vec::new(), vec![Warning::new("scan", None, "")]),
    };
    let scan = warnings.iter().any(|warning| warning.code == "scan");
    if !scan && blocks.iter().all(|block| block.text.trim().is_empty()) {
        return Err(Unreadable::Empty);
    }
    if grammar::weight(&blocks) > MOST_TEXT {
        return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
    }
    compose(&mut blocks);
    secrecy::refuse_stamped(&blocks)?;
    Ok(Text { blocks, warnings, wrapped: format == Format::Text })
}

/// Every cell of a workbook that has a sheet of some name, hidden ones too: for sheets that this program wrote itself
/// and knows again. Any other file has none.
///
/// # Errors
/// [`Unreadable`] where the workbook is broken or too large.
pub fn cells(file_name: &str, bytes: &[u8], having: &str) -> Result<Option<Vec<Cells>>, Unreadable> {
    match format::recognise(file_name, bytes) {
        Ok(Format::Xlsx) if bytes.len() <= MOST_BYTES => xlsx::cells(bytes, having),
        _ => Ok(None),
    }
}

/// The other steps: the blocks of a file as the drafts of what its decisions say.
#[must_use]
pub fn drafts(file_name: &str, text: Text) -> Reading {
    grammar::read(file_name, vec![text])
}

/// What a reader leaves out (a control, a space of no width) may have stood between a letter and its marks: here,
/// behind them all, the text of each block becomes what a block promises.
fn compose(blocks: &mut [Block]) {
    for block in blocks {
        if !is_composed(&block.text) && is_nfc_quick(block.text.chars()) != IsNormalized::Yes {
            block.text = block.text.nfc().collect();
        }
    }
}

/// Whether all letters are of those of Latin and Vietnamese that are whole by themselves, whatever stands beside
/// them: up to U+02FF, and from U+1E00 to U+1EFF. Told by the bytes, of a million cells too.
fn is_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let vietnamese = |at: usize| bytes.get(at + 1).is_some_and(|next| matches!(next, 0xB8..=0xBB));
    bytes.iter().enumerate().all(|(at, byte)| *byte < 0xCC || (*byte == 0xE1 && vietnamese(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_not_asked_about_are_composed() {
        for letter in '\0'..='\u{12000}' {
            let told = is_composed(&letter.to_string());
            assert_eq!(told, matches!(letter, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}'), "{letter:?}");
            assert!(!told || is_nfc_quick([letter].into_iter()) == IsNormalized::Yes, "{letter:?}");
        }
    }
}
