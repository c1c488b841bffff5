//! Vietnamese text: one form for storing, one for comparing, one for searching.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The stored form: NFC, spaces folded to one, none at the ends.
#[must_use]
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// The form for searching: lower case, no marks, `đ` as `d`, spaces folded.
/// SQLite's own folding keeps `đ`, so "duc" would miss "Đức".
#[must_use]
pub fn fold(text: &str) -> String {
    let bare = text.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        other => other,
    });
    let lower: String = bare.flat_map(char::to_lowercase).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form for comparing names and titles: as [`fold`] but the letters and tones stay, only where a tone
/// stands in its syllable does not count (hòa and hoà are one word), nor do case, dashes and commas.
#[must_use]
pub fn key(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ',' | ';' | '.' | '(' | ')'))
    {
        if word.is_empty() {
            continue;
        }
        let (mut letters, mut tones) = (String::new(), String::new());
        for c in word.nfd().flat_map(char::to_lowercase) {
            match c {
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(c),
                'ð' => letters.push('đ'),
                other => letters.push(other),
            }
        }
        letters.push_str(&tones);
        words.push(letters.nfc().collect::<String>());
    }
    words.join(" ")
}

/// The form for comparing bodies and posts: as [`key`], with the two words that papers write long or short
/// at will written short (Ủy ban nhân dân → UBND, Thành phố → TP).
#[must_use]
pub fn shorten(text: &str) -> String {
    short_words(&key(text))
}

/// The words that are written short, in the form that [`key`] gives them: the tone at the end of its syllable.
const SHORT: [(&str, &str); 2] = [(" u\u{1ef7} ban nhân dân ", " ubnd "), (" thanh\u{300} phố ", " tp ")];

/// What [`shorten`] does to a text that is compared already.
pub(crate) fn short_words(compared: &str) -> String {
    let mut plain = format!(" {compared} ");
    for (long, short) in SHORT {
        if plain.contains(long) {
            plain = plain.replace(long, short);
        }
    }
    plain.trim().to_owned()
}

/// Words as [`key`] leaves them, put together; what was only a dash is gone.
pub(crate) fn join(words: &[String]) -> String {
    words.iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_tone_does_not_count_but_the_tone_does() {
        assert_eq!(key("Uỷ ban hoà giải"), key("Ủy ban hòa giải"));
        assert_eq!(key("Lao động - Thương binh"), key("lao động – thương binh"));
        assert_ne!(key("Hòa"), key("Hoả"));
        assert_ne!(key("toàn"), key("toán"));
    }

    #[test]
    fn long_words_are_written_short_whichever_way_they_are_spelt() {
        assert_eq!(SHORT.map(|(long, _)| long.trim().to_owned()), ["Ủy ban nhân dân", "Thành phố"].map(key));
        assert_eq!(shorten("Uỷ ban nhân dân Thành phố Hà Nội"), shorten("UBND TP Hà Nội"));
    }

    #[test]
    fn searching_needs_no_marks() {
        assert_eq!(fold("Nguyễn  Đức Chung"), "nguyen duc chung");
    }
}
