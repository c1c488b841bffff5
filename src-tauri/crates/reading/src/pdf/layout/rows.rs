//! From words on baselines to rows of pieces: a piece ends where the gap is wider than its neighbours.

use super::{Line, Word, is_label};

/// What stands at one height, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub pieces: Vec<Line>,
}

impl Row {
    pub fn top(&self) -> f32 {
        self.pieces.iter().map(Line::top).fold(f32::MAX, f32::min)
    }

    pub fn bottom(&self) -> f32 {
        self.pieces.iter().map(Line::bottom).fold(f32::MIN, f32::max)
    }

    pub fn y(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.y).fold(f32::MIN, f32::max)
    }

    pub fn size(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.size).fold(1.0, f32::max)
    }

    pub fn is_furniture(&self) -> bool {
        self.pieces.iter().flat_map(|piece| &piece.words).all(|word| word.furniture)
    }

    pub fn text(&self) -> String {
        self.pieces.iter().map(Line::text).collect::<Vec<_>>().join("\t")
    }

    /// The whole row as one line, in which its gaps can still be told.
    pub fn line(&self) -> Line {
        let mut words: Vec<Word> = Vec::new();
        for piece in &self.pieces {
            let from = words.len();
            words.extend(piece.words.iter().cloned());
            if let Some(first) = words.get_mut(from).filter(|_| from > 0) {
                first.apart = true;
            }
        }
        Line::of(words)
    }
}

/// Rows from the top to the bottom.
pub fn rows(lines: Vec<Vec<Word>>) -> Vec<Row> {
    let mut rows: Vec<Vec<Word>> = Vec::new();
    for line in lines {
        let joins = rows.last().is_some_and(|row| beside(row, &line));
        match rows.last_mut() {
            Some(row) if joins => row.extend(line),
            _ => rows.push(line),
        }
    }
    rows.into_iter()
        .map(|mut words| {
            words.sort_by(|a, b| a.left.total_cmp(&b.left));
            Row { pieces: pieces(words) }
        })
        .collect()
}

/// Whether the words stand beside those of the row: a raised number, or a column set a little lower.
fn beside(row: &[Word], line: &[Word]) -> bool {
    let span = |words: &[Word]| {
        let top = words.iter().map(|word| word.y - word.size * 0.75).fold(f32::MAX, f32::min);
        let bottom = words.iter().map(|word| word.y + word.size * 0.2).fold(f32::MIN, f32::max);
        (top, bottom)
    };
    let ((top, bottom), (next_top, next_bottom)) = (span(row), span(line));
    let shared = bottom.min(next_bottom) - top.max(next_top);
    let least = (bottom - top).min(next_bottom - next_top);
    if shared < least * 0.55 {
        return false;
    }
    let room = |word: &Word| row.iter().all(|other| word.right <= other.left + 0.5 || word.left >= other.right - 0.5);
    row.len() + line.len() < 400 && line.iter().all(room)
}

/// Cuts a row where a gap is much wider than is usual in it.
fn pieces(words: Vec<Word>) -> Vec<Line> {
    let size = words.iter().map(|word| word.size).fold(1.0, f32::max);
    let mut gaps: Vec<f32> = words.windows(2).map(|pair| pair[1].left - pair[0].right).collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    // A line drawn out to both edges has wide gaps, but all alike.
    let wide = if gaps.len() >= 3 { (usual * 2.2).max(size * 0.6) } else { size * 1.0 };
    // Where most gaps part columns, the usual one says nothing.
    let wide = wide.min(size * 2.5);
    // "1 | BSCKII. Mai | Phó Giám | Chủ tịch Hội": in narrow columns as well, but some gaps are those between words.
    let jump = gaps.windows(2).find(|pair| pair[0] <= size * 0.45 && pair[1] >= (pair[0] * 2.2).max(size * 0.6));
    let wide = jump.map_or(wide, |pair| wide.min((pair[0] + pair[1]) / 2.0));
    let mut pieces: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let goes_on = pieces.last().and_then(|piece| piece.last()).is_some_and(|last| {
            let alone = pieces.last().is_some_and(|piece| piece.len() == 1);
            let gap = word.left - last.right;
            // The tab behind a number of an item parts no columns.
            gap <= wide || (alone && is_label(&last.text) && gap < size * 4.0)
        });
        match pieces.last_mut() {
            Some(piece) if goes_on => piece.push(word),
            _ => pieces.push(vec![word]),
        }
    }
    pieces.into_iter().map(Line::of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{line, word};
    use super::*;

    fn said(rows: &[Row]) -> Vec<String> {
        rows.iter().map(Row::text).collect()
    }

    #[test]
    fn a_wide_gap_parts_columns_and_a_drawn_out_line_stays_whole() {
        let mut head = line("THỦ TƯỚNG CHÍNH PHỦ", 50.0, 80.0).words;
        head.extend(line("CỘNG HÒA XÃ HỘI", 250.0, 80.0).words);
        assert_eq!(said(&rows(vec![head])), ["THỦ TƯỚNG CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI"]);
        let drawn = ["Căn", "cứ", "Luật", "Tổ", "chức"].iter().enumerate();
        let drawn: Vec<Word> = drawn.map(|(at, text)| word(text, 50.0 + 40.0 * at as f32, 80.0)).collect();
        assert_eq!(rows(vec![drawn])[0].pieces.len(), 1);
    }

    #[test]
    fn the_number_of_an_item_stays_with_it() {
        let mut item = vec![word("1.", 50.0, 80.0)];
        item.extend(line("Ông Hà Văn Lĩnh, Trưởng ban", 86.0, 80.0).words);
        assert_eq!(said(&rows(vec![item])), ["1. Ông Hà Văn Lĩnh, Trưởng ban"]);
    }

    #[test]
    fn a_raised_number_and_a_lower_column_are_of_the_row() {
        let raised = Word { size: 8.0, ..word("1", 92.0, 76.5) };
        let text = line("tỉnh Hải", 40.0, 80.0).words;
        let lower = line("Độc lập", 250.0, 83.0).words;
        assert_eq!(said(&rows(vec![vec![raised], text, lower])).len(), 1);
    }

    #[test]
    fn narrow_columns_part_although_most_gaps_are_theirs() {
        let mut words = vec![word("1", 50.0, 80.0)];
        words.extend(line("Mai Lĩnh", 80.0, 80.0).words);
        words.extend(line("Giám đốc", 150.0, 80.0).words);
        words.push(word("Trưởng", 220.0, 80.0));
        words.push(word("Bính", 280.0, 80.0));
        let found = rows(vec![words]);
        assert_eq!(said(&found), ["1\tMai Lĩnh\tGiám đốc\tTrưởng\tBính"]);
        // Even as one line its gaps can be told.
        assert_eq!(found[0].line().text(), "1\tMai Lĩnh\tGiám đốc\tTrưởng\tBính");
    }
}
