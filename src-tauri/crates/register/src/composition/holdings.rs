//! The places of a committee over all days: each seat, or each post of a class, with whoever held it from when to
//! when. What a timeline with a lane for each seat is drawn from.

use super::Fold;
use super::committee::Committee;
use crate::date::Day;
use crate::decision::Citation;
use crate::id::Id;
use crate::role::Rank;

/// One place of a committee in one hand, over an unbroken stretch of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// The place: one number for what is called the same, whichever list has it.
    pub place: u32,
    /// What the place is called: its post, else the words of the seat.
    pub called: String,
    /// The sub-body that it belongs to; `None` for one of the committee itself.
    pub sub_body: Option<String>,
    /// The seat.
    pub seat: Id,
    /// The role as the decision has it.
    pub role: Option<String>,
    /// The role's rank.
    pub rank: Rank,
    /// Whether the seat is a guest's.
    pub invited: bool,
    /// The person; `None` where nobody is known.
    pub person: Option<String>,
    /// Whether nobody is in it.
    pub empty: bool,
    /// The first day.
    pub from: Day,
    /// The first day after it.
    pub to: Option<Day>,
    /// The decision that seats it, as a place in [`Fold::decisions`].
    pub decision: usize,
    /// The first day of the stretch by that decision, of which this may be a later part.
    pub since: Day,
    /// Where it says so.
    pub citation: Citation,
}

impl Fold {
    /// Who held each place of a committee, over all days, in the order of its lists. Organizations bear the names that
    /// they have on a day.
    #[must_use]
    pub fn holdings(&self, committee: &Committee, named_on: Day) -> Vec<Holding> {
        let tenures = self.tenures(committee);
        let holding = |(at, tenure): (usize, &super::tenure::Tenure)| {
            let stretch = &committee.seats[tenure.seat as usize];
            let seat = &stretch.what;
            let of_class = tenure.of_class.map(|post| &self.directory.posts[post as usize]);
            let called = of_class.map_or_else(
                || seat.occupant.position().unwrap_or(&seat.as_written).to_owned(),
                |post| format!("{} {}", post.title, self.directory.organization_of(post).name_on(named_on)),
            );
            Holding {
                place: tenure.place,
                called,
                sub_body: seat.sub_body.clone(),
                seat: seat.seat.clone(),
                role: seat.role.clone(),
                rank: tenures.rank(tenure),
                invited: tenure.invited,
                person: tenure.person.map(|_| tenures.who(at).to_owned()),
                empty: tenure.empty,
                from: day(tenures.days[at].0).unwrap_or(stretch.from),
                to: day(tenures.days[at].1),
                decision: stretch.decision,
                since: stretch.from,
                citation: Citation { words: None, ..Citation::clone(&stretch.by) },
            }
        };
        tenures.rows.iter().enumerate().map(holding).collect()
    }
}

/// The day of a number that grows with the days; `None` where it stands for no day.
fn day(number: i32) -> Option<Day> {
    if number == i32::MIN || number == i32::MAX {
        return None;
    }
    let part = |value: i32| i8::try_from(value).ok();
    Day::new(i16::try_from(number >> 9).ok()?, part((number >> 5) & 15)?, part(number & 31)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_from_its_number() {
        for text in ["1945-09-02", "2016-02-29", "2025-12-31"] {
            let known = crate::date::day(text).expect("a day");
            assert_eq!(day(super::super::tenure::number(known)), Some(known));
        }
        assert_eq!((day(i32::MIN), day(i32::MAX)), (None, None));
    }
}
