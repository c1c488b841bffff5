//! `cargo xtask bench`: what fold, record, reading, review and the layout of trees cost, as ratios in one run.
//! Needs Node.js, for a peer of the layout.

use crate::call::Call;
use crate::failure::Outcome;
use crate::house::House;

/// Builds and runs the benches; the table goes into docs/benchmarks.md.
pub fn run(house: &House, decisions: Option<&str>) -> Outcome {
    let page = house.root.join("docs").join("benchmarks.md");
    let size = decisions.unwrap_or("40000");
    for which in ["fold", "record"] {
        house.cargo().words("run --release --package bench --").word(which).word(size).word(&page).run()?;
    }
    // The peers of the layout are laid into a folder of their own: nothing of them ships.
    Call::npm().dir(house.root.join("tests").join("bench").join("peers")).words("ci").run()?;
    for which in ["reading", "review", "tree"] {
        house.cargo().words("run --release --package bench --").word(which).word(&page).run()?;
    }
    Ok(())
}
