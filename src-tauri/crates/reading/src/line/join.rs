//! Which lines are one: what a hard wrap cut in two goes together, what begins something new does not.

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
    // "…, | Quyết định:", below the last of the bases.
    if next.all().bare().is("quyết định") && next.chars.last() == Some(&':') {
        return false;
    }
    if is_full(last, next, width) || parts_a_name(last, next) {
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
    let own = label(next)
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
    let goes_on = last.chars.last() == Some(&';') && (!item || within || lower) && !opens;
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

/// What offices join by a dash, so that a wrap before it is one within a name.
const DASHED: [(&str, &str); 15] = [
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

/// Dotted leaders, and behind them a role.
fn led_to_a_role(line: &Line) -> bool {
    let all = line.all();
    let dots = all.chars().windows(4).rposition(|four| four.iter().all(|c| *c == '.'));
    let behind = dots.map(|at| all.from(all.start + at + 4).trim());
    behind.is_some_and(|role| lexicon::get().role_heads.begin(role) && role.each_word().nth(5).is_none())
}

/// "Trưởng các bản", "Giáo viên chủ nhiệm các lớp": a post, with the capital of a line that begins.
fn opens_post(line: Span<'_>) -> bool {
    let lexicon = lexicon::get();
    let first = line.each_word().next();
    let head =
        lexicon.offices.begin(line) || lexicon.nominated.begin(line) || first.is_some_and(|word| word.is("trưởng"));
    head && line.chars().first().is_some_and(|c| c.is_uppercase())
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

/// "Số 1412-QĐ/TU" alone on its line, where the one before does not wait for it ("… thay thế Quyết định").
fn numbers(last: &Line, next: &Line) -> bool {
    let all = next.all();
    let digit = |rest: Span<'_>| rest.chars().first().is_some_and(char::is_ascii_digit);
    let papers = ["quyết định", "kế hoạch", "công văn", "văn bản", "tờ trình", "nghị quyết", "thông báo", "nghị định"];
    let waits = papers.iter().any(|paper| last.all().before(paper).is_some());
    !waits && all.after("số").is_some_and(digit) && all.each_word().nth(3).is_none()
}

/// The decision in brackets behind a name, cut off by the wrap: "… ngành Y tế | (Quyết định số 1120/QĐ-SYT …) và …".
fn cites(last: &Line, next: &Line) -> bool {
    last.chars.len() >= 50 && next.all().starts_with("(quyết định số") && next.all().chars().last() != Some(&')')
}

/// The line under a headline that says when it was printed: "Thứ Tư, 13/3/2019 | 08:15".
fn stamps(line: &Line) -> bool {
    let all = line.all();
    let days = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];
    days.iter().any(|day| all.starts_with(day))
        && all.each_word().nth(8).is_none()
        && all.chars().iter().any(char::is_ascii_digit)
}

/// Ends with a word that nothing ends with: "… và Ban Chỉ đạo B thành", "Quyết định số".
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

fn is_unfinished(line: &Line) -> bool {
    let all = line.all();
    ["thành", "của", "quyết định số"].iter().any(|word| all.before(word).is_some()) && all.each_word().nth(6).is_some()
}

fn ends(line: &Line) -> bool {
    matches!(line.chars.iter().rfind(|c| !c.is_whitespace()), Some('.' | ';' | ':' | '!' | '?' | '”' | '/'))
}

/// Whether a line opens something of its own.
fn begins(line: &Line) -> bool {
    let all = line.all();
    label(line)
        || row(line)
        || dates(line)
        || stamps(line)
        || field(all)
        || (all.chars().first().is_some_and(|c| c.is_uppercase())
            && (lexicon::get().openings.begin(all) || opens_person(all) || opens_named(all)))
        || matches!(line.chars.iter().find(|c| !c.is_whitespace()), Some('-' | '+' | '(' | '“' | '|' | ':'))
}

/// "Chức vụ hiện nay: …", "Nhiệm vụ trong Hội đồng: …": a line of a form.
fn field(line: Span<'_>) -> bool {
    let heads = ["họ và tên", "họ tên", "chức vụ", "chức danh", "nhiệm vụ", "vai trò", "đơn vị"];
    let Some(colon) = line.chars().iter().take(40).position(|c| *c == ':') else { return false };
    // "đơn vị cử như sau:" goes on with a sentence.
    let capital = line.chars().first().is_some_and(|c| c.is_uppercase());
    let head = line.until(line.start + colon);
    capital && head.each_word().nth(6).is_none() && heads.iter().any(|word| head.starts_with(word))
}

/// "2 Ông Tòng Văn Hịa Trạm trưởng …": a row of a table whose cells have nothing between them.
fn row(line: &Line) -> bool {
    let all = line.all();
    let first = all.each_word().next();
    let number = first.filter(|word| word.chars().len() <= 3 && word.chars().iter().all(char::is_ascii_digit));
    number.is_some_and(|number| opens_person(all.from(number.end).trim()))
}

/// "Ông Nguyễn Văn A", with the capital of a line that begins.
fn opens_person(line: Span<'_>) -> bool {
    let mut rests = lexicon::get().honorific_heads.begun(line).map(|(_, rest)| rest);
    // "Ni sư Thích nữ Diệu Tâm".
    let name = |word: &Span<'_>| is_upper(word.chars()[0]) || word.is("nữ");
    rests.any(|rest| rest.each_word().take(2).filter(name).count() == 2)
}

/// "TS.BS. Nguyễn Văn A": a degree with its point, and a name.
fn opens_learned(line: &Line) -> bool {
    let all = line.all();
    let name = |rest: &Span<'_>| rest.each_word().take(2).filter(|word| is_upper(word.chars()[0])).count() == 2;
    let rest = lexicon::get().degrees.after(all).filter(name);
    rest.is_some_and(|rest| all.until(rest.start).trim().chars().last() == Some(&'.'))
}

/// "Lăng Thị Vóc, Giám đốc Trung tâm …": a name without honorific, and the post behind it.
fn opens_named(line: Span<'_>) -> bool {
    let lexicon = lexicon::get();
    let Some(end) = line.chars().iter().take(40).position(|c| matches!(c, ',' | '-' | '–')) else { return false };
    let name = line.until(line.start + end).trim();
    let post = line.from(line.start + end + 1).trim();
    let words = name.words();
    (2..=5).contains(&words.len())
        && words.iter().all(|word| is_upper(word.chars()[0]))
        && words.first().is_some_and(|word| lexicon.surnames.say(*word))
        && lexicon.offices.begin(post)
}

/// "thành viên", alone on its line.
fn is_role(line: &Line) -> bool {
    lexicon::get().role_heads.say(line.all().trim_by(|c| matches!(c, '.' | ';' | ',') || c.is_whitespace()))
}

/// "Phó Trưởng ban:", "Trưởng ban: Ông A", or a role alone on its line.
fn names_role(line: &Line) -> bool {
    let all = line.all();
    let colon = all.chars().iter().position(|c| *c == ':').map(|at| all.until(all.start + at));
    let head = colon.unwrap_or(all);
    let head = head.after("các").filter(|_| colon.is_some()).unwrap_or(head);
    let lexicon = lexicon::get();
    let always = |written: usize| {
        let role = lexicon.role_of.get(written).and_then(|role| lexicon.roles.get(*role));
        role.is_some_and(|role| role.only_of.is_empty())
    };
    let role = lexicon.role_heads.begun(head).any(|(written, _)| always(written));
    // "Trưởng ban - Phó Chủ tịch UBND tỉnh": however long the post is.
    let dash =
        all.chars().windows(3).position(|three| three[0] == ' ' && matches!(three[1], '-' | '–') && three[2] == ' ');
    let dashed = dash.map(|at| all.until(all.start + at)).filter(|head| head.each_word().nth(5).is_none());
    if dashed.is_some_and(|head| lexicon.role_heads.begun(head).any(|(written, _)| always(written)))
        && is_upper(all.chars()[0])
    {
        return true;
    }
    role && head.each_word().nth(6).is_none()
        && is_upper(all.chars()[0])
        && !matches!(all.chars().last(), Some('.' | ';' | ','))
}

/// Ends where something must follow: "… - Phó", "… làm".
fn is_cut(line: &Line) -> bool {
    let all = line.all();
    let waiting =
        ["phó", "làm", "là", "các", "và", "kiêm", "chức", "giữ", "một", "vai trò", "tư cách", "chức danh", "nhiệm vụ"];
    waiting.iter().any(|word| all.before(word).is_some()) || matches!(all.chars().last(), Some('-' | '–' | ',' | '('))
}

/// "Hà Nội, ngày 21 tháng 4 năm 2016", alone on its line.
fn dates(line: &Line) -> bool {
    let all = line.all();
    let place = all.find("ngày").map(|word| all.until(word.start).trim());
    place.is_some_and(|place| place.chars().last() == Some(&',') && place.each_word().nth(6).is_none())
        && all.chars().first().is_some_and(|c| is_upper(*c))
        && all.each_word().nth(14).is_none()
}

/// "1.", "2)", "3-", "a)", "IV.", "Điều 5".
fn label(line: &Line) -> bool {
    let mut words = line.all().each_word();
    let Some(first) = words.next() else { return false };
    if first.is("điều") {
        // "Điều 5", "Điều II:".
        return words.next().is_some_and(|word| {
            let roman = |word: Span<'_>| word.chars().iter().all(|c| matches!(c, 'I' | 'V' | 'X'));
            word.chars()[0].is_ascii_digit() || (word.bare().end < word.end && roman(word.bare()))
        });
    }
    let end = |c: &char| matches!(c, '.' | ')' | '-' | '/' | ':');
    // "1.1.", "2.10.": an item within an item.
    let levels = first.chars().split(|c| *c == '.').filter(|level| !level.is_empty());
    let nested = first.chars().len() <= 6 && levels.clone().count() > 1 && first.chars().last().is_some_and(end);
    if nested && levels.flatten().all(char::is_ascii_digit) {
        return true;
    }
    let Some(last) = first.chars().iter().rposition(|c| !end(c)) else { return false };
    let body = &first.chars()[..=last];
    let short = body.len() == 1
        || (body.len() <= 3 && body.iter().all(char::is_ascii_digit))
        || (body.len() <= 4 && body.iter().all(|c| matches!(c, 'I' | 'V' | 'X')));
    body.len() < first.chars().len() && short && body.iter().all(|c| is_word(*c))
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
