//! The press in a process of its own: typst cannot be stopped in the middle, a process can.
//!
//! The paper goes in as JSON, one line comes out for each step: how far it is, then what came of it. The PDF is written
//! to a file that the caller puts in its place.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Job, Press};

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
    let job: Job = serde_json::from_str(&text).map_err(std::io::Error::other)?;
    let mut unheard = Ok(());
    let printed =
        Press::new().and_then(|press| press.pdf_with(&job, &mut |pages| unheard = say(&Step::Writing { pages })));
    unheard?;
    let last = match printed {
        Ok(printed) => match std::fs::write(file, &printed.bytes) {
            Ok(()) => Step::Done { pages: printed.pages, warnings: printed.warnings },
            Err(error) => Step::Failed {
                code: if error.kind() == std::io::ErrorKind::StorageFull { "disk_full" } else { "file_failed" }
                    .to_owned(),
                params: BTreeMap::from([("file".to_owned(), file.display().to_string())]),
                detail: error.to_string(),
            },
        },
        Err(error) => Step::Failed {
            code: error.code().to_owned(),
            params: error.params().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            detail: error.to_string(),
        },
    };
    say(&last)?;
    Ok(matches!(last, Step::Done { .. }))
}
