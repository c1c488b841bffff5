//! `cargo xtask windows`: from a clone on Linux to the installer for Windows.

use super::setup;
use crate::failure::Outcome;
use crate::house::House;
use crate::page;
use crate::plan::Plan;
use crate::system::Purpose;
use crate::windows::{self, installer, programs, rust, weights};

/// Makes the programs and the installer, and says what weighs what.
pub fn run(house: &House) -> Outcome {
    windows::only_on_linux()?;
    let report = setup::steps(house, &[Purpose::Windows]).then(steps(house)).walk(false);
    println!("\n{}", report.table());
    report.outcome()?;
    println!("Installer: {}", installer::path(house)?.display());
    Ok(())
}

/// The steps of it, once what builds and packs is there.
pub fn steps(house: &House) -> Plan<'_> {
    Plan::default()
        .step("Page", || page::build(house))
        .step("Rust for Windows", || rust::get(house))
        .step("Programs", || programs::build(house))
        .step("What is installed", || programs::lay_out(house))
        .step("Installer", || installer::pack(house))
        .step("Weights", || weights::weigh(house))
}
