//! From letters to words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Word;
use crate::pdf::content::Glyph;
use crate::pdf::legacy;

/// A gap of this part of the size parts two words.
const GAP: f32 = 0.15;
/// A space is one only where there is at least this gap: some writers draw spaces under other letters.
const LEAST: f32 = 0.05;

/// The words on each baseline, from top to bottom and from left to right.
pub fn lines(glyphs: &[Glyph], faces: &[String]) -> Vec<Vec<Word>> {
    let mut letters = compose(glyphs);
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Word>> = Vec::new();
    let mut start = 0;
    for at in 1..=letters.len() {
        let first = &letters[start];
        let goes_on = letters.get(at).is_some_and(|next| next.y - first.y <= first.size.max(next.size) * 0.22);
        if !goes_on {
            lines.push(words(&mut letters[start..at], faces));
            start = at;
        }
        if start == letters.len() {
            break;
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Puts the marks that are drawn apart back on their letters.
fn compose(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut whole: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    // A mark that stands before its letter waits for it.
    let mut waiting: Option<Glyph> = None;
    for glyph in glyphs {
        let near = |other: &Glyph| {
            let reach = glyph.size.max(other.size);
            (glyph.y - other.y).abs() < reach * 0.9
                && glyph.x >= other.x - reach * 0.3
                && glyph.x <= other.x + other.width + reach * 0.3
        };
        if is_combining_mark(glyph.letter) {
            let base = whole.last_mut().filter(|last| near(last));
            match base.as_ref().and_then(|base| marked(base.letter, glyph.letter)) {
                Some(letter) => {
                    if let Some(base) = base {
                        base.letter = letter;
                    }
                }
                None => waiting = Some(*glyph),
            }
            continue;
        }
        if glyph.letter.is_control() && glyph.letter != '\t' {
            continue;
        }
        let mut letter = *glyph;
        if let Some(mark) = waiting.take()
            && let Some(joined) = marked(letter.letter, mark.letter).filter(|_| near(&mark))
        {
            letter.letter = joined;
        }
        whole.push(letter);
    }
    whole
}

/// The one letter that both make, whatever the order in which marks came.
fn marked(base: char, mark: char) -> Option<char> {
    if !base.is_alphabetic() {
        return None;
    }
    let mut parts: Vec<char> = std::iter::once(base).nfd().collect();
    parts.push(mark);
    // What shapes the letter comes before its tone.
    parts[1..].sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}' | '\u{31b}'));
    let mut composed = parts.into_iter().nfc();
    composed.next().filter(|_| composed.next().is_none())
}

fn words(letters: &mut [Glyph], faces: &[String]) -> Vec<Word> {
    letters.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut shown: Vec<Glyph> = Vec::with_capacity(letters.len());
    let mut spaces: Vec<bool> = Vec::with_capacity(letters.len());
    let mut space = false;
    for letter in letters.iter() {
        if letter.letter.is_whitespace() {
            space = true;
            continue;
        }
        // Drawn twice to look bold.
        let again = shown
            .iter_mut()
            .rev()
            .take(3)
            .find(|other| other.letter == letter.letter && (letter.x - other.x).abs() < letter.size * 0.12);
        if let Some(other) = again {
            other.bold = true;
            continue;
        }
        shown.push(*letter);
        spaces.push(std::mem::take(&mut space));
    }
    let gap = usual_gap(&shown, &spaces);
    let mut words: Vec<Word> = Vec::new();
    let mut start = 0;
    for at in 1..=shown.len() {
        let parted = shown.get(at).is_none_or(|next| {
            let last = &shown[at - 1];
            let between = next.x - (last.x + last.width);
            let size = last.size.max(next.size);
            between > gap.max(size * GAP) || (spaces[at] && between > size * LEAST)
        });
        if parted {
            words.push(word(&shown[start..at], faces));
            start = at;
        }
    }
    words
}

/// Letters that are set apart have gaps within their words; then only a wider one parts them.
fn usual_gap(shown: &[Glyph], spaces: &[bool]) -> f32 {
    let mut gaps: Vec<f32> = (1..shown.len())
        .filter(|at| !spaces[*at])
        .map(|at| shown[at].x - (shown[at - 1].x + shown[at - 1].width))
        .collect();
    if gaps.len() < 5 || !spaces.iter().any(|space| *space) {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    gaps[gaps.len() / 2] * 1.6
}

fn word(letters: &[Glyph], faces: &[String]) -> Word {
    let mut text = String::new();
    for part in letters.chunk_by(|a, b| a.face == b.face) {
        let said: String = part.iter().map(|letter| letter.letter).collect();
        let face = part.first().and_then(|letter| faces.get(usize::from(letter.face)));
        match face.and_then(|face| legacy::decode(face, &said)) {
            Some(decoded) => text.push_str(&decoded),
            None => text.push_str(&said),
        }
    }
    let first = &letters[0];
    let right = letters.iter().map(|letter| letter.x + letter.width).fold(first.x, f32::max);
    Word {
        text: with_hyphens(&text.nfc().collect::<String>()),
        left: first.x,
        right,
        y: first.y,
        size: letters.iter().map(|letter| letter.size).fold(0.0, f32::max),
        bold: mostly(letters, |letter| letter.bold),
        italic: mostly(letters, |letter| letter.italic),
        furniture: letters.iter().all(|letter| letter.furniture),
        apart: false,
    }
}

/// Without what has no breadth. Some fonts draw the hyphen of "12/QĐ-TC" by the sign of a place where a word may break:
/// within a word it is a hyphen.
fn with_hyphens(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).collect();
    let soft = |at: usize| letters.get(at) == Some(&'\u{ad}');
    let within = |at: usize| at > 0 && at + 1 < letters.len() && !soft(at - 1) && !soft(at + 1);
    let shown = |(at, c): (usize, &char)| if !soft(at) { Some(*c) } else { within(at).then_some('-') };
    letters.iter().enumerate().filter_map(shown).collect()
}

/// A letter that the font lacks is taken from another, which may have no bold face.
fn mostly(letters: &[Glyph], is: fn(&Glyph) -> bool) -> bool {
    letters.iter().filter(|letter| is(letter)).count() * 2 > letters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyphs(text: &str, step: f32) -> Vec<Glyph> {
        let of = |(at, letter): (usize, char)| glyph(letter, 50.0 + step * at as f32);
        text.chars().enumerate().map(of).collect()
    }

    fn glyph(letter: char, x: f32) -> Glyph {
        Glyph {
            letter,
            x,
            y: 100.0,
            width: if is_combining_mark(letter) { 0.0 } else { 6.0 },
            size: 12.0,
            bold: false,
            italic: false,
            face: 0,
            turns: 0,
            hidden: false,
            furniture: false,
        }
    }

    fn said(glyphs: &[Glyph]) -> Vec<String> {
        lines(glyphs, &[]).into_iter().flatten().map(|word| word.text).collect()
    }

    #[test]
    fn a_soft_hyphen_within_a_word_is_drawn_as_a_hyphen() {
        assert_eq!(with_hyphens("118/QĐ\u{ad}TCKL"), "118/QĐ-TCKL");
        assert_eq!(with_hyphens("\u{ad}thực\u{ad}"), "thực");
    }

    #[test]
    fn gaps_part_words_with_and_without_spaces() {
        assert_eq!(said(&glyphs("Điều 1.", 6.0)), ["Điều", "1."]);
        let mut apart = glyphs("haiba", 6.0);
        apart[3].x += 3.0;
        apart[4].x += 3.0;
        assert_eq!(said(&apart), ["hai", "ba"]);
        // Letters set apart: the gap within words is no gap between them.
        assert_eq!(said(&glyphs("SỐ NHÀ MƯỜI", 8.0)), ["SỐ", "NHÀ", "MƯỜI"]);
    }

    #[test]
    fn marks_go_back_on_their_letters_in_any_order() {
        let after = [glyph('a', 50.0), glyph('\u{302}', 56.0), glyph('\u{301}', 56.0), glyph('n', 56.0)];
        assert_eq!(said(&after), ["ấn"]);
        let tone_first = [glyph('o', 50.0), glyph('\u{301}', 56.0), glyph('\u{31b}', 56.0)];
        assert_eq!(said(&tone_first), ["ớ"]);
        let before = [glyph('\u{301}', 50.0), glyph('a', 50.0)];
        assert_eq!(said(&before), ["á"]);
    }

    #[test]
    fn what_is_drawn_twice_is_read_once_and_is_bold() {
        let twice: Vec<Glyph> = ["Số", "Số"].iter().flat_map(|text| glyphs(text, 6.0)).collect();
        let words = lines(&twice, &[]);
        assert_eq!(words[0].len(), 1);
        assert!(words[0][0].bold && words[0][0].text == "Số");
        assert_eq!(said(&glyphs("ll", 6.0)), ["ll"]);
    }
}
