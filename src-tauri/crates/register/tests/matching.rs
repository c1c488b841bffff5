//! What is asked of a draft before it is recorded, and what news would change. The province, its people and its
//! numbers are invented.
#![allow(clippy::unwrap_used, clippy::panic)]

use register::decision::enact;
use register::directory::Event;
use register::draft::Draft;
use register::matching::{About, Found, Match, Mentioned, Why};
use register::record::{Author, Content, Entry, Received, WaitsFor};
use register::{Fold, Id, Instant, Record};
use serde_json::{Value, json};

const NAME: &str = "Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch";

fn draft(mut written: Value) -> Draft {
    let defaults = json!({ "issuer": "Ủy ban nhân dân tỉnh Sa Thạch", "committees": [NAME], "date": "2020-02-01" });
    for (key, value) in defaults.as_object().unwrap() {
        written.as_object_mut().unwrap().entry(key.clone()).or_insert(value.clone());
    }
    serde_json::from_value(written).unwrap()
}

fn record() -> Record {
    let events = json!([
        { "event": "found", "organization": "Sở Thông tin và Truyền thông", "kind": "sở" },
        { "event": "found", "organization": "Sở Thông tin và Truyền thông", "post": "Giám đốc" },
        { "event": "found", "organization": "Sở Nội vụ", "kind": "sở" },
        { "event": "found", "organization": "Sở Nội vụ", "post": "Giám đốc" },
        { "event": "appoint", "organization": "Sở Nội vụ", "post": "Giám đốc", "person": "Lò Văn An", "on": "2018-01-01" },
    ]);
    let mut events: Vec<Event> = serde_json::from_value(events).unwrap();
    for (at, event) in events.iter_mut().enumerate() {
        event.id = Some(Id(format!("event-{at}")));
    }
    let founding = draft(json!({
        "number": "10/QĐ-UBND", "date": "2019-03-01", "act": "establish",
        "members": [
            { "name": "Tạ Thị Bình", "role": "Trưởng ban", "position": "Phó Chủ tịch Ủy ban nhân dân tỉnh" },
            { "position": "Giám đốc Sở Nội vụ", "role": "Ủy viên", "seat_kind": "post" },
        ],
    }));
    let mut ids = 0;
    let decision = enact(&founding, || {
        ids += 1;
        Id(format!("id-{ids}"))
    });
    Record { decisions: vec![decision.unwrap().into()], events, ..Record::default() }
}

fn asked(written: Value) -> Vec<Match> {
    let fold = Fold::of(&record());
    fold.matches(&draft(written), &Mentioned::of(&fold))
}

fn member(name: Option<&str>, position: &str) -> Value {
    json!({ "number": "20/QĐ-UBND", "act": "amend",
            "members": [{ "name": name, "position": position, "role": "Ủy viên" }] })
}

#[test]
fn what_the_register_knows_is_not_asked() {
    assert_eq!(asked(member(Some("Lò Văn An"), "Giám đốc Sở Nội vụ")), []);
    assert_eq!(asked(member(Some("Tạ Thị Bình"), "Phó Chủ tịch UBND tỉnh")).len(), 1, "UBND tỉnh is in no directory");
    assert_eq!(asked(member(Some("Mùa A Páo"), "Giám đốc Sở Nội vụ")), [], "a new person is nothing to ask");
}

#[test]
fn a_short_form_is_spelt_out() {
    let asked = asked(member(None, "PGĐ Sở TT-TT"));
    assert_eq!(
        (asked[0].about, asked[0].found, asked[0].field.as_str()),
        (About::Position, Found::Near, "members.0.position")
    );
    assert_eq!(asked[0].suggestions[0].put, "PGĐ Sở Thông tin và Truyền thông");
    assert_eq!(asked[0].suggestions[0].why, Why::Abbreviation);
    let asked = self::asked(member(None, "GĐ Sở TT&TT"));
    assert_eq!(asked[0].suggestions[0].put, "Giám đốc Sở Thông tin và Truyền thông");
}

#[test]
fn one_name_in_another_post_is_asked_and_never_guessed() {
    let asked = asked(member(Some("Lò Văn An"), "Giám đốc Sở Thông tin và Truyền thông"));
    assert_eq!((asked[0].about, asked[0].found), (About::Person, Found::Namesake));
    assert!(asked[0].found.must_be_answered());
    let whys: Vec<Why> = asked[0].suggestions.iter().map(|suggestion| suggestion.why).collect();
    assert_eq!(whys, [Why::SameName, Why::AnotherPerson]);
    assert_eq!(asked[0].suggestions[0].detail.as_deref(), Some("Giám đốc Sở Nội vụ"));
    // Once it is said who is meant, it is not asked again.
    let mut answered = member(Some("Lò Văn An"), "Giám đốc Sở Thông tin và Truyền thông");
    answered["members"][0]["person_id"] = "another".into();
    assert_eq!(self::asked(answered), []);
}

#[test]
fn a_slip_in_a_name_is_seen_where_the_post_is_the_same() {
    let asked = asked(member(Some("Lò Van An"), "Giám đốc Sở Nội vụ"));
    assert_eq!((asked[0].found, asked[0].suggestions[0].put.as_str()), (Found::Near, "Lò Văn An"));
    assert_eq!(self::asked(member(Some("Lò Van An"), "Giám đốc Sở Thông tin và Truyền thông")), []);
}

#[test]
fn a_committee_called_nearly_the_same_is_suggested() {
    let mut change = member(None, "Giám đốc Sở Nội vụ");
    change["committees"] = json!(["Ban Chỉ đạo CĐS tỉnh Sa Thạch"]);
    let asked = asked(change);
    assert_eq!((asked[0].about, asked[0].suggestions[0].put.as_str()), (About::Committee, NAME));
}

#[test]
fn a_bare_number_is_asked_where_no_decision_on_the_committee_bears_it() {
    let mut change = member(None, "Giám đốc Sở Nội vụ");
    change["replaces"] = json!(["10/QĐ-UBND"]);
    assert_eq!(asked(change.clone()), [], "the one on this committee is meant");
    change["committees"] = json!(["Hội đồng Thi đua tỉnh Sa Thạch"]);
    let asked = asked(change);
    assert_eq!((asked[0].field.as_str(), asked[0].about), ("replaces.0", About::Decision));
    assert_eq!(asked[0].suggestions[0].date.unwrap().to_string(), "2019-03-01");
}

#[test]
fn news_say_which_seats_they_fill() {
    let mut record = record();
    let fold = Fold::of(&record);
    let news: Vec<Event> = serde_json::from_value(json!([
        { "id": "n1", "event": "appoint", "organization": "Sở Nội vụ", "post": "Giám đốc", "person": "Mùa A Páo", "on": "2021-05-01" },
        { "id": "n2", "event": "relieve", "organization": "Sở Nội vụ", "post": "Giám đốc", "person": "Lò Văn An", "on": "2021-05-01" },
    ]))
    .unwrap();
    record.events.extend(news.clone());
    let effects = fold.effects(&record, &news);
    assert_eq!((&effects[0].before, &effects[0].after), (&vec!["Lò Văn An".to_owned()], &vec!["Mùa A Páo".to_owned()]));
    let seat = &effects[0].seats[0];
    assert_eq!((seat.committee.name.as_str(), seat.as_written.as_str()), (NAME, "Giám đốc Sở Nội vụ"));
    assert_eq!((&seat.before[..], &seat.after[..]), (&["Lò Văn An".to_owned()][..], &["Mùa A Páo".to_owned()][..]));
}

#[test]
fn news_from_before_a_decision_fill_its_seat_on_its_day() {
    let mut record = record();
    record.events.retain(|event| event.change.person().is_none());
    let fold = Fold::of(&record);
    let news: Vec<Event> = serde_json::from_value(json!([
        { "id": "n1", "event": "appoint", "organization": "Sở Nội vụ", "post": "Giám đốc", "person": "Mùa A Páo", "on": "2019-02" },
    ]))
    .unwrap();
    record.events.extend(news.clone());
    let effects = fold.effects(&record, &news);
    assert_eq!(
        (effects[0].on.to_string().as_str(), effects[0].held_before),
        ("2019-02", false),
        "nobody is known, and none is said to have gone"
    );
    let seats: Vec<_> = effects[0].seats.iter().map(|seat| (seat.on.to_string(), seat.after.clone())).collect();
    assert_eq!(seats, [("2019-03-01".to_owned(), vec!["Mùa A Páo".to_owned()])]);
}

#[test]
fn what_was_received_waits_until_it_is_recorded() {
    let entry = |seq: u64, content| Entry {
        seq,
        content_id: format!("{seq:064}"),
        author: Author("a".into()),
        recorded_at: Instant::default(),
        content,
    };
    let received = Received {
        number: Some("10/QĐ-UBND".into()),
        date: Some(register::date::day("2019-03-01").unwrap()),
        issuer: Some("UBND tỉnh Sa Thạch".into()),
        subject: None,
        committees: vec![NAME.into()],
        waits_for: WaitsFor::Annex,
        note: None,
        attachments: Vec::new(),
    };
    let mut entries = vec![entry(1, Content::Received(received))];
    let waits = |entries: &[Entry]| Record::known_at(entries, Instant::MAX).waiting().count();
    assert_eq!(waits(&entries), 1);
    entries.push(entry(2, Content::Decision(record().decisions[0].clone())));
    assert_eq!(waits(&entries), 0);
}
