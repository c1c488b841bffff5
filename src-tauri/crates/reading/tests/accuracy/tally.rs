//! Many papers, added up.

use std::collections::BTreeMap;

use crate::score::{Scored, Values, Verdict};
use crate::seats::Seats;

/// The verdicts on one field.
#[derive(Clone, Copy, Debug, Default)]
pub struct Verdicts {
    pub right: usize,
    pub wrong: usize,
    pub missing: usize,
    pub invented: usize,
}

impl Verdicts {
    /// All that are not right.
    pub fn errors(&self) -> usize {
        self.wrong + self.missing + self.invented
    }
}

/// The sums over some papers.
#[derive(Debug, Default)]
pub struct Tally {
    pub papers: usize,
    /// Papers that gave no answer at all.
    pub unread: usize,
    pub fields: BTreeMap<&'static str, Verdicts>,
    pub lists: BTreeMap<&'static str, Values>,
    pub seats: Seats,
    /// Papers that seat nobody, and those of them whose answer seats nobody either.
    pub negatives: usize,
    pub held: usize,
}

impl Tally {
    /// Adds up the papers.
    pub fn of<'a>(papers: impl IntoIterator<Item = &'a Scored>) -> Self {
        let mut tally = Self::default();
        for paper in papers {
            tally.add(paper);
        }
        tally
    }

    fn add(&mut self, paper: &Scored) {
        self.papers += 1;
        self.unread += usize::from(paper.failed.is_some());
        for (field, verdict) in &paper.fields {
            let verdicts = self.fields.entry(field).or_default();
            *match verdict {
                Verdict::Right => &mut verdicts.right,
                Verdict::Wrong => &mut verdicts.wrong,
                Verdict::Missing => &mut verdicts.missing,
                Verdict::Invented => &mut verdicts.invented,
            } += 1;
        }
        for (list, values) in &paper.lists {
            let sum = self.lists.entry(list).or_default();
            sum.right += values.right;
            sum.missed += values.missed;
            sum.extra += values.extra;
        }
        let (sum, seats) = (&mut self.seats, paper.seats);
        sum.gold += seats.gold;
        sum.read += seats.read;
        sum.found += seats.found;
        sum.right += seats.right;
        sum.citable += seats.citable;
        sum.cited += seats.cited;
        self.negatives += usize::from(paper.held.is_some());
        self.held += usize::from(paper.held == Some(true));
    }

    /// What is not right of one field.
    pub fn errors(&self, field: &str) -> usize {
        self.fields.get(field).map_or(0, Verdicts::errors)
    }

    /// Relations to other decisions and bodies that were not read.
    pub fn relations_missed(&self) -> usize {
        ["replaces", "amends", "repeals", "dissolves"]
            .iter()
            .filter_map(|list| self.lists.get(list))
            .map(|v| v.missed)
            .sum()
    }

    /// Everything that was read and does not stand in the paper.
    pub fn invented(&self) -> usize {
        let fields: usize = self.fields.values().map(|verdicts| verdicts.invented).sum();
        let lists: usize = self.lists.values().map(|values| values.extra).sum();
        fields + lists + self.seats.read - self.seats.found
    }
}

/// Precision, recall, and their harmonic mean.
pub fn measures(right: usize, read: usize, gold: usize) -> [f64; 3] {
    let (precision, recall) = (share(right, read), share(right, gold));
    let both = precision + recall;
    [precision, recall, if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 }]
}

/// The part of the whole; of nothing, all.
#[allow(clippy::cast_precision_loss)]
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}
