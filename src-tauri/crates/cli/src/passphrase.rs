//! Where passphrases come from: a file, or the environment. Never from an argument, which every user of the
//! machine can see.

use std::path::{Path, PathBuf};

use api::Failure;
use zeroize::Zeroizing;

/// Where the administrator's passphrase is to be read.
pub(crate) struct Passphrase(Option<PathBuf>);

impl Passphrase {
    /// From a file, else from the environment.
    pub(crate) fn given(file: Option<&Path>) -> Self {
        Self(file.map(Path::to_path_buf))
    }

    /// Reads it, when it is needed.
    ///
    /// # Errors
    /// `passphrase_needed`, or a file that cannot be read.
    pub(crate) fn read(&self) -> Result<Zeroizing<String>, Failure> {
        of(self.0.as_deref(), "KIENTOAN_PASSPHRASE")
    }
}

/// The passphrase of a key that is being made, or sealed anew.
///
/// # Errors
/// `passphrase_needed`, or a file that cannot be read.
pub(crate) fn new(file: Option<&Path>) -> Result<Zeroizing<String>, Failure> {
    of(file, "KIENTOAN_NEW_PASSPHRASE")
}

fn of(file: Option<&Path>, variable: &str) -> Result<Zeroizing<String>, Failure> {
    match (file, std::env::var(variable)) {
        (Some(file), _) => read_file(file),
        (None, Ok(words)) => Ok(Zeroizing::new(words)),
        (None, Err(_)) => Err(Failure::refused("passphrase_needed", [("variable", variable.to_owned())])),
    }
}

/// The first line of a file.
///
/// # Errors
/// A file that cannot be read.
pub(crate) fn read_file(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|error| Failure::disk(path, &error))?);
    // An editor ends the line, and some begin the file with a mark.
    let line = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    Ok(Zeroizing::new(line.to_owned()))
}
