//! What is written on a card or in a row, and what is to be seen of it at a glance.

use register::composition::{Flag, Holder, SeatOn};
use register::draft::SeatKind;
use register::role::Rank;

use super::sketch::Words;
use super::{Sign, Style};
use crate::text::wrap;

/// The person above the post; a post that stands for its holder alone.
pub(super) fn on_card(seat: &SeatOn, fits: i32) -> Vec<Words> {
    let mut text = Vec::new();
    let set = |words: &str, style: Style| -> Vec<Words> {
        wrap(words, style, fits).into_iter().map(|line| (line, style)).collect()
    };
    let people: Vec<&Holder> = seat.holders.iter().filter(|holder| holder.person.is_some()).collect();
    for holder in &people {
        text.extend(set(holder.person.as_deref().unwrap_or_default(), Style::Name));
    }
    match (people.first(), seat.holders.first()) {
        (Some(holder), _) => text.extend(set(&position(holder, seat), Style::Second)),
        (None, Some(holder)) => text.extend(set(&position(holder, seat), Style::Post)),
        (None, None) => text.extend(set(&seat.as_written, Style::Post)),
    }
    text
}

/// Post and organization; the seat's own words where the directory knows neither.
pub(super) fn position(holder: &Holder, seat: &SeatOn) -> String {
    match (&holder.post, &holder.organization) {
        (Some(_), Some(_)) if seat.kind != SeatKind::Portfolio => holder.in_words().unwrap_or_default(),
        (Some(post), None) => post.clone(),
        _ => seat.as_written.clone(),
    }
}

/// What is to be seen of a seat on the date itself. A reconstruction is said of the whole, and is no alarm.
pub(super) fn signs(seat: &SeatOn) -> u32 {
    let of_flag = |flag: &Flag| match flag {
        // Of a class, it is said of the posts that are.
        Flag::Vacant if seat.kind == SeatKind::Class => 0,
        Flag::Vacant => Sign::Vacant.bit(),
        Flag::NotNominated => Sign::NotNominated.bit(),
        Flag::PostEnded => Sign::PostEnded.bit(),
        Flag::ClassEmpty => Sign::ClassEmpty.bit(),
        Flag::PersonLeftPost => Sign::PersonLeftPost.bit(),
        Flag::TwoHolders => Sign::TwoHolders.bit(),
        Flag::UnknownComposition => Sign::UnknownComposition.bit(),
        Flag::SuccessorProposed | Flag::DecisionSuspended | Flag::PastSunset | Flag::Reconstructed => 0,
    };
    let chair = if seat.rank == Rank::Chair { Sign::Chair.bit() } else { 0 };
    seat.flags.iter().map(of_flag).fold(chair, |signs, sign| signs | sign)
}

/// Whether a sign is one for which the view keeps a line of its own words at the foot of a card.
pub(super) fn is_told(signs: u32) -> bool {
    const TOLD: [Sign; 10] = [
        Sign::Vacant,
        Sign::NotNominated,
        Sign::PostEnded,
        Sign::ClassEmpty,
        Sign::PersonLeftPost,
        Sign::TwoHolders,
        Sign::Joined,
        Sign::Left,
        Sign::Changed,
        Sign::Vacated,
    ];
    TOLD.iter().any(|sign| signs & sign.bit() != 0)
}
