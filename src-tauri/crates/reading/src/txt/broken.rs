//! Phrases that were broken over two lines where a page was copied: "QUYẾT" over "ĐỊNH:", "Điều" over "1. …".

use std::borrow::Cow;

/// Words that stand alone on a line only where the line was broken behind them, and what follows them.
const HALVES: [(&str, &str); 12] = [
    ("QUYẾT", "ĐỊNH"),
    ("VỀ", "VIỆC"),
    ("Về", "việc"),
    ("CHỦ", "TỊCH"),
    ("BỘ", "TRƯỞNG"),
    ("THỦ", "TƯỚNG"),
    ("GIÁM", "ĐỐC"),
    ("ỦY", "BAN"),
    ("UỶ", "BAN"),
    ("PHÓ", "CHỦ"),
    ("NGHỊ", "QUYẾT"),
    ("Nơi", "nhận"),
];

/// The text with such lines joined again.
pub fn whole_phrases(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().collect();
    if !lines.windows(2).any(|pair| joint(pair[0], pair[1]).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut goes_on = false;
    for (at, line) in lines.iter().enumerate() {
        whole.push_str(if goes_on { line.trim_start() } else { line });
        let joint = lines.get(at + 1).and_then(|next| joint(line, next));
        goes_on = joint.is_some();
        if goes_on {
            whole.truncate(whole.trim_end().len());
        }
        whole.push_str(joint.unwrap_or("\n"));
    }
    Cow::Owned(whole)
}

/// What stood between two lines that are one, if they are.
fn joint(line: &str, next: &str) -> Option<&'static str> {
    let (line, next) = (line.trim(), next.trim());
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let half = HALVES.iter().any(|(first, second)| line == *first && next.starts_with(second));
    let article = line == "Điều" && digit(next);
    let words = line.split_whitespace().count();
    // "Hà Nội, ngày" over "2 tháng 10" over "năm 2006".
    let day = words <= 6 && line.ends_with(" ngày") && digit(next) && next.contains("tháng");
    let year = words <= 8 && next.starts_with("năm ") && line.rsplit(' ').nth(1) == Some("tháng");
    if half || article || day || year {
        return Some(" ");
    }
    // "Nghị định số 16/2005/" over "NĐ-CP".
    let number = line.strip_suffix('/').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    (number && next.starts_with(char::is_uppercase) && next.contains('-')).then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_was_broken_is_whole_again() {
        let text =
            "QUYẾT\nĐỊNH:\nĐiều\n1. Căn cứ Nghị định số 16/2005/\nNĐ-CP ngày\nHà Nội, ngày\n2 tháng 10\nnăm 2006\nHết";
        let whole =
            "QUYẾT ĐỊNH:\nĐiều 1. Căn cứ Nghị định số 16/2005/NĐ-CP ngày\nHà Nội, ngày 2 tháng 10 năm 2006\nHết\n";
        assert_eq!(whole_phrases(text), whole);
        let other = "CHỦ TỊCH\nNguyễn Văn A\nĐiều lệ\n1. A";
        assert_eq!(whole_phrases(other), other);
    }
}
