//! The cells of a table without lines, by the room between them: the lines of one cell stand closer to each other than
//! those of two. So a cell is found whole whether it is set at the top of its row, in the middle or at the bottom.

use super::Line;
use super::aligned::{Column, overlaps};
use super::grid::Cell;
use super::rows::Row;

/// The lines of one cell.
struct Lines {
    column: usize,
    lines: Vec<Line>,
}

impl Lines {
    fn top(&self) -> f32 {
        self.lines.iter().map(|line| line.y).fold(f32::MAX, f32::min)
    }

    fn bottom(&self) -> f32 {
        self.lines.iter().map(|line| line.y).fold(f32::MIN, f32::max)
    }
}

/// The entries, where every cell stands beside one cell of the first column and no other; `None` where the table is
/// set too close to tell.
pub fn apart(rows: &[Row], columns: &[Column]) -> Option<Vec<Vec<Cell>>> {
    let leading = leading(rows, columns)?;
    let mut cells: Vec<Lines> = Vec::new();
    for column in 0..columns.len() {
        for piece in rows.iter().flat_map(|row| &row.pieces) {
            if columns.iter().position(|known| overlaps(piece, known)) != Some(column) {
                continue;
            }
            match cells.last_mut().filter(|last| last.column == column && piece.y - last.bottom() < leading * 1.15) {
                Some(last) => last.lines.push(piece.clone()),
                None => cells.push(Lines { column, lines: vec![piece.clone()] }),
            }
        }
    }
    let heads: Vec<(f32, f32)> =
        cells.iter().filter(|cell| cell.column == 0).map(|cell| (cell.top(), cell.bottom())).collect();
    let empty = || (0..columns.len()).map(|column| (column, Vec::new())).collect::<Vec<Cell>>();
    let mut entries: Vec<Vec<Cell>> = heads.iter().map(|_| empty()).collect();
    for cell in cells {
        let slack = leading * 0.3;
        let beside = |(top, bottom): &(f32, f32)| *top <= cell.bottom() + slack && *bottom >= cell.top() - slack;
        let mut found = (0..heads.len()).filter(|at| beside(&heads[*at]));
        let (at, None) = (found.next()?, found.next()) else { return None };
        // Two cells of one column in one entry: what parts them is no room between rows.
        if !entries[at][cell.column].1.is_empty() {
            return None;
        }
        entries[at][cell.column].1 = cell.lines;
    }
    Some(entries)
}

/// How far apart the lines of a cell stand: the least distance of two that stand under each other. `None` where no cell
/// has several lines, or nothing is further apart.
fn leading(rows: &[Row], columns: &[Column]) -> Option<f32> {
    let mut steps = Vec::new();
    for column in columns {
        let pieces: Vec<&Line> =
            rows.iter().filter_map(|row| row.pieces.iter().find(|piece| overlaps(piece, column))).collect();
        steps.extend(pieces.windows(2).map(|pair| pair[1].y - pair[0].y));
    }
    let size = rows.iter().map(Row::size).fold(1.0, f32::max);
    let least = steps.iter().copied().filter(|step| *step > size * 0.8).fold(f32::MAX, f32::min);
    let farther = steps.iter().any(|step| *step > least * 1.15);
    (least < size * 1.6 && farther).then_some(least)
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn rows(set: &[&[(&str, f32, f32)]]) -> Vec<Row> {
        let row = |pieces: &&[(&str, f32, f32)]| Row {
            pieces: pieces.iter().map(|(text, left, y)| line(text, *left, *y)).collect(),
        };
        set.iter().map(row).collect()
    }

    fn columns() -> Vec<Column> {
        [(50.0, 60.0), (90.0, 230.0), (250.0, 420.0)].map(|(left, right)| Column { left, right }).to_vec()
    }

    fn said(entries: &[Vec<Cell>]) -> Vec<Vec<String>> {
        let cell = |(_, lines): &Cell| lines.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        entries.iter().map(|entry| entry.iter().map(cell).collect()).collect()
    }

    #[test]
    fn a_cell_in_the_middle_of_its_row_is_whole() {
        let rows = rows(&[
            &[("Giám đốc Sở", 250.0, 93.0)],
            &[("1", 50.0, 100.0), ("Hà Văn Lĩnh", 90.0, 100.0)],
            &[("Nông nghiệp", 250.0, 107.0)],
            &[("Đỗ Thị", 90.0, 127.0)],
            &[("2", 50.0, 134.0), ("Chánh Thanh tra", 250.0, 134.0)],
            &[("Vân", 90.0, 141.0)],
        ]);
        let entries = apart(&rows, &columns()).unwrap_or_default();
        assert_eq!(
            said(&entries),
            [["1", "Hà Văn Lĩnh", "Giám đốc Sở Nông nghiệp"], ["2", "Đỗ Thị Vân", "Chánh Thanh tra"]]
        );
    }

    #[test]
    fn a_table_without_room_between_its_rows_is_left_to_its_rows() {
        let close: Vec<Row> = (0..4)
            .flat_map(|at| {
                let y = 100.0 + 14.0 * at as f32;
                rows(&[&[("1", 50.0, y), ("Hà Văn Lĩnh", 90.0, y), ("Giám đốc", 250.0, y)]])
            })
            .collect();
        assert!(apart(&close, &columns()).is_none());
    }
}
