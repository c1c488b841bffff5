//! The timeline: days along, lanes across. Pure geometry in days and rows, which the view maps to its own width and
//! zoom, and which [`pages`] lays on paper.
//!
//! A lane is what is named at the left: a committee, a seat, a person. It has one or more rows, since its periods may
//! overlap; in a row they never do, so that what is visible is found by halving. All of it is flat columns: a city's
//! fifty thousand decisions are a few arrays, not as many objects.

mod arrange;
mod lanes;
pub mod pages;
mod paper;
mod plan;
mod rows;
mod scope;

use register::composition::Relation;
use register::directory::Milestone;
use register::draft::Act;
use serde::{Deserialize, Serialize};

pub use arrange::arrange;
pub use lanes::{committees, decisions, people, person, seats};
pub use plan::{Cited, Item, LaneKind, Plan, PlannedLane};
pub use rows::pack;
pub use scope::Scope;

/// An end that nothing brings.
pub const OPEN: i32 = i32::MAX;

/// No decision, no words.
pub const NONE: i32 = -1;

/// What is to be known of a bar or a decision beside its days, as bits.
pub mod mark {
    /// A decision takes effect on its first day: a point stands there.
    pub const POINT: i32 = 1;
    /// The register knows only that the decision exists.
    pub const HOLLOW: i32 = 1 << 1;
    /// Nobody is in the seat.
    pub const EMPTY: i32 = 1 << 2;
    /// Nobody knows who is in the seat.
    pub const UNKNOWN: i32 = 1 << 3;
    /// It begins after today.
    pub const FUTURE: i32 = 1 << 4;
    /// The register has only a reconstruction of the decision.
    pub const RECONSTRUCTED: i32 = 1 << 5;
    /// A guest's seat.
    pub const INVITED: i32 = 1 << 6;
}

/// A timeline laid out. Days are counted since 1970-01-01; a period holds from its first day to before `to`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TimelineDrawing"))]
pub struct Drawing {
    /// The first day shown: a first of January.
    pub from: i32,
    /// The first day after what is shown: a first of January.
    pub to: i32,
    /// Today: what lies after it is to come.
    pub today: i32,
    /// The lanes, from the top.
    pub lanes: Lanes,
    /// Where the bars of each row begin among all, and one past the last.
    pub starts: Vec<i32>,
    /// The bars, row by row, each row in the order of its days.
    pub bars: Bars,
    /// Relations between bars, in the order of those that act.
    pub arcs: Arcs,
    /// The decisions, in legal order.
    pub decisions: Decisions,
    /// Words of bars, each once.
    pub words: Vec<String>,
    /// Outside events.
    pub events: Vec<Milestone>,
}

/// Lanes, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TimelineLanes"))]
pub struct Lanes {
    /// What each is.
    pub kinds: Vec<LaneKind>,
    /// Its name; empty where the kind says it all.
    pub names: Vec<String>,
    /// What stands below the name: a role, a sub-body.
    pub seconds: Vec<String>,
    /// By which its page is asked for; empty where it has none.
    pub ids: Vec<String>,
    /// Its first row, and one past the last row of all.
    pub rows: Vec<i32>,
}

/// Bars, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TimelineBars"))]
pub struct Bars {
    /// The row, from the top.
    pub row: Vec<i32>,
    /// The first day.
    pub from: Vec<i32>,
    /// The first day after it, or [`OPEN`].
    pub to: Vec<i32>,
    /// The decision, as a place among [`Drawing::decisions`], or [`NONE`].
    pub decision: Vec<i32>,
    /// The words along it, as a place among [`Drawing::words`], or [`NONE`].
    pub words: Vec<i32>,
    /// What else is known: see [`mark`].
    pub marks: Vec<i32>,
    /// The bars in the order in which they are read: lane by lane, each by its days.
    pub reading: Vec<i32>,
}

/// Relations, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TimelineArcs"))]
pub struct Arcs {
    /// The bar of the decision that acts.
    pub from: Vec<i32>,
    /// The bar of the one that is acted on.
    pub to: Vec<i32>,
    /// What is done, as a place among the relations.
    pub relation: Vec<i32>,
    /// The relations that occur, each once.
    pub relations: Vec<Relation>,
}

/// Decisions, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TimelineDecisions"))]
pub struct Decisions {
    /// The identity.
    pub ids: Vec<String>,
    /// Number and symbol.
    pub numbers: Vec<String>,
    /// Trích yếu; empty where there is none.
    pub subjects: Vec<String>,
    /// The day of issue.
    pub issued: Vec<i32>,
    /// The day on which it takes effect.
    pub from: Vec<i32>,
    /// The first day on which it no longer holds, or [`OPEN`].
    pub to: Vec<i32>,
    /// The headline, as a place among the acts.
    pub act: Vec<i32>,
    /// The headlines that occur, each once.
    pub acts: Vec<Act>,
    /// What else is known: see [`mark`].
    pub marks: Vec<i32>,
}

/// Where something stands among those that occur, taken in if it is new.
fn among<T: PartialEq>(known: &mut Vec<T>, wanted: T) -> i32 {
    let at = known.iter().position(|other| *other == wanted).unwrap_or_else(|| {
        known.push(wanted);
        known.len() - 1
    });
    arrange::index(at)
}
