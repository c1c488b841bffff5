//! `cargo xtask types`: the page's types are written from the Rust ones, never by hand.

use super::setup;
use crate::failure::Outcome;
use crate::house::House;
use crate::page;
use crate::system::Purpose;

/// Blesses what the Rust types now say. The same test compares, when it is not blessed.
pub fn run(house: &House) -> Outcome {
    setup::steps(house, &[Purpose::Build])
        .step("Page", || {
            if page::is_built(house) {
                return Ok("some page is there, which is enough".to_owned());
            }
            page::build(house)
        })
        .step("Types", || write(house))
        .walk(false)
        .outcome()
}

/// The whole workspace is selected, for its features: `api` alone would compile the press once more.
fn write(house: &House) -> Outcome<String> {
    house.cargo().words("test --workspace --test types").env("KIENTOAN_BLESS", "1").run()?;
    Ok("written; `git diff ui/src/lib/generated` shows what changed".to_owned())
}
