//! Kiện Toàn on the desktop.

// No console window beside the program on Windows; a debug build keeps it for its messages.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

/// Answers are made of many small texts: asking for their memory takes a third to a half less time than by the
/// system's own means, and all parts of an answer lie closer together.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // A long paper is set by the program itself, called again: a process can be stopped, typst cannot.
    let mut arguments = std::env::args_os().skip(1);
    if let (Some(word), Some(file)) = (arguments.next(), arguments.next())
        && word == "press"
    {
        return match api::press_apart(std::path::Path::new(&file)) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) | Err(_) => ExitCode::FAILURE,
        };
    }
    match kientoan_shell::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.tell();
            ExitCode::FAILURE
        }
    }
}
