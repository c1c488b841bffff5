//! What is said when something goes wrong.

use std::fmt;
use std::io;
use std::path::Path;

/// A failure always carries the one thing to do next: whoever reads it has just met this repository.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: String,
}

/// The answer of everything here that can fail.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// `what` went wrong, and the `remedy`; both are whole sentences.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// A file could not be read, written or copied. `verb` completes "could not be".
    pub fn file(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(
            format!("{} could not be {verb}: {error}.", path.display()),
            "Check that the file is there, is yours, and that the disk has room; then run the command again.",
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Failed: {}\nTo do:  {}", self.what, self.remedy)
    }
}
