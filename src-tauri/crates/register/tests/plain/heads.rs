//! A committee on the day: its state, and how many heads it counts (§5.8).

use std::collections::BTreeSet;

use register::Day;
use register::composition::{Flag, State};
use register::directory::PersonKey;
use register::draft::SeatKind;

use super::seats::Sat;
use super::{BodyOn, SeatOn, SubBodyOn, What, World};

/// What is counted: a person where known, else a post, else a seat.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    Person(PersonKey),
    /// Organization and title, compared.
    Post(String, String),
    Seat(String),
}

impl World<'_> {
    pub fn body_on(&self, at: usize, day: Day) -> BodyOn {
        let body = &self.bodies[at];
        let state = match (self.is_there(at, day), self.is_suspended(at)) {
            (false, _) => State::Ended,
            (true, true) => State::Suspended,
            (true, false) => State::Active,
        };
        let mut answer = BodyOn {
            ids: body.ids.clone(),
            office: body.office.clone(),
            name: body.names.last().unwrap().0.clone(),
            state,
            heads: Some(0),
            invited_heads: 0,
            seats: Vec::new(),
            agencies: Vec::new(),
            sub_bodies: Vec::new(),
            duties: Vec::new(),
            flags: Vec::new(),
        };
        if state == State::Ended {
            return answer;
        }
        let sat = self.sat(at, day);
        let own: Vec<&Sat> = sat.iter().filter(|sat| sat.sub_body.is_none()).collect();
        let members = heads(&own, false);
        answer.invited_heads = count(heads(&own, true).difference(&members).count());
        answer.heads = Some(count(members.len()));
        answer.seats = in_order(&own);
        let mut there = BTreeSet::new();
        for (_, thing) in self.held().filter(|(_, thing)| thing.body == at) {
            match &thing.what {
                What::Agency { name, scope } => answer.agencies.push((name.clone(), scope.clone())),
                What::Duty(duty) => answer.duties.push(duty.clone()),
                What::SubBody(sub_body) => drop(there.insert(*sub_body)),
                What::Unknown => answer.heads = None,
                _ => {}
            }
        }
        for sub_body in there {
            let inside: Vec<&Sat> = sat.iter().filter(|sat| sat.sub_body == Some(sub_body)).collect();
            answer.sub_bodies.push(SubBodyOn {
                id: self.sub_bodies[sub_body].id.clone(),
                name: self.sub_bodies[sub_body].name.clone(),
                heads: count(heads(&inside, false).len()),
                seats: in_order(&inside),
            });
        }
        if answer.heads.is_none() {
            answer.flags.push(Flag::UnknownComposition);
        }
        let flagged = |sat: &Sat| sat.seat.flags.contains(&Flag::DecisionSuspended);
        if state == State::Suspended || sat.iter().any(|sat| sat.sub_body.is_none() && flagged(sat)) {
            answer.flags.push(Flag::DecisionSuspended);
        }
        if self.past_purpose(at, day) {
            answer.flags.push(Flag::PastSunset);
        }
        answer.flags.sort_unstable();
        answer.agencies.sort();
        answer.duties.sort();
        answer.sub_bodies.sort_by(|a, b| a.id.cmp(&b.id));
        answer
    }
}

fn count(heads: usize) -> u32 {
    u32::try_from(heads).unwrap()
}

fn heads(seats: &[&Sat], invited: bool) -> BTreeSet<Head> {
    seats.iter().filter(|sat| sat.seat.invited == invited).flat_map(|sat| heads_of(sat)).collect()
}

/// Vacant and not nominated count one, an ended post none.
pub fn heads_of(sat: &Sat) -> Vec<Head> {
    if sat.seat.flags.contains(&Flag::PostEnded) {
        return Vec::new();
    }
    if sat.heads.is_empty() && sat.seat.kind != SeatKind::Class.into() {
        return vec![Head::Seat(sat.seat.id.to_string())];
    }
    sat.heads.clone()
}

fn in_order(seats: &[&Sat]) -> Vec<SeatOn> {
    let mut seats: Vec<SeatOn> = seats.iter().map(|sat| sat.seat.clone()).collect();
    seats.sort();
    seats
}
