//! What a decision does to others, and how each stands (docs/fold.md §4 and §6).

use super::*;
use register::decision::Refusal;

fn replacing() -> Value {
    json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "establish", "replaces": ["10/QĐ-UBND"],
            "members": [named("Hà Văn Cường", "Trưởng ban")] })
}

#[test]
fn rule_6_everything_that_the_replaced_decision_set_ends_with_it() {
    let mut story = Story::default();
    let mut first = founding();
    first["standing_agencies"] = json!([{ "name": "Sở Nội vụ" }]);
    first["sub_bodies"] = json!([{ "name": "Tổ giúp việc", "members": [named("Ma Thị Dung", "Tổ trưởng")] }]);
    first["duties"] = json!(["Chỉ đạo, đôn đốc"]);
    story.decide(first).decide(replacing());
    let before = story.on("2020-01-14");
    assert_eq!((before.standing_agencies.len(), before.sub_bodies.len(), before.duties.len()), (1, 1, 1));
    let after = story.on("2020-01-15");
    assert_eq!((after.standing_agencies.len(), after.sub_bodies.len(), after.duties.len()), (0, 0, 0));
    assert_eq!(story.status("10/QĐ-UBND", "2020-01-15"), (Status::Ended, vec!["replaces 40/QĐ-UBND".into()]));
}

#[test]
fn rule_7_repealing_the_replacing_decision_does_not_revive_the_replaced_one() {
    for key in ["repeals", "withdraws"] {
        let mut story = Story::default();
        let mut ends = json!({ "number": "55/QĐ-UBND", "date": "2020-06-01", "act": "other" });
        ends[key] = json!(["40/QĐ-UBND"]);
        story.decide(founding()).decide(replacing()).decide(ends);
        let after = story.on("2020-06-01");
        assert!(after.seats.is_empty(), "{after:?}");
        assert_eq!(after.heads, Some(0));
        assert_eq!(story.status("10/QĐ-UBND", "2020-06-01").0, Status::Ended);
        assert_eq!(story.status("40/QĐ-UBND", "2020-06-01").1, [format!("{key} 55/QĐ-UBND")]);
    }
}

#[test]
fn rule_7_unless_it_says_so() {
    let mut story = Story::default();
    let amendment = json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
                            "members": [named("Ma Thị Dung", "Ủy viên")], "leaves": ["Tạ Thị Bình"] });
    story.decide(founding()).decide(amendment).decide(replacing()).decide(json!({
        "number": "55/QĐ-UBND", "date": "2020-06-01", "act": "other", "repeals": ["40/QĐ-UBND"],
        "revives": ["10/QĐ-UBND"] }));
    assert_eq!(story.people("2020-05-31"), ["Hà Văn Cường"]);
    assert_eq!(story.people("2020-06-01"), ["Lò Văn An", "Ma Thị Dung"], "as it was before, its amendment with it");
    assert_eq!(story.status("10/QĐ-UBND", "2020-05-31").0, Status::Ended);
    assert_eq!(story.status("10/QĐ-UBND", "2020-06-01").0, Status::PartlyEnded);
    assert_eq!(story.status("30/QĐ-UBND", "2020-06-01").0, Status::InForce);
    assert_eq!(story.on("2020-06-01").seats[0].citation.decision, "10/QĐ-UBND");
}

#[test]
fn rule_7_a_replacing_entry_undone_does_revive_it() {
    let mut story = Story::default();
    story.decide(founding()).decide(replacing());
    story.record.decisions.pop();
    assert_eq!(story.people("2020-06-01"), ["Lò Văn An", "Tạ Thị Bình"]);
}

#[test]
fn a_repealed_amendment_takes_its_own_seats_with_it_and_brings_nobody_back() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "leaves": ["Tạ Thị Bình"],
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "31/QĐ-UBND", "date": "2019-03-15", "act": "other", "repeals": ["30/QĐ-UBND"] }));
    assert_eq!(story.people("2019-03-15"), ["Lò Văn An"]);
    assert_eq!(story.on("2019-03-15").state, State::Active);
}

#[test]
fn a_decision_replaced_before_its_day_never_takes_effect() {
    let mut story = Story::default();
    let late = json!({ "number": "20/QĐ-UBND", "date": "2019-02-01", "effective": "2019-06-01", "act": "reconstitute",
                       "list_scope": "whole", "members": [named("Hà Văn Cường", "Trưởng ban")] });
    story.decide(founding()).decide(late).decide(json!({
        "number": "21/QĐ-UBND", "date": "2019-03-01", "act": "other", "repeals": ["20/QĐ-UBND"] }));
    assert_eq!(story.people("2019-06-01"), ["Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.status("20/QĐ-UBND", "2019-05-31").0, Status::NotYet);
    assert_eq!(story.status("20/QĐ-UBND", "2019-06-01"), (Status::Ended, vec!["repeals 21/QĐ-UBND".into()]));
}

#[test]
fn rule_8_a_suspended_committee_keeps_its_seats_flagged_until_it_resumes() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "33/QĐ-UBND", "date": "2019-04-01", "act": "other", "suspends": ["10/QĐ-UBND"] }))
        .decide(json!({ "number": "34/QĐ-UBND", "date": "2019-08-01", "act": "other", "resumes": ["10/QĐ-UBND"] }));
    let during = story.on("2019-04-01");
    assert_eq!((during.state, during.heads), (State::Suspended, Some(2)));
    assert!(during.flags.contains(&Flag::DecisionSuspended));
    assert!(during.seats.iter().all(|seat| seat.flags == [Flag::DecisionSuspended]));
    assert_eq!(story.status("10/QĐ-UBND", "2019-07-31"), (Status::Suspended, vec!["suspends 33/QĐ-UBND".into()]));
    assert_eq!(story.on("2019-08-01").state, State::Active);
    assert_eq!(story.status("10/QĐ-UBND", "2019-08-01").0, Status::InForce);
}

#[test]
fn a_suspended_amendment_flags_its_own_seats_and_the_committee_acts() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "33/QĐ-UBND", "date": "2019-04-01", "act": "other", "suspends": ["30/QĐ-UBND"] }));
    let during = story.on("2019-04-01");
    assert_eq!(during.state, State::Active);
    assert_eq!(flags_of(&during, "Ma Thị Dung"), [Flag::DecisionSuspended]);
    assert!(flags_of(&during, "Lò Văn An").is_empty());
    // Whoever names the suspending paper means what it suspended.
    story.decide(json!({ "number": "35/QĐ-UBND", "date": "2019-09-01", "act": "other", "resumes": ["33/QĐ-UBND"] }));
    assert!(flags_of(&story.on("2019-09-01"), "Ma Thị Dung").is_empty());
}

#[test]
fn rule_9_a_correction_by_letter_touches_no_membership_and_one_by_decision_amends() {
    let correction = |number: &str| {
        json!({ "number": number, "date": "2018-04-01", "act": "other", "corrects": ["10/QĐ-UBND"],
                "leaves": ["Tạ Thị Bình"], "members": [named("Tạ Thị Bình Minh", "Ủy viên")] })
    };
    let mut story = Story::default();
    story.decide(founding()).decide(correction("312/UBND-NC"));
    assert_eq!(story.people("2018-04-01"), ["Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.status("10/QĐ-UBND", "2018-04-01").0, Status::InForce);
    assert!(story.findings("2018-04-01").contains(&"correction_by_letter".to_owned()));
    let mut story = Story::default();
    story.decide(founding()).decide(correction("312/QĐ-UBND"));
    assert_eq!(story.people("2018-04-01"), ["Lò Văn An", "Tạ Thị Bình Minh"]);
    assert_eq!(story.status("10/QĐ-UBND", "2018-04-01").0, Status::PartlyEnded);
}

#[test]
fn whoever_only_adds_leaves_the_amended_decision_in_force() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "amends": ["10/QĐ-UBND"],
        "members": [named("Ma Thị Dung", "Ủy viên")] }));
    assert_eq!(story.status("10/QĐ-UBND", "2019-01-15"), (Status::InForce, vec![]));
    story.decide(json!({ "number": "31/QĐ-UBND", "date": "2019-02-15", "act": "amend", "amends": ["10/QĐ-UBND"],
                         "leaves": ["Tạ Thị Bình"] }));
    let (status, because) = story.status("10/QĐ-UBND", "2019-02-15");
    assert_eq!(status, Status::PartlyEnded);
    assert!(because.contains(&"amends 31/QĐ-UBND".to_owned()), "{because:?}");
    assert_eq!(story.status("30/QĐ-UBND", "2019-02-15").0, Status::InForce);
}

#[test]
fn a_whole_list_that_replaces_nothing_leaves_the_earlier_decision_in_part() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "reconstitute", "list_scope": "whole",
        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    let told = (Status::PartlyEnded, vec!["reconstitutes 30/QĐ-UBND".into()]);
    assert_eq!(story.status("10/QĐ-UBND", "2019-01-15"), told);
}

#[test]
fn rule_3_a_bare_number_means_the_one_decision_on_a_committee_that_the_paper_names() {
    let mut story = Story::default();
    let elsewhere = json!({ "number": "10/QĐ-UBND", "date": "2017-03-01", "act": "establish",
                            "committees": ["Hội đồng Thi đua tỉnh Sa Thạch"], "members": [named("Vi Thị Hai", "Chủ tịch")] });
    story.decide(founding()).decide(elsewhere).decide(replacing());
    assert_eq!(story.status("10/QĐ-UBND 2018", "2020-01-15").0, Status::Ended);
    assert_eq!(story.status("10/QĐ-UBND 2017-03-01", "2020-01-15").0, Status::InForce);
}

#[test]
fn a_revived_seat_means_what_its_words_meant_on_the_day_of_its_decision() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
                        "standing_agencies": [{ "name": "Sở Nội vụ" }],
                        "members": [post("Giám đốc Sở Nội vụ", "Trưởng ban")] }))
        .decide(json!({ "number": "20/QĐ-UBND", "date": "2018-06-01", "act": "other", "repeals": ["10/QĐ-UBND"] }))
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2020-01-15", "act": "other", "revives": ["10/QĐ-UBND"] }))
        .happens(json!([
            { "event": "found", "organization": "Sở Nội vụ", "kind": "sở", "on": "2015-01-01" },
            { "event": "rename", "organization": "Sở Nội vụ", "name": "Sở Tổ chức", "on": "2019-01-01" },
            { "event": "found", "organization": "Sở Y tế", "kind": "sở", "on": "2015-01-01" },
            { "event": "rename", "organization": "Sở Y tế", "name": "Sở Nội vụ", "on": "2019-06-01" },
            { "event": "end", "organization": "Sở Nội vụ", "on": "2021-01-01" },
        ]));
    let revived = story.on("2020-01-15");
    assert_eq!(revived.seats[0].holders[0].organization.as_deref(), Some("Sở Tổ chức"));
    assert_eq!(revived.seats[0].since, day("2020-01-15"));
    assert!(story.on("2021-01-01").standing_agencies[0].flags.is_empty(), "another of that name has ended");
}

#[test]
fn a_letter_that_seats_somebody_ends_with_what_it_amended_and_one_that_corrects_does_not() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "45/UBND-NC", "date": "2018-05-01", "act": "other", "list_scope": "partial",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "312/UBND-NC", "date": "2018-06-01", "act": "other", "corrects": ["10/QĐ-UBND"],
                        "members": [named("Tạ Thị Bình Minh", "Ủy viên")] }))
        .decide(replacing());
    assert_eq!(story.people("2020-01-14"), ["Lò Văn An", "Ma Thị Dung", "Tạ Thị Bình"]);
    assert_eq!(story.people("2020-01-15"), ["Hà Văn Cường"]);
    assert_eq!(story.status("45/UBND-NC", "2020-01-15"), (Status::Ended, vec!["replaces 40/QĐ-UBND".into()]));
    assert_eq!(story.status("312/UBND-NC", "2020-01-15").0, Status::InForce);
}

#[test]
fn whoever_replaces_a_letter_that_corrects_ends_that_letter_alone() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "312/UBND-NC", "date": "2018-06-01", "act": "other", "corrects": ["10/QĐ-UBND"] }))
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2019-02-15", "act": "other", "replaces": ["312/UBND-NC"] }))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2023-03-03", "act": "dissolve", "dissolves": [NAME] }))
        .decide(json!({ "number": "90/QĐ-UBND", "date": "2023-04-03", "act": "other", "replaces": ["312/UBND-NC"] }));
    assert_eq!(story.status("312/UBND-NC", "2019-02-15").0, Status::Ended);
    assert_eq!(story.people("2019-02-15"), ["Lò Văn An", "Ma Thị Dung", "Tạ Thị Bình"]);
    assert_eq!(story.status("30/QĐ-UBND", "2019-02-15").0, Status::InForce);
    assert_eq!(story.status("80/QĐ-UBND", "2023-04-03").0, Status::InForce);
    assert_eq!(story.on("2023-04-03").state, State::Ended);
}

#[test]
fn a_dissolution_amends_nothing_and_outlives_what_is_replaced() {
    let other = "Hội đồng Thi đua tỉnh Sa Thạch";
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "committees": [NAME, other],
                        "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                                    { "name": "Tạ Thị Bình", "role": "Chủ tịch", "committee": other }] }))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2019-03-03", "act": "dissolve", "dissolves": [other] }))
        .decide(replacing());
    assert_eq!(story.status("10/QĐ-UBND", "2020-01-15").0, Status::Ended);
    assert_eq!(story.status("80/QĐ-UBND", "2020-01-15"), (Status::InForce, vec![]));
}

#[test]
fn rule_6_an_amendment_that_names_no_known_committee_ends_with_what_it_amends() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "committees": [],
                        "amends": [{ "number": "10/QĐ-UBND", "date": "2018-03-01" }] }))
        .decide(json!({ "number": "31/QĐ-UBND", "date": "2019-02-15", "act": "amend", "committees": [],
                        "amends": [{ "number": "30/QĐ-UBND", "date": "2019-01-15" }] }))
        .decide(replacing());
    for number in ["30/QĐ-UBND", "31/QĐ-UBND"] {
        assert_ne!(story.status(number, "2020-01-14").0, Status::Ended, "{number}");
        let told = (Status::Ended, vec!["replaces 40/QĐ-UBND".into()]);
        assert_eq!(story.status(number, "2020-01-15"), told, "{number}");
    }
}

#[test]
fn what_had_ended_already_ends_no_committee_again() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "20/QĐ-UBND", "date": "2019-01-15", "act": "other", "repeals": ["10/QĐ-UBND"] }))
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2020-01-15", "act": "amend", "repeals": ["10/QĐ-UBND"],
                        "leaves": ["Lò Văn An"] }));
    assert_eq!(story.status("30/QĐ-UBND", "2020-01-15"), (Status::Ended, vec!["repeals 20/QĐ-UBND".into()]));
}

#[test]
fn a_committee_that_rested_on_an_amendment_ends_with_it() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "20/QĐ-UBND", "date": "2019-01-15", "act": "amend",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-02-15", "act": "reconstitute", "list_scope": "whole",
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }))
        .decide(json!({ "number": "31/QĐ-UBND", "date": "2019-03-15", "act": "other", "repeals": ["10/QĐ-UBND"] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "other", "replaces": ["20/QĐ-UBND"] }));
    assert_eq!(story.people("2019-03-15"), ["Hà Văn Cường"]);
    assert_eq!(story.on("2020-01-15").state, State::Ended);
}

#[test]
fn what_amends_a_decision_before_its_day_does_nothing_and_does_not_end_with_it() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "20/QĐ-UBND", "date": "2019-02-01", "effective": "2019-06-01", "act": "amend",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "21/QĐ-UBND", "date": "2019-03-01", "act": "amend", "amends": ["20/QĐ-UBND"],
                        "members": [named("Hà Văn Cường", "Ủy viên")] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "other", "replaces": ["20/QĐ-UBND"] }));
    assert_eq!(story.people("2020-01-15"), ["Hà Văn Cường", "Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.status("21/QĐ-UBND", "2020-01-15").0, Status::InForce);
}

#[test]
fn a_whole_list_that_takes_an_agency_away_leaves_the_earlier_decision_in_part() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "20/QĐ-UBND", "date": "2019-02-01", "act": "amend",
                        "standing_agencies": [{ "name": "Sở Nội vụ" }] }))
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2020-01-15", "act": "reconstitute", "list_scope": "whole",
                        "standing_agencies": [{ "name": "Sở Công nghệ" }],
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    let told = (Status::PartlyEnded, vec!["reconstitutes 30/QĐ-UBND".into()]);
    assert_eq!(story.status("20/QĐ-UBND", "2020-01-15"), told);
}

#[test]
fn what_ended_a_decision_is_told_alone_whatever_befalls_its_committee_later() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "members": [
                        named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "other", "repeals": ["30/QĐ-UBND"] }))
        .decide(json!({ "number": "80/QĐ-UBND", "date": "2021-03-03", "act": "dissolve", "dissolves": [NAME] }));
    assert_eq!(story.status("30/QĐ-UBND", "2021-03-03"), (Status::Ended, vec!["repeals 40/QĐ-UBND".into()]));
    let fold = Fold::of(&story.record);
    assert_eq!(fold.ended_on(1), Some(day("2020-01-15")));
}

#[test]
fn a_decision_that_never_takes_effect_is_ended_by_the_first_that_ends_it() {
    let mut later = founding();
    later["effective"] = "2020-01-01".into();
    let mut story = Story::default();
    story.decide(later);
    for (number, date) in [("20/QĐ-UBND", "2018-06-01"), ("21/QĐ-UBND", "2019-06-01")] {
        story.decide(json!({ "number": number, "date": date, "act": "establish", "replaces": ["10/QĐ-UBND"],
                             "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    }
    assert_eq!(story.status("10/QĐ-UBND", "2020-01-01"), (Status::Ended, vec!["replaces 20/QĐ-UBND".into()]));
}

#[test]
fn an_entry_that_says_nothing_is_refused_in_every_list() {
    for list in [
        "committees",
        "old_names",
        "leaves",
        "duties",
        "dissolves",
        "merged_from",
        "replaces",
        "repeals",
        "amends",
        "withdraws",
        "suspends",
        "resumes",
        "corrects",
        "revives",
    ] {
        let mut draft = founding();
        draft["issuer"] = "Ủy ban nhân dân tỉnh Sa Thạch".into();
        draft["committees"] = json!([NAME]);
        let mut entries = draft[list].as_array().cloned().unwrap_or_default();
        entries.push(" ".into());
        draft[list] = entries.into();
        assert_eq!(refused(draft), Refusal::EmptyEntry { field: list });
    }
    for (list, entry) in [
        ("standing_agencies", json!({ "name": "", "scope": "đất đai" })),
        ("sub_bodies", json!({ "name": "\u{a0}", "members": [named("Ma Thị Dung", "Tổ trưởng")] })),
        ("repeals", json!({ "number": "", "date": "2019-01-02" })),
    ] {
        let mut draft = founding();
        draft["issuer"] = "Ủy ban nhân dân tỉnh Sa Thạch".into();
        draft["committees"] = json!([NAME]);
        draft[list] = json!([entry]);
        assert_eq!(refused(draft), Refusal::EmptyEntry { field: list });
    }
}

fn refused(draft: Value) -> Refusal {
    enact(&serde_json::from_value(draft).unwrap(), || Id("id".into())).unwrap_err()
}
