//! The names of glyphs (Adobe Glyph List): a letter with its marks is read as it is named, `ecircumflexacute`.

use unicode_normalization::UnicodeNormalization;

const MARKS: [(&str, char); 16] = [
    ("circumflex", '\u{302}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("tilde", '\u{303}'),
    ("hookabove", '\u{309}'),
    ("hook", '\u{309}'),
    ("dotbelow", '\u{323}'),
    ("dotaccent", '\u{307}'),
    ("dieresis", '\u{308}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("macron", '\u{304}'),
    ("ring", '\u{30a}'),
    ("ogonek", '\u{328}'),
];

const NAMES: [(&str, &str); 104] = [
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("exclamdown", "¡"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("fraction", "⁄"),
    ("yen", "¥"),
    ("florin", "ƒ"),
    ("section", "§"),
    ("currency", "¤"),
    ("quotedblleft", "“"),
    ("guillemotleft", "«"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("endash", "–"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("periodcentered", "·"),
    ("paragraph", "¶"),
    ("bullet", "•"),
    ("quotesinglbase", "‚"),
    ("quotedblbase", "„"),
    ("quotedblright", "”"),
    ("guillemotright", "»"),
    ("ellipsis", "…"),
    ("perthousand", "‰"),
    ("questiondown", "¿"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("acute", "´"),
    ("circumflex", "ˆ"),
    ("tilde", "˜"),
    ("macron", "¯"),
    ("dieresis", "¨"),
    ("cedilla", "¸"),
    ("emdash", "—"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("ordfeminine", "ª"),
    ("Oslash", "Ø"),
    ("OE", "Œ"),
    ("ordmasculine", "º"),
    ("dotlessi", "ı"),
    ("oslash", "ø"),
    ("oe", "œ"),
    ("germandbls", "ß"),
    ("Dcroat", "Đ"),
    ("dcroat", "đ"),
    ("Dslash", "Đ"),
    ("Eth", "Đ"),
    ("dmacron", "đ"),
    ("eth", "đ"),
    ("thorn", "þ"),
    ("Thorn", "Þ"),
    ("nbspace", " "),
    ("dong", "₫"),
    ("Euro", "€"),
    ("minus", "−"),
];

/// What a glyph of this name shows.
pub fn letters(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let Some((_, shown)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*shown).to_owned());
    }
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.is_ascii()) {
        let codes = digits.as_bytes().chunks(4).map(|four| {
            let four = std::str::from_utf8(four).ok()?;
            u32::from_str_radix(four, 16).ok().and_then(char::from_u32)
        });
        return codes.collect();
    }
    if let Some(digits) = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))
        && let Some(c) = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
    {
        return Some(c.to_string());
    }
    if name.contains('_') && name.len() < 64 {
        return name.split('_').map(letters).collect();
    }
    marked(name)
}

fn marked(name: &str) -> Option<String> {
    let mut chars = name.chars();
    let base = chars.next().filter(char::is_ascii_alphabetic)?;
    let mut rest = chars.as_str();
    let mut shown = String::from(base);
    while !rest.is_empty() {
        let (mark, sign) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark))?;
        rest = &rest[mark.len()..];
        shown.push(*sign);
    }
    Some(shown.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_letters_are_read_as_they_are_named() {
        let said = |name: &str| letters(name).unwrap_or_default();
        let names =
            ["ecircumflexacute", "Uhornhookabove", "adotbelow", "Dcroat", "uni1EA1", "u01B0", "f_i", "A.sc", "o"];
        assert_eq!(names.map(said), ["ế", "Ử", "ạ", "Đ", "ạ", "ư", "fi", "A", "o"]);
        assert_eq!(["g12", "cid00034", ".notdef", "", "uni00", "aü"].map(letters), [const { None }; 6]);
    }
}
