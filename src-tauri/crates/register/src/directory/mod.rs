//! Organizations and posts with lives of their own, and who holds which post: computed from recorded events.

mod event;
mod lookup;
mod replay;

pub use event::{Change, Event, Holding, Sourced};
pub use lookup::Resolved;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::{Day, Period};
use crate::decision::Citation;
use crate::text;

/// An organization over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// sở, quận, cục …
    pub kind: Option<String>,
    /// The body above it, as written.
    pub parent: Option<String>,
    /// Its names, each with the days on which it was borne.
    pub names: Vec<(Period, String)>,
    /// Other names under which papers know it.
    pub also: Vec<String>,
    /// From its founding to its end.
    pub life: Period,
    /// What it was merged into: proposed as successor, never applied.
    pub successor: Option<usize>,
    /// Where its end is known from.
    pub ended_by: Option<Citation>,
    /// All the forms under which a text may name it, compared.
    forms: Vec<String>,
}

impl Organization {
    /// Its name on a day; outside its life the nearest one.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        let held = self.names.iter().find(|(period, _)| period.holds(day));
        let before = || self.names.iter().rev().find(|(period, _)| period.from.is_none_or(|from| from <= day));
        held.or_else(before).or_else(|| self.names.first()).map_or("", |(_, name)| name)
    }
}

/// A post over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Giám đốc, Chủ tịch UBND …
    pub title: String,
    /// Its organization.
    pub organization: usize,
    /// Whether it has several holders by nature.
    pub several: bool,
    /// From its founding to its end; the end of its organization ends it too.
    pub life: Period,
    /// Everybody who was ever recorded in it.
    pub incumbencies: Vec<Incumbency>,
}

/// A person in a post over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Incumbency {
    /// The person's name.
    pub person: String,
    /// The person, where a name is not enough.
    pub person_id: Option<crate::Id>,
    /// In which capacity.
    pub capacity: Capacity,
    /// The field that the holder looks after.
    pub portfolio: Option<String>,
    /// The days.
    pub period: Period,
    /// The appointment.
    pub citation: Option<Citation>,
}

/// In which capacity somebody holds a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Capacity {
    /// Appointed to it.
    Incumbent,
    /// Quyền.
    Acting,
    /// Phụ trách.
    InCharge,
}

/// A day that the office wants to see on the time strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Milestone {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: Day,
    /// A few words.
    pub what: String,
}

/// The directory: every organization, post and incumbency that the record knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// Organizations, in the order of their founding.
    pub organizations: Vec<Organization>,
    /// Posts, likewise.
    pub posts: Vec<Post>,
    /// Days worth seeing.
    pub milestones: Vec<Milestone>,
    /// Events that name something the record does not know (yet).
    pub unsettled: Vec<Event>,
    /// (organization, title compared) → post.
    post_of: BTreeMap<(usize, String), usize>,
}

impl Directory {
    /// Replays the events in the order of their days, so that the order of recording does not matter.
    #[must_use]
    pub fn of(events: &[Event]) -> Self {
        replay::replay(events)
    }

    /// The post of a title in an organization, if it was ever recorded.
    #[must_use]
    pub fn post(&self, organization: usize, title: &str) -> Option<usize> {
        self.post_of.get(&(organization, title_key(title))).copied()
    }

    /// The organization of a post.
    #[must_use]
    pub fn organization_of(&self, post: &Post) -> &Organization {
        &self.organizations[post.organization]
    }

    /// Whether a post exists on a day: it and its organization.
    #[must_use]
    pub fn post_exists(&self, post: &Post, day: Day) -> bool {
        post.life.holds(day) && self.organization_of(post).life.holds(day)
    }
}

/// Titles compared: "Chủ tịch UBND" of a district and its "Chủ tịch" are one post.
pub(crate) fn title_key(title: &str) -> String {
    let words = text::shorten(title);
    words.split(' ').filter(|word| *word != "ubnd").collect::<Vec<_>>().join(" ")
}
