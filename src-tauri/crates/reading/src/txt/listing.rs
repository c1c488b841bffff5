//! Text as a page for snippets of code shows it: every line with its number, the empty ones too.

use std::borrow::Cow;

/// Fewer lines than this are no listing.
const LEAST: usize = 8;

/// The text without the numbers of its lines. A list of a paper has none over nothing.
pub fn without_line_numbers(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().collect();
    let Some(first) = lines.iter().position(|line| numbered(line).is_some_and(|(number, _)| number == 1)) else {
        return Cow::Borrowed(text);
    };
    let run: Vec<&str> = (1..)
        .zip(&lines[first..])
        .map_while(|(n, line)| numbered(line).filter(|(number, _)| *number == n).map(|(_, rest)| rest))
        .collect();
    let empty = run.iter().filter(|rest| rest.trim().is_empty()).count();
    if run.len() < LEAST || empty * 4 < run.len() {
        return Cow::Borrowed(text);
    }
    let whole: Vec<&str> = lines[..first]
        .iter()
        .copied()
        .chain(run.iter().copied())
        .chain(lines[first + run.len()..].iter().copied())
        .collect();
    Cow::Owned(whole.join("\n"))
}

/// "  12. Điều 3": the number, and what stands behind it.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.trim_start().split_once('.')?;
    (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit())).then_some(())?;
    Some((number.parse().ok()?, rest.trim_start_matches(['\u{a0}', ' '])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_lines_are_taken_off_and_those_of_a_list_stay() {
        let shown = "text 1 KB\n  1. Điều 1. Thành lập Tổ\n  2.  \n  3. 1. Ông A\n  4. \n  5. 2. Bà B\n  6.\n  7. Điều 2\n  8. \nend";
        assert_eq!(
            without_line_numbers(shown),
            "text 1 KB\nĐiều 1. Thành lập Tổ\n\n1. Ông A\n\n2. Bà B\n\nĐiều 2\n\nend"
        );
        let list = "Gồm:\n1. Ông A\n2. Bà B\n3. Ông C\n4. Bà D\n5. Ông E\n6. Bà G\n7. Ông H\n8. Bà I\n";
        assert_eq!(without_line_numbers(list), list);
    }
}
