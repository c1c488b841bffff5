//! A table that was copied as text, each of its cells on a line of its own: the headings under each other, then a number,
//! a name, a post and a role, again and again. Its lines become cells again.

use super::label::label;
use super::person;
use crate::lexicon::headings::{self, Heading};
use crate::line::{self, Line};
use crate::reading::Cell;

/// Columns beside the number that such a table has at most.
const MOST_COLUMNS: usize = 6;

/// Puts the lines of such tables into cells.
pub fn into_cells(lines: &mut Vec<Line>) {
    join_cut_cells(lines);
    let before = lines.iter().filter_map(|line| line.cell).map(|cell| cell.table + 1).max().unwrap_or(0);
    let (mut table, mut at) = (before, 0);
    while at < lines.len() {
        match found(&lines[at..]) {
            Some(places) => {
                let end = at + places.len();
                for (line, (row, column)) in lines[at..end].iter_mut().zip(places) {
                    line.cell = Some(Cell { table, row, column });
                }
                (table, at) = (table + 1, end);
            }
            None => at += 1,
        }
    }
    if table > before {
        whole_cells(lines, before);
    }
}

/// Puts two lines of one cell together, in the tables from the one of this number on.
fn whole_cells(lines: &mut Vec<Line>, first: u32) {
    let mut whole: Vec<Line> = Vec::with_capacity(lines.len());
    for line in std::mem::take(lines) {
        let own = line.cell.filter(|cell| cell.table >= first);
        match whole.last_mut() {
            Some(last) if own.is_some() && last.cell == own => line::append(last, line),
            _ => whole.push(line),
        }
    }
    *lines = whole;
}

/// "Trưởng khoa Hồi sức cấp" over "cứu": what was wrapped within a cell of such a table.
fn join_cut_cells(lines: &mut Vec<Line>) {
    let heading = |line: &Line| heading(line).is_some();
    let first =
        |line: &Line| headings::may_be_number(line.all()) && headings::heading_of(line.all()) == Some(Heading::Number);
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

/// In which row and column each line of a table stands that begins here.
type Places = Vec<(u32, u32)>;

/// The table that begins here: its headings, then each number with as many lines as there are columns, with lines between
/// that say the role of those below ("II. ỦY VIÊN").
fn found(lines: &[Line]) -> Option<Places> {
    let first = lines.first()?;
    let may_open = headings::may_be_number(first.all()) || headings::may_be_name(first.all());
    match may_open.then(|| heading(first)).flatten()? {
        Heading::Name if lines.get(1).is_some_and(|next| heading(next).is_some()) => return unnumbered(lines),
        Heading::Number => {}
        _ => return None,
    }
    let columns = columns_of(lines);
    if columns < 2 {
        return None;
    }
    let mut places: Places = (0..=columns).map(|column| (0, place(column))).collect();
    let mut row = 0;
    // What stands between the headings and the first number.
    let sections = lines[columns + 1..].iter().take(MOST_SECTIONS).take_while(|line| is_section(line)).count();
    for _ in 0..sections {
        row += 1;
        places.push((row, 0));
    }
    // "Họ và tên, chức vụ": a cell of two lines.
    let both = |line: &Line| {
        let all = line.all();
        all.has_any(&["họ và tên", "họ tên"]) && all.has_any(&["chức vụ", "chức danh"])
    };
    let wide = lines[1..=columns].iter().position(both).map(|at| at + 1);
    // Behind the break of a page the table goes on, with its headings said again.
    let mut number = number(lines.get(places.len())?)?;
    let mut rows = 0;
    while let Some(entry) = Entry::at(&lines[places.len()..], number, columns, wide) {
        row += 1;
        places.push((row, 0));
        places.extend(entry.cells.iter().map(|column| (row, place(*column))));
        rows += 1;
        let Some(next) = entry.next else { break };
        for _ in 0..entry.sections {
            row += 1;
            places.push((row, 0));
        }
        number = next;
    }
    (rows >= 2).then_some(places)
}

/// The same without numbers: "Họ và tên", "Chức vụ", "Nhiệm vụ" over rows that begin with somebody each.
fn unnumbered(lines: &[Line]) -> Option<Places> {
    let columns =
        lines.iter().take(MOST_COLUMNS).take_while(|line| heading(line).is_some() && !is_lettered(line)).count();
    let somebody = |row: &&[Line]| {
        let begins = |line: &Line| person::begins(line.all()) && person::person(line.all()).name.is_some();
        row.len() == columns && begins(&row[0]) && !row[1..].iter().any(begins) && row.iter().all(is_plain)
    };
    let rows = (columns > 2).then(|| lines[columns..].chunks(columns).take_while(somebody).count())?;
    let places = (0..(rows + 1) * columns).map(|n| (place(n / columns), place(n % columns)));
    (rows >= 2).then(|| places.collect())
}

/// How many headings follow that of the numbers: up to the first number most of them have to be usual ones, or as many as are.
fn columns_of(lines: &[Line]) -> usize {
    let below = &lines[1..];
    let usual =
        below.iter().take(MOST_COLUMNS).take_while(|line| heading(line).is_some() && !is_lettered(line)).count();
    let first = below.iter().take(MOST_COLUMNS + MOST_SECTIONS + 1).position(|line| number(line) == Some(1));
    let Some(end) = first.filter(|end| *end > usual) else { return usual };
    let sections = below[..end].iter().rev().take_while(|line| heading(line).is_none() && is_section(line)).count();
    let heads = &below[..end - sections];
    let known = heads.iter().filter(|line| heading(line).is_some() && !is_lettered(line)).count();
    let short = heads.iter().all(|line| is_plain(line) && line.all().word_count() <= 8 && !is_lettered(line));
    let fits = short && known >= 2 && known * 3 >= heads.len() * 2 && heads.len() <= MOST_COLUMNS;
    if fits && heads.last().is_some_and(|last| heading(last).is_some()) { heads.len() } else { usual }
}

/// Lines between two rows that such a table has at most.
const MOST_SECTIONS: usize = 2;

fn place(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A cell of a shared head may name a dozen bodies.
const LONGEST: usize = 400;

fn is_plain(line: &Line) -> bool {
    line.cell.is_none() && line.chars.len() <= LONGEST
}

fn heading(line: &Line) -> Option<Heading> {
    is_plain(line).then(|| headings::heading_of(line.all())).flatten()
}

/// What a cell may say beside the number of its row; a year is no such number.
fn is_cell(line: &Line) -> bool {
    is_plain(line) && number(line).is_none_or(|number| number >= 1_000)
}

/// The number that a line is, and nothing else.
fn number(line: &Line) -> Option<usize> {
    if !is_plain(line) || line.chars.len() > 6 {
        return None;
    }
    let text = line.all().bare().text();
    (!text.is_empty() && text.chars().all(|c| c.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// "II. ỦY VIÊN", "Trưởng ban": what heads the rows below.
fn is_section(line: &Line) -> bool {
    let (_, rest) = label(line.all());
    let says = rest.chars().iter().any(|c| c.is_alphabetic());
    let heads = line.is_capitals() || is_lettered(line) || super::is_role(rest.bare());
    is_plain(line) && number(line).is_none() && says && heads
}

/// "II. Ủy viên", "B. CÁC ỦY VIÊN".
fn is_lettered(line: &Line) -> bool {
    let first = label(line.all()).0.and_then(|label| label.chars().first().copied());
    first.is_some_and(|c| matches!(c, 'I' | 'V' | 'X' | 'A'..='D'))
}

/// One row: the columns of the lines below its number, and what follows.
struct Entry {
    cells: Vec<usize>,
    sections: usize,
    /// The number of the row behind it.
    next: Option<usize>,
}

impl Entry {
    /// The row with this number, if it begins here. The cell of the `wide` column may take two lines.
    fn at(lines: &[Line], wanted: usize, columns: usize, wide: Option<usize>) -> Option<Self> {
        (number(lines.first()?)? == wanted).then_some(())?;
        let below = &lines[1..];
        let after = wanted.checked_add(1)?;
        let follows = |at: &usize| below.get(*at).and_then(number);
        // The next number; behind a section it may count anew.
        let next =
            (0..=columns + MOST_SECTIONS).find(|at| follows(at).is_some_and(|number| number == after || number == 1));
        let Some(end) = next else {
            // The last row has no other behind it.
            let cells = below.get(..columns)?;
            let fits = cells.iter().all(is_cell);
            return fits.then(|| Self { cells: (1..=columns).collect(), sections: 0, next: None });
        };
        let rows = &below[..end];
        let whole = rows.iter().all(is_cell);
        // As many lines as there are columns, or one less where the last cell is empty, and one more of the wide cell.
        if let Some(wide) = wide.filter(|_| whole && follows(&end) == Some(after)) {
            let empty = usize::from(end == columns && below.get(end).is_some_and(|next| next.apart));
            if end + empty == columns + 1 {
                let column = |at: usize| if at < wide { at + 1 } else { at };
                let cells = (0..end).map(column).collect();
                return Some(Self { cells, sections: 0, next: follows(&end) });
            }
        }
        let fits = rows.iter().all(is_cell);
        // "B. CÁC PHÓ TRƯỞNG BAN" is no cell, even where one is empty.
        let lettered = rows.iter().rev().take(MOST_SECTIONS).take_while(|line| is_lettered(line)).count();
        let sections = end.saturating_sub(columns).max(lettered);
        let headed = rows[end - sections..].iter().all(is_section);
        let counts = follows(&end) == Some(after) || sections > 0;
        (fits && headed && counts).then_some(())?;
        let cells = Self::columns(&rows[..end - sections], below.get(end - sections), columns)?;
        Some(Self { cells, sections, next: follows(&end) })
    }

    /// In which column each line stands. Where there are fewer lines than columns, a cell is empty before each that an empty
    /// line sets apart.
    fn columns(cells: &[Line], behind: Option<&Line>, columns: usize) -> Option<Vec<usize>> {
        let missing = columns - cells.len();
        if missing == 0 {
            return Some((1..=columns).collect());
        }
        let apart = cells.iter().filter(|cell| cell.apart).count();
        let last = usize::from(behind.is_some_and(|next| next.apart));
        let mut column = 0;
        let places = cells.iter().map(|cell| {
            column += 1 + usize::from(cell.apart);
            column
        });
        let places: Vec<usize> = places.collect();
        (apart + last == missing && !cells.is_empty()).then_some(places)
    }
}
