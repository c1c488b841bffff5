//! A body that can be asked for: a committee, or a sub-body of one.

use super::answer::{CommitteeOn, Composition, State};
use super::committee::Committee;
use super::{Fold, on_date};
use crate::date::Day;
use crate::id::Id;
use crate::text;

/// A committee, or a sub-body by its identity.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// The committee itself.
    Committee(&'a Committee),
    /// One of its sub-bodies.
    Part(&'a Committee, &'a Id),
}

impl<'a> Body<'a> {
    /// The committee that it is, or is a part of.
    #[must_use]
    pub fn committee(self) -> &'a Committee {
        match self {
            Self::Committee(committee) | Self::Part(committee, _) => committee,
        }
    }

    /// Its newest name.
    #[must_use]
    pub fn name(self) -> &'a str {
        match self {
            Self::Committee(committee) => committee.names.last().map_or("", |(_, name)| name),
            Self::Part(committee, id) => committee.part(id).map_or("", |body| &body.what.1),
        }
    }
}

impl Committee {
    fn part(&self, id: &Id) -> Option<&super::Stretch<(Id, String)>> {
        self.sub_bodies.iter().find(|body| body.what.0 == *id)
    }
}

impl Fold {
    /// The bodies that a text may mean: by id, by the whole of a name it ever had, else by a part of one; marks
    /// may be left out. Committees come before sub-bodies of as good a name.
    #[must_use]
    pub fn find_bodies(&self, wanted: &str) -> Vec<Body<'_>> {
        let committees = || self.find_committees(wanted).into_iter().map(Body::Committee);
        let folded = text::fold(wanted);
        let whole = |committee: &&Committee| committee.names.iter().any(|(_, name)| text::fold(name) == folded);
        if self.find_committees(wanted).iter().any(|c| whole(c) || c.ids.iter().any(|id| id.as_str() == wanted)) {
            return committees().collect();
        }
        let parts = |is_meant: &dyn Fn(&(Id, String)) -> bool| {
            let mut found: Vec<Body<'_>> = Vec::new();
            for committee in &self.committees {
                let mut seen: Vec<&Id> = Vec::new();
                for body in committee.sub_bodies.iter().filter(|body| is_meant(&body.what)) {
                    if !seen.contains(&&body.what.0) {
                        seen.push(&body.what.0);
                        found.push(Body::Part(committee, &body.what.0));
                    }
                }
            }
            found
        };
        let exact = parts(&|(id, name)| id.as_str() == wanted || text::fold(name) == folded);
        if !exact.is_empty() {
            return exact;
        }
        let found: Vec<Body<'_>> = committees().collect();
        if !found.is_empty() || folded.is_empty() {
            return found;
        }
        parts(&|(_, name)| text::fold(name).contains(&folded))
    }

    /// Who sits in a body on a day.
    #[must_use]
    pub fn composition_of(&self, body: Body<'_>, on: Day) -> Composition {
        match body {
            Body::Committee(committee) => self.composition(committee, on),
            Body::Part(committee, id) => self.composition_of_part(committee, id, on),
        }
    }

    fn composition_of_part(&self, committee: &Committee, id: &Id, on: Day) -> Composition {
        let whole = self.composition(committee, on);
        let own: Vec<_> = committee.sub_bodies.iter().filter(|body| body.what.0 == *id).collect();
        let state = match whole.state {
            State::Active | State::Suspended if own.iter().any(|body| body.holds(on)) => whole.state,
            _ if own.iter().all(|body| on < body.from) => State::NotYet,
            _ => State::Ended,
        };
        let name = own.first().map(|body| body.what.1.clone()).unwrap_or_default();
        let part = whole.sub_bodies.into_iter().find(|part| part.id == *id);
        let mut answer = on_date::empty(CommitteeOn { id: id.clone(), name }, on, state);
        if let Some(part) = part {
            answer.heads = Some(part.heads);
            answer.seats = part.seats;
            answer.sources = on_date::sources(&answer, None);
            answer.flags = on_date::flags_of_seats(&answer.seats);
        } else {
            answer.ended_by = own.last().and_then(|body| body.ended_by.clone()).or(whole.ended_by);
        }
        answer
    }
}
