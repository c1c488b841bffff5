//! Everybody in every committee on a day, in passing over the tenures of all of them.
//!
//! A whole city does not fit into what a processor keeps at hand, so it costs what has to be fetched: the days of
//! some blocks, what is told of whoever sits, and little else of each committee.

use std::sync::Arc;

use super::Fold;
use super::committee::Committee;
use super::tenure::{BLOCK, Tenure, Tenures, number};
use crate::date::Day;
use crate::decision::Citation;
use crate::id::Id;

/// Everybody in every committee, on any day: the tenures of all committees side by side.
pub struct City<'a> {
    committees: Vec<(&'a Committee, Arc<Tenures>)>,
}

/// Everybody who sits on a day, one after the other.
pub struct OnDay<'a> {
    committees: std::slice::Iter<'a, (&'a Committee, Arc<Tenures>)>,
    day: Day,
    /// The committee that is being passed over.
    of: Option<Of<'a>>,
    /// The next block of its tenures.
    block: usize,
    /// Those of the block before that are still to be told, one bit for each.
    held: u64,
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
    /// Of each block, which of them count a head of the committee itself, one bit for each.
    sits: Vec<u64>,
    /// The same, of which a person is known.
    known: Vec<u64>,
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
        City { committees: self.committees.iter().map(|committee| (committee, self.tenures(committee))).collect() }
    }
}

impl City<'_> {
    /// Everybody who sits on a day, committee by committee; whom a sub-body seats not.
    #[must_use]
    pub fn on(&self, day: Day) -> OnDay<'_> {
        OnDay { committees: self.committees.iter(), day, of: None, block: 0, held: 0 }
    }

    /// Every tenure with its first day and the first day after it, as numbers that grow with the days.
    pub fn all(&self) -> impl Iterator<Item = (i32, i32, Sitting<'_>)> {
        self.committees.iter().flat_map(|(committee, tenures)| {
            let of = Of { committee, name: committee.name_on(Day::MAX), tenures };
            let sitting = (0..tenures.rows.len()).filter(|at| is_set(&tenures.told.sits, *at));
            sitting.map(move |at| (tenures.from[at], tenures.to[at], of.sitting(at)))
        })
    }

    /// How many bytes it takes beside the record.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.committees.iter().map(|(_, tenures)| tenures.bytes()).sum()
    }
}

// Not made of adaptors: whoever asks would compile these anew, and mostly for size.
impl<'a> Iterator for OnDay<'a> {
    type Item = Sitting<'a>;

    fn next(&mut self) -> Option<Sitting<'a>> {
        while self.held == 0 {
            self.go_on()?;
        }
        let at = (self.block - 1) * BLOCK + self.held.trailing_zeros() as usize;
        self.held &= self.held - 1;
        self.of.as_ref().map(|of| of.sitting(at))
    }
}

impl OnDay<'_> {
    /// To the next block, or to the next committee.
    fn go_on(&mut self) -> Option<()> {
        match &self.of {
            Some(of) if self.block < of.tenures.blocks() => {
                self.held = of.tenures.held_in(self.block, number(self.day)) & of.tenures.told.sits[self.block];
                self.block += 1;
            }
            _ => {
                let (committee, tenures) = self.committees.next()?;
                self.of = Some(Of { committee, name: committee.name_on(self.day), tenures });
                self.block = 0;
            }
        }
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
            known: is_set(&tenures.told.known, at),
            citation: &tenures.citations[usize::from(row.citation)],
        }
    }
}

impl Told {
    /// What is told of tenures; `shown` are the words of the committee.
    pub(super) fn of(tenures: &[Tenure], shown: &[Arc<str>]) -> Self {
        let row = |tenure: &Tenure| Row {
            who: Arc::clone(&shown[tenure.who as usize]),
            seat: tenure.seat,
            role: tenure.role,
            citation: tenure.citation,
        };
        Self {
            rows: tenures.iter().map(row).collect(),
            sits: bits(tenures, |tenure| tenure.counts && tenure.own),
            known: bits(tenures, |tenure| tenure.person.is_some()),
        }
    }

    /// The person, else the place, of the tenure in this place.
    pub(super) fn who(&self, at: usize) -> &str {
        &self.rows[at].who
    }
}

/// One bit for each tenure, a word for each block.
fn bits(tenures: &[Tenure], is_set: impl Fn(&Tenure) -> bool) -> Vec<u64> {
    let of_block = |block: &[Tenure]| {
        let tenures = block.iter().enumerate();
        tenures.fold(0, |bits, (bit, tenure)| bits | (u64::from(is_set(tenure)) << bit))
    };
    tenures.chunks(BLOCK).map(of_block).collect()
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits[at / BLOCK] >> (at % BLOCK) & 1 == 1
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
        self.rows.len() * (2 * size_of::<i32>() + size_of::<Tenure>() + size_of::<Row>())
            + people
            + words.iter().map(|words| 2 * size_of::<usize>() + words.len()).sum::<usize>()
            + citations
    }
}
