//! `cargo xtask test`: everything that must hold before a change is handed on.
//!
//! The order: what is cheap comes first, and what embeds something comes after it (the app embeds the page
//! and the fonts). The cargo commands select their packages so that each dependency is compiled once: the
//! whole workspace, or exactly what ships, which choose the same features.

use super::setup;
use crate::failure::Outcome;
use crate::house::House;
use crate::licences;
use crate::page;
use crate::plan::Plan;
use crate::system::Purpose;
use crate::toolchain;
use crate::window;

/// Runs every step, and ends with a table of them.
pub fn run(house: &House, keep_going: bool) -> Outcome {
    let report = Plan::default()
        .plain("Linters", toolchain::linters)
        .then(setup::steps(house, &Purpose::ALL))
        .then(checks(house))
        .walk(keep_going);
    println!("\n{}", report.table());
    report.keep(&house.notes().join("steps.txt"))?;
    report.outcome()
}

fn checks(house: &House) -> Plan<'_> {
    Plan::default()
        .plain("Format", || format(house))
        .step("Licences", || licences::check(house))
        .plain("Page: types", || page::check(house))
        .plain("Page: tests", || page::test(house))
        .step("Page: build", || page::build(house))
        .plain("Clippy", || clippy(house))
        .plain("Crates: tests", || crates(house))
        .plain("App and command line", || window::build(house))
        .step("Window, end to end", || window::drive(house))
}

fn format(house: &House) -> Outcome {
    let remedy = "Run `cargo fmt --all`, in tests/window too.";
    house.cargo().words("fmt --all --check").remedy(remedy).run()?;
    house.cargo_of_window().words("fmt --check").remedy(remedy).run()
}

fn clippy(house: &House) -> Outcome {
    house.cargo().words("clippy --workspace --all-targets -- -D warnings").run()?;
    house.cargo_of_window().words("clippy --all-targets -- -D warnings").run()
}

/// Once everything is compiled, all that fails is worth knowing. Windows cannot replace a program that runs,
/// and this one does: its own tests are left out there.
fn crates(house: &House) -> Outcome {
    let tests = house.cargo().words("test --workspace --no-fail-fast");
    let tests = if cfg!(windows) { tests.words("--exclude xtask") } else { tests };
    tests.run()
}
