//! Who sat, over all days at once: the composition of every day, without asking for each.
//!
//! A term is a person in a seat over an unbroken stretch of days. A person named has the seat's whole stretch;
//! a post, a field, a class or a nomination has as many terms as people came and went meanwhile. Who is known
//! on a day by these terms is who [`super::Fold::composition`] names on that day; a property test holds the
//! two together.

use std::sync::Arc;

use super::Fold;
use super::committee::{Committee, Stretch};
use super::resolve::{Reader, split_portfolio};
use crate::date::{Day, Period};
use crate::decision::{Citation, Occupant, Seat};
use crate::directory::{Incumbency, Nomination, PersonKey, Post};
use crate::id::Id;
use crate::text;

/// A person in a seat, over an unbroken stretch of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The person.
    pub person: PersonKey,
    /// The name, as the decision or the appointment has it.
    pub name: String,
    /// The seat.
    pub seat: Id,
    /// The sub-body that the seat belongs to, by name; `None` for one of the committee itself.
    pub sub_body: Option<String>,
    /// The role as the decision has it.
    pub role: Option<String>,
    /// Whether the seat is a guest's.
    pub invited: bool,
    /// The post, with its organization, through which the seat is held or which the decision names.
    pub post: Option<String>,
    /// The first day.
    pub from: Day,
    /// The first day after it.
    pub to: Option<Day>,
    /// Where the decision seats it.
    pub citation: Arc<Citation>,
}

/// The terms of the stretches that are wanted.
/// Of a class, those through some posts alone where these are given.
pub(super) fn terms(
    fold: &Fold,
    committee: &Committee,
    wanted: &dyn Fn(&Stretch<Seat>) -> bool,
    posts: Option<&[usize]>,
) -> Vec<Term> {
    // Read as of the last of all days; what a name or a post is known by only later is cut off below.
    let reader = Reader { directory: &fold.directory, committee, day: Day::MAX };
    let is_class = |stretch: &Stretch<Seat>| matches!(stretch.what.occupant, Occupant::Class { .. });
    // Only a class leaves out what a specific seat covers: where none is wanted, nothing has to be looked up.
    let any_class = committee.seats.iter().any(|stretch| is_class(stretch) && wanted(stretch));
    let specific = committee.seats.iter().filter(|stretch| any_class && stretch.what.sub_body.is_none());
    let covered: Vec<(usize, Period)> = specific
        .filter_map(|stretch| Some((stretch, reader.covers(stretch)?)))
        .flat_map(|(stretch, (post, since))| {
            let known = Period { from: since, to: None };
            days_of(stretch, committee).into_iter().map(move |period| (post, both(period, known)))
        })
        .filter(|(_, period)| overlaps(*period))
        .collect();
    let mut terms = Vec::new();
    for stretch in committee.seats.iter().filter(|stretch| wanted(stretch)) {
        for period in days_of(stretch, committee) {
            terms.extend(Stays { reader: &reader, stretch, period, posts }.terms(&covered));
        }
    }
    terms
}

/// The days on which a seat is one: those of its stretch, as long as its committee, or the sub-body that it
/// belongs to, is there.
pub(super) fn days_of(stretch: &Stretch<Seat>, committee: &Committee) -> Vec<Period> {
    let own = Period { from: Some(stretch.from), to: stretch.to };
    let alive = committee.lives.iter().map(|life| both(own, *life));
    let within: Vec<Period> = match &stretch.what.sub_body {
        None => alive.collect(),
        Some(name) => {
            let bodies = committee.sub_bodies.iter().filter(|body| body.what.1 == *name);
            let bodies = together(bodies.map(|body| Period { from: Some(body.from), to: body.to }).collect());
            alive.flat_map(|life| bodies.iter().map(move |body| both(life, *body)).collect::<Vec<_>>()).collect()
        }
    };
    within.into_iter().filter(|period| overlaps(*period)).collect()
}

/// Periods that overlap or follow each other, as one.
fn together(mut periods: Vec<Period>) -> Vec<Period> {
    periods.sort_by_key(|period| period.from);
    let mut whole: Vec<Period> = Vec::new();
    for period in periods.into_iter().filter(|period| overlaps(*period)) {
        match whole.last_mut() {
            Some(last) if last.to.is_none_or(|to| period.from.is_none_or(|from| from <= to)) => {
                last.to = last.to.and_then(|to| period.to.map(|other| other.max(to)));
            }
            _ => whole.push(period),
        }
    }
    whole
}

fn overlaps(period: Period) -> bool {
    match (period.from, period.to) {
        (Some(from), Some(to)) => from < to,
        _ => true,
    }
}

/// The days of both periods.
fn both(a: Period, b: Period) -> Period {
    Period {
        from: a.from.max(b.from),
        to: match (a.to, b.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
    }
}

/// The stays of people in one stretch of a seat.
struct Stays<'a> {
    reader: &'a Reader<'a>,
    stretch: &'a Stretch<Seat>,
    period: Period,
    posts: Option<&'a [usize]>,
}

impl Stays<'_> {
    fn terms(&self, covered: &[(usize, Period)]) -> Vec<Term> {
        let post_of = |position: &str| {
            let resolved = self.reader.read(position, self.stretch)?;
            let known = both(self.period, Period { from: resolved.since, to: None });
            Some((&self.reader.directory.posts[resolved.post?], known))
        };
        match &self.stretch.what.occupant {
            Occupant::Named { name, person_id, position, .. } => {
                if let (true, Some(position)) = (self.stretch.what.follows_post, position) {
                    return self.following(position);
                }
                let key = self.reader.person(name, person_id.as_ref(), self.stretch);
                self.term(&key, name, position.clone(), self.period).into_iter().collect()
            }
            Occupant::Post { position } => match post_of(position) {
                Some((post, known)) if !post.several => self.through(post, known, None),
                _ => Vec::new(),
            },
            Occupant::Portfolio { position } => {
                let (title, subject) = split_portfolio(position);
                post_of(title).map_or_else(Vec::new, |(post, known)| self.through(post, known, Some(subject)))
            }
            Occupant::Nominated { position } => self.nominated(position),
            Occupant::Class { position, rule } => {
                let covered = if self.stretch.what.sub_body.is_none() { covered } else { &[] };
                self.class(position, rule.as_ref(), covered)
            }
        }
    }

    /// A person named, and those who follow in the post: who sits is asked anew wherever it may change.
    fn following(&self, position: &str) -> Vec<Term> {
        let directory = self.reader.directory;
        let mut cuts: Vec<Day> = Vec::new();
        if let Some(resolved) = self.reader.read(position, self.stretch) {
            let organization = &directory.organizations[resolved.organization];
            cuts.extend([organization.life.from, organization.life.to, resolved.since].into_iter().flatten());
            if let Some(post) = resolved.post.map(|post| &directory.posts[post]) {
                cuts.extend([post.life.from, post.life.to].into_iter().flatten());
                cuts.extend(post.incumbencies.iter().flat_map(|held| [held.period.from, held.period.to]).flatten());
            }
        }
        let mut terms: Vec<Term> = Vec::new();
        for piece in cut(self.period, cuts) {
            let day = piece.from.unwrap_or(self.stretch.from);
            let resolution = Reader { day, ..*self.reader }.resolve(self.stretch, &[]);
            for (holder, head) in resolution.holders.into_iter().zip(resolution.heads) {
                let Some(name) = holder.person else { continue };
                let person = PersonKey::from_row(head);
                let goes_on = |term: &&mut Term| term.person == person && term.name == name && term.to == piece.from;
                if let Some(term) = terms.iter_mut().rev().find(goes_on) {
                    term.to = piece.to;
                    continue;
                }
                terms.extend(self.term(&person, &name, Some(position.to_owned()), piece));
            }
        }
        terms
    }

    fn term(&self, person: &PersonKey, name: &str, post: Option<String>, period: Period) -> Option<Term> {
        if !overlaps(period) {
            return None;
        }
        let seat = &self.stretch.what;
        Some(Term {
            person: person.clone(),
            name: name.to_owned(),
            seat: seat.seat.clone(),
            sub_body: seat.sub_body.clone(),
            role: seat.role.clone(),
            invited: seat.invited,
            post,
            from: period.from.unwrap_or(self.stretch.from),
            to: period.to,
            citation: self.stretch.by.clone(),
        })
    }

    /// The terms of those who held a post within a period. With a field, of those who had it.
    fn through(&self, post: &Post, within: Period, subject: Option<&str>) -> Vec<Term> {
        let directory = self.reader.directory;
        let organization = directory.organization_of(post);
        let within = both(both(within, post.life), organization.life);
        let subject = subject.map(text::key);
        let mut terms: Vec<Term> = Vec::new();
        for piece in pieces(post, within) {
            let day = piece.from.unwrap_or(Day::MIN);
            let mut held = post.holders_on(day);
            if let Some(subject) = &subject {
                held.retain(|held| held.portfolio_on(day).is_some_and(|field| text::key(field) == *subject));
            }
            for incumbency in held {
                self.go_on(&mut terms, incumbency, post, piece);
            }
        }
        terms
    }

    /// Makes a person's term longer, where this piece goes on with it; else begins another.
    fn go_on(&self, terms: &mut Vec<Term>, held: &Incumbency, post: &Post, piece: Period) {
        // Under another name it is another term, though it is the same person.
        let same = |term: &&mut Term| term.person == held.key && term.name == held.person;
        let last = terms.iter_mut().rev().find(same);
        if let Some(term) = last.filter(|term| term.to == piece.from) {
            term.to = piece.to;
            return;
        }
        let organization = self.reader.directory.organization_of(post);
        let shown = organization.name_on(piece.from.unwrap_or(self.stretch.from));
        terms.extend(self.term(&held.key, &held.person, Some(format!("{} {shown}", post.title)), piece));
    }

    fn class(&self, position: &str, rule: Option<&crate::draft::ClassRule>, covered: &[(usize, Period)]) -> Vec<Term> {
        let mut terms = Vec::new();
        for within in cut(self.period, self.reader.directory.class_cuts(position)) {
            let day = within.from.unwrap_or(self.stretch.from);
            let Some(rule) = self.reader.rule_on(position, rule, day) else { continue };
            for at in self.reader.directory.class_ever(rule, self.reader.office()).iter().copied() {
                let post = &self.reader.directory.posts[at];
                if post.several || self.posts.is_some_and(|posts| !posts.contains(&at)) {
                    continue;
                }
                let specific: Vec<Period> =
                    covered.iter().filter(|(post, _)| *post == at).map(|(_, period)| *period).collect();
                terms.extend(without(within, &specific).into_iter().flat_map(|free| self.through(post, free, None)));
            }
        }
        terms
    }

    fn nominated(&self, position: &str) -> Vec<Term> {
        // Which letter holds may change with a letter, with the committee's name, and with the seats that it might
        // be for.
        let mut cuts: Vec<Day> = self.reader.letters().filter_map(|letter| letter.from).collect();
        cuts.extend(self.reader.committee.names.iter().map(|(from, _)| *from));
        if self.reader.letters().next().is_none() {
            return Vec::new();
        }
        // … and with what the organizations are called, since the letter and the seat may name one differently.
        for organization in &self.reader.directory.organizations {
            let periods = organization.names.iter().map(|name| name.period).chain([organization.life]);
            cuts.extend(periods.flat_map(|period| [period.from, period.to]).flatten());
        }
        for stretch in &self.reader.committee.seats {
            cuts.push(stretch.from);
            cuts.extend(stretch.to);
        }
        for body in &self.reader.committee.sub_bodies {
            cuts.push(body.from);
            cuts.extend(body.to);
        }
        let mut terms: Vec<Term> = Vec::new();
        let mut before: Option<&Nomination> = None;
        for piece in cut(self.period, cuts) {
            let day = piece.from.unwrap_or(self.stretch.from);
            let sent = Reader { day, ..*self.reader }.sent(position, self.stretch);
            match (sent, before, terms.last_mut()) {
                (Some(letter), Some(same), Some(term)) if std::ptr::eq(letter, same) => term.to = piece.to,
                (Some(letter), ..) => terms.extend(self.term(&letter.key, &letter.person, letter.post_words(), piece)),
                (None, ..) => {}
            }
            before = sent;
        }
        terms
    }
}

/// A period, cut wherever who holds a post may change.
fn pieces(post: &Post, within: Period) -> Vec<Period> {
    let mut cuts: Vec<Day> = Vec::new();
    for held in &post.incumbencies {
        cuts.extend(held.period.from);
        cuts.extend(held.period.to);
        cuts.extend(held.portfolios.iter().filter_map(|(from, _)| *from));
    }
    cut(within, cuts)
}

/// A period, cut at the days that lie in it.
pub(super) fn cut(within: Period, mut cuts: Vec<Day>) -> Vec<Period> {
    if !overlaps(within) {
        return Vec::new();
    }
    cuts.retain(|cut| within.from.is_none_or(|from| from < *cut) && within.to.is_none_or(|to| *cut < to));
    cuts.sort_unstable();
    cuts.dedup();
    let starts = std::iter::once(within.from).chain(cuts.iter().copied().map(Some));
    let ends = cuts.iter().copied().map(Some).chain(std::iter::once(within.to));
    starts.zip(ends).map(|(from, to)| Period { from, to }).collect()
}

/// What is left of a period without others.
fn without(period: Period, taken: &[Period]) -> Vec<Period> {
    let mut left = vec![period];
    for out in taken {
        left = left
            .into_iter()
            .flat_map(|period| {
                let before = out.from.map(|from| both(period, Period { from: None, to: Some(from) }));
                let after = out.to.map(|to| both(period, Period { from: Some(to), to: None }));
                [before, after].into_iter().flatten().filter(|period| overlaps(*period))
            })
            .collect();
    }
    left
}

impl Nomination {
    /// Post and organization of who is sent, as far as the letter says them.
    pub(super) fn post_words(&self) -> Option<String> {
        let words: Vec<&str> =
            [self.post.as_deref(), self.organization_words.as_deref()].into_iter().flatten().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}
