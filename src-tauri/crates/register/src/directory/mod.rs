//! Organizations and posts with lives of their own, and who holds which post: computed from recorded events.

mod event;
mod lookup;
mod memo;
mod people;
mod replay;

pub use event::{BadEvent, Change, Event, Holding, ReadEvents, Sourced, read_events};
pub use lookup::Resolved;
pub use people::{Mention, People, PersonKey};
pub(crate) use replay::surely_over;

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::date::{Day, PartialDate, Period};
use crate::decision::Citation;
use crate::draft::ClassRule;
use crate::id::Id;
use crate::record::Pack;
use crate::role::Rank;
use crate::text;

/// An organization over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// The id of the event that founded it.
    pub id: Id,
    /// sở, quận, cục …
    pub kind: Option<String>,
    /// The body above it, as written.
    pub parent: Option<String>,
    /// Its names, each with the days on which it was borne.
    pub names: Vec<Name>,
    /// Other names under which papers know it.
    pub also: Vec<String>,
    /// From its founding to its end.
    pub life: Period,
    /// Where its founding is known from.
    pub founded_by: Option<Arc<Citation>>,
    /// What it was split out of.
    pub split_from: Option<usize>,
    /// What it was merged into: proposed as successor, never applied.
    pub successor: Option<usize>,
    /// Where its end is known from.
    pub ended_by: Option<Arc<Citation>>,
    /// All the forms under which a text may name it, compared.
    forms: Vec<String>,
    /// The body above it, compared.
    above: Option<String>,
    /// Its kind, compared.
    kind_compared: Option<String>,
}

/// A name of an organization.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The name compared.
    compared: String,
    /// The days on which it was borne.
    pub period: Period,
    /// Where it is known from.
    pub citation: Option<Arc<Citation>>,
}

impl Organization {
    /// Its name on a day; outside its life the nearest one.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        self.named_on(day).map_or("", |name| &name.name)
    }

    /// The same, compared.
    fn compared_on(&self, day: Day) -> &str {
        self.named_on(day).map_or("", |name| &name.compared)
    }

    fn named_on(&self, day: Day) -> Option<&Name> {
        let held = self.names.iter().find(|name| name.period.holds(day));
        let before = || self.names.iter().rev().find(|name| name.period.from.is_none_or(|from| from <= day));
        held.or_else(before).or_else(|| self.names.first())
    }

    /// Whether it was over by a day.
    #[must_use]
    pub fn ended_by(&self, day: Day) -> bool {
        self.life.to.is_some_and(|to| to <= day)
    }
}

/// A post over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// The id of the event that founded it, or of the first appointment to it.
    pub id: Id,
    /// Giám đốc, Chủ tịch UBND …
    pub title: String,
    /// The title compared.
    pub(crate) title_key: String,
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
    /// The id of the event that began it.
    pub id: Id,
    /// The person's name, as the appointment has it.
    pub person: String,
    /// The person.
    pub key: PersonKey,
    /// In which capacity.
    pub capacity: Capacity,
    /// The fields that the holder looks after, each from a day on.
    pub portfolios: Vec<(Option<Day>, String)>,
    /// The days on which the register can vouch for it.
    pub period: Period,
    /// When it began, as far as it is known: 2014 is some day of 2014.
    pub since: Option<PartialDate>,
    /// When it ended, as far as it is known.
    pub until: Option<PartialDate>,
    /// The appointment.
    pub citation: Option<Arc<Citation>>,
    /// What ended it.
    pub ended_by: Option<Arc<Citation>>,
}

impl Incumbency {
    /// The field that the holder looks after on a day.
    #[must_use]
    pub fn portfolio_on(&self, day: Day) -> Option<&str> {
        let held = self.portfolios.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= day));
        held.map(|(_, portfolio)| portfolio.as_str())
    }

    /// Whether the holder has looked after a field by a day, which is given as [`text::key`] writes it.
    #[must_use]
    pub fn ever_looked_after(&self, field: &str, by: Day) -> bool {
        let ended = |at: usize| self.portfolios.get(at + 1).and_then(|(next, _)| *next).or(self.period.to);
        self.portfolios.iter().enumerate().any(|(at, (from, own))| {
            let from = from.max(&self.period.from);
            // Told and taken back on one day, it was never his.
            let held = ended(at).is_none_or(|to| from.is_none_or(|from| from < to));
            held && from.is_none_or(|from| from <= by) && text::key(own) == field
        })
    }

    /// The person's id, where the register tells two of one name apart.
    #[must_use]
    pub fn person_id(&self) -> Option<Id> {
        self.key.id()
    }
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

/// Somebody sent to a committee by a letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Nomination {
    /// The committee, by id or by name, compared.
    pub committee: String,
    /// The committee, as written.
    pub committee_words: String,
    /// The role, compared, where the letter says it.
    pub role: Option<String>,
    /// The organization that sends, compared, where the letter says it.
    pub organization: Option<String>,
    /// The organization, as written.
    pub organization_words: Option<String>,
    /// Who is sent.
    pub person: String,
    /// The person.
    pub key: PersonKey,
    /// The post of who is sent.
    pub post: Option<String>,
    /// Since when.
    pub from: Option<Day>,
    /// The letter.
    pub citation: Option<Arc<Citation>>,
}

/// A name that an organization bears, in the form in which it is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Form {
    organization: usize,
    /// Since when; `None` for as long as the register knows the organization.
    from: Option<Day>,
}

/// A class of posts by a wording.
#[derive(Clone, Debug, PartialEq)]
struct Class {
    period: Period,
    rule: ClassRule,
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
    /// Who is one person.
    pub people: People,
    /// Who was sent to committees, by the days of the letters.
    pub nominations: Vec<Nomination>,
    /// Days worth seeing.
    pub milestones: Vec<Milestone>,
    /// Events that name something the record does not know (yet).
    pub unsettled: Vec<Event>,
    /// A form of a name → the organizations that ever bore it, each from when on.
    by_form: HashMap<String, Vec<Form>>,
    /// An organization → title compared → post.
    post_of: HashMap<usize, HashMap<String, usize>>,
    /// A post's id → the post.
    by_id: HashMap<Id, usize>,
    /// A title compared → its posts, in the order of their founding.
    posts_titled: HashMap<String, Vec<usize>>,
    /// A wording compared → the classes that papers mean by it.
    classes: HashMap<String, Vec<Class>>,
    /// A role compared → its rank.
    ranks: HashMap<String, Rank>,
    /// What was worked out of words so far.
    memo: memo::Memo,
    /// Which directory this is, among all that were ever made.
    version: Version,
}

/// A number that no other directory of this run has: what was worked out by one is not taken for another's.
#[derive(Clone, Copy, Debug)]
struct Version(u64);

impl Default for Version {
    fn default() -> Self {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        Self(NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
    }
}

/// Two directories that say the same are the same, whenever they were made.
impl PartialEq for Version {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Directory {
    /// Replays the events in the order of their days, so that the order of recording does not matter, and
    /// takes the words of packs in.
    #[must_use]
    pub fn of<'a>(events: &[Event], packs: impl IntoIterator<Item = &'a Pack>) -> Self {
        let mut directory = replay::replay(events);
        for pack in packs {
            for class in &pack.classes {
                let period =
                    Period { from: class.from.map(PartialDate::earliest), to: class.to.map(replay::surely_over) };
                let rule = ClassRule { post: class.post.clone(), organization_kind: class.organization_kind.clone() };
                directory.classes.entry(text::shorten(&class.name)).or_default().push(Class { period, rule });
            }
            directory.ranks.extend(pack.ranks.iter().map(|known| (text::fold(&known.role), known.rank)));
        }
        directory
    }

    /// Which directory this is, among all that were ever made.
    pub(crate) fn version(&self) -> u64 {
        self.version.0
    }

    /// The days on which an organization begins, ends or changes its name.
    pub(crate) fn changes_of(&self, organization: usize) -> impl Iterator<Item = Day> + '_ {
        let organization = &self.organizations[organization];
        let periods = organization.names.iter().map(|name| name.period).chain([organization.life]);
        periods.flat_map(|period| [period.from, period.to]).flatten()
    }

    /// The post of a title in an organization, if it was ever recorded.
    #[must_use]
    pub fn post(&self, organization: usize, title: &str) -> Option<usize> {
        self.post_of.get(&organization)?.get(&title_key(title)).copied()
    }

    /// The post of an id.
    #[must_use]
    pub fn post_by_id(&self, id: &Id) -> Option<&Post> {
        self.by_id.get(id).map(|at| &self.posts[*at])
    }

    /// The post of an id, as a place in [`Self::posts`].
    pub(crate) fn post_index(&self, id: &Id) -> Option<usize> {
        self.by_id.get(id).copied()
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

    /// The rank of a role: as a pack has it, else as its words tell.
    #[must_use]
    pub fn rank(&self, role: Option<&str>) -> Rank {
        let Some(words) = role else { return Rank::of(None) };
        self.memo.rank(words, || {
            let known = if self.ranks.is_empty() { None } else { self.ranks.get(&text::fold(words)) };
            known.copied().unwrap_or_else(|| Rank::of(role))
        })
    }

    /// The rule that the words of a class say by themselves.
    #[must_use]
    pub(crate) fn class_rule(&self, position: &str) -> Option<std::sync::Arc<ClassRule>> {
        self.memo.class_rule(position)
    }

    /// The rule that papers mean by a wording on a day, where a pack says it.
    #[must_use]
    pub fn class_of(&self, wording: &str, day: Day) -> Option<&ClassRule> {
        if self.classes.is_empty() {
            return None;
        }
        let known = self.classes.get(&text::shorten(wording))?;
        known.iter().find(|class| class.period.holds(day)).map(|class| &class.rule)
    }

    /// Every rule that papers ever meant by the wording of a class, whatever the day.
    pub(crate) fn rules_of<'a>(
        &'a self,
        wording: &str,
        rule: Option<&'a ClassRule>,
    ) -> impl Iterator<Item = &'a ClassRule> {
        let known = if self.classes.is_empty() { None } else { self.classes.get(&text::shorten(wording)) };
        known.into_iter().flatten().map(|class| &class.rule).chain(rule)
    }

    /// The days on which what papers mean by a wording may change.
    #[must_use]
    pub(crate) fn class_cuts(&self, wording: &str) -> Vec<Day> {
        if self.classes.is_empty() {
            return Vec::new();
        }
        let known = self.classes.get(&text::shorten(wording)).map_or(&[][..], Vec::as_slice);
        known.iter().flat_map(|class| [class.period.from, class.period.to]).flatten().collect()
    }
}

/// Titles compared: "Chủ tịch UBND" of a district and its "Chủ tịch" are one post.
pub(crate) fn title_key(title: &str) -> String {
    let words = text::shorten(title);
    words.split(' ').filter(|word| *word != "ubnd").collect::<Vec<_>>().join(" ")
}
