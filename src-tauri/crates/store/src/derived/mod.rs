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

/// Writes what recording something changes.
pub(crate) fn apply(connection: &Connection, changes: &RowChanges) -> Result<(), Error> {
    for row in &changes.gone {
        let (columns, key) = row.table.columns();
        let matched: Vec<String> = columns[..key].iter().map(|column| format!("{column} = ?")).collect();
        let sql = format!("DELETE FROM {} WHERE {}", row.table.name(), matched.join(" AND "));
        connection.prepare_cached(&sql)?.execute(params_from_iter(&row.cells[..key]))?;
    }
    for row in &changes.come {
        insert(connection, row)?;
    }
    Ok(())
}

/// A row. Its key may be there already where two entries say the same of a person.
fn insert(connection: &Connection, row: &Row) -> Result<(), Error> {
    let marks = vec!["?"; row.table.columns().0.len()].join(", ");
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
    let rows: i64 = connection.query_row(&format!("SELECT {counted}"), [], |row| row.get(0))?;
    Ok(usize::try_from(rows).unwrap_or_default())
}

fn insert_all(connection: &Connection, fold: &Fold) -> Result<(), Error> {
    fold.row_sets().try_for_each(|rows| rows.iter().try_for_each(|row| insert(connection, row)))
}
