//! Committees begin, take names, come together and end (domain.md §7, rules 4 and 8).

use super::Walk;
use crate::decision::{Decision, Enacted, Provision};

use super::super::committee::{Basis, Committee, End, Stretch, Sunset, end_all};
use super::super::legal::Place;
use super::super::standing::{Does, Effect, Relation};

impl<'a> Walk<'a> {
    pub(super) fn rename(&mut self, enacted: &'a Enacted) {
        let Provision::Rename { committee, name } = &enacted.provision else { return };
        let Some(known) = self.named(committee) else { return };
        self.turn.renamed = true;
        let renamed = &mut self.committees[known];
        if renamed.names.last().is_none_or(|(_, borne)| borne != name) {
            renamed.names.push((self.turn.day, name.clone()));
        }
        self.bear(name, known);
    }

    /// Rule 4: establishing a name that a committee of the office bears goes on with that one, unless a person
    /// said that it is another. A whole list of a committee whose founding was never recorded is the first
    /// that the register knows of it.
    pub(super) fn found(&mut self, enacted: &'a Enacted) {
        let at = self.turn.at;
        let (id, name, known, establishes) = match &enacted.provision {
            Provision::Establish { committee, name, continues } => {
                let known = self.named(name).filter(|_| *continues != Some(false));
                // A name that was given up is free again.
                let known = known.filter(|known| *continues == Some(true) || self.committees[*known].bears(name));
                (committee, name, known, true)
            }
            Provision::Reconstitute { id, committee } => {
                let known = self.named(committee);
                (id, committee, known, known.is_none())
            }
            Provision::Merge { id, committee, merged } => {
                for name in merged {
                    let ends = self.named(name).map(|known| (name.as_str(), known));
                    self.turn.merged.extend(ends);
                }
                let known = self.named(committee).filter(|known| self.committees[*known].bears(committee));
                (id, committee, known, known.is_none())
            }
            _ => return,
        };
        let (day, by) = (self.turn.day, self.cite(enacted));
        let founded = match known {
            Some(known) => {
                self.bury_if_over(known);
                let committee = &mut self.committees[known];
                committee.ids.push(id.clone());
                if committee.begin(day, &by) {
                    self.turn.begun.push(known);
                }
                // A whole list may use a name of old; whoever establishes says what it is called.
                if matches!(enacted.provision, Provision::Establish { .. }) && !self.committees[known].bears(name) {
                    self.committees[known].names.push((day, name.clone()));
                    self.bear(name, known);
                }
                known
            }
            None => {
                let founded = Place::of(self.this());
                self.committees.push(Committee::found(id, &self.turn.office, name, founded, day));
                let new = self.committees.len() - 1;
                self.turn.begun.push(new);
                self.bear(name, new);
                new
            }
        };
        // Whoever founds it anew establishes it too.
        let establishes = establishes || self.turn.begun.contains(&founded);
        // A merger without a list into a body at work founds nothing that it could rest on.
        let lists = |enacted: &Enacted| enacted.provision.own_seat().is_some();
        if let Provision::Merge { merged, .. } = &enacted.provision
            && !establishes
            && merged.iter().all(|name| self.merged(name) != Some(founded))
            && !self.this().provisions.iter().any(lists)
        {
            return;
        }
        let rests = &mut self.committees[founded].bases;
        if rests.last().is_none_or(|basis| basis.decision != at) {
            rests.push(Basis { decision: at, establishes });
        }
    }

    /// A committee that has ended begins anew: what was decided on it before stays ended.
    pub(super) fn bury_if_over(&mut self, committee: usize) {
        let known = &self.committees[committee];
        let Some(over) = known.over_on(self.turn.day) else { return };
        let effect =
            Effect { relation: over.relation, by: over.decision, on: over.on, does: Does::EndsFor(known.id.clone()) };
        // Whoever begins it anew does so for itself.
        let acts = |at: &usize| *at != self.turn.at && !known.enders.contains(at);
        let named: Vec<usize> = known.decisions.iter().copied().filter(acts).collect();
        for decision in named {
            // Whoever ended it stands; but a sunset ends the decision that set it with all others.
            let ended = decision != effect.by || effect.relation == Relation::SunsetOn;
            if !ended || self.ended_for(decision, committee) {
                continue;
            }
            if let Some(standing) = self.standing.get_mut(&decision) {
                // One that was revived meanwhile had not ended by it before.
                let on = standing.revived_on().map_or(effect.on, |revived| revived.max(effect.on));
                standing.take(Effect { on, ..effect.clone() });
            }
        }
    }

    pub(super) fn end_bodies(&mut self, enacted: &'a Enacted) {
        match &enacted.provision {
            Provision::Dissolve { committee } => {
                if let Some(known) = self.named(committee) {
                    self.committees[known].enders.push(self.turn.at);
                    self.end_if_there(known, Relation::Dissolves, enacted);
                }
            }
            Provision::Merge { committee, merged, .. } => {
                let becomes = self.named(committee);
                for name in merged {
                    match self.merged(name) {
                        Some(known) if Some(known) == becomes => self.empty_body(known, enacted),
                        Some(known) => {
                            self.committees[known].enders.push(self.turn.at);
                            self.end_if_there(known, Relation::MergedFrom, enacted);
                        }
                        None => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// The committee that this paper merges under a name.
    fn merged(&self, name: &str) -> Option<usize> {
        self.turn.merged.iter().find(|(merged, _)| *merged == name).map(|(_, known)| *known)
    }

    fn end_if_there(&mut self, committee: usize, relation: Relation, enacted: &Enacted) {
        if self.committees[committee].alive_on(self.turn.day) {
            self.end_body(committee, relation, enacted);
        }
    }

    fn end_body(&mut self, committee: usize, relation: Relation, enacted: &Enacted) {
        let (day, by, at) = (self.turn.day, self.cite(enacted), self.turn.at);
        let ended = &mut self.committees[committee];
        if !ended.was_ended() {
            ended.end_everything(day, &by, |_| true);
            ended.end(End { on: day, relation, decision: at, by });
        }
    }

    /// One of the merged bears the name of what they become: it goes on, and what it was before ends.
    fn empty_body(&mut self, committee: usize, enacted: &Enacted) {
        let (day, by, at) = (self.turn.day, self.cite(enacted), self.turn.at);
        self.committees[committee].end_everything(day, &by, |decision| decision != at);
        let emptied = &self.committees[committee];
        let id = emptied.id.clone();
        let on_it = emptied.decisions.iter().copied().filter(|decision| !emptied.enders.contains(decision));
        let open = |decision: &usize| *decision != at && !self.ended_for(*decision, committee);
        for decision in on_it.filter(open).collect::<Vec<_>>() {
            self.affect(decision, Relation::MergedFrom, Does::EndsFor(id.clone()));
        }
    }

    /// How and when a committee ends by itself.
    pub(super) fn set_sunset(&mut self, enacted: &'a Enacted) {
        let (day, by, at) = (self.turn.day, self.cite(enacted), self.turn.at);
        let (name, sunset) = match &enacted.provision {
            Provision::Sunset { committee, on, purpose_until, words } => {
                (committee, Sunset { on: *on, purpose_until: *purpose_until, words: words.clone() })
            }
            Provision::Extend { committee, until } => {
                (committee, Sunset { on: Some(*until), purpose_until: None, words: enacted.words.clone() })
            }
            _ => return,
        };
        if let Some(known) = self.open(name) {
            self.committees[known].sunsets.push(Stretch::new(sunset, day, by, at));
        }
    }

    /// A committee rests on a decision that establishes it or gives its whole list. Where this decision ended
    /// the last of them, the committee ends; unless this one seats members of its own there: then the committee
    /// rests on it.
    pub(super) fn let_go(&mut self, decision: &'a Decision) {
        let at = self.turn.at;
        let seated: Vec<usize> = decision
            .provisions
            .iter()
            .filter_map(|enacted| match &enacted.provision {
                Provision::Seat(seat) | Provision::ChangeRole { seat, .. } if seat.sub_body.is_none() => {
                    self.named(&seat.committee)
                }
                _ => None,
            })
            .collect();
        for (ended, relation, enacted) in self.turn.ended.clone() {
            for known in 0..self.committees.len() {
                let rests_on = &self.committees[known].bases;
                let is_basis = rests_on.iter().any(|basis| basis.decision == ended);
                // What a decision has ended before does not end again.
                if !is_basis
                    || self.committees[known].was_ended()
                    || !rests_on.iter().all(|basis| self.ended_for(basis.decision, known))
                {
                    continue;
                }
                if seated.contains(&known) {
                    self.committees[known].bases.push(Basis { decision: at, establishes: false });
                } else {
                    self.committees[known].enders.push(at);
                    // What a sunset had ended before has ended by that; no later one can bring it back.
                    self.bury_if_over(known);
                    self.end_body(known, relation, enacted);
                }
            }
        }
    }

    /// Whether a decision no longer holds for a committee.
    pub(super) fn ended_for(&self, decision: usize, committee: usize) -> bool {
        let Some(standing) = self.standing.get(&decision) else { return false };
        let for_it = Does::EndsFor(self.committees[committee].id.clone());
        standing.ends_on(self.turn.day).any(|effect| effect.does == Does::Ends || effect.does == for_it)
    }

    /// An establishing decision or a whole list without members leaves the composition unknown; one with
    /// members ends that. A body that was at work already and takes others in keeps what it has.
    pub(super) fn settle_unknown(&mut self, decision: &'a Decision) {
        let at = self.turn.at;
        for enacted in &decision.provisions {
            let name = match &enacted.provision {
                Provision::Establish { name, .. } => name,
                Provision::Reconstitute { committee, .. } | Provision::Merge { committee, .. } => committee,
                _ => continue,
            };
            let (day, by) = (self.turn.day, self.cite(enacted));
            let Some(known) = self.open(name) else { continue };
            let merged_into = match &enacted.provision {
                Provision::Merge { merged, .. } => merged.iter().all(|name| self.merged(name) != Some(known)),
                _ => false,
            };
            let went_on = merged_into && !self.turn.begun.contains(&known);
            let committee = &mut self.committees[known];
            let listed = committee.seats.iter().any(|seat| seat.decision == at && seat.what.sub_body.is_none());
            // A list that nobody knows ends no other: should it end itself, the one before is as unknown as it was.
            if listed {
                end_all(&mut committee.unknown, day, &by, |known| known.decision != at);
            }
            if !listed && !went_on && committee.unknown.iter().all(|known| known.decision != at) {
                committee.unknown.push(Stretch::new((), day, by, at));
            }
        }
    }
}
