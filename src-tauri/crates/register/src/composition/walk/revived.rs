//! What holds again where a decision says so (domain.md §7, rule 7).

use super::Walk;
use crate::date::Day;
use crate::decision::Enacted;

use super::super::standing::{Does, Effect, Relation};

/// What ended a decision that holds again: another one, and when.
type Cause = (usize, Day);

impl Walk<'_> {
    /// What ended with a decision, by the same paper, holds again, under its own citation. Its committees that a
    /// decision ended are there again; one past its sunset is brought back by moving that.
    pub(super) fn revive(&mut self, other: usize, enacted: &Enacted) {
        let day = self.turn.day;
        // What never took effect has nothing that could hold again.
        if !self.is_over(other) || self.never.contains(&other) {
            return;
        }
        let own = self.acted_on(other);
        let causes = self.causes(other, &own);
        if causes.is_empty() {
            return;
        }
        let together = self.ended_together(other, &own, &causes);
        let cited = self.cite(enacted);
        for known in own.iter().copied().filter(|known| self.committees[*known].was_ended()).collect::<Vec<_>>() {
            // Those of its decisions that do not come back stay ended.
            self.bury_if_over(known);
            self.committees[known].begin(day, &cited);
        }
        for decision in &together {
            self.undo_ends(*decision, &own, &causes);
        }
        for known in 0..self.committees.len() {
            if self.committees[known].was_ended() {
                continue;
            }
            let holds: Vec<usize> = together.iter().copied().filter(|one| !self.ended_for(*one, known)).collect();
            for (by, on) in &causes {
                let ending = &self.decisions[*by].id;
                self.committees[known].restore((*on, ending), day, &holds);
            }
        }
        together.into_iter().for_each(|decision| self.suspend_again(decision));
    }

    /// What ended a decision: what was done to it, or what became of committees for which it still held.
    fn causes(&self, other: usize, own: &[usize]) -> Vec<Cause> {
        let day = self.turn.day;
        let done = self.standing.get(&other).into_iter().flat_map(|standing| standing.ends_on(day));
        let mut causes: Vec<Cause> =
            done.filter(|end| end.relation != Relation::SunsetOn).map(|end| (end.by, end.on)).collect();
        for known in own.iter().copied().filter(|known| !self.ended_for(other, *known)) {
            let over = self.committees[known].over_on(day).filter(|over| over.relation != Relation::SunsetOn);
            causes.extend(over.map(|over| (over.decision, over.on)));
        }
        causes.dedup();
        causes
    }

    /// The decisions on the same committees that ended by the same papers, and those that name no committee and
    /// amend one of them.
    fn ended_together(&self, other: usize, own: &[usize], causes: &[Cause]) -> Vec<usize> {
        let turn = |decision: &usize| self.turns.get(decision).copied();
        let near = own.iter().flat_map(|known| self.committees[*known].decisions.iter().copied());
        let mut all: Vec<usize> = near.chain(self.changed_by.values().flatten().copied()).chain([other]).collect();
        all.sort_unstable_by_key(turn);
        all.dedup();
        let mut together: Vec<usize> = Vec::new();
        for decision in all {
            let acting = self.acted_on(decision);
            let amends_one = || {
                let amended = together.iter().filter_map(|one| self.changed_by.get(one));
                acting.is_empty() && amended.flatten().any(|by| *by == decision)
            };
            let is_near = decision == other || acting.iter().any(|known| own.contains(known)) || amends_one();
            if is_near && self.ended_by(decision, own, causes) {
                together.push(decision);
            }
        }
        together
    }

    /// Whether one of some papers ended a decision, as a whole or for one of some committees.
    fn ended_by(&self, decision: usize, own: &[usize], causes: &[Cause]) -> bool {
        let day = self.turn.day;
        let Some(standing) = self.standing.get(&decision) else { return false };
        let done = standing.ends_on(day).any(|end| self.is_undone(end, own, causes));
        let with_its_committee = |known: &usize| {
            let committee = &self.committees[*known];
            let acts = committee.decisions.contains(&decision) && !committee.enders.contains(&decision);
            acts && !self.ended_for(decision, *known)
                && committee.over_on(day).is_some_and(|over| causes.contains(&(over.decision, over.on)))
        };
        done || own.iter().any(with_its_committee)
    }

    fn is_undone(&self, end: &Effect, own: &[usize], causes: &[Cause]) -> bool {
        let for_them = match &end.does {
            Does::EndsFor(id) => own.iter().any(|known| self.committees[*known].id == *id),
            _ => true,
        };
        for_them && end.relation != Relation::SunsetOn && causes.contains(&(end.by, end.on))
    }

    /// A decision holds again, but for what something else has ended of it.
    fn undo_ends(&mut self, decision: usize, own: &[usize], causes: &[Cause]) {
        let day = self.turn.day;
        let Some(standing) = self.standing.get(&decision) else { return };
        let stays: Vec<Effect> =
            standing.ends_on(day).filter(|end| !self.is_undone(end, own, causes)).cloned().collect();
        self.affect(decision, Relation::Revives, Does::Revives);
        if let Some(standing) = self.standing.get_mut(&decision) {
            standing.effects.extend(stays);
        }
    }
}
