//! Characters by name and number: `&ecirc;`, `&#7879;`.

/// The names of Latin-1 from U+00A0 on.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
    micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute \
    Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const OTHERS: [(&str, char); 28] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("bull", '•'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("abreve", 'ă'),
    ("Abreve", 'Ă'),
    ("dstrok", 'đ'),
    ("Dstrok", 'Đ'),
    ("itilde", 'ĩ'),
    ("Itilde", 'Ĩ'),
    ("utilde", 'ũ'),
    ("Utilde", 'Ũ'),
];

/// The longest name that is looked for.
const LONGEST: usize = 10;

/// Writes out the characters named in a text; what names none stays as it is.
pub fn resolve(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, named) = rest.split_at(at);
        into.push_str(before);
        let body = named.get(1..).unwrap_or_default();
        match character(body) {
            Some((c, used)) => {
                into.push(c);
                rest = body.get(used..).unwrap_or_default();
            }
            None => {
                into.push('&');
                rest = body;
            }
        }
    }
    into.push_str(rest);
}

/// The character, and how much of the text behind "&" names it.
fn character(body: &str) -> Option<(char, usize)> {
    if let Some(number) = body.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let digits = hex.unwrap_or(number);
        let length = digits
            .bytes()
            .take(8)
            .take_while(|byte| if hex.is_some() { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() })
            .count();
        let value = u32::from_str_radix(digits.get(..length)?, if hex.is_some() { 16 } else { 10 }).ok()?;
        let used = body.len() - digits.len() + length;
        let used = used + usize::from(body.get(used..).is_some_and(|rest| rest.starts_with(';')));
        return char::from_u32(value).map(|c| (crate::encoding::printed(c), used));
    }
    let length = body.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let name = body.get(..length)?;
    let end = length + usize::from(body.get(length..).is_some_and(|rest| rest.starts_with(';')));
    let latin = (0xA0..).zip(LATIN.split_whitespace()).find(|(_, known)| *known == name);
    let latin = latin.and_then(|(code, _)| char::from_u32(code));
    let other = OTHERS.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    latin.or(other).filter(|_| length > 0).map(|c| (c, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_and_numbered_characters_are_written_out() {
        let resolved = |text: &str| {
            let mut into = String::new();
            resolve(text, &mut into);
            into
        };
        assert_eq!(LATIN.split_whitespace().count(), 96);
        assert_eq!(resolved("Vi&#7879;t Nam &amp; &#x1EA1;&ecirc; &ndash; &#150;"), "Việt Nam & ạê – –");
        assert_eq!(resolved("a & b &khong; &#xFFFFFFFF; &#; &"), "a & b &khong; &#xFFFFFFFF; &#; &");
    }
}
