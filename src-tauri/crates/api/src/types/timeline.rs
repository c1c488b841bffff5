//! The timeline as it is drawn.

use diagram::timeline::Drawing;
use register::Day;
use register::composition::Relation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the lanes of a timeline are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LanesOf {
    /// Decisions beside each other.
    #[default]
    Decisions,
    /// Committees.
    Committees,
    /// Seats, with whoever held them.
    Seats,
    /// People, with the roles in which they sat.
    People,
}

/// Which timeline is to be drawn: of the whole register where nothing says of what.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct TimelineDrawingRequest {
    /// A committee, or a sub-body of one: its id, or enough of its name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub committee: Option<String>,
    /// All committees of the office that founded them, by its name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub office: Option<String>,
    /// A person, over all committees and posts: the id, or enough of the name. The lanes are then the committees.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// What the lanes are.
    #[serde(default)]
    pub lanes: LanesOf,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// A timeline as flat columns, in days and rows: the window draws any zoom of it without asking again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelineDrawingAnswer {
    /// The drawing.
    #[serde(flatten)]
    pub drawing: Drawing,
    /// The offices that founded committees, each once, in the order of their first.
    pub offices: Vec<String>,
}

/// How large a timeline is that is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetSize {
    /// One sheet, as high as it has to be.
    #[default]
    Whole,
    /// Pages of A4 on its side.
    A4,
    /// Pages of A3 on its side.
    A3,
}

/// The words of a timeline that is saved, in the language of whoever reads it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelineCaptions {
    /// What it is the timeline of.
    pub title: String,
    /// As of which date.
    pub as_of: String,
    /// The lane of decisions on no committee.
    pub elsewhere: String,
    /// The lane of days on which nobody knows who sits.
    pub unknown: String,
    /// A seat in which nobody is.
    pub empty: String,
    /// A seat of which nobody knows who is in it.
    pub nobody_known: String,
    /// What stands behind the name of a lane that goes on from another page.
    pub continued: String,
    /// What a decision does to another one, before that one's number.
    pub relations: Vec<(Relation, String)>,
    /// Which page it is, with `{at}` and `{of}` for the numbers.
    pub page: String,
}

/// A timeline to be saved as SVG.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveTimeline {
    /// Which timeline.
    pub timeline: TimelineDrawingRequest,
    /// The date: what begins later is marked.
    #[ts(type = "string")]
    pub on: Day,
    /// How large.
    #[serde(default)]
    pub sheet: SheetSize,
    /// Where; several pages get numbers before the ending.
    pub path: String,
    /// The words.
    pub captions: TimelineCaptions,
}

/// A drawing saved.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SavedDrawing {
    /// Where; of several pages the name that theirs are made of.
    pub path: String,
    /// How many pages.
    pub pages: u32,
}
