//! The rehearsal: what recording a draft would change, and what a person must answer first. Nothing is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use register::checks::Finding;
use register::composition::{Committee, Composition, State};
use register::decision::{Decision, enact, home};
use register::directory::Event;
use register::draft::{Act, Draft, ListScope, Source};
use register::matching::{Match, Why};
use register::{Day, Fold, Id};
use serde_json::Value;

use crate::commands::news;
use crate::desk::{Desk, eve, fresh};
use crate::failure::Failure;
use crate::types::{BeforeAfter, DraftRequest, Question, Rehearsal};

/// What recording a draft would change: each committee before and after, what its words may mean, the checks that it
/// would bring up, the seats that its news of posts fill, and what a person must answer. Nothing is written.
///
/// # Errors
/// None of its own: what hinders the recording is among the questions.
pub fn rehearse(desk: &mut Desk, request: DraftRequest) -> Result<Rehearsal, Failure> {
    let mut rehearsal = Rehearsal { matches: matches(desk, &request.draft), ..Rehearsal::default() };
    rehearse_news(desk, &request, &mut rehearsal);
    // What only says events is no decision, and is not asked for what one needs.
    if request.says_events_alone() {
        return Ok(rehearsal);
    }
    rehearsal.questions.extend(questions(desk, &request.draft));
    rehearsal.questions.extend(goes_on(desk, &request.draft));
    let mut count = 0_u32;
    // Identities that live no longer than the rehearsal.
    let mut named = || {
        count += 1;
        Id(format!("rehearsal-{count}"))
    };
    match enact(&request.draft, &mut named) {
        Ok(decision) => rehearse_decision(desk, decision, &mut rehearsal),
        Err(refusal) => rehearsal.questions.push(stop(refusal.code(), refusal.params())),
    }
    Ok(rehearsal)
}

fn rehearse_decision(desk: &Desk, decision: Decision, rehearsal: &mut Rehearsal) {
    let (id, day) = (decision.id.clone(), decision.effective_from);
    // Only its own story is told anew: nothing else can change.
    let before = desk.fold.without(&decision);
    // A report whose paper this is goes as the paper comes.
    let report = before.decisions.iter().find(|known| known.key() == decision.key()).map(|known| known.id.clone());
    let mut after = report.map_or_else(|| before.clone(), |report| before.leaving_out(&report));
    after.add(&Arc::new(decision));
    rehearsal.committees = changed(&before, &after, &id, day);
    let known = before.check(&desk.record, day);
    let is_new = |finding: &Finding| known.iter().all(|known| !same(known, finding));
    rehearsal.findings = after.check(&desk.record, day).into_iter().filter(is_new).collect();
}

/// Whether two findings say the same of the same place. Seats of a new list are others, their words are not.
fn same(one: &Finding, other: &Finding) -> bool {
    let place = |finding: &Finding| {
        let at = finding.at.clone();
        (at.committee.map(|committee| committee.name), at.as_written, at.number, at.person)
    };
    one.code == other.code && one.what == other.what && place(one) == place(other)
}

fn matches(desk: &mut Desk, draft: &Draft) -> Vec<Match> {
    let people = desk.people();
    let mut matches = desk.fold.matches(draft, &people);
    for suggestion in matches.iter_mut().flat_map(|found| &mut found.suggestions) {
        if suggestion.why == Why::AnotherPerson {
            suggestion.person_id = Some(fresh());
        }
    }
    matches
}

/// The news of a paper: what they fill and empty, or what they lack.
fn rehearse_news(desk: &Desk, request: &DraftRequest, rehearsal: &mut Rehearsal) {
    if request.events.is_empty() {
        return;
    }
    let written: Vec<Value> = request.events.iter().filter_map(|event| serde_json::to_value(event).ok()).collect();
    match news::prepare(&written) {
        Ok(prepared) => {
            let events: Vec<Event> = prepared.named();
            let mut record = desk.record.clone();
            record.events.extend(events.iter().cloned());
            rehearsal.effects = desk.fold.effects(&record, &events);
            rehearsal.questions.extend(prepared.notices());
        }
        Err(failure) => {
            rehearsal.questions.push(Question { code: failure.code, params: failure.params, stops: true });
        }
    }
}

/// What is to be known of a draft that may be recorded as it is.
///
/// # Errors
/// What a person must answer first.
pub(crate) fn answered(desk: &Desk, draft: &Draft) -> Result<Vec<Question>, Failure> {
    let (stops, notices): (Vec<Question>, Vec<Question>) =
        questions(desk, draft).into_iter().partition(|question| question.stops);
    match stops.into_iter().next() {
        None => Ok(notices),
        Some(question) => {
            let mut failure = Failure::refused(&question.code, []);
            failure.params = question.params;
            Err(failure)
        }
    }
}

/// What a person must answer, or should know, before a draft is recorded.
fn questions(desk: &Desk, draft: &Draft) -> Vec<Question> {
    let mut questions = Vec::new();
    let (Some(number), Some(date), Some(issuer)) = (&draft.number, draft.date, &draft.issuer) else {
        return questions;
    };
    let key = register::decision::Key::of(number, issuer, date);
    if let Some(known) = desk.fold.decisions.iter().find(|known| known.key() == key) {
        let params = [("number", known.number.clone()), ("date", known.issued_on.to_string())];
        questions.push(match supersedes(draft, known) {
            true => notice("supersedes_report", params),
            false => stop("duplicate", params),
        });
    }
    if draft.act == Some(Act::Establish) && draft.continues.is_none() {
        for name in &draft.committees {
            if let Some(known) = existing(&desk.fold, name, issuer, date, draft) {
                questions.push(stop("committee_exists", [("committee", known)]));
            }
        }
    }
    // An empty entry is asked about as such.
    for reference in draft.acts_on().filter(|reference| !reference.number().trim().is_empty()) {
        if desk.fold.find_decisions(reference.number()).is_empty() {
            questions.push(notice("unresolved_reference", [("number", reference.number().to_owned())]));
        }
    }
    let waiting = draft.committees.iter().filter(|name| waits(desk, draft, name, issuer));
    questions.extend(waiting.map(|name| notice("committee_unknown", [("committee", name.clone())])));
    if matches!(draft.source, Some(Source::Annex | Source::List | Source::News)) {
        questions.push(notice("not_the_paper", [("number", number.clone())]));
    }
    questions.extend(draft.unknown.keys().map(|key| notice("unknown_key", [("key", key.clone())])));
    questions
}

/// Whether a draft is the paper itself, of which the register has a report only: then it takes its place.
pub(crate) fn supersedes(draft: &Draft, known: &Decision) -> bool {
    let is_paper = matches!(draft.source, None | Some(Source::Decision)) && !draft.reconstructed;
    is_paper && (known.source != Source::Decision || known.reconstructed)
}

/// Whether a change in part has to wait for the decision that founds its committee: it shows only then.
fn waits(desk: &Desk, draft: &Draft, name: &str, issuer: &str) -> bool {
    let founds = match draft.act {
        Some(Act::Establish) => true,
        Some(Act::Reconstitute) => draft.list_scope == Some(ListScope::Whole),
        // A longer term seats nobody, and goes on with a committee all the same.
        Some(Act::Amend) => false,
        _ => !draft.changes_membership,
    };
    !founds && named(&desk.fold, name, issuer).is_none()
}

/// The committee of an office that ever bore a name.
pub(crate) fn named<'a>(fold: &'a Fold, name: &str, issuer: &str) -> Option<&'a Committee> {
    let (office, wanted) = (home(issuer), register::text::shorten(name));
    fold.committees.iter().find(|committee| {
        committee.office == office && committee.names.iter().any(|(_, name)| register::text::shorten(name) == wanted)
    })
}

/// A committee of that name and office that is at work on the day, and whose founding decision the draft does
/// not replace: then somebody must say whether it is the same.
fn existing(fold: &Fold, name: &str, issuer: &str, date: Day, draft: &Draft) -> Option<String> {
    let known = named(fold, name, issuer)?;
    let founding = fold.decisions.get(*known.decisions.first()?)?;
    if draft.number.as_deref().is_some_and(|own| register::decision::Key::of(own, issuer, date) == founding.key()) {
        return None;
    }
    let replaces =
        draft.replaces.iter().any(|r| fold.find_decisions(r.number()).iter().any(|at| known.decisions.contains(at)));
    let earlier = founding.effective_from <= date;
    // A name that was given up is free.
    let bears = register::text::shorten(known.name_on(date)) == register::text::shorten(name);
    let there = matches!(fold.state(known, date), State::Active | State::Suspended);
    (earlier && bears && there && !replaces).then(|| known.name_on(date).to_owned())
}

/// Whether what is founded anew goes on with the committee whose founding decision it replaces: so it is taken, unless
/// a person says that it is another.
fn goes_on(desk: &Desk, draft: &Draft) -> Option<Question> {
    let (issuer, date) = (draft.issuer.as_deref()?, draft.date?);
    if draft.act != Some(Act::Establish) || draft.replaces.is_empty() || draft.continues.is_some() {
        return None;
    }
    let mut known = draft.committees.iter().filter_map(|name| named(&desk.fold, name, issuer));
    let known = known.find(|known| known.names.first().is_some_and(|(from, _)| *from < date))?;
    Some(notice("committee_continues", [("committee", known.name_on(date).to_owned())]))
}

fn stop(code: &str, params: impl IntoIterator<Item = (&'static str, String)>) -> Question {
    let params: BTreeMap<String, String> = params.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Question { code: code.to_owned(), params, stops: true }
}

/// Something to know that hinders nothing.
fn notice(code: &str, params: impl IntoIterator<Item = (&'static str, String)>) -> Question {
    Question { stops: false, ..stop(code, params) }
}

/// Each committee that a decision acts on, on the eve and on the day of its effect.
fn changed(before: &Fold, after: &Fold, decision: &Id, day: Day) -> Vec<BeforeAfter> {
    let Some(at) = after.decisions.iter().position(|known| known.id == *decision) else { return Vec::new() };
    after
        .named_by(at)
        .map(|committee| BeforeAfter {
            before: known_before(before, &committee.ids, eve(day)),
            after: after.composition(committee, day),
        })
        .collect()
}

fn known_before(fold: &Fold, ids: &[Id], eve: Day) -> Option<Composition> {
    let known = fold.committees.iter().find(|committee| committee.ids.iter().any(|id| ids.contains(id)))?;
    let composition = fold.composition(known, eve);
    matches!(composition.state, State::Active | State::Suspended).then_some(composition)
}
