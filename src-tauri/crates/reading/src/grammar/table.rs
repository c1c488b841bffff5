//! Members in a table: STT, họ và tên, chức vụ, vai trò – by the words of its head, else by what its columns
//! hold.

use register::draft::SeatKind;

use super::member::{self, Context, Item, Seat};
use super::person;
use super::position;
use super::role::{self, RoleSaid};
use super::sheet::{Said, sure};
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
}

#[derive(Clone, Copy, Debug, Default)]
struct Columns {
    name: Option<u32>,
    position: Option<u32>,
    /// The office's body, where it has a column of its own.
    body: Option<u32>,
    role: Option<u32>,
    number: Option<u32>,
}

impl Columns {
    fn is_free(self, at: u32) -> bool {
        ![self.name, self.position, self.body, self.role, self.number].contains(&Some(at))
    }
}

/// Reads the rows of one table.
pub fn read<'a>(rows: &[Row<'a>], context: &Context<'a>) -> Vec<RowItem<'a>> {
    let head = rows.iter().take(3).position(|row| row.iter().filter(|(_, cell)| is_heading(*cell)).count() >= 2);
    let body = &rows[head.map_or(0, |at| at + 1)..];
    let mut columns = head.map(|at| by_heading(&rows[at])).unwrap_or_default();
    by_content(body, &mut columns, context);
    let mut items = Vec::new();
    let (mut above, mut last): (Option<RoleSaid<'a>>, Option<RoleSaid<'a>>) = (context.role.clone(), None);
    for row in body {
        let said: Vec<Span<'a>> =
            row.iter().map(|(_, cell)| *cell).filter(|cell| cell.chars().iter().any(|c| c.is_alphabetic())).collect();
        let [first, ..] = said.as_slice() else { continue };
        if said.len() == 1
            && !person::begins(*first)
            && (columns.name.is_some() || columns.role.is_some())
            && row.len() <= 2
        {
            let heading = super::outline::label(*first).1;
            if let Some(role) = role::whole(heading.bare(), &context.committees).filter(|role| !role.ditto) {
                above = Some(role);
            } else if !person::is_office(heading) {
                above = None;
            }
            items.push(RowItem::Section(heading));
            continue;
        }
        match seats(row, columns, above.as_ref(), last.as_ref(), context) {
            Some((seats, role)) if !seats.is_empty() => {
                last = role.or(last);
                items.push(RowItem::Seats(seats));
            }
            _ => items.push(RowItem::Unread(*first)),
        }
    }
    items
}

fn is_heading(cell: Span<'_>) -> bool {
    let key = cell.bare().key();
    let whole = [
        "tt",
        "stt",
        "số tt",
        "số thứ tự",
        "ghi chú",
        "vai trò",
        "nhiệm vụ",
        "chức danh",
        "chức vụ",
        "đơn vị",
        "cơ quan",
        "họ tên",
    ];
    let part = [
        "họ và tên",
        "họ, tên",
        "họ tên",
        "chức vụ",
        "chức danh",
        "đơn vị công tác",
        "cơ quan công tác",
        "vai trò",
        "nhiệm vụ",
        "thành phần",
        "điện thoại",
        "ngày sinh",
    ];
    whole.contains(&key.as_str()) || (cell.words().len() <= 10 && part.iter().any(|word| key.starts_with(word)))
}

fn by_heading(row: &Row<'_>) -> Columns {
    let mut columns = Columns::default();
    let mut doubtful = None;
    for (at, cell) in row {
        let key = cell.bare().key();
        let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
        if matches!(key.as_str(), "tt" | "stt" | "số tt" | "số thứ tự") {
            columns.number = Some(*at);
        } else if has(&["họ và tên", "họ tên", "họ, tên", "thành phần"]) {
            columns.name = columns.name.or(Some(*at));
        } else if has(&[
            "trong ban",
            "trong bcđ",
            "trong tổ",
            "trong hội đồng",
            "vai trò",
            "nhiệm vụ",
            "tham gia",
            "trong đoàn",
            "trong nhóm",
        ]) {
            columns.role = columns.role.or(Some(*at));
        } else if key.contains("chức danh") {
            doubtful = Some(*at);
        } else if key.contains("chức vụ") {
            columns.position = columns.position.or(Some(*at));
        } else if has(&["đơn vị", "cơ quan", "nơi công tác"]) {
            columns.body = columns.body.or(Some(*at));
        }
    }
    // "Chức danh" is the office where nothing else is, and the role where "Chức vụ" is the office.
    if let Some(at) = doubtful {
        if columns.position.is_some() && columns.role.is_none() {
            columns.role = Some(at);
        } else if columns.position.is_none() {
            columns.position = Some(at);
        }
    }
    if columns.position.is_none() {
        columns.position = columns.body.take();
    }
    columns
}

/// Finds what the headings did not say: the column of roles, and that of names.
fn by_content(rows: &[Row<'_>], columns: &mut Columns, context: &Context<'_>) {
    let mut all: Vec<u32> = rows.iter().flatten().map(|(at, _)| *at).collect();
    all.sort_unstable();
    all.dedup();
    let count = |at: u32, fits: &dyn Fn(Span<'_>) -> bool| {
        rows.iter().flatten().filter(|(column, cell)| *column == at && fits(*cell)).count()
    };
    let is_role = |cell: Span<'_>| role::whole(cell, &context.committees).is_some();
    let is_name = |cell: Span<'_>| person::person(cell).name.is_some();
    if columns.role.is_none() {
        let best = all.iter().map(|at| (count(*at, &is_role), *at)).max();
        // The column headed as the office may hold the roles.
        columns.role = best.filter(|(hits, _)| *hits * 2 > rows.len()).map(|(_, at)| at);
        if columns.role.is_some() && columns.role == columns.position {
            columns.position = columns.body.take();
        }
    }
    if columns.name.is_none() {
        let best = all.iter().filter(|at| columns.is_free(**at)).map(|at| (count(*at, &is_name), *at)).max();
        columns.name = best.filter(|(hits, _)| *hits * 2 > rows.len()).map(|(_, at)| at);
    }
    if columns.position.is_none() {
        let letters = |cell: Span<'_>| cell.chars().iter().filter(|c| c.is_alphabetic()).count() > 4;
        let best = all
            .iter()
            .filter(|at| columns.is_free(**at))
            .map(|at| (count(*at, &letters), std::cmp::Reverse(*at)))
            .max();
        columns.position = best.filter(|(hits, _)| *hits * 2 > rows.len()).map(|(_, at)| at.0);
    }
}

type SeatsAndRole<'a> = (Vec<Seat<'a>>, Option<RoleSaid<'a>>);

fn seats<'a>(
    row: &Row<'a>,
    columns: Columns,
    above: Option<&RoleSaid<'a>>,
    last: Option<&RoleSaid<'a>>,
    context: &Context<'a>,
) -> Option<SeatsAndRole<'a>> {
    let cell = |at: Option<u32>| {
        at.and_then(|at| row.iter().find(|(column, _)| *column == at))
            .map(|(_, cell)| *cell)
            .filter(|cell| !cell.bare().is_empty() || !cell.is_empty())
    };
    let role = match cell(columns.role).and_then(|cell| role::whole(cell, &context.committees)) {
        Some(role) if role.ditto => last.cloned(),
        Some(role) => Some(role),
        None => above.cloned(),
    };
    let words: Vec<Span<'a>> = row
        .iter()
        .map(|(_, cell)| *cell)
        .filter(|cell| !cell.bare().is_empty() && cell.chars().iter().any(|c| c.is_alphabetic()))
        .collect();
    let said =
        Said { value: words.iter().map(Span::text).collect::<Vec<_>>().join(", "), at: words, sure: sure::CERTAIN };
    let noted = row.iter().any(|(at, cell)| {
        columns.is_free(*at) && role::whole(*cell, &[]).is_some_and(|role| role.value.is_none() && role.invited)
    });
    let mut common = Seat { words: Some(said), ..Seat::default() };
    if let Some(role) = &role {
        common.invited = role.invited || noted;
        common.role = role.value.clone().map(|value| Said::as_value(value, role.span, sure::CERTAIN));
        common.concurrent = role.value.as_ref().is_some_and(|value| value.contains("kiêm"));
    }
    let (name, office) = (cell(columns.name), cell(columns.position));
    let body = cell(columns.body);
    // A table with all in one column is a list with lines around it.
    if columns.role.is_none() && (name.is_none() || office.is_none()) {
        let only = name.or(office)?;
        let inner = Context { role: above.cloned(), roles_may_lack: true, ..context.clone() };
        return match member::item(only, &inner) {
            Item::Seats(seats) => Some((seats, None)),
            _ => None,
        };
    }
    if let Some(found) = name.map(|cell| in_name_column(cell, office.is_some())).filter(|found| found.name.is_some()) {
        let mut seat = Seat {
            honorific: found.honorific,
            rank: found.rank,
            degree: found.degree,
            name: found.name,
            kind: Some(SeatKind::Named),
            ..common
        };
        let behind_name = Some(found.rest.bare()).filter(|rest| !rest.is_empty());
        let office = office.or(behind_name).map(Span::bare).filter(|office| !office.is_empty());
        let titles = office.map(person::titles).filter(|titles| titles.honorific.is_none());
        if let Some(titles) = titles {
            seat.rank = seat.rank.or(titles.rank);
            seat.acting = position::is_acting(titles.rest);
            seat.position = Some(with_body(titles.rest.bare(), body)).filter(|position| !position.value.is_empty());
        } else {
            seat.position = body.map(|body| Said::of(body.bare(), sure::GOOD));
        }
        return Some((vec![seat], role));
    }
    let wording = office.or(name)?.bare();
    let wording = if person::is_office(wording) || name.is_none() { wording } else { name?.bare() };
    if let Item::Seats(seats) =
        member::item(wording, &Context { role: role.clone(), roles_may_lack: true, ..context.clone() })
    {
        let seats = seats.into_iter().map(|seat| Seat {
            words: common.words.clone(),
            invited: seat.invited || common.invited,
            ..seat
        });
        return Some((seats.collect(), role));
    }
    None
}

/// The person in a cell of the column of names: what no rule reads as one is one all the same, less surely,
/// unless it is an office.
fn in_name_column(cell: Span<'_>, has_office: bool) -> person::Person<'_> {
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

/// "Giám đốc" and "Sở Y tế" in two columns are one office.
fn with_body<'a>(office: Span<'a>, body: Option<Span<'a>>) -> Said<'a> {
    let Some(body) = body.map(Span::bare).filter(|body| !body.is_empty()) else {
        return Said::of(office, sure::CERTAIN);
    };
    let joint = if office.words().len() <= 3 { " " } else { ", " };
    Said { value: format!("{}{joint}{}", office.text(), body.text()), at: vec![office, body], sure: sure::GOOD }
}
