//! Plain text, as saved from an editor or pasted from a portal: one block per line.

mod aligned;
mod bars;
mod broken;
mod folded;
mod listing;

use std::borrow::Cow;

use crate::lexicon::headings;
use crate::line::Line;
use crate::reading::{Align, Block, Cell, Part};

/// Lines of text as blocks. A line of cells between bars is a row of a table; so are the lines with tabs under one of
/// headings, as a table is pasted from an editor.
pub fn blocks(text: &str) -> Vec<Block> {
    let text = listing::without_line_numbers(text);
    let text = broken::whole_phrases(&text);
    let text = bars::whole_rows(&text);
    let lines: Vec<Cow<'_, str>> = dressed(&text);
    let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
    let lines = folded::unfolded(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    let (mut table, mut row) = (0, 0);
    let mut in_table = false;
    let mut pasted = Pasted::Outside;
    let mut read = 0;
    for (at, line) in lines.iter().enumerate() {
        if at < read {
            continue;
        }
        let outside = if pasted == Pasted::Outside { &lines[at..] } else { &[] };
        if let Some(laid_out) = aligned::table(outside).or_else(|| folded::stacked(outside)) {
            table += 1;
            read = at + laid_out.lines;
            for (row, cells) in (0..).zip(laid_out.rows) {
                for (column, words) in cells {
                    push(&mut blocks, &words, Some(Cell { table, row, column }));
                }
            }
            table += 1;
            in_table = false;
            continue;
        }
        pasted = pasted.next(&lines[at..]);
        if pasted == Pasted::Wrapped {
            // What the wrap cut off belongs to the last cell of the row.
            let last = blocks.last().and_then(|block| block.cell);
            push(&mut blocks, line.trim(), last);
            continue;
        }
        let cells = match pasted {
            Pasted::Row => Some(tabbed(line)),
            Pasted::Laid => Some(laid_out(line)),
            // A role between the rows of a table.
            _ if in_table && heads_rows(line) && lines.get(at + 1).is_some_and(|next| cells(next).is_some()) => {
                Some(vec![line.trim()])
            }
            _ => cells(line),
        };
        if in_table && cells.is_none() {
            table += 1;
            row = 0;
        }
        in_table = cells.is_some();
        match cells {
            Some(cells) if cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | ' '))) => {}
            Some(cells) => {
                for (column, cell) in cells.into_iter().enumerate() {
                    let column = u32::try_from(column).unwrap_or(u32::MAX);
                    // "**GIÁM ĐỐC** **Nguyễn Văn A**": what stood in lines of its own.
                    for line in cell.split("** **") {
                        push(&mut blocks, line, Some(Cell { table, row, column }));
                    }
                }
                row += 1;
            }
            None if line.trim().is_empty() => push(&mut blocks, "", None),
            None => push(&mut blocks, line.trim_end(), None),
        }
    }
    blocks
}

/// The lines without what a mail or a notebook puts around them.
fn dressed(text: &str) -> Vec<Cow<'_, str>> {
    // "v Trưởng ban", "o Ông A": bullets whose face was lost, where more than one line has them.
    let lost = |line: &&str| {
        let mut letters = line.trim_start().chars();
        let bullet = letters.next().is_some_and(|c| matches!(c, 'v' | 'o' | 'q'));
        bullet && letters.next() == Some(' ') && letters.next().is_some_and(char::is_uppercase)
    };
    let small = text.lines().filter(lost).count() > 1;
    let quoted = text.lines().filter(|line| line.starts_with('>')).count() >= 5;
    text.lines()
        .map(|line| {
            // "> Điều 1. …": a mail that quotes the paper.
            let line = if quoted {
                line.strip_prefix('>').map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest))
            } else {
                line
            };
            let line = unescaped(line);
            let line = if line.contains('&') { Cow::Owned(without_entities(&line)) } else { line };
            // "…|KT. CHỦ TỊCH" down to "Nguyễn Văn A|": a cell over several lines, closed here.
            let closed = !line.trim_start().starts_with('|') && line.trim_end().ends_with('|');
            let line = if closed { Cow::Owned(line.trim_end().trim_end_matches('|').to_owned()) } else { line };
            // "| KT. CHỦ TỊCH |": a table of one cell.
            let alone = line.trim().strip_prefix("| ").and_then(|line| line.strip_suffix(" |"));
            let alone = alone.filter(|line| !line.contains('|')).map(|line| Cow::Owned(line.trim().to_owned()));
            let line = alone.unwrap_or(line);
            let line = bulleted(line, small);
            let line = if line.contains("//") || line.trim_end().ends_with(['"', '”']) {
                Cow::Owned(with_ditto(&line))
            } else {
                line
            };
            // "1/ Bà A | Phó Cục trưởng | Ủy viên": bars between the parts of an item.
            let bars = !line.trim_start().starts_with('|') && line.matches(" | ").count() >= 2;
            // " | nt | Bà B | Kế toán": a row whose first cell is empty.
            let bars = bars || (line.starts_with(" | ") && !line.trim_end().ends_with('|'));
            if bars { Cow::Owned(line.replace(" | ", "\t")) } else { line }
        })
        .collect()
}

/// What a page wrote for a letter, as it comes along with a copy.
fn without_entities(line: &str) -> String {
    let known = [("&nbsp;", " "), ("&#160;", " "), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    known.iter().fold(line.to_owned(), |line, (written, is)| line.replace(written, is))
}

/// Signs that stood for bullets become dashes; `small` says that letters do, too.
fn bulleted(line: Cow<'_, str>, small: bool) -> Cow<'_, str> {
    let bare = line.trim_start();
    let mut letters = bare.chars();
    let (first, second) = (letters.next(), letters.next());
    let sign = first.is_some_and(|c| matches!(c, '§' | 'ü' | 'Ø' | '▪' | '►' | '➢' | '✓' | '◦' | '●' | '■'));
    let letter =
        small && first.is_some_and(|c| matches!(c, 'v' | 'o' | 'q')) && letters.next().is_some_and(char::is_uppercase);
    if (sign || letter) && second == Some(' ') {
        let rest = bare.char_indices().nth(1).and_then(|(at, _)| bare.get(at..)).unwrap_or_default();
        return Cow::Owned(format!("-{rest}"));
    }
    line
}

/// "//" alone between gaps says "as above", which a line keeps as a word.
fn with_ditto(line: &str) -> String {
    // A quotation has two marks.
    let quotes = line.matches(['"', '”', '“']).count();
    let signs = |word: &str| word == "//" || (quotes == 1 && matches!(word, "\"" | "”"));
    line.split_inclusive(char::is_whitespace)
        .map(|word| if signs(word.trim_end()) { word.replace(word.trim_end(), "nt") } else { word.to_owned() })
        .collect()
}

/// Markdown writes "1\\." for "1.", and "[words](address)" for a link: the words are what the paper says.
fn unescaped(line: &str) -> Cow<'_, str> {
    if !line.contains('\\') && !line.contains("](") {
        return Cow::Borrowed(line);
    }
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek().is_some_and(char::is_ascii_punctuation) => {}
            letter => plain.push(letter),
        }
    }
    let mut words = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some((open, close, end)) = link(rest) {
        words.push_str(&rest[..open]);
        words.push_str(&rest[open + 1..close]);
        rest = &rest[end..];
    }
    words.push_str(rest);
    Cow::Owned(words)
}

/// Where the first link opens, its words end, and it ends.
fn link(line: &str) -> Option<(usize, usize, usize)> {
    let close = line.find("](http")?;
    let open = line[..close].rfind('[')?;
    let end = close + line[close..].find(')')?;
    Some((open, close, end + 1))
}

/// Where a line stands to a table that was pasted with tabs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pasted {
    Outside,
    Row,
    /// A row under headings with several tabs between them: gaps of any width part the cells.
    Laid,
    /// The rest of the row before.
    Wrapped,
}

impl Pasted {
    /// Of the first of these lines, when the one before it was this.
    fn next(self, lines: &[&str]) -> Self {
        let Some((line, rest)) = lines.split_first() else { return Self::Outside };
        let row = |line: &&str| line.matches('\t').count() >= 2;
        let numbered = |line: &&str| tabbed(line).first().is_some_and(|cell| is_number(cell));
        let laid = |line: &&str| laid_out(line).len() >= 3 && !line.trim().is_empty();
        if self == Self::Laid {
            return if laid(line) { Self::Laid } else { Self::Outside };
        }
        if self != Self::Outside {
            let goes_on = rest.first().is_some_and(|next| row(next) && numbered(next));
            return match () {
                () if row(line) => Self::Row,
                () if heads_rows(line) && rest.first().is_some_and(row) => Self::Row,
                () if goes_on && !line.trim().is_empty() && !line.contains('\t') && !opens_article(line) => {
                    Self::Wrapped
                }
                () => Self::Outside,
            };
        }
        // A role over the first rows stands between them and the headings.
        let first = rest.first().filter(|next| heads_rows(next)).map_or(rest.first(), |_| rest.get(1));
        let heads = || headings::heads(tabbed(line).into_iter()) && first.is_some_and(row);
        let heading = laid_out(line);
        let gaps = line.trim().contains("\t\t") && heading.len() >= 3 && rest.first().is_some_and(laid);
        if gaps && headings::heads(heading.into_iter()) {
            return Self::Laid;
        }
        let several = || numbered(line) && rest.first().is_some_and(|next| row(next) && numbered(next));
        if row(line) && (heads() || several()) { Self::Row } else { Self::Outside }
    }
}

/// "Điều 2. Thành lập Tổ biên tập gồm:", between the rows of two tables.
fn opens_article(line: &str) -> bool {
    crate::grammar::opens_article(Line::plain(line).all())
}

/// "II. Các Phó Trưởng ban", over the rows of a table: the role of those below.
fn heads_rows(line: &str) -> bool {
    let line = Line::plain(line);
    let short = line.chars.len() <= 60 && !line.chars.contains(&'\t');
    short && crate::grammar::is_role(crate::grammar::behind_label(line.all()).bare())
}

/// The cells of a line with tabs between them.
fn tabbed(line: &str) -> Vec<&str> {
    line.split('\t').map(str::trim).collect()
}

/// The cells of a line with a tab, or a gap of three spaces, between them.
fn laid_out(line: &str) -> Vec<&str> {
    let parts = line.split('\t').flat_map(|part| part.split("   "));
    parts.map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

fn is_number(cell: &str) -> bool {
    let digits = cell.trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn push(blocks: &mut Vec<Block>, text: &str, cell: Option<Cell>) {
    let bare = text.trim();
    let starred = |by: &str| bare.len() > 2 * by.len() && bare.starts_with(by) && bare.ends_with(by);
    blocks.push(Block {
        id: u32::try_from(blocks.len()).unwrap_or(u32::MAX),
        file: 0,
        part: if cell.is_some() { Part::Table } else { Part::Body },
        bold: starred("**"),
        italic: starred("*") && !starred("**"),
        align: Align::Left,
        text: text.chars().filter(|c| *c != '\u{feff}' && (!c.is_control() || *c == '\t')).collect(),
        cell,
    });
}

/// The cells of `| a | b |`; a line that is only a bar is what a portal left of a layout table.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    inner.contains('|').then(|| inner.split('|').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_between_bars_is_cells_and_a_lone_bar_is_not() {
        let blocks = blocks("|\n| 1 | Ông A |\n|---|---|\n| 2 | Bà B |");
        let cells: Vec<_> = blocks.iter().filter_map(|b| b.cell.map(|c| (c.row, c.column, b.text.as_str()))).collect();
        assert_eq!(cells, [(0, 0, "1"), (0, 1, "Ông A"), (1, 0, "2"), (1, 1, "Bà B")]);
    }

    #[test]
    fn bullets_whose_face_was_lost_and_signs_for_as_above_are_mended() {
        let texts = |text: &str| blocks(text).into_iter().map(|block| block.text).collect::<Vec<_>>();
        assert_eq!(texts("v Trưởng ban\nü Ông A\no Bà B"), ["- Trưởng ban", "- Ông A", "- Bà B"]);
        assert_eq!(texts("o Bà B"), ["o Bà B"]);
        assert_eq!(texts("5. Bà C      //      //"), ["5. Bà C      nt      nt"]);
        assert_eq!(texts("Bà D, Bí thư   \""), ["Bà D, Bí thư   nt"]);
        assert_eq!(texts("Hội thi \"Tuổi trẻ\""), ["Hội thi \"Tuổi trẻ\""]);
        assert_eq!(texts("Số: 3/QĐ &nbsp; A &amp; B"), ["Số: 3/QĐ   A & B"]);
    }

    #[test]
    fn what_a_mail_or_a_notebook_adds_is_taken_off() {
        let texts = |text: &str| blocks(text).into_iter().map(|block| block.text).collect::<Vec<_>>();
        assert_eq!(
            texts("1\\. Bà A, số [12/QĐ](https://x.example/12) và [34/QĐ](http://y)."),
            ["1. Bà A, số 12/QĐ và 34/QĐ."]
        );
        assert_eq!(texts("> a\n> b\n>\n> c\n> d"), ["a", "b", "", "c", "d"]);
        assert_eq!(texts("> a\nb"), ["> a", "b"]);
        assert_eq!(texts("1/ Bà A | Phó Cục trưởng | Ủy viên"), ["1/ Bà A\tPhó Cục trưởng\tỦy viên"]);
    }

    #[test]
    fn rows_pasted_with_tabs_are_cells_and_two_columns_of_a_letterhead_are_not() {
        let text = "UBND XÃ A\tCỘNG HÒA\nTT\tHọ và tên\tChức vụ\tVai trò\n1\tÔng B\tTrưởng phòng Kinh tế\n                    và Hạ tầng\n2\tBà C\tKế toán\tỦy viên\nHết";
        let blocks = blocks(text);
        let cells: Vec<_> = blocks.iter().filter_map(|b| b.cell.map(|c| (c.row, c.column, b.text.as_str()))).collect();
        assert_eq!(cells[4..8], [(1, 0, "1"), (1, 1, "Ông B"), (1, 2, "Trưởng phòng Kinh tế"), (1, 2, "và Hạ tầng")]);
        assert_eq!(cells.len(), 12);
        assert!(blocks.first().is_some_and(|block| block.cell.is_none()));
    }
}
