//! Tables without lines: rows whose pieces stand under each other.

use super::Line;
use super::cells::apart;
use super::grid::{Cell, Table};
use super::rows::Row;

/// Rows with several pieces that a table has at least.
const LEAST: usize = 3;

/// The extent of a column so far.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub left: f32,
    pub right: f32,
}

/// Reads the table that begins at the row, and says how many rows it takes.
pub fn read(rows: &[Row]) -> Option<(Table, usize)> {
    let first = rows.first().filter(|row| row.pieces.len() >= 2)?;
    let mut columns: Vec<Column> = first.pieces.iter().map(extent).collect();
    let (mut taken, mut many) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        let far = at > 0 && row.top() - rows[at - 1].bottom() > row.size() * 2.2;
        if far || !fits(row, &mut columns, at > 0) {
            break;
        }
        taken = at + 1;
        many += usize::from(row.pieces.len() >= 2);
    }
    // Rows at the end that stand alone are the text behind the table, not its last cell.
    while taken > 0 && rows[taken - 1].pieces.len() == 1 && !is_rest(&rows[taken - 1], &columns) {
        if taken > 1 && (wraps(&rows[taken - 2], &rows[taken - 1], &columns) || as_others(&rows[..taken], &columns)) {
            break;
        }
        taken -= 1;
    }
    let wide = rows[..taken].iter().filter(|row| row.pieces.len() >= 3).count();
    if taken == 0 || many < LEAST || (columns.len() > 2 && wide < 2) {
        return None;
    }
    let rows = &rows[..taken];
    let table = Table {
        edges: columns.iter().map(|column| column.left).chain(columns.last().map(|last| last.right)).collect(),
        top: rows.first().map_or(0.0, Row::top),
        bottom: rows.last().map_or(0.0, Row::bottom),
        rows: cells(rows, &columns),
    };
    Some((table, taken))
}

fn extent(piece: &Line) -> Column {
    Column { left: piece.left, right: piece.right }
}

pub fn overlaps(piece: &Line, column: &Column) -> bool {
    piece.left < column.right - 1.0 && piece.right > column.left + 1.0
}

/// Whether each piece stands in one column, of which it widens the extent; a first row may be followed by one
/// with a column more.
fn fits(row: &Row, columns: &mut Vec<Column>, may_add: bool) -> bool {
    let mut widened = columns.clone();
    for piece in &row.pieces {
        let hit: Vec<usize> = (0..widened.len()).filter(|at| overlaps(piece, &widened[*at])).collect();
        match hit[..] {
            // A cell over several columns, behind the number of its entry: what stands in it widens none of them.
            [_, _, ..] if spans(row, piece) => {}
            [one] => {
                widened[one].left = widened[one].left.min(piece.left);
                widened[one].right = widened[one].right.max(piece.right);
            }
            [] if may_add && row.pieces.len() >= 2 && widened.len() < 12 => {
                let at = widened.iter().position(|column| column.left > piece.left).unwrap_or(widened.len());
                widened.insert(at, extent(piece));
            }
            _ => return false,
        }
    }
    // Two pieces in one column are no row of a table.
    let distinct = widened.iter().filter(|column| row.pieces.iter().any(|piece| overlaps(piece, column))).count();
    if distinct < row.pieces.len() || widened.windows(2).any(|pair| pair[0].right > pair[1].left) {
        return false;
    }
    *columns = widened;
    true
}

/// Whether a piece may be a cell over several columns: not the first of a row that begins with its number.
fn spans(row: &Row, piece: &Line) -> bool {
    let Some(first) = row.pieces.first() else { return false };
    let number = first.text();
    let counts = number.len() <= 4 && number.trim_end_matches(['.', ')']).chars().all(|c| c.is_ascii_digit());
    counts && !number.is_empty() && row.pieces.len() >= 3 && first.right < piece.left
}

/// Whether a piece alone is the rest of a cell above: not in the first column.
fn is_rest(row: &Row, columns: &[Column]) -> bool {
    row.pieces.iter().all(|piece| columns.first().is_some_and(|first| !overlaps(piece, first)))
}

/// Whether the last piece, below the first column, is the rest of the cell above it: on the same edge, right below, and
/// begun by a word that had no room there.
fn wraps(above: &Row, row: &Row, columns: &[Column]) -> bool {
    let (Some(column), Some(cell), [rest]) = (columns.first(), above.pieces.first(), row.pieces.as_slice()) else {
        return false;
    };
    let size = rest.size.max(cell.size);
    let near = rest.y - cell.y < size * 1.6 && (rest.left - column.left).abs() < size * 0.6;
    let word = rest.words.first().map_or(0.0, |word| word.right - word.left) + size * 0.2;
    let full = cell.right + word > column.right - size * 0.3;
    overlaps(cell, column) && near && full && !rest.has_label() && !rest.is_capitals() && !cell.is_ended()
}

/// "Ông A | Trưởng ban" over "Chủ tịch Hội B", which is more of the entry above and stands in its first column.
fn adds(above: &Row, row: &Row, columns: &[Column]) -> bool {
    let ([piece], Some(column)) = (row.pieces.as_slice(), columns.first()) else { return false };
    let text = piece.text();
    let somebody = ["Ông ", "Bà ", "Đồng chí ", "Đ/c "].iter().any(|start| text.starts_with(start));
    let article = text.starts_with("Điều ") || text.ends_with(':');
    above.pieces.len() >= 2
        && overlaps(piece, column)
        && !(piece.has_label() || piece.is_capitals() || somebody || article)
        && piece.y - above.y() < piece.size * 1.8
}

/// Whether the last row adds to the one above it as another did before, at the same distance.
fn as_others(rows: &[Row], columns: &[Column]) -> bool {
    let step = |at: usize| rows[at].y() - rows[at - 1].y();
    let Some(last) = rows.len().checked_sub(1).filter(|last| *last > 1) else { return false };
    let added = |at: &usize| adds(&rows[*at - 1], &rows[*at], columns);
    added(&last) && (1..last).any(|at| added(&at) && (step(at) - step(last)).abs() < rows[last].size() * 0.2)
}

/// The entries of the table: by the room between them where their cells stand apart, else by what their rows begin with.
fn cells(rows: &[Row], columns: &[Column]) -> Vec<Vec<Cell>> {
    apart(rows, columns).unwrap_or_else(|| following(rows, columns))
}

/// A row with a piece in the first column, or with most columns filled, begins an entry; others go on with it.
fn following(rows: &[Row], columns: &[Column]) -> Vec<Vec<Cell>> {
    let mut entries: Vec<Vec<Cell>> = Vec::new();
    // One row that adds to another may be an entry of its own; two of them are a way of writing.
    let adding = |at: usize| at > 0 && adds(&rows[at - 1], &rows[at], columns);
    let written_so = (0..rows.len()).filter(|at| adding(*at)).count() > 1;
    for (at, row) in rows.iter().enumerate() {
        let places: Vec<(usize, &Line)> =
            row.pieces.iter().filter_map(|piece| Some((column_of(piece, columns)?, piece))).collect();
        let more = written_so && adding(at);
        let opens = !more && (places.iter().any(|(column, _)| *column == 0) || places.len() * 3 >= columns.len() * 2);
        if opens || entries.is_empty() {
            entries.push((0..columns.len()).map(|column| (column, Vec::new())).collect());
        }
        if let Some(entry) = entries.last_mut() {
            for (column, piece) in places {
                entry[column].1.push(piece.clone());
            }
        }
    }
    entries
}

fn column_of(piece: &Line, columns: &[Column]) -> Option<usize> {
    columns.iter().position(|column| overlaps(piece, column))
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn row(pieces: &[(&str, f32)], y: f32) -> Row {
        Row { pieces: pieces.iter().map(|(text, left)| line(text, *left, y)).collect() }
    }

    #[test]
    fn pieces_under_each_other_are_cells_and_wrapped_ones_go_on() {
        let rows = [
            row(&[("TT", 50.0), ("Họ và tên", 90.0), ("Chức vụ", 250.0), ("Vai trò", 420.0)], 100.0),
            row(&[("1", 52.0), ("Hà Văn Lĩnh", 90.0), ("Giám đốc Sở", 250.0), ("Trưởng ban", 420.0)], 116.0),
            row(&[("Nông nghiệp", 250.0)], 132.0),
            row(&[("2", 52.0), ("Đỗ Thị Vân", 90.0), ("Chánh Văn phòng", 250.0), ("Ủy viên", 420.0)], 148.0),
            row(&[("Danh sách này có hai người và một dòng dài đi qua mọi cột của bảng.", 50.0)], 164.0),
        ];
        let (table, taken) = read(&rows).unwrap_or_default();
        assert_eq!(taken, 4);
        assert_eq!(table.rows.len(), 3);
        let office: Vec<String> = table.rows[1][2].1.iter().map(Line::text).collect();
        assert_eq!(office, ["Giám đốc Sở", "Nông nghiệp"]);
    }

    #[test]
    fn one_line_with_a_gap_is_no_table() {
        let rows = [row(&[("Hà Văn Lĩnh", 50.0), ("Trưởng ban", 300.0)], 100.0), row(&[("và các ông", 50.0)], 116.0)];
        assert!(read(&rows).is_none());
    }

    #[test]
    fn the_last_cell_goes_on_below_and_the_text_behind_the_table_does_not() {
        let rows = [
            row(&[("1. Ông Hà Văn Lĩnh, Chủ tịch", 50.0), ("Trưởng ban", 420.0)], 100.0),
            row(&[("2. Bà Đỗ Thị Vân, Kế toán", 50.0), ("Ủy viên", 420.0)], 116.0),
            row(&[("3. Bà Tạ Thị Canh, Trưởng", 50.0), ("Ủy viên", 420.0)], 132.0),
            row(&[("phòng Lao động", 50.0)], 148.0),
            row(&[("Điều 2. Ban làm việc.", 50.0)], 164.0),
        ];
        assert_eq!(read(&rows).map(|(_, taken)| taken), Some(4));
    }

    #[test]
    fn posts_on_a_second_line_belong_to_the_entry_above() {
        let rows = [
            row(&[("1. Ông Hà Văn Lĩnh", 50.0), ("Trưởng ban", 420.0)], 100.0),
            row(&[("Chủ tịch Hội Rừng", 50.0)], 116.0),
            row(&[("2. Bà Đỗ Thị Vân", 50.0), ("Ủy viên", 420.0)], 132.0),
            row(&[("Kế toán Hội Rừng", 50.0)], 148.0),
            row(&[("3. Ông Lê Văn Bính", 50.0), ("Ủy viên", 420.0)], 164.0),
            row(&[("Trưởng Hạt Kiểm lâm", 50.0)], 180.0),
        ];
        let (table, taken) = read(&rows).unwrap_or_default();
        assert_eq!((taken, table.rows.len()), (6, 3));
        let last: Vec<String> = table.rows[2][0].1.iter().map(Line::text).collect();
        assert_eq!(last, ["3. Ông Lê Văn Bính", "Trưởng Hạt Kiểm lâm"]);
    }
}
