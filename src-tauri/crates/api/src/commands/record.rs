//! The record: what scripts write into it, what was recorded by mistake, its entries, and what is derived
//! from it.

use std::path::Path;
use std::sync::Arc;

use register::draft::Draft;
use register::record::{Content, Entry, Mistake, Removal, mistaken};
use serde_json::Value;

use crate::commands::rehearse::{answered, supersedes};
use crate::commands::{import, news};
use crate::desk::{Desk, File};
use crate::failure::Failure;
use crate::pack;
use crate::types::{
    DraftRequest, Entries, EntryLine, FileRequest, Nothing, Rebuilt, Recorded, RemovalRequest, UndoAll, UndoRequest,
    Written,
};

/// Records a draft with its file and what its paper says of posts, in one transaction.
///
/// # Errors
/// What a person must answer first, `duplicate`, `bad_event`, or a disk that cannot be written: then nothing is.
pub fn record(desk: &mut Desk, request: DraftRequest) -> Result<Recorded, Failure> {
    let file = request.path.as_deref().map(|path| import::load(Path::new(path))).transpose()?;
    let written: Vec<Value> = request.events.iter().filter_map(|event| serde_json::to_value(event).ok()).collect();
    record_drafts(desk, &[request.draft], news::prepare(&written)?, file.as_slice(), None)
}

/// Records what a script wrote: `{"decisions": […], "events": […]}` as `read` prints it, one of the two, or one
/// bare decision; all of it in one transaction.
///
/// # Errors
/// `bad_draft`, `bad_event`, `nothing_to_record`, and what recording fails with.
pub fn record_written(desk: &mut Desk, request: Written) -> Result<Recorded, Failure> {
    let Value::Object(mut written) = request.json else {
        return Err(bad_draft("", "not an object"));
    };
    let events = match written.remove("events") {
        Some(Value::Array(events)) => Some(events),
        Some(Value::Null) | None => None,
        Some(_) => return Err(bad_draft("events", "not a list")),
    };
    let decisions = match written.remove("decisions") {
        Some(Value::Array(decisions)) => decisions,
        Some(Value::Null) if events.is_some() => Vec::new(),
        Some(_) => return Err(bad_draft("decisions", "not a list")),
        None if events.is_some() => Vec::new(),
        None => vec![Value::Object(written)],
    };
    let events = news::prepare(&events.unwrap_or_default())?;
    let drafts = decisions.into_iter().map(draft).collect::<Result<Vec<_>, _>>()?;
    record_drafts(desk, &drafts, events, &[], None)
}

/// A key that is null is a key left out. Keys that no part of a draft has are kept by their path, so that the
/// caller can be told.
fn draft(mut written: Value) -> Result<Draft, Failure> {
    leave_nulls_out(&mut written);
    let mut draft: Draft = serde_path_to_error::deserialize(written.clone())
        .map_err(|error| bad_draft(&error.path().to_string(), &error.inner().to_string()))?;
    let known = serde_json::to_value(&draft).unwrap_or_default();
    let mut unknown = Vec::new();
    left_aside("", &written, &known, &mut unknown);
    draft.unknown.extend(unknown.into_iter().map(|path| (path, Value::Null)));
    Ok(draft)
}

/// The paths of keys that did not come back.
fn left_aside(path: &str, written: &Value, known: &Value, unknown: &mut Vec<String>) {
    match (written, known) {
        (Value::Object(written), Value::Object(known)) => {
            for (key, value) in written {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match known.get(key) {
                    Some(known) => left_aside(&path, value, known, unknown),
                    None => unknown.push(path),
                }
            }
        }
        (Value::Array(written), Value::Array(known)) => {
            for (at, (value, known)) in written.iter().zip(known).enumerate() {
                left_aside(&format!("{path}[{at}]"), value, known, unknown);
            }
        }
        _ => {}
    }
}

fn leave_nulls_out(value: &mut Value) {
    match value {
        Value::Object(keys) => {
            keys.retain(|_, value| !value.is_null());
            keys.values_mut().for_each(leave_nulls_out);
        }
        Value::Array(values) => values.iter_mut().for_each(leave_nulls_out),
        _ => {}
    }
}

/// `at` is the path of the key: in a list of forty members nobody finds it otherwise.
fn bad_draft(at: &str, why: &str) -> Failure {
    Failure::refused("bad_draft", [("at", at.to_owned()), ("why", why.to_owned())])
}

/// Records drafts, each as an entry of its own, and events as one more, in one transaction: one that cannot be
/// recorded takes all of them back. `waited` is the entry by which their paper was set aside: it waits no more.
///
/// # Errors
/// What a person must answer first, `duplicate`, `nothing_to_record`, or a disk that cannot be written: then
/// nothing is.
pub(crate) fn record_drafts(
    desk: &mut Desk,
    drafts: &[Draft],
    events: news::Prepared,
    files: &[(String, Vec<u8>)],
    waited: Option<&str>,
) -> Result<Recorded, Failure> {
    desk.signer()?;
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let mut contents = Vec::with_capacity(drafts.len() + 1);
    let mut decisions = Vec::with_capacity(drafts.len());
    let mut warnings = Vec::new();
    for draft in drafts {
        warnings.extend(answered(desk, draft)?);
        let decision = desk.enact(draft, &files)?;
        contents.extend(report_of(desk, draft, &decision).map(Content::Mistake));
        decisions.push(decision.id.clone());
        contents.push(Content::Decision(Arc::new(decision)));
    }
    let (news, about) = events.content();
    contents.extend(news);
    if contents.is_empty() {
        return Err(Failure::refused("nothing_to_record", []));
    }
    let waits = |entry: &&str| !mistaken(&desk.entries).contains(*entry);
    contents.extend(waited.filter(waits).map(|entry| Content::Mistake(Mistake { entry: entry.to_owned() })));
    let entries = desk.record(contents, &files)?;
    warnings.extend(about.known(desk));
    let recorded = |at: &usize| decisions.contains(&desk.fold.decisions[*at].id);
    let acted_on = desk.fold.committees.iter().filter(|committee| committee.decisions.iter().any(recorded));
    let committees = acted_on.map(|committee| committee.id.clone()).collect();
    let entry = if entries.len() == 1 { entries.first().cloned() } else { None };
    Ok(Recorded { entry, entries, decisions, committees, warnings })
}

/// The entry that only reported a decision whose paper is recorded now: it goes in the same transaction.
fn report_of(desk: &Desk, draft: &Draft, decision: &register::Decision) -> Option<Mistake> {
    let known = desk.fold.decisions.iter().find(|known| known.key() == decision.key())?;
    if !supersedes(draft, known) {
        return None;
    }
    let says = |entry: &&Entry| matches!(&entry.content, Content::Decision(said) if said.id == known.id);
    desk.entries.iter().find(says).map(|entry| Mistake { entry: entry.content_id.clone() })
}

/// Records that an entry was made by mistake: it is as if it had never been, from now on.
///
/// # Errors
/// `not_found`, `ambiguous`, `undone_already`, `cannot_be_undone`.
pub fn undo(desk: &mut Desk, request: UndoRequest) -> Result<Recorded, Failure> {
    undo_all(desk, UndoAll { entries: vec![request.entry] })
}

/// The same for several entries, in one transaction: what was recorded together is taken back together.
///
/// # Errors
/// Those of [`undo`]; then none is taken back.
pub fn undo_all(desk: &mut Desk, request: UndoAll) -> Result<Recorded, Failure> {
    desk.signer()?;
    let mistakes = request.entries.iter().map(|entry| mistake(desk, entry)).collect::<Result<Vec<_>, _>>()?;
    if mistakes.is_empty() {
        return Err(Failure::refused("nothing_to_record", []));
    }
    let entries = desk.record(mistakes.into_iter().map(Content::Mistake).collect(), &[])?;
    Ok(Recorded { entry: entries.first().cloned(), entries, ..Recorded::default() })
}

fn mistake(desk: &Desk, wanted: &str) -> Result<Mistake, Failure> {
    let (asked, wanted) = (wanted, wanted.trim().to_lowercase());
    let meant =
        |entry: &&Entry| entry.content_id == wanted || (wanted.len() >= 8 && entry.content_id.starts_with(&wanted));
    let found: Vec<&Entry> = desk.entries.iter().filter(meant).collect();
    let entry = match found[..] {
        [only] => only,
        [] => return Err(Failure::not_found("entry", asked)),
        _ => return Err(Failure::ambiguous("entry", asked, found.iter().map(|e| e.content_id.clone()))),
    };
    let params = || [("entry", entry.content_id.clone())];
    if !entry.content.can_be_mistaken() {
        return Err(Failure::refused("cannot_be_undone", params()));
    }
    if mistaken(&desk.entries).contains(entry.content_id.as_str()) {
        return Err(Failure::refused("undone_already", params()));
    }
    if let Content::Mistake(mistake) = &entry.content {
        // What it unsaid may have been said anew meanwhile: then both would stand.
        refuse_second(desk, mistake)?;
    }
    Ok(Mistake { entry: entry.content_id.clone() })
}

fn refuse_second(desk: &Desk, mistake: &Mistake) -> Result<(), Failure> {
    let unsaid = desk.entries.iter().find(|entry| entry.content_id == mistake.entry);
    if let Some(Content::Decision(decision)) = unsaid.map(|entry| &entry.content)
        && let Some(known) = desk.fold.decisions.iter().find(|known| known.key() == decision.key())
    {
        let params = [("number", known.number.clone()), ("date", known.issued_on.to_string())];
        return Err(Failure::refused("duplicate", params));
    }
    Ok(())
}

/// The entries of the record, the newest first.
///
/// # Errors
/// None but those of the disk.
pub fn entries(desk: &mut Desk, _: Nothing) -> Result<Entries, Failure> {
    let undone = mistaken(&desk.entries);
    let authority = desk.store.authority()?;
    let name = |key: &register::record::Author| {
        authority.administrators().iter().find(|known| known.key == *key).map(|known| known.name.clone())
    };
    let lines = desk.entries.iter().rev().map(|entry| {
        let (about, events, decision) = about(desk, &entry.content);
        EntryLine {
            seq: u32::try_from(entry.seq).unwrap_or(u32::MAX),
            entry: entry.content_id.clone(),
            recorded_at: entry.recorded_at.to_string(),
            administrator: name(&entry.author).unwrap_or_default(),
            kind: entry.content.kind().to_owned(),
            about,
            events,
            undone: undone.contains(entry.content_id.as_str()),
            can_be_undone: entry.content.can_be_mistaken() && !undone.contains(entry.content_id.as_str()),
            decision,
        }
    });
    Ok(Entries { entries: lines.collect() })
}

fn about(desk: &Desk, content: &Content) -> (String, u32, Option<register::Id>) {
    let count = |events: usize| u32::try_from(events).unwrap_or(u32::MAX);
    match content {
        Content::Opening(opening) => (opening.office.clone(), 0, None),
        Content::Admission(admission) => (admission.name.clone(), 0, None),
        Content::Retirement(retirement) => (retirement.key.0.chars().take(8).collect(), 0, None),
        Content::Decision(decision) => (decision.number.clone(), 0, Some(decision.id.clone())),
        Content::Directory(news) => {
            let mut names: Vec<&str> = news
                .events
                .iter()
                .filter_map(|event| event.change.person().map(|(name, _)| name).or(event.change.organization()))
                .collect();
            names.dedup();
            names.truncate(3);
            (names.join(", "), count(news.events.len()), None)
        }
        Content::Pack(pack) => (pack.title.clone(), count(pack.events.len()), None),
        Content::Mistake(mistake) => {
            let unsaid = desk.entries.iter().find(|entry| entry.content_id == mistake.entry);
            (unsaid.map(|entry| about(desk, &entry.content).0).unwrap_or_default(), 0, None)
        }
        Content::Removal(removal) => (removal.why.clone(), 0, None),
        Content::Received(received) => {
            let about = received.number.as_ref().or(received.subject.as_ref()).or(received.committees.first());
            (about.cloned().unwrap_or_default(), 0, None)
        }
    }
}

/// Records a pack from its file.
///
/// # Errors
/// `bad_pack` with the line, `pack_not_newer`, or a file that cannot be read.
pub fn record_pack(desk: &mut Desk, request: FileRequest) -> Result<Recorded, Failure> {
    desk.signer()?;
    let path = Path::new(&request.path);
    let text = std::fs::read_to_string(path).map_err(|error| Failure::disk(path, &error))?;
    let mut named = pack::read(&text).map_err(|mut failure| {
        failure.params.insert("file".to_owned(), request.path.clone());
        failure
    })?;
    named.title = register::text::tidy(&named.title);
    let entry = desk.record_pack(named)?;
    Ok(Recorded { entry: Some(entry.clone()), entries: vec![entry], ..Recorded::default() })
}

/// Takes the bytes of an attachment out of the register, by a signed entry. Its hash stays where it is named.
///
/// # Errors
/// `administrator_needed`, `not_found`, `missing_field`.
pub fn remove_attachment(desk: &mut Desk, request: RemovalRequest) -> Result<Recorded, Failure> {
    use store::Journal;
    desk.signer()?;
    let why = register::text::tidy(&request.why);
    if why.is_empty() {
        return Err(Failure::refused("missing_field", [("field", "why".to_owned())]));
    }
    let hash = store::Hash::from_hex(&request.sha256);
    let kept = hash.map(|hash| desk.store.journal().attachment(&hash)).transpose()?.flatten();
    if kept.is_none() {
        return Err(Failure::not_found("attachment", &request.sha256));
    }
    let entries = desk.record(vec![Content::Removal(Removal { sha256: request.sha256.clone(), why })], &[])?;
    Ok(Recorded { entry: entries.first().cloned(), entries, ..Recorded::default() })
}

/// Derives everything anew from the record.
///
/// # Errors
/// `administrator_needed`, or a disk that cannot be written: then nothing changes.
pub fn rebuild(desk: &mut Desk, _: Nothing) -> Result<Rebuilt, Failure> {
    desk.signer()?;
    let rows = desk.store.rebuild()?;
    Ok(Rebuilt { rows: u32::try_from(rows).unwrap_or(u32::MAX) })
}
