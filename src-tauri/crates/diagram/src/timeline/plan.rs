//! What is to be laid out: lanes with their periods, before anybody knows in which row each comes to lie.

use register::directory::Milestone;
use register::timeline::Timeline;
use serde::{Deserialize, Serialize};

use super::{Decisions, OPEN, among, mark};
use crate::strip::number;

/// What a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum LaneKind {
    /// Decisions beside each other, without a name.
    Decisions,
    /// A committee.
    Committee,
    /// Decisions on no committee.
    Elsewhere,
    /// A seat.
    Seat,
    /// The days on which nobody knows who sits.
    Unknown,
    /// A person.
    Person,
    /// A post that a person held.
    Post,
}

/// Lanes in their order, and what they are made of.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The lanes, from the top.
    pub lanes: Vec<PlannedLane>,
    /// The decisions that the items name.
    pub cited: Cited,
    /// Outside events.
    pub events: Vec<Milestone>,
}

/// A lane with its items in any order.
#[derive(Clone, Debug)]
pub struct PlannedLane {
    /// What it stands for.
    pub kind: LaneKind,
    /// Its name.
    pub name: String,
    /// What stands below the name.
    pub second: String,
    /// By which its page is asked for.
    pub id: String,
    /// Its periods.
    pub items: Vec<Item>,
}

/// A period in a lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The first day.
    pub from: i32,
    /// The first day after it, or [`OPEN`].
    pub to: i32,
    /// The decision, as a place among those of the plan.
    pub decision: Option<usize>,
    /// The words along it; empty where the decision says enough.
    pub words: String,
    /// What else is known: see [`mark`].
    pub marks: i32,
}

/// The decisions of a plan, in legal order, and what they do to each other.
#[derive(Clone, Debug, Default)]
pub struct Cited {
    /// The decisions.
    pub decisions: Decisions,
    /// Who acts, on whom, and how.
    pub relations: Vec<(usize, usize, register::composition::Relation)>,
    /// The first and the last day that any of them names.
    pub days: Option<(i32, i32)>,
}

impl Cited {
    /// The decisions of a timeline.
    pub(super) fn of(timeline: &Timeline) -> Self {
        let mut decisions = Decisions::default();
        let mut places = std::collections::HashMap::with_capacity(timeline.decisions.len());
        let mut days: Option<(i32, i32)> = None;
        for (at, decision) in timeline.decisions.iter().enumerate() {
            places.insert(decision.id.as_str(), at);
            let from = number(decision.effective_from);
            let to = decision.ended_on.map_or(OPEN, number).max(from);
            let last = if to == OPEN { from } else { to };
            days = Some(days.map_or((from, last), |(first, end)| (first.min(from), end.max(last))));
            decisions.ids.push(decision.id.to_string());
            decisions.numbers.push(decision.number.clone());
            decisions.subjects.push(decision.subject.clone().unwrap_or_default());
            decisions.issued.push(number(decision.issued_on));
            decisions.from.push(from);
            decisions.to.push(to);
            let act = among(&mut decisions.acts, decision.act);
            decisions.act.push(act);
            let known = [(decision.unknown_composition, mark::HOLLOW), (decision.reconstructed, mark::RECONSTRUCTED)];
            decisions.marks.push(known.iter().filter(|(is, _)| *is).map(|(_, mark)| mark).sum());
        }
        let relations = timeline.relations.iter().filter_map(|relation| {
            let acts = *places.get(relation.from.as_str())?;
            Some((acts, *places.get(relation.to.as_str())?, relation.relation))
        });
        Self { relations: relations.collect(), decisions, days }
    }

    /// The item of a decision: its point, and the days on which it is in force.
    pub(super) fn item(&self, at: usize) -> Item {
        let marks = self.decisions.marks[at] | mark::POINT;
        Item {
            from: self.decisions.from[at],
            to: self.decisions.to[at],
            decision: Some(at),
            words: String::new(),
            marks,
        }
    }
}
