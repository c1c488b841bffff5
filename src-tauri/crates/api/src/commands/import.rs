//! Import: a file read into a draft, the draft tried against the register, the draft recorded.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use register::composition::{Committee, Composition, State};
use register::decision::{enact, office};
use register::draft::{Act, Draft, ListScope, Reference, Source};
use register::{Day, Fold, Id};

use crate::desk::{Desk, eve};
use crate::failure::Failure;
use crate::types::{BeforeAfter, DraftRequest, FileRequest, Question, ReadAnswer, Rehearsal};

/// A paper is a few pages: what is larger than this is no decision.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a file into drafts. Nothing is written.
///
/// # Errors
/// A file that cannot be read, or is not what its name says.
pub fn read(_: &mut Desk, request: FileRequest) -> Result<ReadAnswer, Failure> {
    read_file(Path::new(&request.path))
}

/// Reads a file into drafts; needs no register.
///
/// # Errors
/// A file that cannot be read, or is not what its name says.
pub fn read_file(path: &Path) -> Result<ReadAnswer, Failure> {
    let (name, bytes) = load(path)?;
    let reading = reading::read(&name, &bytes).map_err(|unreadable| {
        let mut failure = Failure::from(unreadable);
        failure.params.insert("file".to_owned(), name.clone());
        failure
    })?;
    Ok(ReadAnswer { reading, path: path.display().to_string() })
}

/// A draft as `read --json` prints it: other decisions by their numbers alone.
#[must_use]
pub fn draft_json(draft: &Draft) -> serde_json::Value {
    let mut plain = draft.clone();
    for references in [
        &mut plain.replaces,
        &mut plain.repeals,
        &mut plain.amends,
        &mut plain.bases,
        &mut plain.withdraws,
        &mut plain.suspends,
        &mut plain.resumes,
        &mut plain.corrects,
        &mut plain.revives,
    ] {
        for reference in references {
            *reference = Reference::Number(reference.number().to_owned());
        }
    }
    serde_json::to_value(plain).unwrap_or_default()
}

pub(crate) fn load(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let failed = |error: std::io::Error| Failure::disk(path, &error);
    let known = std::fs::metadata(path).map_err(failed)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if known.is_dir() {
        return Err(Failure::refused("is_a_folder", [("file", name)]));
    }
    if known.len() > LARGEST {
        return Err(Failure::refused("too_large", [("file", name), ("bytes", known.len().to_string())]));
    }
    Ok((name, std::fs::read(path).map_err(failed)?))
}

/// What recording a draft would change: each committee before and after, and what a person must answer.
/// Nothing is written.
///
/// # Errors
/// None of its own: what hinders the recording is among the questions.
pub fn rehearse(desk: &mut Desk, request: DraftRequest) -> Result<Rehearsal, Failure> {
    let mut questions = questions(desk, &request.draft);
    let mut count = 0_u32;
    // Identities that live no longer than the rehearsal.
    let fresh = || {
        count += 1;
        Id(format!("rehearsal-{count}"))
    };
    let decision = match enact(&request.draft, fresh) {
        Ok(decision) => decision,
        Err(refusal) => {
            questions.push(stop(refusal.code(), refusal.param()));
            return Ok(Rehearsal { questions, committees: Vec::new() });
        }
    };
    let (id, effective_from) = (decision.id.clone(), decision.effective_from);
    // Only its own story is told anew: nothing else can change.
    let after = desk.fold.with(&Arc::new(decision));
    let committees = changed(&desk.fold, &after, &id, effective_from);
    Ok(Rehearsal { questions, committees })
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
        questions.push(stop("duplicate", params));
    }
    if draft.act == Some(Act::Establish) && draft.continues.is_none() {
        for name in &draft.committees {
            if let Some(known) = existing(&desk.fold, name, issuer, date, draft) {
                questions.push(stop("committee_exists", [("committee", known)]));
            }
        }
    }
    for reference in draft.acts_on() {
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

/// Whether a change in part has to wait for the decision that founds its committee: it shows only then.
fn waits(desk: &Desk, draft: &Draft, name: &str, issuer: &str) -> bool {
    let founds = match draft.act {
        Some(Act::Establish) => true,
        Some(Act::Reconstitute) => draft.list_scope == Some(ListScope::Whole),
        _ => !draft.changes_membership,
    };
    !founds && named(&desk.fold, name, issuer).is_none()
}

/// The committee of an office that ever bore a name.
fn named<'a>(fold: &'a Fold, name: &str, issuer: &str) -> Option<&'a Committee> {
    let (office, wanted) = (office(issuer), register::text::shorten(name));
    fold.committees.iter().find(|committee| {
        committee.office == office && committee.names.iter().any(|(_, name)| register::text::shorten(name) == wanted)
    })
}

/// A committee of that name and office that is at work on the day, and whose founding decision the draft does
/// not replace: then somebody must say whether it is the same.
fn existing(fold: &Fold, name: &str, issuer: &str, date: Day, draft: &Draft) -> Option<String> {
    let known = named(fold, name, issuer)?;
    let founding = fold.decisions.get(*known.decisions.first()?)?;
    let replaces =
        draft.replaces.iter().any(|r| fold.find_decisions(r.number()).iter().any(|at| known.decisions.contains(at)));
    let earlier = founding.effective_from <= date;
    // A name that was given up is free.
    let bears = register::text::shorten(known.name_on(date)) == register::text::shorten(name);
    let there = matches!(fold.state(known, date), State::Active | State::Suspended);
    (earlier && bears && there && !replaces).then(|| known.name_on(date).to_owned())
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
