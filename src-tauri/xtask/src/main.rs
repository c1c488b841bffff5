//! `cargo xtask …`: what a developer runs. One program instead of scripts, so that it works the same on
//! Windows and Linux, and so that a fresh machine needs one command.

mod call;
mod command;
mod failure;
mod fingerprint;
mod fonts;
mod house;
mod licences;
mod page;
mod plan;
mod system;
mod toolchain;
mod window;
mod windows;
mod wine;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command::obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
