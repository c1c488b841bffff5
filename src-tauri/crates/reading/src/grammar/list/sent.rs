//! Items that name only the bodies, below "Đại diện các cơ quan sau:".

use register::draft::SeatKind;

use crate::grammar::person;
use crate::grammar::role::RoleSaid;
use crate::grammar::seat::Seat;
use crate::grammar::sheet::{Said, sure};
use crate::line::Span;

/// The seat of whom this body sends.
pub fn sent_by<'a>(item: Span<'a>, head: Span<'a>, role: Option<&RoleSaid<'a>>) -> Option<Seat<'a>> {
    let name = item.bare();
    let capital = name.chars().first().is_some_and(|c| c.is_uppercase());
    let named = capital && (2..=16).contains(&name.word_count()) && item.chars().last() != Some(&':');
    if !named || person::is_office(name) || person::begins(name) || person::person(name).name.is_some() {
        return None;
    }
    let value = format!("{} {}", head.text(), name.text());
    let role = role?;
    Some(Seat {
        position: Some(Said { value, at: vec![head, name], sure: sure::GOOD }),
        role: role.value.clone().map(|value| Said::as_value(value, role.span, sure::GOOD)),
        invited: role.invited,
        kind: Some(SeatKind::Nominated),
        words: Some(Said::of(name, sure::CERTAIN)),
        ..Seat::default()
    })
}
