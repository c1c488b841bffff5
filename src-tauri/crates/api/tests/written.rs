//! What was read goes into the register as it was read: decisions and what they say of posts, in one transaction.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use api::commands::together::to_record;
use api::{Desk, Session, call, sample};
use serde_json::{Value, json};

const PAPER: &str = "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
    Số: 9901/QĐ-UBND\nHà Nội, ngày 04 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nVề việc bổ nhiệm Giám đốc Sở Nội vụ\n\n\
    CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI\n\nCăn cứ Luật Cán bộ, công chức;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Bổ nhiệm bà \
    Hạng Thị Mo giữ chức vụ Giám đốc Sở Nội vụ kể từ ngày 10/3/2024.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày \
    ký.\nCHỦ TỊCH\nTráng A Páo\n";

fn opened(folder: &tempfile::TempDir) -> Session {
    let register = folder.path().join("sổ.kientoan");
    drop(Desk::sample(&register, None).unwrap());
    let mut session = Session::over(&register).unwrap();
    call(&mut session, "unlock", json!({ "passphrase": sample::PASSPHRASE })).unwrap();
    session
}

fn paper(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("9901.txt");
    std::fs::write(&path, PAPER).unwrap();
    path
}

fn entries(session: &mut Session) -> usize {
    call(session, "entries", Value::Null).unwrap()["entries"].as_array().unwrap().len()
}

#[test]
fn decisions_and_events_of_one_reading_are_recorded_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = (opened(&folder), paper(&folder));
    let read = call(&mut session, "read", json!({ "path": path })).unwrap();
    assert_eq!(
        (read["decisions"].as_array().unwrap().len(), read["events"].as_array().unwrap().len()),
        (1, 1),
        "{read}"
    );
    let before = entries(&mut session);

    let mut broken = read.clone();
    broken["events"][0]["organization"] = Value::Null;
    let refused = call(&mut session, "record_written", json!({ "json": broken })).unwrap_err();
    assert_eq!((refused.code.as_str(), entries(&mut session)), ("bad_event", before));

    let recorded = call(&mut session, "record_written", json!({ "json": read })).unwrap();
    assert_eq!(recorded["entries"].as_array().unwrap().len(), 2, "{recorded}");
    assert_eq!((recorded["decisions"].as_array().unwrap().len(), &recorded["warnings"]), (1, &json!([])), "{recorded}");
    assert_eq!((&recorded["entry"], entries(&mut session)), (&Value::Null, before + 2));
    // The decision again takes the events back with it.
    let again = call(&mut session, "record_written", json!({ "json": read })).unwrap_err();
    assert_eq!((again.code.as_str(), entries(&mut session)), ("duplicate", before + 2));
}

#[test]
fn a_reading_without_events_is_its_decisions_and_nothing_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = (opened(&folder), paper(&folder));
    let mut read = call(&mut session, "read", json!({ "path": path })).unwrap();
    read["events"] = json!([]);
    let recorded = call(&mut session, "record_written", json!({ "json": read })).unwrap();
    assert_eq!(recorded["entries"].as_array().unwrap().len(), 1, "{recorded}");
    for nothing in [json!({ "events": [] }), json!({ "decisions": [], "events": [] }), json!({ "decisions": [] })] {
        let refused = call(&mut session, "record_written", json!({ "json": nothing })).unwrap_err();
        assert_eq!(refused.code, "nothing_to_record");
    }
}

#[test]
fn an_import_records_what_a_paper_says_of_posts_with_the_paper() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = (opened(&folder), paper(&folder));
    let (requests, letters) = to_record(std::slice::from_ref(&path)).unwrap();
    assert_eq!((requests.len(), requests[0].events.len(), letters.len()), (1, 1, 0));
    assert_eq!(requests[0].path.as_deref(), path.to_str());
    let recorded = call(&mut session, "record", json!(requests[0])).unwrap();
    assert_eq!(recorded["entries"].as_array().unwrap().len(), 2, "{recorded}");
    let history = call(&mut session, "history", json!({ "person": "Hạng Thị Mo", "on": null })).unwrap();
    assert_eq!(history["posts"][0]["from"], "2024-03-10", "{history}");
    assert_eq!(history["posts"][0]["citation"]["decision"], "9901/QĐ-UBND", "{history}");

    // Two copies that do not agree need somebody to look.
    let other = folder.path().join("9901-word.txt");
    std::fs::write(&other, PAPER.replace("Hạng Thị Mo", "Lù Thị Mai")).unwrap();
    let refused = to_record(&[path, other]).unwrap_err();
    assert_eq!(refused.code, "files_differ");
}
