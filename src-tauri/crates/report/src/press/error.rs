//! What can go wrong at the press.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a paper could not be set.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A face that ships with the program is not a font: the program itself is damaged.
    #[error("{face} is not a font that can be read")]
    Face {
        /// The face's file.
        face: &'static str,
    },
    /// The paper's content could not be handed to its template.
    #[error("the content of the paper could not be written: {0}")]
    Content(#[from] serde_json::Error),
    /// A letter that no face has: it would be left out, or stand as a box.
    #[error("no face has the letter {letter:?} of {words:?}")]
    Letter {
        /// The letter.
        letter: char,
        /// The words in which it stands.
        words: String,
    },
    /// typst refused the template.
    #[error("the paper could not be laid out: {0}")]
    Layout(Diagnostic),
    /// A page could not become a picture.
    #[error("the picture could not be made: {why}")]
    Picture {
        /// Why not.
        why: String,
    },
    /// The pages stand, but may not become an archival, accessible PDF.
    #[error("the PDF could not be made: {0}")]
    Pdf(Diagnostic),
}

/// What typst says: where, what, and what may help.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            match self.line {
                Some(line) => write!(f, "{file}:{line}: ")?,
                None => write!(f, "{file}: ")?,
            }
        }
        f.write_str(&self.message)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, " (hint: {hint})"))
    }
}

impl Error {
    /// The code by which callers tell errors apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Face { .. } => "paper_face_unreadable",
            Self::Content(_) => "paper_content_unwritable",
            Self::Letter { .. } => "paper_letter_missing",
            Self::Layout(_) => "paper_layout_failed",
            Self::Picture { .. } => "paper_picture_failed",
            Self::Pdf(_) => "paper_pdf_failed",
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let params = match self {
            Self::Face { face } => vec![("file", Some((*face).to_owned()))],
            Self::Content(error) => vec![("why", Some(error.to_string()))],
            Self::Picture { why } => vec![("why", Some(why.clone()))],
            Self::Letter { letter, words } => vec![
                ("letter", Some(letter.to_string())),
                ("sign", Some(format!("U+{:04X}", u32::from(*letter)))),
                ("text", Some(words.clone())),
            ],
            Self::Layout(said) | Self::Pdf(said) => vec![
                ("file", said.file.clone()),
                ("line", said.line.map(|line| line.to_string())),
                ("why", Some(said.message.clone())),
                ("hint", said.hint.clone()),
            ],
        };
        params.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}
