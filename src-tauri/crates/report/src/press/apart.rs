//! The press in a process of its own: typst cannot be stopped in the middle, a process can.
//!
//! The order goes in as JSON, one line comes out for each step: how far it is, then what came of it. What is made is
//! written to a file, or to one for each page, that the caller puts in its place.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Error, Job, Press};
use crate::paper::Form;

/// What goes in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    /// The paper.
    pub job: Job,
    /// As what it is made: a PDF, or pages as drawings or pictures.
    pub form: Form,
}

/// An order of more bytes is a long paper: about four thousand rows.
const LONG: usize = 500_000;

/// What such a process finds in its surroundings. The pages of a paper follow one from another, so that more threads
/// only wait; and it gives no memory back before it ends. On Linux the allocator asks for large pages, which saves a sixth
/// of the time of a thousand rows; finding them for the 600 MB of ten thousand took up to twice what small ones take.
#[must_use]
pub fn surroundings(order: &[u8]) -> Vec<(&'static str, &'static str)> {
    let mut found = vec![("RAYON_NUM_THREADS", "1"), ("MIMALLOC_PURGE_DELAY", "-1")];
    if order.len() > LONG {
        found.push(("MIMALLOC_ALLOW_THP", "0"));
    }
    found
}

/// The file of a page, counted from 0, where each page is one of its own.
#[must_use]
pub fn page_file(file: &Path, page: usize) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{page}"));
    PathBuf::from(name)
}

/// A line that comes out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The pages are being set.
    Setting,
    /// They stand, and are being written.
    Writing {
        /// How many there are.
        pages: usize,
    },
    /// The file is there.
    Done {
        /// How many pages it has.
        pages: usize,
        /// What typst warns of.
        warnings: Vec<Diagnostic>,
    },
    /// There is none.
    Failed {
        /// By which callers tell errors apart.
        code: String,
        /// What the sentence about it needs.
        params: BTreeMap<String, String>,
        /// For the log.
        detail: String,
    },
}

/// Sets the one paper that comes in and writes it to a file. Answers whether it did; why not, the last line says.
///
/// # Errors
/// Only that the caller is not there any more.
pub fn serve(input: &mut dyn Read, file: &Path, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut say = |step: &Step| {
        let line = serde_json::to_string(step).map_err(std::io::Error::other)?;
        writeln!(output, "{line}")?;
        output.flush()
    };
    say(&Step::Setting)?;
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    let Order { job, form } = serde_json::from_str(&text).map_err(std::io::Error::other)?;
    let mut unheard = Ok(());
    let mut standing = |pages| unheard = say(&Step::Writing { pages });
    let made = Press::for_one().map_err(Trouble::from).and_then(|press| match form {
        Form::Svg | Form::Png => {
            let mut written = Ok(());
            let pages = press.each_page(&job, form, &mut standing, &mut |page, bytes| {
                written = std::fs::write(page_file(file, page), bytes);
                written.is_ok()
            })?;
            written.map(|()| (pages, Vec::new())).map_err(Trouble::Disk)
        }
        Form::Pdf | Form::Docx | Form::Xlsx => {
            let printed = press.pdf_with(&job, &mut standing)?;
            std::fs::write(file, &printed.bytes).map_err(Trouble::Disk)?;
            Ok((printed.pages, printed.warnings))
        }
    });
    unheard?;
    let last = match made {
        Ok((pages, warnings)) => Step::Done { pages, warnings },
        Err(Trouble::Disk(error)) => Step::Failed {
            code: if error.kind() == std::io::ErrorKind::StorageFull { "disk_full" } else { "file_failed" }.to_owned(),
            params: BTreeMap::from([("file".to_owned(), file.display().to_string())]),
            detail: error.to_string(),
        },
        Err(Trouble::Press(error)) => Step::Failed {
            code: error.code().to_owned(),
            params: error.params().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            detail: error.to_string(),
        },
    };
    say(&last)?;
    Ok(matches!(last, Step::Done { .. }))
}

/// Why nothing was made.
enum Trouble {
    Press(Error),
    Disk(std::io::Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Press(error)
    }
}

#[cfg(test)]
mod tests {
    use super::{LONG, surroundings};

    #[test]
    fn only_a_long_paper_is_told_to_take_small_pages_of_memory() {
        let names = |bytes| surroundings(&vec![b' '; bytes]).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(LONG), ["RAYON_NUM_THREADS", "MIMALLOC_PURGE_DELAY"]);
        assert_eq!(names(LONG + 1), ["RAYON_NUM_THREADS", "MIMALLOC_PURGE_DELAY", "MIMALLOC_ALLOW_THP"]);
    }
}
