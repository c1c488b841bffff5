//! Invented papers about who holds which post, and the events that must be read from each.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use reading::Reading;
use register::text::fold;
use serde_json::{Map, Value, json};

fn papers() -> Vec<(PathBuf, Reading)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/appointments");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).unwrap();
        let reading = match path.extension()?.to_str()? {
            "txt" => reading::read("paper.txt", &bytes),
            "xml" => reading::read("paper.docx", &support::body(&String::from_utf8(bytes).unwrap())),
            _ => return None,
        };
        Some((path, reading.unwrap()))
    };
    paths.into_iter().filter_map(read).collect()
}

fn wanted(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap()
}

/// What the golden answer has of an event: what is said, and its place.
fn said(event: &Value) -> Value {
    let mut keys: Map<String, Value> = event.as_object().unwrap().clone();
    let citation = keys.remove("citation").unwrap_or_default();
    keys.retain(|_, value| !value.is_null());
    if let Some(place) = citation.get("place").filter(|place| !place.is_null()) {
        keys.insert("place".to_owned(), place.clone());
    }
    Value::Object(keys)
}

fn events(reading: &Reading) -> Vec<Value> {
    reading.events.iter().map(|event| serde_json::to_value(event).unwrap()).collect()
}

#[test]
fn each_paper_says_its_events() {
    let papers = papers();
    assert!(papers.len() >= 14);
    for (path, reading) in papers {
        let wanted = wanted(&path);
        let got: Vec<Value> = events(&reading).iter().map(said).collect();
        assert_eq!(format!("{:#}", Value::Array(got)), format!("{:#}", wanted["events"]), "{}", path.display());
    }
}

#[test]
fn a_paper_on_posts_fills_no_committee_and_one_on_members_fills_its_own() {
    for (path, reading) in papers() {
        let wanted = wanted(&path);
        let [draft] = &reading.decisions[..] else { panic!("{}: one decision", path.display()) };
        let Some(head) = wanted.get("decision") else {
            // A letter names the committee that it sends somebody to, and seats nobody there.
            let said = json!([draft.number, draft.date, draft.act, draft.committees, draft.members]);
            assert_eq!(said, wanted["letter"], "{}", path.display());
            assert!(!draft.changes_membership && !reading.events.is_empty(), "{}", path.display());
            continue;
        };
        assert_eq!(json!([draft.number, draft.date, draft.act]), *head, "{}", path.display());
        let members: Vec<Value> =
            draft.members.iter().map(|member| json!([member.name, member.position, member.role])).collect();
        assert_eq!(json!(members), wanted.get("members").cloned().unwrap_or(json!([])), "{}", path.display());
        assert_eq!(json!(draft.list_scope), wanted.get("list_scope").cloned().unwrap_or_default());
        assert_eq!(draft.changes_membership, !members.is_empty(), "{}", path.display());
        if members.is_empty() && head[2] == "other" {
            assert_eq!((&draft.committees, &draft.leaves), (&vec![], &vec![]), "{}", path.display());
        }
        assert!(draft.issuer.is_some() && draft.title.is_some() && draft.signer.is_some(), "{}", path.display());
    }
}

#[test]
fn each_event_cites_its_paper_and_can_be_recorded() {
    for (path, reading) in papers() {
        let wanted = wanted(&path);
        let head = wanted.get("decision").or(wanted.get("letter")).unwrap();
        let written = events(&reading);
        for event in &written {
            assert_eq!(event["citation"]["decision"], head[0], "{}", path.display());
            assert_eq!(event["citation"]["date"], head[1], "{}", path.display());
        }
        let read = register::directory::read_events(&written).unwrap();
        assert_eq!(read.events.len(), written.len());
        assert_eq!(read.unknown, [], "{}", path.display());
    }
}

/// What is a stated normal form of its words.
const NORMAL_FORMS: [&str; 3] = ["on", "place", "date"];

#[test]
fn each_value_of_an_event_points_to_its_words() {
    for (path, reading) in papers() {
        for (n, event) in events(&reading).iter().enumerate() {
            let mut leaves = BTreeMap::new();
            for (key, value) in event.as_object().unwrap() {
                match value {
                    Value::Object(inner) => {
                        leaves.extend(inner.iter().map(|(name, value)| (format!("{key}.{name}"), value.clone())))
                    }
                    value => drop(leaves.insert(key.clone(), value.clone())),
                }
            }
            leaves.remove("event");
            for (key, value) in leaves.into_iter().filter(|(_, value)| !value.is_null()) {
                let field = format!("events.{n}.{key}");
                let words: Vec<String> = reading
                    .marks
                    .iter()
                    .filter(|mark| mark.field == field)
                    .map(|mark| {
                        let text = &reading.blocks[usize::try_from(mark.block).unwrap()].text;
                        let (start, end) = (usize::try_from(mark.start).unwrap(), usize::try_from(mark.end).unwrap());
                        assert!(start < end && end <= text.chars().count(), "{}: {field}", path.display());
                        text.chars().skip(start).take(end - start).collect()
                    })
                    .collect();
                assert!(!words.is_empty(), "{}: no mark for {field}", path.display());
                if !NORMAL_FORMS.contains(&key.rsplit('.').next().unwrap()) {
                    let letters =
                        |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
                    assert_eq!(
                        letters(&words.join(" ")),
                        letters(value.as_str().unwrap()),
                        "{}: {field}",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_private_is_read() {
    let private = ["1976", "012345678901", "1963", "7412365", "0912000111", "1979", "1980", "1985", "0,9"];
    for (path, reading) in papers() {
        let said = format!("{}{}", json!(reading.events), json!(reading.decisions));
        for word in private {
            assert!(!said.contains(word), "{}: {word}", path.display());
        }
    }
}
