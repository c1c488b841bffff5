//! The stretches that hold on a day, resolved and counted.

use std::sync::Arc;

use std::collections::BTreeSet;

use super::Fold;
use super::answer::{Agency, CommitteeOn, Composition, Flag, SeatOn, State, SubBodyOn, SunsetOn};
use super::committee::{Committee, Duty, Stretch};
use super::resolve::{Reader, covered};
use super::standing::Standing;
use crate::date::Day;
use crate::decision::{Citation, Occupant, Seat};

pub(super) fn composition(fold: &Fold, committee: &Committee, on: Day) -> Composition {
    let state = state(committee, on);
    let named = CommitteeOn { id: committee.id.clone(), name: committee.name_on(on).to_owned() };
    let mut answer = empty(named, on, state);
    if matches!(state, State::NotYet | State::Ended) {
        answer.ended_by = committee.over_on(on).map(|over| over.by.clone());
        return answer;
    }
    let reader = Reader { directory: &fold.directory, committee, day: on };
    let covered = covered(&reader, committee);
    let suspended = Suspended { whole: state == State::Suspended, standing: &fold.standing, on };
    let mut heads = Heads::default();

    for stretch in seats_of(committee, None, on) {
        answer.seats.push(seat_on(&reader, stretch, &covered, &suspended, &mut heads));
    }
    for body in committee.sub_bodies.iter().filter(|body| body.holds(on)) {
        if answer.sub_bodies.iter().any(|known: &SubBodyOn| known.id == body.what.0) {
            continue;
        }
        let mut own = Heads::default();
        let seats: Vec<SeatOn> = seats_of(committee, Some(&body.what.1), on)
            .map(|s| seat_on(&reader, s, &[], &suspended, &mut own))
            .collect();
        answer.sub_bodies.push(SubBodyOn {
            id: body.what.0.clone(),
            name: body.what.1.clone(),
            heads: own.members(),
            seats,
        });
    }
    answer.standing_agencies =
        committee.agencies.iter().filter(|a| a.holds(on)).map(|a| agency_on(&reader, a)).collect();
    let duties = committee.duties.iter().filter(|duty| duty.holds(on));
    answer.duties = duties.map(|duty| Duty { duty: duty.what.clone(), citation: duty.by.clone() }).collect();
    answer.heads = Some(heads.members());
    answer.invited_heads = heads.invited();
    let unknown = committee.unknown.iter().find(|stretch| stretch.holds(on));
    if unknown.is_some() {
        answer.heads = None;
        answer.flags.push(Flag::UnknownComposition);
    }
    if committee.past_purpose(on) {
        answer.flags.push(Flag::PastSunset);
    }
    let flagged = |seat: &SeatOn| seat.flags.contains(&Flag::DecisionSuspended);
    if suspended.whole || answer.seats.iter().any(flagged) {
        answer.flags.push(Flag::DecisionSuspended);
    }
    let suspension = committee.suspended.iter().find(|stretch| stretch.holds(on));
    answer.suspended_by = suspension.map(|stretch| stretch.by.clone());
    answer.sunset = committee.ending_on(on).map(|ending| SunsetOn {
        on: ending.what.on,
        purpose_until: ending.what.purpose_until,
        words: ending.what.words.clone(),
        citation: ending.by.clone(),
    });
    answer.sources = sources(&answer, unknown.map(|stretch| &stretch.by));
    if answer.sources.iter().any(|source| source.reconstructed) {
        answer.flags.push(Flag::Reconstructed);
    }
    answer
}

/// An answer without anybody in it.
pub(super) fn empty(committee: CommitteeOn, on: Day, state: State) -> Composition {
    Composition {
        committee,
        on,
        state,
        heads: Some(0),
        invited_heads: 0,
        seats: Vec::new(),
        standing_agencies: Vec::new(),
        sub_bodies: Vec::new(),
        duties: Vec::new(),
        sunset: None,
        ended_by: None,
        suspended_by: None,
        sources: Vec::new(),
        flags: Vec::new(),
    }
}

/// What is to be said at the top because a seat says it.
pub(super) fn flags_of_seats(seats: &[SeatOn]) -> Vec<Flag> {
    let both = [Flag::DecisionSuspended, Flag::Reconstructed];
    both.into_iter().filter(|flag| seats.iter().any(|seat| seat.flags.contains(flag))).collect()
}

/// The seats of the committee itself, or of one of its sub-bodies.
fn seats_of<'a>(
    committee: &'a Committee,
    sub_body: Option<&'a str>,
    on: Day,
) -> impl Iterator<Item = &'a Stretch<Seat>> {
    committee.seats.iter().filter(move |seat| seat.holds(on) && seat.what.sub_body.as_deref() == sub_body)
}

/// Whether a committee exists on a day.
pub(super) fn state(committee: &Committee, on: Day) -> State {
    if committee.life_on(on).is_some() {
        if committee.suspended.iter().any(|stretch| stretch.holds(on)) { State::Suspended } else { State::Active }
    } else if committee.names.first().is_some_and(|(founded, _)| on < *founded) {
        State::NotYet
    } else {
        State::Ended
    }
}

/// Which seats a suspension flags: all of a suspended committee, else those of the suspended decision.
struct Suspended<'a> {
    whole: bool,
    standing: &'a [Standing],
    on: Day,
}

fn seat_on(
    reader: &Reader<'_>,
    stretch: &Stretch<Seat>,
    covered: &[usize],
    suspended: &Suspended<'_>,
    heads: &mut Heads,
) -> SeatOn {
    let seat = &stretch.what;
    let resolution = reader.resolve(stretch, covered);
    let mut flags = resolution.flags;
    if suspended.whole || suspended.standing[stretch.decision].suspended_on(suspended.on).is_some() {
        flags.push(Flag::DecisionSuspended);
    }
    if stretch.by.reconstructed {
        flags.push(Flag::Reconstructed);
    }
    let count = resolution.heads.len();
    heads.count(seat.invited, resolution.heads);
    SeatOn {
        id: seat.seat.clone(),
        role: seat.role.clone(),
        rank: reader.directory.rank(seat.role.as_deref()),
        kind: seat.occupant.kind(),
        as_written: seat.as_written.clone(),
        position: seat.occupant.position().map(str::to_owned),
        honorific: match &seat.occupant {
            Occupant::Named { honorific, .. } => honorific.clone(),
            _ => None,
        },
        invited: seat.invited,
        voting: seat.voting,
        since: stretch.from,
        citation: stretch.by.clone(),
        holders: resolution.holders,
        heads: u32::try_from(count).unwrap_or(u32::MAX),
        successor: resolution.successor,
        flags,
    }
}

fn agency_on(reader: &Reader<'_>, stretch: &Stretch<(String, Option<String>)>) -> Agency {
    let (name, scope) = &stretch.what;
    let mut flags = Vec::new();
    let mut successor = None;
    let known = reader.directory.named(name, reader.office(), stretch.said_on, reader.day);
    let over = |at: &usize| reader.directory.organizations[*at].ended_by(reader.day);
    if let Some(organization) = known.filter(over) {
        flags.push(Flag::PostEnded);
        successor = reader.successor(organization).map(str::to_owned);
        flags.extend(successor.as_ref().map(|_| Flag::SuccessorProposed));
    }
    if stretch.by.reconstructed {
        flags.push(Flag::Reconstructed);
    }
    Agency { name: name.clone(), scope: scope.clone(), citation: stretch.by.clone(), flags, successor }
}

/// The decisions behind an answer, each once, in the order in which they come up.
pub(super) fn sources(answer: &Composition, unknown: Option<&Arc<Citation>>) -> Vec<Citation> {
    let cited = answer.seats.iter().map(|seat| &seat.citation);
    let cited = cited.chain(answer.standing_agencies.iter().map(|agency| &agency.citation)).chain(unknown);
    let mut sources: Vec<Citation> = Vec::new();
    for citation in cited {
        if sources.iter().all(|known| known.decision_id != citation.decision_id) {
            sources.push(Citation { place: None, words: None, ..Citation::clone(citation) });
        }
    }
    sources
}

/// Rule 13: one person on two seats counts once; an invited person who is also a member counts as a member.
#[derive(Default)]
struct Heads {
    members: BTreeSet<String>,
    invited: BTreeSet<String>,
}

impl Heads {
    fn count(&mut self, invited: bool, keys: Vec<String>) {
        if invited { self.invited.extend(keys) } else { self.members.extend(keys) }
    }

    fn members(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    fn invited(&self) -> u32 {
        u32::try_from(self.invited.difference(&self.members).count()).unwrap_or(u32::MAX)
    }
}
