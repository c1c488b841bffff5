//! Papers: which there are, their pages to look at, their files, and whether a code at a foot is one of this register.

use std::path::Path;

use register::Instant;
use report::Kind;
use report::foot::Claim;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::printing::{Printing, Ready, templates_beside};
#[cfg(feature = "press")]
use crate::saving::save;
use crate::session::Session;
use crate::types::{CodeAnswer, CodeRequest, Nothing, Pages, PaperKind, PaperRequest, Papers, PrintingAnswer, Saved};

/// The papers that there are, and what each can be asked for.
///
/// # Errors
/// None of its own.
pub fn papers(desk: &mut Desk, _: Nothing) -> Result<Papers, Failure> {
    let word = |about: report::paper::About| serde_json::to_value(about).ok()?.as_str().map(str::to_owned);
    let papers = Kind::ALL.into_iter().map(|kind| PaperKind {
        paper: kind.word().to_owned(),
        about: word(kind.about()).unwrap_or_default(),
        forms: kind.forms().iter().map(|form| form.ending().to_owned()).collect(),
        options: kind.options().iter().map(|option| (*option).to_owned()).collect(),
    });
    Ok(Papers {
        papers: papers.collect(),
        templates: templates_beside(desk).map(|folder| folder.display().to_string()),
    })
}

/// The very pages of a paper.
///
/// # Errors
/// `not_found`, `ambiguous`, `unknown_paper`, `paper_needs`, or what the press reports.
pub fn preview(desk: &mut Desk, request: PaperRequest) -> Result<Pages, Failure> {
    Ready::of(desk, request)?.pages()
}

/// A paper as a file, written beside and then put in place, so that none is ever left half-written.
///
/// # Errors
/// `not_found`, `ambiguous`, `unknown_paper`, `paper_needs`, `unknown_form`, what the press reports, or a file that
/// cannot be written.
pub fn print(desk: &mut Desk, request: PaperRequest) -> Result<Saved, Failure> {
    Ready::of(desk, request)?.save(&Printing::default())
}

/// How far the paper is that is being printed.
///
/// # Errors
/// `no_register`.
pub fn printing(session: &mut Session, _: Nothing) -> Result<PrintingAnswer, Failure> {
    session.path()?;
    Ok(session.printing().answer())
}

/// Stops the paper that is being printed; whoever waits for it is told `printing_stopped`.
///
/// # Errors
/// `no_register`.
pub fn stop_printing(session: &mut Session, _: Nothing) -> Result<PrintingAnswer, Failure> {
    session.path()?;
    session.printing().stop();
    Ok(session.printing().answer())
}

/// Lays the templates that ship into a folder; a file that is there already stays. Answers the names of those
/// written.
///
/// # Errors
/// A folder that cannot be made or written; `no_press` in a build without the press.
#[cfg(feature = "press")]
pub fn write_templates(folder: &Path) -> Result<Vec<String>, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::disk(folder, &error))?;
    let mut written = Vec::new();
    for (name, text) in report::press::TEMPLATES {
        let file = folder.join(name);
        if !file.exists() {
            save(&file, text.as_bytes())?;
            written.push(name.to_owned());
        }
    }
    Ok(written)
}

/// A build without the press has no templates.
///
/// # Errors
/// Always `no_press`.
#[cfg(not(feature = "press"))]
pub fn write_templates(_: &Path) -> Result<Vec<String>, Failure> {
    Err(Failure::refused("no_press", []))
}

/// What the press reports.
#[cfg(feature = "press")]
pub(crate) fn failed(error: &report::press::Error) -> Failure {
    Failure::new(crate::failure::Kind::Refused, error.code(), error.params(), error.to_string())
}

/// Whether a paper was made from this register, by the code at its foot.
///
/// # Errors
/// `bad_code` for what is no code.
pub fn verify_code(desk: &mut Desk, request: CodeRequest) -> Result<CodeAnswer, Failure> {
    code_of(&desk.store, &request.code)
}

/// The same of a register that is looked at on its own.
///
/// # Errors
/// `bad_code` for what is no code, or a file that is no register or cannot be read.
pub fn verify_code_of_file(path: &Path, code: &str) -> Result<CodeAnswer, Failure> {
    std::fs::metadata(path).map_err(|error| Failure::disk(path, &error))?;
    code_of(&store::Store::open(path)?, code)
}

fn code_of(store: &store::Store, code: &str) -> Result<CodeAnswer, Failure> {
    let (claim, hash) = Claim::read(code).ok_or_else(|| Failure::refused("bad_code", [("code", code.to_owned())]))?;
    let entries = store.entries()?;
    let link = if claim.seq == 0 { Some(String::new()) } else { store.link(claim.seq)?.map(|link| link.to_string()) };
    let known_on = claim.known_on();
    // The entry must have been the newest one at the minute that the paper says.
    let next = entries.iter().find(|entry| entry.seq > claim.seq).map(|entry| entry.recorded_at);
    let own = entries.iter().find(|entry| entry.seq == claim.seq).map(|entry| entry.recorded_at);
    let in_time = known_on.is_some_and(|known| {
        let end: Instant = known.saturating_add(jiff::SignedDuration::from_secs(60)).unwrap_or(known);
        next.is_none_or(|next| known <= next) && own.is_none_or(|own| own <= end)
    });
    Ok(CodeAnswer {
        code: code.trim().to_uppercase(),
        confirmed: in_time && link.is_some_and(|link| claim.hash(&link) == hash),
        entry: u32::try_from(claim.seq).unwrap_or(u32::MAX),
        on: claim.on,
        known_on: known_on.map(|known| known.to_string()),
        entries_since: u32::try_from(entries.iter().filter(|entry| entry.seq > claim.seq).count()).unwrap_or(u32::MAX),
        superseded_at: next.map(|next| next.to_string()),
    })
}
