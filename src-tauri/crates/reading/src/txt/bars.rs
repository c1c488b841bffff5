//! Rows whose cells are parted by bars, and that the wrap cut in two: "8 | Ông A | Chủ tịch Hội" over "Nông dân | Ủy viên".

use std::borrow::Cow;

const BAR: &str = " | ";

/// The text with such rows put together again.
pub fn whole_rows(text: &str) -> Cow<'_, str> {
    match closed_rows(text) {
        Cow::Borrowed(text) => level_rows(text),
        Cow::Owned(text) => Cow::Owned(level_rows(&text).into_owned()),
    }
}

/// "| Số: 12/QĐ-TTg | Hà Nội, ngày 02" over "tháng 10 năm 2025 |": a row between bars that opens with two cells at least,
/// and is closed by the next line.
fn closed_rows(text: &str) -> Cow<'_, str> {
    let opens = |line: &str| {
        let line = line.trim();
        line.starts_with('|') && !line.ends_with('|') && line.matches('|').count() > 1
    };
    let closes = |line: &str| {
        let line = line.trim();
        !line.starts_with('|') && line.ends_with('|') && line.matches('|').count() == 1
    };
    let lines: Vec<&str> = text.lines().collect();
    if !lines.windows(2).any(|pair| opens(pair[0]) && closes(pair[1])) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        whole.push_str(line);
        if let Some(rest) = lines.next_if(|next| opens(line) && closes(next)) {
            whole.push(' ');
            whole.push_str(rest.trim_start());
        }
        whole.push('\n');
    }
    Cow::Owned(whole)
}

/// Two lines that only together have as many bars as the other rows.
fn level_rows(text: &str) -> Cow<'_, str> {
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
        let head = "| Số: 12/QĐ-TTg | *Hà Nội, ngày 02\ntháng 10 năm 2025* |\nHết\n";
        assert_eq!(whole_rows(head), "| Số: 12/QĐ-TTg | *Hà Nội, ngày 02 tháng 10 năm 2025* |\nHết\n");
        let other = "Trang chủ | Tin tức | Liên hệ\nHết";
        assert_eq!(whole_rows(other), other);
    }
}
