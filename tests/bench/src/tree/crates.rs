//! The crate tidy-tree, built and run apart: in the product's own workspace it would ask more of shared dependencies.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use diagram::tidy::{Spacing, Tree};

use super::grove;

/// The best time that each layout takes, of so many rounds after as many to warm up, and of those the mean.
pub fn timed(trees: &[Tree], spacing: Spacing, rounds: usize) -> Result<Duration, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/tidy-tree");
    let mut peer = Command::new("cargo")
        .args(["run", "--quiet", "--release", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let joined = |numbers: &mut dyn Iterator<Item = i64>| numbers.map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    let mut asked = vec![rounds.to_string(), format!("{} {}", spacing.levels, spacing.siblings)];
    for tree in trees {
        asked.push(joined(&mut grove::parents(tree).into_iter().map(|parent| parent.map_or(-1, i64::from))));
        asked.push(joined(&mut tree.widths.iter().map(|width| i64::from(*width))));
        asked.push(joined(&mut tree.heights.iter().map(|height| i64::from(*height))));
    }
    peer.stdin.take().ok_or("no way in")?.write_all(asked.join("\n").as_bytes())?;
    let answer = peer.wait_with_output()?;
    let told = String::from_utf8(answer.stdout)?;
    let (time, placed) = told.trim().split_once(' ').ok_or("tidy-tree answered nothing")?;
    let cards: usize = trees.iter().map(Tree::len).sum();
    if placed.parse::<usize>()? != cards {
        return Err(format!("tidy-tree placed {placed} cards of {cards}").into());
    }
    Ok(Duration::from_nanos(time.parse()?))
}
