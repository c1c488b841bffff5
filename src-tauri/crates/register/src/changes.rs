//! What recording something changes of the derived rows, without deriving them all again. Each function takes
//! the new in, and answers the rows that go and come; a property test holds the rows so kept against those of
//! a fresh fold.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::composition::{Committee, Fold, Stretch, split_portfolio};
use crate::decision::{Decision, Occupant, Seat};
use crate::directory::{Change, Directory, Event};
use crate::record::Record;
use crate::rows::{RowChanges, Rows};

impl Fold {
    /// Takes a decision in: only the committees of its story change.
    pub fn take_decision(&mut self, decision: &Arc<Decision>) -> RowChanges {
        let old: Vec<Committee> = self.add(decision);
        let new = self.story_of(self.decisions.len() - 1);
        let mut before: Rows = old.iter().flat_map(|committee| self.rows_besides(committee, &new)).collect();
        let old: Vec<&Committee> = old.iter().collect();
        let mut after: Rows = new.iter().flat_map(|committee| self.rows_besides(committee, &old)).collect();
        after.extend(self.rows_of_decision(decision));
        // Rows that stay are taken out of both sides already, but for the few that cannot be told so early.
        before.retain(|row| !after.remove(row));
        RowChanges { gone: before.into_iter().collect(), come: after.into_iter().collect() }
    }

    /// The rows of a committee, without those of people named in stretches that another telling of the same
    /// committee has too: a long history is not derived twice to find that it stayed as it was.
    fn rows_besides(&self, committee: &Committee, others: &[&Committee]) -> Rows {
        let same = |other: &&&Committee| {
            other.id == committee.id
                && other.names == committee.names
                && other.lives == committee.lives
                && other.sub_bodies == committee.sub_bodies
        };
        let Some(other) = others.iter().find(same) else { return self.rows_of_committee(committee) };
        let known: HashMap<_, _> =
            other.seats.iter().map(|stretch| ((&stretch.what.seat, stretch.from), stretch)).collect();
        self.rows_of_stretches(committee, &|stretch| {
            let named = matches!(stretch.what.occupant, Occupant::Named { .. });
            let stays = known
                .get(&(&stretch.what.seat, stretch.from))
                .is_some_and(|known| known.to == stretch.to && known.what == stretch.what && known.by == stretch.by);
            !(named && stays)
        })
    }

    /// Takes news of the directory in: `record` is what is known with them. Who comes into or leaves a post
    /// changes the committees that seat that post; any other news may change how every wording is read.
    pub fn take_news(&mut self, record: &Record, news: &[Event]) -> RowChanges {
        let directory = Arc::new(record.directory());
        // A post that the news make is one only in the new directory, so both are asked.
        let (old_posts, new_posts) = (touched_posts(&self.directory, news), touched_posts(&directory, news));
        let old = std::mem::replace(&mut self.directory, directory);
        if let (Some(old_posts), Some(new_posts)) = (&old_posts, &new_posts) {
            let after = self.rows_through(new_posts);
            let new = std::mem::replace(&mut self.directory, old);
            let before = self.rows_through(old_posts);
            self.directory = new;
            return RowChanges::between(&before, &after);
        }
        let people =
            news.iter().any(|event| matches!(event.change, Change::SamePerson { .. } | Change::TellApart { .. }));
        let rows = |fold: &Self| {
            let mut rows = fold.directory.rows();
            rows.extend(fold.committees.iter().flat_map(|committee| fold.rows_of_committee(committee)));
            if people {
                rows.extend(fold.decisions.iter().flat_map(|decision| fold.rows_of_decision(decision)));
            }
            rows
        };
        let after = rows(self);
        let new = std::mem::replace(&mut self.directory, old);
        let before = rows(self);
        self.directory = new;
        RowChanges::between(&before, &after)
    }

    /// All rows that say who holds some posts, and who sits through them.
    fn rows_through(&self, posts: &[usize]) -> Rows {
        let mut rows = self.directory.rows_of_posts(posts);
        for committee in &self.committees {
            let words = self.wordings_through(committee, posts);
            if words.is_empty() {
                continue;
            }
            let through =
                |stretch: &Stretch<Seat>| follows(&stretch.what).is_some_and(|position| words.contains(position));
            rows.extend(self.rows_of_terms(committee, &through, Some(posts)));
        }
        rows
    }

    /// The wordings of a committee's seats that may mean one of some posts on some day.
    pub(crate) fn wordings_through<'a>(&self, committee: &'a Committee, posts: &[usize]) -> HashSet<&'a str> {
        let directory = &self.directory;
        let mut asked: HashMap<&str, bool> = HashMap::new();
        for seat in committee.seats.iter().map(|stretch| &stretch.what) {
            let Some(position) = follows(seat) else { continue };
            asked.entry(position).or_insert_with(|| match &seat.occupant {
                Occupant::Class { rule, .. } => directory
                    .rules_of(position, rule.as_ref())
                    .any(|rule| posts.iter().any(|post| directory.is_in_class(*post, rule, &committee.office))),
                _ => {
                    let organizations = directory.readings(split_portfolio(position).0, &committee.office);
                    posts.iter().any(|post| organizations.contains(&directory.posts[*post].organization))
                }
            });
        }
        asked.into_iter().filter(|(_, through)| *through).map(|(position, _)| position).collect()
    }

    /// Takes anything else in: what is known is folded anew.
    pub fn take_anew(&mut self, record: &Record) -> RowChanges {
        let before = self.rows();
        *self = Self::of(record);
        RowChanges::between(&before, &self.rows())
    }
}

/// The wording of a seat that goes with who holds a post.
fn follows(seat: &Seat) -> Option<&str> {
    match &seat.occupant {
        Occupant::Named { position, .. } => position.as_deref().filter(|_| seat.follows_post),
        Occupant::Nominated { .. } => None,
        Occupant::Post { position } | Occupant::Portfolio { position } | Occupant::Class { position, .. } => {
            Some(position)
        }
    }
}

/// The posts of a directory that news are about, where they are about nothing but who holds which post, at
/// organizations that are known; `None` where more may change.
pub(crate) fn touched_posts(directory: &Directory, news: &[Event]) -> Option<Vec<usize>> {
    let mut posts = Vec::new();
    for event in news {
        let (organization, title) = match &event.change {
            Change::Appoint(holding) | Change::Act(holding) | Change::TakeCharge(holding) | Change::Assign(holding) => {
                (&holding.organization, &holding.post)
            }
            Change::Relieve { organization, post, .. } => (organization, post),
            Change::Milestone { .. } => continue,
            _ => return None,
        };
        let bearers = directory.bearers(organization);
        if bearers.is_empty() {
            return None;
        }
        posts.extend(bearers.into_iter().filter_map(|organization| directory.post(organization, title)));
    }
    Some(posts)
}
