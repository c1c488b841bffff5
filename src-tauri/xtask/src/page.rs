//! The page: its packages, its checks, its build.

use crate::failure::{Failure, Outcome};
use crate::fingerprint;
use crate::house::House;
use std::fs;
use std::path::PathBuf;

/// Installs the page's packages, unless the lock file is the one they were installed from.
pub fn packages(house: &House) -> Outcome<String> {
    let ui = house.ui();
    let lock = ui.join("package-lock.json");
    let (verb, asked): (_, PathBuf) = if lock.is_file() { ("ci", lock) } else { ("install", ui.join("package.json")) };
    let stamp = ui.join("node_modules").join(".kientoan-packages");
    if fingerprint::stands(&stamp, &fingerprint::of(std::slice::from_ref(&asked))?) {
        return Ok("as locked, already there".to_owned());
    }
    house
        .npm()
        .word(verb)
        .words("--no-audit --no-fund")
        .remedy(
            "Check the network, and that ui/package-lock.json fits ui/package.json (`npm install` in ui/ mends it).",
        )
        .run()?;
    fingerprint::leave(&stamp, &fingerprint::of(&[asked])?)?;
    Ok("installed".to_owned())
}

/// Builds the page, unless what is in ui/dist was built from exactly these sources.
pub fn build(house: &House) -> Outcome<String> {
    let stamp = house.ui().join("node_modules").join(".kientoan-dist");
    let before = sources(house)?;
    if fingerprint::stands(&stamp, &pair(house, &before)?) {
        return Ok("nothing changed since it was built".to_owned());
    }
    house.npm().words("run build").run()?;
    // Whatever was edited while the build ran, or written by it, is built again next time.
    if before == sources(house)? {
        fingerprint::leave(&stamp, &pair(house, &before)?)?;
    }
    Ok("built".to_owned())
}

/// Whether some page is there. The app embeds it, so it does not compile without.
pub fn is_built(house: &House) -> bool {
    house.ui().join("dist").join("index.html").is_file()
}

/// Types and templates, by svelte-check.
pub fn check(house: &House) -> Outcome {
    house.npm().words("run check").run()
}

/// The page's own tests, by vitest.
pub fn test(house: &House) -> Outcome {
    house.npm().word("test").run()
}

/// Everything that a build may read. Packages are covered by their lock file, which is among it.
fn sources(house: &House) -> Outcome<String> {
    fingerprint::of(&fingerprint::files(&house.ui(), &["node_modules", "dist", ".svelte-kit", "test-results"])?)
}

/// The sources together with what was built: a ui/dist that somebody built from other sources is not ours.
fn pair(house: &House, sources: &str) -> Outcome<String> {
    let dist = house.ui().join("dist");
    if !dist.is_dir() {
        fs::create_dir_all(&dist).map_err(|error| Failure::file("made", &dist, &error))?;
    }
    Ok(format!("{sources} {}", fingerprint::of(&fingerprint::files(&dist, &[])?)?))
}
