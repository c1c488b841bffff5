//! What can go wrong with a register's file.

use std::collections::BTreeMap;

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
        year: i16,
        /// The decision that has it.
        decision: String,
    },
    /// An entry does not say what it should.
    #[error("entry {seq} is damaged: {why}")]
    Damaged {
        /// The entry.
        seq: i64,
        /// What is wrong.
        why: String,
    },
    /// Another program is writing to the register.
    #[error("{path} is in use")]
    Locked {
        /// The file.
        path: String,
    },
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
            Self::Exists { .. } => "file_exists",
            Self::Duplicate { .. } => "duplicate",
            Self::Damaged { .. } => "damaged",
            Self::Locked { .. } => "register_in_use",
            Self::Database(_) => "database_failed",
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let params = match self {
            Self::NotARegister { path } | Self::Exists { path } | Self::Locked { path } => {
                vec![("file", path.clone())]
            }
            Self::Newer { path, found, known } => {
                vec![("file", path.clone()), ("found", found.to_string()), ("known", known.to_string())]
            }
            Self::Duplicate { number, year, decision } => {
                vec![("number", number.clone()), ("year", year.to_string()), ("decision", decision.clone())]
            }
            Self::Damaged { seq, why } => vec![("entry", seq.to_string()), ("why", why.clone())],
            Self::Database(error) => vec![("why", error.to_string())],
        };
        params.into_iter().collect()
    }
}
