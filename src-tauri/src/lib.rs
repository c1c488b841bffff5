//! The desktop shell: a window, and one door to the commands of `api`.

mod latest;
mod trouble;

use std::path::PathBuf;
use std::sync::Mutex;

use api::{Failure, Session};
use serde_json::Value;
use tauri::{App, AppHandle, Manager, State, WebviewUrl, WebviewWindowBuilder};

pub use trouble::Trouble;

/// What lies open.
struct Open(Mutex<Session>);

/// Opens the window: on the register named on the command line, on the sample (`--sample`), else on the one
/// that lay open last. Where there is none of these, the page shows the door.
///
/// # Errors
/// When the system gives no window or no web view.
pub fn run() -> Result<(), Trouble> {
    // Asked before anything else: Tauri would stop in the middle, and say why where nobody sees it.
    if cfg!(windows) && tauri::webview_version().is_err() {
        return Err(Trouble::NoWebView);
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            app.manage(Open(Mutex::new(begin(app.handle()))));
            // An error handed to Tauri here would be a panic, which nobody sees either.
            if let Err(error) = window(app) {
                Trouble::NoWindow(error).tell();
                app.handle().exit(1);
            }
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(Trouble::NoWindow)
}

fn window(app: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Kiện Toàn")
        .inner_size(1366.0, 768.0)
        .min_inner_size(880.0, 500.0)
        .center()
        .build()?;
    Ok(())
}

/// The one door: every command of `api` by its name. Off the main thread, so that the window stays alive
/// while a paper is set.
#[tauri::command(async)]
fn call(app: AppHandle, open: State<'_, Open>, name: String, request: Value) -> Result<Value, Failure> {
    let answer = api::call_beside(&open.0, &name, request)?;
    if matches!(name.as_str(), "open" | "open_sample" | "create") {
        latest::keep(&app, answer["path"].as_str().unwrap_or_default());
    }
    Ok(answer)
}

fn begin(app: &AppHandle) -> Session {
    let folder = app.path().app_local_data_dir();
    let mut session = match &folder {
        Ok(folder) => Session::new(&folder.join("Sổ mẫu Hà Nội.kientoan")).with_trays(&folder.join("khay")),
        Err(_) => Session::default(),
    };
    if let Ok(program) = std::env::current_exe() {
        session = session.with_press(&program);
    }
    let opened = match std::env::args_os().nth(1) {
        Some(asked) if asked == "--sample" => session.open_sample().map(drop),
        Some(register) => session.open(&PathBuf::from(register)).map(drop),
        None => latest::known(app).map_or(Ok(()), |register| session.open(&register).map(drop)),
    };
    if let Err(failure) = opened {
        session.refuse(failure);
    }
    session
}
