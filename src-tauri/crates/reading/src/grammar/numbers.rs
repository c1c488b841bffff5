//! Numbers of documents and days, wherever they stand in a line.

use jiff::civil::Date;
use register::draft::Reference;

use super::sheet::{Said, Sheet};
use crate::line::{Span, is_word};

/// A document number in the text.
#[derive(Clone, Copy, Debug)]
pub struct Number<'a> {
    pub span: Span<'a>,
    /// The day stated right behind it.
    pub day: Option<(Date, Span<'a>)>,
}

impl<'a> Number<'a> {
    /// Number and symbol, without the spaces that typists put around the bar.
    pub fn value(&self) -> String {
        let letters = self.span.chars();
        let digits = letters.iter().take_while(|c| c.is_ascii_digit()).count();
        // The only thing between number and office where no bar is.
        let parts = |at: usize| at == digits && letters.get(at + 1).is_some_and(|next| next.is_uppercase());
        // "86/QĐ UBND": portals lose the hyphen.
        let lost = |at: usize| {
            let upper = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_uppercase());
            !parts(at) && upper(at.checked_sub(1)) && upper(Some(at + 1))
        };
        let capital = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
        let symbol_of_decisions = |at: usize| {
            let before = at.checked_sub(1).filter(|q| letters.get(*q) == Some(&'Q'));
            before.is_some_and(|q| !capital(q.checked_sub(1))) && !capital(Some(at + 1))
        };
        let kept = letters.iter().enumerate().filter(|(at, c)| !c.is_whitespace() || parts(*at) || lost(*at));
        let mended = |(at, c): (usize, &char)| match c {
            '–' | '‑' | '‐' => '-',
            c if c.is_whitespace() && lost(at) => '-',
            // "141-QD/TW": no symbol has a "QD" of its own.
            'D' if symbol_of_decisions(at) => 'Đ',
            c => *c,
        };
        kept.map(mended).collect()
    }

    pub fn said(&self, sure: f32) -> Said<'a> {
        Said::as_value(self.value(), self.span, sure)
    }

    /// Marks it at this path, and its day behind it.
    pub fn put(&self, field: &str, sure: f32, sheet: &mut Sheet) -> Reference {
        let number = sheet.put(field, self.said(sure));
        let Some((day, at)) = self.day else { return Reference::Number(number) };
        sheet.put(&format!("{field}.date"), Said::as_value(day.to_string(), at, sure));
        Reference::Full { number, date: Some(day), issuer: None }
    }
}

/// All document numbers: "1943/QĐ-UBND", "16/2017/QĐ-UBND", "41-HĐBT", "474/TTg". Days are none.
pub fn numbers(span: Span<'_>) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let mut at = span.start;
    while at < span.end {
        match number_at(span, at) {
            Some(end) => {
                let number = Span::new(span.line, at, end);
                found.push(Number { span: number, day: day_behind(span.from(end)) });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn number_at(span: Span<'_>, at: usize) -> Option<usize> {
    let chars = &span.line.chars;
    let get = |at: usize| (at < span.end).then(|| chars[at]);
    let skip = |mut at: usize| {
        while get(at) == Some(' ') {
            at += 1;
        }
        at
    };
    let clear = || at == span.start || !(is_word(chars[at - 1]) || matches!(chars[at - 1], '/' | '-' | '.'));
    if !get(at)?.is_ascii_digit() || !clear() {
        return None;
    }
    let mut end = at;
    while get(end).is_some_and(|c| c.is_ascii_digit()) {
        end += 1;
    }
    // "3.015/QĐ-UBND": thousands apart.
    let thousands = (1..=3).contains(&(end - at))
        && get(end) == Some('.')
        && (1..=3).all(|digit| get(end + digit).is_some_and(|c| c.is_ascii_digit()))
        && get(end + 4) == Some('/');
    if thousands {
        end += 4;
    }
    if end - at > 6 {
        return None;
    }
    // A letter may follow the digits (12a/QĐ-UBND, 88A/QĐ-UBND).
    if get(end).is_some_and(char::is_alphabetic) && matches!(get(end + 1), Some('/' | '-')) {
        end += 1;
    }
    let mut end = skip(end);
    if get(end) == Some('/') && (1..5).all(|digit| get(end + digit).is_some_and(|c| c.is_ascii_digit())) {
        let behind = skip(end + 5);
        if !matches!(get(behind), Some('/' | '-')) {
            return None;
        }
        end = behind;
    }
    let separator = get(end)?;
    // "Số 318 CNNg/TCCB": the office stands behind a space.
    if separator.is_uppercase() && end > at && chars[end - 1] == ' ' && labelled(span, at) {
        return symbol(span, end).filter(|to| chars[end..*to].contains(&'/'));
    }
    if !matches!(separator, '/' | '-' | '–') {
        return None;
    }
    // "Số 388 - QĐ/HU".
    let wide = separator != '/' && labelled(span, at) && get(end + 1) == Some(' ');
    if wide && let Some(to) = symbol(span, skip(end + 1)).filter(|to| chars[end..*to].contains(&'/')) {
        return Some(to);
    }
    // "Số 1187 -QĐ/TU".
    let behind = separator != '/' && end > at && chars[end - 1] == ' ' && labelled(span, at);
    if behind && let Some(to) = symbol(span, end + 1).filter(|to| chars[end..*to].contains(&'/')) {
        return Some(to);
    }
    // "5 - Ủy viên" is no number: a hyphen is only part of one without spaces around it.
    if separator != '/' && (end > at && chars[end - 1] == ' ' || get(end + 1) == Some(' ')) {
        return None;
    }
    symbol(span, skip(end + 1))
}

/// The number without a symbol that the text begins with: "1187 ngày 05/8/2025 về việc …".
pub fn bare(text: Span<'_>) -> Option<Number<'_>> {
    let digits = text.chars().iter().take_while(|c| c.is_ascii_digit()).count();
    let behind = text.from(text.start + digits);
    let ends = behind.chars().first().is_some_and(|c| c.is_whitespace());
    let fits = (1..=5).contains(&digits) && ends && !behind.trim().starts_with("tháng");
    fits.then(|| Number { span: text.until(text.start + digits), day: day_behind(behind) })
}

/// The number that a row of a table names, and the day that stands in a cell of its own.
pub fn of_row<'a>(cells: &[Span<'a>]) -> Option<Number<'a>> {
    let number = cells.iter().find_map(|cell| numbers(*cell).into_iter().next())?;
    let alone = |cell: &&Span<'a>| cell.word_count() <= 6 && numbers(**cell).is_empty();
    let own = || cells.iter().filter(alone).find_map(|cell| day(*cell));
    Some(Number { day: number.day.or_else(own), ..number })
}

/// Whether "số" stands before the digits.
fn labelled(span: Span<'_>, at: usize) -> bool {
    let before = Span::new(span.line, 0, at).trim_by(|c| c.is_whitespace() || c == ':');
    before.before("số").is_some()
}

/// The symbol behind the bar: groups of capitals joined by hyphens and bars, "QĐ-BCĐNNDL", "NQ/TW", "TTg".
fn symbol(span: Span<'_>, at: usize) -> Option<usize> {
    let chars = &span.line.chars;
    let get = |at: usize| (at < span.end).then(|| chars[at]);
    let group = |from: usize| {
        let mut end = from;
        while get(end).is_some_and(|c| {
            c.is_alphanumeric() || c == '&' || (c == '.' && get(end + 1).is_some_and(char::is_uppercase))
        }) {
            end += 1;
        }
        let first = get(from)?;
        let capitals = (from..end).filter(|i| chars[*i].is_uppercase()).count();
        (end > from && first.is_uppercase() && (capitals * 2 >= end - from || end - from <= 3)).then_some(end)
    };
    let mut end = group(at)?;
    while let Some(joint) = get(end).filter(|c| matches!(c, '-' | '/' | '–' | '‑')) {
        let next = if get(end + 1) == Some(' ') && joint != '/' { end + 2 } else { end + 1 };
        match group(next) {
            Some(further) => end = further,
            None => break,
        }
    }
    // "86/QĐ UBND", "282/QĐ TTg".
    let known = ["UBND", "UB", "HĐND", "TTg", "BCĐ", "CP", "CTN"];
    let lost = chars[..end].ends_with(&['Q', 'Đ']) && get(end) == Some(' ');
    let office = known.iter().find_map(|office| {
        let to = end + 1 + office.chars().count();
        let same = office.chars().enumerate().all(|(n, c)| get(end + 1 + n) == Some(c));
        (lost && same && get(to).is_none_or(|c| !is_word(c))).then_some(to)
    });
    if office.is_some() {
        return office;
    }
    // "1066 /QĐ - UBND".
    let spaced = get(end) == Some(' ') && matches!(get(end + 1), Some('-' | '–')) && get(end + 2) == Some(' ');
    let office = Some(end + 3).filter(|_| spaced).and_then(|from| Some((from, group(from)?)));
    let capitals = |from: usize, to: usize| to - from >= 2 && (from..to).all(|i| chars[i].is_uppercase());
    Some(office.filter(|(from, to)| capitals(*from, *to)).map_or(end, |(_, to)| to))
}

/// "mười lăm ngày", "ba mươi ngày": how many days, in words, up to ninety-nine.
pub fn spelt(text: Span<'_>) -> Option<u32> {
    const ONES: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let one = |word: &str| match word {
        "mốt" => Some(1),
        "tư" => Some(4),
        "lăm" => Some(5),
        word => ONES.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok()),
    };
    let text = text.after("thời hạn").unwrap_or(text);
    let words: Vec<String> = text.each_word().take(4).map(|word| word.bare().key()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).take_while(|word| *word != "ngày").collect();
    match words[..] {
        ["mười"] => Some(10),
        ["mười", last] => Some(10 + one(last)?),
        [tens, "mươi"] => Some(one(tens)? * 10),
        [tens, "mươi", last] => Some(one(tens)? * 10 + one(last)?),
        [only] => one(only).filter(|count| *count > 0),
        _ => None,
    }
}

/// The day that is stated right behind a number: "… ngày 25/11/2014", "… ngày 25 tháng 11 năm 2014".
fn day_behind(rest: Span<'_>) -> Option<(Date, Span<'_>)> {
    let rest = rest.trim_by(|c| c.is_whitespace() || c == ',' || c == '(');
    rest.starts_with("ngày").then(|| day(rest.until(rest.start + 40))).flatten()
}

/// The first day in the text, and where it stands.
pub fn day(span: Span<'_>) -> Option<(Date, Span<'_>)> {
    (span.start..span.end).find_map(|at| {
        let fresh = || at == span.start || !is_word(span.line.chars[at - 1]);
        let figure = span.line.chars[at].is_ascii_digit()
            || (matches!(span.line.chars[at], 'l' | 'O')
                && span.line.chars.get(at + 1).is_some_and(char::is_ascii_digit));
        (figure && fresh()).then(|| day_at(span, at)).flatten()
    })
}

fn day_at(span: Span<'_>, at: usize) -> Option<(Date, Span<'_>)> {
    let (day, next) = digits(span, at)?;
    let (month, year_at) = match span.line.chars.get(next).filter(|_| next < span.end)? {
        '/' | '-' | '.' => {
            let (month, next) = digits(span, next + 1)?;
            let bar = span.line.chars.get(next).filter(|_| next < span.end)?;
            (month, matches!(bar, '/' | '-' | '.').then_some(next + 1)?)
        }
        _ => {
            let rest = span.from(next).trim().after("tháng").or_else(|| glued(span.from(next), "tháng"))?;
            let (month, next) = digits(span, rest.start)?;
            let rest = span.from(next).trim().after("năm").or_else(|| glued(span.from(next), "năm"))?;
            (month, rest.start)
        }
    };
    let (year, end) = digits(span, year_at)?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (1945..=2100).contains(&year).then(|| (date, Span::new(span.line, at, end)))
}

/// "tháng3": the space was lost.
fn glued<'a>(span: Span<'a>, word: &str) -> Option<Span<'a>> {
    let span = span.trim();
    let letters: String = span.low().iter().take_while(|c| c.is_alphabetic()).collect();
    (letters == word).then(|| span.from(span.start + word.chars().count()).trim())
}

fn digits(span: Span<'_>, at: usize) -> Option<(i32, usize)> {
    let chars = &span.line.chars;
    // "ngày 3l tháng l2", "2O16": letters that are typed for a one or a nought, beside a figure.
    let figure = |c: char| match c {
        'l' | 'I' => Some('1'),
        'o' | 'O' => Some('0'),
        c => c.is_ascii_digit().then_some(c),
    };
    let run: String = chars.get(at..span.end)?.iter().take(6).map_while(|c| figure(*c)).collect();
    let plain = chars[at..span.end].iter().take(6).take_while(|c| c.is_ascii_digit()).count();
    let typed = run.len() > plain
        && chars[at..at + run.len()].iter().any(char::is_ascii_digit)
        && chars.get(at + run.len()).is_none_or(|c| !c.is_alphanumeric());
    let end = at + if typed { run.len() } else { plain };
    let text = &run[..end - at];
    if end - at > 4 {
        return None;
    }
    Some((text.parse().ok()?, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    fn found(text: &str) -> Vec<String> {
        numbers(line_of(text).all()).iter().map(Number::value).collect()
    }

    #[test]
    fn numbers_of_every_age_are_found_and_days_are_none() {
        assert_eq!(found("Số: 3307 /QĐ-UBND"), ["3307/QĐ-UBND"]);
        assert_eq!(found("Quyết định số 16/2017/QĐ-UBND ngày 24/6/2017"), ["16/2017/QĐ-UBND"]);
        assert_eq!(found("số 41-HĐBT, 474/TTg và 786-QĐ/TU"), ["41-HĐBT", "474/TTg", "786-QĐ/TU"]);
        assert_eq!(found("Quyết định số 318 CNNg/TCCB và 2873 QĐ/TCCB-LĐ"), ["318 CNNg/TCCB"]);
        assert_eq!(found("Số : 2873 QĐ/TCCB-LĐ"), ["2873 QĐ/TCCB-LĐ"]);
        assert_eq!(found("ngày 24/6/2013, 30-9-1992, Covid-19, 5 - Ủy viên"), Vec::<String>::new());
    }

    #[test]
    fn days_are_read_in_words_and_in_figures() {
        for text in ["ngày 05 tháng 3 năm 2024", "05/3/2024", "ngày 5-3-2024", "5 tháng3 năm 2024"] {
            assert_eq!(
                day(line_of(text).all()).map(|(day, _)| day.to_string()).as_deref(),
                Some("2024-03-05"),
                "{text}"
            );
        }
        for text in ["ngày l5 tháng 3 năm 2O24", "15 tháng 3 năm 2024", "l5/3/2024"] {
            assert!(day(line_of(text).all()).is_some_and(|(day, _)| day.to_string() == "2024-03-15"), "{text}");
        }
        for text in ["31/02/2024", "18446744073709551615/3/2024", "1/2/429496729"] {
            assert!(day(line_of(text).all()).is_none(), "{text}");
        }
    }
}
