//! What changed between two days.

use super::*;

fn who(moved: &[register::composition::Moved]) -> Vec<&str> {
    moved.iter().map(|moved| moved.who.as_str()).collect()
}

#[test]
fn joined_left_and_changed_each_cite_what_brought_them_about() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "reconstitute", "list_scope": "whole",
        "members": [named("Tạ Thị Bình", "Trưởng ban"), named("Ma Thị Dung", "Ủy viên")] }));
    let changes = story.compare("2019-01-14", "2019-01-15");
    assert_eq!(who(&changes.joined), ["Ma Thị Dung"]);
    assert_eq!(who(&changes.left), ["Lò Văn An"]);
    assert_eq!(changes.left[0].citation.as_ref().unwrap().decision, "30/QĐ-UBND");
    let changed = &changes.changed[0];
    assert_eq!((changed.from_role.as_deref(), changed.to_role.as_deref()), (Some("Ủy viên"), Some("Trưởng ban")));
    assert!(!story.compare("2019-01-15", "2020-01-15").is_something());
    let back = story.compare("2019-01-15", "2019-01-14");
    assert_eq!((who(&back.joined), who(&back.left)), (vec!["Lò Văn An"], vec!["Ma Thị Dung"]));
}

fn with_posts() -> Story {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [
            post("Giám đốc Sở Y tế", "Trưởng ban"),
            { "position": "Lãnh đạo Sở Nội vụ", "role": "Ủy viên", "seat_kind": "nominated" },
            { "position": "Chủ tịch UBND các huyện", "role": "Ủy viên", "seat_kind": "class" }] }))
        .happens(json!([
            { "event": "found", "organization": "Sở Y tế", "kind": "sở" },
            { "event": "found", "organization": "Sở Nội vụ", "kind": "sở" },
            { "event": "found", "organization": "huyện Suối Đá", "kind": "huyện" },
            { "event": "found", "organization": "huyện Suối Đá", "post": "Chủ tịch UBND" },
            { "event": "found", "organization": "huyện Nà Pan", "kind": "huyện" },
            { "event": "found", "organization": "huyện Nà Pan", "post": "Chủ tịch UBND" },
            { "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc", "person": "Lò Văn An", "on": "2019-01-01",
              "citation": { "decision": "5/QĐ-UBND", "date": "2018-12-30" } },
            { "event": "relieve", "organization": "Sở Y tế", "post": "Giám đốc", "on": "2020-01-01",
              "citation": { "decision": "9/QĐ-UBND", "date": "2019-12-30" } },
            { "event": "nominate", "committee": NAME, "person": "Vi Thị Hai", "on": "2018-06-01",
              "citation": { "decision": "77/SNV-VP", "date": "2018-06-01" } },
            { "event": "end", "organization": "huyện Nà Pan", "on": "2021-01-01",
              "citation": { "decision": "1/NQ-HĐND" } },
        ]));
    story
}

#[test]
fn a_nominee_and_a_first_known_holder_join_a_seat_that_was_there() {
    let story = with_posts();
    let letter = story.compare("2018-05-31", "2018-06-01");
    assert_eq!((who(&letter.joined), letter.left.len()), (vec!["Vi Thị Hai"], 0));
    assert_eq!(letter.joined[0].citation.as_ref().unwrap().decision, "77/SNV-VP");
    let known = story.compare("2018-12-31", "2019-01-01");
    assert_eq!((who(&known.joined), known.left.len(), known.vacated.len()), (vec!["Lò Văn An"], 0, 0));
    assert_eq!(known.joined[0].citation.as_ref().unwrap().decision, "5/QĐ-UBND");
}

#[test]
fn whoever_is_sent_in_another_s_place_leaves_by_the_later_letter() {
    let mut story = with_posts();
    story.happens(json!([{ "event": "nominate", "committee": NAME, "person": "Tạ Thị Bình", "on": "2018-09-01",
        "citation": { "decision": "99/SNV-VP", "date": "2018-09-01" } }]));
    let later = story.compare("2018-08-31", "2018-09-01");
    assert_eq!((who(&later.joined), who(&later.left)), (vec!["Tạ Thị Bình"], vec!["Vi Thị Hai"]));
    assert_eq!(later.left[0].citation.as_ref().unwrap().decision, "99/SNV-VP");
}

#[test]
fn a_letter_that_is_for_no_seat_or_for_two_is_told() {
    let mut story = with_posts();
    let letter = |sender: &str| json!([{ "event": "nominate", "committee": NAME, "organization": sender, "person": "Tạ Thị Bình", "on": "2018-09-01" }]);
    let told =
        |story: &Story, on: &str| story.findings(on).iter().filter(|code| *code == "unresolved_reference").count();
    let before = told(&story, "2018-09-01");
    story.happens(letter("Sở Nội vụ"));
    assert_eq!(told(&story, "2018-09-01"), before);
    story.happens(letter("Sở Y tế"));
    assert_eq!((told(&story, "2018-08-31"), told(&story, "2018-09-01")), (before, before + 1));
}

#[test]
fn a_seat_that_stays_and_loses_its_holder_is_vacated_only() {
    let changes = with_posts().compare("2019-12-31", "2020-01-01");
    assert_eq!(who(&changes.vacated), ["Lò Văn An"]);
    assert_eq!(changes.vacated[0].citation.as_ref().unwrap().decision, "9/QĐ-UBND");
    assert_eq!((changes.joined.len(), changes.left.len()), (0, 0));
}

#[test]
fn a_post_of_a_class_is_a_seat_that_stays_too() {
    let mut story = with_posts();
    story.happens(json!([
        { "event": "appoint", "organization": "huyện Suối Đá", "post": "Chủ tịch UBND", "person": "Lê Văn Ba", "on": "2019-02-01" },
        { "event": "relieve", "organization": "huyện Suối Đá", "post": "Chủ tịch UBND", "on": "2019-06-01",
          "citation": { "decision": "8/QĐ-UBND" } }]));
    let changes = story.compare("2019-05-31", "2019-06-01");
    assert_eq!(who(&changes.vacated), ["Lê Văn Ba"]);
    assert_eq!(changes.vacated[0].citation.as_ref().unwrap().decision, "8/QĐ-UBND");
    assert_eq!((changes.joined.len(), changes.left.len()), (0, 0));
}

#[test]
fn a_post_of_a_class_with_two_holders_shows_both_and_says_so() {
    let mut story = with_posts();
    let appointed = |person: &str, on: &str| json!({ "event": "appoint", "organization": "huyện Suối Đá", "post": "Chủ tịch UBND", "person": person, "on": on });
    story.happens(json!([appointed("Lê Văn Ba", "2019-02-01"), appointed("Tạ Thị Bình", "2019-05-01")]));
    let on = story.on("2019-06-01");
    let class = on.seats.iter().find(|seat| seat.kind == register::draft::SeatKind::Class).unwrap();
    let people: Vec<_> = class.holders.iter().filter_map(|holder| holder.person.as_deref()).collect();
    assert_eq!((people, class.heads), (vec!["Lê Văn Ba", "Tạ Thị Bình"], 3));
    assert_eq!(class.flags, [Flag::TwoHolders]);
    story.happens(
        json!([{ "event": "relieve", "organization": "huyện Suối Đá", "post": "Chủ tịch UBND", "on": "2019-08-01" }]),
    );
    let on = story.on("2019-08-01");
    let class = on.seats.iter().find(|seat| seat.kind == register::draft::SeatKind::Class).unwrap();
    assert_eq!(class.flags, [Flag::Vacant]);
    let vacant: Vec<_> = class.holders.iter().map(|holder| holder.vacant).collect();
    assert_eq!(vacant.iter().filter(|vacant| **vacant).count(), 1);
    assert_eq!(story.findings("2019-08-01").iter().filter(|code| *code == "vacant").count(), 1);
}

#[test]
fn whoever_takes_or_leaves_a_post_and_sits_by_name_too_neither_comes_nor_goes() {
    let mut story = Story::default();
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [
            named("Lò Văn An", "Ủy viên"), post("Giám đốc Sở Y tế", "Ủy viên")] }))
        .happens(json!([
            { "event": "found", "organization": "Sở Y tế", "kind": "sở" },
            { "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc", "person": "Lò Văn An", "on": "2019-01-01" },
            { "event": "relieve", "organization": "Sở Y tế", "post": "Giám đốc", "on": "2020-01-01",
              "citation": { "decision": "9/QĐ-UBND" } }]));
    assert!(!story.compare("2018-12-31", "2019-01-01").is_something());
    let left = story.compare("2019-12-31", "2020-01-01");
    assert_eq!(who(&left.vacated), ["Lò Văn An"]);
    assert_eq!(left.vacated[0].citation.as_ref().unwrap().decision, "9/QĐ-UBND");
    assert_eq!((left.joined.len(), left.left.len()), (0, 0));
}

#[test]
fn a_field_whose_holder_left_is_vacant_as_a_post_is() {
    let mut story = Story::default();
    let field = "Phó Giám đốc Sở Y tế phụ trách công nghệ thông tin";
    story
        .decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [
            { "position": field, "role": "Ủy viên", "seat_kind": "portfolio" }] }))
        .happens(json!([
            { "event": "found", "organization": "Sở Y tế", "kind": "sở" },
            { "event": "appoint", "organization": "Sở Y tế", "post": "Phó Giám đốc", "person": "Lò Văn An",
              "portfolio": "công nghệ thông tin", "on": "2019-01-01" },
            { "event": "relieve", "organization": "Sở Y tế", "post": "Phó Giám đốc", "person": "Lò Văn An", "on": "2020-01-01",
              "citation": { "decision": "9/QĐ-UBND" } }]));
    assert_eq!(flags_of(&story.on("2018-12-31"), field), []);
    assert_eq!(flags_of(&story.on("2020-01-01"), field), [Flag::Vacant]);
    let left = story.compare("2019-12-31", "2020-01-01");
    assert_eq!((who(&left.vacated), left.joined.len(), left.left.len()), (vec!["Lò Văn An"], 0, 0));
}

#[test]
fn a_class_post_that_ends_has_left_under_its_own_name() {
    let changes = with_posts().compare("2020-12-31", "2021-01-01");
    assert_eq!(who(&changes.left), ["Chủ tịch UBND huyện Nà Pan"]);
    assert_eq!(changes.left[0].citation.as_ref().unwrap().decision, "1/NQ-HĐND");
}

#[test]
fn an_end_lets_everybody_go_by_what_ended_it() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({ "number": "80/QĐ-UBND", "date": "2023-03-03", "act": "dissolve",
                                            "dissolves": [NAME] }));
    let changes = story.compare("2023-03-02", "2023-03-03");
    assert_eq!(changes.states, [State::Active, State::Ended]);
    assert_eq!(changes.left.len(), 2);
    assert_eq!(changes.left[0].citation.as_ref().unwrap().decision, "80/QĐ-UBND");
    assert_eq!(story.compare("2018-02-28", "2018-03-01").joined.len(), 2);
}
