//! The tests of the crates without Tauri, built for Windows and run in wine.

use super::Wine;
use super::tried::Tried;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::windows::{self, TARGET};
use serde_json::Value;
use std::path::PathBuf;

/// The same selection, profile and features as for the programs, so that nothing is compiled twice.
const SELECTION: &str = "test --release --workspace --exclude xtask --no-run --target";
/// The one that holds for Windows alone, and must not be lost among the others.
const HELD_OPEN: &str = "a_paper_that_a_viewer_holds_open_is_replaced_or_left_as_it_was";

/// One program of tests.
struct Tests {
    /// Its crate, and the file of it where that is not the crate itself.
    name: String,
    program: PathBuf,
    /// Where cargo would run it.
    folder: PathBuf,
}

/// Builds them; cargo says on the screen how far it is.
pub fn build(house: &House) -> Outcome<String> {
    windows::cargo(house)?.words(SELECTION).word(TARGET).run()?;
    Ok(format!("{} programs of tests", programs(house)?.len()))
}

/// Runs them all, and fails at the end if one did.
pub fn run(house: &House, wine: &Wine, tried: &Tried) -> Outcome<String> {
    let mut failed = Vec::new();
    let mut crates: Vec<(String, u32)> = Vec::new();
    let mut held_open = false;
    for tests in programs(house)? {
        let outcome = wine.program(&tests.program).dir(&tests.folder).heard();
        let Ok(log) = outcome else {
            failed.push(tests.name);
            continue;
        };
        held_open |= log.contains(&format!("{HELD_OPEN} ... ok"));
        let passed = passed(&log).ok_or_else(|| unreadable(&tests.name))?;
        match crates.last_mut().filter(|(name, _)| *name == tests.name) {
            Some((_, count)) => *count += passed,
            None => crates.push((tests.name, passed)),
        }
    }
    if !failed.is_empty() {
        return Err(Failure::new(
            format!("Tests failed in wine: {}.", failed.join(", ")),
            "Their log stands above; the same tests pass or fail on Linux with `cargo test --workspace`.",
        ));
    }
    let total: u32 = crates.iter().map(|(_, count)| count).sum();
    let list: Vec<String> =
        crates.iter().filter(|(_, count)| *count > 0).map(|(name, n)| format!("{name} {n}")).collect();
    let command = format!("cargo test --release --target {TARGET} …");
    tried.held("Tests of the crates without Tauri", format!("{total} passed ({})", list.join(", ")), &command);
    if !held_open {
        return Err(Failure::new(
            format!("`{HELD_OPEN}` did not run."),
            "See src-tauri/crates/api/src/commands/papers.rs.",
        ));
    }
    tried.held(
        "Saving a paper over a file that a viewer holds open",
        "refused as `file_in_use`; the old file is whole, nothing else is left; saved once the viewer let go",
        format!("{command} {HELD_OPEN}"),
    );
    Ok(format!("{total} passed"))
}

/// What cargo built. The shell's own tests stay out: they would need the web view, and the manifest that only the
/// program has.
fn programs(house: &House) -> Outcome<Vec<Tests>> {
    let answer = windows::cargo(house)?.words(SELECTION).word(TARGET).words("--message-format json").answer()?;
    let mut programs: Vec<Tests> = answer.lines().filter_map(read).filter(|tests| tests.folder != house.root).collect();
    programs.sort_by(|one, other| (&one.name, &one.program).cmp(&(&other.name, &other.program)));
    if programs.is_empty() {
        return Err(Failure::new("Cargo built no tests for Windows.", "See what `cargo test --no-run` says."));
    }
    Ok(programs)
}

fn read(line: &str) -> Option<Tests> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["profile"]["test"] != true {
        return None;
    }
    let manifest = PathBuf::from(message["manifest_path"].as_str()?);
    let folder = manifest.parent()?.to_path_buf();
    Some(Tests {
        name: folder.file_name()?.to_string_lossy().into_owned(),
        program: PathBuf::from(message["executable"].as_str()?),
        folder,
    })
}

/// From "test result: ok. 12 passed; 0 failed; …".
fn passed(log: &str) -> Option<u32> {
    let line = log.lines().rev().find_map(|line| line.trim().strip_prefix("test result: ok. "))?;
    line.split(' ').next()?.parse().ok()
}

fn unreadable(name: &str) -> Failure {
    Failure::new(format!("The tests of {name} did not say how many passed."), "Look at their log above.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_and_the_tests_say_is_understood() {
        let line = r#"{"reason":"compiler-artifact","manifest_path":"/house/src-tauri/crates/store/Cargo.toml",
            "profile":{"test":true},"executable":"/target/store-1.exe"}"#;
        let tests = read(line).map(|tests| (tests.name, tests.folder));
        assert_eq!(tests, Some(("store".to_owned(), PathBuf::from("/house/src-tauri/crates/store"))));
        assert!(read(r#"{"profile":{"test":false},"executable":"/target/store.exe"}"#).is_none());
        assert!(read("not JSON").is_none());
        assert_eq!(passed("running 3 tests\n\ntest result: ok. 3 passed; 0 failed; 0 ignored\r\n"), Some(3));
        assert_eq!(passed("test result: FAILED. 2 passed; 1 failed"), None);
    }
}
