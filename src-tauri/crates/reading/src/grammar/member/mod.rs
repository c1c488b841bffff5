//! One item of a list of members: who, in which role, in whose place.

mod narrowed;
mod new_post;
mod seats;
mod taken_off;

pub use seats::item_seats;

use std::rc::Rc;

use register::draft::MemberOp;

use super::heading::role_of_all;
use super::joint::{role_ahead, role_behind};
use super::person::everyone;
use super::role::{self, RoleSaid};
use super::seat::Seat;
use super::several::{group, semicolons};
use super::sheet::{Said, sure};
use super::{between, change, from_body, person, shared, signature};
use crate::lexicon;
use crate::line::Span;

/// What one item says.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// "2. Phó Trưởng ban:" – a role for the items that follow.
    Heading(RoleSaid<'a>),
    /// A role and who holds it.
    Seats(Vec<Seat<'a>>),
    /// Somebody goes out.
    Leaves(Vec<Said<'a>>),
    /// None of these.
    Other,
}

/// What holds for the items of a list.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// The role of the heading above.
    pub role: Option<RoleSaid<'a>>,
    /// The role of the item before, which "-nt-" says again.
    pub last: Option<RoleSaid<'a>>,
    /// The names of the committees of this paper, in lower case.
    pub committees: Rc<[String]>,
    /// Items without a role are members all the same (a bare list of people).
    pub roles_may_lack: bool,
}

/// A text longer than this is no item of a list.
pub const LONGEST: usize = 2_000;

/// Reads an item without its number.
pub fn item<'a>(text: Span<'a>, context: &Context<'a>) -> Item<'a> {
    let words = text.bare();
    let words = change::behind_place(words.after_any(&["ngoài ra", "đồng thời"]).map_or(words, Span::bare));
    if words.chars().len() > LONGEST {
        return Item::Other;
    }
    if let Some(seats) = two_of_one_post(words, context) {
        return Item::Seats(seats);
    }
    if let Some(seat) = new_post::read(words, context) {
        return Item::Seats(vec![seat]);
    }
    // "Đối với Phó Trưởng ban: thay ông A bằng ông B": the role of whoever comes.
    if words.starts_with("đối với")
        && let (Some(role), rest) = role_ahead(words, &context.committees)
    {
        return item(rest, &Context { role: Some(role), ..context.clone() });
    }
    if let Some(change::Swapped { old, reason, role, new }) = change::swapped(words, &context.committees) {
        let swapped = |seat: Seat<'a>| Seat {
            op: Some(MemberOp::Replace),
            replaces_member: seat.replaces_member.or_else(|| Some(old.clone())),
            reason: seat.reason.or_else(|| reason.clone()),
            ..seat
        };
        let role = role.as_ref().or(context.role.as_ref());
        return Item::Seats(item_seats(new, role, context).into_iter().map(swapped).collect());
    }
    if let Some((was, now, who)) = change::moved(words, &context.committees) {
        if who.is_empty() {
            return Item::Heading(now);
        }
        let moved = |seat: Seat<'a>| Seat {
            op: Some(MemberOp::ChangeRole),
            previous_role: was.value.clone().map(|value| Said::as_value(value, was.span, sure::GOOD)),
            ..seat
        };
        return Item::Seats(item_seats(who, Some(&now), context).into_iter().map(moved).collect());
    }
    if let Some(leaves) = change::leaving(words) {
        return Item::Leaves(leaves);
    }
    if let Some(heading) = role::whole(words, &context.committees).filter(|role| !role.ditto) {
        return Item::Heading(heading);
    }
    // "Bổ sung 03 Ủy viên gồm:", "Bổ sung Ủy viên Ban Chỉ đạo:", above the items that name them.
    let added = words
        .after("bổ sung")
        .map(|rest| ["gồm", "sau đây", "sau"].iter().find_map(|end| rest.before(end)).unwrap_or(rest));
    if let Some(heading) =
        added.and_then(|rest| role::whole(rest, &context.committees)).filter(|role| role.value.is_some())
    {
        return Item::Heading(heading);
    }
    if let Some(seats) = clauses_of_roles(words, context) {
        return Item::Seats(seats);
    }
    if let Some(seats) = clauses_before_roles(words, context) {
        return Item::Seats(seats);
    }
    // "Bổ sung Phó Trưởng ban: ông A, …".
    let added = words.after_any(&["bổ sung", "thay đổi", "thay thế", "điều chỉnh"]).filter(|rest| {
        let (role, who) = role_ahead(*rest, &context.committees);
        role.is_some_and(|role| role.value.is_some()) && person::begins(who)
    });
    if let Some(Item::Seats(seats)) = added.map(|rest| item(rest, context)) {
        return Item::Seats(
            seats.into_iter().map(|seat| Seat { op: seat.op.or(Some(MemberOp::Add)), ..seat }).collect(),
        );
    }
    // "Trưởng ban: Ông A …", "Các Ủy viên: Lãnh đạo X; Lãnh đạo Y".
    let (heading, rest) = role_ahead(words, &context.committees);
    // "Mời: Chủ tịch Hội X", where a column or a heading says the role.
    let above = context.role.clone();
    let role = match heading {
        Some(asked) if asked.value.is_none() && asked.invited && !asked.ditto => {
            above.map_or(Some(asked), |above| Some(RoleSaid { invited: true, ..above }))
        }
        said => said.or(above),
    };
    // "Cử các ông A, …, B, … làm Ủy viên".
    let rest = rest
        .after_any(&["cử", "bổ sung", "phân công", "chỉ định", "giao"])
        .filter(|rest| rest.starts_with("các"))
        .unwrap_or(rest);
    let named = rest.after_any(&person::GROUP_HEADS);
    if let Some(seats) = named.and_then(|names| shared::office(names, role.as_ref(), context)) {
        return Item::Seats(seats);
    }
    if let Some(seats) = named.and_then(|names| listed(names.bare(), role.as_ref(), context)) {
        return Item::Seats(seats);
    }
    let holding = shared::holding_a_post(rest, role.as_ref(), context)
        .or_else(|| shared::with_names_behind(rest, role.as_ref(), context));
    if let Some(seats) = holding {
        return Item::Seats(seats);
    }
    if let Some(seat) = between::role_between(rest, context) {
        return Item::Seats(vec![seat]);
    }
    if let Some(seats) = from_body::seats(rest, role.as_ref(), context) {
        return Item::Seats(seats);
    }
    let named = named.filter(|rest| rest.chars().first() == Some(&':')).map(Span::bare);
    let rest = named.unwrap_or(rest);
    let pieces = if rest.chars().contains(&';') { semicolons(rest) } else { vec![rest] };
    // "Ông A - Phó Chủ tịch UBND thị xã; Chủ tịch Hội đồng": the mark before a role parts nobody.
    let pieces = if one_person(&pieces, context) { vec![rest] } else { pieces };
    let mut seats = Vec::new();
    for piece in pieces {
        seats.extend(item_seats(piece, role.as_ref(), context));
    }
    if seats.is_empty() { Item::Other } else { Item::Seats(seats) }
}

/// "Tổ trưởng: ông A, Trưởng thôn; Thành viên: bà B; ông C", "Bổ sung các ông, bà sau làm Ủy viên: bà A; ông B": roles
/// that hold until the next is said.
fn clauses_of_roles<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let colon = words.chars().iter().take(90).position(|c| *c == ':').map(|at| words.start + at);
    let told = colon.and_then(|colon| Some((role_of_all(words.until(colon + 1), &context.committees)?, colon)));
    let (mut role, rest) = match told {
        Some((role, colon)) => (Some(role), words.from(colon + 1).bare()),
        None => (None, words),
    };
    let all = role.is_some();
    let pieces = rest.split(|c| c == ';');
    let ahead = |piece: &Span<'a>| role_ahead(piece.bare(), &context.committees).0.filter(|role| role.value.is_some());
    let several = pieces.len() > 1 && pieces.iter().skip(1).any(|piece| ahead(piece).is_some());
    if !(all || (several && pieces.first().is_some_and(|first| ahead(first).is_some()))) {
        return None;
    }
    let mut seats = Vec::new();
    for piece in pieces {
        let (own, who) = role_ahead(piece.bare(), &context.committees);
        role = own.filter(|role| role.value.is_some()).or(role);
        seats.extend(item_seats(who, role.as_ref(), context));
    }
    let op = words.starts_with("bổ sung").then_some(MemberOp::Add);
    let seats: Vec<Seat<'a>> = seats.into_iter().map(|seat| Seat { op: seat.op.or(op), ..seat }).collect();
    (!seats.is_empty()).then_some(seats)
}

/// "Bổ sung đồng chí A, … làm Phó Trưởng ban; các đồng chí B, … và C, … làm thành viên": people, each clause with its role.
fn clauses_before_roles<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let pieces: Vec<Span<'a>> = words.split(|c| c == ';').into_iter().map(Span::bare).collect();
    let somebody = |piece: Span<'a>| {
        let who = piece.after_any(&["bổ sung", "cử", "chỉ định"]).unwrap_or(piece);
        person::begins(who) || who.after_any(&person::GROUP_HEADS).is_some()
    };
    let told = |piece: &Span<'a>| {
        let named = piece.has_any(&["làm", "giữ chức"]);
        named && somebody(*piece) && role_behind(*piece, &context.committees).1.is_some()
    };
    if pieces.len() < 2 || !pieces.iter().all(told) {
        return None;
    }
    let op = words.starts_with("bổ sung").then_some(MemberOp::Add);
    let mut seats = Vec::new();
    for piece in pieces {
        let Item::Seats(found) = item(piece, context) else { return None };
        seats.extend(found.into_iter().map(|seat| Seat { op: seat.op.or(op), ..seat }));
    }
    Some(seats)
}

/// "Ông A; Bí thư Đảng ủy; Trưởng ban": a person, offices, and a role behind the last mark.
fn one_person(pieces: &[Span<'_>], context: &Context<'_>) -> bool {
    let [first, between @ .., last] = pieces else { return false };
    // "Ông A; Bí thư Đảng ủy xã, Trưởng ban": a name alone, and the post behind the mark.
    let alone = |piece: &Span<'_>| {
        let found = person::person(piece.bare());
        found.name.is_some() && found.rest.bare().is_empty()
    };
    let sent = lexicon::get().nominated.begin(*last);
    // "Ông A; Trưởng ban; Phó Chủ tịch UBND xã".
    let said =
        |piece: &Span<'_>| role::whole(piece.bare(), &context.committees).is_some_and(|role| role.value.is_some());
    if let [role] = between
        && alone(first)
        && said(role)
        && person::is_office(*last)
    {
        return true;
    }
    if between.is_empty() && alone(first) && person::is_office(*last) && !sent && everyone(*last).is_empty() {
        return true;
    }
    let role = role::whole(last.bare(), &context.committees).is_some_and(|role| role.value.is_some());
    let office = |piece: &Span<'_>| !person::begins(*piece) && role_behind(*piece, &context.committees).1.is_none();
    role && (between.is_empty() || ((person::begins(*first) || alone(first)) && between.iter().all(office)))
}

/// "Các đồng chí: A - Bí thư Đoàn xã X, B - cán bộ Huyện đoàn làm Ủy viên": several names, each with its office, and the
/// role of them all behind the last.
fn listed<'a>(words: Span<'a>, above: Option<&RoleSaid<'a>>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let (words, said) = role_behind(words, &context.committees);
    let role = said.as_ref().or(above);
    let pieces = group(words).filter(|pieces| pieces.len() > 1 && role.is_some())?;
    Some(pieces.into_iter().flat_map(|piece| item_seats(piece, role, context)).collect())
}

/// "A và B, Thứ trưởng Bộ X, ủy viên", as older papers say it: two names, and what is said of both.
fn two_of_one_post<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let and = words.find("và").filter(|and| signature::is_name(words.until(and.start).bare()))?;
    let rest = words.from(and.end).trim();
    let comma = rest.chars().iter().position(|c| *c == ',').map(|at| rest.start + at)?;
    let bare = |who: Span<'_>| person::titles(who).honorific.is_none();
    (signature::is_name(rest.until(comma).bare()) && bare(words) && bare(rest)).then_some(())?;
    let Item::Seats(seats) = item(rest, context) else { return None };
    let [seat] = seats.as_slice() else { return None };
    let name = words.until(and.start).bare();
    let value = Said::as_value(person::cased(name), name, sure::GOOD);
    let first = Seat { name: Some(value), ..seat.clone() };
    (seat.name.is_some() && seat.position.is_some()).then(|| vec![first, seat.clone()])
}
