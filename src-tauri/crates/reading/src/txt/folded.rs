//! Lists that lost their columns: two halves side by side, or the columns of a table one below the other.

use super::aligned::Table;
use crate::lexicon::headings;

/// No list of members has so many lines in its halves: each line is looked at from at most so many before it.
const MOST: usize = 60;

/// A gap this wide stands between two halves.
const GAP: &str = "    ";

/// The lines, with a list in two halves put in order: "1. A     4. D" over "2. B     5. E".
pub fn unfolded<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut all = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let halves: Vec<(usize, &str, usize, &str)> =
            lines[at..].iter().take(MOST).map_while(|line| halves(line)).collect();
        let rising = |pair: &[(usize, &str, usize, &str)]| pair[1].0 == pair[0].0 + 1 && pair[1].2 == pair[0].2 + 1;
        let goes_on = |last: &(usize, &str, usize, &str)| halves.first().is_some_and(|first| first.2 == last.0 + 1);
        if halves.len() > 1 && halves.windows(2).all(rising) && halves.last().is_some_and(goes_on) {
            all.extend(halves.iter().map(|half| half.1));
            all.extend(halves.iter().map(|half| half.3));
            at += halves.len();
        } else {
            all.push(lines[at]);
            at += 1;
        }
    }
    all
}

/// The two numbered halves of a line.
fn halves(line: &str) -> Option<(usize, &str, usize, &str)> {
    let (left, right) = line.trim().split_once(GAP)?;
    let (left, right) = (left.trim(), right.trim());
    Some((numbered(left)?.0, left, numbered(right)?.0, right))
}

/// The number at the head of an item, and what it numbers.
fn numbered(item: &str) -> Option<(usize, &str)> {
    // No list has a number of more figures, and the next number is asked for.
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 6 {
        return None;
    }
    let rest = item.get(digits..)?.strip_prefix(['.', ')', '/'])?.trim();
    Some((item.get(..digits)?.parse().ok()?, rest)).filter(|(_, rest)| !rest.is_empty())
}

/// The columns of a table that were copied one below the other: "Họ và tên" with its numbered names, then "Chức vụ"
/// with as many posts, and so on.
pub fn stacked(lines: &[&str]) -> Option<Table> {
    // The first item has the number 1: what else follows most lines is seen at once.
    lines.get(1).filter(|next| next.trim_start().starts_with('1'))?;
    headings::heading(lines.first()?.trim())?;
    if let Some(table) = counted(lines) {
        return Some(table);
    }
    let mut columns: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut read = 0;
    while let Some(heading) = lines.get(read).map(|line| line.trim()) {
        if headings::heading(heading).is_none() {
            break;
        }
        let items: Vec<&str> = lines[read + 1..]
            .iter()
            .enumerate()
            .map_while(|(n, line)| numbered(line.trim()).filter(|(number, _)| *number == n + 1).map(|(_, rest)| rest))
            .collect();
        let fits = items.len() > 1 && columns.first().is_none_or(|(_, first)| first.len() == items.len());
        if !fits {
            break;
        }
        read += items.len() + 1;
        columns.push((heading, items));
    }
    if columns.len() < 2 || !headings::heads(columns.iter().map(|(heading, _)| *heading)) {
        return None;
    }
    let count = columns.first().map_or(0, |(_, items)| items.len());
    let head = (0..).zip(columns.iter().map(|(heading, _)| (*heading).to_owned())).collect();
    let row = |n: usize| (0..).zip(columns.iter().filter_map(|(_, items)| Some((*items.get(n)?).to_owned()))).collect();
    let body = (0..count).map(row);
    Some(Table { lines: read, rows: std::iter::once(head).chain(body).collect() })
}

/// The same without numbers before the items: those of the first column, "TT", say how many there are.
fn counted(lines: &[&str]) -> Option<Table> {
    let count = lines[1..]
        .iter()
        .take(10 * MOST)
        .enumerate()
        .take_while(|(n, line)| line.trim() == (n + 1).to_string())
        .count();
    if count < 2 {
        return None;
    }
    let columns: Vec<&[&str]> = lines
        .chunks(count + 1)
        .take_while(|column| {
            let full = column.len() == count + 1 && column.iter().all(|line| !line.trim().is_empty());
            full && headings::heading(column[0].trim()).is_some()
        })
        .collect();
    if columns.len() < 3 || !headings::heads(columns.iter().map(|column| column[0].trim())) {
        return None;
    }
    let row = |n: usize| (0..).zip(columns.iter().map(|column| column[n].trim().to_owned())).collect();
    Some(Table { lines: columns.len() * (count + 1), rows: (0..=count).map(row).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_halves_are_put_in_order() {
        let lines = ["Gồm:", "1. Ông A      3. Bà C", "2. Ông B      4. Bà D", "Hết"];
        assert_eq!(unfolded(&lines), ["Gồm:", "1. Ông A", "2. Ông B", "3. Bà C", "4. Bà D", "Hết"]);
        let apart = ["1. Ông A      7. Bà C", "2. Ông B      8. Bà D"];
        assert_eq!(unfolded(&apart), apart);
    }

    #[test]
    fn columns_below_each_other_are_a_table() {
        let lines = ["Họ và tên", "1. Ông A", "2. Bà B", "Chức vụ", "1. Kế toán", "2. Văn thư", "Điều 2. Hết."];
        let table = stacked(&lines).expect("a table");
        assert_eq!((table.lines, table.rows.len()), (6, 3));
        assert_eq!(table.rows[2], [(0, "Bà B".to_owned()), (1, "Văn thư".to_owned())]);
        let bare = ["TT", "1", "2", "Họ và tên", "Ông A", "Bà B", "Chức vụ", "Kế toán", "Văn thư", "Hết"];
        let table = stacked(&bare).expect("a table");
        assert_eq!((table.lines, table.rows.len()), (9, 3));
        assert!(stacked(&["Họ và tên", "1. Ông A", "Chức vụ", "1. Kế toán"]).is_none());
    }
}
