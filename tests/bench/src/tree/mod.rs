//! What it costs to lay out a tree of cards, beside d3-flextree and the crate tidy-tree; and, apart from that, to
//! measure and break the text on the cards.

mod crates;
mod flextree;
mod grove;
mod words;

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use diagram::tidy::{Places, Spacing, Tree, tidy};

use crate::table::{Table, median, shown};

/// How many cards, how often ours and tidy-tree are timed, and how often d3-flextree.
const SIZES: [(u32, usize, usize); 3] = [(1_000, 400, 200), (10_000, 80, 40), (100_000, 24, 16)];

/// What is kept free on a chart.
const SPACING: Spacing = Spacing { siblings: 8 * diagram::PX, levels: 28 * diagram::PX };

/// Measures the layout at three sizes, and the text.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    // First, while nothing of the text has been touched.
    let words = words::measure()?;
    let mut each = Vec::new();
    for (count, rounds, theirs) in SIZES {
        let tree = grove::city(count);
        let places = tidy(&tree, SPACING)?;
        let ours = timed(&tree, rounds)?;
        let crates = crates::timed(&tree, SPACING, rounds)?;
        let (width, flextree) = flextree::timed(&tree, SPACING, theirs)?;
        same_width(&tree, &places, width)?;
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

/// How many times as fast.
pub fn faster(ours: Duration, peer: Duration) -> String {
    format!("{:.0} × faster", peer.as_secs_f64() / ours.as_secs_f64())
}

/// From the sizes to the places, the tree built before.
fn timed(tree: &Tree, rounds: usize) -> Result<Duration, Box<dyn Error>> {
    let mut times = Vec::new();
    for round in 0..2 * rounds {
        let clock = Instant::now();
        black_box(tidy(black_box(tree), SPACING)?);
        // The first half warms it up.
        if round >= rounds {
            times.push(clock.elapsed());
        }
    }
    Ok(median(times))
}

/// Both drew the same thing: to a unit for each level.
fn same_width(tree: &Tree, places: &Places, theirs: f64) -> Result<(), Box<dyn Error>> {
    let mut levels = vec![0_u32; tree.len()];
    for card in 1..tree.len() {
        levels[card] = levels[tree.parents[card] as usize] + 1;
    }
    let levels = levels.into_iter().max().unwrap_or(0);
    let off = f64::from(places.width) - theirs;
    println!("{} cards, {levels} levels below the root: {off} units wider than d3-flextree's {theirs}", tree.len());
    if off.abs() > f64::from(levels) { Err("the drawings differ in width".into()) } else { Ok(()) }
}
