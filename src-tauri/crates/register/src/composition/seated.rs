//! From the directory back to the committees: where an organization, or one of its posts, sits on a day.

use super::committee::{Committee, Stretch};
use super::resolve::{Reader, covered, split_portfolio};
use super::{Fold, State, on_date};
use crate::date::Day;
use crate::decision::{Occupant, Seat};
use crate::directory::Nomination;

/// A seat with the committee that it is one of.
pub type SeatIn<'a> = (&'a Committee, &'a Stretch<Seat>);

/// A standing agency, with its subject, and the committee whose it is.
pub type AgencyOf<'a> = (&'a Committee, &'a Stretch<(String, Option<String>)>);

impl Fold {
    /// The seats that an organization has on a day, through its posts, through people named by them, or to be
    /// sent by it. With a post, through that one alone.
    #[must_use]
    pub fn seats_through(&self, organization: usize, post: Option<usize>, on: Day) -> Vec<SeatIn<'_>> {
        let mut seats = Vec::new();
        for committee in self
            .committees
            .iter()
            .filter(|committee| matches!(on_date::state(committee, on), State::Active | State::Suspended))
        {
            let reader = Reader { directory: &self.directory, committee, day: on };
            let covered = covered(&reader, committee);
            let through =
                |stretch: &&Stretch<Seat>| stretch.holds(on) && reader.seats(stretch, organization, post, &covered);
            seats.extend(committee.seats.iter().filter(through).map(|stretch| (committee, stretch)));
        }
        seats
    }

    /// Whether a letter has by a day been for one seat that was there, and for no other.
    #[must_use]
    pub(crate) fn seats_somebody(&self, letter: &Nomination, on: Day) -> bool {
        self.committees.iter().any(|committee| {
            let nominated = |stretch: &&Stretch<Seat>| matches!(stretch.what.occupant, Occupant::Nominated { .. });
            committee.seats.iter().filter(nominated).any(|stretch| {
                let day = letter.from.map_or(stretch.from, |from| from.max(stretch.from));
                let reader = Reader { directory: &self.directory, committee, day };
                day <= on && stretch.holds(day) && reader.is_for(letter, stretch)
            })
        })
    }

    /// The committees whose standing agency an organization is on a day, each with its subject.
    #[must_use]
    pub fn standing_agency_of(&self, organization: usize, on: Day) -> Vec<AgencyOf<'_>> {
        let mut found = Vec::new();
        for committee in self
            .committees
            .iter()
            .filter(|committee| matches!(on_date::state(committee, on), State::Active | State::Suspended))
        {
            let is_it = |agency: &&Stretch<(String, Option<String>)>| {
                agency.holds(on)
                    && self.directory.named(&agency.what.0, &committee.office, agency.said_on, on) == Some(organization)
            };
            found.extend(committee.agencies.iter().filter(is_it).map(|agency| (committee, agency)));
        }
        found
    }
}

impl Reader<'_> {
    fn seats(&self, stretch: &Stretch<Seat>, organization: usize, post: Option<usize>, covered: &[usize]) -> bool {
        let position = match &stretch.what.occupant {
            Occupant::Class { position, rule } => {
                let Some(rule) = self.rule_on(position, rule.as_ref(), self.day) else { return false };
                return self.directory.class_on(rule, self.office(), self.day).any(|at| {
                    self.directory.posts[at].organization == organization
                        && post.is_none_or(|post| post == at)
                        && (stretch.what.sub_body.is_some() || !covered.contains(&at))
                });
            }
            Occupant::Named { position: None, .. } => return false,
            Occupant::Named { position: Some(position), .. }
            | Occupant::Post { position }
            | Occupant::Nominated { position } => position,
            Occupant::Portfolio { position } => split_portfolio(position).0,
        };
        let resolved = self.read(position, stretch);
        resolved.is_some_and(|resolved| {
            resolved.organization == organization && post.is_none_or(|post| resolved.post == Some(post))
        })
    }
}
