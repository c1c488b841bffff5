//! Packs: a directory as a file that a person can read and edit.

use register::directory::{Change, Event, Sourced};
use register::{Day, PartialDate};
use serde::Deserialize;

use crate::failure::Failure;

/// A pack as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: String,
    #[allow(dead_code)] // stated for people; the register keeps what was recorded
    version: u32,
    #[serde(default)]
    organizations: Vec<Group>,
    #[serde(default)]
    events: Vec<Event>,
    #[serde(default)]
    ends: Vec<EndOfKind>,
}

/// Organizations of one kind, with the post at their head.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: String,
    parent: Option<String>,
    post: Option<String>,
    names: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    on: Option<PartialDate>,
    note: String,
}

/// Every organization of some kinds ends on a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndOfKind {
    kinds: Vec<String>,
    on: Day,
    citation: Sourced,
}

/// What a pack says, as events to be recorded.
pub(crate) struct Pack {
    pub title: String,
    pub events: Vec<Event>,
}

/// Reads a pack.
///
/// # Errors
/// `bad_pack` with the line and what is wrong with it.
pub(crate) fn read(text: &str) -> Result<Pack, Failure> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
        Failure::refused("bad_pack", [("line", line.to_string()), ("why", error.message().to_owned())])
    })?;
    let mut events = Vec::new();
    for group in &written.organizations {
        for name in &group.names {
            events.extend(group.found(name));
        }
    }
    events.extend(written.events);
    for end in &written.ends {
        let ended = written.organizations.iter().filter(|group| end.kinds.contains(&group.kind));
        for organization in ended.flat_map(|group| group.names.clone()) {
            events.push(Event {
                on: Some(PartialDate::day(end.on)),
                change: Change::End { organization, post: None },
                citation: Some(end.citation.clone()),
            });
        }
    }
    Ok(Pack { title: written.title, events })
}

impl Group {
    fn found(&self, name: &str) -> Vec<Event> {
        let found = |post: Option<String>| Event {
            on: self.on,
            change: Change::Found {
                organization: name.to_owned(),
                kind: Some(self.kind.clone()),
                parent: self.parent.clone(),
                several: false,
                also: if post.is_none() { self.also.clone() } else { Vec::new() },
                post,
            },
            citation: Some(Sourced::Note { note: self.note.clone() }),
        };
        let organization = std::iter::once(found(None));
        organization.chain(self.post.clone().map(|post| found(Some(post)))).collect()
    }
}
