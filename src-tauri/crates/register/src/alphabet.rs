//! The Vietnamese order of words: letter by letter, as the alphabet has them (a ă â b c d đ …), and only then by their
//! tones (ngang, huyền, hỏi, ngã, sắc, nặng).

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

/// By which a text is put in order: all its letters weigh before any of its tones.
#[must_use]
pub fn weights(text: &str) -> Vec<u8> {
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    for word in text.split_whitespace() {
        // A syllable has one tone, wherever it is written.
        let mut tone_of_syllable = 0;
        let digits = |c: &char| c.is_ascii_digit();
        // A longer number is the greater one.
        if word.starts_with(|c: char| digits(&c)) {
            letters.push(
                u8::try_from(word.chars().take_while(digits).count() + 1).map_or(LETTERS - 1, |n| n.min(LETTERS - 1)),
            );
        }
        for (base, tone) in word.chars().flat_map(char::to_lowercase).map(apart) {
            if let Some(at) = ALPHABET.chars().position(|known| known == base) {
                letters.push(u8::try_from(at).unwrap_or(u8::MAX).saturating_add(LETTERS));
            } else if let Some(digit) = base.to_digit(10) {
                letters.push(u8::try_from(digit).unwrap_or(u8::MAX).saturating_add(2));
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

/// Letters come after the ends of words and the ten digits.
const LETTERS: u8 = 12;

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
    use super::weights;

    #[test]
    fn letters_come_before_tones_and_d_before_the_crossed_one() {
        let mut places =
            ["Ứng Hòa", "Đống Đa", "Hoàng Mai", "Thường Tín", "Hà Đông", "Thạch Thất", "Đan Phượng", "Ba Vì"];
        places.sort_by_cached_key(|place| weights(place));
        assert_eq!(
            places,
            ["Ba Vì", "Đan Phượng", "Đống Đa", "Hà Đông", "Hoàng Mai", "Thạch Thất", "Thường Tín", "Ứng Hòa"]
        );
    }

    #[test]
    fn numbered_districts_follow_their_numbers() {
        let mut places = ["Quận Tân Bình", "Quận 10", "Quận 3", "Quận 1"];
        places.sort_by_cached_key(|place| weights(place));
        assert_eq!(places, ["Quận 1", "Quận 3", "Quận 10", "Quận Tân Bình"]);
    }
}
