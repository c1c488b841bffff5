//! What it costs to lay out a tree of cards, beside d3-flextree and the crate tidy-tree; and, apart from that, to
//! measure and break the text on the cards.

mod crates;
mod flextree;
mod grove;
mod words;

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use diagram::tidy::{Spacing, Tree, Unplaceable, tidy};

use crate::table::{Table, faster, shown};

/// How many cards a tree has, how many such trees are laid out in turn, and in how many rounds: by ours and by
/// tidy-tree, and by d3-flextree. Several trees, so that none is known by heart to what guesses branches.
const SIZES: [(u32, u64, usize, usize); 3] = [(1_000, 16, 100, 20), (10_000, 4, 60, 20), (100_000, 2, 40, 12)];

/// What is kept free on a chart.
const SPACING: Spacing = Spacing { siblings: 8 * diagram::PX, levels: 28 * diagram::PX };

/// Measures the layout at three sizes, and the text.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    // First, while nothing of the text has been touched.
    let words = words::measure()?;
    let mut each = Vec::new();
    for (count, trees, rounds, theirs) in SIZES {
        let trees: Vec<Tree> = (0..trees).map(|seed| grove::city(count, seed)).collect();
        let ours = ours(&trees, rounds)?;
        let crates = crates::timed(&trees, SPACING, rounds)?;
        let (widths, flextree) = flextree::timed(&trees, SPACING, theirs)?;
        same_widths(&trees, &widths)?;
        each.push(ours.as_secs_f64() / f64::from(count));
        for (peer, time, aim) in [("d3-flextree 2.1.2", flextree, "≥ 100 ×"), ("tidy-tree 0.1.0", crates, "≥ 5 ×")]
        {
            let what = format!("{count} cards laid out; the peer: {peer}");
            table.row(what, shown(ours), shown(time), faster(ours, time), aim);
        }
    }
    if let [few, .., many] = each[..] {
        let ratio = format!("{:.2} ×", many / few);
        let [few, many] = [few, many].map(|each| format!("{:.1} ns", each * 1e9));
        table.row("a card of 100000, against a card of 1000".to_owned(), many, few, ratio, "≤ 3 ×");
    }
    words.into_iter().for_each(|[what, ours, peer, ratio, aim]| table.row(what, ours, peer, ratio, &aim));
    Ok(table)
}

/// The best time of each tree, and of those the mean: what else the machine does takes from every time, and never
/// adds speed. The times are of the trees in turn.
pub fn best(times: &[Duration], trees: usize) -> Duration {
    let least = (0..trees).filter_map(|tree| times.iter().skip(tree).step_by(trees).min());
    least.sum::<Duration>() / u32::try_from(trees).unwrap_or(1)
}

/// Some trees in turn, in so many rounds after as many to warm up.
fn timed(
    trees: usize,
    rounds: usize,
    mut lay: impl FnMut(usize) -> Result<(), Unplaceable>,
) -> Result<Duration, Unplaceable> {
    let mut times = Vec::new();
    for round in 0..2 * rounds {
        for tree in 0..trees {
            let clock = Instant::now();
            lay(tree)?;
            let time = clock.elapsed();
            if round >= rounds {
                times.push(time);
            }
        }
    }
    Ok(best(&times, trees))
}

/// From the sizes to the places.
fn ours(trees: &[Tree], rounds: usize) -> Result<Duration, Unplaceable> {
    timed(trees.len(), rounds, |tree| {
        black_box(tidy(black_box(&trees[tree]), SPACING)?);
        Ok(())
    })
}

/// Both drew the same thing: to a unit for each level.
fn same_widths(trees: &[Tree], theirs: &[f64]) -> Result<(), Box<dyn Error>> {
    if trees.len() != theirs.len() {
        return Err("d3-flextree did not lay every tree out".into());
    }
    for (tree, theirs) in trees.iter().zip(theirs) {
        let mut levels: Vec<u32> = Vec::new();
        for parent in grove::parents(tree) {
            levels.push(parent.map_or(0, |parent| levels[parent as usize] + 1));
        }
        let levels = levels.into_iter().max().unwrap_or(0);
        let off = f64::from(tidy(tree, SPACING)?.width) - theirs;
        println!("{} cards, {levels} levels below the root: {off} units wider than d3-flextree's {theirs}", tree.len());
        if off.abs() > f64::from(levels) {
            return Err("the drawings differ in width".into());
        }
    }
    Ok(())
}
