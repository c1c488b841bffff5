//! What holds again because a decision says so (docs/fold.md §4.9).

use super::*;

fn paper(number: &str, date: &str, key: &str, other: &str) -> Value {
    let mut draft = json!({ "number": number, "date": date, "act": "other" });
    draft[key] = json!([other]);
    draft
}

fn amending() -> Value {
    json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
            "members": [named("Ma Thị Dung", "Ủy viên")] })
}

fn with_sunset() -> Value {
    let mut draft = founding();
    draft["sunset_on"] = "2020-01-01".into();
    draft
}

#[test]
fn no_revival_brings_back_what_a_sunset_has_ended() {
    let mut story = Story::default();
    story
        .decide(with_sunset())
        .decide(amending())
        .decide(paper("31/QĐ-UBND", "2019-06-01", "repeals", "30/QĐ-UBND"))
        .decide(paper("32/QĐ-UBND", "2020-06-01", "revives", "30/QĐ-UBND"));
    assert_eq!(story.on("2020-06-01").state, State::Ended);
    assert_eq!(story.status("30/QĐ-UBND", "2020-06-01"), (Status::Ended, vec!["sunset_on 10/QĐ-UBND".into()]));
    // A later sunset does.
    story.decide(json!({ "number": "33/QĐ-UBND", "date": "2020-09-01", "act": "amend", "sunset_on": "2022-01-01" }));
    assert_eq!(story.people("2020-09-01"), ["Lò Văn An", "Ma Thị Dung", "Tạ Thị Bình"]);
}

#[test]
fn a_revived_decision_whose_sunset_is_past_has_ended_by_that() {
    let mut story = Story::default();
    story.decide(with_sunset()).decide(paper("31/QĐ-UBND", "2019-06-01", "withdraws", "10/QĐ-UBND")).decide(paper(
        "32/QĐ-UBND",
        "2020-06-01",
        "revives",
        "10/QĐ-UBND",
    ));
    assert_eq!(story.status("10/QĐ-UBND", "2020-05-31").1, ["withdraws 31/QĐ-UBND"]);
    assert_eq!(story.status("10/QĐ-UBND", "2020-06-01"), (Status::Ended, vec!["sunset_on 10/QĐ-UBND".into()]));
    assert_eq!(story.on("2020-06-01").ended_by.unwrap().decision, "10/QĐ-UBND");
}

#[test]
fn whatever_ended_it_is_undone() {
    let other = "Hội đồng Thi đua tỉnh Sa Thạch";
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "committees": [NAME, other],
                        "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                                    { "name": "Tạ Thị Bình", "role": "Chủ tịch", "committee": other }] }))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2019-03-03", "act": "dissolve", "dissolves": [other] }))
        .decide(json!({ "number": "81/QĐ-UBND", "date": "2019-04-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(paper("82/QĐ-UBND", "2019-06-01", "revives", "10/QĐ-UBND"));
    assert_eq!(story.status("10/QĐ-UBND", "2019-05-31").0, Status::Ended);
    assert_eq!(story.status("10/QĐ-UBND", "2019-06-01"), (Status::InForce, vec![]));
    assert_eq!(story.people("2019-06-01"), ["Lò Văn An"]);
    assert_eq!(story.of(other, "2019-06-01").heads, Some(1));
}

#[test]
fn an_amendment_that_names_no_committee_holds_again_with_what_it_amends() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "committees": [],
                        "amends": [{ "number": "10/QĐ-UBND", "date": "2018-03-01" }] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "establish", "replaces": ["10/QĐ-UBND"],
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }))
        .decide(paper("41/QĐ-UBND", "2020-06-01", "revives", "10/QĐ-UBND"));
    assert_eq!(story.status("30/QĐ-UBND", "2020-05-31").0, Status::Ended);
    assert_eq!(story.status("30/QĐ-UBND", "2020-06-01").0, Status::InForce);
}

#[test]
fn a_dissolved_committee_is_there_again_with_what_is_revived_alone() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(amending())
        .decide(paper("31/QĐ-UBND", "2019-06-01", "repeals", "30/QĐ-UBND"))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2019-07-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(paper("32/QĐ-UBND", "2020-06-01", "revives", "30/QĐ-UBND"));
    assert_eq!(story.on("2020-05-31").state, State::Ended);
    assert_eq!(story.people("2020-06-01"), ["Ma Thị Dung"]);
    assert_eq!(story.status("10/QĐ-UBND", "2020-06-01"), (Status::Ended, vec!["dissolves 80/QĐ-UBND".into()]));
}

#[test]
fn a_revived_sunset_keeps_its_place_before_the_one_that_extends_it() {
    let mut story = Story::default();
    story
        .decide(with_sunset())
        .decide(json!({ "number": "15/QĐ-UBND", "date": "2018-06-01", "act": "reconstitute", "list_scope": "whole",
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }))
        .decide(json!({ "number": "20/QĐ-UBND", "date": "2018-07-01", "act": "amend", "sunset_on": "2022-01-01" }))
        .decide(paper("30/QĐ-UBND", "2018-08-01", "repeals", "10/QĐ-UBND"))
        .decide(paper("31/QĐ-UBND", "2018-09-01", "revives", "10/QĐ-UBND"));
    assert_eq!(story.status("10/QĐ-UBND", "2018-08-31").0, Status::Ended);
    assert_eq!(story.on("2018-09-01").sunset.unwrap().on, Some(day("2022-01-01")));
    assert_eq!(story.people("2021-12-31"), ["Hà Văn Cường"]);
    assert_eq!(story.on("2022-01-01").state, State::Ended);
}

#[test]
fn whoever_revives_is_in_force_itself() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2019-07-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(paper("32/QĐ-UBND", "2020-06-01", "revives", "10/QĐ-UBND"));
    assert_eq!(story.people("2020-06-01"), ["Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.status("32/QĐ-UBND", "2020-06-01"), (Status::InForce, vec![]));
}

#[test]
fn what_amends_a_decision_that_has_ended_ends_no_part_of_it_even_when_it_is_revived() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
                        "members": [named("Lò Văn An", "Trưởng ban")] }))
        .decide(amending())
        .decide(paper("31/QĐ-UBND", "2019-06-01", "repeals", "30/QĐ-UBND"))
        .decide(json!({ "number": "32/QĐ-UBND", "date": "2019-07-01", "act": "amend", "amends": ["30/QĐ-UBND"],
                        "leaves": ["Không Có Ai"] }))
        .decide(paper("33/QĐ-UBND", "2020-06-01", "revives", "30/QĐ-UBND"));
    assert_eq!(story.people("2020-06-01"), ["Lò Văn An", "Ma Thị Dung"]);
    assert_eq!(story.status("30/QĐ-UBND", "2020-06-01"), (Status::InForce, vec![]));
}

#[test]
fn a_decision_in_force_again_has_ended_for_the_committee_that_did_not_come_back_with_it() {
    let other = "Hội đồng Thi đua tỉnh Sa Thạch";
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(amending())
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2019-03-01", "act": "reconstitute", "list_scope": "whole",
                        "committees": [NAME, other],
                        "members": [{ "name": "Hà Văn Cường", "role": "Trưởng ban", "committee": NAME },
                                    { "name": "Vi Thị Hai", "role": "Chủ tịch", "committee": other }] }))
        // The council rests on what is withdrawn, and ends with it.
        .decide(json!({ "number": "41/QĐ-UBND", "date": "2019-06-01", "act": "other",
                        "withdraws": ["30/QĐ-UBND", "40/QĐ-UBND"] }))
        .decide(paper("42/QĐ-UBND", "2020-06-01", "revives", "30/QĐ-UBND"));
    assert_eq!(story.status("40/QĐ-UBND", "2020-05-31").0, Status::Ended);
    assert_eq!(story.people("2020-06-01"), ["Hà Văn Cường"]);
    assert_eq!(story.of(other, "2020-06-01").state, State::Ended);
    let in_part = (Status::PartlyEnded, vec!["withdraws 41/QĐ-UBND".into()]);
    assert_eq!(story.status("40/QĐ-UBND", "2020-06-01"), in_part);
}

#[test]
fn a_committee_that_rests_again_on_what_is_suspended_is_suspended() {
    let other = "Hội đồng Thi đua tỉnh Sa Thạch";
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "committees": [NAME, other],
                        "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                                    { "name": "Tạ Thị Bình", "role": "Chủ tịch", "committee": other }] }))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2018-09-15", "act": "dissolve", "dissolves": [NAME] }))
        // It holds for the council, and is suspended.
        .decide(json!({ "number": "33/QĐ-UBND", "date": "2019-04-01", "act": "other", "suspends": ["10/QĐ-UBND"] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "reconstitute", "list_scope": "whole",
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }))
        .decide(paper("41/QĐ-UBND", "2020-06-01", "revives", "33/QĐ-UBND"));
    assert_eq!(story.of(other, "2019-04-01").state, State::Suspended);
    assert_eq!(story.on("2020-01-15").state, State::Active);
    // What the dissolution had ended holds again with it: the founding decision, suspended as it is.
    let suspended = story.on("2020-06-01");
    assert_eq!(suspended.state, State::Suspended);
    assert_eq!(suspended.suspended_by.unwrap().decision, "33/QĐ-UBND");
    story.decide(paper("42/QĐ-UBND", "2020-09-01", "resumes", "10/QĐ-UBND"));
    assert_eq!(story.on("2020-08-31").state, State::Suspended);
    assert_eq!(story.on("2020-09-01").state, State::Active);
}
