//! Everybody in every committee on a day, in passing over the tenures of all of them.
//!
//! A whole city does not fit into what a processor keeps at hand, so it costs what has to be fetched. The days of
//! all spans lie in two columns, and are read from end to end; of the tenures, only those are read that hold, and
//! these lie together: what is told of each, and no more. The columns are put together whenever a city is asked for, in
//! one pass over what is kept beside each committee; whoever asks for many days keeps the city.

use std::ops::Range;
use std::sync::Arc;

use super::Fold;
use super::committee::Committee;
use super::spans::{Spans, index, number};
use super::tenure::{Tenure, Tenures};
use crate::date::Day;
use crate::decision::Citation;
use crate::id::Id;

/// Everybody in every committee, on any day: the tenures of all committees side by side.
pub struct City<'a> {
    committees: Vec<(&'a Committee, Arc<Tenures>)>,
    /// The days of their tenures.
    spans: Spans,
    /// The committee of each span.
    of: Vec<u32>,
}

/// Everybody who sits on a day, one after the other.
pub struct OnDay<'a> {
    city: &'a City<'a>,
    day: Day,
    /// The next span.
    next: usize,
    /// The committee that is being passed over, by its place in the city.
    of: Option<(u32, Of<'a>)>,
    /// Those of the span before that are still to be told.
    rows: Range<usize>,
}

/// A committee with its tenures, under its name of a day.
struct Of<'a> {
    committee: &'a Committee,
    name: &'a str,
    tenures: &'a Tenures,
}

/// Somebody in a seat of a committee, on the day that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting<'a> {
    /// The committee.
    pub committee: &'a Id,
    /// Its name on the day.
    pub name: &'a str,
    /// The seat.
    pub seat: &'a Id,
    /// The role.
    pub role: Option<&'a str>,
    /// The person, else the post or the words of the seat.
    pub who: &'a str,
    /// Whether `who` is a person.
    pub known: bool,
    /// Where the decision seats it.
    pub citation: &'a Citation,
}

/// What is told of the tenures of a committee: side by side, so that it lies together in memory.
#[derive(Debug, Default)]
pub(super) struct Told {
    rows: Vec<Row>,
    /// Of which of them a person is known.
    known: Vec<bool>,
    /// The days of those that count a head of the committee itself.
    spans: Spans,
}

#[derive(Debug)]
struct Row {
    /// The person's name, else the place as it is shown.
    who: Arc<str>,
    seat: u32,
    role: u16,
    citation: u16,
}

impl Fold {
    /// Everybody in every committee. The first time, and after something was recorded, each committee that
    /// changed is worked out anew.
    #[must_use]
    pub fn city(&self) -> City<'_> {
        let (mut committees, mut spans, mut of) = (Vec::new(), Spans::default(), Vec::new());
        for committee in &self.committees {
            let tenures = self.tenures(committee);
            spans.append(&tenures.told.spans);
            of.resize(spans.len(), index(committees.len()));
            committees.push((committee, tenures));
        }
        City { committees, spans, of }
    }
}

impl City<'_> {
    /// Everybody who sits on a day, committee by committee; whom a sub-body seats not.
    #[must_use]
    pub fn on(&self, day: Day) -> OnDay<'_> {
        OnDay { city: self, day, next: 0, of: None, rows: 0..0 }
    }

    /// Every tenure with its first day and the first day after it, as numbers that grow with the days.
    pub fn all(&self) -> impl Iterator<Item = (i32, i32, Sitting<'_>)> {
        (0..self.spans.len()).flat_map(|span| {
            let (of, (from, to)) = (self.of(self.of[span], Day::MAX), self.spans.days(span));
            self.spans.rows(span).map(move |at| (from, to, of.sitting(at)))
        })
    }

    /// A committee by its place in the city.
    fn of(&self, at: u32, day: Day) -> Of<'_> {
        let (committee, tenures) = &self.committees[at as usize];
        Of { committee, name: committee.name_on(day), tenures }
    }

    /// How many bytes it takes beside the record.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let tenures: usize = self.committees.iter().map(|(_, tenures)| tenures.bytes()).sum();
        tenures + self.spans.bytes() + size_of_val(self.of.as_slice())
    }
}

// Not made of adaptors: whoever asks would compile these anew, and mostly for size.
impl<'a> Iterator for OnDay<'a> {
    type Item = Sitting<'a>;

    fn next(&mut self) -> Option<Sitting<'a>> {
        loop {
            if let (Some(at), Some((_, of))) = (self.rows.next(), &self.of) {
                return Some(of.sitting(at));
            }
            self.go_on()?;
        }
    }
}

impl OnDay<'_> {
    /// To the next span that holds.
    fn go_on(&mut self) -> Option<()> {
        let at = self.city.spans.next(self.next, number(self.day))?;
        let committee = self.city.of[at];
        if self.of.as_ref().is_none_or(|(of, _)| *of != committee) {
            self.of = Some((committee, self.city.of(committee, self.day)));
        }
        self.rows = self.city.spans.rows(at);
        self.next = at + 1;
        Some(())
    }
}

impl<'a> Of<'a> {
    fn sitting(&self, at: usize) -> Sitting<'a> {
        let (committee, tenures) = (self.committee, self.tenures);
        let row = &tenures.told.rows[at];
        Sitting {
            committee: &committee.id,
            name: self.name,
            seat: &committee.seats[row.seat as usize].what.seat,
            role: tenures.roles[usize::from(row.role)].words.as_deref(),
            who: &row.who,
            known: tenures.told.known[at],
            citation: &tenures.citations[usize::from(row.citation)],
        }
    }
}

impl Told {
    /// What is told of tenures; `shown` are the words of the committee.
    pub(super) fn of(tenures: &[((i32, i32), Tenure)], shown: &[Arc<str>]) -> Self {
        let row = |(_, tenure): &(_, Tenure)| Row {
            who: Arc::clone(&shown[tenure.who as usize]),
            seat: tenure.seat,
            role: tenure.role,
            citation: tenure.citation,
        };
        let mut spans = Spans::default();
        let heads = tenures.iter().enumerate().filter(|(_, (_, tenure))| tenure.counts && tenure.own);
        heads.for_each(|(at, (days, _))| spans.push(at, *days));
        let known = tenures.iter().map(|(_, tenure)| tenure.person.is_some()).collect();
        Self { rows: tenures.iter().map(row).collect(), known, spans }
    }

    /// The person, else the place, of the tenure in this place.
    pub(super) fn who(&self, at: usize) -> &str {
        &self.rows[at].who
    }
}

impl Tenures {
    fn bytes(&self) -> usize {
        let people = self.people.len() * size_of::<Option<Id>>();
        let cited = |citation: &Citation| {
            let parts = [citation.place.as_ref(), citation.note.as_ref()].into_iter().flatten();
            size_of::<Citation>() + citation.decision.capacity() + parts.map(String::capacity).sum::<usize>()
        };
        let citations: usize = self.citations.iter().map(cited).sum();
        let mut words: Vec<&Arc<str>> = self.told.rows.iter().map(|row| &row.who).collect();
        words.sort_unstable_by_key(|words| words.as_ptr());
        words.dedup_by_key(|words| words.as_ptr());
        self.rows.len() * (size_of::<Tenure>() + size_of::<Row>() + size_of::<bool>())
            + self.spans.bytes()
            + self.told.spans.bytes()
            + people
            + words.iter().map(|words| 2 * size_of::<usize>() + words.len()).sum::<usize>()
            + citations
    }
}
