//! The org chart: tiers from the head down, cards for the seats that matter one by one, packed lists under a rule
//! for classes and long groups; one committee, or all committees of the register under the offices that set them up.
//!
//! The answer is a struct of flat arrays, not a tree of objects: a hundred thousand boxes cross to the page as a few
//! arrays of numbers, and are culled there by skipping subtrees.

use serde::{Deserialize, Serialize};

mod change;
mod committee;
mod groups;
mod offices;
mod pages;
mod paint;
mod sketch;
mod words;

pub use change::Changes;
pub use committee::{Plan, chart};
pub use offices::{Office, Whole, offices};
pub use pages::laid;
pub use paint::Captions;

/// A chart drawn. All lengths in 1/16 px, from the top left corner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chart {
    /// Width of the whole.
    pub width: i32,
    /// Height of the whole.
    pub height: i32,
    /// Everything that has a place, each before what lies within it.
    pub boxes: Boxes,
    /// Every line of text.
    pub text: Text,
    /// Connecting lines, four numbers each: from x, y to x, y.
    pub lines: Vec<i32>,
    /// The same of second relations, drawn dotted.
    pub dotted: Vec<i32>,
    /// What the numbers of `boxes.kind` mean.
    pub kinds: Vec<Kind>,
    /// What the bits of `boxes.signs` mean, the lowest first.
    pub signs: Vec<Sign>,
    /// What the numbers of `text.style` mean.
    pub styles: Vec<Style>,
}

/// Boxes, one array for each of their properties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Boxes {
    /// What it is: a place in `Chart::kinds`.
    pub kind: Vec<u8>,
    /// What is to be seen of it at a glance: bits after `Chart::signs`.
    pub signs: Vec<u32>,
    /// Left edge.
    pub x: Vec<i32>,
    /// Upper edge.
    pub y: Vec<i32>,
    /// Width.
    pub width: Vec<i32>,
    /// Height.
    pub height: Vec<i32>,
    /// The first box after those that lie within it.
    pub end: Vec<u32>,
    /// How many heads are in it; of a card or row how many it counts.
    pub count: Vec<u32>,
    /// Its first line of text; its lines end where those of the next box begin.
    pub text: Vec<u32>,
    /// Whose it is: a place in `owners`.
    pub owner: Vec<u32>,
    /// Which of the seat's holders, where a seat has several places in the chart; else -1.
    pub holder: Vec<i32>,
    /// Ids of seats, committees and bodies, and keys of what has none.
    pub owners: Vec<String>,
}

/// Lines of text, one array for each of their properties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Text {
    /// The words: a place in `words`.
    pub word: Vec<u32>,
    /// How it is set: a place in `Chart::styles`.
    pub style: Vec<u8>,
    /// Where it starts; in a card its middle.
    pub x: Vec<i32>,
    /// The baseline.
    pub y: Vec<i32>,
    /// Every text once.
    pub words: Vec<String>,
}

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Kind {
    /// Seats of one role, named at the left.
    Tier,
    /// A seat drawn by itself; its lines are centred.
    Card,
    /// The posts of one class seat, packed under a rule.
    Class,
    /// Single seats of members, packed under a rule; the view names them in its own words.
    Members,
    /// Seats that are invited, packed under a rule.
    Invited,
    /// A body inside the committee, its seats packed under a rule.
    SubBody,
    /// One entry of a packed list.
    Row,
    /// A standing agency, beside the head.
    Agency,
    /// A committee among others.
    Committee,
    /// An office that sets committees up.
    Office,
}

impl Kind {
    /// Every kind, in the order of its number.
    pub const ALL: [Self; 10] = [
        Self::Tier,
        Self::Card,
        Self::Class,
        Self::Members,
        Self::Invited,
        Self::SubBody,
        Self::Row,
        Self::Agency,
        Self::Committee,
        Self::Office,
    ];
}

/// What is to be seen of a box at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Sign {
    /// The head of the body.
    Chair,
    /// The last holder left the post.
    Vacant,
    /// Nobody was sent yet.
    NotNominated,
    /// The post, or the agency, is no more.
    PostEnded,
    /// The class has no post any more.
    ClassEmpty,
    /// The person named no longer holds the post.
    PersonLeftPost,
    /// Two people hold a post that has one holder.
    TwoHolders,
    /// Who sits is not known.
    UnknownComposition,
    /// Came since the day compared with.
    Joined,
    /// Left since then: it is there no more.
    Left,
    /// Took another role since then.
    Changed,
    /// Lost its holder since then.
    Vacated,
    /// What lies within can be folded away and shown again.
    Foldable,
    /// What lies within is folded away.
    Folded,
}

impl Sign {
    /// Every sign, in the order of its bit.
    pub const ALL: [Self; 14] = [
        Self::Chair,
        Self::Vacant,
        Self::NotNominated,
        Self::PostEnded,
        Self::ClassEmpty,
        Self::PersonLeftPost,
        Self::TwoHolders,
        Self::UnknownComposition,
        Self::Joined,
        Self::Left,
        Self::Changed,
        Self::Vacated,
        Self::Foldable,
        Self::Folded,
    ];

    /// Its bit.
    #[must_use]
    pub fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// How a line of text is set. Sizes and weights are those of the look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Style {
    /// A person's name: 13/600.
    Name,
    /// A post that stands for its holder: 12/600.
    Post,
    /// A second line: 11.5/400.
    Second,
    /// A label: 11/400.
    Label,
    /// A heading of a group: 12.5/600.
    Heading,
    /// A row: 11.5/400.
    Row,
    /// A row that names a person: 11.5/600.
    RowName,
}

impl Style {
    /// Every style, in the order of its number.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Post, Self::Second, Self::Label, Self::Heading, Self::Row, Self::RowName];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_numbers_mean_is_listed_in_their_order() {
        assert!(Kind::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
        assert!(Sign::ALL.iter().enumerate().all(|(at, sign)| sign.bit() == 1 << at));
        assert!(Style::ALL.iter().enumerate().all(|(at, style)| *style as usize == at));
    }
}
