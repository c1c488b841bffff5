//! What a decision does to other decisions (domain.md §7, rules 6 to 9).

use std::sync::Arc;

use super::Walk;
use super::replaced::Amendment;
use crate::decision::{Citation, Decision, Enacted, Provision};

use super::super::committee::{Stretch, end_all};
use super::super::standing::{Does, Effect, Relation};

impl<'a> Walk<'a> {
    pub(super) fn end_papers(&mut self, enacted: &'a Enacted) {
        let (relation, with_amendments) = match &enacted.provision {
            Provision::Replace { .. } => (Relation::Replaces, true),
            Provision::Repeal { .. } => (Relation::Repeals, false),
            Provision::Withdraw { .. } => (Relation::Withdraws, false),
            _ => return,
        };
        let Some(reference) = enacted.provision.decision() else { return };
        let Some(ended) = self.settled(relation, reference) else { return };
        if !self.standing.contains_key(&ended) {
            let effect = Effect { relation, by: self.turn.at, on: self.turn.day, does: Does::Ends };
            self.stopped.entry(ended).or_insert(effect);
            return;
        }
        // What is over cannot end again.
        if self.is_over(ended) {
            return;
        }
        let amendments = if with_amendments { self.amendments(ended) } else { Vec::new() };
        let (day, by) = (self.turn.day, self.cite(enacted));
        for (known, committee) in self.committees.iter_mut().enumerate() {
            let ends = |decision: usize| {
                decision == ended || amendments.iter().any(|one| one.decision == decision && one.ends_for(known))
            };
            if committee.decisions.iter().any(|decision| ends(*decision)) {
                committee.end_everything(day, &by, ends);
            }
        }
        self.affect(ended, relation, Does::Ends);
        self.turn.ended.push((ended, relation, enacted));
        for Amendment { decision, only_for } in amendments {
            self.turn.ended.push((decision, relation, enacted));
            match only_for {
                None => self.affect(decision, relation, Does::Ends),
                Some(only) => {
                    for known in only {
                        let committee = self.committees[known].id.clone();
                        self.affect(decision, relation, Does::EndsFor(committee));
                    }
                }
            }
        }
    }

    pub(super) fn begin_papers(&mut self, enacted: &'a Enacted) {
        let Some(reference) = enacted.provision.decision() else { return };
        match &enacted.provision {
            Provision::Suspend { .. } => {
                if let Some(other) = self.settled(Relation::Suspends, reference) {
                    self.suspend(other, enacted);
                }
            }
            Provision::Resume { .. } => {
                if let Some(other) = self.settled(Relation::Resumes, reference) {
                    self.resume(other, enacted);
                }
            }
            Provision::Revive { .. } => {
                if let Some(other) = self.settled(Relation::Revives, reference) {
                    self.revive(other, enacted);
                }
            }
            _ => {}
        }
    }

    /// Rule 8: the seats stay; the committee that rests on what it establishes does not act.
    fn suspend(&mut self, other: usize, enacted: &Enacted) {
        if !self.standing.contains_key(&other) || self.is_over(other) || self.is_suspended(other) {
            return;
        }
        self.affect(other, Relation::Suspends, Does::Suspends);
        self.suspend_committees(other, &self.cite(enacted));
    }

    /// Those that are there and rest on a suspended decision which establishes them.
    fn suspend_committees(&mut self, suspended: usize, by: &Arc<Citation>) {
        for known in 0..self.committees.len() {
            let committee = &self.committees[known];
            let establishes = committee.bases.iter().any(|basis| basis.decision == suspended && basis.establishes);
            let is_so = committee.suspended.iter().any(|known| known.to.is_none() && known.decision == suspended);
            if establishes && !is_so && !committee.was_ended() && !self.ended_for(suspended, known) {
                let stretch = Stretch::new((), self.turn.day, by.clone(), suspended);
                self.committees[known].suspended.push(stretch);
            }
        }
    }

    /// One that holds again for a committee, and was suspended meanwhile, does so as it stands: suspended.
    pub(super) fn suspend_again(&mut self, revived: usize) {
        let by = self.standing.get(&revived).and_then(|standing| standing.suspended_on(self.turn.day));
        let Some(by) = by.map(|effect| effect.by) else { return };
        let relations = self.standing.get(&by).map(|standing| standing.relations.as_slice()).unwrap_or_default();
        let suspends = |enacted: &&Enacted| match &enacted.provision {
            Provision::Suspend { decision } => relations
                .iter()
                .any(|(does, named, other)| (*does, named, *other) == (Relation::Suspends, decision, Some(revived))),
            _ => false,
        };
        let decision = &self.decisions[by];
        if let Some(enacted) = decision.provisions.iter().find(suspends) {
            self.suspend_committees(revived, &Arc::new(decision.cite(enacted)));
        }
    }

    fn is_suspended(&self, decision: usize) -> bool {
        self.standing.get(&decision).is_some_and(|standing| standing.suspended_on(self.turn.day).is_some())
    }

    /// By the suspended decision, or by the one that suspends.
    fn resume(&mut self, named: usize, enacted: &Enacted) {
        let day = self.turn.day;
        let suspended_by = |standing: &super::Standing| standing.suspended_on(day).map(|effect| effect.by);
        let resumed: Vec<usize> = if self.is_suspended(named) {
            vec![named]
        } else {
            let by_it = self.standing.iter().filter(|(_, standing)| suspended_by(standing) == Some(named));
            by_it.map(|(decision, _)| *decision).collect()
        };
        let by = self.cite(enacted);
        for decision in resumed {
            self.affect(decision, Relation::Resumes, Does::Resumes);
            for committee in &mut self.committees {
                end_all(&mut committee.suspended, day, &by, |stretch| stretch.decision == decision);
            }
        }
    }

    /// What this decision amends, or corrects by a paper that may, ends in part: unless it only adds.
    pub(super) fn amend(&mut self, decision: &'a Decision) {
        if Self::only_adds(decision) && self.turn.parts.is_empty() {
            return;
        }
        let relations = self.standing.get(&self.turn.at).map(|standing| standing.relations.clone());
        for (relation, _, other) in relations.unwrap_or_default() {
            if let (Relation::Amends | Relation::Corrects, Some(other)) = (relation, other)
                && !self.is_over(other)
            {
                self.affect(other, relation, Does::EndsPart);
            }
        }
    }
}
