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

/// What the root has for a parent.
pub const NONE: u32 = u32::MAX;

/// The widest drawing, in 1/16 px: whatever is added to whatever else still fits a number.
const WIDEST: i64 = (i32::MAX / 2) as i64;

/// Cards and who stands under whom. Flat: card `n` is the `n`th of each array.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The parent of each card, which comes before it. The first card is the root and has [`NONE`].
    /// Children of one parent stand in the order of their numbers.
    pub parents: Vec<u32>,
    /// How wide each card is, in 1/16 px.
    pub widths: Vec<i32>,
    /// How high each card is, in 1/16 px.
    pub heights: Vec<i32>,
}

impl Tree {
    /// Adds a card under another one, or the root under [`NONE`]. Whether that makes a tree, [`tidy`] says.
    pub fn push(&mut self, parent: u32, width: i32, height: i32) -> u32 {
        let number = u32::try_from(self.parents.len()).unwrap_or(NONE);
        self.parents.push(parent);
        self.widths.push(width);
        self.heights.push(height);
        number
    }

    /// A tree from cards in preorder and the end of each one's subtree: the number after the last card in it, so
    /// that a leaf `n` ends at `n + 1` and the root at their count.
    ///
    /// # Errors
    ///
    /// Ends that do not lie within each other: [`Unplaceable::End`].
    pub fn nested(ends: &[u32], widths: Vec<i32>, heights: Vec<i32>) -> Result<Self, Unplaceable> {
        let count = u32::try_from(ends.len()).map_err(|_| Unplaceable::TooLarge)?;
        let mut parents = Vec::with_capacity(ends.len());
        // The cards whose subtrees are open, and where those end.
        let mut open: Vec<(u32, u32)> = Vec::new();
        for (number, end) in (0..count).zip(ends) {
            while open.last().is_some_and(|(_, end)| *end == number) {
                open.pop();
            }
            let (parent, within) = open.last().copied().unwrap_or((NONE, count));
            if *end <= number || *end > within || (number == 0 && *end != count) {
                return Err(Unplaceable::End(number));
            }
            parents.push(parent);
            open.push((number, *end));
        }
        Ok(Self { parents, widths, heights })
    }

    /// How many cards there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parents.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parents.is_empty()
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
    /// The first card has a parent.
    #[error("the first card is not the root")]
    Rootless,
    /// A card after the first has no parent.
    #[error("card {0} is a second root")]
    SecondRoot(u32),
    /// A card comes before its parent, or is its own, or the parent is not there.
    #[error("card {0} does not come after its parent")]
    BeforeItsParent(u32),
    /// The subtree of a card ends before it begins, or after that of the card above it.
    #[error("the subtree of card {0} ends where it cannot")]
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
