//! A signature that a copy left on one line: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Bạch Công Tiến". In whose name, the office
//! and the name become lines of their own again.

use super::{form, is_name, is_title, without_mark};
use crate::line::{Line, Span};

/// No such line is longer.
const LONGEST: usize = 200;

/// The lines, each that holds a whole signature as its parts.
pub fn parted(lines: &[&Line]) -> Vec<Line> {
    lines.iter().flat_map(|line| parts(line).unwrap_or_else(|| vec![(*line).clone()])).collect()
}

fn parts(line: &Line) -> Option<Vec<Line>> {
    let all = line.all();
    let short = all.chars().len() <= LONGEST && is_title(all);
    let name = name(all).filter(|_| short)?;
    let mark = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | ')' | ']' | ':');
    let offices = all.until(name.start).trim_by(mark);
    let offices = offices.before("đã ký").map_or(offices, |rest| rest.trim_by(mark));
    let loud = offices.chars().iter().all(|c| !c.is_lowercase());
    let words = offices.words();
    let mut cuts: Vec<usize> = words
        .iter()
        .skip(1)
        .filter(|word| {
            let rest = offices.from(word.start);
            // "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH".
            let another = word.chars().contains(&'.') && form(rest).is_some();
            another || (offices.until(word.start).trim().before("nhân dân").is_some() && is_title(rest))
        })
        .map(|word| word.start)
        .collect();
    cuts.insert(0, offices.start);
    let ends: Vec<usize> = cuts.iter().skip(1).copied().chain([offices.end]).collect();
    let offices = cuts.iter().zip(ends).map(|(start, end)| Span::new(line, *start, end).trim().to_line());
    loud.then(|| offices.chain([name.to_line()]).collect())
}

/// The name at the end of the line, in small letters behind capitals, with the mark before it.
fn name(all: Span<'_>) -> Option<Span<'_>> {
    let soft = |word: &Span<'_>| word.chars().iter().any(|c| c.is_lowercase());
    let words = all.words();
    let first = words.iter().position(soft).filter(|first| *first > 0)?;
    let behind = without_mark(all.from(words[first].start));
    (is_name(behind) && behind.words().iter().all(soft)).then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn a_signature_on_one_line_has_its_parts() {
        for (text, wanted) in [
            ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Bạch Công Tiến", vec!["KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Bạch Công Tiến"]),
            (
                "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lò Thị Mây",
                vec!["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Lò Thị Mây"],
            ),
            ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Đã ký: Lò Thị Mây", vec!["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Mây"]),
            ("GIÁM ĐỐC Lò Thị Mây", vec!["GIÁM ĐỐC", "Lò Thị Mây"]),
        ] {
            let line = line_of(text);
            let parts: Vec<String> = parted(&[&line]).iter().map(|line| line.all().text()).collect();
            assert_eq!(parts, wanted);
        }
        for text in ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Lò Thị Mây", "PHÓ CHỦ TỊCH", "Lò Thị Mây"]
        {
            let line = line_of(text);
            assert_eq!(parted(&[&line]).len(), 1, "{text}");
        }
    }
}
