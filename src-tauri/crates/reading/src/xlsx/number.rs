//! Numbers as the sheet shows them: 1 and not 1.0, days as dd/mm/yyyy, "01" where the format asks for it.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::workbook::{attribute, each};
use crate::unreadable::Unreadable;

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Plain,
    Day,
    Time,
    Percent,
    /// With leading zeros, so many digits.
    Padded(usize),
}

/// The formats of the styles that cells refer to.
#[derive(Debug)]
pub struct Formats {
    styles: Vec<Shown>,
    /// The day before the first.
    epoch: Date,
}

impl Formats {
    /// Reads the part with the styles; without one, all numbers are plain.
    pub fn read(part: Option<&str>, since_1904: bool) -> Result<Self, Unreadable> {
        let epoch = if since_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
        let mut formats = Self { styles: Vec::new(), epoch };
        let Some(part) = part else { return Ok(formats) };
        let mut own: HashMap<u32, Shown> = HashMap::new();
        let mut cells = false;
        each(part, "xl/styles.xml", |start| match start.local_name().into_inner() {
            "numFmt" => {
                let id = attribute(start, "numFmtId").and_then(|id| id.parse().ok());
                if let (Some(id), Some(code)) = (id, attribute(start, "formatCode")) {
                    own.insert(id, by_code(&code));
                }
            }
            "cellStyleXfs" | "cellStyles" | "dxfs" => cells = false,
            "cellXfs" => cells = true,
            "xf" if cells => {
                let id = attribute(start, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                formats.styles.push(own.get(&id).copied().unwrap_or_else(|| built_in(id)));
            }
            _ => {}
        })?;
        Ok(formats)
    }

    /// The number `written` in a cell of this style.
    pub fn show(&self, written: &str, style: usize) -> String {
        let shown = self.styles.get(style).copied().unwrap_or(Shown::Plain);
        if shown == Shown::Plain && written.len() <= 15 && written.bytes().all(|byte| byte.is_ascii_digit()) {
            return written.to_owned();
        }
        let Ok(value) = written.trim().parse::<f64>() else { return written.to_owned() };
        match shown {
            Shown::Plain => plain(value),
            Shown::Percent => format!("{}%", plain(value * 100.0)),
            Shown::Padded(width) => format!("{:0>width$}", plain(value)),
            Shown::Day | Shown::Time => self.moment(value, shown).unwrap_or_else(|| plain(value)),
        }
    }

    fn moment(&self, value: f64, shown: Shown) -> Option<String> {
        if !(0.0..2_958_466.0).contains(&value) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "in the range of days, as looked at above")]
        let (days, minutes) = (value.floor() as i64, (value.fract() * 1440.0).round() as i64);
        if shown == Shown::Time && days == 0 {
            return Some(format!("{:02}:{:02}", minutes / 60, minutes % 60));
        }
        // The sheet believes in a 29 February 1900: days before it are one off.
        let days = if days < 60 && self.epoch.year() == 1899 { days + 1 } else { days };
        let day = self.epoch.checked_add(days.days()).ok()?;
        Some(format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()))
    }
}

/// The number with the fifteen digits that a sheet keeps, and no more zeros than it needs.
fn plain(value: f64) -> String {
    if value == value.trunc() && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

fn built_in(id: u32) -> Shown {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=58 => Shown::Day,
        18..=21 | 32..=35 | 45..=47 => Shown::Time,
        9 | 10 => Shown::Percent,
        _ => Shown::Plain,
    }
}

/// What a format of the workbook's own shows.
fn by_code(code: &str) -> Shown {
    let first = code.split(';').next().unwrap_or_default().to_lowercase();
    let (mut bare, mut quoted, mut bracket, mut escaped) = (String::new(), false, false, false);
    for c in first.chars() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            c if !quoted && !bracket => bare.push(c),
            _ => {}
        }
    }
    if bare.contains("general") {
        Shown::Plain
    } else if bare.contains(['d', 'y']) || (bare.contains('m') && !bare.contains(['h', 's'])) {
        Shown::Day
    } else if bare.contains(['h', 's']) {
        Shown::Time
    } else if bare.contains('%') {
        Shown::Percent
    } else if bare.len() >= 2 && bare.len() <= 20 && bare.bytes().all(|byte| byte == b'0') {
        Shown::Padded(bare.len())
    } else {
        Shown::Plain
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_are_shown_as_the_sheet_does() {
        let styles = "<s><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"00\"/>\
            <numFmt numFmtId=\"166\" formatCode=\"#,##0 &quot;đồng&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
            <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"10\"/><xf numFmtId=\"20\"/></cellXfs></s>";
        let formats = Formats::read(Some(styles), false).unwrap();
        let show = |written: &str, style| formats.show(written, style);
        assert_eq!(show("1", 0), "1");
        assert_eq!(show("1.0", 0), "1");
        assert_eq!(show("0.30000000000000004", 0), "0.3");
        assert_eq!(show("45400", 1), "18/04/2024");
        assert_eq!(show("45400.75", 1), "18/04/2024");
        assert_eq!(show("1", 1), "01/01/1900");
        assert_eq!(show("7", 2), "07");
        assert_eq!(show("1500", 3), "1500");
        assert_eq!(show("0.125", 4), "12.5%");
        assert_eq!(show("0.3125", 5), "07:30");
        assert_eq!(show("1e400", 1), "inf");
        assert_eq!(show("NaN", 0), "NaN");
    }
}
