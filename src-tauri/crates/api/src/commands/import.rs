//! Import: a file read into drafts.

use std::path::Path;

use register::draft::{Draft, Reference};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::types::{FileRequest, ReadAnswer};

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
