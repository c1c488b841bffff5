//! What the record costs. The peer of each figure is the least that could be done: the bare SQLite transaction of
//! the same rows, the bare signature check, the bare look-up.

mod history;
mod passphrase;
mod rebuild;

mod recorded;
mod verify;
mod world;

use std::error::Error;

use crate::table::Table;

/// Measures everything, the largest register of so many decisions.
pub fn measure(large: usize) -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    println!("a register of {large} decisions, {} seats each", world::SEATS);
    for decisions in [0, large / 10, large] {
        recorded::measure(decisions, &mut table)?;
    }
    rebuild::measure(&[large / 100, large / 10, large], &mut table)?;
    verify::measure(large / 4, &mut table)?;
    history::measure(large / 4, &mut table)?;
    passphrase::measure(&mut table)?;
    Ok(table)
}
