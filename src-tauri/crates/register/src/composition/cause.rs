//! What brought a change of a committee about: the decision that seats or ends, else the news of the post.

use std::sync::Arc;

use super::Fold;
use super::answer::{Holder, in_words};
use super::committee::Committee;
use super::compare::{Changed, Moved, Place};
use super::resolve::Reader;
use crate::date::Day;
use crate::decision::{Citation, Occupant};
use crate::directory::{Incumbency, Post};

/// What brings changes between two days about.
pub(super) struct Cause<'a> {
    pub fold: &'a Fold,
    pub committee: &'a Committee,
    pub from: Day,
    pub to: Day,
}

/// What is told of whoever is in a place, beside the name.
#[derive(Default)]
struct Held<'a> {
    /// Post and organization.
    words: Option<String>,
    /// The post, where the directory has it.
    post: Option<&'a Post>,
    /// The appointment, or the letter.
    citation: Option<Arc<Citation>>,
}

impl<'a> Cause<'a> {
    fn between(&self, day: Option<Day>) -> bool {
        day.is_some_and(|day| self.from < day && day <= self.to)
    }

    pub(super) fn of_changing(&self, before: &Place<'_>, after: &Place<'_>) -> Changed {
        Changed {
            who: after.who().to_owned(),
            known: after.tenure.person.is_some(),
            person_id: after.tenures.person_id(&after.tenure).cloned(),
            from_role: before.tenures.role(&before.tenure).cloned(),
            to_role: after.tenures.role(&after.tenure).cloned(),
            invited: [before.tenure.invited, after.tenure.invited],
            seat: after.stretch().what.seat.clone(),
            citation: Arc::clone(&after.stretch().by),
        }
    }

    /// The decision that seats them, where it came between the days; else the appointment or the letter.
    pub(super) fn of_joining(&self, place: &Place<'_>) -> Moved {
        let held = self.held(place, self.to);
        let appointed = held.citation.filter(|_| !self.between(Some(place.stretch().from)));
        let citation = appointed.unwrap_or_else(|| Arc::clone(&place.stretch().by));
        moved(place, held.words, citation)
    }

    /// What ended the seat; else what ended the holder's time in the post, the post itself, or the committee.
    pub(super) fn of_leaving(&self, place: &Place<'_>) -> Moved {
        let held = self.held(place, self.from);
        let ended = place.stretch().ended_by.as_ref().filter(|_| self.between(place.stretch().to));
        let of_post = || held.post.and_then(|post| self.of_post(place, post));
        let over = || self.committee.over_on(self.to).map(|over| over.by);
        let citation = ended.or_else(of_post).or_else(|| self.of_letter(place)).or_else(over);
        let citation = citation.unwrap_or(&place.stretch().by);
        moved(place, held.words, Arc::clone(citation))
    }

    /// The holder of a place as the composition of a day has it.
    fn held(&self, place: &Place<'_>, day: Day) -> Held<'a> {
        let directory = &self.fold.directory;
        let seat = &place.stretch().what;
        if matches!(seat.occupant, Occupant::Named { .. }) && !seat.follows_post {
            // The decision's own words say all that is told of somebody who is named.
            return Held::default();
        }
        if let Some(post) = place.tenure.of_class {
            let post = &directory.posts[post as usize];
            let words = in_words(&post.title, directory.organization_of(post).name_on(day));
            let held = post.holders_on(day).into_iter().find(|held| held.person == place.who());
            return Held {
                words: Some(words),
                post: Some(post),
                citation: held.and_then(|held| held.citation.clone()),
            };
        }
        let holders = Reader { directory, committee: self.committee, day }.resolve(place.stretch(), &[]).holders;
        let is_it = |holder: &&Holder| match &holder.person {
            Some(name) => name == place.who(),
            None => place.tenure.person.is_none() && holder.in_words().is_some_and(|words| words == place.who()),
        };
        let Some(holder) = holders.iter().find(is_it).or(holders.first()) else { return Held::default() };
        Held {
            words: holder.in_words(),
            post: holder.post_id.as_ref().and_then(|id| directory.post_by_id(id)),
            citation: holder.citation.clone(),
        }
    }

    /// The letter that sends somebody else to a seat.
    fn of_letter(&self, place: &Place<'_>) -> Option<&'a Arc<Citation>> {
        let Occupant::Nominated { position } = &place.stretch().what.occupant else { return None };
        let reader = Reader { directory: &self.fold.directory, committee: self.committee, day: self.to };
        let later = reader.sent(position, place.stretch()).filter(|letter| self.between(letter.from));
        later.and_then(|letter| letter.citation.as_ref())
    }

    fn of_post(&self, place: &Place<'_>, post: &'a Post) -> Option<&'a Arc<Citation>> {
        // Of a post that several hold by nature, whoever left it last left it empty.
        let named = place.tenure.person.is_some();
        let is_it = |held: &&Incumbency| {
            held.period.holds(self.from)
                && if named { held.person == place.who() } else { self.between(held.period.to) }
        };
        let held = post.incumbencies.iter().filter(is_it).max_by_key(|held| held.period.to);
        let left = held.filter(|held| self.between(held.period.to)).and_then(|held| held.ended_by.as_ref());
        let organization = self.fold.directory.organization_of(post);
        let ended = || organization.ended_by.as_ref().filter(|_| self.between(organization.life.to));
        left.or_else(ended)
    }
}

/// Whoever came or left; without other words of the post, the decision's own are told.
fn moved(place: &Place<'_>, post: Option<String>, citation: Arc<Citation>) -> Moved {
    let seat = &place.stretch().what;
    Moved {
        who: place.who().to_owned(),
        known: place.tenure.person.is_some(),
        post: post.or_else(|| seat.occupant.position().map(str::to_owned)),
        person_id: place.tenures.person_id(&place.tenure).cloned(),
        role: place.tenures.role(&place.tenure).cloned(),
        rank: place.tenures.rank(&place.tenure),
        invited: place.tenure.invited,
        seat: seat.seat.clone(),
        citation: Some(citation),
    }
}
