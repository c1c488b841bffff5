//! d3-flextree, in Node.js.

use std::error::Error;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use diagram::tidy::{Spacing, Tree};
use serde_json::{Value, json};

use super::{best, grove};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/flextree.mjs");

/// How wide it draws some trees, and how long one of them takes it at best: in turn and in as many rounds, after as
/// many to warm up, timed within Node.js.
pub fn timed(trees: &[Tree], spacing: Spacing, rounds: usize) -> Result<(Vec<f64>, Duration), Box<dyn Error>> {
    let trees: Vec<Value> = trees
        .iter()
        .map(|tree| {
            let heights: Vec<i32> = tree.heights.iter().map(|height| height + spacing.levels).collect();
            json!({ "parents": grove::parents(tree), "widths": tree.widths, "heights": heights })
        })
        .collect();
    let asked = trees.len() * rounds;
    let question = json!({ "trees": trees, "gap": spacing.siblings, "rounds": rounds });
    let mut node = Command::new("node").arg(SCRIPT).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut asked) = node.stdin.take() {
        writeln!(asked, "{question}").map_err(without_packages)?;
    }
    let answer: Value = serde_json::from_slice(&node.wait_with_output()?.stdout).map_err(without_packages)?;
    let numbers = |of: &str| answer[of].as_array().cloned().unwrap_or_default();
    let times = numbers("times").iter().filter_map(Value::as_u64).map(Duration::from_nanos).collect::<Vec<_>>();
    if times.len() != asked {
        return Err(format!("d3-flextree was timed {} times instead of {asked}", times.len()).into());
    }
    Ok((numbers("widths").iter().filter_map(Value::as_f64).collect(), best(&times, trees.len())))
}

fn without_packages(error: impl Error) -> String {
    format!("Node.js did not lay the tree out ({error}): is it there, and `npm ci` done in tests/bench/peers?")
}
