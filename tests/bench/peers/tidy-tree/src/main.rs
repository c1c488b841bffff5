//! Lays trees out with the crate tidy-tree, in turn and over and over, and prints the best time of each, as the mean of
//! them in nanoseconds, and how many cards were placed. Reads from standard input, a line each: how many rounds; what
//! is kept free between levels and between siblings; and for each tree the parents (the root's is -1), the widths and
//! the heights.

use std::error::Error;
use std::io::Read;
use std::time::Instant;

use tidy_tree::{NULL_ID, TidyTree};

fn main() -> Result<(), Box<dyn Error>> {
    let mut asked = String::new();
    std::io::stdin().read_to_string(&mut asked)?;
    let lines: Vec<Vec<f64>> = asked
        .lines()
        .map(|line| line.split(' ').map(str::parse).collect::<Result<_, _>>())
        .collect::<Result<_, _>>()?;
    let [rounds, spacing, trees @ ..] = &lines[..] else { return Err("lines are missing".into()) };
    let rounds = rounds[0] as usize;
    let mut trees: Vec<TidyTree> = trees.chunks(3).map(|tree| built(spacing, tree)).collect();
    let mut best = vec![u128::MAX; trees.len()];
    for round in 0..2 * rounds {
        for (tree, best) in trees.iter_mut().zip(&mut best) {
            let clock = Instant::now();
            tree.layout();
            let time = clock.elapsed().as_nanos();
            // The first half warms it up.
            if round >= rounds {
                *best = time.min(*best);
            }
        }
    }
    let placed: usize = trees.iter_mut().map(|tree| tree.get_pos().len() / 3).sum();
    println!("{} {placed}", best.iter().sum::<u128>() / best.len() as u128);
    Ok(())
}

fn built(spacing: &[f64], lines: &[Vec<f64>]) -> TidyTree {
    let [parents, widths, heights] = lines else { panic!("a tree has three lines") };
    let mut tree = TidyTree::with_tidy_layout(spacing[0], spacing[1]);
    for card in 0..parents.len() {
        let parent = if parents[card] < 0.0 { NULL_ID } else { parents[card] as usize };
        tree.add_node(card, widths[card], heights[card], parent);
    }
    tree
}
