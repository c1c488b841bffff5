//! The same layout worked out without any of its art: each branch as all of its cards, moved card by card, and
//! compared with all of those before it at every height. Slow, and short enough to be seen to be right.

use diagram::tidy::{Spacing, Tree};

/// A card of a branch: how far its left edge is from that of the branch's root.
#[derive(Clone, Copy)]
struct Set {
    card: usize,
    /// Which child of the root it stands under.
    sibling: usize,
    x: i32,
}

pub struct Naive<'a> {
    pub tree: &'a Tree,
    pub children: &'a [Vec<usize>],
    pub spacing: Spacing,
    /// Upper edges.
    pub y: Vec<i32>,
}

impl Naive<'_> {
    /// Left edges, of which the smallest is nothing.
    pub fn x(&self) -> Vec<i32> {
        let branch = self.branch(0);
        let leftmost = branch.iter().map(|set| set.x).min().unwrap();
        let mut x = vec![0; self.tree.len()];
        for set in branch {
            x[set.card] = set.x - leftmost;
        }
        x
    }

    fn branch(&self, root: usize) -> Vec<Set> {
        let alone = Set { card: root, sibling: 0, x: 0 };
        let children = &self.children[root];
        let (Some(first), Some(last)) = (children.first(), children.last()) else { return vec![alone] };
        let mut forest: Vec<Set> = Vec::new();
        let mut shares = vec![0_i64; children.len()];
        for (sibling, child) in children.iter().enumerate() {
            let mut branch = self.branch(*child);
            branch.iter_mut().for_each(|set| set.sibling = sibling);
            let place = self.place(&forest, &branch, sibling, &mut shares);
            branch.iter_mut().for_each(|set| set.x += place);
            forest.append(&mut branch);
        }
        for set in &mut forest {
            set.x += i32::try_from(shares[set.sibling] >> 20).unwrap();
        }
        let left = |card: usize| forest.iter().find(|set| set.card == card).unwrap().x;
        let span = left(*last) + self.tree.widths[*last] - left(*first);
        let place = (span - self.tree.widths[root]) / 2;
        forest.iter_mut().for_each(|set| set.x -= place);
        forest.push(alone);
        forest
    }

    /// Where a branch stands to clear all before it, looked at from its top down. Whenever it has to give way, those
    /// between it and the one it gives way to get their part of that.
    fn place(&self, forest: &[Set], branch: &[Set], sibling: usize, shares: &mut [i64]) -> i32 {
        let mut heights: Vec<i32> =
            forest.iter().chain(branch).flat_map(|set| [self.y[set.card], self.bottom(set.card)]).collect();
        heights.sort_unstable();
        heights.dedup();
        let mut place = None;
        for height in heights {
            let here = |set: &&Set| self.y[set.card] <= height && height < self.bottom(set.card);
            let before = forest.iter().filter(here).map(|set| (set.x + self.tree.widths[set.card], set.sibling)).max();
            let own = branch.iter().filter(here).map(|set| set.x).min();
            let (Some((right, from)), Some(left)) = (before, own) else { continue };
            let needs = right + self.spacing.siblings - left;
            let Some(stands) = place else {
                place = Some(needs);
                continue;
            };
            if needs > stands {
                place = Some(needs);
                let between = i64::try_from(sibling - from).unwrap();
                let part = (i64::from(needs - stands) << 20) / between;
                for (share, steps) in shares[from..sibling].iter_mut().zip(0..) {
                    *share += part * steps;
                }
            }
        }
        place.unwrap_or(0)
    }

    fn bottom(&self, card: usize) -> i32 {
        self.y[card] + (self.tree.heights[card] + self.spacing.levels).max(1)
    }
}
