//! A table that was copied as text, each of its cells on a line of its own: the headings under each other, then a number,
//! a name, a post and a role, again and again. Its lines become cells again.

use crate::lexicon::headings::{self, Heading};
use crate::line::{self, Line};
use crate::reading::Cell;

/// Columns beside the number that such a table has at most.
const MOST_COLUMNS: usize = 6;

/// Puts the lines of such tables into cells.
pub fn into_cells(lines: &mut Vec<Line>) {
    join_cut_cells(lines);
    let mut table = lines.iter().filter_map(|line| line.cell).map(|cell| cell.table + 1).max().unwrap_or(0);
    let mut at = 0;
    while at < lines.len() {
        match found(&lines[at..]) {
            Some((columns, rows)) => {
                let cells = (columns + 1) * (rows + 1);
                for (n, line) in lines[at..at + cells].iter_mut().enumerate() {
                    let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                    line.cell = Some(Cell { table, row: place(n / (columns + 1)), column: place(n % (columns + 1)) });
                }
                (table, at) = (table + 1, at + cells);
            }
            None => at += 1,
        }
    }
}

/// "Trưởng khoa Hồi sức cấp" over "cứu": what was wrapped within a cell of such a table.
fn join_cut_cells(lines: &mut Vec<Line>) {
    let heading =
        |line: &Line| line.cell.is_none() && line.chars.len() <= 160 && headings::heading(&line.all().text()).is_some();
    let first = |line: &Line| {
        headings::may_be_number(line.all()) && headings::heading(&line.all().text()) == Some(Heading::Number)
    };
    let Some(start) = (0..lines.len()).find(|at| {
        lines[*at].cell.is_none()
            && first(&lines[*at])
            && lines[at + 1..].iter().take(2).filter(|line| heading(line)).count() == 2
    }) else {
        return;
    };
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut within = true;
    for (at, line) in std::mem::take(lines).into_iter().enumerate() {
        within &= at <= start || (line.cell.is_none() && !line.all().starts_with("điều"));
        let low = line.chars.iter().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_lowercase());
        match joined.last_mut() {
            Some(last) if within && at > start && low && !line.apart => line::append(last, line),
            _ => joined.push(line),
        }
    }
    *lines = joined;
}

/// How many columns beside the number, and how many rows below the headings, a table that begins here has.
fn found(lines: &[Line]) -> Option<(usize, usize)> {
    let plain = |line: &Line| line.cell.is_none() && line.chars.len() <= 160;
    let heading = |line: &Line| plain(line).then(|| headings::heading(&line.all().text())).flatten();
    let first = lines.first()?;
    if !headings::may_be_number(first.all()) || heading(first)? != Heading::Number {
        return None;
    }
    let columns = lines[1..].iter().take(MOST_COLUMNS).take_while(|line| heading(line).is_some()).count();
    if columns < 2 {
        return None;
    }
    // Behind the break of a page the table goes on, with its headings said again.
    let first = lines.get(columns + 1)?.all().bare().text().trim_start_matches('0').parse::<usize>().ok()?;
    let numbered = |row: &usize| {
        let start = (row + 1) * (columns + 1);
        let Some(cells) = lines.get(start..start + columns + 1) else { return false };
        let number = cells[0].all().bare().text();
        // The first may be as large as can be counted.
        let next = row.checked_add(first);
        let counts = next.is_some_and(|next| number.trim_start_matches('0').parse() == Ok(next));
        counts
            && cells.iter().all(plain)
            && cells[1..].iter().all(|cell| cell.all().bare().text().parse::<u32>().is_err())
    };
    let rows = (0..lines.len()).take_while(numbered).count();
    (rows >= 2).then_some((columns, rows))
}
