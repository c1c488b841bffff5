//! What the record promises: signed entries are added, never changed; who may not write does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod office;

use office::{Folder, Office, amendment, at, filled, mistake, opening, said, signer};
use register::record::{Admission, Content, Removal, Retirement, Unauthorized};
use rusqlite::Connection;
use store::{Batch, Error, Hash, Journal, Opening, Sealed, Signer, Store};

#[test]
fn what_was_written_is_read_again() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let store = Store::open(&folder.register()).unwrap();
    let entries = store.entries().unwrap();
    assert_eq!(entries.len(), 4);
    assert_eq!(entries[0].content.kind(), "opening");
    assert_eq!(entries[3].recorded_at, at("2026-01-04T00:00:00Z"));
    assert!(entries.iter().all(|entry| entry.author == signer().public().author()));
    let verification = store.verify().unwrap();
    assert!(verification.ok(), "{verification:?}");
    assert_eq!((verification.entries, verification.attachments.present), (4, 1));
    assert_eq!(store.glance().unwrap(), None);
    drop(store);
    assert_eq!(folder.left(), ["sổ.kientoan"]);
}

#[test]
fn an_entry_is_never_changed_or_deleted_or_set_in_between() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let connection = Connection::open(folder.register()).unwrap();
    for (sql, words) in [
        ("UPDATE entry SET content = x'7b7d' WHERE seq = 2", "never changed"),
        ("DELETE FROM entry WHERE seq = 3", "never deleted"),
        (
            "INSERT INTO entry SELECT 9, content, randomblob(32), author, signature, recorded_at, link FROM entry LIMIT 1",
            "behind the last",
        ),
    ] {
        assert!(connection.execute(sql, []).unwrap_err().to_string().contains(words), "{sql}");
    }
}

#[test]
fn reading_needs_no_key_and_writes_nothing() {
    let folder = Folder::new();
    drop(filled(&folder.register()));
    let before = std::fs::read(folder.register()).unwrap();
    let mut store = Store::open(&folder.register()).unwrap();
    let batch = [said(amendment("3/QĐ-UBND", "2020-03-01"))];
    let batch = Batch { said: &batch, ..Batch::default() };
    assert!(matches!(store.record(&batch, &signer(), at("2026-02-01T00:00:00Z")), Err(Error::ReadOnly { .. })));
    assert!(matches!(store.rebuild(), Err(Error::ReadOnly { .. })));
    store.verify().unwrap();
    store.history(&store.find_people("ma thi dung").unwrap().unwrap()[0].clone(), None).unwrap().unwrap();
    drop(store);
    assert_eq!(std::fs::read(folder.register()).unwrap(), before);
    assert_eq!(folder.left(), ["sổ.kientoan"]);
}

#[test]
fn only_an_administrator_writes_and_a_retired_one_no_more() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    let stranger = Signer::from_secret(&[9; 32]);
    let write = |office: &mut Office, signer: &Signer, content: Content| {
        let batch = [said(content)];
        let batch = Batch { said: &batch, ..Batch::default() };
        office.store.record(&batch, signer, at("2026-02-01T00:00:00Z")).map(drop)
    };
    let refused = write(&mut office, &stranger, amendment("3/QĐ-UBND", "2020-03-01"));
    assert!(matches!(refused, Err(Error::Unauthorized(Unauthorized::Author))), "{refused:?}");
    let key = stranger.public().author();
    write(&mut office, &signer(), Content::Admission(Admission { key: key.clone(), name: "Bế Thị Chi".into() }))
        .unwrap();
    write(&mut office, &stranger, amendment("3/QĐ-UBND", "2020-03-01")).unwrap();
    write(&mut office, &signer(), Content::Retirement(Retirement { key })).unwrap();
    let refused = write(&mut office, &stranger, amendment("4/QĐ-UBND", "2020-04-01"));
    assert!(matches!(refused, Err(Error::Unauthorized(Unauthorized::Author))), "{refused:?}");
    let own = Content::Retirement(Retirement { key: signer().public().author() });
    let refused = write(&mut office, &signer(), own);
    assert!(matches!(refused, Err(Error::Unauthorized(Unauthorized::Last))), "{refused:?}");
    assert_eq!(office.store.len().unwrap(), 7);
    office.store.rebuild().unwrap();
    assert!(office.store.verify().unwrap().ok());
}

#[test]
fn a_forged_entry_does_not_enter_the_journal_whoever_calls() {
    let folder = Folder::new();
    let office = filled(&folder.register());
    let mut last = None;
    office
        .store
        .journal()
        .entries_after(0, &mut |entry| {
            last = Some(entry);
            Ok(())
        })
        .unwrap();
    let last = last.unwrap();
    let authority = office.store.authority().unwrap();
    let content = said(amendment("3/QĐ-UBND", "2020-03-01")).write().unwrap().into_bytes();
    let good = store::Entry::sign(content, &signer(), 5, &last.link, "2026-02-01T00:00:00.000000Z".into());
    type Spoil = fn(&mut store::Entry);
    let spoils: [(&str, Spoil); 7] = [
        ("content_id", |entry| entry.content[40] ^= 1),
        ("content_id", |entry| entry.content_id.0[0] ^= 1),
        ("signature", |entry| entry.signature.0[0] ^= 1),
        ("signature", |entry| entry.author = Signer::from_secret(&[9; 32]).public()),
        ("seq", |entry| entry.seq = 9),
        ("link", |entry| entry.link.0[31] ^= 1),
        ("link", |entry| entry.recorded_at = "2025-02-01T00:00:00.000000Z".into()),
    ];
    for (why, spoil) in spoils {
        let mut forged = good.clone();
        spoil(&mut forged);
        let head = store::Head::sign(&forged, &signer());
        let added = store::Added { entries: &[forged], attachments: &[], head, authority: &authority };
        let refused = office.store.journal().append(&last.link, &added).unwrap_err();
        assert!(matches!(refused, Error::NotAdmitted(found) if found == why), "{why}: {refused}");
    }
    // Behind another entry than the newest, or with a head that is not its own.
    let head = store::Head::sign(&good, &Signer::from_secret(&[9; 32]));
    let added = store::Added { entries: std::slice::from_ref(&good), attachments: &[], head, authority: &authority };
    assert!(matches!(office.store.journal().append(&Hash::NONE, &added), Err(Error::MovedOn)));
    assert!(matches!(office.store.journal().append(&last.link, &added), Err(Error::NotAdmitted("head"))));
    assert_eq!(office.store.len().unwrap(), 4, "what was refused left nothing behind");
    assert!(office.store.verify().unwrap().ok());
}

#[test]
fn the_same_decision_twice_is_refused_and_nothing_of_it_stays() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    let refused = office.says(amendment("01/QĐ-UBND", "2020-12-31"), "2026-02-01T00:00:00Z").unwrap_err();
    assert!(matches!(refused, Error::Duplicate { .. }), "{refused}");
    assert_eq!(office.store.len().unwrap(), 4);
    // Numbers restart each January.
    office.says(amendment("1/QĐ-UBND", "2021-01-01"), "2026-02-01T00:00:00Z").unwrap();
    assert!(office.store.verify().unwrap().ok());
}

#[test]
fn an_entry_undone_was_never_there_and_its_number_is_free_again() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    let entry = office.says(amendment("3/QĐ-UBND", "2020-03-01"), "2026-02-01T00:00:00Z").unwrap();
    let unsaid = office.says(mistake(&entry), "2026-02-02T00:00:00Z").unwrap();
    assert!(office.store.verify().unwrap().ok());
    office.says(amendment("3/QĐ-UBND", "2020-03-02"), "2026-02-03T00:00:00Z").unwrap();
    assert!(office.store.verify().unwrap().ok());
    assert_ne!(entry, unsaid);
    assert_eq!(office.store.len().unwrap(), 7);
}

#[test]
fn a_clock_set_back_does_not_reorder_what_was_known_when() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    office.says(amendment("4/QĐ-UBND", "2020-04-01"), "2025-06-01T00:00:00Z").unwrap();
    assert_eq!(office.store.entries().unwrap()[4].recorded_at, at("2026-01-04T00:00:00Z"));
    assert!(office.store.verify().unwrap().ok());
}

#[test]
fn a_passphrase_opens_the_key_of_an_administrator_and_no_other_does() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    assert_eq!(office.store.unlock(Opening::Passphrase, "mưa nguồn chớp bể").unwrap().public(), signer().public());
    assert!(matches!(office.store.unlock(Opening::Passphrase, "mưa nguồn"), Err(Error::WrongPassphrase)));
    assert!(matches!(office.store.unlock(Opening::Recovery, "mưa nguồn chớp bể"), Err(Error::WrongPassphrase)));
    let changed = Sealed::seal(&signer(), Opening::Passphrase, "trời quang mây tạnh", office::QUICK).unwrap();
    office.store.reseal(&changed).unwrap();
    assert!(matches!(office.store.unlock(Opening::Passphrase, "mưa nguồn chớp bể"), Err(Error::WrongPassphrase)));
    office.store.unlock(Opening::Passphrase, "trời quang mây tạnh").unwrap();
    // A key that was never admitted stays shut, whatever seal somebody laid down.
    let stranger = Signer::from_secret(&[9; 32]);
    let own = Sealed::seal(&stranger, Opening::Passphrase, "của tôi", office::QUICK).unwrap();
    office.store.reseal(&own).unwrap();
    assert!(matches!(office.store.unlock(Opening::Passphrase, "của tôi"), Err(Error::WrongPassphrase)));
}

#[test]
fn an_attachment_is_taken_out_by_a_signed_entry_and_its_bytes_are_gone() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    let hash = Hash::of(office::PAPER);
    assert_eq!(office.store.journal().attachment(&hash).unwrap().as_deref(), Some(office::PAPER));
    let removal = Content::Removal(Removal { sha256: hash.to_string(), why: "có số điện thoại".into() });
    let batch = [said(removal)];
    let batch = Batch { said: &batch, ..Batch::default() };
    office.store.record(&batch, &signer(), at("2026-02-01T00:00:00Z")).unwrap();
    assert_eq!(office.store.journal().attachment(&hash).unwrap(), None);
    let verification = office.store.verify().unwrap();
    assert!(verification.ok());
    assert_eq!((verification.attachments.present, verification.attachments.removed), (0, 1));
    drop(office);
    let bytes = std::fs::read(folder.register()).unwrap();
    assert!(
        !bytes.windows(office::PAPER.len()).any(|window| window == office::PAPER),
        "overwritten, not only forgotten"
    );
}

#[test]
fn one_writes_and_the_second_is_told_who_it_is() {
    let folder = Folder::new();
    let office = filled(&folder.register());
    let mut second = Store::open(&folder.register()).unwrap();
    let refused = second.take_pen().unwrap_err();
    assert!(matches!(&refused, Error::InUse { holder, .. } if !holder.since.is_empty()), "{refused:?}");
    assert_eq!(refused.code(), "register_in_use");
    assert_eq!(second.entries().unwrap().len(), 4, "reading goes on");
    assert!(second.writer().is_some());
    drop(office);
    second.take_pen().unwrap();
    assert!(matches!(
        Store::create(&folder.register(), &opening(), &signer(), &[], at("2026-01-01T00:00:00Z")),
        Err(Error::Exists { .. })
    ));
}

#[test]
fn other_files_and_registers_of_other_times_are_refused() {
    let folder = Folder::new();
    let open = || Store::open(&folder.register()).err().map(|error| error.code());
    std::fs::write(folder.register(), "no database at all, and long enough to have a header of its own .......")
        .unwrap();
    assert_eq!(open(), Some("not_a_register"));
    std::fs::remove_file(folder.register()).unwrap();
    Connection::open(folder.register()).unwrap().execute_batch("CREATE TABLE other (x)").unwrap();
    assert_eq!(open(), Some("not_a_register"));
    std::fs::remove_file(folder.register()).unwrap();
    drop(filled(&folder.register()));
    for (version, code) in [(99, "newer_register"), (1, "unsigned_register")] {
        Connection::open(folder.register()).unwrap().pragma_update(None, "user_version", version).unwrap();
        assert_eq!(open(), Some(code));
    }
}

#[test]
fn rows_kept_up_to_date_are_those_of_a_replay() {
    let folder = Folder::new();
    let mut office = filled(&folder.register());
    assert_eq!(office.store.verify().unwrap().derived_bad, None);
    let dump = |folder: &Folder| -> Vec<String> {
        let connection = Connection::open(folder.register()).unwrap();
        let mut lines = Vec::new();
        for table in register::rows::Table::ALL {
            let mut select = connection.prepare(&format!("SELECT * FROM {}", table.name())).unwrap();
            let columns = select.column_count();
            let rows = select
                .query_map([], |row| (0..columns).map(|at| row.get::<_, String>(at)).collect::<Result<Vec<_>, _>>())
                .unwrap();
            lines.extend(rows.map(|row| format!("{} {:?}", table.name(), row.unwrap())));
        }
        lines
    };
    let kept = dump(&folder);
    assert!(kept.len() > 20, "{kept:#?}");
    office.store.rebuild().unwrap();
    assert_eq!(dump(&folder), kept);
}
