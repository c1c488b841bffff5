//! The history of a person: every committee, and every post.

use serde::{Deserialize, Serialize};

use crate::composition::{Committee, Fold, Stretch};
use crate::date::Day;
use crate::decision::{Citation, Occupant, Seat};
use crate::directory::{Capacity, PersonKey};
use crate::draft::SeatKind;
use crate::id::Id;
use crate::text;

/// One stay in a seat, as the terms of the fold have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// The committee.
    pub committee: Id,
    /// Its name, or that of the sub-body that the seat belongs to.
    pub body: String,
    /// The role.
    pub role: Option<String>,
    /// The post.
    pub post: Option<String>,
    /// The first day.
    pub from: Day,
    /// The first day after it.
    pub to: Option<Day>,
    /// Where the decision seats it.
    pub citation: Citation,
}

/// A person over all committees and posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct History {
    /// The name.
    pub person: String,
    /// The id, where the register tells two of one name apart.
    pub person_id: Option<Id>,
    /// Committees, by the first day.
    pub periods: Vec<Membership>,
    /// Posts, by the first day.
    pub posts: Vec<PostHeld>,
}

/// A person in a committee in one role, without a gap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Membership {
    /// The committee's name, or the sub-body's.
    pub committee: String,
    /// The committee.
    pub committee_id: Id,
    /// The role.
    pub role: Option<String>,
    /// The post, as the latest stretch has it.
    pub post: Option<String>,
    /// The first day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Day,
    /// The first day after it; open where nothing ends it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<Day>,
    /// Where the first stretch is cited.
    pub citation: Citation,
    /// The stretches, each by its own decision.
    pub stretches: Vec<Cited>,
}

/// A stretch of days by one decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Cited {
    /// The first day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<Day>,
    /// The decision.
    pub citation: Citation,
}

/// A person in a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PostHeld {
    /// Post and organization.
    pub post: String,
    /// The post in the directory.
    pub post_id: Id,
    /// In which capacity.
    pub capacity: Capacity,
    /// When it began, as far as it is known: a day, a month or a year; `null` where it is not known.
    pub from: Option<String>,
    /// When it ended, likewise; `null` where nothing ended it.
    pub to: Option<String>,
    /// The appointment.
    pub citation: Option<Citation>,
}

/// A seat over time: in which role and by which decision, and who sat in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SeatHistory {
    /// The seat.
    pub seat: Id,
    /// Its words.
    pub as_written: String,
    /// How it is filled.
    pub kind: SeatKind,
    /// Its stretches, in the order of their days.
    pub stretches: Vec<SeatStretch>,
    /// Who sat in it, in the order of their days.
    pub holders: Vec<HeldSeat>,
}

/// A stretch of a seat in one role, by one decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SeatStretch {
    /// The role.
    pub role: Option<String>,
    /// The first day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<Day>,
    /// The decision.
    pub citation: Citation,
    /// What ended it.
    pub ended_by: Option<Citation>,
}

/// Somebody in a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HeldSeat {
    /// The person.
    pub person: String,
    /// The person's id, where a name is not enough.
    pub person_id: Option<Id>,
    /// The post.
    pub post: Option<String>,
    /// The first day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub to: Option<Day>,
}

impl History {
    /// Puts stays and posts together. With a day, as of that day: what began later is not there, and what
    /// ended later has not ended yet.
    #[must_use]
    pub fn of(
        person: String,
        key: &PersonKey,
        mut stays: Vec<Stay>,
        mut posts: Vec<PostHeld>,
        on: Option<Day>,
    ) -> Self {
        if let Some(on) = on {
            stays.retain(|stay| stay.from <= on);
            for stay in &mut stays {
                stay.to = stay.to.filter(|to| *to <= on);
            }
            let on = on.to_string();
            // Written dates compare as text; 2014 is before every day of 2014.
            posts.retain(|held| held.from.as_ref().is_none_or(|from| *from <= on));
            for held in &mut posts {
                held.to = held.to.take().filter(|to| *to <= on);
            }
        }
        stays.sort_unstable_by(|a, b| (&a.body, &a.role, a.from, &a.post).cmp(&(&b.body, &b.role, b.from, &b.post)));
        let mut periods: Vec<Membership> = Vec::new();
        for stay in stays {
            let goes_on = |known: &&mut Membership| {
                known.committee_id == stay.committee
                    && known.committee == stay.body
                    && known.role == stay.role
                    && known.to.is_none_or(|to| stay.from <= to)
            };
            let stretch = Cited { from: stay.from, to: stay.to, citation: stay.citation };
            match periods.last_mut().filter(goes_on) {
                Some(known) => {
                    known.to = known.to.and_then(|to| stay.to.map(|other| to.max(other)));
                    known.post = stay.post.or(known.post.take());
                    if known.stretches.last() != Some(&stretch) {
                        known.stretches.push(stretch);
                    }
                }
                None => periods.push(Membership {
                    committee: stay.body,
                    committee_id: stay.committee,
                    role: stay.role,
                    post: stay.post,
                    from: stay.from,
                    to: stay.to,
                    citation: stretch.citation.clone(),
                    stretches: vec![stretch],
                }),
            }
        }
        periods.sort_by_key(|period| period.from);
        posts.sort_by(|a, b| a.from.cmp(&b.from));
        Self { person, person_id: key.id(), periods, posts }
    }
}

impl Fold {
    /// The people whom a text may mean: by id, by the whole of a name, else by a part of one; marks may be
    /// left out. Each with the name that is shown.
    #[must_use]
    pub fn find_people(&self, wanted: &str) -> Vec<(PersonKey, String)> {
        let mut rows = self.directory.rows();
        rows.extend(self.decisions.iter().flat_map(|decision| self.rows_of_decision(decision)));
        let known = rows.iter().filter(|row| row.table == crate::rows::Table::Person);
        find_people(known.map(|row| (row.cells[0].as_str(), row.cells[1].as_str(), row.cells[2].as_str())), wanted)
    }

    /// The stays of a person in all committees.
    #[must_use]
    pub fn stays(&self, person: &PersonKey, on: Option<Day>) -> Vec<Stay> {
        let mut stays = Vec::new();
        for committee in &self.committees {
            let name = committee.name_on(on.unwrap_or(Day::MAX));
            let own = self.terms(committee).into_iter().filter(|term| term.person == *person);
            stays.extend(own.map(|term| Stay {
                committee: committee.id.clone(),
                body: term.sub_body.unwrap_or_else(|| name.to_owned()),
                role: term.role,
                post: term.post,
                from: term.from,
                to: term.to,
                citation: Citation { words: None, ..Citation::clone(&term.citation) },
            }));
        }
        stays
    }

    /// A seat of a committee over time, through every list that has it in the same words, as of a day: nothing
    /// later shows.
    #[must_use]
    pub fn seat_history(&self, committee: &Committee, seat: &Id, on: Day) -> Option<SeatHistory> {
        let asked = |stretch: &&Stretch<Seat>| stretch.what.seat == *seat && stretch.from <= on;
        let wanted = committee.seats.iter().find(asked)?.what.words();
        let own =
            |stretch: &&Stretch<Seat>| stretch.from <= on && !stretch.is_empty() && stretch.what.words() == wanted;
        let mut stretches: Vec<&Stretch<Seat>> = committee.seats.iter().filter(own).collect();
        stretches.sort_by_key(|stretch| stretch.from);
        let last = stretches.last()?;
        let past = |to: Option<Day>| to.filter(|to| *to <= on);
        let mut terms = self.terms_of(committee, &|stretch| stretch.what.words() == wanted, None);
        terms.retain(|term| term.from <= on);
        terms.sort_by(|a, b| (a.from, &a.name).cmp(&(b.from, &b.name)));
        let mut holders: Vec<HeldSeat> = Vec::new();
        for term in terms {
            let person_id = term.person.id();
            let same = |held: &&mut HeldSeat| held.person == term.name && held.post == term.post;
            match holders.iter_mut().rev().find(same).filter(|held| held.to == Some(term.from)) {
                Some(held) => held.to = past(term.to),
                None => holders.push(HeldSeat {
                    person: term.name,
                    person_id,
                    post: term.post,
                    from: term.from,
                    to: past(term.to),
                }),
            }
        }
        Some(SeatHistory {
            seat: seat.clone(),
            as_written: last.what.as_written.clone(),
            kind: last.what.occupant.kind(),
            holders,
            stretches: stretches
                .iter()
                .map(|stretch| SeatStretch {
                    role: stretch.what.role.clone(),
                    from: stretch.from,
                    to: past(stretch.to),
                    citation: Citation { words: None, ..Citation::clone(&stretch.by) },
                    ended_by: past(stretch.to).and_then(|_| stretch.ended_by.as_deref().cloned()),
                })
                .collect(),
        })
    }

    /// The posts of a person.
    #[must_use]
    pub fn posts_held(&self, person: &PersonKey) -> Vec<PostHeld> {
        let mut posts = Vec::new();
        for post in &self.directory.posts {
            let organization = self.directory.organization_of(post);
            for held in post.incumbencies.iter().filter(|held| held.key == *person) {
                let last = organization.names.last().map_or("", |name| &name.name);
                let shown = held.period.from.map_or(last, |from| organization.name_on(from));
                posts.push(PostHeld {
                    post: format!("{} {shown}", post.title),
                    post_id: post.id.clone(),
                    capacity: held.capacity,
                    from: held.since.map(|since| since.to_string()),
                    to: held.until.map(|until| until.to_string()),
                    citation: held.citation.as_deref().cloned(),
                });
            }
        }
        posts
    }
}

/// Among (key, name, name folded): whom a text means. Several names of one person are one hit.
pub fn find_people<'a>(
    known: impl Iterator<Item = (&'a str, &'a str, &'a str)> + Clone,
    wanted: &str,
) -> Vec<(PersonKey, String)> {
    let folded = crate::text::fold(wanted);
    let by = |matches: Match<'_>| {
        let mut found: Vec<(PersonKey, String)> = Vec::new();
        for (key, name, _) in known.clone().filter(|(key, name, fold)| matches(key, name, fold)) {
            let key = PersonKey::from_row(key.to_owned());
            if found.iter().all(|(known, _)| *known != key) {
                found.push((key, name.to_owned()));
            }
        }
        found
    };
    let id = format!("id {wanted}");
    let tidy = crate::text::tidy(wanted);
    // From the surest to the least sure: the first that finds anybody is the answer.
    let tries: [Match<'_>; 4] = [
        &|key, _, _| key == id || key == wanted,
        &|_, name, _| name == tidy,
        &|_, _, fold| fold == folded,
        &|_, _, fold| !folded.is_empty() && fold.contains(&folded),
    ];
    tries.into_iter().map(by).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Whether a person's key, name and folded name are meant.
type Match<'a> = &'a dyn Fn(&str, &str, &str) -> bool;

impl Seat {
    /// What a seat is called, compared, whichever list has it: its place, else the person.
    fn words(&self) -> (Option<String>, String) {
        let named = match &self.occupant {
            Occupant::Named { name, position: None, .. } => Some(name.as_str()),
            other => other.position(),
        };
        (self.sub_body.as_deref().map(text::shorten), text::shorten(named.unwrap_or(&self.as_written)))
    }
}
