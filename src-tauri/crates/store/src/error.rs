//! What can go wrong with a register's file.

use std::collections::BTreeMap;

use register::record::Unauthorized;

use crate::pen::Holder;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is something else.
    #[error("{path} is not a register")]
    NotARegister {
        /// The file.
        path: String,
    },
    /// The file was written by a newer program.
    #[error("{path} has schema {found}, this program knows {known}")]
    Newer {
        /// The file.
        path: String,
        /// Its schema.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// The file is of a time before entries were signed.
    #[error("{path} has schema {found}, whose entries are not signed")]
    TooOld {
        /// The file.
        path: String,
        /// Its schema.
        found: i64,
    },
    /// There is a file of that name already.
    #[error("{path} exists")]
    Exists {
        /// The file.
        path: String,
    },
    /// The same series, number and year is recorded already.
    #[error("{number} of {year} is recorded already")]
    Duplicate {
        /// The number as written.
        number: String,
        /// The year.
        year: String,
        /// The decision that has it.
        decision: String,
    },
    /// An entry does not say what it should.
    #[error("entry {seq} is damaged: {why}")]
    Damaged {
        /// The entry.
        seq: u64,
        /// What is wrong.
        why: String,
    },
    /// An entry that was to be recorded is not what it says: not signed by its author, not linked to the one
    /// before, or not allowed to stand there.
    #[error("the entry may not enter the record: {0}")]
    NotAdmitted(&'static str),
    /// Who wants to write may not, or not this.
    #[error(transparent)]
    Unauthorized(#[from] Unauthorized),
    /// Something was recorded meanwhile.
    #[error("the journal has moved on")]
    MovedOn,
    /// Another program has the register open for writing.
    #[error("{path} is open for writing elsewhere")]
    InUse {
        /// The file.
        path: String,
        /// Who has it, as far as that could be read.
        holder: Holder,
    },
    /// The register was opened for reading.
    #[error("{path} is open for reading")]
    ReadOnly {
        /// The file.
        path: String,
    },
    /// The register lies on a network drive.
    #[error("{path} lies on a network drive ({system})")]
    OnNetwork {
        /// The file.
        path: String,
        /// The kind of file system.
        system: String,
    },
    /// The file or its folder may not be written.
    #[error("{path} may not be written")]
    NotWritable {
        /// The file.
        path: String,
    },
    /// A file beside the register could not be read or written.
    #[error("{path}: {error}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// No administrator's key opens with these words.
    #[error("the passphrase opens no key of the register")]
    WrongPassphrase,
    /// A key cannot be sealed under nothing.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// What is stored of a key cannot be one.
    #[error("a sealed key is damaged")]
    DamagedKey,
    /// The system gives no random numbers.
    #[error("the system gives no random numbers")]
    NoRandomness,
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
}

impl Error {
    /// The code by which callers tell errors apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotARegister { .. } => "not_a_register",
            Self::Newer { .. } => "newer_register",
            Self::TooOld { .. } => "unsigned_register",
            Self::Exists { .. } => "file_exists",
            Self::Duplicate { .. } => "duplicate",
            Self::Damaged { .. } => "damaged",
            Self::NotAdmitted(_) => "not_admitted",
            Self::Unauthorized(why) => why.code(),
            Self::MovedOn => "moved_on",
            Self::InUse { .. } => "register_in_use",
            Self::ReadOnly { .. } => "open_for_reading",
            Self::OnNetwork { .. } => "on_network",
            Self::NotWritable { .. } => "file_not_allowed",
            Self::File { error, .. } => match error.kind() {
                std::io::ErrorKind::NotFound => "file_not_found",
                std::io::ErrorKind::PermissionDenied => "file_not_allowed",
                std::io::ErrorKind::StorageFull => "disk_full",
                _ => "file_failed",
            },
            Self::WrongPassphrase => "wrong_passphrase",
            Self::EmptyPassphrase => "empty_passphrase",
            Self::DamagedKey => "damaged_key",
            Self::NoRandomness => "no_randomness",
            Self::Database(error) => match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::DiskFull) => "disk_full",
                Some(rusqlite::ErrorCode::ReadOnly) => "file_not_allowed",
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => "register_in_use",
                Some(rusqlite::ErrorCode::DatabaseCorrupt) => "damaged_file",
                _ => "database_failed",
            },
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let params = match self {
            Self::NotARegister { path }
            | Self::Exists { path }
            | Self::ReadOnly { path }
            | Self::NotWritable { path } => vec![("file", path.clone())],
            Self::Newer { path, found, known } => {
                vec![("file", path.clone()), ("found", found.to_string()), ("known", known.to_string())]
            }
            Self::TooOld { path, found } => vec![("file", path.clone()), ("found", found.to_string())],
            Self::Duplicate { number, year, decision } => {
                vec![("number", number.clone()), ("year", year.clone()), ("decision", decision.clone())]
            }
            Self::Damaged { seq, why } => vec![("entry", seq.to_string()), ("why", why.clone())],
            Self::NotAdmitted(why) => vec![("why", (*why).to_owned())],
            Self::InUse { path, holder } => vec![
                ("file", path.clone()),
                ("who", holder.who.clone()),
                ("host", holder.host.clone()),
                ("since", holder.since.clone()),
            ],
            Self::OnNetwork { path, system } => vec![("file", path.clone()), ("system", system.clone())],
            Self::File { path, error } => vec![("file", path.clone()), ("why", error.to_string())],
            Self::Database(error) => vec![("why", error.to_string())],
            Self::Unauthorized(_)
            | Self::MovedOn
            | Self::WrongPassphrase
            | Self::EmptyPassphrase
            | Self::DamagedKey
            | Self::NoRandomness => Vec::new(),
        };
        params.into_iter().collect()
    }

    pub(crate) fn file(path: &std::path::Path, error: std::io::Error) -> Self {
        Self::File { path: path.display().to_string(), error }
    }
}
