//! The fold held against the naive one: the first difference, in a few lines.

use std::fmt::Debug;

use register::composition::{Flag, Relation, SeatOn, State, StatusOn};
use register::decision::{Occupant, Provision, Seat};
use register::{Composition, Day, Fold, Record};

use super::plain::{self, Answer, BodyOn, PaperOn};

/// The differences on a day, each with what it is about.
pub fn differences(fold: &Fold, expected: &Answer, day: Day) -> Vec<String> {
    let mut differences = Vec::new();
    for body in &expected.bodies {
        let known = fold.committees.iter().find(|committee| committee.ids.contains(&body.ids[0]));
        let Some(committee) = known else {
            differences.push(format!("committee {} {}: is not known", body.ids[0], body.name));
            continue;
        };
        // Those of later decisions too: which of them is which does not turn on the day.
        let recorded = body.ids.iter().all(|id| committee.ids.contains(id)) && committee.office == body.office;
        let identity = (!recorded).then(|| format!("identity: expected {:?}, found {:?}", body.ids, committee.ids));
        let difference = identity.or_else(|| of_bodies(body, &fold.composition(committee, day)));
        differences.extend(difference.map(|said| format!("committee {} {}: {said}", body.ids[0], body.name)));
    }
    for committee in &fold.committees {
        let known = expected.bodies.iter().any(|body| committee.ids.contains(&body.ids[0]));
        let state = fold.state(committee, day);
        if !known && state != State::NotYet {
            differences.push(format!("committee {}: state: expected NotYet, found {state:?}", committee.id));
        }
    }
    for (at, paper) in expected.papers.iter().enumerate() {
        let difference = of_papers(paper, &fold.status(at, day));
        differences.extend(difference.map(|said| format!("decision {}: {said}", fold.decisions[at].number)));
    }
    differences
}

/// The decisions taken by a day, in legal order, each in a line or two.
pub fn story(record: &Record, day: Day) -> String {
    let mut taken: Vec<_> = record.decisions.iter().enumerate().filter(|(_, d)| d.effective_from <= day).collect();
    taken.sort_by_key(|(_, d)| (d.effective_from, d.issued_on, d.key().series, d.key().ordinal, d.id.clone()));
    let lines = taken.iter().map(|(at, decision)| {
        let provisions: Vec<String> = decision.provisions.iter().map(|e| short(&e.provision)).collect();
        format!(
            "[{at}] {} of {} from {} ({}) {:?} {:?}\n    {}\n",
            decision.number,
            decision.issued_on,
            decision.effective_from,
            decision.issuer,
            decision.act,
            decision.committees,
            provisions.join("\n    ")
        )
    });
    lines.collect()
}

/// A provision in a line.
fn short(provision: &Provision) -> String {
    let seated = |seat: &Seat| {
        let who = match &seat.occupant {
            Occupant::Named { name, position, .. } => format!("{name}, {}", position.as_deref().unwrap_or("-")),
            other => format!("{:?} {}", other.kind(), other.position().unwrap_or_default()),
        };
        let invited = if seat.invited { ", invited" } else { "" };
        let within = seat.sub_body.as_deref().unwrap_or_default();
        format!(
            "{} {who} as {} in {} {within}{invited}",
            seat.seat,
            seat.role.as_deref().unwrap_or("-"),
            seat.committee
        )
    };
    match provision {
        Provision::Seat(seat) => format!("seat {}", seated(seat)),
        Provision::ChangeRole { seat, previous_role } => format!("change role {} from {previous_role:?}", seated(seat)),
        Provision::Establish { committee, name, continues } => format!("establish {committee} {name}, {continues:?}"),
        other => {
            let mut value = serde_json::to_value(other).unwrap();
            if let Some(keys) = value.as_object_mut() {
                keys.retain(|_, value| !value.is_null());
            }
            let said = value.as_object().into_iter().flat_map(|keys| keys.values().rev());
            said.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                .collect::<Vec<_>>()
                .join(" ")
        }
    }
}

fn of_bodies(expected: &BodyOn, found: &Composition) -> Option<String> {
    let flags = |flags: &[Flag]| {
        let mut flags: Vec<Flag> = flags.iter().copied().filter(|flag| *flag != Flag::Reconstructed).collect();
        flags.sort_unstable();
        flags
    };
    let mut agencies: Vec<(String, Option<String>)> =
        found.standing_agencies.iter().map(|agency| (agency.name.clone(), agency.scope.clone())).collect();
    agencies.sort();
    let mut duties: Vec<String> = found.duties.iter().map(|duty| duty.duty.clone()).collect();
    duties.sort();
    same("id", &expected.ids[0], &found.committee.id)
        .or_else(|| same("name", &expected.name, &found.committee.name))
        .or_else(|| same("state", &expected.state, &found.state))
        .or_else(|| of_seats("seats", &expected.seats, &found.seats))
        .or_else(|| same("standing agencies", &expected.agencies, &agencies))
        .or_else(|| same("duties", &expected.duties, &duties))
        .or_else(|| {
            let mut bodies: Vec<_> = found.sub_bodies.iter().collect();
            bodies.sort_by(|a, b| a.id.cmp(&b.id));
            let name = |id: &register::Id, name: &String, heads: u32| (id.clone(), name.clone(), heads);
            let wanted: Vec<_> =
                expected.sub_bodies.iter().map(|body| name(&body.id, &body.name, body.heads)).collect();
            let there: Vec<_> = bodies.iter().map(|body| name(&body.id, &body.name, body.heads)).collect();
            let mut pairs = expected.sub_bodies.iter().zip(&bodies);
            pairs
                .find_map(|(a, b)| of_seats(&a.name, &a.seats, &b.seats))
                .or_else(|| same("sub-bodies", &wanted, &there))
        })
        .or_else(|| same("heads", &expected.heads, &found.heads))
        .or_else(|| same("invited heads", &expected.invited_heads, &found.invited_heads))
        .or_else(|| same("flags", &expected.flags, &flags(&found.flags)))
}

fn of_seats(what: &str, expected: &[plain::SeatOn], found: &[SeatOn]) -> Option<String> {
    let mut found: Vec<plain::SeatOn> = found.iter().map(seat).collect();
    found.sort();
    let missing: Vec<_> = expected.iter().filter(|seat| !found.contains(seat)).collect();
    let too_many: Vec<_> = found.iter().filter(|seat| !expected.contains(seat)).collect();
    let differ = !missing.is_empty() || !too_many.is_empty() || expected.len() != found.len();
    differ.then(|| format!("{what}: expected {missing:#?}, found {too_many:#?}"))
}

fn seat(seat: &SeatOn) -> plain::SeatOn {
    let holders = seat.holders.iter();
    let mut holders: Vec<_> =
        holders.map(|holder| [holder.post.clone(), holder.organization.clone(), holder.person.clone()]).collect();
    holders.sort();
    let mut flags: Vec<Flag> = seat.flags.iter().copied().filter(|flag| *flag != Flag::Reconstructed).collect();
    flags.sort_unstable();
    plain::SeatOn {
        id: seat.id.clone(),
        role: seat.role.clone(),
        kind: seat.kind.into(),
        as_written: seat.as_written.clone(),
        invited: seat.invited,
        holders,
        heads: seat.heads,
        flags,
    }
}

fn of_papers(expected: &PaperOn, found: &StatusOn) -> Option<String> {
    let because: Vec<_> = found.because.iter().map(|reason| (reason.relation, reason.decision, reason.date)).collect();
    let with_reasons = |said: String| format!("{said}, for {:?} and {because:?}", expected.because);
    same("status", &expected.status, &found.status)
        .map(with_reasons)
        .or_else(|| {
            let sorted = |reasons: &[(Relation, usize, Day)]| {
                let mut sorted = reasons.to_vec();
                sorted.sort_unstable();
                sorted
            };
            same("reasons", &sorted(&expected.because), &sorted(&because))
        })
        .or_else(|| same("past purpose", &expected.past_purpose, &found.flags.contains(&Flag::PastSunset)))
}

fn same<T: PartialEq + Debug>(what: &str, expected: &T, found: &T) -> Option<String> {
    (expected != found).then(|| format!("{what}: expected {expected:?}, found {found:?}"))
}
