//! What went wrong, as every caller sees it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A refusal or an error: a code to branch on, what the sentence about it needs, and detail for the log. The
/// sentence itself is made by the window or the command line, in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Failure {
    /// Which.
    pub code: String,
    /// What the sentence needs: file, place, what was expected and found.
    pub params: BTreeMap<String, String>,
    /// For the log.
    pub detail: String,
    /// Names that an ambiguous one may mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    /// How bad.
    #[serde(skip)]
    #[ts(skip)]
    pub kind: Kind,
}

/// How bad a failure is: the exit status of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Bad input, an unknown or ambiguous name, not allowed.
    #[default]
    Refused,
    /// Damage was found.
    Damage,
    /// A file or disk could not be read or written.
    Disk,
}

impl Failure {
    /// A refusal.
    #[must_use]
    pub fn refused(code: &str, params: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self::new(Kind::Refused, code, params, String::new())
    }

    /// A failure of a kind.
    #[must_use]
    pub fn new(
        kind: Kind,
        code: &str,
        params: impl IntoIterator<Item = (&'static str, String)>,
        detail: String,
    ) -> Self {
        let params = params.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        Self { code: code.to_owned(), params, detail, candidates: Vec::new(), kind }
    }

    /// Nothing of that name.
    #[must_use]
    pub fn not_found(what: &str, name: &str) -> Self {
        Self::refused("not_found", [("what", what.to_owned()), ("name", name.to_owned())])
    }

    /// Several of that name.
    #[must_use]
    pub fn ambiguous(what: &str, name: &str, candidates: impl Iterator<Item = String>) -> Self {
        let mut failure = Self::refused("ambiguous", [("what", what.to_owned()), ("name", name.to_owned())]);
        failure.candidates = candidates.collect();
        failure
    }

    /// A file that could not be read or written.
    #[must_use]
    pub fn disk(path: &std::path::Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => "file_not_found",
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "file_not_allowed",
            std::io::ErrorKind::StorageFull => "disk_full",
            _ => "file_failed",
        };
        Self::new(Kind::Disk, code, [("file", path.display().to_string())], error.to_string())
    }
}

impl From<reading::Unreadable> for Failure {
    fn from(error: reading::Unreadable) -> Self {
        Self::new(Kind::Refused, error.code(), error.params(), error.to_string())
    }
}

impl From<register::decision::Refusal> for Failure {
    fn from(error: register::decision::Refusal) -> Self {
        Self::new(Kind::Refused, error.code(), error.params(), error.to_string())
    }
}

impl From<register::directory::BadEvent> for Failure {
    fn from(error: register::directory::BadEvent) -> Self {
        Self::refused("bad_event", [("n", error.n.to_string()), ("why", error.why)])
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        let kind = match &error {
            store::Error::Damaged { .. } | store::Error::DamagedKey => Kind::Damage,
            store::Error::Database(_)
            | store::Error::File { .. }
            | store::Error::NotWritable { .. }
            | store::Error::NoRandomness => Kind::Disk,
            _ => Kind::Refused,
        };
        Self::new(kind, error.code(), error.params(), error.to_string())
    }
}
