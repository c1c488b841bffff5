//! Papers from files: read, tried, recorded.

use std::path::{Path, PathBuf};

use api::commands::import::{draft_json, read_file, rehearse};
use api::types::{DraftRequest, ReadAnswer};
use api::{Failure, Session, call};
use serde_json::{Value, json};

use crate::answer::{Answered, unlocked};
use crate::passphrase::Passphrase;

/// What was read, as the contract of `read` has it: other decisions named by their numbers.
pub(crate) fn read(files: &[PathBuf]) -> Result<Value, Failure> {
    let answers = read_files(files)?;
    let mut decisions = Vec::new();
    let mut warnings = Vec::new();
    let mut marks = Vec::new();
    let mut blocks = Vec::new();
    for answer in &answers {
        decisions.extend(answer.reading.decisions.iter().map(draft_json));
        warnings.extend(answer.reading.warnings.iter().map(|warning| json!(warning)));
        marks.extend(answer.reading.marks.iter().map(|mark| json!(mark)));
        blocks.extend(answer.reading.blocks.iter().map(|block| json!(block)));
    }
    let file = answers.first().map(|answer| answer.reading.file.clone());
    Ok(json!({ "file": file, "decisions": decisions, "warnings": warnings, "marks": marks, "blocks": blocks }))
}

fn read_files(files: &[PathBuf]) -> Result<Vec<ReadAnswer>, Failure> {
    files.iter().map(|file| read_file(file)).collect()
}

/// Reads and tries every paper first, so that one that cannot be read or recorded leaves the register as it
/// was; then records them one by one.
pub(crate) fn import(register: &Path, files: &[PathBuf], dry_run: bool, own: &Passphrase) -> Result<Answered, Failure> {
    let mut requests = Vec::new();
    for answer in read_files(files)? {
        if answer.reading.decisions.is_empty() {
            return Err(Failure::refused("no_decision", [("file", answer.reading.file.clone())]));
        }
        let path = Some(answer.path);
        let drafts = answer.reading.decisions.into_iter();
        requests.extend(drafts.map(|draft| DraftRequest { draft, path: path.clone() }));
    }
    let mut session = Session::over(register)?;
    let desk = session.desk()?;
    let tried = requests.iter().map(|request| rehearse(desk, request.clone())).collect::<Result<Vec<_>, _>>()?;
    let stop = tried.iter().flat_map(|rehearsal| &rehearsal.questions).find(|question| question.stops);
    if dry_run {
        let json = json!({ "dry_run": true, "drafts": tried });
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
    let answered = requests.iter().map(record).collect::<Result<Vec<_>, _>>()?;
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
