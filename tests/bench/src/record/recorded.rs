//! One decision recorded, its entry and its derived rows together, against the bare transaction of the same
//! rows into a copy of the same file.

use std::error::Error;
use std::time::{Duration, Instant as Clock};

use register::Instant;
use register::record::Content;
use register::rows::{Row, RowChanges};
use rusqlite::{Connection, params, params_from_iter};
use store::{Batch, Journal};

use super::world::{World, decision, said};
use crate::table::{Table, median, ratio, shown};

const ROUNDS: usize = 60;

pub fn measure(decisions: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("so.kientoan");
    let mut world = World::make(&path, decisions)?;
    let copy = folder.path().join("bare.sqlite");
    std::fs::copy(&path, &copy)?;
    let bare = Connection::open(&copy)?;
    bare.execute_batch(
        "PRAGMA synchronous = FULL; DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted;
         DROP TRIGGER entry_comes_last;",
    )?;
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    // The first few warm both up.
    for round in 0..ROUNDS + 5 {
        let next = decision(world.next)?;
        world.next += 1;
        // From the decision as the review leaves it to "recorded": fold, rows, signature, transaction.
        let clock = Clock::now();
        let changes = world.fold.take_decision(&next);
        let content = [said(Content::Decision(next))];
        let written = changes.clone();
        let batch = Batch { said: &content, changes: vec![changes], ..Batch::default() };
        world.store.record(&batch, &world.signer, Instant::now())?;
        let time = clock.elapsed();
        let bare_time = bare_transaction(&bare, &world, &written)?;
        if round >= 5 {
            ours.push(time);
            peer.push(bare_time);
        }
    }
    let (ours, peer) = (median(ours), median(peer));
    let what = format!("a decision of 25 seats recorded, {decisions} decisions in the register");
    table.row(what, shown(ours), shown(peer), ratio(ours, peer), "≤ 2 ×");
    Ok(())
}

/// The rows that were just written, once more, with nothing around them.
fn bare_transaction(bare: &Connection, world: &World, changes: &RowChanges) -> Result<Duration, Box<dyn Error>> {
    let mut newest = None;
    let seq = world.store.len()?;
    world.store.journal().entries_after(seq - 1, &mut |entry| {
        newest = Some(entry);
        Ok(())
    })?;
    let Some(entry) = newest else { return Err("nothing was recorded".into()) };
    let clock = Clock::now();
    bare.execute_batch("BEGIN IMMEDIATE")?;
    bare.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
        i64::try_from(entry.seq)?,
        entry.content,
        entry.content_id.0,
        entry.author.0,
        entry.signature.0,
        entry.recorded_at,
        entry.link.0
    ])?;
    bare.prepare_cached("INSERT OR REPLACE INTO head VALUES (1, ?1, ?2, ?3, ?4)")?.execute(params![
        i64::try_from(entry.seq)?,
        entry.link.0,
        entry.author.0,
        entry.signature.0
    ])?;
    for row in &changes.gone {
        take_out(bare, row)?;
    }
    for row in &changes.come {
        let marks = vec!["?"; row.cells.len()].join(", ");
        let sql = format!("INSERT OR REPLACE INTO {} VALUES ({marks})", row.table.name());
        bare.prepare_cached(&sql)?.execute(params_from_iter(&row.cells))?;
    }
    bare.execute_batch("COMMIT")?;
    Ok(clock.elapsed())
}

/// By the key that the table has.
fn take_out(bare: &Connection, row: &Row) -> Result<(), Box<dyn Error>> {
    let (columns, key) = row.table.columns();
    let matched: Vec<String> = columns[..key].iter().map(|column| format!("{column} = ?")).collect();
    let sql = format!("DELETE FROM {} WHERE {}", row.table.name(), matched.join(" AND "));
    bare.prepare_cached(&sql)?.execute(params_from_iter(&row.cells[..key]))?;
    Ok(())
}
