//! Lays a tree out with the crate tidy-tree, over and over, and prints the median time in nanoseconds and how many
//! cards were placed. Reads from standard input, a line each: how many rounds; what is kept free between levels and
//! between siblings; the parents (the root's is -1); the widths; the heights.

use std::error::Error;
use std::io::Read;
use std::time::Instant;

use tidy_tree::{NULL_ID, TidyTree};

fn main() -> Result<(), Box<dyn Error>> {
    let mut asked = String::new();
    std::io::stdin().read_to_string(&mut asked)?;
    let mut lines = asked.lines();
    let mut numbers = || -> Result<Vec<f64>, Box<dyn Error>> {
        let line = lines.next().ok_or("a line is missing")?;
        Ok(line.split(' ').map(str::parse).collect::<Result<_, _>>()?)
    };
    let rounds = numbers()?[0] as usize;
    let spacing = numbers()?;
    let (parents, widths, heights) = (numbers()?, numbers()?, numbers()?);
    let mut tree = TidyTree::with_tidy_layout(spacing[0], spacing[1]);
    for card in 0..parents.len() {
        let parent = if parents[card] < 0.0 { NULL_ID } else { parents[card] as usize };
        tree.add_node(card, widths[card], heights[card], parent);
    }
    let mut times = Vec::new();
    for round in 0..2 * rounds {
        let clock = Instant::now();
        tree.layout();
        // The first half warms it up.
        if round >= rounds {
            times.push(clock.elapsed().as_nanos());
        }
    }
    times.sort_unstable();
    println!("{} {}", times[times.len() / 2], tree.get_pos().len() / 3);
    Ok(())
}
