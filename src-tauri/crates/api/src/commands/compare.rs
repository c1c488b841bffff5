//! Changes between two dates, a seat over time, who sits where, and what to look at.

use register::composition::{Comparison, Matrix};
use register::history::SeatHistory;

use crate::desk::{Desk, body, committee};
use crate::failure::Failure;
use crate::types::{CompareRequest, Findings, OnDate, SeatRequest};
use register::Record;

/// What changed in a committee between two dates.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub fn compare(desk: &mut Desk, request: CompareRequest) -> Result<Comparison, Failure> {
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    Ok(fold.compare(body(&fold, &request.committee)?, request.from, request.to))
}

/// A seat over time.
///
/// # Errors
/// `not_found`, `ambiguous`.
pub fn seat(desk: &mut Desk, request: SeatRequest) -> Result<SeatHistory, Failure> {
    let committee = committee(&desk.fold, &request.committee)?;
    let history = desk.fold.seat_history(committee, &request.seat, request.on);
    history.ok_or_else(|| Failure::not_found("seat", request.seat.as_str()))
}

/// Who sits in which committees on a date.
///
/// # Errors
/// `bad_date`.
pub fn matrix(desk: &mut Desk, request: OnDate) -> Result<Matrix, Failure> {
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    Ok(fold.matrix(request.on))
}

/// What a careful administrator would look at on a date.
///
/// # Errors
/// `bad_date`.
pub fn check(desk: &mut Desk, request: OnDate) -> Result<Findings, Failure> {
    let (fold, known) = desk.known(request.known_on.as_deref())?;
    let findings = match request.known_on {
        None => fold.check(&desk.record, request.on),
        Some(_) => fold.check(&Record::known_at(&desk.entries, known), request.on),
    };
    Ok(Findings { findings })
}
