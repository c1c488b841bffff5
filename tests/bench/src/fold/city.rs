//! The whole city on a date: committee, role, holder and citation of everybody, against SQLite's best covering
//! query for the same rows, and against a flat scan of two columns of days.

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant as Clock;

use register::Fold;
use register::composition::{City, Sitting};
use register::date::Day;
use rusqlite::Connection;

use super::world::{World, day};
use crate::table::{Table, median, ratio, shown};

const ASKED: usize = 20;

pub fn measure(world: &World, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let clock = Clock::now();
    let city = world.fold.city();
    let built = clock.elapsed();
    drop(city);
    let clock = Clock::now();
    let city = world.fold.city();
    let again = clock.elapsed();
    check(&world.fold, &city)?;
    let bare = rows_of(&city)?;
    let (from, to): (Vec<i32>, Vec<i32>) = city.all().map(|(from, to, _)| (from, to)).unzip();
    let (mut ours, mut peer, mut flat, mut rows) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for at in 0..ASKED {
        let on = day(at * 11);
        let clock = Clock::now();
        let (mut found, mut read) = (0, 0);
        for sitting in city.on(on) {
            found += 1;
            read += touched(&sitting);
        }
        ours.push(clock.elapsed());
        let clock = Clock::now();
        let (scanned, bare_read) = scan(&bare, number(on))?;
        peer.push(clock.elapsed());
        let clock = Clock::now();
        let wanted = number(on);
        let counted = from.iter().zip(&to).filter(|(from, to)| **from <= wanted && wanted < **to).count();
        flat.push(clock.elapsed());
        if found != scanned || counted != scanned || read != bare_read {
            return Err(format!("{on}: {found} of ours, {scanned} rows, {read} and {bare_read} bytes").into());
        }
        rows += found;
    }
    let (ours, peer, flat) = (median(ours), median(peer), median(flat));
    let each = rows / ASKED;
    let what = format!("the whole city on a date, {each} rows of {}", from.len());
    table.row(what.clone(), shown(ours), shown(peer), ratio(ours, peer), "≤ 0.1 ×");
    table.row(
        format!("{what}, against a scan of the two columns of days"),
        shown(ours),
        shown(flat),
        ratio(ours, flat),
        "stated",
    );
    let megabytes = city.bytes() / 1_000_000;
    let what = format!("what it is answered from, when first asked for: {megabytes} MB, {} tenures", from.len());
    table.row(what, shown(built), "—".to_owned(), "—".to_owned(), "stated");
    let what = "the same put together again, no committee having changed";
    table.row(what.to_owned(), shown(again), "—".to_owned(), "—".to_owned(), "stated");
    Ok(())
}

fn number(day: Day) -> i32 {
    (i32::from(day.year()) << 9) | (i32::from(day.month()) << 5) | i32::from(day.day())
}

/// Reads the cells of a row as whoever prints it would.
fn touched(sitting: &Sitting<'_>) -> usize {
    let citation = sitting.citation;
    let place = citation.place.as_ref().map_or(0, String::len);
    sitting.name.len() + sitting.role.map_or(0, str::len) + sitting.who.len() + citation.decision.len() + place
}

/// Who sits by the column store is who sits by the composition of each committee.
fn check(fold: &Fold, city: &City<'_>) -> Result<(), Box<dyn Error>> {
    for at in [3, 77, 140] {
        let on = day(at);
        let mut by_store: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
        for sitting in city.on(on) {
            let row = (sitting.seat.to_string(), sitting.who.to_owned());
            by_store.entry(sitting.committee.as_str()).or_default().push(row);
        }
        for committee in &fold.committees {
            let composition = fold.composition(committee, on);
            let mut expected = Vec::new();
            for seat in &composition.seats {
                if seat.holders.is_empty() && seat.heads > 0 {
                    expected.push((seat.id.to_string(), seat.position.clone().unwrap_or_default()));
                }
                let who = |holder: &register::composition::Holder| holder.person.clone().or_else(|| holder.in_words());
                expected.extend(seat.holders.iter().filter_map(who).map(|who| (seat.id.to_string(), who)));
            }
            let mut found = by_store.remove(committee.id.as_str()).unwrap_or_default();
            expected.sort();
            found.sort();
            if found != expected {
                return Err(format!("{} on {on}: {found:?}, not {expected:?}", committee.id).into());
            }
        }
    }
    Ok(())
}

fn rows_of(city: &City<'_>) -> Result<Connection, Box<dyn Error>> {
    let mut bare = Connection::open_in_memory()?;
    bare.execute_batch(
        "CREATE TABLE head (from_day INTEGER, to_day INTEGER, committee TEXT, role TEXT, who TEXT, decision TEXT,
                            day TEXT, place TEXT)",
    )?;
    let transaction = bare.transaction()?;
    {
        let mut insert = transaction.prepare("INSERT INTO head VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?;
        for row in city.all() {
            let (from, to, sitting) = row;
            let citation = sitting.citation;
            let date = citation.date.map(|day| day.to_string());
            insert.execute(rusqlite::params![
                from,
                to,
                sitting.name,
                sitting.role,
                sitting.who,
                citation.decision,
                date,
                citation.place
            ])?;
        }
    }
    transaction.commit()?;
    bare.execute_batch(
        "CREATE INDEX by_from ON head (from_day, to_day, committee, role, who, decision, day, place);
         CREATE INDEX by_to ON head (to_day, from_day, committee, role, who, decision, day, place); ANALYZE;",
    )?;
    Ok(bare)
}

/// The better of the two indexes: which one has fewer rows to pass depends on the date.
fn scan(bare: &Connection, on: i32) -> Result<(usize, usize), Box<dyn Error>> {
    let middle = number(day(9));
    let sql = if on < middle {
        "SELECT committee, role, who, decision, day, place FROM head INDEXED BY by_from
         WHERE from_day <= ?1 AND to_day > ?1"
    } else {
        "SELECT committee, role, who, decision, day, place FROM head INDEXED BY by_to
         WHERE to_day > ?1 AND from_day <= ?1"
    };
    let mut select = bare.prepare_cached(sql)?;
    let mut rows = select.query([on])?;
    let (mut count, mut read) = (0, 0);
    while let Some(row) = rows.next()? {
        // Borrowed, not copied: as ours are.
        count += 1;
        for at in [0, 1, 2, 3, 5] {
            read += row.get_ref(at)?.as_str_or_null()?.map_or(0, str::len);
        }
    }
    Ok((count, read))
}
