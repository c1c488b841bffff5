//! From the words of a paper to a post of the directory.

use super::{Capacity, Directory, Incumbency, Organization, Post};
use crate::date::Day;
use crate::draft::ClassRule;
use crate::text;

/// A position as the directory understands it: a title in an organization. The post itself may never have
/// been recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The title, in the words of the paper.
    pub title: String,
    /// The organization.
    pub organization: usize,
    /// The organization, in the words of the paper.
    pub organization_words: String,
    /// The post, where it was recorded.
    pub post: Option<usize>,
}

impl Directory {
    /// Reads "Giám đốc Sở Nội vụ" as a title and the longest recorded name of an organization, among those
    /// of the office's territory. A name borne on the day comes before one borne earlier or later.
    #[must_use]
    pub fn resolve(&self, position: &str, office: &str, day: Day) -> Option<Resolved> {
        let words: Vec<&str> = position.split_whitespace().collect();
        // From the longest tail that can be a name to the shortest.
        for head in 1..words.len() {
            let (title, name) = (words[..head].join(" "), words[head..].join(" "));
            if let Some(organization) = self.named(&name, office, day) {
                let title = title.trim_end_matches([',', '-', ' ']).to_owned();
                let post = self.post(organization, &title);
                return Some(Resolved { title, organization, organization_words: name, post });
            }
        }
        None
    }

    /// The organization that a text of an office means by a name.
    #[must_use]
    pub fn named(&self, name: &str, office: &str, day: Day) -> Option<usize> {
        let wanted = text::shorten(name);
        if wanted.is_empty() {
            return None;
        }
        let place = place_of(office);
        let meant = |organization: &Organization| {
            self.within(organization, office)
                && organization.forms.iter().any(|form| {
                    *form == wanted
                        || place.is_some_and(|place| form.strip_suffix(place).map(str::trim_end) == Some(&wanted))
                })
        };
        let mut best = None;
        for (at, organization) in self.organizations.iter().enumerate().filter(|(_, o)| meant(o)) {
            let worth = (organization.life.holds(day), text::shorten(organization.name_on(day)) == wanted);
            if best.is_none_or(|(known, _)| worth > known) {
                best = Some((worth, at));
            }
        }
        best.map(|(_, at)| at)
    }

    /// The posts of a class that exist on a day within an office's territory, in the order of the directory.
    pub fn class_on<'a>(&'a self, rule: &'a ClassRule, office: &'a str, day: Day) -> impl Iterator<Item = usize> + 'a {
        self.class_ever(rule, office).filter(move |post| self.post_exists(&self.posts[*post], day))
    }

    /// The posts that ever belonged to a class.
    pub fn class_ever<'a>(&'a self, rule: &'a ClassRule, office: &'a str) -> impl Iterator<Item = usize> + 'a {
        let title = super::title_key(&rule.post);
        let kinds: Vec<String> = rule.organization_kind.iter().map(|kind| text::key(kind)).collect();
        self.posts.iter().enumerate().filter_map(move |(at, post)| {
            let organization = self.organization_of(post);
            let kind = organization.kind.as_deref().map(text::key).unwrap_or_default();
            (super::title_key(&post.title) == title && kinds.contains(&kind) && self.within(organization, office))
                .then_some(at)
        })
    }

    /// Whether an organization lies in an office's territory: the office itself, or a body below it. A body
    /// with nothing above it belongs to every territory.
    fn within(&self, organization: &Organization, office: &str) -> bool {
        let mut parent = organization.parent.as_deref();
        if organization.forms.iter().any(|form| form == office) || parent.is_none() {
            return true;
        }
        // Bodies above bodies: a handful of steps, and never a circle.
        for _ in 0..8 {
            let Some(above) = parent else { return false };
            let form = text::shorten(above);
            if form == office {
                return true;
            }
            parent =
                self.organizations.iter().find(|o| o.forms.contains(&form)).and_then(|o| {
                    if o.forms.iter().any(|own| own == office) { Some(office) } else { o.parent.as_deref() }
                });
            if parent == Some(office) {
                return true;
            }
        }
        false
    }
}

/// "hà nội" of "ubnd tp hà nội": papers of an office leave its own place name out ("Công an Thành phố").
fn place_of(office: &str) -> Option<&str> {
    let rest = office.strip_prefix("ubnd ")?;
    let (_, place) = rest.split_once(' ')?;
    Some(place)
}

impl Post {
    /// Who holds the post on a day: the incumbent, else who acts, else who is in charge.
    #[must_use]
    pub fn holders_on(&self, day: Day) -> Vec<&Incumbency> {
        for capacity in [Capacity::Incumbent, Capacity::Acting, Capacity::InCharge] {
            let held: Vec<&Incumbency> =
                self.incumbencies.iter().filter(|held| held.capacity == capacity && held.period.holds(day)).collect();
            if !held.is_empty() {
                return held;
            }
        }
        Vec::new()
    }

    /// Whether anybody was recorded in it by a day: only then is an empty post vacant, else it is not known.
    #[must_use]
    pub fn ever_held_by(&self, day: Day) -> bool {
        self.incumbencies.iter().any(|held| held.period.from.is_none_or(|from| from <= day))
    }
}
