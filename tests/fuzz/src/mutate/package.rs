//! Changes of an office file: one part changed and the archive made anew, parts moved about, and the archive's
//! own records forged.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{bytes, markup};
use crate::chance::Chance;

/// The most that is unpacked: what is made here may be a bomb by accident.
const MOST: u64 = 8 * 1024 * 1024;

type Parts = Vec<(String, Vec<u8>)>;

/// Makes one change. What is no archive any more is changed as bytes.
pub fn change(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    if chance.once_in(8) {
        return records(input, chance);
    }
    let (Some(mut parts), theirs) = (unpacked(input), unpacked(other).unwrap_or_default()) else {
        return bytes::change(input, other, chance);
    };
    if parts.is_empty() {
        return bytes::change(input, other, chance);
    }
    let (a, b) = (chance.below(parts.len()), chance.below(parts.len()));
    match chance.below(24) {
        0 => {
            parts.remove(a);
        }
        1 => {
            let content = parts[a].1.clone();
            parts[b].1 = content;
        }
        2 => {
            let (name, content) = parts[a].clone();
            parts.push((format!("{name}{}", chance.below(3)), content));
        }
        3 => {
            if let Some(part) = chance.one(&theirs) {
                parts.retain(|(name, _)| *name != part.0);
                parts.push(part.clone());
            }
        }
        4 => bytes::change(&mut parts[a].1, &[], chance),
        _ => {
            // Most of what is read stands in a few parts.
            let chosen = if chance.once_in(3) { a } else { main(&parts).unwrap_or(a) };
            let pieces = if parts[chosen].0.starts_with("xl") { markup::SHEET } else { markup::WORD };
            let same = theirs.iter().find(|(name, _)| *name == parts[chosen].0);
            let source = same.map(|(_, content)| content.as_slice()).unwrap_or_default();
            for _ in 0..=chance.below(3) {
                markup::change(&mut parts[chosen].1, source, pieces, chance);
            }
        }
    }
    if let Some(made) = packed(&parts, chance.once_in(4)) {
        *input = made;
    }
}

fn main(parts: &Parts) -> Option<usize> {
    ["word/document.xml", "xl/worksheets/sheet1.xml"]
        .iter()
        .find_map(|main| parts.iter().position(|(name, _)| name == main))
}

/// Forges a field of the archive's records: of the last one, of the directory, or before a file.
fn records(input: &mut [u8], chance: &mut Chance) {
    let signatures: [&[u8]; 3] = [b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"];
    let signature = signatures[chance.below(3)];
    let places: Vec<usize> =
        (0..input.len().saturating_sub(4)).filter(|at| input[*at..].starts_with(signature)).collect();
    let Some(start) = chance.one(&places).copied() else { return };
    let at = start + chance.below(46);
    let value = [0, 1, 0xFF, 0x7F, 0x80, chance.byte()][chance.below(6)];
    let width = [1, 2, 4][chance.below(3)];
    input.iter_mut().skip(at).take(width).for_each(|byte| *byte = value);
}

fn unpacked(input: &[u8]) -> Option<Parts> {
    let mut archive = ZipArchive::new(Cursor::new(input)).ok()?;
    let mut parts = Parts::new();
    for index in 0..archive.len().min(64) {
        let Ok(file) = archive.by_index(index) else { continue };
        let Ok(name) = file.name().map(|name| name.into_owned()) else { continue };
        let mut content = Vec::new();
        // A part that is broken is taken as far as it goes.
        let _ = file.take(MOST).read_to_end(&mut content);
        parts.push((name, content));
    }
    Some(parts)
}

/// An archive of these parts.
#[must_use]
pub fn packed(parts: &[(String, Vec<u8>)], stored: bool) -> Option<Vec<u8>> {
    let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    let options = SimpleFileOptions::default().compression_method(method).compression_level((!stored).then_some(1));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), options).ok()?;
        zip.write_all(content).ok()?;
    }
    zip.finish().ok().map(Cursor::into_inner)
}
