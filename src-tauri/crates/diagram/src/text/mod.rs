//! Measuring and breaking lines of text, with the kerning and the ligatures that screen and paper set it with.

mod letters;
#[cfg(test)]
mod tests;

use crate::PX;
use crate::chart::Style;
pub use letters::{Letters, Run};

impl Style {
    /// Size in 1/16 px, and whether semi-bold: the type scale of the look.
    pub(crate) fn font(self) -> (i32, bool) {
        match self {
            Self::Name => (13 * PX, true),
            Self::Heading => (12 * PX + PX / 2, true),
            Self::Post => (12 * PX, true),
            Self::Second | Self::Row => (11 * PX + PX / 2, false),
            Self::RowName => (11 * PX + PX / 2, true),
            Self::Label => (11 * PX, false),
        }
    }

    /// From one baseline to the next.
    pub(crate) fn leading(self) -> i32 {
        self.font().0 * 7 / 5
    }
}

/// The width of a text, in 1/16 px, rounded up: a line that is a hair too short on paper breaks a word on screen.
///
/// The text is composed (NFC), as a register keeps it. A letter that the face lacks counts as wide as the box that it
/// shows instead.
#[must_use]
pub fn width(text: &str, style: Style) -> i32 {
    let (size, bold) = style.font();
    set_width(text, size, bold)
}

/// The same in letters of a size, in 1/16 px.
pub(crate) fn set_width(text: &str, size: i32, bold: bool) -> i32 {
    let Some(letters) = Letters::of(bold) else { return 0 };
    let mut run = Run::default();
    letters.append(&mut run, text);
    sixteenths(run, size, letters)
}

fn sixteenths(run: Run, size: i32, letters: &Letters) -> i32 {
    (run.units * size + letters.em - 1) / letters.em
}

/// Breaks a text into lines that fit a width in 1/16 px. A word longer than the width stands alone, and is not cut.
#[must_use]
pub fn wrap(text: &str, style: Style, fits: i32) -> Vec<String> {
    let (size, bold) = style.font();
    set_lines(text, size, bold, fits)
}

/// The same in letters of a size, in 1/16 px.
pub(crate) fn set_lines(text: &str, size: i32, bold: bool, fits: i32) -> Vec<String> {
    let Some(letters) = Letters::of(bold) else { return vec![text.to_owned()] };
    let mut lines: Vec<String> = Vec::new();
    let mut measured = Run::default();
    for word in text.split_whitespace() {
        let mut longer = measured;
        letters.append(&mut longer, " ");
        letters.append(&mut longer, word);
        match lines.last_mut() {
            Some(line) if sixteenths(longer, size, letters) <= fits => {
                line.push(' ');
                line.push_str(word);
                measured = longer;
            }
            _ => {
                lines.push(word.to_owned());
                measured = Run::default();
                letters.append(&mut measured, word);
            }
        }
    }
    lines
}
