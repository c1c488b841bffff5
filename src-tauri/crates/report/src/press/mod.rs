//! The press: sets a paper with typst, in this process, with the faces that ship and no others.

use crate::List;

/// Why a paper could not be set.
#[derive(Debug, thiserror::Error)]
#[error("press")]
pub struct Error;

/// Sets papers. Make one and keep it: its faces are read once.
pub struct Press {}

/// A paper as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl Press {
    /// Reads the faces.
    ///
    /// # Errors
    /// When a face cannot be read.
    pub fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Prints a list as a tagged, archival PDF.
    ///
    /// # Errors
    /// When typst refuses the page or the PDF.
    pub fn pdf(&self, list: &List) -> Result<Printed, Error> {
        let _ = list;
        Err(Error)
    }

    /// The very pages of the PDF, one SVG each.
    ///
    /// # Errors
    /// When typst refuses the page.
    pub fn pages(&self, list: &List) -> Result<Vec<String>, Error> {
        let _ = list;
        Err(Error)
    }
}
