//! `cargo xtask setup`: what must be there before anything is built. The other commands begin with it.

use crate::failure::Outcome;
use crate::fonts;
use crate::house::House;
use crate::page;
use crate::plan::Plan;
use crate::system::{self, Purpose};
use crate::toolchain;

/// Installs what is missing for everything, tests included.
pub fn run(house: &House) -> Outcome {
    steps(house, &Purpose::ALL).step("Page", || page::build(house)).walk(false).outcome()
}

/// The steps of it, for certain purposes.
pub fn steps<'a>(house: &'a House, purposes: &'a [Purpose]) -> Plan<'a> {
    Plan::default()
        .step("Node", toolchain::node)
        .step("System packages", || system::install(purposes))
        .step("Page packages", || page::packages(house))
        .step("Fonts", || fonts::lay_out(house))
}
