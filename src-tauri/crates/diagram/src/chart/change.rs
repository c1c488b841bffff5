//! What changed since another day, as a chart shows it: who is new bears a sign, and who left is there once more.

use std::collections::{HashMap, HashSet};

use register::Composition;
use register::composition::{Comparison, Holder, SeatOn};
use register::draft::SeatKind;
use register::id::Id;

use super::Sign;

/// The changes between two days, by seat.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    joined: HashMap<Id, Vec<String>>,
    changed: HashMap<Id, Vec<String>>,
    vacated: HashSet<Id>,
    /// The seats of the first day that somebody left, with only those who left.
    left: Vec<(Option<Id>, SeatOn)>,
}

impl Changes {
    /// Reads them from a comparison, and from the composition of its first day.
    #[must_use]
    pub fn of(comparison: &Comparison, before: &Composition) -> Self {
        let mut changes = Self::default();
        let seats = |body: Option<&Id>| -> HashMap<Id, &SeatOn> {
            let seats = match body {
                None => Some(&before.seats),
                Some(id) => before.sub_bodies.iter().find(|part| part.id == *id).map(|part| &part.seats),
            };
            seats.into_iter().flatten().map(|seat| (seat.id.clone(), seat)).collect()
        };
        changes.take(comparison, None, &seats(None));
        for part in &comparison.sub_bodies {
            let id = &part.committee.id;
            changes.take(part, Some(id), &seats(Some(id)));
        }
        changes
    }

    fn take(&mut self, comparison: &Comparison, body: Option<&Id>, before: &HashMap<Id, &SeatOn>) {
        // Where a day is not known, nobody can tell who came and who stayed.
        if comparison.heads.contains(&None) {
            return;
        }
        for moved in &comparison.joined {
            self.joined.entry(moved.seat.clone()).or_default().push(moved.who.clone());
        }
        for moved in &comparison.changed {
            self.changed.entry(moved.seat.clone()).or_default().push(moved.who.clone());
        }
        self.vacated.extend(comparison.vacated.iter().map(|moved| moved.seat.clone()));
        for moved in &comparison.left {
            let Some(seat) = before.get(&moved.seat) else { continue };
            let is_it = |holder: &&Holder| one_place(seat) || who(holder, seat) == moved.who;
            let holder = seat.holders.iter().find(is_it).cloned();
            // The places of one class that are gone stand under its heading together.
            let known = self.left.iter_mut().find(|(_, left)| left.id == moved.seat);
            match (known, holder) {
                (Some((_, left)), Some(holder)) => left.holders.push(holder),
                (Some(_), None) => {}
                (None, holder) => {
                    let left = SeatOn { holders: holder.into_iter().collect(), heads: 0, ..(*seat).clone() };
                    self.left.push((body.cloned(), left));
                }
            }
        }
    }

    /// What a place shows of them.
    pub(super) fn signs(&self, seat: &SeatOn, holder: Option<&Holder>) -> u32 {
        let it = |places: &HashMap<Id, Vec<String>>| {
            let is_it = |whose: &Vec<String>| {
                one_place(seat) || holder.is_some_and(|holder| whose.iter().any(|other| *other == who(holder, seat)))
            };
            places.get(&seat.id).is_some_and(is_it)
        };
        let mut signs = 0;
        for (is, sign) in [
            (it(&self.joined), Sign::Joined),
            (it(&self.changed), Sign::Changed),
            (self.vacated.contains(&seat.id) && seat.heads > 0, Sign::Vacated),
        ] {
            signs |= if is { sign.bit() } else { 0 };
        }
        signs
    }

    /// Who left a body, by the seats they had; those of the committee itself without a body.
    pub(super) fn left(&self, body: Option<&Id>) -> impl Iterator<Item = &SeatOn> {
        self.left.iter().filter(move |(of, _)| of.as_ref() == body).map(|(_, seat)| seat)
    }
}

/// Whether a seat has but one place, so that whatever is told of it is told of that.
fn one_place(seat: &SeatOn) -> bool {
    seat.kind != SeatKind::Class && seat.holders.len() <= 1
}

/// The words by which a comparison calls whoever is in a place.
fn who(holder: &Holder, seat: &SeatOn) -> String {
    holder.person.clone().or_else(|| holder.in_words()).unwrap_or_else(|| seat.as_written.clone())
}
