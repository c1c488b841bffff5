//! Trees made by chance, of many shapes and sizes. The same seed gives the same tree on every machine.
#![allow(dead_code)] // each test uses some of it

use diagram::tidy::{Spacing, Tree};

/// Numbers that look like chance (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.any() % u64::from(bound)).unwrap()
    }

    pub fn within(&mut self, least: i32, most: i32) -> i32 {
        least + i32::try_from(self.below(u32::try_from(most - least).unwrap() + 1)).unwrap()
    }
}

/// A tree of at most so many cards, and what is kept free in it.
pub fn grown(seed: u64, most: u32) -> (Tree, Spacing) {
    let mut chance = Chance::new(seed);
    let count = 1 + chance.below(most);
    let (shape, sizes) = (chance.below(6), chance.below(4));
    let mut cards = Vec::new();
    let mut branches = vec![0];
    for number in 0..count {
        let parent = match (number, shape) {
            (0, _) => 0,
            // Bushy: anybody is a parent.
            (_, 0) => chance.below(number),
            // Deep: one of the last few.
            (_, 1) => number - 1 - chance.below(number.min(3)),
            (_, 2) => number - 1 - chance.below(number.min(12)),
            // Broad: few branches, and most cards are leaves.
            (_, 3) => branches[chance.below(u32::try_from(branches.len()).unwrap()) as usize],
            // A long stem, with leaves near its top and a bush at its foot.
            (_, 4) if number < count / 3 => number - 1,
            (_, 4) if chance.below(2) == 0 => chance.below(number.min(4)),
            (_, 4) => count / 3 + chance.below(number.saturating_sub(count / 3).max(1)),
            // Each twice.
            _ => (number - 1) / 2,
        }
        .min(number.saturating_sub(1));
        if number > 0 && chance.below(8) == 0 {
            branches.push(number);
        }
        let (width, height) = match sizes {
            // The cards of a chart.
            0 => *one(&mut chance, &[(122 * 16, 50 * 16), (168 * 16, 66 * 16), (216 * 16, 82 * 16)]),
            1 => (chance.within(0, 4000), chance.within(0, 2000)),
            // Where rounding and touching show: a few units, and none.
            2 => (chance.within(0, 5), chance.within(0, 3)),
            // Small ones, and now and then a very wide or a very high one.
            _ => match chance.below(10) {
                0 => (chance.within(5000, 30_000), chance.within(1, 100)),
                1 => (chance.within(1, 100), chance.within(5000, 30_000)),
                _ => (chance.within(1, 300), chance.within(1, 300)),
            },
        };
        cards.push((parent, width, height));
    }
    let spacing = match chance.below(4) {
        0 => Spacing { siblings: 0, levels: 0 },
        1 => Spacing { siblings: chance.within(0, 3), levels: chance.within(0, 3) },
        _ => Spacing { siblings: chance.within(0, 400), levels: chance.within(0, 800) },
    };
    (planted(&cards), spacing)
}

fn one<'a, T>(chance: &mut Chance, of: &'a [T]) -> &'a T {
    &of[chance.below(u32::try_from(of.len()).unwrap()) as usize]
}

/// The tree of cards that say their parent, the first being the root.
pub fn planted(cards: &[(u32, i32, i32)]) -> Tree {
    let mut children = vec![Vec::new(); cards.len()];
    for (card, (parent, ..)) in (0..).zip(cards).skip(1) {
        children[*parent as usize].push(card);
    }
    let mut tree = Tree::default();
    // Cards to begin, and to end by their number in the tree.
    let mut open: Vec<Result<u32, u32>> = vec![Ok(0)];
    while let Some(next) = open.pop() {
        match next {
            Ok(card) => {
                let (_, width, height) = cards[card as usize];
                open.push(Err(tree.begin(width, height)));
                open.extend(children[card as usize].iter().rev().map(|child| Ok(*child)));
            }
            Err(number) => tree.end(number),
        }
    }
    tree
}

/// The children of each card, in their order.
pub fn children(tree: &Tree) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); tree.len()];
    for (parent, below) in children.iter_mut().enumerate() {
        let mut child = parent + 1;
        while child < tree.ends[parent] as usize {
            below.push(child);
            child = tree.ends[child] as usize;
        }
    }
    children
}

/// The parent of each card; of the root, none.
pub fn parents(tree: &Tree) -> Vec<Option<usize>> {
    let mut parents = vec![None; tree.len()];
    for (parent, below) in children(tree).iter().enumerate() {
        below.iter().for_each(|child| parents[*child] = Some(parent));
    }
    parents
}

/// A branch as a tree of its own.
pub fn cut(tree: &Tree, root: usize) -> Tree {
    let branch = root..tree.ends[root] as usize;
    let first = u32::try_from(root).unwrap();
    Tree {
        ends: tree.ends[branch.clone()].iter().map(|end| end - first).collect(),
        widths: tree.widths[branch.clone()].to_vec(),
        heights: tree.heights[branch].to_vec(),
    }
}

/// A number for what was laid out: another one as soon as one card stands elsewhere (FNV-1a).
pub fn checksum(of: impl IntoIterator<Item = i32>) -> u64 {
    of.into_iter()
        .flat_map(i32::to_le_bytes)
        .fold(0xCBF2_9CE4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3))
}
