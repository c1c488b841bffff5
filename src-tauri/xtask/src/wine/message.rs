//! The desktop program, started up to the web view. wine has none, so the program must say what is missing.

use super::Wine;
use crate::call::Call;
use crate::failure::{Failure, Outcome};

/// What must be in it: what is missing, what to do, and what need not be feared.
const SENTENCES: [&str; 3] =
    ["máy này chưa có Microsoft Edge WebView2", "Cách khắc phục: chạy Windows Update", "Các sổ đã lưu vẫn nguyên vẹn."];

/// As the program's window is called.
const TITLE: &str = "Kiện Toàn";

/// Starts the program, reads what it shows, and closes it. `meanwhile` is done while it is open. Answers with the
/// program's exit status.
pub fn read(wine: &Wine, start: Call, meanwhile: impl FnOnce() -> Outcome) -> Outcome<Option<i32>> {
    let mut program = start.start()?;
    let reader = || wine.program(&wine.reader()).word(TITLE).word("60");
    let shown = reader().word("keep").answer().and_then(|text| meanwhile().map(|()| text));
    let closed = reader().answer();
    let status =
        program.wait().map_err(|error| Failure::new(format!("The program was lost: {error}."), "Try again."))?;
    let text = shown?;
    closed?;
    for line in text.lines() {
        println!("    │ {}", line.trim_end());
    }
    match SENTENCES.iter().find(|sentence| !text.contains(**sentence)) {
        None => Ok(status.code()),
        Some(missing) => Err(Failure::new(
            format!("The message does not say “{missing}”, but:\n{text}"),
            "See src-tauri/src/trouble.rs.",
        )),
    }
}
