//! Tables from codes to letters or glyphs (`ToUnicode`, and the encodings of composite fonts).

use std::collections::HashMap;

use crate::pdf::syntax::{Lexer, Object, Token};

/// Entries of one table.
const MOST: usize = 70_000;
/// Letters of one code: a ligature has three, a trap thousands.
const LONGEST: usize = 16;

/// One table.
#[derive(Debug, Default)]
pub struct CMap {
    pub letters: HashMap<u32, Box<str>>,
    /// Bytes of a code, lowest and highest code.
    spaces: Vec<(usize, u32, u32)>,
    /// Lowest and highest code, and the glyph of the lowest.
    glyphs: Vec<(u32, u32, u32)>,
    /// Codes gone through, also those said twice.
    steps: usize,
}

impl CMap {
    /// Codes of two bytes that are the glyphs themselves.
    pub fn identity() -> Self {
        Self { spaces: vec![(2, 0, 0xFFFF)], ..Self::default() }
    }

    /// Reads a table; what is broken in it is passed over.
    pub fn parse(data: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::of_content(data);
        let mut held: Vec<Object> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => {
                    if held.len() < 4 * MOST {
                        held.push(object);
                    }
                }
                Token::Word(word) => {
                    match word {
                        b"endcodespacerange" => map.ranges(&held),
                        b"endbfchar" => map.chars(&held),
                        b"endbfrange" => map.char_ranges(&held),
                        b"endcidchar" => map.cids(&held, 2),
                        b"endcidrange" => map.cids(&held, 3),
                        _ => {}
                    }
                    held.clear();
                }
            }
        }
        map.glyphs.sort_unstable();
        map
    }

    /// The code at the beginning of the bytes, and its length.
    pub fn code(&self, bytes: &[u8]) -> (u32, usize) {
        let mut code = 0;
        for (at, byte) in bytes.iter().take(4).enumerate() {
            code = (code << 8) | u32::from(*byte);
            let fits = |(length, low, high): &(usize, u32, u32)| *length == at + 1 && (*low..=*high).contains(&code);
            if self.spaces.iter().any(fits) {
                return (code, at + 1);
            }
        }
        let shortest = self.spaces.iter().map(|(length, ..)| *length).min().unwrap_or(2).clamp(1, 4);
        let taken = shortest.min(bytes.len()).max(1);
        (bytes.iter().take(taken).fold(0, |code, byte| (code << 8) | u32::from(*byte)), taken)
    }

    /// The glyph of a code.
    pub fn cid(&self, code: u32) -> u32 {
        if self.glyphs.is_empty() {
            return code;
        }
        let behind = self.glyphs.partition_point(|(low, ..)| *low <= code);
        let range = self.glyphs[..behind].last().filter(|(_, high, _)| code <= *high);
        range.map_or(0, |(low, _, first)| first.saturating_add(code - low))
    }

    fn ranges(&mut self, held: &[Object]) {
        for pair in held.chunks_exact(2) {
            if let (Some((low, length)), Some((high, _))) = (code(&pair[0]), code(&pair[1]))
                && self.spaces.len() < 100
            {
                self.spaces.push((length, low, high));
            }
        }
    }

    fn chars(&mut self, held: &[Object]) {
        for pair in held.chunks_exact(2) {
            if let (Some((code, _)), Some(letters)) = (code(&pair[0]), letters(&pair[1])) {
                self.add(code, letters);
            }
        }
    }

    fn char_ranges(&mut self, held: &[Object]) {
        for triple in held.chunks_exact(3) {
            let (Some((low, _)), Some((high, _))) = (code(&triple[0]), code(&triple[1])) else { continue };
            let high = high.min(low.saturating_add(0xFFFF));
            if let Object::Array(items) = &triple[2] {
                for (code, item) in (low..=high).zip(items.iter()) {
                    if let Some(letters) = letters(item) {
                        self.add(code, letters);
                    }
                }
                continue;
            }
            let Some(first) = letters(&triple[2]) else { continue };
            let mut chars: Vec<char> = first.chars().collect();
            let Some(last) = chars.pop() else { continue };
            let head: String = chars.into_iter().collect();
            for code in low..=high {
                self.steps += 1;
                if self.steps > MOST {
                    break;
                }
                let next = u32::from(last).checked_add(code - low).and_then(char::from_u32);
                if let Some(next) = next {
                    self.add(code, format!("{head}{next}"));
                }
            }
        }
    }

    fn cids(&mut self, held: &[Object], each: usize) {
        for group in held.chunks_exact(each) {
            let low = code(&group[0]);
            let high = if each == 3 { code(&group[1]) } else { low };
            let first = group[each - 1].count().and_then(|first| u32::try_from(first).ok());
            if let (Some((low, _)), Some((high, _)), Some(first)) = (low, high, first)
                && self.glyphs.len() < 5_000
            {
                self.glyphs.push((low, high, first));
            }
        }
    }

    fn add(&mut self, code: u32, letters: String) {
        if self.letters.len() < MOST {
            self.letters.insert(code, letters.into());
        }
    }
}

fn code(object: &Object) -> Option<(u32, usize)> {
    let bytes = object.string().filter(|bytes| (1..=4).contains(&bytes.len()))?;
    Some((bytes.iter().fold(0, |code, byte| (code << 8) | u32::from(*byte)), bytes.len()))
}

/// UTF-16; a single byte is a letter of Latin-1.
fn letters(object: &Object) -> Option<String> {
    let bytes = object.string()?;
    if let [byte] = bytes {
        return Some(char::from(*byte).to_string());
    }
    let units = bytes.chunks_exact(2).take(LONGEST).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_codes_ranges_and_lists_are_read() {
        let map = CMap::parse(
            b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <1EA1> <02> <00660069> endbfchar \
              2 beginbfrange <10> <12> <0041> <20> <21> [<01B0> <01A1>] endbfrange",
        );
        let said = |code: u32| map.letters.get(&code).map(|letters| &**letters);
        assert_eq!(said(1), Some("ạ"));
        assert_eq!(said(2), Some("fi"));
        assert_eq!(said(0x12), Some("C"));
        assert_eq!(said(0x21), Some("ơ"));
        assert_eq!(map.code(&[1, 2]), (1, 1));
        assert_eq!(CMap::identity().code(&[1, 2]), (0x102, 2));
        assert_eq!(CMap::identity().code(&[1]), (1, 1));
    }

    #[test]
    fn a_range_over_everything_ends() {
        let map = CMap::parse(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert!(map.letters.len() <= MOST);
    }
}
