//! What news of the directory would change: who comes into a post, and which seats of which committees that fills or
//! empties. Nothing is taken in; a person looks at it before it is recorded.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::changes::touched_posts;
use crate::composition::{CommitteeOn, Composition, Fold, Holder, SeatOn};
use crate::date::{Day, PartialDate};
use crate::directory::{Directory, Event};
use crate::id::Id;
use crate::record::Record;

/// What one piece of news does to its post, and to the seats that go with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PostEffect {
    /// The place of the event among the news, from 0.
    pub event: u32,
    /// The first day of the change, as it is known: a month, where the news say no more.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: PartialDate,
    /// Who holds the post on the eve.
    pub before: Vec<String>,
    /// Whether anybody is known to have held it until then: a post that nobody is known to have held is not vacant.
    pub held_before: bool,
    /// Who holds it on the day.
    pub after: Vec<String>,
    /// Whether the register knew the post.
    pub known: bool,
    /// The seats that are filled or emptied.
    pub seats: Vec<SeatEffect>,
}

/// A seat that news of a post fill or empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SeatEffect {
    /// The committee.
    pub committee: CommitteeOn,
    /// The seat.
    pub seat: Id,
    /// The first day on which it shows: later than the news, where the seat is.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Day,
    /// The role.
    pub role: Option<String>,
    /// The seat in the words of its decision.
    pub as_written: String,
    /// Who sits on the eve, or which post.
    pub before: Vec<String>,
    /// Who sits on the day, or which post.
    pub after: Vec<String>,
}

impl Fold {
    /// What news would change, each piece by itself on its own day. `record` is what is known with them.
    #[must_use]
    pub fn effects(&self, record: &Record, news: &[Event]) -> Vec<PostEffect> {
        // The committees stay as they are: only what their words mean changes.
        let after = self.read_against(Arc::new(record.directory()));
        let of = |(at, event): (usize, &Event)| {
            let said = event.on?;
            let on = said.earliest();
            let eve = on.yesterday().unwrap_or(on);
            let posts = touched_posts(&after.directory, std::slice::from_ref(event))?;
            let before = touched_posts(&self.directory, std::slice::from_ref(event)).unwrap_or_default();
            Some(PostEffect {
                event: u32::try_from(at).unwrap_or(u32::MAX),
                on: said,
                before: holders(&self.directory, &before, eve),
                held_before: before.iter().any(|post| self.directory.posts[*post].ever_held_by(eve)),
                after: holders(&after.directory, &posts, on),
                known: !before.is_empty(),
                seats: self.seats_moved(&after, &posts, on),
            })
        };
        news.iter().enumerate().filter_map(of).collect()
    }

    /// The seats that the news move, each on the first day on which that shows: the day of the news, or that of a later
    /// decision that seats the post.
    fn seats_moved(&self, after: &Self, posts: &[usize], on: Day) -> Vec<SeatEffect> {
        let mut moved: Vec<SeatEffect> = Vec::new();
        for committee in &self.committees {
            if after.wordings_through(committee, posts).is_empty() {
                continue;
            }
            let seated = committee.seats.iter().map(|stretch| stretch.from).filter(|from| *from > on);
            let days: BTreeSet<Day> = seated.chain([on]).collect();
            for day in days {
                // The news alone are looked at: both sides are of the same day, so that no decision of that day shows.
                let (old, new) = (self.composition(committee, day), after.composition(committee, day));
                let of = new.committee.clone();
                let before = seats(old);
                for seat in seats(new) {
                    let sat = before.iter().find(|known| known.id == seat.id).map(|known| sitting(&known.holders));
                    let (before, sits) = (sat.unwrap_or_default(), sitting(&seat.holders));
                    if before != sits && moved.iter().all(|known| known.seat != seat.id) {
                        moved.push(SeatEffect {
                            committee: of.clone(),
                            seat: seat.id,
                            on: day,
                            role: seat.role,
                            as_written: seat.as_written,
                            before,
                            after: sits,
                        });
                    }
                }
            }
        }
        moved
    }
}

/// The seats of a committee and of the bodies inside it.
fn seats(composition: Composition) -> Vec<SeatOn> {
    let inner = composition.sub_bodies.into_iter().flat_map(|body| body.seats);
    composition.seats.into_iter().chain(inner).collect()
}

fn sitting(holders: &[Holder]) -> Vec<String> {
    holders.iter().filter_map(|holder| holder.person.clone().or_else(|| holder.in_words())).collect()
}

fn holders(directory: &Directory, posts: &[usize], on: Day) -> Vec<String> {
    let held = posts.iter().flat_map(|post| directory.posts[*post].holders_on(on));
    held.map(|held| held.person.clone()).collect()
}
