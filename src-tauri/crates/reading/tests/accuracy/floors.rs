//! What the reading has reached once, it keeps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::tally::{Tally, measures, share};

/// The floors of all sets, by the name of the set.
pub type Floors = BTreeMap<String, Figures>;

/// The figures of a set that have a floor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// F1 of wholly right seats, and the share of right citations, both rounded down to a thousandth.
    pub seat_f1: f64,
    pub citations: f64,
    /// Papers that seat nobody and were read so.
    pub negatives_held: usize,
    /// The others are counts of errors: the less the better.
    pub number_errors: usize,
    pub date_errors: usize,
    pub issuer_errors: usize,
    pub act_errors: usize,
    pub effective_errors: usize,
    pub relations_missed: usize,
    pub invented: usize,
    pub papers_unread: usize,
}

/// One figure beside its floor.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    pub name: &'static str,
    pub now: f64,
    pub floor: f64,
    more_is_better: bool,
}

impl Figures {
    /// The figures of what was added up.
    pub fn of(tally: &Tally) -> Self {
        let seats = tally.seats;
        Self {
            seat_f1: thousandths(measures(seats.right, seats.read, seats.gold)[2]),
            citations: thousandths(share(seats.cited, seats.citable)),
            negatives_held: tally.held,
            number_errors: tally.errors("number"),
            date_errors: tally.errors("date"),
            issuer_errors: tally.errors("issuer"),
            act_errors: tally.errors("act"),
            effective_errors: tally.errors("effective"),
            relations_missed: tally.relations_missed(),
            invented: tally.invented(),
            papers_unread: tally.unread,
        }
    }

    /// Each figure beside that of the floor.
    pub fn beside(&self, floor: &Self) -> Vec<Compared> {
        let more = |name, now, floor| Compared { name, now, floor, more_is_better: true };
        let less = |name, now, floor| Compared { more_is_better: false, ..more(name, count(now), count(floor)) };
        vec![
            more("seat_f1", self.seat_f1, floor.seat_f1),
            more("citations", self.citations, floor.citations),
            more("negatives_held", count(self.negatives_held), count(floor.negatives_held)),
            less("number_errors", self.number_errors, floor.number_errors),
            less("date_errors", self.date_errors, floor.date_errors),
            less("issuer_errors", self.issuer_errors, floor.issuer_errors),
            less("act_errors", self.act_errors, floor.act_errors),
            less("effective_errors", self.effective_errors, floor.effective_errors),
            less("relations_missed", self.relations_missed, floor.relations_missed),
            less("invented", self.invented, floor.invented),
            less("papers_unread", self.papers_unread, floor.papers_unread),
        ]
    }
}

impl Compared {
    /// Whether the figure fell below its floor.
    pub fn is_worse(&self) -> bool {
        self.gain() < -SAME
    }

    /// Whether the floor could be raised to it.
    pub fn is_better(&self) -> bool {
        self.gain() > SAME
    }

    fn gain(&self) -> f64 {
        if self.more_is_better { self.now - self.floor } else { self.floor - self.now }
    }
}

/// Figures are whole thousandths; what is below that is the arithmetic of fractions.
const SAME: f64 = 0.0001;

fn thousandths(figure: f64) -> f64 {
    (figure * 1000.0 + SAME).floor() / 1000.0
}

#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f64 {
    number as f64
}
