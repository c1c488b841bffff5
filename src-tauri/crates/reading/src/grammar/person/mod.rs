//! People: honorific, rank, degree and name at the head of an item, or a name behind its office.

mod behind;

pub use behind::{
    addressed_behind, behind_the_state, bracketed, name_behind, named_behind, named_behind_place, short_name_behind,
    titled_behind,
};

use std::sync::LazyLock;

use super::sheet::{Said, sure};
use crate::lexicon;
use crate::line::{Phrases, Span, is_letter, is_lower, is_syllable, is_upper};

/// What heads several people whose names go without honorifics of their own.
pub const GROUP_HEADS: [&str; 8] =
    ["các ông, bà", "các ông (bà)", "các ông/bà", "các ông", "các bà", "các đồng chí", "các đ/c", "các đc"];

/// What may stand between a name and the post.
const BEFORE_POSTS: [&str; 8] =
    ["quyền", "q.", "nguyên", "chức vụ", "hiện là", "hiện đang là", "là", "hiện giữ chức vụ"];

/// The words of the longest name.
const MOST_WORDS: usize = 7;

/// What stands at the head of an item.
#[derive(Clone, Debug)]
pub struct Person<'a> {
    pub honorific: Option<Said<'a>>,
    pub rank: Option<Said<'a>>,
    pub degree: Option<Said<'a>>,
    pub name: Option<Said<'a>>,
    /// What follows: the office.
    pub rest: Span<'a>,
}

/// Whether a span begins with an honorific, a rank or a degree before a name.
pub fn begins(span: Span<'_>) -> bool {
    let person = titles(span);
    person.honorific.is_some() || person.rank.is_some() || person.degree.is_some()
}

/// "Ngô Bá Hà – Phó Chủ tịch UBND huyện": whether a name opens the span, and a post follows.
pub fn holds(span: Span<'_>) -> bool {
    let found = person(span);
    found.name.is_some() && is_office(found.rest.trim_by(|c| c == '(' || c == ' '))
}

/// Reads the person at the head of the span.
pub fn person(span: Span<'_>) -> Person<'_> {
    let mut person = titles(span);
    let titled = person.honorific.is_some() || person.rank.is_some() || person.degree.is_some();
    if let Some(name) = name_ahead(person.rest, titled) {
        let certainty = if titled { sure::CERTAIN } else { sure::GOOD };
        person.rest = behind_name(person.rest, name.end);
        person.name = Some(Said::as_value(cased(name), name, certainty));
        // "Nguyễn Văn A, Đại tá, Phó Giám đốc": rank and degree may follow the name.
        let behind = titles_of_office(person.rest);
        if behind.honorific.is_none() && (behind.rank.is_some() || behind.degree.is_some()) {
            person.rank = person.rank.or(behind.rank);
            person.degree = person.degree.or(behind.degree);
            person.rest = behind.rest.trim_by(is_joint);
        }
    }
    person
}

/// What follows a name, without what joins the two.
fn behind_name(span: Span<'_>, end: usize) -> Span<'_> {
    let rest = span.from(end);
    let stops = rest.chars().iter().take_while(|c| **c == '.').count();
    let rest = rest.from(rest.start + stops).trim_by(is_joint);
    // "Ông A (sinh năm 1971), Giám đốc Công ty X".
    let born = rest.chars().first() == Some(&'(')
        && ["sinh năm", "sinh ngày", "sn"].iter().any(|word| rest.from(rest.start + 1).starts_with(word));
    let close = rest.chars().iter().position(|c| *c == ')').filter(|_| born);
    close.map_or_else(|| behind_birth(rest), |close| rest.from(rest.start + close + 1).trim_by(is_joint))
}

/// "Sinh năm: 1980. Chức vụ: …", "sinh ngày 02/3/1980, …": when somebody was born is nobody's post, and private.
fn behind_birth(rest: Span<'_>) -> Span<'_> {
    let heads = ["sinh năm", "sinh ngày", "năm sinh", "ngày sinh", "sn"];
    let Some(told) = rest.after_any(&heads) else { return rest };
    let day = |word: &Span<'_>| {
        let figures = word.chars().iter().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ',' | ';' | ':'));
        figures || ["ngày", "tháng", "năm"].iter().any(|unit| word.bare().is(unit))
    };
    let end = told.each_word().take_while(day).last().map_or(told.start, |word| word.end);
    if end == told.start { rest } else { rest.from(end).trim_by(|c| is_joint(c) || c == '.') }
}

fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | ':' | ';')
}

/// "PGS. TS. BS.", "Đại tá, TS.": titles before a name.
const MOST_TITLES: usize = 12;

/// Takes honorific, rank and degree off the head. "Ông" behind a degree is a family name.
pub fn titles(span: Span<'_>) -> Person<'_> {
    let lexicon = lexicon::get();
    let mut person = Person { honorific: None, rank: None, degree: None, name: None, rest: span.trim() };
    // Nobody has more of them: a line of nothing but degrees is not read to its end for each of its words.
    for _ in 0..MOST_TITLES {
        let at = person.rest;
        let honorific = lexicon.honorific_heads.begun(at).last().and_then(|(written, rest)| {
            let known = lexicon.honorifics.get(*lexicon.honorific_of.get(written)?)?;
            Some((&known.is, rest))
        });
        let longest = |words: &Phrases| words.after(at).filter(|rest| !rest.is_empty());
        if let Some((is, rest)) = honorific.filter(|_| person.honorific.is_none() && person.degree.is_none()) {
            // "Ông" before a space only: "Ông, Bà" in a heading is no person.
            // "Bà: Lê Thị A", with the colon of a form, before a name.
            let colon = rest.chars().first() == Some(&':');
            let rest = if colon { rest.trim_by(|c| c == ':' || c.is_whitespace()) } else { rest };
            let named = !colon
                || lexicon.ranks.begin(rest)
                || rest.each_word().take(2).filter(|word| is_name_word(word.bare())).count() == 2;
            // "Anh hùng Lao động" is nobody's elder brother.
            let kin = matches!(is.as_str(), "Anh" | "Chị" | "Già làng")
                && !rest.chars().first().is_some_and(|c| is_upper(*c));
            // "Ông Thị Nhung": no man is called so, and Ông is her family; Thị Văn Út is one of the Khmer.
            let woman = rest.after("thị").is_some_and(|name| !name.starts_with("văn"));
            let family = is == "Ông" && woman && rest.chars().first().is_some_and(|c| is_upper(*c));
            if named && !kin && !family && rest.chars().first().is_some_and(|c| is_letter(*c)) {
                let said = at.until(rest.start).trim_by(|c| c.is_whitespace() || matches!(c, '.' | ':'));
                person.honorific = Some(Said::as_value(is.clone(), said, sure::CERTAIN));
                person.rest = rest;
                continue;
            }
        }
        if let Some(rest) = longest(&lexicon.ranks).filter(|_| person.rank.is_none()) {
            person.rank = Some(Said::of(at.until(rest.start).trim(), sure::CERTAIN));
            person.rest = rest.trim_by(is_joint);
            continue;
        }
        // "Kiến trúc sư trưởng" is a post.
        // So is "Giáo sư thỉnh giảng": a word in small letters goes on with it.
        let spelt = |rest: &Span<'_>| at.until(rest.start).trim().word_count() > 1;
        let low = |rest: &Span<'_>| rest.chars().first().is_some_and(|c| is_lower(*c));
        let degree = longest(&lexicon.degrees).filter(|rest| !(rest.starts_with("trưởng") || spelt(rest) && low(rest)));
        if let Some(rest) = degree.or_else(|| abbreviated(at)).or_else(|| by_trade(at)) {
            // "TS. BS.": two of them are one value.
            let first = person.degree.as_ref().and_then(|degree| degree.at.first()).map_or(at.start, |span| span.start);
            let behind = rest.trim_by(|c| c == '.' || is_joint(c));
            person.degree = Some(Said::of(Span::new(at.line, first, rest.start).trim(), sure::CERTAIN));
            person.rest = behind;
            continue;
        }
        break;
    }
    person
}

/// What is a trade before a name, and a post elsewhere.
static TRADES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "dược sĩ",
        "điều dưỡng",
        "cử nhân",
        "hộ sinh",
        "kỹ thuật viên",
        "nha sĩ",
        "y sĩ",
        "y tá",
        "kỹ thuật y",
        "nhà viết kịch",
        "nhà biên kịch",
        "nhà nghiên cứu",
        "nhà thiết kế",
        "đạo diễn",
        "nghệ sĩ",
    ])
});

/// "Dược sĩ Thạch Thị Ngà": a trade before a name; elsewhere it is a post ("Điều dưỡng trưởng khoa Ngoại").
fn by_trade(span: Span<'_>) -> Option<Span<'_>> {
    let rest = TRADES.after(span)?;
    let name = rest.each_word().take(2).filter(|word| is_name_word(word.bare())).count() == 2;
    let body = lexicon::get().kind_heads.begin(rest);
    (name && !body && !is_office(rest)).then_some(rest)
}

/// An abbreviation with a point before a name, such as a degree that no list knows ("DSCKI."): two capitals
/// at least, so that a shortened family name is left alone.
fn abbreviated(span: Span<'_>) -> Option<Span<'_>> {
    // Asked first: a word of 64 kB would be copied for each place at which somebody might begin.
    let word = span.each_word().next().filter(|word| word.chars().len() <= 10)?;
    // "DS.CKI Lương Mỹ Xuyến": the point may stand inside; "DSCKII" needs none.
    let ends: [&[char]; 4] = [&['c', 'k', 'i'], &['c', 'k', 'i', 'i'], &['c', 'k', '1'], &['c', 'k', '2']];
    let specialist = ends.iter().any(|end| word.low().ends_with(end));
    if !(word.chars().contains(&'.') || specialist) {
        return None;
    }
    let capitals = word.chars().iter().filter(|c| is_upper(**c)).count();
    let rest = span.from(word.end).trim();
    let letters = word.chars().iter().all(|c| is_letter(*c) || *c == '.');
    let name = rest.each_word().next().is_some_and(|next| is_name_word(next) && next.chars().len() > 1);
    // "TP. Nội vụ", "CT. UBND huyện" are posts.
    let post =
        ["tp.", "ptp.", "ct.", "pct.", "gđ.", "pgđ.", "bt.", "pbt.", "cvp.", "pcvp.", "tb.", "ptb.", "ht.", "pht."];
    (letters && capitals >= 2 && name && !post.iter().any(|short| word.is(short))).then_some(rest)
}

/// A name at the head: capitalised words up to a comma, a dash or an office.
fn name_ahead(span: Span<'_>, titled: bool) -> Option<Span<'_>> {
    let mut end = span.start;
    let mut words = Vec::new();
    // "Ông Chánh Văn phòng UBND thành phố": with a word in lower case it is a post.
    let office = lexicon::get().offices.after(span).map(|rest| span.until(rest.start));
    let post = office.is_some_and(|office| {
        office.words().iter().skip(1).any(|word| word.chars().first().is_some_and(|c| is_lower(*c)))
    });
    if post {
        return None;
    }
    for word in span.each_word() {
        let cut = word.chars().iter().position(|c| matches!(c, ',' | ';' | ':' | '(' | ')' | '\t' | '/'));
        let bare = cut.map_or(word, |cut| word.until(word.start + cut));
        let gap = span.line.chars[end..word.start].contains(&'\t') && !words.is_empty();
        // "Thích nữ Diệu Tâm".
        let nun = bare.text() == "nữ" && words.last().is_some_and(|word: &Span<'_>| word.text() == "Thích");
        // "Ông Hoàng Tăng Bí Thư, Chủ tịch …": with capitals and a comma behind it, it is a name.
        let name = titled && words.len() >= 2 && closes_a_name(span.from(word.start));
        // "Đ/c Mông Quốc Trưởng, Chủ tịch …": a given name, with nothing behind it to head.
        let name = name || (titled && words.len() >= 2 && cut.is_some() && bare.is("trưởng"));
        // "Lò Văn Mẫu. Chức vụ: Trưởng phòng": a full stop ends the name, but not the one of an abbreviation.
        let full = bare.until(bare.start + bare.chars().iter().position(|c| *c == '.').unwrap_or(bare.chars().len()));
        let ends = bare.from(full.end).chars().iter().all(|c| *c == '.') && full.end < bare.end;
        let stop = Some(full).filter(|word| ends && word.chars().len() > 1 && is_syllable(word.low().iter().copied()));
        let (bare, stop) = (stop.unwrap_or(bare), stop.is_some());
        // "Bà nguyễn Thị Doan": a slip.
        let small = titled && words.is_empty() && bare.chars().first().is_some_and(|c| is_lower(*c)) && {
            let behind: Vec<Span<'_>> = span.from(bare.end).each_word().take(2).map(Span::bare).collect();
            lexicon::get().surnames.say(bare) && behind.len() == 2 && behind.iter().all(|word| is_name_word(*word))
        };
        if gap
            || bare.is_empty()
            || !(is_name_word(bare) || nun || small)
            || (!words.is_empty() && !name && is_office(span.from(word.start)))
        {
            break;
        }
        end = bare.end;
        words.push(bare);
        // No name has so many; an endless line of them would be gone through from each.
        if words.len() > MOST_WORDS {
            return None;
        }
        if cut.is_some() || stop {
            break;
        }
    }
    let name = Span::new(span.line, span.start, end);
    let rest = behind_name(span, end);
    let lexicon = lexicon::get();
    let first = words.first()?.key();
    // "Ông K'Brếp": a name of one word, which its apostrophe shows.
    let single = titled && words.len() == 1 && first.contains(['\'', '’']) && is_office(rest);
    // "Ông Trưởng Văn Lẫy": behind an honorific, a family name with a middle name behind it is no office.
    let middle = ["văn", "thị", "hữu", "đức", "ngọc", "minh", "quang", "xuân", "thanh", "công", "đình", "thế"];
    let family_like_an_office = titled
        && words.len() >= 3
        && first == "trưởng"
        && (words.get(1).is_some_and(|word| middle.contains(&word.key().as_str())) || is_office(rest));
    if (is_office(name) && !family_like_an_office) || !((2..=MOST_WORDS).contains(&words.len()) || single) {
        return None;
    }
    let family = lexicon.surnames.contains(&first);
    // "Mang Té (Phó Giám đốc Sở X)".
    let behind = rest.trim_by(|c| c == '(');
    // "Thẩm Thúy Ngần, Quyền Trưởng phòng", "…, nguyên Chủ tịch".
    // "Võ Dũng, giữ vai trò ủy viên - Phó Trưởng phòng …".
    let role_follows =
        behind.after_any(&["làm", "giữ vai trò", "giữ chức", "giữ chức vụ", "giữ nhiệm vụ", "chức danh"]);
    let role_follows = role_follows.unwrap_or(behind).trim_by(|c| c == ':' || c == ' ');
    let role_follows = lexicon.role_heads.begin(role_follows);
    let office_follows = is_office(behind) || behind.after_any(&BEFORE_POSTS).map(Span::bare).is_some_and(is_office);
    let alone = rest.is_empty();
    let fits = titled
        || (words.len() <= 5
            && ((family && (office_follows || role_follows || alone || words.len() >= 3)) || office_follows));
    fits.then_some(name)
}

/// Whether two words with capitals stand here and a comma behind them.
fn closes_a_name(span: Span<'_>) -> bool {
    let mut words = span.each_word();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    is_name_word(first) && is_name_word(second.bare()) && second.chars().last() == Some(&',')
}

fn is_name_word(word: Span<'_>) -> bool {
    let chars = word.chars();
    chars.first().is_some_and(|c| is_upper(*c))
        && chars.iter().all(|c| is_letter(*c) || matches!(c, '\'' | '’' | '-' | '.'))
        && chars.first() != Some(&'-')
}

/// Whether the text begins with a post, or with "Lãnh đạo", "Đại diện". Single words do not count: they are
/// given names too.
pub fn is_office(span: Span<'_>) -> bool {
    let lexicon = lexicon::get();
    if lexicon.offices.begin(span) {
        return true;
    }
    let mut words = span.each_word();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    // "Trưởng Công an", "Phó Trưởng phòng", "Đội trưởng".
    // "Ông Đỗ Quốc | Trưởng – Công chức": nothing that it heads.
    if second.bare().is_empty() {
        return false;
    }
    let (first, head) = (first.bare(), second.bare().is("trưởng") && first.bare().end == first.end);
    let low = || second.chars().first().is_some_and(|c| is_lower(*c));
    first.is("trưởng") || (head && (first.is("phó") || low()))
}

/// A rank at the end of an office, and the office before it.
pub fn rank_behind(office: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    let rank = lexicon::get().ranks.iter().filter_map(|rank| office.before(rank)).min_by_key(|before| before.end)?;
    (!rank.is_empty()).then(|| (rank, office.from(rank.end).trim()))
}

/// "Ông Tấn Lạng", where nobody beside has an honorific: the family name Ông.
pub fn with_family_of_honorific(cell: Span<'_>) -> Option<Person<'_>> {
    let found = titles(cell);
    let ong = found.honorific.as_ref().is_some_and(|said| said.value == "Ông");
    let name = cell.bare();
    ong.then(|| Person {
        honorific: None,
        name: Some(Said::as_value(cased(name), name, sure::LIKELY)),
        rest: cell.from(cell.end),
        ..found
    })
}

/// Titles at the head of an office. "Kỹ sư Phòng X" is a post and no degree: that has a mark behind it.
pub fn titles_of_office(office: Span<'_>) -> Person<'_> {
    let found = titles(office);
    let Some(degree) = found.degree.as_ref().and_then(|degree| degree.at.first()) else { return found };
    let parted =
        office.from(degree.end).until(found.rest.start).chars().iter().any(|c| matches!(c, ',' | '-' | '–' | ';'));
    // "Nhạc sĩ, Hội Văn học Nghệ thuật tỉnh": a trade, and where it is followed.
    let trades = ["nhạc sĩ", "họa sĩ", "nhà văn", "nhà thơ", "nhà báo", "luật sư", "đạo diễn", "kiến trúc sư"];
    let followed = trades.iter().any(|trade| degree.is(trade)) && lexicon::get().kind_heads.begin(found.rest);
    if !followed && (parted || !lexicon::get().post_heads.contains(&degree.key())) {
        return found;
    }
    let rest = office.from(degree.start);
    Person { degree: None, rest, ..found }
}

/// All people named in a text, by their honorifics.
pub fn everyone(text: Span<'_>) -> Vec<Said<'_>> {
    let mut names = Vec::new();
    let mut after = text.start;
    for word in text.words() {
        if word.start < after {
            continue;
        }
        let here = text.from(word.start);
        // "Hội Nhà văn Việt Nam", "Đoàn Luật sư Hà Nội" are bodies.
        let body = ["hội", "đoàn", "liên đoàn", "trường", "lăng", "đền", "miếu", "đình", "nghinh"]
            .iter()
            .any(|noun| text.until(word.start).trim().before(noun).is_some());
        if body || !begins(here) {
            continue;
        }
        let found = person(here);
        if let Some(name) = found.name {
            after = name.at.last().map_or(after, |span| span.end);
            names.push(name);
        }
    }
    names
}

/// A name in capitals in the form that names have.
pub fn cased(name: Span<'_>) -> String {
    let text = name.text();
    if text.chars().any(char::is_lowercase) {
        let mut letters = text.chars();
        return letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    }
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect::<String>())
    };
    text.split(' ').filter_map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    fn name(text: &str) -> Option<String> {
        let line = line_of(text);
        person(line.all()).name.map(|name| name.value)
    }

    #[test]
    fn a_bracket_may_hold_the_name_and_a_trade_may_be_the_post() {
        let line = line_of("Trưởng Công an xã (ông Đổng Thanh Sang)");
        let (office, found) = bracketed(line.all()).unwrap();
        assert_eq!(
            (office.text().as_str(), found.name.unwrap().value.as_str()),
            ("Trưởng Công an xã", "Đổng Thanh Sang")
        );
        assert!(!begins(line_of("Anh hùng Lao động Lò Văn Mẫu").all()) && begins(line_of("Anh Lò Văn Mẫu").all()));
        assert!(bracketed(line_of("Hạt trưởng Hạt Kiểm lâm (mời)").all()).is_none());
        let rest = |text: &str| titles_of_office(line_of(text).all()).rest.text();
        assert_eq!(rest("Kỹ sư Phòng Kết cấu hạ tầng"), "Kỹ sư Phòng Kết cấu hạ tầng");
        assert_eq!(rest("Thượng tá, Phó Chỉ huy trưởng"), "Phó Chỉ huy trưởng");
    }

    #[test]
    fn a_name_is_told_from_the_post_behind_it() {
        for (text, expected) in [
            ("Ông Hoàng Tăng Bí Thư, Chủ tịch Hội Khuyến học", Some("Hoàng Tăng Bí Thư")),
            ("Ông Hoàng Tăng Bí thư Đảng ủy", Some("Hoàng Tăng")),
            ("DS.CKI Lương Mỹ Xuyến", Some("Lương Mỹ Xuyến")),
            ("Thầy Lư Sanh - Chủ tịch Công đoàn", Some("Lư Sanh")),
            ("Phó tiến sĩ Tạ Quang Sách, Chủ nhiệm bộ môn", Some("Tạ Quang Sách")),
            ("Ông Chánh Văn phòng UBND thành phố", None),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn bodies_that_are_named_after_people_and_trades_are_nobody() {
        for text in ["Đại diện lãnh đạo Hội Nhà văn Việt Nam", "Đại diện Ban Quản trị Lăng Ông Nam Hải"]
        {
            let line = line_of(text);
            assert!(everyone(line.all()).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_rank_between_post_and_name_is_no_part_of_the_post() {
        let line = line_of("Thứ trưởng Bộ Công an Thượng tướng");
        let (office, rank) =
            rank_behind(line.all()).map(|(office, rank)| (office.text(), rank.text())).unwrap_or_default();
        assert_eq!((office.as_str(), rank.as_str()), ("Thứ trưởng Bộ Công an", "Thượng tướng"));
    }
}
