//! A flipped bit is found, wherever it is: in an entry, a link, a signature, the signed head, an attachment,
//! or any derived row. Each place is flipped in a register of its own; the counts are printed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod office;

use office::{Folder, filled, forced};
use register::rows::Table;
use rusqlite::Connection;
use rusqlite::types::Value;
use store::{Store, Verification};

/// How many bits are flipped in each cell, spread over it.
const FLIPS: usize = 8;

fn flipped(bytes: &[u8], flip: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    // Spread over the whole cell; another bit each time.
    let bit = (flip * bytes.len() * 8 / FLIPS + flip) % (bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

/// Flips one bit of one cell of one row, and answers what a verification says. `None` where there is nothing
/// to flip, or SQLite itself refuses what comes out.
fn verify_with(whole: &[u8], table: &str, column: &str, row: usize, flip: usize) -> Option<Verification> {
    let folder = Folder::new();
    std::fs::write(folder.register(), whole).unwrap();
    let connection = forced(&folder.register());
    // What holds keys together would refuse some flips: a hand that reaches past the program does not ask.
    connection.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
    if !flip_cell(&connection, table, column, row, flip) {
        return None;
    }
    drop(connection);
    Some(Store::open(&folder.register()).unwrap().verify().unwrap())
}

fn flip_cell(connection: &Connection, table: &str, column: &str, row: usize, flip: usize) -> bool {
    // The row is found by all of its cells, since tables without row numbers have no other name for it.
    let mut select = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
    let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
    let mut rows = select.query([]).unwrap();
    for _ in 0..row {
        rows.next().unwrap();
    }
    let Some(found) = rows.next().unwrap() else { return false };
    let cells: Vec<Value> = (0..columns.len()).map(|at| found.get(at).unwrap()).collect();
    drop(rows);
    let at = columns.iter().position(|known| known == column).unwrap();
    let changed = match &cells[at] {
        Value::Blob(bytes) if !bytes.is_empty() => Value::Blob(flipped(bytes, flip)),
        // Text stays text: what is not one any more is what a broken disk leaves.
        Value::Text(text) if !text.is_empty() => Value::Blob(flipped(text.as_bytes(), flip)),
        Value::Integer(number) => Value::Integer(number ^ (1 << (flip % 20))),
        _ => return false,
    };
    let cast = if matches!(cells[at], Value::Text(_)) { "CAST(?1 AS TEXT)" } else { "?1" };
    let matched: Vec<String> = columns.iter().enumerate().map(|(at, name)| format!("{name} = ?{}", at + 2)).collect();
    let sql = format!("UPDATE {table} SET {column} = {cast} WHERE {}", matched.join(" AND "));
    let values = std::iter::once(changed).chain(cells);
    connection.execute(&sql, rusqlite::params_from_iter(values)) == Ok(1)
}

#[test]
fn a_flipped_bit_in_any_entry_link_signature_attachment_or_derived_row_is_found() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let whole = std::fs::read(folder.register()).unwrap();
    let entry = ["seq", "content", "content_id", "author", "signature", "recorded_at", "link"];
    let head = ["seq", "link", "recorder", "signature"];
    let mut places: Vec<(&str, String, usize)> = Vec::new();
    places.extend(entry.iter().flat_map(|column| (0..4).map(|row| ("entry", (*column).to_owned(), row))));
    places.extend(head.iter().map(|column| ("head", (*column).to_owned(), 0)));
    places.extend(["sha256", "bytes"].iter().map(|column| ("attachment", (*column).to_owned(), 0)));
    let connection = Connection::open(folder.register()).unwrap();
    for table in Table::ALL {
        let select = connection.prepare(&format!("SELECT * FROM {}", table.name())).unwrap();
        for column in select.column_names() {
            places.extend((0..2).map(|row| (table.name(), column.to_owned(), row)));
        }
    }
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for (table, column, row) in &places {
        for flip in 0..FLIPS {
            let Some(found) = verify_with(&whole, table, column, *row, flip) else { continue };
            assert!(!found.ok(), "bit {flip} of {table}.{column}, row {row}, was not found");
            match *table {
                // The first bad place is named: nothing before the entry that was changed is accused.
                "entry" if column != "seq" => {
                    let bad = found.first_bad.unwrap_or_else(|| panic!("{table}.{column} row {row}"));
                    assert_eq!(bad.seq, *row as u64 + 1, "{column} of entry {}", row + 1);
                }
                "entry" | "head" => assert!(found.first_bad.is_some(), "{table}.{column}"),
                "attachment" => assert_eq!(found.attachments.missing, 1),
                derived => assert_eq!(found.derived_bad, Some(derived), "{derived}.{column}"),
            }
            *counts.entry((*table).to_owned()).or_default() += 1;
        }
    }
    let total: usize = counts.values().sum();
    println!("flipped bits found: {total} of {total} — {counts:?}");
    for table in ["entry", "head", "attachment"].into_iter().chain(Table::ALL.map(Table::name)) {
        assert!(counts.get(table).is_some_and(|count| *count >= FLIPS), "{table}: {counts:?}");
    }
}

#[test]
fn a_journal_cut_short_reordered_or_added_to_shows() {
    for (sql, seq, why) in [
        ("DELETE FROM entry WHERE seq = 4", 4, "head"),
        ("DELETE FROM entry WHERE seq = 2", 2, "seq"),
        ("DELETE FROM head", 4, "head"),
        (
            "UPDATE entry SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3); UPDATE entry SET seq = -seq WHERE seq < 0",
            2,
            "link",
        ),
        (
            "INSERT INTO entry SELECT 5, x'7b7d', randomblob(32), author, signature, recorded_at, link FROM entry WHERE seq = 4",
            5,
            "content_id",
        ),
    ] {
        let folder = Folder::new();
        drop(filled(&folder.register()));
        let connection = forced(&folder.register());
        connection.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        let found = Store::open(&folder.register()).unwrap().verify().unwrap();
        let bad = found.first_bad.clone().unwrap_or_else(|| panic!("{sql} was not found"));
        assert_eq!((bad.seq, bad.why.word()), (seq, why), "{sql}");
    }
}

#[test]
fn the_quick_check_at_the_start_finds_what_was_done_to_the_newest_entries() {
    for sql in [
        "UPDATE entry SET content = x'7b7d' WHERE seq = 4",
        "UPDATE entry SET recorded_at = '2030-01-04T00:00:00.000000Z' WHERE seq = 3",
        "DELETE FROM entry WHERE seq = 4",
        "UPDATE head SET signature = zeroblob(64)",
    ] {
        let folder = Folder::new();
        drop(filled(&folder.register()));
        forced(&folder.register()).execute_batch(sql).unwrap();
        assert!(Store::open(&folder.register()).unwrap().glance().unwrap().is_some(), "{sql}");
    }
}
