//! Golden stories: what an office records over ten years, chapter by chapter, and what the register must answer
//! after each. The stories are files under `stories/`, written from docs/fold.md to be read by who keeps such a
//! register; this file only tells them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::Arc;

use register::composition::{Flag, SeatOn};
use register::decision::{Citation, Decision, enact};
use register::directory::{Capacity, Event, read_events};
use register::draft::{Draft, SeatKind};
use register::{Day, Fold, Id, Record};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

#[test]
fn sa_thach() {
    tell(include_str!("stories/sa_thach.json"));
}

#[test]
fn ha_noi() {
    tell(include_str!("stories/ha_noi.json"));
}

/// A runner that lets everything pass would tell every story well.
#[test]
#[should_panic(expected = "heads: expected 13, is 14")]
fn a_wrong_expectation_is_said() {
    let mut story: Value = serde_json::from_str(include_str!("stories/sa_thach.json")).unwrap();
    story["chapters"][1]["then"][1]["heads"] = 13.into();
    tell(&story.to_string());
}

/// What an article can do is all told once.
#[test]
fn the_invented_province_uses_every_provision() {
    let decided = chapters(include_str!("stories/sa_thach.json")).into_iter().filter_map(|chapter| chapter.decision);
    let decided: Vec<Arc<Decision>> = decided.collect();
    let provisions = decided.iter().flat_map(|decision| &decision.provisions);
    let done: BTreeSet<String> = provisions.map(|one| tag(&one.provision, "do")).collect();
    let known = [
        "establish",
        "reconstitute",
        "rename",
        "merge",
        "found_sub_body",
        "seat",
        "unseat",
        "change_role",
        "set_standing_agency",
        "assign_duty",
        "dissolve",
        "replace",
        "repeal",
        "amend",
        "withdraw",
        "suspend",
        "resume",
        "correct",
        "revive",
        "sunset",
        "extend",
        "successor_clause",
    ];
    assert_eq!(done, known.map(str::to_owned).into());
    assert_eq!(decided.iter().filter(|decision| !decision.is_letter()).count(), 12);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    #[serde(rename = "title")]
    _title: String,
    #[serde(rename = "about")]
    _about: Vec<String>,
    chapters: Vec<Written>,
}

/// A chapter as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    chapter: String,
    #[serde(rename = "tells")]
    _tells: String,
    #[serde(default)]
    organizations: Vec<Group>,
    ends: Option<EndOfKinds>,
    #[serde(default)]
    events: Vec<Value>,
    decision: Option<Value>,
    then: Vec<Then>,
}

/// Organizations of one kind with the post at their head, as the sample's directory has them too.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: String,
    parent: Option<String>,
    post: Option<String>,
    names: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    on: Option<String>,
}

/// Every organization of some kinds ends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndOfKinds {
    kinds: Vec<String>,
    on: String,
    citation: Value,
}

/// A chapter as it is recorded.
struct Chapter {
    title: String,
    decision: Option<Arc<Decision>>,
    events: Vec<Event>,
    then: Vec<Then>,
}

/// What is expected on a day, by key.
type Then = Map<String, Value>;

/// The place of an expectation: its chapter, and where in it.
type Place = (usize, usize);

/// Records the chapters one after the other, and after each asks for everything expected so far: what comes
/// later may change nothing of it. Then the other way round.
fn tell(text: &str) {
    let chapters = chapters(text);
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    let mut failed = BTreeSet::new();
    let mut record = Record::default();
    for (n, chapter) in chapters.iter().enumerate() {
        add(&mut record, chapter);
        told.push(chapter);
        let fold = Fold::of(&record);
        for (at, then) in expected(&told, n) {
            let found = differences(&fold, told[at.0], then);
            if !found.is_empty() && failed.insert(at) {
                wrong.extend(found.iter().map(|what| format!("{what}\n    (told up to: {})", chapter.title)));
            }
        }
    }
    let mut backwards = Record::default();
    chapters.iter().rev().for_each(|chapter| add(&mut backwards, chapter));
    let (fold, other) = (Fold::of(&record), Fold::of(&backwards));
    for (at, then) in expected(&told, told.len()) {
        let chapter = told[at.0];
        if !failed.contains(&at) {
            let found = differences(&other, chapter, then);
            wrong.extend(found.iter().map(|what| format!("{what}\n    (told backwards)")));
        }
        let answers = [&fold, &other].map(|fold| {
            let named = fold.find_committees(&committee(chapter, then));
            named.iter().map(|one| fold.composition(one, on(then))).collect::<Vec<_>>()
        });
        if answers[0] != answers[1] {
            wrong.push(format!("{}, {}: another answer when told backwards", chapter.title, on(then)));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The expectations of the chapters told, each with its place; `known_then` ones only right after their own.
fn expected<'a>(told: &[&'a Chapter], last: usize) -> Vec<(Place, &'a Then)> {
    let mut all = Vec::new();
    for (n, chapter) in told.iter().enumerate() {
        for (at, then) in chapter.then.iter().enumerate() {
            if n == last || then.get("known_then") != Some(&Value::Bool(true)) {
                all.push(((n, at), then));
            }
        }
    }
    all
}

fn add(record: &mut Record, chapter: &Chapter) {
    record.decisions.extend(chapter.decision.iter().cloned());
    record.events.extend(chapter.events.iter().cloned());
}

fn chapters(text: &str) -> Vec<Chapter> {
    let story: Story = serde_json::from_str(text).unwrap();
    let mut founded: Vec<(String, String)> = Vec::new();
    let mut chapters = Vec::new();
    for (n, written) in story.chapters.into_iter().enumerate() {
        let mut events = Vec::new();
        for group in &written.organizations {
            founded.extend(group.names.iter().map(|name| (group.kind.clone(), name.clone())));
            events.extend(group.events());
        }
        if let Some(end) = &written.ends {
            let ended = founded.iter().filter(|(kind, _)| end.kinds.contains(kind));
            events.extend(ended.map(
                |(_, name)| json!({ "event": "end", "organization": name, "on": end.on, "citation": end.citation }),
            ));
        }
        events.extend(written.events);
        for (at, event) in events.iter_mut().enumerate() {
            // The same whatever the order of telling.
            event["id"] = format!("{n:02}-e{at:02}").into();
        }
        let read = read_events(&events).unwrap();
        assert!(read.unknown.is_empty(), "{}: {:?}", written.chapter, read.unknown);
        chapters.push(Chapter {
            decision: written.decision.map(|draft| Arc::new(decision(draft, n))),
            title: written.chapter,
            events: read.events,
            then: written.then,
        });
    }
    chapters
}

impl Group {
    fn events(&self) -> Vec<Value> {
        let found = |name: &String, post: Option<&String>| {
            json!({ "event": "found", "organization": name, "kind": self.kind, "parent": self.parent, "post": post,
                    "also": if post.is_none() { &self.also[..] } else { &[] }, "on": self.on })
        };
        let organizations = self.names.iter().map(|name| found(name, None));
        let posts = self.names.iter().filter_map(|name| Some(found(name, Some(self.post.as_ref()?))));
        organizations.chain(posts).collect()
    }
}

fn decision(draft: Value, chapter: usize) -> Decision {
    let draft: Draft = serde_json::from_value(draft).unwrap();
    assert!(draft.unknown.is_empty(), "{:?}", draft.unknown);
    let mut made = 0;
    let fresh = || {
        made += 1;
        Id(format!("{chapter:02}-d{made:02}"))
    };
    enact(&draft, fresh).unwrap()
}

fn on(then: &Then) -> Day {
    register::date::day(then["on"].as_str().unwrap()).unwrap()
}

/// The committee that is asked for: the one named, else the first that the chapter's paper names.
fn committee(chapter: &Chapter, then: &Then) -> String {
    let named = then.get("committee").map(|name| name.as_str().unwrap().to_owned());
    named.unwrap_or_else(|| chapter.decision.as_ref().expect("a committee").committees[0].clone())
}

/// What is otherwise than expected.
fn differences(fold: &Fold, chapter: &Chapter, then: &Then) -> Vec<String> {
    let (name, on) = (committee(chapter, then), on(then));
    let named = fold.find_committees(&name);
    let composition = named.first().map(|one| fold.composition(one, on));
    let mut wrong = Vec::new();
    for (key, expected) in then {
        if matches!(key.as_str(), "on" | "committee" | "why" | "known_then") {
            continue;
        }
        let is = match (key.as_str(), &composition) {
            ("found", _) => json!(named.len()),
            ("statuses", _) => statuses(fold, expected, on),
            (_, None) => json!("no such committee"),
            (key, Some(composition)) => match key {
                "name" => json!(composition.committee.name),
                "state" => json!(composition.state),
                "heads" => json!(composition.heads),
                "invited" => json!(composition.invited_heads),
                "flags" => json!(flags(&composition.flags)),
                "seats" | "has" => lines(&composition.seats),
                "sub_bodies" => {
                    let bodies = composition.sub_bodies.iter();
                    Value::Object(bodies.map(|body| (body.name.clone(), lines(&body.seats))).collect())
                }
                "agencies" => {
                    let agencies = composition.standing_agencies.iter();
                    let scoped = |scope: &Option<String>| scope.as_ref().map_or(String::new(), |s| format!(" – {s}"));
                    let lines =
                        agencies.map(|one| format!("{}{}{}", one.name, scoped(&one.scope), cited(&one.citation)));
                    json!(lines.collect::<Vec<_>>())
                }
                "duties" => json!(composition.duties.iter().map(|duty| &duty.duty).collect::<Vec<_>>()),
                "class" => classes(&composition.seats, expected),
                unknown => panic!("{}: no expectation is called {unknown}", chapter.title),
            },
        };
        if let Some(difference) = difference(expected, &is, key == "has") {
            wrong.push(format!("{}\n  {name}, {on}\n  {key}: {difference}", chapter.title));
        }
    }
    wrong
}

/// Lists are compared whatever their order; with `part` only what is missing counts.
fn difference(expected: &Value, is: &Value, part: bool) -> Option<String> {
    match (expected, is) {
        (Value::Array(expected), Value::Array(is)) => {
            let without = |all: &[Value], gone: &[Value]| {
                let mut rest = all.to_vec();
                for one in gone {
                    if let Some(at) = rest.iter().position(|other| other == one) {
                        rest.remove(at);
                    }
                }
                rest
            };
            let (missing, more) = (without(expected, is), without(is, expected));
            if missing.is_empty() && (part || more.is_empty()) {
                return None;
            }
            let list = |sign: &str, lines: &[Value]| {
                lines.iter().map(|line| format!("\n    {sign} {}", line.as_str().unwrap_or("?"))).collect::<String>()
            };
            Some(list("expected", &missing) + &list("is", &more))
        }
        (Value::Object(expected), Value::Object(is)) => {
            let keys: BTreeSet<&String> = expected.keys().chain(is.keys()).collect();
            let each = keys.into_iter().filter_map(|key| {
                let [expected, is] = [expected, is].map(|side| side.get(key).unwrap_or(&Value::Null));
                Some(format!("{key}: {}", difference(expected, is, part)?))
            });
            Some(each.collect::<Vec<_>>().join("; ")).filter(|text| !text.is_empty())
        }
        _ => (expected != is).then(|| format!("expected {expected}, is {is}")),
    }
}

/// Of each decision asked for ("NUMBER" or "NUMBER YEAR") its status, with all reasons where they are asked for.
fn statuses(fold: &Fold, expected: &Value, on: Day) -> Value {
    let answer = |(which, expected): (&String, &Value)| {
        let (number, year) = which.split_once(' ').unwrap_or((which, ""));
        let meant =
            |one: &Arc<Decision>| one.number == number && (year.is_empty() || one.issued_on.year().to_string() == year);
        let Some(at) = fold.decisions.iter().position(meant) else { return (which.clone(), json!("not recorded")) };
        let status = fold.status(at, on);
        if expected.is_string() {
            return (which.clone(), json!(word(&status.status)));
        }
        let because = status.because.iter().map(|reason| {
            format!("{} {} {}", word(&reason.relation), fold.decisions[reason.decision].number, reason.date)
        });
        (which.clone(), json!(std::iter::once(word(&status.status)).chain(because).collect::<Vec<_>>()))
    };
    Value::Object(expected.as_object().unwrap().iter().map(answer).collect())
}

/// Of each class seat asked for by its wording, the organizations whose posts it is.
fn classes(seats: &[SeatOn], expected: &Value) -> Value {
    let members = |wording: &String| {
        let seat = seats.iter().find(|seat| seat.kind == SeatKind::Class && seat.as_written == *wording);
        let organizations = seat.map(|seat| seat.holders.iter().map(|holder| holder.organization.clone()).collect());
        (wording.clone(), json!(organizations as Option<Vec<_>>))
    };
    Value::Object(expected.as_object().unwrap().keys().map(members).collect())
}

fn lines(seats: &[SeatOn]) -> Value {
    json!(seats.iter().map(line).collect::<Vec<_>>())
}

/// "Phó Trưởng ban: Quách Vĩnh Sơ, Giám đốc Sở Y tế (Điều 1, 215/QĐ-UBND) [vacant]".
fn line(seat: &SeatOn) -> String {
    let role = match (&seat.role, seat.invited) {
        (Some(role), false) => role.clone(),
        (Some(role), true) => format!("{role} (khách mời)"),
        (None, true) => "Khách mời".to_owned(),
        (None, false) => "Thành viên".to_owned(),
    };
    let flags: Vec<String> = flags(&seat.flags)
        .into_iter()
        .map(|flag| match &seat.successor {
            Some(successor) if flag == "successor_proposed" => format!("{flag}: {successor}"),
            _ => flag,
        })
        .collect();
    let flags = if flags.is_empty() { String::new() } else { format!(" [{}]", flags.join(", ")) };
    format!("{role}: {}{}{flags}", who(seat), cited(&seat.citation))
}

/// More posts of a class than these are only counted.
const NAMED_ONE_BY_ONE: usize = 8;

fn who(seat: &SeatOn) -> String {
    let nobody = seat.holders.iter().all(|holder| holder.person.is_none());
    let awaited = matches!(seat.kind, SeatKind::Portfolio | SeatKind::Nominated) && nobody;
    if seat.holders.is_empty() || awaited {
        return seat.as_written.clone();
    }
    if seat.holders.len() > NAMED_ONE_BY_ONE {
        return format!("{} × {}", seat.holders.len(), seat.as_written);
    }
    let mut holders: Vec<String> = Vec::new();
    for holder in &seat.holders {
        let post: Vec<&str> = [&holder.post, &holder.organization].into_iter().flatten().map(String::as_str).collect();
        let post = post.join(" ");
        holders.push(match (&holder.person, holder.capacity) {
            (None, _) => post,
            (Some(person), _) if matches!(seat.kind, SeatKind::Named | SeatKind::Nominated) => person.clone(),
            (Some(person), Some(Capacity::Acting)) => format!("{person}, quyền {post}"),
            (Some(person), Some(Capacity::InCharge)) => format!("{person}, phụ trách chức vụ {post}"),
            (Some(person), _) => format!("{person}, {post}"),
        });
    }
    holders.sort();
    holders.join("; ")
}

fn cited(citation: &Citation) -> String {
    let place = citation.place.as_ref().map_or(String::new(), |place| format!("{place}, "));
    format!(" ({place}{})", citation.decision)
}

fn flags(flags: &[Flag]) -> Vec<String> {
    let mut words: Vec<String> = flags.iter().map(word).collect();
    words.sort();
    words
}

/// Which of its variants a value is, by the key that says it.
fn tag(value: &impl Serialize, key: &str) -> String {
    serde_json::to_value(value).unwrap()[key].as_str().unwrap().to_owned()
}

/// A value of an enum as answers write it.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}
