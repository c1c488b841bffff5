//! The crate tidy-tree, built and run apart: in the product's own workspace it would ask more of shared dependencies.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use diagram::tidy::{NONE, Spacing, Tree};

/// The median time that a layout takes, of so many after as many to warm up.
pub fn timed(tree: &Tree, spacing: Spacing, rounds: usize) -> Result<Duration, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/tidy-tree");
    let mut peer = Command::new("cargo")
        .args(["run", "--quiet", "--release", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let joined = |numbers: &mut dyn Iterator<Item = i64>| numbers.map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
    let asked = [
        rounds.to_string(),
        format!("{} {}", spacing.levels, spacing.siblings),
        joined(&mut tree.parents.iter().map(|parent| if *parent == NONE { -1 } else { i64::from(*parent) })),
        joined(&mut tree.widths.iter().map(|width| i64::from(*width))),
        joined(&mut tree.heights.iter().map(|height| i64::from(*height))),
    ];
    peer.stdin.take().ok_or("no way in")?.write_all(asked.join("\n").as_bytes())?;
    let answer = peer.wait_with_output()?;
    let told = String::from_utf8(answer.stdout)?;
    let (time, placed) = told.trim().split_once(' ').ok_or("tidy-tree answered nothing")?;
    if placed.parse::<usize>()? != tree.len() {
        return Err(format!("tidy-tree placed {placed} cards of {}", tree.len()).into());
    }
    Ok(Duration::from_nanos(time.parse()?))
}
