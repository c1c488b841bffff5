//! Marked content: what a stretch really says (`ActualText`), and what is only furniture of the page.

use super::Glyph;
use crate::pdf::budget::{Budget, Spent};
use crate::pdf::syntax::Dict;

/// An open stretch.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// How many letters stood before it.
    pub start: usize,
    pub said: Option<String>,
    pub furniture: bool,
}

impl Mark {
    /// The stretch that a tag with these properties opens.
    pub fn open(tag: &[u8], properties: Option<&Dict>, start: usize) -> Self {
        let said = properties.and_then(|properties| properties.raw("ActualText").string()).map(text);
        let paging = properties.is_some_and(|properties| properties.raw("Type").is_name("Pagination"));
        Self { start, said, furniture: tag == b"Artifact" && paging }
    }

    /// Puts what is said in the place of what is drawn, if that is on one line.
    pub fn close(self, glyphs: &mut Vec<Glyph>, budget: &Budget) -> Result<(), Spent> {
        let Some(said) = self.said else { return Ok(()) };
        let Some(first) = glyphs.get(self.start).copied() else { return Ok(()) };
        let drawn = &glyphs[self.start..];
        if drawn.iter().any(|glyph| (glyph.y - first.y).abs() > first.size / 2.0 || glyph.turns != 0) {
            return Ok(());
        }
        let left = drawn.iter().map(|glyph| glyph.x).fold(f32::MAX, f32::min);
        let right = drawn.iter().map(|glyph| glyph.x + glyph.width).fold(f32::MIN, f32::max);
        glyphs.truncate(self.start);
        let letters: Vec<char> = said.chars().take(2000).collect();
        let width = (right - left) / letters.len().max(1) as f32;
        for (at, letter) in letters.into_iter().enumerate() {
            budget.glyph()?;
            glyphs.push(Glyph { letter, x: left + width * at as f32, width, ..first });
        }
        Ok(())
    }
}

/// A text string of the file (ISO 32000-1, 7.9.2).
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
