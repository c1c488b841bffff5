//! The seats of one piece of an item: who it is, in which role.

use register::draft::MemberOp;

use super::narrowed::narrowed;
use super::taken_off::Layers;
use crate::grammar::joint::role_behind;
use crate::grammar::member::Context;
use crate::grammar::person::{self, everyone};
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::{Seat, named, titled, unnamed, with_name};
use crate::grammar::several::{group, offices, people, stands_for_a_post};
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{change, standing};
use crate::lexicon;
use crate::line::Span;

/// The seats of one piece of an item, under this role.
pub fn item_seats<'a>(piece: Span<'a>, above: Option<&RoleSaid<'a>>, context: &Context<'a>) -> Vec<Seat<'a>> {
    let mut layers = Layers::of(piece, context);
    let (who, role) = in_a_role(&mut layers, above, context);
    let Layers { seat: mut common, joins, .. } = layers;
    let who = change::of_role(who, &mut common, &context.committees);
    if let Some(seat) = titled(who, &common).filter(|_| role.is_some()) {
        return vec![seat];
    }
    let asked = common.invited && joins;
    let shown = role.is_some() || common.role.is_some() || context.roles_may_lack || asked;
    let mut seats = held_by(who, &common, role.is_some(), shown, context);
    seats.iter_mut().for_each(|seat| role_before_the_post(seat, context));
    seats
}

/// "Ông A, Phó Chủ tịch Hội đồng, Cục trưởng Cục X giữ chức Chủ tịch Hội đồng": the role before stands over the post.
fn role_before_the_post<'a>(seat: &mut Seat<'a>, context: &Context<'a>) {
    let Some([post]) = seat.position.as_ref().map(|position| position.at.as_slice()) else { return };
    let Some(comma) = post.chars().iter().position(|c| *c == ',').map(|at| post.start + at) else { return };
    let (first, rest) = (post.until(comma).bare(), post.from(comma + 1).bare());
    let before = role::whole(first, &context.committees).and_then(|role| role.value);
    let changed = before.as_ref().is_some_and(|before| seat.role.as_ref().is_some_and(|now| now.value != *before));
    if let Some(before) = before.filter(|_| changed && seat.name.is_some() && person::is_office(rest)) {
        seat.previous_role = seat.previous_role.take().or(Some(Said::as_value(before, first, sure::GOOD)));
        seat.op = Some(MemberOp::ChangeRole);
        seat.position = Some(Said::of(rest, sure::CERTAIN));
    }
}

/// Takes the role off a piece: who it is, and the role, which the seat has then.
fn in_a_role<'a>(
    layers: &mut Layers<'a, '_>,
    above: Option<&RoleSaid<'a>>,
    context: &Context<'a>,
) -> (Span<'a>, Option<RoleSaid<'a>>) {
    let rest = layers.rest;
    let (who, said) = match change::promoted(rest, &context.committees) {
        Some((who, before, now)) => {
            layers.seat.op = Some(MemberOp::ChangeRole);
            layers.seat.previous_role = before.value.map(|value| Said::as_value(value, before.span, sure::GOOD));
            (who, Some(now))
        }
        None => role_behind(rest, &context.committees),
    };
    // "Ông A, Trưởng phòng X; bà B, Chủ tịch Hội Y (mời)": the last of them is asked, and says so itself.
    let last_is_asked = said.as_ref().is_some_and(|said| said.value.is_none() && said.invited)
        && who.chars().contains(&';')
        && people(who).len() > 1;
    let (who, said) = if last_is_asked { (rest, None) } else { (who, said) };
    let who = standing::without_bracket(who);
    let said = said.or(layers.said.take());
    let who = layers.between(who, said.is_some());
    // A sign for "the same as above" was taken off the end, and no role read.
    let sign = rest.from(who.end).trim_by(|c| c.is_whitespace() || c == ',').key();
    let ditto = said.is_none() && (who.end < rest.bare().end || lexicon::get().ditto.contains(&sign));
    let again = || context.last.clone().filter(|_| ditto);
    // "(mời)" alone leaves the role to the heading above.
    let only_invited = said.as_ref().is_some_and(|said| said.value.is_none() && said.invited);
    layers.seat.invited |= only_invited;
    let said = said.filter(|_| !only_invited || above.is_none());
    let (who, own) = narrowed(who, if said.is_none() { above } else { said.as_ref() }, said.is_none(), context);
    let role = own.or(said).or_else(|| above.cloned()).or_else(again);
    if let Some(role) = &role {
        layers.seat.invited |= role.invited || above.is_some_and(|above| above.invited);
        if let Some(value) = &role.value {
            layers.seat.role = Some(Said::as_value(value.clone(), role.span, sure::CERTAIN));
            layers.seat.concurrent = value.contains("kiêm");
        }
    }
    (who, role)
}

/// The seats of whoever is told: people, each with a post or without, else posts.
fn held_by<'a>(who: Span<'a>, common: &Seat<'a>, in_role: bool, shown: bool, context: &Context<'a>) -> Vec<Seat<'a>> {
    let people = people_of(who, in_role);
    let several: Vec<Seat<'a>> =
        people.iter().flat_map(|piece| one_of(*piece, people.len() > 1, common, context)).collect();
    if people.len() > 1 || (person::begins(who) && !several.is_empty()) {
        return sharing_the_last(several, &people);
    }
    if let Some(seat) = named(who, common).filter(|seat| shown || seat.position.is_some()) {
        return vec![seat];
    }
    if let Some((office, name)) = person::named_behind_place(who, &context.committees).filter(|_| shown) {
        return vec![with_name(office, name, common)];
    }
    // Somebody named in the middle of a wording is no part of a post: what no rule reads is left unread.
    if !shown || who.is_empty() || !stands_for_a_post(who, in_role) || !everyone(who).is_empty() {
        return Vec::new();
    }
    // "Ông Bộ trưởng, Trưởng ban Ban Biên giới": one person, whatever posts.
    let one = person::titles(who).honorific.is_some();
    let pieces = if one { vec![who] } else { offices(who, common.invited) };
    pieces
        .into_iter()
        .flat_map(|office| {
            let (office, common) = own_role(office, common, context);
            unnamed(office, &common)
        })
        .collect()
}

/// The people of a wording, each with whatever is said of him.
fn people_of(who: Span<'_>, in_role: bool) -> Vec<Span<'_>> {
    let people = people(who);
    // "A, Phó Giám đốc Sở X, B, Chi cục trưởng Y và C, …, làm Ủy viên": names without honorifics, each with its post.
    let posted = |piece: &Span<'_>| {
        let found = person::person(*piece);
        // "Phạm Thị Dung (Văn phòng), Hoàng Văn Em (Tư pháp)".
        let unit = found.rest.chars().first() == Some(&'(') && found.rest.chars().last() == Some(&')');
        found.name.is_some() && (unit || person::is_office(found.rest.bare()))
    };
    if people.len() == 1
        && in_role
        && !person::begins(who)
        && let Some(pieces) = group(who)
        && pieces.len() > 1
        && pieces.iter().all(posted)
    {
        return pieces;
    }
    people
}

/// The seat of one of the people told, or of an office among them.
fn one_of<'a>(piece: Span<'a>, several: bool, common: &Seat<'a>, context: &Context<'a>) -> Vec<Seat<'a>> {
    let (piece, common) = own_role(piece, common, context);
    // "…, Phó Vụ trưởng Vụ Pháp chế Hoàng Cảnh": the last of several, with a name of two words.
    let short = || person::short_name_behind(piece).filter(|_| several);
    let placed = || person::named_behind_place(piece, &context.committees);
    let named = named(piece, &common)
        .or_else(|| short().or_else(placed).map(|(office, name)| with_name(office, name, &common)));
    match named {
        Some(seat) => vec![seat],
        None if several && person::is_office(piece) => unnamed(piece, &common),
        None => Vec::new(),
    }
}

/// "Bà A và ông B, Phó Chủ tịch Công đoàn ngành": the office behind the last of two is that of both.
fn sharing_the_last<'a>(mut seats: Vec<Seat<'a>>, people: &[Span<'a>]) -> Vec<Seat<'a>> {
    if let ([first, last], [_, behind]) = (seats.as_mut_slice(), people) {
        let line = behind.line;
        let between = Span::new(line, behind.start.saturating_sub(4), behind.start).trim();
        let and = between.before("và").is_some() || between.chars().last() == Some(&'&');
        let plural = first.name.is_some() && first.position.is_none();
        if plural && and {
            first.position.clone_from(&last.position);
        }
    }
    seats
}

/// One of several under a heading may have a role of its own: "… (Ủy viên thường trực)".
fn own_role<'a>(piece: Span<'a>, common: &Seat<'a>, context: &Context<'a>) -> (Span<'a>, Seat<'a>) {
    let (rest, role) = role_behind(piece, &context.committees);
    let value = role.as_ref().and_then(|role| role.value.clone());
    match (role, value) {
        (Some(role), None) if role.invited => (rest, Seat { invited: true, ..common.clone() }),
        (Some(role), Some(value)) => {
            (rest, Seat { role: Some(Said::as_value(value, role.span, sure::GOOD)), ..common.clone() })
        }
        _ => (piece, common.clone()),
    }
}
