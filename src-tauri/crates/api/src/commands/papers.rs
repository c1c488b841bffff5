//! Papers: the membership list, as pages to look at and as a PDF.

use crate::desk::Desk;
use crate::failure::Failure;
#[cfg(feature = "press")]
use crate::saving::save;
use crate::types::{Pages, PaperRequest, Saved};

/// The very pages of a paper.
///
/// # Errors
/// `not_found`, `ambiguous`, `unknown_paper`, or what the press reports.
#[cfg(feature = "press")]
pub fn preview(desk: &mut Desk, request: PaperRequest) -> Result<Pages, Failure> {
    let (list, file_name) = content(desk, &request)?;
    let pages = desk.press()?.pages(&list).map_err(|error| failed(&error))?;
    Ok(Pages { pages, file_name })
}

/// A paper as a PDF, written beside and then put in place, so that no file is ever left half-written.
///
/// # Errors
/// `not_found`, `ambiguous`, `unknown_paper`, what the press reports, or a file that cannot be written.
#[cfg(feature = "press")]
pub fn print(desk: &mut Desk, request: PaperRequest) -> Result<Saved, Failure> {
    let path = request.path.clone().ok_or_else(|| Failure::refused("bad_request", [("why", "path".to_owned())]))?;
    let (list, _) = content(desk, &request)?;
    let printed = desk.press()?.pdf(&list).map_err(|error| failed(&error))?;
    save(std::path::Path::new(&path), &printed.bytes)?;
    Ok(Saved { path, pages: u32::try_from(printed.pages).unwrap_or(u32::MAX) })
}

#[cfg(feature = "press")]
fn content(desk: &Desk, request: &PaperRequest) -> Result<(report::list::List, String), Failure> {
    if request.paper != "list" {
        return Err(Failure::refused("unknown_paper", [("paper", request.paper.clone())]));
    }
    let committee = crate::desk::committee(&desk.fold, &request.committee)?;
    let composition = desk.fold.composition(committee, request.on);
    let setting = report::list::Setting {
        office: desk.record.office.clone(),
        known_on: register::Instant::now(),
        printed_on: crate::desk::today(),
    };
    let plain = register::text::fold(&composition.committee.name).replace(' ', "-");
    let plain: String = plain.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    let file_name = format!("danh-sach-{plain}-{}.pdf", request.on);
    Ok((report::list::list(&composition, &setting), file_name))
}

/// What the press reports.
#[cfg(feature = "press")]
pub(crate) fn failed(error: &report::press::Error) -> Failure {
    Failure::new(crate::failure::Kind::Refused, error.code(), error.params(), error.to_string())
}

/// A build without the press makes no papers.
///
/// # Errors
/// Always `no_press`.
#[cfg(not(feature = "press"))]
pub fn preview(_: &mut Desk, _: PaperRequest) -> Result<Pages, Failure> {
    Err(Failure::refused("no_press", []))
}

/// A build without the press makes no papers.
///
/// # Errors
/// Always `no_press`.
#[cfg(not(feature = "press"))]
pub fn print(_: &mut Desk, _: PaperRequest) -> Result<Saved, Failure> {
    Err(Failure::refused("no_press", []))
}
