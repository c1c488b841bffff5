//! Registers whose path is long for Windows.
//!
//! Windows takes a path of 260 characters or more only in its verbatim form (`\\?\…`), unless the whole machine
//! was told otherwise. The standard library writes such paths so by itself; SQLite hands on what it is given.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

/// Opens a database, however long its path is.
#[cfg(windows)]
pub(crate) fn open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    // SQLite makes a second file beside the database while it writes.
    const LONGEST: usize = 259 - "-journal".len();
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    match whole.to_str() {
        Some(text) if text.encode_utf16().count() > LONGEST => {
            Connection::open_with_flags_and_vfs(verbatim(text), flags, c"win32-longpath")
        }
        _ => Connection::open_with_flags(path, flags),
    }
}

/// Other systems know no such limit.
#[cfg(not(windows))]
pub(crate) fn open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(path, flags)
}

/// An absolute path as Windows takes it without looking at its length. Of a share, `UNC` stands for the first of
/// the two strokes.
#[cfg(any(windows, test))]
fn verbatim(path: &str) -> String {
    if path.starts_with(r"\\?\") || path.starts_with(r"\\.\") {
        return path.to_owned();
    }
    match path.strip_prefix(r"\\") {
        Some(share) => format!(r"\\?\UNC\{share}"),
        None => format!(r"\\?\{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_so_that_windows_does_not_count_it() {
        assert_eq!(verbatim(r"C:\Phòng Nội vụ\sổ.kientoan"), r"\\?\C:\Phòng Nội vụ\sổ.kientoan");
        assert_eq!(verbatim(r"\\may-chu\chung\sổ.kientoan"), r"\\?\UNC\may-chu\chung\sổ.kientoan");
        assert_eq!(verbatim(r"\\?\C:\sổ.kientoan"), r"\\?\C:\sổ.kientoan");
    }

    #[test]
    fn a_database_opens_under_a_path_of_more_than_260_characters() -> Result<(), Box<dyn std::error::Error>> {
        let folder = std::env::temp_dir().join(format!("kientoan-long-path-{}", std::process::id()));
        let mut deep = folder.clone();
        // Not more: SQLite itself ends at 512 bytes on Linux.
        for _ in 0..6 {
            deep.push("Văn phòng Ủy ban nhân dân thành phố, phòng Nội vụ");
        }
        std::fs::create_dir_all(&deep)?;
        let file = deep.join("sổ.kientoan");
        assert!(file.to_string_lossy().chars().count() > 260);
        let database = open(&file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        database.execute_batch("BEGIN; CREATE TABLE paper (n INTEGER); INSERT INTO paper VALUES (1943); COMMIT")?;
        drop(database);
        let again = open(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        assert_eq!(again.query_row("SELECT n FROM paper", [], |row| row.get::<_, i64>(0))?, 1943);
        drop(again);
        std::fs::remove_dir_all(folder)?;
        Ok(())
    }
}
