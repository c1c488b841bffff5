//! The number or letter at the head of an item: "1.", "2.1)", "a)", "IV.", "(3)", a dash, or "1" alone before somebody.

use super::person;
use crate::line::Span;

/// Takes "1.", "1-", "a)", "-", "IV." off the head of a line.
pub fn label(line: Span<'_>) -> (Option<Span<'_>>, Span<'_>) {
    let line = line.trim_by(|c| matches!(c, '“' | '"') || c.is_whitespace());
    let chars = line.chars();
    if matches!(chars.first(), Some('-' | '+' | '–' | '—')) {
        return (Some(line.until(line.start + 1)), line.from(line.start + 1).trim());
    }
    let mut end = chars.iter().take_while(|c| c.is_alphanumeric()).count();
    // "1.2." and "2.1)".
    while chars.get(end) == Some(&'.') && chars.get(end + 1).is_some_and(char::is_ascii_digit) {
        end += 1 + chars[end + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
    }
    let word: String = chars[..end].iter().collect();
    // "7a.": put between the items of an older list.
    let between = word.len() <= 4 && word.ends_with(['a', 'b', 'c', 'd']);
    let counted = if between { &word[..word.len() - 1] } else { word.as_str() };
    let digits = !counted.is_empty() && counted.chars().all(|c| c.is_ascii_digit() || c == '.') && word.len() <= 5;
    let roman = !word.is_empty() && word.len() <= 4 && word.chars().all(|c| "IVX".contains(c));
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let low = word.chars().all(char::is_lowercase);
    let mark = chars.get(end).copied();
    let next = chars.get(end + 1);
    let fits = match mark {
        Some('.') => digits || roman || letter,
        Some(')') => digits || letter,
        Some('-' | '–' | '/') => {
            // "01/- Ông A".
            let dashed = mark == Some('/') && next == Some(&'-');
            (digits || roman || (letter && low))
                && (dashed || next.is_none_or(|c| c.is_whitespace() || c.is_uppercase()))
        }
        _ => false,
    };
    if let Some(end) = enclosed(chars) {
        let end = line.start + end;
        return (Some(line.until(end)), line.from(end).trim());
    }
    // "1 Ông A, Chủ tịch …": a number without a mark, before somebody.
    if mark == Some(' ') && counted.len() <= 2 && counted.chars().all(|c| c.is_ascii_digit()) && !counted.is_empty() {
        let rest = line.from(line.start + end).trim();
        let found = person::person(rest);
        if found.name.is_some() && (person::begins(rest) || person::is_office(found.rest.bare())) {
            return (Some(line.until(line.start + end)), rest);
        }
    }
    // "1 - Chủ tịch: Ông A", "2 - Các Phó Chủ tịch:".
    let dashed = mark == Some(' ') && matches!(next, Some('-' | '–')) && chars.get(end + 2) == Some(&' ');
    if dashed && digits && counted.len() <= 2 {
        let rest = line.from(line.start + end + 2).trim();
        let head = rest.after("các").unwrap_or(rest);
        let opens = person::begins(rest) || person::is_office(rest) || crate::lexicon::get().role_heads.begin(head);
        if opens && rest.chars().first().is_some_and(|c| c.is_uppercase()) {
            return (Some(line.until(line.start + end)), rest);
        }
    }
    let free = next.is_none_or(|c| c.is_whitespace() || c.is_alphabetic() || matches!(c, '"' | '-'));
    if !(fits && free) {
        return (None, line);
    }
    let end = line.start + end + 1;
    (Some(line.until(end)), line.from(end).trim_by(|c| c.is_whitespace() || matches!(c, '-' | '–')))
}

/// The end of "(1)", "(iv)", "(a)" at the head of a line.
fn enclosed(chars: &[char]) -> Option<usize> {
    let inside = chars.strip_prefix(&['('])?;
    let inside = &inside[..inside.iter().take(5).position(|c| *c == ')')?];
    let all = |one: fn(&char) -> bool, most: usize| inside.len() <= most && inside.iter().all(one);
    let number = all(char::is_ascii_digit, 2) || all(|c| matches!(c, 'i' | 'v' | 'x'), 4);
    let number = number || all(|c| matches!(c, 'I' | 'V' | 'X'), 4) || all(|c| c.is_lowercase(), 1);
    (number && !inside.is_empty()).then_some(inside.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn items_have_numbers_letters_and_brackets() {
        let parted = |text: &str| {
            let line = line_of(text);
            let (label, rest) = label(line.all());
            (label.map(|label| label.text()), rest.text())
        };
        for (text, number) in [
            ("(1) BS. A", "(1)"),
            ("(iv) Mời C", "(iv)"),
            ("(b) Bà E", "(b)"),
            ("7a. Bà B", "7a."),
            ("2/ Ông C", "2/"),
            ("đ) Mời D", "đ)"),
        ] {
            assert_eq!(parted(text).0.as_deref(), Some(number), "{text}");
        }
        assert_eq!(parted("2020. Năm cuối").0, Some("2020.".to_owned()));
        assert_eq!(parted("(một) Ông A").0, None);
    }

    #[test]
    fn a_number_alone_is_one_before_somebody() {
        let number = |text: &str| label(line_of(text).all()).0.map(|label| label.text());
        assert_eq!(number("1 Ông Lò Văn Mẫu, Chủ tịch UBND xã").as_deref(), Some("1"));
        assert_eq!(number("12 đồng chí trong Ban Chỉ đạo"), None);
        assert_eq!(number("3 Phó Chủ tịch UBND xã"), None);
    }
}
