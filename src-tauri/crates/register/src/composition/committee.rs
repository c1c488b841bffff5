//! A committee over time: what the walk over the decisions leaves of it, in stretches.

use serde::{Deserialize, Serialize};

use super::legal::Place;
use crate::date::{Day, Period};
use crate::decision::{Citation, Occupant, Seat};
use crate::draft::SeatKind;
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
    /// The decisions that act on it in legal order, as places in [`super::Fold::decisions`].
    pub decisions: Vec<usize>,
    /// Its seats.
    pub seats: Vec<Stretch<Seat>>,
    /// Its standing agencies.
    pub agencies: Vec<Stretch<(String, Option<String>)>>,
    /// Its sub-bodies: identity and name.
    pub sub_bodies: Vec<Stretch<(Id, String)>>,
    /// Its duties.
    pub duties: Vec<Stretch<String>>,
    /// The days on which nobody knows who sits.
    pub unknown: Vec<Stretch<()>>,
}

/// Something that holds for a stretch of time, and the decision that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch<T> {
    /// What holds.
    pub what: T,
    /// The first day.
    pub from: Day,
    /// The first day after it.
    pub to: Option<Day>,
    /// Where it is said.
    pub by: Citation,
    /// What ended it.
    pub ended_by: Option<Citation>,
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
    pub citation: Citation,
}

impl Committee {
    /// Its name on a day; before its founding the first.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        let borne = self.names.iter().rev().find(|(from, _)| *from <= day);
        borne.or_else(|| self.names.first()).map_or("", |(_, name)| name)
    }

    /// The life that holds on a day.
    #[must_use]
    pub fn life_on(&self, day: Day) -> Option<Period> {
        self.lives.iter().find(|life| life.holds(day)).copied()
    }

    /// Founded, or founded anew: an end that lies before stays one.
    pub(super) fn begin(&mut self, day: Day) {
        match self.lives.last_mut() {
            Some(last) if last.to.is_none_or(|to| day <= to) => last.to = None,
            _ => self.lives.push(Period::since(day)),
        }
    }

    pub(super) fn end(&mut self, day: Day) {
        if let Some(last) = self.lives.last_mut() {
            last.to = Some(last.to.map_or(day, |to| to.min(day)));
        }
    }

    pub(super) fn open_seats(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|stretch| stretch.to.is_none()).map(|stretch| &stretch.what)
    }

    pub(super) fn end_seats(&mut self, day: Day, by: &Citation, ends: impl Fn(&Seat) -> bool) {
        end_all(&mut self.seats, day, by, |stretch| ends(&stretch.what));
    }

    pub(super) fn end_everything(&mut self, day: Day, by: &Citation, ends: impl Fn(usize) -> bool) {
        end_all(&mut self.seats, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.agencies, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.sub_bodies, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.duties, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.unknown, day, by, |stretch| ends(stretch.decision));
    }
}

impl Seat {
    /// Whether a text means this seat: the person's name, or the position as written.
    pub(super) fn is_of(&self, who: &str) -> bool {
        let wanted = text::shorten(who);
        let name = match &self.occupant {
            Occupant::Named { name, .. } => Some(name.as_str()),
            _ => None,
        };
        let position =
            (self.occupant.kind() != SeatKind::Named || name.is_none()).then(|| self.occupant.position()).flatten();
        [name, position].into_iter().flatten().any(|known| text::shorten(known) == wanted)
    }
}

impl<T> Stretch<T> {
    pub(super) fn new(what: T, from: Day, by: Citation, decision: usize) -> Self {
        Self { what, from, to: None, by, ended_by: None, decision }
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

pub(super) fn end_all<T>(stretches: &mut [Stretch<T>], day: Day, by: &Citation, ends: impl Fn(&Stretch<T>) -> bool) {
    for stretch in stretches.iter_mut().filter(|stretch| stretch.to.is_none()) {
        if ends(stretch) {
            stretch.to = Some(day);
            stretch.ended_by = Some(by.clone());
        }
    }
}
