//! What shows that a line was cut by a wrap, or is whole: a role in halves, a post that waits for who holds it, a word
//! that nothing ends with.

use super::join::signs_for;
use super::openings::{
    begins, dates, field, is_role, label, names_role, opens_bases, opens_learned, opens_named, opens_person,
    opens_post, row, stamps, tells_when,
};
use super::{Line, Span, is_letter, is_lower, is_upper};
use crate::lexicon;

/// Whether the next word would have had room by far, and the line is one of a list: "Ông A - Trưởng Công an xã" over
/// "Trưởng các bản".
pub fn breaks_early(last: &Line, next: &Line, width: usize) -> bool {
    let word = next.all().each_word().next().map_or(0, |word| word.chars().len());
    let room = (last.chars.len() + 1 + word) * 4 < width * 3;
    let lexicon = lexicon::get();
    let (last, next) = (last.all(), next.all());
    let asked = last.after("mời").unwrap_or(last);
    room && (opens_person(last) || lexicon.ranks.begin(last) || opens_post(asked))
        && (lexicon.ranks.begin(next) || opens_post(next))
}

/// The longest line of a text that an editor wrapped by force.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;

/// Whether the next word had no room in a text wrapped by force, and the sentence waits for it: whatever that word is,
/// it opens nothing. `width`: how long the longest line of the paper is.
pub fn is_full(last: &Line, next: &Line, width: usize) -> bool {
    let first = next.all().each_word().next().map_or(0, |word| word.chars().len());
    let full = WRAPPED.contains(&width) && last.chars.len() + 1 + first > width;
    if !full {
        return false;
    }
    let sign = |line: &Line| {
        matches!(line.low.iter().find(|c| !c.is_whitespace()), Some('-' | '+' | '“' | '|' | ':' | '*' | '•'))
    };
    let own = (label(next) && !counts_nothing(last, next))
        || row(next)
        || (is_role(next) && !is_cut(last))
        || dates(next)
        || stamps(next)
        || field(next.all())
        || opens_bases(next.all())
        || tells_when(next.all())
        || sign(next);
    // "… THÀNH" over "PHỐ NGỌC SƠN": a subject or an authority in capitals, unless another one begins.
    // "… HĐND và" over "UBND;": an abbreviation is no line in capitals.
    let short = next.is_capitals() && next.chars.len() <= 8 && next.all().each_word().nth(1).is_none();
    if last.is_capitals() || (next.is_capitals() && !short) {
        // "ỦY BAN NHÂN DÂN TỈNH X" over "SỞ Y TẾ": two offices.
        let office = next.all().starts_with("sở");
        let another = office || lexicon::get().authorities.begin(next.all()) || signs_for(last, next);
        return last.is_capitals() && next.is_capitals() && !own && !another && !ends(last);
    }
    // People one below the other, without numbers.
    let person = |line: &Line| opens_person(line.all()) || opens_learned(line);
    let listed = person(last);
    let item = listed || label(last) || sign(last);
    // "… Kinh tế, Văn hóa - Xã hội;" over "Trưởng Công an đặc khu; …": prose.
    let opens = lexicon::get().openings.begin(next.all()) || crate::grammar::is_base(next.all());
    // "3. Các Ủy viên: A; B;" over "C; D": a list within an item has its marks before, too.
    // The same below "d/ Các ủy viên: A;", whose role is that of several.
    let plural =
        label(last) && crate::grammar::behind_label(last.all()).starts_with("các") && last.chars.contains(&':');
    let within = last.chars.iter().filter(|c| **c == ';').count() > usize::from(!plural);
    let lower = next.chars.iter().find(|c| !c.is_whitespace()).is_some_and(|c| is_lower(*c));
    let whole = closes_with_a_role(last) && opens_seat(next) && !within;
    let goes_on = last.chars.last() == Some(&';') && (!item || within || lower) && !opens && !whole;
    // "7. Ông A - Bí thư Đoàn phường:" over "Thành viên".
    let role = label(last) && last.chars.last() == Some(&':') && names_role(next) && !next.chars.contains(&':');
    // "2) BSCKI." over "Cù Thị Nhàn": a degree ends no sentence.
    let degree = last.all().each_word().last().is_some_and(|word| {
        let titled = lexicon::get().degrees.contains(&word.bare().key());
        titled && last.chars.last() == Some(&'.')
    });
    let waits = goes_on || degree || !ends(last);
    let opens = own || names_role(next) || (listed && person(next));
    role || (waits && !opens)
}

/// "3. Hiệu trưởng Trường THPT Tân Lộc" over "2: Ủy viên": a number that does not count on belongs to the name before it.
fn counts_nothing(last: &Line, next: &Line) -> bool {
    let number = |line: &Line| {
        let digits: String = line.all().chars().iter().take_while(|c| c.is_ascii_digit()).collect();
        digits.parse::<u32>().ok()
    };
    let bullet = matches!(last.all().chars().first(), Some('-' | '+' | '•'));
    let counted = number(last).filter(|_| label(last));
    let short = next.all().each_word().next().is_some_and(|word| word.chars().len() <= 2);
    match (counted, number(next)) {
        (Some(last), Some(next)) => next != last + 1 && short,
        (None, Some(_)) => bullet && short,
        _ => false,
    }
}

/// What offices join by a dash, so that a wrap before it is one within a name.
const DASHED: [(&str, &str); 19] = [
    ("địa chính", "xây dựng"),
    ("văn phòng", "thống kê"),
    ("tư pháp", "hộ tịch"),
    ("hạ tầng", "đô thị"),
    ("kế hoạch", "tài vụ"),
    ("lao động", "thương binh"),
    ("văn hóa", "xã hội"),
    ("văn hóa", "thông tin"),
    ("kinh tế", "xã hội"),
    ("tài chính", "kế hoạch"),
    ("tài chính", "kế toán"),
    ("kế hoạch", "tài chính"),
    ("kế hoạch", "tổng hợp"),
    ("tổ chức", "cán bộ"),
    ("tổ chức", "hành chính"),
    ("hành chính", "quản trị"),
    ("tư tưởng", "văn hóa"),
    ("dân số", "kế hoạch"),
    ("thi đua", "khen thưởng"),
];

/// "Giám đốc Sở Lao động" over "- Thương binh và Xã hội".
pub fn parts_a_name(last: &Line, next: &Line) -> bool {
    let behind = next.all().trim().after("-").or_else(|| next.all().trim().after("–"));
    let Some(behind) = behind.filter(|_| last.chars.len() > 30) else { return false };
    DASHED.iter().any(|(first, second)| last.all().before(first).is_some() && behind.starts_with(second))
}

/// "… xã: TỔ" over "PHÓ;", "… - Phó Chủ tịch" over "Thường trực Hội đồng;": a role that the wrap cut in two.
pub fn cuts_a_role(last: &Line, next: &Line) -> bool {
    // "…, ủy viên" over "thư ký.".
    let lower = next.all().chars().first() == Some(&'t') && next.all().starts_with("thư ký");
    if lower && last.all().words().iter().rev().nth(1).is_some_and(|word| last.all().from(word.start).is("ủy viên"))
    {
        return true;
    }
    let capitals = next.is_capitals() && !last.is_capitals();
    let goes_on = next.all().starts_with("thường trực") && matches!(next.chars.last(), Some('.' | ';' | ','));
    if !(capitals || goes_on) || next.all().each_word().nth(6).is_some() || label(next) || ends(last) {
        return false;
    }
    if is_role(next) {
        return capitals && is_cut(last) && speaks_of_somebody(last);
    }
    let capital = |word: &&Span<'_>| word.bare().chars().iter().all(|c| is_upper(*c) || *c == '(');
    let words = last.all().words();
    let tail = words.iter().rev().take(6).take_while(|word| !capitals || capital(word));
    let behind = next.all().bare().trim_by(|c| c == ')').text();
    tail.filter(|word| word.bare().chars().len() > 1).any(|word| {
        let whole = Line::plain(&format!("{} {behind}", last.all().from(word.start).trim_by(|c| c == '(').text()));
        crate::grammar::is_role(whole.all())
    })
}

/// An item that opens with a person or a post.
fn speaks_of_somebody(line: &Line) -> bool {
    let item = crate::grammar::behind_label(line.all());
    opens_person(item) || opens_learned(line) || opens_post(item) || opens_named(item)
}

/// "2. Ông A - Trưởng phòng Y tế, chức danh:" over "Ủy viên;": an item that its role is cut off, or its post.
pub fn waits_for_its_role(last: &Line, next: &Line) -> bool {
    if last.chars.last() != Some(&':') || begins(next) {
        return false;
    }
    let item = crate::grammar::behind_label(last.all());
    let somebody = speaks_of_somebody(last);
    let heading = crate::grammar::is_role(item.trim_by(|c| c == ':' || c.is_whitespace()));
    // "…, chức vụ:", but not "giữ các chức vụ:" over what they are.
    let told = ["chức vụ:", "chức danh:"].iter().find_map(|word| item.before(word));
    let field = told.is_some_and(|told| matches!(told.chars().last(), Some(',' | ';' | '.' | '-' | '–')));
    !heading && ((is_role(next) && somebody) || field)
}

/// "Phó Giám đốc Sở X phụ trách thủy lợi: Tổ phó Thường trực": an item that is whole.
pub fn closes_with_a_role(line: &Line) -> bool {
    let all = line.all().trim_by(|c| matches!(c, ';' | '.') || c.is_whitespace());
    let mark = |at: &usize| {
        let gap = |at: usize| line.chars.get(at).is_some_and(|c| c.is_whitespace());
        match line.chars[*at] {
            '-' | '–' | '—' => gap(*at - 1) && gap(*at + 1),
            c => matches!(c, ':' | ',' | ';' | '('),
        }
    };
    let last = (all.start + 1..all.end).rev().find(mark).map(|at| at + 1);
    let verb = all.find_last("làm").map(|verb| verb.end);
    let role = |at: usize| crate::grammar::is_role(all.from(at).trim_by(|c| c == ')' || c.is_whitespace()));
    last.max(verb).is_some_and(role)
}

/// A post, or how many of one, at the head of a line.
pub fn opens_seat(line: &Line) -> bool {
    let all = line.all();
    let counted = all.each_word().next().filter(|word| word.chars().iter().all(char::is_ascii_digit));
    let behind = all.after_any(&["mời", "quyền", "một"]).unwrap_or(all);
    // "Phó Trưởng ban" over "Thường trực;".
    !all.starts_with("thường trực") && (counted.is_some() || opens_post(all) || opens_post(behind))
}

/// "1. Ủy viên Ban Thường vụ Huyện ủy, Phó Chủ tịch UBND huyện," over "Ông A, Trưởng ban": a post whose holder is cut off.
pub fn waits_for_its_holder(last: &Line, next: &Line) -> bool {
    if last.chars.last() != Some(&',') || !label(last) || !opens_person(next.all()) {
        return false;
    }
    let item = crate::grammar::behind_label(last.all());
    let named = item.chars().contains(&':') || item.words().iter().any(|word| opens_person(item.from(word.start)));
    opens_post(item) && !named
}

/// Dotted leaders, and behind them a role.
pub fn led_to_a_role(line: &Line) -> bool {
    let all = line.all();
    let dots = all.chars().windows(4).rposition(|four| four.iter().all(|c| *c == '.'));
    let behind = dots.map(|at| all.from(all.start + at + 4).trim());
    behind.is_some_and(|role| lexicon::get().role_heads.begin(role) && role.each_word().nth(5).is_none())
}

/// Ends in the middle of a person's item: "1. Tổ trưởng: Ông Hà Trọng".
pub fn is_open(line: &Line) -> bool {
    // An article that is only a heading is not cut; "Điều 1. Ông Đỗ Kim" is.
    let words = line.all().words();
    let named = words.get(2).is_some_and(|word| opens_person(line.all().from(word.start)));
    let heading = line.all().starts_with("điều") && line.chars.len() < 45 && !named;
    // "1. Trưởng ban": a role that stands for itself.
    let alone = words.get(1).map(|word| line.all().from(word.start)).is_some_and(|rest| {
        let roles = &lexicon::get().role_heads;
        roles.say(rest) || rest.after("các").is_some_and(|rest| roles.say(rest)) || crate::grammar::is_role(rest)
    });
    label(line) && !ends(line) && !heading && !alone
}

/// "3. Bà Trương" over "Thị Kim Oanh, Trưởng phòng": nobody has a name of one word.
pub fn names_half(line: &Line) -> bool {
    let all = line.all();
    let item = crate::grammar::behind_label(all);
    // "…; bà Ma" over "Thị Nhài, …".
    let last = all.chars().iter().rposition(|c| *c == ';').map(|at| all.from(all.start + at + 1).trim());
    let item = last.unwrap_or(item);
    let mut rests = lexicon::get().honorific_heads.begun(item).map(|(_, rest)| rest);
    let one = |rest: Span<'_>| rest.each_word().nth(1).is_none() && rest.chars().iter().all(|c| c.is_alphabetic());
    item.start > all.start && rests.any(|rest| !rest.is_empty() && is_upper(rest.chars()[0]) && one(rest))
}

/// "Ông Lê Hữu" over "Khuê, Giám đốc Sở X": the last word of the name stands below, before the post.
pub fn cuts_a_name(last: &Line, next: &Line) -> bool {
    let item = crate::grammar::behind_label(last.all());
    let name = |word: Span<'_>| is_upper(word.chars()[0]) && word.chars().iter().all(|c| is_letter(*c));
    let named = |rest: Span<'_>| (1..=4).contains(&rest.word_count()) && rest.each_word().all(name);
    let titled = crate::grammar::behind_titles(item);
    let person = titled.start > item.start && named(titled);
    let below = next.all();
    let Some(word) = below.each_word().next().filter(|_| person) else { return false };
    let post = below.from(word.bare().end).trim_by(|c| c.is_whitespace() || matches!(c, ',' | '-' | '–'));
    let parted = post.start > word.bare().end + 1;
    parted && !word.bare().is_empty() && name(word.bare()) && lexicon::get().offices.begin(post)
}

/// Ends with a word that nothing ends with: "… và Ban Chỉ đạo B thành", "Quyết định số".
pub fn is_unfinished(line: &Line) -> bool {
    let all = line.all();
    ["thành", "của", "quyết định số"].iter().any(|word| all.before(word).is_some()) && all.each_word().nth(6).is_some()
}

pub fn ends(line: &Line) -> bool {
    matches!(line.chars.iter().rfind(|c| !c.is_whitespace()), Some('.' | ';' | ':' | '!' | '?' | '”' | '/'))
}

/// Ends where something must follow: "… - Phó", "… làm".
pub fn is_cut(line: &Line) -> bool {
    let all = line.all();
    let waiting =
        ["phó", "làm", "là", "các", "và", "kiêm", "chức", "giữ", "một", "vai trò", "tư cách", "chức danh", "nhiệm vụ"];
    let whole = ["tổ phó", "đội phó", "đoàn phó", "hiệu phó", "nhóm phó"].iter().any(|role| all.before(role).is_some());
    waiting.iter().any(|word| all.before(word).is_some() && !whole)
        || matches!(all.chars().last(), Some('-' | '–' | ',' | '('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn the_last_word_of_a_name_stands_below_before_the_post() {
        for (last, next, cut) in [
            ("Ông Lê Hữu", "Khuê, Giám đốc Sở Y tế;", true),
            ("- Bà Tạ Thị", "Mây - Trưởng phòng Nội vụ", true),
            ("Ông Lê Hữu Khuê", "Giám đốc, Sở Y tế", false),
            ("Ông Lê Hữu Khuê", "Trưởng phòng Nội vụ", false),
            ("Ông Lê Hữu", "Lò Văn Mây, Giám đốc Sở Y tế", false),
            ("Ông Lê Hữu, Giám đốc", "Khuê, Giám đốc Sở Y tế", false),
        ] {
            assert_eq!(cuts_a_name(&line_of(last), &line_of(next)), cut, "{last} / {next}");
        }
    }
}
