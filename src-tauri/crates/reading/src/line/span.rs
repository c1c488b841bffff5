//! A stretch of a line, in which phrases are looked up by whole words.

use super::{Line, Pairs, is_word};

/// A stretch of a line: character offsets, half-open.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    pub line: &'a Line,
    pub start: usize,
    pub end: usize,
}

impl<'a> Span<'a> {
    pub fn new(line: &'a Line, start: usize, end: usize) -> Self {
        Self { line, start, end: end.max(start) }
    }

    pub fn low(&self) -> &'a [char] {
        &self.line.low[self.start..self.end]
    }

    pub fn chars(&self) -> &'a [char] {
        &self.line.chars[self.start..self.end]
    }

    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }

    /// The words, with single spaces.
    pub fn text(&self) -> String {
        spaced(self.chars())
    }

    /// The words in lower case, with single spaces.
    pub fn key(&self) -> String {
        spaced(self.low())
    }

    /// Whether it says these words and no others, as [`Self::key`] would.
    pub fn is(&self, words: &str) -> bool {
        let mut letters = self.trim().low();
        for letter in words.chars() {
            let Some((first, rest)) = letters.split_first() else { return false };
            let gap = letter == ' ' && first.is_whitespace();
            if !gap && *first != letter {
                return false;
            }
            let more = rest.iter().take_while(|letter| gap && letter.is_whitespace()).count();
            letters = &rest[more..];
        }
        letters.is_empty()
    }

    /// Without the characters of this kind at the ends.
    pub fn trim_by(self, of: impl Fn(char) -> bool) -> Self {
        let (mut start, mut end) = (self.start, self.end);
        while start < end && of(self.line.chars[start]) {
            start += 1;
        }
        while end > start && of(self.line.chars[end - 1]) {
            end -= 1;
        }
        Self { start, end, ..self }
    }

    pub fn trim(self) -> Self {
        self.trim_by(char::is_whitespace)
    }

    /// Without spaces and the punctuation that joins or ends items.
    pub fn bare(self) -> Self {
        let joins =
            |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—' | '/' | '“' | '”' | '"');
        let mut bare = self.trim_by(joins);
        // The point of an abbreviation at the end belongs to it only in the middle of a line; a closing
        // bracket belongs to its opening one.
        let count = |bracket: char| bare.chars().iter().filter(|c| **c == bracket).count();
        if bare.chars().last() == Some(&')') && count('(') < count(')') {
            bare.end -= 1;
            bare = bare.trim_by(joins);
        }
        bare.with_its_quote(self.end)
    }

    /// A quotation that opens in it is closed in it: Phong trào “Toàn dân đoàn kết”.
    fn with_its_quote(self, end: usize) -> Self {
        let count = |quote: char| self.chars().iter().filter(|c| **c == quote).count();
        let open = match self.line.chars.get(self.end) {
            Some('”') => count('“') == count('”') + 1,
            Some('"') => count('"') % 2 == 1,
            _ => false,
        };
        if open && self.end < end { Self { end: self.end + 1, ..self } } else { self }
    }

    pub fn from(self, start: usize) -> Self {
        Self { start: start.clamp(self.start, self.end), ..self }
    }

    pub fn until(self, end: usize) -> Self {
        Self { end: end.clamp(self.start, self.end), ..self }
    }

    /// Where the phrase ends if it stands here. Hardly any does, and nearly all are told apart by their first letter.
    #[inline]
    fn at(&self, phrase: &str, at: usize) -> Option<usize> {
        let letters = self.line.low.get(at..self.end)?;
        let mut length = 0;
        for letter in phrase.chars() {
            if letters.get(length) != Some(&letter) {
                return None;
            }
            length += 1;
        }
        Some(at + length)
    }

    /// Whether no word runs over this place.
    pub(super) fn edge(&self, before: usize) -> bool {
        let left = before.checked_sub(1).filter(|at| *at >= self.start).map(|at| self.line.low[at]);
        let right = (before < self.end).then(|| self.line.low[before]);
        !matches!((left, right), (Some(left), Some(right)) if is_word(left) && is_word(right))
    }

    /// Where a phrase stands as whole words, the first time.
    pub fn find(self, phrase: &str) -> Option<Self> {
        self.all(phrase).next()
    }

    /// The last time.
    pub fn find_last(self, phrase: &str) -> Option<Self> {
        self.all(phrase).last()
    }

    /// Every time.
    pub fn all<'p>(self, phrase: &'p str) -> impl Iterator<Item = Self> + use<'a, 'p> {
        let there = self.line.pairs.may_have(phrase);
        let mut from = if there { self.start } else { self.end };
        let first = phrase.chars().next();
        std::iter::from_fn(move || {
            loop {
                let rest = self.line.low.get(from..self.end).filter(|rest| !rest.is_empty())?;
                let at = match first {
                    Some(first) => from + rest.iter().position(|letter| *letter == first)?,
                    None => from,
                };
                from = at + 1;
                if let Some(end) = self.at(phrase, at)
                    && self.edge(at)
                    && self.edge(end)
                {
                    return Some(Self::new(self.line, at, end));
                }
            }
        })
    }

    /// Whether one of the phrases stands in it; the earliest, and of two at one place the longest.
    pub fn find_any(self, phrases: &[&str]) -> Option<Self> {
        phrases.iter().filter_map(|phrase| self.find(phrase)).min_by_key(|found| (found.start, usize::MAX - found.end))
    }

    pub fn has(self, phrase: &str) -> bool {
        self.find(phrase).is_some()
    }

    pub fn has_any(self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// What follows a phrase that it begins with.
    #[inline]
    pub fn after(self, phrase: &str) -> Option<Self> {
        let end = self.at(phrase, self.start)?;
        self.edge(end).then(|| self.from(end).trim())
    }

    /// What follows the longest of the phrases that it begins with.
    pub fn after_any(self, phrases: &[&str]) -> Option<Self> {
        phrases.iter().filter_map(|phrase| self.after(phrase)).max_by_key(|rest| rest.start)
    }

    #[inline]
    pub fn starts_with(self, phrase: &str) -> bool {
        self.at(phrase, self.start).is_some_and(|end| self.edge(end))
    }

    /// Whether these letters stand at its head, whatever goes on behind them.
    pub fn opens_with(self, letters: &str) -> bool {
        self.at(letters, self.start).is_some()
    }

    /// What stands before a phrase that it ends with.
    pub fn before(self, phrase: &str) -> Option<Self> {
        let mut letters = self.low().iter();
        if !phrase.chars().rev().all(|letter| letters.next_back() == Some(&letter)) {
            return None;
        }
        let start = self.start + letters.len();
        self.edge(start).then(|| self.until(start).trim())
    }

    /// The pieces between the characters of this kind, outside brackets; empty ones left out.
    pub fn split(self, at: impl Fn(char) -> bool) -> Vec<Self> {
        let (mut pieces, mut depth, mut from) = (Vec::new(), 0_i32, self.start);
        for i in self.start..self.end {
            match self.line.chars[i] {
                '(' => depth += 1,
                ')' => depth -= 1,
                c if depth <= 0 && at(c) => {
                    pieces.push(Self::new(self.line, from, i).trim());
                    from = i + 1;
                }
                _ => {}
            }
        }
        pieces.push(Self::new(self.line, from, self.end).trim());
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// The words, each with its place.
    pub fn words(self) -> Vec<Self> {
        let mut words = Vec::with_capacity(self.chars().len() / 4 + 1);
        words.extend(self.each_word());
        words
    }

    /// How many words it has.
    pub fn word_count(self) -> usize {
        self.each_word().count()
    }

    /// The words one after the other: who asks for the first ones only does not pay for a whole paper.
    pub fn each_word(self) -> impl Iterator<Item = Self> + use<'a> {
        let (mut rest, mut from) = (self.chars(), self.start);
        std::iter::from_fn(move || {
            let gap = rest.iter().position(|letter| !letter.is_whitespace())?;
            rest = &rest[gap..];
            let length = rest.iter().position(|letter| letter.is_whitespace()).unwrap_or(rest.len());
            rest = &rest[length..];
            let start = from + gap;
            from = start + length;
            Some(Self::new(self.line, start, from))
        })
    }

    /// The sentences: a full stop before a space and a capital ends one, unless it ends an abbreviation.
    pub fn sentences(self) -> Vec<Self> {
        let (mut sentences, mut from) = (Vec::new(), self.start);
        for i in self.start..self.end {
            if self.line.chars[i] != '.' || i + 1 >= self.end || !self.line.chars[i + 1].is_whitespace() {
                continue;
            }
            let next = self.line.chars[i + 1..self.end].iter().find(|c| !c.is_whitespace());
            let word: String = self.line.chars[from..i].iter().rev().take_while(|c| !c.is_whitespace()).collect();
            let word: String = word.chars().rev().collect();
            let degree = crate::lexicon::get().degrees.contains(&word.to_lowercase()) || word == "Tp" || word == "đ/c";
            // "… lần thứ II. Ban Tổ chức …": a number in Roman letters ends a sentence as any other word does.
            let counted = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && {
                let before = Self::new(self.line, from, i - word.chars().count()).trim();
                ["thứ", "khóa", "quý", "cấp", "hạng"].iter().any(|head| before.before(head).is_some())
            };
            // "DSCKI. Nguyễn Thanh Nhã": a degree that no list has.
            let learned = word.chars().count() >= 4
                && word.chars().all(|c| c.is_uppercase() || c == '.')
                && ["CKI", "CKII", "CK1", "CK2"].iter().any(|end| word.ends_with(end));
            let short = degree
                || learned
                || (!counted && word.chars().count() <= 3 && word.chars().all(|c| c.is_uppercase() || c == '.'));
            // "1. Ban Chỉ đạo X", "Điều 2. Giao …"; the year before a full stop ends its sentence.
            // "… nêu tại Điều 1. Giao …": an article that is cited opens nothing.
            let cited = || {
                let before = Self::new(self.line, from, i - word.chars().count()).trim();
                ["điều", "khoản"].iter().any(|head| before.before(head).is_some_and(|rest| !rest.trim().is_empty()))
            };
            let label = word.chars().count() <= 2 && word.chars().all(|c| c.is_ascii_digit()) && !cited();
            // "… làm Phó Trưởng ban. 3 ủy viên là …": a number that counts opens one as well.
            let behind: Vec<char> =
                self.line.chars[i + 1..self.end.min(i + 8)].iter().copied().skip_while(|c| c.is_whitespace()).collect();
            let digits = behind.iter().take_while(|c| c.is_ascii_digit()).count();
            let counts = (1..=2).contains(&digits)
                && behind.get(digits) == Some(&' ')
                && behind.get(digits + 1).is_some_and(|c| c.is_lowercase())
                && word.chars().count() >= 3
                && word.chars().all(char::is_lowercase);
            if (next.is_some_and(|c| c.is_uppercase()) || counts) && !short && !label {
                sentences.push(Self::new(self.line, from, i).trim());
                from = i + 1;
            }
        }
        sentences.push(Self::new(self.line, from, self.end).trim());
        sentences.retain(|sentence| !sentence.is_empty());
        sentences
    }

    /// The stretch as a line of its own.
    pub fn to_line(self) -> Line {
        Line {
            chars: self.chars().to_vec(),
            low: self.low().to_vec(),
            pairs: Pairs::of(self.low()),
            origin: self.line.origin[self.start..self.end].to_vec(),
            part: self.line.part,
            cell: self.line.cell,
            apart: self.line.apart,
        }
    }

    /// Where it stands in the blocks: one stretch for each block that it runs over.
    pub fn places(self) -> Vec<(u32, u32, u32)> {
        let mut places: Vec<(u32, u32, u32)> = Vec::new();
        for (block, offset) in self.line.origin.get(self.start..self.end).unwrap_or_default() {
            match places.last_mut() {
                Some((last, _, end)) if last == block => *end = (*end).max(offset + 1),
                _ => places.push((*block, *offset, offset + 1)),
            }
        }
        places
    }
}

/// The letters as text, with one space for each gap and none at the ends.
fn spaced(letters: &[char]) -> String {
    let mut text = String::with_capacity(letters.len() + letters.len() / 2);
    if letters.iter().all(|letter| !letter.is_whitespace()) {
        text.extend(letters);
        return text;
    }
    let mut gap = false;
    for c in letters {
        if c.is_whitespace() {
            gap = !text.is_empty();
        } else {
            if std::mem::take(&mut gap) {
                text.push(' ');
            }
            text.push(*c);
        }
    }
    text
}
