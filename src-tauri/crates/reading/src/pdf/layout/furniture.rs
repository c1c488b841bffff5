//! What belongs to the page and not to the paper: page numbers, running heads and feet.

use std::collections::HashMap;

use super::Line;
use super::page::Raw;
use super::rows::Row;

/// The part of the page's height at head and foot in which furniture stands.
const MARGIN: f32 = 0.11;
/// Rows at either end that are looked at.
const ROWS: usize = 3;

/// Takes the furniture off the pages: for each page the lines of its head and its foot.
pub fn take(pages: &mut [Raw]) -> Vec<(Vec<Line>, Vec<Line>)> {
    let mut seen: HashMap<(String, bool), usize> = HashMap::new();
    for page in pages.iter() {
        for (key, _) in ends(page) {
            *seen.entry(key).or_default() += 1;
        }
    }
    let count = pages.len();
    pages
        .iter_mut()
        .map(|page| {
            let mut gone: Vec<(usize, bool)> = ends(page)
                .into_iter()
                .filter(|((text, foot), at)| {
                    let row = &page.rows[*at];
                    let repeated = seen.get(&(text.clone(), *foot)).copied().unwrap_or(0);
                    row.is_furniture() || is_number(row) || (repeated > 1 && repeated * 3 >= count)
                })
                .map(|((_, foot), at)| (at, foot))
                .collect();
            gone.sort_unstable();
            gone.dedup();
            let (mut head, mut foot) = (Vec::new(), Vec::new());
            for (at, is_foot) in gone.into_iter().rev() {
                let line = page.rows.remove(at).line();
                if is_foot { foot.insert(0, line) } else { head.insert(0, line) }
            }
            (head, foot)
        })
        .collect()
}

/// The rows near head and foot: what they say with digits alike, whether at the foot, and which row it is.
fn ends(page: &Raw) -> Vec<((String, bool), usize)> {
    let (low, high) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    let alike = |text: String| text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    // "PHỤ LỤC 1" and "PHỤ LỤC 2" head what each page begins.
    let annex = |text: &str| text.to_lowercase().starts_with("phụ lục");
    let key = |row: &Row| Some(row.text()).filter(|text| annex(text)).unwrap_or_else(|| alike(row.text()));
    let head = page.rows.iter().enumerate().take(ROWS).take_while(|(_, row)| row.y() < low);
    let foot = page.rows.iter().enumerate().rev().take(ROWS).take_while(|(_, row)| row.top() > high);
    let head = head.map(|(at, row)| ((key(row), false), at));
    head.chain(foot.map(|(at, row)| ((key(row), true), at))).collect()
}

/// "2", "- 2 -", "Trang 2/5", "2 / 5".
fn is_number(row: &Row) -> bool {
    let text = row.text().to_lowercase();
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '/' | '|')).collect();
    let digits = bare.trim_start_matches("trang").trim_start_matches("page").trim_start_matches("số");
    let digits: String = digits.split("trên").collect();
    (1..=6).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn page(lines: &[(&str, f32)]) -> Raw {
        let rows = lines.iter().map(|(text, y)| Row { pieces: vec![line(text, 100.0, *y)] });
        Raw { width: 595.0, height: 842.0, rows: rows.collect(), tables: Vec::new() }
    }

    #[test]
    fn numbers_and_what_is_repeated_are_taken_off_and_the_paper_stays() {
        let mut pages = [
            page(&[("CÔNG BÁO/Số 12", 40.0), ("QUYẾT ĐỊNH", 80.0), ("Trang 1/2", 810.0)]),
            page(&[("CÔNG BÁO/Số 12", 40.0), ("2 tháng 3", 60.0), ("Trang 2/2", 810.0)]),
            page(&[("PHỤ LỤC 1", 60.0), ("3", 810.0)]),
            page(&[("PHỤ LỤC 2", 60.0), ("4", 810.0)]),
        ];
        let taken = take(&mut pages);
        assert_eq!(taken[0].0.len(), 1);
        assert_eq!(taken[1].1[0].text(), "Trang 2/2");
        assert_eq!(pages[0].rows.len(), 1);
        assert_eq!(pages[1].rows[0].text(), "2 tháng 3");
        assert_eq!(pages[2].rows[0].text(), "PHỤ LỤC 1");
        assert_eq!(pages[3].rows[0].text(), "PHỤ LỤC 2");
    }
}
