//! Tables that go on over the page: with a row that is cut by it, under a heading that is repeated.

use super::grid::Table;
use super::{Line, Word};

/// Whether a table at the head of a page goes on with the one at the foot of the page before.
pub fn is_same(last: &Table, next: &Table) -> bool {
    last.edges.len() == next.edges.len() && last.edges.iter().zip(&next.edges).all(|(a, b)| (a - b).abs() < 6.0)
}

/// Goes on with a table: its heading, if repeated, is left out, and a row cut by the page is made whole.
pub fn extend(table: &mut Table, next: Table) {
    let said = |row: &Vec<(usize, Vec<Line>)>| -> Vec<String> {
        row.iter().map(|(_, lines)| lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")).collect()
    };
    let repeated = table.rows.iter().zip(&next.rows).take(2).take_while(|(a, b)| said(a) == said(b)).count();
    let mut rows = next.rows.into_iter().skip(repeated);
    if let Some(first) = rows.next() {
        let unnumbered = first.len() > 1 && first.first().is_some_and(|(_, lines)| lines.is_empty());
        let numbered = |row: &Vec<(usize, Vec<Line>)>| row.first().is_some_and(|(_, lines)| !lines.is_empty());
        match table.rows.last_mut() {
            Some(last) if unnumbered && numbered(last) && last.len() == first.len() => {
                for ((_, lines), (_, more)) in last.iter_mut().zip(first) {
                    lines.extend(more);
                }
            }
            _ => table.rows.push(first),
        }
    }
    table.rows.extend(rows);
}

/// Takes a line at the head of a page as the rest of the last row of the table at the foot of the page before: each of its
/// pieces stands in a column, under a cell that has not ended. Whether it was that.
pub fn over_the_page(table: &mut Table, line: &Line) -> bool {
    let Some(row) = table.rows.last_mut() else { return false };
    let mut pieces: Vec<Vec<Word>> = Vec::new();
    for word in &line.words {
        match pieces.last_mut() {
            Some(piece) if !word.apart => piece.push(word.clone()),
            _ => pieces.push(vec![word.clone()]),
        }
    }
    let pieces: Vec<Line> = pieces.into_iter().map(Line::of).collect();
    let size = line.size;
    let place = |piece: &Line| {
        row.iter().position(|(_, lines)| {
            let Some(last) = lines.last() else { return false };
            let (left, right) = lines
                .iter()
                .fold((f32::MAX, f32::MIN), |(left, right), line| (left.min(line.left), right.max(line.right)));
            let edge = (piece.left - left).abs() < size * 0.5 || (piece.middle() - last.middle()).abs() < size * 0.5;
            let word = piece.words.first().map_or(0.0, |word| word.right - word.left);
            // Nothing wider than the cell, and nothing that had room on its last line.
            edge && piece.right < right + size * 4.0 && !last.is_ended() && last.right + word + size > right - size
        })
    };
    let places: Option<Vec<usize>> = pieces.iter().map(place).collect();
    let first = |at: &usize| *at == 0 && pieces.first().is_some_and(|piece| piece.has_label() || piece.words.len() > 6);
    let capitals = pieces.iter().any(Line::is_capitals);
    let Some(places) = places.filter(|places| !capitals && !places.iter().any(first)) else { return false };
    for (at, piece) in places.into_iter().zip(pieces) {
        row[at].1.push(piece);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    #[test]
    fn a_row_may_go_on_over_the_page_and_what_is_no_rest_of_it_does_not() {
        let table = || Table {
            rows: vec![vec![
                (0, vec![line("5", 50.0, 700.0)]),
                (1, vec![line("Thiếu tá Kha Tấn Lợi", 80.0, 700.0)]),
                (2, vec![line("Phó Trưởng phòng Tham", 300.0, 700.0)]),
            ]],
            ..Table::default()
        };
        let mut whole = table();
        assert!(over_the_page(&mut whole, &line("mưu, Công an tỉnh", 300.0, 80.0)));
        assert_eq!(whole.rows[0][2].1.len(), 2);
        for other in [
            line("Điều 2. Các nội dung khác vẫn giữ nguyên", 50.0, 80.0),
            line("PHỤ LỤC II", 300.0, 80.0),
            line("Trưởng", 200.0, 80.0),
        ] {
            assert!(!over_the_page(&mut table(), &other), "{}", other.text());
        }
    }
}
