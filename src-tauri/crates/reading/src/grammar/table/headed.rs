//! The rows of a table by the headings above them, and two people side by side as two rows.

use super::{Row, says};
use crate::grammar::label;
use crate::lexicon::headings;

/// The rows of a table with two people in each, under the same headings twice, as rows of one.
pub fn two_a_row<'a>(rows: &[Row<'a>]) -> Option<Vec<Row<'a>>> {
    let head = rows.first().filter(|head| head.len() >= 4 && head.len() % 2 == 0)?;
    let (left, right) = head.split_at(head.len() / 2);
    let twice = left.iter().zip(right).all(|((_, one), (_, other))| one.key() == other.key());
    let first = right
        .first()
        .filter(|_| {
            twice
                && headings::heads(
                    left.iter().map(|(_, cell)| cell.text()).collect::<Vec<_>>().iter().map(String::as_str),
                )
        })?
        .0;
    let mut all: Vec<Row<'a>> = vec![left.to_vec()];
    for row in &rows[1..] {
        let (here, there): (Row<'a>, Row<'a>) = row.iter().partition(|(at, _)| *at < first);
        all.push(here);
        all.push(there.into_iter().map(|(at, cell)| (at - first, cell)).collect());
    }
    all.retain(|row| row.iter().any(|(_, cell)| !cell.is_empty()));
    Some(all)
}

/// The rows without the numbers that stand in one cell with the names: "1. Ông A". Nothing where most cells have none.
pub fn without_numbers<'a>(rows: &[Row<'a>]) -> Option<Vec<Row<'a>>> {
    let behind = |row: &Row<'a>| {
        let (_, cell) = row.first().filter(|_| row.len() >= 2)?;
        let (label, rest) = label::label(*cell);
        let number = label?.chars().first().is_some_and(char::is_ascii_digit);
        (number && rest.word_count() >= 2).then_some(rest)
    };
    let numbered = rows.iter().filter(|row| behind(row).is_some()).count();
    (numbered >= 2 && numbered * 3 > rows.len() * 2).then(|| {
        let rest = |row: &Row<'a>| {
            let mut row = row.clone();
            if let (Some(rest), Some((_, cell))) = (behind(&row), row.first_mut()) {
                *cell = rest;
            }
            row
        };
        rows.iter().map(rest).collect()
    })
}

/// A heading, of one row or two, and the rows below it.
pub struct Part<'r, 'a> {
    pub head: &'r [Row<'a>],
    pub body: &'r [Row<'a>],
}

/// The parts of a table.
pub fn parts<'r, 'a>(rows: &'r [Row<'a>]) -> Vec<Part<'r, 'a>> {
    let heads = |row: &Row<'_>| {
        let cells: Vec<String> =
            row.iter().filter(|(_, cell)| cell.word_count() <= 12).map(|(_, cell)| cell.text()).collect();
        cells.len() >= 2 && headings::heads(cells.iter().map(String::as_str))
    };
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if !heads(row) {
            continue;
        }
        match starts.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => starts.push((at, at + 1)),
        }
    }
    // A row above them that heads several columns at once: "TT | Thành viên | Nhiệm vụ".
    for n in 0..starts.len() {
        let (start, least) = (starts[n].0, n.checked_sub(1).map_or(0, |before| starts[before].1));
        let heading = |row: &Row<'_>| {
            let said = row.iter().filter(|(_, cell)| says(*cell));
            row.len() >= 2
                && said.clone().count() >= 2
                && said.clone().all(|(_, cell)| headings::heading(&cell.text()).is_some())
        };
        if start > least && heading(&rows[start - 1]) {
            starts[n].0 = start - 1;
        }
    }
    let mut parts = Vec::new();
    let first = starts.first().map_or(rows.len(), |(start, _)| *start);
    if first > 0 {
        parts.push(Part { head: &[], body: &rows[..first] });
    }
    for (n, (start, end)) in starts.iter().enumerate() {
        let next = starts.get(n + 1).map_or(rows.len(), |(next, _)| *next);
        parts.push(Part { head: &rows[*start..*end], body: &rows[*end..next] });
    }
    parts
}
