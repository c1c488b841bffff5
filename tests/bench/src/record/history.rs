//! The history of a person against the bare look-up of the same cells by the same covering key.

use std::error::Error;
use std::time::Instant as Clock;

use rusqlite::{Connection, OpenFlags};

use super::world::{World, person};
use crate::table::{Table, median, ratio, shown};

const PEOPLE: usize = 400;

pub fn measure(decisions: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("so.kientoan");
    let world = World::make(&path, decisions)?;
    let bare = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut found = Vec::new();
    for number in 0..PEOPLE {
        let people = world.store.find_people(&person(number * 7))?.unwrap_or_default();
        found.extend(people.into_iter().next());
    }
    let (mut ours, mut peer, mut terms) = (Vec::new(), Vec::new(), 0);
    for round in 0..5 {
        for who in &found {
            let clock = Clock::now();
            let history = world.store.history(who, None)?.ok_or("no derived rows")?;
            let time = clock.elapsed();
            let stretches: usize = history.periods.iter().map(|period| period.stretches.len()).sum();
            let clock = Clock::now();
            let cells = look_up(&bare, who.0.as_str())?;
            let bare_time = clock.elapsed();
            if cells < stretches {
                return Err(format!("{} has {cells} rows and {stretches} stretches", who.1).into());
            }
            if round > 0 {
                ours.push(time);
                peer.push(bare_time);
                terms += cells;
            }
        }
    }
    let each = terms / ours.len().max(1);
    let (ours, peer) = (median(ours), median(peer));
    let what = format!("a person's history, {each} rows on average, {decisions} decisions in the register");
    table.row(what, shown(ours), shown(peer), ratio(ours, peer), "≤ 1.5 ×");
    Ok(())
}

/// The cells that a history is made of, read and dropped.
fn look_up(bare: &Connection, who: &str) -> Result<usize, Box<dyn Error>> {
    let mut select = bare.prepare_cached(
        "SELECT committee, sub_body, role, post, from_day, to_day, citation, body FROM term WHERE person = ?1",
    )?;
    let mut rows = select.query([who])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let cells: Vec<String> = (0..8).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        count += usize::from(!cells.is_empty());
    }
    // The posts of the same person are part of the answer too.
    let mut select = bare.prepare_cached(
        "SELECT title, organization, post, capacity, since, until, citation FROM incumbency WHERE person = ?1",
    )?;
    let mut rows = select.query([who])?;
    while let Some(row) = rows.next()? {
        let cells: Vec<String> = (0..7).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        count += usize::from(!cells.is_empty());
    }
    Ok(count)
}
