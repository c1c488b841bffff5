//! Two columns that lay out a letterhead or a signature: each is read from top to bottom, the left one first.

use super::Line;
use super::rows::Row;

/// The two columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    pub left: Vec<Line>,
    pub right: Vec<Line>,
}

/// Lines farther apart than this many sizes belong to no common column, except the name under a signature.
const FAR: f32 = 9.0;

/// The kinds of papers, as the line in capitals names them over their subject.
const TYPES: [&str; 9] =
    ["QUYẾT ĐỊNH", "NGHỊ QUYẾT", "THÔNG BÁO", "KẾ HOẠCH", "QUY CHẾ", "TỜ TRÌNH", "GIẤY MỜI", "BIÊN BẢN", "BÁO CÁO"];

/// Reads the two columns that begin at the row, and says how many rows they take.
pub fn read(rows: &[Row]) -> Option<(Columns, usize)> {
    let first = rows.first()?;
    let [left, right] = first.pieces.as_slice() else { return signature(rows) };
    if !opens(left, right) {
        return None;
    }
    let mut columns = Columns { left: vec![left.clone()], right: vec![right.clone()] };
    // The empty strip between them, which no line of theirs enters.
    let (mut from, mut to) = (left.right, right.left);
    let mut taken = 1;
    for row in &rows[1..] {
        let bottom = rows[taken - 1].bottom();
        if row.top() - bottom > row.size() * FAR {
            break;
        }
        let near = row.top() - bottom < row.size() * 2.5;
        // "QUYẾT ĐỊNH", at the left edge as well, begins the paper itself.
        if let [only] = row.pieces.as_slice()
            && TYPES.contains(&only.text().trim_end_matches(':'))
        {
            break;
        }
        match row.pieces.as_slice() {
            [a, b] if a.right < to && b.left > from && a.right.max(from) + 4.0 < b.left.min(to) => {
                from = from.max(a.right);
                to = to.min(b.left);
                columns.left.push(a.clone());
                columns.right.push(b.clone());
            }
            [only] if only.right < to && near && belongs(only, &columns.left, true) => {
                from = from.max(only.right);
                columns.left.push(only.clone());
            }
            [only]
                if only.left > from
                    && (belongs(only, &columns.right, false) || (near && on_the_edge(only, &columns))) =>
            {
                to = to.min(only.left);
                columns.right.push(only.clone());
            }
            _ => break,
        }
        taken += 1;
    }
    Some((columns, taken))
}

/// Most rows from the title of who signs to the name.
const LONGEST_SIGNATURE: usize = 24;

/// A signature whose columns begin one below the other: the title of who signs, then the recipients, and only the last of
/// them beside the name.
fn signature(rows: &[Row]) -> Option<(Columns, usize)> {
    let [first] = rows.first()?.pieces.as_slice() else { return None };
    let recipients = |line: &Line| says(line, &["nơi nhận", "nơi gửi", "nơi gởi"]);
    if !(first.is_capitals() || recipients(first)) {
        return None;
    }
    let rows = &rows[..rows.len().min(LONGEST_SIGNATURE)];
    let (beside, pieces) = rows.iter().enumerate().find(|(_, row)| row.pieces.len() > 1)?;
    let [a, b] = pieces.pieces.as_slice() else { return None };
    let mut columns = Columns::default();
    let (mut from, mut to) = (a.right, b.left);
    for row in &rows[..beside] {
        let [only] = row.pieces.as_slice() else { return None };
        let left = recipients(only) || only.has_label();
        if left && only.right < to {
            from = from.max(only.right);
            columns.left.push(only.clone());
        } else if !left && only.left > from && only.words.len() <= 12 {
            to = to.min(only.left);
            columns.right.push(only.clone());
        } else {
            return None;
        }
    }
    let signs = columns.right.iter().any(Line::is_capitals) && (2..=8).contains(&b.words.len());
    if !signs || !columns.left.iter().any(recipients) || from + 4.0 > to {
        return None;
    }
    columns.left.push(a.clone());
    columns.right.push(b.clone());
    Some((columns, beside + 1))
}

/// Whether a line begins with one of the words.
fn says(line: &Line, words: &[&str]) -> bool {
    let text = line.text().to_lowercase().replace("hoà", "hòa");
    words.iter().any(|word| text.starts_with(word))
}

/// Whether two pieces side by side are a letterhead or a signature rather than cells of a list.
fn opens(left: &Line, right: &Line) -> bool {
    let country = ["cộng hòa", "độc lập", "đảng cộng sản"];
    let signs = ["tm.", "t.m", "t/m", "kt.", "k.t", "tl.", "tuq.", "q."];
    says(right, &country)
        || says(left, &["nơi nhận", "nơi gửi", "nơi gởi", "số:", "số "])
        || says(right, &signs)
        || says(left, &signs)
        || (left.is_capitals() && right.is_capitals() && left.words.len() > 1 && right.words.len() > 1)
        || (right.text().contains("ngày") && right.text().contains("tháng") && right.words.len() <= 14)
}

/// "VIỆT NAM" below "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", in a right column whose lines begin on one edge, well to the right of
/// all at the left.
fn on_the_edge(line: &Line, columns: &Columns) -> bool {
    let edge = columns.right.iter().all(|other| (other.left - line.left).abs() < line.size * 0.35);
    edge && columns.left.iter().all(|other| other.right + line.size < line.left)
}

/// Whether a line alone goes on with a column: set about the same middle, or on the same edge.
fn belongs(line: &Line, column: &[Line], left: bool) -> bool {
    let middle = |other: &Line| (other.middle() - line.middle()).abs() < line.size * 0.8;
    let edge = |other: &Line| (other.left - line.left).abs() < line.size * 0.35;
    column.iter().any(|other| middle(other) || (left && edge(other)))
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn row(pieces: &[Line]) -> Row {
        Row { pieces: pieces.to_vec() }
    }

    fn said(lines: &[Line]) -> Vec<String> {
        lines.iter().map(Line::text).collect()
    }

    /// A line about this middle.
    fn centred(text: &str, middle: f32, y: f32) -> Line {
        let line = line(text, 0.0, y);
        super::super::line(text, middle - line.right / 2.0, y)
    }

    #[test]
    fn the_letterhead_is_read_column_by_column_and_ends_before_the_title() {
        let rows = [
            row(&[centred("ỦY BAN NHÂN DÂN", 140.0, 80.0), centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 420.0, 80.0)]),
            row(&[centred("TỈNH X", 140.0, 96.0), centred("Độc lập - Tự do - Hạnh phúc", 420.0, 96.0)]),
            row(&[centred("Số: 12/QĐ-UBND", 140.0, 130.0), centred("X, ngày 2 tháng 3 năm 2025", 420.0, 130.0)]),
            row(&[centred("QUYẾT ĐỊNH", 310.0, 160.0)]),
        ];
        let (columns, taken) = read(&rows).unwrap_or_default();
        assert_eq!(taken, 3);
        assert_eq!(said(&columns.left), ["ỦY BAN NHÂN DÂN", "TỈNH X", "Số: 12/QĐ-UBND"]);
        assert_eq!(columns.right.len(), 3);
    }

    #[test]
    fn the_signer_stands_far_below_and_stays_in_his_column() {
        let rows = [
            row(&[line("Nơi nhận:", 60.0, 600.0), centred("KT. CHỦ TỊCH", 420.0, 600.0)]),
            row(&[line("- Như Điều 3;", 60.0, 614.0), centred("PHÓ CHỦ TỊCH", 420.0, 614.0)]),
            row(&[line("- Lưu: VT.", 60.0, 628.0)]),
            row(&[centred("Hà Văn Lĩnh", 420.0, 690.0)]),
            row(&[line("Một dòng của phụ lục", 60.0, 780.0)]),
        ];
        let (columns, taken) = read(&rows).unwrap_or_default();
        assert_eq!(taken, 4);
        assert_eq!(said(&columns.right), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hà Văn Lĩnh"]);
        assert_eq!(columns.left.len(), 3);
    }

    #[test]
    fn a_name_beside_the_last_of_the_recipients_is_of_the_column_above_it() {
        let rows = [
            row(&[centred("KT. CHỦ TỊCH", 420.0, 600.0)]),
            row(&[centred("PHÓ CHỦ TỊCH", 420.0, 614.0)]),
            row(&[line("Nơi nhận:", 60.0, 630.0)]),
            row(&[line("- Như Điều 3;", 60.0, 644.0)]),
            row(&[line("- Lưu: VT.", 60.0, 658.0), centred("Hà Văn Lĩnh", 420.0, 658.0)]),
            row(&[line("Một dòng của phụ lục", 60.0, 780.0)]),
        ];
        let (columns, taken) = read(&rows).unwrap_or_default();
        assert_eq!(taken, 5);
        assert_eq!(said(&columns.right), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hà Văn Lĩnh"]);
        assert_eq!(said(&columns.left), ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."]);
        assert_eq!(read(&rows[1..2]), None);
    }

    #[test]
    fn two_cells_of_a_list_are_no_letterhead() {
        assert_eq!(read(&[row(&[line("Hà Văn Lĩnh", 60.0, 80.0), line("Trưởng ban", 300.0, 80.0)])]), None);
    }

    #[test]
    fn the_type_at_the_left_edge_ends_the_letterhead_and_a_broken_line_at_the_right_one_does_not() {
        let rows = [
            row(&[line("ỦY BAN NHÂN DÂN", 60.0, 80.0), line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 300.0, 80.0)]),
            row(&[line("VIỆT NAM", 300.0, 96.0)]),
            row(&[line("HUYỆN X", 60.0, 104.0)]),
            row(&[line("Số: 12/QĐ-UBND", 60.0, 120.0), line("X, ngày 2 tháng 3 năm 2025", 300.0, 120.0)]),
            row(&[line("QUYẾT ĐỊNH", 60.0, 140.0)]),
        ];
        let (columns, taken) = read(&rows).unwrap_or_default();
        assert_eq!(taken, 4);
        assert_eq!(said(&columns.left), ["ỦY BAN NHÂN DÂN", "HUYỆN X", "Số: 12/QĐ-UBND"]);
        assert_eq!(said(&columns.right)[1], "VIỆT NAM");
    }
}
