//! Who held each seat of a committee from when to when, worked out once and kept beside the committee: what
//! questions over many days, or over the whole city, are answered from without resolving every seat again.
//!
//! A tenure is one place of a committee in one hand: a person over days, or a place that nobody is known to
//! hold, or that is empty. Resolving the seats on any of its days gives the same.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Fold;
use super::answer::Flag;
use super::committee::{Committee, Stretch};
use super::resolve::{Reader, covered};
use super::terms::{cut, days_of};
use crate::date::{Day, Period};
use crate::decision::{Citation, Occupant, Seat};
use crate::directory::PersonKey;
use crate::draft::SeatKind;
use crate::id::Id;
use crate::role::Rank;
use crate::text;

/// As many tenures as are passed over at once: one bit for each.
pub(super) const BLOCK: usize = 64;

/// The tenures of a committee, column by column.
#[derive(Debug, Default)]
pub(super) struct Tenures {
    /// The first day of each, and the first day after it.
    pub days: Vec<(i32, i32)>,
    /// The days within which each [`BLOCK`] of them lies. What one list seats stands together and ends together:
    /// most blocks are passed over on any one day.
    within: Vec<(i32, i32)>,
    pub rows: Vec<Tenure>,
    /// People: the id of each, where a name is not enough.
    pub people: Vec<Option<Id>>,
    /// What is shown of who is where: names, and places without a known one.
    shown: Vec<Arc<str>>,
    pub roles: Vec<Role>,
    /// Where decisions say it. A list says all its seats in one or two places: kept together, they are found
    /// without going to each seat.
    pub citations: Vec<Citation>,
}

/// A role as a decision has it.
#[derive(Debug)]
pub(super) struct Role {
    pub words: Option<String>,
    rank: Rank,
    /// The first of those that are written alike.
    alike: u16,
}

/// One place in one hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tenure {
    /// The seat, as a place in [`Committee::seats`].
    pub seat: u32,
    /// One number for every stretch of one seat.
    pub same_seat: u32,
    /// How it is filled.
    pub kind: SeatKind,
    /// Who, as a place in the people, whichever name is shown; `None` where nobody is known.
    pub person: Option<u32>,
    /// The place: one number for what is called the same.
    pub place: u32,
    /// The person's name, else the place as it is shown, as a place in the words.
    pub who: u32,
    /// The post that a class seats, as a place in the directory's.
    pub of_class: Option<u32>,
    /// Whether nobody is in it.
    pub empty: bool,
    /// Whether it counts a head: a post that has ended does not.
    pub counts: bool,
    /// Whether it is a seat of the committee itself.
    pub own: bool,
    /// Whether it is a guest's.
    pub invited: bool,
    /// The role, as a place in the roles.
    pub role: u16,
    /// Where it is said, as a place in the citations.
    pub citation: u16,
}

/// Tenures kept beside a committee, with the directory that they were read by.
#[derive(Default)]
pub(super) struct Kept(Mutex<Option<(u64, Arc<Tenures>)>>);

impl Fold {
    /// The tenures of a committee.
    pub(super) fn tenures(&self, committee: &Committee) -> Arc<Tenures> {
        let read_by = self.directory.version();
        let mut kept = committee.tenures.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((version, tenures)) = kept.as_ref().filter(|(version, _)| *version == read_by) {
            debug_assert_eq!(*version, read_by);
            return Arc::clone(tenures);
        }
        let tenures = Arc::new(self.work_out(committee));
        *kept = Some((read_by, Arc::clone(&tenures)));
        tenures
    }

    fn work_out(&self, committee: &Committee) -> Tenures {
        let mut tenures = Tenures::default();
        let mut words = Words::default();
        for (at, stretch) in committee.seats.iter().enumerate() {
            let first = tenures.rows.len();
            for whole in days_of(stretch, committee) {
                for piece in cut(whole, self.changes(committee, stretch)) {
                    let day = piece.from.unwrap_or(stretch.from);
                    for tenure in self.on_a_day(committee, at, day, &mut words) {
                        tenures.add(first, piece, tenure);
                    }
                }
            }
        }
        let within = |block: &[(i32, i32)]| {
            Some((block.iter().map(|(from, _)| *from).min()?, block.iter().map(|(_, to)| *to).max()?))
        };
        tenures.within = tenures.days.chunks(BLOCK).filter_map(within).collect();
        Words {
            people: tenures.people,
            shown: tenures.shown,
            roles: tenures.roles,
            citations: tenures.citations,
            ..
        } = words;
        tenures
    }

    fn on_a_day(&self, committee: &Committee, at: usize, day: Day, words: &mut Words) -> Vec<Tenure> {
        let stretch = &committee.seats[at];
        let reader = Reader { directory: &self.directory, committee, day };
        let kind = stretch.what.occupant.kind();
        let own = stretch.what.sub_body.is_none();
        let invited = stretch.what.invited;
        let covered = if kind == SeatKind::Class && own { covered(&reader, committee) } else { Vec::new() };
        let resolution = reader.resolve(stretch, &covered);
        let seat = index(at);
        let same_seat = words.seat(&stretch.what.seat);
        let role = words.role(&stretch.what.role, |role| self.directory.rank(role));
        let citation = words.citation(&stretch.by);
        let own_words = stretch.what.occupant.position().unwrap_or(&stretch.what.as_written);
        let counts = !resolution.flags.contains(&Flag::PostEnded);
        if resolution.holders.is_empty() {
            let (place, who) = (words.place(text::shorten(own_words)), words.shown(own_words));
            let none = Tenure {
                seat,
                same_seat,
                kind,
                person: None,
                place,
                who,
                of_class: None,
                empty: true,
                counts,
                own,
                invited,
                role,
                citation,
            };
            return if kind == SeatKind::Class { Vec::new() } else { vec![none] };
        }
        let over = resolution.flags.contains(&Flag::PostEnded);
        let mut tenures = Vec::new();
        for holder in &resolution.holders {
            let shown = match kind {
                SeatKind::Class => holder.in_words().unwrap_or_else(|| own_words.to_owned()),
                _ => own_words.to_owned(),
            };
            // A post that is in the directory is the same under every name of its organization.
            let called = match (&holder.post_id, kind) {
                (Some(post), SeatKind::Post | SeatKind::Class) => format!("post {post}"),
                _ => text::shorten(&shown),
            };
            let place = words.place(called);
            let person = |name: &String| self.directory.people.key(name, holder.person_id.as_ref(), None);
            let person = holder.person.as_ref().map(|name| words.person(person(name)));
            let who = words.shown(holder.person.as_deref().unwrap_or(&shown));
            let post = holder.post_id.as_ref().filter(|_| kind == SeatKind::Class);
            let of_class = post.and_then(|post| self.directory.post_index(post)).map(index);
            tenures.push(Tenure {
                seat,
                same_seat,
                kind,
                person,
                place,
                who,
                of_class,
                empty: (over || holder.vacant) && person.is_none(),
                counts,
                own,
                invited,
                role,
                citation,
            });
        }
        tenures
    }

    /// The days on which who holds a seat may change.
    fn changes(&self, committee: &Committee, stretch: &Stretch<Seat>) -> Vec<Day> {
        let reader = Reader { directory: &self.directory, committee, day: Day::MAX };
        let directory = &self.directory;
        let mut cuts: Vec<Day> = Vec::new();
        let mut posts: Vec<usize> = Vec::new();
        match &stretch.what.occupant {
            Occupant::Named { .. } if !stretch.what.follows_post => return Vec::new(),
            Occupant::Class { position, rule } => {
                for rule in directory.rules_of(position, rule.as_ref()) {
                    posts.extend(directory.class_ever(rule, reader.office()).iter());
                }
                cuts.extend(directory.class_cuts(position));
                // What a more specific seat covers meanwhile.
                let meanwhile = |other: &&Stretch<Seat>| {
                    other.what.sub_body.is_none()
                        && stretch.to.is_none_or(|to| other.from < to)
                        && other.to.is_none_or(|to| stretch.from < to)
                };
                for other in committee.seats.iter().filter(meanwhile) {
                    cuts.push(other.from);
                    cuts.extend(other.to);
                    cuts.extend(reader.covers(other).and_then(|(_, since)| since));
                }
            }
            Occupant::Nominated { .. } => {
                if reader.letters().next().is_none() {
                    return Vec::new();
                }
                cuts.extend(reader.letters().filter_map(|letter| letter.from));
                cuts.extend(committee.names.iter().map(|(from, _)| *from));
                cuts.extend((0..directory.organizations.len()).flat_map(|at| directory.changes_of(at)));
                let seats = committee.seats.iter().map(|other| (other.from, other.to));
                for (from, to) in seats.chain(committee.sub_bodies.iter().map(|body| (body.from, body.to))) {
                    cuts.push(from);
                    cuts.extend(to);
                }
            }
            Occupant::Named { position: None, .. } => {}
            Occupant::Named { position: Some(position), .. }
            | Occupant::Post { position }
            | Occupant::Portfolio { position } => {
                let position = super::resolve::split_portfolio(position).0;
                for organization in directory.readings(position, reader.office()) {
                    cuts.extend(directory.changes_of(organization));
                }
                for known in [stretch.from, Day::MAX] {
                    let resolved = directory.resolve(position, reader.office(), stretch.said_on, known);
                    posts.extend(resolved.and_then(|resolved| resolved.post));
                }
            }
        }
        for post in posts.into_iter().map(|at| &directory.posts[at]) {
            cuts.extend([post.life.from, post.life.to].into_iter().flatten());
            for held in &post.incumbencies {
                cuts.extend([held.period.from, held.period.to].into_iter().flatten());
                cuts.extend(held.portfolios.iter().filter_map(|(from, _)| *from));
            }
            cuts.extend(directory.changes_of(post.organization));
        }
        cuts
    }
}

/// The words of a committee's tenures, each once.
#[derive(Default)]
struct Words {
    people: Vec<Option<Id>>,
    shown: Vec<Arc<str>>,
    roles: Vec<Role>,
    citations: Vec<Citation>,
    known_seats: HashMap<Id, u32>,
    known_people: HashMap<PersonKey, u32>,
    known_places: HashMap<String, u32>,
    known_words: HashMap<String, u32>,
}

impl Words {
    fn person(&mut self, key: PersonKey) -> u32 {
        let people = &mut self.people;
        *self.known_people.entry(key).or_insert_with_key(|key| {
            people.push(key.id());
            index(people.len() - 1)
        })
    }

    fn seat(&mut self, id: &Id) -> u32 {
        if let Some(known) = self.known_seats.get(id) {
            return *known;
        }
        let next = index(self.known_seats.len());
        self.known_seats.insert(id.clone(), next);
        next
    }

    fn place(&mut self, called: String) -> u32 {
        let next = index(self.known_places.len());
        *self.known_places.entry(called).or_insert(next)
    }

    fn shown(&mut self, words: &str) -> u32 {
        if let Some(known) = self.known_words.get(words) {
            return *known;
        }
        self.shown.push(words.into());
        let place = index(self.shown.len() - 1);
        self.known_words.insert(words.to_owned(), place);
        place
    }

    /// A committee has a handful of roles.
    fn role(&mut self, role: &Option<String>, rank: impl Fn(Option<&str>) -> Rank) -> u16 {
        let short = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let at = self.roles.iter().position(|known| known.words == *role).unwrap_or_else(|| {
            let key = role.as_deref().map(text::key);
            let alike = self.roles.iter().position(|known| known.words.as_deref().map(text::key) == key);
            let alike = short(alike.unwrap_or(self.roles.len()));
            self.roles.push(Role { words: role.clone(), rank: rank(role.as_deref()), alike });
            self.roles.len() - 1
        });
        short(at)
    }

    fn citation(&mut self, citation: &Citation) -> u16 {
        let same = |known: &Citation| known.decision_id == citation.decision_id && known.place == citation.place;
        // The seats of one list come one after the other.
        let at = self.citations.iter().rposition(same).unwrap_or_else(|| {
            self.citations.push(Citation { words: None, ..citation.clone() });
            self.citations.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}

impl Tenure {
    /// Whether it counts a head of the committee itself.
    pub(super) fn is_told(&self) -> bool {
        self.counts && self.own
    }
}

impl Tenures {
    /// Goes on with a tenure of the same seat, or begins one.
    fn add(&mut self, first: usize, piece: Period, tenure: Tenure) {
        let from = piece.from.map_or(i32::MIN, number);
        let to = piece.to.map_or(i32::MAX, number);
        let same = |at: &usize| self.rows[*at] == tenure && self.days[*at].1 == from;
        match (first..self.rows.len()).rev().find(same) {
            Some(at) => self.days[at].1 = to,
            None => {
                self.days.push((from, to));
                self.rows.push(tenure);
            }
        }
    }

    /// How many blocks there are.
    fn blocks(&self) -> usize {
        self.within.len()
    }

    /// Which tenures of a block hold on a day, one bit for each.
    fn held_in(&self, block: usize, day: i32) -> u64 {
        let (first, last) = self.within[block];
        if day < first || last <= day {
            return 0;
        }
        let rows = block * BLOCK..self.rows.len().min(block * BLOCK + BLOCK);
        let days = self.days[rows].iter();
        days.enumerate().fold(0, |held, (bit, (from, to))| held | (u64::from(*from <= day && day < *to) << bit))
    }

    /// The places of the tenures that hold on a day, in their order.
    fn held_on(&self, day: i32) -> impl Iterator<Item = usize> + '_ {
        (0..self.blocks()).flat_map(move |block| each(self.held_in(block, day)).map(move |bit| block * BLOCK + bit))
    }

    /// The tenures that hold on a day, each with its place among all.
    pub(super) fn on(&self, day: Day) -> impl Iterator<Item = (usize, Tenure)> + '_ {
        self.held_on(number(day)).map(|at| (at, self.rows[at]))
    }

    /// How many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.days)
            + size_of_val(&*self.rows)
            + size_of_val(&*self.people)
            + self.shown.iter().map(|words| 4 * size_of::<usize>() + words.len()).sum::<usize>()
            + bytes_of(&self.citations)
    }

    /// The person's id, where a name is not enough.
    pub(super) fn person_id(&self, tenure: &Tenure) -> Option<&Id> {
        self.people[tenure.person? as usize].as_ref()
    }

    /// The rank of its role.
    pub(super) fn rank(&self, tenure: &Tenure) -> Rank {
        self.roles[usize::from(tenure.role)].rank
    }

    /// The role as the decision has it.
    pub(super) fn role(&self, tenure: &Tenure) -> Option<&String> {
        self.roles[usize::from(tenure.role)].words.as_ref()
    }

    /// Whether two roles are written alike.
    pub(super) fn same_role(&self, one: &Tenure, other: &Tenure) -> bool {
        self.roles[usize::from(one.role)].alike == self.roles[usize::from(other.role)].alike
    }

    /// The person, else the place, of the tenure in this place.
    pub(super) fn who(&self, at: usize) -> &str {
        self.shown_at(at)
    }

    /// The same, to be kept.
    pub(super) fn shown_at(&self, at: usize) -> &Arc<str> {
        &self.shown[self.rows[at].who as usize]
    }
}

/// How many bytes citations take.
pub(super) fn bytes_of(citations: &[Citation]) -> usize {
    let cited = |citation: &Citation| {
        let parts = [citation.place.as_ref(), citation.note.as_ref()].into_iter().flatten();
        size_of::<Citation>() + citation.decision.capacity() + parts.map(String::capacity).sum::<usize>()
    };
    citations.iter().map(cited).sum()
}

/// The places of the bits that are set.
fn each(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        next
    })
}

/// A day as a number that grows with it.
#[must_use]
pub(super) fn number(day: Day) -> i32 {
    (i32::from(day.year()) << 9) | (i32::from(day.month()) << 5) | i32::from(day.day())
}

/// A place in a list as it is kept.
pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What was worked out is no part of what a committee is: a copy works it out anew.
impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept")
    }
}
