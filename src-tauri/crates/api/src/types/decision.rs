//! Decisions: the timeline, one decision whole, how one stands on a date.

use diagram::Strip;
use register::composition::{Comparison, Flag, Relation, Status};
use register::draft::{Reference, Signer, Source};
use register::timeline::{DecisionOn, RelationOn, Timeline};
use register::{Day, Id};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which timeline.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct TimelineRequest {
    /// One committee; everything where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub committee: Option<String>,
    /// The date on which the decisions' status is asked for; today where it is left out.
    #[serde(default)]
    #[ts(optional = nullable, type = "string | null")]
    pub on: Option<Day>,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// A timeline with its geometry.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelineAnswer {
    /// Decisions, relations, events.
    #[serde(flatten)]
    pub timeline: Timeline,
    /// The same, laid out.
    pub strip: Strip,
    /// How each of the decisions stands on the date that was asked for, in their order.
    pub statuses: Vec<Status>,
}

/// Which decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionRequest {
    /// Its id, or its number, alone or with its day or year behind it.
    pub decision: String,
    /// The date on which its status is asked for; today where it is left out.
    #[serde(default)]
    #[ts(optional = nullable, type = "string | null")]
    pub on: Option<Day>,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// How a decision stands on a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StatusAnswer {
    /// Its number.
    pub decision: String,
    /// Its identity.
    pub decision_id: Id,
    /// Its day of issue.
    #[ts(type = "string")]
    pub issued_on: Day,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// How it stands.
    pub status: Status,
    /// Why.
    pub because: Vec<ReasonLine>,
    /// That its committee is past its purpose.
    pub flags: Vec<Flag>,
}

/// Why a decision stands as it does.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReasonLine {
    /// What was done to it.
    pub relation: Relation,
    /// The number of the decision that acts.
    pub decision: String,
    /// That decision.
    pub decision_id: Id,
    /// Its effective day.
    #[ts(type = "string")]
    pub date: Day,
    /// The day from which on it shows: another one where the committee ended by itself.
    #[ts(type = "string")]
    pub since: Day,
}

/// A decision, whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionSheet {
    /// In short.
    pub decision: DecisionOn,
    /// Place of issue.
    pub place: Option<String>,
    /// Who signed.
    pub signer: Option<Signer>,
    /// What kind of paper it was read from.
    pub source: Source,
    /// Where it is known from, where it was written by hand without its paper.
    pub source_note: Option<String>,
    /// Its căn cứ.
    pub bases: Vec<Reference>,
    /// How it stands on the date that was asked for.
    pub status: StatusAnswer,
    /// What it changed on its effective day, committee by committee, with whatever else took effect that day.
    pub effects: Vec<Comparison>,
    /// What it does, place by place.
    pub provisions: Vec<ProvisionLine>,
    /// What it does to others and others to it.
    pub relations: Vec<RelationOn>,
    /// The decisions at the other ends.
    pub related: Vec<DecisionOn>,
    /// The files it came from.
    pub files: Vec<FileLine>,
    /// The entry that recorded it.
    pub entry: String,
    /// When it was recorded, UTC.
    pub recorded_at: String,
}

/// A file that a decision came from.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FileLine {
    /// Its name as it came.
    pub name: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Whether the register still has it.
    pub kept: bool,
}

/// One provision in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProvisionLine {
    /// Article, clause, point or annex.
    pub place: Option<String>,
    /// What is done, as the record calls it: establish, seat, replace …
    pub does: String,
    /// On whom or what.
    pub what: String,
    /// The role, the scope: what completes it.
    pub how: Option<String>,
}
