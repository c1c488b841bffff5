//! Finding anything: committees, seats and whoever sits in them, decisions.

use register::composition::SeatOn;
use register::text::fold;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::types::{Hit, Hits, SearchRequest};

/// More than anybody reads.
const MOST: usize = 30;

/// Finds a text, with or without marks, as of a date: nothing later shows.
///
/// # Errors
/// None of its own.
pub fn search(desk: &mut Desk, request: SearchRequest) -> Result<Hits, Failure> {
    let wanted = fold(&request.text);
    if wanted.is_empty() {
        return Ok(Hits { hits: Vec::new() });
    }
    let mut hits = Vec::new();
    for committee in &desk.fold.committees {
        let composition = desk.fold.composition(committee, request.on);
        let name = &composition.committee.name;
        if committee.life.from.is_some_and(|from| from <= request.on) && fold(name).contains(&wanted) {
            hits.push(Hit {
                kind: "committee".to_owned(),
                title: name.clone(),
                detail: String::new(),
                committee: Some(committee.id.clone()),
                seat: None,
                decision: None,
            });
        }
        for seat in &composition.seats {
            hits.extend(found(seat, &wanted).map(|title| Hit {
                kind: "seat".to_owned(),
                title,
                detail: [seat.role.as_deref(), Some(name)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
                committee: Some(committee.id.clone()),
                seat: Some(seat.id.clone()),
                decision: None,
            }));
        }
    }
    for decision in desk.fold.decisions.iter().filter(|decision| decision.issued_on <= request.on) {
        let subject = decision.subject.clone().unwrap_or_default();
        if fold(&decision.number).contains(&wanted) || fold(&subject).contains(&wanted) {
            hits.push(Hit {
                kind: "decision".to_owned(),
                title: decision.number.clone(),
                detail: subject,
                committee: None,
                seat: None,
                decision: Some(decision.id.clone()),
            });
        }
    }
    // Seats that share one wording are found once.
    let mut seen = std::collections::BTreeSet::new();
    hits.retain(|hit| seen.insert((hit.title.clone(), hit.detail.clone(), hit.decision.clone())));
    hits.truncate(MOST);
    Ok(Hits { hits })
}

/// The holders of a seat that a text means, else the seat's own wording.
fn found(seat: &SeatOn, wanted: &str) -> impl Iterator<Item = String> {
    let mut titles: Vec<String> = Vec::new();
    for holder in &seat.holders {
        let post = [holder.post.as_deref(), holder.organization.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
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
