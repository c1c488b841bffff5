//! Prints what a file says, as the command line does: `read_json read FILE --json`; with `--blocks`, its text.

use std::process::ExitCode;

use register::draft::{Draft, Reference};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(path) = arguments.iter().find(|argument| *argument != "read" && !argument.starts_with("--")) else {
        eprintln!("usage: read_json read FILE [--json | --blocks]");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::from(2);
        }
    };
    let reading = match reading::read(path, &bytes) {
        Ok(reading) => reading,
        Err(error) => {
            eprintln!("{}: {error}", error.code());
            return ExitCode::from(1);
        }
    };
    if arguments.iter().any(|argument| argument == "--blocks") {
        for block in &reading.blocks {
            println!(
                "{} {:?} {:?} {}",
                block.id,
                block.part,
                block.cell.map(|cell| (cell.table, cell.row, cell.column)),
                block.text
            );
        }
        return ExitCode::SUCCESS;
    }
    let decisions: Vec<Value> = reading.decisions.iter().map(plain).collect();
    let answer =
        json!({ "file": reading.file, "decisions": decisions, "events": reading.events, "warnings": reading.warnings });
    println!("{answer:#}");
    ExitCode::SUCCESS
}

/// The draft with its references as bare numbers.
fn plain(draft: &Draft) -> Value {
    let mut value = serde_json::to_value(draft).unwrap_or_default();
    let numbers =
        |references: &[Reference]| references.iter().map(|reference| json!(reference.number())).collect::<Vec<_>>();
    value["replaces"] = numbers(&draft.replaces).into();
    value["repeals"] = numbers(&draft.repeals).into();
    value["amends"] = numbers(&draft.amends).into();
    value["bases"] = numbers(&draft.bases).into();
    value
}
