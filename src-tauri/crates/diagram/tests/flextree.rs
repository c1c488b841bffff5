//! Drawings are as wide as those of d3-flextree 2.1.2, to one unit for each level below the root: it counts in
//! fractions, and a card stands on whole units here.
//!
//! What it came to for the first trees is kept in flextree/widths.txt, a tree a line. The ignored test asks it anew:
//! `npm ci` in tests/bench/peers, then `cargo test -p diagram --test flextree -- --ignored --nocapture`.
//! `KIENTOAN_TREES` sets how many trees, `KIENTOAN_KEEP` keeps the first answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod grove;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use diagram::tidy::{Spacing, Tree, tidy};
use grove::{grown, parents};

/// How many levels there are below the root.
fn depth(tree: &Tree) -> i32 {
    let mut depths: Vec<i32> = Vec::new();
    for parent in parents(tree) {
        depths.push(parent.map_or(0, |parent| depths[parent] + 1));
    }
    depths.into_iter().max().unwrap()
}

/// How much wider or narrower a drawing is than theirs, for each of its levels.
fn off(seed: u64, theirs: f64) -> f64 {
    let (tree, spacing) = grown(seed, 120);
    let wider = f64::from(tidy(&tree, spacing).unwrap().width) - theirs;
    let levels = f64::from(depth(&tree));
    assert!(wider.abs() <= levels, "seed {seed}: {wider} units wider than {theirs}, on {levels} levels");
    wider.abs() / levels.max(1.0)
}

/// What d3-flextree makes of some trees.
fn theirs(seeds: std::ops::Range<u64>) -> impl Iterator<Item = f64> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/bench/peers/flextree.mjs");
    let mut node = Command::new("node");
    let mut node = node.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node");
    let mut asked = node.stdin.take().unwrap();
    let answers = node.stdout.take().unwrap();
    std::thread::spawn(move || {
        for seed in seeds {
            let (tree, spacing) = grown(seed, 120);
            writeln!(asked, "{}", question(&tree, spacing)).unwrap();
        }
        drop(asked);
        node.wait().unwrap();
    });
    BufReader::new(answers).lines().map(|line| {
        let answer: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        answer["widths"][0].as_f64().unwrap()
    })
}

fn question(tree: &Tree, spacing: Spacing) -> serde_json::Value {
    let heights: Vec<i32> = tree.heights.iter().map(|height| (height + spacing.levels).max(1)).collect();
    let tree = serde_json::json!({ "parents": parents(tree), "widths": tree.widths, "heights": heights });
    serde_json::json!({ "trees": [tree], "gap": spacing.siblings, "rounds": 0 })
}

const KEPT: &str = "tests/flextree/widths.txt";
const KEPT_TREES: usize = 500;

#[test]
fn drawings_are_as_wide_as_those_of_d3_flextree() {
    let kept = std::fs::read_to_string(KEPT).unwrap();
    let widths: Vec<f64> = kept.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(widths.len(), KEPT_TREES);
    for (seed, theirs) in (0..).zip(widths) {
        off(seed, theirs);
    }
}

#[test]
#[ignore = "needs Node.js and what `npm ci` lays into tests/bench/peers"]
fn drawings_are_as_wide_as_those_that_d3_flextree_makes_now() {
    let count = std::env::var("KIENTOAN_TREES").map_or(2000, |text| text.parse().unwrap());
    let (mut trees, mut worst, mut first) = (0, 0.0_f64, String::new());
    for (seed, theirs) in (0..count).zip(theirs(0..count)) {
        worst = worst.max(off(seed, theirs));
        if trees < KEPT_TREES {
            first += &format!("{theirs}\n");
        }
        trees += 1;
    }
    assert_eq!(trees as u64, count, "d3-flextree answered less than it was asked");
    println!("{trees} trees, at most {worst:.3} units a level");
    if std::env::var_os("KIENTOAN_KEEP").is_some() {
        std::fs::write(KEPT, &first).unwrap();
    }
    assert_eq!(std::fs::read_to_string(KEPT).unwrap(), first, "what is kept is not what d3-flextree answers");
}
