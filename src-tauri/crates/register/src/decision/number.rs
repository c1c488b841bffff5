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
