//! What a letter is. Nearly every one that is asked about is of ASCII or of Vietnamese, and for these the tables of
//! Unicode need not be searched.

/// Whether the letter or digit is part of a word.
pub fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => true,
        '\u{2010}'..='\u{201f}' => false,
        c => c.is_alphanumeric(),
    }
}

/// Whether it is a letter.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => true,
        '\u{2010}'..='\u{201f}' => false,
        c => c.is_alphabetic(),
    }
}

/// Whether capitals and small letters take turns here, the capital first with an even number: most of Vietnamese.
fn in_turn(c: char) -> bool {
    matches!(c, 'Ā'..='į' | 'Ŋ'..='ŷ' | 'Ơ'..='ơ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ')
}

/// The small letter; of one that turns into several, the first.
pub fn lower(c: char) -> char {
    let small = |up: u32| char::from_u32(u32::from(c) | up).unwrap_or(c);
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => small(0x20),
        '\u{80}'..='ÿ' => c,
        'Ư' => 'ư',
        c if in_turn(c) => small(1),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether it is a small letter.
pub fn is_lower(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_lowercase(),
        'À'..='Þ' => false,
        c if in_turn(c) => u32::from(c) & 1 == 1,
        c => c.is_lowercase(),
    }
}

/// Whether it is a capital.
pub fn is_upper(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_uppercase(),
        'ß'..='ÿ' => false,
        c if in_turn(c) => u32::from(c) & 1 == 0,
        c => c.is_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_unicode_says() {
        for c in '\0'..='\u{3000}' {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
            assert_eq!(is_lower(c), c.is_lowercase(), "{c:?}");
            assert_eq!(is_upper(c), c.is_uppercase(), "{c:?}");
        }
    }
}
