//! The encodings of fonts with codes of one byte (ISO 32000-1, annex D).

use std::collections::HashMap;

use super::names;
use crate::pdf::budget::Spent;
use crate::pdf::syntax::{Dict, File, Object};

/// Windows' Latin letters from 0x80 to 0x9F.
const WINDOWS: [char; 32] = [
    '€', '•', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '•', 'Ž', '•', '•', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '•', 'ž', 'Ÿ',
];

/// The Macintosh's letters from 0x80 on.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    Windows,
    Macintosh,
    /// Nothing is said.
    Unstated,
}

/// The encoding that a font states.
#[derive(Debug)]
pub struct Encoding {
    base: Base,
    differences: HashMap<u8, String>,
}

impl Encoding {
    pub fn read(file: &File<'_>, font: &Dict) -> Result<Self, Spent> {
        let stated = file.value(font, "Encoding")?;
        let base = match &stated {
            Object::Name(_) => stated.clone(),
            other => match other.dict() {
                Some(dict) => file.value(dict, "BaseEncoding")?,
                None => Object::Null,
            },
        };
        let base = match base.name() {
            Some(b"WinAnsiEncoding" | b"StandardEncoding") => Base::Windows,
            Some(b"MacRomanEncoding") => Base::Macintosh,
            _ => Base::Unstated,
        };
        let mut differences = HashMap::new();
        if let Some(dict) = stated.dict() {
            let mut code = 0_usize;
            for item in file.value(dict, "Differences")?.array().iter().take(1024) {
                match item {
                    Object::Number(_) => code = item.count().unwrap_or(0),
                    Object::Name(name) => {
                        let shown = std::str::from_utf8(name).ok().and_then(names::letters);
                        if let (Ok(code), Some(shown)) = (u8::try_from(code), shown) {
                            differences.insert(code, shown);
                        }
                        code = code.saturating_add(1);
                    }
                    _ => {}
                }
            }
        }
        Ok(Self { base, differences })
    }

    /// Whether the file says what the codes mean.
    pub fn is_stated(&self) -> bool {
        self.base != Base::Unstated || !self.differences.is_empty()
    }

    /// What a code shows.
    pub fn letters(&self, code: u8) -> Option<String> {
        if let Some(shown) = self.differences.get(&code) {
            return Some(shown.clone());
        }
        let letter = match (code, self.base) {
            (b'\t' | b'\n' | b'\r', _) => Some(' '),
            (0x20..=0x7E, _) => Some(char::from(code)),
            (0x80.., Base::Macintosh) => MACINTOSH.chars().nth(usize::from(code) - 0x80),
            (0x80..=0x9F, _) => WINDOWS.get(usize::from(code) - 0x80).copied(),
            (0xA0.., _) => Some(char::from(code)),
            _ => None,
        };
        letter.map(String::from)
    }
}

/// About how wide a letter is where the file does not say, in parts of the size: the standard fonts need not.
pub fn usual_width(code: u8) -> f64 {
    match code {
        b' ' | b'.' | b',' | b':' | b';' | b'!' | b'i' | b'j' | b'l' | b't' | b'f' | b'I' | b'\'' | b'|' => 0.27,
        b'-' | b'(' | b')' | b'r' | b's' | b'J' | b'/' => 0.36,
        b'm' | b'M' | b'w' | b'W' => 0.83,
        b'A'..=b'Z' => 0.68,
        _ => 0.5,
    }
}
