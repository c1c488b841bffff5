//! The short form of `cargo xtask fuzz`, which runs with every other test.

#![allow(clippy::unwrap_used)]

use fuzz::campaign::{Campaign, Until, save};
use fuzz::reader::Reader;

/// Inputs for each reader; together some seconds.
const INPUTS: u64 = 2_000;

fn short(reader: Reader) {
    let outcome = Campaign::new(reader, 1943).unwrap().run(Until::Executions(INPUTS), |_, _| {}).unwrap();
    assert_eq!(outcome.executions, INPUTS);
    // Inputs that all get the same answer would try nothing.
    assert!(outcome.kinds >= 20, "{}: {} kinds of answer", reader.name(), outcome.kinds);
    let folder = std::env::temp_dir().join("kientoan-fuzz");
    let found: Vec<String> = outcome
        .findings
        .iter()
        .enumerate()
        .map(|(n, (fault, input))| {
            let path = save(&folder, reader, &format!("short-{n}"), input).unwrap();
            format!("{fault:?}: {}", path.display())
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_word_file_brings_its_reader_down() {
    short(Reader::Docx);
}

#[test]
fn no_pdf_brings_its_reader_down() {
    short(Reader::Pdf);
}

#[test]
fn no_workbook_brings_its_reader_down() {
    short(Reader::Xlsx);
}

#[test]
fn no_separated_values_bring_their_reader_down() {
    short(Reader::Csv);
}

#[test]
fn no_text_brings_its_reader_down() {
    short(Reader::Txt);
}

#[test]
fn no_page_brings_its_reader_down() {
    short(Reader::Html);
}

#[test]
fn a_seed_repeats_its_run() {
    let run = || {
        let outcome = Campaign::new(Reader::Txt, 5).unwrap().run(Until::Executions(300), |_, _| {}).unwrap();
        (outcome.executions, outcome.kinds)
    };
    assert_eq!(run(), run());
}
