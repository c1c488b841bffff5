//! TCVN3 (ABC), the Vietnamese of Word files before about 2005: Latin-1 letters shown as Vietnamese ones by
//! the fonts named `.Vn…`; a font whose name ends in H shows the same codes as capitals.

/// What warnings call it.
pub const NAME: &str = "TCVN3";

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
    let plain: String = text.chars().map(letter).collect();
    if font.ends_with(['H', 'h']) { plain.to_uppercase() } else { plain }
}

fn letter(code: char) -> char {
    TABLE.iter().find(|(known, _)| *known == code).map_or(code, |(_, letter)| *letter)
}

/// The text of a file, in which no font says what is a capital: "QUYÕT §ÞNH" has its marked letters in lower
/// case, and gets them back as capitals.
pub fn decode_plain(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    // Whether a line in capitals may begin: behind an empty one, a rule, or another in capitals; behind a finished one only
    // a short one without any capital of its own ("quyÕt ®Þnh").
    let (mut apart, mut finished, mut raised) = (true, false, false);
    for line in text.split_inclusive('\n') {
        let begin = decoded.len();
        capitals(&line.chars().map(letter).collect::<Vec<char>>(), &mut decoded);
        let own = decoded[begin..].trim();
        if own.chars().all(|c| !c.is_alphanumeric()) {
            (apart, finished, raised) = (true, false, false);
            continue;
        }
        let low = own.chars().all(|c| !c.is_uppercase());
        let named = apart && !own.contains(',');
        let short = finished && low && own.split_whitespace().count() <= 3;
        // "tm. ủy ban nhân dân tỉnh", right below the recipients.
        let for_whom = low && ["tm.", "kt.", "tl.", "tuq.", "t/m", "k/t"].iter().any(|sign| own.starts_with(sign));
        raised = (heads(own) && (named || short || for_whom)) || (raised && low && goes_on(own));
        apart = raised;
        finished = own.ends_with(['.', ';', ',']);
        // "Nơi nhận:        tm. ủy ban nhân dân tỉnh": else the column beside.
        let beside =
            || decoded[begin..].rfind("   ").map(|at| begin + at + 3).filter(|at| heads(decoded[*at..].trim()));
        if let Some(from) = if raised { Some(begin) } else { beside() } {
            let upper = decoded[from..].to_uppercase();
            decoded.truncate(from);
            decoded.push_str(&upper);
        }
    }
    decoded
}

/// How lines begin that are set in capitals. The fonts of capitals (those with an H at the end of their names) hold them
/// in lower case, and a file without its fonts shows them so.
const HEADS: [&str; 22] = [
    "cộng h",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hội đồng nhân dân",
    "quyết định",
    "nghị quyết",
    "bộ trưởng",
    "thủ tướng",
    "chủ tịch",
    "phó chủ tịch",
    "giám đốc",
    "phó giám đốc",
    "bộ ",
    "sở ",
    "tỉnh ủy",
    "huyện ủy",
    "tm.",
    "kt.",
    "tl.",
    "t/m",
    "k/t",
    "q. ",
];

fn heads(line: &str) -> bool {
    let open = line.ends_with(['.', ';', ',', '/']);
    !open && line.chars().count() <= 70 && HEADS.iter().any(|head| line.starts_with(head))
}

/// A second line of a head, which is no subject.
fn goes_on(line: &str) -> bool {
    let subject = ["về việc", "v/v", "căn cứ", "theo đề nghị", "-"].iter().any(|start| line.starts_with(start));
    !subject && !line.ends_with(['.', ';', ',', '/']) && line.chars().count() <= 60 && line.contains(' ')
}

/// What the letters of a word say of its case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Capitals,
    Lower,
    /// "Sở": a word of a title, or one of a sentence.
    Either,
}

/// Only letters with marks can have lost their case: a word with a plain letter in lower case is in lower case,
/// one whose plain letters are capitals is in capitals, and the rest goes by its neighbours.
fn capitals(line: &[char], into: &mut String) {
    let mut words: Vec<(usize, usize, Case)> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let end = at + line[at..].iter().take_while(|c| c.is_alphabetic()).count();
        if end > at {
            words.push((at, end, case(&line[at..end])));
        }
        at = end.max(at + 1);
    }
    let decided = |word: Option<&(usize, usize, Case)>| word.map(|(_, _, case)| *case);
    let mut upper = vec![false; line.len()];
    for (n, (start, end, case)) in words.iter().enumerate() {
        let before = decided(words[..n].iter().rfind(|(_, _, case)| *case != Case::Either));
        let after = decided(words[n + 1..].iter().find(|(_, _, case)| *case != Case::Either));
        let among = [before, after].into_iter().flatten().all(|case| case == Case::Capitals);
        if *case == Case::Capitals || (*case == Case::Either && among && before.or(after).is_some()) {
            upper[*start..*end].fill(true);
        }
    }
    for (c, upper) in line.iter().zip(upper) {
        if upper { into.extend(c.to_uppercase()) } else { into.push(*c) }
    }
}

fn case(word: &[char]) -> Case {
    let upper = word.iter().filter(|c| c.is_uppercase()).count();
    if word.iter().any(char::is_ascii_lowercase) {
        Case::Lower
    } else if upper >= 2 || (upper == 1 && word.len() > 1 && !word[0].is_uppercase()) {
        Case::Capitals
    } else {
        Case::Either
    }
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

    #[test]
    fn capitals_come_back_where_the_word_or_its_neighbours_are_capitals() {
        for (code, wanted) in [
            ("QUYÕT §ÞNH", "QUYẾT ĐỊNH"),
            ("ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
            ("Së Y TÕ TØNH\nSë Y tÕ tØnh", "SỞ Y TẾ TỈNH\nSở Y tế tỉnh"),
            ("Bµ Lª ThÞ Hµ, Phã Chñ tÞch UBND", "Bà Lê Thị Hà, Phó Chủ tịch UBND"),
            ("VÒ VIÖC ë X\u{b7}", "VỀ VIỆC Ở XÃ"),
            // Set in a font of capitals, whose name is lost.
            (
                "uû ban nh©n d©n\nhuyÖn sa th¹ch\n\nquyÕt ®Þnh\nvÒ viÖc lËp Ban\n\n§iÒu 1. ...\n... thi hµnh\nquyÕt ®Þnh nµy.",
                "UỶ BAN NHÂN DÂN\nHUYỆN SA THẠCH\n\nQUYẾT ĐỊNH\nvề việc lập Ban\n\nĐiều 1. ...\n... thi hành\nquyết định này.",
            ),
            (
                "... Gi¸m ®èc Së Y tÕ,\ngi¸m ®èc së tµi chÝnh th¶o luËn",
                "... Giám đốc Sở Y tế,\ngiám đốc sở tài chính thảo luận",
            ),
            ("- L\u{ad}u VT.\ntm. uû ban nh©n d©n tØnh\nchñ tÞch", "- Lưu VT.\nTM. UỶ BAN NHÂN DÂN TỈNH\nCHỦ TỊCH"),
            (
                "quyÕt ®Þnh cña ubnd tØnh §ång S¬n\n\nN¬i nhËn:     tm. uû ban nh©n d©n",
                "QUYẾT ĐỊNH CỦA UBND TỈNH ĐỒNG SƠN\n\nNơi nhận:     TM. UỶ BAN NHÂN DÂN",
            ),
        ] {
            assert_eq!(decode_plain(code), wanted);
        }
    }
}
