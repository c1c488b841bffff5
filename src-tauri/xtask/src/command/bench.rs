//! `cargo xtask bench`: what fold, record, reading and review cost, as ratios in one run. Needs neither the page nor the fonts.

use crate::failure::Outcome;
use crate::house::House;

/// Builds and runs the benches; the table goes into docs/benchmarks.md.
pub fn run(house: &House, decisions: Option<&str>) -> Outcome {
    let page = house.root.join("docs").join("benchmarks.md");
    let size = decisions.unwrap_or("40000");
    for which in ["fold", "record"] {
        house.cargo().words("run --release --package bench --").word(which).word(size).word(&page).run()?;
    }
    for which in ["reading", "review"] {
        house.cargo().words("run --release --package bench --").word(which).word(&page).run()?;
    }
    Ok(())
}
