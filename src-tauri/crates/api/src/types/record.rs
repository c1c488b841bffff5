//! Recording: what a draft would change, what was recorded, and whether the record is whole.

use register::Id;
use register::checks::Finding;
use register::composition::Composition;
use register::draft::{Draft, EventDraft};
use register::effects::PostEffect;
use register::matching::Match;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A draft to be tried or recorded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DraftRequest {
    /// The draft, as read or as mended at the review.
    pub draft: Draft,
    /// What its paper says of posts and who holds them; recorded with it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<EventDraft>>")]
    pub events: Vec<EventDraft>,
    /// The file that it was read from; it is kept with the decision.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub path: Option<String>,
}

impl DraftRequest {
    /// Whether a paper only says who holds which post, and decides nothing on a committee.
    #[must_use]
    pub fn says_events_alone(&self) -> bool {
        let draft = &self.draft;
        !self.events.is_empty() && !draft.changes_membership && draft.members.is_empty() && draft.committees.is_empty()
    }
}

/// What recording a draft would change. Nothing is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Rehearsal {
    /// What a person must answer or mend first.
    pub questions: Vec<Question>,
    /// Each committee that it acts on, before and after.
    pub committees: Vec<BeforeAfter>,
    /// The words that the register does not simply know, and what they may mean.
    pub matches: Vec<Match>,
    /// What the checks would find that they do not find now.
    pub findings: Vec<Finding>,
    /// What its news of posts would fill and empty.
    pub effects: Vec<PostEffect>,
}

/// Something that a person must answer before a draft can be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Question {
    /// Which.
    pub code: String,
    /// What the sentence needs.
    pub params: std::collections::BTreeMap<String, String>,
    /// Whether it can be recorded without an answer.
    pub stops: bool,
}

/// A committee before and after a decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BeforeAfter {
    /// On the day before the decision takes effect; `null` where there was no such committee.
    pub before: Option<Composition>,
    /// On the day on which it does.
    pub after: Composition,
}

/// What was recorded.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Recorded {
    /// The entry, where there is one.
    pub entry: Option<String>,
    /// The entries.
    pub entries: Vec<String>,
    /// The decisions, by id.
    pub decisions: Vec<Id>,
    /// The committees that changed, by id.
    pub committees: Vec<Id>,
    /// What was left aside.
    pub warnings: Vec<Question>,
}

/// Whether the record is whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Verification {
    /// Whether all of it holds.
    pub ok: bool,
    /// How many entries there are.
    pub entries: u32,
    /// The newest link.
    pub head: Option<String>,
    /// The first bad place.
    pub first_bad: Option<FirstBad>,
    /// Whether what is derived equals a fresh derivation.
    pub derived_ok: bool,
    /// The first kind of derived rows that does not.
    pub derived_bad: Option<String>,
    /// The files.
    pub attachments: Attachments,
}

/// The first bad place of a record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FirstBad {
    /// The entry's place.
    pub seq: u32,
    /// What is wrong with it.
    pub why: String,
}

/// The state of the files.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Attachments {
    /// There, with the right hash.
    pub present: u32,
    /// Not there, or with another hash.
    pub missing: u32,
    /// Removed on purpose.
    pub removed: u32,
}

/// Who holds which post from when, by which paper: one piece of news of the directory, as the small form has
/// it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PostNews {
    /// appoint, act, take_charge, assign, relieve.
    pub event: String,
    /// The organization.
    pub organization: String,
    /// The post's title.
    pub post: String,
    /// Who; may be left out where whoever holds the post leaves it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// The person, where a name is not enough.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person_id: Option<String>,
    /// The field that the holder looks after.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub portfolio: Option<String>,
    /// Since when: a day, a month or a year.
    pub on: String,
    /// The paper's number, where there is a paper.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub decision: Option<String>,
    /// Its day of issue.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub date: Option<String>,
    /// Its article.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// A note of the office, where there is none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// What news of posts would change.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Effects {
    /// Piece by piece.
    pub effects: Vec<PostEffect>,
}

/// Something written for the record as scripts write it: `{"decisions": […]}`, one decision, or
/// `{"events": […]}`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Written {
    /// The JSON.
    #[ts(type = "unknown")]
    pub json: serde_json::Value,
}

/// An entry recorded by mistake.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UndoRequest {
    /// The entry's id, or enough of it.
    pub entry: String,
}

/// An attachment to be taken out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RemovalRequest {
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Why.
    pub why: String,
}

/// How many rows were derived anew.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Rebuilt {
    /// Rows.
    pub rows: u32,
}

/// The entries of the record, the newest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Entries {
    /// Every entry.
    pub entries: Vec<EntryLine>,
}

/// An entry in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EntryLine {
    /// Its place.
    pub seq: u32,
    /// Its id: SHA-256 of its content, in hex.
    pub entry: String,
    /// When it was recorded, UTC.
    pub recorded_at: String,
    /// The administrator who signed it.
    pub administrator: String,
    /// opening, admission, retirement, decision, directory, pack, mistake, removal.
    pub kind: String,
    /// What it is about: a decision's number, a pack's title, the names of people.
    pub about: String,
    /// How many facts of the directory it has.
    pub events: u32,
    /// Whether an entry declares it a mistake.
    pub undone: bool,
    /// Whether it can be declared one.
    pub can_be_undone: bool,
    /// The decision, where it is one.
    pub decision: Option<Id>,
}
