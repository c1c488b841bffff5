//! How high the rows of a table come out, counted before typst is asked.
//!
//! typst sets each cell of a row twice: once to learn how high the row is, once to set it that high. Most rows of most
//! papers are plain words, whose lines are easily counted; that halves what a long list costs. A row of which
//! anything is in doubt is left to typst, and so is every row where the templates are those of an office, which may
//! have other faces, sizes and margins than the ones that are counted with here (`templates/common.typ`).

use std::sync::OnceLock;

use diagram::text::{Letters, Run};
use serde_json::{Value, json};

/// Text of a cell, and of one beside the others, in points.
const BODY: f64 = 13.0;
const BESIDE: f64 = 12.0;
/// What stands between two lines, in sizes of the text.
const LEADING: f64 = 0.15;
/// What stands between the margins of a sheet, upright and lying, in mm.
const UPRIGHT: f64 = 210.0 - 45.0;
const LYING: f64 = 297.0 - 45.0;
/// At the left and at the right of a cell, in mm.
const INSET: f64 = 1.4;
/// A line that ends so near the edge, in points, is in doubt.
const NEAR: f64 = 0.05;
/// A row of more characters goes on over the end of a page, and has no height of its own.
const TALL: usize = 700;
/// Bytes of a word that is broken anywhere, and characters of a number that is not.
const ENDLESS: usize = 26;
const UNBROKEN: usize = 14;

const PT_PER_MM: f64 = 72.0 / 25.4;

/// The face that tables are set in.
pub(super) struct Measure {
    letters: &'static Letters,
}

impl Measure {
    /// Reads the face, once a process; none where it is damaged.
    pub fn of(face: &'static [u8]) -> Option<Self> {
        static LETTERS: OnceLock<Option<Letters>> = OnceLock::new();
        LETTERS.get_or_init(|| Letters::read(face)).as_ref().map(|letters| Self { letters })
    }

    /// Makes each run of rows of plain words one entry, of row "plain", or "kept" where numbers are among them: the `heights`
    /// of the rows in points, without what is above and below the text, and the `texts` of all their cells.
    pub fn count(&self, paper: &mut Value) {
        let wide = if paper["landscape"] == true { LYING } else { UPRIGHT };
        for block in paper["blocks"].as_array_mut().into_iter().flatten() {
            let columns = columns(block, wide);
            let groups = block.get_mut("groups").and_then(Value::as_array_mut);
            for rows in groups.into_iter().flatten().filter_map(|group| group["rows"].as_array_mut()) {
                let told = std::mem::take(rows).into_iter().map(|row| (self.row(&row, &columns), row));
                for (height, row) in told {
                    match height {
                        Some(height) => put(rows, height, row),
                        None => rows.push(row),
                    }
                }
            }
        }
    }

    fn row(&self, row: &Value, columns: &[Column]) -> Option<f64> {
        let cells = row.get("cells")?.as_array()?;
        let (mut height, mut characters) = (0.0_f64, 0);
        for (cell, column) in cells.iter().zip(columns) {
            let said = cell["text"].as_str()?;
            if cell["notes"].as_array().is_none_or(|notes| !notes.is_empty()) {
                return None;
            }
            characters += said.len();
            let lines = self.lines(said, column)?;
            height = height.max(self.stacked(lines) * column.size);
        }
        (height > 0.0 && characters <= TALL && cells.len() == columns.len()).then_some(height)
    }

    /// In how many lines a cell is set: as many words in each as go into it.
    fn lines(&self, said: &str, column: &Column) -> Option<f64> {
        if said.is_empty() {
            return Some(0.0);
        }
        let mut lines = 1.0;
        let mut line = Line::default();
        for (at, word) in said.split(' ').enumerate() {
            let word = Word::of(word)?;
            if at > 0 {
                let mut longer = line;
                self.letters.append(&mut longer.run, " ");
                self.append(&mut longer, &word);
                if self.fits(longer, column)? {
                    line = longer;
                    continue;
                }
                lines += 1.0;
            }
            line = Line::default();
            self.append(&mut line, &word);
            if !self.fits(line, column)? {
                return None;
            }
        }
        Some(lines)
    }

    fn append(&self, line: &mut Line, word: &Word<'_>) {
        self.letters.append(&mut line.run, word.before);
        if let Some(number) = word.number {
            let mut alone = Run::default();
            self.letters.append(&mut alone, number);
            *line = Line { done: line.done + line.run.units + alone.units, run: Run::default() };
        }
        self.letters.append(&mut line.run, word.after);
    }

    /// How high so many lines are, in sizes of the text.
    fn stacked(&self, lines: f64) -> f64 {
        lines * self.ems(self.letters.line) + (lines - 1.0).max(0.0) * LEADING
    }

    fn ems(&self, units: i32) -> f64 {
        f64::from(units) / f64::from(self.letters.em)
    }

    /// Whether a line goes into a column. Where another word follows, its last letter may stand nearer to the space than to
    /// nothing, and typst keeps that: what only fits in one of the two ways is in doubt.
    fn fits(&self, line: Line, column: &Column) -> Option<bool> {
        let (mut spaced, mut space) = (line.run, Run::default());
        self.letters.append(&mut spaced, " ");
        self.letters.append(&mut space, " ");
        let room = |units: i32| column.width - self.ems(line.done + units) * column.size;
        let (alone, followed) = (room(line.run.units), room(spaced.units - space.units));
        (alone.abs().min(followed.abs()) > NEAR && (alone > 0.0) == (followed > 0.0)).then_some(alone > 0.0)
    }
}

/// A line of text as far as it goes: what is measured, and the run behind it.
#[derive(Clone, Copy, Default)]
struct Line {
    done: i32,
    run: Run,
}

/// Adds a row of plain words to the run of such rows, or begins one.
fn put(rows: &mut Vec<Value>, height: f64, mut row: Value) {
    let mut said = row["cells"].as_array().into_iter().flatten().filter_map(|cell| cell["text"].as_str());
    let kind = if said.any(|text| text.contains(['-', '/'])) { "kept" } else { "plain" };
    if rows.last().is_none_or(|last| last["row"] != kind) {
        rows.push(json!({ "row": kind, "heights": [], "texts": [] }));
    }
    let Some(run) = rows.last_mut() else { return };
    let texts = row["cells"].as_array_mut().into_iter().flatten().map(|cell| cell["text"].take());
    if let Some(all) = run["texts"].as_array_mut() {
        all.extend(texts);
    }
    if let Some(all) = run["heights"].as_array_mut() {
        all.push(height.into());
    }
}

/// A column as it is set.
struct Column {
    /// Between its insets, in points.
    width: f64,
    /// Of its text, in points.
    size: f64,
}

/// The columns of a table; those of no width of their own share what the others leave.
fn columns(block: &Value, wide: f64) -> Vec<Column> {
    let Some(all) = block.get("columns").and_then(Value::as_array) else { return Vec::new() };
    let own: Vec<f64> = all.iter().map(|column| column["mm"].as_f64().unwrap_or(0.0)).collect();
    let sharing = own.iter().filter(|mm| **mm == 0.0).count();
    let share = (wide - own.iter().sum::<f64>()) / sharing.max(1) as f64;
    let set = |(column, mm): (&Value, f64)| Column {
        width: (if mm == 0.0 { share } else { mm } - 2.0 * INSET) * PT_PER_MM,
        size: if column["small"] == true { BESIDE } else { BODY },
    };
    all.iter().zip(own).map(set).collect()
}

/// A word that is broken nowhere and set as it is written: letters and figures, or a number that the templates keep
/// together, perhaps in brackets, perhaps with marks behind it.
struct Word<'a> {
    before: &'a str,
    number: Option<&'a str>,
    after: &'a str,
}

impl<'a> Word<'a> {
    fn of(word: &'a str) -> Option<Self> {
        let opened = word.trim_start_matches('(');
        let bare = opened.trim_end_matches(['.', ',', ';', ':']).trim_end_matches(')');
        if bare.is_empty() || word.len() >= ENDLESS {
            return None;
        }
        if bare.chars().all(|c| is_letter(c) || c.is_ascii_digit()) {
            return Some(Self { before: word, number: None, after: "" });
        }
        let kept = is_number(bare) && bare.chars().count() <= UNBROKEN;
        // In the pattern of the templates a point or a colon behind a stroke is of the number.
        let marked = bare.contains('/') && opened[bare.len()..].starts_with(['.', ':']);
        let (before, after) = (&word[..word.len() - opened.len()], &opened[bare.len()..]);
        (kept && !marked).then_some(Self { before, number: Some(bare), after })
    }
}

/// A letter of Vietnamese, or of another language in Latin letters.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{C0}'..'\u{1F00}').contains(&c) && c.is_alphabetic()
}

/// "215/QĐ-UBND", "12-3-2020", "TT-TT": the pattern `numbers` of the templates, from end to end.
fn is_number(word: &str) -> bool {
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if let Some((number, symbol)) = word.split_once('/') {
        let one = symbol.chars().all(|c| is_letter(c) || c.is_ascii_digit() || c == '-');
        return figures(number) && !symbol.is_empty() && one;
    }
    let capitals =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_uppercase() || "ĐƯƠÔÊÂĂ".contains(c));
    match word.split('-').collect::<Vec<_>>()[..] {
        [day, month, year] => figures(day) && figures(month) && figures(year) && year.len() == 4,
        [one, other] => capitals(one) && capitals(other),
        _ => false,
    }
}
