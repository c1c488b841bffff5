//! What an embedded TrueType program says of its glyphs, for fonts whose file forgot to.

use std::collections::HashMap;

use ttf_parser::{Face, GlyphId};

/// The letters that Vietnamese papers are written in, and the signs around them. Looking these up is bounded,
/// while a font's own list may claim to hold billions.
const LETTERS: [(u32, u32); 6] =
    [(0x20, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2150, 0x22FF)];

/// The letters that lead to each glyph.
pub fn by_glyph(data: &[u8]) -> HashMap<u16, char> {
    let mut found = HashMap::new();
    let Ok(face) = Face::parse(data, 0) else { return found };
    for letter in LETTERS.iter().flat_map(|(first, last)| *first..=*last).filter_map(char::from_u32) {
        if let Some(glyph) = face.glyph_index(letter) {
            found.entry(glyph.0).or_insert(letter);
        }
    }
    if found.is_empty() {
        for glyph in 0..face.number_of_glyphs().min(4096) {
            if let Some(letter) = named(&face, GlyphId(glyph)) {
                found.insert(glyph, letter);
            }
        }
    }
    found
}

/// The letters of the codes of a symbolic font, by the names of their glyphs.
pub fn by_code(data: &[u8]) -> HashMap<u32, char> {
    let mut found = HashMap::new();
    let Ok(face) = Face::parse(data, 0) else { return found };
    let Some(table) = face.tables().cmap else { return found };
    let reverse = by_glyph(data);
    for code in 0..=255_u32 {
        let glyph = table.subtables.into_iter().take(16).find_map(|part| {
            part.glyph_index(code).or_else(|| part.glyph_index(0xF000 + code)).filter(|glyph| glyph.0 != 0)
        });
        let Some(glyph) = glyph else { continue };
        if let Some(letter) = named(&face, glyph).or_else(|| reverse.get(&glyph.0).copied()) {
            found.insert(code, letter);
        }
    }
    found
}

/// The letters of the codes of a compact font (CFF), by the names of their glyphs.
pub fn by_code_compact(data: &[u8]) -> HashMap<u32, char> {
    let mut found = HashMap::new();
    let Some(table) = ttf_parser::cff::Table::parse(data) else { return found };
    for code in 0..=255_u8 {
        let name = table.glyph_index(code).and_then(|glyph| table.glyph_name(glyph));
        if let Some(letter) = name.and_then(single) {
            found.insert(u32::from(code), letter);
        }
    }
    found
}

fn named(face: &Face<'_>, glyph: GlyphId) -> Option<char> {
    face.glyph_name(glyph).and_then(single)
}

fn single(name: &str) -> Option<char> {
    let letters = super::names::letters(name)?;
    let mut chars = letters.chars();
    chars.next().filter(|_| chars.next().is_none())
}
