//! Programs of others, as whole processes.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a program to its end, its output thrown away.
pub fn run(program: &str, words: &[&str], file: &Path, after: &[&str]) -> Result<(), Box<dyn Error>> {
    let ending = Command::new(program)
        .args(words)
        .arg(file)
        .args(after)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| format!("{program} could not be started: {error}"))?;
    if ending.success() { Ok(()) } else { Err(format!("{program} ended with {ending}").into()) }
}

/// Whether a program is there and does what it is wanted for.
pub fn works(program: &str, words: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|ending| ending.success())
}
