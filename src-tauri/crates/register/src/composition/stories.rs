//! Which decisions have to be walked together: those that act on one committee, and those that name each
//! other. Everything else cannot touch them, so a decision that is recorded changes its own story alone.

use std::collections::{BTreeSet, HashMap};

use crate::date::Day;
use crate::decision::{Decision, compared, home, issuer_of, series};
use crate::draft::Reference;
use crate::text;

/// What joins decisions to one story.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Knot {
    /// They act on a committee of one office and name.
    Committee(String, String),
    /// One is this decision, or names it with its day. A bare number names none: it is read among the
    /// decisions on the same committee, which are of one story anyway.
    Decision(String, String, Day),
}

/// The stories of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct Stories {
    /// Which story a knot belongs to.
    of_knot: HashMap<Knot, usize>,
    /// Each story's decisions, and its knots. One that went up in another is empty.
    stories: Vec<(Vec<usize>, Vec<Knot>)>,
}

impl Stories {
    /// Takes a decision in; answers all decisions of its story from now on.
    pub(super) fn join(&mut self, at: usize, decision: &Decision) -> &[usize] {
        let knots = knots(decision);
        let touched: BTreeSet<usize> = knots.iter().filter_map(|knot| self.of_knot.get(knot)).copied().collect();
        let largest = touched.iter().copied().max_by_key(|story| self.stories[*story].0.len());
        let home = largest.unwrap_or_else(|| {
            self.stories.push((Vec::new(), Vec::new()));
            self.stories.len() - 1
        });
        // The largest takes the others in, so that each decision moves a few times at most.
        for other in touched.into_iter().filter(|other| *other != home) {
            let (decisions, moved) = std::mem::take(&mut self.stories[other]);
            for knot in &moved {
                self.of_knot.insert(knot.clone(), home);
            }
            self.stories[home].0.extend(decisions);
            self.stories[home].1.extend(moved);
        }
        self.stories[home].0.push(at);
        for knot in knots {
            if self.of_knot.insert(knot.clone(), home).is_none() {
                self.stories[home].1.push(knot);
            }
        }
        &self.stories[home].0
    }

    /// The decisions that a decision would be walked together with, without taking it in.
    pub(super) fn touched(&self, decision: &Decision) -> Vec<usize> {
        let stories: BTreeSet<usize> =
            knots(decision).iter().filter_map(|knot| self.of_knot.get(knot)).copied().collect();
        stories.into_iter().flat_map(|story| self.stories[story].0.iter().copied()).collect()
    }

    /// The stories.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        self.stories.iter().map(|(decisions, _)| decisions.as_slice()).filter(|decisions| !decisions.is_empty())
    }
}

fn knots(decision: &Decision) -> Vec<Knot> {
    let office = home(&decision.issuer);
    let mut names: Vec<&str> = decision.committee_names().collect();
    names.sort_unstable();
    names.dedup();
    let mut knots: Vec<Knot> =
        names.into_iter().map(|name| Knot::Committee(office.clone(), text::shorten(name))).collect();
    let key = decision.key();
    knots.push(Knot::Decision(key.series, key.number, decision.issued_on));
    for enacted in &decision.provisions {
        let Some(reference) = enacted.provision.decision() else { continue };
        if let Reference::Full { number, date: Some(date), issuer } = reference {
            let own = || issuer_of(number, &decision.number, &decision.issuer);
            let issuer = issuer.clone().unwrap_or_else(own);
            knots.push(Knot::Decision(series(number, &issuer), compared(number), *date));
        }
    }
    knots
}
