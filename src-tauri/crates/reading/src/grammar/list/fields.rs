//! Somebody told in the fields of a form, all on one line: "Họ tên: A; chức danh: B; nhiệm vụ: Tổ phó; SĐT: …". What is
//! private in it is read by nobody.

use crate::grammar::role;
use crate::grammar::seat::{Seat, named};
use crate::grammar::sheet::{Said, sure};
use crate::lexicon::headings::{Heading, heading_of};
use crate::line::Span;

/// A field: what it holds, and what it says.
type Field<'a> = (Heading, Span<'a>);

/// The seat of such a line, which opens with a name.
pub fn told<'a>(line: Span<'a>, committees: &[String]) -> Option<Seat<'a>> {
    let fields = fields(line)?;
    let find = |wanted: &[Heading]| fields.iter().find(|(what, _)| wanted.contains(what)).map(|(_, said)| *said);
    let mut seat = named(find(&[Heading::Name])?, &Seat::default())?;
    let role_in = |said: Span<'a>| role::whole(said, committees).filter(|role| role.value.is_some());
    let role = find(&[Heading::Role, Heading::Duty]).and_then(role_in);
    let title = find(&[Heading::Title]);
    // "Chức danh" is the post, unless nothing else says the role.
    let role_of_title = title.filter(|_| role.is_none()).and_then(role_in);
    let post = find(&[Heading::Position]).or(title.filter(|_| role_of_title.is_none()));
    let unit = find(&[Heading::Unit]);
    let at: Vec<Span<'a>> = post.into_iter().chain(unit).collect();
    if !at.is_empty() {
        let value = at.iter().map(Span::text).collect::<Vec<_>>().join(", ");
        seat.position = Some(Said { value, at, sure: sure::GOOD });
    }
    if let Some((value, span)) = role.or(role_of_title).and_then(|role| Some((role.value?, role.span))) {
        seat.role = Some(Said::as_value(value, span, sure::CERTAIN));
    }
    let words: Vec<Span<'a>> =
        fields.iter().filter(|(what, _)| *what != Heading::Private).map(|(_, said)| *said).collect();
    let value = words.iter().map(Span::text).collect::<Vec<_>>().join(", ");
    seat.words = Some(Said { value, at: words, sure: sure::CERTAIN });
    Some(seat)
}

/// The fields of a line that has nothing else: three at least, the first of them the name.
fn fields<'a>(line: Span<'a>) -> Option<Vec<Field<'a>>> {
    let pieces = line.split(|c| c == ';');
    let field = |piece: &Span<'a>| {
        let colon = piece.chars().iter().take(40).position(|c| *c == ':').map(|at| piece.start + at)?;
        Some((heading_of(piece.until(colon).bare())?, piece.from(colon + 1).bare()))
    };
    let first = pieces.first().and_then(field).is_some_and(|(what, _)| what == Heading::Name);
    let fields: Option<Vec<_>> = pieces.iter().filter(|_| first).map(field).collect();
    fields.filter(|fields| fields.len() >= 3)
}
