//! The rules of the fold, each with its example. The province, its people and its numbers are invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bodies;
mod changes;
mod checks;
mod members;
mod papers;
mod revivals;

use register::composition::{Body, Comparison, Flag, State, Status};
use register::decision::{Decision, enact};
use register::directory::Event;
use register::draft::Draft;
use register::record::{Author, Content, Entry, Mistake};
use register::{Composition, Day, Fold, Id, Record};
use serde_json::{Value, json};

const NAME: &str = "Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch";

/// A story told decision by decision.
#[derive(Default)]
struct Story {
    record: Record,
    ids: u32,
}

impl Story {
    fn decide(&mut self, draft: Value) -> &mut Self {
        let decision = self.decision(draft);
        self.record.decisions.push(decision.into());
        self
    }

    fn decision(&mut self, mut draft: Value) -> Decision {
        let defaults = json!({ "issuer": "Ủy ban nhân dân tỉnh Sa Thạch", "committees": [NAME] });
        for (key, value) in defaults.as_object().unwrap() {
            draft.as_object_mut().unwrap().entry(key.clone()).or_insert(value.clone());
        }
        let draft: Draft = serde_json::from_value(draft).unwrap();
        enact(&draft, || {
            self.ids += 1;
            Id(format!("id-{:04}", self.ids))
        })
        .unwrap()
    }

    fn happens(&mut self, mut events: Value) -> &mut Self {
        for event in events.as_array_mut().unwrap() {
            self.ids += 1;
            event["id"] = format!("event-{:04}", self.ids).into();
        }
        let events: Vec<Event> = serde_json::from_value(events).unwrap();
        self.record.events.extend(events);
        self
    }

    fn on(&self, date: &str) -> Composition {
        let fold = Fold::of(&self.record);
        let found = fold.find_committees(NAME);
        assert_eq!(found.len(), 1, "one committee of that name");
        fold.composition(found[0], day(date))
    }

    fn of(&self, name: &str, date: &str) -> Composition {
        let fold = Fold::of(&self.record);
        let found = fold.find_bodies(name);
        assert_eq!(found.len(), 1, "one body named {name}");
        fold.composition_of(found[0], day(date))
    }

    fn compare(&self, from: &str, to: &str) -> Comparison {
        let fold = Fold::of(&self.record);
        fold.compare(Body::Committee(fold.find_committees(NAME)[0]), day(from), day(to))
    }

    /// How a decision stands, and what made it so: "replaces 40/QĐ-UBND".
    fn status(&self, number: &str, date: &str) -> (Status, Vec<String>) {
        let fold = Fold::of(&self.record);
        let found = fold.find_decisions(number);
        assert_eq!(found.len(), 1, "one decision {number}");
        let status = fold.status(found[0], day(date));
        let reason = |reason: &register::composition::Reason| {
            let relation = serde_json::to_value(reason.relation).unwrap();
            format!("{} {}", relation.as_str().unwrap(), fold.decisions[reason.decision].number)
        };
        (status.status, status.because.iter().map(reason).collect())
    }

    fn findings(&self, date: &str) -> Vec<String> {
        let fold = Fold::of(&self.record);
        fold.check(&self.record, day(date)).into_iter().map(|finding| finding.code).collect()
    }

    fn people(&self, date: &str) -> Vec<String> {
        let mut people: Vec<String> = self
            .on(date)
            .seats
            .iter()
            .flat_map(|seat| &seat.holders)
            .filter_map(|holder| holder.person.clone())
            .collect();
        people.sort();
        people
    }
}

fn day(text: &str) -> Day {
    register::date::day(text).unwrap()
}

fn named(name: &str, role: &str) -> Value {
    json!({ "name": name, "role": role, "seat_kind": "named", "article": "Điều 1" })
}

fn post(position: &str, role: &str) -> Value {
    json!({ "position": position, "role": role, "seat_kind": "post", "article": "Điều 1" })
}

fn founding() -> Value {
    json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
            "members": [named("Lò Văn An", "Trưởng ban"), named("Tạ Thị Bình", "Ủy viên")] })
}

fn flags_of(composition: &Composition, wording: &str) -> Vec<Flag> {
    composition.seats.iter().find(|seat| seat.as_written.contains(wording)).expect("the seat").flags.clone()
}

#[test]
fn rule_1_legal_order_never_the_order_of_recording() {
    let second = json!({ "number": "77/QĐ-UBND", "date": "2019-05-06", "act": "reconstitute", "list_scope": "whole",
                         "members": [named("Hà Văn Cường", "Trưởng ban")] });
    let third = json!({ "number": "12/QĐ-UBND", "date": "2020-01-02", "act": "amend", "list_scope": "partial",
                        "members": [named("Ma Thị Dung", "Ủy viên")], "leaves": ["Hà Văn Cường"] });
    let papers = [founding(), second, third];
    let mut told = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut story = Story::default();
        for at in order {
            story.decide(papers[at].clone());
        }
        told.push(["2018-03-01", "2019-05-06", "2020-01-02"].map(|date| story.people(date)));
    }
    assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
    assert_eq!(told[0][2], ["Ma Thị Dung"]);
}

#[test]
fn rule_1_two_decisions_of_one_day_follow_their_numbers() {
    let mut story = Story::default();
    let list = |number: &str, name: &str| {
        json!({ "number": number, "date": "2019-05-06", "act": "reconstitute", "list_scope": "whole",
                "members": [named(name, "Trưởng ban")] })
    };
    story.decide(list("100/QĐ-UBND", "Vi Thị Hai")).decide(list("99/QĐ-UBND", "Lý Văn Một")).decide(founding());
    assert_eq!(story.people("2019-05-06"), ["Vi Thị Hai"]);
}

#[test]
fn rule_2_days_are_half_open() {
    let mut story = Story::default();
    story.decide(founding());
    assert_eq!(story.on("2018-02-28").state, State::NotYet);
    assert_eq!(story.on("2018-03-01").heads, Some(2));
}

#[test]
fn rule_3_an_office_and_its_chairman_share_one_series_and_numbers_restart_each_january() {
    let mut story = Story::default();
    let a = story.decision(founding());
    let mut other = founding();
    other["issuer"] = "Chủ tịch UBND tỉnh Sa Thạch".into();
    assert_eq!(a.key(), story.decision(other.clone()).key());
    other["date"] = "2019-03-01".into();
    assert_ne!(a.key(), story.decision(other).key());
}

#[test]
fn rule_4_establishing_and_replacing_continues_the_committee() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "20/QĐ-UBND", "date": "2021-04-01", "act": "establish", "replaces": ["10/QĐ-UBND"],
        "members": [named("Tạ Thị Bình", "Trưởng ban")] }));
    assert_eq!(Fold::of(&story.record).committees.len(), 1);
    assert_eq!(story.people("2021-03-31"), ["Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.people("2021-04-01"), ["Tạ Thị Bình"]);
}

#[test]
fn rule_4_unless_told_that_it_is_another() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "20/QĐ-UBND", "date": "2021-04-01", "act": "establish", "continues": false,
        "members": [named("Tạ Thị Bình", "Trưởng ban")] }));
    assert_eq!(Fold::of(&story.record).committees.len(), 2);
}

#[test]
fn rule_5_a_whole_list_ends_every_earlier_seat_and_a_change_in_part_only_those_named() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "reconstitute", "list_scope": "partial",
        "members": [{ "name": "Ma Thị Dung", "role": "Ủy viên", "replaces_member": "Tạ Thị Bình", "op": "replace" }] }));
    assert_eq!(story.people("2019-01-14"), ["Lò Văn An", "Tạ Thị Bình"]);
    assert_eq!(story.people("2019-01-15"), ["Lò Văn An", "Ma Thị Dung"]);
    story.decide(json!({ "number": "31/QĐ-UBND", "date": "2019-06-01", "act": "reconstitute", "list_scope": "whole",
                         "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.people("2019-06-01"), ["Hà Văn Cường"]);
}

#[test]
fn rule_5_a_changed_role_cites_the_decision_that_changed_it() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "list_scope": "partial",
        "members": [{ "name": "Tạ Thị Bình", "role": "Phó Trưởng ban", "op": "change_role", "article": "Điều 1 khoản 2" }] }));
    let after = story.on("2019-01-15");
    let seat = after.seats.iter().find(|seat| seat.role.as_deref() == Some("Phó Trưởng ban")).unwrap();
    assert_eq!(seat.citation.decision, "30/QĐ-UBND");
    assert_eq!(seat.citation.place.as_deref(), Some("Điều 1 khoản 2"));
    assert_eq!(after.heads, Some(2));
}

#[test]
fn rule_6_a_replacement_ends_the_amendments_named_or_not() {
    let mut story = Story::default();
    story
        .decide(founding())
        .decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "amend", "list_scope": "partial",
                        "members": [named("Ma Thị Dung", "Ủy viên")] }))
        .decide(json!({ "number": "40/QĐ-UBND", "date": "2020-01-15", "act": "establish", "replaces": ["10/QĐ-UBND"],
                        "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.people("2020-01-14"), ["Lò Văn An", "Ma Thị Dung", "Tạ Thị Bình"]);
    assert_eq!(story.people("2020-01-15"), ["Hà Văn Cường"]);
    let fold = Fold::of(&story.record);
    let ends: Vec<Option<Day>> = (0..fold.decisions.len()).map(|at| fold.ended_on(at)).collect();
    assert_eq!(ends, [Some(day("2020-01-15")), Some(day("2020-01-15")), None]);
}

#[test]
fn rule_11_a_post_is_its_holder_or_vacant_or_not_known() {
    let mut story = Story::default();
    story.decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish",
                         "members": [post("Giám đốc Sở Tài chính", "Trưởng ban")] }));
    story.happens(json!([
        { "event": "found", "organization": "Sở Tài chính", "kind": "sở" },
        { "event": "found", "organization": "Sở Tài chính", "post": "Giám đốc" },
    ]));
    let holder = |story: &Story, date: &str| story.on(date).seats[0].holders[0].person.clone();
    assert_eq!(holder(&story, "2018-06-01"), None);
    assert_eq!(flags_of(&story.on("2018-06-01"), "Sở Tài chính"), []);
    let held = |event: &str, person: &str, on: &str| json!([{ "event": event, "post": "Giám đốc", "organization": "Sở Tài chính", "person": person, "on": on }]);
    story.happens(held("appoint", "Lục Văn Em", "2018-05-01")).happens(held("relieve", "Lục Văn Em", "2019-05-01"));
    story.happens(held("act", "Ninh Thị Gấm", "2019-08-01"));
    assert_eq!(holder(&story, "2018-06-01").as_deref(), Some("Lục Văn Em"));
    assert_eq!(flags_of(&story.on("2019-05-01"), "Sở Tài chính"), [Flag::Vacant]);
    assert_eq!(holder(&story, "2019-08-01").as_deref(), Some("Ninh Thị Gấm"));
    story.happens(held("appoint", "Phùng Văn Hai", "2019-09-01")).happens(held(
        "appoint",
        "Quách Thị Ích",
        "2019-09-01",
    ));
    let two = story.on("2019-09-01");
    assert_eq!(flags_of(&two, "Sở Tài chính"), [Flag::TwoHolders]);
    assert_eq!(two.heads, Some(2));
}

#[test]
fn rule_12_a_class_expands_by_date_less_what_a_specific_seat_covers() {
    let mut story = Story::default();
    story.decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [
        post("Giám đốc Sở Tài chính", "Trưởng ban"),
        { "position": "Giám đốc các sở", "role": "Ủy viên", "seat_kind": "class" } ] }));
    for name in ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"] {
        story.happens(json!([
            { "event": "found", "organization": name, "kind": "sở", "on": if name == "Sở Y tế" { "2019-01-01" } else { "2000" } },
            { "event": "found", "organization": name, "post": "Giám đốc", "on": if name == "Sở Y tế" { "2019-01-01" } else { "2000" } },
        ]));
    }
    assert_eq!(story.on("2018-03-01").heads, Some(2));
    assert_eq!(story.on("2019-01-01").heads, Some(3));
    story.happens(json!([
        { "event": "merge", "organization": "Sở Nội vụ", "into": "Sở Tài chính", "on": "2020-01-01" },
        { "event": "end", "organization": "Sở Y tế", "on": "2020-01-01" },
    ]));
    let after = story.on("2020-01-01");
    // Its only post left is covered by the chair: the class itself is not empty.
    assert_eq!(after.heads, Some(1));
    assert_eq!(flags_of(&after, "các sở"), []);
}

#[test]
fn rule_13_one_person_on_two_seats_is_one_head_and_guests_count_apart() {
    let mut story = Story::default();
    story.decide(json!({ "number": "10/QĐ-UBND", "date": "2018-03-01", "act": "establish", "members": [
        named("Lò Văn An", "Trưởng ban"), named("Lò Văn An", "Thư ký"),
        { "name": "Lò Văn An", "invited": true }, { "name": "Sùng A Khoa", "invited": true },
        { "position": "Lãnh đạo Công an tỉnh", "role": "Ủy viên" } ] }));
    let composition = story.on("2018-03-01");
    assert_eq!((composition.heads, composition.invited_heads), (Some(2), 1));
    assert_eq!(flags_of(&composition, "Công an"), [Flag::NotNominated]);
}

#[test]
fn rule_14_nothing_later_shows_and_nothing_recorded_later_either() {
    let mut story = Story::default();
    story.decide(founding());
    let before = story.on("2018-12-31");
    story.decide(json!({ "number": "30/QĐ-UBND", "date": "2019-01-15", "act": "reconstitute", "list_scope": "whole",
                         "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.on("2018-12-31"), before);
    let entry = |seq: u64, name: &str, recorded_at: &str, content: Content| Entry {
        seq,
        content_id: name.into(),
        author: Author("a".into()),
        recorded_at: recorded_at.parse().unwrap(),
        content,
    };
    let at = |text: &str| text.parse().unwrap();
    let decisions = &story.record.decisions;
    let mut entries = vec![
        entry(1, "first", "2026-01-01T00:00:00Z", Content::Decision(decisions[0].clone())),
        entry(2, "second", "2026-02-01T00:00:00Z", Content::Decision(decisions[1].clone())),
    ];
    assert_eq!(Record::known_at(&entries, at("2026-01-15T00:00:00Z")).decisions.len(), 1);
    assert_eq!(Record::known_at(&entries, at("2026-02-01T00:00:00Z")).decisions.len(), 2);
    let mistake = |of: &str| Content::Mistake(Mistake { entry: of.into() });
    entries.push(entry(3, "undo", "2026-03-01T00:00:00Z", mistake("second")));
    let known = |entries: &[Entry], on: &str| Record::known_at(entries, at(on)).decisions.len();
    assert_eq!(known(&entries, "2026-03-01T00:00:00Z"), 1);
    assert_eq!(known(&entries, "2026-02-15T00:00:00Z"), 2, "what was known before stays known before");
    entries.push(entry(4, "undo of the undo", "2026-04-01T00:00:00Z", mistake("undo")));
    assert_eq!(known(&entries, "2026-04-01T00:00:00Z"), 2);
    assert_eq!(known(&entries, "2026-03-15T00:00:00Z"), 1);
}

#[test]
fn a_dissolved_committee_has_ended_with_nobody_in_it() {
    let mut story = Story::default();
    story.decide(founding()).decide(json!({
        "number": "90/QĐ-UBND", "date": "2024-02-01", "act": "dissolve", "committees": [], "dissolves": [NAME] }));
    let ended = story.on("2024-02-01");
    assert_eq!((ended.state, ended.heads, ended.seats.len()), (State::Ended, Some(0), 0));
    assert_eq!(story.on("2024-01-31").heads, Some(2));
}

#[test]
fn a_whole_list_of_a_committee_never_founded_in_the_record_is_the_first_that_is_known_of_it() {
    let mut story = Story::default();
    story.decide(json!({ "number": "31/QĐ-UBND", "date": "2019-06-01", "act": "reconstitute", "list_scope": "whole",
                         "members": [named("Hà Văn Cường", "Trưởng ban")] }));
    assert_eq!(story.on("2019-06-01").heads, Some(1));
    assert_eq!(story.on("2019-05-31").state, State::NotYet);
}
