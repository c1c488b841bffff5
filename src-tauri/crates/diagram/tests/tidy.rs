//! What must hold of every tree that is laid out, held against trees made by chance. `KIENTOAN_TREES` sets how many;
//! without it the short form runs. A failure names its seed; `KIENTOAN_SEED` is the first one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod grove;
mod naive;

use diagram::tidy::{Places, Spacing, Tree, Unplaceable, tidy};
use grove::{Chance, checksum, children, cut, grown, planted};
use naive::Naive;

const SHORT: u64 = 2000;

fn number(variable: &str, otherwise: u64) -> u64 {
    std::env::var(variable).map_or(otherwise, |text| text.parse().expect(variable))
}

#[test]
fn trees_made_by_chance_are_laid_out_tidily() {
    let (first, count) = (number("KIENTOAN_SEED", 0), number("KIENTOAN_TREES", SHORT));
    let (mut cards, mut pairs, mut sum) = (0, 0, 0_u64);
    for seed in first..first + count {
        let (tree, spacing) = grown(seed, 120);
        let at = format!("seed {seed}");
        let places = tidy(&tree, spacing).expect(&at);
        let children = children(&tree);
        under_their_parents(&tree, &children, spacing, &places, &at);
        pairs += apart_and_in_order(&tree, spacing, &places, &at);
        within_the_drawing(&tree, &places, &at);
        let naive = Naive { tree: &tree, children: &children, spacing, y: places.y.clone() };
        assert_eq!(places.x, naive.x(), "{at}: the naive layout differs");
        branch_alone(seed, &tree, spacing, &places, &at);
        cards += tree.len();
        sum = sum.rotate_left(1) ^ checksum(places.x.into_iter().chain(places.y));
    }
    println!("{count} trees from seed {first}, {cards} cards, {pairs} pairs side by side, checksum {sum:016x}");
}

/// Each child begins right below its parent, and the parent's middle is over that of its children. Where that leaves half
/// a unit, whichever is wider sticks out by it on the right.
fn under_their_parents(tree: &Tree, children: &[Vec<usize>], spacing: Spacing, places: &Places, at: &str) {
    assert_eq!(places.y[0], 0, "{at}");
    for (parent, below) in children.iter().enumerate() {
        let (Some(first), Some(last)) = (below.first(), below.last()) else { continue };
        let foot = places.y[parent] + (tree.heights[parent] + spacing.levels).max(1);
        assert!(below.iter().all(|child| places.y[*child] == foot), "{at}: a child of {parent}");
        let left = places.x[parent] - places.x[*first];
        let right = places.x[*last] + tree.widths[*last] - places.x[parent] - tree.widths[parent];
        let (less, more) = (left.abs(), right.abs());
        assert!(
            left.signum() * right.signum() >= 0 && (0..=1).contains(&(more - less)),
            "{at}: {parent} is off by {left} and {right}"
        );
    }
}

/// Cards side by side are in the order of their branches, with the gap between them. Answers how many pairs of cards
/// stand beside each other.
fn apart_and_in_order(tree: &Tree, spacing: Spacing, places: &Places, at: &str) -> u64 {
    let mut pairs = 0;
    let bottom = |card: usize| places.y[card] + (tree.heights[card] + spacing.levels).max(1);
    for left in 0..tree.len() {
        for right in left + 1..tree.len() {
            if places.y[left] < bottom(right) && places.y[right] < bottom(left) {
                let free = places.x[right] - (places.x[left] + tree.widths[left]);
                assert!(free >= spacing.siblings, "{at}: {free} between {left} and {right}");
                pairs += 1;
            }
        }
    }
    pairs
}

fn within_the_drawing(tree: &Tree, places: &Places, at: &str) {
    assert_eq!(places.x.iter().min(), Some(&0), "{at}");
    assert_eq!(places.x.iter().zip(&tree.widths).map(|(x, width)| x + width).max(), Some(places.width), "{at}");
    assert_eq!(places.y.iter().zip(&tree.heights).map(|(y, height)| y + height).max(), Some(places.height), "{at}");
}

/// A branch laid out alone looks as it does in its tree.
fn branch_alone(seed: u64, tree: &Tree, spacing: Spacing, places: &Places, at: &str) {
    let mut chance = Chance::new(!seed);
    let root = chance.below(u32::try_from(tree.len()).unwrap()) as usize;
    let alone = tidy(&cut(tree, root), spacing).expect(at);
    for own in 0..alone.x.len() {
        let card = root + own;
        let beside = (places.x[card] - places.x[root], places.y[card] - places.y[root]);
        assert_eq!((alone.x[own] - alone.x[0], alone.y[own]), beside, "{at}: {card} under {root}");
    }
}

/// The bytes that every machine must come to. Whoever changes the layout on purpose changes this number.
#[test]
fn every_machine_draws_the_same() {
    let places = |seed| {
        let (tree, spacing) = grown(seed, 400);
        tidy(&tree, spacing).unwrap()
    };
    let all = || (0..200).map(places).flat_map(|p| p.x.into_iter().chain(p.y).chain([p.width, p.height]));
    assert_eq!(checksum(all()), checksum(all()));
    assert_eq!(format!("{:016x}", checksum(all())), "6509159dd74ca6a4");
}

#[test]
fn a_chain_of_any_length_needs_no_stack() {
    const LENGTH: u32 = 100_000;
    let mut chain = Tree::default();
    for number in 0..LENGTH {
        chain.begin(10 + i32::try_from(number % 2).unwrap(), 5);
    }
    (0..LENGTH).for_each(|card| chain.end(card));
    let places = tidy(&chain, Spacing { siblings: 3, levels: 2 }).unwrap();
    assert_eq!((places.width, places.height), (11, 7 * 100_000 - 2));
    // What is odd about them does not add up on the way down.
    assert!(places.x.iter().all(|x| *x == 0));
    assert_eq!(places.y[99_999], 7 * 99_999);
}

#[test]
fn two_long_branches_stand_beside_each_other_all_the_way_down() {
    let mut comb = Tree::default();
    let root = comb.begin(10, 10);
    for _ in 0..2 {
        let branch: Vec<u32> = (0..50_000).map(|_| comb.begin(10, 10)).collect();
        branch.into_iter().for_each(|card| comb.end(card));
    }
    comb.end(root);
    let places = tidy(&comb, Spacing { siblings: 6, levels: 4 }).unwrap();
    assert_eq!((places.width, places.height), (26, 50_000 * 14 + 10));
    assert!(places.x[1..].iter().zip(0..).all(|(x, n)| *x == if n < 50_000 { 0 } else { 16 }));
}

#[test]
fn a_hundred_thousand_children_of_one_parent_stand_in_a_row() {
    let mut star = Tree::default();
    let root = star.begin(10, 10);
    for _ in 0..100_000 {
        star.leaf(10, 10);
    }
    star.end(root);
    let places = tidy(&star, Spacing { siblings: 6, levels: 4 }).unwrap();
    assert_eq!((places.width, places.height), (16 * 100_000 - 6, 24));
    assert!(places.x[1..].iter().zip(0..).all(|(x, n)| *x == 16 * n));
    assert_eq!(places.x[0], (places.width - 10) / 2);
}

#[test]
fn the_room_that_a_deep_branch_opens_is_shared_out() {
    // Two branches of which each has a wide foot, and two leaves between them.
    let parents_and_widths = [(0, 10), (0, 10), (0, 10), (0, 10), (0, 10), (1, 70), (4, 70)];
    let tree = planted(&parents_and_widths.map(|(parent, width)| (parent, width, 10)));
    assert_eq!(tree.ends, [7, 3, 3, 4, 5, 7, 7]);
    let places = tidy(&tree, Spacing { siblings: 6, levels: 0 }).unwrap();
    // 76 from first to last instead of 48: 28 more, in three parts, cut to whole units.
    let from_first = [1, 3, 4, 5].map(|card| places.x[card] - places.x[1]);
    assert_eq!(from_first, [0, 25, 50, 76]);
}

#[test]
fn what_is_no_tree_is_refused() {
    let spacing = Spacing { siblings: 1, levels: 1 };
    let ends = |ends: &[u32]| {
        let count = ends.len();
        tidy(&Tree { ends: ends.to_vec(), widths: vec![1; count], heights: vec![1; count] }, spacing)
    };
    assert_eq!(ends(&[2, 2, 3]), Err(Unplaceable::End(0)), "a second root");
    assert_eq!(ends(&[4, 2, 3]), Err(Unplaceable::End(0)), "past the last card");
    assert_eq!(ends(&[3, 1, 3]), Err(Unplaceable::End(1)), "before it begins");
    assert_eq!(ends(&[4, 3, 4, 4]), Err(Unplaceable::End(2)), "out of the one above it");
    assert_eq!(ends(&[4, 2, 4, 5]), Err(Unplaceable::End(3)), "a leaf past the last card");
    let sizes = |sizes: &[(i32, i32)]| {
        let mut tree = Tree::default();
        sizes.iter().for_each(|(width, height)| _ = tree.begin(*width, *height));
        (0..u32::try_from(sizes.len()).unwrap()).for_each(|card| tree.end(card));
        tree
    };
    assert_eq!(tidy(&sizes(&[(1, 1), (-1, 1)]), spacing), Err(Unplaceable::Size(1)));
    assert_eq!(tidy(&sizes(&[(1, -1)]), spacing), Err(Unplaceable::Size(0)));
    assert_eq!(tidy(&sizes(&[(i32::MAX, 1)]), spacing), Err(Unplaceable::TooLarge));
    assert_eq!(tidy(&sizes(&[(1, 1 << 29), (1, 1 << 29), (1, 1)]), spacing), Err(Unplaceable::TooLarge));
    assert_eq!(tidy(&sizes(&[(1, i32::MAX); 9]), spacing), Err(Unplaceable::TooLarge));
    let one = sizes(&[(1, 1)]);
    assert_eq!(tidy(&one, Spacing { siblings: -1, levels: 0 }), Err(Unplaceable::Spacing));
    assert_eq!(tidy(&one, Spacing { siblings: 0, levels: -1 }), Err(Unplaceable::Spacing));
    assert_eq!(tidy(&Tree { widths: vec![], ..one }, spacing), Err(Unplaceable::Lengths));
    assert_eq!(tidy(&Tree { widths: vec![1], ..Tree::default() }, spacing), Err(Unplaceable::Lengths));
    assert_eq!(tidy(&Tree::default(), spacing), Ok(Places::default()));
}

#[test]
fn the_widest_drawing_that_is_not_refused_still_counts_right() {
    let half = (1 << 29) - 1;
    let mut tree = Tree::default();
    let root = tree.begin(0, half);
    tree.leaf(half, 0);
    tree.leaf(half, half - 1);
    tree.end(root);
    let places = tidy(&tree, Spacing { siblings: 0, levels: 1 }).unwrap();
    assert_eq!((places.width, places.height), (2 * half, 2 * half));
    assert_eq!(places.x, [half, 0, half]);
}
