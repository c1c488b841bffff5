//! Members in a table: STT, họ và tên, chức vụ, vai trò, in any order and under any usual heading.

use register::draft::{MemberOp, SeatKind};

use super::change;
use super::columns::{Columns, honorific};
use super::joined_post::joined;
use super::joint::{role_ahead, role_behind};
use super::member::{self, Context, Item};
use super::person;
use super::position;
use super::role::{self, RoleSaid};
use super::seat::Seat;
use super::several;
use super::sheet::{Said, sure};
use crate::lexicon::{self, headings};
use crate::line::Span;

/// One row: the cells by their column.
pub type Row<'a> = Vec<(u32, Span<'a>)>;

/// What a row says.
pub enum RowItem<'a> {
    /// A row over the whole width: a role for the rows below, or the name of a body.
    Section(Span<'a>),
    Seats(Vec<Seat<'a>>),
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
    let unfolded = two_a_row(rows);
    for part in parts(unfolded.as_deref().unwrap_or(rows)) {
        let columns = match known.take() {
            // A table that goes on after a page, without its heading.
            Some(columns) if part.head.is_empty() => columns,
            _ => Columns::of(part.head, part.body, context),
        };
        // Where no heading says what is private, there is nothing to say that would not tell it.
        let headings = columns.private.iter().filter_map(|(_, heading)| *heading).filter(|_| !part.head.is_empty());
        items.extend(headings.map(|heading| RowItem::Doubt("private_column", heading)));
        for row in part.body {
            if goes_on(row, &columns, &mut items) {
                continue;
            }
            read_row(row, &columns, &mut roles, context, &mut items);
        }
        known = Some(columns);
    }
    if let Some((_, cell)) = rest.iter().flatten().next() {
        items.push(RowItem::Doubt("rows_left_out", *cell));
    }
    items
}

/// The rows of a table with two people in each, under the same headings twice, as rows of one.
fn two_a_row<'a>(rows: &[Row<'a>]) -> Option<Vec<Row<'a>>> {
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

/// A heading, of one row or two, and the rows below it.
struct Part<'r, 'a> {
    head: &'r [Row<'a>],
    body: &'r [Row<'a>],
}

fn parts<'r, 'a>(rows: &'r [Row<'a>]) -> Vec<Part<'r, 'a>> {
    let heads = |row: &Row<'_>| {
        let cells: Vec<String> =
            row.iter().filter(|(_, cell)| cell.words().len() <= 12).map(|(_, cell)| cell.text()).collect();
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
    let heading = super::outline::label(*first).1;
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
            let below = Context { role: roles.above.clone(), roles_may_lack: true, ..context.clone() };
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
    let same = name.is_none_or(|name| seat.honorific.is_some() && !person::begins(name) && name.words().len() <= 3);
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

/// "I", "A." in the column of numbers.
fn is_label(at: u32, cell: Span<'_>, columns: &Columns<'_>) -> bool {
    let text = cell.bare();
    let roman = !text.is_empty() && text.chars().iter().all(|c| matches!(c, 'I' | 'V' | 'X'));
    // A heading over the whole width begins in the column of numbers, and is no number.
    let number = columns.number == Some(at) && text.words().len() < 2;
    number || (roman && at == 0) || (text.chars().len() == 1 && at == 0)
}

type SeatsAndRole<'a> = (Vec<Seat<'a>>, Option<RoleSaid<'a>>);

fn seats<'a>(
    row: &Row<'a>,
    columns: &Columns<'a>,
    roles: &Roles<'a>,
    context: &Context<'a>,
) -> Option<SeatsAndRole<'a>> {
    let cell = |at: Option<u32>| {
        at.and_then(|at| row.iter().find(|(column, _)| *column == at))
            .map(|(_, cell)| *cell)
            .filter(|cell| !cell.is_empty())
    };
    let own = cell(columns.role).and_then(|cell| role_in(cell, context).or_else(|| as_it_stands(cell, columns)));
    let role = match own {
        Some(role) if role.ditto => roles.last.clone(),
        // "Mời" alone leaves the role to the heading above.
        Some(role) => Some(role),
        None => roles.above.clone(),
    };
    let role = standing(row, columns).and_then(|note| with_note(role.as_ref()?, note)).or(role);
    let mut common = common(row, columns, role.as_ref());
    let (name, unit) = (cell(columns.name), cell(columns.unit));
    let offices: Vec<Span<'a>> = columns
        .positions
        .iter()
        .filter_map(|at| cell(Some(*at)))
        .map(Span::bare)
        .filter(|office| !office.is_empty())
        .collect();
    // "Hiệu trưởng Trường THPT X (mời)": the bracket is of the seat.
    let offices: Vec<Span<'a>> = offices
        .into_iter()
        .map(|office| {
            let asked = role::bracket_behind(office).filter(|(_, inner)| lexicon::get().invited.say(*inner));
            common.invited |= asked.is_some();
            asked.map_or(office, |(before, _)| before)
        })
        .collect();
    let office = offices.first().copied();
    // "Phó Chủ tịch UBND phường - Phó Trưởng ban Thường trực", where no column says the role.
    let (offices, role) = match (columns.role, offices.as_slice(), name) {
        (None, [office], Some(_)) => match role_behind(*office, &context.committees) {
            (post, Some(own)) if own.value.is_some() && person::is_office(post) => {
                common.role = own.value.clone().map(|value| Said::as_value(value, own.span, sure::GOOD));
                (vec![post], Some(own))
            }
            _ => (offices, role),
        },
        _ => (offices, role),
    };
    // A table with all in one column is a list with lines around it.
    if columns.role.is_none() && (name.is_none() || office.is_none()) && unit.is_none() {
        let only = name.or(office)?;
        let inner = Context { role, roles_may_lack: true, ..context.clone() };
        let Item::Seats(seats) = member::item(only, &inner) else { return None };
        let noted = |seat: Seat<'a>| Seat { invited: seat.invited || common.invited, ..seat };
        return Some((seats.into_iter().map(noted).collect(), None));
    }
    // "Đại đức A, trụ trì chùa B; Cư sĩ C, …": two people in one cell.
    if let Some(cell) = name.filter(|cell| office.is_none() && several::people(*cell).len() > 1) {
        let inner = Context { role: role.clone(), roles_may_lack: true, ..context.clone() };
        if let Item::Seats(seats) = member::item(cell, &inner) {
            return Some((seats, role));
        }
    }
    let family =
        name.filter(|cell| columns.plain_names && cell.words().len() == 3 && person::titles(*cell).degree.is_none());
    let family = family.and_then(person::with_family_of_honorific);
    let found = family
        .or_else(|| name.map(|cell| in_name_columns(row, cell, columns.given, office.is_some() || unit.is_some())));
    if let Some(found) = found.filter(|found| found.name.is_some()) {
        let seat = person_seat(found, common, &offices, unit);
        return Some((vec![seat], role));
    }
    let wording = office.or(name).or(unit)?.bare();
    let wording = if person::is_office(wording) || name.is_none() { wording } else { name?.bare() };
    let inner = Context { role: role.clone(), roles_may_lack: true, ..context.clone() };
    let Item::Seats(read) = member::item(wording, &inner) else { return None };
    let one = read.len() == 1;
    let seats = read.into_iter().map(|seat| {
        // "Giám đốc" and "Sở Y tế" in two columns, of a seat that is held by whoever has the post.
        let whole = Some(wording).filter(|_| one && seat.name.is_none() && unit.is_some());
        Seat {
            words: common.words.clone(),
            invited: seat.invited || common.invited,
            replaces_member: seat.replaces_member.or(common.replaces_member.clone()),
            reason: seat.reason.or(common.reason.clone()),
            op: seat.op.or(common.op),
            position: whole.map(|office| joined(&[office], unit)).or(seat.position),
            ..seat
        }
    });
    Some((seats.collect(), role))
}

/// "Thường trực" in a column of notes: it narrows the role of its row.
fn standing<'a>(row: &Row<'a>, columns: &Columns<'a>) -> Option<Span<'a>> {
    let note = row.iter().find(|(at, cell)| columns.is_free(*at) && cell.bare().key() == "thường trực");
    note.map(|(_, cell)| cell.bare())
}

fn with_note<'a>(role: &RoleSaid<'a>, note: Span<'a>) -> Option<RoleSaid<'a>> {
    let value = role.value.as_ref().filter(|value| !value.contains("Thường trực"))?;
    Some(RoleSaid { value: Some(format!("{value} Thường trực")), span: note, ..role.clone() })
}

/// In whose place the person of a row comes, as a column of its own says it.
fn replacing<'a>(cell: Span<'a>, seat: &mut Seat<'a>) {
    let found = person::person(cell.bare());
    if found.name.is_some() {
        seat.op = Some(MemberOp::Replace);
        seat.replaces_member = found.name;
        seat.reason = change::reason(found.rest.trim_by(|c| matches!(c, '(' | ')' | ',' | ' ')));
    } else if cell.has("bổ sung") {
        seat.op = Some(MemberOp::Add);
    }
}

/// What a seat has of its row, whoever holds it.
fn common<'a>(row: &Row<'a>, columns: &Columns<'a>, role: Option<&RoleSaid<'a>>) -> Seat<'a> {
    let words: Vec<Span<'a>> = row
        .iter()
        .filter(|(at, cell)| {
            says(*cell) && !cell.bare().is_empty() && !columns.is_private(*at) && columns.number != Some(*at)
        })
        .map(|(_, cell)| *cell)
        .collect();
    let value = words.iter().map(Span::text).collect::<Vec<_>>().join(", ");
    let find = |at: Option<u32>| row.iter().find(|(column, _)| Some(*column) == at).map(|(_, cell)| cell.trim());
    let noted = row.iter().any(|(at, cell)| {
        columns.is_free(*at) && role::whole(*cell, &[]).is_some_and(|role| role.value.is_none() && role.invited)
    });
    let lexicon = lexicon::get();
    let known = |list: &'static [String]| move |cell: &Span<'a>| list.contains(&cell.key());
    let mut seat = Seat {
        words: Some(Said { value, at: words, sure: sure::CERTAIN }).filter(|words| !words.at.is_empty()),
        honorific: find(columns.honorific).and_then(|cell| Some(Said::as_value(honorific(cell)?, cell, sure::CERTAIN))),
        rank: find(columns.rank).filter(known(&lexicon.ranks)).map(|cell| Said::of(cell, sure::CERTAIN)),
        degree: find(columns.degree).filter(known(&lexicon.degrees)).map(|cell| Said::of(cell, sure::CERTAIN)),
        invited: noted,
        ..Seat::default()
    };
    if let Some(role) = role {
        seat.invited |= role.invited;
        seat.role = role.value.clone().map(|value| Said::as_value(value, role.span, sure::CERTAIN));
        seat.concurrent = role.value.as_ref().is_some_and(|value| value.contains("kiêm"));
    }
    if let Some(cell) = find(columns.replaced) {
        replacing(cell, &mut seat);
    }
    seat
}

fn person_seat<'a>(
    found: person::Person<'a>,
    common: Seat<'a>,
    offices: &[Span<'a>],
    unit: Option<Span<'a>>,
) -> Seat<'a> {
    let mut seat = Seat {
        honorific: found.honorific.or(common.honorific),
        rank: found.rank.or(common.rank),
        degree: found.degree.or(common.degree),
        name: found.name,
        kind: Some(SeatKind::Named),
        ..common
    };
    let behind_name = Some(found.rest.bare()).filter(|rest| !rest.is_empty());
    let mut offices = offices.to_vec();
    // "Ông A, Chủ tịch UBND đặc khu" in one cell, and only the body in another.
    let post = behind_name.filter(|post| person::is_office(*post));
    let body = offices.len() == 1 && unit.is_none() && !offices.iter().any(|office| person::is_office(*office));
    let unit = if body && post.is_some() { offices.pop() } else { unit };
    if offices.is_empty() {
        offices.extend(behind_name);
    }
    if let Some(first) = offices.first_mut() {
        let titles = person::titles_of_office(*first);
        if titles.honorific.is_none() {
            seat.rank = seat.rank.or(titles.rank);
            seat.acting = position::is_acting(titles.rest);
            *first = titles.rest.bare();
        } else {
            offices.clear();
        }
    }
    offices.retain(|office| !office.is_empty());
    seat.position = Some(joined(&offices, unit)).filter(|position| !position.value.is_empty());
    seat
}

/// The role of a cell in the column of roles, which may say a duty behind it: the longest beginning that is one.
pub fn role_in<'a>(cell: Span<'a>, context: &Context<'a>) -> Option<RoleSaid<'a>> {
    role::whole(cell, &context.committees).or_else(|| {
        let ends = |c: char| matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '(' | '\t');
        let cuts = cell.chars().iter().enumerate().filter(|(_, c)| ends(**c)).map(|(at, _)| cell.start + at);
        let cuts: Vec<usize> = cuts.take(6).collect();
        let whole = |cut: &usize| role::whole(cell.until(*cut), &context.committees).filter(|role| !role.ditto);
        cuts.iter().rev().find_map(whole)
    })
}

/// A role that no list knows, in a column that is headed as that of roles: "Kế toán", "Giám thị".
fn as_it_stands<'a>(cell: Span<'a>, columns: &Columns<'a>) -> Option<RoleSaid<'a>> {
    let words = cell.bare();
    let short = (1..=8).contains(&words.words().len()) && words.chars().iter().all(|c| !c.is_ascii_digit());
    let capital = words.chars().first().is_some_and(|c| c.is_uppercase());
    let fits =
        columns.role_headed && short && capital && !person::begins(words) && person::person(words).name.is_none();
    fits.then(|| RoleSaid { value: Some(words.text()), span: words, invited: false, ditto: false })
}

/// The person in the column of names: what no rule reads as one is one all the same, less surely, unless it is
/// an office.
fn in_name_columns<'a>(row: &Row<'a>, cell: Span<'a>, given: Option<u32>, has_office: bool) -> person::Person<'a> {
    let given = row.iter().find(|(at, _)| Some(*at) == given).map(|(_, given)| given.bare());
    if let Some(given) = given.filter(|given| !given.is_empty()) {
        let titles = person::titles(cell);
        let before = titles.rest.bare();
        let value = format!("{} {}", person::cased(before), person::cased(given));
        let name = Said { value: value.trim().to_owned(), at: vec![before, given], sure: sure::GOOD };
        return person::Person { name: Some(name), rest: titles.rest.from(titles.rest.end), ..titles };
    }
    let found = person::person(cell);
    let words = found.rest.bare().words().len();
    if found.name.is_some()
        || !has_office
        || !(1..=7).contains(&words)
        || found.rest.bare().chars().first().is_none_or(|c| !c.is_uppercase())
        || person::is_office(found.rest)
    {
        return found;
    }
    let name = found.rest.bare();
    let behind = found.rest.from(name.end);
    person::Person { name: Some(Said::as_value(person::cased(name), name, sure::LIKELY)), rest: behind, ..found }
}
