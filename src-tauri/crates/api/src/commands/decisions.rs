//! Decisions: the timeline, and one decision whole.

use register::composition::Body;
use register::decision::{Decision, Enacted, Occupant, Provision};
use register::timeline::{DecisionOn, RelationOn};
use register::{Day, Fold};

use crate::desk::{Desk, committee, eve, today};
use crate::failure::Failure;
use crate::types::{
    DecisionRequest, DecisionSheet, FileLine, ProvisionLine, ReasonLine, StatusAnswer, TimelineAnswer, TimelineRequest,
};
use store::Journal;

/// The timeline of one committee, or of everything.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub fn timeline(desk: &mut Desk, request: TimelineRequest) -> Result<TimelineAnswer, Failure> {
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    let wanted = request.committee.as_deref().map(|wanted| committee(&fold, wanted)).transpose()?;
    let timeline = fold.timeline(wanted);
    let strip = diagram::strip(&timeline, today());
    let on = request.on.unwrap_or_else(today);
    let statuses = fold.timeline_order(wanted).into_iter().map(|at| fold.status(at, on).status).collect();
    Ok(TimelineAnswer { timeline, strip, statuses })
}

/// The one decision that a text means.
///
/// # Errors
/// `not_found`, or `ambiguous` with the candidates.
pub(crate) fn meant(fold: &Fold, wanted: &str) -> Result<usize, Failure> {
    let found = fold.find_decisions(wanted);
    match found[..] {
        [only] => Ok(only),
        [] => Err(Failure::not_found("decision", wanted)),
        _ => {
            let known = found.iter().map(|at| &fold.decisions[*at]);
            let names = known.map(|decision| format!("{} {}", decision.number, decision.issued_on));
            Err(Failure::ambiguous("decision", wanted, names))
        }
    }
}

/// How a decision stands on a date.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub fn status(desk: &mut Desk, request: DecisionRequest) -> Result<StatusAnswer, Failure> {
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    let at = meant(&fold, &request.decision)?;
    Ok(status_of(&fold, at, request.on.unwrap_or_else(today)))
}

fn status_of(fold: &Fold, at: usize, on: Day) -> StatusAnswer {
    let decision = &fold.decisions[at];
    let found = fold.status(at, on);
    let because = found.because.iter().map(|reason| ReasonLine {
        relation: reason.relation,
        decision: fold.decisions[reason.decision].number.clone(),
        decision_id: fold.decisions[reason.decision].id.clone(),
        date: reason.date,
        since: reason.since,
    });
    StatusAnswer {
        decision: decision.number.clone(),
        decision_id: decision.id.clone(),
        issued_on: decision.issued_on,
        on,
        status: found.status,
        because: because.collect(),
        flags: found.flags,
    }
}

/// A decision, whole.
///
/// # Errors
/// `not_found`, or `ambiguous` with the candidates.
pub fn decision(desk: &mut Desk, request: DecisionRequest) -> Result<DecisionSheet, Failure> {
    let at = meant(&desk.fold, &request.decision)?;
    let status = status_of(&desk.fold, at, request.on.unwrap_or_else(today));
    let day = desk.fold.decisions[at].effective_from;
    let acted_on = desk.fold.named_by(at).map(|committee| desk.fold.compare(Body::Committee(committee), eve(day), day));
    let effects = acted_on.collect();
    let decision = &desk.fold.decisions[at];
    let whole = desk.fold.timeline(None);
    let this = decision.id.as_str();
    let relations: Vec<RelationOn> =
        whole.relations.into_iter().filter(|relation| relation.from.as_str() == this || relation.to == this).collect();
    let (own, others): (Vec<DecisionOn>, Vec<DecisionOn>) =
        whole.decisions.into_iter().partition(|other| other.id.as_str() == this);
    let related = |other: &DecisionOn| {
        relations.iter().any(|relation| relation.from == other.id || relation.to == other.id.as_str())
    };
    let summary = own.into_iter().next().ok_or_else(|| Failure::not_found("decision", &request.decision))?;
    let (entry, recorded_at) = entry_of(desk, decision);
    let mut files = Vec::with_capacity(decision.attachments.len());
    for attachment in &decision.attachments {
        let hash = store::Hash::from_hex(&attachment.sha256);
        let bytes = hash.map(|hash| desk.store.journal().attachment(&hash)).transpose()?.flatten();
        files.push(FileLine {
            name: attachment.name.clone(),
            sha256: attachment.sha256.clone(),
            kept: bytes.is_some(),
        });
    }
    Ok(DecisionSheet {
        decision: summary,
        place: decision.place.clone(),
        signer: decision.signer.clone(),
        source: decision.source,
        source_note: decision.source_note.clone(),
        status,
        effects,
        bases: decision.bases.clone(),
        provisions: decision.provisions.iter().map(line).collect(),
        related: others.into_iter().filter(related).collect(),
        relations,
        files,
        entry,
        recorded_at,
    })
}

/// The entry that recorded a decision and still stands: its id, and when it was.
fn entry_of(desk: &Desk, wanted: &Decision) -> (String, String) {
    let entry = desk.entries.iter().rev().find(|entry| match &entry.content {
        register::record::Content::Decision(decision) => decision.id == wanted.id,
        _ => false,
    });
    entry.map(|entry| (entry.content_id.clone(), entry.recorded_at.to_string())).unwrap_or_default()
}

/// A provision as data for one line: the window makes the sentence.
fn line(enacted: &Enacted) -> ProvisionLine {
    let (does, what, how) = match &enacted.provision {
        Provision::Establish { name, .. } => ("establish", name.clone(), None),
        Provision::Reconstitute { committee, .. } => ("reconstitute", committee.clone(), None),
        Provision::Rename { committee, name } => ("rename", committee.clone(), Some(name.clone())),
        Provision::Merge { committee, merged, .. } => ("merge", merged.join("; "), Some(committee.clone())),
        Provision::FoundSubBody { name, .. } => ("found_sub_body", name.clone(), None),
        Provision::Seat(seat) => ("seat", who(&seat.occupant), seat.role.clone()),
        Provision::Unseat { who, .. } => ("unseat", who.clone(), None),
        Provision::ChangeRole { seat, .. } => ("change_role", who(&seat.occupant), seat.role.clone()),
        Provision::SetStandingAgency { agency, scope, .. } => ("set_standing_agency", agency.clone(), scope.clone()),
        Provision::AssignDuty { duty, .. } => ("assign_duty", duty.clone(), None),
        Provision::Dissolve { committee } => ("dissolve", committee.clone(), None),
        Provision::Replace { decision, with_amendments } => {
            let how = with_amendments.then(|| "with_amendments".to_owned());
            ("replace", decision.number().to_owned(), how)
        }
        Provision::Repeal { decision } => ("repeal", decision.number().to_owned(), None),
        Provision::Amend { decision } => ("amend", decision.number().to_owned(), None),
        Provision::Withdraw { decision } => ("withdraw", decision.number().to_owned(), None),
        Provision::Suspend { decision } => ("suspend", decision.number().to_owned(), None),
        Provision::Resume { decision } => ("resume", decision.number().to_owned(), None),
        Provision::Correct { decision } => ("correct", decision.number().to_owned(), None),
        Provision::Revive { decision } => ("revive", decision.number().to_owned(), None),
        Provision::Sunset { words, on, purpose_until, .. } => {
            let day = on.or(*purpose_until).map(|day| day.to_string());
            ("sunset", words.clone().unwrap_or_default(), day)
        }
        Provision::Extend { committee, until } => ("extend", committee.clone(), Some(until.to_string())),
        Provision::SuccessorClause { words, .. } => ("successor_clause", words.clone(), None),
    };
    ProvisionLine { place: enacted.place.clone(), does: does.to_owned(), what, how }
}

fn who(occupant: &Occupant) -> String {
    match occupant {
        Occupant::Named { name, position: Some(position), .. } => format!("{name}, {position}"),
        Occupant::Named { name, .. } => name.clone(),
        other => other.position().unwrap_or_default().to_owned(),
    }
}
