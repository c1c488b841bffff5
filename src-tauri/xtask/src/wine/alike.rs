//! Whether two answers say the same. Ids, hashes and instants are made anew each time; they are numbered in the
//! order in which they first appear, so that what refers to what still shows.

use serde_json::Value;
use std::collections::HashMap;

/// What was settled so far, over all answers about one register.
pub struct Settled {
    folder: String,
    stroke: char,
    seen: HashMap<String, String>,
}

impl Settled {
    /// For a register in a folder, named as the program does, with its strokes between names.
    pub fn of(folder: &str, stroke: char) -> Self {
        Self { folder: folder.to_owned(), stroke, seen: HashMap::new() }
    }

    /// The answer with names for what is random, and without the folder.
    pub fn settle(&mut self, answer: &Value) -> Value {
        match answer {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(items) => Value::Array(items.iter().map(|item| self.settle(item)).collect()),
            Value::Object(fields) => {
                Value::Object(fields.iter().map(|(key, value)| (self.text(key), self.settle(value))).collect())
            }
            other => other.clone(),
        }
    }

    fn text(&mut self, text: &str) -> String {
        if text.contains(&self.folder) {
            return text.replace(&self.folder, "<folder>").replace(self.stroke, "/");
        }
        // The code of a paper: the minute up to which the record was known, and a piece of the register's hash, are of
        // each run; how many entries there are, and the date, must be alike.
        if let Some((said, minute, hash)) = code(text) {
            let (minute, hash) = (self.named("minute", minute), self.named("hash", hash));
            return format!("{said}{minute}-{hash}");
        }
        random(text).map_or_else(|| text.to_owned(), |kind| self.named(kind, text))
    }

    fn named(&mut self, kind: &str, text: &str) -> String {
        let next = self.seen.len() + 1;
        self.seen.entry(text.to_owned()).or_insert_with(|| format!("<{kind} {next}>")).clone()
    }
}

/// What kind of random text it is, if it is one: ids are UUIDs, hashes and keys are hex, instants are in UTC.
fn random(text: &str) -> Option<&'static str> {
    let hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    if parts == [8, 4, 4, 4, 12] && hex(&text.replace('-', "")) {
        return Some("id");
    }
    if text.len() >= 32 && hex(text) {
        return Some("hash");
    }
    let instant = text.len() >= 20 && text.as_bytes()[10] == b'T' && text.ends_with('Z');
    (instant && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:.TZ".contains(&byte))).then_some("instant")
}

/// Whether a word is the code of a paper.
pub fn is_code(word: &str) -> bool {
    code(word).is_some()
}

/// How many digits of a code say the date; the minute stands behind it.
const DAY: usize = 4;

/// "4-4MFM | 0WHFJN-8943A7D6": how many entries and the date, the minute, and the piece of the hash.
fn code(text: &str) -> Option<(&str, &str, &str)> {
    let (said, hash) = text.rsplit_once('-')?;
    let (entries, day) = said.split_once('-')?;
    let number = !entries.is_empty() && entries.bytes().all(|byte| byte.is_ascii_digit());
    let capitals = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let fits = number && day.len() == 10 && hash.len() == 8 && capitals(day) && capitals(hash);
    let (said, minute) = said.split_at_checked(entries.len() + 1 + DAY)?;
    fits.then_some((said, minute, hash))
}

/// The first place where two answers differ.
pub fn difference(one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        (Value::Array(these), Value::Array(those)) if these.len() == those.len() => {
            let pairs = these.iter().zip(those).enumerate();
            pairs.into_iter().find_map(|(n, (this, that))| difference(this, that).map(|place| format!("[{n}]{place}")))
        }
        (Value::Object(these), Value::Object(those)) if these.keys().eq(those.keys()) => {
            these.iter().find_map(|(key, this)| {
                those.get(key).and_then(|that| difference(this, that)).map(|place| format!(".{key}{place}"))
            })
        }
        _ => (one != other).then(|| format!(" is {one} and not {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ONE: &str = "019ab4b2-7c00-7000-8000-000000000001";
    const OTHER: &str = "019ab4b2-7c00-7000-8000-00000000abcd";

    #[test]
    fn what_is_random_is_settled_and_nothing_else() {
        let hash = "ab".repeat(32);
        let linux = json!({"path": "/tmp/x/sổ.kientoan", "id": ONE, "of": [ONE], "at": "2026-11-25T08:00:00Z", "n": 59, "hash": hash});
        let windows = json!({"path": r"C:\x\sổ.kientoan", "id": OTHER, "of": [OTHER], "at": "2026-11-25T08:00:01.5Z", "n": 59,
            "hash": "cd".repeat(32)});
        let linux = Settled::of("/tmp/x", '/').settle(&linux);
        let windows = Settled::of(r"C:\x", '\\').settle(&windows);
        assert_eq!(difference(&linux, &windows), None);
        assert_eq!(linux["path"], "<folder>/sổ.kientoan");
        let day = Settled::of("/tmp/x", '/').settle(&json!("2016-04-21"));
        assert_eq!(day, "2016-04-21");
        let code = |text: &str| Settled::of("/tmp/x", '/').settle(&json!(text));
        assert_eq!(code("4-4MFM0WHFJN-8943A7D6"), code("4-4MFM0WHFJN-8006C1FF"));
        assert_eq!(code("4-4MFM0WHFJN-8943A7D6"), code("4-4MFM0WHFPV-8006C1FF"));
        assert_ne!(code("4-4MFM0WHFJN-8943A7D6"), code("5-4MFM0WHFJN-8943A7D6"));
        assert_ne!(code("4-4MFM0WHFJN-8943A7D6"), code("4-4MFN0WHFJN-8943A7D6"));
    }

    #[test]
    fn a_reference_to_something_else_is_a_difference() {
        let one = Settled::of("/x", '/').settle(&json!({"ids": [ONE, OTHER], "of": ONE}));
        let other = Settled::of("/x", '/').settle(&json!({"ids": [ONE, OTHER], "of": OTHER}));
        assert!(difference(&one, &other).is_some_and(|place| place.starts_with(".of")));
        assert!(difference(&json!({"a": 1}), &json!({"a": 1, "b": null})).is_some());
    }
}
