//! The org chart of one committee: tiers from the head down, cards for the seats that matter one by one,
//! packed lists under a rule for classes and long groups.

use serde::{Deserialize, Serialize};

mod groups;
mod layout;

pub use layout::chart;

/// A committee drawn. All lengths in 1/16 px, from the top left corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chart {
    /// Width of the whole.
    pub width: i32,
    /// Height of the whole.
    pub height: i32,
    /// The tiers, named at the left.
    pub tiers: Vec<Tier>,
    /// Seats drawn one by one.
    pub cards: Vec<Card>,
    /// Seats packed in a list under a rule.
    pub groups: Vec<Group>,
    /// Connecting lines: each a path of points.
    pub lines: Vec<Vec<Point>>,
}

/// A tier of seats of one role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tier {
    /// The role, as lines of text.
    pub label: Vec<Line>,
    /// How many heads sit in it.
    pub heads: u32,
}

/// A seat as a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Card {
    /// The seat.
    pub seat: String,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Its lines of text, centred.
    pub lines: Vec<Line>,
    /// Dashed edge: a seat still to be nominated.
    pub dashed: bool,
    /// Wants somebody: vacant, ended, left.
    pub flagged: bool,
}

/// Seats packed in columns under a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Group {
    /// What is gathered in it.
    pub kind: GroupKind,
    /// The class seat whose posts are listed; `None` for single seats gathered together.
    pub seat: Option<String>,
    /// Left edge.
    pub x: i32,
    /// Upper edge: the rule.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// The heading's lines; empty for members and invited seats, which the view names in its own words.
    pub heading: Vec<Line>,
    /// How many heads are in it.
    pub heads: u32,
    /// Wants somebody: the class is empty.
    pub flagged: bool,
    /// The entries.
    pub rows: Vec<Row>,
}

/// What a group gathers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum GroupKind {
    /// The posts of one class seat.
    Class,
    /// Single seats of members.
    Members,
    /// Seats that are invited.
    Invited,
    /// A body inside the committee.
    SubBody,
}

/// One entry of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Row {
    /// The seat.
    pub seat: String,
    /// Which of the seat's holders.
    pub holder: u32,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Its lines of text.
    pub lines: Vec<Line>,
    /// Wants somebody.
    pub flagged: bool,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Line {
    /// The text.
    pub text: String,
    /// Where it starts, or its middle where centred.
    pub x: i32,
    /// The baseline.
    pub y: i32,
    /// How wide it is: a machine that rounds its letters otherwise spaces them so.
    pub width: i32,
    /// How it is set.
    pub style: Style,
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

/// A point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}
