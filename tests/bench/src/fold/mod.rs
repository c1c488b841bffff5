//! What the fold costs: one committee on a date, two dates compared, the whole city, news that touch many.

mod check;
mod city;
mod committee;
mod news;
// The plain fold, and how the two are held together: those of the register's own tests, and as they stand there.
#[allow(clippy::unwrap_used, dead_code)]
#[path = "../../../../src-tauri/crates/register/tests/compared/mod.rs"]
mod compared;
#[allow(clippy::unwrap_used)]
#[path = "../../../../src-tauri/crates/register/tests/plain/mod.rs"]
mod plain;
mod world;

use std::error::Error;
use std::time::Instant as Clock;

use crate::table::{Table, shown};
use world::{LISTS, OFFICES, SEATS, World};

/// Measures everything on a record of so many decisions.
pub fn measure(decisions: usize) -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    let clock = Clock::now();
    let mut world = World::make(decisions)?;
    let stretches: usize = world.fold.committees.iter().map(|committee| committee.seats.len()).sum();
    println!(
        "{decisions} decisions, {} committees of {OFFICES} offices, {stretches} seat stretches ({SEATS} seats a list, \
         {LISTS} lists), made in {}",
        world.fold.committees.len(),
        shown(clock.elapsed())
    );
    check::against_a_plain_one(&world)?;
    // The city first: what is measured after it finds the tenures worked out.
    city::measure(&world, &mut table)?;
    committee::measure(&world, &mut table)?;
    news::measure(&mut world, &mut table)?;
    Ok(table)
}
