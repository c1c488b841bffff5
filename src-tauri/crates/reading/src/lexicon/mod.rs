//! The words of Vietnamese administration, kept as data: see the files in `lexicon/`.

pub mod headings;

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::line::Phrases;

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
    silent: Phrases,
}

#[derive(Debug, Deserialize)]
struct Marks {
    ditto: Phrases,
    invited: Phrases,
    idle_before: Phrases,
    idle_after: Phrases,
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
    openings: Phrases,
    authorities: Phrases,
    committees: Phrases,
    sub_bodies: Phrases,
    generic: Phrases,
    name_ends: Phrases,
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
    ranks: Phrases,
    degrees: Phrases,
    surnames: Phrases,
    not_people: Phrases,
    places_named_after_people: Phrases,
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
    heads: Phrases,
    nominated: Phrases,
    portfolio: Phrases,
    in_charge_of: Phrases,
    kinds: Vec<Kind>,
    beside_departments: Phrases,
    fields: Phrases,
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
    pub targets: Phrases,
    pub already: Phrases,
    pub between: Phrases,
    pub ends: Phrases,
    pub not_retired_behind: Phrases,
    pub no_posts: Phrases,
    pub fields: Phrases,
    pub subjects: Phrases,
    pub offices: Phrases,
}

#[derive(Debug, Default, Deserialize)]
pub struct AppointmentPosts {
    pub shared: Phrases,
    pub heads: Phrases,
    pub tails: Phrases,
    pub organizations: Phrases,
    pub provinces: Phrases,
    pub districts: Phrases,
}

/// All word lists. A list that a broken file left empty fails the tests, not the program.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub roles: Vec<Role>,
    /// All ways to write a role, and by their numbers which role it is.
    pub role_heads: Phrases,
    pub role_of: Vec<usize>,
    pub role_modifiers: Vec<(String, String)>,
    pub silent_tails: Phrases,
    pub ditto: Phrases,
    pub invited: Phrases,
    pub idle_before: Phrases,
    pub idle_after: Phrases,
    pub openings: Phrases,
    pub authorities: Phrases,
    pub committees: Phrases,
    pub sub_bodies: Phrases,
    pub generic: Phrases,
    pub name_ends: Phrases,
    pub acts: Vec<(String, String)>,
    pub honorifics: Vec<Named>,
    /// All ways to write an honorific, and by their numbers which one it is.
    pub honorific_heads: Phrases,
    pub honorific_of: Vec<usize>,
    pub ranks: Phrases,
    pub degrees: Phrases,
    pub surnames: Phrases,
    pub not_people: Phrases,
    pub places_named_after_people: Phrases,
    pub post_heads: Phrases,
    /// What a text begins with that names an office: heads of posts of two words and more, and nominations.
    pub offices: Phrases,
    pub nominated: Phrases,
    pub portfolio: Phrases,
    pub in_charge_of: Phrases,
    pub kinds: Vec<Kind>,
    /// Bodies of a province beside its departments (sở).
    pub beside_departments: Phrases,
    /// The kinds as they are written, by the same numbers.
    pub kind_heads: Phrases,
    pub fields: Phrases,
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
    let common = include_str!("../../lexicon/syllables.txt").split_whitespace();
    lists
        .into_iter()
        .flatten()
        .chain(kinds)
        .flat_map(|words| words.split([' ', ',', '-']))
        .filter(|word| !word.is_empty())
        .chain(common)
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
    let (role_heads, role_of) = numbered(roles.role.iter().map(|role| &role.written));
    let (honorific_heads, honorific_of) = numbered(people.honorifics.iter().map(|honorific| &honorific.written));
    let long = posts.heads.iter().filter(|head| head.contains(' '));
    Ok(Lexicon {
        role_heads,
        role_of,
        honorific_heads,
        honorific_of,
        offices: long.chain(&posts.nominated).cloned().collect(),
        kind_heads: posts.kinds.iter().map(|kind| kind.is.clone()).collect(),
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
        beside_departments: posts.beside_departments,
        fields: posts.fields,
        appointments: toml::from_str(include_str!("../../lexicon/appointments.toml"))?,
    })
}

/// The ways to write each of several words, all in one list, and the number of the word that each is of.
fn numbered<'w>(words: impl Iterator<Item = &'w Vec<String>>) -> (Phrases, Vec<usize>) {
    let all = words.enumerate().flat_map(|(number, written)| written.iter().map(move |way| (way.clone(), number)));
    let (written, of): (Vec<String>, Vec<usize>) = all.unzip();
    (written.into(), of)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_word_lists_parse_and_are_in_lower_case() {
        let lexicon = load().unwrap();
        let all = lexicon.role_heads.iter().chain(&lexicon.openings).chain(&lexicon.committees);
        let appointments = lexicon.appointments.verbs.values().flatten().chain(&lexicon.appointments.words.ends);
        let all = all.chain(appointments).chain(&lexicon.appointments.posts.shared);
        for word in all.chain(&lexicon.post_heads).chain(&lexicon.surnames).chain(&lexicon.fields) {
            assert_eq!(*word, word.to_lowercase());
        }
    }
}
