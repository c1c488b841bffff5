//! Papers on their way into the record. The province, its people and its numbers are invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use api::{Desk, Founding, Session, call};
use serde_json::{Value, json};

const PASSPHRASE: &str = "khay thử 2020";

struct House {
    folder: tempfile::TempDir,
    session: Session,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = Founding {
            office: "Ủy ban nhân dân tỉnh Sa Thạch",
            administrator: "Lò Văn An",
            passphrase: PASSPHRASE,
            sample: false,
        };
        drop(Desk::create(&folder.path().join("sổ.kientoan"), &founding).unwrap());
        let session = Self::open(folder.path());
        Self { folder, session }
    }

    fn open(folder: &Path) -> Session {
        let mut session = Session::new(&folder.join("mẫu.kientoan")).with_trays(&folder.join("khay"));
        session.open(&folder.join("sổ.kientoan")).unwrap();
        call(&mut session, "unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
        session
    }

    fn call(&mut self, name: &str, request: Value) -> Value {
        call(&mut self.session, name, request).unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
    }

    fn paper(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn take_in(&mut self, paths: &[PathBuf]) -> Vec<Value> {
        let answer = self.call("take_in", json!({ "paths": paths }));
        let items = answer["items"].clone();
        self.call("gather", json!({ "items": items }));
        items.as_array().unwrap().clone()
    }

    fn tray(&mut self) -> Vec<Value> {
        self.call("tray", Value::Null)["items"].as_array().unwrap().clone()
    }
}

fn decision(number: &str, date: &str, act: &str, lines: &str) -> String {
    format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\n\nSố: {number}/QĐ-UBND\n\nSa Thạch, {date}\n\nQUYẾT ĐỊNH\nVề việc {act}\n\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\n\n{lines}\n\n\
         Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n\nCHỦ TỊCH\n\nMùa A Páo\n"
    )
}

fn founding() -> String {
    let lines = "Điều 1. Thành lập Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch gồm các ông, bà có tên sau:\n\
        1. Ông Lò Văn An, Chủ tịch UBND tỉnh - Trưởng ban;\n2. Bà Tạ Thị Bình, Giám đốc Sở Nội vụ - Ủy viên.\n\n\
        Điều 2. Ban Chỉ đạo chỉ đạo công tác chuyển đổi số.";
    decision("10", "ngày 01 tháng 3 năm 2019", "thành lập Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch", lines)
}

fn change() -> String {
    let lines = "Điều 1. Kiện toàn Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch gồm các ông, bà có tên sau:\n\
        1. Ông Lò Văn An, Chủ tịch UBND tỉnh - Trưởng ban;\n2. Ông Vàng Seo Chứ, Giám đốc Sở Nội vụ - Ủy viên.\n\n\
        Điều 2. Quyết định này thay thế Quyết định số 10/QĐ-UBND ngày 01 tháng 3 năm 2019.";
    decision("20", "ngày 01 tháng 02 năm 2020", "kiện toàn Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch", lines)
}

#[test]
fn papers_are_recorded_in_legal_order_whatever_the_order_of_the_files() {
    let mut house = House::new();
    let (later, first) = (house.paper("a.txt", &change()), house.paper("b.txt", &founding()));
    let broken = house.paper("c.docx", "không phải Word");
    house.take_in(&[later.clone(), first, broken]);
    // Dropped again, it is the same.
    house.take_in(&[later]);
    let tray = house.tray();
    let states: Vec<&str> = tray.iter().map(|line| line["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["ready", "ready", "refused"], "{tray:#?}");
    assert_eq!(tray[0]["decisions"][0]["number"], "10/QĐ-UBND");
    assert_eq!(tray[2]["refused"]["code"], "not_what_its_name_says");
    // In the order in which they were dropped, the later one first.
    let items: Vec<&Value> = [1, 0, 2].map(|at: usize| &tray[at]["item"]).to_vec();
    let batch = house.call("record_items", json!({ "items": items }));
    assert_eq!((batch["recorded"].as_array().unwrap().len(), batch["left"].as_array().unwrap().len()), (2, 1));
    assert_eq!(batch["left"][0]["why"]["code"], "nothing_to_record");
    let status = house.call("status", json!({ "decision": "10/QĐ-UBND", "on": "2021-01-01" }));
    assert_eq!((&status["status"], &status["because"][0]["relation"]), (&json!("ended"), &json!("replaces")));
    assert_eq!(house.tray().len(), 1);
    // One step takes all of it back.
    house.call("undo_all", json!({ "entries": batch["entries"] }));
    assert_eq!(house.call("list", json!({ "on": "2021-01-01" }))["committees"], json!([]));
    assert_eq!(house.call("verify", Value::Null)["derived_ok"], true);
}

#[test]
fn a_review_that_was_cut_short_is_there_again() {
    let mut house = House::new();
    let path = house.paper("a.txt", &founding());
    let item = house.take_in(std::slice::from_ref(&path))[0].clone();
    let mut work = house.call("tray_item", json!({ "item": item }))["work"].clone();
    work["drafts"][0]["members"][1]["name"] = "Tạ Thị Bích".into();
    house.call("keep", json!({ "item": item, "work": work }));
    // The file is gone and the program was ended in the middle: nothing of it is needed.
    std::fs::remove_file(path).unwrap();
    drop(house.session);
    house.session = House::open(house.folder.path());
    let again = house.call("tray_item", json!({ "item": item }));
    assert_eq!(again["work"], work);
    let batch = house.call("record_items", json!({ "items": [item] }));
    assert_eq!(batch["left"], json!([]));
    let shown = house.call("show", json!({ "committee": "Chuyển đổi số", "on": "2019-06-01" }));
    assert_eq!(shown["seats"][1]["holders"][0]["person"], "Tạ Thị Bích");
    // Its file came with it.
    let sheet = house.call("decision", json!({ "decision": "10/QĐ-UBND", "on": "2019-06-01" }));
    assert!(sheet.to_string().contains("a.txt"), "{sheet}");
}

#[test]
fn a_namesake_is_asked_before_anything_is_recorded() {
    let mut house = House::new();
    let paths = [house.paper("a.txt", &founding())];
    let items = house.take_in(&paths);
    house.call("record_items", json!({ "items": items }));
    let moved = change().replace("Ông Vàng Seo Chứ", "Bà Tạ Thị Bình").replace("Sở Nội vụ", "Sở Tài chính");
    let paths = [house.paper("b.txt", &moved)];
    let item = house.take_in(&paths)[0].clone();
    let line = house.tray()[0].clone();
    assert_eq!((line["state"].as_str(), line["unanswered"].as_u64()), (Some("asks"), Some(1)), "{line:#}");
    let batch = house.call("record_items", json!({ "items": [item] }));
    assert_eq!(batch["left"][0]["why"]["code"], "namesakes");
    let mut work = house.call("tray_item", json!({ "item": item }))["work"].clone();
    work["settled"] = json!(["Tạ Thị Bình"]);
    house.call("keep", json!({ "item": item, "work": work }));
    assert_eq!(house.call("record_items", json!({ "items": [item] }))["left"], json!([]));
}

#[test]
fn a_paper_set_aside_waits_where_everybody_sees_it_until_it_is_recorded() {
    let mut house = House::new();
    let paths = [house.paper("a.txt", &founding())];
    let item = house.take_in(&paths)[0].clone();
    house.call("set_aside", json!({ "item": item, "waits_for": "annex", "note": "Thiếu phụ lục" }));
    assert_eq!(house.tray(), Vec::<Value>::new());
    let waiting = house.call("waiting", Value::Null)["papers"].clone();
    assert_eq!((waiting[0]["number"].as_str(), waiting[0]["waits_for"].as_str()), (Some("10/QĐ-UBND"), Some("annex")));
    assert_eq!(waiting[0]["files"], json!(["a.txt"]));
    assert!(house.call("verify", Value::Null)["ok"].as_bool().unwrap());
    let taken = house.call("take_up", json!({ "entry": waiting[0]["entry"] }));
    let twice = house.call("take_up", json!({ "entry": waiting[0]["entry"] }));
    assert_eq!(taken, twice);
    house.call("record_items", json!({ "items": taken["items"] }));
    assert_eq!(house.call("waiting", Value::Null)["papers"], json!([]));
}

#[test]
fn a_report_gives_way_to_the_paper() {
    let mut house = House::new();
    let paths = [house.paper("a.txt", &founding())];
    let item = house.take_in(&paths)[0].clone();
    let mut work = house.call("tray_item", json!({ "item": item }))["work"].clone();
    work["drafts"][0]["source"] = "news".into();
    work["drafts"][0]["members"].as_array_mut().unwrap().pop();
    house.call("keep", json!({ "item": item, "work": work }));
    house.call("record_items", json!({ "items": [item] }));
    let shown = |house: &mut House| house.call("show", json!({ "committee": "Chuyển đổi số", "on": "2019-06-01" }));
    assert_eq!(shown(&mut house)["seats"][0]["citation"]["reconstructed"], true);
    // The same report again is refused, the paper takes its place.
    let items = house.take_in(&paths);
    let rehearsal = {
        let work = house.call("tray_item", json!({ "item": items[0] }))["work"].clone();
        house.call("rehearse", json!({ "draft": work["drafts"][0] }))
    };
    assert_eq!(rehearsal["questions"][0]["code"], "supersedes_report", "{rehearsal:#}");
    assert_eq!(rehearsal["committees"][0]["after"]["heads"], 2);
    let batch = house.call("record_items", json!({ "items": items }));
    assert_eq!(batch["left"], json!([]));
    assert_eq!(house.call("verify", Value::Null)["derived_ok"], true);
    let seats = shown(&mut house)["seats"].clone();
    assert_eq!((seats.as_array().unwrap().len(), &seats[0]["citation"]["reconstructed"]), (2, &json!(false)));
}

#[test]
fn a_table_that_was_copied_is_read_and_a_paper_that_is_not_there_is_written() {
    let mut house = House::new();
    let html = "<table><tr><td>STT</td><td>Họ và tên</td><td>Chức vụ</td><td>Chức danh</td></tr>\
        <tr><td>1</td><td>Lò Văn An</td><td>Giám đốc Sở Nội vụ</td><td>Trưởng ban</td></tr></table>";
    house.call("take_pasted", json!({ "html": html, "text": "STT …" }));
    let tray = house.tray();
    assert_eq!(
        (tray[0]["decisions"][0]["members"].as_u64(), tray[0]["files"][0].as_str()),
        (Some(1), Some("Nội dung dán.html"))
    );
    let empty = call(&mut house.session, "take_pasted", json!({ "text": "  " })).unwrap_err();
    assert_eq!(empty.code, "empty");
    let item = house.call("by_hand", Value::Null)["items"][0].clone();
    let line = house.tray().into_iter().find(|line| line["item"] == item).unwrap();
    assert_eq!((line["state"].as_str(), line["asks"][0]["code"].as_str()), (Some("asks"), Some("missing_field")));
    // Without a file, it has to say where it is known from.
    let mut work = house.call("tray_item", json!({ "item": item }))["work"].clone();
    let draft = json!({ "number": "5/QĐ-UBND", "date": "2020-01-02", "issuer": "UBND tỉnh Sa Thạch", "act": "establish",
        "committees": ["Tổ Công tác A"], "changes_membership": true, "members": [{ "name": "Lò Văn An", "role": "Tổ trưởng" }] });
    for (key, value) in draft.as_object().unwrap() {
        work["drafts"][0][key] = value.clone();
    }
    house.call("keep", json!({ "item": item, "work": work }));
    let batch = house.call("record_items", json!({ "items": [item] }));
    assert_eq!(batch["left"][0]["why"]["params"]["field"], "source_note", "{batch}");
    work["drafts"][0]["source_note"] = "bản photo của Văn phòng".into();
    house.call("keep", json!({ "item": item, "work": work }));
    assert_eq!(house.call("record_items", json!({ "items": [item] }))["left"], json!([]));
}

#[test]
fn a_longer_term_waits_for_its_committee_although_it_seats_nobody() {
    let mut house = House::new();
    let draft = json!({ "number": "7/QĐ-UBND", "date": "2021-01-02", "issuer": "UBND tỉnh Sa Thạch", "act": "amend",
        "committees": ["Tổ Công tác A"], "changes_membership": false });
    let rehearsal = house.call("rehearse", json!({ "draft": draft }));
    let codes: Vec<&str> =
        rehearsal["questions"].as_array().unwrap().iter().filter_map(|question| question["code"].as_str()).collect();
    assert!(codes.contains(&"committee_unknown"), "{rehearsal:#}");
}
