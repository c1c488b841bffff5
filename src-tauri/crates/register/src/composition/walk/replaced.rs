//! What ends with a decision that is replaced (domain.md §7, rule 6).

use std::collections::BTreeSet;

use super::Walk;
use crate::decision::{Decision, Provision};

use super::super::standing::Relation;

/// A decision that ends with another one.
pub(super) struct Amendment {
    pub decision: usize,
    /// The committees for which it ends, where it acts on others too; else it ends as a whole.
    pub only_for: Option<Vec<usize>>,
}

impl Amendment {
    pub(super) fn ends_for(&self, committee: usize) -> bool {
        self.only_for.as_ref().is_none_or(|only| only.contains(&committee))
    }
}

impl<'a> Walk<'a> {
    /// Notes on which committees a decision has a provision, and which decisions it changes.
    pub(super) fn note_acts(&mut self, decision: &'a Decision) {
        let at = self.turn.at;
        let mut acting: Vec<usize> = Vec::new();
        for enacted in &decision.provisions {
            for name in enacted.provision.committees() {
                if !self.gave_up(decision, name) {
                    acting.extend(self.named(name));
                }
            }
        }
        self.acting.insert(at, acting);
        let relations = self.standing.get(&at).map(|standing| standing.relations.as_slice()).unwrap_or_default();
        for (relation, _, other) in relations {
            // What is done to a decision before its day does nothing.
            if let (Relation::Amends | Relation::Corrects, Some(other)) = (relation, other)
                && self.turns.contains_key(other)
            {
                self.changed_by.entry(*other).or_default().push(at);
            }
        }
    }

    /// Whether a decision took a name from a committee: by its new one that is meant, the old one may mean
    /// another by now.
    pub(super) fn gave_up(&self, decision: &Decision, name: &str) -> bool {
        self.turn.renamed
            && decision.provisions.iter().any(|enacted| {
                matches!(&enacted.provision, Provision::Rename { committee, name: new } if committee == name && new != name)
            })
    }

    /// The committees that a decision names, other than to end them.
    pub(super) fn acted_on(&self, decision: usize) -> Vec<usize> {
        let acts = |known: &usize| {
            let committee = &self.committees[*known];
            committee.decisions.contains(&decision) && !committee.enders.contains(&decision)
        };
        (0..self.committees.len()).filter(acts).collect()
    }

    /// The later decisions that have a provision on a decision's committees, or change one of those that end,
    /// named or not, up to the next that establishes the committee.
    pub(super) fn amendments(&self, of: usize) -> Vec<Amendment> {
        let turn = |decision: &usize| self.turns.get(decision).copied().unwrap_or(usize::MAX);
        let mut waiting: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut under: Vec<(usize, usize)> = Vec::new();
        let began = turn(&of);
        for known in self.acted_on(of) {
            let committee = &self.committees[known];
            let establishing = committee.bases.iter().filter(|basis| basis.establishes);
            let next = establishing.map(|basis| turn(&basis.decision)).filter(|turn| *turn > began).min();
            under.push((known, next.unwrap_or(usize::MAX)));
            let later = committee.decisions.iter().map(|decision| (turn(decision), *decision));
            waiting.extend(later.filter(|(turn, _)| *turn > began));
        }
        let changing = |changed: usize| self.changed_by.get(&changed).into_iter().flatten();
        waiting.extend(changing(of).map(|decision| (turn(decision), *decision)));
        let until = under.iter().map(|(_, until)| *until).max().unwrap_or(usize::MAX);
        let mut amendments: Vec<Amendment> = Vec::new();
        while let Some((at, decision)) = waiting.pop_first().filter(|(at, _)| *at < until) {
            if decision == self.turn.at || self.is_over(decision) {
                continue;
            }
            let named = self.acted_on(decision);
            let is_under = |known: &usize| under.iter().any(|(committee, until)| committee == known && at < *until);
            let acting = self.acting.get(&decision).map(Vec::as_slice).unwrap_or_default();
            let acts = acting.iter().any(|known| is_under(known) && named.contains(known));
            if !acts && !self.changes_one(decision, of, &amendments) {
                continue;
            }
            let only_for: Vec<usize> = named.iter().copied().filter(is_under).collect();
            if only_for.is_empty() && !named.is_empty() {
                continue;
            }
            let whole = only_for.len() == named.len();
            amendments.push(Amendment { decision, only_for: (!whole).then_some(only_for) });
            waiting.extend(changing(decision).map(|decision| (turn(decision), *decision)));
        }
        amendments
    }

    /// Whether a decision amends or corrects one of those that end.
    fn changes_one(&self, decision: usize, of: usize, amendments: &[Amendment]) -> bool {
        let ends = |changed: usize| changed == of || amendments.iter().any(|known| known.decision == changed);
        let by_it = |changed: usize| self.changed_by.get(&changed).is_some_and(|by| by.contains(&decision));
        let relations = self.standing.get(&decision).map(|standing| standing.relations.as_slice()).unwrap_or_default();
        relations.iter().filter_map(|(_, _, other)| *other).any(|other| ends(other) && by_it(other))
    }
}
