//! Whether the derived rows are those that a fresh fold makes.

use std::path::Path;

use register::Fold;
use register::rows::Table;
use rusqlite::Connection;

use crate::error::Error;

/// The first table of a register whose rows are not those of a fresh fold: one is missing, changed, or too
/// many. The fresh ones are laid down in a database of their own, gone with its connection, and the register
/// is looked at from there: its rows are compared byte by byte, whatever was forced on them, and nothing is
/// written to it.
pub(crate) fn differs(register: &Path, fresh: &Fold) -> Result<Option<Table>, Error> {
    // Without a name: in memory, and on disk where it grows large.
    let mut beside = Connection::open("")?;
    let transaction = beside.transaction()?;
    transaction.execute_batch(include_str!("../schema/3-derived.sql"))?;
    super::insert_all(&transaction, fresh)?;
    transaction.commit()?;
    beside.execute("ATTACH ?1 AS register", [register.to_string_lossy()])?;
    for table in Table::ALL {
        if differing(&beside, table.name())? {
            return Ok(Some(table));
        }
    }
    Ok(None)
}

fn differing(connection: &Connection, table: &str) -> Result<bool, Error> {
    let sql = format!(
        "SELECT EXISTS (SELECT * FROM register.{table} EXCEPT SELECT * FROM main.{table})
             OR EXISTS (SELECT * FROM main.{table} EXCEPT SELECT * FROM register.{table})"
    );
    Ok(connection.query_row(&sql, [], |row| row.get(0))?)
}
