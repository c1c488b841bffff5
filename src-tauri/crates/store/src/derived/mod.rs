//! Derived rows on disk: written as the fold makes them, read back for one question at a time.

mod compare;
mod history;
mod search;

use register::Fold;
use register::rows::{Row, RowChanges, Table};
use rusqlite::{Connection, params_from_iter};

use crate::error::Error;

pub(crate) use compare::differs;
pub use history::Person;
pub(crate) use history::{find as find_people, of as history};
pub use search::Found;
pub(crate) use search::search;

/// How many cells each table has, and how many of them tell its rows apart.
fn shape(table: Table) -> (usize, &'static [&'static str]) {
    match table {
        Table::Committee => (4, &["committee", "from_day"]),
        Table::Decision => (4, &["series", "number", "year"]),
        Table::Seat => (10, &["committee", "seat", "from_day"]),
        Table::Term => (11, &["person", "committee", "sub_body", "role", "from_day", "seat", "post"]),
        Table::Organization => (6, &["organization", "from_day", "name"]),
        Table::Post => (6, &["post", "organization", "title"]),
        Table::Incumbency => (12, &["person", "post", "incumbency", "from_day"]),
        Table::Person => (3, &["person", "name"]),
        Table::SearchText => (8, &["kind", "thing", "part", "from_day", "folded"]),
    }
}

/// The columns of a key, as places among the cells.
fn key_cells(table: Table) -> &'static [usize] {
    match table {
        Table::Committee => &[0, 2],
        Table::Decision => &[0, 1, 2],
        Table::Seat => &[0, 1, 2],
        Table::Term => &[0, 1, 2, 3, 4, 5, 6],
        Table::Organization => &[0, 2, 1],
        Table::Post => &[0, 1, 2],
        Table::Incumbency => &[0, 1, 2, 7],
        Table::Person => &[0, 1],
        Table::SearchText => &[0, 1, 2, 3, 4],
    }
}

/// Writes what recording something changes.
pub(crate) fn apply(connection: &Connection, changes: &RowChanges) -> Result<(), Error> {
    for row in &changes.gone {
        let (_, key) = shape(row.table);
        let matched: Vec<String> = key.iter().map(|column| format!("{column} = ?")).collect();
        let sql = format!("DELETE FROM {} WHERE {}", row.table.name(), matched.join(" AND "));
        let cells = key_cells(row.table).iter().map(|cell| &row.cells[*cell]);
        connection.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
    }
    for row in &changes.come {
        insert(connection, row)?;
    }
    Ok(())
}

/// A row. Its key may be there already where two entries say the same of a person.
fn insert(connection: &Connection, row: &Row) -> Result<(), Error> {
    let (cells, _) = shape(row.table);
    let marks = vec!["?"; cells].join(", ");
    // A decision of the same key is a fault of the caller, and stops the transaction.
    let or = if row.table == Table::Decision { "" } else { " OR REPLACE" };
    let sql = format!("INSERT{or} INTO {} VALUES ({marks})", row.table.name());
    let inserted = connection.prepare_cached(&sql)?.execute(params_from_iter(&row.cells));
    match inserted {
        Err(error) if row.table == Table::Decision && is_taken(&error) => Err(duplicate(connection, row)),
        other => Ok(other.map(drop)?),
    }
}

fn is_taken(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}

fn duplicate(connection: &Connection, row: &Row) -> Error {
    let [series, number, year] = [0, 1, 2].map(|cell| row.cells[cell].clone());
    let known = connection.query_row(
        "SELECT decision FROM decision WHERE series = ?1 AND number = ?2 AND year = ?3",
        [&series, &number, &year],
        |known| known.get(0),
    );
    Error::Duplicate { number, year, decision: known.unwrap_or_default() }
}

/// Writes all rows anew; answers how many there are.
pub(crate) fn rebuild(connection: &Connection, fold: &Fold) -> Result<usize, Error> {
    for table in Table::ALL {
        connection.execute(&format!("DELETE FROM {}", table.name()), [])?;
    }
    insert_all(connection, fold)?;
    let counted = Table::ALL.map(|table| format!("(SELECT count(*) FROM {})", table.name())).join(" + ");
    Ok(connection.query_row(&format!("SELECT {counted}"), [], |row| row.get(0))?)
}

fn insert_all(connection: &Connection, fold: &Fold) -> Result<(), Error> {
    fold.row_sets().try_for_each(|rows| rows.iter().try_for_each(|row| insert(connection, row)))
}
