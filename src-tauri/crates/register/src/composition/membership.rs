//! Walks the decisions in legal order, and leaves the seats of every committee in stretches of time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::{Day, Period};
use crate::decision::{Citation, Decision, Enacted, Provision, Seat, compared, office, series};
use crate::draft::{Reference, SeatKind};
use crate::id::Id;
use crate::text;

/// A committee over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Committee {
    /// Its identity: the one given by the decision that founds it.
    pub id: Id,
    /// Every identity that it was recorded under.
    pub ids: Vec<Id>,
    /// The office that founded it, compared.
    pub office: String,
    /// Its names, each from a day on.
    pub names: Vec<(Day, String)>,
    /// From its founding to its end.
    pub life: Period,
    /// The decisions that act on it, as places in [`super::Fold::decisions`].
    pub decisions: Vec<usize>,
    /// Its seats.
    pub seats: Vec<Stretch<Seat>>,
    /// Its standing agencies.
    pub agencies: Vec<Stretch<(String, Option<String>)>>,
    /// Its sub-bodies: identity and name.
    pub sub_bodies: Vec<Stretch<(Id, String)>>,
    /// Its duties.
    pub duties: Vec<Stretch<String>>,
    /// The days on which nobody knows who sits.
    pub unknown: Vec<Stretch<()>>,
}

/// Something that holds for a stretch of time, and the decision that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch<T> {
    /// What holds.
    pub what: T,
    /// The first day.
    pub from: Day,
    /// The first day after it.
    pub to: Option<Day>,
    /// Where it is said.
    pub by: Citation,
    /// What ended it.
    pub ended_by: Option<Citation>,
    /// The decision, as a place in [`super::Fold::decisions`].
    pub decision: usize,
}

/// What a committee is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Duty {
    /// In the words of the decision.
    pub duty: String,
    /// Where.
    pub citation: Citation,
}

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

impl Committee {
    /// Its name on a day.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        let borne = self.names.iter().rev().find(|(from, _)| *from <= day);
        borne.or_else(|| self.names.first()).map_or("", |(_, name)| name)
    }
}

/// Walks all decisions.
pub(super) fn walk(decisions: &[Decision]) -> (Vec<Committee>, Vec<Standing>) {
    let mut walk = Walk {
        decisions,
        committees: Vec::new(),
        by_name: BTreeMap::new(),
        standing: decisions
            .iter()
            .map(|decision| Standing { period: Period::since(decision.effective_from), relations: Vec::new() })
            .collect(),
    };
    for at in 0..decisions.len() {
        walk.take(at);
    }
    (walk.committees, walk.standing)
}

struct Walk<'a> {
    decisions: &'a [Decision],
    committees: Vec<Committee>,
    /// (office, name compared) → committee.
    by_name: BTreeMap<(String, String), usize>,
    standing: Vec<Standing>,
}

impl Walk<'_> {
    /// Takes one decision in. What it ends, it ends before what it begins: its replacing article stands
    /// last in the paper, but must not end the seats that its first article sets.
    fn take(&mut self, at: usize) {
        let decision = &self.decisions[at];
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
    }

    fn relate(&mut self, at: usize, enacted: &Enacted) {
        let (relation, reference) = match &enacted.provision {
            Provision::Replace { decision, .. } => (Relation::Replaces, decision),
            Provision::Repeal { decision } => (Relation::Repeals, decision),
            Provision::Amend { decision } => (Relation::Amends, decision),
            _ => return,
        };
        let other = self.settle(at, reference);
        self.standing[at].relations.push((relation, reference.clone(), other));
    }

    /// The decision that a reference means: of the same office's series, before this one; a day or a year
    /// narrows it. With several left it stays unsettled.
    fn settle(&self, at: usize, reference: &Reference) -> Option<usize> {
        let this = &self.decisions[at];
        let wanted = compared(reference.number());
        let issuer = match reference {
            Reference::Full { issuer: Some(issuer), .. } => issuer.as_str(),
            _ => this.issuer.as_str(),
        };
        let wanted_series = series(reference.number(), issuer);
        let found: Vec<usize> = (0..at)
            .filter(|other| {
                let other = &self.decisions[*other];
                compared(&other.number) == wanted
                    && other.key().series == wanted_series
                    && reference.date().is_none_or(|date| date == other.issued_on)
            })
            .collect();
        match found[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Rule 4: establishing a name that the same office already gave goes on with that committee, unless a
    /// person said that it is another. A whole list of a committee whose founding was never recorded is the
    /// first that the register knows of it.
    fn establish(&mut self, at: usize, enacted: &Enacted) {
        let (committee, name, continues) = match &enacted.provision {
            Provision::Establish { committee, name, continues } => (committee, name, *continues),
            Provision::Reconstitute { id, committee } => (id, committee, Some(true)),
            _ => return,
        };
        let decision = &self.decisions[at];
        let office = office(&decision.issuer);
        let key = (office.clone(), text::shorten(name));
        if let (Some(known), false) = (self.by_name.get(&key), continues == Some(false)) {
            let known = &mut self.committees[*known];
            known.ids.push(committee.clone());
            known.life.to = None;
            if known.name_on(decision.effective_from) != name {
                known.names.push((decision.effective_from, name.clone()));
            }
            return;
        }
        self.committees.push(Committee {
            id: committee.clone(),
            ids: vec![committee.clone()],
            office,
            names: vec![(decision.effective_from, name.clone())],
            life: Period::since(decision.effective_from),
            decisions: Vec::new(),
            seats: Vec::new(),
            agencies: Vec::new(),
            sub_bodies: Vec::new(),
            duties: Vec::new(),
            unknown: Vec::new(),
        });
        self.by_name.insert(key, self.committees.len() - 1);
    }

    /// The committee that a decision means by a name, noting that the decision acts on it.
    fn committee(&mut self, at: usize, name: &str) -> Option<&mut Committee> {
        let decision = &self.decisions[at];
        let key = (office(&decision.issuer), text::shorten(name));
        let known = *self.by_name.get(&key)?;
        let committee = &mut self.committees[known];
        if committee.decisions.last() != Some(&at) {
            committee.decisions.push(at);
        }
        Some(committee)
    }

    fn end(&mut self, at: usize, enacted: &Enacted) {
        let decision = &self.decisions[at];
        let (day, by) = (decision.effective_from, decision.cite(enacted));
        match &enacted.provision {
            Provision::Reconstitute { committee, .. } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end_seats(day, &by, |_| true);
                }
            }
            Provision::Unseat { committee, who } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end_seats(day, &by, |seat| seat.is_of(who));
                }
            }
            Provision::Dissolve { committee } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.end_everything(day, &by, |_| true);
                    committee.life.to = Some(day);
                }
            }
            Provision::Sunset { committee, on: Some(on), .. } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.life.to = Some(*on);
                }
            }
            Provision::Replace { decision, .. } => self.end_decision(at, decision, &by, true),
            Provision::Repeal { decision } => self.end_decision(at, decision, &by, false),
            _ => {}
        }
    }

    /// Rule 6: a replaced decision ends with every decision that amended or reconstituted its committees,
    /// named or not. A repealed one ends alone.
    fn end_decision(&mut self, at: usize, reference: &Reference, by: &Citation, with_amendments: bool) {
        let Some(ended) = self.settle(at, reference) else { return };
        let day = self.decisions[at].effective_from;
        self.standing[ended].end(day);
        for committee in &mut self.committees {
            if !committee.decisions.contains(&ended) {
                continue;
            }
            let amendments: Vec<usize> =
                committee.decisions.iter().copied().filter(|d| *d > ended && *d < at).collect();
            let ends = |decision: usize| decision == ended || (with_amendments && amendments.contains(&decision));
            committee.end_everything(day, by, ends);
            if with_amendments {
                for amendment in amendments {
                    self.standing[amendment].end(day);
                }
            }
        }
    }

    fn begin(&mut self, at: usize, enacted: &Enacted) {
        let decision = &self.decisions[at];
        let (from, by) = (decision.effective_from, decision.cite(enacted));
        match &enacted.provision {
            Provision::Establish { name, .. } | Provision::Reconstitute { committee: name, .. } => {
                self.committee(at, name);
            }
            Provision::Seat(seat) => {
                if let Some(committee) = self.committee(at, &seat.committee) {
                    committee.seats.push(Stretch::new(seat.clone(), from, by, at));
                }
            }
            Provision::ChangeRole { committee, who, role } => {
                if let Some(committee) = self.committee(at, committee) {
                    let changed: Vec<Seat> = committee.open_seats().filter(|seat| seat.is_of(who)).cloned().collect();
                    committee.end_seats(from, &by, |seat| seat.is_of(who));
                    for seat in changed {
                        committee.seats.push(Stretch::new(
                            Seat { role: Some(role.clone()), ..seat },
                            from,
                            by.clone(),
                            at,
                        ));
                    }
                }
            }
            Provision::FoundSubBody { sub_body, committee, name } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.sub_bodies.push(Stretch::new((sub_body.clone(), name.clone()), from, by, at));
                }
            }
            Provision::SetStandingAgency { committee, agency, scope } => {
                if let Some(committee) = self.committee(at, committee) {
                    // A change replaces the agency of the same scope; the others stay.
                    end_all(&mut committee.agencies, from, &by, |known| known.what.1 == *scope && known.decision != at);
                    committee.agencies.push(Stretch::new((agency.clone(), scope.clone()), from, by, at));
                }
            }
            Provision::AssignDuty { committee, duty } => {
                if let Some(committee) = self.committee(at, committee) {
                    committee.duties.push(Stretch::new(duty.clone(), from, by, at));
                }
            }
            _ => {}
        }
    }

    /// An establishing decision or a whole list without members leaves the composition unknown; one with
    /// members ends that.
    fn settle_unknown(&mut self, at: usize) {
        let decision = &self.decisions[at];
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
    fn end(&mut self, day: Day) {
        self.period.to = Some(self.period.to.map_or(day, |known| known.min(day)));
    }
}

impl Committee {
    fn open_seats(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|stretch| stretch.to.is_none()).map(|stretch| &stretch.what)
    }

    fn end_seats(&mut self, day: Day, by: &Citation, ends: impl Fn(&Seat) -> bool) {
        end_all(&mut self.seats, day, by, |stretch| ends(&stretch.what));
    }

    fn end_everything(&mut self, day: Day, by: &Citation, ends: impl Fn(usize) -> bool) {
        end_all(&mut self.seats, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.agencies, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.sub_bodies, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.duties, day, by, |stretch| ends(stretch.decision));
        end_all(&mut self.unknown, day, by, |stretch| ends(stretch.decision));
    }
}

impl Seat {
    /// Whether a text means this seat: the person's name, or the position as written.
    fn is_of(&self, who: &str) -> bool {
        let wanted = text::shorten(who);
        let name = match &self.occupant {
            crate::decision::Occupant::Named { name, .. } => Some(name.as_str()),
            _ => None,
        };
        let position =
            (self.occupant.kind() != SeatKind::Named || name.is_none()).then(|| self.occupant.position()).flatten();
        [name, position].into_iter().flatten().any(|known| text::shorten(known) == wanted)
    }
}

impl<T> Stretch<T> {
    fn new(what: T, from: Day, by: Citation, decision: usize) -> Self {
        Self { what, from, to: None, by, ended_by: None, decision }
    }

    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
}

fn end_all<T>(stretches: &mut [Stretch<T>], day: Day, by: &Citation, ends: impl Fn(&Stretch<T>) -> bool) {
    for stretch in stretches.iter_mut().filter(|stretch| stretch.to.is_none()) {
        if ends(stretch) {
            stretch.to = Some(day);
            stretch.ended_by = Some(by.clone());
        }
    }
}
