//! The encodings of one byte for a character: Windows-1252, and for Vietnamese Windows-1258 and VISCII.

use unicode_normalization::UnicodeNormalization;

/// Windows-1252 from 0x80 to 0x9F; beyond, it is Latin-1.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The byte of each character in Windows-1258 that differs.
const WINDOWS_1258: [(u8, char); 14] = [
    (0xC3, 'Ă'),
    (0xCC, '\u{300}'),
    (0xD0, 'Đ'),
    (0xD2, '\u{309}'),
    (0xD5, 'Ơ'),
    (0xDD, 'Ư'),
    (0xDE, '\u{303}'),
    (0xE3, 'ă'),
    (0xEC, '\u{301}'),
    (0xF0, 'đ'),
    (0xF2, '\u{323}'),
    (0xF5, 'ơ'),
    (0xFD, 'ư'),
    (0xFE, '₫'),
];

/// VISCII (RFC 1456) from 0x80 to 0xFF; six letters stand among the control characters.
const VISCII: &str = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ\
    ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
const VISCII_CONTROLS: [(u8, char); 6] = [(0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1E, 'Ỵ')];

/// Each byte as the character of this table from 0x80 on.
fn by(bytes: &[u8], table: &[char]) -> String {
    let char = |byte: u8| byte.checked_sub(0x80).and_then(|at| table.get(usize::from(at)).copied());
    bytes.iter().map(|byte| char(*byte).unwrap_or(char::from(*byte))).collect()
}

/// Windows-1252, which also holds TCVN3 and VNI.
pub fn windows_1252(bytes: &[u8]) -> String {
    by(bytes, &WINDOWS.chars().collect::<Vec<char>>())
}

pub fn windows_1258(bytes: &[u8]) -> String {
    let mut table: Vec<char> = WINDOWS.chars().chain((0xA0..=0xFF_u8).map(char::from)).collect();
    for (byte, letter) in WINDOWS_1258 {
        if let Some(place) = table.get_mut(usize::from(byte - 0x80)) {
            *place = letter;
        }
    }
    by(bytes, &table).nfc().collect()
}

pub fn viscii(bytes: &[u8]) -> String {
    let text = by(bytes, &VISCII.chars().collect::<Vec<char>>());
    let control = |c: char| VISCII_CONTROLS.iter().find(|(code, _)| char::from(*code) == c).map(|(_, letter)| *letter);
    text.chars().map(|c| control(c).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_a_character_for_each_byte() {
        assert_eq!(WINDOWS.chars().count(), 32);
        assert_eq!(VISCII.chars().count(), 128);
        assert_eq!(viscii(b"\xD0\xB5c l\xA7p \x06"), "Độc lập Ẫ");
        assert_eq!(viscii(b"Vi\xAEt Nam"), "Việt Nam");
        assert_eq!(windows_1258(b"Vi\xEA\xF2t Nam \x96 \xD0i\xEA\xCCu"), "Việt Nam – Điều");
        assert_eq!(windows_1252(b"\x93a\x94"), "“a”");
    }
}
