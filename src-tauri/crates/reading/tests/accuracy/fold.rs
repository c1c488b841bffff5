//! What is no error: letter case, spaces, where a tone stands, kinds of dashes and quotes, end punctuation.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The text without what is no error. A word's tones stand at its end: "hòa" and "hoà" are the same.
pub fn fold(text: &str) -> String {
    let lower: String = text.nfd().collect::<String>().to_lowercase();
    let even: String = lower
        .chars()
        .filter(|c| !matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '*' | '_'))
        .map(|c| match c {
            '‐' | '‑' | '–' | '—' | '−' => '-',
            // The Icelandic letter looks the same and is found in old files.
            'ð' => 'đ',
            other => other,
        })
        .collect();
    let spaced = even.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String =
        close_up(&spaced).split_inclusive([' ', '-', ',', ';', ':', '/', '(', ')']).map(tones_last).collect();
    words.trim_matches([' ', '.', ',', ';', ':', '-']).to_owned()
}

/// The word with its tones behind its letters, before what ends it.
fn tones_last(word: &str) -> String {
    let letters = word.trim_end_matches(|c: char| !c.is_alphabetic() && !TONES.contains(&c));
    let ending = word.strip_prefix(letters).unwrap_or_default();
    let bare = letters.chars().filter(|c| !TONES.contains(c)).nfc();
    bare.chain(letters.chars().filter(|c| TONES.contains(c))).chain(ending.chars()).collect()
}

/// No spaces around the marks that some write with them and some without.
fn close_up(text: &str) -> String {
    let mark = |c: char| matches!(c, '-' | ',' | ';' | ':' | '/' | '(' | ')');
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if mark(c) {
            while out.ends_with(' ') {
                out.pop();
            }
        }
        if c != ' ' || !out.ends_with(mark) {
            out.push(c);
        }
    }
    out
}

/// Whether both say the same; what is absent equals only what is absent.
pub fn same(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(fold) == b.map(fold)
}

/// The same, or nearly: at most one word of eight differs.
pub fn close(a: Option<&str>, b: Option<&str>) -> bool {
    let (a, b) = (a.map(fold), b.map(fold));
    if a == b {
        return true;
    }
    let (Some(a), Some(b)) = (a, b) else { return false };
    let (a, b) = (words(&a), words(&b));
    let common: usize = a.iter().map(|(word, count)| b.get(word).map_or(0, |other| *count.min(other))).sum();
    let longer = a.values().sum::<usize>().max(b.values().sum());
    common > 0 && common * 8 >= longer * 7
}

fn words(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    let between = |c: char| !c.is_alphanumeric() && !TONES.contains(&c);
    for word in text.split(between).filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[test]
fn spelling_is_no_error_and_another_word_is() {
    for (a, b) in [
        ("ỦY BAN NHÂN DÂN", "Uỷ ban  nhân dân."),
        ("Hoà Bình", "hòa bình"),
        ("Lao động – Thương binh", "Lao động-Thương binh"),
        ("Quỹ “Vì người nghèo”", "Quỹ \"Vì người nghèo\";"),
    ] {
        assert_eq!(fold(a), fold(b));
    }
    assert_ne!(fold("Hòa"), fold("Hóa"));
    assert_ne!(fold("12/QĐ-UBND"), fold("12/QD-UBND"));
    assert!(!same(None, Some("")));
}

#[test]
fn one_word_of_eight_may_differ() {
    let eight = Some("một hai ba bốn năm sáu bảy tám");
    assert!(close(eight, Some("một hai ba bốn năm sáu bảy chín")));
    assert!(!close(eight, Some("một hai ba bốn năm sáu bẩy chín")));
    assert!(!close(Some("Lê Thị Hòa"), Some("Lê Thị Hóa")));
    assert!(!close(eight, None));
}
