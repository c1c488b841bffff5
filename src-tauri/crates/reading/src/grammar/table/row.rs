//! One row of a table of members: who sits, with which post, in which role.

use register::draft::{MemberOp, SeatKind};

use super::columns::{Columns, honorific};
use super::{Roles, Row, says};
use crate::grammar::joined_post::joined;
use crate::grammar::joint::role_behind;
use crate::grammar::member::{self, Context, Item};
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::Seat;
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{change, label, person, position, several};
use crate::lexicon;
use crate::line::Span;

type SeatsAndRole<'a> = (Vec<Seat<'a>>, Option<RoleSaid<'a>>);

pub fn seats<'a>(
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
        Some(role) if role.value.is_none() && role.invited => {
            Some(roles.above.clone().map_or(role, |above| RoleSaid { invited: true, ..above }))
        }
        Some(role) => Some(role),
        // An empty cell below a role says it again.
        None => roles.above.clone().or_else(|| roles.last.clone().filter(|_| columns.role.is_some())),
    };
    let noted =
        || note_of(row, columns, |note| role::whole(note, &context.committees).filter(|role| role.value.is_some()));
    let role = if columns.role.is_none() { noted().or(role) } else { role };
    let role = standing(row, columns).and_then(|note| with_note(role.as_ref()?, note)).or(role);
    let mut common = common(row, columns, role.as_ref());
    // "Thành phần mời tham gia", over rows that have roles of their own.
    common.invited |= roles.above.as_ref().is_some_and(|above| above.invited);
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
            // "Ông A, …; bà B, … (mời)": of several in one cell, the last.
            let several = office.chars().contains(&';');
            let asked =
                role::bracket_behind(office).filter(|(_, inner)| lexicon::get().invited.say(*inner) && !several);
            common.invited |= asked.is_some();
            asked.map_or(office, |(before, _)| before)
        })
        .collect();
    // "Mời bà B", "Kính mời: Ông C".
    let asked = name.and_then(|cell| cell.after_any(&["kính mời", "mời"]));
    let asked = asked.map(|rest| rest.trim_by(|c| c == ':' || c.is_whitespace())).filter(|rest| person::begins(*rest));
    common.invited |= asked.is_some();
    let name = asked.or(name);
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
    // "Ông A" over "bà B", with one post for both or one for each.
    let both = name.map(|cell| each(cell).unwrap_or_else(|| several::people(cell)));
    if let Some(people) = both.filter(|people| people.len() > 1 && !offices.is_empty()) {
        let found: Vec<_> = people.into_iter().map(person::person).collect();
        if found.iter().all(|one| one.name.is_some() && one.rest.bare().is_empty()) {
            let own = offices.first().and_then(|office| each(*office)).filter(|own| own.len() == found.len());
            if let Some(own) = own.filter(|_| offices.len() == 1) {
                let seat = |(one, office): (_, Span<'a>)| person_seat(one, common.clone(), &[office], unit);
                return Some((found.into_iter().zip(own).map(seat).collect(), role));
            }
            let seat = |one| person_seat(one, common.clone(), &offices, unit);
            return Some((found.into_iter().map(seat).collect(), role));
        }
    }
    let family =
        name.filter(|cell| columns.plain_names && cell.word_count() == 3 && person::titles(*cell).degree.is_none());
    let family = family.and_then(person::with_family_of_honorific);
    let found = family
        .or_else(|| name.map(|cell| in_name_columns(row, cell, columns.given, office.is_some() || unit.is_some())));
    if let Some(found) = found.filter(|found| found.name.is_some()) {
        let seat = person_seat(found, common, &offices, unit);
        return Some((vec![seat], role));
    }
    let wording = without_number(office.or(name).or(unit)?).bare();
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

/// "1. Bà A; 2. Ông B": what a cell lists, without its numbers.
fn each(cell: Span<'_>) -> Option<Vec<Span<'_>>> {
    let pieces = cell.split(|c| c == ';');
    (pieces.len() > 1).then(|| pieces.into_iter().map(|piece| label::label(piece).1.bare()).collect())
}

/// What a column of notes says, if it is of a kind: a role of its own, in whose place somebody comes.
fn note_of<'a, T>(row: &Row<'a>, columns: &Columns<'a>, read: impl Fn(Span<'a>) -> Option<T>) -> Option<T> {
    row.iter().filter(|(at, _)| columns.is_note(*at)).find_map(|(_, cell)| read(cell.bare()))
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

/// "3. Giáo viên chủ nhiệm các lớp": rows that are counted within their first cell.
fn without_number(cell: Span<'_>) -> Span<'_> {
    match label::label(cell) {
        (Some(number), rest) if number.chars().first().is_some_and(char::is_ascii_digit) => rest,
        _ => cell,
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
    // "Thay ông B", as a note.
    let instead = note_of(row, columns, |note| {
        note.after_any(&["thay thế", "thay cho", "thay"]).filter(|old| person::begins(*old))
    });
    if let Some(old) = instead {
        replacing(old, &mut seat);
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
    let short = (1..=8).contains(&words.word_count()) && words.chars().iter().all(|c| !c.is_ascii_digit());
    let capital = words.chars().first().is_some_and(|c| c.is_uppercase());
    let fits =
        columns.role_headed && short && capital && !person::begins(words) && person::person(words).name.is_none();
    let value = || role::without_marks(words).unwrap_or_else(|| words.text());
    fits.then(|| RoleSaid { value: Some(value()), span: words, invited: false, ditto: false })
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
    let words = found.rest.bare().word_count();
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
