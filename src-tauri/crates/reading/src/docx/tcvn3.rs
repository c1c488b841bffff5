//! TCVN3 (ABC), the Vietnamese of Word files before about 2005: Latin-1 letters shown as Vietnamese ones by
//! the fonts named `.Vn…`; a font whose name ends in H shows the same codes as capitals.

/// Code and letter, in the order of the codes.
const TABLE: [(char, char); 74] = [
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
    ('¨', 'ă'),
    ('©', 'â'),
    ('ª', 'ê'),
    ('«', 'ô'),
    ('¬', 'ơ'),
    ('\u{ad}', 'ư'),
    ('®', 'đ'),
    ('µ', 'à'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¸', 'á'),
    ('¹', 'ạ'),
    ('»', 'ằ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('¾', 'ắ'),
    ('Æ', 'ặ'),
    ('Ç', 'ầ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ê', 'ấ'),
    ('Ë', 'ậ'),
    ('Ì', 'è'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ð', 'é'),
    ('Ñ', 'ẹ'),
    ('Ò', 'ề'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Õ', 'ế'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Ý', 'í'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ã', 'ó'),
    ('ä', 'ọ'),
    ('å', 'ồ'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('è', 'ố'),
    ('é', 'ộ'),
    ('ê', 'ờ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('í', 'ớ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ó', 'ú'),
    ('ô', 'ụ'),
    ('õ', 'ừ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ø', 'ứ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('ý', 'ý'),
    ('þ', 'ỵ'),
];

/// Whether text in this font is in TCVN3.
pub fn is_face(font: &str) -> bool {
    font.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(".vn"))
}

/// The text as its font shows it.
pub fn decode(text: &str, font: &str) -> String {
    let plain: String =
        text.chars().map(|c| TABLE.iter().find(|(code, _)| *code == c).map_or(c, |(_, letter)| *letter)).collect();
    if font.ends_with(['H', 'h']) { plain.to_uppercase() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_letters_become_vietnamese() {
        assert_eq!(decode("Së Thuû s¶n, Tr\u{ad}ëng ban §iÒu 1", ".VnTime"), "Sở Thuỷ sản, Trưởng ban Điều 1");
        assert_eq!(decode("quyÕt ®Þnh", ".VnTimeH"), "QUYẾT ĐỊNH");
        assert!(is_face(".VnArial") && !is_face("Times New Roman"));
    }
}
