//! `kientoan-cli`: the register from the command line, for scripts and scheduled jobs.
//!
//! Exit status: 0 done · 1 refused · 2 wrong usage · 3 damage or findings · 4 a file or disk failed.

mod answer;
mod args;
mod import;
mod passphrase;
mod print;
mod say;

use std::io::Write;
use std::process::ExitCode;

use api::Failure;
use clap::Parser;

/// Answers are made of many small texts: asking for their memory takes a third to a half less time than by the
/// system's own means, and all parts of an answer lie closer together.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    if let args::Command::Press { file } = &args.command {
        // Its own lines are the answer.
        return match api::press_apart(file) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) | Err(_) => ExitCode::from(1),
        };
    }
    let json = args.json;
    match answer::answer(args) {
        Ok(answered) => {
            let text = if json { answered.json.to_string() } else { say::answer(&answered) };
            print(&text);
            ExitCode::from(answered.status)
        }
        Err(failure) => {
            if json {
                print(&error_json(&failure));
            } else {
                eprintln!("{}", say::failure(&failure));
            }
            ExitCode::from(answer::status(failure.kind))
        }
    }
}

/// Help and the version are answers; anything else is wrong usage, said as JSON to whoever asked for JSON.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && std::env::args().any(|arg| arg == "--json") {
        print(&error_json(&Failure::refused("usage", [("why", error.to_string())])));
    } else if error.print().is_err() {
        return ExitCode::from(4);
    }
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}

fn error_json(failure: &Failure) -> String {
    let mut error = serde_json::json!({ "code": failure.code, "params": failure.params, "detail": failure.detail });
    if !failure.candidates.is_empty() {
        error["params"]["candidates"] = serde_json::json!(failure.candidates);
    }
    serde_json::json!({ "error": error }).to_string()
}

/// A reader that went away (`| head`) is no reason to fail.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
}
