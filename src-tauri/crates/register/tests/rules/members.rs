//! Lists, changes in part, agencies, sub-bodies, and whoever follows in a post (docs/fold.md §4 and §5).

use super::*;

#[test]
fn a_change_of_role_keeps_the_seat_and_cites_the_change() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
        "members": [{ "name": "Tạ Thị Bình", "role": "Phó Trưởng ban", "previous_role": "Ủy viên", "op": "change_role" },
                    { "name": "Ma Thị Dung", "role": "Ủy viên", "replaces_member": "Lò Văn An" }] }));
    assert_eq!(story.people("2019-01-15"), ["Ma Thị Dung", "Tạ Thị Bình"]);
    let before = story.on("2019-01-14");
    let after = story.on("2019-01-15");
    let seat =
        |composition: &Composition| composition.seats.iter().find(|s| s.as_written == "Tạ Thị Bình").unwrap().clone();
    assert_eq!(seat(&before).id, seat(&after).id);
    assert_eq!(seat(&after).role.as_deref(), Some("Phó Trưởng ban"));
    assert_eq!(seat(&after).citation.decision, "30/QĐ-UBND");
}

#[test]
fn a_seat_leaves_by_its_wording_too() {
    let mut story = Story::default();
    let list = json!([post("Giám đốc Sở Y tế", "Ủy viên"), post("Giám đốc Sở Nội vụ", "Ủy viên"),
                      { "name": "Lò Văn An", "position": "Chánh Thanh tra", "role": "Trưởng ban" }]);
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": list }))
        .decide(json!({ "number": "11/QĐ-UBND", "date": "2019-03-01", "act": "amend",
                        "leaves": ["giám đốc Sở Y tế", "Chánh Thanh tra", "Không Có Ai"] }));
    let after = story.on("2019-03-01");
    assert_eq!(after.seats.len(), 1);
    assert_eq!(after.seats[0].as_written, "Giám đốc Sở Nội vụ");
    assert!(story.findings("2019-03-01").contains(&"unresolved_reference".to_owned()), "whoever is not there is told");
}

#[test]
fn a_change_in_part_takes_the_place_of_the_agency_of_the_same_scope() {
    let mut story = Story::default();
    let mut first = founding();
    first["standing_agencies"] = json!([{ "name": "Sở Nội vụ", "scope": "cải cách hành chính" },
                                        { "name": "Sở Công nghệ", "scope": "chuyển đổi số" }]);
    story.decide(first).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
        "standing_agencies": [{ "name": "Văn phòng UBND tỉnh", "scope": "cải cách hành chính" }] }));
    let agencies = |date| story.on(date).standing_agencies.into_iter().map(|a| a.name).collect::<Vec<_>>();
    assert_eq!(agencies("2019-01-14"), ["Sở Nội vụ", "Sở Công nghệ"]);
    assert_eq!(agencies("2019-01-15"), ["Sở Công nghệ", "Văn phòng UBND tỉnh"]);
    assert_eq!(story.status("10/QĐ-UBND", "2019-01-15").0, Status::PartlyEnded);
}

#[test]
fn a_whole_list_silent_on_agencies_and_sub_bodies_leaves_them() {
    let mut story = Story::default();
    let mut first = founding();
    first["standing_agencies"] = json!([{ "name": "Sở Nội vụ" }]);
    first["sub_bodies"] = json!([{ "name": "Tổ giúp việc", "members": [named("Ma Thị Dung", "Tổ trưởng")] }]);
    story.decide(first).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "reconstitute", "list_scope": "whole",
        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    let after = story.on("2019-01-15");
    assert_eq!(after.heads, Some(1), "a sub-body is not counted in its committee");
    assert_eq!(after.standing_agencies.len(), 1);
    assert_eq!((after.sub_bodies.len(), after.sub_bodies[0].heads), (1, 1));
    let part = story.of("Tổ giúp việc", "2019-01-15");
    assert_eq!((part.state, part.heads, part.seats.len()), (State::Active, Some(1), 1));
}

#[test]
fn a_sub_body_listed_again_goes_on_with_its_new_list() {
    let mut story = Story::default();
    let mut first = founding();
    first["sub_bodies"] = json!([{ "name": "Tổ giúp việc", "members": [named("Ma Thị Dung", "Tổ trưởng")] }]);
    story.decide(first).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend",
        "sub_bodies": [{ "name": "Tổ Giúp việc", "members": [named("Hà Văn Cường", "Tổ trưởng")] }] }));
    let [before, after] = ["2019-01-14", "2019-01-15"].map(|date| story.on(date).sub_bodies);
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_eq!(before[0].id, after[0].id);
    assert_eq!(after[0].seats[0].as_written, "Hà Văn Cường");
    assert_eq!(story.on("2019-01-15").heads, Some(2));
}

#[test]
fn an_unknown_composition_stays_so_until_a_whole_list() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [] }))
        .decide(json!({ "number": "11/QĐ-UBND", "date": "2019-03-01", "act": "amend",
                        "members": [named("Ma Thị Dung", "Ủy viên")], "leaves": ["Tạ Thị Bình"] }))
        .decide(json!({ "number": "12/QĐ-UBND", "date": "2020-03-01", "act": "reconstitute", "list_scope": "whole",
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.on("2018-03-01").heads, None);
    let partly = story.on("2019-03-01");
    assert_eq!((partly.heads, partly.seats.len()), (None, 1));
    assert_eq!(story.status("10/QĐ-UBND", "2019-03-01").0, Status::PartlyEnded, "somebody left it");
    assert_eq!(story.on("2020-03-01").heads, Some(1));
}

fn held(event: &str, person: &str, on: &str) -> Value {
    json!({ "event": event, "organization": "Sở Y tế", "post": "Giám đốc", "person": person, "on": on,
            "citation": { "note": "tin" } })
}

fn named_with_post(clause: bool) -> Story {
    let mut story = Story::default();
    let mut draft = json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
        "members": [{ "name": "Lò Văn An", "position": "Giám đốc Sở Y tế", "role": "Trưởng ban" }] });
    if clause {
        draft["successor_clause"] = "khi thay đổi nhân sự, người kế nhiệm thay thế".into();
    }
    story.decide(draft).happens(json!([
        { "event": "found", "organization": "Sở Y tế", "kind": "sở" },
        held("appoint", "Lò Văn An", "2017-01-01"),
        { "event": "relieve", "organization": "Sở Y tế", "post": "Giám đốc", "on": "2019-01-01" },
        held("act", "Tạ Thị Bình", "2019-02-01"),
        held("appoint", "Hà Văn Cường", "2019-05-01"),
    ]));
    story
}

#[test]
fn rule_10_a_person_named_keeps_the_seat_flagged() {
    let story = named_with_post(false);
    assert!(story.on("2018-12-31").seats[0].flags.is_empty());
    let after = story.on("2019-06-01");
    assert_eq!(after.seats[0].flags, [Flag::PersonLeftPost]);
    assert_eq!(after.seats[0].holders[0].person.as_deref(), Some("Lò Văn An"));
}

#[test]
fn rule_10_with_a_successor_clause_the_seat_follows_the_post() {
    let story = named_with_post(true);
    assert_eq!(story.people("2018-12-31"), ["Lò Văn An"]);
    let vacant = story.on("2019-01-15");
    assert_eq!((vacant.seats[0].flags.clone(), vacant.heads), (vec![Flag::Vacant], Some(1)));
    assert_eq!(story.people("2019-02-01"), ["Tạ Thị Bình"]);
    assert_eq!(story.people("2019-05-01"), ["Hà Văn Cường"]);
    let changes = story.compare("2018-12-31", "2019-05-01");
    assert_eq!(changes.joined[0].who, "Hà Văn Cường");
    assert_eq!(changes.left[0].who, "Lò Văn An");
}

#[test]
fn several_committees_in_one_paper_each_get_their_own() {
    let other = "Hội đồng Thi đua tỉnh Sa Thạch";
    let mut story = Story::default();
    story.decide(
        json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "committees": [NAME, other],
        "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                    { "name": "Tạ Thị Bình", "role": "Chủ tịch", "sub_body": other }] }),
    );
    assert_eq!(story.people("2018-03-01"), ["Lò Văn An"]);
    assert_eq!(story.of(other, "2018-03-01").heads, Some(1));
}

#[test]
fn a_letter_to_a_name_that_the_committee_takes_later_is_for_nobody_yet() {
    let later = "Ban Chỉ đạo Chính quyền số tỉnh Sa Thạch";
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [
            { "position": "Lãnh đạo Sở Nội vụ", "role": "Ủy viên", "seat_kind": "nominated" }] }))
        .decide(json!({ "number": "50/QĐ-UBND", "date": "2020-05-05", "act": "rename", "old_names": [NAME],
                        "committees": [later] }))
        .happens(json!([{ "event": "nominate", "committee": later, "person": "Vi Thị Hai", "on": "2019-01-01" }]));
    assert_eq!(story.on("2020-05-04").seats[0].flags, [Flag::NotNominated]);
    assert_eq!(story.people("2020-05-05"), ["Vi Thị Hai"]);
    let fold = Fold::of(&story.record);
    let terms = fold.terms(&fold.committees[0]);
    assert_eq!((terms.len(), terms[0].from), (1, day("2020-05-05")));
}

#[test]
fn of_two_lists_that_nobody_knows_ending_the_second_leaves_the_first_unknown() {
    let unknown = |number: &str, date: &str| json!({ "number": number, "date": date, "act": "reconstitute", "list_scope": "whole", "members": [] });
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [] }))
        .decide(unknown("11/QĐ-UBND", "2019-03-01"))
        .decide(json!({ "number": "12/QĐ-UBND", "date": "2020-03-01", "act": "other", "repeals": ["11/QĐ-UBND"] }));
    assert_eq!(story.on("2020-03-01").heads, None);
    assert_eq!(story.on("2020-03-01").flags, [Flag::UnknownComposition]);
}

#[test]
fn whoever_is_said_to_leave_twice_in_one_decision_is_missed_nowhere() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "31/QĐ-UBND", "date": "2019-02-01", "act": "amend", "list_scope": "partial",
        "leaves": ["Lò Văn An"],
        "members": [{ "name": "Ma Thị Dung", "role": "Ủy viên", "op": "replace", "replaces_member": "Lò Văn An" }] }));
    let seats = story.on("2019-02-01").seats.len();
    assert_eq!(seats, story.on("2019-01-31").seats.len());
    assert!(!story.findings("2019-02-01").contains(&"unresolved_reference".to_owned()));
    // Of another decision it is told.
    story.decide(json!({
        "number": "32/QĐ-UBND", "date": "2019-03-01", "act": "amend", "list_scope": "partial", "leaves": ["Lò Văn An"] }));
    assert!(story.findings("2019-03-01").contains(&"unresolved_reference".to_owned()));
}

#[test]
fn of_several_committees_a_sub_body_and_an_agency_say_whose_they_are_and_what_cannot_say_it_is_named() {
    let other = "Hội đồng thẩm định tỉnh Sa Thạch";
    let draft = |more: Value| {
        let mut draft = json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "issuer": "UBND tỉnh Sa Thạch",
            "committees": [NAME, other],
            "members": [{ "name": "Lò Văn An", "role": "Trưởng ban", "committee": NAME },
                        { "name": "Ma Thị Dung", "role": "Chủ tịch", "committee": other }],
            "standing_agencies": [{ "name": "Sở Nội vụ", "committee": other }],
            "sub_bodies": [{ "name": "Tổ giúp việc",
                             "members": [{ "name": "Cầm Bá Lượn", "role": "Tổ trưởng", "committee": other }] }] });
        draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value::<Draft>(draft).unwrap()
    };
    let enacted =
        |more: Value| enact(&draft(more), || Id("id".into())).map_err(|refusal| (refusal.code(), refusal.params()));
    let decision = enacted(json!({})).unwrap();
    let of_other = |provision: &register::decision::Provision| {
        let said = serde_json::to_value(provision).unwrap().to_string();
        said.contains("Sở Nội vụ") || said.contains("Tổ giúp việc")
    };
    for enacted in decision.provisions.iter().filter(|enacted| of_other(&enacted.provision)) {
        assert!(serde_json::to_value(&enacted.provision).unwrap().to_string().contains(other), "{enacted:?}");
    }
    assert_eq!(
        enacted(json!({ "duties": ["Chỉ đạo"] })),
        Err(("several_committees", vec![("field", "duties".into())]))
    );
    let unnamed = json!({ "sub_bodies": [{ "name": "Tổ thư ký", "members": [{ "committee": other }] }] });
    let place = vec![("n", "1".to_owned()), ("body", "0".to_owned()), ("sub_body", "Tổ thư ký".to_owned())];
    assert_eq!(enacted(unnamed), Err(("empty_member", place)));
}

#[test]
fn a_sub_body_ends_when_its_committee_is_told_to_do_without_it() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
            "members": [named("Lò Văn An", "Trưởng ban")],
            "sub_bodies": [{ "name": "Tổ giúp việc", "members": [named("Tạ Thị Bình", "Tổ trưởng")] }] }))
        .decide(
            json!({ "number": "20/QĐ-UBND", "date": "2019-03-01", "act": "dissolve", "dissolves": ["Tổ giúp việc"] }),
        );
    assert_eq!(story.on("2019-02-28").sub_bodies.len(), 1);
    let after = story.on("2019-03-01");
    assert_eq!((after.sub_bodies.len(), after.state, after.heads), (0, State::Active, Some(1)));
    assert!(story.findings("2019-03-01").iter().all(|finding| finding != "unresolved_reference"));
}

#[test]
fn what_a_committee_decides_of_itself_finds_it() {
    let mut story = Story::default();
    let name = "Ban Chỉ đạo 138 tỉnh Sa Thạch";
    let decide = |number: &str, date: &str, issuer: &str, more: serde_json::Value| {
        let mut draft = json!({ "number": number, "date": date, "issuer": issuer, "committees": [name] });
        draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        draft
    };
    story
        .decide(decide(
            "10/QĐ-UBND",
            "2018-03-01",
            "UBND tỉnh Sa Thạch",
            json!({ "act": "establish",
            "members": [named("Lò Văn An", "Trưởng ban"), named("Tạ Thị Bình", "Ủy viên")] }),
        ))
        .decide(decide(
            "2/QĐ-BCĐ",
            "2018-06-01",
            "Trưởng Ban Chỉ đạo 138 tỉnh Sa Thạch",
            json!({
            "act": "amend", "list_scope": "partial", "leaves": ["Tạ Thị Bình"], "amends": ["10/QĐ-UBND"] }),
        ));
    assert_eq!(story.of(name, "2018-05-31").heads, Some(2));
    assert_eq!(story.of(name, "2018-06-01").heads, Some(1));
    assert!(story.findings("2018-06-01").iter().all(|finding| finding != "unresolved_reference"));
}
