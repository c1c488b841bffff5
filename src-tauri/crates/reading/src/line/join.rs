//! Which lines are one: what a hard wrap cut in two goes together, what begins something new does not.

use super::openings::{
    begins, counts_on, dates, field, is_role, label, names_role, numbers, opens_learned, opens_named, opens_person,
    opens_post, row, stamps,
};
use super::{Line, Span, is_lower, is_upper, is_word};
use crate::lexicon;

/// A paragraph longer than this is none: joining stops.
const LONGEST: usize = 20_000;

/// Appends a line to the one before, with a space between.
pub fn append(line: &mut Line, next: Line) {
    let at = line.origin.last().copied().unwrap_or((0, 0));
    for (before, after) in [(line.low.last().copied(), Some(' ')), (Some(' '), next.low.first().copied())] {
        if let (Some(before), Some(after)) = (before, after) {
            line.pairs.add(before, after);
        }
    }
    line.pairs.join(next.pairs);
    line.chars.push(' ');
    line.low.push(' ');
    line.origin.push(at);
    line.chars.extend(next.chars);
    line.low.extend(next.low);
    line.origin.extend(next.origin);
}

/// Two people in one cell, each in a paragraph, are parted by a semicolon.
pub fn part_people(last: &mut Line, next: &Line) {
    if ends(last) || !(opens_person(last.all()) || names_learned(last)) {
        return;
    }
    // "PGS.TS. Sử Đình Cơ" over "Trường Đại học X": the second is no part of the name.
    if !opens_person(next.all()) {
        let what = opens_post(next.all()) || lexicon::get().kind_heads.begin(next.all());
        // "Bà A - Trưởng Ban X" over "Trưởng các phòng có tài sản": somebody else.
        let told = last.chars.iter().any(|c| matches!(c, ',' | '-' | '–'));
        let others = lexicon::get().nominated.begin(next.all())
            || next.all().each_word().nth(1).is_some_and(|word| word.is("các"));
        if told && what && others {
            mark(last, ';');
            return;
        }
        if what && crate::grammar::is_name(last.all()) && last.all().each_word().nth(2).is_some() {
            mark(last, ',');
        }
        return;
    }
    mark(last, ';');
}

/// "PGS.TS. Sử Đình Cơ".
fn names_learned(line: &Line) -> bool {
    lexicon::get().degrees.begin(line.all())
}

fn mark(last: &mut Line, sign: char) {
    let at = last.origin.last().copied().unwrap_or((0, 0));
    if let Some(before) = last.low.last() {
        last.pairs.add(*before, sign);
    }
    last.chars.push(sign);
    last.low.push(sign);
    last.origin.push(at);
}

/// Whether a line after a soft break goes on with the one before: unless it begins an item or an article.
pub fn goes_on(last: &Line, next: &Line) -> bool {
    // "Ông A | Trưởng ban" over "Chủ tịch Hội X", in a paragraph with tabs: the second has a line of its own.
    let columns = last.chars.contains(&'\t') && next.chars.first().is_some_and(|c| is_upper(*c));
    last.chars.len() < LONGEST
        && !columns
        && !begins(next)
        && last.is_capitals() == next.is_capitals()
        && !ends(last)
        && !signs_for(last, next)
        && !titles(last, next)
}

/// "TRƯỞNG BAN" over "PHÓ CHỦ TỊCH UBND TỈNH": two titles of who signs.
fn titles(last: &Line, next: &Line) -> bool {
    let first = next.all().each_word().next().map(|word| word.key());
    let person =
        first.is_some_and(|word| ["phó", "chủ", "giám", "bí", "tổng", "hiệu", "chánh"].contains(&word.as_str()));
    last.is_capitals()
        && person
        && lexicon::get().authorities.say(last.all())
        && lexicon::get().authorities.begin(next.all())
}

/// "KT. CHỦ TỊCH" over "PHÓ CHỦ TỊCH": for whom it is signed, and by whom.
fn signs_for(last: &Line, next: &Line) -> bool {
    let forms = ["kt.", "kt", "k/t", "tm.", "tm", "t/m", "t.m.", "tl.", "tl", "t/l", "tuq."];
    let authority = |line: &Line| lexicon::get().authorities.iter().any(|head| line.all().starts_with(head));
    last.is_capitals() && forms.iter().any(|form| last.all().starts_with(form)) && authority(next)
}

/// Whether the line is the hard-wrapped rest of the one before. `width`: how long the longest line of the paper is.
pub fn wrapped(last: &Line, next: &Line, width: usize) -> bool {
    // Rows of a table that was copied with its tabs.
    if last.chars.contains(&'\t') && next.chars.contains(&'\t') {
        return false;
    }
    if next.apart || last.cell.is_some() || next.cell.is_some() || last.part != next.part || last.chars.len() > LONGEST
    {
        return false;
    }
    // "A ........ Ủy viên" over "Giám đốc Nông trường 4": the row is full, and the post stands below.
    if led_to_a_role(last) && opens_post(next.all()) {
        return false;
    }
    // "+ Trưởng đoàn" over "ông A, Trưởng phòng Nội vụ".
    let alone = || is_role(last) || crate::grammar::is_role(crate::grammar::behind_label(last.all()));
    if opens_person(next.all()) && alone() {
        return false;
    }
    if (opens_seat(next) && closes_with_a_role(last))
        || counts_on(last, next)
        || (opens_person(last.all()) && opens_person(next.all()) && !is_cut(last))
    {
        return false;
    }
    // "…, | Quyết định:", below the last of the bases.
    if next.all().bare().is("quyết định") && next.chars.last() == Some(&':') {
        return false;
    }
    if is_full(last, next, width) || parts_a_name(last, next) || cuts_a_role(last, next) {
        return true;
    }
    if waits_for_its_role(last, next) || waits_for_its_holder(last, next) {
        return true;
    }
    if names_half(last) && next.chars.iter().find(|c| is_word(**c)).is_some_and(|c| is_upper(*c)) && !label(next) {
        return true;
    }
    if ((begins(next) || numbers(last, next)) && !cites(last, next))
        || (is_role(next) && !is_cut(last))
        || ((names_role(next) || opens_learned(next)) && !is_cut(last))
        || ends(last)
        || last.is_capitals()
        || next.is_capitals()
    {
        return false;
    }
    // "Cục trưởng Cục Quản lý thị trường" over "Cầm Bá Trọng": the other office of who signs, and the name.
    let office = opens_post(last.all()) && !last.chars.iter().any(|c| matches!(c, ',' | '-' | '–' | ';' | ':'));
    let first = next.all().each_word().next();
    let family = first.is_some_and(|word| lexicon::get().surnames.say(word));
    if office && family && next.all().each_word().nth(2).is_some() && crate::grammar::is_name(next.all()) {
        return false;
    }
    let lower = next.chars.iter().find(|c| is_word(**c)).is_some_and(|c| !is_upper(*c));
    if is_unfinished(last) {
        return true;
    }
    if !lower && last.all().chars().last() == Some(&')') {
        return false;
    }
    // "2. Phó Chủ tịch Thường trực Hội đồng" over "Trung tá A, …": a role that stands for itself.
    if !lower && label(last) && crate::grammar::is_role(crate::grammar::behind_label(last.all())) {
        return false;
    }
    // A line that breaks off early was meant to, unless the next one goes on in the middle of a phrase.
    let long = last.chars.len() >= 30 && !breaks_early(last, next, width);
    lower || long || is_cut(last) || is_open(last)
}

/// Whether the next word would have had room by far, and the line is one of a list: "Ông A - Trưởng Công an xã" over
/// "Trưởng các bản".
fn breaks_early(last: &Line, next: &Line, width: usize) -> bool {
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
fn is_full(last: &Line, next: &Line, width: usize) -> bool {
    let first = next.all().each_word().next().map_or(0, |word| word.chars().len());
    let full = WRAPPED.contains(&width) && last.chars.len() + 1 + first > width;
    if !full {
        return false;
    }
    let sign = |line: &Line| {
        matches!(line.chars.iter().find(|c| !c.is_whitespace()), Some('-' | '+' | '“' | '|' | ':' | '*' | '•'))
    };
    let own = (label(next) && !counts_nothing(last, next))
        || row(next)
        || (is_role(next) && !is_cut(last))
        || dates(next)
        || stamps(next)
        || field(next.all())
        || sign(next);
    // "… THÀNH" over "PHỐ NGỌC SƠN": a subject or an authority in capitals, unless another one begins.
    // "… HĐND và" over "UBND;": an abbreviation is no line in capitals.
    let short = next.is_capitals() && next.chars.len() <= 8 && next.all().each_word().nth(1).is_none();
    if last.is_capitals() || (next.is_capitals() && !short) {
        let another = lexicon::get().authorities.begin(next.all()) || signs_for(last, next);
        return last.is_capitals() && next.is_capitals() && !own && !another && !ends(last);
    }
    // People one below the other, without numbers.
    let person = |line: &Line| opens_person(line.all()) || opens_learned(line);
    let listed = person(last);
    let item = listed || label(last) || sign(last);
    // "… Kinh tế, Văn hóa - Xã hội;" over "Trưởng Công an đặc khu; …": prose.
    let opens = lexicon::get().openings.begin(next.all()) || crate::grammar::is_base(next.all());
    // "3. Các Ủy viên: A; B;" over "C; D": a list within an item has its marks before, too.
    let within = last.chars.iter().filter(|c| **c == ';').count() > 1;
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
fn parts_a_name(last: &Line, next: &Line) -> bool {
    let behind = next.all().trim().after("-").or_else(|| next.all().trim().after("–"));
    let Some(behind) = behind.filter(|_| last.chars.len() > 30) else { return false };
    DASHED.iter().any(|(first, second)| last.all().before(first).is_some() && behind.starts_with(second))
}

/// "… xã: TỔ" over "PHÓ;", "… - Phó Chủ tịch" over "Thường trực Hội đồng;": a role that the wrap cut in two.
fn cuts_a_role(last: &Line, next: &Line) -> bool {
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
fn waits_for_its_role(last: &Line, next: &Line) -> bool {
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
fn closes_with_a_role(line: &Line) -> bool {
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
fn opens_seat(line: &Line) -> bool {
    let all = line.all();
    let counted = all.each_word().next().filter(|word| word.chars().iter().all(char::is_ascii_digit));
    let behind = all.after_any(&["mời", "quyền", "một"]).unwrap_or(all);
    // "Phó Trưởng ban" over "Thường trực;".
    !all.starts_with("thường trực") && (counted.is_some() || opens_post(all) || opens_post(behind))
}

/// "1. Ủy viên Ban Thường vụ Huyện ủy, Phó Chủ tịch UBND huyện," over "Ông A, Trưởng ban": a post whose holder is cut off.
fn waits_for_its_holder(last: &Line, next: &Line) -> bool {
    if last.chars.last() != Some(&',') || !label(last) || !opens_person(next.all()) {
        return false;
    }
    let item = crate::grammar::behind_label(last.all());
    let named = item.chars().contains(&':') || item.words().iter().any(|word| opens_person(item.from(word.start)));
    opens_post(item) && !named
}

/// Dotted leaders, and behind them a role.
fn led_to_a_role(line: &Line) -> bool {
    let all = line.all();
    let dots = all.chars().windows(4).rposition(|four| four.iter().all(|c| *c == '.'));
    let behind = dots.map(|at| all.from(all.start + at + 4).trim());
    behind.is_some_and(|role| lexicon::get().role_heads.begin(role) && role.each_word().nth(5).is_none())
}

/// Whether a line is the number of a page, and the sentence before it goes on behind it.
pub fn page_between(last: &Line, line: &Line, next: &Line) -> bool {
    let all = line.all();
    let number = all.after("trang").unwrap_or(all);
    let counts =
        number.chars().iter().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | ' ')) && !number.is_empty();
    // "ngày | 30 | tháng 12": a number that the sentence waits for.
    let waits = ["ngày", "tháng", "năm", "số", "điều", "khoản", "điểm", "gồm", "có", "thứ", "khóa", "lần", "từ", "đến"];
    let counts = counts && waits.iter().all(|word| last.all().before(word).is_none());
    let plain = [last, line, next].iter().all(|line| line.cell.is_none());
    let lower = next.chars.iter().find(|c| is_word(**c)).is_some_and(|c| is_lower(*c));
    plain && counts && all.chars().len() <= 12 && lower && !begins(next) && !ends(last) && !last.is_capitals()
}

/// Ends in the middle of a person's item: "1. Tổ trưởng: Ông Hà Trọng".
fn is_open(line: &Line) -> bool {
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

/// The decision in brackets behind a name, cut off by the wrap: "… ngành Y tế | (Quyết định số 1120/QĐ-SYT …) và …".
fn cites(last: &Line, next: &Line) -> bool {
    last.chars.len() >= 50 && next.all().starts_with("(quyết định số") && next.all().chars().last() != Some(&')')
}

/// "3. Bà Trương" over "Thị Kim Oanh, Trưởng phòng": nobody has a name of one word.
fn names_half(line: &Line) -> bool {
    let all = line.all();
    let item = crate::grammar::behind_label(all);
    // "…; bà Ma" over "Thị Nhài, …".
    let last = all.chars().iter().rposition(|c| *c == ';').map(|at| all.from(all.start + at + 1).trim());
    let item = last.unwrap_or(item);
    let mut rests = lexicon::get().honorific_heads.begun(item).map(|(_, rest)| rest);
    let one = |rest: Span<'_>| rest.each_word().nth(1).is_none() && rest.chars().iter().all(|c| c.is_alphabetic());
    item.start > all.start && rests.any(|rest| !rest.is_empty() && is_upper(rest.chars()[0]) && one(rest))
}

/// Ends with a word that nothing ends with: "… và Ban Chỉ đạo B thành", "Quyết định số".
fn is_unfinished(line: &Line) -> bool {
    let all = line.all();
    ["thành", "của", "quyết định số"].iter().any(|word| all.before(word).is_some()) && all.each_word().nth(6).is_some()
}

fn ends(line: &Line) -> bool {
    matches!(line.chars.iter().rfind(|c| !c.is_whitespace()), Some('.' | ';' | ':' | '!' | '?' | '”' | '/'))
}

/// Ends where something must follow: "… - Phó", "… làm".
fn is_cut(line: &Line) -> bool {
    let all = line.all();
    let waiting =
        ["phó", "làm", "là", "các", "và", "kiêm", "chức", "giữ", "một", "vai trò", "tư cách", "chức danh", "nhiệm vụ"];
    let whole = ["tổ phó", "đội phó", "đoàn phó", "hiệu phó", "nhóm phó"].iter().any(|role| all.before(role).is_some());
    waiting.iter().any(|word| all.before(word).is_some() && !whole)
        || matches!(all.chars().last(), Some('-' | '–' | ',' | '('))
}

/// Whether a line names the authority above the bases, although the case does not show it: the next line
/// begins them.
pub fn heads(line: &Line, next: &Line) -> bool {
    let bases = ["căn cứ", "xét", "theo đề nghị", "quyết định"];
    let next = next.all().trim_by(|c| c == '-' || c.is_whitespace());
    line.chars.len() < 90
        && bases.iter().any(|base| next.starts_with(base))
        && lexicon::get().authorities.begin(line.all())
}
