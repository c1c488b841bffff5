//! What an article of a decision does.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::draft::{ClassRule, Reference, SeatKind};
use crate::id::Id;

/// One act of a decision. Committees, people, posts and other decisions stand here as the paper writes them;
/// the fold settles them against the record, so that the order of recording does not matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Provision {
    /// Founds a committee, or, where it replaces the decision that founded one of that name and office,
    /// goes on with it (domain.md §7 rule 4 as the office reads it; `continues` is the answer of a person).
    Establish {
        /// The identity of the committee, if this is what founds it.
        committee: Id,
        /// Its name.
        name: String,
        /// Whether it is the committee of that name that goes on; `None` where nobody was asked.
        continues: Option<bool>,
    },
    /// A whole new list: every seat of earlier decisions ends, the seats of this one begin.
    Reconstitute {
        /// The identity of the committee, if the record does not know it otherwise.
        id: Id,
        /// The committee by name.
        committee: String,
    },
    /// A committee takes another name; it goes on.
    Rename {
        /// The committee, under the name that it gives up.
        committee: String,
        /// The new name.
        name: String,
    },
    /// Committees end in one that begins, or in one of them that goes on. Their seats and decisions end.
    Merge {
        /// The identity of the body that they become, if this is what founds it.
        id: Id,
        /// Its name.
        committee: String,
        /// Those that end, by name.
        merged: Vec<String>,
    },
    /// A body inside the committee, with members of its own. Where there is one of that name already, it goes
    /// on, and a list ends its seats.
    FoundSubBody {
        /// The identity of the body, if this is what founds it.
        sub_body: Id,
        /// The committee by name.
        committee: String,
        /// Its name.
        name: String,
        /// Whether the paper lists its members anew.
        #[serde(default)]
        listed: bool,
    },
    /// A seat.
    Seat(Seat),
    /// Somebody leaves, or a seat ends: a person's name, or the position of a seat as written.
    Unseat {
        /// The committee by name.
        committee: String,
        /// The sub-body, where the paper says that it is one of its seats.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sub_body: Option<String>,
        /// Who, or which seat.
        who: String,
    },
    /// Somebody stays, in another role.
    ChangeRole {
        /// The seat as it is from now on; where the record has no seat of that person, this one begins.
        seat: Seat,
        /// The role that is given up, where the paper says it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous_role: Option<String>,
    },
    /// Cơ quan thường trực.
    SetStandingAgency {
        /// The committee by name.
        committee: String,
        /// The organization as written.
        agency: String,
        /// Its subject, where there are several.
        scope: Option<String>,
    },
    /// A duty of the committee.
    AssignDuty {
        /// The committee by name.
        committee: String,
        /// The duty in the words of the paper.
        duty: String,
    },
    /// Ends a committee.
    Dissolve {
        /// The committee by name.
        committee: String,
    },
    /// Takes the place of another decision. The amendments of that decision end with it, named or not.
    Replace {
        /// The decision that ends.
        decision: Reference,
        /// Whether the text itself names the amendments.
        with_amendments: bool,
    },
    /// Ends another decision without taking its place.
    Repeal {
        /// The decision that ends.
        decision: Reference,
    },
    /// Changes another decision.
    Amend {
        /// The decision that is changed.
        decision: Reference,
    },
    /// Takes another decision back, from this one's day on.
    Withdraw {
        /// The decision that ends.
        decision: Reference,
    },
    /// Keeps another decision from acting for the time being, and the committee that it founded.
    Suspend {
        /// The decision.
        decision: Reference,
    },
    /// Ends a suspension.
    Resume {
        /// The suspended decision, or the one that suspends.
        decision: Reference,
    },
    /// Corrects an error of another decision. A letter (công văn) that does so touches no membership (Nghị
    /// định 30/2020/NĐ-CP, Điều 18 khoản 3).
    Correct {
        /// The decision that is corrected.
        decision: Reference,
    },
    /// Says that an ended decision holds again.
    Revive {
        /// The decision.
        decision: Reference,
    },
    /// The committee ends by itself.
    Sunset {
        /// The committee by name.
        committee: String,
        /// The first day on which it is no more, where the paper names one.
        on: Option<Day>,
        /// The first day after its purpose is to be fulfilled, where the paper names one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        purpose_until: Option<Day>,
        /// The words of the paper, where they are known.
        words: Option<String>,
    },
    /// Moves the day on which the committee ends by itself.
    Extend {
        /// The committee by name.
        committee: String,
        /// The first day on which it is no more.
        until: Day,
    },
    /// Whoever follows a person named in the post takes that person's seat.
    SuccessorClause {
        /// The committee by name.
        committee: String,
        /// The words of the paper.
        words: String,
    },
}

impl Provision {
    /// The committee that it acts on, by name.
    #[must_use]
    pub fn committee(&self) -> Option<&str> {
        match self {
            Self::Establish { name: committee, .. }
            | Self::Reconstitute { committee, .. }
            | Self::Rename { committee, .. }
            | Self::Merge { committee, .. }
            | Self::FoundSubBody { committee, .. }
            | Self::Unseat { committee, .. }
            | Self::SetStandingAgency { committee, .. }
            | Self::AssignDuty { committee, .. }
            | Self::Dissolve { committee }
            | Self::Sunset { committee, .. }
            | Self::Extend { committee, .. }
            | Self::SuccessorClause { committee, .. } => Some(committee),
            Self::Seat(seat) | Self::ChangeRole { seat, .. } => Some(&seat.committee),
            _ => None,
        }
    }

    /// Every committee that it names: one that is renamed has two names, merged ones come with what they
    /// become.
    pub fn committees(&self) -> impl Iterator<Item = &str> {
        let others: &[String] = match self {
            Self::Rename { name, .. } => std::slice::from_ref(name),
            Self::Merge { merged, .. } => merged,
            _ => &[],
        };
        self.committee().into_iter().chain(others.iter().map(String::as_str))
    }

    /// The decision that it acts on, as the paper names it.
    #[must_use]
    pub fn decision(&self) -> Option<&Reference> {
        match self {
            Self::Replace { decision, .. }
            | Self::Repeal { decision }
            | Self::Amend { decision }
            | Self::Withdraw { decision }
            | Self::Suspend { decision }
            | Self::Resume { decision }
            | Self::Correct { decision }
            | Self::Revive { decision } => Some(decision),
            _ => None,
        }
    }
}

/// A seat of a committee as a decision creates it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    /// Its identity.
    pub seat: Id,
    /// The committee by name.
    pub committee: String,
    /// The sub-body that it belongs to, by name; `None` for a seat of the committee itself.
    pub sub_body: Option<String>,
    /// The role in title form.
    pub role: Option<String>,
    /// Who sits there.
    pub occupant: Occupant,
    /// The wording that several seats share ("Giám đốc các sở Nội vụ, Tài chính"), else the seat's own.
    pub as_written: String,
    /// Invited, not a member.
    pub invited: bool,
    /// Whether it votes.
    pub voting: bool,
    /// Whether the decision says that whoever follows a person named in the post takes the seat.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub follows_post: bool,
}

/// Who sits in a seat, kept as the text says it, in five kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Occupant {
    /// A person by name, with or without a post.
    Named {
        /// The name.
        name: String,
        /// The person, where a name is not enough.
        person_id: Option<Id>,
        /// Ông, Bà, Đồng chí.
        honorific: Option<String>,
        /// Đại tá …
        rank: Option<String>,
        /// Post and organization as written.
        position: Option<String>,
    },
    /// Whoever holds the post.
    Post {
        /// Post and organization.
        position: String,
    },
    /// Whoever holds a post narrowed by a field.
    Portfolio {
        /// The whole wording.
        position: String,
    },
    /// A person whom an organization is to send.
    Nominated {
        /// Who may be sent, of which organization.
        position: String,
    },
    /// Every post of a class.
    Class {
        /// The wording.
        position: String,
        /// The rule, where the wording was understood.
        rule: Option<ClassRule>,
    },
}

impl Occupant {
    /// The kind, as answers name it.
    #[must_use]
    pub fn kind(&self) -> SeatKind {
        match self {
            Self::Named { .. } => SeatKind::Named,
            Self::Post { .. } => SeatKind::Post,
            Self::Portfolio { .. } => SeatKind::Portfolio,
            Self::Nominated { .. } => SeatKind::Nominated,
            Self::Class { .. } => SeatKind::Class,
        }
    }

    /// Post and organization as written, where the text has them.
    #[must_use]
    pub fn position(&self) -> Option<&str> {
        match self {
            Self::Named { position, .. } => position.as_deref(),
            Self::Post { position }
            | Self::Portfolio { position }
            | Self::Nominated { position }
            | Self::Class { position, .. } => Some(position),
        }
    }
}
