//! The subject of a paper, where the line of the type is said again before it.

use crate::line::Span;

/// "CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 512-TTg NGÀY 15-9-1994 | VỀ VIỆC …": what follows the head that is repeated.
pub fn behind_repeated_head(line: Span<'_>) -> Option<Span<'_>> {
    let about = line.find_any(&["về việc", "v/v"])?;
    let repeats = line.starts_with("của") || (line.starts_with("số") && line.until(about.start).has("ngày"));
    repeats.then(|| line.from(about.start))
}

/// Takes the repeated head off the lines of a title; it may run over several of them.
pub fn without_repeated_head(title: &mut Vec<Span<'_>>) {
    let Some(first) = title.first() else { return };
    // "QUYẾT ĐỊNH CỦA HIỆU TRƯỞNG | TRƯỜNG ĐẠI HỌC X | V/v lập …": who decides, and then what about.
    let opens = |line: &Span<'_>| line.starts_with("về việc") || line.starts_with("v/v");
    let who = first.line.is_capitals() && title.iter().skip(1).any(|line| opens(line) && !line.line.is_capitals());
    if !(first.starts_with("của") || first.starts_with("số") || who) {
        return;
    }
    let about = title.iter().position(|line| line.has_any(&["về việc", "v/v"]));
    let Some(at) = about else { return };
    let opens = title.drain(..at).count() > 0;
    if let Some(line) = title.first_mut() {
        let word = line.find_any(&["về việc", "v/v"]);
        *line = word
            .filter(|_| opens || line.starts_with("của") || line.starts_with("số"))
            .map_or(*line, |word| line.from(word.start));
    }
}
