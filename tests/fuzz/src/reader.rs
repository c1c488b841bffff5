//! The readers that are tried.

use std::str::FromStr;

/// A reader, by the format it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Word.
    Docx,
    /// PDF with text.
    Pdf,
    /// Excel.
    Xlsx,
    /// Values between commas.
    Csv,
    /// Plain text.
    Txt,
    /// A saved page.
    Html,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Docx, Self::Pdf, Self::Xlsx, Self::Csv, Self::Txt, Self::Html];

    /// Its name, which is the ending of its files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Txt => "txt",
            Self::Html => "html",
        }
    }

    /// What a file of it is called.
    #[must_use]
    pub fn file(self) -> String {
        format!("paper.{}", self.name())
    }
}

impl FromStr for Reader {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = || Self::ALL.map(Self::name).join(", ");
        Self::ALL
            .into_iter()
            .find(|reader| reader.name() == word)
            .ok_or_else(|| format!("{word:?} is none of {}", known()))
    }
}
