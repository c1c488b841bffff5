//! Legal order, never journal order (domain.md §7, rule 1).

use std::cmp::Ordering;
use std::sync::Arc;

use crate::date::Day;
use crate::decision::{Decision, Key};
use crate::id::Id;

/// By effective day, then day of issue, then number within the series; what still ties is ordered by the
/// stable id. So importing 2015 after 2016 changes nothing. Answers places in `decisions`.
pub(super) fn order(decisions: &[Arc<Decision>], story: &[usize]) -> Vec<usize> {
    let mut ordered = story.to_vec();
    ordered.sort_by_cached_key(|at| Place::of(&decisions[*at]));
    ordered
}

/// The place of a decision in legal order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    effective_from: Day,
    issued_on: Day,
    key: Key,
    id: Id,
}

impl Place {
    pub(super) fn of(decision: &Decision) -> Self {
        Self {
            effective_from: decision.effective_from,
            issued_on: decision.issued_on,
            key: decision.key(),
            id: decision.id.clone(),
        }
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let days = (self.effective_from, self.issued_on).cmp(&(other.effective_from, other.issued_on));
        let number = || (&self.key.series, self.key.ordinal).cmp(&(&other.key.series, other.key.ordinal));
        days.then_with(number).then_with(|| self.id.cmp(&other.id))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
