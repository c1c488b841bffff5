//! The schema of a register's file, and the way from an older one to this one.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::Error;

/// The schema that this program writes.
pub(crate) const NEWEST: i64 = 4;
/// The oldest that it reads: before it, entries were not signed.
pub(crate) const OLDEST: i64 = 2;
/// From this one on, derived rows are there to be asked: those of the schema before it follow older rules.
pub(crate) const DERIVED: i64 = 4;

/// A step to a schema.
struct Step {
    to: i64,
    sql: &'static str,
}

const STEPS: [Step; 3] = [
    Step { to: 2, sql: include_str!("2-record.sql") },
    Step { to: 3, sql: include_str!("3-derived.sql") },
    Step { to: 4, sql: include_str!("4-anew.sql") },
];

/// Takes the steps that are missing, inside the caller's transaction.
pub(crate) fn step_up(connection: &Connection, from: i64) -> Result<(), Error> {
    for step in STEPS.iter().filter(|step| step.to > from) {
        connection.execute_batch(step.sql)?;
    }
    connection.pragma_update(None, "user_version", NEWEST)?;
    Ok(())
}

/// Where the copy from before a migration is kept.
pub(crate) fn copy_of(register: &Path, schema: i64) -> PathBuf {
    register.with_added_extension(format!("ban-cu-{schema}"))
}

/// Keeps a copy of a register as it is. Made beside and then put in place, so that a copy is whole or not
/// there.
pub(crate) fn keep_copy(register: &Path, schema: i64) -> Result<(), Error> {
    let beside = being_copied(register);
    let kept = copy_of(register, schema);
    let failed = |error| Error::file(&kept, error);
    std::fs::copy(register, &beside).map_err(failed)?;
    // Windows flushes only a file that is open for writing.
    std::fs::OpenOptions::new().write(true).open(&beside).and_then(|file| file.sync_all()).map_err(failed)?;
    std::fs::rename(&beside, &kept).map_err(failed)
}

/// What a copy that was cut off left behind is cleared away.
pub(crate) fn clear_cut_off(register: &Path) {
    // That there is nothing to clear away is the usual case.
    let _ = std::fs::remove_file(being_copied(register));
}

fn being_copied(register: &Path) -> PathBuf {
    register.with_added_extension("dang-chep")
}
