//! Text in capitals, put back into the case that the paper itself gives the same words elsewhere.

use std::collections::HashMap;

use crate::line::Line;

/// The words of a paper in mixed case, to look phrases up in.
pub struct Casing {
    words: Vec<String>,
    keys: Vec<String>,
    at: HashMap<String, Vec<usize>>,
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

/// In so many places is a word looked at for how it is written: the first ones say it, and one that stands in a
/// paper a thousand times is not looked at a thousand times for each.
const MOST_PLACES: usize = 64;

impl Casing {
    pub fn new(lines: &[Line]) -> Self {
        let mut casing = Self { words: Vec::new(), keys: Vec::new(), at: HashMap::new() };
        for phrase in KNOWN {
            casing.learn(phrase);
        }
        for line in lines.iter().filter(|line| !line.is_capitals()) {
            let text = line.all().text();
            if has_small(&text) {
                casing.learn(&text);
            }
        }
        casing
    }

    fn learn(&mut self, text: &str) {
        let words: Vec<&str> = text.split(' ').collect();
        // A word that opens a sentence has its capital from there.
        for (n, word) in words.iter().enumerate() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let key = bare.to_lowercase();
            let places = self.at.entry(key.clone()).or_default();
            if places.len() < MOST_PLACES {
                places.push(self.words.len());
            }
            let fresh = n == 0 || words[n - 1].ends_with(['.', ':', ';', '"', '“', '-', ')']);
            let name = words.get(n + 1).is_some_and(|next| next.chars().next().is_some_and(char::is_uppercase));
            let opens = fresh && !name && !KNOWN.contains(&text);
            self.words.push(if opens && bare.chars().skip(1).all(char::is_lowercase) {
                key.clone()
            } else {
                bare.to_owned()
            });
            self.keys.push(key);
        }
        self.words.push(String::new());
        self.keys.push(String::new());
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
        let mut out: Vec<String> = Vec::new();
        let mut n = 0;
        while n < words.len() {
            let best = self.at.get(&keys[n]).into_iter().flatten().map(|at| {
                let run = (0..words.len() - n)
                    .take_while(|step| self.keys.get(at + step) == keys.get(n + step) && !keys[n + step].is_empty())
                    .count();
                (run, *at)
            });
            match best.max_by_key(|(run, at)| (*run, std::cmp::Reverse(*at))) {
                Some((run, at)) if run >= 2 => {
                    for step in 0..run {
                        out.push(recase(words[n + step], &self.words[at + step]));
                    }
                    n += run;
                }
                _ => {
                    out.push(if is_code(words[n]) { words[n].to_owned() } else { words[n].to_lowercase() });
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
    fn a_symbol_with_small_letters_keeps_no_subject_in_capitals() {
        let subject = "VỀ VIỆC KIỆN TOÀN BAN CHỈ ĐẠO THEO QUYẾT ĐỊNH SỐ 118-TTg";
        let casing = Casing::new(&[line_of(subject), line_of("Căn cứ Quyết định số 118-TTg;")]);
        assert_eq!(casing.normal(subject), "Về việc kiện toàn Ban Chỉ đạo theo Quyết định số 118-TTg");
    }
}
