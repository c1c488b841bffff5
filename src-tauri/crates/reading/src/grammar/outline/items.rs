//! Lines and rows as the items of an article or annex.

use super::Unit;
use crate::grammar::label::label;
use crate::grammar::person;
use crate::line::{Line, Span};

/// Adds a line: as items, or as a cell of the row that is being read.
pub(super) fn push_unit<'a>(units: &mut Vec<Unit<'a>>, line: &'a Line) {
    let Some(cell) = line.cell else {
        units.extend(items(line.all()).into_iter().map(|(label, body)| Unit::Text { label, body }));
        return;
    };
    let same = |row: &[(u32, Span<'_>)]| {
        row.first()
            .and_then(|(_, span)| span.line.cell)
            .is_some_and(|first| first.table == cell.table && first.row == cell.row)
    };
    match units.last_mut() {
        Some(Unit::Row(row)) if same(row) => row.push((cell.column, line.all())),
        _ => units.push(Unit::Row(vec![(cell.column, without_number(line.all()))])),
    }
}

/// The items of a line: mostly one, but "1) A …; 2) B …; 3) C …" are as many as it counts.
fn items(line: Span<'_>) -> Vec<(Option<Span<'_>>, Span<'_>)> {
    let (first, rest) = label(line);
    let number = |label: Span<'_>| label.text().trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok();
    let mark = |label: Span<'_>| label.chars().last().copied();
    let Some(mut last) = first.filter(|label| number(*label) == Some(1)) else { return vec![(first, rest)] };
    let (mut found, mut from) = (Vec::new(), rest.start);
    for at in rest.start..rest.end {
        if rest.line.chars[at] != ';' {
            continue;
        }
        let (next, behind) = label(rest.from(at + 1).trim());
        let counts = |next: &Span<'_>| number(*next) == number(last).map(|n| n + 1) && mark(*next) == mark(last);
        if let Some(next) = next.filter(counts) {
            found.push((Some(last), Span::new(line.line, from, at).trim()));
            (last, from) = (next, behind.start);
        }
    }
    found.push((Some(last), rest.from(from)));
    found
}

/// "1. Bà Hà Thị Vân" in the first cell of a table that has no column for numbers.
fn without_number(cell: Span<'_>) -> Span<'_> {
    let (number, rest) = label(cell);
    let counts = number.is_some_and(|number| number.chars().iter().any(char::is_ascii_digit));
    if counts && person::begins(rest) { rest } else { cell }
}

/// "1 Trưởng Công an xã - Ủy viên", "2 Bí thư Đoàn xã - Ủy viên" …: numbers without a mark are those of items where three
/// of them count on from one.
pub(super) fn number_by_count(units: &mut [Unit<'_>]) {
    let mut counted: Vec<usize> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        if number_ahead(unit).is_some_and(|(number, ..)| number == counted.len() + 1) {
            counted.push(at);
        }
    }
    if counted.len() < 3 {
        return;
    }
    for at in counted {
        if let Some((_, number, rest)) = number_ahead(&units[at]) {
            units[at] = Unit::Text { label: Some(number), body: rest };
        }
    }
}

/// The number before a capital, and the words behind it.
fn number_ahead<'a>(unit: &Unit<'a>) -> Option<(usize, Span<'a>, Span<'a>)> {
    let Unit::Text { label: None, body } = unit else {
        let Unit::Text { label: Some(label), body } = unit else { return None };
        return Some((label.text().parse().ok()?, *label, *body));
    };
    let word = body.each_word().next().filter(|word| word.chars().len() <= 2)?;
    let rest = body.from(word.end).trim();
    let capital = rest.chars().first().is_some_and(|c| c.is_uppercase());
    Some((word.text().parse().ok().filter(|_| capital)?, word, rest))
}
