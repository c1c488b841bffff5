//! What changed between two days: who came in, left, took another role, or left a seat empty.
//!
//! Seats are compared as places: a place is a seat, or each post of a class. A place that stays and loses its
//! holder is vacated; a place that stays and gets one is joined by that one, and nobody left it.

use serde::{Deserialize, Serialize};

use super::answer::{CommitteeOn, Composition, Flag, Holder, SeatOn};
use super::body::Body;
use super::{Fold, State};
use crate::date::Day;
use crate::decision::Citation;
use crate::draft::SeatKind;
use crate::id::Id;
use crate::role::Rank;
use crate::text;

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
    pub citation: Option<Citation>,
}

/// Somebody who stayed in another role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changed {
    /// The person, else the words of the seat.
    pub who: String,
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
    pub citation: Citation,
}

/// A place on a day, and who is in it.
struct Place<'a> {
    seat: &'a SeatOn,
    holder: Option<&'a Holder>,
    /// The person, as one key; `None` for nobody, and for somebody who is not known.
    person: Option<String>,
    /// What the place is called, compared.
    words: String,
    /// Whether nobody is in it.
    empty: bool,
    done: bool,
}

impl Fold {
    /// What changed in a committee, or in a sub-body of one, between two days.
    #[must_use]
    pub fn compare(&self, body: Body<'_>, from: Day, to: Day) -> Comparison {
        let (before, after) = (self.composition_of(body, from), self.composition_of(body, to));
        self.between(body, &before, &after)
    }

    fn between(&self, body: Body<'_>, before: &Composition, after: &Composition) -> Comparison {
        let mut comparison = Comparison {
            committee: after.committee.clone(),
            from: before.on,
            to: after.on,
            name_before: (before.committee.name != after.committee.name).then(|| before.committee.name.clone()),
            states: [before.state, after.state],
            heads: [before.heads, after.heads],
            joined: Vec::new(),
            left: Vec::new(),
            changed: Vec::new(),
            vacated: Vec::new(),
            sub_bodies: Vec::new(),
            flags: Vec::new(),
        };
        if before.heads.is_none() || after.heads.is_none() {
            comparison.flags.push(Flag::UnknownComposition);
        }
        let (mut a, mut b) = (self.places(&before.seats), self.places(&after.seats));
        stay(&mut a, &mut b);
        change_roles(&mut a, &mut b, &mut comparison.changed);
        let cause = Cause { fold: self, body, from: before.on, to: after.on };
        empty_and_fill(&mut a, &mut b, |left| comparison.vacated.push(moved(left, cause.of_leaving(left))));
        let gone = a.iter().filter(|place| !place.done);
        comparison.left = gone.map(|place| moved(place, cause.of_leaving(place))).collect();
        let come = b.iter().filter(|place| !place.done);
        comparison.joined = come.map(|place| moved(place, cause.of_joining(place))).collect();
        if let Body::Committee(committee) = body {
            let ids = before.sub_bodies.iter().chain(&after.sub_bodies).map(|part| &part.id);
            let mut seen: Vec<&Id> = Vec::new();
            for id in ids {
                if !seen.contains(&id) {
                    seen.push(id);
                    let part = self.compare(Body::Part(committee, id), before.on, after.on);
                    comparison.sub_bodies.extend(Some(part).filter(Comparison::is_something));
                }
            }
        }
        comparison
    }

    fn places<'a>(&self, seats: &'a [SeatOn]) -> Vec<Place<'a>> {
        let mut places = Vec::new();
        for seat in seats {
            let own_words = seat.position.as_deref().unwrap_or(&seat.as_written);
            let nobody =
                seat.flags.iter().any(|flag| matches!(flag, Flag::Vacant | Flag::PostEnded | Flag::NotNominated));
            if seat.holders.is_empty() && seat.kind != SeatKind::Class {
                let words = text::shorten(own_words);
                places.push(Place { seat, holder: None, person: None, words, empty: true, done: false });
            }
            for holder in &seat.holders {
                let key = |name: &String| self.directory.people.key(name, holder.person_id.as_ref(), None);
                let person = holder.person.as_ref().map(|name| key(name).as_str().to_owned());
                // A post that is in the directory is the same under every name of its organization.
                let words = match (&holder.post_id, seat.kind) {
                    (Some(post), SeatKind::Post | SeatKind::Class) => format!("post {post}"),
                    (None, SeatKind::Class) => text::shorten(&holder.in_words().unwrap_or_default()),
                    _ => text::shorten(own_words),
                };
                let empty = nobody && person.is_none();
                places.push(Place { seat, holder: Some(holder), person, words, empty, done: false });
            }
        }
        places
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

impl Place<'_> {
    fn role(&self) -> (Option<String>, bool) {
        (self.seat.role.as_deref().map(text::key), self.seat.invited)
    }

    /// Whether the same person, or the same place without a known one, is in both.
    fn same_who(&self, other: &Self) -> bool {
        match (&self.person, &other.person) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.empty == other.empty && self.words == other.words,
            _ => false,
        }
    }

    /// Whether both are one place of the committee, whoever is in it.
    fn same_place(&self, other: &Self) -> bool {
        let seats = self.seat.id == other.seat.id && self.seat.kind != SeatKind::Class;
        seats || (self.words == other.words && self.seat.kind == other.seat.kind)
    }
}

/// Who is there on both days, in the same role.
fn stay(a: &mut [Place<'_>], b: &mut [Place<'_>]) {
    for before in a.iter_mut() {
        let same = |after: &&mut Place<'_>| !after.done && before.same_who(after) && before.role() == after.role();
        if let Some(after) = b.iter_mut().find(same) {
            (before.done, after.done) = (true, true);
        }
    }
}

fn change_roles(a: &mut [Place<'_>], b: &mut [Place<'_>], changed: &mut Vec<Changed>) {
    for before in a.iter_mut().filter(|place| !place.done) {
        let Some(after) = b.iter_mut().find(|after| !after.done && before.same_who(after)) else { continue };
        (before.done, after.done) = (true, true);
        changed.push(Changed {
            who: after.who(),
            person_id: after.holder.and_then(|holder| holder.person_id.clone()),
            from_role: before.seat.role.clone(),
            to_role: after.seat.role.clone(),
            invited: [before.seat.invited, after.seat.invited],
            seat: after.seat.id.clone(),
            citation: after.seat.citation.clone(),
        });
    }
}

/// Places that stay: one that loses its holder is vacated; one that had nobody, or nobody known, is joined by
/// whoever is there now, and nobody left it.
fn empty_and_fill(a: &mut [Place<'_>], b: &mut [Place<'_>], mut vacated: impl FnMut(&Place<'_>)) {
    for before in a.iter_mut().filter(|place| !place.done) {
        let Some(after) = b.iter_mut().find(|after| !after.done && before.same_place(after)) else { continue };
        if after.empty {
            (before.done, after.done) = (true, true);
            vacated(before);
        } else if before.person.is_none() && after.person.is_some() {
            before.done = true;
        }
    }
}

impl Place<'_> {
    fn who(&self) -> String {
        let class = || self.holder.filter(|_| self.seat.kind == SeatKind::Class).and_then(Holder::in_words);
        let person = self.holder.and_then(|holder| holder.person.clone());
        let words = || self.seat.position.clone().unwrap_or_else(|| self.seat.as_written.clone());
        person.or_else(class).unwrap_or_else(words)
    }
}

fn moved(place: &Place<'_>, citation: Option<Citation>) -> Moved {
    Moved {
        who: place.who(),
        known: place.person.is_some(),
        person_id: place.holder.and_then(|holder| holder.person_id.clone()),
        role: place.seat.role.clone(),
        rank: place.seat.rank,
        post: place.holder.and_then(Holder::in_words).or_else(|| place.seat.position.clone()),
        invited: place.seat.invited,
        seat: place.seat.id.clone(),
        citation,
    }
}

/// What brought a change about.
struct Cause<'a> {
    fold: &'a Fold,
    body: Body<'a>,
    from: Day,
    to: Day,
}

impl Cause<'_> {
    fn between(&self, day: Option<Day>) -> bool {
        day.is_some_and(|day| self.from < day && day <= self.to)
    }

    /// The decision that seats them, where it came between the days; else the appointment or the letter.
    fn of_joining(&self, place: &Place<'_>) -> Option<Citation> {
        let seated = Some(place.seat.citation.clone());
        if self.between(Some(place.seat.since)) {
            return seated;
        }
        place.holder.and_then(|holder| holder.citation.clone()).or(seated)
    }

    /// What ended the seat; else what ended the holder's time in the post, the post itself, or the committee.
    fn of_leaving(&self, place: &Place<'_>) -> Option<Citation> {
        let committee = self.body.committee();
        let of_seat = committee.seats.iter().find(|seat| seat.what.seat == place.seat.id && seat.holds(self.from));
        let ended = of_seat.filter(|seat| self.between(seat.to)).and_then(|seat| seat.ended_by.clone());
        let over = || committee.over_on(self.to).map(|over| over.by.clone());
        ended.or_else(|| self.of_post(place)).or_else(over).or_else(|| Some(place.seat.citation.clone()))
    }

    fn of_post(&self, place: &Place<'_>) -> Option<Citation> {
        let directory = &self.fold.directory;
        let holder = place.holder?;
        let id = holder.post_id.as_ref()?;
        let post = directory.posts.iter().find(|post| post.id == *id)?;
        let held = post
            .incumbencies
            .iter()
            .find(|held| Some(held.key.as_str()) == place.person.as_deref() && held.period.holds(self.from));
        let left = held.filter(|held| self.between(held.period.to)).and_then(|held| held.ended_by.clone());
        let organization = directory.organization_of(post);
        let ended = || organization.ended_by.clone().filter(|_| self.between(organization.life.to));
        left.or_else(ended)
    }
}
