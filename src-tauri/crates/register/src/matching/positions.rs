//! Which post a wording means, where the directory has it under another wording.

use super::near::{self, Near};
use super::{About, Found, Match, Suggestion};
use crate::date::Day;
use crate::directory::Directory;
use crate::draft::{Member, SeatKind};
use crate::text;

/// What is to be asked of a member's post. Classes are rules, and not one post.
pub(super) fn of_member(directory: &Directory, member: &Member, field: &str, office: &str, day: Day) -> Option<Match> {
    let position = member.position.as_deref().filter(|position| !position.trim().is_empty())?;
    if member.seat_kind == Some(SeatKind::Class) || directory.organizations.is_empty() {
        return None;
    }
    if directory.resolve(position, office, day, Day::MAX).is_some() {
        return None;
    }
    let suggestions = suggestions(directory, position, office, day);
    let found = if suggestions.is_empty() { Found::Unknown } else { Found::Near };
    let (field, words) = (format!("{field}.position"), position.to_owned());
    Some(Match { field, about: About::Position, words, found, suggestions })
}

/// The posts that a wording may mean: its beginning is a title, and its end nearly the name of an organization.
fn suggestions(directory: &Directory, position: &str, office: &str, day: Day) -> Vec<Suggestion> {
    let words: Vec<&str> = position.split_whitespace().collect();
    let mut found: Vec<(usize, Near, String)> = Vec::new();
    for head in 1..words.len() {
        let (title, tail) = (words[..head].join(" "), words[head..].join(" "));
        let start = text::fold(words[head]);
        for organization in &directory.organizations {
            if !directory.within(organization, office) || organization.ended_by(day) {
                continue;
            }
            let name = organization.name_on(day);
            // Names that begin otherwise are compared only where the beginning may be a short form.
            let same_start = text::fold(name).starts_with(start.get(..1).unwrap_or_default());
            let near = if same_start { near::near(&tail, name, 0.9) } else { None };
            if let Some(near) = near {
                let title = title.trim_end_matches([',', '-', ' ']);
                found.push((head, near, format!("{} {name}", spelt_out(directory, title))));
            }
        }
    }
    // A short form is surer than a slip, and a longer name than a shorter one.
    found.sort_by_key(|(head, near, _)| (*near != Near::Abbreviation, *near != Near::Spelling, *head));
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for (_, near, put) in found {
        if suggestions.iter().all(|known| known.put != put) {
            suggestions.push(Suggestion::of(put, near.into()));
        }
    }
    suggestions.truncate(4);
    suggestions
}

/// "PGĐ" as the title that some post of the register bears.
fn spelt_out(directory: &Directory, title: &str) -> String {
    let short = title.chars().count() <= 4 && title.chars().all(|c| c.is_uppercase() || c == '.');
    if !short {
        return title.to_owned();
    }
    let mut known = directory.posts.iter().map(|post| post.title.as_str());
    known.find(|known| near::near(title, known, 1.0) == Some(Near::Abbreviation)).unwrap_or(title).to_owned()
}
