//! Why a file gave no reading.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The reasons for which a file is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the file holds no text")]
    Empty,
    /// Its bytes are of another kind than its name says.
    #[error("named as {expected}, but its bytes are {found}")]
    NotWhatItsNameSays {
        /// The format of the name's ending.
        expected: String,
        /// The format of the bytes.
        found: String,
    },
    /// A format that is not read yet, or never.
    #[error("the format {format} is not read")]
    Unsupported {
        /// The format, recognised by its content.
        format: String,
    },
    /// More than a decision can be; also what a small archive would unpack to.
    #[error("too large: {bytes} bytes")]
    TooLarge {
        /// The size at which reading stopped.
        bytes: u64,
    },
    /// The file is broken.
    #[error("damaged in {part}: {detail}")]
    Damaged {
        /// The part of the file.
        part: String,
        /// What the parser said.
        detail: String,
    },
    /// It opens with a password only.
    #[error("locked with a password")]
    Locked,
    /// A state secret, which may not enter an ordinary computer.
    #[error("stamped {stamp}")]
    Secret {
        /// The words of the stamp.
        stamp: String,
    },
}

impl Unreadable {
    /// The word by which callers tell the reasons apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotWhatItsNameSays { .. } => "not_what_its_name_says",
            Self::Unsupported { .. } => "unsupported",
            Self::TooLarge { .. } => "too_large",
            Self::Damaged { .. } => "damaged",
            Self::Locked => "locked",
            Self::Secret { .. } => "secret",
        }
    }

    /// What a sentence about it needs to name.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        match self {
            Self::Empty | Self::Locked => BTreeMap::new(),
            Self::NotWhatItsNameSays { expected, found } => {
                BTreeMap::from([("expected", expected.clone()), ("found", found.clone())])
            }
            Self::Unsupported { format } => BTreeMap::from([("format", format.clone())]),
            Self::TooLarge { bytes } => BTreeMap::from([("bytes", bytes.to_string())]),
            Self::Damaged { part, .. } => BTreeMap::from([("part", part.clone())]),
            Self::Secret { stamp } => BTreeMap::from([("stamp", stamp.clone())]),
        }
    }

    pub(crate) fn damaged(part: &str, detail: impl ToString) -> Self {
        Self::Damaged { part: part.to_owned(), detail: detail.to_string() }
    }
}
