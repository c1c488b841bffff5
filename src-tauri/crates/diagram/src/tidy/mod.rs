//! A tidy tree of cards of any size, after van der Ploeg (2014): children in order under their parent, as narrow
//! as the cards below and beside each other allow, in time linear in their number.
//!
//! All of it is in whole units. A parent stands with its middle over the middle between the left edge of its first
//! child and the right edge of its last; **where that leaves half a unit, whichever is wider sticks out by it on the
//! right**. The half is settled once, within the parent's own subtree: where a card stands relative to another one
//! of a subtree depends on nothing outside it.

mod contour;
mod layout;
pub mod pack;

pub use layout::tidy;

/// The widest drawing, in 1/16 px: whatever is added to whatever else still fits a number.
const WIDEST: i64 = (i32::MAX / 2) as i64;

/// Cards in preorder: each before those under it, and these branch after branch from left to right. Flat: card `n` is
/// the `n`th of each array.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The number after the last card of each one's branch: a leaf `n` ends at `n + 1`, the root at their count.
    pub ends: Vec<u32>,
    /// How wide each card is, in 1/16 px.
    pub widths: Vec<i32>,
    /// How high each card is, in 1/16 px.
    pub heights: Vec<i32>,
}

impl Tree {
    /// Adds a card; what is added until [`end`](Self::end) stands under it. Whether that makes a tree, [`tidy`] says.
    pub fn begin(&mut self, width: i32, height: i32) -> u32 {
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.ends.push(number.saturating_add(1));
        self.widths.push(width);
        self.heights.push(height);
        number
    }

    /// Ends the branch of a card with the card added last.
    pub fn end(&mut self, card: u32) {
        let count = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        if let Some(end) = self.ends.get_mut(card as usize) {
            *end = count;
        }
    }

    /// Adds a card under which nothing stands.
    pub fn leaf(&mut self, width: i32, height: i32) -> u32 {
        self.begin(width, height)
    }

    /// How many cards there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// What is kept free, in 1/16 px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spacing {
    /// Between cards side by side, whoever their parents are.
    pub siblings: i32,
    /// Between a card and those under it. Together with the card at least one unit.
    pub levels: i32,
}

/// Where the cards stand: left and upper edge of each, from the top left corner of the drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Left edges.
    pub x: Vec<i32>,
    /// Upper edges.
    pub y: Vec<i32>,
    /// Width of the whole.
    pub width: i32,
    /// Height of the whole.
    pub height: i32,
}

/// Why something is not laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unplaceable {
    /// The arrays of the tree are not of one length.
    #[error("the arrays of the tree differ in length")]
    Lengths,
    /// The branch of a card ends before it begins or after that of the card above it; that of the first card, before
    /// the last one.
    #[error("the branch of card {0} ends where it cannot")]
    End(u32),
    /// A width or a height below nothing.
    #[error("card {0} has a size below nothing")]
    Size(u32),
    /// A distance below nothing.
    #[error("a spacing is below nothing")]
    Spacing,
    /// All cards side by side, or one under the other, with what is kept free, would be longer than 2³⁰ units
    /// (4 million cards of 16 px). Refused before anything is laid out, so that no sum ever leaves its range.
    #[error("the cards need more room than can be counted")]
    TooLarge,
}
