//! Walks the decisions of one story in legal order, and leaves its committees in stretches of time.
//!
//! Each decision is taken in four steps. What it says of other decisions is settled ([`names`]); names change
//! and bodies begin ([`bodies`]); then everything that ends, ends; then everything that begins, begins
//! ([`members`], [`papers`]). So the replacing article that stands last in a paper does not end the seats that
//! its first article sets.

mod bodies;
mod members;
mod names;
mod papers;
mod replaced;
mod revived;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::committee::Committee;
use super::legal;
use super::standing::{Does, Effect, Relation, Standing};
use crate::date::Day;
use crate::decision::{Citation, Decision, Enacted, Provision, home};

/// Walks a story, given as places in the decisions. Answers its committees, and how each of its decisions
/// stands.
pub(super) fn walk(decisions: &[Arc<Decision>], story: &[usize]) -> (Vec<Committee>, HashMap<usize, Standing>) {
    let mut walk = Walk {
        decisions,
        committees: Vec::new(),
        by_name: HashMap::new(),
        by_number: HashMap::new(),
        to_come: HashMap::new(),
        stopped: HashMap::new(),
        never: HashSet::new(),
        turns: HashMap::new(),
        acting: HashMap::new(),
        changed_by: HashMap::new(),
        standing: HashMap::new(),
        turn: Turn::default(),
    };
    let order = legal::order(decisions, story);
    for at in &order {
        let key = decisions[*at].key();
        walk.to_come.entry((key.series, key.number)).or_default().push(*at);
    }
    for at in order {
        walk.take(at);
    }
    walk.committees.iter_mut().for_each(Committee::settle_lives);
    (walk.committees, walk.standing)
}

struct Walk<'a> {
    decisions: &'a [Arc<Decision>],
    committees: Vec<Committee>,
    /// Office → name compared → the committees that took it, the last one last.
    by_name: HashMap<String, HashMap<String, Vec<usize>>>,
    /// Series and number → the decisions taken so far.
    by_number: HashMap<(String, String), Vec<usize>>,
    /// The same, of those whose effective day has not come.
    to_come: HashMap<(String, String), Vec<usize>>,
    /// Decisions that were ended before their effective day, and what ended them first.
    stopped: HashMap<usize, Effect>,
    /// Those that therefore never took effect.
    never: HashSet<usize>,
    /// When each decision was taken, counted from the first.
    turns: HashMap<usize, usize>,
    /// On which committees each has a provision.
    acting: HashMap<usize, Vec<usize>>,
    /// The decisions that amend one, or correct it as a paper may.
    changed_by: HashMap<usize, Vec<usize>>,
    standing: HashMap<usize, Standing>,
    turn: Turn<'a>,
}

/// The decision that is being taken.
#[derive(Default)]
struct Turn<'a> {
    /// Its place.
    at: usize,
    /// Its effective day.
    day: Day,
    /// Its office.
    office: String,
    /// What its names mean, as far as they were looked up.
    meant: HashMap<&'a str, usize>,
    /// The committees that it founds, or founds anew.
    begun: Vec<usize>,
    /// The committees that end in others by it, as they were called before it founded any.
    merged: Vec<(&'a str, usize)>,
    /// Whether it gave a committee another name.
    renamed: bool,
    /// The decisions of which it ended something.
    parts: Vec<usize>,
    /// The decisions that it ended, and where it says so.
    ended: Vec<(usize, Relation, &'a Enacted)>,
}

impl<'a> Walk<'a> {
    fn take(&mut self, at: usize) {
        let decision: &'a Decision = &self.decisions[at];
        let (day, office) = (decision.effective_from, home(&decision.issuer));
        self.turn = Turn { at, day, office, ..Turn::default() };
        let key = decision.key();
        let key = (key.series, key.number);
        if let Some(waiting) = self.to_come.get_mut(&key) {
            waiting.retain(|other| *other != at);
        }
        self.turns.insert(at, self.turns.len());
        self.standing.insert(at, Standing::default());
        self.relate(decision);
        self.rest(decision);
        if let Some(effect) = self.stopped.remove(&at) {
            // Replaced or repealed before its day came: it never takes effect.
            self.never.insert(at);
            self.standing.entry(at).or_default().take(effect);
            self.name_idly(decision);
        } else if decision.only_corrects() {
            // A letter that corrects says what it says, and touches nothing.
            self.name_idly(decision);
        } else {
            self.act(decision);
        }
        self.by_number.entry(key).or_default().push(at);
    }

    fn act(&mut self, decision: &'a Decision) {
        for enacted in &decision.provisions {
            self.rename(enacted);
        }
        for enacted in &decision.provisions {
            self.found(enacted);
        }
        self.name_committees(decision);
        self.note_acts(decision);
        for enacted in &decision.provisions {
            self.end_bodies(enacted);
            self.end_members(enacted);
            self.end_papers(enacted);
        }
        self.let_go(decision);
        for enacted in &decision.provisions {
            self.set_sunset(enacted);
            self.begin_members(enacted);
            self.begin_papers(enacted);
        }
        self.settle_unknown(decision);
        self.settle_parts();
        self.amend(decision);
    }

    /// The decision that is being taken.
    fn this(&self) -> &'a Decision {
        &self.decisions[self.turn.at]
    }

    fn cite(&self, enacted: &Enacted) -> Arc<Citation> {
        Arc::new(self.this().cite(enacted))
    }

    /// What this decision does to another, from its day on.
    fn affect(&mut self, decision: usize, relation: Relation, does: Does) {
        let effect = Effect { relation, by: self.turn.at, on: self.turn.day, does };
        if let Some(standing) = self.standing.get_mut(&decision) {
            standing.take(effect);
        }
    }

    /// Something of other decisions ended. Whether all of them did shows when the whole paper is taken.
    fn ended_parts(&mut self, decisions: Vec<usize>) {
        let at = self.turn.at;
        self.turn.parts.extend(decisions.into_iter().filter(|decision| *decision != at));
    }

    fn settle_parts(&mut self) {
        for decision in self.turn.parts.clone() {
            if !self.is_over(decision) {
                self.affect(decision, Relation::Reconstitutes, Does::EndsPart);
            }
        }
    }

    /// Whether all of a decision has ended by now.
    fn is_over(&self, decision: usize) -> bool {
        let day = self.turn.day;
        let Some(standing) = self.standing.get(&decision) else { return false };
        if standing.ended_on(day) {
            return true;
        }
        let names =
            |committee: &&Committee| committee.decisions.contains(&decision) && !committee.enders.contains(&decision);
        let mut named = self.committees.iter().filter(names).peekable();
        let buried = |committee: &Committee| {
            standing.ends_on(day).any(|effect| effect.does == Does::EndsFor(committee.id.clone()))
        };
        named.peek().is_some() && named.all(|committee| committee.over_on(day).is_some() || buried(committee))
    }

    /// Whether a decision's provisions only add to committees.
    fn only_adds(decision: &Decision) -> bool {
        let mut on_committees = decision.provisions.iter().filter(|e| e.provision.committee().is_some()).peekable();
        on_committees.peek().is_some()
            && on_committees.all(|enacted| {
                matches!(
                    enacted.provision,
                    Provision::Seat(_)
                        | Provision::FoundSubBody { .. }
                        | Provision::SetStandingAgency { .. }
                        | Provision::AssignDuty { .. }
                )
            })
    }
}
