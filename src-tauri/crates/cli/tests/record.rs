//! The record from the command line: new, record, undo, history, verify; who may write, and who is told what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod office;

use std::path::Path;

use office::{Office, PASSPHRASE, run_as};
use serde_json::{Value, json};

fn founding() -> Value {
    json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "issuer": "UBND tỉnh Sa Thạch", "act": "establish",
            "committees": ["Ban Chỉ đạo Phòng chống hạn"],
            "members": [ { "name": "Tạ Thị Bình", "role": "Trưởng ban", "position": "Phó Chủ tịch UBND tỉnh", "article": "Điều 1" },
                         { "position": "Giám đốc Sở Y tế", "role": "Ủy viên", "article": "Điều 1" } ] })
}

fn health() -> Value {
    json!({ "events": [
        { "event": "found", "organization": "Sở Y tế", "kind": "sở", "citation": { "note": "có từ trước" } },
        { "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc", "person": "Lục Văn Em", "on": "2019-05",
          "citation": { "decision": "88/QĐ-UBND", "date": "2019-05-02", "place": "Điều 1" } },
        { "event": "relieve", "organization": "Sở Y tế", "post": "Giám đốc", "on": "2021-01-15",
          "citation": { "note": "nghỉ hưu" } },
    ] })
}

#[test]
fn decisions_and_news_are_recorded_and_answered_by_person() {
    let office = Office::new();
    let register = office.register();
    // News first: what the decision needs settles when it comes, and the other way round.
    let (status, recorded) = office.record(&health());
    assert_eq!((status, recorded["entries"].as_array().unwrap().len()), (0, 1), "{recorded}");
    assert_eq!(recorded["entry"], recorded["entries"][0]);
    let (status, recorded) = office.record(&json!({ "decisions": [founding()] }));
    assert_eq!((status, recorded["decisions"].as_array().unwrap().len()), (0, 1), "{recorded}");
    let shown = office.done(&["show", &register, "phong chong han", "--on", "2020-06-01"]);
    assert_eq!(shown["seats"][1]["holders"][0]["person"], "Lục Văn Em");
    assert_eq!(shown["seats"][1]["holders"][0]["citation"]["decision"], "88/QĐ-UBND");

    let history = office.done(&["history", &register, "luc van em"]);
    assert_eq!(history["person"], "Lục Văn Em");
    let [period] = &history["periods"].as_array().unwrap()[..] else { panic!("{history}") };
    assert_eq!(period["committee"], "Ban Chỉ đạo Phòng chống hạn");
    assert_eq!((&period["from"], &period["to"]), (&json!("2019-05-01"), &json!("2021-01-15")));
    assert_eq!((&period["role"], &period["citation"]["decision"]), (&json!("Ủy viên"), &json!("10/QĐ-UBND")));
    let post = &history["posts"][0];
    // Some day of that month: no more is said than is known.
    assert_eq!((&post["from"], &post["to"]), (&json!("2019-05"), &json!("2021-01-15")));
    assert_eq!((&post["post"], &post["capacity"]), (&json!("Giám đốc Sở Y tế"), &json!("incumbent")));

    // As of a day, nothing later shows: neither an end nor a beginning.
    let then = office.done(&["history", &register, "Lục Văn Em", "--on", "2020-01-01"]);
    assert_eq!((&then["periods"][0]["to"], &then["posts"][0]["to"]), (&Value::Null, &Value::Null));
    let before = office.done(&["history", &register, "Lục Văn Em", "--on", "2018-06-01"]);
    assert_eq!((before["periods"].as_array().unwrap().len(), before["posts"].as_array().unwrap().len()), (0, 0));
    let (status, unknown) = office.run(&["history", &register, "Sùng A Khoa"]);
    assert_eq!((status, unknown["error"]["code"].as_str()), (1, Some("not_found")));
    assert_eq!(office.done(&["verify", &register])["derived_ok"], true);
}

#[test]
fn a_person_in_two_lists_has_one_unbroken_period_of_two_stretches() {
    let office = Office::new();
    let next = json!({ "number": "20/QĐ-UBND", "date": "2020-02-01", "issuer": "UBND tỉnh Sa Thạch",
                       "act": "reconstitute", "list_scope": "whole", "committees": ["Ban Chỉ đạo Phòng chống hạn"],
                       "members": [{ "name": "Tạ Thị Bình", "role": "Trưởng ban", "article": "Điều 2" }] });
    let (status, recorded) = office.record(&json!({ "decisions": [founding(), next] }));
    assert_eq!((status, recorded["entries"].as_array().unwrap().len()), (0, 2), "{recorded}");
    assert_eq!(recorded["entry"], Value::Null);
    let history = office.done(&["history", &office.register(), "Tạ Thị Bình"]);
    let [period] = &history["periods"].as_array().unwrap()[..] else { panic!("{history}") };
    assert_eq!((&period["from"], &period["to"]), (&json!("2018-03-01"), &Value::Null));
    let stretches = period["stretches"].as_array().unwrap();
    let cited: Vec<&str> = stretches.iter().map(|one| one["citation"]["decision"].as_str().unwrap()).collect();
    assert_eq!(cited, ["10/QĐ-UBND", "20/QĐ-UBND"]);
    assert_eq!(stretches[0]["to"], "2020-02-01");
}

#[test]
fn an_undone_entry_was_never_there_but_was_known_before() {
    let office = Office::new();
    let register = office.register();
    let (_, recorded) = office.record(&founding());
    let entry = recorded["entry"].as_str().unwrap().to_owned();
    let known = office.done(&["entries", &register])["entries"][0]["recorded_at"].as_str().unwrap().to_owned();
    std::thread::sleep(std::time::Duration::from_millis(5));
    office.done(&["undo", &register, &entry]);
    assert_eq!(office.done(&["list", &register, "--on", "2020-01-01"])["committees"], json!([]));
    let then = office.done(&["list", &register, "--on", "2020-01-01", "--known-on", &known]);
    assert_eq!(then["committees"].as_array().unwrap().len(), 1, "what was known then stays known then");
    let history = office.done(&["history", &register, "Tạ Thị Bình", "--known-on", &known]);
    assert_eq!(history["periods"].as_array().unwrap().len(), 1);
    for (wanted, code) in [(entry.as_str(), "undone_already"), ("ffffffffffff", "not_found"), ("ff", "not_found")] {
        let (status, refused) = office.run(&["undo", &register, wanted]);
        assert_eq!((status, refused["error"]["code"].as_str()), (1, Some(code)), "{refused}");
    }
    let opening = office.done(&["entries", &register])["entries"].as_array().unwrap().last().unwrap()["entry"].clone();
    let (status, refused) = office.run(&["undo", &register, opening.as_str().unwrap()]);
    assert_eq!((status, refused["error"]["code"].as_str()), (1, Some("cannot_be_undone")));
    // The number is free again; and undoing the undo would make two of one number.
    assert_eq!(office.record(&founding()).0, 0);
    let entries = office.done(&["entries", &register]);
    let undo = entries["entries"].as_array().unwrap().iter().find(|entry| entry["kind"] == "mistake").unwrap();
    let (status, refused) = office.run(&["undo", &register, undo["entry"].as_str().unwrap()]);
    assert_eq!((status, refused["error"]["code"].as_str()), (1, Some("duplicate")));
    let verified = office.done(&["verify", &register]);
    assert_eq!(
        (&verified["ok"], &verified["entries"], &verified["first_bad"]),
        (&json!(true), &json!(4), &Value::Null)
    );
}

#[test]
fn without_the_passphrase_nothing_enters() {
    let office = Office::new();
    let register = office.register();
    let draft = office.file("bản ghi.json", &founding().to_string());
    let before = std::fs::read(&register).unwrap();
    for (passphrase, code) in
        [(None, "passphrase_needed"), (Some("sai"), "wrong_passphrase"), (Some(""), "wrong_passphrase")]
    {
        let (status, refused) = run_as(passphrase, &["record", &register, &draft]);
        assert_eq!((status, refused["error"]["code"].as_str()), (1, Some(code)), "{refused}");
        assert_eq!(std::fs::read(&register).unwrap(), before);
    }
    // From a file, as a scheduled job has it: the end of the line does not count.
    let file = office.file("mật khẩu.txt", &format!("{PASSPHRASE}\r\n"));
    assert_eq!(run_as(None, &["record", &register, &draft, "--passphrase-file", &file]).0, 0);
    let (status, refused) = run_as(None, &["new", &format!("{register}2"), "--office", "A"]);
    assert_eq!((status, refused["error"]["code"].as_str()), (1, Some("passphrase_needed")));
    assert!(!Path::new(&format!("{register}2")).exists());
}

#[test]
fn bad_json_is_refused_where_it_is_and_what_is_not_known_is_told() {
    let office = Office::new();
    let register = office.register();
    let before = std::fs::read(&register).unwrap();
    for (text, code) in [
        ("{", "bad_json"),
        ("[]", "bad_draft"),
        ("{\"decisions\": 3}", "bad_draft"),
        ("{\"decisions\": []}", "nothing_to_record"),
        ("{\"events\": []}", "nothing_to_record"),
        ("{\"events\": [{\"event\": \"sing\"}]}", "bad_event"),
        ("{\"number\": \"1/QĐ-A\", \"date\": \"2020-02-30\"}", "bad_draft"),
        ("{\"number\": \"1/QĐ-A\"}", "missing_field"),
        (
            "{\"events\": [{\"event\": \"appoint\", \"organization\": \"Sở A\", \"post\": \"Giám đốc\", \"person\": \" \"}]}",
            "bad_event",
        ),
        (
            "{\"number\": \"1/QĐ-A\", \"date\": \"2020-02-03\", \"issuer\": \"A\", \"act\": \"other\", \"effective\": \"after_days:10000000\"}",
            "unclear_effect",
        ),
        (
            "{\"number\": \"1/QĐ-A\", \"date\": \"2020-02-03\", \"issuer\": \"A\", \"act\": \"other\", \"effective\": \"after_days:-5\"}",
            "unclear_effect",
        ),
        (
            "{\"number\": \"1/QĐ-A\", \"date\": \"2020-02-03\", \"issuer\": \"A\", \"act\": \"other\", \"repeals\": [\"\"]}",
            "empty_entry",
        ),
    ] {
        let draft = office.file("hỏng.json", text);
        let (status, refused) = office.run(&["record", &register, &draft]);
        assert_eq!((status, refused["error"]["code"].as_str()), (1, Some(code)), "{text}: {refused}");
        assert_eq!(std::fs::read(&register).unwrap(), before, "{text}");
    }
    // In a list of many, the place says which of them it is.
    let draft = office.file("hỏng.json", "{\"members\": [{\"role\": \"Ủy viên\"}, {\"role\": 5}]}");
    assert_eq!(office.run(&["record", &register, &draft]).1["error"]["params"]["at"], "members[1].role");
    // As Windows programs write a text.
    let draft = office.file("dấu.json", "\u{feff}{\"events\": []}");
    assert_eq!(office.run(&["record", &register, &draft]).1["error"]["code"], "nothing_to_record");
    let (_, recorded) = office.record(&json!({ "events": [
        { "event": "appoint", "organization": "Sở Chưa Lập", "post": "Giám đốc", "person": "A", "phone": "1", "on": null } ] }));
    let codes: Vec<&str> =
        recorded["warnings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["unknown_key", "no_source", "unresolved_reference"], "{recorded}");
}

#[test]
fn administrators_are_admitted_retired_and_come_back_by_their_code() {
    let office = Office::new();
    let register = office.register();
    let second = office.file("mật khẩu mới.txt", "trời quang mây tạnh");
    let admitted = office.done(&["admit", &register, "--name", "Bế Thị Chi", "--new-passphrase-file", &second]);
    let code = office.file("mã.txt", &admitted["recovery_code"].as_str().unwrap().to_lowercase());
    let draft = office.file("bản ghi.json", &founding().to_string());
    assert_eq!(run_as(Some("trời quang mây tạnh"), &["record", &register, &draft]).0, 0);
    // The passphrase is lost, the code is not.
    let third = office.file("mật khẩu sau.txt", "chuồn chuồn bay thấp");
    office.done(&["recover", &register, "--code-file", &code, "--new-passphrase-file", &third]);
    let known = office.done(&["administrators", &register]);
    let key = known["administrators"][1]["key"].as_str().unwrap().to_owned();
    assert_eq!(
        run_as(Some("trời quang mây tạnh"), &["retire", &register, &key]).1["error"]["code"],
        "wrong_passphrase"
    );
    assert_eq!(run_as(Some("chuồn chuồn bay thấp"), &["retire", &register, &key]).0, 0);
    let again = office.file(
        "nữa.json",
        &json!({ "events": [{ "event": "milestone", "what": "a", "on": "2020-01-01" }] }).to_string(),
    );
    assert_eq!(
        run_as(Some("chuồn chuồn bay thấp"), &["record", &register, &again]).1["error"]["code"],
        "wrong_passphrase"
    );
    let own = known["administrators"][0]["key"].as_str().unwrap();
    assert_eq!(office.run(&["retire", &register, own]).1["error"]["code"], "last_administrator");
    assert_eq!(office.done(&["verify", &register])["ok"], true);
}

#[test]
fn packs_are_recorded_and_a_later_version_takes_the_place_of_the_earlier() {
    let office = Office::new();
    let register = office.register();
    let pack = |version: u32, names: &str| {
        format!(
            "name = 'sa-thach'\ntitle = 'Danh mục Sa Thạch'\nversion = {version}\n\
             [[organizations]]\nkind = 'sở'\npost = 'Giám đốc'\nnote = 'a'\nnames = [{names}]\n\
             [[classes]]\nname = 'Thủ trưởng các sở, ngành'\npost = 'Giám đốc'\norganization_kind = ['sở']\n\
             citation = {{ note = 'quy ước' }}\n[[ranks]]\nrole = 'Ủy viên giữ chìa khóa'\nrank = 'secretary'\n"
        )
    };
    let first = office.file("a.toml", &pack(1, "'Sở Y tế', 'Sở Nội vụ'"));
    office.done(&["pack", &register, &first]);
    let draft = json!({ "number": "1/QĐ-UBND", "date": "2020-01-01", "issuer": "UBND tỉnh Sa Thạch", "act": "establish",
                        "committees": ["Hội đồng Thi đua"],
                        "members": [{ "position": "Thủ trưởng các sở, ngành", "role": "Ủy viên giữ chìa khóa",
                                      "seat_kind": "class" }] });
    assert_eq!(office.record(&draft).0, 0);
    let shown = |on: &str| office.done(&["show", &register, "Hội đồng Thi đua", "--on", on]);
    assert_eq!(
        (&shown("2020-01-01")["heads"], &shown("2020-01-01")["seats"][0]["rank"]),
        (&json!(2), &json!("secretary"))
    );
    let refused = office.run(&["pack", &register, &first]).1;
    assert_eq!(refused["error"]["code"], "pack_not_newer");
    let second = office.file("b.toml", &pack(2, "'Sở Y tế', 'Sở Nội vụ', 'Sở Tài chính'"));
    office.done(&["pack", &register, &second]);
    assert_eq!(shown("2020-01-01")["heads"], 3);
    let slip = office.file("c.toml", &pack(3, "'Sở Y tế'").replace("kind = 'sở'", "kidn = 'sở'"));
    let refused = office.run(&["pack", &register, &slip]).1;
    assert_eq!((&refused["error"]["code"], &refused["error"]["params"]["line"]), (&json!("bad_pack"), &json!("5")));
    assert_eq!(office.done(&["verify", &register])["ok"], true);
    assert!(office.done(&["rebuild", &register])["rows"].as_u64().unwrap() > 10);
}
