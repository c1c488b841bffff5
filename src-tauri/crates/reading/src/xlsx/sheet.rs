//! One sheet: its cells, row after row, in a single walk over the part.

use std::ops::RangeInclusive;

use super::Budget;
use super::number::Formats;
use super::scan::{Piece, Scan, Tag, resolve};
use super::strings::{Strings, tidied, tidy};
use crate::grid::{Row, Tall};
use crate::unreadable::Unreadable;

/// The limits of the format; what lies beyond is damage.
const MOST_COLUMNS: u32 = 16_384;
const MOST_ROWS: u32 = 1_048_576;
/// Merged cells beyond this number are not looked at.
const MOST_MERGES: usize = 100_000;

/// What a sheet shows.
#[derive(Debug, Default)]
pub struct Shown {
    pub rows: Vec<Row>,
    pub tall: Vec<Tall>,
    /// How many rows with anything in them, and stretches of columns, are hidden.
    pub hidden_rows: usize,
    pub hidden_columns: usize,
}

/// What a cell holds, by its type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Day,
}

/// The cell that is being read.
#[derive(Clone, Copy, Default)]
struct Open {
    column: u32,
    kind: Kind,
    style: usize,
}

impl Open {
    /// Takes an attribute in; `next` is the column that it has where none is stated.
    fn says(&mut self, name: u8, value: &str, next: u32) {
        match name {
            b'r' => self.column = letters_of(value).map_or(next, |(column, _)| column),
            b's' => self.style = value.parse().unwrap_or(usize::MAX),
            b't' => {
                self.kind = match value.as_bytes() {
                    [b's'] => Kind::Shared,
                    b"str" | b"inlineStr" => Kind::Text,
                    [b'b'] => Kind::Bool,
                    [b'e'] => Kind::Error,
                    [b'd'] => Kind::Day,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }
}

/// Reads a sheet: what it shows, or with what it hides.
pub fn read(
    text: &str,
    hidden_too: bool,
    part: &str,
    strings: &Strings,
    formats: &Formats,
    budget: &mut Budget,
) -> Result<Shown, Unreadable> {
    let mut walk = Walk {
        part,
        strings,
        formats,
        budget,
        shown: Shown::default(),
        row: Row::default(),
        hidden_too,
        hidden: false,
        columns: Vec::new(),
        met: Vec::new(),
        value: String::new(),
    };
    let mut scan = Scan::new(part, text);
    let mut cell: Option<Open> = None;
    let (mut inside, mut phonetic, mut next_row, mut next_column, mut seen) = (false, false, 0, 0, false);
    loop {
        // Nearly all of a sheet are cells that say what they hold and nothing else.
        while let Some(plain) = if cell.is_none() { scan.plain_cell() } else { None } {
            let mut open = Open { column: next_column, ..Open::default() };
            plain.attributes().for_each(|(name, value)| open.says(name, value, next_column));
            next_column = walk.within(open)?.column + 1;
            walk.close(open, plain.value)?;
        }
        let Some(piece) = scan.next()? else { break };
        match &piece {
            // The names of a million tags: those of one letter are told by it, without a comparison of texts.
            Piece::Open(tag) => match tag.name.as_bytes() {
                [b'v'] => inside = true,
                [b't'] => inside = !phonetic,
                [b'c'] => {
                    let open = walk.open(tag, next_column)?;
                    next_column = open.column + 1;
                    walk.value.clear();
                    cell = Some(open);
                }
                b"row" => {
                    next_row = walk.begin(tag, next_row)?;
                    next_column = 0;
                }
                b"rPh" => phonetic = true,
                b"col" => walk.column(tag),
                b"mergeCell" => walk.merge(tag),
                b"worksheet" => seen = true,
                _ => {}
            },
            Piece::Empty(tag) => match tag.name {
                "c" => next_column = walk.open(tag, next_column)?.column + 1,
                "row" => next_row = walk.begin(tag, next_row)?,
                "col" => walk.column(tag),
                "mergeCell" => walk.merge(tag),
                "worksheet" => seen = true,
                _ => {}
            },
            Piece::Close(name) => match name.as_bytes() {
                [b'v' | b't'] => inside = false,
                [b'c'] => {
                    if let Some(open) = cell.take() {
                        let value = std::mem::take(&mut walk.value);
                        walk.close(open, &value)?;
                        walk.value = value;
                    }
                }
                b"row" => walk.finish_row(),
                b"rPh" => phonetic = false,
                _ => {}
            },
            Piece::Text(text) if inside && cell.is_some() => resolve(text, part, &mut walk.value)?,
            Piece::Plain(text) if inside && cell.is_some() => walk.value.push_str(text),
            Piece::Text(_) | Piece::Plain(_) => {}
        }
    }
    if seen { Ok(walk.finish()) } else { Err(Unreadable::damaged(part, "no sheet of cells")) }
}

struct Walk<'s> {
    part: &'s str,
    strings: &'s Strings,
    formats: &'s Formats,
    budget: &'s mut Budget,
    shown: Shown,
    row: Row,
    hidden_too: bool,
    /// Whether the row is hidden.
    hidden: bool,
    columns: Vec<RangeInclusive<u32>>,
    /// The hidden columns that hold anything.
    met: Vec<u32>,
    /// What stands in `v` of the open cell, or in the `t` of an inline string.
    value: String,
}

impl Walk<'_> {
    /// A row begins: the number of the one after it.
    fn begin(&mut self, tag: &Tag<'_>, next: u32) -> Result<u32, Unreadable> {
        let (mut at, mut hidden, mut height) = (next, false, false);
        for (name, value) in tag.attributes() {
            match name {
                "r" => {
                    let number: Option<u32> = value.parse().ok();
                    at = number.and_then(|number| number.checked_sub(1)).unwrap_or(next);
                }
                "hidden" => hidden = matches!(value, "1" | "true"),
                "ht" => height = value.parse::<f64>().is_ok_and(|height| height == 0.0),
                _ => {}
            }
        }
        if at >= MOST_ROWS {
            return Err(Unreadable::damaged(self.part, "a row outside the sheet"));
        }
        self.finish_row();
        // Most rows are as wide as the one before.
        let width = self.shown.rows.last().map_or(0, |row| row.cells.len());
        self.row = Row { at, cells: Vec::with_capacity(width) };
        self.hidden = hidden || height;
        Ok(at + 1)
    }

    fn open(&self, tag: &Tag<'_>, next: u32) -> Result<Open, Unreadable> {
        let mut open = Open { column: next, ..Open::default() };
        for (name, value) in tag.attributes() {
            if let [name] = name.as_bytes() {
                open.says(*name, value, next);
            }
        }
        self.within(open)
    }

    /// The cell, if its column is one of a sheet.
    fn within(&self, open: Open) -> Result<Open, Unreadable> {
        if open.column >= MOST_COLUMNS {
            return Err(Unreadable::damaged(self.part, "a column outside the sheet"));
        }
        Ok(open)
    }

    fn close(&mut self, open: Open, value: &str) -> Result<(), Unreadable> {
        if value.is_empty() {
            return Ok(());
        }
        if !self.hidden_too && self.columns.iter().any(|range| range.contains(&open.column)) {
            if !self.met.contains(&open.column) {
                self.met.push(open.column);
            }
            return Ok(());
        }
        let text = match open.kind {
            // The strings that cells share are tidy since they were read.
            Kind::Shared => {
                let said = value.trim().parse().ok().and_then(|at| self.strings.get(at));
                said.ok_or_else(|| Unreadable::damaged(self.part, "a string that is not there"))?.to_owned()
            }
            Kind::Text => tidy(value).into_owned(),
            Kind::Number => tidied(self.formats.show(value, open.style)),
            Kind::Bool if matches!(value, "1" | "true") => "x".to_owned(),
            Kind::Bool | Kind::Error => String::new(),
            Kind::Day => tidied(day(value)),
        };
        if !text.is_empty() {
            self.budget.take(&text)?;
            self.row.cells.push((open.column, text));
        }
        Ok(())
    }

    fn finish_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return;
        }
        if std::mem::take(&mut self.hidden) && !self.hidden_too {
            self.shown.hidden_rows += 1;
            return;
        }
        if !row.cells.is_sorted_by_key(|(column, _)| *column) {
            row.cells.sort_by_key(|(column, _)| *column);
        }
        self.shown.rows.push(row);
    }

    fn column(&mut self, tag: &Tag<'_>) {
        let number = |name| tag.get(name).and_then(|text| text.parse::<u32>().ok());
        let hidden = matches!(tag.get("hidden"), Some("1" | "true"))
            || tag.get("width").and_then(|text| text.parse::<f64>().ok()).is_some_and(|width| width == 0.0);
        if let (true, Some(first), Some(last)) = (hidden, number("min"), number("max"))
            && first > 0
            && self.columns.len() < 1_000
        {
            self.columns.push(first - 1..=last.saturating_sub(1));
        }
    }

    fn merge(&mut self, tag: &Tag<'_>) {
        let Some(range) = tag.get("ref") else { return };
        let Some((from, to)) = range.split_once(':') else { return };
        if let (Some((column, Some(first))), Some((_, Some(last)))) = (column_of(from), column_of(to))
            && last > first
            && self.shown.tall.len() < MOST_MERGES
        {
            self.shown.tall.push(Tall { first, last, column });
        }
    }

    fn finish(mut self) -> Shown {
        self.finish_row();
        self.shown.hidden_columns = self.met.len();
        self.shown
    }
}

/// "AB12" → (27, Some(11)); no row where none is stated.
fn column_of(reference: &str) -> Option<(u32, Option<u32>)> {
    let (column, letters) = letters_of(reference)?;
    let row = reference.get(letters..)?.parse::<u32>().ok();
    Some((column, row.and_then(|row| row.checked_sub(1))))
}

/// "AB12" → (27, 2): the column, and by how many letters it is said.
fn letters_of(reference: &str) -> Option<(u32, usize)> {
    let (mut value, mut letters) = (0, 0);
    for byte in reference.bytes().take_while(u8::is_ascii_alphabetic) {
        letters += 1;
        if letters > 3 {
            return None;
        }
        value = value * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    }
    Some((u32::checked_sub(value, 1)?, letters))
}

/// "2024-04-18T00:00:00" → "18/04/2024".
fn day(value: &str) -> String {
    let day = value.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    day.map_or_else(|| value.to_owned(), |day| format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()))
}

#[cfg(test)]
mod tests {
    use super::super::strings;
    use super::*;

    fn shown(cells: &str) -> Option<Vec<(u32, String)>> {
        let sheet = format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
        let strings = strings::read(Some("<sst><si><t>Ông A</t></si><si><t>Bà B</t></si></sst>")).ok()?;
        let formats = Formats::read(None, false).ok()?;
        let shown = read(&sheet, false, "p", &strings, &formats, &mut Budget::new()).ok()?;
        Some(shown.rows.into_iter().flat_map(|row| row.cells).collect())
    }

    #[test]
    fn a_cell_says_the_same_however_it_is_written() {
        for (cell, wanted) in [
            ("<c r=\"B1\" s=\"0\" t=\"s\"><v>1</v></c>", Some((1, "Bà B"))),
            ("<c t=\"s\" r=\"C1\"><v> 0 </v></c>", Some((2, "Ông A"))),
            ("<c r=\"A1\"><v>12</v></c>", Some((0, "12"))),
            ("<c><v>7</v></c>", Some((0, "7"))),
            ("<c r=\"D1\" t=\"inlineStr\"><is><t> Lò A </t></is></c>", Some((3, "Lò A"))),
            ("<c r=\"A1\" t=\"str\"><v>a > b</v></c>", Some((0, "a > b"))),
            ("<c r=\"A1\" t=\"b\"><v>1</v></c>", Some((0, "x"))),
            ("<c r=\"A1\" t=\"d\"><v>2024-04-18T00:00:00</v></c>", Some((0, "18/04/2024"))),
            ("<c r=\"A1\"><v></v></c>", None),
            ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", None),
        ] {
            let wanted: Vec<(u32, String)> = wanted.into_iter().map(|(at, text)| (at, text.to_owned())).collect();
            // A second space, and single quotes, leave the quick way; a cell before it must not matter.
            for cell in [cell.to_owned(), cell.replacen("<c", "<c ", 1).replace("=\"", " = \"")] {
                assert_eq!(shown(&cell), Some(wanted.clone()), "{cell}");
                assert_eq!(shown(&cell.replace('"', "'")), Some(wanted.clone()), "{cell}");
            }
        }
        assert_eq!(shown("<c r=\"A1\" t=\"str\"><v>a &amp; b</v></c>"), Some(vec![(0, "a & b".to_owned())]));
        let both = "<c r=\"A1\"><v>1</v></c><c><f>1+1</f><v>2</v></c><c><v>3</v></c>";
        assert_eq!(shown(both), Some([(0, "1"), (1, "2"), (2, "3")].map(|(at, text)| (at, text.to_owned())).to_vec()));
        for damaged in [
            "<c r=\"A1\"><v>1</v></d>",
            "<c r=\"A1\"><v>1</c></v>",
            "<c r=\"A1\" t=\"s\"><v>9</v></c>",
            "<c r=\"XFE1\"><v>1</v></c>",
            "<c r=\"A1\"><v>&x;</v></c>",
            "<c r=\"A1\"><is><t>1</v></is></c>",
        ] {
            assert_eq!(shown(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn references_and_text_are_read() {
        assert_eq!(column_of("A1"), Some((0, Some(0))));
        assert_eq!(column_of("XFD1048576"), Some((16_383, Some(1_048_575))));
        assert_eq!(column_of("AAAAAAAA1"), None);
        assert_eq!(column_of("12"), None);
        assert_eq!(day("2024-04-18T00:00:00"), "18/04/2024");
        assert_eq!(tidy(" Điều_x000D_\u{a0} "), "Điều");
    }
}
