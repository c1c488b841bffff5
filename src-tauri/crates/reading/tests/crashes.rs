//! Files that once brought a reader down or got an answer that contradicted itself: each is read, or refused,
//! and nothing else.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use unicode_normalization::is_nfc;

#[test]
fn what_once_failed_is_read_or_refused() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/crashes");
    let mut tried = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let clock = Instant::now();
        let answer = reading::read(name, &fs::read(&path).unwrap());
        assert!(clock.elapsed() < Duration::from_secs(5), "{name}: {:?}", clock.elapsed());
        tried += 1;
        let Ok(reading) = answer else { continue };
        for (n, block) in reading.blocks.iter().enumerate() {
            assert_eq!(usize::try_from(block.id).unwrap(), n, "{name}");
            assert!(is_nfc(&block.text), "{name}: block {n} is not in NFC");
        }
        for mark in &reading.marks {
            let text = &reading.blocks[usize::try_from(mark.block).unwrap()].text;
            let end = usize::try_from(mark.end).unwrap();
            assert!(mark.start < mark.end && end <= text.chars().count(), "{name}: {mark:?}");
        }
    }
    assert!(tried > 0);
}
