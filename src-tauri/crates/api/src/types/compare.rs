//! Changes between two dates, a seat over time, who sits where, and what to look at.

use register::checks::Finding;
use register::composition::{Comparison, Matrix};
use register::history::SeatHistory;
use register::{Day, Id};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two dates of a committee, or of a sub-body.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CompareRequest {
    /// Its id, or enough of its name.
    pub committee: String,
    /// The first date.
    #[ts(type = "string")]
    pub from: Day,
    /// The second.
    #[ts(type = "string")]
    pub to: Day,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// What changed.
pub type CompareAnswer = Comparison;

/// A seat of a committee, over time up to a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeatRequest {
    /// The committee: its id, or enough of its name.
    pub committee: String,
    /// The seat.
    pub seat: Id,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
}

/// A seat over time.
pub type SeatAnswer = SeatHistory;

/// Who sits where.
pub type MatrixAnswer = Matrix;

/// Everything to look at on a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Findings {
    /// Errors first.
    pub findings: Vec<Finding>,
}
