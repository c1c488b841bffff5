//! "Ông A, Phó Trưởng ban: từ Giám đốc Sở X thành Giám đốc Sở Y": the same seat, another post.

use super::super::sheet::{Said, sure};
use super::super::{joint, person};
use super::{Context, Seat, item_seats};
use crate::line::Span;

/// The seat with the post that its holder has now; the post before is said and left.
pub fn read<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
    let colon = words.chars().iter().take(160).position(|c| *c == ':').map(|at| words.start + at)?;
    let who = words.until(colon).bare();
    let told = words.from(colon + 1).trim();
    let from = told.after_any(&["thay đổi chức vụ từ", "thay đổi từ", "chuyển từ", "từ"])?;
    let turn = from.find_any(&["thành", "sang", "nay là"])?;
    let (was, now) = (from.until(turn.start).bare(), from.from(turn.end).bare());
    let changed = person::is_office(was) && person::is_office(now);
    let role = joint::role_behind(who, &context.committees).1.or_else(|| context.role.clone()).filter(|_| changed)?;
    let [seat] = <[Seat<'a>; 1]>::try_from(item_seats(who, Some(&role), context)).ok()?;
    seat.name.as_ref()?;
    Some(Seat { position: Some(Said::of(now, sure::GOOD)), ..seat })
}
