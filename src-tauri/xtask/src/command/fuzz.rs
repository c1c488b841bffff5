//! `cargo xtask fuzz`: files broken by chance, against the readers. CI runs the short form, as a test of the package.

use crate::call::Call;
use crate::failure::Outcome;
use crate::house::House;

/// Builds and runs the harness in the profile of tests, in which arithmetic that overflows is found too; `--write`
/// becomes the page that keeps the table.
pub fn run(house: &House, words: &[&str]) -> Outcome {
    let mut harness = house.cargo().words("run --package fuzz --");
    for word in words {
        harness = match *word {
            "--write" => harness.word("--write").word(house.root.join("docs").join("fuzz.md")),
            word => harness.word(word),
        };
    }
    harness
        .words("--commit")
        .word(commit(house)?)
        .remedy("Mend the reader: `cargo run -p fuzz -- --try FILE` reads an input again, and belongs into src-tauri/crates/reading/tests/crashes once it is mended.")
        .run()
}

/// The commit that is tried, and whether the files are as it has them.
fn commit(house: &House) -> Outcome<String> {
    let git = || Call::program("git").dir(&house.root);
    let name = git().words("rev-parse --short HEAD").answer()?.trim().to_owned();
    let changed = !git().words("status --porcelain --untracked-files=no").answer()?.trim().is_empty();
    Ok(if changed { format!("{name}, changed") } else { name })
}
