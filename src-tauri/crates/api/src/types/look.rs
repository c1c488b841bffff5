//! Looking: committees, decisions, papers to print.

use std::collections::HashSet;

use diagram::Chart;
use reading::Reading;
use register::composition::Composition;
use register::{Day, Id};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request that needs nothing.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A date, and as known when.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OnDate {
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// The committees of a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Committees {
    /// In the order of their founding.
    pub committees: Vec<CommitteeLine>,
}

/// A committee in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CommitteeLine {
    /// Its identity.
    pub id: Id,
    /// Its name on the date.
    pub name: String,
    /// Ban chỉ đạo, Hội đồng, Tổ công tác …: the first words of its name.
    pub kind: String,
    /// Its first day.
    #[ts(type = "string | null")]
    pub from: Option<Day>,
    /// The first day after it, where it ends by itself.
    #[ts(type = "string | null")]
    pub to: Option<Day>,
    /// Whether it is kept from acting for the time being.
    pub suspended: bool,
    /// Its heads; `null` where its composition is unknown.
    pub heads: Option<u32>,
    /// How many seats want somebody.
    pub flagged: u32,
}

/// A committee on a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CommitteeOnDate {
    /// Its id, or enough of its name.
    pub committee: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// A composition, and as known when.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Show {
    /// The composition.
    #[serde(flatten)]
    pub composition: Composition,
    /// The instant, UTC.
    pub known_on: String,
}

/// A chart of a committee on a date, for a width.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChartRequest {
    /// Its id, or enough of its name.
    pub committee: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// The width to fill, in px; a committee too large for it takes more.
    pub width: u32,
    /// The day since which changes are marked, and those who left are shown.
    #[serde(default)]
    #[ts(optional = nullable, type = "string | null")]
    pub since: Option<Day>,
    /// Keys of groups that are folded though they would be shown, or shown though they would be folded.
    #[serde(default)]
    #[ts(optional, as = "Option<HashSet<String>>")]
    pub toggled: HashSet<String>,
}

/// A chart of all committees on a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OfficeChartRequest {
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// Whether each committee is drawn with its seats, but for those that are toggled.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub open: bool,
    /// Ids of committees that are the other way, and keys of groups, as in the chart of one committee.
    #[serde(default)]
    #[ts(optional, as = "Option<HashSet<String>>")]
    pub toggled: HashSet<String>,
}

/// A file to be read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FileRequest {
    /// Where it lies.
    pub path: String,
}

/// What was read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReadAnswer {
    /// Blocks, drafts, marks, warnings.
    #[serde(flatten)]
    pub reading: Reading,
    /// Where the file lies.
    pub path: String,
}

/// What to look for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// The text, with or without marks.
    pub text: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
}

/// What was found.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Hits {
    /// The best first.
    pub hits: Vec<Hit>,
}

/// One thing found, with what opens it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Hit {
    /// committee, person, seat, organization, post, decision.
    pub kind: String,
    /// What is shown first.
    pub title: String,
    /// What is shown second.
    pub detail: String,
    /// The committee to open.
    pub committee: Option<Id>,
    /// The seat to select.
    pub seat: Option<Id>,
    /// The decision to open.
    pub decision: Option<Id>,
    /// The organization to open.
    pub organization: Option<Id>,
    /// The post to open.
    pub post: Option<Id>,
    /// By which the person to open is asked for.
    pub person: Option<String>,
}

/// The chart's answer is the geometry itself.
pub type ChartAnswer = Chart;
