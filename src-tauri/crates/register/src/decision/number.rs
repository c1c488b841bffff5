//! Numbers of decisions, and what makes two papers the same decision.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::text;

/// Series (issuing office and symbol) + number + year: numbers restart each January, and one office keeps
/// one series of numbers per symbol.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The series that the number runs in.
    pub series: String,
    /// The year of issue.
    pub year: i16,
    /// The number in the series, for ordering.
    pub ordinal: u32,
    /// The number as written, compared.
    pub number: String,
}

impl Key {
    /// The key of a paper by its number, issuer and day of issue.
    #[must_use]
    pub fn of(number: &str, issuer: &str, issued_on: Day) -> Self {
        Self {
            series: series(number, issuer),
            year: issued_on.year(),
            ordinal: ordinal(number),
            number: compared(number),
        }
    }
}

/// The series of a number: the office that issues, and the symbol behind the number.
#[must_use]
pub fn series(number: &str, issuer: &str) -> String {
    let number = compared(number);
    let symbol = number.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    format!("{} {}", office(issuer), symbol)
}

/// The office behind an issuer. An Ủy ban nhân dân and its Chủ tịch share one series, so "Chủ tịch Ủy ban
/// nhân dân X", "Ủy ban nhân dân X" and "UBND X" are one office.
#[must_use]
pub fn office(issuer: &str) -> String {
    let plain = text::shorten(issuer);
    let chairman = text::shorten("Chủ tịch UBND");
    match plain.strip_prefix(&chairman) {
        Some(rest) => format!("ubnd{rest}"),
        None => plain,
    }
}

/// The office to whose committees a paper's words belong. A committee that issues papers has a series of its own
/// (40/QĐ-BCĐ), and is one of the office that set it up: that of the place at the end of its name ("Trưởng Ban Chỉ đạo
/// X tỉnh Y" → UBND tỉnh Y), or the Prime Minister where it is of the whole country.
#[must_use]
pub fn home(issuer: &str) -> String {
    let plain = office(issuer);
    let chairs = ["Phó Trưởng", "Trưởng"].map(|chair| format!("{} ", text::shorten(chair)));
    let bare = chairs.iter().find_map(|chair| plain.strip_prefix(chair.as_str())).unwrap_or(&plain);
    let noun = text::shorten("Ban Chỉ đạo");
    let Some(name) = bare.strip_prefix(&noun).filter(|name| name.starts_with(' ')) else { return plain };
    let places = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"];
    let places = places.map(|place| format!(" {} ", text::shorten(place)));
    // "xã hội" is no xã, and a committee of the party ("Tỉnh ủy") is none of the state's.
    let others = ["xã hội", "tỉnh ủy", "huyện ủy", "quận ủy", "thị xã ủy", "xã ủy", "phường ủy"].map(text::shorten);
    let is_place = |at: &usize| !others.iter().any(|other| name[*at..].trim_start().starts_with(other.as_str()));
    let last = places.iter().filter_map(|place| name.rfind(place.as_str()).filter(is_place)).max();
    let whole = ["Trung ương", "quốc gia", "Nhà nước"].map(text::shorten);
    let of_country = || whole.iter().any(|word| name.trim_start().starts_with(word.as_str()));
    match last {
        Some(at) => {
            // "thị xã X": the longer word begins before.
            let at = name[..at]
                .strip_suffix(&text::shorten("thị"))
                .filter(|_| name[at..].starts_with(" xã"))
                .map_or(at, str::len);
            format!("{} {}", text::shorten("Ủy ban nhân dân"), name[at..].trim())
        }
        None if of_country() => text::shorten("Thủ tướng Chính phủ"),
        None => plain,
    }
}

/// Who issued a decision that a paper names by its number alone: the paper's own issuer; where a committee names a
/// number that is not of its own series, the office that set the committee up.
#[must_use]
pub fn issuer_of(named: &str, own: &str, issuer: &str) -> String {
    let symbol = |number: &str| compared(number).trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    if symbol(named) == symbol(own) { issuer.to_owned() } else { home(issuer) }
}

/// The number at the head of "1943/QĐ-UBND"; 0 where there is none.
fn ordinal(number: &str) -> u32 {
    let digits: String = number.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// "05 / QĐ - UBND" and "5/QĐ-UBND" are the same number.
pub(crate) fn compared(number: &str) -> String {
    let dense: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    let dense = text::tidy(&dense).to_lowercase().replace(['–', '—'], "-").replace('ð', "đ");
    dense.trim_start_matches('0').to_owned()
}

/// Whether a number is that of a letter: the symbol of a paper that decides says so (QĐ, NQ, also in the old
/// way QD), and papers before 1996 have the office's symbol alone, without a dash ("115/TTg").
pub(crate) fn is_letter(number: &str) -> bool {
    let number = compared(number);
    let symbol = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut parts = symbol.split(['/', '-']).filter(|part| !part.is_empty());
    let decides = parts.clone().any(|part| matches!(part, "qđ" | "nq" | "qd" | "lệnh" | "ct"));
    // "312/UBND-NC": an office, and who in it deals with the matter.
    !decides && parts.clone().count() > 1 || parts.any(|part| part == "cv")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chairman_and_his_committee_share_one_series() {
        let series = |issuer| series("1943/QĐ-UBND", issuer);
        assert_eq!(series("Ủy ban nhân dân thành phố Hà Nội"), series("Chủ tịch Uỷ ban nhân dân Thành phố Hà Nội"));
        assert_eq!(series("UBND Thành phố Hà Nội"), series("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"));
        assert_ne!(series("UBND tỉnh A"), series("UBND tỉnh B"));
    }

    #[test]
    fn what_a_committee_issues_belongs_to_the_office_that_set_it_up() {
        let of = |issuer| home(issuer);
        let province = office("Ủy ban nhân dân tỉnh Sa Thạch");
        assert_eq!(of("Ban Chỉ đạo chuyển đổi số tỉnh Sa Thạch"), province);
        assert_eq!(of("Trưởng Ban Chỉ đạo phát triển kinh tế - xã hội tỉnh Sa Thạch"), province);
        assert_eq!(of("Ban Chỉ đạo 138 thị xã Bến Ngàn"), office("UBND thị xã Bến Ngàn"));
        assert_eq!(of("Ban Chỉ đạo 138 xã Nà Pan"), office("UBND xã Nà Pan"));
        assert_eq!(of("Ban Chỉ đạo Trung ương về phòng, chống thiên tai"), office("Thủ tướng Chính phủ"));
        for other in ["Chủ tịch UBND tỉnh Sa Thạch", "Ban Chỉ đạo bảo hiểm xã hội", "Hội đồng nhân dân tỉnh Sa Thạch"]
        {
            assert_eq!(of(other), office(other), "{other}");
        }
        assert_eq!(office(&issuer_of("5/QĐ-UBND", "7/QĐ-BCĐ", "Ban Chỉ đạo 138 xã Nà Pan")), office("UBND xã Nà Pan"));
        assert_eq!(issuer_of("5/QĐ-BCĐ", "7/QĐ-BCĐ", "Ban Chỉ đạo 138 xã Nà Pan"), "Ban Chỉ đạo 138 xã Nà Pan");
    }

    #[test]
    fn a_letter_is_known_by_its_symbol() {
        assert!(is_letter("312/UBND-NC"));
        assert!(is_letter("45/CV-UBND"));
        for decides in ["1943/QĐ-UBND", "16/2017/QĐ-UBND", "786-QĐ/TU", "40/QĐ-BCĐ", "87-TTg", "12/NQ-HĐND"] {
            assert!(!is_letter(decides), "{decides}");
        }
    }

    #[test]
    fn spaces_and_leading_zeros_are_no_other_number() {
        assert_eq!(compared("05 /QĐ - UBND"), compared("5/QĐ-UBND"));
        assert_ne!(compared("5/QĐ-UBND"), compared("50/QĐ-UBND"));
    }
}
