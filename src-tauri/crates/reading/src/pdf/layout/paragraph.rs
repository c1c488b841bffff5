//! From lines to paragraphs: a line goes on in the next one if the next one's first word had no room on it.

use super::Line;
use crate::reading::Align;

/// The edges that a text is set between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub left: f32,
    pub right: f32,
    /// How far apart the lines of a paragraph stand; 0 where that is not known.
    pub leading: f32,
}

impl Frame {
    pub fn of<'l>(lines: impl Iterator<Item = &'l Line> + Clone) -> Self {
        let left = lines.clone().map(|line| line.left).fold(f32::MAX, f32::min);
        let right = lines.map(|line| line.right).fold(f32::MIN, f32::max);
        Self { left, right, leading: 0.0 }
    }

    /// Whether a line is set about the middle, with room on both sides.
    fn centres(&self, line: &Line) -> bool {
        self.is_even(line) && line.left > self.left + line.size * 1.2
    }

    /// Whether a line leaves as much room on the left as on the right.
    fn is_even(&self, line: &Line) -> bool {
        let middle = (self.left + self.right) / 2.0;
        (line.middle() - middle).abs() < line.size * 0.5
    }
}

/// Lines that are one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    pub lines: Vec<Line>,
    pub align: Align,
}

impl Paragraph {
    pub fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")
    }

    pub fn is_bold(&self) -> bool {
        self.lines.iter().all(Line::is_bold)
    }

    pub fn is_italic(&self) -> bool {
        self.lines.iter().all(Line::is_italic)
    }
}

/// Puts the lines of one column together.
pub fn paragraphs(lines: Vec<Line>, frame: Frame) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let joins = paragraphs.last().is_some_and(|last| goes_on(last, &line, frame));
        match paragraphs.last_mut() {
            Some(last) if joins => last.lines.push(line),
            _ => paragraphs.push(Paragraph { lines: vec![line], align: Align::Left }),
        }
    }
    for paragraph in &mut paragraphs {
        paragraph.align = align(paragraph, frame);
    }
    paragraphs
}

fn align(paragraph: &Paragraph, frame: Frame) -> Align {
    let Some(first) = paragraph.lines.first() else { return Align::Left };
    // The first lines of a long title may be full.
    if paragraph.lines.iter().all(|line| frame.is_even(line)) && paragraph.lines.iter().any(|line| frame.centres(line))
    {
        Align::Center
    } else if paragraph.lines.len() > 1 && (first.right - frame.right).abs() < first.size * 0.3 {
        Align::Justify
    } else if (first.right - frame.right).abs() < first.size * 0.3
        && first.left > frame.left + (frame.right - frame.left) * 0.4
    {
        Align::Right
    } else {
        Align::Left
    }
}

/// Whether the line is the rest of the paragraph.
pub fn goes_on(paragraph: &Paragraph, next: &Line, frame: Frame) -> bool {
    let (Some(first), Some(last)) = (paragraph.lines.first(), paragraph.lines.last()) else { return false };
    let size = last.size.max(next.size);
    // On the next page the line stands higher, and any distance will do.
    let apart = next.y - last.y > size * 2.3;
    if apart || (last.size - next.size).abs() > size * 0.2 {
        return false;
    }
    if cuts_a_number(last) {
        return true;
    }
    if last.is_capitals() != next.is_capitals() {
        return false;
    }
    // A line all in bold is a heading of its own; so is one before what is not, once it has ended.
    let heading = (next.is_bold() && !last.is_bold()) || (paragraph.is_bold() && !next.is_bold() && last.is_ended());
    if heading && paragraph.is_bold() != next.is_bold() {
        return false;
    }
    let word = next.words.first().map_or(0.0, |word| word.right - word.left) + size * 0.2;
    let lower = next.words.first().and_then(|word| word.text.chars().next()).is_some_and(char::is_lowercase);
    // More room than between the lines of a paragraph, and a new sentence.
    if frame.leading > 0.0 && next.y - last.y > frame.leading * 1.4 && !lower {
        return false;
    }
    // In the middle of a phrase nothing ends, however early the line was broken off.
    let cut = lower && !last.is_ended() && !next.has_label() && last.is_bold() == next.is_bold();
    if frame.centres(next) && paragraph.lines.iter().all(|line| frame.is_even(line)) {
        let room = (frame.right - frame.left) - (last.right - last.left);
        let bracket = opens_bracket(paragraph) && last.is_italic() == next.is_italic();
        return cut || bracket || (room < word && !next.has_label() && last.is_bold() == next.is_bold());
    }
    if frame.centres(next) && next.left > last.left + size * 2.0 && !cut {
        return false;
    }
    if cut && ((next.left - last.left).abs() < size * 0.4 || (next.left - frame.left).abs() < size * 0.4) {
        return true;
    }
    // Behind dotted leaders the rest stands below the words, and not below the mark of the item.
    if cut && last.text().contains("....") {
        return true;
    }
    if frame.right - last.right >= word {
        return false;
    }
    let same = |a: f32, b: f32| (a - b).abs() < size * 0.4;
    let at_edge = same(next.left, frame.left);
    if next.has_label() {
        // "khoản / 2. của Điều": the number of what is spoken of, at the edge under an indented first line.
        return at_edge && first.left > frame.left + size * 0.8 && !last.is_ended();
    }
    if at_edge || next.left < last.left - size * 0.4 {
        // A block without indents: a full line that ends a sentence may end the paragraph too.
        return !(last.is_ended()
            && same(first.left, next.left)
            && paragraph.lines.len() == 1
            && next.y - last.y > size * 1.6);
    }
    let upper = next.words.first().and_then(|word| word.text.chars().next()).is_some_and(char::is_uppercase);
    if same(next.left, last.left) {
        let begins_like_first = paragraph.lines.len() == 1 && next.left > frame.left + size * 0.8;
        return !(begins_like_first && last.is_ended() && upper);
    }
    // Further in than the line before: a hanging item, whose number stands out.
    let hangs = paragraph.lines.len() == 1 && first.has_label() && next.left - first.left < size * 4.0;
    hangs && !(last.is_ended() && upper)
}

/// "… Quyết định số 3095/QĐ-": ends with a symbol up to its hyphen.
fn cuts_a_number(line: &Line) -> bool {
    let word = line.words.last().map(|word| word.text.as_str()).unwrap_or_default();
    word.ends_with('-') && word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a bracket is open at the end.
fn opens_bracket(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    text.matches('(').count() > text.matches(')').count()
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    const FRAME: Frame = Frame { left: 50.0, right: 400.0, leading: 0.0 };

    fn full(text: &str, left: f32, y: f32) -> Line {
        let mut line = line(text, left, y);
        // Drawn out to the right edge.
        line.right = FRAME.right;
        line
    }

    fn said(lines: Vec<Line>) -> Vec<String> {
        paragraphs(lines, FRAME).iter().map(Paragraph::text).collect()
    }

    #[test]
    fn a_full_line_goes_on_and_a_short_one_ends() {
        let lines = vec![
            full("Điều 1. Thành lập Ban Chỉ đạo gồm các", 90.0, 100.0),
            line("ông có tên sau:", 50.0, 116.0),
            full("1. Ông Hà Văn Lĩnh, Giám đốc Sở Nông", 90.0, 132.0),
            line("nghiệp.", 50.0, 148.0),
            line("2. Bà Đỗ Thị Vân.", 90.0, 164.0),
        ];
        assert_eq!(
            said(lines),
            [
                "Điều 1. Thành lập Ban Chỉ đạo gồm các ông có tên sau:",
                "1. Ông Hà Văn Lĩnh, Giám đốc Sở Nông nghiệp.",
                "2. Bà Đỗ Thị Vân."
            ]
        );
    }

    #[test]
    fn items_that_fill_their_lines_stay_apart() {
        let lines = vec![
            full("1. Ông Hà Văn Lĩnh, Giám đốc Sở Nông nghiệp;", 50.0, 100.0),
            full("2. Bà Đỗ Thị Vân, Chánh Văn phòng Ủy ban;", 50.0, 116.0),
            full("Căn cứ Luật Tổ chức chính quyền địa phương;", 90.0, 132.0),
            full("Căn cứ Luật Đê điều ngày 29 tháng 11 năm;", 90.0, 148.0),
        ];
        assert_eq!(said(lines).len(), 4);
    }

    #[test]
    fn the_role_behind_a_dash_stays_with_its_item_and_an_indented_basis_begins() {
        let lines = vec![
            full("2. Bà Đỗ Thị Vân, Giám đốc Sở Nông nghiệp", 90.0, 100.0),
            line("- Phó Trưởng ban;", 50.0, 116.0),
            full("Căn cứ Quyết định số 77/2020/QĐ-UBND của", 90.0, 132.0),
            full("Ủy ban nhân dân tỉnh về phòng, chống thiên tai;", 50.0, 148.0),
            Line { right: 360.0, ..line("Theo đề nghị của Giám đốc Sở Nông nghiệp", 90.0, 164.0) },
        ];
        let found = said(lines);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], "2. Bà Đỗ Thị Vân, Giám đốc Sở Nông nghiệp - Phó Trưởng ban;");
    }

    #[test]
    fn a_wrapped_title_is_one_paragraph_and_the_word_above_it_another() {
        let kind = line("QUYẾT ĐỊNH", 156.5, 100.0);
        let title = line("Về việc thành lập Ban Chỉ đạo phòng, chống thiên", 54.5, 120.0);
        let rest = line("tai tỉnh", 162.5, 136.0);
        let frame = Frame { left: 50.0, right: 320.0, leading: 0.0 };
        let found = paragraphs(vec![kind, title, rest], frame);
        assert_eq!(found.iter().map(|p| p.lines.len()).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(found[0].align, Align::Center);
    }

    #[test]
    fn more_room_than_between_lines_ends_a_paragraph() {
        let lines =
            || vec![full("Hoạt động của Ban Chỉ đạo năm 2025", 60.0, 100.0), full("Thực hiện Quyết định", 50.0, 126.0)];
        let known = Frame { leading: 16.0, ..FRAME };
        assert_eq!(paragraphs(lines(), known).len(), 2);
        let cut = vec![full("Hoạt động của Ban Chỉ đạo", 60.0, 100.0), full("năm 2025", 50.0, 126.0)];
        assert_eq!(paragraphs(cut, known).len(), 1);
    }
}
