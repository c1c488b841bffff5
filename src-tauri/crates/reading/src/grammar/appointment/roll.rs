//! A list of people in a table: "Họ và tên | Chức vụ hiện nay | Chức vụ được bổ nhiệm".

use register::draft::EventKind;

use super::clause::{Found, Lead};
use super::post;
use super::verb::Verb;
use crate::grammar::outline::{Annex, Unit};
use crate::grammar::person;
use crate::grammar::sheet::{Said, sure};
use crate::line::Span;

/// Which column says what. Every other column is left alone: birth dates, salaries and phones are private.
#[derive(Clone, Copy, Default)]
struct Columns {
    name: Option<u32>,
    held: Option<u32>,
    comes: Option<u32>,
    leaves: Option<u32>,
}

impl Columns {
    fn of(row: &[(u32, Span<'_>)]) -> Option<Self> {
        let mut columns = Self::default();
        for (column, heading) in row {
            let post = heading.has_any(&["chức vụ", "chức danh", "đơn vị", "vị trí"]);
            if heading.has_any(&["họ và tên", "họ tên", "họ, tên"]) {
                columns.name = Some(*column);
            } else if post && heading.has_any(&["miễn nhiệm", "thôi giữ", "thôi"]) {
                columns.leaves = Some(*column);
            } else if post && heading.has_any(&["bổ nhiệm", "được", "mới", "điều động đến", "sau", "giữ", "phân công"])
            {
                columns.comes = Some(*column);
            } else if post && columns.held.is_none() {
                columns.held = Some(*column);
            }
        }
        columns.name?;
        (columns.comes.or(columns.leaves).or(columns.held)).map(|_| columns)
    }
}

/// The rows of an annex that its article points to.
pub fn annex<'a>(annex: &Annex<'a>, lead: &Lead<'a>) -> Vec<(Found<'a>, Option<Said<'a>>)> {
    let title = annex.title.iter().find(|line| line.starts_with("phụ lục") || line.starts_with("danh sách"));
    let place = title.map(|title| {
        let name = if title.starts_with("phụ lục") { "Phụ lục" } else { "Danh sách" };
        let words = title.words();
        let end = words.get(1).map_or(title.end, |word| word.end);
        Said::as_value(name, title.until(end), sure::GOOD)
    });
    rows(&annex.units, lead).into_iter().map(|found| (found, place.clone())).collect()
}

/// The events of the tables among these units.
pub fn rows<'a>(units: &[Unit<'a>], lead: &Lead<'a>) -> Vec<Found<'a>> {
    let mut columns: Option<Columns> = None;
    let mut found = Vec::new();
    let Some(kind) = lead.kind() else { return found };
    for unit in units {
        let Unit::Row(row) = unit else { continue };
        match (Columns::of(row), columns) {
            (Some(heads), _) => columns = Some(heads),
            (None, Some(known)) => found.extend(person_row(row, known, kind, lead)),
            (None, None) => {}
        }
    }
    found
}

fn person_row<'a>(row: &[(u32, Span<'a>)], columns: Columns, kind: EventKind, lead: &Lead<'a>) -> Vec<Found<'a>> {
    let cell = |column: Option<u32>| row.iter().find(|(at, _)| Some(*at) == column).map(|(_, span)| *span);
    let Some(words) = cell(columns.name) else { return Vec::new() };
    let titled = person::titles(words).rest;
    let named = person::person(words).name;
    // Under the heading of names any name is one, known family or not.
    let name = named.or_else(|| {
        let words = titled.words();
        let capital = words.iter().all(|word| word.chars().first().is_some_and(|c| c.is_uppercase()));
        (capital && (2..=6).contains(&words.len()))
            .then(|| Said::as_value(person::cased(titled.bare()), titled.bare(), sure::GOOD))
    });
    let Some(name) = name else { return Vec::new() };
    let events = |cell: Option<Span<'a>>, kind: EventKind| {
        let posts = cell.map(|cell| post::posts(cell.bare())).unwrap_or_default();
        posts
            .into_iter()
            .map(|post| Found {
                kind,
                person: name.clone(),
                title: Some(post.title),
                organization: post.organization,
                portfolio: None,
                in_charge: false,
                at: words,
            })
            .collect::<Vec<_>>()
    };
    let mut found = events(cell(columns.leaves), EventKind::Relieve);
    let moved = lead.verbs.contains(&Verb::Move) || kind == EventKind::Relieve;
    let held = cell(columns.held).filter(|cell| !post::is_rank(*cell));
    if columns.leaves.is_none() && moved && (columns.comes.is_some() || kind == EventKind::Relieve) {
        found.extend(events(held, EventKind::Relieve));
    }
    let comes = cell(columns.comes).or_else(|| held.filter(|_| columns.leaves.is_none() && columns.comes.is_none()));
    if kind != EventKind::Relieve {
        found.extend(events(comes, kind));
    }
    found
}
