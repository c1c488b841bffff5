//! One paper: what was read, held against its gold.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::fold::{close, same};
use crate::seats::{self, Seats};

/// Fields with one value. Of those marked, every letter counts.
pub const FIELDS: [(&str, bool); 11] = [
    ("number", true),
    ("date", true),
    ("place", false),
    ("issuer", false),
    ("title", false),
    ("act", true),
    ("committee", false),
    ("effective", true),
    ("signer.form", true),
    ("signer.title", false),
    ("signer.name", false),
];

/// Fields that are compared as they are.
pub const PLAIN: [&str; 2] = ["source", "changes_membership"];

/// Fields with any number of values.
pub const LISTS: [&str; 7] = ["standing_agencies", "replaces", "amends", "repeals", "bases", "dissolves", "leaves"];

/// What became of a field with one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    /// The gold has a value, the answer none.
    Missing,
    /// The answer has a value, the gold none.
    Invented,
}

/// What became of the values of a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Values {
    pub right: usize,
    pub missed: usize,
    pub extra: usize,
}

/// A paper, scored.
#[derive(Debug)]
pub struct Scored {
    pub name: String,
    pub layout: &'static str,
    pub fields: BTreeMap<&'static str, Verdict>,
    pub lists: BTreeMap<&'static str, Values>,
    pub seats: Seats,
    /// Only of a paper that seats nobody: whether the answer seats nobody either.
    pub held: Option<bool>,
    /// Everything that is wrong, a line each.
    pub wrong: Vec<String>,
    /// The code of the error, where there was no answer.
    pub failed: Option<String>,
}

/// Scores the decisions that were read from the file of this name.
pub fn score(name: &str, gold: &Value, answer: Result<&[Value], String>) -> Scored {
    let failed = answer.as_ref().err().cloned();
    let read = chosen(gold, answer.unwrap_or_default());
    let mut wrong: Vec<String> = failed.iter().map(|code| format!("not read: {code}")).collect();
    let fields = fields(gold, &read, &mut wrong);
    let lists = lists(gold, &read, &mut wrong);
    let mut seats = seats::compare(gold, &read, &mut wrong);
    if let Some(Value::Object(places)) = gold.get("articles") {
        for (key, place) in places {
            let Some(place) = place.as_str().filter(|place| !place.is_empty()) else { continue };
            let cited = seats::cites(text(&read["articles"], key), place);
            seats.citable += 1;
            seats.cited += usize::from(cited);
        }
    }
    let held = (seats.gold == 0).then_some(seats.read == 0 && failed.is_none());
    Scored { name: name.to_owned(), layout: layout(gold), fields, lists, seats, held, wrong, failed }
}

/// The decision with the number of the gold, or the first one: a file may hold others as well.
fn chosen(gold: &Value, decisions: &[Value]) -> Value {
    let number = text(gold, "number");
    let found = decisions.iter().find(|decision| same(text(decision, "number"), number));
    found.or_else(|| decisions.first()).cloned().unwrap_or_default()
}

fn fields(gold: &Value, read: &Value, wrong: &mut Vec<String>) -> BTreeMap<&'static str, Verdict> {
    let mut verdicts = BTreeMap::new();
    for (field, exact) in FIELDS {
        // What the gold says nothing about is not scored.
        if gold.get(field.split('.').next().unwrap_or(field)).is_none() {
            continue;
        }
        let (wanted, got) = (value(gold, field), value(read, field));
        let (g, f) = (wanted.as_deref(), got.as_deref());
        let verdict = match (if exact { same(g, f) } else { close(g, f) }, g, f) {
            (true, ..) => Verdict::Right,
            (_, _, None) => Verdict::Missing,
            (_, None, _) => Verdict::Invented,
            _ => Verdict::Wrong,
        };
        if verdict != Verdict::Right {
            wrong.push(format!("{field}: {} for {}", f.unwrap_or("nothing"), g.unwrap_or("nothing")));
        }
        verdicts.insert(field, verdict);
    }
    for field in PLAIN {
        let Some(wanted) = gold.get(field) else { continue };
        let verdict = match read.get(field) {
            Some(got) if got == wanted => Verdict::Right,
            None | Some(Value::Null) => Verdict::Missing,
            Some(_) => Verdict::Wrong,
        };
        if verdict != Verdict::Right {
            wrong.push(format!("{field}: {} for {wanted}", &read[field]));
        }
        verdicts.insert(field, verdict);
    }
    verdicts
}

fn lists(gold: &Value, read: &Value, wrong: &mut Vec<String>) -> BTreeMap<&'static str, Values> {
    let mut scores = BTreeMap::new();
    for list in LISTS {
        if gold.get(list).is_none() {
            continue;
        }
        let mut left = names(read, list);
        let mut values = Values::default();
        for item in names(gold, list) {
            if let Some(place) = left.iter().position(|other| close(Some(other), Some(item))) {
                left.remove(place);
                values.right += 1;
            } else {
                values.missed += 1;
                wrong.push(format!("{list}: missed {item}"));
            }
        }
        values.extra = left.len();
        wrong.extend(left.iter().map(|item| format!("{list}: extra {item}")));
        scores.insert(list, values);
    }
    scores
}

/// How the paper is laid out, by what its gold says.
fn layout(gold: &Value) -> &'static str {
    let seats = seats::all(gold);
    match (text(gold, "source"), seats.first()) {
        (_, None) => "seats nobody",
        (Some("news"), _) => "news",
        (Some("annex" | "list"), _) => "list alone",
        _ if text(gold, "act") == Some("amend") => "change in part",
        (_, Some(seat)) if text(seat, "article").is_some_and(|place| place.starts_with("Điều")) => {
            "list in the articles"
        }
        _ => "list in an annex",
    }
}

fn value(paper: &Value, field: &str) -> Option<String> {
    if field == "committee" && text(paper, field).is_none() {
        let all: Vec<&str> = items(paper, "committees").filter_map(Value::as_str).collect();
        return (!all.is_empty()).then(|| all.join("; "));
    }
    let found = field.split('.').try_fold(paper, |inner, key| inner.get(key))?;
    found.as_str().map(str::to_owned)
}

/// The values of a list; some are objects with a name or a number.
fn names<'a>(paper: &'a Value, list: &str) -> Vec<&'a str> {
    items(paper, list)
        .filter_map(|item| item.as_str().or_else(|| text(item, "name")).or_else(|| text(item, "number")))
        .collect()
}

/// The text under the key, if there is one.
pub fn text<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str)
}

/// The elements of the array under the key; none where there is no such array.
pub fn items<'a>(object: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    object.get(key).and_then(Value::as_array).into_iter().flatten()
}
