//! The tray: papers on their way into the record. They come in, are worked on, and leave it recorded, waiting or
//! discarded; whatever happens to the program meanwhile, they lie where they were.

use std::path::{Path, PathBuf};

use reading::{Reading, Unreadable, belonging, read, read_together};
use register::Id;
use register::directory::Sourced;
use register::draft::{Draft, EventDraft, Source};
use serde_json::Value;

use crate::commands::record::record_drafts;
use crate::commands::{import, news, rehearse};
use crate::desk::Desk;
use crate::exchange;
use crate::failure::Failure;
use crate::tray::{Item, Kept};
use crate::types::{
    Batch, DraftLine, DraftRequest, ItemFile, ItemRequest, Items, Keep, Left, Nothing, Pasted, Paths, Question,
    Recorded, TakenIn, TrayAnswer, TrayItem, TrayLine, TrayState,
};

/// The endings of files in a folder that may be papers.
const PAPERS: [&str; 11] = ["docx", "pdf", "xlsx", "csv", "txt", "html", "htm", "doc", "png", "jpg", "jpeg"];

/// More files than this are not looked through at once.
const MOST_FILES: usize = 2000;

/// The files that some paths mean: of a folder the papers in it and in its folders, by name.
///
/// # Errors
/// A path that is not there.
pub fn papers_in(_: &mut Desk, request: Paths) -> Result<Paths, Failure> {
    let mut found = Vec::new();
    for path in request.paths.iter().map(PathBuf::from) {
        let known = std::fs::metadata(&path).map_err(|error| Failure::disk(&path, &error))?;
        if known.is_dir() { papers_of(&path, 4, &mut found) } else { found.push(path) }
    }
    found.truncate(MOST_FILES);
    Ok(Paths { paths: found.into_iter().map(|path| path.display().to_string()).collect() })
}

fn papers_of(folder: &Path, depth: u32, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What Word keeps beside an open file is no paper.
        if name.starts_with('.') || name.starts_with("~$") || found.len() >= MOST_FILES {
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_dir() && depth > 0 {
            papers_of(&path, depth - 1, found);
        } else if PAPERS.contains(&ending.as_str()) {
            found.push(path);
        }
    }
}

/// Puts files into the tray, each as an item of its own; one that cannot be read is there with the reason.
///
/// # Errors
/// `no_tray`, or a disk that cannot be read or written.
pub fn take_in(desk: &mut Desk, request: Paths) -> Result<TakenIn, Failure> {
    let mut items = Vec::new();
    for path in &request.paths {
        let (name, bytes) = import::load(Path::new(path))?;
        items.push(put(desk, name, bytes)?);
    }
    Ok(TakenIn { items })
}

/// Puts what was copied from another program into the tray.
///
/// # Errors
/// `empty` where nothing was, `no_tray`, or a disk that cannot be written.
pub fn take_pasted(desk: &mut Desk, request: Pasted) -> Result<TakenIn, Failure> {
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (name, text) = match (filled(request.html), filled(request.text)) {
        // Only a table is worth more as a page than as text.
        (Some(html), text) if text.is_none() || html.to_lowercase().contains("<table") => {
            let whole = if html.to_lowercase().contains("<html") { html } else { format!("<html>{html}</html>") };
            ("Nội dung dán.html", whole)
        }
        (_, Some(text)) => ("Nội dung dán.txt", text),
        _ => return Err(Failure::from(Unreadable::Empty)),
    };
    Ok(TakenIn { items: vec![put(desk, name.to_owned(), text.into_bytes())?] })
}

/// Puts a paper into the tray that is not there: its draft is written by hand.
///
/// # Errors
/// `no_tray`, or a disk that cannot be written.
pub fn by_hand(desk: &mut Desk, _: Nothing) -> Result<TakenIn, Failure> {
    let item = desk.tray()?.add(|id| Item::new(id, Vec::new(), Kept::ByHand), &[])?;
    Ok(TakenIn { items: vec![item] })
}

/// Puts a file into the tray. One that lies there already is not put there twice.
pub(crate) fn put(desk: &Desk, name: String, bytes: Vec<u8>) -> Result<Id, Failure> {
    let tray = desk.tray()?;
    let is_it = |item: &Item, at: usize| tray.bytes(item, at).is_ok_and(|known| known == bytes);
    let has = |item: &Item| item.files.iter().enumerate().any(|(at, known)| *known == name && is_it(item, at));
    if let Some(known) = tray.items().into_iter().find(|item| !bytes.is_empty() && has(item)) {
        return Ok(known.id);
    }
    let kept = match read(&name, &bytes) {
        Ok(reading) => exchange::came_back(desk, &name, &bytes, reading),
        Err(unreadable) => Kept::Refused(Failure::from(unreadable)),
    };
    // A state secret is not kept here either, only that it was refused.
    let secret = matches!(&kept, Kept::Refused(failure) if failure.code == "secret");
    let bytes = if secret { Vec::new() } else { bytes };
    tray.add(|id| Item::new(id, vec![name.clone()], kept), &[(name.clone(), bytes)])
}

/// Puts files into the tray that are one paper.
pub(crate) fn put_together(desk: &Desk, files: Vec<(String, Vec<u8>)>) -> Result<Id, Failure> {
    let given: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let kept = match read_together(&given) {
        _ if files.is_empty() => Kept::ByHand,
        Ok(reading) => Kept::Read(reading),
        Err((_, unreadable)) => Kept::Refused(Failure::from(unreadable)),
    };
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    desk.tray()?.add(|id| Item::new(id, names, kept), &files)
}

/// Puts together what belongs together among items that nobody has worked on yet: the signed paper, the same in Word,
/// its annex.
///
/// # Errors
/// `no_tray`, or a disk that cannot be read or written.
pub fn gather(desk: &mut Desk, request: Items) -> Result<TrayAnswer, Failure> {
    let tray = desk.tray()?.clone();
    let fresh = |item: &Item| !item.files.is_empty() && item.refused.is_none() && !item.edited && !item.is_touched();
    let items: Vec<Item> = tray.items().into_iter().filter(fresh).collect();
    let readings: Vec<&Reading> = items.iter().map(|item| &item.reading).collect();
    for group in belonging(&readings) {
        let is_new = |at: &usize| request.items.contains(&items[*at].id);
        if group.len() < 2 || !group.iter().any(is_new) {
            continue;
        }
        let mut files = Vec::new();
        for at in &group {
            files.extend(tray.files(&items[*at])?);
        }
        put_together(desk, files)?;
        group.iter().try_for_each(|at| tray.remove(&items[*at].id))?;
    }
    self::tray(desk, Nothing {})
}

/// Everything in the tray.
///
/// # Errors
/// `no_tray`.
pub fn tray(desk: &mut Desk, _: Nothing) -> Result<TrayAnswer, Failure> {
    let items = desk.tray()?.items();
    let mut lines: Vec<TrayLine> = items.iter().map(|item| line(desk, item)).collect();
    let first = |line: &TrayLine| {
        let dated = line.decisions.iter().filter_map(|draft| draft.date).min();
        (line.state == TrayState::Refused, dated.is_none(), dated, line.item.clone())
    };
    lines.sort_by_key(first);
    Ok(TrayAnswer { items: lines })
}

fn line(desk: &mut Desk, item: &Item) -> TrayLine {
    let mut asks: Vec<Question> = Vec::new();
    let mut unanswered = 0;
    for request in requests(item) {
        let (questions, open) = asked(desk, item, &request);
        asks.extend(questions);
        unanswered += open;
    }
    let state = if item.refused.is_some() {
        TrayState::Refused
    } else if item.work.drafts.is_empty() && item.work.events.is_empty() {
        TrayState::Nothing
    } else if asks.is_empty() && unanswered == 0 {
        TrayState::Ready
    } else {
        TrayState::Asks
    };
    let decided = |draft: &Draft| DraftLine {
        number: draft.number.clone(),
        date: draft.date,
        title: draft.title.clone(),
        act: draft.act,
        committees: draft.committees.clone(),
        members: u32::try_from(draft.members.len()).unwrap_or(u32::MAX),
    };
    TrayLine {
        item: item.id.clone(),
        files: item.files.clone(),
        state,
        decisions: item.work.drafts.iter().map(decided).collect(),
        events: u32::try_from(item.work.events.len()).unwrap_or(u32::MAX),
        asks,
        unanswered,
        refused: item.refused.clone(),
    }
}

/// What must be answered before one of an item's decisions can be recorded, and how many namesakes are to be told
/// apart.
fn asked(desk: &mut Desk, item: &Item, request: &DraftRequest) -> (Vec<Question>, u32) {
    let Ok(rehearsal) = rehearse::rehearse(desk, request.clone()) else { return (Vec::new(), 0) };
    let mut questions: Vec<Question> = rehearsal.questions.into_iter().filter(|question| question.stops).collect();
    // What no file shows needs at least to say where it is known from.
    if item.files.is_empty() && request.draft.source_note.as_deref().is_none_or(|note| note.trim().is_empty()) {
        let params = std::collections::BTreeMap::from([("field".to_owned(), "source_note".to_owned())]);
        questions.push(Question { code: "missing_field".to_owned(), params, stops: true });
    }
    let open = rehearsal.matches.iter().filter(|found| found.found.must_be_answered());
    let open = open.filter(|found| !item.work.settled.contains(&found.words)).count();
    (questions, u32::try_from(open).unwrap_or(u32::MAX))
}

/// What there is to record of an item: each decision with what its paper says of posts; a paper that decides nothing
/// has an empty draft.
fn requests(item: &Item) -> Vec<DraftRequest> {
    let work = &item.work;
    let mut requests: Vec<DraftRequest> = work
        .drafts
        .iter()
        .map(|draft| DraftRequest { draft: as_reported(draft.clone()), events: Vec::new(), path: None })
        .collect();
    for event in &work.events {
        let at = requests.iter().position(|request| is_cited(event, &request.draft));
        match at.or((!requests.is_empty()).then_some(0)) {
            Some(at) => requests[at].events.push(event.clone()),
            None => requests.push(DraftRequest { draft: Draft::default(), events: vec![event.clone()], path: None }),
        }
    }
    requests
}

/// A report of a decision is no decision: until the paper comes, that is said wherever it is cited.
fn as_reported(mut draft: Draft) -> Draft {
    draft.reconstructed |= draft.source == Some(Source::News);
    draft
}

fn is_cited(event: &EventDraft, draft: &Draft) -> bool {
    match &event.citation {
        Some(Sourced::Document { decision, date, .. }) => {
            draft.number.as_ref() == Some(decision) && (date.is_none() || draft.date == *date)
        }
        _ => false,
    }
}

/// An item, whole.
///
/// # Errors
/// `no_tray`, `not_found`.
pub fn tray_item(desk: &mut Desk, request: ItemRequest) -> Result<TrayItem, Failure> {
    let tray = desk.tray()?;
    let item = tray.item(&request.item)?;
    let mut files = Vec::new();
    for (at, name) in item.files.iter().enumerate() {
        let pages = tray.bytes(&item, at).map_or(0, |bytes| pages(name, &bytes));
        files.push(ItemFile { name: name.clone(), pages });
    }
    Ok(TrayItem { item: item.id, files, reading: item.reading, work: item.work })
}

#[cfg(feature = "press")]
fn pages(name: &str, bytes: &[u8]) -> u32 {
    reading::pages::count(name, bytes)
}

#[cfg(not(feature = "press"))]
fn pages(_: &str, _: &[u8]) -> u32 {
    0
}

/// Keeps what an item has come to.
///
/// # Errors
/// `no_tray`, `not_found`, or a disk that cannot be written.
pub fn keep(desk: &mut Desk, request: Keep) -> Result<Nothing, Failure> {
    let tray = desk.tray()?;
    let item = tray.item(&request.item)?;
    tray.keep(&Item { work: request.work, ..item })?;
    Ok(Nothing {})
}

/// Takes an item out of the tray, unrecorded.
///
/// # Errors
/// `no_tray`, `not_found`, or a disk that cannot be written.
pub fn discard(desk: &mut Desk, request: ItemRequest) -> Result<TrayAnswer, Failure> {
    let tray = desk.tray()?;
    let item = tray.item(&request.item)?;
    tray.remove(&item.id)?;
    self::tray(desk, Nothing {})
}

/// Records items in the legal order of what they decide, whatever the order in which they came: each in a transaction
/// of its own, with its files. What cannot be recorded stays, with the reason.
///
/// # Errors
/// `administrator_needed`, `no_tray`.
pub fn record_items(desk: &mut Desk, request: Items) -> Result<Batch, Failure> {
    desk.signer()?;
    let tray = desk.tray()?.clone();
    let (mut items, mut batch) = (Vec::new(), Batch { recorded: Vec::new(), entries: Vec::new(), left: Vec::new() });
    for id in request.items {
        match tray.item(&id) {
            Ok(item) => items.push(item),
            Err(why) => batch.left.push(Left { item: id, why }),
        }
    }
    items.sort_by_key(|item| item.work.drafts.iter().map(in_law).min());
    for item in items {
        match record_item(desk, &item) {
            Ok(recorded) => {
                batch.entries.extend(recorded.entries.iter().cloned());
                batch.recorded.push(recorded);
                // It is recorded whether or not its folder goes: one that stays says `duplicate` when it is tried.
                let _ = tray.remove(&item.id);
            }
            Err(why) => batch.left.push(Left { item: item.id, why }),
        }
    }
    Ok(batch)
}

/// The place of a draft in legal order, as far as the draft says it (docs/fold.md 1.2).
fn in_law(draft: &Draft) -> (Option<register::Day>, Option<register::Day>, Option<String>) {
    let mut count = 0;
    let fresh = || {
        count += 1;
        Id(count.to_string())
    };
    let effective = register::decision::enact(draft, fresh).ok().map(|decision| decision.effective_from);
    (effective.or(draft.date), draft.date, draft.number.clone())
}

fn record_item(desk: &mut Desk, item: &Item) -> Result<Recorded, Failure> {
    let requests = requests(item);
    for request in &requests {
        let (questions, open) = asked(desk, item, request);
        if open > 0 {
            return Err(Failure::refused("namesakes", [("count", open.to_string())]));
        }
        if let Some(question) = questions.into_iter().next() {
            return Err(Failure { params: question.params, ..Failure::refused(&question.code, []) });
        }
    }
    let files = desk.tray()?.files(item)?;
    let events: Vec<&EventDraft> = requests.iter().flat_map(|request| &request.events).collect();
    let written: Vec<Value> = events.into_iter().filter_map(|event| serde_json::to_value(event).ok()).collect();
    let decides = |request: &&DraftRequest| !request.says_events_alone() && request.draft != Draft::default();
    let mut drafts: Vec<Draft> = requests.iter().filter(decides).map(|request| request.draft.clone()).collect();
    drafts.sort_by_key(in_law);
    record_drafts(desk, &drafts, news::prepare(&written)?, &files, item.waited.as_deref())
}
