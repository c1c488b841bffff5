//! The tree that is laid out: a city from its council down, every branch of another breadth.

use diagram::PX;
use diagram::tidy::{NONE, Tree};

/// The cards of a chart: three widths, three heights, in px.
const WIDTHS: [i32; 3] = [122, 168, 216];
const HEIGHTS: [i32; 3] = [50, 66, 82];

/// A tree of so many cards in preorder, the same each time: two to twelve under each, from the top down until there
/// are enough.
pub fn city(count: u32) -> Tree {
    let mut chance = Chance(u64::from(count));
    let mut children: Vec<std::ops::Range<u32>> = Vec::new();
    let mut there = 1;
    while children.len() < count as usize {
        let more = (2 + chance.below(11)).min(count - there);
        children.push(there..there + more);
        there += more;
    }
    let mut tree = Tree::default();
    let mut open = vec![(0, NONE)];
    while let Some((card, parent)) = open.pop() {
        let width = WIDTHS[chance.below(3) as usize] * PX;
        let height = HEIGHTS[chance.below(3) as usize] * PX;
        let number = tree.push(parent, width, height);
        open.extend(children[card as usize].clone().rev().map(|child| (child, number)));
    }
    tree
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
