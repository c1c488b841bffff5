//! The Vietnamese order of names: the given name first, which stands last, then the middle names, then the family
//! name; the letters before the tones.

/// Letters with a place of their own, in the order of the alphabet.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// The vowels, each with its tones in their order: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONED: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// By which names are sorted.
#[must_use]
pub fn by_given_name(name: &str) -> Vec<Vec<u8>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((given, rest)) = words.split_last() else { return Vec::new() };
    let (family, middle) = rest.split_first().map_or((None, &[][..]), |(family, middle)| (Some(*family), middle));
    // Letters first, tones second: all letters of a part weigh before any of its tones.
    [given.to_string(), middle.join(" "), family.unwrap_or_default().to_owned()]
        .iter()
        .map(|part| weights(part))
        .collect()
}

fn weights(part: &str) -> Vec<u8> {
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    for word in part.split_whitespace() {
        // A syllable has one tone, wherever it is written.
        let mut tone_of_syllable = 0;
        for (base, tone) in word.chars().flat_map(char::to_lowercase).map(apart) {
            if let Some(at) = ALPHABET.chars().position(|known| known == base) {
                letters.push(u8::try_from(at + 2).unwrap_or(u8::MAX));
            }
            tone_of_syllable = tone_of_syllable.max(tone);
        }
        letters.push(1);
        tones.push(tone_of_syllable);
    }
    letters.push(0);
    letters.extend(tones);
    letters
}

/// A letter without its tone, and the tone.
fn apart(c: char) -> (char, u8) {
    for letter in TONED {
        if let Some(at) = letter.chars().position(|known| known == c) {
            return (letter.chars().next().unwrap_or(c), u8::try_from(at).unwrap_or(0));
        }
    }
    (c, 0)
}

#[cfg(test)]
mod tests {
    use super::by_given_name;

    #[test]
    fn given_names_come_first_and_letters_before_tones() {
        let mut names = [
            "Trần Văn Đức",
            "Lê Thị Bình",
            "Nguyễn Văn An",
            "Nguyễn Thị Ân",
            "Phạm Văn Dũng",
            "Bùi Văn An",
            "Nguyễn Bá An",
            "Lê Văn Ăn",
            "Đỗ Thị Hòa",
            "Đỗ Thị Hoa",
            "Đỗ Thị Họa",
            "Ông Ích",
        ];
        names.sort_by_key(|name| by_given_name(name));
        assert_eq!(
            names,
            [
                "Nguyễn Bá An",
                "Bùi Văn An",
                "Nguyễn Văn An",
                "Lê Văn Ăn",
                "Nguyễn Thị Ân",
                "Lê Thị Bình",
                "Phạm Văn Dũng",
                "Trần Văn Đức",
                "Đỗ Thị Hoa",
                "Đỗ Thị Hòa",
                "Đỗ Thị Họa",
                "Ông Ích",
            ]
        );
    }
}
