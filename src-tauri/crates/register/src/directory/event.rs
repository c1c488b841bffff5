//! What happens to organizations, posts and the people in them, as it is recorded.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::date::{Day, PartialDate};
use crate::id::Id;
use crate::text;

/// One fact of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Made when it is recorded. What an event makes (an organization, a post, a term in a post) is known by
    /// the id of the event that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// When it took effect; `None` where it was so before anything the register knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// What happened.
    #[serde(flatten)]
    pub change: Change,
    /// Where this is known from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Sourced>,
}

/// The document or the note that a fact of the directory rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Sourced {
    /// A paper.
    Document {
        /// Number and symbol.
        decision: String,
        /// Day of issue.
        #[serde(default)]
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        /// The body above it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// The post, where a post is founded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        post: Option<String>,
        /// Whether the post has several holders by nature.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        several: bool,
        /// Other names under which papers know it: "Sở TT-TT".
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<String>,
    },
    /// An organization takes another name.
    Rename {
        /// The organization, under its old name.
        organization: String,
        /// The new name.
        name: String,
        /// Other names under which papers know it from now on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
        /// The kind of the new one; that of the old one where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        /// The post at its head.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        post: Option<String>,
    },
    /// An organization ends with its posts, or, with `post`, one post.
    End {
        /// The organization.
        organization: String,
        /// The post.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        post: Option<String>,
    },
    /// Somebody begins to hold a post (bổ nhiệm, bầu).
    Appoint(Holding),
    /// Somebody acts in it (quyền).
    Act(Holding),
    /// Somebody is put in charge of it (giao phụ trách).
    TakeCharge(Holding),
    /// The field that a holder looks after changes (phân công lĩnh vực).
    Assign(Holding),
    /// Somebody leaves it; without a person, whoever holds it.
    Relieve {
        /// The post's title.
        post: String,
        /// Its organization.
        organization: String,
        /// Who leaves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<String>,
        /// The person, where a name is not enough.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person_id: Option<Id>,
    },
    /// An organization sends somebody to a committee (công văn cử người). A later letter for the same seat
    /// takes the place of an earlier one.
    Nominate {
        /// The committee, by name or id.
        committee: String,
        /// Who is sent.
        person: String,
        /// The person, where a name is not enough.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person_id: Option<Id>,
        /// The role, where two seats of the committee wait for somebody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<String>,
        /// The organization that sends, likewise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        organization: Option<String>,
        /// The post of who is sent, as the letter has it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        post: Option<String>,
    },
    /// Two records of one person are one: by name, or by the id of a person told apart.
    SamePerson {
        /// The record that goes up in the other.
        person: String,
        /// The one that goes on.
        into: String,
    },
    /// A name that two people bear: what one decision, or one post, says of it means another person.
    TellApart {
        /// The name.
        person: String,
        /// The other person.
        person_id: Id,
        /// The decision that names that one, by number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<String>,
        /// Or the organization in which that one holds a post.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        organization: Option<String>,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_id: Option<Id>,
    /// The field that the holder looks after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portfolio: Option<String>,
}

/// Why a written event is none. What it lacks is named, so that a person can mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("event {n}: {why}")]
pub struct BadEvent {
    /// Its place in the list, from 1.
    pub n: usize,
    /// What is wrong with it.
    pub why: String,
}

/// Events as they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadEvents {
    /// The events.
    pub events: Vec<Event>,
    /// Keys that no event of their kind has, with the place of the event, from 1: left aside.
    pub unknown: Vec<(usize, String)>,
}

/// Reads events as a person or a script writes them. What is left aside is answered too: the caller says so.
///
/// # Errors
/// [`BadEvent`] at the first that lacks a key it needs, names an unknown event, or has a date of no calendar.
pub fn read_events(written: &[Value]) -> Result<ReadEvents, BadEvent> {
    let mut read = ReadEvents::default();
    for (at, value) in written.iter().enumerate() {
        let bad = |why: String| BadEvent { n: at + 1, why };
        let mut keys = value.as_object().cloned().ok_or_else(|| bad("not an object".to_owned()))?;
        // A key that is null is a key left out.
        keys.retain(|_, value| !value.is_null());
        // Nobody is appointed, and nothing founded, without a name.
        let blank = |value: &Value| value.as_str().is_some_and(|text| text::tidy(text).is_empty());
        if let Some((key, _)) = keys.iter().find(|(key, value)| NAMES.contains(&key.as_str()) && blank(value)) {
            return Err(bad(format!("`{key}` is empty")));
        }
        let event: Event =
            serde_json::from_value(Value::Object(keys.clone())).map_err(|error| bad(error.to_string()))?;
        read.unknown.extend(left_aside(&keys, &event).map(|key| (at + 1, key)));
        read.events.push(event);
    }
    Ok(read)
}

/// Keys that name somebody or something.
const NAMES: [&str; 7] = ["organization", "post", "person", "into", "name", "committee", "kind"];

/// The keys that did not come back.
fn left_aside<'a>(keys: &'a Map<String, Value>, event: &Event) -> impl Iterator<Item = String> + 'a {
    let known = serde_json::to_value(event).unwrap_or_default();
    let empty = |value: &Value| match value {
        Value::Bool(value) => !value,
        Value::Array(values) => values.is_empty(),
        _ => false,
    };
    keys.iter()
        .filter(move |(key, value)| known.get(key.as_str()).is_none() && !empty(value))
        .map(|(key, _)| key.clone())
}

impl Change {
    /// The person whom it names, with the id where a name is not enough.
    #[must_use]
    pub fn person(&self) -> Option<(&str, Option<&Id>)> {
        match self {
            Self::Appoint(holding) | Self::Act(holding) | Self::TakeCharge(holding) | Self::Assign(holding) => {
                Some((&holding.person, holding.person_id.as_ref()))
            }
            Self::Nominate { person, person_id, .. } => Some((person, person_id.as_ref())),
            _ => None,
        }
    }

    /// The organization whose life or posts it changes, by name.
    #[must_use]
    pub fn organization(&self) -> Option<&str> {
        match self {
            Self::Found { organization, .. }
            | Self::Rename { organization, .. }
            | Self::Merge { organization, .. }
            | Self::Split { organization, .. }
            | Self::End { organization, .. }
            | Self::Relieve { organization, .. } => Some(organization),
            Self::Appoint(holding) | Self::Act(holding) | Self::TakeCharge(holding) | Self::Assign(holding) => {
                Some(&holding.organization)
            }
            Self::Nominate { organization, .. } => organization.as_deref(),
            Self::SamePerson { .. } | Self::TellApart { .. } | Self::Milestone { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn a_key_that_no_event_of_its_kind_has_is_told() {
        let written = json!([
            { "event": "appoint", "post": "Giám đốc", "organization": "Sở Y tế", "person": "Lò Văn An",
              "on": "2020-01", "into": null, "phone": "1" },
            { "event": "found", "organization": "Sở Y tế", "several": false },
        ]);
        let ReadEvents { events, unknown } = read_events(written.as_array().unwrap()).unwrap();
        assert_eq!(events.len(), 2);
        assert_eq!(unknown, [(1, "phone".to_owned())]);
    }

    #[test]
    fn an_event_that_lacks_what_it_needs_is_refused_by_its_place() {
        for (written, word) in [
            (json!([{ "event": "milestone", "what": "a" }, { "event": "appoint", "post": "b" }]), "organization"),
            (json!([{ "event": "milestone", "what": "a" }, { "event": "sing" }]), "sing"),
            (
                json!([{ "event": "milestone", "what": "a" }, { "event": "milestone", "what": "b", "on": "2020-13" }]),
                "date",
            ),
        ] {
            let bad = read_events(written.as_array().unwrap()).unwrap_err();
            assert_eq!(bad.n, 2, "{bad}");
            assert!(bad.why.contains(word), "{bad}");
        }
    }
}
