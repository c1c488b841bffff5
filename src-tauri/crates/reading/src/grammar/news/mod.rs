//! A report on a decision, in prose: "Ngày 12/4/2024, UBND tỉnh X ban hành Quyết định số 802/QĐ-UBND về việc …".
//! It is recorded only as reported, so every value is less sure than in the paper itself.

mod clause;
mod each;
mod gathered;
mod listed;
mod people;

use register::draft::{Act, Signer, Source};

use super::casing::Casing;
use super::numbers::{self, Number};
use super::relations::Ends;
use super::seat::Seat;
use super::sheet::{Said, Sheet, sure};
use super::{act, bodies, clauses, list, paper, person, place_of, role, standing, unnumbered};
use crate::lexicon;
use crate::line::{Line, Span};

use clause::known_names;
pub(in crate::grammar) use clause::named_role;
pub(in crate::grammar) use each::Several;
use people::people;

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

/// How a report says that a decision changes another one.
const AMENDS: [&str; 3] = ["sửa đổi, bổ sung quyết định", "sửa đổi quyết định", "bổ sung quyết định"];

/// What heads the list of other reports below one.
const RELATED: [&str; 11] = [
    "bài đọc nhiều",
    "đọc nhiều",
    "tin liên quan",
    "tin cùng chuyên mục",
    "tin khác",
    "các tin khác",
    "bài viết liên quan",
    "bài liên quan",
    "văn bản khác",
    "xem thêm",
    "đọc thêm",
];

/// The sentences of the report itself: what a portal lists below it is of other papers.
fn sentences(lines: &[Line]) -> Vec<Span<'_>> {
    let below = |line: &&Line| {
        let bare = line.all().trim_by(|c| !c.is_alphanumeric());
        RELATED.iter().any(|words| bare.starts_with(words))
    };
    lines.iter().take_while(|line| !below(line)).flat_map(|line| line.all().sentences()).collect()
}

/// Reads a report, if the text is one; of several decisions told one after the other, the first.
pub fn read(lines: &[Line], casing: &Casing, sheet: &mut Sheet) -> bool {
    Several::of(lines).read(0, casing, sheet) || report(&sentences(lines), lines, casing, sheet)
}

/// Reads a report of one decision.
fn report(sentences: &[Span<'_>], lines: &[Line], casing: &Casing, sheet: &mut Sheet) -> bool {
    let numbered = sentences.iter().enumerate().find_map(|(at, sentence)| Some((at, reported(*sentence)?)));
    let Some((at, number)) = numbered else { return unnumbered::read(sentences, casing, sheet) };
    let sentence = sentences[at];
    sheet.draft.source = Some(Source::News);
    sheet.draft.number = Some(sheet.put("number", number.said(sure::GOOD)));
    head(sentence, number, sheet);
    Ends::Replaces.told(sentence.from(number.span.end), sheet);
    let subject = subject(sentence, number).or_else(|| subject_before(sentence, number));
    let what = subject.and_then(act::act);
    // "… thành lập Ban Chỉ đạo X gồm 17 thành viên, do ông A làm Trưởng ban": who sits there is no part of it.
    let behind = subject.and_then(|subject| Some(subject.from(act::body(subject)?.end)));
    let tail = behind
        .filter(|rest| ["do", "gồm", "với", "trong đó", "theo đó"].iter().any(|word| rest.bare().starts_with(word)));
    let subject = tail.map_or(subject, |tail| subject.map(|subject| subject.until(tail.start).bare()));
    sheet.draft.act = what.or(Some(Act::Other));
    if let Some(subject) = subject {
        let said = Said::as_value(casing.normal(&subject.text()), subject, sure::LIKELY);
        sheet.draft.title = Some(sheet.put("title", said));
    }
    if let Some(subject) = subject.filter(|_| what == Some(Act::Amend)) {
        amended(subject, sheet);
    }
    let mut names = subject.map(|subject| named(subject, what)).unwrap_or_default();
    let after = &sentences[at + 1..];
    if what == Some(Act::Rename) {
        renamed(subject, after, &mut names, sheet);
    }
    if what == Some(Act::Dissolve) && names.is_empty() {
        names = ended(after);
    }
    // What everybody of it is to do, tells nobody's seat.
    let duties = subject.is_some_and(|subject| subject.has_any(&["phân công nhiệm vụ", "phân công phụ trách"]));
    let own = |sentence: &&Span<'_>| !duties || sentence.starts_with("quyết định");
    let tail = tail.filter(|tail| !duties && tail.has_any(&["làm", "là", "giữ chức"])).map(who_sits);
    let behind: Vec<Span<'_>> = tail.into_iter().chain(after.iter().filter(own).copied()).collect();
    told(&behind, what, names, called(sentence), sheet);
    placed(lines, sheet);
    true
}

/// "UBND tỉnh", of the place that the report says elsewhere, or that its committee is of.
fn placed<'a>(lines: &'a [Line], sheet: &mut Sheet) {
    let Some(issuer) = sheet.draft.issuer.clone() else { return };
    let kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"];
    let low = issuer.to_lowercase();
    let Some(kind) = kinds.iter().filter(|kind| low.ends_with(&format!(" {kind}"))).max_by_key(|kind| kind.len())
    else {
        return;
    };
    // "Chủ tịch UBND tỉnh Lê Văn A" names somebody.
    let somebody = |full: &Span<'_>| {
        let words = full.find_last(kind).map(|at| full.from(at.end).words()).unwrap_or_default();
        words.len() >= 3 && words.first().is_some_and(|first| lexicon::get().surnames.contains(&first.key()))
    };
    let whole = place_of::completed(&issuer, lines).filter(|full| !somebody(full)).map(|full| (full.text(), full));
    let place_in = |name: Span<'a>| {
        let place = name.find_last(kind)?;
        let capital = name.from(place.end).trim().chars().first().is_some_and(|c| c.is_uppercase());
        capital.then(|| name.from(place.start).bare())
    };
    let of_committee = || {
        let named =
            |name: &String| lines.iter().find_map(|line| line.all().find(&name.to_lowercase()).and_then(place_in));
        let place = sheet.draft.committees.iter().find_map(named)?;
        let before = issuer.get(..issuer.len().checked_sub(kind.len())?)?;
        Some((format!("{before}{}", place.text()), place))
    };
    if let Some((value, at)) = of_committee().or(whole) {
        sheet.draft.issuer = Some(sheet.put("issuer", Said::as_value(value, at, sure::LIKELY)));
    }
}

/// Puts the decisions that the words name among those that are amended.
fn amended(words: Span<'_>, sheet: &mut Sheet) {
    for number in numbers::numbers(words) {
        let n = sheet.draft.amends.len();
        let reference = number.put(&format!("amends.{n}"), sure::LIKELY, sheet);
        sheet.draft.amends.push(reference);
    }
}

/// The committees that a subject names: of those that are founded or ended together, each.
fn named<'a>(subject: Span<'a>, what: Option<Act>) -> Vec<Said<'a>> {
    let verb = subject.find_any(&["thành lập", "giải thể", "chấm dứt hoạt động của", "kết thúc hoạt động của"]);
    let together = verb.filter(|_| matches!(what, Some(Act::Establish | Act::Dissolve)));
    let each = together.map(|verb| act::bodies(subject.from(verb.end).trim())).unwrap_or_default();
    let inside = |name: &Said<'a>| lexicon::get().sub_bodies.begin(name.at[0]) || act::is_generic(name.at[0]);
    if each.len() > 1 && !each.iter().any(inside) {
        return each;
    }
    act::body(subject).map(|name| Said::of(name.bare(), sure::LIKELY)).into_iter().collect()
}

/// "… (gọi tắt là Ủy ban bầu cử tỉnh)": by which name the rest of the report calls the committee.
fn called(sentence: Span<'_>) -> Option<Said<'_>> {
    let at = sentence.find_any(&["gọi tắt là", "sau đây gọi là"])?;
    let rest = sentence.from(at.end);
    let close = rest.chars().iter().position(|c| matches!(c, ')' | ',' | ';')).map(|at| rest.start + at);
    let name = close.map_or(rest, |close| rest.until(close)).bare();
    (act::body_at(name).is_some() && !act::is_generic(name)).then(|| Said::of(name, sure::LIKELY))
}

/// "gồm 17 thành viên, do … làm Trưởng ban; … (quyết định này thay thế …)": without how many, and what it ends.
fn who_sits(tail: Span<'_>) -> Span<'_> {
    let tail = tail.bare();
    let open = tail.chars().iter().rposition(|c| *c == '(').map(|at| tail.start + at);
    let ends = open.filter(|open| tail.from(open + 1).starts_with("quyết định"));
    let tail = ends.map_or(tail, |open| tail.until(open).bare());
    let counted = tail.after_any(&["gồm có", "gồm"]).and_then(|rest| {
        let members = rest.find("thành viên").filter(|at| rest.until(at.start).words().len() <= 2)?;
        Some(rest.from(members.end).bare())
    });
    counted.filter(|rest| !rest.is_empty()).unwrap_or(tail)
}

/// "Theo đó, đổi tên A thành B": the name that goes on, and the one that is given up.
fn renamed<'a>(subject: Option<Span<'a>>, after: &[Span<'a>], names: &mut Vec<Said<'a>>, sheet: &mut Sheet) {
    if let Some((old, new)) = subject.into_iter().chain(after.iter().copied()).find_map(act::renamed) {
        sheet.draft.old_names = sheet.put_all("old_names", [old]);
        *names = vec![new];
    }
}

/// "Theo đó, giải thể Ban Chỉ đạo A được thành lập theo … và Tổ công tác B …": the bodies that end, where the subject
/// names none of them.
fn ended<'a>(after: &[Span<'a>]) -> Vec<Said<'a>> {
    let verb = |sentence: &Span<'a>| {
        let verb = sentence.find_any(&["giải thể", "chấm dứt hoạt động", "kết thúc hoạt động"])?;
        let rest = sentence.from(verb.end).trim();
        // "… giải thể 3 tổ chức sau: Ban Chỉ đạo A; Ban Chỉ đạo B".
        let colon =
            rest.chars().iter().take(50).position(|c| *c == ':').map(|at| rest.from(rest.start + at + 1).trim());
        let counted =
            colon.filter(|_| rest.chars().first().is_some_and(char::is_ascii_digit) || rest.starts_with("các"));
        Some(counted.unwrap_or(rest)).filter(|rest| act::body_at(*rest).is_some())
    };
    after.iter().find_map(verb).map(act::bodies).unwrap_or_default()
}

/// What the sentences behind the report of the decision tell: who sits, which agency stands, from which day.
pub(in crate::grammar) fn told<'a>(
    sentences: &[Span<'a>],
    what: Option<Act>,
    mut names: Vec<Said<'a>>,
    called: Option<Said<'a>>,
    sheet: &mut Sheet,
) {
    let short = called.filter(|_| names.len() == 1);
    names.extend(short.clone());
    let mut lists = list::Lists { whole: true, ..list::Lists::default() };
    let mut heading = None;
    let place = bodies::own_place(sheet.draft.issuer.as_deref());
    for sentence in sentences {
        if listed::item(*sentence, &mut heading, &known_names(&names), &mut lists) {
            continue;
        }
        // What the report tells as background is of another decision.
        if sentence.has_any(&["trước đó", "trước đây", "trước đấy", "năm ngoái", "nhiệm kỳ trước"])
        {
            continue;
        }
        // Whoever sat in a committee that is ended is told as background.
        // "Thứ trưởng A tiếp tục là Chủ tịch Hội đồng", beside those who change.
        let stays = matches!(what, Some(Act::Amend | Act::Rename))
            && sentence.has_any(&["tiếp tục là", "tiếp tục làm", "tiếp tục giữ"]);
        if what != Some(Act::Dissolve) && !stays {
            people(*sentence, place.as_deref(), &mut names, &mut lists);
        }
        standing::read(*sentence, sheet);
        let own = sentence.starts_with("quyết định này") || sentence.starts_with("quyết định có hiệu lực");
        let also = ["quyết định cũng", "quyết định đồng thời"].iter().any(|start| sentence.starts_with(start));
        let own = own || also;
        if own || sentence.starts_with("quyết định thay thế") {
            clauses::effect(*sentence, sheet);
            Ends::Replaces.told(*sentence, sheet);
        }
        if let Some(verb) = sentence.find_any(&AMENDS).filter(|_| own && sheet.draft.amends.is_empty()) {
            amended(sentence.from(verb.end), sheet);
        }
        // "Cũng theo quyết định này, các Quyết định số A và số B bị bãi bỏ."
        if own || sentence.has("theo quyết định này") {
            Ends::Repeals.told(*sentence, sheet);
        }
    }
    if let Some(short) = short {
        names.retain(|name| name.value != short.value);
        let whole = names.first().cloned();
        let other = |seat: &&mut Seat<'a>| seat.committee.as_ref().is_some_and(|of| of.value == short.value);
        lists.seats.iter_mut().filter(other).for_each(|seat| seat.committee.clone_from(&whole));
    }
    let several = names.len() > 1;
    if !several {
        lists.seats.iter_mut().for_each(|seat| seat.committee = None);
    }
    let names = sheet.put_all("committees", names);
    sheet.draft.committee = (!names.is_empty()).then(|| names.join("; "));
    sheet.draft.committees = names;
    if what == Some(Act::Dissolve) {
        sheet.draft.dissolves.clone_from(&sheet.draft.committees);
    }
    let changes = matches!(what, Some(Act::Amend | Act::Reconstitute));
    paper::fill(lists, changes, sheet);
    sheet.draft.changes_membership =
        !matches!(what, None | Some(Act::Regulation | Act::Other)) || !sheet.draft.members.is_empty();
}

/// The decision that a sentence reports: its number behind "Quyết định số", with a verb of issuing before it.
fn reported(sentence: Span<'_>) -> Option<Number<'_>> {
    let issued = |number: &Number<'_>| {
        let before = sentence.until(number.span.start);
        let other = before.has_any(&["căn cứ", "theo quyết định", "thay thế quyết định"]);
        before.has("quyết định") && before.has_any(&ISSUES) && !other
    };
    numbers::numbers(sentence).into_iter().find(issued).or_else(|| {
        // "… vừa ban hành Quyết định số 1187 ngày 05/8/2025 về việc …": without its symbol.
        let paper = sentence.find_any(&["quyết định số", "quyết định"])?;
        numbers::bare(sentence.from(paper.end).trim()).filter(issued)
    })
}

/// Day and issuer, from before the verb.
fn head(sentence: Span<'_>, number: Number<'_>, sheet: &mut Sheet) {
    let before = sentence.until(number.span.start);
    let stated = numbers::day(before);
    if let Some((day, at)) = stated {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::LIKELY));
        sheet.draft.date = Some(day);
    } else if let Some((day, at)) = number.day {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
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
    let somebody = |post: &Span<'_>| post.words().len() >= 3 && kinds.iter().all(|kind| post.before(kind).is_none());
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
    if (2..=14).contains(&issuer.words().len()) {
        sheet.draft.issuer = Some(sheet.put("issuer", Said::of(issuer, sure::LIKELY)));
    }
}

/// "Sáng 14/10, Chủ tịch UBND tỉnh …": when it was is no part of who.
fn without_time(own: Span<'_>) -> Span<'_> {
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
    // "TTĐ Online - Ngày 11/5, UBND tỉnh …".
    let named = || {
        let dash = issuer.chars().windows(3).take(30).position(|three| matches!(three, [' ', '-' | '–', ' ']))?;
        let rest = issuer.from(issuer.start + dash + 3);
        let timed = ["ngày", "sáng", "chiều", "mới đây", "vừa qua"].iter().any(|word| rest.starts_with(word));
        let short = issuer.until(issuer.start + dash).words().len() <= 3;
        (short && (timed || lexicon::get().authorities.begin(rest))).then_some(dash + 1)
    };
    let close = close.or_else(dash).or_else(named);
    close.map_or(issuer, |close| issuer.from(issuer.start + close + 1)).bare()
}

/// Where a report begins to say what a decision is about.
fn said_about(text: Span<'_>) -> Option<Span<'_>> {
    text.find("về việc").or_else(|| text.find_any(&["thành lập", "kiện toàn", "giải thể", "đổi tên", "hợp nhất"]))
}

/// "… ban hành Quyết định đổi tên Ban Chỉ đạo X (Quyết định số N, ngày D)": what stands before the bracket.
fn subject_before<'a>(sentence: Span<'a>, number: Number<'a>) -> Option<Span<'a>> {
    let before = sentence.until(number.span.start);
    let open = before.chars().iter().rposition(|c| *c == '(').map(|at| before.start + at)?;
    let told = before.until(open).bare();
    let subject = told.from(told.find_last("quyết định")?.end).trim();
    let subject = subject.after_any(&["về việc", "về"]).unwrap_or(subject);
    (subject.words().len() >= 3 && act::act(subject).is_some()).then_some(subject)
}

/// What the decision is about: behind its number and day.
fn subject<'a>(sentence: Span<'a>, number: Number<'a>) -> Option<Span<'a>> {
    let rest = sentence.from(number.span.end);
    let rest = number.day.map_or(rest, |(_, at)| sentence.from(at.end)).bare();
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
    (rest.words().len() >= 3 && act::act(rest).is_some()).then_some(rest)
}
