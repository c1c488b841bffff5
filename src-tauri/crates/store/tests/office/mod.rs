//! An office with a register to try things on: its people, places and numbers are invented.
#![allow(dead_code)] // each test uses some of it

use std::path::{Path, PathBuf};
use std::sync::Arc;

use register::decision::{Attachment, Decision, enact};
use register::directory::Event;
use register::record::{Content, Mistake, News, Opening, Said};
use register::{Fold, Id, Instant, Record};
use rusqlite::Connection;
use serde_json::{Value, json};
use store::{Batch, Cost, Error, Hash, Sealed, Signer, Store};

pub const QUICK: Cost = Cost { memory_kib: 64, passes: 1 };
pub const PAPER: &[u8] = b"the paper";

/// An administrator at a register, with the fold that tells what each recording changes.
pub struct Office {
    pub store: Store,
    pub signer: Signer,
    pub record: Record,
    pub fold: Fold,
}

pub fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub fn signer() -> Signer {
    Signer::from_secret(&[7; 32])
}

pub fn said(content: Content) -> Said {
    Said { id: uuid::Uuid::now_v7().into(), content }
}

pub fn opening() -> Said {
    let office = "UBND tỉnh Sa Thạch".to_owned();
    said(Content::Opening(Opening { office, administrator: "Lò Văn An".into(), sample: false }))
}

impl Office {
    pub fn found(path: &Path) -> Self {
        let signer = signer();
        let seal = Sealed::seal(&signer, store::Opening::Passphrase, "mưa nguồn chớp bể", QUICK).unwrap();
        let store = Store::create(path, &opening(), &signer, &[seal], at("2026-01-01T00:00:00Z")).unwrap();
        Self::over(store)
    }

    pub fn open(path: &Path) -> Self {
        let mut store = Store::open(path).unwrap();
        store.take_pen().unwrap();
        Self::over(store)
    }

    fn over(store: Store) -> Self {
        let record = Record::known_at(&store.entries().unwrap(), Instant::MAX);
        let fold = Fold::of(&record);
        Self { store, signer: signer(), record, fold }
    }

    /// Records a content, its derived rows with it.
    pub fn says(&mut self, content: Content, now: &str) -> Result<String, Error> {
        let changes = match &content {
            Content::Decision(decision) => {
                self.record.decisions.push(Arc::clone(decision));
                self.fold.take_decision(decision)
            }
            Content::Directory(news) => {
                self.record.events.extend(news.events.iter().cloned());
                self.fold.take_news(&self.record, &news.events)
            }
            Content::Mistake(mistake) => {
                let mut entries = self.store.entries().unwrap();
                entries.retain(|entry| entry.content_id != mistake.entry);
                self.record = Record::known_at(&entries, Instant::MAX);
                self.fold.take_anew(&self.record)
            }
            _ => register::rows::RowChanges::default(),
        };
        let said = [said(content)];
        let batch = Batch { said: &said, attachments: &[PAPER], changes: vec![changes], ..Batch::default() };
        let recorded = self.store.record(&batch, &self.signer, at(now));
        // A disk that refuses every write refuses the way back too: the next one who opens the file finds it.
        if let (Err(_), Ok(entries)) = (&recorded, self.store.entries()) {
            self.record = Record::known_at(&entries, Instant::MAX);
            self.fold = Fold::of(&self.record);
        }
        Ok(recorded?.remove(0).content_id)
    }
}

pub fn mistake(entry: &str) -> Content {
    Content::Mistake(Mistake { entry: entry.to_owned() })
}

pub fn decision(draft: Value, paper: bool) -> Content {
    let mut written = json!({ "issuer": "UBND tỉnh Sa Thạch", "act": "establish",
                              "committees": ["Ban Chỉ đạo Phòng chống hạn"] });
    for (key, value) in draft.as_object().unwrap() {
        written[key] = value.clone();
    }
    let mut decision: Decision =
        enact(&serde_json::from_value(written).unwrap(), || Id(uuid::Uuid::now_v7().to_string())).unwrap();
    if paper {
        let (sha256, name) = (Hash::of(PAPER).to_string(), "văn bản.docx".to_owned());
        decision.attachments.push(Attachment { sha256, name, bytes: PAPER.len() as u64 });
    }
    Content::Decision(Arc::new(decision))
}

pub fn founding() -> Content {
    decision(
        json!({ "number": "1/QĐ-UBND", "date": "2020-01-01", "members": [
            { "name": "Tạ Thị Bình", "role": "Trưởng ban", "position": "Phó Chủ tịch UBND tỉnh" },
            { "position": "Giám đốc Sở Y tế", "role": "Ủy viên" },
            { "position": "Giám đốc các sở", "role": "Ủy viên", "seat_kind": "class" } ] }),
        true,
    )
}

pub fn amendment(number: &str, date: &str) -> Content {
    let members = json!([{ "name": "Ma Thị Dung", "role": "Ủy viên" }]);
    decision(
        json!({ "number": number, "date": date, "act": "amend", "list_scope": "partial", "members": members }),
        false,
    )
}

pub fn news(events: Value) -> Content {
    let mut events: Vec<Event> = serde_json::from_value(events).unwrap();
    for event in &mut events {
        event.id = Some(uuid::Uuid::now_v7().into());
    }
    Content::Directory(News { events })
}

pub fn departments() -> Content {
    news(json!([
        { "event": "found", "organization": "Sở Y tế", "kind": "sở", "citation": { "note": "có từ trước" } },
        { "event": "found", "organization": "Sở Y tế", "post": "Giám đốc", "citation": { "note": "có từ trước" } },
        { "event": "found", "organization": "Sở Nội vụ", "kind": "sở", "citation": { "note": "có từ trước" } },
        { "event": "appoint", "organization": "Sở Nội vụ", "post": "Giám đốc", "person": "Hà Văn Cường", "on": "2019-05",
          "citation": { "decision": "12/QĐ-UBND", "date": "2019-05-02" } },
        { "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc", "person": "Lục Văn Em", "on": "2020-06-01",
          "citation": { "decision": "88/QĐ-UBND", "date": "2020-05-28" } },
    ]))
}

/// A register with an opening, a founding decision with its paper, a directory, and an amendment.
pub fn filled(path: &Path) -> Office {
    let mut office = Office::found(path);
    office.says(founding(), "2026-01-02T00:00:00Z").unwrap();
    office.says(departments(), "2026-01-03T00:00:00Z").unwrap();
    office.says(amendment("2/QĐ-UBND", "2020-02-01"), "2026-01-04T00:00:00Z").unwrap();
    office
}

pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn register(&self) -> PathBuf {
        self.0.path().join("sổ.kientoan")
    }

    pub fn left(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.0.path()).unwrap();
        let mut left: Vec<String> =
            files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        left.sort();
        left
    }
}

/// A hand that reaches past the program.
pub fn forced(register: &Path) -> Connection {
    let connection = Connection::open(register).unwrap();
    connection
        .execute_batch(
            "PRAGMA synchronous = OFF; DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted; DROP TRIGGER entry_comes_last;",
        )
        .unwrap();
    connection
}
