//! When two wordings are nearly the same: one is the short form of the other, or a slip apart.

use crate::text::fold;

/// How two wordings are near each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// "Sở TT-TT" and "Sở Thông tin và Truyền thông".
    Abbreviation,
    /// "Sở Lao dộng" and "Sở Lao động".
    Spelling,
    /// "Sở Tài chính" and "Sở Tài chính thành phố Hà Nội".
    SameWords,
}

/// Words that short forms leave out.
const SILENT: [&str; 2] = ["va", "cac"];

/// Whether a wording is near a known one. `alike` is how much of the letters has to be the same, from 0 to 1.
pub fn near(wording: &str, known: &str, alike: f64) -> Option<Near> {
    let (ours, theirs) = (words(wording), words(known));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    if abbreviates(&ours, &theirs) {
        return Some(Near::Abbreviation);
    }
    let (ours, theirs) = (ours.join(" "), theirs.join(" "));
    // Far apart in length, they cannot be alike: counting letters is cheaper than comparing them.
    let (short, long) = (ours.len().min(theirs.len()), ours.len().max(theirs.len()));
    #[allow(clippy::cast_precision_loss)] // lengths of names
    if short as f64 >= alike * long as f64 && strsim::normalized_damerau_levenshtein(&ours, &theirs) >= alike {
        return Some(Near::Spelling);
    }
    let (few, many) = if ours.len() < theirs.len() { (ours, theirs) } else { (theirs, ours) };
    let begins = many.strip_prefix(few.as_str()).is_some_and(|rest| rest.starts_with(' '));
    (begins && few.split(' ').count() > 2).then_some(Near::SameWords)
}

/// The words without marks; "GD&ĐT" and "GD-ĐT" are two each.
fn words(text: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '&' | '/' | ',' | '.' | '(' | ')' | ';');
    fold(text).split(apart).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the first wording is the second with some of its words cut down to their first letters.
fn abbreviates(short: &[String], long: &[String]) -> bool {
    short.len() < long.len() && cut(short, long, 0)
}

/// Whether a long name has all words of a wording in their order, short forms too, and no more than three others:
/// "Ban Chỉ đạo CNTT tỉnh" and "Ban Chỉ đạo ứng dụng công nghệ thông tin tỉnh".
pub fn leaves_out_words(wording: &str, known: &str) -> bool {
    let (ours, theirs) = (words(wording), words(known));
    ours.len() > 3 && ours.len() < theirs.len() && cut(&ours, &theirs, 3)
}

/// `left_out` is how many words of the long one may be left out.
fn cut(short: &[String], long: &[String], left_out: usize) -> bool {
    let Some((word, rest)) = short.split_first() else { return long.len() <= left_out };
    let Some((first, others)) = long.split_first() else { return false };
    if word == first && cut(rest, others, left_out) {
        return true;
    }
    if SILENT.contains(&first.as_str()) && cut(short, others, left_out) {
        return true;
    }
    if left_out > 0 && cut(short, others, left_out - 1) {
        return true;
    }
    // A letter for each of the next words: as many as the short form has.
    let mut spelt = long;
    for letter in word.chars() {
        while spelt.first().is_some_and(|next| SILENT.contains(&next.as_str()) && !next.starts_with(letter)) {
            spelt = &spelt[1..];
        }
        match spelt.split_first() {
            Some((next, behind)) if next.starts_with(letter) => spelt = behind,
            _ => return false,
        }
    }
    word.chars().count() > 1 && cut(rest, spelt, left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_known_by_their_letters() {
        for (short, long) in [
            ("Sở TT-TT", "Sở Thông tin và Truyền thông"),
            ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
            ("BHXH", "Bảo hiểm xã hội"),
            ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
            ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
            ("UBND tỉnh Sa Thạch", "Ủy ban nhân dân tỉnh Sa Thạch"),
            ("VP UBND tỉnh", "Văn phòng UBND tỉnh"),
        ] {
            assert_eq!(near(short, long, 0.9), Some(Near::Abbreviation), "{short}");
        }
        assert_eq!(near("Sở NV", "Sở Ngoại vụ", 0.9), Some(Near::Abbreviation));
        assert_eq!(near("Sở YT", "Sở Xây dựng", 0.9), None);
        assert_eq!(near("Sở Y tế", "Sở Tư pháp", 0.9), None);
    }

    #[test]
    fn a_long_name_is_known_by_some_of_its_words() {
        let known = "Ban Chỉ đạo ứng dụng công nghệ thông tin thành phố Hà Nội";
        assert!(leaves_out_words("Ban Chỉ đạo CNTT thành phố Hà Nội", known));
        assert!(leaves_out_words("Ban Chỉ đạo công nghệ thông tin thành phố Hà Nội", known));
        assert!(!leaves_out_words("Ban Chỉ đạo Cải cách hành chính thành phố Hà Nội", known));
        assert!(!leaves_out_words("Ban Chỉ đạo", known));
    }

    #[test]
    fn a_slip_is_near_and_another_name_is_not() {
        assert_eq!(near("Sở Nội Vu", "Sở Nội vụ", 0.9), Some(Near::Spelling));
        assert_eq!(
            near("Sở Lao dộng – Thương bình và Xã hội", "Sở Lao động - Thương binh và Xã hội", 0.9),
            Some(Near::Spelling)
        );
        assert_eq!(near("Sở Công Thương", "Sở Giao thông vận tải", 0.8), None);
        assert_eq!(near("Sở Tài chính tỉnh", "Sở Tài chính tỉnh Sa Thạch", 0.9), Some(Near::SameWords));
    }
}
