//! What the names and numbers of a paper mean.

use super::Walk;
use crate::decision::{Decision, Provision, compared, issuer_of, series};
use crate::draft::Reference;
use crate::text;

use super::super::standing::{Relation, Unmatched};

impl<'a> Walk<'a> {
    /// Settles what a decision says of others, before it changes any name.
    pub(super) fn relate(&mut self, decision: &'a Decision) {
        for enacted in &decision.provisions {
            let relation = match &enacted.provision {
                Provision::Replace { .. } => Relation::Replaces,
                Provision::Repeal { .. } => Relation::Repeals,
                Provision::Withdraw { .. } => Relation::Withdraws,
                Provision::Amend { .. } => Relation::Amends,
                Provision::Correct { .. } => Relation::Corrects,
                Provision::Suspend { .. } => Relation::Suspends,
                Provision::Resume { .. } => Relation::Resumes,
                Provision::Revive { .. } => Relation::Revives,
                _ => continue,
            };
            let Some(reference) = enacted.provision.decision() else { continue };
            let found = self.referred(reference);
            if let Some(standing) = self.standing.get_mut(&self.turn.at) {
                let only = if let [only] = found[..] { Some(only) } else { None };
                if found.len() > 1 {
                    standing.ambiguous.push(reference.clone());
                }
                standing.relations.push((relation, reference.clone(), only));
            }
        }
    }

    /// What a decision rests on.
    pub(super) fn rest(&mut self, decision: &'a Decision) {
        let bases = decision.bases.iter().map(|basis| (basis.clone(), self.referred(basis))).collect();
        if let Some(standing) = self.standing.get_mut(&self.turn.at) {
            standing.bases = bases;
        }
    }

    /// The decisions that a reference may mean, among those before this one in its series: those of the day
    /// that is named; or, of a bare number, those on a committee that this decision names too.
    pub(super) fn referred(&mut self, reference: &Reference) -> Vec<usize> {
        let this = self.this();
        let issuer = match reference {
            Reference::Full { issuer: Some(issuer), .. } => issuer.clone(),
            _ => issuer_of(reference.number(), &this.number, &this.issuer),
        };
        let key = (series(reference.number(), &issuer), compared(reference.number()));
        let known = self.by_number.get(&key).cloned().unwrap_or_default();
        // One that is issued already, though its day has not come, is meant only where no other is, and of several
        // the one whose day comes first: what a paper means does not change when another day comes.
        let issued = |other: &&usize| self.decisions[**other].issued_on <= this.issued_on;
        let to_come: Vec<usize> = self.to_come.get(&key).into_iter().flatten().filter(issued).copied().collect();
        if let Some(date) = reference.date() {
            let of_that_day = |other: &usize| self.decisions[*other].issued_on == date;
            let known: Vec<usize> = known.into_iter().filter(of_that_day).collect();
            return if known.is_empty() { to_come.into_iter().find(of_that_day).into_iter().collect() } else { known };
        }
        let named: Vec<usize> = this.committee_names().filter_map(|name| self.named(name)).collect();
        let on_one_of_them =
            |other: &usize| named.iter().any(|committee| self.committees[*committee].decisions.contains(other));
        let known: Vec<usize> = known.into_iter().filter(on_one_of_them).collect();
        if !known.is_empty() {
            return known;
        }
        let names: Vec<String> = this.committee_names().map(text::shorten).collect();
        let will_name_one =
            |other: &usize| self.decisions[*other].committee_names().any(|name| names.contains(&text::shorten(name)));
        to_come.into_iter().find(will_name_one).into_iter().collect()
    }

    /// The decision that this one acts on by a reference, as it was settled.
    pub(super) fn settled(&self, relation: Relation, reference: &Reference) -> Option<usize> {
        let standing = self.standing.get(&self.turn.at)?;
        let known = standing.relations.iter().find(|(does, named, _)| *does == relation && named == reference)?;
        known.2
    }

    /// The committee that this decision means by a name: the one that bears it, else the last that gave it up.
    pub(super) fn named(&mut self, name: &'a str) -> Option<usize> {
        if let Some(known) = self.turn.meant.get(name) {
            return Some(*known);
        }
        let known = self.by_name.get(&self.turn.office)?.get(&text::shorten(name))?;
        let bears = |known: &&usize| self.committees[**known].bears(name);
        let known = match known[..] {
            [only] => only,
            _ => known.iter().rev().find(bears).or(known.last()).copied()?,
        };
        self.turn.meant.insert(name, known);
        Some(known)
    }

    /// The same, where something can begin in it: in one that a decision has ended nothing does.
    pub(super) fn open(&mut self, name: &'a str) -> Option<usize> {
        self.named(name).filter(|known| !self.committees[*known].was_ended())
    }

    /// From now on a name means a committee.
    pub(super) fn bear(&mut self, name: &str, committee: usize) {
        let names = self.by_name.entry(self.turn.office.clone()).or_default();
        let took = names.entry(text::shorten(name)).or_default();
        took.retain(|known| *known != committee);
        took.push(committee);
        self.turn.meant.clear();
    }

    /// Notes on each committee that this decision names it.
    pub(super) fn name_committees(&mut self, decision: &'a Decision) {
        let at = self.turn.at;
        for name in decision.committee_names() {
            if self.gave_up(decision, name) {
                continue;
            }
            if let Some(known) = self.named(name) {
                let committee = &mut self.committees[known];
                if committee.decisions.last() != Some(&at) {
                    committee.decisions.push(at);
                }
            } else if self.of_sub_body(name).is_none() {
                self.unmatched(Unmatched::Committee(name.to_owned()));
            }
        }
    }

    /// The same for a paper that does nothing to them, nor they to it.
    pub(super) fn name_idly(&mut self, decision: &'a Decision) {
        self.name_committees(decision);
        let at = self.turn.at;
        for committee in self.committees.iter_mut().filter(|committee| committee.decisions.last() == Some(&at)) {
            committee.enders.push(at);
        }
    }

    /// Notes words that mean nothing that the record knows.
    pub(super) fn unmatched(&mut self, words: Unmatched) {
        if let Some(standing) = self.standing.get_mut(&self.turn.at)
            && !standing.unmatched.contains(&words)
        {
            standing.unmatched.push(words);
        }
    }
}
