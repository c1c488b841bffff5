//! A register with a committee of every kind of seat. The province, its people and its numbers are invented.

use std::path::{Path, PathBuf};

use api::{Desk, Failure, Founding, Session, call};
use serde_json::{Value, json};

use super::book::Book;

const PASSPHRASE: &str = "đi rồi về 2021";
pub const COMMITTEE: &str = "Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch";
pub const OWN: &str = "Thành viên";
pub const BODY: &str = "Tổ giúp việc";

pub struct House {
    folder: tempfile::TempDir,
    session: Session,
}

impl House {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = Founding {
            office: "Ủy ban nhân dân tỉnh Sa Thạch",
            administrator: "Lò Văn An",
            passphrase: PASSPHRASE,
            sample: false,
        };
        drop(Desk::create(&folder.path().join("sổ.kientoan"), &founding).unwrap());
        let mut session = Session::new(&folder.path().join("mẫu.kientoan")).with_trays(&folder.path().join("khay"));
        session.open(&folder.path().join("sổ.kientoan")).unwrap();
        call(&mut session, "unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
        Self { folder, session }
    }

    /// The sample that comes with the program.
    pub fn sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let register = folder.path().join("sổ.kientoan");
        drop(Desk::sample(&register, None).unwrap());
        let mut session = Session::new(&folder.path().join("mẫu.kientoan")).with_trays(&folder.path().join("khay"));
        session.open(&register).unwrap();
        call(&mut session, "unlock", json!({ "passphrase": api::sample::PASSPHRASE })).unwrap();
        Self { folder, session }
    }

    pub fn new() -> Self {
        let mut house = Self::empty();
        house.call("record_written", json!({ "json": { "decisions": [founding()] } }));
        house
    }

    pub fn call(&mut self, name: &str, request: Value) -> Value {
        self.tried(name, request).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    pub fn tried(&mut self, name: &str, request: Value) -> Result<Value, Failure> {
        call(&mut self.session, name, request)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn export(&mut self, on: &str) -> Book {
        self.export_of(COMMITTEE, on)
    }

    pub fn export_of(&mut self, committee: &str, on: &str) -> Book {
        let path = self.path(&format!("{on}.xlsx"));
        self.call("export_list", json!({ "committee": committee, "on": on, "path": path }));
        Book::open(&path)
    }

    pub fn take_in(&mut self, path: &Path) -> Value {
        self.call("take_in", json!({ "paths": [path] }))["items"][0].clone()
    }

    /// The edited list in the tray: its id, and its line there.
    pub fn back(&mut self, book: &Book, name: &str) -> (Value, Value) {
        let path = self.path(name);
        book.save(&path);
        let item = self.take_in(&path);
        let tray = self.call("tray", Value::Null);
        let line = tray["items"].as_array().unwrap().iter().find(|line| line["item"] == item).cloned();
        (item, line.unwrap())
    }

    pub fn codes(&mut self, item: &Value) -> Vec<String> {
        let shown = self.call("tray_item", json!({ "item": item }));
        let warnings = shown["reading"]["warnings"].as_array().unwrap().clone();
        warnings.iter().map(|warning| warning["code"].as_str().unwrap().to_owned()).collect()
    }

    pub fn draft(&mut self, item: &Value) -> Value {
        self.call("tray_item", json!({ "item": item }))["work"]["drafts"][0].clone()
    }

    /// Fills in the paper, settles its namesakes, and records it.
    pub fn record(&mut self, item: &Value, number: &str, date: &str) {
        let mut work = self.call("tray_item", json!({ "item": item }))["work"].clone();
        work["drafts"][0]["number"] = number.into();
        work["drafts"][0]["date"] = date.into();
        let rehearsal = self.call("rehearse", json!({ "draft": work["drafts"][0] }));
        let words: Vec<&Value> = rehearsal["matches"].as_array().unwrap().iter().map(|found| &found["words"]).collect();
        work["settled"] = json!(words);
        self.call("keep", json!({ "item": item, "work": work }));
        let batch = self.call("record_items", json!({ "items": [item] }));
        assert_eq!(batch["left"], json!([]), "{:#}", work["drafts"][0]);
    }
}

pub fn founding() -> Value {
    let named = |name: &str, position: &str, role: &str| json!({ "name": name, "position": position, "role": role });
    json!({
        "number": "10/QĐ-UBND", "date": "2019-03-01", "issuer": "Chủ tịch UBND tỉnh Sa Thạch", "act": "establish",
        "committees": [COMMITTEE], "list_scope": "whole", "changes_membership": true,
        "members": [
            named("Lò Văn An", "Chủ tịch UBND tỉnh", "Trưởng ban"),
            named("Tạ Thị Bình", "Phó Chủ tịch UBND tỉnh", "Phó Trưởng ban"),
            { "position": "Giám đốc Sở Tài chính", "role": "Ủy viên" },
            { "position": "Giám đốc Sở Nội vụ", "as_written": "Giám đốc các Sở: Nội vụ, Y tế", "role": "Ủy viên" },
            { "position": "Giám đốc Sở Y tế", "as_written": "Giám đốc các Sở: Nội vụ, Y tế", "role": "Ủy viên" },
            { "position": "Chủ tịch UBND các huyện, thị xã", "role": "Ủy viên" },
            { "position": "Lãnh đạo Công an tỉnh", "role": "Ủy viên" },
            // One person in two seats: by name alone, the two are one.
            named("Vàng Seo Chứ", "Chánh Văn phòng UBND tỉnh", "Ủy viên thường trực"),
            named("Vàng Seo Chứ", "Bí thư Đảng ủy Văn phòng", "Thư ký"),
            { "name": "Hạng A Dơ", "position": "Trưởng ban Dân tộc HĐND tỉnh", "role": "Ủy viên", "invited": true },
            { "position": "Đại diện Ủy ban MTTQ tỉnh", "role": "Ủy viên", "invited": true },
        ],
        "sub_bodies": [{ "name": BODY, "members": [
            named("Vàng Seo Chứ", "Chánh Văn phòng UBND tỉnh", "Tổ trưởng"),
            named("Giàng Thị Mo", "Chuyên viên Sở Nội vụ", "Tổ viên"),
            { "position": "Trưởng phòng Nội vụ các huyện", "role": "Tổ viên" },
        ] }],
    })
}
