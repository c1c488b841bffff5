//! The timeline as it is drawn.

use std::path::{Path, PathBuf};

use diagram::timeline::pages::{Captions, Room, pages, sheet};
use diagram::timeline::{self, Drawing, Scope};
use register::Fold;
use register::composition::{Body, Committee, Relation};

use super::directory::history;
use crate::desk::{Desk, body, today};
use crate::failure::Failure;
use crate::saving::save;
use crate::types::{
    HistoryRequest, LanesOf, SaveTimeline, SavedDrawing, SheetSize, TimelineDrawingAnswer, TimelineDrawingRequest,
};

/// The timeline of the whole register, of one committee or body, of the committees of one office, or of a person.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub fn timeline_drawing(desk: &mut Desk, request: TimelineDrawingRequest) -> Result<TimelineDrawingAnswer, Failure> {
    let drawing = drawn(desk, &request)?;
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    Ok(TimelineDrawingAnswer { drawing, offices: offices(&fold) })
}

/// The timeline as SVG: on one sheet, or on pages that can be laid side by side.
///
/// # Errors
/// As [`timeline_drawing`], or a file that cannot be written.
pub fn save_timeline(desk: &mut Desk, request: SaveTimeline) -> Result<SavedDrawing, Failure> {
    let drawing = drawn(desk, &request.timeline)?;
    let said = request.captions;
    let relation = |wanted: Relation| {
        let known = said.relations.iter().find(|(relation, _)| *relation == wanted);
        known.map_or_else(String::new, |(_, words)| words.clone())
    };
    let numbered = |at: usize, of: usize| said.page.replace("{at}", &at.to_string()).replace("{of}", &of.to_string());
    let captions = Captions {
        title: said.title,
        as_of: said.as_of,
        elsewhere: said.elsewhere,
        unknown: said.unknown,
        empty: said.empty,
        nobody_known: said.nobody_known,
        continued: said.continued,
        relation: &relation,
        page: &numbered,
    };
    let inks = match request.sheet {
        SheetSize::Whole => vec![sheet(&drawing, request.on, WHOLE, &captions)],
        SheetSize::A4 => pages(&drawing, request.on, Room::A4, &captions),
        SheetSize::A3 => pages(&drawing, request.on, Room::A3, &captions),
    };
    let path = Path::new(&request.path);
    for (at, ink) in inks.iter().enumerate() {
        let own = if inks.len() == 1 { path.to_path_buf() } else { numbered_path(path, at + 1) };
        save(&own, diagram::svg(ink).as_bytes())?;
    }
    Ok(SavedDrawing { path: request.path, pages: u32::try_from(inks.len()).unwrap_or(u32::MAX) })
}

/// As wide as a large screen.
const WHOLE: i32 = 1600 * diagram::PX;

/// A page of several: its number before the ending.
fn numbered_path(path: &Path, at: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(match path.extension() {
        Some(ending) => format!("{stem}-{at}.{}", ending.to_string_lossy()),
        None => format!("{stem}-{at}"),
    })
}

fn drawn(desk: &mut Desk, request: &TimelineDrawingRequest) -> Result<Drawing, Failure> {
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
