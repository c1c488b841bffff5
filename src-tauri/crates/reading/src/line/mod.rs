//! Logical lines: what the blocks say, with hard wraps, split columns and spelling variants mended, and every
//! character still tied to the block that it came from.
//!
//! The normalisations, all of them: NFC, modern tone placement (hoà → hòa), ð → đ, marks of Markdown dropped,
//! the `_` of word-segmented text as a space, words glued by a lost space parted, spaces folded.

mod build;
mod join;
mod pairs;
mod span;
mod syllable;

pub use build::{lines, unwrap};
pub use join::append;
pub use pairs::Pairs;
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
    /// The whole line, without the spaces at its ends.
    pub fn all(&self) -> Span<'_> {
        Span::new(self, 0, self.chars.len()).trim()
    }

    /// Whether it has letters and all of them are capitals.
    pub fn is_capitals(&self) -> bool {
        let mut letters = self.chars.iter().filter(|c| is_letter(**c)).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }
}

/// Whether the letter or digit is part of a word. Nearly every letter asked about is of ASCII or of Vietnamese, and
/// for these the tables of Unicode need not be searched.
pub fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => true,
        '\u{2010}'..='\u{201f}' => false,
        c => c.is_alphanumeric(),
    }
}

/// Whether it is a letter; see [`is_word`].
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => true,
        '\u{2010}'..='\u{201f}' => false,
        c => c.is_alphabetic(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_made_of_what_unicode_says() {
        for c in '\0'..='\u{3000}' {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }
}
