//! What news of the directory would change: who comes into a post, and which seats of which committees that fills or
//! empties. Nothing is taken in; a person looks at it before it is recorded.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::changes::touched_posts;
use crate::composition::{CommitteeOn, Fold, Holder, SeatOn};
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
    /// The first day of the change.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Day,
    /// Who holds the post on the eve.
    pub before: Vec<String>,
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
            let on = event.on.map(PartialDate::earliest)?;
            let posts = touched_posts(&after.directory, std::slice::from_ref(event))?;
            let before = touched_posts(&self.directory, std::slice::from_ref(event)).unwrap_or_default();
            Some(PostEffect {
                event: u32::try_from(at).unwrap_or(u32::MAX),
                on,
                before: holders(&self.directory, &before, on.yesterday().unwrap_or(on)),
                after: holders(&after.directory, &posts, on),
                known: !before.is_empty(),
                seats: self.seats_moved(&after, &posts, on),
            })
        };
        news.iter().enumerate().filter_map(of).collect()
    }

    fn seats_moved(&self, after: &Self, posts: &[usize], on: Day) -> Vec<SeatEffect> {
        let mut moved = Vec::new();
        for committee in &self.committees {
            if after.wordings_through(committee, posts).is_empty() {
                continue;
            }
            // The news alone are looked at: both sides are of the same day, so that no decision of that day shows.
            let (old, new) = (self.composition(committee, on), after.composition(committee, on));
            let all = |composition: crate::Composition| {
                let inner = composition.sub_bodies.into_iter().flat_map(|body| body.seats);
                composition.seats.into_iter().chain(inner).collect::<Vec<SeatOn>>()
            };
            let before = all(old);
            for seat in all(new.clone()) {
                let sat = before.iter().find(|known| known.id == seat.id).map(|known| sitting(&known.holders));
                let (before, sits) = (sat.unwrap_or_default(), sitting(&seat.holders));
                if before != sits {
                    moved.push(SeatEffect {
                        committee: new.committee.clone(),
                        seat: seat.id,
                        role: seat.role,
                        as_written: seat.as_written,
                        before,
                        after: sits,
                    });
                }
            }
        }
        moved
    }
}

fn sitting(holders: &[Holder]) -> Vec<String> {
    holders.iter().filter_map(|holder| holder.person.clone().or_else(|| holder.in_words())).collect()
}

fn holders(directory: &Directory, posts: &[usize], on: Day) -> Vec<String> {
    let held = posts.iter().flat_map(|post| directory.posts[*post].holders_on(on));
    held.map(|held| held.person.clone()).collect()
}
