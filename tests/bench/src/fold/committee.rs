//! One committee on a date, and two dates compared, against SQLite's scan of the same rows by a covering index.

use std::error::Error;
use std::time::Instant as Clock;

use register::composition::Body;
use rusqlite::Connection;

use super::world::{World, day};
use crate::table::{Table, median, ratio, shown};

const ASKED: usize = 400;

pub fn measure(world: &World, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let bare = rows_of(world)?;
    let fold = &world.fold;
    let asked: Vec<usize> = (0..ASKED).map(|at| at * 7919 % fold.committees.len()).collect();
    let (mut first, mut again, mut rows, mut scans) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut seats_seen = 0;
    for round in 0..3 {
        for (at, which) in asked.iter().enumerate() {
            let committee = &fold.committees[*which];
            let on = day(at + round);
            let clock = Clock::now();
            let composition = fold.composition(committee, on);
            let time = clock.elapsed();
            if round == 0 {
                first.push(time)
            } else {
                again.push(time)
            }
            let clock = Clock::now();
            let held: Vec<_> = committee.seats.iter().filter(|seat| seat.holds(on)).collect();
            rows.push(clock.elapsed());
            let clock = Clock::now();
            let scanned = scan(&bare, *which, &on.to_string())?;
            scans.push(clock.elapsed());
            if scanned != composition.seats.len() || held.len() != scanned {
                return Err(
                    format!("{} on {on}: {scanned} rows, {} seats", committee.id, composition.seats.len()).into()
                );
            }
            seats_seen += scanned;
        }
    }
    let each = seats_seen / (3 * ASKED);
    let scan = median(scans);
    let (first, again, rows) = (median(first), median(again), median(rows));
    let what = |what: &str| format!("one committee on a date, {each} seats and a class of 20: {what}");
    table.row(
        what("resolved and cited, as `show` asks for it"),
        shown(again),
        shown(scan),
        ratio(again, scan),
        "≤ 3 ×",
    );
    table.row(what("the same, the first time after the start"), shown(first), shown(scan), ratio(first, scan), "—");
    table.row(what("the rows alone"), shown(rows), shown(scan), ratio(rows, scan), "≤ 1 ×");
    compare(world, &bare, table)
}

fn compare(world: &World, bare: &Connection, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let fold = &world.fold;
    let (mut ours, mut peer, mut moved) = (Vec::new(), Vec::new(), 0);
    for round in 0..3 {
        for at in 0..ASKED {
            let which = at * 7919 % fold.committees.len();
            let (from, to) = (day(at), day(at + 1));
            let clock = Clock::now();
            let changes = fold.changes_between(Body::Committee(&fold.committees[which]), from, to);
            let time = clock.elapsed();
            let clock = Clock::now();
            let rows = except(bare, which, &from.to_string(), &to.to_string())?
                + except(bare, which, &to.to_string(), &from.to_string())?;
            let bare_time = clock.elapsed();
            let of_people = |list: &[register::composition::Moved]| list.iter().filter(|moved| moved.known).count();
            let found = of_people(&changes.joined) + of_people(&changes.left) + of_people(&changes.vacated);
            // A person in two roles has two rows of which one may stay.
            if found + 2 * changes.changed.len() != rows {
                return Err(format!("{which}, {from} → {to}: {found} moved, {rows} rows differ").into());
            }
            moved += found;
            if round > 0 {
                ours.push(time);
                peer.push(bare_time);
            }
        }
    }
    let (ours, peer) = (median(ours), median(peer));
    let what = format!("two dates of a committee compared, {} people moved on average", moved / (3 * ASKED));
    table.row(what, shown(ours), shown(peer), ratio(ours, peer), "≤ 0.1 ×");
    Ok(())
}

/// The same rows in SQLite: the seats of each committee, and who sat in them, each with a covering index.
fn rows_of(world: &World) -> Result<Connection, Box<dyn Error>> {
    let mut bare = Connection::open_in_memory()?;
    bare.execute_batch(
        "CREATE TABLE seat (committee INTEGER, from_day TEXT, to_day TEXT, seat TEXT, role TEXT, kind TEXT,
                            as_written TEXT, decision TEXT, day TEXT, place TEXT);
         CREATE TABLE sits (committee INTEGER, from_day TEXT, to_day TEXT, who TEXT, role TEXT);",
    )?;
    let transaction = bare.transaction()?;
    {
        let mut seat = transaction.prepare("INSERT INTO seat VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?;
        let mut sits = transaction.prepare("INSERT INTO sits VALUES (?1,?2,?3,?4,?5)")?;
        for (at, committee) in world.fold.committees.iter().enumerate() {
            for stretch in &committee.seats {
                let to = stretch.to.map_or("9999".to_owned(), |to| to.to_string());
                let what = &stretch.what;
                let day = stretch.by.date.map(|day| day.to_string());
                seat.execute(rusqlite::params![
                    at.to_string(),
                    stretch.from.to_string(),
                    to,
                    what.seat.as_str(),
                    what.role,
                    format!("{:?}", what.occupant.kind()),
                    what.as_written,
                    stretch.by.decision,
                    day,
                    stretch.by.place
                ])?;
            }
            for term in world.fold.terms(committee) {
                let to = term.to.map_or("9999".to_owned(), |to| to.to_string());
                sits.execute(rusqlite::params![at.to_string(), term.from.to_string(), to, term.name, term.role])?;
            }
        }
    }
    transaction.commit()?;
    bare.execute_batch(
        "CREATE INDEX seat_of ON seat (committee, from_day, to_day, seat, role, kind, as_written, decision, day, place);
         CREATE INDEX sits_of ON sits (committee, from_day, to_day, who, role); ANALYZE;",
    )?;
    Ok(bare)
}

fn scan(bare: &Connection, committee: usize, on: &str) -> Result<usize, Box<dyn Error>> {
    let mut select = bare.prepare_cached(
        "SELECT seat, role, kind, as_written, decision, day, place FROM seat
         WHERE committee = ?1 AND from_day <= ?2 AND to_day > ?2",
    )?;
    let mut rows = select.query((committee.to_string(), on))?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let cells: Vec<Option<String>> = (0..7).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        count += usize::from(!cells.is_empty());
    }
    Ok(count)
}

/// Who sits in which role on the first day and not on the second.
fn except(bare: &Connection, committee: usize, on: &str, not_on: &str) -> Result<usize, Box<dyn Error>> {
    let mut select = bare.prepare_cached(
        "SELECT who, role FROM sits WHERE committee = ?1 AND from_day <= ?2 AND to_day > ?2
         EXCEPT SELECT who, role FROM sits WHERE committee = ?1 AND from_day <= ?3 AND to_day > ?3",
    )?;
    let mut rows = select.query((committee.to_string(), on, not_on))?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let who: String = row.get(0)?;
        let role: Option<String> = row.get(1)?;
        count += usize::from(!who.is_empty() || role.is_some());
    }
    Ok(count)
}
