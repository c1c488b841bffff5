//! Everything derived anew from the record, at three sizes: it has to grow with their number and no faster.

use std::error::Error;
use std::time::{Duration, Instant as Clock};

use super::world::World;
use crate::table::{Table, shown};

pub fn measure(sizes: &[usize], table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut smallest: Option<(usize, Duration)> = None;
    for decisions in sizes {
        let folder = tempfile::tempdir()?;
        let mut world = World::make(&folder.path().join("so.kientoan"), *decisions)?;
        // What the world keeps in memory is not what is measured.
        world.fold = register::Fold::default();
        let clock = Clock::now();
        let rows = world.store.rebuild()?;
        let time = clock.elapsed();
        let (least, first) = *smallest.get_or_insert((*decisions, time));
        let growth = time.as_secs_f64() / first.as_secs_f64();
        let of = decisions / least;
        let each = time / u32::try_from(*decisions)?;
        let peer = format!("{of} × the decisions of the smallest");
        let ours = format!("{}, {} a decision", shown(time), shown(each));
        let what = format!("{decisions} decisions derived anew ({rows} rows)");
        table.row(what, ours, peer, format!("{growth:.1} × its time"), "linear");
    }
    Ok(())
}
