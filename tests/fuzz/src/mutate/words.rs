//! Changes of text that stays text: lines and words moved about, words of decisions put where none belong,
//! letters in other forms, lines without end.

use unicode_normalization::UnicodeNormalization;

use crate::chance::Chance;

/// What the grammar looks for, and what typists and programs leave between.
const PHRASES: [&str; 64] = [
    "Điều 1. ",
    "\nĐiều 99999999999. ",
    "\nĐiều ",
    "\n1. ",
    "\na) ",
    "\n- ",
    "\nIV. ",
    "Ông ",
    "Bà ",
    "Đ/c ",
    "Trưởng ban",
    "Phó Trưởng ban Thường trực: ",
    "Ủy viên",
    ", Ủy viên;",
    "nt",
    "Giám đốc các Sở: Nội vụ, Tài chính, ",
    "Chủ tịch UBND các quận, huyện",
    "QUYẾT ĐỊNH",
    "\nQUYẾT ĐỊNH:\n",
    "Số: 12/QĐ-UBND",
    "Số:    /QĐ-BCĐ",
    "ngày 31 tháng 02 năm 2020",
    "ngày 99 tháng 99 năm 99999",
    "Hà Nội, ngày … tháng … năm",
    "Căn cứ ",
    "Về việc thành lập Ban chỉ đạo ",
    "kiện toàn ",
    "thay thế Quyết định số 1/QĐ-UBND ngày 01/01/2019",
    "bãi bỏ ",
    "sửa đổi, bổ sung khoản 2 Điều 3 ",
    "giải thể ",
    "đổi tên thành ",
    "có hiệu lực kể từ ngày ký",
    "Nơi nhận:",
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    "PHỤ LỤC\nDANH SÁCH THÀNH VIÊN",
    "(Kèm theo Quyết định số ",
    "| 1 | Nguyễn Văn A | Giám đốc | Trưởng ban |\n",
    "|---|---|\n",
    "bổ nhiệm ",
    "điều động ",
    "nghỉ hưu ",
    "thôi giữ chức ",
    "đồng thời ",
    "phụ trách ",
    "thay ông ",
    "MẬT",
    "Mời ",
    "Sở, ban, ngành ",
    "(",
    ")",
    "((((((((",
    "“",
    "”",
    "**",
    "\t",
    "      ",
    "____________",
    ":",
    ";",
    ".",
    "/",
    "…",
    "\r\n\r\n",
];

/// Letters that grow, shrink, join or turn when they are folded, cut or put in order.
const LETTERS: [&str; 24] = [
    "\u{301}",
    "\u{323}\u{302}",
    "İ",
    "ß",
    "ﬁ",
    "ŉ",
    "ǅ",
    "ΐ",
    "Å",
    "가",
    "각",
    "\u{1F1FB}\u{1F1F3}",
    "\u{200d}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{a0}",
    "\u{2028}",
    "\u{202e}",
    "\u{0}",
    "\u{b}",
    "\u{fb1d}",
    "\u{1D160}",
    "\u{344}",
];

/// Makes one change. `other` is an input to take lines from.
pub fn change(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let text = String::from_utf8_lossy(input).into_owned();
    let other = String::from_utf8_lossy(other);
    *input = changed(text, &other, chance).into_bytes();
}

/// Makes one change of a text.
#[must_use]
pub fn changed(text: String, other: &str, chance: &mut Chance) -> String {
    match chance.below(14) {
        0 | 1 => put(text, chance.one(&PHRASES).copied().unwrap_or_default(), chance),
        2 => put(text, chance.one(&LETTERS).copied().unwrap_or_default(), chance),
        3 => {
            let letter = chance.one(&LETTERS).copied().unwrap_or_default();
            let most = if chance.once_in(20) { 50_000 } else { 40 };
            let many = letter.repeat(1 + chance.below(most));
            put(text, &many, chance)
        }
        4 => lines(&text, chance, |lines, chance| {
            let (a, b) = (chance.below(lines.len()), chance.below(lines.len()));
            lines.swap(a, b);
        }),
        5 => lines(&text, chance, |lines, chance| {
            let gone = chance.stretch(lines.len());
            lines.drain(gone);
        }),
        6 => lines(&text, chance, |lines, chance| {
            let stretch = chance.stretch(lines.len());
            let times = if chance.once_in(10) { 1 + chance.below(100) } else { 1 };
            let again = vec![lines[stretch.clone()].to_vec(); times].concat();
            lines.splice(stretch.end..stretch.end, again);
        }),
        7 => {
            let taken: Vec<String> = other.split('\n').map(str::to_owned).collect();
            lines(&text, chance, |lines, chance| {
                let piece = taken[chance.stretch(taken.len())].to_vec();
                let place = chance.stretch(lines.len());
                lines.splice(place, piece);
            })
        }
        8 => words(&text, chance),
        9 => joined(&text, chance),
        10 => {
            let (before, middle, after) = parted(&text, chance);
            let middle = if chance.once_in(2) { middle.to_uppercase() } else { middle.to_lowercase() };
            format!("{before}{middle}{after}")
        }
        11 => {
            let (before, middle, after) = parted(&text, chance);
            format!("{before}{}{after}", middle.nfd())
        }
        12 => {
            let mut bytes = text.into_bytes();
            super::numbers::change(&mut bytes, chance);
            String::from_utf8_lossy(&bytes).into_owned()
        }
        _ => {
            let (before, middle, after) = parted(&text, chance);
            let longest = if chance.once_in(30) { 20_000 } else { 20 };
            let times = 1 + chance.below(longest);
            format!("{before}{}{after}", middle.repeat(times.min(1 + 200_000 / middle.len().max(1))))
        }
    }
}

/// Writes the text in another encoding, whether or not the encoding has its letters.
pub fn encode(input: &mut Vec<u8>, chance: &mut Chance) {
    let text = String::from_utf8_lossy(input).into_owned();
    *input = match chance.below(6) {
        0 => [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        1 => [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
        2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        3 => [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect(),
        // One byte a letter, as TCVN3, VNI and the code page 1258 have it; which, the reader must guess.
        4 => text.nfd().map(|c| u8::try_from(u32::from(c) & 0xFF).unwrap_or(b'?')).collect(),
        _ => text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect(),
    };
}

fn put(mut text: String, piece: &str, chance: &mut Chance) -> String {
    let at = text.floor_char_boundary(chance.below(text.len() + 1));
    text.insert_str(at, piece);
    text
}

/// A stretch of the text, with what stands before and behind it.
fn parted<'t>(text: &'t str, chance: &mut Chance) -> (&'t str, &'t str, &'t str) {
    let stretch = chance.stretch(text.len());
    let (start, end) = (text.floor_char_boundary(stretch.start), text.floor_char_boundary(stretch.end));
    (&text[..start], &text[start..end], &text[end..])
}

fn lines(text: &str, chance: &mut Chance, change: impl FnOnce(&mut Vec<String>, &mut Chance)) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    change(&mut lines, chance);
    lines.join("\n")
}

/// One word gone, twice, or somewhere else.
fn words(text: &str, chance: &mut Chance) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    let (a, b) = (chance.below(words.len()), chance.below(words.len()));
    match chance.below(3) {
        _ if words.is_empty() => {}
        0 => {
            words.remove(a);
        }
        1 => words.insert(a, words[b]),
        _ => words.swap(a, b),
    }
    words.concat()
}

/// Line breaks gone in a stretch of the text, or put at each space.
fn joined(text: &str, chance: &mut Chance) -> String {
    let (before, middle, after) = parted(text, chance);
    let middle = match chance.below(3) {
        0 => middle.replace('\n', " "),
        1 => middle.replace('\n', ""),
        _ => middle.replace(' ', "\n"),
    };
    format!("{before}{middle}{after}")
}
