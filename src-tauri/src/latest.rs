//! Which register lay open last: kept beside the program's own data, never in a register.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};

fn note(app: &AppHandle) -> Option<PathBuf> {
    Some(app.path().app_local_data_dir().ok()?.join("mo-gan-day.txt"))
}

/// The register that lay open last, where it is still there.
pub fn known(app: &AppHandle) -> Option<PathBuf> {
    let path = PathBuf::from(std::fs::read_to_string(note(app)?).ok()?);
    path.is_file().then_some(path)
}

/// Remembers it. A profile that cannot be written forgets: nothing depends on it.
pub fn keep(app: &AppHandle, register: &str) {
    let Some(note) = note(app) else { return };
    if let Some(folder) = note.parent() {
        let _ = std::fs::create_dir_all(folder);
    }
    let _ = std::fs::write(note, register);
}
