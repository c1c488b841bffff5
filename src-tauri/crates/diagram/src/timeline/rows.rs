//! Rows in a lane: periods that overlap lie in different ones.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// For each period, which must come in the order of their first days, the uppermost row that is free then: one that
/// follows another takes its row over. A period takes a day at least, so that no two points fall on each other.
#[must_use]
pub fn pack(periods: impl IntoIterator<Item = (i32, i32)>) -> Vec<i32> {
    let mut free: BTreeSet<i32> = BTreeSet::new();
    let mut taken: BinaryHeap<Reverse<(i32, i32)>> = BinaryHeap::new();
    let mut rows = 0;
    let row_of = |(from, to): (i32, i32)| {
        while let Some(Reverse((until, row))) = taken.peek().copied()
            && until <= from
        {
            taken.pop();
            free.insert(row);
        }
        let row = free.pop_first().unwrap_or_else(|| {
            rows += 1;
            rows - 1
        });
        taken.push(Reverse((to.max(from.saturating_add(1)), row)));
        row
    };
    periods.into_iter().map(row_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_follows_takes_the_row_over() {
        assert_eq!(pack([(0, 10), (10, 20), (20, i32::MAX)]), [0, 0, 0]);
    }

    #[test]
    fn what_overlaps_lies_beside_each_other_and_the_uppermost_free_row_is_taken() {
        assert_eq!(pack([(0, 10), (2, 5), (3, 30), (6, 8), (10, 12)]), [0, 1, 2, 1, 0]);
    }

    #[test]
    fn two_on_one_day_do_not_fall_on_each_other() {
        assert_eq!(pack([(5, 5), (5, 5), (6, 6)]), [0, 1, 0]);
    }
}
