//! The timeline as it is drawn.

use diagram::timeline::Drawing;
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
