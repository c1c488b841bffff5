//! `cargo xtask torture`: the long forms of the tests that kill, flip and shuffle. CI runs the short ones.

use std::fmt::Write as _;

use crate::failure::{Failure, Outcome};
use crate::house::House;

/// How often a recording and a migration are killed.
const ROUNDS: &str = "300";
/// How many records made by chance each property is held against.
const WORLDS: &str = "3000";

/// Runs them, and keeps the lines in which they count in docs/torture.md.
pub fn run(house: &House) -> Outcome {
    let mut counts = String::new();
    for (test, variable, value) in [
        ("store --test crash", "KIENTOAN_ROUNDS", ROUNDS),
        ("store --test flips", "KIENTOAN_ROUNDS", ROUNDS),
        ("register --test properties", "KIENTOAN_WORLDS", WORLDS),
    ] {
        println!("cargo test -p {test} -- --nocapture, with {variable}={value}");
        let answer = house.cargo().words(&format!("test -p {test} -- --nocapture")).env(variable, value).answer()?;
        let counted = |line: &&str| {
            ["killed while", "failing writes", "full disk", "flipped bits", "test result:"]
                .iter()
                .any(|words| line.starts_with(words))
        };
        let _ = writeln!(counts, "    $ {variable}={value} cargo test -p {test} -- --nocapture");
        for line in answer.lines().filter(counted) {
            println!("{line}");
            let _ = writeln!(counts, "    {line}");
        }
        counts.push('\n');
    }
    let page = house.root.join("docs").join("torture.md");
    let text = format!(
        "# Torture\n\nThe last run of `cargo xtask torture`: a register killed while it records and while it \
         is brought up to date, writes that fail, a full disk, flipped bits, and records made by chance.\n\n{counts}"
    );
    std::fs::write(&page, text.trim_end().to_owned() + "\n").map_err(|error| Failure::file("written", &page, &error))
}
