//! A person behind the post: by a title, by a mark, by a family name at the head of what is left.

use std::sync::LazyLock;

use super::{Person, begins, is_name_word, is_office, person, titles};
use crate::grammar::sheet::{Said, sure};
use crate::lexicon;
use crate::line::{Phrases, Span, is_lower, is_syllable, is_upper};

/// A name behind its office: "Bộ trưởng Bộ Tài chính Nguyễn Văn Thắng". Only with a family name at its head
/// and nothing before it that a place or a school could be named after.
pub fn name_behind(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    behind(span, false)
}

/// The same behind an honorific: "Đồng chí Trưởng Công an xã Cà Văn Duyến" is somebody, and no place.
pub fn named_behind(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    behind(span, true)
}

fn behind(span: Span<'_>, titled: bool) -> Option<(Span<'_>, Span<'_>)> {
    let lexicon = lexicon::get();
    if let Some(parted) = behind_a_mark(span).or_else(|| in_capitals(span)).or_else(|| behind_the_state(span)) {
        return Some(parted);
    }
    let words = span.words();
    // A comma ends a name: "… các tỉnh: Gia Rông, Đắk Hà Thượng, Phú Hải" is none.
    let last = words.len();
    let joined = |n: usize| n + 1 == last || !words[n].chars().last().is_some_and(|c| matches!(c, ',' | ';' | ':'));
    let capitalised = (0..last).rev().take_while(|n| is_name_word(words[*n].bare()) && joined(*n)).count();
    let found = (3..=capitalised.min(5)).rev().find_map(|count| {
        let first = words.get(words.len().checked_sub(count)?)?;
        let name = span.from(first.start).bare();
        let office = span.until(first.start).trim();
        let before = office.words().last().map(|word| word.bare().key()).unwrap_or_default();
        // Streets and schools have the names of women, districts and provinces have not.
        let woman = words.get(words.len() - count + 1).is_some_and(|word| word.key() == "thị");
        let places = ["huyện", "tỉnh", "quận", "thị xã", "xã", "thành phố"];
        let woman = woman && places.iter().any(|place| office.before(place).is_some());
        let place = !woman
            && lexicon.places_named_after_people.iter().any(|place| office.before(place).is_some())
            && office.before("nông thôn").is_none()
            || (["bệnh viện", "học viện"].iter().any(|place| office.has(place)) && !of_a_place(office))
            || office.words().iter().any(|word| word.text() == "Trường");
        // "Thứ trưởng Bộ Công | Thương Mạnh Thị A": half of the name of a ministry.
        let half = office.before("công").is_some() && first.bare().is("thương");
        let known = lexicon.not_people.say(name) || half;
        // A middle name shows a family name that no list has.
        let middle = words.get(words.len() - count + 1).map(|word| word.key());
        // In a ministry nothing is named after people ("Thứ trưởng Bộ Nội vụ Tiếu Công Danh").
        let ministry = ["thứ trưởng bộ", "bộ trưởng bộ"].iter().any(|head| office.starts_with(head));
        let middle = middle.is_some_and(|word| {
            let word = word.as_str();
            let more = ["công", "quang", "minh", "ngọc", "bá", "duy", "quốc", "trọng", "khắc", "xuân", "mạnh", "kim"];
            ["thị", "văn", "đức", "hữu", "đình"].contains(&word) || (ministry && more.contains(&word))
        });
        let noun = office.word_count() > 2 && lexicon.kinds.iter().any(|kind| first.bare().is(&kind.is));
        let family = (lexicon.surnames.say(first.bare()) && first.bare().key().len() > 1) || (middle && !noun);
        let joined = matches!(before.as_str(), "và" | "-" | "");
        let acting = || office.after_any(&["quyền", "q."]).is_some_and(is_office);
        let holds = (is_office(office) || acting()) && office.each_word().nth(1).is_some();
        (family && (!place || titled) && !known && !joined && holds).then_some((office, name))
    });
    // The longest may have taken a word of the office along ("… Bộ Công an Lê Văn A" has An as a family name):
    // the shortest that begins with a family name and leaves an office is the better one of two, unless the first
    // word is hardly anything else ("Nguyễn Lê Thúy Vân").
    const FAMILIES: [&str; 10] = ["nguyễn", "trần", "lê", "phạm", "huỳnh", "phan", "vũ", "đặng", "bùi", "đỗ"];
    let family = |name: Span<'_>| name.each_word().next().is_some_and(|word| FAMILIES.contains(&word.key().as_str()));
    found.map(|(office, name)| {
        if family(name) {
            return (office, name);
        }
        let inner = name.words();
        // Before "… Đầu tư | Tô Hoàng Vũ Lâm" nothing is in capitals that could have taken a word along.
        let ends_a_body = inner.first().is_some_and(|first| ["đoàn", "an"].contains(&first.key().as_str()));
        let taken_along = capitalised > 4 || ends_a_body;
        let tail = inner.len().checked_sub(3).and_then(|at| inner.get(at)).filter(|word| {
            inner.len() > 3 && taken_along && lexicon.surnames.say(**word) && word.key() != "thị" && word.key() != "văn"
        });
        tail.map_or((office, name), |word| (span.until(word.start).trim(), name.from(word.start)))
    })
}

/// "Giám đốc Bệnh viện Đa khoa tỉnh": whose the hospital is ends its name, which no person's follows.
fn of_a_place(office: Span<'_>) -> bool {
    ["tỉnh", "huyện"].iter().any(|place| office.before(place).is_some_and(|named| named.word_count() > 3))
}

/// "Chủ tịch UBND phường An Hòa - Dương Mạnh Sơn": with a mark between the two, no place is named after the person.
fn behind_a_mark(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    // "Trường THPT Tân Lộc 2, Dương Quang Nhàn", but not "các phường: Phú Hội, Lê Văn Duyệt".
    let one = span.chars().iter().filter(|c| **c == ',').count() == 1 && !span.has("các");
    let at = last_mark(span, if one { &[':', ','] } else { &[':'] })?;
    let (office, rest) = (span.until(at).bare(), span.from(at + 1).trim());
    let words = rest.words();
    let family = lexicon::get().surnames.say(*words.first()?) && words.iter().all(|word| is_name_word(*word));
    let known = lexicon::get().not_people.say(rest) || lexicon::get().kind_heads.begin(rest) || is_office(rest);
    let holds = is_office(office) && office.each_word().nth(1).is_some();
    let least = if span.line.chars[at] == ':' { 2 } else { 3 };
    ((least..=5).contains(&words.len()) && family && !known && holds).then_some((office, rest))
}

/// "Thứ trưởng Yên Thái Dương", "Tổng Bí thư Tô Lâm": a title that no place and no body stands behind, and so a name
/// whatever family it is of.
pub fn behind_the_state(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    static TITLES: LazyLock<Phrases> = LazyLock::new(|| {
        Phrases::of(&[
            "thủ tướng",
            "thủ tướng chính phủ",
            "phó thủ tướng",
            "phó thủ tướng chính phủ",
            "phó thủ tướng thường trực",
            "phó thủ tướng thường trực chính phủ",
            "chủ tịch nước",
            "phó chủ tịch nước",
            "chủ tịch quốc hội",
            "phó chủ tịch quốc hội",
            "tổng bí thư",
            "bộ trưởng",
            "thứ trưởng",
            "thứ trưởng thường trực",
        ])
    });
    let name = TITLES.after(span)?.bare();
    let words = name.words();
    let syllable = |word: &Span<'_>| is_name_word(*word) && is_syllable(word.low().iter().copied());
    let lexicon = lexicon::get();
    let body = lexicon.kind_heads.begin(name) || lexicon.not_people.say(name) || is_office(name);
    let state = ["chính phủ", "bộ", "ban", "ủy ban", "văn phòng", "thường trực"];
    let body = body || state.iter().any(|word| name.starts_with(word));
    ((2..=5).contains(&words.len()) && words.iter().all(syllable) && !body)
        .then(|| (span.until(name.start).bare(), name))
}

/// "Phó Chủ tịch UBND xã VƯƠNG VÂN": a name in capitals behind a post that is not.
fn in_capitals(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    let words = span.words();
    let capital = |word: &&Span<'_>| {
        word.chars().iter().all(|c| is_upper(*c)) && is_syllable(word.low().iter().copied()) && word.chars().len() > 1
    };
    let count = words.iter().rev().take_while(capital).count();
    let first = words.get(words.len() - count)?;
    let (office, name) = (span.until(first.start).bare(), span.from(first.start));
    let family = lexicon::get().surnames.say(*first);
    ((2..=5).contains(&count) && family && is_office(office) && office.each_word().nth(1).is_some())
        .then_some((office, name))
}

/// The last dash between spaces, or the last of the other marks.
fn last_mark(span: Span<'_>, others: &[char]) -> Option<usize> {
    let spaced = |at: usize| span.line.chars.get(at).is_some_and(|c| *c == ' ');
    (span.start + 1..span.end).rev().find(|at| match span.line.chars[*at] {
        '-' | '–' | '—' => spaced(at - 1) && spaced(at + 1),
        c => others.contains(&c),
    })
}

/// The same with a name of two words, where others named like this stand beside it: alone it might be a place.
pub fn short_name_behind(span: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    let words = span.words();
    let [.., before, family, given] = words.as_slice() else { return None };
    let name = Span::new(span.line, family.start, given.end).bare();
    let office = span.until(family.start).trim();
    let low = before.chars().iter().all(|c| is_lower(*c));
    let fits = is_name_word(*family) && is_name_word(given.bare()) && lexicon::get().surnames.say(family.bare());
    (low && fits && is_office(office)).then_some((office, name))
}

/// "Trưởng khoa Dược, DSCKI. Cai Thị Mỹ Hạnh", "Kế toán xã - BS. Cai Hạnh": the person behind the post, whom a title
/// opens.
pub fn titled_behind(span: Span<'_>) -> Option<(Span<'_>, Person<'_>)> {
    let at = last_mark(span, &[',', ':']);
    let marked = at.and_then(|at| titled_at(span, at, at + 1, &[]));
    marked.or_else(|| {
        // "Kế toán xã Đồng chí Cai Hạnh": nothing but a space. Places are named after men and women of old.
        let words = span.words();
        let place = &lexicon::get().places_named_after_people;
        words.iter().skip(words.len().saturating_sub(9)).find_map(|word| titled_at(span, word.start, word.start, place))
    })
}

const OF_THE_STATE: [&str; 8] = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"];

/// A person with a title from here to the end, and the post before.
fn titled_at<'a>(span: Span<'a>, end: usize, start: usize, places: &[String]) -> Option<(Span<'a>, Person<'a>)> {
    let (office, rest) = (span.until(end).bare(), span.from(start).trim());
    let found = Some(rest).filter(|rest| is_office(office) && begins(*rest)).map(person)?;
    let name = found.name.as_ref()?.at.first()?;
    let family = || name.each_word().next().is_some_and(|word| lexicon::get().surnames.say(word));
    // What the state divides itself into is hardly named after anybody by "ông" or "bà".
    let named = |place: &&String| office.before(place).is_some() && !OF_THE_STATE.contains(&place.as_str());
    let sure = places.is_empty() || (family() && !places.iter().any(|place| named(&place)));
    let comrade = found.honorific.as_ref().is_some_and(|said| said.value == "Đồng chí");
    ((sure || comrade) && found.rest.bare().is_empty()).then_some((office, found))
}

/// "Trưởng Công an xã (ông A)": the name in a bracket behind the office.
pub fn bracketed(span: Span<'_>) -> Option<(Span<'_>, Person<'_>)> {
    let open = span.chars().iter().rposition(|c| *c == '(')? + span.start;
    let (office, rest) = (span.until(open).bare(), span.from(open + 1));
    let inner = rest.trim_by(|c| matches!(c, ')' | ' '));
    let closed = span.chars().last() == Some(&')') && !office.is_empty();
    let found = Some(inner).filter(|inner| closed && titles(*inner).honorific.is_some()).map(person)?;
    (found.name.is_some() && found.rest.bare().is_empty()).then_some((office, found))
}

/// "Phó Chủ tịch UBND phường | Lã Văn Thạo": a place may be named after a person, but the committee names this one
/// otherwise ("… phường Gia Thụy Hạ").
pub fn named_behind_place<'a>(who: Span<'a>, committees: &[String]) -> Option<(Span<'a>, Span<'a>)> {
    let kinds = ["phường", "xã", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh"];
    kinds.iter().find_map(|kind| {
        let word = who.find_last(kind)?;
        let name = who.from(word.end).bare();
        let (office, words) = (who.until(word.end).bare(), name.words());
        let family = words.first().is_some_and(|first| lexicon::get().surnames.contains(&first.key()));
        let capital = words.iter().all(|word| word.chars().first().is_some_and(|c| c.is_uppercase()));
        let place = format!("{kind} ");
        let known = committees.iter().any(|committee| {
            committee.split(&place).nth(1).is_some_and(|other| !other.is_empty() && !other.starts_with(&name.key()))
        });
        (family && capital && (3..=4).contains(&words.len()) && known && is_office(office)).then_some((office, name))
    })
}

/// "Phó Giám đốc Sở X: Ông", "… - đ/c", left of a post when the name behind it was found: the post, and how the person is
/// addressed.
pub fn addressed_behind(office: Span<'_>) -> (Span<'_>, Option<Said<'_>>) {
    let joint = |c: char| matches!(c, ':' | '-' | '–' | '—' | ',' | '.' | '…' | '(') || c.is_whitespace();
    let known =
        lexicon::get().honorifics.iter().flat_map(|known| known.written.iter().map(move |word| (word, &known.is)));
    let found = known.filter_map(|(word, is)| Some((office.before(word)?, is))).min_by_key(|(before, _)| before.end);
    match found.filter(|(before, _)| !before.trim_by(joint).is_empty()) {
        Some((before, is)) => {
            let said = office.from(before.end).trim_by(joint);
            (before.trim_by(joint), Some(Said::as_value(is.clone(), said, sure::CERTAIN)))
        }
        None => (office.trim_by(|c| matches!(c, ':' | '-' | '–' | '—' | ',') || c.is_whitespace()), None),
    }
}
