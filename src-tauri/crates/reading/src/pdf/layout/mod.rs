//! From letters on pages to the blocks of a paper: letters make words, words make lines, lines make columns,
//! tables and paragraphs. Nothing here knows of files; lengths are points, the origin is the upper left.

mod aligned;
mod assemble;
mod carried;
mod cells;
mod columns;
mod furniture;
mod grid;
mod page;
mod paragraph;
mod rows;
mod words;

pub use assemble::blocks;

/// Letters without a gap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    pub text: String,
    pub left: f32,
    pub right: f32,
    /// The baseline.
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
    pub furniture: bool,
    /// Behind a gap that parts it from the words before.
    pub apart: bool,
}

/// Words side by side that are read as one: a line, or its part in one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub words: Vec<Word>,
    pub left: f32,
    pub right: f32,
    pub y: f32,
    pub size: f32,
}

impl Line {
    pub fn of(words: Vec<Word>) -> Self {
        let left = words.first().map_or(0.0, |word| word.left);
        let right = words.iter().map(|word| word.right).fold(left, f32::max);
        let largest = words.iter().max_by(|a, b| a.size.total_cmp(&b.size));
        let (y, size) = largest.map_or((0.0, 1.0), |word| (word.y, word.size));
        Self { words, left, right, y, size }
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if !text.is_empty() {
                text.push(if word.apart { '\t' } else { ' ' });
            }
            text.push_str(&word.text);
        }
        text
    }

    pub fn top(&self) -> f32 {
        self.y - self.size * 0.75
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.size * 0.2
    }

    pub fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }

    pub fn is_bold(&self) -> bool {
        self.mostly(|word| word.bold)
    }

    pub fn is_italic(&self) -> bool {
        self.mostly(|word| word.italic)
    }

    /// All but what another font had to lend.
    fn mostly(&self, is: fn(&Word) -> bool) -> bool {
        let count = |word: &Word| word.text.chars().count();
        let all: usize = self.words.iter().map(count).sum();
        let such: usize = self.words.iter().filter(|word| is(word)).map(count).sum();
        such * 20 >= all * 17
    }

    /// All its letters are capitals.
    pub fn is_capitals(&self) -> bool {
        let mut letters = self.words.iter().flat_map(|word| word.text.chars()).filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }

    /// Begins with "-", "1.", "a)", "Điều 5".
    pub fn has_label(&self) -> bool {
        let Some(first) = self.words.first() else { return false };
        is_label(&first.text)
            || (first.text.to_lowercase() == "điều"
                && self.words.get(1).is_some_and(|next| next.text.starts_with(|c: char| c.is_ascii_digit())))
    }

    /// Ends a sentence or an item.
    pub fn is_ended(&self) -> bool {
        self.words.last().is_some_and(|word| word.text.ends_with(['.', ';', ':', '!', '?', '/']))
    }
}

/// "-", "1.", "1)", "a)", "IV.", "1.2.", "đ)".
pub fn is_label(word: &str) -> bool {
    if matches!(word, "-" | "–" | "—" | "+" | "*" | "•" | "●" | "\u{f0b7}" | "▪" | "◦" | "") {
        return true;
    }
    let body = word.trim_end_matches(['.', ')', '/', '-', ':']);
    let inner = body.trim_start_matches('(');
    body.len() < word.len()
        && (1..=5).contains(&inner.chars().count())
        // "… tháng 3 năm | 2025." is a year.
        && !(inner.len() == 4 && inner.chars().all(|c| c.is_ascii_digit()))
        && (inner.chars().all(|c| c.is_ascii_digit() || c == '.')
            || inner.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
            || (inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic)))
}

#[cfg(test)]
pub fn word(text: &str, left: f32, y: f32) -> Word {
    let right = left + 6.0 * text.chars().count() as f32;
    Word { text: text.to_owned(), left, right, y, size: 12.0, ..Word::default() }
}

/// Words with usual gaps, from this left edge on.
#[cfg(test)]
pub fn line(text: &str, left: f32, y: f32) -> Line {
    let mut at = left;
    let words = text.split(' ').map(|part| {
        let made = word(part, at, y);
        at = made.right + 3.0;
        made
    });
    Line::of(words.collect())
}
