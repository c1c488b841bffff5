//! The sentence of a report that says that a decision was made: its number and day, who made it, and what about.

use register::draft::Signer;

use crate::grammar::numbers::{self, Number};
use crate::grammar::sheet::{Said, Sheet, sure};
use crate::grammar::{act, person, role};
use crate::lexicon;
use crate::line::Span;

/// Verbs by which a report says that a decision was made.
pub(in crate::grammar) const ISSUES: [&str; 16] = [
    "vừa ra",
    "đã ra",
    "ra",
    "công bố",
    "đã công bố",
    "vừa ban hành",
    "đã ban hành",
    "ban hành",
    "vừa ký ban hành",
    "ký ban hành",
    "vừa ký",
    "đã ký",
    "ký",
    "vừa có quyết định",
    "đã có quyết định",
    "có quyết định",
];

/// The decision that a sentence reports: its number behind "Quyết định số", with a verb of issuing before it.
pub(super) fn reported(sentence: Span<'_>) -> Option<Number<'_>> {
    let issued = |number: &Number<'_>| {
        let before = sentence.until(number.span.start);
        let other = before.has_any(&["căn cứ", "theo quyết định", "thay thế quyết định"]);
        before.has("quyết định") && before.has_any(&ISSUES) && !other
    };
    let passive = || passive(sentence).map(|passive| passive.number);
    numbers::numbers(sentence).into_iter().find(issued).or_else(passive).or_else(|| {
        // "… vừa ban hành Quyết định số 1187 ngày 05/8/2025 về việc …": without its symbol.
        let paper = sentence.find_any(&["quyết định số", "quyết định"])?;
        numbers::bare(sentence.from(paper.end).trim()).filter(issued)
    })
}

/// A decision that is told before who made it.
struct Passive<'a> {
    number: Number<'a>,
    /// Where the words begin that say who made it.
    verb: Span<'a>,
    issuer: Span<'a>,
}

/// "Quyết định số N ngày D về việc … vừa được UBND tỉnh X ban hành."
fn passive(sentence: Span<'_>) -> Option<Passive<'_>> {
    let told = sentence.after("quyết định số")?;
    let number = numbers::numbers(told).into_iter().next().filter(|number| number.span.start == told.start)?;
    sentence.from(number.span.end).all("được").find_map(|verb| {
        let rest = sentence.from(verb.end).trim();
        let made = rest.find_any(&["ký ban hành", "ban hành", "ký", "thông qua"])?;
        let issuer = rest.until(made.start).bare();
        let decides = lexicon::get().authorities.begin(issuer) && issuer.word_count() <= 14;
        decides.then_some(Passive { number, verb, issuer })
    })
}

/// Day and issuer, from before the verb.
pub(super) fn head(sentence: Span<'_>, number: Number<'_>, sheet: &mut Sheet) {
    let before = sentence.until(number.span.start);
    let stated = numbers::day(before);
    // The day behind the number is its own; the one before may be that of the report.
    if let Some((day, at)) = number.day {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
    } else if let Some((day, at)) = stated {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::LIKELY));
        sheet.draft.date = Some(day);
    }
    if let Some(passive) = passive(sentence) {
        sheet.draft.issuer = Some(sheet.put("issuer", Said::of(passive.issuer, sure::LIKELY)));
        return;
    }
    let Some(verb) = before.find_any(&ISSUES) else { return };
    let from = stated.map_or(before.start, |(_, at)| at.end);
    // "Phó Thủ tướng A vừa ký Quyết định số … của Thủ tướng Chính phủ về việc …": who signs is not who decides.
    let behind = sentence.from(number.day.map_or(number.span.end, |(_, at)| at.end)).bare();
    let of = behind.after("của").and_then(|of| Some(of.until(said_about(of)?.start).bare()));
    // "Bộ trưởng Bộ X Lê Văn A vừa ký …": the post decides.
    let own = behind_agency(Span::new(sentence.line, from.min(verb.start), verb.start));
    let own = without_time(own);
    // "Thay mặt Bộ Chính trị, Tổng Bí thư A ký …"; "Nhằm tháo gỡ …, UBND thành phố X": what for, is no part of who.
    // Whoever makes a decision known need not have made it.
    let last = own.chars().iter().rposition(|c| *c == ',').map(|at| own.start + at);
    let behind = last.map(|at| own.from(at + 1).trim()).filter(|rest| lexicon::get().authorities.begin(*rest));
    let for_whom = own.after("thay mặt").zip(last).map(|(rest, at)| rest.until(at).bare());
    let made = behind.filter(|_| !verb.key().contains("công bố") && !lexicon::get().authorities.begin(own));
    let own = made.map_or(own, |behind| for_whom.unwrap_or(behind));
    // "Chủ tịch UBND tỉnh Kiên Hải Trung": the name is of the province.
    let kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];
    let somebody = |post: &Span<'_>| post.word_count() >= 3 && kinds.iter().all(|kind| post.before(kind).is_none());
    let post = person::name_behind(own).map(|(post, _)| post).filter(somebody);
    // "Phó Thủ tướng A vừa ký Quyết định số … của Thủ tướng Chính phủ".
    if let Some((title, name)) = of.and_then(|_| person::name_behind(own)).filter(|_| verb.key().contains("ký")) {
        sheet.draft.signer = Some(Signer {
            form: None,
            title: sheet.put_some("signer.title", Some(Said::of(title, sure::LIKELY))),
            name: sheet.put_some("signer.name", Some(Said::as_value(person::cased(name), name, sure::LIKELY))),
        });
    }
    let issuer = of.unwrap_or(post.unwrap_or(own));
    if (2..=14).contains(&issuer.word_count()) {
        sheet.draft.issuer = Some(sheet.put("issuer", Said::of(issuer, sure::LIKELY)));
    }
}

/// "Sáng 14/10, Chủ tịch UBND tỉnh …": when it was is no part of who.
pub(super) fn without_time(own: Span<'_>) -> Span<'_> {
    let times = ["ngày", "sáng", "chiều", "trưa", "tối", "hôm", "mới đây", "vừa qua", "mới"];
    let comma = own.chars().iter().take(40).position(|c| *c == ',').map(|at| own.start + at);
    let timed = comma.filter(|_| times.iter().any(|word| own.starts_with(word)));
    timed.map_or(own, |comma| own.from(comma + 1).trim())
}

/// "(BVS) - UBND tỉnh X": without the name of the paper that reports.
pub(in crate::grammar) fn behind_agency(issuer: Span<'_>) -> Span<'_> {
    let issuer = issuer.trim();
    let close = issuer.chars().iter().position(|c| *c == ')').filter(|_| issuer.chars().first() == Some(&'('));
    // "LKĐT - Chủ tịch UBND tỉnh", "Chinhphu.vn – Thủ tướng": the same without brackets.
    let dash = || {
        let word = issuer.each_word().next()?;
        let rest = issuer.from(word.end).trim();
        let short = word.chars().iter().all(|c| c.is_uppercase()) && word.chars().len() >= 3;
        let short = short || word.chars().iter().skip(1).any(|c| *c == '.');
        matches!(rest.chars().first(), Some('-' | '–')).then_some(word.end - issuer.start).filter(|_| short)
    };
    // "Hà Nội, 4/3 - Thủ tướng Chính phủ", behind the name of the agency as well.
    let issuer = dateline(close.map_or(issuer, |close| issuer.from(issuer.start + close + 1).trim())).unwrap_or(issuer);
    let close = issuer.chars().iter().position(|c| *c == ')').filter(|_| issuer.chars().first() == Some(&'('));
    // "TTĐ Online - Ngày 11/5, UBND tỉnh …".
    let named = || {
        let dash = issuer.chars().windows(3).take(30).position(|three| matches!(three, [' ', '-' | '–', ' ']))?;
        let rest = issuer.from(issuer.start + dash + 3);
        let timed = ["ngày", "sáng", "chiều", "mới đây", "vừa qua"].iter().any(|word| rest.starts_with(word));
        let short = issuer.until(issuer.start + dash).word_count() <= 3;
        (short && (timed || lexicon::get().authorities.begin(rest))).then_some(dash + 1)
    };
    let close = close.or_else(dash).or_else(named);
    close.map_or(issuer, |close| issuer.from(issuer.start + close + 1)).bare()
}

/// "Hà Nội, 4/3 - | Thủ tướng Chính phủ": what stands behind the place and the day.
fn dateline(text: Span<'_>) -> Option<Span<'_>> {
    let dash = text.chars().windows(3).take(30).position(|three| matches!(three, [' ', '-' | '–', ' ']))?;
    let (line, rest) = (text.until(text.start + dash), text.from(text.start + dash + 3));
    let (_, day) = line.text().rsplit_once(", ").map(|(place, day)| (place.to_owned(), day.to_owned()))?;
    let dated = day.contains('/') && day.chars().all(|c| c.is_ascii_digit() || c == '/');
    (dated && lexicon::get().authorities.begin(rest)).then_some(rest)
}

/// Where a report begins to say what a decision is about.
fn said_about(text: Span<'_>) -> Option<Span<'_>> {
    text.find("về việc").or_else(|| text.find_any(&["thành lập", "kiện toàn", "giải thể", "đổi tên", "hợp nhất"]))
}

/// "… ban hành Quyết định đổi tên Ban Chỉ đạo X (Quyết định số N, ngày D)": what stands before the bracket.
pub(super) fn subject_before<'a>(sentence: Span<'a>, number: Number<'a>) -> Option<Span<'a>> {
    let before = sentence.until(number.span.start);
    let open = before.chars().iter().rposition(|c| *c == '(').map(|at| before.start + at)?;
    let told = before.until(open).bare();
    let subject = told.from(told.find_last("quyết định")?.end).trim();
    let subject = subject.after_any(&["về việc", "về"]).unwrap_or(subject);
    (subject.word_count() >= 3 && act::act(subject).is_some()).then_some(subject)
}

/// What the decision is about: behind its number and day.
pub(super) fn subject<'a>(sentence: Span<'a>, number: Number<'a>) -> Option<Span<'a>> {
    let rest = sentence.from(number.span.end);
    let rest = number.day.map_or(rest, |(_, at)| sentence.from(at.end)).bare();
    let rest = passive(sentence).map_or(rest, |passive| rest.until(passive.verb.start.max(rest.start)).bare());
    let rest = ["vừa", "đã", "mới"].iter().find_map(|word| rest.before(word)).unwrap_or(rest).bare();
    let rest = rest.after("theo đó").map_or(rest, Span::bare);
    // "… của Thủ tướng Chính phủ về việc …": who decides is no part of the subject.
    let rest = said_about(rest).filter(|_| rest.starts_with("của")).map_or(rest, |about| rest.from(about.start));
    // "… (Ban Chỉ đạo)": what it is called from there on.
    let called = |inner: &Span<'_>| inner.has_any(&["gọi tắt", "sau đây gọi", "viết tắt"]);
    let short = role::bracket_behind(rest).filter(|(_, inner)| act::is_generic(*inner) || called(inner));
    let rest = short.map_or(rest, |(before, _)| before);
    // "… kiện toàn Ban Chỉ đạo X, thay thế Quyết định số M": what it ends is told beside the subject.
    let ends =
        rest.find_any(&["thay thế quyết định", "thay thế các quyết định"]).filter(|ends| ends.start > rest.start);
    let rest = ends.map_or(rest, |ends| rest.until(ends.start).bare());
    (rest.word_count() >= 3 && act::act(rest).is_some()).then_some(rest)
}
