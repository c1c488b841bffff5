//! Items that name the body first: "Sở Y tế: Bà A, Trưởng phòng Nghiệp vụ".

use super::joined_post;
use super::member::{Context, item_seats};
use super::person;
use super::role::RoleSaid;
use super::seat::Seat;
use super::sheet::{Said, sure};
use crate::lexicon;
use crate::line::Span;

/// The people whom a body sends, where the item begins with its name and a colon.
pub fn seats<'a>(words: Span<'a>, role: Option<&RoleSaid<'a>>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let colon = words.chars().iter().take(100).position(|c| *c == ':').map(|at| words.start + at)?;
    let (body, who) = (words.until(colon).bare(), words.from(colon + 1).bare());
    let organizations = &lexicon::get().appointments.posts.organizations;
    let opens = organizations.iter().any(|noun| body.starts_with(noun)) || body.starts_with("hiệp hội");
    let capital = body.chars().first().is_some_and(|c| c.is_uppercase());
    let named = opens && capital && (2..=12).contains(&body.word_count()) && !person::is_office(body);
    let sent = person::begins(who) || lexicon::get().nominated.iter().any(|head| who.starts_with(head));
    if !named || !sent || (role.is_none() && !context.roles_may_lack) {
        return None;
    }
    let seats = item_seats(who, role, context);
    (!seats.is_empty()).then(|| seats.into_iter().map(|seat| of(seat, body)).collect())
}

/// The seat with the body behind its post.
fn of<'a>(seat: Seat<'a>, body: Span<'a>) -> Seat<'a> {
    let post = seat.position.as_ref().and_then(|position| position.at.first().copied());
    let position = post.map_or_else(|| Said::of(body, sure::GOOD), |post| joined_post::joined(&[post], Some(body)));
    Seat { position: Some(position), ..seat }
}
