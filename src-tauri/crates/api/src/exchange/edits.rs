//! One edited line in the words of a draft.

use register::decision::{Occupant, Seat, class_rule, seat_kind};
use register::draft::{Member, MemberOp, SeatKind};
use register::text;
use report::sheet::Line;

use super::body::Change;

/// The member that a line makes. What the sheet has no column for (the way of address, the rule of a class) stays that
/// of the seat, as far as the line still speaks of the same.
pub(super) fn member(change: &Change, line: &Line, sub_body: Option<&str>, op: Option<MemberOp>) -> Member {
    let mut member = Member {
        name: filled(&line.name),
        honorific: line.honorific.clone(),
        position: filled(&line.position),
        role: filled(&line.role),
        invited: line.invited,
        sub_body: sub_body.map(str::to_owned),
        op,
        ..Member::default()
    };
    let seat = change.seat.as_ref();
    let same_words =
        seat.and_then(|seat| seat.occupant.position()).map(text::key) == member.position.as_deref().map(text::key);
    match (&member.name, seat.map(|seat| (seat, &seat.occupant))) {
        (Some(name), Some((seat, Occupant::Named { name: known, person_id, honorific, rank, .. })))
            if text::key(name) == text::key(known) =>
        {
            member.honorific = member.honorific.or_else(|| honorific.clone());
            member.rank.clone_from(rank);
            member.person_id = person_id.as_ref().map(|id| id.0.clone());
            member.as_written = as_written(seat).filter(|_| same_words);
        }
        (Some(_), _) => {}
        (None, Some((seat, occupant))) if same_words && !matches!(occupant, Occupant::Named { .. }) => {
            member.seat_kind = Some(occupant.kind());
            member.as_written = as_written(seat);
            if let Occupant::Class { rule, .. } = occupant {
                member.class.clone_from(rule);
            }
        }
        (None, _) => {
            member.seat_kind = member.position.as_deref().map(seat_kind);
            member.class = member.position.as_deref().and_then(class_rule);
        }
    }
    if member.name.is_some() {
        member.seat_kind = Some(SeatKind::Named);
    }
    member
}

/// The wording that a seat shares with others.
fn as_written(seat: &Seat) -> Option<String> {
    let own = seat.occupant.position().is_some_and(|position| text::key(position) == text::key(&seat.as_written));
    (!own).then(|| seat.as_written.clone())
}

pub(super) fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}
