//! The schema as it is, and the way to it from an older one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod office;

use office::{Folder, Office, amendment, filled, forced};
use register::rows::Table;
use rusqlite::Connection;
use store::Store;

/// Whoever changes the schema changes this file with it, and adds a step.
#[test]
fn the_schema_is_the_one_that_was_written_down() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let connection = Connection::open(folder.register()).unwrap();
    let mut select =
        connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name").unwrap();
    let rows = select.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let found: String = rows.map(|sql| sql.unwrap() + ";\n\n").collect();
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema-4.sql");
    if std::env::var_os("KIENTOAN_BLESS").is_some() {
        std::fs::write(kept, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(kept).unwrap(), "KIENTOAN_BLESS=1 writes it down anew");
}

#[test]
fn derived_tables_have_the_columns_and_keys_that_the_rows_are_made_for() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let connection = Connection::open(folder.register()).unwrap();
    for table in Table::ALL {
        let mut select = connection.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid").unwrap();
        let rows =
            select.query_map([table.name()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
        let found: Vec<(String, i64)> = rows.map(Result::unwrap).collect();
        let (columns, key) = table.columns();
        assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), columns, "{}", table.name());
        let keys = found.iter().filter(|(_, place)| *place > 0).count();
        assert_eq!(keys, key, "{}", table.name());
        assert!(found[..key].iter().all(|(_, place)| *place > 0), "{}: the key comes first", table.name());
    }
}

/// A register as the schema before derived rows left it.
fn older(folder: &Folder) {
    drop(filled(&folder.register()));
    let connection = Connection::open(folder.register()).unwrap();
    for table in Table::ALL {
        connection.execute_batch(&format!("DROP TABLE {}", table.name())).unwrap();
    }
    connection.execute_batch("VACUUM").unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
}

#[test]
fn an_older_register_is_read_as_it_is_and_brought_up_to_date_by_whoever_writes() {
    let folder = Folder::new();
    older(&folder);
    let before = std::fs::read(folder.register()).unwrap();
    let store = Store::open(&folder.register()).unwrap();
    assert_eq!(store.entries().unwrap().len(), 4);
    assert!(store.verify().unwrap().ok());
    assert_eq!(store.find_people("ma thị dung").unwrap(), None, "no derived rows to ask yet");
    drop(store);
    assert_eq!(std::fs::read(folder.register()).unwrap(), before, "reading changes nothing");

    let mut office = Office::open(&folder.register());
    assert_eq!(office.store.find_people("ma thị dung").unwrap().unwrap().len(), 1);
    office.says(amendment("3/QĐ-UBND", "2020-03-01"), "2026-02-01T00:00:00Z").unwrap();
    assert!(office.store.verify().unwrap().ok());
    drop(office);
    assert_eq!(folder.left(), ["sổ.kientoan", "sổ.kientoan.ban-cu-2"]);
    assert_eq!(std::fs::read(folder.register().with_added_extension("ban-cu-2")).unwrap(), before);
}

#[test]
fn rows_that_older_rules_derived_are_not_asked_and_derived_anew_by_whoever_writes() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let connection = Connection::open(folder.register()).unwrap();
    connection.execute("DELETE FROM term", []).unwrap();
    connection.pragma_update(None, "user_version", 3).unwrap();
    drop(connection);
    let store = Store::open(&folder.register()).unwrap();
    assert!(store.verify().unwrap().ok());
    assert_eq!(store.find_people("ma thị dung").unwrap(), None);
    drop(store);
    let office = Office::open(&folder.register());
    assert!(office.store.verify().unwrap().ok());
    assert_eq!(office.store.find_people("ma thị dung").unwrap().unwrap().len(), 1);
    drop(office);
    assert_eq!(folder.left(), ["sổ.kientoan", "sổ.kientoan.ban-cu-3"]);
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let folder = Folder::new();
    older(&folder);
    // A table that is in the way of the step.
    forced(&folder.register()).execute_batch("CREATE TABLE search_text (a)").unwrap();
    let before = std::fs::read(folder.register()).unwrap();
    let mut store = Store::open(&folder.register()).unwrap();
    assert!(store.take_pen().is_err());
    drop(store);
    assert_eq!(std::fs::read(folder.register()).unwrap(), before);
    assert_eq!(Store::open(&folder.register()).unwrap().entries().unwrap().len(), 4, "still there to be read");
}

#[test]
fn a_copy_that_was_cut_off_is_cleared_away() {
    let folder = Folder::new();
    older(&folder);
    std::fs::write(folder.register().with_added_extension("dang-chep"), b"half a copy").unwrap();
    drop(Office::open(&folder.register()));
    assert_eq!(folder.left(), ["sổ.kientoan", "sổ.kientoan.ban-cu-2"]);
}
