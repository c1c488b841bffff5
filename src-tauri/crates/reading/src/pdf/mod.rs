//! PDF files with text: what is printed, in the order in which it is read.
//!
//! Nothing in a file is run or fetched: scripts, links, attached files, forms and the pictures of signatures are
//! no part of the paper. What a hostile file could multiply is counted ([`budget::Budget`]).

mod budget;
mod content;
mod font;
mod layout;
mod legacy;
mod pages;
mod syntax;

use content::{Reader, Sheet};
use syntax::{Broken, File};

use crate::reading::{Block, Warning};
use crate::unreadable::Unreadable;

/// A page of text has some thousand letters; a picture with a stamp printed on it some dozens.
const FEW_LETTERS: usize = 60;

/// The blocks of a PDF.
///
/// A scan has none, or next to none, and the warning `scan`. Pages whose letters no table explains are like one.
///
/// # Errors
/// [`Unreadable::Locked`] when it opens with a password only, [`Unreadable::TooLarge`] when it asks for more
/// work than a decision can, [`Unreadable::Damaged`] when no pages are found.
pub fn blocks(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Warning>), Unreadable> {
    let too_large = |_| Unreadable::TooLarge { bytes: bytes.len() as u64 };
    let file = File::open(bytes).map_err(|broken| match broken {
        Broken::Locked => Unreadable::Locked,
        Broken::Spent => Unreadable::TooLarge { bytes: bytes.len() as u64 },
        Broken::NoCatalog => Unreadable::damaged("pdf", "no catalogue of pages"),
    })?;
    let pages = pages::pages(&file).map_err(too_large)?;
    if pages.is_empty() {
        return Err(Unreadable::damaged("pdf", "no pages"));
    }
    let mut reader = Reader::new(&file);
    let sheets: Vec<Sheet> = pages.iter().map(|page| reader.page(page)).collect::<Result<_, _>>().map_err(too_large)?;
    let letters = || sheets.iter().flat_map(|sheet| &sheet.glyphs).filter(|glyph| !glyph.letter.is_whitespace());
    let count = letters().count();
    let pictures = sheets.iter().map(|sheet| sheet.pictures).fold(0.0, f32::max);
    let unknown = letters().filter(|glyph| content::is_unknown(glyph.letter)).count();
    let scan = || vec![Warning::new("scan", None, "")];
    if unknown * 4 > count || (count == 0 && pictures > 0.0) {
        return Ok((Vec::new(), scan()));
    }
    let is_scan = pictures > 0.5 && count < FEW_LETTERS * pages.len();
    let faces = legacy::faces(&sheets, reader.faces);
    let blocks = layout::blocks(sheets, &faces);
    Ok((blocks, if is_scan { scan() } else { Vec::new() }))
}
