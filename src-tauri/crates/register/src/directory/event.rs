//! What happens to organizations, posts and the people in them, as it is recorded.

use serde::{Deserialize, Serialize};

use crate::date::{Day, PartialDate};
use crate::id::Id;

/// One fact of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it took effect; `None` where it was so before anything the register knows.
    #[serde(default)]
    pub on: Option<PartialDate>,
    /// What happened.
    #[serde(flatten)]
    pub change: Change,
    /// Where this is known from.
    #[serde(default)]
    pub citation: Option<Sourced>,
}

/// The document or the note that a fact of the directory rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sourced {
    /// A paper.
    Document {
        /// Number and symbol.
        decision: String,
        /// Day of issue.
        #[serde(default)]
        date: Option<Day>,
        /// Article.
        #[serde(default)]
        place: Option<String>,
    },
    /// A note of the office.
    Note {
        /// Its words.
        note: String,
    },
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Change {
    /// An organization begins, or, with `post`, a post in it.
    Found {
        /// The organization.
        organization: String,
        /// sở, quận, cục …
        #[serde(default)]
        kind: Option<String>,
        /// The body above it.
        #[serde(default)]
        parent: Option<String>,
        /// The post, where a post is founded.
        #[serde(default)]
        post: Option<String>,
        /// Whether the post has several holders by nature.
        #[serde(default)]
        several: bool,
        /// Other names under which papers know it: "Sở TT-TT".
        #[serde(default)]
        also: Vec<String>,
    },
    /// An organization takes another name.
    Rename {
        /// The organization, under its old name.
        organization: String,
        /// The new name.
        name: String,
        /// Other names under which papers know it from now on.
        #[serde(default)]
        also: Vec<String>,
    },
    /// An organization ends in another, which goes on.
    Merge {
        /// The one that ends.
        organization: String,
        /// The one that goes on: a proposed successor, never applied.
        into: String,
    },
    /// A new organization is split out of one that goes on.
    Split {
        /// The one that goes on.
        organization: String,
        /// The new one.
        into: String,
        /// The kind of the new one.
        #[serde(default)]
        kind: Option<String>,
        /// The post at its head.
        #[serde(default)]
        post: Option<String>,
    },
    /// An organization ends with its posts, or, with `post`, one post.
    End {
        /// The organization.
        organization: String,
        /// The post.
        #[serde(default)]
        post: Option<String>,
    },
    /// Somebody begins to hold a post (bổ nhiệm, bầu).
    Appoint(Holding),
    /// Somebody acts in it (quyền).
    Act(Holding),
    /// Somebody is put in charge of it (giao phụ trách).
    TakeCharge(Holding),
    /// Somebody leaves it; without a person, whoever holds it.
    Relieve {
        /// The post's title.
        post: String,
        /// Its organization.
        organization: String,
        /// Who leaves.
        #[serde(default)]
        person: Option<String>,
    },
    /// A day that the office wants to see on the time strip.
    Milestone {
        /// A few words.
        what: String,
    },
}

/// Who holds which post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holding {
    /// The post's title.
    pub post: String,
    /// Its organization.
    pub organization: String,
    /// The person's name.
    pub person: String,
    /// The person, where a name is not enough.
    #[serde(default)]
    pub person_id: Option<Id>,
    /// The field that the holder looks after.
    #[serde(default)]
    pub portfolio: Option<String>,
}
