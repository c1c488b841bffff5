//! `cargo xtask windows-test`: what can be tried of Windows on Linux, in wine. It makes first what it tries.

use super::{setup, windows as build};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::plan::Plan;
use crate::system::Purpose;
use crate::window;
use crate::windows::{self, weights};
use crate::wine::tried::{self, Tried};
use crate::wine::{Wine, installing, main_job, nature, units};
use std::cell::OnceCell;

/// Tries everything; with `write` the tables in docs/windows.md are put anew.
pub fn run(house: &House, write: bool) -> Outcome {
    windows::only_on_linux()?;
    let tried = Tried::default();
    let wine = OnceCell::new();
    let purposes = [Purpose::Build, Purpose::Windows, Purpose::Wine];
    let plan = setup::steps(house, &purposes).then(build::steps(house)).then(checks(house, &wine, &tried));
    let report = plan.walk(false);
    println!("\n{}", report.table());
    report.keep(&windows::folder(house).join("steps.txt"))?;
    report.outcome()?;
    let path = windows::folder(house).join("tried.md");
    std::fs::write(&path, tried.table()).map_err(|error| Failure::file("written", &path, &error))?;
    println!("\n{}", tried.table());
    if write {
        println!("Written into {}.", tried::write(house, "tried", &tried.table())?.display());
        tried::write(house, "weights", &weights::table(house)?)?;
    }
    println!("{} checks held; their table: {}", tried.count(), path.display());
    Ok(())
}

fn checks<'a>(house: &'a House, wine: &'a OnceCell<Wine>, tried: &'a Tried) -> Plan<'a> {
    Plan::default()
        .plain("Command line for Linux", || window::build(house))
        .step("Tests for Windows", || units::build(house))
        .step("Nature of the programs", || nature::check(house, tried))
        .step("Wine", || {
            let started = Wine::start(house)?;
            let version = started.version()?;
            let _ = wine.set(started);
            Ok(version)
        })
        .step("Unit tests", || units::run(house, there(wine)?, tried))
        .step("Main job", || main_job::run(house, there(wine)?, tried))
        .step("Installer in and out", || installing::run(house, there(wine)?, tried))
}

fn there(wine: &OnceCell<Wine>) -> Outcome<&Wine> {
    wine.get().ok_or_else(|| Failure::new("There is no wine.", "Run the command again."))
}
