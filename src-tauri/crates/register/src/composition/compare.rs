//! What changed between two days: who came in, left, took another role, or left a seat empty.
//!
//! Seats are compared as places: a place is a seat, or each post of a class. A place that stays and loses its
//! holder is vacated; a place that stays and gets one is joined by that one, and nobody left it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::answer::{CommitteeOn, Flag};
use super::body::Body;
use super::cause::Cause;
use super::committee::{Committee, Stretch};
use super::tenure::{BLOCK, Tenure, Tenures};
use super::{Fold, State};
use crate::date::Day;
use crate::decision::{Citation, Seat};
use crate::draft::SeatKind;
use crate::id::Id;
use crate::role::Rank;

/// What changed in a committee between two days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Comparison {
    /// The committee, under its name of the second day.
    pub committee: CommitteeOn,
    /// The first day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Day,
    /// The second.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: Day,
    /// Its name on the first day, where that was another.
    pub name_before: Option<String>,
    /// Whether it existed on each of them.
    pub states: [State; 2],
    /// Its heads on each of them.
    pub heads: [Option<u32>; 2],
    /// Who came in.
    pub joined: Vec<Moved>,
    /// Who left.
    pub left: Vec<Moved>,
    /// Who took another role.
    pub changed: Vec<Changed>,
    /// Who left a seat that stays, and is empty.
    pub vacated: Vec<Moved>,
    /// The same of its sub-bodies that changed.
    pub sub_bodies: Vec<Comparison>,
    /// That one of the two compositions is not known, so that nobody can tell who came and who stayed.
    pub flags: Vec<Flag>,
}

/// Somebody who came in or left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Moved {
    /// The person, else the words of the seat.
    pub who: String,
    /// Whether `who` is a person.
    pub known: bool,
    /// By which the person is asked for, where a name is not enough.
    pub person_id: Option<Id>,
    /// The role.
    pub role: Option<String>,
    /// The role's rank.
    pub rank: Rank,
    /// Post and organization.
    pub post: Option<String>,
    /// Invited, not a member.
    pub invited: bool,
    /// The seat.
    pub seat: Id,
    /// What brought it about, where that is recorded.
    pub citation: Option<Arc<Citation>>,
}

/// Somebody who stayed in another role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changed {
    /// The person, else the words of the seat.
    pub who: String,
    /// Whether `who` is a person.
    pub known: bool,
    /// By which the person is asked for, where a name is not enough.
    pub person_id: Option<Id>,
    /// The role on the first day.
    pub from_role: Option<String>,
    /// The role on the second.
    pub to_role: Option<String>,
    /// Whether each was a guest's.
    pub invited: [bool; 2],
    /// The seat on the second day.
    pub seat: Id,
    /// Where the new role is said.
    pub citation: Arc<Citation>,
}

/// Who came, left, took another role, or left a seat empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Who came in.
    pub joined: Vec<Moved>,
    /// Who left.
    pub left: Vec<Moved>,
    /// Who took another role.
    pub changed: Vec<Changed>,
    /// Who left a seat that stays, and is empty.
    pub vacated: Vec<Moved>,
}

impl Fold {
    /// What changed in a committee, or in a sub-body of one, between two days, with how many sat on each.
    #[must_use]
    pub fn compare(&self, body: Body<'_>, from: Day, to: Day) -> Comparison {
        let (before, after) = (self.composition_of(body, from), self.composition_of(body, to));
        let Changes { joined, left, changed, vacated } = self.changes_between(body, from, to);
        let mut sub_bodies = Vec::new();
        if let Body::Committee(committee) = body {
            let mut seen: Vec<&Id> = Vec::new();
            for id in before.sub_bodies.iter().chain(&after.sub_bodies).map(|part| &part.id) {
                if !seen.contains(&id) {
                    seen.push(id);
                    let part = self.compare(Body::Part(committee, id), from, to);
                    sub_bodies.extend(Some(part).filter(Comparison::is_something));
                }
            }
        }
        let unknown = before.heads.is_none() || after.heads.is_none();
        Comparison {
            name_before: (before.committee.name != after.committee.name).then_some(before.committee.name),
            committee: after.committee,
            from,
            to,
            states: [before.state, after.state],
            heads: [before.heads, after.heads],
            joined,
            left,
            changed,
            vacated,
            sub_bodies,
            flags: if unknown { vec![Flag::UnknownComposition] } else { Vec::new() },
        }
    }

    /// Who came, left, took another role or left a seat empty between two days, each with what brought it about.
    #[must_use]
    pub fn changes_between(&self, body: Body<'_>, from: Day, to: Day) -> Changes {
        let committee = body.committee();
        let tenures = self.tenures(committee);
        let places = |day: Day| -> Vec<Place<'_>> {
            let is_its = |(_, tenure): &(usize, Tenure)| match body {
                Body::Committee(_) => tenure.own,
                Body::Part(..) => body.has(&committee.seats[tenure.seat as usize].what),
            };
            let place = |(at, tenure)| Place { committee, tenures: &tenures, tenure, at, done: false };
            let mut places = Vec::with_capacity(BLOCK);
            places.extend(tenures.on(day).filter(is_its).map(place));
            places
        };
        let (mut a, mut b) = (places(from), places(to));
        let cause = Cause { fold: self, committee, from, to };
        let mut changes = Changes::default();
        stay(&mut a, &mut b);
        change_roles(&mut a, &mut b, |before, after| changes.changed.push(cause.of_changing(before, after)));
        empty_and_fill(&mut a, &mut b, |place| changes.vacated.push(cause.of_leaving(place)));
        changes.left = untold(a, |place| cause.of_leaving(place));
        changes.joined = untold(b, |place| cause.of_joining(place));
        changes
    }
}

impl Comparison {
    /// Whether anything changed.
    #[must_use]
    pub fn is_something(&self) -> bool {
        let lists = [&self.joined, &self.left, &self.vacated];
        lists.iter().any(|list| !list.is_empty()) || !self.changed.is_empty() || !self.sub_bodies.is_empty()
    }
}

/// A place on a day, and who is in it: read from the tenures only as far as it is asked for, since most places
/// stay as they were.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    committee: &'a Committee,
    pub tenures: &'a Tenures,
    pub tenure: Tenure,
    /// The tenure, as a place among all of the committee.
    at: usize,
    done: bool,
}

impl<'a> Place<'a> {
    pub(super) fn stretch(&self) -> &'a Stretch<Seat> {
        &self.committee.seats[self.tenure.seat as usize]
    }

    /// The person's name, else the place as it is shown.
    pub(super) fn who(&self) -> &'a str {
        self.tenures.who(self.at)
    }

    /// Whether nobody is in it, or it is no more.
    fn empty(&self) -> bool {
        self.tenure.empty || !self.tenure.counts
    }

    fn same_role(&self, other: &Self) -> bool {
        self.tenure.invited == other.tenure.invited && self.tenures.same_role(&self.tenure, &other.tenure)
    }

    /// Whether the same person, or the same place without a known one, is in both.
    fn same_who(&self, other: &Self) -> bool {
        match (self.tenure.person, other.tenure.person) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.empty() == other.empty() && self.tenure.place == other.tenure.place,
            _ => false,
        }
    }

    /// Whether both are one place of the committee, whoever is in it.
    fn same_place(&self, other: &Self) -> bool {
        let (own, others) = (&self.tenure, &other.tenure);
        let one_seat = own.kind != SeatKind::Class && own.same_seat == others.same_seat;
        one_seat || (own.kind == others.kind && own.place == others.place)
    }
}

/// Who is there on both days, in the same role: through another seat, or as many seats as may be.
fn stay(a: &mut [Place<'_>], b: &mut [Place<'_>]) {
    // People are looked up by their number; places without a known one are few.
    let mut by_person: Vec<usize> = (0..b.len()).collect();
    by_person.sort_unstable_by_key(|at| b[*at].tenure.person);
    for before in a.iter_mut() {
        let first = by_person.partition_point(|at| b[*at].tenure.person < before.tenure.person);
        for at in by_person[first..].iter().copied() {
            let after = &mut b[at];
            if after.tenure.person != before.tenure.person {
                break;
            }
            if before.at == after.at || (before.same_who(after) && before.same_role(after)) {
                (before.done, after.done) = (true, true);
            }
        }
    }
}

fn change_roles<'a>(a: &mut [Place<'a>], b: &mut [Place<'a>], mut changed: impl FnMut(&Place<'a>, &Place<'a>)) {
    for at in 0..a.len() {
        if a[at].done {
            continue;
        }
        let Some(to) = b.iter().position(|after| !after.done && a[at].same_who(after)) else { continue };
        changed(&a[at], &b[to]);
        settle(a, at);
        settle(b, to);
    }
}

/// A place is told, and with it every other that says the same: somebody may have two seats in one role.
fn settle(places: &mut [Place<'_>], told: usize) {
    for at in 0..places.len() {
        let same = at == told || (places[at].same_who(&places[told]) && places[at].same_role(&places[told]));
        places[at].done |= same;
    }
}

/// What is left to be told, each person and role once.
fn untold<T>(mut places: Vec<Place<'_>>, tell: impl Fn(&Place<'_>) -> T) -> Vec<T> {
    let mut told = Vec::with_capacity(places.iter().filter(|place| !place.done).count());
    for at in 0..places.len() {
        if !places[at].done {
            told.push(tell(&places[at]));
            if places[at].tenure.person.is_some() {
                settle(&mut places, at);
            }
        }
    }
    told
}

/// Places that stay: one that loses its holder is vacated; one that had nobody, or nobody known, is joined by
/// whoever is there now, and nobody left it.
fn empty_and_fill<'a>(a: &mut [Place<'a>], b: &mut [Place<'a>], mut vacated: impl FnMut(&Place<'a>)) {
    for at in 0..a.len() {
        if a[at].done {
            continue;
        }
        let nobody = a[at].tenure.person.is_none();
        let Some(after) = b.iter_mut().find(|after| !after.done && a[at].same_place(after)) else {
            // Whoever has it now was there before, through another seat: nobody came, and nobody left.
            let taken = |after: &Place<'_>| after.tenure.person.is_some() && a[at].same_place(after);
            a[at].done = nobody && b.iter().any(taken);
            continue;
        };
        if after.empty() {
            after.done = true;
            if !a[at].empty() {
                vacated(&a[at]);
            }
            if nobody { a[at].done = true } else { settle(a, at) }
        } else if nobody && after.tenure.person.is_some() {
            a[at].done = true;
        }
    }
    // What somebody left who stays in the same role through another seat is vacated too; who has another role now is
    // told as such, and nobody came here.
    for at in 0..b.len() {
        if b[at].done || b[at].tenure.person.is_some() {
            continue;
        }
        let Some(before) = a.iter().find(|before| before.same_place(&b[at])) else { continue };
        b[at].done = true;
        let stays = |other: &Place<'_>| other.tenure.person == before.tenure.person && other.same_role(before);
        if b[at].empty() && before.tenure.person.is_some() && b.iter().any(stays) {
            vacated(before);
        }
    }
}

impl Body<'_> {
    /// Whether a seat is one of its.
    fn has(self, seat: &Seat) -> bool {
        match self {
            Self::Committee(_) => seat.sub_body.is_none(),
            Self::Part(..) => seat.sub_body.as_deref() == Some(self.name()),
        }
    }
}
