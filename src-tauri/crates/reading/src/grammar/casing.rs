//! Text in capitals, put back into the case that the paper itself gives the same words elsewhere.

use std::cell::OnceCell;
use std::sync::LazyLock;

use crate::line::{Line, Span, is_lower, is_syllable, is_upper, is_word, lower};

/// The words of a paper in mixed case, to look phrases up in. They are only gathered when one is looked up.
pub struct Casing<'a> {
    lines: &'a [Line],
    words: OnceCell<Words<'a>>,
}

/// Phrases whose case is known without the paper.
const KNOWN: [&str; 30] = [
    "Ủy ban nhân dân",
    "Ban Chỉ đạo",
    "Hội đồng",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Bộ trưởng",
    "Thứ trưởng",
    "Thủ tướng Chính phủ",
    "Phó Thủ tướng",
    "Trưởng ban",
    "Phó Trưởng ban",
    "Giám đốc",
    "Phó Giám đốc",
    "UBND",
    "Chính phủ",
    "Nhà nước",
    "Trưởng Ban Chỉ đạo",
    "Vụ trưởng Vụ",
    "Cục trưởng Cục",
    "Tổ công tác",
    "Hội đồng nhân dân",
    "Hội đồng Bộ trưởng",
    "Việt Nam",
    "Hà Nội",
    "Bộ trưởng Bộ",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "HĐND",
    "Quy chế",
    "Tổ giúp việc",
];

/// The same as lines.
static KNOWN_LINES: LazyLock<Vec<Line>> = LazyLock::new(|| KNOWN.iter().map(|phrase| Line::plain(phrase)).collect());
static KNOWN_WORDS: LazyLock<Words<'static>> = LazyLock::new(|| Words::default().with(KNOWN_LINES.iter()));

/// In so many places is a word looked at for how it is written: the first ones say it, and one that stands in a
/// paper a thousand times is not looked at a thousand times for each.
const MOST_PLACES: usize = 64;

/// The words of several lines, one after the other, with one of no letters behind each line.
#[derive(Clone, Default)]
struct Words<'a> {
    all: Vec<Span<'a>>,
    /// A sum over the letters of each, by which it is found.
    sums: Vec<u32>,
}

impl<'a> Words<'a> {
    fn with(mut self, lines: impl Iterator<Item = &'a Line>) -> Self {
        for line in lines {
            let all = line.all();
            for word in all.each_word().chain([all.from(all.end)]) {
                self.sums.push(sum(word.trim_by(|c| !is_word(c)).low().iter().copied()));
                self.all.push(word);
            }
        }
        self
    }

    /// The places of a word, the first ones.
    fn places(&self, key: &str) -> impl Iterator<Item = usize> {
        let sum = sum(key.chars());
        let places = self.sums.iter().enumerate().filter(move |(_, known)| **known == sum).map(|(at, _)| at);
        places.filter(move |at| self.is(*at, key)).take(MOST_PLACES)
    }

    /// Whether the word at this place is the one with these small letters.
    fn is(&self, at: usize, key: &str) -> bool {
        let bare = self.all.get(at).map(|word| word.trim_by(|c| !is_word(c)));
        bare.is_some_and(|word| word.chars().iter().map(|c| lower(*c)).eq(key.chars()))
    }

    /// Whether the word stands among capitals itself, in a line that goes on in small letters: "HUYỆN PHÚ TÂN Độc lập".
    fn is_loud(&self, at: usize) -> bool {
        let loud = |at: usize| {
            let word = self.all.get(at).map(|word| word.trim_by(|c| !is_word(c)));
            word.is_some_and(|word| {
                let capitals = word.chars().len() > 1 && word.chars().iter().all(|c| is_upper(*c));
                capitals && is_syllable(word.low().iter().copied())
            })
        };
        loud(at) && (loud(at + 1) || at.checked_sub(1).is_some_and(loud))
    }

    /// How the word at this place is written, in the middle of a sentence.
    fn model(&self, at: usize) -> String {
        let Some(word) = self.all.get(at) else { return String::new() };
        let bare = word.trim_by(|c| !is_word(c)).text();
        // A word that opens a sentence has its capital from there.
        let before = at.checked_sub(1).and_then(|at| self.all.get(at)?.chars().last());
        let fresh = before.is_none_or(|c| matches!(c, '.' | ':' | ';' | '"' | '“' | '-' | ')'));
        let name = self.all.get(at + 1).and_then(|next| next.chars().first()).is_some_and(|c| is_upper(*c));
        let opens = fresh && !name && !KNOWN.contains(&word.line.all().text().as_str());
        if opens && bare.chars().skip(1).all(is_lower) { bare.to_lowercase() } else { bare }
    }
}

/// Of small letters. The dashes, of which a line has one in small letters, do not count.
fn sum(letters: impl Iterator<Item = char>) -> u32 {
    let letters = letters.filter(|letter| !matches!(letter, '-' | '‐'..='—' | '−'));
    letters.fold(0, |sum, letter| (sum.rotate_left(5) ^ u32::from(letter)).wrapping_mul(0x9E37_79B1))
}

impl<'a> Casing<'a> {
    pub fn new(lines: &'a [Line]) -> Self {
        Self { lines, words: OnceCell::new() }
    }

    fn words(&self) -> &Words<'a> {
        let lines = self.lines.iter().filter(|line| !line.is_capitals() && has_small(&line.all().text()));
        self.words.get_or_init(|| KNOWN_WORDS.clone().with(lines))
    }

    /// The text in normal case; what has small letters is left as it is.
    pub fn normal(&self, text: &str) -> String {
        if has_small(text) {
            // Only its beginning may be in capitals: "TỔ CÔNG TÁC Thực hiện Đề án …".
            let words: Vec<&str> = text.split(' ').collect();
            let loud = words.iter().take_while(|word| !word.chars().any(char::is_lowercase)).count();
            return match loud {
                2.. => format!("{} {}", self.normal(&words[..loud].join(" ")), words[loud..].join(" ")),
                _ => first_up(text),
            };
        }
        let words: Vec<&str> = text.split(' ').collect();
        let keys: Vec<String> =
            words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
        let known = self.words();
        let mut out: Vec<String> = Vec::new();
        let mut n = 0;
        while n < words.len() {
            let best = known.places(&keys[n]).filter(|at| !known.is_loud(*at)).map(|at| {
                let run = (0..words.len() - n)
                    .take_while(|step| !keys[n + step].is_empty() && known.is(at + step, &keys[n + step]))
                    .count();
                (run, at)
            });
            match best.max_by_key(|(run, at)| (*run, std::cmp::Reverse(*at))) {
                Some((run, at)) if run >= 2 => {
                    for step in 0..run {
                        out.push(recase(words[n + step], &known.model(at + step)));
                    }
                    n += run;
                }
                _ => {
                    out.push(if is_code(words[n]) || is_abbreviation(words[n]) {
                        words[n].to_owned()
                    } else {
                        words[n].to_lowercase()
                    });
                    n += 1;
                }
            }
        }
        first_up(&out.join(" "))
    }
}

/// Whether a word of it has small letters that is no code.
fn has_small(text: &str) -> bool {
    text.split(' ').any(|word| !is_code(word) && word.chars().any(char::is_lowercase))
}

/// A number or a symbol ("118-TTg", "QĐ-TTg"), which is written as it is also among capitals.
fn is_code(word: &str) -> bool {
    let symbol = word.contains(['-', '/']) && word.chars().filter(|c| c.is_uppercase()).count() > 1;
    word.chars().any(|c| c.is_ascii_digit()) || (symbol && word.chars().any(char::is_lowercase))
}

/// "CTCP", "VNPT": letters that are no syllable of the language, without a mark.
fn is_abbreviation(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = bare.len() >= 2 && bare.chars().all(|c| c.is_ascii_uppercase());
    letters && !is_syllable(bare.chars().map(|c| c.to_ascii_lowercase()))
}

/// The word with its punctuation, in the case of the model.
fn recase(word: &str, model: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.replacen(bare, model, 1)
}

fn first_up(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn an_abbreviation_stays_in_capitals_where_the_paper_has_it_nowhere_else() {
        let lines = [line_of("VỀ VIỆC THÀNH LẬP")];
        assert_eq!(Casing::new(&lines).normal("HỘI ĐỒNG CTCP VNPT"), "Hội đồng CTCP VNPT");
    }

    #[test]
    fn a_symbol_with_small_letters_keeps_no_subject_in_capitals() {
        let subject = "VỀ VIỆC KIỆN TOÀN BAN CHỈ ĐẠO THEO QUYẾT ĐỊNH SỐ 118-TTg";
        let lines = [line_of(subject), line_of("Căn cứ Quyết định số 118-TTg;")];
        let casing = Casing::new(&lines);
        assert_eq!(casing.normal(subject), "Về việc kiện toàn Ban Chỉ đạo theo Quyết định số 118-TTg");
    }
}
