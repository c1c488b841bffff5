//! Compare, status, check and what every kind of decision does, from the command line: the answers that scripts
//! rely on, by their names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod office;

use office::Office;
use serde_json::{Value, json};

const NAME: &str = "Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch";

fn paper(number: &str, date: &str, rest: Value) -> Value {
    let mut paper = json!({ "number": number, "date": date, "issuer": "UBND tỉnh Sa Thạch", "committees": [NAME] });
    paper.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    paper
}

fn founding() -> Value {
    paper(
        "10/QĐ-UBND",
        "2018-03-01",
        json!({ "act": "establish", "title": "Thành lập Ban Chỉ đạo", "standing_agencies": [{ "name": "Sở Nội vụ" }],
                "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "article": "Điều 1" },
                            { "name": "Tạ Thị Bình", "role": "Ủy viên", "article": "Điều 1" }],
                "sub_bodies": [{ "name": "Tổ giúp việc", "members": [{ "name": "Vi Thị Hai", "role": "Tổ trưởng" }] }] }),
    )
}

fn amendment() -> Value {
    paper(
        "30/QĐ-UBND",
        "2019-01-15",
        json!({ "act": "amend", "amends": ["10/QĐ-UBND"], "leaves": ["Lò Văn An"],
                "members": [{ "name": "Ma Thị Dung", "role": "Trưởng ban", "article": "Điều 1 khoản 2" },
                            { "name": "Tạ Thị Bình", "role": "Phó Trưởng ban", "op": "change_role" }] }),
    )
}

fn told() -> (Office, String) {
    let office = Office::new();
    let (status, recorded) = office.record(&json!({ "decisions": [amendment(), founding()] }));
    assert_eq!((status, recorded["entries"].as_array().unwrap().len()), (0, 2), "{recorded}");
    let register = office.register();
    (office, register)
}

#[test]
fn two_days_compared_say_who_came_left_and_took_another_role() {
    let (office, register) = told();
    let changes = office.done(&["compare", &register, "chuyen doi so", "2019-01-14", "2019-01-15"]);
    assert_eq!(changes["committee"]["name"], NAME);
    assert_eq!((&changes["from"], &changes["to"]), (&json!("2019-01-14"), &json!("2019-01-15")));
    let joined = &changes["joined"][0];
    assert_eq!((&joined["who"], &joined["role"]), (&json!("Ma Thị Dung"), &json!("Trưởng ban")));
    assert_eq!(joined["citation"]["place"], "Điều 1 khoản 2");
    assert_eq!(changes["left"][0]["who"], "Lò Văn An");
    assert_eq!(changes["left"][0]["citation"]["decision"], "30/QĐ-UBND");
    let changed = &changes["changed"][0];
    assert_eq!((&changed["from_role"], &changed["to_role"]), (&json!("Ủy viên"), &json!("Phó Trưởng ban")));
    assert_eq!(changes["vacated"], json!([]));
    assert_eq!(changes["sentences"].as_array().unwrap().len(), 3, "{}", changes["sentences"]);
    let (status, bad) = office.run(&["compare", &register, "chuyen doi so", "2019-02-30", "2019-03-01"]);
    assert_eq!((status, bad["error"]["code"].as_str()), (1, Some("bad_date")));
}

#[test]
fn a_decision_says_how_it_stands_and_why_and_is_found_by_number_and_year() {
    let (office, register) = told();
    let status = |decision: &str, on: &str| office.done(&["status", &register, decision, "--on", on]);
    assert_eq!(status("10/QĐ-UBND", "2018-02-28")["status"], "not_yet");
    assert_eq!(status("10/QĐ-UBND 2018", "2019-01-14")["status"], "in_force");
    let partly = status("10/QĐ-UBND 2018-03-01", "2019-01-15");
    assert_eq!((&partly["decision"], &partly["status"]), (&json!("10/QĐ-UBND"), &json!("partly_ended")));
    let because = &partly["because"][0];
    assert_eq!((&because["relation"], &because["decision"]), (&json!("amends"), &json!("30/QĐ-UBND")));
    assert_eq!(because["date"], "2019-01-15");
    let (code, unknown) = office.run(&["status", &register, "10/QĐ-UBND 2017", "--on", "2019-01-15"]);
    assert_eq!((code, unknown["error"]["code"].as_str()), (1, Some("not_found")));
    // What was recorded later was not known yet.
    let before = office.done(&["entries", &register])["entries"][0]["recorded_at"].as_str().unwrap().to_owned();
    let ends = paper("50/QĐ-UBND", "2020-05-05", json!({ "act": "dissolve", "dissolves": [NAME] }));
    office.record(&ends);
    assert_eq!(status("10/QĐ-UBND", "2020-05-05")["status"], "ended");
    let then = office.done(&["status", &register, "10/QĐ-UBND", "--on", "2020-05-05", "--known-on", &before]);
    assert_eq!(then["status"], "partly_ended");
    let (code, _) = office.run(&["status", &register, "50/QĐ-UBND", "--on", "2020-05-05", "--known-on", &before]);
    assert_eq!(code, 1);
    let list = |on: &str| office.done(&["list", &register, "--on", on])["committees"].as_array().unwrap().len();
    assert_eq!((list("2020-05-04"), list("2020-05-05")), (1, 0));
    let ended = office.done(&["show", &register, NAME, "--on", "2020-05-05"]);
    assert_eq!((&ended["state"], &ended["heads"], &ended["seats"]), (&json!("ended"), &json!(0), &json!([])));
}

#[test]
fn what_is_to_be_looked_at_is_found_with_its_place_its_rule_and_a_way_out() {
    let (office, register) = told();
    let gone =
        paper("60/QĐ-UBND", "2021-01-05", json!({ "act": "amend", "amends": ["999/QĐ-UBND"], "leaves": ["Ai Đó"] }));
    office.record(&gone);
    let (status, found) = office.run(&["check", &register, "--on", "2021-01-05"]);
    assert_eq!(status, 0, "warnings alone: {found}");
    let findings = found["findings"].as_array().unwrap();
    let unresolved: Vec<&Value> = findings.iter().filter(|one| one["code"] == "unresolved_reference").collect();
    assert_eq!(unresolved.len(), 2, "{found}");
    for finding in findings {
        assert!(["warn", "error"].contains(&finding["severity"].as_str().unwrap()));
        for key in ["at", "rule", "detail"] {
            assert!(!finding[key].as_str().unwrap().is_empty(), "{key}: {finding}");
        }
    }
    let earlier = office.done(&["check", &register, "--on", "2021-01-04"]);
    assert!(earlier["findings"].as_array().unwrap().iter().all(|one| one["code"] != "unresolved_reference"));
    // A contradiction is an error.
    for (number, date) in [("70/QĐ-UBND", "2022-01-05"), ("71/QĐ-UBND", "2022-02-05")] {
        office.record(&paper(
            number,
            date,
            json!({ "act": "establish", "replaces": ["10/QĐ-UBND"],
            "members": [{ "name": "Hà Văn Cường", "role": "Trưởng ban" }] }),
        ));
    }
    let (status, found) = office.run(&["check", &register, "--on", "2022-02-05"]);
    assert_eq!((status, &found["findings"][0]["code"]), (3, &json!("replaced_twice")), "{found}");
}

#[test]
fn a_sub_body_is_shown_compared_and_named_in_a_history() {
    let (office, register) = told();
    let whole = office.done(&["show", &register, NAME, "--on", "2018-03-01"]);
    assert_eq!((&whole["heads"], &whole["sub_bodies"][0]["heads"]), (&json!(2), &json!(1)));
    let part = office.done(&["show", &register, "to giup viec", "--on", "2018-03-01"]);
    assert_eq!((&part["committee"]["name"], &part["heads"]), (&json!("Tổ giúp việc"), &json!(1)));
    let founded = office.done(&["compare", &register, "Tổ giúp việc", "2018-02-28", "2018-03-01"]);
    assert_eq!(founded["joined"][0]["who"], "Vi Thị Hai");
    let history = office.done(&["history", &register, "Vi Thị Hai"]);
    assert_eq!(history["periods"][0]["committee"], "Tổ giúp việc");
}

#[test]
fn a_suspension_a_new_name_and_an_extension_show_on_their_days() {
    let (office, register) = told();
    let decisions = json!({ "decisions": [
        paper("33/QĐ-UBND", "2019-04-01", json!({ "act": "other", "suspends": ["10/QĐ-UBND"] })),
        paper("34/QĐ-UBND", "2019-08-01", json!({ "act": "other", "resumes": ["10/QĐ-UBND"] })),
        paper("40/QĐ-UBND", "2020-01-02", json!({ "act": "amend", "sunset_on": "2024-01-01" })),
        paper("41/QĐ-UBND", "2021-01-02", json!({ "act": "rename", "old_names": [NAME],
                                                   "committees": ["Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch"] })),
    ] });
    let (status, recorded) = office.record(&decisions);
    assert_eq!(status, 0, "{recorded}");
    let show = |on: &str| office.done(&["show", &register, NAME, "--on", on]);
    let during = show("2019-04-01");
    assert_eq!((&during["state"], &during["heads"]), (&json!("suspended"), &json!(2)));
    assert_eq!(during["seats"][0]["flags"], json!(["decision_suspended"]));
    assert_eq!(during["flags"], json!(["decision_suspended"]));
    assert_eq!(office.done(&["list", &register, "--on", "2019-04-01"])["committees"].as_array().unwrap().len(), 1);
    assert_eq!(show("2019-08-01")["state"], "active");
    assert_eq!(show("2021-01-02")["committee"]["name"], "Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch");
    let to = |on: &str| office.done(&["list", &register, "--on", on])["committees"][0]["to"].clone();
    assert_eq!((to("2020-01-01"), to("2020-01-02")), (Value::Null, json!("2024-01-01")));
    assert_eq!(show("2024-01-01")["state"], "ended");
    let timeline = office.done(&["timeline", &register, NAME]);
    let relations: Vec<&str> =
        timeline["relations"].as_array().unwrap().iter().map(|one| one["relation"].as_str().unwrap()).collect();
    assert_eq!(relations, ["amends", "suspends", "resumes"]);
    assert_eq!(timeline["decisions"].as_array().unwrap().len(), 6);
}

#[test]
fn an_unknown_key_is_told_wherever_it_stands() {
    let office = Office::new();
    let mut draft = founding();
    draft["members"][1]["telephone"] = "1".into();
    draft["colour"] = "blue".into();
    let (status, recorded) = office.record(&draft);
    assert_eq!(status, 0, "{recorded}");
    let keys: Vec<&str> = recorded["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|warning| warning["code"] == "unknown_key")
        .map(|warning| warning["params"]["key"].as_str().unwrap())
        .collect();
    assert_eq!(keys, ["colour", "members[1].telephone"]);
}

#[test]
fn everybody_and_their_committees() {
    let (office, register) = told();
    let matrix = office.done(&["matrix", &register, "--on", "2019-01-15"]);
    let row = matrix["rows"].as_array().unwrap().iter().find(|row| row["who"] == "Ma Thị Dung").unwrap();
    assert_eq!(
        (&row["committees"], &row["chairs"], &row["cells"][0]["role"]),
        (&json!(1), &json!(1), &json!("Trưởng ban"))
    );
}
