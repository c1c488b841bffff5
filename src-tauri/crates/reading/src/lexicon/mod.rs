//! The words of Vietnamese administration, kept as data: see the files in `lexicon/`.

pub mod headings;

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// A role and the ways it is written.
#[derive(Debug, Deserialize)]
pub struct Role {
    pub is: String,
    #[serde(rename = "as")]
    pub written: Vec<String>,
    /// The committees in which it is a role at all; empty for all.
    #[serde(default)]
    pub only_of: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Tails {
    silent: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Marks {
    ditto: Vec<String>,
    invited: Vec<String>,
    idle_before: Vec<String>,
    idle_after: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Roles {
    role: Vec<Role>,
    modifiers: BTreeMap<String, String>,
    tails: Tails,
    marks: Marks,
}

#[derive(Debug, Deserialize)]
struct Words {
    openings: Vec<String>,
    authorities: Vec<String>,
    committees: Vec<String>,
    sub_bodies: Vec<String>,
    generic: Vec<String>,
    name_ends: Vec<String>,
    acts: BTreeMap<String, Vec<String>>,
}

/// A word in title form and the ways it is written.
#[derive(Debug, Deserialize)]
pub struct Named {
    pub is: String,
    #[serde(rename = "as")]
    pub written: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct People {
    honorifics: Vec<Named>,
    ranks: Vec<String>,
    degrees: Vec<String>,
    surnames: Vec<String>,
    not_people: Vec<String>,
    places_named_after_people: Vec<String>,
}

/// A kind of body, and what stands before each name in the singular.
#[derive(Debug, Deserialize)]
pub struct Kind {
    pub is: String,
    #[serde(rename = "as")]
    pub singular: String,
}

#[derive(Debug, Deserialize)]
struct Posts {
    heads: Vec<String>,
    nominated: Vec<String>,
    portfolio: Vec<String>,
    in_charge_of: Vec<String>,
    kinds: Vec<Kind>,
    fields: Vec<String>,
}

/// The words of papers about posts: see `appointments.toml`.
#[derive(Debug, Default, Deserialize)]
pub struct Appointments {
    pub verbs: BTreeMap<String, Vec<String>>,
    pub words: AppointmentWords,
    pub posts: AppointmentPosts,
}

#[derive(Debug, Default, Deserialize)]
pub struct AppointmentWords {
    pub targets: Vec<String>,
    pub already: Vec<String>,
    pub between: Vec<String>,
    pub ends: Vec<String>,
    pub not_retired_behind: Vec<String>,
    pub no_posts: Vec<String>,
    pub fields: Vec<String>,
    pub subjects: Vec<String>,
    pub offices: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
pub struct AppointmentPosts {
    pub shared: Vec<String>,
    pub heads: Vec<String>,
    pub tails: Vec<String>,
    pub organizations: Vec<String>,
    pub provinces: Vec<String>,
    pub districts: Vec<String>,
}

/// All word lists. A list that a broken file left empty fails the tests, not the program.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub roles: Vec<Role>,
    pub role_modifiers: Vec<(String, String)>,
    pub silent_tails: Vec<String>,
    pub ditto: Vec<String>,
    pub invited: Vec<String>,
    pub idle_before: Vec<String>,
    pub idle_after: Vec<String>,
    pub openings: Vec<String>,
    pub authorities: Vec<String>,
    pub committees: Vec<String>,
    pub sub_bodies: Vec<String>,
    pub generic: Vec<String>,
    pub name_ends: Vec<String>,
    pub acts: Vec<(String, String)>,
    pub honorifics: Vec<Named>,
    pub ranks: Vec<String>,
    pub degrees: Vec<String>,
    pub surnames: Vec<String>,
    pub not_people: Vec<String>,
    pub places_named_after_people: Vec<String>,
    pub post_heads: Vec<String>,
    pub nominated: Vec<String>,
    pub portfolio: Vec<String>,
    pub in_charge_of: Vec<String>,
    pub kinds: Vec<Kind>,
    pub fields: Vec<String>,
    pub appointments: Appointments,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| load().unwrap_or_default());

/// The word lists, read once.
pub fn get() -> &'static Lexicon {
    &LEXICON
}

static SYLLABLES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lexicon = get();
    let lists = [
        &lexicon.committees,
        &lexicon.authorities,
        &lexicon.post_heads,
        &lexicon.fields,
        &lexicon.openings,
        &lexicon.name_ends,
    ];
    let kinds = lexicon.kinds.iter().map(|kind| &kind.is);
    lists
        .into_iter()
        .flatten()
        .chain(kinds)
        .flat_map(|words| words.split([' ', ',', '-']))
        .filter(|word| !word.is_empty())
        .collect()
});

/// The syllables of the words of administration.
pub fn syllables() -> &'static HashSet<&'static str> {
    &SYLLABLES
}

fn load() -> Result<Lexicon, toml::de::Error> {
    let roles: Roles = toml::from_str(include_str!("../../lexicon/roles.toml"))?;
    let words: Words = toml::from_str(include_str!("../../lexicon/words.toml"))?;
    let people: People = toml::from_str(include_str!("../../lexicon/people.toml"))?;
    let posts: Posts = toml::from_str(include_str!("../../lexicon/posts.toml"))?;
    let acts = words.acts.into_iter().flat_map(|(act, verbs)| verbs.into_iter().map(move |verb| (verb, act.clone())));
    Ok(Lexicon {
        roles: roles.role,
        role_modifiers: roles.modifiers.into_iter().collect(),
        silent_tails: roles.tails.silent,
        ditto: roles.marks.ditto,
        invited: roles.marks.invited,
        idle_before: roles.marks.idle_before,
        idle_after: roles.marks.idle_after,
        openings: words.openings,
        authorities: words.authorities,
        committees: words.committees,
        sub_bodies: words.sub_bodies,
        generic: words.generic,
        name_ends: words.name_ends,
        acts: acts.collect(),
        honorifics: people.honorifics,
        ranks: people.ranks,
        degrees: people.degrees,
        surnames: people.surnames,
        not_people: people.not_people,
        places_named_after_people: people.places_named_after_people,
        post_heads: posts.heads,
        nominated: posts.nominated,
        portfolio: posts.portfolio,
        in_charge_of: posts.in_charge_of,
        kinds: posts.kinds,
        fields: posts.fields,
        appointments: toml::from_str(include_str!("../../lexicon/appointments.toml"))?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_word_lists_parse_and_are_in_lower_case() {
        let lexicon = load().unwrap();
        let all =
            lexicon.roles.iter().flat_map(|role| &role.written).chain(&lexicon.openings).chain(&lexicon.committees);
        let appointments = lexicon.appointments.verbs.values().flatten().chain(&lexicon.appointments.words.ends);
        let all = all.chain(appointments).chain(&lexicon.appointments.posts.shared);
        for word in all.chain(&lexicon.post_heads).chain(&lexicon.surnames).chain(&lexicon.fields) {
            assert_eq!(*word, word.to_lowercase());
        }
    }
}
