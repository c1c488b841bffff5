//! Kiện Toàn on the desktop.

// No console window beside the program on Windows; a debug build keeps it for its messages.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match kientoan_shell::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.tell();
            ExitCode::FAILURE
        }
    }
}
