//! One paper in two files: what one lacks is taken from the other, what differs is said.

use register::text::key;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::reading::{Mark, Reading, Warning};

/// What follows from other fields, or is of a file and not of the paper: never held against each other.
const DERIVED: [&str; 10] = [
    "source",
    "changes_membership",
    "list_scope",
    "reconstructed",
    "committee",
    "n",
    "words",
    "as_written",
    "articles",
    "article",
];

/// Takes into the first draft of `base` and its events what only `copy` has, with its marks, and warns of what differs.
/// `only` narrows it to some fields of the draft.
pub fn merge(base: &mut Reading, copy: &Reading, only: &[&str]) {
    let (Some(draft), Some(other)) = (base.decisions.first(), copy.decisions.first()) else { return };
    let mut outcome = Outcome::default();
    let lists = only.is_empty() || only.contains(&"members");
    let changes = draft.changes_membership || (lists && other.changes_membership);
    let listless = draft.members.is_empty();
    if let Some(mut merged) = outcome.merged(draft, other, "", only) {
        merged.changes_membership = changes;
        base.decisions[0] = merged;
    }
    if only.is_empty()
        && let Some(events) = outcome.merged(&base.events, &copy.events, "events", &[])
    {
        base.events = events;
    }
    let listed = listless && outcome.taken.iter().any(|path| path == "members");
    for path in &outcome.taken {
        let below = format!("{path}.");
        let of = |mark: &&Mark| mark.field == *path || mark.field.starts_with(&below);
        base.marks.extend(copy.marks.iter().filter(of).cloned());
        base.warnings.retain(|warning| warning.code != format!("{path}_blank"));
    }
    if listed {
        // What was not sure about the list comes with it.
        let blank = |warning: &&Warning| !warning.code.ends_with("_blank");
        base.warnings.extend(copy.warnings.iter().filter(blank).cloned());
    }
    for (path, ours, theirs) in outcome.differ {
        let at = copy.marks.iter().find(|mark| mark.field == path).map(|mark| mark.block);
        base.warnings.push(Warning::new("files_differ", at, format!("{path}: {ours}; {theirs}")));
    }
}

#[derive(Default)]
struct Outcome {
    /// The paths of what only the other had.
    taken: Vec<String>,
    /// The paths of what differs, with both values.
    differ: Vec<(String, String, String)>,
}

impl Outcome {
    fn merged<T: Serialize + DeserializeOwned>(
        &mut self,
        ours: &T,
        theirs: &T,
        path: &str,
        only: &[&str],
    ) -> Option<T> {
        let mut value = serde_json::to_value(ours).ok()?;
        let mut other = serde_json::to_value(theirs).ok()?;
        if let Some(fields) = other.as_object_mut().filter(|_| !only.is_empty()) {
            fields.retain(|name, _| only.contains(&name.as_str()));
        }
        self.take(&mut value, &other, path);
        serde_json::from_value(value).ok()
    }

    fn take(&mut self, ours: &mut Value, theirs: &Value, path: &str) {
        if is_empty(theirs) {
            return;
        }
        if is_empty(ours) {
            ours.clone_from(theirs);
            self.taken.push(path.to_owned());
            return;
        }
        let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        if let Some((ours, theirs)) = number(ours).zip(number(theirs)) {
            return self.compare(&ours, &theirs, path);
        }
        match (ours, theirs) {
            (Value::Object(ours), Value::Object(theirs)) => {
                for (name, theirs) in theirs {
                    let ours = ours.entry(name.clone()).or_insert(Value::Null);
                    if is_empty(ours) || !DERIVED.contains(&name.as_str()) {
                        self.take(ours, theirs, &join(name));
                    }
                }
            }
            (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
                for (n, (ours, theirs)) in ours.iter_mut().zip(theirs).enumerate() {
                    self.take(ours, theirs, &join(&n.to_string()));
                }
            }
            (Value::Array(ours), Value::Array(theirs)) => {
                self.differ.push((path.to_owned(), ours.len().to_string(), theirs.len().to_string()));
            }
            (Value::String(ours), Value::String(theirs)) => self.compare(ours, theirs, path),
            _ => {}
        }
    }

    fn compare(&mut self, ours: &str, theirs: &str, path: &str) {
        if key(ours) != key(theirs) {
            self.differ.push((path.to_owned(), ours.to_owned(), theirs.to_owned()));
        }
    }
}

/// The number of a reference to a decision, whichever way it is written.
fn number(value: &Value) -> Option<String> {
    match value {
        Value::String(number) => Some(number.clone()),
        Value::Object(fields)
            if fields.contains_key("number") && fields.contains_key("issuer") && fields.len() == 3 =>
        {
            fields.get("number").and_then(Value::as_str).map(str::to_owned)
        }
        _ => None,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}
