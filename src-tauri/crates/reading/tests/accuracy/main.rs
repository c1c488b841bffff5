//! How much of invented papers is read rightly, and that it does not become less.
//!
//! `cargo xtask score` runs this and prints what comes out. After a gain, `KIENTOAN_BLESS=1` in the environment
//! writes the present figures as the floors; look at the difference.

#![allow(clippy::unwrap_used, clippy::panic)]

mod converted;
mod floors;
mod fold;
mod report;
mod score;
#[cfg(test)]
mod scoring;
mod seats;
mod tally;

use std::fs;
use std::path::{Path, PathBuf};

use floors::{Figures, Floors};
use report::Set;
use score::Scored;
use serde_json::Value;
use tally::Tally;

/// What the grammar may be made with, and what is only ever scored.
const SETS: [&str; 86] = [
    "development",
    "kept-aside",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
    "thirtysecond",
    "thirtythird",
    "thirtyfourth",
    "thirtyfifth",
    "thirtysixth",
    "thirtyseventh",
    "thirtyeighth",
    "thirtyninth",
    "fortieth",
    "fortyfirst",
    "fortysecond",
    "fortythird",
    "fortyfourth",
    "fortyfifth",
    "fortysixth",
    "fortyseventh",
    "fortyeighth",
    "fortyninth",
    "fiftieth",
    "fiftyfirst",
    "fiftysecond",
    "fiftythird",
    "fiftyfourth",
    "fiftyfifth",
    "fiftysixth",
    "fiftyseventh",
    "fiftyeighth",
    "fiftyninth",
    "sixtieth",
    "sixtyfirst",
    "sixtysecond",
    "sixtythird",
    "sixtyfourth",
    "sixtyfifth",
    "sixtysixth",
    "sixtyseventh",
    "sixtyeighth",
    "sixtyninth",
    "seventieth",
    "seventyfirst",
    "seventysecond",
    "seventythird",
    "seventyfourth",
    "seventyfifth",
    "seventysixth",
    "seventyseventh",
    "seventyeighth",
    "seventyninth",
    "eightieth",
    "eightyfirst",
    "eightysecond",
    "eightythird",
    "eightyfourth",
    "eightyfifth",
    "eightysixth",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy")
}

fn set(name: &'static str) -> Set {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder().join(name).join("files")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    Set { name, papers: files.iter().map(|file| scored(&folder().join(name), file)).collect() }
}

/// A file, held against the gold of its name in the set.
fn scored(set: &Path, file: &Path) -> Scored {
    let name = file.file_name().unwrap().to_str().unwrap();
    let gold = set.join("gold").join(Path::new(name).with_extension("json"));
    let gold: Value = serde_json::from_slice(&fs::read(gold).unwrap()).unwrap();
    match reading::read(name, &fs::read(file).unwrap()) {
        Ok(read) => {
            let decisions: Vec<Value> =
                read.decisions.iter().map(|draft| serde_json::to_value(draft).unwrap()).collect();
            score::score(name, &gold, Ok(&decisions))
        }
        Err(error) => score::score(name, &gold, Err(error.code().to_owned())),
    }
}

#[test]
fn every_paper_has_its_gold_and_every_gold_its_paper() {
    for name in SETS {
        let stems = |part: &str| {
            let files = fs::read_dir(folder().join(name).join(part)).unwrap();
            let mut stems: Vec<_> = files.map(|file| file.unwrap().path().file_stem().unwrap().to_owned()).collect();
            stems.sort();
            stems
        };
        assert_eq!(stems("files"), stems("gold"), "{name}");
        assert!(!stems("files").is_empty(), "{name}");
    }
}

#[test]
fn no_figure_falls_below_its_floor() {
    let sets = SETS.map(set);
    if let Some(path) = std::env::var_os("KIENTOAN_SCORE") {
        tell(&sets, Path::new(&path));
    }
    let path = folder().join("floors.toml");
    if std::env::var_os("KIENTOAN_BLESS").is_some() {
        let floors: Floors =
            sets.iter().map(|set| (set.name.to_owned(), Figures::of(&Tally::of(&set.papers)))).collect();
        let head = "# What the reading has reached; the test fails below it. KIENTOAN_BLESS=1 writes it anew.\n\n";
        fs::write(&path, format!("{head}{}", toml::to_string(&floors).unwrap())).unwrap();
        return;
    }
    let floors: Floors = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut fallen = Vec::new();
    for set in &sets {
        for figure in set.compared(&floors[set.name]) {
            let line = format!("{}: {} is {}, its floor {}", set.name, figure.name, figure.now, figure.floor);
            if figure.is_worse() {
                fallen.push(line);
            } else if figure.is_better() {
                println!("the floor can be raised (KIENTOAN_BLESS=1): {line}");
            }
        }
    }
    assert!(fallen.is_empty(), "worse than its floor:\n{}", fallen.join("\n"));
}

/// Leaves two files in the folder: the tables, and every single error.
fn tell(sets: &[Set], folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let tables: Vec<String> = sets.iter().map(|set| format!("{}\n{}", set.tables(), set.worst())).collect();
    fs::write(folder.join("tables.md"), tables.join("\n")).unwrap();
    for set in sets {
        fs::write(folder.join(format!("{}.txt", set.name)), set.details()).unwrap();
    }
}
