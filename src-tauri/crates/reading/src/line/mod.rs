//! Logical lines: what the blocks say, with hard wraps, split columns and spelling variants mended, and every
//! character still tied to the block that it came from.
//!
//! The normalisations, all of them: NFC, modern tone placement (hoà → hòa), ð → đ, marks of Markdown dropped,
//! the `_` of word-segmented text as a space, words glued by a lost space parted, spaces folded.

mod build;
mod cut;
mod join;
mod layout;
mod letter;
mod openings;
mod pairs;
mod phrases;
mod span;
mod syllable;

pub use build::{lines, unwrap};
pub use join::append;
pub use letter::{is_letter, is_lower, is_upper, is_word, lower};
pub use openings::{counts_on, dates};
pub use pairs::Pairs;
pub use phrases::Phrases;
pub use span::Span;
pub use syllable::is_syllable;

use crate::reading::{Cell, Part};

/// One logical line.
#[derive(Clone, Debug)]
pub struct Line {
    /// The mended text. A tab stands for any wide gap.
    pub chars: Vec<char>,
    /// The same in lower case with every dash a hyphen, one character for one: what phrases are looked up in.
    pub low: Vec<char>,
    /// What pairs of letters it has: what a phrase is not looked for without.
    pub pairs: Pairs,
    /// Block and offset of each character.
    pub origin: Vec<(u32, u32)>,
    pub part: Part,
    pub cell: Option<Cell>,
    /// Whether an empty line or a rule stands before it.
    pub apart: bool,
}

impl Line {
    /// A line of these letters that stands in no block.
    pub fn plain(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let low: Vec<char> = chars.iter().copied().map(lower).collect();
        Self {
            pairs: Pairs::of(&low),
            origin: vec![(0, 0); chars.len()],
            chars,
            low,
            part: Part::Body,
            cell: None,
            apart: false,
        }
    }

    /// The whole line, without the spaces at its ends.
    pub fn all(&self) -> Span<'_> {
        Span::new(self, 0, self.chars.len()).trim()
    }

    /// Whether it has letters and all of them are capitals. Of a line without end the first thousand characters answer: it
    /// is asked again with each piece that is joined to it.
    pub fn is_capitals(&self) -> bool {
        let mut letters = self.chars.iter().take(1000).filter(|c| is_letter(**c)).peekable();
        letters.peek().is_some() && letters.all(|c| !is_lower(*c))
    }
}

/// A line out of a text, for tests.
#[cfg(test)]
pub fn line_of(text: &str) -> Line {
    let block = crate::reading::Block {
        id: 0,
        file: 0,
        part: Part::Body,
        text: text.to_owned(),
        bold: false,
        italic: false,
        align: crate::reading::Align::Left,
        cell: None,
    };
    let mut all = lines(&[block]).into_iter();
    let mut line = all.next().unwrap_or_else(|| unreachable!("a line of text"));
    all.for_each(|next| append(&mut line, next));
    line
}
