//! Received, not applied: papers that are set aside until something comes that is missing, or was asked. They stand in
//! the record, so that whoever looks at their committee sees that something waits.

use register::Id;
use register::record::{Content, Mistake, Received};

use crate::commands::rehearse::named;
use crate::commands::tray::put;
use crate::desk::{Desk, File};
use crate::failure::Failure;
use crate::types::{Nothing, Recorded, SetAside, TakenIn, UndoRequest, Waiting, WaitingLine};

/// Sets an item of the tray aside: it is received, with its files, and not applied.
///
/// # Errors
/// `administrator_needed`, `no_tray`, `not_found`, or a disk that cannot be written.
pub fn set_aside(desk: &mut Desk, request: SetAside) -> Result<Recorded, Failure> {
    desk.signer()?;
    let tray = desk.tray()?.clone();
    let item = tray.item(&request.item)?;
    let files = tray.files(&item)?;
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let draft = item.work.drafts.first().cloned().unwrap_or_default();
    let filled = |text: Option<String>| text.map(|text| register::text::tidy(&text)).filter(|text| !text.is_empty());
    let received = Received {
        number: filled(draft.number),
        date: draft.date,
        issuer: filled(draft.issuer),
        subject: filled(draft.title).or_else(|| item.files.first().cloned()),
        committees: draft.committees,
        waits_for: request.waits_for,
        note: filled(request.note),
        attachments: files.iter().map(File::attachment).collect(),
    };
    let mut contents = vec![Content::Received(received)];
    // One that had waited before waits anew, with the new reason.
    contents.extend(item.waited.clone().map(|entry| Content::Mistake(Mistake { entry })));
    let entries = desk.record(contents, &files)?;
    tray.remove(&item.id)?;
    Ok(Recorded { entry: entries.first().cloned(), entries, ..Recorded::default() })
}

/// The papers that wait.
///
/// # Errors
/// None of its own.
pub fn waiting(desk: &mut Desk, _: Nothing) -> Result<Waiting, Failure> {
    let received_at = |id: &str| {
        let entry = desk.entries.iter().find(|entry| entry.content_id == id);
        entry.map(|entry| entry.recorded_at.to_string()).unwrap_or_default()
    };
    let line = |(entry, paper): (&str, &Received)| WaitingLine {
        entry: entry.to_owned(),
        received_at: received_at(entry),
        number: paper.number.clone(),
        date: paper.date,
        issuer: paper.issuer.clone(),
        subject: paper.subject.clone(),
        committees: paper.committees.clone(),
        known: known(desk, paper),
        waits_for: paper.waits_for,
        note: paper.note.clone(),
        files: paper.attachments.iter().map(|file| file.name.clone()).collect(),
    };
    Ok(Waiting { papers: desk.record.waiting().map(line).collect() })
}

fn known(desk: &Desk, paper: &Received) -> Vec<Id> {
    let Some(issuer) = &paper.issuer else { return Vec::new() };
    let of = |name: &String| named(&desk.fold, name, issuer).map(|committee| committee.id.clone());
    paper.committees.iter().filter_map(of).collect()
}

/// Takes a paper that waits up again: it lies in the tray, and waits until it is recorded.
///
/// # Errors
/// `not_found`, `no_tray`, `attachment_gone`, or a disk that cannot be read or written.
pub fn take_up(desk: &mut Desk, request: UndoRequest) -> Result<TakenIn, Failure> {
    use store::Journal;
    let waits = desk.record.waiting().find(|(entry, _)| *entry == request.entry);
    let (entry, paper) = waits.ok_or_else(|| Failure::not_found("entry", &request.entry))?;
    let (entry, attachments) = (entry.to_owned(), paper.attachments.clone());
    let tray = desk.tray()?.clone();
    // Taken up twice, it is the same item.
    if let Some(item) = tray.items().into_iter().find(|item| item.waited.as_deref() == Some(entry.as_str())) {
        return Ok(TakenIn { items: vec![item.id] });
    }
    let mut files = Vec::new();
    for file in &attachments {
        let hash = store::Hash::from_hex(&file.sha256);
        let bytes = hash.map(|hash| desk.store.journal().attachment(&hash)).transpose()?.flatten();
        let gone = || Failure::refused("attachment_gone", [("file", file.name.clone())]);
        files.push((file.name.clone(), bytes.ok_or_else(gone)?));
    }
    let id = match <[(String, Vec<u8>); 1]>::try_from(files) {
        Ok([(name, bytes)]) => put(desk, name, bytes)?,
        Err(files) => crate::commands::tray::put_together(desk, files)?,
    };
    let item = tray.item(&id)?;
    tray.keep(&crate::tray::Item { waited: Some(entry), ..item })?;
    Ok(TakenIn { items: vec![id] })
}
