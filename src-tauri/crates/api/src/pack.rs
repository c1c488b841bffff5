//! Packs: a directory, its words and its rules as a file that a person can read and edit.

use register::directory::{Change, Event, Sourced};
use register::record::{DatedRule, Pack, PostClass, RoleRank};
use register::{Day, PartialDate};
use serde::Deserialize;

use crate::failure::Failure;

/// A pack as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    title: String,
    version: u32,
    #[serde(default)]
    organizations: Vec<Group>,
    #[serde(default)]
    events: Vec<Event>,
    #[serde(default)]
    ends: Vec<EndOfKind>,
    #[serde(default)]
    classes: Vec<PostClass>,
    #[serde(default)]
    ranks: Vec<RoleRank>,
    #[serde(default)]
    rules: Vec<DatedRule>,
}

/// Organizations of one kind, with the post at their head.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: String,
    parent: Option<String>,
    post: Option<String>,
    names: Vec<Name>,
    /// For a group of one.
    #[serde(default)]
    also: Vec<String>,
    on: Option<PartialDate>,
    note: String,
}

/// A name, alone or with the forms under which papers know it too.
#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Alone(String),
    Also { name: String, also: Vec<String> },
}

impl Name {
    fn parts(&self) -> (&str, &[String]) {
        match self {
            Self::Alone(name) => (name, &[]),
            Self::Also { name, also } => (name, also),
        }
    }
}

/// Every organization of some kinds ends on a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndOfKind {
    kinds: Vec<String>,
    on: Day,
    citation: Sourced,
}

/// Reads a pack.
///
/// # Errors
/// `bad_pack` with the line and what is wrong with it.
pub(crate) fn read(text: &str) -> Result<Pack, Failure> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        Failure::refused("bad_pack", [("line", line.to_string()), ("why", error.message().to_owned())])
    })?;
    let mut events = Vec::new();
    for group in &written.organizations {
        for name in &group.names {
            let (name, also) = name.parts();
            events.extend(group.found(name, also));
        }
    }
    events.extend(written.events);
    for end in &written.ends {
        let ended = written.organizations.iter().filter(|group| end.kinds.contains(&group.kind));
        for name in ended.flat_map(|group| &group.names) {
            events.push(Event {
                id: None,
                on: Some(PartialDate::day(end.on)),
                change: Change::End { organization: name.parts().0.to_owned(), post: None },
                citation: Some(end.citation.clone()),
            });
        }
    }
    Ok(Pack {
        name: written.name,
        version: written.version,
        title: written.title,
        events,
        classes: written.classes,
        ranks: written.ranks,
        rules: written.rules,
    })
}

impl Group {
    fn found(&self, name: &str, also: &[String]) -> Vec<Event> {
        let also = || self.also.iter().chain(also).cloned().collect();
        let found = |post: Option<String>| Event {
            id: None,
            on: self.on,
            change: Change::Found {
                organization: name.to_owned(),
                kind: Some(self.kind.clone()),
                parent: self.parent.clone(),
                several: false,
                also: if post.is_none() { also() } else { Vec::new() },
                post,
            },
            citation: Some(Sourced::Note { note: self.note.clone() }),
        };
        let organization = std::iter::once(found(None));
        organization.chain(self.post.clone().map(|post| found(Some(post)))).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_group_becomes_organizations_with_their_posts() {
        let pack = read(
            "name = 'a'\ntitle = 'A'\nversion = 1\n[[organizations]]\nkind = 'sở'\npost = 'Giám đốc'\nnote = 'b'\n\
             names = ['Sở Một', { name = 'Sở Hai', also = ['Sở 2'] }]\n\
             [[ends]]\nkinds = ['sở']\non = '2025-07-01'\ncitation = { note = 'c' }\n\
             [[classes]]\nname = 'Thủ trưởng các sở'\npost = 'Giám đốc'\norganization_kind = ['sở']\n\
             citation = { note = 'd' }\n[[ranks]]\nrole = 'Ủy viên kiêm Chánh Văn phòng'\nrank = 'secretary'\n",
        )
        .unwrap();
        assert_eq!((pack.events.len(), pack.classes.len(), pack.ranks.len()), (6, 1, 1));
        assert!(matches!(&pack.events[2].change, Change::Found { also, post: None, .. } if also == &["Sở 2"]));
        assert!(matches!(&pack.events[5].change, Change::End { organization, .. } if organization == "Sở Hai"));
    }

    #[test]
    fn a_slip_is_refused_with_its_line() {
        let refused = read("name = 'a'\ntitle = 'A'\nversion = 1\n[[organizations]]\nkidn = 'sở'\n").err().unwrap();
        assert_eq!(refused.code, "bad_pack");
        assert_eq!(refused.params["line"], "5");
    }
}
