//! Sheets of paper, and the room that they leave to a drawing.

use serde::{Deserialize, Serialize};

use crate::PX;

/// How large a sheet is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SheetSize"))]
pub enum Size {
    /// 210 mm by 297 mm.
    #[default]
    A4,
    /// 297 mm by 420 mm.
    A3,
    /// As large as the drawing has to be.
    Whole,
}

/// The room for a drawing on a page, within its margins, in 1/16 px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Room {
    /// A4 on its side, less 15 mm at each edge and 10 mm above and below for what a paper says of itself.
    pub const A4: Self = Self::sheet(297, 210);
    /// A3 on its side, likewise.
    pub const A3: Self = Self::sheet(420, 297);
    /// A4 upright, likewise.
    pub const A4_UPRIGHT: Self = Self::sheet(210, 297);
    /// A3 upright, likewise.
    pub const A3_UPRIGHT: Self = Self::sheet(297, 420);

    const fn sheet(width: i32, height: i32) -> Self {
        // A mm is 960/254 px: rounded down.
        Self { width: (width - 30) * 960 * PX / 254, height: (height - 50) * 960 * PX / 254 }
    }
}

/// A drawing on sheets of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Whether the sheets lie on their sides.
    pub landscape: bool,
    /// How many of them lie side by side.
    pub across: u32,
    /// The sheets, row by row, from the left.
    pub sheets: Vec<crate::ink::Ink>,
}
