//! Walks the decisions of one story in legal order, and leaves its committees in stretches of time.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::committee::{Committee, Stretch, end_all};
use super::legal;
use crate::date::{Day, Period};
use crate::decision::{Citation, Decision, Enacted, Provision, Seat, compared, office, series};
use crate::draft::Reference;
use crate::text;

/// How long a decision stands, and what ended it.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The days on which it is in force.
    pub period: Period,
    /// What it does to others, settled: the relation, and the decision it acts on where that is recorded.
    pub relations: Vec<(Relation, Reference, Option<usize>)>,
}

/// What one decision does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Relation {
    /// Thay thế.
    Replaces,
    /// Bãi bỏ.
    Repeals,
    /// Sửa đổi, bổ sung.
    Amends,
}

/// Walks a story, given as places in the decisions. Answers its committees, and how each of its decisions
/// stands.
pub(super) fn walk(decisions: &[Arc<Decision>], story: &[usize]) -> (Vec<Committee>, HashMap<usize, Standing>) {
    let mut walk = Walk {
        decisions,
        committees: Vec::new(),
        by_name: HashMap::new(),
        by_number: HashMap::new(),
        standing: HashMap::new(),
        office: String::new(),
        meant: HashMap::new(),
    };
    for at in legal::order(decisions, story) {
        walk.take(at);
    }
    (walk.committees, walk.standing)
}

struct Walk<'a> {
    decisions: &'a [Arc<Decision>],
    committees: Vec<Committee>,
    /// Office → name compared → committee.
    by_name: HashMap<String, HashMap<String, usize>>,
    /// Series and number → the decisions taken so far.
    by_number: HashMap<(String, String), Vec<usize>>,
    standing: HashMap<usize, Standing>,
    /// The office of the decision that is being taken.
    office: String,
    /// What its names mean, as far as they were looked up.
    meant: HashMap<&'a str, usize>,
}

impl<'a> Walk<'a> {
    /// Takes one decision in. What it ends, it ends before what it begins: its replacing article stands
    /// last in the paper, but must not end the seats that its first article sets.
    fn take(&mut self, at: usize) {
        let decisions = self.decisions;
        let decision: &'a Decision = &decisions[at];
        self.office = office(&decision.issuer);
        self.meant.clear();
        self.standing.insert(at, Standing::alone(decision.effective_from));
        for enacted in &decision.provisions {
            self.relate(at, enacted);
        }
        for enacted in &decision.provisions {
            self.establish(at, enacted);
        }
        for enacted in &decision.provisions {
            self.end(at, enacted);
        }
        for enacted in &decision.provisions {
            self.begin(at, enacted);
        }
        self.settle_unknown(at);
        let key = decision.key();
        self.by_number.entry((key.series, key.number)).or_default().push(at);
    }

    fn relate(&mut self, at: usize, enacted: &Enacted) {
        let (relation, reference) = match &enacted.provision {
            Provision::Replace { decision, .. } => (Relation::Replaces, decision),
            Provision::Repeal { decision } => (Relation::Repeals, decision),
            Provision::Amend { decision } => (Relation::Amends, decision),
            _ => return,
        };
        let other = self.settle(at, reference);
        if let Some(standing) = self.standing.get_mut(&at) {
            standing.relations.push((relation, reference.clone(), other));
        }
    }

    /// The decision that a reference means, among those before this one in its series: the one of the day
    /// that is named; or, of a bare number, the only one on a committee that this decision names too. With
    /// several left it stays unsettled.
    fn settle(&mut self, at: usize, reference: &Reference) -> Option<usize> {
        let decisions = self.decisions;
        let this: &'a Decision = &decisions[at];
        let issuer = match reference {
            Reference::Full { issuer: Some(issuer), .. } => issuer.as_str(),
            _ => this.issuer.as_str(),
        };
        let key = (series(reference.number(), issuer), compared(reference.number()));
        let known = self.by_number.get(&key)?.clone();
        let found: Vec<usize> = match reference.date() {
            Some(date) => known.into_iter().filter(|other| decisions[*other].issued_on == date).collect(),
            None => {
                let named: Vec<usize> = this.committee_names().filter_map(|name| self.named(name)).collect();
                let on_one_of_them =
                    |other: &usize| named.iter().any(|committee| self.committees[*committee].decisions.contains(other));
                known.into_iter().filter(on_one_of_them).collect()
            }
        };
        match found[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Rule 4: establishing a name that the same office already gave goes on with that committee, unless a
    /// person said that it is another. A whole list of a committee whose founding was never recorded is the
    /// first that the register knows of it.
    fn establish(&mut self, at: usize, enacted: &'a Enacted) {
        let (id, name, continues) = match &enacted.provision {
            Provision::Establish { committee, name, continues } => (committee, name, *continues),
            Provision::Reconstitute { id, committee } => (id, committee, Some(true)),
            _ => return,
        };
        let from = self.decisions[at].effective_from;
        if let (Some(known), false) = (self.named(name), continues == Some(false)) {
            let known = &mut self.committees[known];
            known.ids.push(id.clone());
            known.begin(from);
            if known.name_on(from) != name {
                known.names.push((from, name.clone()));
            }
            return;
        }
        self.committees.push(Committee {
            id: id.clone(),
            ids: vec![id.clone()],
            office: self.office.clone(),
            founded: legal::Place::of(&self.decisions[at]),
            names: vec![(from, name.clone())],
            lives: vec![Period::since(from)],
            decisions: Vec::new(),
            seats: Vec::new(),
            agencies: Vec::new(),
            sub_bodies: Vec::new(),
            duties: Vec::new(),
            unknown: Vec::new(),
        });
        let new = self.committees.len() - 1;
        self.by_name.entry(self.office.clone()).or_default().insert(text::shorten(name), new);
        self.meant.insert(name, new);
    }

    /// The committee that this decision means by a name.
    fn named(&mut self, name: &'a str) -> Option<usize> {
        if let Some(known) = self.meant.get(name) {
            return Some(*known);
        }
        let known = *self.by_name.get(&self.office)?.get(&text::shorten(name))?;
        self.meant.insert(name, known);
        Some(known)
    }

    /// The same, noting that the decision acts on it.
    fn committee(&mut self, at: usize, name: &'a str) -> Option<&mut Committee> {
        let known = self.named(name)?;
        let committee = &mut self.committees[known];
        if committee.decisions.last() != Some(&at) {
            committee.decisions.push(at);
        }
        Some(committee)
    }

    fn end(&mut self, at: usize, enacted: &'a Enacted) {
        let decision = &self.decisions[at];
        let day = decision.effective_from;
        let by = || decision.cite(enacted);
        match &enacted.provision {
            Provision::Reconstitute { committee, .. } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end_seats(day, &by(), |_| true);
                }
            }
            Provision::Unseat { committee, who } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end_seats(day, &by(), |seat| seat.is_of(who));
                }
            }
            Provision::Dissolve { committee } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end_everything(day, &by(), |_| true);
                    committee.end(day);
                }
            }
            Provision::Sunset { committee, on: Some(on), .. } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end(*on);
                }
            }
            Provision::Replace { decision, .. } => self.end_decision(at, decision, &by(), true),
            Provision::Repeal { decision } => self.end_decision(at, decision, &by(), false),
            _ => {}
        }
    }

    /// Rule 6: a replaced decision ends with every decision that amended or reconstituted its committees,
    /// named or not. A repealed one ends alone.
    fn end_decision(&mut self, at: usize, reference: &Reference, by: &Citation, with_amendments: bool) {
        let Some(ended) = self.settle(at, reference) else { return };
        let day = self.decisions[at].effective_from;
        let mut over = vec![ended];
        for committee in self.committees.iter_mut().filter(|committee| committee.decisions.contains(&ended)) {
            // The committee's decisions stand in legal order: those behind the ended one built on it.
            let later = committee.decisions.iter().skip_while(|decision| **decision != ended).skip(1);
            let amendments: Vec<usize> = later.copied().filter(|decision| with_amendments && *decision != at).collect();
            committee.end_everything(day, by, |decision| decision == ended || amendments.contains(&decision));
            over.extend(amendments);
        }
        for decision in over {
            if let Some(standing) = self.standing.get_mut(&decision) {
                standing.end(day);
            }
        }
    }

    fn begin(&mut self, at: usize, enacted: &'a Enacted) {
        let decision = &self.decisions[at];
        let from = decision.effective_from;
        let by = || decision.cite(enacted);
        match &enacted.provision {
            Provision::Establish { name, .. } | Provision::Reconstitute { committee: name, .. } => {
                self.committee(at, name);
            }
            Provision::Seat(seat) => {
                if let Some(committee) = self.committee(at, &seat.committee) {
                    committee.seats.push(Stretch::new(seat.clone(), from, by(), at));
                }
            }
            Provision::ChangeRole { committee, who, role } => {
                if let Some(committee) = self.committee(at, committee) {
                    let changed: Vec<Seat> = committee.open_seats().filter(|seat| seat.is_of(who)).cloned().collect();
                    committee.end_seats(from, &by(), |seat| seat.is_of(who));
                    for seat in changed {
                        let seat = Seat { role: Some(role.clone()), ..seat };
                        committee.seats.push(Stretch::new(seat, from, by(), at));
                    }
                }
            }
            Provision::FoundSubBody { sub_body, committee, name } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.sub_bodies.push(Stretch::new((sub_body.clone(), name.clone()), from, by(), at));
                }
            }
            Provision::SetStandingAgency { committee, agency, scope } => {
                if let Some(committee) = self.committee(at, committee) {
                    // A change replaces the agency of the same scope; the others stay.
                    let replaced =
                        |known: &Stretch<(String, Option<String>)>| known.what.1 == *scope && known.decision != at;
                    end_all(&mut committee.agencies, from, &by(), replaced);
                    committee.agencies.push(Stretch::new((agency.clone(), scope.clone()), from, by(), at));
                }
            }
            Provision::AssignDuty { committee, duty } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.duties.push(Stretch::new(duty.clone(), from, by(), at));
                }
            }
            _ => {}
        }
    }

    /// An establishing decision or a whole list without members leaves the composition unknown; one with
    /// members ends that.
    fn settle_unknown(&mut self, at: usize) {
        let decisions = self.decisions;
        let decision: &'a Decision = &decisions[at];
        for enacted in &decision.provisions {
            let (Provision::Establish { name: committee, .. } | Provision::Reconstitute { committee, .. }) =
                &enacted.provision
            else {
                continue;
            };
            let (from, by) = (decision.effective_from, decision.cite(enacted));
            if let Some(committee) = self.committee(at, committee) {
                let named = committee.seats.iter().any(|seat| seat.decision == at);
                end_all(&mut committee.unknown, from, &by, |known| known.decision != at);
                if !named && committee.unknown.iter().all(|known| known.decision != at) {
                    committee.unknown.push(Stretch::new((), from, by, at));
                }
            }
        }
    }
}

impl Standing {
    /// Of a decision that nothing acts on.
    pub(super) fn alone(from: Day) -> Self {
        Self { period: Period::since(from), relations: Vec::new() }
    }

    fn end(&mut self, day: Day) {
        self.period.to = Some(self.period.to.map_or(day, |known| known.min(day)));
    }
}
