//! Who is meant by a name: the person that the register knows, or another one who is called the same.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::near::{self, Near};
use super::{About, Found, Match, Suggestion, Why};
use crate::composition::Fold;
use crate::date::Day;
use crate::decision::Occupant;
use crate::directory::{Mention, PersonKey};
use crate::draft::Member;
use crate::text;

/// Everybody whom the register names, with the posts in which it names them.
#[derive(Clone, Debug, Default)]
pub struct Mentioned {
    /// Name compared → the people who bear it.
    by_name: BTreeMap<String, Vec<Bearer>>,
    /// Post compared → the names, compared, that are mentioned in it.
    by_post: HashMap<String, BTreeSet<String>>,
}

#[derive(Clone, Debug)]
struct Bearer {
    key: PersonKey,
    name: String,
    /// The posts in which the person is named, newest last; compared, and as they are shown.
    posts: Vec<(String, String)>,
}

impl Mentioned {
    /// Everybody whom a record names, in seats and in posts.
    #[must_use]
    pub fn of(fold: &Fold) -> Self {
        let mut known = Self::default();
        for post in &fold.directory.posts {
            for held in &post.incumbencies {
                let organization = fold.directory.organization_of(post);
                let name = organization.name_on(held.period.from.unwrap_or(Day::MAX));
                known.add(&held.person, held.key.clone(), Some(&format!("{} {name}", post.title)));
            }
        }
        for committee in &fold.committees {
            for stretch in &committee.seats {
                if let Occupant::Named { name, person_id, position, .. } = &stretch.what.occupant {
                    let mention = Mention::decision(&stretch.by.decision);
                    let key = fold.directory.people.key(name, person_id.as_ref(), Some(&mention));
                    known.add(name, key, position.as_deref());
                }
            }
        }
        known
    }

    fn add(&mut self, name: &str, key: PersonKey, post: Option<&str>) {
        let bearers = self.by_name.entry(text::key(name)).or_default();
        let at = bearers.iter().position(|bearer| bearer.key == key).unwrap_or_else(|| {
            bearers.push(Bearer { key, name: text::tidy(name), posts: Vec::new() });
            bearers.len() - 1
        });
        if let Some(post) = post {
            let compared = text::shorten(post);
            self.by_post.entry(compared.clone()).or_default().insert(text::key(name));
            let posts = &mut bearers[at].posts;
            posts.retain(|(known, _)| *known != compared);
            posts.push((compared, text::tidy(post)));
        }
    }

    /// What is to be asked of a member's name.
    pub(super) fn of_member(&self, fold: &Fold, member: &Member, field: &str, office: &str, day: Day) -> Option<Match> {
        let name = member.name.as_deref().filter(|name| !name.trim().is_empty())?;
        if member.person_id.is_some() {
            return None;
        }
        let asked = |found, suggestions| {
            let (field, words) = (format!("{field}.name"), name.to_owned());
            Some(Match { field, about: About::Person, words, found, suggestions })
        };
        let Some(bearers) = self.by_name.get(&text::key(name)) else {
            let suggestions = self.nearly(name, member);
            return if suggestions.is_empty() { None } else { asked(Found::Near, suggestions) };
        };
        let same_post = |bearer: &&Bearer| bearer.is_in(fold, member.position.as_deref(), office, day);
        if bearers.len() == 1 && bearers.iter().any(|bearer| same_post(&bearer)) {
            return None;
        }
        let mut suggestions: Vec<Suggestion> = bearers
            .iter()
            .map(|bearer| Suggestion {
                person_id: bearer.key.id(),
                detail: bearer.posts.last().map(|(_, post)| post.clone()),
                ..Suggestion::of(name, Why::SameName)
            })
            .collect();
        suggestions.push(Suggestion::of(name, Why::AnotherPerson));
        asked(Found::Namesake, suggestions)
    }

    /// Somebody in the same post whose name is a slip away.
    fn nearly(&self, name: &str, member: &Member) -> Vec<Suggestion> {
        let plain = text::fold(name);
        let alike = |known: &str| text::fold(known) == plain || near::near(name, known, 0.9) == Some(Near::Spelling);
        let post = member.position.as_deref().map(text::shorten);
        let names = post.and_then(|post| self.by_post.get(&post)).into_iter().flatten();
        let bearers = names.filter_map(|name| self.by_name.get(name)).flatten();
        bearers
            .filter(|bearer| alike(&bearer.name))
            .map(|bearer| Suggestion {
                person_id: bearer.key.id(),
                detail: bearer.posts.last().map(|(_, post)| post.clone()),
                ..Suggestion::of(bearer.name.clone(), Why::Spelling)
            })
            .take(3)
            .collect()
    }
}

impl Bearer {
    /// Whether the register names the person in this post, by the same words or by what both mean. Where either says
    /// no post, nothing speaks against one person.
    fn is_in(&self, fold: &Fold, position: Option<&str>, office: &str, day: Day) -> bool {
        let Some(position) = position.filter(|position| !position.trim().is_empty()) else { return true };
        if self.posts.is_empty() {
            return true;
        }
        let wanted = text::shorten(position);
        let named: HashSet<&str> = self.posts.iter().map(|(compared, _)| compared.as_str()).collect();
        // "Giám đốc Sở Nội vụ, Thành ủy viên" names the post and more.
        if named.iter().any(|post| *post == wanted || within(&wanted, post) || within(post, &wanted)) {
            return true;
        }
        let Some(meant) = fold.directory.resolve(position, office, day, Day::MAX) else { return false };
        self.posts.iter().any(|(_, post)| {
            let known = fold.directory.resolve(post, office, day, Day::MAX);
            known.is_some_and(|known| (known.organization, &known.title_key) == (meant.organization, &meant.title_key))
        })
    }
}

/// Whether a wording has another as some of its whole words.
fn within(words: &str, part: &str) -> bool {
    !part.is_empty() && format!(" {words} ").contains(&format!(" {part} "))
}
