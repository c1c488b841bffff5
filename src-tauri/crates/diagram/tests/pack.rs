//! What must hold of packed leaves, held against lists made by chance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod grove;

use diagram::tidy::pack::{Block, pack};
use diagram::tidy::{Spacing, Tree, Unplaceable, tidy};
use grove::{Chance, checksum};

/// Leaves made by chance, a gap and a proportion.
fn gathered(seed: u64) -> (Vec<(i32, i32)>, i32, (u32, u32)) {
    let mut chance = Chance::new(seed);
    let same = chance.below(3) == 0;
    let first = (chance.within(0, 4000), chance.within(0, 1500));
    let count = chance.below(200);
    let sizes = (0..count).map(|_| if same { first } else { (chance.within(0, 4000), chance.within(0, 1500)) });
    let sizes = sizes.collect();
    (sizes, chance.within(0, 300), (chance.below(20), 1 + chance.below(20)))
}

/// Rows of leaves: where each begins and ends in the list.
fn rows(block: &Block) -> Vec<std::ops::Range<usize>> {
    let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
    for (leaf, y) in block.y.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if block.y[row.start] == *y && block.x[leaf] >= block.x[leaf - 1] => row.end = leaf + 1,
            _ => rows.push(leaf..leaf + 1),
        }
    }
    rows
}

#[test]
fn leaves_stand_apart_and_in_order_within_their_block() {
    for seed in 0..2000 {
        let (sizes, gap, proportion) = gathered(seed);
        let block = pack(&sizes, gap, proportion).unwrap();
        assert_eq!((block.x.len(), block.y.len()), (sizes.len(), sizes.len()), "seed {seed}");
        let right = (0..sizes.len()).map(|leaf| block.x[leaf] + sizes[leaf].0).max().unwrap_or(0);
        let bottom = (0..sizes.len()).map(|leaf| block.y[leaf] + sizes[leaf].1).max().unwrap_or(0);
        assert_eq!((block.width, block.height), (right, bottom), "seed {seed}");
        let rows = rows(&block);
        for (number, row) in rows.iter().enumerate() {
            assert_eq!(block.x[row.start], 0, "seed {seed}: row {number} begins at the edge");
            for leaf in row.start + 1..row.end {
                assert_eq!(block.x[leaf], block.x[leaf - 1] + sizes[leaf - 1].0 + gap, "seed {seed}: leaf {leaf}");
            }
            let tallest = sizes[row.clone()].iter().map(|(_, height)| *height).max().unwrap();
            if let Some(next) = rows.get(number + 1) {
                assert_eq!(block.y[next.start], block.y[row.start] + tallest + gap, "seed {seed}: row {number}");
            }
        }
    }
}

#[test]
fn equal_leaves_make_the_narrowest_grid_that_is_not_too_high() {
    for seed in 0..2000 {
        let mut chance = Chance::new(seed);
        let (width, height) = (chance.within(1, 4000), chance.within(1, 1500));
        let (count, gap) = (1 + chance.below(400), chance.within(0, 300));
        let (broad, high) = (1 + chance.below(20), 1 + chance.below(20));
        let block = pack(&vec![(width, height); count as usize], gap, (broad, high)).unwrap();
        let count = i32::try_from(count).unwrap();
        let size = |columns: i32| {
            let rows = (count + columns - 1) / columns;
            (columns * (width + gap) - gap, rows * (height + gap) - gap)
        };
        // Tried one number of columns after the other.
        let low = |(w, h): (i32, i32)| i64::from(h) * i64::from(broad) <= i64::from(w) * i64::from(high);
        let columns = (1..=count).find(|columns| low(size(*columns))).unwrap_or(count);
        let columns = (1..=columns).find(|fewer| size(*fewer).1 == size(columns).1).unwrap();
        assert_eq!((block.width, block.height), size(columns), "seed {seed}: {count} leaves");
    }
}

#[test]
fn unequal_leaves_come_near_the_proportion() {
    // Cards of one width and three heights, as a chart has them; of widths that differ little.
    for seed in 0..500 {
        let mut chance = Chance::new(seed);
        let count = 100 + chance.below(300);
        let leaf = |chance: &mut Chance| (chance.within(2000, 2600), [800, 1000, 1200][chance.below(3) as usize]);
        let sizes: Vec<_> = (0..count).map(|_| leaf(&mut chance)).collect();
        let block = pack(&sizes, 128, (3, 2)).unwrap();
        let times_wished = f64::from(block.width) * 2.0 / (f64::from(block.height) * 3.0);
        assert!((0.75..1.34).contains(&times_wished), "seed {seed}: {} × {}", block.width, block.height);
    }
}

#[test]
fn a_proportion_may_be_all_width_or_all_height() {
    let leaves = [(30, 10), (20, 10), (40, 10)];
    let row = pack(&leaves, 5, (1, 0)).unwrap();
    assert_eq!((row.x, row.y), (vec![0, 35, 60], vec![0, 0, 0]));
    let column = pack(&leaves, 5, (0, 1)).unwrap();
    assert_eq!((column.x, column.y), (vec![0, 0, 0], vec![0, 15, 30]));
}

#[test]
fn a_parent_of_three_hundred_leaves_has_a_block_under_it() {
    let leaves = vec![(168 * 16, 66 * 16); 300];
    let block = pack(&leaves, 8 * 16, (3, 2)).unwrap();
    // Fourteen columns: 2456 px by 1620. Thirteen would be too high, 2280 px by 1768.
    assert_eq!((rows(&block).len(), block.width, block.height), (22, 2456 * 16, 1620 * 16));
    let mut tree = Tree::default();
    let parent = tree.begin(216 * 16, 82 * 16);
    tree.leaf(block.width, block.height);
    tree.end(parent);
    let places = tidy(&tree, Spacing { siblings: 8 * 16, levels: 28 * 16 }).unwrap();
    assert_eq!((places.width, places.x[1]), (block.width, 0));
}

#[test]
fn every_machine_packs_the_same() {
    let all = || {
        (0..200).flat_map(|seed| {
            let (sizes, gap, proportion) = gathered(seed);
            let block = pack(&sizes, gap, proportion).unwrap();
            block.x.into_iter().chain(block.y).chain([block.width, block.height])
        })
    };
    assert_eq!(format!("{:016x}", checksum(all())), "b1c48b393c35f270");
}

#[test]
fn what_cannot_be_packed_is_refused() {
    assert_eq!(pack(&[], 1, (1, 1)), Ok(Block::default()));
    assert_eq!(pack(&[(1, 1), (1, -1)], 1, (1, 1)), Err(Unplaceable::Size(1)));
    assert_eq!(pack(&[(-1, 1)], 1, (1, 1)), Err(Unplaceable::Size(0)));
    assert_eq!(pack(&[(1, 1)], -1, (1, 1)), Err(Unplaceable::Spacing));
    assert_eq!(pack(&[(1, 1)], 1, (0, 0)), Err(Unplaceable::Spacing));
    assert_eq!(pack(&[(1 << 29, 1), (1 << 29, 1)], 0, (1, 1)), Err(Unplaceable::TooLarge));
    assert_eq!(pack(&[(1, i32::MAX)], 0, (1, 1)), Err(Unplaceable::TooLarge));
}
