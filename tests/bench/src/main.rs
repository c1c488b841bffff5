//! `cargo xtask bench`: what the record costs, as ratios in one run. The peer of each figure is the least that
//! could be done: the bare SQLite transaction of the same rows, the bare signature check, the bare look-up.
//!
//! `bench [DECISIONS] [OUT.md]`: the size of the large register (40,000 without it), and where the table goes.

mod history;
mod passphrase;
mod rebuild;
mod record;
mod table;
mod verify;
mod world;

use std::error::Error;

use table::Table;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let large: usize = args.next().map_or(Ok(40_000), |text| text.parse())?;
    let mut table = Table::default();
    println!("a register of {large} decisions, {} seats each", world::SEATS);
    for decisions in [0, large / 10, large] {
        record::measure(decisions, &mut table)?;
    }
    rebuild::measure(&[large / 100, large / 10, large], &mut table)?;
    verify::measure(large / 4, &mut table)?;
    history::measure(large / 4, &mut table)?;
    passphrase::measure(&mut table)?;
    println!("\n{table}");
    if let Some(out) = args.next() {
        table.keep(std::path::Path::new(&out))?;
    }
    Ok(())
}
