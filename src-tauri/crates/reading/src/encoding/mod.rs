//! Text in whatever encoding: UTF-8, UTF-16, and the ones from before Unicode, told by how Vietnamese the text
//! becomes. A guess that is not sure is said to be one.

mod bytes;
mod likely;
pub mod tcvn3;
pub mod vni;

use unicode_normalization::UnicodeNormalization;

use crate::reading::Warning;
use crate::unreadable::Unreadable;

/// A text in NFC, and what is to be said of how it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// `legacy_encoding` where an old one was surely told, `unsure_encoding` where it was not; the detail names it.
    pub warning: Option<Warning>,
}

/// A reading this likely, by so many words, and so much likelier than the next, is sure.
const SURE: f64 = 0.75;
const LEAD: f64 = 0.12;
const WORDS: u32 = 3;

/// Decodes the bytes of a text file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if let Some(text) = unicode(bytes)? {
        return Ok(mend(&text));
    }
    let latin = bytes::windows_1252(bytes);
    let readings = [
        (tcvn3::NAME, tcvn3::decode_plain(&latin1(bytes))),
        (vni::NAME, vni::decode(&latin)),
        ("Windows-1258", bytes::windows_1258(bytes)),
        ("VISCII", bytes::viscii(bytes)),
        ("Windows-1252", latin),
    ];
    Ok(likeliest(readings))
}

/// Text that is Unicode by its form, while its letters are those of an old font: "Uû ban nh©n d©n" as pasted from
/// an old Word file.
pub fn mend(text: &str) -> Decoded {
    let text: String = text.nfc().collect();
    let old = |c: char| ('\u{a1}'..='\u{ff}').contains(&c);
    let new = |c: char| matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}');
    if text.contains(old) && !text.contains(new) {
        let readings = [(tcvn3::NAME, tcvn3::decode_plain(&text)), (vni::NAME, vni::decode(&text))];
        let plain = likely::vietnamese(&text);
        let found = likeliest(readings);
        let sure = found.warning.as_ref().is_some_and(|warning| warning.code == "legacy_encoding");
        if sure && likely::vietnamese(&found.text).0 > plain.0 + LEAD {
            return found;
        }
    }
    Decoded { text, warning: None }
}

fn likeliest<const N: usize>(readings: [(&str, String); N]) -> Decoded {
    let mut scored: Vec<_> = readings.into_iter().map(|(name, text)| (likely::vietnamese(&text), name, text)).collect();
    scored.sort_by(|a, b| b.0.0.total_cmp(&a.0.0));
    let next = scored.get(1).map_or(0.0, |((score, _), _, _)| *score);
    let Some(((score, words), name, text)) = scored.into_iter().next() else {
        return Decoded { text: String::new(), warning: None };
    };
    let sure = score >= SURE && score - next >= LEAD && words >= WORDS;
    let code = if sure { "legacy_encoding" } else { "unsure_encoding" };
    Decoded { text: text.nfc().collect(), warning: Some(Warning::new(code, None, name)) }
}

/// The text where the bytes are Unicode; `None` where they are something older.
fn unicode(bytes: &[u8]) -> Result<Option<String>, Unreadable> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes).map(Some),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes).map(Some),
        _ => {}
    }
    match wide(bytes) {
        Some(Order::Little) => return utf16(bytes, u16::from_le_bytes).map(Some),
        Some(Order::Big) => return utf16(bytes, u16::from_be_bytes).map(Some),
        None => {}
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => Ok(Some(text.to_owned())),
        Err(error) if rest.len() < bytes.len() || mostly_utf8(rest) => Err(Unreadable::damaged("text", error)),
        Err(_) => Ok(None),
    }
}

/// Bytes that are UTF-8 but for a few are UTF-8 that was damaged.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    letters > broken * 2
        || (broken == 1 && letters > 0 && bytes.utf8_chunks().last().is_some_and(|last| !last.invalid().is_empty()))
}

fn utf16(bytes: &[u8], of: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Unreadable::damaged("text", "half a character at the end"));
    }
    let units: Vec<u16> = pairs.iter().map(|pair| of(*pair)).collect();
    String::from_utf16(&units).map_err(|error| Unreadable::damaged("text", error))
}

/// Which byte of a character comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

/// Whether bytes without a mark of order are UTF-16: nearly every other one is a zero or the page of a Vietnamese
/// letter, and the ones between are not zero.
fn wide(bytes: &[u8]) -> Option<Order> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    if pairs.len() < 4 {
        return None;
    }
    let fits = |high: fn(&[u8; 2]) -> u8, low: fn(&[u8; 2]) -> u8| {
        let pages = pairs.iter().filter(|pair| matches!(high(pair), 0 | 1 | 3 | 0x1E | 0x20)).count();
        let zeros = pairs.iter().filter(|pair| high(pair) == 0).count();
        let lows = pairs.iter().filter(|pair| low(pair) == 0).count();
        pages * 100 >= pairs.len() * 95 && zeros * 3 >= pairs.len() && lows * 50 <= pairs.len()
    };
    if fits(|pair| pair[1], |pair| pair[0]) {
        Some(Order::Little)
    } else if fits(|pair| pair[0], |pair| pair[1]) {
        Some(Order::Big)
    } else {
        None
    }
}

/// Whether the bytes are text of two bytes a character, with or without a mark of order.
pub fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || wide(bytes).is_some()
}

/// The character that a page means by a number of Windows-1252, which Unicode leaves to control characters.
pub fn printed(c: char) -> char {
    let byte = u8::try_from(u32::from(c)).ok().filter(|byte| (0x80..0xA0).contains(byte));
    byte.and_then(|byte| bytes::windows_1252(&[byte]).chars().next()).unwrap_or(c)
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str =
        "ỦY BAN NHÂN DÂN HUYỆN\nĐiều 1. Thành lập Ban Chỉ đạo gồm các ông, bà: Ông Vũ Ngữ, Phó Chủ tịch.";

    fn code(decoded: &Decoded) -> Option<(&str, &str)> {
        decoded.warning.as_ref().map(|warning| (warning.code.as_str(), warning.detail.as_str()))
    }

    #[test]
    fn unicode_is_read_in_every_form() {
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let apart: String = TEXT.nfd().collect();
        for bytes in [
            TEXT.as_bytes(),
            apart.as_bytes(),
            &little,
            &big,
            &[&[0xFF, 0xFE], little.as_slice()].concat(),
            &[&[0xEF, 0xBB, 0xBF], TEXT.as_bytes()].concat(),
        ] {
            assert_eq!(decode(bytes).unwrap(), Decoded { text: TEXT.to_owned(), warning: None });
        }
    }

    #[test]
    fn old_encodings_are_told_by_what_becomes_of_them() {
        let tcvn3 = b"\xf1Y BAN NH\xa2N D\xa2N HUY\xd6N\n\xa7i\xd2u 1. Th\xb5nh l\xcbp Ban Ch\xd8 \xae\xb9o g\xe5m c\xb8c \xabng, b\xb5: \xa4ng V\xf2 Ng\xf7, Ph\xe3 Ch\xf1 t\xdech.";
        let vni = "UÛY BAN NHAÂN DAÂN HUYEÄN\nÑieàu 1. Thaønh laäp Ban Chæ ñaïo goàm caùc oâng, baø: OÂng Vuõ Ngöõ, Phoù Chuû tòch.";
        let vni: Vec<u8> = vni.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for (bytes, name) in [(tcvn3.as_slice(), "TCVN3"), (vni.as_slice(), "VNI")] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), code(&decoded)), (TEXT, Some(("legacy_encoding", name))));
            // The same letters, saved as Unicode by somebody who saw them in an old font.
            let decoded = decode(latin1(bytes).as_bytes()).unwrap();
            assert_eq!((decoded.text.as_str(), code(&decoded)), (TEXT, Some(("legacy_encoding", name))));
        }
        let line = TEXT.lines().last().unwrap();
        let viscii = b"\xd0i\xabu 1. Th\xe0nh l\xa7p Ban Ch\xef \xf0\xd5o g\xb0m c\xe1c \xf4ng, b\xe0: \xd4ng V\xfb Ng\xe6, Ph\xf3 Ch\xfc t\xb8ch.";
        let windows = b"\xd0i\xea\xccu 1. Th\xe0nh l\xe2\xf2p Ban Chi\xd2 \xf0a\xf2o g\xf4\xccm c\xe1c \xf4ng, b\xe0: \xd4ng Vu\xde Ng\xfd\xde, Ph\xf3 Chu\xd2 ti\xf2ch.";
        for (bytes, name) in [(viscii.as_slice(), "VISCII"), (windows.as_slice(), "Windows-1258")] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), code(&decoded)), (line, Some(("legacy_encoding", name))));
        }
    }

    #[test]
    fn what_is_not_sure_is_said_to_be_a_guess() {
        let decoded = decode(b"caf\xe9").unwrap();
        assert_eq!(decoded.warning.unwrap().code, "unsure_encoding");
        assert_eq!(mend("Café à la carte, déjà vu").warning, None);
    }

    #[test]
    fn broken_unicode_is_damage_and_no_old_encoding() {
        assert!(decode(b"\xC4\x90i\xE1\xBB").is_err());
        let mut broken = TEXT.as_bytes().to_vec();
        broken[3] = 0xFF;
        assert!(decode(&broken).is_err());
        assert!(decode(b"\xFF\xFEA").is_err());
    }
}
