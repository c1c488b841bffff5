//! The Vietnamese of before Unicode: fonts whose names say that their Latin letters show others.

use super::content::Sheet;
use crate::encoding::tcvn3;

/// The text in Unicode, if the font is one of those.
pub fn decode(face: &str, text: &str) -> Option<String> {
    let face = face.split([',', '-']).next().unwrap_or(face);
    tcvn3::is_face(face).then(|| tcvn3::decode(text, face))
}

/// The names of the fonts, without those whose letters the file itself gives in Unicode already.
pub fn faces(sheets: &[Sheet], mut names: Vec<String>) -> Vec<String> {
    for glyph in sheets.iter().flat_map(|sheet| &sheet.glyphs) {
        let vietnamese =
            matches!(glyph.letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}');
        if vietnamese && let Some(name) = names.get_mut(usize::from(glyph.face)) {
            name.clear();
        }
    }
    names
}
