//! Days, partial dates and half-open periods.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// A civil day in Việt Nam (+07:00). A provision holds from the start of its day.
pub type Day = jiff::civil::Date;

/// An instant in UTC, as `recorded_at` has it.
pub type Instant = jiff::Timestamp;

/// A date of which only the year, or the year and the month, may be known.
///
/// Unknown is not the same as open: `2014` means some day of 2014, not all of it.
/// Written `2014`, `2014-11` or `2014-11-25`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    earliest: Day,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

impl PartialDate {
    /// A date known to the day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self { earliest: day, precision: Precision::Day }
    }

    /// The first day that it can be.
    #[must_use]
    pub fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day that it can be.
    #[must_use]
    pub fn latest(self) -> Day {
        match self.precision {
            Precision::Day => self.earliest,
            Precision::Month => self.earliest.last_of_month(),
            Precision::Year => self.earliest.last_of_year(),
        }
    }

    /// The day, where it is known.
    #[must_use]
    pub fn exact(self) -> Option<Day> {
        (self.precision == Precision::Day).then_some(self.earliest)
    }
}

/// Text that is no date of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0}")]
pub struct NotADate(pub String);

/// Reads a whole day, `2016-04-21`.
///
/// # Errors
/// [`NotADate`] when the text is not a day of the calendar in this form.
pub fn day(text: &str) -> Result<Day, NotADate> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match text.parse() {
        Ok(day) if well_formed => Ok(day),
        _ => Err(NotADate(text.to_owned())),
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (precision, whole) = match text.len() {
            4 => (Precision::Year, format!("{text}-01-01")),
            7 => (Precision::Month, format!("{text}-01")),
            _ => (Precision::Day, text.to_owned()),
        };
        let earliest = day(&whole).map_err(|_| NotADate(text.to_owned()))?;
        Ok(Self { earliest, precision })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.earliest.to_string();
        f.write_str(match self.precision {
            Precision::Year => &whole[..4],
            Precision::Month => &whole[..7],
            Precision::Day => &whole,
        })
    }
}

/// A half-open stretch of days: `from` belongs to it, `to` no longer does. An end that is `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day, or `None` where it began before anything the register knows.
    pub from: Option<Day>,
    /// The first day after it, or `None` while nothing ends it.
    pub to: Option<Day>,
}

impl Period {
    /// From a day on, with no end.
    #[must_use]
    pub fn since(from: Day) -> Self {
        Self { from: Some(from), to: None }
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }
}

/// The instant at which a day of Việt Nam (+07:00) is over: what "known on K" means for a day K.
#[must_use]
pub fn end_of_day(day: Day) -> Instant {
    let seven_hours = 7 * 3600;
    jiff::tz::Offset::from_seconds(seven_hours)
        .and_then(|offset| offset.to_timestamp(day.saturating_add(1.day()).at(0, 0, 0, 0)))
        .map_or(Instant::MAX, |midnight| midnight.saturating_sub(1.nanosecond()).unwrap_or(midnight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        assert!(day("2016-02-30").is_err());
        assert!(day("2016-4-21").is_err());
        assert!(day("21/4/2016").is_err());
        assert!("2014-13".parse::<PartialDate>().is_err());
        assert_eq!(day("2016-02-29").map(|day| day.to_string()), Ok("2016-02-29".into()));
    }

    #[test]
    fn a_partial_date_keeps_what_it_does_not_know() {
        let month: PartialDate = "2014-11".parse().expect("a month");
        assert_eq!(month.to_string(), "2014-11");
        assert_eq!(month.earliest().to_string(), "2014-11-01");
        assert_eq!(month.latest().to_string(), "2014-11-30");
        assert_eq!(month.exact(), None);
    }

    #[test]
    fn a_day_known_ends_at_midnight_in_viet_nam() {
        let end = end_of_day(day("2026-11-23").expect("a day"));
        assert_eq!(end.to_string(), "2026-11-23T16:59:59.999999999Z");
    }
}
