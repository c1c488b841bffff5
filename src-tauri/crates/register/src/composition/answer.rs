//! What the fold answers.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::decision::Citation;
use crate::directory::Capacity;
use crate::draft::SeatKind;
use crate::id::Id;
use crate::role::Rank;

/// A committee on a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Composition {
    /// The committee.
    pub committee: CommitteeOn,
    /// The date.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Day,
    /// Whether it exists on the date.
    pub state: State,
    /// Distinct people where known, else posts; `None` where the composition is unknown.
    pub heads: Option<u32>,
    /// Invited, counted apart.
    pub invited_heads: u32,
    /// The seats, in the order of the decision.
    pub seats: Vec<SeatOn>,
    /// Cơ quan thường trực.
    pub standing_agencies: Vec<Agency>,
    /// Bodies inside it, not counted in its heads.
    pub sub_bodies: Vec<SubBodyOn>,
    /// What it is for, in the words of the decision.
    pub duties: Vec<Duty>,
    /// When it ends by itself, as far as this date knows.
    pub sunset: Option<SunsetOn>,
    /// What ended it, where it is over.
    pub ended_by: Option<Arc<Citation>>,
    /// What suspends it, where it is suspended.
    pub suspended_by: Option<Arc<Citation>>,
    /// The decisions that its seats of this date rest on.
    pub sources: Vec<Citation>,
    /// What is to be said of the whole.
    pub flags: Vec<Flag>,
}

use super::committee::Duty;

/// Which committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CommitteeOn {
    /// Its identity.
    pub id: Id,
    /// Its name on the date.
    pub name: String,
}

/// How a committee ends by itself, as known on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SunsetOn {
    /// The first day on which it is no more.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<Day>,
    /// The first day after its purpose is to be fulfilled: it ends nothing.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub purpose_until: Option<Day>,
    /// In the words of the decision.
    pub words: Option<String>,
    /// Where.
    pub citation: Arc<Citation>,
}

/// Whether a committee exists on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum State {
    /// Not founded yet.
    NotYet,
    /// At work.
    Active,
    /// There, but kept from acting for the time being.
    Suspended,
    /// Ended.
    Ended,
}

/// A seat on a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SeatOn {
    /// Its identity.
    pub id: Id,
    /// The role as the decision has it.
    pub role: Option<String>,
    /// Its rank in the committee.
    pub rank: Rank,
    /// How it is filled.
    pub kind: SeatKind,
    /// The words of the decision, shared ones for a list with one head noun.
    pub as_written: String,
    /// Post and organization in the words of the decision.
    pub position: Option<String>,
    /// Ông, Bà, Đồng chí, where the decision says it.
    pub honorific: Option<String>,
    /// Invited, not a member.
    pub invited: bool,
    /// Whether it votes.
    pub voting: bool,
    /// The first day of this stretch of the seat.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub since: Day,
    /// Where the decision seats it.
    pub citation: Arc<Citation>,
    /// Who sits there; for a class one for each post that it expands to.
    pub holders: Vec<Holder>,
    /// How many heads it counts.
    pub heads: u32,
    /// What the ended organization was merged into: proposed as successor, never applied.
    pub successor: Option<String>,
    /// What is to be said of it.
    pub flags: Vec<Flag>,
}

/// Who sits, or which post does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Holder {
    /// The post's title.
    pub post: Option<String>,
    /// The post, where the directory has it.
    pub post_id: Option<Id>,
    /// Its organization, under its name of the date.
    pub organization: Option<String>,
    /// The organization, where the directory has it.
    pub organization_id: Option<Id>,
    /// The person's name, where known.
    pub person: Option<String>,
    /// The person, where the register tells two of one name apart.
    pub person_id: Option<Id>,
    /// Whether nobody is in it: whoever was known to hold it has left. Nobody known is another thing.
    pub vacant: bool,
    /// In which capacity.
    pub capacity: Option<Capacity>,
    /// The appointment.
    pub citation: Option<Arc<Citation>>,
}

impl Holder {
    /// Post and organization, the words that both share said once: "Chánh Văn phòng" of a "Văn phòng UBND tỉnh".
    #[must_use]
    pub fn in_words(&self) -> Option<String> {
        match (self.post.as_deref(), self.organization.as_deref()) {
            (Some(post), Some(organization)) => Some(in_words(post, organization)),
            (post, organization) => post.or(organization).map(str::to_owned),
        }
    }
}

/// A post and its organization, the words that both share said once.
pub(super) fn in_words(post: &str, organization: &str) -> String {
    let mut tails = post.match_indices(' ').map(|(space, _)| &post[space + 1..]);
    let shared = tails.find(|tail| {
        organization == *tail || organization.strip_prefix(tail).is_some_and(|rest| rest.starts_with(' '))
    });
    let post = shared.map_or(post, |tail| post[..post.len() - tail.len()].trim_end());
    format!("{post} {organization}")
}

/// A standing agency on a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Agency {
    /// The organization as the decision writes it.
    pub name: String,
    /// Its subject.
    pub scope: Option<String>,
    /// Where the decision names it.
    pub citation: Arc<Citation>,
    /// What is to be said of it.
    pub flags: Vec<Flag>,
    /// The successor of an ended organization: proposed, never applied.
    pub successor: Option<String>,
}

/// A body inside a committee on a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SubBodyOn {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its heads.
    pub heads: u32,
    /// Its seats.
    pub seats: Vec<SeatOn>,
}

/// What is to be said of a seat or of a whole committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Flag {
    /// The last holder left the post.
    Vacant,
    /// Nobody was sent yet.
    NotNominated,
    /// The post is no more.
    PostEnded,
    /// The class has no post any more.
    ClassEmpty,
    /// The directory knows what the organization was merged into.
    SuccessorProposed,
    /// The person named no longer holds the post.
    PersonLeftPost,
    /// Two people hold a post that has one holder.
    TwoHolders,
    /// The register does not know who sits.
    UnknownComposition,
    /// The decision behind it is suspended.
    DecisionSuspended,
    /// The day by which its purpose was to be fulfilled is past.
    PastSunset,
    /// It rests on a reconstruction from reports.
    Reconstructed,
}
