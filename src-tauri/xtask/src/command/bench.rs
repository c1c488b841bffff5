//! `cargo xtask bench`: what fold, record, reading, review, drawings and papers cost, as ratios in one run.
//! Needs Node.js and Chromium, for the peers of the drawings; a peer of the papers that is not installed is left out.

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
    for which in ["reading", "review", "tree", "chart", "timeline"] {
        house.cargo().words("run --release --package bench --").word(which).word(&page).run()?;
    }
    house.cargo().words("run --release --package bench --features press -- papers").word(&page).run()?;
    Ok(())
}
