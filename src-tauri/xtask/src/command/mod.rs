//! The commands, and which word asks for which.

mod bench;
mod fuzz;
mod papers;
mod run;
mod score;
mod setup;
mod test;
mod torture;
mod types;
mod windows;
mod windows_test;

use crate::failure::{Failure, Outcome};
use crate::fonts;
use crate::house::House;
use crate::plan::Plan;

const COMMANDS: &str = "\
cargo xtask run [register]       installs what is missing, builds, and opens the app (with the sample)
cargo xtask run --before-1943    the same with the sample as it stood the day before its last decision
cargo xtask test [--keep-going]  installs what is missing, and runs every check and every test
cargo xtask bench [decisions]    measures fold, record, reading, review, drawings and papers; keeps the tables in docs/benchmarks.md
cargo xtask torture              the long forms of the tests that kill, flip and shuffle; keeps its counts in docs/
cargo xtask fuzz [words]         breaks files by chance and reads them: [--reader R] [--minutes M | --executions N]
                                 [--seed S]; with --write its counts go into docs/fuzz.md
cargo xtask score [--all]        how much of invented papers is read rightly (--all: every error); --write: docs/reading.md
cargo xtask score --converted    the same of the Word papers, saved by LibreOffice as PDF, HTML and text; kept in docs/converted.md
cargo xtask papers               shows every paper to qpdf, MuPDF, poppler and LibreOffice; keeps what they say in docs/papers.md
cargo xtask types                writes the page's TypeScript types anew from the Rust ones
cargo xtask windows              builds both programs for Windows, and the installer, on Linux
cargo xtask windows-test         the same, and tries them in wine; with --write the tables in docs/windows.md too
cargo xtask setup                installs what is missing, and stops there
cargo xtask fonts                lays the fonts out for the crates that embed them";

/// Does what the words ask for; without words it says what there is.
pub fn obey(words: &[String]) -> Outcome {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] | ["help" | "--help" | "-h"] => {
            println!("{COMMANDS}");
            Ok(())
        }
        ["run"] => run::run(&House::find()?, run::Register::Sample),
        ["run", "--before-1943"] => run::run(&House::find()?, run::Register::Before1943),
        ["run", register] if !register.starts_with('-') => run::run(&House::find()?, run::Register::File(register)),
        ["test"] => test::run(&House::find()?, false),
        ["test", "--keep-going"] => test::run(&House::find()?, true),
        ["bench"] => bench::run(&House::find()?, None),
        ["bench", decisions] => bench::run(&House::find()?, Some(decisions)),
        ["torture"] => torture::run(&House::find()?),
        ["fuzz", ref words @ ..] => fuzz::run(&House::find()?, words),
        ["score"] => score::run(&House::find()?, score::Tell::Tables),
        ["score", "--all"] => score::run(&House::find()?, score::Tell::EveryError),
        ["score", "--converted"] => score::converted(&House::find()?),
        ["score", "--write"] => score::run(&House::find()?, score::Tell::Page),
        ["windows"] => windows::run(&House::find()?),
        ["windows-test"] => windows_test::run(&House::find()?, false),
        ["windows-test", "--write"] => windows_test::run(&House::find()?, true),
        ["papers"] => papers::run(&House::find()?),
        ["types"] => types::run(&House::find()?),
        ["setup"] => setup::run(&House::find()?),
        ["fonts"] => {
            let house = House::find()?;
            Plan::default().step("Fonts", || fonts::lay_out(&house)).walk(false).outcome()
        }
        _ => Err(Failure::new(
            format!("`cargo xtask {}` is not a command.", words.join(" ")),
            format!("Use one of these:\n{COMMANDS}"),
        )),
    }
}
