//! What the columns of a table of members are headed with: see `lexicon/headings.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::line::{Span, is_letter};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heading {
    Number,
    Name,
    Surname,
    Honorific,
    Position,
    Unit,
    Role,
    /// The role or the post.
    Title,
    /// The role or a duty.
    Duty,
    Rank,
    Degree,
    Note,
    /// In whose place somebody comes.
    Replaced,
    /// What belongs to a person and to nobody else: a telephone, a day of birth.
    Private,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Words {
    whole: Vec<String>,
    starts: Vec<String>,
    has: Vec<String>,
    weak: Vec<String>,
}

type Table = BTreeMap<Heading, Words>;

/// The words by how they are looked up: a sheet asks for each of its cells.
#[derive(Debug, Default)]
struct Index {
    whole: HashMap<String, Heading>,
    weak: HashMap<String, Heading>,
    /// By their first letters.
    starts: HashMap<String, Vec<(String, Heading)>>,
    has: Vec<(String, Heading)>,
    /// The first letters of all of them.
    firsts: HashSet<String>,
    /// Those of the column of numbers.
    numbers: HashSet<String>,
    /// Those of the column of names, and what its heading may have in its middle.
    names: HashSet<String>,
    names_have: Vec<String>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| load().map(index).unwrap_or_default());

fn index(table: Table) -> Index {
    let mut index = Index::default();
    for (heading, words) in table {
        let all = words.whole.iter().chain(&words.weak).chain(&words.starts);
        if heading == Heading::Number {
            index.numbers.extend(all.clone().map(|word| letters(word).to_owned()));
        }
        if heading == Heading::Name {
            index.names.extend(all.clone().map(|word| letters(word).to_owned()));
            index.names_have.clone_from(&words.has);
        }
        index.firsts.extend(all.map(|word| letters(word).to_owned()).filter(|first| !first.is_empty()));
        index.whole.extend(words.whole.into_iter().map(|word| (word, heading)));
        index.weak.extend(words.weak.into_iter().map(|word| (word, heading)));
        index.has.extend(words.has.into_iter().map(|word| (format!(" {word} "), heading)));
        for word in words.starts {
            index.starts.entry(letters(&word).to_owned()).or_default().push((word, heading));
        }
    }
    index
}

/// The letters that a text begins with.
fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !is_letter(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// A heading with more words than this is none.
const MOST_WORDS: usize = 12;

fn load() -> Result<Table, toml::de::Error> {
    toml::from_str(include_str!("../../lexicon/headings.toml"))
}

/// Whether a line may head the column of numbers, by the letters that it begins with: hardly any does, and every
/// line of a paper is asked.
pub fn may_be_number(line: Span<'_>) -> bool {
    begins_with(line, &INDEX.numbers)
}

/// Whether it may head the column of names.
pub fn may_be_name(line: Span<'_>) -> bool {
    begins_with(line, &INDEX.names) || INDEX.names_have.iter().any(|words| line.has(words))
}

/// Whether a heading that begins with one of these words may be this line; what stands in brackets is passed over.
fn begins_with(line: Span<'_>, firsts: &HashSet<String>) -> bool {
    let low = line.low();
    let length = low.iter().take_while(|c| is_letter(**c)).count();
    let bracket = matches!(low.get(length), Some('(' | '['));
    length == 0 || bracket || firsts.iter().any(|first| first.chars().eq(low[..length].iter().copied()))
}

/// What a line heads a column as, as [`heading`] tells of its words. A sentence is not looked at word by word: every line of
/// a paper is asked.
pub fn heading_of(line: Span<'_>) -> Option<Heading> {
    let bracket = |line: Span<'_>| line.chars().iter().any(|c| matches!(c, '(' | '['));
    let long = line.each_word().nth(MOST_WORDS).is_some() && !bracket(line);
    if long { None } else { heading(&line.text()) }
}

/// What a column headed with these words holds; `None` where they are no usual heading. `text` may be in any
/// case, in NFC.
pub fn heading(text: &str) -> Option<Heading> {
    let key = key(text);
    telling(&key).or_else(|| INDEX.weak.get(&key).copied())
}

/// The same without the words that cells say too.
fn telling(key: &str) -> Option<Heading> {
    if let Some(heading) = INDEX.whole.get(key) {
        return Some(*heading);
    }
    let words = key.split(' ').count();
    if key.is_empty() || words > MOST_WORDS {
        return None;
    }
    // "Họ tên thành viên cũ" beside "Họ tên thành viên mới": who goes, and who comes. An office of before tells of nobody's seat.
    if let Some(old) = key.strip_suffix(" cũ") {
        return match telling(old)? {
            Heading::Name => Some(Heading::Replaced),
            Heading::Position | Heading::Unit => Some(Heading::Note),
            other => Some(other),
        };
    }
    let key = key.strip_suffix(" mới").unwrap_or(key);
    // "Họ và tên, chức vụ thành viên được thay thế": the same, by what becomes of them.
    let goes = ["được thay", "bị thay", "thôi tham gia", "thôi giữ", "thôi làm"].iter().any(|word| key.contains(word));
    if goes && ["họ và tên", "họ tên", "thành viên", "ông", "nhân sự"].iter().any(|word| key.starts_with(word))
    {
        return Some(Heading::Replaced);
    }
    let starts = |word: &str| {
        let whole = !word.ends_with(char::is_alphanumeric);
        key.strip_prefix(word).is_some_and(|rest| whole || !rest.starts_with(char::is_alphanumeric))
    };
    let begun = INDEX.starts.get(letters(key)).into_iter().flatten();
    let start = begun.filter(|(word, _)| starts(word)).max_by_key(|(word, _)| word.len()).map(|(_, heading)| *heading);
    // "Chức vụ trong Ban Chỉ đạo" is the role, though it begins as the post does.
    let turns = matches!(
        start,
        None | Some(
            Heading::Position | Heading::Title | Heading::Duty | Heading::Role | Heading::Rank | Heading::Degree
        )
    );
    if !turns || words < 2 {
        return start;
    }
    let spaced = format!(" {key} ");
    INDEX.has.iter().find(|(word, _)| spaced.contains(word.as_str())).map(|(_, heading)| *heading).or(start)
}

/// Whether a row of these cells heads a table of people: two usual headings at least, one of them of the person,
/// the post or the role.
pub fn heads<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let (mut all, mut telling) = (0, false);
    // Most rows of a long table are told by their first letters alone.
    let may = |cell: &&str| {
        let first = letters(cell);
        cell.len() <= 120 && (cell.starts_with('#') || INDEX.firsts.contains(first.to_lowercase().as_str()))
    };
    for found in cells.filter(may).filter_map(|cell| self::telling(&key(cell))) {
        all += 1;
        telling |= matches!(
            found,
            Heading::Name | Heading::Surname | Heading::Position | Heading::Role | Heading::Title | Heading::Unit
        );
    }
    all >= 2 && telling
}

/// Lower case, single spaces, without what stands in brackets and the punctuation at the ends.
fn key(text: &str) -> String {
    let mut depth = 0_u32;
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            c if c.is_whitespace() => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            c => key.extend(c.to_lowercase()),
        }
    }
    let bare = key.trim_matches(|c: char| matches!(c, ':' | '.' | '*' | ';' | ',' | ' ' | '-'));
    if bare.len() == key.len() { key } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_file_parses_and_is_in_lower_case() {
        let table = load().unwrap();
        assert_eq!(table.len(), 14);
        for word in table
            .values()
            .flat_map(|words| words.whole.iter().chain(&words.starts).chain(&words.has).chain(&words.weak))
        {
            assert_eq!(*word, word.to_lowercase());
        }
    }

    #[test]
    fn usual_headings_are_known_in_any_dress() {
        for (text, wanted) in [
            ("STT", Heading::Number),
            ("Họ  và\ntên", Heading::Name),
            ("Họ và tên đệm", Heading::Surname),
            ("Ông/Bà", Heading::Honorific),
            ("CHỨC VỤ, ĐƠN VỊ CÔNG TÁC", Heading::Position),
            ("Chức vụ (hiện nay)", Heading::Position),
            ("Đơn vị công tác", Heading::Unit),
            ("Chức danh trong Ban Chỉ đạo", Heading::Role),
            ("Chức vụ trong BCĐ", Heading::Role),
            ("Nhiệm vụ trong Hội đồng", Heading::Role),
            ("Chức danh", Heading::Title),
            ("Nhiệm vụ được giao", Heading::Duty),
            ("Ngày, tháng, năm sinh", Heading::Private),
            ("Số điện thoại (di động)", Heading::Private),
            ("Số CCCD/CMND", Heading::Private),
            ("Ghi chú:", Heading::Note),
            ("Thay cho", Heading::Replaced),
            ("Họ tên thành viên cũ", Heading::Replaced),
            ("Họ tên thành viên mới", Heading::Name),
            ("Họ và tên, chức vụ thành viên được thay thế", Heading::Replaced),
            ("Họ và tên, chức vụ thành viên thay thế", Heading::Name),
            ("Chức vụ cũ", Heading::Note),
        ] {
            assert_eq!(heading(text), Some(wanted), "{text}");
        }
        for text in ["Nguyễn Văn Họ", "Giám đốc Sở Y tế", "1", "", "Trưởng ban", "Ủy viên Ban Thường vụ"]
        {
            assert_eq!(heading(text), None, "{text}");
        }
    }
}
