//! Rows whose cells are parted by bars, and that the wrap cut in two: "8 | Ông A | Chủ tịch Hội" over "Nông dân | Ủy viên".

use std::borrow::Cow;

const BAR: &str = " | ";

/// The text with such rows put together again: two lines that only together have as many bars as the other rows.
pub fn whole_rows(text: &str) -> Cow<'_, str> {
    let bars = |line: &str| if line.trim_start().starts_with('|') { 0 } else { line.matches(BAR).count() };
    let most = text.lines().map(bars).max().unwrap_or(0);
    if most < 2 || text.lines().filter(|line| bars(line) == most).count() < 3 {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        whole.push_str(line);
        let own = bars(line);
        let cut = |next: &&str| own > 0 && own < most && bars(next) > 0 && own + bars(next) == most;
        if let Some(rest) = lines.next_if(cut) {
            whole.push(' ');
            whole.push_str(rest.trim_start());
        }
        whole.push('\n');
    }
    Cow::Owned(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_was_cut_is_whole_again() {
        let text = "1 | A | B | C\n2 | A | Hội Cựu\nbinh xã | C\n3 | A | B | C\n4 | A | B | C\nHết";
        assert_eq!(whole_rows(text), "1 | A | B | C\n2 | A | Hội Cựu binh xã | C\n3 | A | B | C\n4 | A | B | C\nHết\n");
        let other = "Trang chủ | Tin tức | Liên hệ\nHết";
        assert_eq!(whole_rows(other), other);
    }
}
