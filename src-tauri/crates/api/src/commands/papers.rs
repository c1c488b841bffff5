//! Papers: the membership list, as pages to look at and as a PDF.

use crate::desk::Desk;
use crate::failure::Failure;
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

#[cfg(feature = "press")]
fn save(path: &std::path::Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".dang-ghi");
    let beside = std::path::PathBuf::from(beside);
    let written = std::fs::write(&beside, bytes).map_err(|error| Failure::disk(path, &error));
    let placed = written.and_then(|()| std::fs::rename(&beside, path).map_err(|error| not_replaced(path, &error)));
    if placed.is_err() {
        // Whatever went wrong, the half-written file must not stay; that it may never have been made is fine.
        let _ = std::fs::remove_file(&beside);
    }
    placed
}

/// Windows does not replace a file that a viewer holds open. It calls that a sharing violation (32), a lock (33)
/// or, when the new file could be written beside, access denied (5).
#[cfg(feature = "press")]
fn not_replaced(path: &std::path::Path, error: &std::io::Error) -> Failure {
    if cfg!(windows) && path.is_file() && matches!(error.raw_os_error(), Some(5 | 32 | 33)) {
        let file = path.display().to_string();
        return Failure::new(crate::failure::Kind::Disk, "file_in_use", [("file", file)], error.to_string());
    }
    Failure::disk(path, error)
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

#[cfg(all(test, feature = "press"))]
mod tests {
    use super::save;

    /// Other systems replace the file, and the viewer keeps what it has read.
    #[test]
    fn a_paper_that_a_viewer_holds_open_is_replaced_or_left_as_it_was() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("kientoan-held-open-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let paper = folder.join("danh sách.pdf");
        std::fs::write(&paper, "old")?;
        let viewer = held_open(&paper)?;
        match save(&paper, b"new") {
            Ok(()) => assert_eq!((std::fs::read(&paper)?, cfg!(windows)), (b"new".to_vec(), false)),
            Err(failure) => {
                assert_eq!((failure.code.as_str(), cfg!(windows)), ("file_in_use", true));
                assert_eq!(std::fs::read(&paper)?, b"old");
            }
        }
        assert_eq!(std::fs::read_dir(&folder)?.count(), 1, "the half-written file stays");
        drop(viewer);
        assert_eq!(save(&paper, b"newer"), Ok(()));
        assert_eq!(std::fs::read(&paper)?, b"newer");
        std::fs::remove_dir_all(folder)
    }

    /// As a viewer opens a file: others may read it meanwhile, and nothing else.
    #[cfg(windows)]
    fn held_open(path: &std::path::Path) -> std::io::Result<std::fs::File> {
        use std::os::windows::fs::OpenOptionsExt;
        const FILE_SHARE_READ: u32 = 1;
        std::fs::OpenOptions::new().read(true).share_mode(FILE_SHARE_READ).open(path)
    }

    #[cfg(not(windows))]
    fn held_open(path: &std::path::Path) -> std::io::Result<std::fs::File> {
        std::fs::File::open(path)
    }
}
