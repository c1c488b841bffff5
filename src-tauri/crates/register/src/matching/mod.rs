//! From a draft to the register: which of its words the register knows, and what the others may mean.
//!
//! Nothing is guessed. A wording that the register has is known; one that it has nearly, or has twice, is asked, with
//! what it may mean and why. The answer goes into the draft, and with it into the record: whoever replays the record
//! asks nothing again.

mod decisions;
mod near;
mod people;
mod positions;

pub use people::Mentioned;

use serde::{Deserialize, Serialize};

use crate::composition::Fold;
use crate::date::Day;
use crate::decision::home;
use crate::draft::{Act, Draft};
use crate::id::Id;
use crate::text;
use near::Near;

/// A wording of a draft that the register does not simply know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Match {
    /// The field of the draft: `members.3.position`, `committees.0`, `replaces.0`.
    pub field: String,
    /// What kind of thing the words name.
    pub about: About,
    /// The words.
    pub words: String,
    /// What the register knows of them.
    pub found: Found,
    /// What they may mean, the likeliest first.
    pub suggestions: Vec<Suggestion>,
}

/// What a wording names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum About {
    /// A person.
    Person,
    /// A post in an organization.
    Position,
    /// A committee.
    Committee,
    /// A decision.
    Decision,
}

/// What the register knows of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Found {
    /// Nothing, and nothing near it.
    Unknown,
    /// Something written nearly so.
    Near,
    /// A person of that name in another post: the same one, or a namesake?
    Namesake,
    /// Several things.
    Several,
}

impl Found {
    /// Whether a person must answer before it is recorded: who is meant is never guessed.
    #[must_use]
    pub fn must_be_answered(self) -> bool {
        matches!(self, Self::Namesake)
    }
}

/// Something that a wording may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suggestion {
    /// The words to put in the place of those of the draft.
    pub put: String,
    /// What tells it apart: a post, a subject.
    pub detail: Option<String>,
    /// Why it is suggested.
    pub why: Why,
    /// The person, where the register tells two of one name apart.
    pub person_id: Option<Id>,
    /// The decision's day of issue.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub date: Option<Day>,
    /// The decision's issuer.
    pub issuer: Option<String>,
}

/// Why something is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Why {
    /// The words are its short form.
    Abbreviation,
    /// It is written nearly so.
    Spelling,
    /// It has all these words.
    SameWords,
    /// A person of this name, in another post.
    SameName,
    /// A person of this name whom the register does not know yet.
    AnotherPerson,
    /// A decision of this number.
    SameNumber,
}

impl Suggestion {
    fn of(put: impl Into<String>, why: Why) -> Self {
        Self { put: put.into(), detail: None, why, person_id: None, date: None, issuer: None }
    }
}

impl From<Near> for Why {
    fn from(near: Near) -> Self {
        match near {
            Near::Abbreviation => Self::Abbreviation,
            Near::Spelling => Self::Spelling,
            Near::SameWords => Self::SameWords,
        }
    }
}

impl Fold {
    /// The words of a draft that the register does not simply know. `people` is [`Mentioned::of`] this fold.
    #[must_use]
    pub fn matches(&self, draft: &Draft, people: &Mentioned) -> Vec<Match> {
        let Some(issuer) = draft.issuer.as_deref() else { return Vec::new() };
        let (office, day) = (home(issuer), draft.date.unwrap_or(Day::MAX));
        let mut matches = self.committees_of(draft, &office);
        matches.extend(self.references_of(draft, &office));
        let own = draft.members.iter().enumerate().map(|(at, member)| (format!("members.{at}"), member));
        let inner = draft.sub_bodies.iter().enumerate().flat_map(|(body, listed)| {
            let of_body = move |(at, member)| (format!("sub_bodies.{body}.members.{at}"), member);
            listed.members.iter().enumerate().map(of_body)
        });
        for (field, member) in own.chain(inner) {
            matches.extend(people.of_member(self, member, &field, &office, day));
            matches.extend(positions::of_member(&self.directory, member, &field, &office, day));
        }
        matches
    }

    /// The committees whose name the office never gave, though it gave one like it.
    fn committees_of(&self, draft: &Draft, office: &str) -> Vec<Match> {
        let mut matches = Vec::new();
        for (at, name) in draft.committees.iter().enumerate() {
            let wanted = text::shorten(name);
            let own = || self.committees.iter().filter(|committee| committee.office == office);
            let bears = |name: &String| text::shorten(name) == wanted;
            let renamed = draft.act == Some(Act::Rename) && !draft.old_names.iter().any(&bears);
            if renamed || own().any(|committee| committee.names.iter().any(|(_, name)| bears(name))) {
                continue;
            }
            // A new body may be called nearly like an old one; that its name was written wrong is rarer.
            let founds = draft.act == Some(Act::Establish);
            let mut suggestions: Vec<Suggestion> = own()
                .filter_map(|committee| {
                    let (_, known) = committee.names.last()?;
                    let loosely = || near::leaves_out_words(name, known).then_some(Near::SameWords);
                    let near = near::near(name, known, 0.85).or_else(loosely)?;
                    (!founds || near == Near::Spelling).then(|| Suggestion::of(known.clone(), near.into()))
                })
                .collect();
            suggestions.truncate(4);
            if !suggestions.is_empty() {
                let (field, words) = (format!("committees.{at}"), name.clone());
                matches.push(Match { field, about: About::Committee, words, found: Found::Near, suggestions });
            }
        }
        matches
    }
}
