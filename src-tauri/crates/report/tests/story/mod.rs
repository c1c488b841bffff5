//! The story of an invented province (register/tests/stories), for papers that need more than one committee on one
//! day; and each paper of it, as an office would ask for it.
#![allow(dead_code, reason = "each test, and the example, uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a story that cannot be told is a failed test")]

use std::sync::Arc;

use diagram::chart::{Changes, Office};
use diagram::sheet::Size;
use diagram::timeline::{self, Scope};
use jiff::civil::{Date, date};
use register::composition::{Body, State};
use register::decision::enact;
use register::directory::read_events;
use register::draft::Draft;
use register::history::History;
use register::{Fold, Id, Record};
use report::{Happened, Head, Options, Organization, Paper, PostOn, Seated, Setting, drawing};
use serde_json::{Value, json};

const STORY: &str = include_str!("../../../register/tests/stories/sa_thach.json");

/// The day on which most of it stands.
pub const DAY: Date = date(2022, 6, 30);

pub fn setting() -> Setting {
    Setting {
        office: "Ủy ban nhân dân tỉnh Sa Thạch".into(),
        known_on: "2026-11-23T03:15:00Z".parse().expect("an instant"),
        printed_on: date(2026, 11, 23),
        head: Head { seq: 31, link: "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92".into() },
    }
}

/// The whole story.
pub fn fold() -> Fold {
    let story: Value = serde_json::from_str(STORY).expect("a story");
    let mut record = Record::default();
    for (n, chapter) in story["chapters"].as_array().expect("chapters").iter().enumerate() {
        record.events.extend(read_events(&events(chapter, n)).expect("events").events);
        if !chapter["decision"].is_null() {
            let draft: Draft = serde_json::from_value(chapter["decision"].clone()).expect("a draft");
            let mut made = 0;
            let fresh = || {
                made += 1;
                Id(format!("{n:02}-d{made:02}"))
            };
            record.decisions.push(Arc::new(enact(&draft, fresh).expect("a decision")));
        }
    }
    Fold::of(&record)
}

fn events(chapter: &Value, n: usize) -> Vec<Value> {
    let mut events = Vec::new();
    for group in chapter["organizations"].as_array().into_iter().flatten() {
        for name in group["names"].as_array().expect("names") {
            for post in [Value::Null, group["post"].clone()] {
                if post.is_null() && events.iter().any(|event: &Value| event["organization"] == *name) {
                    continue;
                }
                events.push(json!({ "event": "found", "organization": name, "kind": group["kind"],
                    "parent": group["parent"], "post": post, "on": group["on"] }));
            }
        }
    }
    events.extend(chapter["events"].as_array().into_iter().flatten().cloned());
    for (at, event) in events.iter_mut().enumerate() {
        event["id"] = format!("{n:02}-e{at:02}").into();
    }
    events
}

/// Each paper, with a name for its file.
pub fn papers() -> Vec<(&'static str, Paper)> {
    let (fold, setting, options) = (fold(), setting(), Options::default());
    let digital = fold.find_committees("Chuyển đổi số tỉnh Sa Thạch");
    let digital = digital.first().expect("the committee");
    let decision = |number: &str| *fold.find_decisions(number).first().expect("the decision");
    let composition = fold.composition(digital, DAY);
    let person = fold.find_people("Lường Thị Ngần");
    let history = |(key, name): &(register::directory::PersonKey, String)| {
        History::of(name.clone(), key, fold.stays(key, Some(DAY)), fold.posts_held(key), Some(DAY))
    };
    let by_name = Options { by_given_name: true, comrades: true, since: None };
    let mut papers = vec![
        ("list", report::list_as(&composition, &setting, &options).paper()),
        ("list-by-name", report::list_as(&composition, &setting, &by_name).paper()),
        ("summary", report::summary(&fold, digital, DAY, date(2021, 6, 30), &setting)),
        ("changes", report::changes(&fold, Body::Committee(digital), date(2021, 6, 30), DAY, &setting)),
        ("changes-by", report::changes_by(&fold, decision("2040/QĐ-UBND"), &setting)),
        ("sources", report::sources(&fold, &composition, &setting, &options)),
        ("decisions", report::decisions(&fold, None, date(2025, 12, 31), &setting)),
        ("notice", report::notice(&fold, decision("2040/QĐ-UBND"), DAY, &setting)),
        ("organization", report::organization(&organization(), DAY, &setting)),
        ("matrix", report::matrix(&fold.matrix(DAY), &composition.sources, &setting)),
    ];
    papers.extend(person.first().map(|found| ("person", report::person(&history(found), DAY, &setting))));
    papers
}

/// Each drawing of it, with a name for its file.
pub fn drawings() -> Vec<(&'static str, Paper)> {
    let (fold, setting) = (fold(), setting());
    let digital = *fold.find_committees("Chuyển đổi số tỉnh Sa Thạch").first().expect("the committee");
    let composition = fold.composition(digital, DAY);
    let since = date(2021, 6, 30);
    let compared = fold.compare(Body::Committee(digital), since, DAY);
    let changes = Changes::of(&compared, &fold.composition(digital, since));
    let committees = fold.committees.iter().map(|committee| fold.composition(committee, DAY));
    let committees = committees.filter(|composition| composition.state == State::Active).collect();
    let office = Office { name: setting.office.clone(), committees };
    let whole = (setting.office.as_str(), std::slice::from_ref(&office));
    let scope = Scope::Bodies(vec![Body::Committee(digital)]);
    let seats = timeline::seats(&fold, &scope, date(2026, 11, 23));
    let all = timeline::committees(&fold, &Scope::Register, date(2026, 11, 23));
    vec![
        ("chart", drawing::chart(&composition, None, Size::A4, &setting)),
        ("chart-since", drawing::chart(&composition, Some((since, &changes)), Size::A3, &setting)),
        ("chart-all", drawing::office_chart(whole, DAY, &composition.sources, Size::A4, &setting).expect("a plane")),
        ("timeline", drawing::timeline(&fold, &seats, "Ban Chỉ đạo Chuyển đổi số", DAY, Size::A4, &setting)),
        ("timeline-all", drawing::timeline(&fold, &all, drawing::ALL_EVER, DAY, Size::Whole, &setting)),
    ]
}

/// An organization as the api tells it.
fn organization() -> Organization {
    let fold = fold();
    let found = fold.find_committees("Chuyển đổi số tỉnh Sa Thạch");
    let composition = fold.composition(found.first().expect("the committee"), DAY);
    let seats = composition.seats.iter().filter(|seat| seat.as_written.contains("Sở Tài chính"));
    Organization {
        name: "Sở Tài chính".into(),
        parent: Some("Ủy ban nhân dân tỉnh Sa Thạch".into()),
        also: vec!["Sở TC".into()],
        life: vec![Happened { what: "founded".into(), on: None, name: "Sở Tài chính".into(), citation: None }],
        posts: vec![PostOn { title: "Giám đốc".into(), holders: Vec::new(), vacant: true, ended: false }],
        seats: seats
            .map(|seat| Seated {
                committee: composition.committee.name.clone(),
                role: seat.role.clone(),
                as_written: seat.as_written.clone(),
                citation: seat.citation.clone(),
            })
            .collect(),
        agency_of: Vec::new(),
        ended: false,
        successor: None,
    }
}
