//! Members in a table: STT, họ và tên, chức vụ, vai trò, in any order and under any usual heading.

mod columns;
mod headed;
mod marked;
mod row;

use columns::Columns;
use headed::{parts, two_a_row, without_numbers};
use marked::roles_by_marks;
use row::seats;

use super::joint::role_ahead;
use super::member::{self, Context, Item};
use super::role::{self, RoleSaid};
use super::seat::Seat;
use super::sheet::{Said, sure};
use super::{change, person};
use crate::line::Span;

/// One row: the cells by their column.
pub type Row<'a> = Vec<(u32, Span<'a>)>;

/// What a row says.
pub enum RowItem<'a> {
    /// A row over the whole width: a role for the rows below, or the name of a body.
    Section(Span<'a>),
    Seats(Vec<Seat<'a>>),
    /// Somebody goes out.
    Leaves(Vec<Said<'a>>),
    /// A row of people that could not be read.
    Unread(Span<'a>),
    /// Something to look at: a code, and the words.
    Doubt(&'static str, Span<'a>),
}

/// No committee has so many members: what is longer is something else, and its further rows are not read as members.
pub const MOST_ROWS: usize = 1_000;

/// Reads the rows of one table, or of several that follow each other.
pub fn read<'a>(rows: &[Row<'a>], context: &Context<'a>) -> Vec<RowItem<'a>> {
    let mut items = Vec::new();
    let mut known: Option<Columns<'a>> = None;
    let mut roles = Roles { above: context.role.clone(), last: None };
    let (rows, rest) = rows.split_at(rows.len().min(MOST_ROWS - 20));
    let rows: Vec<Row<'a>> =
        rows.iter().map(|row| row.iter().map(|(at, cell)| (*at, behind_bullet(*cell))).collect()).collect();
    let rows = rows.as_slice();
    let unfolded = two_a_row(rows);
    let rows = unfolded.as_deref().unwrap_or(rows);
    let unnumbered = without_numbers(rows);
    let rows = unnumbered.as_deref().unwrap_or(rows);
    let marked = roles_by_marks(rows, context);
    for part in parts(marked.as_deref().unwrap_or(rows)) {
        let columns = match known.take() {
            // A table that goes on after a page, without its heading.
            Some(columns) if part.head.is_empty() => columns,
            _ => Columns::of(part.head, part.body, context),
        };
        // Where no heading says what is private, there is nothing to say that would not tell it.
        let headings = columns.private.iter().filter_map(|(_, heading)| *heading).filter(|_| !part.head.is_empty());
        items.extend(headings.map(|heading| RowItem::Doubt("private_column", heading)));
        let mut of: Option<Said<'a>> = None;
        for row in part.body {
            if goes_on(row, &columns, &mut items) {
                continue;
            }
            let before = items.len();
            read_row(row, &columns, &mut roles, context, &mut items);
            // A cell that is merged with those above says it once.
            let cell = row.iter().find(|(at, cell)| columns.committee == Some(*at) && says(*cell));
            of = cell.map(|(_, cell)| Said::of(cell.bare(), sure::GOOD)).or(of);
            for item in &mut items[before..] {
                if let RowItem::Seats(seats) = item {
                    seats.iter_mut().for_each(|seat| seat.committee = seat.committee.take().or_else(|| of.clone()));
                }
            }
        }
        known = Some(columns);
    }
    if let Some((_, cell)) = rest.iter().flatten().next() {
        items.push(RowItem::Doubt("rows_left_out", *cell));
    }
    items
}

/// Whether the rows are a list of people and what they are, by their headings.
pub fn lists_people<'a>(rows: &[Row<'a>], context: &Context<'a>) -> bool {
    parts(rows).iter().any(|part| {
        let columns = Columns::of(part.head, part.body, context);
        let who = columns.name.is_some() || !columns.positions.is_empty();
        !part.head.is_empty()
            && who
            && (columns.role.is_some() || (columns.name.is_some() && !columns.positions.is_empty()))
    })
}

/// The role of the heading above, and that of the row before, for "-nt-".
struct Roles<'a> {
    above: Option<RoleSaid<'a>>,
    last: Option<RoleSaid<'a>>,
}

fn read_row<'a>(
    row: &Row<'a>,
    columns: &Columns<'a>,
    roles: &mut Roles<'a>,
    context: &Context<'a>,
    items: &mut Vec<RowItem<'a>>,
) {
    let said: Vec<Span<'a>> =
        row.iter().filter(|(at, cell)| says(*cell) && !is_label(*at, *cell, columns)).map(|(_, cell)| *cell).collect();
    let [first, ..] = said.as_slice() else { return };
    if ["tổng số", "tổng cộng", "cộng"].iter().any(|sum| first.starts_with(sum)) && !person::is_office(*first)
    {
        return;
    }
    let laid_out = columns.name.is_some() || columns.role.is_some();
    let heading = super::label::label(*first).1;
    // "I. Trưởng ban" over posts that stand in the only column: the role of the rows below.
    let role = || role::whole(heading.bare(), &context.committees).filter(|role| role.value.is_some());
    if said.len() == 1
        && !laid_out
        && let Some(role) = role()
    {
        roles.above = Some(role);
        items.push(RowItem::Section(heading));
        return;
    }
    // A row in which only the column of posts says anything: a seat that whoever has the post holds.
    let post = row.iter().find(|(at, cell)| columns.positions.contains(at) && says(*cell)).map(|(_, cell)| *cell);
    if let Some(post) = post.filter(|post| said.len() == 1 && columns.name.is_some() && person::is_office(post.bare()))
    {
        let below = Context { role: roles.above.clone(), roles_may_lack: true, ..context.clone() };
        if let (Some(_), Item::Seats(seats)) = (&roles.above, member::item(post, &below)) {
            items.push(RowItem::Seats(seats));
            return;
        }
    }
    // "II | Bổ sung", "Thôi tham gia": what holds for the rows below.
    let turns = change::heads_leavers(heading) || change::brings(heading) || change::heads_changes(heading);
    if said.len() == 1 && turns && laid_out && heading.word_count() <= 8 {
        items.push(RowItem::Section(heading));
        return;
    }
    if said.len() == 1 && !person::begins(heading) && laid_out && row.len() <= 2 {
        let role = role::whole(heading.bare(), &context.committees).filter(|role| !role.ditto);
        // "Trưởng ban: Ông A, Chủ tịch UBND" over the whole width.
        if role.is_none()
            && role_ahead(heading.bare(), &context.committees).0.is_some()
            && let Item::Seats(seats) = member::item(heading, context)
        {
            items.push(RowItem::Seats(seats));
            return;
        }
        // "3 | Hiệu trưởng các trường …": a row with its number, whose cells for name and post are one.
        let numbered = row.iter().any(|(_, cell)| !cell.is_empty() && cell.chars().iter().all(char::is_ascii_digit));
        if role.is_none() && numbered {
            // An empty cell below a role says it again.
            let role = roles.above.clone().or_else(|| roles.last.clone().filter(|_| columns.role.is_some()));
            let below = Context { role, roles_may_lack: true, ..context.clone() };
            if let Item::Seats(seats) = member::item(heading, &below) {
                items.push(RowItem::Seats(seats));
                return;
            }
        }
        if role.is_some() {
            roles.above = role;
        } else if !person::is_office(heading) {
            roles.above = None;
        }
        items.push(RowItem::Section(heading));
        return;
    }
    // "Thôi tham gia", where the others have their roles or what changes.
    let told = row.iter().map(|(_, cell)| *cell).find(|cell| {
        let out = ["thôi tham gia", "thôi giữ chức", "thôi làm", "rút tên", "không tham gia", "đưa ra khỏi", "xóa tên"];
        out.iter().any(|verb| cell.starts_with(verb)) && cell.word_count() <= 8
    });
    let name = columns.name.and_then(|at| row.iter().find(|(column, _)| *column == at)).map(|(_, cell)| cell.bare());
    if let Some(name) = name.filter(|_| told.is_some()).and_then(|name| person::person(name).name) {
        items.push(RowItem::Leaves(vec![name]));
        return;
    }
    // Somebody in the column of those of before, and nobody in that of those who come.
    let cell = |at: u32| row.iter().find(|(column, _)| *column == at).map(|(_, cell)| cell.bare());
    let comes = columns.name.into_iter().chain(columns.positions.iter().copied()).chain(columns.unit);
    let nobody = columns.name.is_some() && comes.filter_map(cell).all(|cell| !says(cell) || says_nobody(cell));
    let gone = columns.replaced.filter(|_| nobody).and_then(cell).and_then(|cell| person::person(cell).name);
    if let Some(gone) = gone {
        items.push(RowItem::Leaves(vec![gone]));
        return;
    }
    match seats(row, columns, roles, context) {
        Some((seats, role)) if !seats.is_empty() => {
            let cell = columns.role.and_then(|at| row.iter().find(|(column, _)| *column == at));
            if let Some((_, cell)) = cell.filter(|(_, cell)| role.is_none() && says(*cell)) {
                items.push(RowItem::Doubt("unclear_role", *cell));
            }
            roles.last = role.or(roles.last.take());
            items.push(RowItem::Seats(seats));
        }
        _ => items.push(RowItem::Unread(*first)),
    }
}

/// Whether a row only goes on with the cells of the one above, as a table wraps that was copied as text: no number, no
/// role, and no honorific where the one above has it. Its words then go where they belong.
fn goes_on<'a>(row: &Row<'a>, columns: &Columns<'a>, items: &mut [RowItem<'a>]) -> bool {
    let Some(RowItem::Seats(seats)) = items.last_mut() else { return false };
    let [seat] = seats.as_mut_slice() else { return false };
    let cell = |at: u32| row.iter().find(|(column, _)| *column == at).map(|(_, cell)| cell.trim());
    let cell = |at: Option<u32>| at.and_then(cell).filter(|cell| !cell.is_empty());
    let (Some(_), Some(_), Some(post)) = (columns.role, columns.name, columns.positions.first()) else { return false };
    let (name, post) = (cell(columns.name), cell(Some(*post)));
    let own = cell(columns.role).is_some() || cell(columns.number).is_some();
    let same = name.is_none_or(|name| seat.honorific.is_some() && !person::begins(name) && name.word_count() <= 3);
    // The post of a seat that nobody holds stands alone, too: then the one above has no comma or dash at its end.
    let lower = |cell: Span<'_>| cell.chars().first().is_some_and(|c| c.is_lowercase());
    let rest = name.is_some() || post.is_some_and(|post| lower(post) || (row.len() > 1 && !person::is_office(post)));
    if own || !same || !rest || seat.name.is_none() {
        return false;
    }
    for (value, more) in [(&mut seat.name, name), (&mut seat.position, post)] {
        let (Some(value), Some(more)) = (value, more) else { continue };
        value.value = format!("{} {}", value.value, more.bare().text());
        value.at.push(more.bare());
    }
    true
}

fn says(cell: Span<'_>) -> bool {
    cell.chars().iter().any(|c| c.is_alphabetic())
}

/// "- Ông A", "* Các Ủy viên:": without the mark; "-nt-" is none.
fn behind_bullet(cell: Span<'_>) -> Span<'_> {
    match cell.trim().chars() {
        ['-' | '–' | '+' | '*' | '•', ' ', ..] if !cell.chars().contains(&';') => {
            cell.trim().from(cell.trim().start + 1).trim()
        }
        _ => cell,
    }
}

/// "Không", "Khuyết", where somebody else has a name.
fn says_nobody(cell: Span<'_>) -> bool {
    ["không", "không có", "không thay thế", "không bổ sung", "khuyết", "để trống"]
        .iter()
        .any(|word| cell.bare().is(word))
}

/// "I", "A." in the column of numbers.
fn is_label(at: u32, cell: Span<'_>, columns: &Columns<'_>) -> bool {
    let text = cell.bare();
    let roman = !text.is_empty() && text.chars().iter().all(|c| matches!(c, 'I' | 'V' | 'X'));
    // A heading over the whole width begins in the column of numbers, and is no number.
    let number = columns.number == Some(at) && text.word_count() < 2;
    number || (roman && at == 0) || (text.chars().len() == 1 && at == 0)
}
