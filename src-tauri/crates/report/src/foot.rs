//! The foot of each page: as of which date, as known when, from which decisions, and the code by which the register
//! confirms that the page was made from it.
//!
//! The code is "entry-day and minute-hash": the place of the newest entry that the paper was made from; the date of
//! the paper and the minute up to which the record was known, in the 32 digits that nobody takes for another; and the
//! first hex digits of SHA-256 over the link of that entry, the date and the minute. So the code alone says what the
//! paper claims, and whoever holds the register has the link that makes it true.

use jiff::civil::Date;
use register::decision::Citation;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::cited::Cited;
use crate::paper::{Head, Setting};
use crate::words;

/// What stands at the foot of each page, so that no page can be taken for more than it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Foot {
    /// What the paper rests on, shortened where it is much.
    pub sources: Option<String>,
    /// The date, and the state of the record.
    pub known: String,
    /// The code.
    pub code: String,
    /// The word before "1/3".
    pub page: &'static str,
}

/// Papers named at the foot of each page; more would push into the page.
const SOURCES_AT_FOOT: usize = 3;
/// Characters that stand in two lines of the foot.
const FOOT: usize = 185;
/// Digits of the hash that a person copies without a slip.
const HASH: usize = 8;
/// Crockford's digits: no I, L, O, U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of the day, counted from the year 1600: enough for three thousand years.
const DAY: usize = 4;
/// Digits of the minute, counted from 1970.
const MINUTE: usize = 6;

impl Foot {
    /// The foot of a paper of a date.
    #[must_use]
    pub fn of(on: Date, sources: &[Citation], setting: &Setting) -> Self {
        let cited = Cited::new(sources);
        let said = |most| cited.rests_on(most).map(|said| cited.mark_foot(said, most));
        // As many as stand in the lines that the foot has for them.
        let fits = |said: &Option<String>| said.as_ref().is_none_or(|said| said.chars().count() <= FOOT);
        let said = (1..=SOURCES_AT_FOOT).rev().map(said).find(fits).unwrap_or_else(|| said(1));
        Self {
            sources: said,
            known: words::foot(on, setting.known_on),
            code: words::code(&code(&setting.head, on, setting.known_on)),
            page: words::PAGE,
        }
    }
}

/// The code of a paper made from the record up to an entry, of a date, as known at an instant.
#[must_use]
pub fn code(head: &Head, on: Date, known_on: jiff::Timestamp) -> String {
    let claim = Claim { seq: head.seq, on, minute: u64::try_from(known_on.as_second() / 60).unwrap_or(0) };
    let when = format!("{}{}", digits(claim.day(), DAY), digits(claim.minute, MINUTE));
    format!("{}-{when}-{}", claim.seq, claim.hash(&head.link))
}

/// What a code says of its paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The newest entry that the paper was made from; 0 where there was none.
    pub seq: u64,
    /// The date of the paper.
    pub on: Date,
    /// The minute up to which the record was known, from 1970.
    minute: u64,
}

impl Claim {
    /// What a code claims, and the digits of its hash; nothing where it is no code.
    #[must_use]
    pub fn read(code: &str) -> Option<(Self, String)> {
        let code = code.trim().to_uppercase();
        let mut parts = code.split('-').map(str::trim);
        let (seq, when, hash, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else { return None };
        let when = when.split_at_checked(DAY).filter(|(_, minute)| minute.len() == MINUTE)?;
        let days = i32::try_from(number(when.0)?).ok()?;
        let on = Self::first()?.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
        let hash: String = hash.chars().map(|c| if c == 'O' { '0' } else { c }).collect();
        let plain = hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let claim = Self { seq: seq.parse().ok()?, on, minute: number(when.1)? };
        plain.then_some((claim, hash))
    }

    /// The first digits of the hash over the link of the entry, the date and the minute.
    #[must_use]
    pub fn hash(&self, link: &str) -> String {
        let hash = Sha256::digest(format!("kientoan paper\n{link}\n{}\n{}\n", self.on, self.minute));
        let mut digits: String = hash.iter().map(|byte| format!("{byte:02X}")).collect();
        digits.truncate(HASH);
        digits
    }

    /// The minute up to which the record was known.
    #[must_use]
    pub fn known_on(&self) -> Option<jiff::Timestamp> {
        jiff::Timestamp::from_second(i64::try_from(self.minute).ok()?.checked_mul(60)?).ok()
    }

    fn first() -> Option<Date> {
        Date::new(1600, 1, 1).ok()
    }

    fn day(&self) -> u64 {
        let since = Self::first().and_then(|first| self.on.since(first).ok());
        since.and_then(|since| u64::try_from(since.get_days()).ok()).unwrap_or(0)
    }
}

fn digits(mut number: u64, width: usize) -> String {
    let mut said = vec![b'0'; width];
    for place in said.iter_mut().rev() {
        *place = DIGITS[usize::try_from(number % 32).unwrap_or(0)];
        number /= 32;
    }
    said.into_iter().map(char::from).collect()
}

/// What a person may have copied for another digit is taken for it.
fn number(digits: &str) -> Option<u64> {
    digits.bytes().try_fold(0_u64, |number, digit| {
        let digit = match digit {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            digit => digit,
        };
        let value = DIGITS.iter().position(|known| *known == digit)?;
        Some(number * 32 + value as u64)
    })
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "what cannot be read is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn a_code_hangs_on_head_date_and_minute_and_on_nothing_else() {
        let head = |link: &str| Head { seq: 7, link: link.to_owned() };
        let at = |text: &str| text.parse().expect("an instant");
        let day = jiff::civil::date(2016, 4, 21);
        let once = code(&head("ab"), day, at("2026-11-23T03:15:00Z"));
        assert_eq!(once, code(&head("ab"), day, at("2026-11-23T03:15:59.9Z")));
        assert_ne!(once, code(&head("ab"), day, at("2026-11-23T03:16:00Z")));
        assert_ne!(once, code(&head("ac"), day, at("2026-11-23T03:15:00Z")));
        assert_ne!(once, code(&head("ab"), jiff::civil::date(2016, 4, 22), at("2026-11-23T03:15:00Z")));
    }

    #[test]
    fn a_code_says_what_the_paper_claims() {
        let day = jiff::civil::date(2016, 4, 21);
        let known = "2026-11-23T03:15:42Z".parse().expect("an instant");
        let code = code(&Head { seq: 17, link: "ab".to_owned() }, day, known);
        let (claim, hash) = Claim::read(&code.to_lowercase()).expect("a code");
        assert_eq!((claim.seq, claim.on), (17, day));
        assert_eq!(claim.known_on().map(|at| at.to_string()).as_deref(), Some("2026-11-23T03:15:00Z"));
        assert_eq!(claim.hash("ab"), hash);
        assert_ne!(claim.hash("ac"), hash);
        for other in
            ["", "17", "17-12345", "17-1234567890-ABCDEFG1", "x-1234567890-ABCDEF12", "17-1234567890-ABCDEF12-1"]
        {
            assert_eq!(Claim::read(other), None, "{other}");
        }
    }
}
