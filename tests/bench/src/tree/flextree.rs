//! d3-flextree, in Node.js.

use std::error::Error;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use diagram::tidy::{Spacing, Tree};
use serde_json::{Value, json};

use crate::table::median;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/flextree.mjs");

/// How wide it draws a tree, and how long that takes it, warmed up by as many rounds and timed within Node.js.
pub fn timed(tree: &Tree, spacing: Spacing, rounds: usize) -> Result<(f64, Duration), Box<dyn Error>> {
    let parents: Vec<i64> = tree.parents.iter().map(|parent| i64::from(parent.cast_signed())).collect();
    let heights: Vec<i32> = tree.heights.iter().map(|height| height + spacing.levels).collect();
    let question = json!({
        "parents": parents, "widths": tree.widths, "heights": heights, "gap": spacing.siblings, "rounds": rounds,
    });
    let mut node = Command::new("node").arg(SCRIPT).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut asked) = node.stdin.take() {
        writeln!(asked, "{question}").map_err(without_packages)?;
    }
    let answer: Value = serde_json::from_slice(&node.wait_with_output()?.stdout).map_err(without_packages)?;
    let times = answer["times"].as_array().into_iter().flatten().filter_map(Value::as_u64).map(Duration::from_nanos);
    let times: Vec<Duration> = times.collect();
    match answer["width"].as_f64() {
        Some(width) if times.len() == rounds => Ok((width, median(times))),
        _ => Err(format!("d3-flextree did not answer what it was asked: {answer}").into()),
    }
}

fn without_packages(error: impl Error) -> String {
    format!("Node.js did not lay the tree out ({error}): is it there, and `npm ci` done in tests/bench/peers?")
}
