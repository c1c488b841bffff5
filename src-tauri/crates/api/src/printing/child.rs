//! A long paper is set by a process of its own, which can be stopped; what it writes is put in place only when it is
//! whole.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use report::press::Diagnostic;
use report::press::apart::{Order, Step, page_file, surroundings};

use super::running::Running;
use super::{Made, Printing, said_of_template};
use crate::failure::{Failure, Kind};
use crate::saving::Beside;

/// What a process made: whole, on the disk, and not in its place yet. What is not placed is removed again.
pub(super) struct Done {
    beside: Beside,
    pub pages: usize,
    warnings: Vec<Diagnostic>,
}

impl Done {
    /// Puts the one file in its place.
    ///
    /// # Errors
    /// `file_in_use`, or a disk that cannot be written.
    pub fn place(self) -> Result<Made, Failure> {
        let warnings = self.warnings.iter().map(said_of_template).collect();
        self.beside.place()?;
        Ok(Made { bytes: None, pages: u32::try_from(self.pages).ok(), warnings })
    }

    /// Puts the file of each page in its place, which `own` knows by its number and how many there are.
    ///
    /// # Errors
    /// `file_in_use`, or a disk that cannot be written.
    pub fn place_pages(&self, own: impl Fn(usize, usize) -> PathBuf) -> Result<(), Failure> {
        let page = |at: usize| Beside::already(&own(at, self.pages), page_file(&self.beside.file, at));
        let all: Vec<Beside> = (0..self.pages).map(page).collect();
        all.into_iter().try_for_each(Beside::place)
    }
}

/// The files of pages that a process left behind when it was stopped.
fn remove_pages(file: &Path) {
    let _ = (0..).map(|at| page_file(file, at)).find(|page| std::fs::remove_file(page).is_err());
}

/// Makes a paper by a process of its own.
///
/// # Errors
/// `printing_busy` while another paper is being printed, `printing_stopped`, `printing_failed` where the process went
/// away, what the press reports, or a file that cannot be written.
pub(super) fn print(
    program: &Path,
    order: &Order,
    path: &Path,
    rows: usize,
    printing: &Printing,
) -> Result<Done, Failure> {
    let beside = Beside::of(path);
    let lost = |why: String| Failure::new(Kind::Disk, "printing_failed", [("file", path.display().to_string())], why);
    let content = serde_json::to_vec(order).map_err(|error| lost(error.to_string()))?;
    let (mut input, output) = {
        let mut now = printing.now();
        if now.is_some() {
            return Err(Failure::refused("printing_busy", []));
        }
        let mut command = Command::new(program);
        command
            .arg("press")
            .arg(&beside.file)
            .envs(surroundings(&content))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        without_window(&mut command);
        let mut child = command.spawn().map_err(|error| Failure::disk(program, &error))?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let step = "setting";
        *now = Some(Running { child, rows, pages: None, step, since: Instant::now(), stopped: false });
        (input, output)
    };
    let last: Result<Option<Step>, String> = input
        .take()
        .map_or(Ok(()), |mut input| input.write_all(&content))
        .and_then(|()| heard(output, printing))
        .map_err(|error| error.to_string());
    let ended = printing.now().take();
    let stopped = ended.as_ref().is_some_and(|running| running.stopped);
    if let Some(mut running) = ended {
        // Nothing is left running, and nothing is waited for that does not come.
        let _ = running.child.kill();
        let _ = running.child.wait();
    }
    let failure = match last {
        _ if stopped => Failure::refused("printing_stopped", []),
        Ok(Some(Step::Done { pages, warnings })) => return Ok(Done { beside, pages, warnings }),
        Ok(Some(Step::Failed { code, mut params, detail })) => {
            let disk = code.starts_with("disk") || code.starts_with("file");
            if disk {
                params.insert("file".to_owned(), path.display().to_string());
            }
            let kind = if disk { Kind::Disk } else { Kind::Refused };
            Failure { code, params, detail, candidates: Vec::new(), kind }
        }
        Ok(_) => lost("the process ended without an answer".to_owned()),
        Err(why) => lost(why),
    };
    remove_pages(&beside.file);
    Err(failure)
}

/// Follows the lines that come out; answers the last one.
fn heard(output: Option<std::process::ChildStdout>, printing: &Printing) -> std::io::Result<Option<Step>> {
    let mut last = None;
    for line in output.map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let step: Step = serde_json::from_str(&line?).map_err(std::io::Error::other)?;
        if let (Step::Writing { pages }, Some(running)) = (&step, printing.now().as_mut()) {
            (running.step, running.pages) = ("writing", Some(*pages));
        }
        last = Some(step);
    }
    Ok(last)
}

/// A process behind a window opens none of its own.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_: &mut Command) {}
