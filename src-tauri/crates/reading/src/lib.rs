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

mod docx;
mod format;
mod grammar;
mod lexicon;
mod line;
mod reading;
mod secrecy;
mod together;
mod txt;
mod unreadable;

pub use reading::{Align, Block, Cell, Mark, Part, Reading, Warning};
pub use together::read_together;
pub use unreadable::Unreadable;

use format::Format;

/// Files beyond this size are no decisions.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Reads the file into blocks, and the blocks into drafts.
///
/// The name only tells what the file claims to be and is repeated in the answer; no file is opened here.
///
/// # Errors
/// [`Unreadable`] when the bytes are no document that can be read, or one that may not be read here. A
/// document without a decision in it is no error: its `decisions` are empty.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Reading, Unreadable> {
    let (text, warnings) = open(file_name, bytes)?;
    Ok(grammar::read(file_name, vec![text], warnings))
}

/// Blocks of one file.
#[derive(Clone, Debug, Default)]
struct Text {
    blocks: Vec<Block>,
    /// Whether they are lines of text, which may be wrapped anywhere.
    plain: bool,
}

/// Reads the file into blocks.
fn open(file_name: &str, bytes: &[u8]) -> Result<(Text, Vec<Warning>), Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
    }
    let format = format::recognise(file_name, bytes)?;
    let (blocks, warnings) = match format {
        Format::Docx => docx::blocks(bytes)?,
        Format::Text => (txt::blocks(bytes)?, Vec::new()),
    };
    if blocks.iter().all(|block| block.text.trim().is_empty()) {
        return Err(Unreadable::Empty);
    }
    secrecy::refuse_stamped(&blocks)?;
    Ok((Text { blocks, plain: format == Format::Text }, warnings))
}
