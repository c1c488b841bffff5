//! The decisions in legal order, what they do to each other, and the days worth seeing.

use serde::{Deserialize, Serialize};

use crate::composition::{Committee, Fold};
use crate::date::Day;
use crate::directory::Milestone;
use crate::draft::Act;
use crate::id::Id;

pub use crate::composition::Relation;

/// What a timeline shows: of one committee, or of the whole register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Timeline {
    /// In legal order.
    pub decisions: Vec<DecisionOn>,
    /// What they do to each other.
    pub relations: Vec<RelationOn>,
    /// Outside events.
    pub events: Vec<Milestone>,
}

/// A decision on a timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DecisionOn {
    /// Its identity.
    pub id: Id,
    /// Number and symbol.
    pub number: String,
    /// Day of issue.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub issued_on: Day,
    /// The first day on which it holds.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub effective_from: Day,
    /// The first day on which it no longer does.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ended_on: Option<Day>,
    /// Who issued it.
    pub issuer: String,
    /// The headline.
    pub act: Act,
    /// Trích yếu.
    pub subject: Option<String>,
    /// The committees that it acts on, by id.
    pub committees: Vec<Id>,
    /// Whether the register has only a reconstruction of it.
    pub reconstructed: bool,
    /// Whether it leaves the composition unknown.
    pub unknown_composition: bool,
}

/// A relation between two decisions, the one that acts first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RelationOn {
    /// The decision that acts, by id.
    pub from: Id,
    /// The decision that is acted on: by id, or by its number where the register does not have it.
    pub to: String,
    /// Whether the register has the other decision.
    pub settled: bool,
    /// What is done.
    pub relation: Relation,
}

impl Fold {
    /// The timeline of one committee, or of everything.
    #[must_use]
    pub fn timeline(&self, committee: Option<&Committee>) -> Timeline {
        self.timeline_of(&self.timeline_order(committee))
    }

    /// The timeline of some decisions, as places in [`Fold::decisions`], in the order given.
    #[must_use]
    pub fn timeline_of(&self, shown: &[usize]) -> Timeline {
        let relations = shown.iter().flat_map(|at| self.relations_of(*at)).collect();
        let decisions = shown.iter().map(|at| self.decision_on(*at)).collect();
        Timeline { decisions, relations, events: self.directory.milestones.clone() }
    }

    /// The decisions that a timeline shows, as places in [`Fold::decisions`].
    #[must_use]
    pub fn timeline_order(&self, committee: Option<&Committee>) -> Vec<usize> {
        committee.map_or_else(|| self.in_legal_order(), |committee| committee.decisions.clone())
    }

    fn relations_of(&self, at: usize) -> impl Iterator<Item = RelationOn> {
        self.standing[at].relations.iter().map(move |(relation, reference, other)| RelationOn {
            from: self.decisions[at].id.clone(),
            to: other.map_or_else(|| reference.number().to_owned(), |other| self.decisions[other].id.to_string()),
            settled: other.is_some(),
            relation: *relation,
        })
    }

    fn decision_on(&self, at: usize) -> DecisionOn {
        let decision = &self.decisions[at];
        DecisionOn {
            id: decision.id.clone(),
            number: decision.number.clone(),
            issued_on: decision.issued_on,
            effective_from: decision.effective_from,
            ended_on: self.ended_on(at),
            issuer: decision.issuer.clone(),
            act: decision.act,
            subject: decision.subject.clone(),
            committees: self.named_by(at).map(|committee| committee.id.clone()).collect(),
            reconstructed: decision.reconstructed,
            unknown_composition: self.named_by(at).any(|c| c.unknown.iter().any(|s| s.decision == at)),
        }
    }
}
