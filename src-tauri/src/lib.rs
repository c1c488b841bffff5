//! The desktop shell: a window, and one door to the commands of `api`.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use api::{Desk, Failure};
use serde_json::Value;
use tauri::{AppHandle, Manager, State, WebviewUrl, WebviewWindowBuilder};

/// The register that lies open, or why none does: the page shows either.
struct Open(Mutex<Result<Desk, Failure>>);

/// Opens the window on the register named on the command line, else on the sample.
///
/// # Errors
/// When the system gives no window or no web view.
pub fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            app.manage(Open(Mutex::new(open(app.handle()))));
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
                .title("Kiện Toàn")
                .inner_size(1366.0, 768.0)
                .min_inner_size(880.0, 500.0)
                .center()
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// The one door: every command of `api` by its name. Off the main thread, so that the window stays alive
/// while a paper is set.
#[tauri::command(async)]
fn call(open: State<'_, Open>, name: String, request: Value) -> Result<Value, Failure> {
    // A command that panicked has written nothing: the desk is as good as before.
    let mut open = open.0.lock().unwrap_or_else(PoisonError::into_inner);
    match open.as_mut() {
        Ok(desk) => api::call(desk, &name, request),
        Err(failure) => Err(failure.clone()),
    }
}

fn open(app: &AppHandle) -> Result<Desk, Failure> {
    match std::env::args_os().nth(1) {
        Some(register) => Desk::open(&PathBuf::from(register)),
        None => sample(app),
    }
}

/// The sample in the user's own folder; made at the first start.
fn sample(app: &AppHandle) -> Result<Desk, Failure> {
    let missing = |why: String| Failure::refused("no_data_folder", [("why", why)]);
    let folder = app.path().app_local_data_dir().map_err(|error| missing(error.to_string()))?;
    std::fs::create_dir_all(&folder).map_err(|error| missing(error.to_string()))?;
    let register = folder.join("Sổ mẫu Hà Nội.kientoan");
    if register.exists() { Desk::open(&register) } else { Desk::sample(&register, None) }
}
