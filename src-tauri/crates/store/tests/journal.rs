//! What the journal promises: entries are added, never changed; a change that somebody forces shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use register::decision::{Decision, enact};
use register::record::Content;
use register::{Id, Instant};
use rusqlite::Connection;
use serde_json::json;
use store::{Error, File, Journal};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn register(&self) -> PathBuf {
        self.0.path().join("sổ.kientoan")
    }
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn opening() -> Content {
    Content::Register { office: "UBND tỉnh Sa Thạch".into(), sample: false }
}

fn decision(number: &str, date: &str, file: Option<&[u8]>) -> Content {
    let draft = json!({ "number": number, "date": date, "issuer": "UBND tỉnh Sa Thạch", "act": "establish",
                        "committees": ["Ban Chỉ đạo Phòng chống hạn"], "continues": true });
    let mut count = 0;
    let mut decision: Decision = enact(&serde_json::from_value(draft).unwrap(), || {
        count += 1;
        Id(format!("{number}-{date}-{count}"))
    })
    .unwrap();
    decision.attachments = file
        .iter()
        .map(|bytes| register::decision::Attachment {
            sha256: store::content_id(bytes),
            name: "văn bản.docx".into(),
            bytes: bytes.len() as u64,
        })
        .collect();
    Content::Decision { decision: Box::new(decision) }
}

/// A register with three entries and a file.
fn filled(folder: &Folder) -> Journal {
    let mut journal = Journal::create(&folder.register()).unwrap();
    journal.append(&[opening()], &[], at("2026-01-01T00:00:00Z")).unwrap();
    let paper: &[u8] = b"the paper";
    journal
        .append(
            &[decision("1/QĐ-UBND", "2020-01-01", Some(paper))],
            &[File { bytes: paper }],
            at("2026-01-02T00:00:00Z"),
        )
        .unwrap();
    journal.append(&[decision("2/QĐ-UBND", "2020-02-01", None)], &[], at("2026-01-03T00:00:00Z")).unwrap();
    journal
}

/// A hand that reaches past the program.
fn forced(folder: &Folder, sql: &str) {
    let connection = Connection::open(folder.register()).unwrap();
    connection.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted;").unwrap();
    assert!(connection.execute(sql, []).unwrap() > 0, "{sql}");
}

#[test]
fn what_was_written_is_read_again() {
    let folder = Folder::new();
    drop(filled(&folder));
    let journal = Journal::open(&folder.register()).unwrap();
    let entries = journal.entries().unwrap();
    assert_eq!(entries.len(), 3);
    assert_eq!(entries[0].content, opening());
    assert_eq!(entries[2].recorded_at, at("2026-01-03T00:00:00Z"));
    let verification = journal.verify().unwrap();
    assert!(verification.ok(), "{verification:?}");
    assert_eq!((verification.entries, verification.attachments.present), (3, 1));
}

#[test]
fn an_entry_is_never_changed_or_deleted() {
    let folder = Folder::new();
    drop(filled(&folder));
    let connection = Connection::open(folder.register()).unwrap();
    for sql in ["UPDATE entry SET content = '{}' WHERE seq = 2", "DELETE FROM entry WHERE seq = 3"] {
        assert!(connection.execute(sql, []).unwrap_err().to_string().contains("never"), "{sql}");
    }
}

#[test]
fn a_change_forced_on_any_part_is_found_where_it_is() {
    for (sql, seq, why) in [
        ("UPDATE entry SET content = replace(content, 'Sa', 'Xa') WHERE seq = 1", 1, "content_id"),
        ("UPDATE entry SET content_id = replace(content_id, 'a', 'b') WHERE seq = 2", 2, "content_id"),
        ("UPDATE entry SET link = 'f' || substr(link, 2) || '0' WHERE seq = 2", 2, "link"),
        ("UPDATE entry SET recorded_at = '2026-01-02T00:00:01Z' WHERE seq = 2", 2, "link"),
        ("DELETE FROM entry WHERE seq = 2", 2, "seq"),
    ] {
        let folder = Folder::new();
        drop(filled(&folder));
        forced(&folder, sql);
        let verification = Journal::open(&folder.register()).unwrap().verify().unwrap();
        let bad = verification.first_bad.clone().unwrap_or_else(|| panic!("{sql} was not found"));
        assert_eq!((bad.seq, bad.why), (seq, why), "{sql}");
        assert!(!verification.ok());
    }
    for sql in ["UPDATE decision_key SET year = 2021", "UPDATE attachment SET bytes = x'00'"] {
        let folder = Folder::new();
        drop(filled(&folder));
        forced(&folder, sql);
        assert!(!Journal::open(&folder.register()).unwrap().verify().unwrap().ok(), "{sql}");
    }
}

#[test]
fn the_same_decision_twice_is_refused_and_nothing_of_it_stays() {
    let folder = Folder::new();
    let mut journal = filled(&folder);
    let again = [decision("3/QĐ-UBND", "2020-03-01", None), decision("01/QĐ-UBND", "2020-12-31", None)];
    let refused = journal.append(&again, &[], at("2026-02-01T00:00:00Z")).unwrap_err();
    assert!(matches!(refused, Error::Duplicate { .. }), "{refused}");
    assert_eq!(journal.len().unwrap(), 3, "one transaction: the good one before it is not recorded either");
    // Numbers restart each January.
    journal.append(&[decision("1/QĐ-UBND", "2021-01-01", None)], &[], at("2026-02-01T00:00:00Z")).unwrap();
}

#[test]
fn a_clock_set_back_does_not_reorder_what_was_known_when() {
    let folder = Folder::new();
    let mut journal = filled(&folder);
    journal.append(&[decision("4/QĐ-UBND", "2020-04-01", None)], &[], at("2025-06-01T00:00:00Z")).unwrap();
    assert_eq!(journal.entries().unwrap()[3].recorded_at, at("2026-01-03T00:00:00Z"));
    assert!(journal.verify().unwrap().ok());
}

#[test]
fn other_files_and_newer_registers_are_refused() {
    let folder = Folder::new();
    let open = || Journal::open(&folder.register()).err().map(|error| error.code());
    std::fs::write(folder.register(), "no database at all, and long enough to have a header of its own .......")
        .unwrap();
    assert_eq!(open(), Some("not_a_register"));
    std::fs::remove_file(folder.register()).unwrap();
    Connection::open(folder.register()).unwrap().execute_batch("CREATE TABLE other (x)").unwrap();
    assert_eq!(open(), Some("not_a_register"));
    std::fs::remove_file(folder.register()).unwrap();
    drop(filled(&folder));
    assert!(matches!(Journal::create(&folder.register()), Err(Error::Exists { .. })));
    Connection::open(folder.register()).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(open(), Some("newer_register"));
}
