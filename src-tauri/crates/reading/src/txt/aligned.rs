//! A table that was laid out with spaces: a row of headings, and below each heading what belongs to it, wrapped within
//! its column.

use crate::lexicon::headings;

/// A gap of so many spaces parts two cells.
const GAP: usize = 2;

/// How far before its heading a cell may begin, in characters.
const SLACK: usize = 2;

/// A table.
pub struct Table {
    /// How many lines it takes.
    pub lines: usize,
    /// Its rows, that of the headings first: what stands in which column, put together again.
    pub rows: Vec<Vec<(u32, String)>>,
}

/// Reads the table that begins with the first of these lines. A line that opens a row has something in its first column.
/// Nothing where none begins, or where rows of one line can be read as they stand.
pub fn table(lines: &[&str]) -> Option<Table> {
    let (head, rest) = lines.split_first()?;
    // Most lines have no gap at all, and are not looked at any closer.
    head.trim().match_indices("  ").nth(1)?;
    let headed = pieces(head);
    let starts: Vec<usize> = headed.iter().map(|(at, _)| *at).collect();
    if head.contains('\t') || headed.len() < 3 || !headings::heads(headed.iter().map(|(_, words)| *words)) {
        return None;
    }
    let owned = |pieces: Vec<(u32, &str)>| pieces.into_iter().map(|(at, words)| (at, words.to_owned())).collect();
    let mut rows: Vec<Vec<(u32, String)>> = vec![owned(in_columns(&headed, &starts)?)];
    let (mut wrapped, mut read) = (false, 1);
    for line in rest {
        let found = pieces(line);
        // Under another row of headings another table begins: no line is looked at from more than one of them.
        let headed = found.len() > 2 && headings::heads(found.iter().map(|(_, words)| *words));
        if found.is_empty() || headed || line.contains('\t') {
            break;
        }
        let Some(pieces) = in_columns(&found, &starts) else { break };
        let opens = pieces.first().is_some_and(|(column, _)| *column == 0);
        if (opens && pieces.len() < 2) || (!opens && rows.len() < 2) {
            break;
        }
        read += 1;
        if opens {
            rows.push(owned(pieces));
            continue;
        }
        wrapped = true;
        let Some(row) = rows.last_mut() else { break };
        for (column, words) in pieces {
            match row.iter_mut().find(|(at, _)| *at == column) {
                Some((_, above)) => *above = format!("{above} {words}"),
                None => row.push((column, words.to_owned())),
            }
        }
    }
    // "1   Nguyễn Văn A   Giám đốc": a number in a column of its own is no label of an item. "Ông" behind it says
    // where the name begins, and the row is read as a line.
    let bare = |row: &Vec<(u32, String)>| {
        let number =
            row.first().is_some_and(|(column, words)| *column == 0 && words.bytes().all(|b| b.is_ascii_digit()));
        let titled = row.get(1).is_some_and(|(_, words)| {
            let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
            matches!(first.as_str(), "ông" | "bà" | "đ/c" | "đồng")
        });
        number && !titled
    };
    let numbered = rows.len() > 2 && rows[1..].iter().all(bare);
    ((wrapped || numbered) && rows.len() > 1).then_some(Table { lines: read, rows })
}

/// What gaps part on a line, with where each begins.
fn pieces(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let (mut from, mut spaces) = (None, 0);
    let ends = line.char_indices().chain([(line.len(), ' '), (line.len(), ' ')]);
    let mut last = 0;
    for (column, (at, letter)) in ends.enumerate() {
        if letter == ' ' || letter == '\u{a0}' {
            spaces += 1;
            let ends = spaces == GAP || at == line.len();
            if let Some((start, begin)) = from.take_if(|_| ends) {
                found.push((start, line.get(begin..last).unwrap_or_default().trim_end()));
            }
        } else {
            spaces = 0;
            last = at + letter.len_utf8();
            from = from.or(Some((column, at)));
        }
    }
    found
}

/// The column of each piece, by where the headings begin; nothing where two fall into one.
fn in_columns<'a>(pieces: &[(usize, &'a str)], starts: &[usize]) -> Option<Vec<(u32, &'a str)>> {
    let mut found: Vec<(u32, &str)> = Vec::new();
    for (start, words) in pieces {
        let column = starts.iter().rposition(|heading| *heading <= start + SLACK)?;
        // What reaches into the next column is no cell.
        let next = starts.get(column + 1).map_or(usize::MAX, |next| next + SLACK);
        let column = u32::try_from(column).ok()?;
        if start + words.chars().count() > next || found.last().is_some_and(|(before, _)| *before == column) {
            return None;
        }
        found.push((column, words));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_cells_stand_below_their_heading() {
        let text = " TT   HỌ VÀ TÊN          CHỨC VỤ              NHIỆM VỤ\n \
                    1    Ông Mẫu A          Trưởng phòng         Trưởng ban\n                         \
                    Giáo dục\n \
                    2    Bà Lò Thị          Kế toán              Ủy viên\n      \
                    Mẫu\nĐiều 2. Quyết định này có hiệu lực.";
        let lines: Vec<&str> = text.lines().collect();
        let table = table(&lines).expect("a table");
        assert_eq!((table.lines, table.rows.len()), (5, 3));
        assert_eq!(table.rows[1][2], (2, "Trưởng phòng Giáo dục".to_owned()));
        assert_eq!(table.rows[2][1], (1, "Bà Lò Thị Mẫu".to_owned()));
    }

    #[test]
    fn rows_of_one_line_and_letterheads_are_left_alone() {
        let rows = ["TT   Họ và tên    Chức vụ", "1    Ông A        Kế toán", "2    Bà B         Kế toán"];
        assert!(table(&rows).is_none());
        let bare = ["TT   Họ và tên    Chức vụ", "1    Lò Văn A     Kế toán", "2    Tạ Thị B     Kế toán"];
        assert_eq!(table(&bare).map(|table| table.rows.len()), Some(3));
        let head = ["UBND XÃ A          CỘNG HÒA XÃ HỘI          NĂM", "   TỈNH B          Độc lập"];
        assert!(table(&head).is_none());
    }
}
