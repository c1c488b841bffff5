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
        let compared: Vec<String> = words.iter().map(|word| text::key(word)).collect();
        // From the longest tail that can be a name to the shortest.
        for head in 1..words.len() {
            let name = text::join(&compared[head..]);
            if let Some(organization) = self.bearer(&text::short_words(&name), office, day) {
                let title = words[..head].join(" ").trim_end_matches([',', '-', ' ']).to_owned();
                let post = self.post(organization, &title);
                return Some(Resolved { title, organization, organization_words: words[head..].join(" "), post });
            }
        }
        None
    }

    /// The organization that a text of an office means by a name.
    #[must_use]
    pub fn named(&self, name: &str, office: &str, day: Day) -> Option<usize> {
        self.bearer(&text::shorten(name), office, day)
    }

    /// The organizations that ever bore a name, wherever they lie.
    #[must_use]
    pub fn bearers(&self, name: &str) -> Vec<usize> {
        self.by_form.get(&text::shorten(name)).cloned().unwrap_or_default()
    }

    /// The organization that bears a compared name, the own place name of the office left out or not. One
    /// that lives on the day comes before one that does not, and the name of the day before an earlier one.
    fn bearer(&self, wanted: &str, office: &str, day: Day) -> Option<usize> {
        if wanted.is_empty() {
            return None;
        }
        let with_place = place_of(office).and_then(|place| self.by_form.get(&format!("{wanted} {place}")));
        let mut bearers: Vec<usize> =
            self.by_form.get(wanted).into_iter().chain(with_place).flatten().copied().collect();
        bearers.sort_unstable();
        let mut best = None;
        for at in bearers.into_iter().filter(|at| self.within(&self.organizations[*at], office)) {
            let organization = &self.organizations[at];
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
        let named = self.posts_titled.get(&title).map_or(&[][..], Vec::as_slice);
        named.iter().copied().filter(move |at| {
            let organization = self.organization_of(&self.posts[*at]);
            organization.kind_compared.as_ref().is_some_and(|kind| kinds.contains(kind))
                && self.within(organization, office)
        })
    }

    /// Whether a post ever belonged to a class.
    #[must_use]
    pub fn is_in_class(&self, post: usize, rule: &ClassRule, office: &str) -> bool {
        let post = &self.posts[post];
        let organization = self.organization_of(post);
        super::title_key(&post.title) == super::title_key(&rule.post)
            && organization
                .kind_compared
                .as_ref()
                .is_some_and(|own| rule.organization_kind.iter().any(|kind| text::key(kind) == *own))
            && self.within(organization, office)
    }

    /// Whether an organization lies in an office's territory: the office itself, or a body below it. A body
    /// with nothing above it belongs to every territory.
    #[must_use]
    pub fn within(&self, organization: &Organization, office: &str) -> bool {
        let is_office = |organization: &Organization| organization.forms.iter().any(|form| form == office);
        let (mut body, mut above) = (organization, organization.above.as_deref());
        if above.is_none() {
            return true;
        }
        // Bodies above bodies: a handful of steps, and never a circle.
        for _ in 0..8 {
            if is_office(body) {
                return true;
            }
            let Some(form) = above else { return false };
            if form == office {
                return true;
            }
            let Some(at) = self.by_form.get(form).and_then(|bearers| bearers.first()) else { return false };
            body = &self.organizations[*at];
            above = body.above.as_deref();
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
        // In the order of rule 11.
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
