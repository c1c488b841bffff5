//! A committee over time: what the walk over the decisions leaves of it, in stretches.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::legal::Place;
use super::standing::Relation;
use super::tenure;
use crate::date::{Day, Period};
use crate::decision::{Citation, Occupant, Seat};
use crate::id::Id;
use crate::text;

/// A committee over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Committee {
    /// Its identity: the one given by the decision that founds it.
    pub id: Id,
    /// Every identity that it was recorded under.
    pub ids: Vec<Id>,
    /// The office that founded it, compared.
    pub office: String,
    /// Where the decision that founds it stands in legal order.
    pub(super) founded: Place,
    /// Its names, each from a day on.
    pub names: Vec<(Day, String)>,
    /// From its founding to its end; once more where it was founded anew after an end.
    pub lives: Vec<Period>,
    /// What ended its lives, but for a sunset.
    pub(super) ends: Vec<End>,
    /// The decisions that name it to end it, whether it was there or not: how they stand does not hang on it.
    pub(super) enders: Vec<usize>,
    /// The decisions that name it in legal order, as places in [`super::Fold::decisions`].
    pub decisions: Vec<usize>,
    /// Those of them that establish it or give its whole list: on one of these it rests.
    pub(super) bases: Vec<Basis>,
    /// Its seats.
    pub seats: Vec<Stretch<Seat>>,
    /// Its standing agencies.
    pub agencies: Vec<Stretch<(String, Option<String>)>>,
    /// Its sub-bodies: identity and name.
    pub sub_bodies: Vec<Stretch<(Id, String)>>,
    /// Its duties.
    pub duties: Vec<Stretch<String>>,
    /// How and when it ends by itself.
    pub sunsets: Vec<Stretch<Sunset>>,
    /// The days on which nobody knows who sits.
    pub unknown: Vec<Stretch<()>>,
    /// The days on which it is suspended; by the decision that is.
    pub suspended: Vec<Stretch<()>>,
    /// Who held its seats from when to when, once that was asked for.
    pub(super) tenures: tenure::Kept,
}

/// A decision that a committee rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Basis {
    pub decision: usize,
    /// Whether it establishes the committee; else it gives a whole list.
    pub establishes: bool,
}

/// The end of a life.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct End {
    /// The first day after it.
    pub on: Day,
    /// By what.
    pub relation: Relation,
    /// The decision, as a place in [`super::Fold::decisions`].
    pub decision: usize,
    /// Where it says so.
    pub by: Arc<Citation>,
}

/// How a committee ends by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sunset {
    /// The first day on which it is no more.
    pub on: Option<Day>,
    /// The first day after its purpose is to be fulfilled: it ends nothing.
    pub purpose_until: Option<Day>,
    /// In the words of the decision.
    pub words: Option<String>,
}

/// Something that holds for a stretch of time, and the decision that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch<T> {
    /// What holds.
    pub what: T,
    /// The first day.
    pub from: Day,
    /// The effective day of the decision whose words say it: an earlier one where it holds again by a revival.
    pub said_on: Day,
    /// The first day after it.
    pub to: Option<Day>,
    /// Where it is said.
    pub by: Arc<Citation>,
    /// What ended it.
    pub ended_by: Option<Arc<Citation>>,
    /// The decision, as a place in [`super::Fold::decisions`].
    pub decision: usize,
}

/// What a committee is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Duty {
    /// In the words of the decision.
    pub duty: String,
    /// Where.
    pub citation: Arc<Citation>,
}

impl Committee {
    /// Founded by a decision.
    pub(super) fn found(id: &Id, office: &str, name: &str, founded: Place, from: Day) -> Self {
        Self {
            id: id.clone(),
            ids: vec![id.clone()],
            office: office.to_owned(),
            founded,
            names: vec![(from, name.to_owned())],
            lives: vec![Period::since(from)],
            ends: Vec::new(),
            enders: Vec::new(),
            decisions: Vec::new(),
            bases: Vec::new(),
            seats: Vec::new(),
            agencies: Vec::new(),
            sub_bodies: Vec::new(),
            duties: Vec::new(),
            sunsets: Vec::new(),
            unknown: Vec::new(),
            suspended: Vec::new(),
            tenures: tenure::Kept::default(),
        }
    }

    /// Its name on a day; before its founding the first.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        let borne = self.names.iter().rev().find(|(from, _)| *from <= day);
        borne.or_else(|| self.names.first()).map_or("", |(_, name)| name)
    }

    /// Whether it bears a name at the end of its walk so far.
    pub(super) fn bears(&self, name: &str) -> bool {
        self.names.last().is_some_and(|(_, borne)| text::shorten(borne) == text::shorten(name))
    }

    pub(super) fn open_seats(&self) -> impl Iterator<Item = &Stretch<Seat>> {
        self.seats.iter().filter(|stretch| stretch.to.is_none())
    }

    /// Ends everything that is open and comes from one of some decisions.
    pub(super) fn end_everything(&mut self, day: Day, by: &Arc<Citation>, ends: impl Fn(usize) -> bool) {
        end_all(&mut self.seats, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.agencies, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.sub_bodies, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.duties, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.sunsets, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.unknown, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.suspended, day, by, |stretch| ends(stretch.decision));
    }

    /// What one decision ended on a day holds again from another on, as far as it comes from some decisions.
    pub(super) fn restore(&mut self, ended: (Day, &Id), from: Day, of: &[usize]) {
        restore(&mut self.seats, ended, from, of);
        restore(&mut self.agencies, ended, from, of);
        restore(&mut self.sub_bodies, ended, from, of);
        restore(&mut self.duties, ended, from, of);
        restore(&mut self.sunsets, ended, from, of);
        restore(&mut self.unknown, ended, from, of);
        restore(&mut self.suspended, ended, from, of);
    }
}

impl Seat {
    /// Whether a text names the person of this seat.
    pub(super) fn is_of_person(&self, wanted: &str) -> bool {
        matches!(&self.occupant, Occupant::Named { name, .. } if text::shorten(name) == wanted)
    }

    /// Whether a text is the wording of this seat.
    pub(super) fn is_worded(&self, wanted: &str) -> bool {
        let words = self.occupant.position().into_iter().chain([self.as_written.as_str()]);
        words.into_iter().any(|words| text::shorten(words) == wanted)
    }
}

impl<T> Stretch<T> {
    pub(super) fn new(what: T, from: Day, by: Arc<Citation>, decision: usize) -> Self {
        Self { what, from, said_on: from, to: None, by, ended_by: None, decision }
    }

    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    /// Whether it held on no day at all: begun and ended on the same one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.to.is_some_and(|to| to <= self.from)
    }
}

/// Ends the open stretches that are meant; answers the decisions that had said them.
pub(super) fn end_all<T>(
    stretches: &mut [Stretch<T>],
    day: Day,
    by: &Arc<Citation>,
    ends: impl Fn(&Stretch<T>) -> bool,
) -> Vec<usize> {
    let mut said_by = Vec::new();
    for stretch in stretches.iter_mut().filter(|stretch| stretch.to.is_none()) {
        if ends(stretch) {
            stretch.to = Some(day);
            stretch.ended_by = Some(by.clone());
            said_by.push(stretch.decision);
        }
    }
    said_by
}

fn restore<T: Clone>(stretches: &mut Vec<Stretch<T>>, (day, by): (Day, &Id), from: Day, of: &[usize]) {
    let ended = |stretch: &&Stretch<T>| {
        stretch.to == Some(day)
            && stretch.ended_by.as_ref().is_some_and(|ended| ended.decision_id.as_ref() == Some(by))
            && of.contains(&stretch.decision)
    };
    // Each beside the one that ended: they stay in the order of their decisions.
    let mut at = 0;
    while let Some(stretch) = stretches.get(at) {
        at += 1;
        if ended(&stretch) {
            let again = Stretch { from, to: None, ended_by: None, ..stretch.clone() };
            stretches.insert(at, again);
            at += 1;
        }
    }
}
