//! `cargo xtask fuzz`: files broken by chance, against the readers.
//!
//! `fuzz [--reader R] [--minutes M | --executions N] [--seed S] [--write PAGE] [--commit C]`
//!
//! The process starts itself again under a ceiling of memory, and again when an input brought it down: by a hang,
//! a flood of memory or of the stack, none of which can be caught. Such an input lies on the disk by then.

mod command;
mod overseer;
mod worker;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.first().map(String::as_str) {
        Some("--worker") => worker::work(&words),
        Some("--try") => worker::once(&words),
        _ => command::Command::read(&words).and_then(|command| overseer::run(&command)),
    };
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(findings) => {
            eprintln!("{findings} findings");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
