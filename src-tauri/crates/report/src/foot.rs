//! The foot of each page: as of which date, as known when, from which decisions, and the code by which the register
//! confirms that the page was made from it.
//!
//! The code is "entry-letters": the place of the newest entry that the paper was made from, and the first eight hex
//! digits of SHA-256 over the link of that entry, the date of the paper and the minute up to which the record was
//! known. Whoever holds the page reads all of it from the foot; whoever holds the register has the link.

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
/// Digits of the hash that a person copies without a slip.
const DIGITS: usize = 8;

impl Foot {
    /// The foot of a paper of a date.
    #[must_use]
    pub fn of(on: Date, sources: &[Citation], setting: &Setting) -> Self {
        let cited = Cited::new(sources);
        let said = cited.rests_on(SOURCES_AT_FOOT).map(|said| cited.mark_foot(said, SOURCES_AT_FOOT));
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
    let minute = words::local(known_on).strftime("%Y-%m-%dT%H:%M").to_string();
    let hash = Sha256::digest(format!("kientoan paper\n{}\n{on}\n{minute}\n", head.link));
    let digits: String = hash.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("{}-{}", head.seq, &digits[..DIGITS])
}

/// The place of the entry that a code names, where it has the form of one.
#[must_use]
pub fn entry_of(code: &str) -> Option<u64> {
    let (seq, digits) = code.trim().split_once('-')?;
    let plain = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    seq.parse().ok().filter(|_| plain)
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
        assert_eq!(entry_of(&once), Some(7));
        assert_eq!(entry_of("7-12345"), None);
        assert_eq!(entry_of("x-12345678"), None);
    }
}
