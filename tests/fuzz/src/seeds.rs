//! What is broken: the fixtures of the reading crate, the sample, and papers made here.

use std::io;
use std::path::{Path, PathBuf};

use crate::mutate::package::packed;
use crate::reader::Reader;

mod page;
mod pdf;
mod sheet;
mod word;

/// Whole inputs for a reader, always in the same order.
///
/// # Errors
/// When the fixtures cannot be read.
pub fn of(reader: Reader) -> io::Result<Vec<Vec<u8>>> {
    let reading = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/crates/reading/tests");
    let mut files = Vec::new();
    gather(&reading, &mut files)?;
    gather(&reading.join("../../../sample"), &mut files)?;
    files.sort();
    let ending = |file: &Path| file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let mut seeds = Vec::new();
    for file in &files {
        if ending(file) == reader.name() || (reader == Reader::Html && ending(file) == "htm") {
            seeds.push(std::fs::read(file)?);
        }
    }
    match reader {
        Reader::Docx => {
            // Bodies of Word files lie there as text.
            for file in files.iter().filter(|file| ending(file) == "xml") {
                seeds.extend(word::package(&std::fs::read_to_string(file)?));
            }
            seeds.extend(word::all());
        }
        Reader::Pdf => seeds.extend(pdf::all()),
        Reader::Xlsx => seeds.extend(sheet::workbook()),
        Reader::Csv => seeds.extend(sheet::separated()),
        Reader::Html => seeds.extend(page::all()),
        Reader::Txt => seeds.push(word::LINES.as_bytes().to_vec()),
    }
    Ok(seeds)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn archive(parts: &[(&str, String)]) -> Option<Vec<u8>> {
    let parts: Vec<_> = parts.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes())).collect();
    packed(&parts, false)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_reader_has_seeds_and_reads_most_of_them() {
        for reader in Reader::ALL {
            let seeds = of(reader).unwrap();
            assert!(!seeds.is_empty(), "{reader:?}");
            let answers: Vec<_> = seeds.iter().map(|seed| reading::read(&reader.file(), seed)).collect();
            let read = answers.iter().filter(|answer| answer.is_ok()).count();
            assert!(
                read * 3 >= seeds.len() * 2,
                "{reader:?}: {read} of {}: {:?}",
                seeds.len(),
                answers.iter().find(|answer| answer.is_err())
            );
        }
    }
}
