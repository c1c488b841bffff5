//! Names that may be two people's, and news of the directory that name something unknown.

use std::collections::BTreeMap;

use super::{At, Finding};
use crate::composition::Fold;
use crate::date::Day;
use crate::decision::Occupant;
use crate::text;

/// A name in a post: the organization compared, in words, and where it is said.
struct Mentioned {
    organization: String,
    words: String,
    at: At,
}

impl Fold {
    pub(super) fn check_people(&self, on: Day, findings: &mut Vec<Finding>) {
        for (name, mentions) in self.mentions(on) {
            let Some(first) = mentions.first() else { continue };
            if let Some(other) = mentions.iter().find(|other| other.organization != first.organization) {
                let at = At { person: Some(name), ..other.at.clone() };
                let finding = Finding::warn("same_name", at, "8.7");
                findings.push(finding.saying(first.words.clone()).saying(other.words.clone()));
            }
        }
        for event in &self.directory.unsettled {
            if event.day().is_some_and(|from| from > on) {
                continue;
            }
            let words = event.change.organization().or(event.change.person().map(|(name, _)| name)).unwrap_or_default();
            let at = At { person: event.change.person().map(|(name, _)| name.to_owned()), ..At::default() };
            findings.push(Finding::warn("unresolved_reference", at, "5.2").saying(words));
        }
        for letter in self.directory.nominations.iter().filter(|letter| letter.from.is_none_or(|from| from <= on)) {
            let known = |committee: &crate::composition::Committee| {
                let by_id = committee.ids.iter().any(|id| text::shorten(id.as_str()) == letter.committee);
                let mut names = committee.names.iter().filter(|(from, _)| *from <= on);
                (by_id && names.clone().next().is_some())
                    || names.any(|(_, name)| text::shorten(name) == letter.committee)
            };
            let said = || At { person: Some(letter.person.clone()), ..At::default() };
            if !self.committees.iter().any(known) {
                findings.push(Finding::warn("unresolved_reference", said(), "5.6").saying(&letter.committee_words));
            } else if !self.seats_somebody(letter, on) {
                let words = letter.organization_words.as_ref().unwrap_or(&letter.committee_words);
                findings.push(Finding::warn("unresolved_reference", said(), "5.6").saying(words));
            }
        }
    }

    /// Everybody known by a name alone, with the organizations that they are said to be of on the day.
    fn mentions(&self, on: Day) -> BTreeMap<String, Vec<Mentioned>> {
        let mut mentions: BTreeMap<String, Vec<Mentioned>> = BTreeMap::new();
        let mut mention = |name: &str, organization: String, words: String, at: At| {
            mentions.entry(text::tidy(name)).or_default().push(Mentioned { organization, words, at });
        };
        for post in &self.directory.posts {
            let organization = self.directory.organization_of(post);
            for held in post.holders_on(on).into_iter().filter(|held| held.person_id().is_none()) {
                let words = format!("{} {}", post.title, organization.name_on(on));
                mention(&held.person, organization.id.to_string(), words, At::default());
            }
        }
        for committee in self.committees.iter().filter(|committee| committee.life_on(on).is_some()) {
            for seat in committee.seats.iter().filter(|seat| seat.holds(on)) {
                let Occupant::Named { name, person_id: None, position: Some(position), .. } = &seat.what.occupant
                else {
                    continue;
                };
                // Only a post that the directory can place says where somebody is from.
                let resolved = self.directory.resolve(position, &committee.office, seat.said_on, on);
                let Some(resolved) = resolved else { continue };
                let organization = &self.directory.organizations[resolved.organization];
                let at =
                    At { seat: Some(seat.what.seat.clone()), ..At::of_committee(&Self::committee_on(committee, on)) };
                mention(name, organization.id.to_string(), position.clone(), at);
            }
        }
        mentions
    }
}
