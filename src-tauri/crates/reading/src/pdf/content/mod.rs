//! The content of a page: which letters stand where, and which lines are drawn.

mod draw;
mod interpret;
mod marked;
mod matrix;
mod text;

pub use interpret::{Reader, Sheet};

/// A letter and where it stands. The origin is the upper left corner of the page; a point is 1/72 inch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub letter: char,
    /// The left edge.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// How far the letter moves on.
    pub width: f32,
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    /// The number of its font among the faces of the paper.
    pub face: u16,
    /// Quarter turns anticlockwise in which it is written.
    pub turns: u8,
    /// Drawn without ink: what a text recogniser laid under a picture.
    pub hidden: bool,
    /// Said by the file to be a running head or foot.
    pub furniture: bool,
}

/// Whether no table says what the letter is.
pub fn is_unknown(letter: char) -> bool {
    matches!(letter, interpret::UNKNOWN | '\u{e000}'..='\u{efff}' | '\u{f100}'..='\u{f8ff}')
        || (letter.is_control() && !letter.is_whitespace())
}

/// A straight line that is drawn, upright or level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Rule {
    pub fn is_level(&self) -> bool {
        self.right - self.left >= self.bottom - self.top
    }
}
