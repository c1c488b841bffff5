//! What the fold costs: one committee on a date, two dates compared, the whole city, news that touch many.

mod city;
mod committee;
mod news;
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
    // The city first: what is measured after it finds the tenures worked out.
    city::measure(&world, &mut table)?;
    committee::measure(&world, &mut table)?;
    news::measure(&mut world, &mut table)?;
    Ok(table)
}
