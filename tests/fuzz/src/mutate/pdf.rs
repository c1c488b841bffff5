//! Changes of a PDF: its objects and numbers, references that go in circles, the table of places, and what is
//! inside its compressed streams.

use std::io::{Read, Write};
use std::ops::Range;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::{bytes, numbers};
use crate::chance::Chance;

const PIECES: [&str; 40] = [
    "<< ",
    " >>",
    "[ ",
    " ]",
    " 1 0 R ",
    " null ",
    "(",
    ")",
    "<",
    ">",
    "/Kids [2 0 R 2 0 R]",
    "/Parent 1 0 R",
    "/Count -1",
    "/Count 2147483647",
    "/Type /Page",
    "/Type /Pages",
    "/Filter /FlateDecode",
    "/Filter [/FlateDecode /FlateDecode]",
    "/Filter /LZWDecode",
    "/Filter /ASCII85Decode",
    "/DecodeParms << /Predictor 15 /Columns 2147483647 >>",
    "/Length 0",
    "/Length 99999999999",
    "/Encrypt 1 0 R",
    "/Type /ObjStm /N 99999 /First 0",
    "/Type /XRef /W [1 8 8] /Index [0 4294967295]",
    "/Prev 0",
    "/XObject << /F 4 0 R >>",
    "/Subtype /Form",
    "/MediaBox [0 0 1e308 -1e308]",
    "/Rotate 45",
    "/Encoding /Identity-H",
    "/ToUnicode 4 0 R",
    "/FirstChar -1 /LastChar 2147483647",
    "/Widths [0]",
    "/W [0 [0] 1 4294967295 0]",
    "endobj",
    "stream",
    "endstream",
    "%%EOF",
];

const OPERATORS: [&str; 36] = [
    " BT ",
    " ET ",
    " q ",
    " Q ",
    " (A) Tj ",
    " <0041> Tj ",
    " [(A) -99999999 (B)] TJ ",
    " T* ",
    " 0 0 Td ",
    " 1e38 1e38 Td ",
    " 1 0 0 1 0 0 Tm ",
    " 0 0 0 0 0 0 Tm ",
    " 1e20 0 0 1e20 0 0 cm ",
    " /F1 0 Tf ",
    " /F1 -1 Tf ",
    " /F9 12 Tf ",
    " /F Do ",
    " 1000 Tz ",
    " -99 Tc ",
    " 99 Tw ",
    " 3 Tr ",
    " 1e9 TL ",
    " ' ",
    " 1 2 (x) \" ",
    " BI /W 9 /H 9 ID ",
    " EI ",
    " 0 0 m 100 0 l S ",
    " 0 0 1e9 1e9 re f ",
    " NaN 0 Td ",
    " << ",
    " [ ",
    " ( ",
    " < ",
    " /Span << /ActualText (x) >> BDC ",
    " EMC ",
    " 10 Ts ",
];

const CMAP: [&str; 8] = [
    "begincodespacerange <00> <ffffffff> endcodespacerange",
    " 1 beginbfrange <0000> <ffff> <0041> endbfrange ",
    " 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange ",
    " 1 beginbfrange <0000> <0002> [<0041>] endbfrange ",
    " 1 beginbfchar <01> <d800> endbfchar ",
    " 1 beginbfchar <> <> endbfchar ",
    " 1 beginbfrange <ffff> <0000> <0041> endbfrange ",
    " /x usecmap ",
];

/// Makes one change.
pub fn change(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    match chance.below(12) {
        0..=4 => stream(input, other, chance),
        5 | 6 => {
            let at = chance.below(input.len() + 1);
            let piece = chance.one(&PIECES).copied().unwrap_or_default();
            input.splice(at..at, piece.bytes());
        }
        7 => numbers::change(input, chance),
        8 => reference(input, chance),
        9 => objects(input, other, chance),
        10 => {
            let keys: [&[u8]; 6] = [b"xref", b"trailer", b"startxref", b"/Root", b"/Kids", b"/Contents"];
            let key = keys[chance.below(keys.len())];
            if let Some(at) = last(input, key) {
                let end = (at + key.len() + chance.below(40)).min(input.len());
                input.drain(at..end);
            }
        }
        _ => bytes::change(input, other, chance),
    }
}

/// Changes what is inside one stream, and packs it again.
fn stream(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let Some(place) = stream_place(input, chance) else { return bytes::change(input, other, chance) };
    let packed = input[place.clone()].to_vec();
    let (mut content, deflated) = match inflated(&packed) {
        Some(content) => (content, true),
        None => (packed, false),
    };
    for _ in 0..=chance.below(4) {
        match chance.below(6) {
            0 | 1 => {
                let at = chance.below(content.len() + 1);
                let at = (at..content.len()).find(|at| content[*at].is_ascii_whitespace()).unwrap_or(at);
                let cmap = content.windows(8).any(|window| window == b"beginbfr" || window == b"beginbfc");
                let piece = if cmap { chance.one(&CMAP) } else { chance.one(&OPERATORS) };
                let times = if chance.once_in(20) { 2000 } else { 1 };
                content.splice(at..at, piece.copied().unwrap_or_default().repeat(times).into_bytes());
            }
            2 | 3 => numbers::change(&mut content, chance),
            4 => {
                let from = stream_place(other, chance).map(|place| other[place].to_vec()).unwrap_or_default();
                bytes::change(&mut content, &inflated(&from).unwrap_or(from), chance);
            }
            _ => bytes::change(&mut content, &[], chance),
        }
    }
    let new = if deflated { deflated_again(&content) } else { content };
    let length = new.len();
    input.splice(place.clone(), new);
    // Most of the time the object says how long the stream is now; a lie is a change too.
    if !chance.once_in(6) {
        say_length(input, place.start, length);
    }
}

fn say_length(input: &mut Vec<u8>, stream: usize, length: usize) {
    let from = stream.saturating_sub(400);
    let Some(at) = last(&input[from..stream], b"/Length ").map(|at| from + at + 8) else { return };
    let end = (at..stream).find(|at| !input[*at].is_ascii_digit()).unwrap_or(stream);
    if end > at {
        input.splice(at..end, length.to_string().into_bytes());
    }
}

fn stream_place(input: &[u8], chance: &mut Chance) -> Option<Range<usize>> {
    let places: Vec<usize> = (0..input.len()).filter(|at| input[*at..].starts_with(b"stream")).collect();
    let starts: Vec<usize> =
        places.into_iter().filter(|at| at.checked_sub(3).is_none_or(|end| &input[end..*at] != b"end")).collect();
    let mut start = chance.one(&starts)? + 6;
    while input.get(start).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
        start += 1;
    }
    let end = input[start..].windows(9).position(|window| window == b"endstream")? + start;
    Some(start..end)
}

fn inflated(packed: &[u8]) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    ZlibDecoder::new(packed).take(4 * 1024 * 1024).read_to_end(&mut content).ok()?;
    (!content.is_empty()).then_some(content)
}

fn deflated_again(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Writing into memory does not fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

/// Lets one reference point to another object, as often as not to one that points back.
fn reference(input: &mut Vec<u8>, chance: &mut Chance) {
    let places: Vec<usize> = (1..input.len().saturating_sub(4))
        .filter(|at| input[*at..].starts_with(b" 0 R") && input[*at - 1].is_ascii_digit())
        .collect();
    let Some(end) = chance.one(&places).copied() else { return };
    let start = (0..end).rev().find(|at| !input[*at].is_ascii_digit()).map_or(0, |at| at + 1);
    let new = (1 + chance.below(12)).to_string();
    input.splice(start..end, new.into_bytes());
}

/// Takes an object away, doubles it, or brings one of another file.
fn objects(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let object = |of: &[u8], chance: &mut Chance| {
        let ends: Vec<usize> = (0..of.len()).filter(|at| of[*at..].starts_with(b"endobj")).collect();
        let n = chance.below(ends.len());
        let end = ends.get(n)? + 6;
        let start = n.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| end + 6);
        Some(start..end)
    };
    let Some(own) = object(input, chance) else { return };
    match chance.below(3) {
        0 => {
            input.drain(own);
        }
        1 => {
            let piece = input[own.clone()].to_vec();
            input.splice(own.end..own.end, piece);
        }
        _ => {
            let piece = object(other, chance).map(|place| other[place].to_vec()).unwrap_or_default();
            input.splice(own, piece);
        }
    }
}

fn last(input: &[u8], key: &[u8]) -> Option<usize> {
    (0..input.len()).rev().find(|at| input[*at..].starts_with(key))
}
