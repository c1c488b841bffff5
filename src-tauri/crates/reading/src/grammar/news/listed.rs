//! Lists within a report: "Phó Chủ tịch Hội đồng gồm:" over lines with bullets.

use crate::grammar::label;
use crate::grammar::list::Lists;
use crate::grammar::member::{self, Context, Item};
use crate::grammar::role::{self, RoleSaid};
use crate::line::Span;

/// Reads a sentence that heads such a list, or is an item of it: whether it was either. What stands between, ends the
/// list.
pub fn item<'a>(
    sentence: Span<'a>,
    heading: &mut Option<RoleSaid<'a>>,
    committees: &[String],
    lists: &mut Lists<'a>,
) -> bool {
    let colon = sentence.chars().last() == Some(&':');
    let head = || role::whole(sentence.bare(), committees).filter(|role| role.value.is_some() && !role.ditto);
    if let Some(role) = Some(sentence).filter(|_| colon).and_then(|_| head()) {
        *heading = Some(role);
        return true;
    }
    let bare = sentence.trim();
    let dot = matches!(bare.chars().first(), Some('•' | '*' | '·')).then(|| bare.from(bare.start + 1).trim());
    let (label, behind) = label::label(bare);
    let Some(words) = dot.or_else(|| label.map(|_| behind)).filter(|_| heading.is_some()) else {
        *heading = None;
        return false;
    };
    let context = Context { role: heading.clone(), committees: committees.into(), ..Context::default() };
    if let Item::Seats(seats) = member::item(words, &context) {
        lists.seats.extend(seats);
    }
    true
}
