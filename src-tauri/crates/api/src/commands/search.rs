//! Finding anything: committees, people, seats and whoever sits in them, organizations and posts, decisions.

use std::collections::BTreeSet;

use register::Id;
use register::composition::SeatOn;
use register::directory::PersonKey;
use register::text::fold;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::types::{Hit, Hits, SearchRequest};

/// More than anybody reads.
const MOST: usize = 30;
/// Lines that are looked at before those of one thing are put together.
const LINES: usize = 600;
/// What is found, in the order in which people look for it.
const ORDER: [&str; 6] = ["committee", "person", "seat", "organization", "post", "decision"];

/// Finds a text, with or without marks, as of a date: nothing later shows.
///
/// # Errors
/// None of its own.
pub fn search(desk: &mut Desk, request: SearchRequest) -> Result<Hits, Failure> {
    let wanted = fold(&request.text);
    if wanted.is_empty() {
        return Ok(Hits { hits: Vec::new() });
    }
    let lines = desk.store.search(&wanted, request.on, LINES)?.unwrap_or_default();
    let mut hits: Vec<Hit> = lines.into_iter().map(hit).collect();
    for committee in &desk.fold.committees {
        let composition = desk.fold.composition(committee, request.on);
        let name = &composition.committee.name;
        for seat in &composition.seats {
            hits.extend(found(seat, &wanted).map(|title| Hit {
                kind: "seat".to_owned(),
                title,
                detail: [seat.role.as_deref(), Some(name)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
                committee: Some(committee.id.clone()),
                seat: Some(seat.id.clone()),
                ..Hit::default()
            }));
        }
    }
    // One person is one hit however many seats there were; so are seats that share one wording.
    let mut seen = BTreeSet::new();
    hits.retain(|hit| match &hit.person {
        Some(person) => seen.insert((person.clone(), String::new(), None)),
        None => seen.insert((hit.title.clone(), hit.detail.clone(), hit.decision.clone())),
    });
    // Whose name begins with what was typed comes first.
    let place = |hit: &Hit| ORDER.iter().position(|kind| *kind == hit.kind);
    hits.sort_by_cached_key(|hit| (place(hit), !fold(&hit.title).starts_with(&wanted)));
    let each = MOST / 3;
    let mut taken = std::collections::BTreeMap::<String, usize>::new();
    let total = hits.len();
    hits.retain(|hit| {
        let count = taken.entry(hit.kind.clone()).or_default();
        *count += 1;
        total <= MOST || *count <= each
    });
    hits.truncate(MOST);
    Ok(Hits { hits })
}

fn hit(line: store::Found) -> Hit {
    let of = |kind: &str| (line.kind == kind).then(|| Id(line.thing.clone()));
    let key = PersonKey::from_row(line.thing.clone());
    let person = (line.kind == "person").then(|| key.id().map_or_else(|| line.title.clone(), |id| id.to_string()));
    Hit {
        committee: of("committee"),
        decision: of("decision"),
        organization: of("organization"),
        post: of("post"),
        person,
        seat: None,
        kind: line.kind,
        title: line.title,
        detail: line.detail,
    }
}

/// The holders of a seat that a text means, else the seat's own wording.
fn found(seat: &SeatOn, wanted: &str) -> impl Iterator<Item = String> {
    let mut titles: Vec<String> = Vec::new();
    for holder in &seat.holders {
        let post = holder.in_words().unwrap_or_default();
        let title = match &holder.person {
            Some(person) => format!("{person}, {post}"),
            None => post,
        };
        if fold(&title).contains(wanted) {
            titles.push(title);
        }
    }
    if titles.is_empty() && fold(&seat.as_written).contains(wanted) {
        titles.push(seat.as_written.clone());
    }
    titles.into_iter()
}
