//! Committees begin, change their names, come together, end (docs/fold.md §2 and §3).

use super::*;

const OTHER: &str = "Ban Chỉ đạo Cải cách hành chính tỉnh Sa Thạch";

fn other() -> Value {
    json!({ "number": "11/QĐ-UBND", "date": "2018-03-02", "act": "establish", "committees": [OTHER],
            "members": [named("Vi Thị Hai", "Trưởng ban")] })
}

fn rename() -> Value {
    json!({ "number": "50/QĐ-UBND", "date": "2020-05-05", "act": "rename", "old_names": [NAME],
            "committees": ["Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch"] })
}

#[test]
fn a_renamed_committee_goes_on_and_is_found_under_every_name() {
    let mut story = Story::default();
    story.decide(founding()).decide(rename());
    assert_eq!(story.on("2020-05-04").committee.name, NAME);
    let after = story.on("2020-05-05");
    assert_eq!(after.committee.name, "Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch");
    assert_eq!((after.state, after.heads), (State::Active, Some(2)));
    // Its old name still means it in a later paper; its new one does too.
    story
        .decide(json!({ "number": "51/QĐ-UBND", "date": "2020-06-01", "act": "amend", "leaves": ["Tạ Thị Bình"] }))
        .decide(json!({ "number": "52/QĐ-UBND", "date": "2020-07-01", "act": "amend",
                        "committees": ["Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch"],
                        "members": [named("Ma Thị Dung", "Ủy viên")] }));
    assert_eq!(story.people("2020-07-01"), ["Lò Văn An", "Ma Thị Dung"]);
}

#[test]
fn a_name_that_was_given_up_is_free() {
    let mut story = Story::default();
    story.decide(founding()).decide(rename()).decide(json!({
        "number": "60/QĐ-UBND", "date": "2021-01-05", "act": "establish",
        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    let fold = Fold::of(&story.record);
    assert_eq!(fold.committees.len(), 2);
    assert_eq!(fold.composition(&fold.committees[0], day("2021-01-05")).heads, Some(2), "the renamed one goes on");
}

#[test]
fn a_merger_without_a_list_ends_the_merged_and_nobody_knows_who_sits() {
    let new = "Ban Chỉ đạo Chuyển đổi số và Cải cách hành chính tỉnh Sa Thạch";
    let mut story = Story::default();
    story.decide(founding()).decide(other()).decide(json!({
        "number": "70/QĐ-UBND", "date": "2022-02-02", "act": "merge", "committees": [new],
        "merged_from": [NAME, OTHER] }));
    assert_eq!(story.of(OTHER, "2022-02-01").state, State::Active);
    let ended = story.on("2022-02-02");
    assert_eq!((ended.state, ended.heads), (State::Ended, Some(0)));
    assert_eq!(ended.ended_by.unwrap().decision, "70/QĐ-UBND");
    let merged = story.of(new, "2022-02-02");
    assert_eq!((merged.state, merged.heads), (State::Active, None));
    assert_eq!(merged.flags, [Flag::UnknownComposition]);
    assert_eq!(story.status("10/QĐ-UBND", "2022-02-01").0, Status::InForce);
    assert_eq!(story.status("10/QĐ-UBND", "2022-02-02"), (Status::Ended, vec!["merged_from 70/QĐ-UBND".into()]));
    assert_eq!(story.status("70/QĐ-UBND", "2022-02-02").0, Status::InForce);
}

#[test]
fn a_body_that_takes_others_in_keeps_what_it_has() {
    let mut story = Story::default();
    story.decide(founding()).decide(other()).decide(json!({
        "number": "70/QĐ-UBND", "date": "2022-02-02", "act": "merge", "merged_from": [OTHER] }));
    assert_eq!(story.on("2022-02-02").heads, Some(2));
    assert_eq!(story.of(OTHER, "2022-02-02").state, State::Ended);
}

#[test]
fn one_decision_ends_many_bodies_and_stays_in_force_itself() {
    let mut story = Story::default();
    story.decide(founding()).decide(other()).decide(json!({
        "number": "80/QĐ-UBND", "date": "2023-03-03", "act": "dissolve", "committees": [NAME, OTHER],
        "dissolves": [NAME, OTHER], "effective": "after_days:10" }));
    assert_eq!(story.on("2023-03-12").state, State::Active);
    for name in [NAME, OTHER] {
        assert_eq!(story.of(name, "2023-03-13").state, State::Ended);
    }
    assert_eq!(story.status("80/QĐ-UBND", "2023-03-12").0, Status::NotYet);
    assert_eq!(story.status("80/QĐ-UBND", "2024-01-01").0, Status::InForce);
    assert_eq!(story.status("11/QĐ-UBND", "2023-03-13"), (Status::Ended, vec!["dissolves 80/QĐ-UBND".into()]));
}

fn with_sunset() -> Value {
    let mut draft = founding();
    draft["sunset_on"] = "2020-01-01".into();
    draft
}

#[test]
fn rule_8_a_sunset_with_a_date_ends_there() {
    let mut story = Story::default();
    story.decide(with_sunset());
    let eve = story.on("2019-12-31");
    assert_eq!(eve.sunset.unwrap().on, Some(day("2020-01-01")));
    assert_eq!(eve.state, State::Active);
    let after = story.on("2020-01-01");
    assert_eq!((after.state, after.heads), (State::Ended, Some(0)));
    assert_eq!(story.status("10/QĐ-UBND", "2020-01-01"), (Status::Ended, vec!["sunset_on 10/QĐ-UBND".into()]));
}

#[test]
fn rule_8_an_extension_moves_the_sunset_and_shows_only_from_its_day() {
    let mut story = Story::default();
    story.decide(with_sunset()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-12-01", "act": "amend", "sunset_on": "2022-01-01" }));
    assert_eq!(story.on("2019-11-30").sunset.unwrap().on, Some(day("2020-01-01")));
    assert_eq!(story.on("2019-12-01").sunset.unwrap().on, Some(day("2022-01-01")));
    assert_eq!(story.on("2021-12-31").heads, Some(2));
    assert_eq!(story.on("2022-01-01").state, State::Ended);
    assert_eq!(story.status("10/QĐ-UBND", "2021-12-31").0, Status::InForce);
}

#[test]
fn rule_8_a_late_extension_brings_the_committee_back_with_its_seats() {
    let mut story = Story::default();
    story.decide(with_sunset()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2020-03-01", "act": "amend", "sunset_on": "2022-01-01" }));
    assert_eq!(story.on("2020-02-29").state, State::Ended);
    assert_eq!(story.on("2020-03-01").heads, Some(2));
}

#[test]
fn rule_8_a_purpose_fulfilled_or_not_never_ends_it_by_itself() {
    let mut draft = founding();
    draft["sunset"] = "tự giải thể sau khi hoàn thành nhiệm vụ".into();
    draft["purpose_until"] = "2020-01-01".into();
    let mut story = Story::default();
    story.decide(draft);
    assert!(story.on("2019-12-31").flags.is_empty());
    let past = story.on("2020-01-01");
    assert_eq!((past.state, past.heads, past.flags), (State::Active, Some(2), vec![Flag::PastSunset]));
    assert_eq!(story.status("10/QĐ-UBND", "2020-01-01").0, Status::InForce);
    assert!(story.findings("2020-01-01").contains(&"past_sunset".to_owned()));
}

#[test]
fn a_committee_founded_anew_begins_with_its_own_list_and_old_decisions_stay_ended() {
    let mut story = Story::default();
    story.decide(with_sunset()).decide(json!({
        "number": "90/QĐ-UBND", "date": "2021-01-04", "act": "establish",
        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.on("2020-12-31").state, State::Ended);
    assert_eq!(story.people("2021-01-04"), ["Hà Văn Cường"]);
    assert!(story.on("2025-01-01").sunset.is_none(), "the sunset was of its first life");
    assert_eq!(story.status("10/QĐ-UBND", "2021-01-04").0, Status::Ended);
}

#[test]
fn a_merger_into_a_name_that_nobody_bears_any_more_founds_a_body_and_ends_the_one_that_bore_it() {
    let mut story = Story::default();
    story.decide(founding()).decide(rename()).decide(json!({
        "number": "70/QĐ-UBND", "date": "2022-02-02", "act": "merge", "merged_from": [NAME] }));
    let fold = Fold::of(&story.record);
    let states: Vec<State> = fold.committees.iter().map(|c| fold.state(c, day("2022-02-02"))).collect();
    assert_eq!(states, [State::Ended, State::Active]);
}

#[test]
fn a_sunset_set_on_an_ended_committee_is_none_of_its_next_life() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2023-03-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(json!({ "number": "81/QĐ-UBND", "date": "2023-03-03", "act": "amend", "sunset_on": "2024-01-01" }))
        .decide(json!({ "number": "82/QĐ-UBND", "date": "2023-03-03", "act": "establish", "continues": true,
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.people("2024-01-01"), ["Hà Văn Cường"]);
}

#[test]
fn nothing_begins_in_a_committee_that_was_dissolved() {
    let sub_body = json!([{ "name": "Tổ giúp việc", "members": [named("Ma Thị Dung", "Tổ trưởng")] }]);
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2023-03-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(json!({ "number": "81/QĐ-UBND", "date": "2023-04-03", "act": "amend", "sub_bodies": sub_body }))
        .decide(json!({ "number": "82/QĐ-UBND", "date": "2023-05-03", "act": "establish", "sub_bodies": sub_body,
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    let anew = story.on("2023-05-03");
    let last = &story.record.decisions[3];
    let founds = |enacted: &register::decision::Enacted| match &enacted.provision {
        register::decision::Provision::FoundSubBody { sub_body, .. } => Some(sub_body.clone()),
        _ => None,
    };
    let own = last.provisions.iter().find_map(founds).unwrap();
    assert_eq!(anew.sub_bodies.iter().map(|body| &body.id).collect::<Vec<_>>(), [&own]);
    assert_eq!(story.status("81/QĐ-UBND", "2023-05-03"), (Status::Ended, vec!["dissolves 80/QĐ-UBND".into()]));
}

#[test]
fn what_a_sunset_had_ended_stays_ended_by_it_when_the_last_decision_behind_it_is_repealed() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "committees": [NAME, OTHER],
                        "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                                    { "name": "Tạ Thị Bình", "role": "Chủ tịch", "committee": OTHER }] }))
        .decide(json!({ "number": "11/QĐ-UBND", "date": "2019-03-01", "act": "amend", "sunset_on": "2020-01-01" }))
        .decide(json!({ "number": "31/QĐ-UBND", "date": "2020-06-01", "act": "other", "repeals": ["10/QĐ-UBND"],
                        "sunset_on": "2022-01-01" }));
    assert_eq!(story.of(OTHER, "2020-05-31").state, State::Active);
    for name in [NAME, OTHER] {
        assert_eq!(story.of(name, "2020-06-01").state, State::Ended);
    }
    assert_eq!(story.status("11/QĐ-UBND", "2020-05-31"), (Status::Ended, vec!["sunset_on 11/QĐ-UBND".into()]));
    assert_eq!(story.status("11/QĐ-UBND", "2020-06-01"), (Status::Ended, vec!["sunset_on 11/QĐ-UBND".into()]));
}

#[test]
fn the_days_that_an_extension_gave_stay_when_it_is_repealed_and_the_committee_is_founded_anew() {
    let mut story = Story::default();
    story
        .decide(with_sunset())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2020-01-01", "act": "amend", "sunset_on": "2022-01-01" }))
        .decide(json!({ "number": "31/QĐ-UBND", "date": "2021-03-01", "act": "other", "repeals": ["30/QĐ-UBND"] }))
        .decide(json!({ "number": "90/QĐ-UBND", "date": "2022-06-01", "act": "establish",
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    let states = ["2020-01-01", "2021-02-28", "2021-03-01", "2022-05-31", "2022-06-01"].map(|on| story.on(on).state);
    assert_eq!(states, [State::Active, State::Active, State::Ended, State::Ended, State::Active]);
    assert_eq!(story.people("2021-02-28"), ["Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.status("10/QĐ-UBND", "2021-02-28").0, Status::InForce);
    assert_eq!(story.status("10/QĐ-UBND", "2021-03-01"), (Status::Ended, vec!["sunset_on 10/QĐ-UBND".into()]));
}

#[test]
fn a_sunset_that_is_past_when_it_is_given_ends_the_committee_on_the_day_of_its_decision() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2020-03-01", "act": "amend", "sunset_on": "2019-06-01",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "31/QĐ-UBND", "date": "2020-05-01", "act": "amend", "sunset_on": "2022-01-01" }));
    assert_eq!(story.on("2020-02-29").heads, Some(2), "nothing of a later decision shows");
    let ended = story.on("2020-03-01");
    assert_eq!((ended.state, ended.ended_by.unwrap().decision.as_str()), (State::Ended, "30/QĐ-UBND"));
    assert_eq!(story.status("10/QĐ-UBND", "2020-03-01"), (Status::Ended, vec!["sunset_on 30/QĐ-UBND".into()]));
    assert_eq!(story.people("2020-05-01"), ["Lò Văn An", "Ma Thị Dung", "Tạ Thị Bình"]);
}

#[test]
fn a_committee_whose_sunset_is_past_when_it_is_founded_is_there_on_no_day() {
    let mut draft = founding();
    draft["sunset_on"] = "2018-03-01".into();
    let mut story = Story::default();
    story.decide(draft);
    assert_eq!(story.on("2018-02-28").state, State::NotYet);
    assert_eq!(story.on("2018-03-01").state, State::Ended);
    assert_eq!(story.status("10/QĐ-UBND", "2018-03-01"), (Status::Ended, vec!["sunset_on 10/QĐ-UBND".into()]));
    assert!(Fold::of(&story.record).committees[0].lives.is_empty());
}

#[test]
fn what_comes_to_a_dissolved_committee_does_not_end_it_again() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "committees": [NAME, OTHER],
                        "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                                    { "name": "Tạ Thị Bình", "role": "Chủ tịch", "committee": OTHER }] }))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2019-03-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(json!({ "number": "81/QĐ-UBND", "date": "2020-03-03", "act": "amend", "leaves": ["Lò Văn An"],
                        "replaces": ["10/QĐ-UBND"] }));
    assert_eq!(story.of(OTHER, "2020-03-03").state, State::Ended);
    assert_eq!(story.status("81/QĐ-UBND", "2020-03-03"), (Status::Ended, vec!["dissolves 80/QĐ-UBND".into()]));
}

#[test]
fn whoever_founds_under_a_name_that_was_given_up_names_the_new_one_alone() {
    let mut story = Story::default();
    let amends = |number: &str, committee: &str| {
        json!({ "number": number, "date": "2021-03-01", "act": "amend", "committees": [committee],
                "amends": ["20/QĐ-UBND"], "leaves": ["Không Có Ai"] })
    };
    let founded = json!({ "number": "20/QĐ-UBND", "date": "2021-01-05", "act": "establish",
                          "members": [named("Hà Văn Cường", "Trưởng ban")] });
    story.decide(founding()).decide(rename()).decide(founded);
    // A bare number on the committee that had borne the name means nothing; on the one that bears it now, it does.
    story.decide(amends("31/QĐ-UBND", "Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch"));
    assert_eq!(story.status("20/QĐ-UBND", "2021-03-01"), (Status::InForce, vec![]));
    story.decide(amends("32/QĐ-UBND", NAME));
    assert_eq!(story.status("20/QĐ-UBND", "2021-03-01"), (Status::PartlyEnded, vec!["amends 32/QĐ-UBND".into()]));
}
