//! From the words of a paper to a post of the directory.

use super::memo::{Tail, Wording};
use super::{Capacity, Directory, Form, Incumbency, Organization, Post};
use std::sync::Arc;

use crate::date::Day;
use crate::draft::ClassRule;
use crate::{alphabet, text};

/// A position as the directory understands it: a title in an organization. The post itself may never have
/// been recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The title, in the words of the paper.
    pub title: String,
    /// The title compared.
    pub(crate) title_key: String,
    /// The organization.
    pub organization: usize,
    /// The organization, in the words of the paper.
    pub organization_words: String,
    /// The post, where it was recorded.
    pub post: Option<usize>,
    /// Since when the register knows the organization under this name; before that day nothing shows it.
    pub since: Option<Day>,
}

impl Directory {
    /// Reads "Giám đốc Sở Nội vụ" as a title and the longest name of an organization, among those of the
    /// office's territory. The words are those of a paper of one day, `said_on`; what bears the name only
    /// after `as_of` does not show.
    #[must_use]
    pub fn resolve(&self, position: &str, office: &str, said_on: Day, as_of: Day) -> Option<Resolved> {
        let wording = self.memo.wording(office, position, || self.wording(position, office));
        for tail in &wording.tails {
            if let Some(Form { organization, from }) = self.meant(&tail.name, &tail.bearers, said_on, as_of) {
                let post = self.post_of.get(&organization).and_then(|posts| posts.get(&tail.title_key)).copied();
                return Some(Resolved {
                    title: tail.title.clone(),
                    title_key: tail.title_key.clone(),
                    organization,
                    organization_words: tail.organization.clone(),
                    post,
                    since: from,
                });
            }
        }
        None
    }

    /// The organizations that a position may ever mean.
    pub(crate) fn readings(&self, position: &str, office: &str) -> Vec<usize> {
        let wording = self.memo.wording(office, position, || self.wording(position, office));
        wording.tails.iter().flat_map(|tail| tail.bearers.iter().map(|form| form.organization)).collect()
    }

    /// The ways to read a position, whatever the day.
    fn wording(&self, position: &str, office: &str) -> Wording {
        let words: Vec<&str> = position.split_whitespace().collect();
        let compared: Vec<String> = words.iter().map(|word| text::key(word)).collect();
        let mut wording = Wording::default();
        for head in 1..words.len() {
            let name = text::short_words(&text::join(&compared[head..]));
            let bearers = self.bearers_within(&name, office);
            if !bearers.is_empty() {
                let title = words[..head].join(" ").trim_end_matches([',', '-', ' ']).to_owned();
                let title_key = super::title_key(&title);
                wording.tails.push(Tail { title, title_key, organization: words[head..].join(" "), name, bearers });
            }
        }
        wording
    }

    /// The organization that a paper of an office means by a name.
    #[must_use]
    pub fn named(&self, name: &str, office: &str, said_on: Day, as_of: Day) -> Option<usize> {
        let name = text::shorten(name);
        let bearers = self.bearers_within(&name, office);
        self.meant(&name, &bearers, said_on, as_of).map(|form| form.organization)
    }

    /// Who ever bore a compared name in an office's territory, the own place name of the office left out or not.
    fn bearers_within(&self, wanted: &str, office: &str) -> Vec<Form> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let with_place = place_of(office).and_then(|place| self.by_form.get(&format!("{wanted} {place}")));
        let bearers = self.by_form.get(wanted).into_iter().chain(with_place).flatten().copied();
        bearers.filter(|form| self.within(&self.organizations[form.organization], office)).collect()
    }

    /// Who of several is meant by a name. Who bore it when the words were written comes before who took it
    /// later, and that one before who took it later still: so what is found does not change as time goes on.
    /// Then one that lived that day, then the name of that day before an earlier one.
    fn meant(&self, wanted: &str, bearers: &[Form], said_on: Day, as_of: Day) -> Option<Form> {
        let known = bearers.iter().copied().filter(|form| form.from.is_none_or(|from| from <= as_of));
        known.min_by_key(|form| {
            let organization = &self.organizations[form.organization];
            let another_name = organization.compared_on(said_on) != wanted;
            let borne = form.from.map_or(said_on, |from| from.max(said_on));
            (borne, !organization.life.holds(said_on), another_name, form.organization)
        })
    }

    /// The organizations that ever bore a name, wherever they lie.
    #[must_use]
    pub fn bearers(&self, name: &str) -> Vec<usize> {
        let forms = self.by_form.get(&text::shorten(name)).map_or(&[][..], Vec::as_slice);
        forms.iter().map(|form| form.organization).collect()
    }

    /// The posts of a class that exist on a day within an office's territory, in the order of [`Self::class_ever`].
    pub fn class_on(&self, rule: &ClassRule, office: &str, day: Day) -> impl Iterator<Item = usize> + '_ {
        let ever = self.class_ever(rule, office);
        let there: Vec<usize> = ever.iter().copied().filter(|at| self.post_exists(&self.posts[*at], day)).collect();
        there.into_iter()
    }

    /// The posts that ever belonged to a class: by the kinds in the order of the rule ("các quận, huyện, thị xã"), those
    /// of a kind by name.
    #[must_use]
    pub fn class_ever(&self, rule: &ClassRule, office: &str) -> Arc<[usize]> {
        let key = format!("{office}\n{}\n{}", rule.post, rule.organization_kind.join("\n"));
        self.memo.class(&key, || {
            let title = super::title_key(&rule.post);
            let kinds: Vec<String> = rule.organization_kind.iter().map(|kind| text::key(kind)).collect();
            let named = self.posts_titled.get(&title).map_or(&[][..], Vec::as_slice);
            let belongs = |at: &usize| {
                let organization = self.organization_of(&self.posts[*at]);
                organization.kind_compared.as_ref().is_some_and(|kind| kinds.contains(kind))
                    && self.within(organization, office)
            };
            let mut posts: Vec<usize> = named.iter().copied().filter(belongs).collect();
            posts.sort_by_cached_key(|at| {
                let organization = self.organization_of(&self.posts[*at]);
                let kind = kinds.iter().position(|kind| organization.kind_compared.as_ref() == Some(kind));
                let name = organization.names.first().map(|name| alphabet::weights(&name.name));
                (kind, name)
            });
            posts.into()
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
            let Some(bearer) = self.by_form.get(form).and_then(|bearers| bearers.first()) else { return false };
            body = &self.organizations[bearer.organization];
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
