//! The days of what stands in a row: neighbours that begin and end together have them once.
//!
//! What one list seats mostly comes and goes together, so a row of thousands has a few hundred spans, and their days
//! lie in two columns: whoever asks for a day reads these alone, and then what holds.

use std::ops::Range;

use crate::date::Day;

/// The days of a row of things.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// The first day of each, as [`number`] has it.
    from: Vec<i32>,
    /// The first day after it.
    to: Vec<i32>,
    /// Where in the row it begins and ends.
    rows: Vec<Range<u32>>,
}

impl Spans {
    /// The next in the row, that stands in a place of it: of the same span as its neighbour, or of another.
    pub(super) fn push(&mut self, at: usize, (from, to): (i32, i32)) {
        let at = index(at);
        let last = self.rows.last_mut().filter(|last| last.end == at);
        match last.filter(|_| self.from.last() == Some(&from) && self.to.last() == Some(&to)) {
            Some(last) => last.end += 1,
            None => self.add(at..at + 1, (from, to)),
        }
    }

    fn add(&mut self, rows: Range<u32>, (from, to): (i32, i32)) {
        self.from.push(from);
        self.to.push(to);
        self.rows.push(rows);
    }

    /// Those of another row, behind these.
    pub(super) fn append(&mut self, other: &Self) {
        self.from.extend_from_slice(&other.from);
        self.to.extend_from_slice(&other.to);
        self.rows.extend_from_slice(&other.rows);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The first that holds on a day, of those from a place on.
    pub(super) fn next(&self, first: usize, day: i32) -> Option<usize> {
        let mut days = self.from.get(first..)?.iter().zip(&self.to[first..]);
        days.position(|(from, to)| *from <= day && day < *to).map(|at| first + at)
    }

    /// Where in the row a span lies.
    pub(super) fn rows(&self, at: usize) -> Range<usize> {
        let Range { start, end } = self.rows[at];
        start as usize..end as usize
    }

    /// The first day of a span, and the first after it.
    pub(super) fn days(&self, at: usize) -> (i32, i32) {
        (self.from[at], self.to[at])
    }

    /// The places in the row of what holds on a day, in their order.
    pub(super) fn held_on(&self, day: i32) -> impl Iterator<Item = usize> + '_ {
        let mut first = 0;
        let held = std::iter::from_fn(move || {
            let at = self.next(first, day)?;
            first = at + 1;
            Some(at)
        });
        held.flat_map(|at| self.rows(at))
    }

    /// Every place in the row with its days, in their order.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, (i32, i32))> + '_ {
        (0..self.len()).flat_map(move |span| self.rows(span).map(move |at| (at, self.days(span))))
    }

    pub(super) fn bytes(&self) -> usize {
        self.len() * (2 * size_of::<i32>() + size_of::<Range<u32>>())
    }
}

/// A day as a number that grows with it.
#[must_use]
pub(super) fn number(day: Day) -> i32 {
    (i32::from(day.year()) << 9) | (i32::from(day.month()) << 5) | i32::from(day.day())
}

/// A place in a row, as it is kept.
pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
