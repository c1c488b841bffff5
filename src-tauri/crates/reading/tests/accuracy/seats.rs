//! Which seat of the answer is which of the gold, and how much of it is right.

use serde_json::Value;

use crate::fold::{close, fold, same};
use crate::score::{items, text};

/// The seats of a paper, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seats {
    pub gold: usize,
    pub read: usize,
    /// Read for the right person or post.
    pub found: usize,
    /// Found, with the right post, role, kind and "invited" as well.
    pub right: usize,
    /// Seats of the gold that were found and name a place in the paper; then those cited rightly.
    pub citable: usize,
    pub cited: usize,
}

/// All seats of a paper, those of its sub-bodies too.
pub fn all(paper: &Value) -> Vec<&Value> {
    items(paper, "members").chain(items(paper, "sub_bodies").flat_map(|body| items(body, "members"))).collect()
}

/// Counts the seats, and says what is wrong with them.
pub fn compare(gold: &Value, answer: &Value, wrong: &mut Vec<String>) -> Seats {
    let (gold, mut free) = (all(gold), all(answer));
    let mut seats = Seats { gold: gold.len(), read: free.len(), ..Seats::default() };
    for seat in gold {
        let same_who = |other: &&Value| who_matches(seat, other);
        let same_role = |other: &&Value| close(text(other, "role"), text(seat, "role"));
        let place = free.iter().position(|other| same_who(other) && same_role(other));
        let Some(place) = place.or_else(|| free.iter().position(same_who)) else {
            let parts = post_by_post(seat, &free);
            if !parts.is_empty() {
                free = (0..).zip(free).filter(|(at, _)| !parts.contains(at)).map(|(_, read)| read).collect();
                seats.read -= parts.len() - 1;
                seats.found += 1;
                seats.right += 1;
                continue;
            }
            wrong.push(format!("seat missed: {}", who(seat)));
            continue;
        };
        let read = free.remove(place);
        seats.found += 1;
        if wholly_right(seat, read) {
            seats.right += 1;
        } else {
            wrong.push(format!("seat half right: {} for {}", in_short(read), in_short(seat)));
        }
        if let Some(article) = text(seat, "article").filter(|article| !article.is_empty()) {
            seats.citable += 1;
            seats.cited += usize::from(cites(text(read, "article"), article));
        }
    }
    wrong.extend(free.iter().map(|seat| format!("seat extra: {}", who(seat))));
    seats
}

/// A class that the gold gives as one seat with its `bodies` may be read as one seat for each of them: where they are, if
/// four of five are there.
fn post_by_post(gold: &Value, free: &[&Value]) -> Vec<usize> {
    let bodies: Vec<String> = items(gold, "bodies").filter_map(Value::as_str).map(fold).collect();
    let of_one = |read: &Value| {
        let position = fold(text(read, "position").unwrap_or_default());
        bodies.iter().any(|body| !body.is_empty() && position.contains(body.as_str()))
    };
    let parts: Vec<usize> = (0..).zip(free).filter(|(_, read)| of_one(read)).map(|(at, _)| at).collect();
    if parts.len() * 5 >= bodies.len() * 4 { parts } else { Vec::new() }
}

/// The same place or a finer one inside it; of several places in the gold any will do.
pub fn cites(answer: Option<&str>, gold: &str) -> bool {
    let answer = format!("{} ", answer.map(fold).unwrap_or_default());
    gold.split("; ").any(|place| answer.starts_with(&format!("{} ", fold(place))))
}

fn who_matches(gold: &Value, read: &Value) -> bool {
    let name = |seat| text(seat, "name").filter(|name| !name.is_empty());
    match (name(gold), name(read)) {
        (Some(_), _) => same(name(gold), name(read)),
        (None, Some(_)) => false,
        (None, None) => close(text(gold, "position"), text(read, "position")),
    }
}

fn wholly_right(gold: &Value, read: &Value) -> bool {
    let invited = |seat: &Value| seat.get("invited").and_then(Value::as_bool).unwrap_or(false);
    let position = text(gold, "position");
    let kind = text(gold, "seat_kind");
    close(text(gold, "role"), text(read, "role"))
        && (position.is_none() || close(position, text(read, "position")))
        && (kind.is_none() || kind == text(read, "seat_kind"))
        && invited(gold) == invited(read)
}

fn who(seat: &Value) -> &str {
    text(seat, "name").or_else(|| text(seat, "position")).unwrap_or("nobody")
}

fn in_short(seat: &Value) -> String {
    let words = |key| text(seat, key).unwrap_or("–");
    format!("{} ({}, {}, {})", who(seat), words("role"), words("position"), words("seat_kind"))
}
