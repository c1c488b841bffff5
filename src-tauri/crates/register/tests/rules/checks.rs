//! What `check` finds, each with its example (docs/fold.md §8).

use super::*;
use register::checks::Severity;

fn has(story: &Story, date: &str, code: &str) -> bool {
    story.findings(date).iter().any(|found| found == code)
}

#[test]
fn a_committee_without_chair_or_agency() {
    let mut story = Story::default();
    story.decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
                         "members": [named("Tạ Thị Bình", "Ủy viên")] }));
    assert!(has(&story, "2018-03-01", "no_chair") && has(&story, "2018-03-01", "no_standing_agency"));
    assert!(story.findings("2018-02-28").is_empty(), "nothing that takes effect later");
}

#[test]
fn a_basis_that_is_no_longer_in_force() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "establish", "replaces": ["10/QĐ-UBND"],
                        "bases": ["10/QĐ-UBND", "77/2015/QH13"], "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert!(!has(&story, "2020-01-15", "basis_not_in_force"), "it is what it replaces");
    story.decide(json!({ "number": "50/QĐ-UBND", "date": "2021-01-15", "act": "amend", "bases": ["10/QĐ-UBND"],
                         "members": [named("Ma Thị Dung", "Ủy viên")] }));
    assert!(has(&story, "2021-01-15", "basis_not_in_force"));
    assert!(!has(&story, "2021-01-15", "unresolved_reference"), "laws are not recorded");
}

#[test]
fn a_decision_replaced_twice_is_an_error() {
    let mut story = Story::default();
    story.decide(founding());
    for (number, date) in [("40/QĐ-UBND", "2020-01-15"), ("41/QĐ-UBND", "2021-01-15")] {
        story.decide(json!({ "number": number, "date": date, "act": "establish", "replaces": ["10/QĐ-UBND"],
                             "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    }
    assert!(!has(&story, "2020-12-31", "replaced_twice"));
    let fold = Fold::of(&story.record);
    let findings = fold.check(&story.record, day("2021-01-15"));
    assert_eq!((findings[0].code.as_str(), findings[0].severity), ("replaced_twice", Severity::Error));
    assert_eq!(findings[0].what, ["40/QĐ-UBND", "41/QĐ-UBND"]);
}

#[test]
fn members_counted_and_members_read() {
    let mut draft = founding();
    draft["members"] = json!([{ "n": 1, "name": "Lò Văn An", "role": "Trưởng ban" },
                              { "n": 3, "name": "Tạ Thị Bình", "role": "Ủy viên" }]);
    let mut story = Story::default();
    story.decide(draft);
    assert!(has(&story, "2018-03-01", "count_mismatch"), "number 2 was not read");
    let mut draft = founding();
    draft["members_counted"] = 27.into();
    let mut story = Story::default();
    story.decide(draft);
    assert!(has(&story, "2018-03-01", "count_mismatch"));
}

#[test]
fn two_decisions_of_one_day_in_different_series_tie() {
    let mut story = Story::default();
    story.decide(founding());
    for number in ["30/QĐ-UBND", "4/QĐ-BCĐ"] {
        story.decide(json!({ "number": number, "date": "2019-01-15", "act": "amend",
                             "members": [named("Ma Thị Dung", "Ủy viên")] }));
    }
    assert!(has(&story, "2019-01-15", "tie"));
}

#[test]
fn what_is_named_and_not_known_is_told_until_it_comes() {
    let mut story = Story::default();
    story.decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "amends": ["10/QĐ-UBND"],
                         "members": [named("Ma Thị Dung", "Ủy viên")] }));
    assert!(has(&story, "2019-01-15", "unresolved_reference"));
    story.decide(founding());
    assert!(!has(&story, "2019-01-15", "unresolved_reference"));
    story.happens(json!([{ "event": "relieve", "organization": "Sở Y tế", "post": "Giám đốc", "on": "2019-01-01" }]));
    assert!(has(&story, "2019-01-15", "unresolved_reference"));
}

#[test]
fn one_name_in_two_organizations_may_be_two_people() {
    let mut story = Story::default();
    story.happens(json!([
        { "event": "found", "organization": "Sở Y tế", "kind": "sở" },
        { "event": "found", "organization": "Sở Nội vụ", "kind": "sở" },
        { "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc", "person": "Lò Văn An", "on": "2018-01-01" },
        { "event": "appoint", "organization": "Sở Nội vụ", "post": "Giám đốc", "person": "Lò Văn An", "on": "2019-01-01" },
    ]));
    assert!(!has(&story, "2018-06-01", "same_name"));
    assert!(has(&story, "2019-06-01", "same_name"));
    story.happens(
        json!([{ "event": "tell_apart", "person": "Lò Văn An", "person_id": "p-2", "organization": "Sở Nội vụ" }]),
    );
    assert!(!has(&story, "2019-06-01", "same_name"));
}

#[test]
fn a_dated_rule_of_a_pack_warns_while_it_holds() {
    let rule: register::record::DatedRule = serde_json::from_value(json!({
        "code": "most_deputies", "says": "Ban chỉ đạo có không quá 01 Phó Trưởng ban.", "committees": "Ban chỉ đạo",
        "asks": { "what": "most_deputies", "count": 1 }, "from": "2019-01-01", "to": "2020-01-01",
        "citation": { "decision": "7/QĐ-UBND", "date": "2018-12-01" } }))
    .unwrap();
    let mut story = Story::default();
    let mut draft = founding();
    draft["members"] = json!([
        named("Lò Văn An", "Trưởng ban"),
        named("Tạ Thị Bình", "Phó Trưởng ban"),
        named("Ma Thị Dung", "Phó Trưởng ban Thường trực")
    ]);
    story.decide(draft);
    let pack = register::record::Pack { name: "tinh".into(), rules: vec![rule], ..Default::default() };
    story.record.packs.push(pack.into());
    assert!(!has(&story, "2018-12-31", "most_deputies"));
    assert!(has(&story, "2019-01-01", "most_deputies"));
    assert!(!has(&story, "2020-01-01", "most_deputies"));
}
