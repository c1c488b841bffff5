//! The fold: from the record to who sits on a date. The heart of the program.
//!
//! Three steps, one file each. [`legal`] puts what was recorded into legal order. [`membership`] walks the
//! decisions once and leaves, for every committee, its seats in stretches of time. [`on_date`] looks at the
//! stretches that hold on a day and resolves each seat against the directory of that day.

mod answer;
mod legal;
mod membership;
mod on_date;
mod resolve;

pub use answer::{Agency, CommitteeOn, Composition, Flag, Holder, SeatOn, State, SubBodyOn};
pub use membership::{Committee, Duty, Relation, Standing, Stretch};

use crate::date::Day;
use crate::decision::{Decision, office};
use crate::directory::Directory;
use crate::record::Record;
use crate::text;

/// The record, folded once: every committee with its seats in stretches of time, the directory, and how long
/// each decision stands. Any date is answered from it.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    /// The decisions in legal order.
    pub decisions: Vec<Decision>,
    /// How each of them stands, in the same order.
    pub standing: Vec<Standing>,
    /// The committees, in the order of their founding.
    pub committees: Vec<Committee>,
    /// Organizations, posts and who holds them.
    pub directory: Directory,
}

impl Fold {
    /// Folds the record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let directory = Directory::of(&record.events);
        let decisions = legal::order(&record.decisions);
        let (committees, standing) = membership::walk(&decisions);
        Self { decisions, standing, committees, directory }
    }

    /// Who sits in a committee on a day.
    #[must_use]
    pub fn composition(&self, committee: &Committee, on: Day) -> Composition {
        on_date::composition(self, committee, on)
    }

    /// The committees that a text may mean: by id, by the whole of a name it ever had, else by a part of one;
    /// marks may be left out.
    #[must_use]
    pub fn find_committees(&self, wanted: &str) -> Vec<&Committee> {
        if let Some(committee) = self.committees.iter().find(|c| c.ids.iter().any(|id| id.as_str() == wanted)) {
            return vec![committee];
        }
        let folded = text::fold(wanted);
        let by = |matches: &dyn Fn(&str) -> bool| -> Vec<&Committee> {
            self.committees.iter().filter(|c| c.names.iter().any(|(_, name)| matches(&text::fold(name)))).collect()
        };
        let whole = by(&|name| name == folded);
        if !whole.is_empty() || folded.is_empty() {
            return whole;
        }
        let part = by(&|name| name.contains(&folded));
        if part.is_empty() {
            // Every word of it somewhere in the name: what a person remembers of a long name.
            let words: Vec<&str> = folded.split(' ').collect();
            return by(&|name| words.iter().all(|word| name.contains(word)));
        }
        part
    }

    /// The decision of a number issued by a committee's office, as a reference of another means it: the
    /// latest of that series, number and year that is not later than the one that refers to it.
    #[must_use]
    pub fn find_decisions(&self, wanted: &str) -> Vec<usize> {
        let compared = crate::decision::compared(wanted);
        let whole = |d: &Decision| d.id.as_str() == wanted || crate::decision::compared(&d.number) == compared;
        let found: Vec<usize> = (0..self.decisions.len()).filter(|at| whole(&self.decisions[*at])).collect();
        if !found.is_empty() {
            return found;
        }
        let folded = text::fold(wanted);
        (0..self.decisions.len()).filter(|at| text::fold(&self.decisions[*at].number).contains(&folded)).collect()
    }

    /// The office of a committee's founding decision, compared.
    #[must_use]
    pub fn office_of(decision: &Decision) -> String {
        office(&decision.issuer)
    }
}
