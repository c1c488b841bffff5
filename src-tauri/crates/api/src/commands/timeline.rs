//! The timeline as it is drawn.

use diagram::timeline::{self, Drawing, Scope};
use register::Fold;
use register::composition::{Body, Committee};

use super::directory::history;
use crate::desk::{Desk, body, today};
use crate::failure::Failure;
use crate::types::{HistoryRequest, LanesOf, TimelineDrawingAnswer, TimelineDrawingRequest};

/// The timeline of the whole register, of one committee or body, of the committees of one office, or of a person.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub fn timeline_drawing(desk: &mut Desk, request: TimelineDrawingRequest) -> Result<TimelineDrawingAnswer, Failure> {
    let drawing = drawn(desk, &request)?;
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    Ok(TimelineDrawingAnswer { drawing, offices: offices(&fold) })
}

/// The timeline that a request asks for.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub(crate) fn drawn(desk: &mut Desk, request: &TimelineDrawingRequest) -> Result<Drawing, Failure> {
    let known_on = request.known_on.clone();
    let history = match &request.person {
        Some(person) => Some(history(desk, HistoryRequest { person: person.clone(), on: None, known_on })?),
        None => None,
    };
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    Ok(match history {
        Some(history) => timeline::person(&fold, &history, today()),
        None => draw(&fold, &scope(&fold, request)?, request.lanes),
    })
}

fn draw(fold: &Fold, scope: &Scope<'_>, lanes: LanesOf) -> Drawing {
    match lanes {
        LanesOf::Decisions => timeline::decisions(&scope.timeline(fold), today()),
        LanesOf::Committees => timeline::committees(fold, scope, today()),
        LanesOf::Seats => timeline::seats(fold, scope, today()),
        LanesOf::People => timeline::people(fold, scope, today()),
    }
}

fn scope<'a>(fold: &'a Fold, request: &TimelineDrawingRequest) -> Result<Scope<'a>, Failure> {
    if let Some(wanted) = &request.committee {
        return Ok(Scope::Bodies(vec![body(fold, wanted)?]));
    }
    let Some(wanted) = &request.office else { return Ok(Scope::Register) };
    let key = register::decision::office(wanted);
    let own: Vec<Body<'_>> =
        fold.committees.iter().filter(|committee| committee.office == key).map(Body::Committee).collect();
    if own.is_empty() { Err(Failure::not_found("office", wanted)) } else { Ok(Scope::Bodies(own)) }
}

/// Each office once, as the first decision on the first of its committees writes it.
fn offices(fold: &Fold) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let first = fold.committees.iter().filter(|committee| seen.insert(&committee.office));
    let issuer = |committee: &Committee| Some(fold.decisions[*committee.decisions.first()?].issuer.clone());
    first.filter_map(issuer).collect()
}
