//! Papers from files: read, tried, recorded.

use std::path::{Path, PathBuf};

use api::commands::import::draft_json;
use api::commands::rehearse::rehearse;
use api::commands::together::{read_files, to_record};
use api::types::DraftRequest;
use api::{Failure, Session, call};
use serde_json::{Value, json};

use crate::answer::{Answered, unlocked};
use crate::passphrase::Passphrase;

/// What was read, as the contract of `read` has it: other decisions named by their numbers.
pub(crate) fn read(files: &[PathBuf]) -> Result<Value, Failure> {
    let reading = read_files(files)?;
    let decisions: Vec<Value> = reading.decisions.iter().map(draft_json).collect();
    Ok(json!({
        "file": reading.file, "files": reading.files, "decisions": decisions, "events": reading.events,
        "warnings": reading.warnings, "marks": reading.marks, "blocks": reading.blocks,
    }))
}

/// Reads and tries every paper first, so that one that cannot be read or recorded leaves the register as it
/// was; then records them one by one.
pub(crate) fn import(register: &Path, files: &[PathBuf], dry_run: bool, own: &Passphrase) -> Result<Answered, Failure> {
    let (requests, letters) = to_record(files)?;
    let mut session = Session::over(register)?;
    let desk = session.desk()?;
    let tried = requests.iter().map(|request| rehearse(desk, request.clone())).collect::<Result<Vec<_>, _>>()?;
    let stop = tried.iter().flat_map(|rehearsal| &rehearsal.questions).find(|question| question.stops);
    if dry_run {
        let events: Vec<_> = requests.iter().flat_map(|request| &request.events).chain(&letters).collect();
        let json = json!({ "dry_run": true, "drafts": tried, "events": events });
        return Ok(Answered { of: "rehearse", json, status: u8::from(stop.is_some()) });
    }
    if let Some(question) = stop {
        let mut failure = Failure::refused(&question.code, []);
        failure.params.clone_from(&question.params);
        return Err(failure);
    }
    drop(session);
    let mut session = unlocked(register, own)?;
    let record = |request: &DraftRequest| call(&mut session, "record", json!(request));
    let mut answered = requests.iter().map(record).collect::<Result<Vec<_>, _>>()?;
    if !letters.is_empty() {
        answered.push(call(&mut session, "record_written", json!({ "json": { "events": letters } }))?);
    }
    let gathered =
        |key: &str| -> Vec<&Value> { answered.iter().filter_map(|one| one[key].as_array()).flatten().collect() };
    let entry = answered.first().map_or(Value::Null, |first| first["entry"].clone());
    let json = json!({
        "entry": if answered.len() == 1 { entry } else { Value::Null },
        "entries": gathered("entries"),
        "decisions": gathered("decisions"),
        "committees": gathered("committees"),
        "warnings": gathered("warnings"),
    });
    Ok(Answered { of: "import", json, status: 0 })
}
