//! Several files: read as one where they belong together, and what of them is recorded.

use std::path::PathBuf;

use reading::{Mark, Reading};
use register::directory::Sourced;
use register::draft::EventDraft;

use crate::commands::import::{load, read_file};
use crate::failure::Failure;
use crate::types::DraftRequest;

/// Reads files that belong together into one draft; needs no register.
///
/// # Errors
/// A file that cannot be read, or is not what its name says; the parameter `file` names it.
pub fn read_files(paths: &[PathBuf]) -> Result<Reading, Failure> {
    let files = paths.iter().map(|path| load(path)).collect::<Result<Vec<_>, _>>()?;
    let given: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    reading::read_together(&given).map_err(|(at, unreadable)| {
        let mut failure = Failure::from(unreadable);
        let name = files.get(at).map(|(name, _)| name.clone()).unwrap_or_default();
        failure.params.insert("file".to_owned(), name);
        failure
    })
}

/// What there is to record: each draft with the file that it was read from and the events that its paper says, and
/// the events of papers that are no decisions.
///
/// # Errors
/// A file that cannot be read; `no_decision` where a file says nothing that could be recorded; `files_differ` where
/// two of them do not agree.
pub fn to_record(files: &[PathBuf]) -> Result<(Vec<DraftRequest>, Vec<EventDraft>), Failure> {
    for file in files {
        let answer = read_file(file)?;
        if answer.reading.decisions.is_empty() && answer.reading.events.is_empty() {
            return Err(Failure::refused("no_decision", [("file", answer.reading.file.clone())]));
        }
    }
    let reading = read_files(files)?;
    if let Some(warning) = reading.warnings.iter().find(|warning| warning.code == "files_differ") {
        return Err(Failure::refused("files_differ", [("words", warning.detail.clone())]));
    }
    let path_of = |decision: usize| {
        let own = |mark: &&Mark| usize::try_from(mark.decision).is_ok_and(|of| of == decision);
        let number = reading.marks.iter().filter(own).find(|mark| mark.field == "number");
        let mark = number.or_else(|| reading.marks.iter().find(own))?;
        let block = reading.blocks.iter().find(|block| block.id == mark.block)?;
        files.get(usize::try_from(block.file).ok()?).map(|path| path.display().to_string())
    };
    let mut requests: Vec<DraftRequest> = Vec::new();
    for (at, draft) in reading.decisions.iter().enumerate() {
        requests.push(DraftRequest { draft: draft.clone(), events: Vec::new(), path: path_of(at) });
    }
    let mut letters = Vec::new();
    for event in &reading.events {
        let cited = |request: &&mut DraftRequest| match &event.citation {
            Some(Sourced::Document { decision, date, .. }) => {
                request.draft.number.as_ref() == Some(decision) && request.draft.date == *date
            }
            _ => false,
        };
        match requests.iter_mut().find(cited) {
            Some(request) => request.events.push(event.clone()),
            None => letters.push(event.clone()),
        }
    }
    Ok((requests, letters))
}
