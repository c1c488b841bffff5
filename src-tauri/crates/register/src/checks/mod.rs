//! What a careful administrator would look at: things that the record leaves open, that contradict each other,
//! or that a rule does not allow. Each says where, by which rule, and what would settle it; none blocks anything.

mod composition;
mod paper;
mod people;
mod rules;

use serde::{Deserialize, Serialize};

pub use rules::Asks;

use crate::composition::{Committee, CommitteeOn, Flag, Fold, SeatOn};
use crate::date::Day;
use crate::decision::Decision;
use crate::id::Id;
use crate::record::Record;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    /// What it is: a flag's word, a word of this module, or the code of a rule of a pack.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub at: At,
    /// By which rule.
    pub rule: RuleSource,
    /// The words that the sentence about it needs: a name, a number.
    pub what: Vec<String>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Severity {
    /// The record contradicts itself: what is shown cannot be relied on there.
    Error,
    /// Somebody should look.
    Warn,
}

/// Where something was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct At {
    /// The committee.
    pub committee: Option<CommitteeOn>,
    /// The seat.
    pub seat: Option<Id>,
    /// The seat's words.
    pub as_written: Option<String>,
    /// The decision, by id.
    pub decision: Option<Id>,
    /// The decision's number.
    pub number: Option<String>,
    /// Its day of issue.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub date: Option<Day>,
    /// The person.
    pub person: Option<String>,
}

/// Where a rule is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "source", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum RuleSource {
    /// The rules of the fold (docs/fold.md), by section.
    Register {
        /// "5.4".
        section: String,
    },
    /// A law or decree.
    Law {
        /// "Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3".
        text: String,
    },
    /// A rule of a pack.
    Pack {
        /// What it asks, in one sentence of the office.
        says: String,
        /// Where that is written.
        text: String,
    },
}

impl Finding {
    fn warn(code: &str, at: At, section: &str) -> Self {
        let rule = RuleSource::Register { section: section.to_owned() };
        Self { code: code.to_owned(), severity: Severity::Warn, at, rule, what: Vec::new() }
    }

    fn error(code: &str, at: At, section: &str) -> Self {
        Self { severity: Severity::Error, ..Self::warn(code, at, section) }
    }

    fn saying(mut self, what: impl Into<String>) -> Self {
        self.what.push(what.into());
        self
    }
}

impl At {
    fn of_committee(committee: &CommitteeOn) -> Self {
        Self { committee: Some(committee.clone()), ..Self::default() }
    }

    fn of_seat(committee: &CommitteeOn, seat: &SeatOn) -> Self {
        let as_written = Some(seat.position.clone().unwrap_or_else(|| seat.as_written.clone()));
        Self { seat: Some(seat.id.clone()), as_written, ..Self::of_committee(committee) }
    }

    fn of_decision(decision: &Decision) -> Self {
        Self {
            decision: Some(decision.id.clone()),
            number: Some(decision.number.clone()),
            date: Some(decision.issued_on),
            ..Self::default()
        }
    }
}

impl Flag {
    /// The word by which answers name it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Vacant => "vacant",
            Self::NotNominated => "not_nominated",
            Self::PostEnded => "post_ended",
            Self::ClassEmpty => "class_empty",
            Self::SuccessorProposed => "successor_proposed",
            Self::PersonLeftPost => "person_left_post",
            Self::TwoHolders => "two_holders",
            Self::UnknownComposition => "unknown_composition",
            Self::DecisionSuspended => "decision_suspended",
            Self::PastSunset => "past_sunset",
            Self::Reconstructed => "reconstructed",
        }
    }
}

impl Fold {
    /// Everything to look at on a day, in the record that this is the fold of; errors first. What takes effect
    /// later is not looked at.
    #[must_use]
    pub fn check(&self, record: &Record, on: Day) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.check_papers(on, &mut findings);
        for committee in &self.committees {
            self.check_composition(committee, on, record, &mut findings);
        }
        self.check_people(on, &mut findings);
        // A stable order of severities; within one, papers in legal order, then committees, then people.
        findings.sort_by_key(|finding| finding.severity);
        findings
    }

    fn committee_on(committee: &Committee, on: Day) -> CommitteeOn {
        CommitteeOn { id: committee.id.clone(), name: committee.name_on(on).to_owned() }
    }
}
