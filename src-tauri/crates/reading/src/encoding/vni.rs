//! VNI-Windows: a letter, and behind it a Latin-1 letter that is its mark; ơ, ư, đ and the marked i have codes of
//! their own. Fonts named `VNI-…` show it.

/// What warnings call it.
pub const NAME: &str = "VNI";

/// Whether text in this font is in VNI.
pub fn is_face(font: &str) -> bool {
    font.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("vni-")) || font.eq_ignore_ascii_case("vni")
}

/// The letters with codes of their own, in lower case.
const LETTERS: [(char, char); 9] =
    [('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// The marks: which letters they stand behind, and what each becomes.
const MARKS: [(char, &str, &str); 17] = [
    ('ù', "aeouyôö", "áéóúýớứ"),
    ('ø', "aeouyôö", "àèòùỳờừ"),
    ('û', "aeouyôö", "ảẻỏủỷởử"),
    ('õ', "aeouyôö", "ãẽõũỹỡữ"),
    ('ï', "aeouyôö", "ạẹọụỵợự"),
    ('â', "aeo", "âêô"),
    ('á', "aeo", "ấếố"),
    ('à', "aeo", "ầềồ"),
    ('å', "aeo", "ẩểổ"),
    ('ã', "aeo", "ẫễỗ"),
    ('ä', "aeo", "ậệộ"),
    ('ê', "a", "ă"),
    ('é', "a", "ắ"),
    ('è', "a", "ằ"),
    ('ú', "a", "ẳ"),
    ('ü', "a", "ẵ"),
    ('ë', "a", "ặ"),
];

/// The text as its font shows it. Letters that are Vietnamese already stay.
pub fn decode(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut decoded = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let marked = chars.get(at + 1).and_then(|mark| marked(low(c), low(*mark)));
        let own = || LETTERS.iter().find(|(code, _)| *code == low(c)).map(|(_, letter)| *letter);
        let letter = marked.or_else(own);
        match letter {
            Some(letter) if c.is_uppercase() => decoded.extend(letter.to_uppercase()),
            Some(letter) => decoded.push(letter),
            None => decoded.push(c),
        }
        at += if marked.is_some() { 2 } else { 1 };
    }
    decoded
}

fn low(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn marked(letter: char, mark: char) -> Option<char> {
    let (_, letters, forms) = MARKS.iter().find(|(known, _, _)| *known == mark)?;
    let place = letters.chars().position(|known| known == letter)?;
    forms.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_their_marks_become_one() {
        for (code, wanted) in [
            ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
            ("Ngöôøi ñöôïc baàu giöõ chöùc Tröôûng ban", "Người được bầu giữ chức Trưởng ban"),
            ("kyø hoïp, tyû leä, lyù do, kyõ sö", "kỳ họp, tỷ lệ, lý do, kỹ sư"),
            ("aên, thaéng, baèng, haúng, saün, ñaët", "ăn, thắng, bằng, hẳng, sẵn, đặt"),
        ] {
            assert_eq!(decode(code), wanted);
        }
        assert!(is_face("VNI-Times") && !is_face("Times New Roman"));
    }
}
