//! A long paper is set by a process of its own, which can be stopped; what it writes is put in place only when it is
//! whole.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use report::press::Job;
use report::press::apart::Step;

use super::running::Running;
use super::{Made, Printing, said_of_template};
use crate::failure::{Failure, Kind};
use crate::saving::Beside;

/// Prints a paper by a process of its own.
///
/// # Errors
/// `printing_busy` while another paper is being printed, `printing_stopped`, `printing_failed` where the process went
/// away, what the press reports, or a file that cannot be written.
pub(super) fn print(program: &Path, job: &Job, path: &Path, rows: usize, printing: &Printing) -> Result<Made, Failure> {
    let beside = Beside::of(path);
    let lost = |why: String| Failure::new(Kind::Disk, "printing_failed", [("file", path.display().to_string())], why);
    let content = serde_json::to_vec(job).map_err(|error| lost(error.to_string()))?;
    let (mut input, output) = {
        let mut now = printing.now();
        if now.is_some() {
            return Err(Failure::refused("printing_busy", []));
        }
        let mut command = Command::new(program);
        command.arg("press").arg(&beside.file).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        without_window(&mut command);
        let mut child = command.spawn().map_err(|error| Failure::disk(program, &error))?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let step = "setting";
        *now = Some(Running { child, rows, pages: None, step, since: Instant::now(), stopped: false });
        (input, output)
    };
    let last = input
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
    match last {
        _ if stopped => Err(Failure::refused("printing_stopped", [])),
        Ok(Some(Step::Done { pages, warnings })) => {
            beside.place()?;
            let warnings = warnings.iter().map(said_of_template).collect();
            Ok(Made { bytes: None, pages: u32::try_from(pages).ok(), warnings })
        }
        Ok(Some(Step::Failed { code, mut params, detail })) => {
            let disk = code.starts_with("disk") || code.starts_with("file");
            if disk {
                params.insert("file".to_owned(), path.display().to_string());
            }
            let kind = if disk { Kind::Disk } else { Kind::Refused };
            Err(Failure { code, params, detail, candidates: Vec::new(), kind })
        }
        Ok(_) => Err(lost("the process ended without an answer".to_owned())),
        Err(why) => Err(lost(why)),
    }
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
