//! Which lines are one: what a hard wrap cut in two goes together, what begins something new does not.

use super::cut::{
    breaks_early, closes_with_a_role, cuts_a_name, cuts_a_role, ends, is_cut, is_full, is_open, is_unfinished,
    led_to_a_role, names_half, opens_seat, parts_a_name, waits_for_its_holder, waits_for_its_role,
};
use super::openings::{
    begins, counts_on, dates, is_role, label, names_role, numbers, opens_learned, opens_person, opens_post, stamps,
    tells_of_the_list,
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
    if !ends(last) && (counts_within(last, next) || same_post(last, next)) {
        mark(last, ';');
        return;
    }
    let somebody = opens_person(last.all()) || names_learned(last) || lexicon::get().ranks.begin(last.all());
    if ends(last) || !somebody {
        return;
    }
    // "Thiếu tá A" over "Đại úy B".
    if crate::grammar::is_name(last.all()) && lexicon::get().ranks.begin(next.all()) {
        mark(last, ';');
        return;
    }
    // "PGS.TS. Sử Đình Cơ" over "Trường Đại học X": the second is no part of the name.
    if !opens_person(next.all()) {
        let what = opens_post(next.all()) || lexicon::get().kind_heads.begin(next.all());
        let what = what || is_no_name(next);
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

/// "Bà A" over "Chủ hộ kinh doanh chợ B", with a break of the line between: a comma parts them.
pub fn part_post(last: &mut Line, next: &Line) {
    let named = opens_person(last.all()) && crate::grammar::is_name(last.all());
    if named && last.all().each_word().nth(2).is_some() && !opens_person(next.all()) && is_no_name(next) {
        mark(last, ',');
    }
}

/// "Chủ hộ kinh doanh": a capital with a small word behind it, and more.
fn is_no_name(line: &Line) -> bool {
    let mut words = line.all().each_word();
    let (first, second) = (words.next(), words.next());
    let case = |word: Option<Span<'_>>, fits: fn(char) -> bool| {
        word.and_then(|word| word.chars().first().copied()).is_some_and(fits)
    };
    case(first, is_upper) && case(second, is_lower) && words.next().is_some()
}

/// "1. Bà A" over "2. Ông B", in one cell.
fn counts_within(last: &Line, next: &Line) -> bool {
    let number = |line: Span<'_>| {
        let digits = line.chars().iter().take_while(|c| c.is_ascii_digit()).count();
        let marked = matches!(line.chars().get(digits), Some('.' | ')' | '/'));
        line.until(line.start + digits).text().parse::<u32>().ok().filter(|_| marked)
    };
    // The last of several that were put together.
    let last = last.all();
    let behind = last.chars().iter().rposition(|c| *c == ';').map_or(last, |at| last.from(last.start + at + 1).trim());
    number(behind).zip(number(next.all())).is_some_and(|(one, other)| one.checked_add(1) == Some(other))
}

/// "Phó Giám đốc phụ trách kỹ thuật" over "Phó Giám đốc phụ trách kinh doanh": posts of two.
fn same_post(last: &Line, next: &Line) -> bool {
    let heads = |line: &Line| line.all().each_word().take(3).map(|word| word.key()).collect::<Vec<_>>();
    let (one, other) = (heads(last), heads(next));
    one.len() == 3 && one == other && opens_post(last.all()) && opens_post(next.all())
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
pub fn signs_for(last: &Line, next: &Line) -> bool {
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
    // "Ngày đăng: 06/02/2018 - Người đăng: A" over the report.
    if stamps(last) {
        return false;
    }
    // "An Lãng, ngày 09 tháng 8 năm 2023" over the subject, where the line of the type was lost.
    let ends_with_year = || last.all().words().last().is_some_and(|year| year.text().parse::<u16>().is_ok());
    if dates(last) && ends_with_year() && next.chars.first().is_some_and(|c| is_upper(*c)) {
        return false;
    }
    // "… như Quyết định số 3095/QĐ-" over "UBND.".
    if cuts_a_number(last, next) || cuts_behind_an_honorific(last, next) {
        return true;
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
    if ((opens_seat(next) || tells_of_the_list(next)) && closes_with_a_role(last))
        || counts_on(last, next)
        || (opens_person(last.all()) && opens_person(next.all()) && !is_cut(last))
    {
        return false;
    }
    // "Trưởng Ban Chỉ đạo trân trọng kính mời:", below the subject of an invitation.
    if next.all().has("kính mời") && next.chars.last() == Some(&':') && is_upper(next.all().chars()[0]) {
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
    if cuts_a_name(last, next) {
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

/// "…; đồng chí" over "Nguyễn Thị Lạng, …".
fn cuts_behind_an_honorific(last: &Line, next: &Line) -> bool {
    let words = ["đồng chí", "đ/c", "ông", "bà"];
    let before = words.iter().find_map(|word| last.all().before(word));
    let one = before.is_some_and(|before| matches!(before.chars().last(), Some(';' | ':' | '.' | '-')));
    one && next.all().chars().first().is_some_and(|c| is_upper(*c)) && !label(next)
}

/// Ends with the symbol of a decision up to its hyphen.
fn cuts_a_number(last: &Line, next: &Line) -> bool {
    let word = last.all().each_word().last().map(|word| word.text()).unwrap_or_default();
    let symbol = word.ends_with('-') && word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit());
    symbol && next.all().chars().first().is_some_and(|c| is_upper(*c))
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

/// The decision in brackets behind a name, cut off by the wrap: "… ngành Y tế | (Quyết định số 1120/QĐ-SYT …) và …".
fn cites(last: &Line, next: &Line) -> bool {
    last.chars.len() >= 50 && next.all().starts_with("(quyết định số") && next.all().chars().last() != Some(&')')
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
