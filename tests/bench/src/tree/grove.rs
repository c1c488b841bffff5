//! The tree that is laid out: a city from its council down, every branch of another breadth.

use diagram::PX;
use diagram::tidy::Tree;

/// The cards of a chart: three widths, three heights, in px.
const WIDTHS: [i32; 3] = [122, 168, 216];
const HEIGHTS: [i32; 3] = [50, 66, 82];

/// A tree of so many cards in preorder, the same for the same seed: two to twelve under each, from the top down until
/// there are enough.
pub fn city(count: u32, seed: u64) -> Tree {
    let mut chance = Chance(seed << 32 | u64::from(count));
    let mut children: Vec<std::ops::Range<u32>> = Vec::new();
    let mut there = 1;
    while children.len() < count as usize {
        let more = (2 + chance.below(11)).min(count - there);
        children.push(there..there + more);
        there += more;
    }
    let mut tree = Tree::default();
    // What is still to do, last first: a card of its own number to begin, or one of the tree's to end.
    enum Do {
        Begin(u32),
        End(u32),
    }
    let mut open = vec![Do::Begin(0)];
    while let Some(next) = open.pop() {
        match next {
            Do::Begin(card) => {
                let width = WIDTHS[chance.below(3) as usize] * PX;
                let height = HEIGHTS[chance.below(3) as usize] * PX;
                open.push(Do::End(tree.begin(width, height)));
                open.extend(children[card as usize].clone().rev().map(Do::Begin));
            }
            Do::End(number) => tree.end(number),
        }
    }
    tree
}

/// The parent of each card; of the root, none.
pub fn parents(tree: &Tree) -> Vec<Option<u32>> {
    let mut parents = vec![None; tree.len()];
    for (number, end) in (0..).zip(&tree.ends) {
        let mut child = number + 1;
        while child < *end {
            parents[child as usize] = Some(number);
            child = tree.ends[child as usize];
        }
    }
    parents
}

/// Numbers that look like chance.
pub struct Chance(pub u64);

impl Chance {
    /// One that is less than a bound.
    #[allow(clippy::cast_possible_truncation)] // less than the bound
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }
}
