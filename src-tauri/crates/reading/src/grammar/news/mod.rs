//! A report on a decision, in prose: "Ngày 12/4/2024, UBND tỉnh X ban hành Quyết định số 802/QĐ-UBND về việc …".
//! It is recorded only as reported, so every value is less sure than in the paper itself.

mod announced;
mod clause;
mod each;
mod gathered;
mod listed;
mod people;

use register::draft::{Act, Source};

use super::casing::Casing;
use super::numbers;
use super::relations::{ENDED, Ends};
use super::seat::Seat;
use super::sheet::{Said, Sheet, sure};
use super::{act, bodies, clauses, label, list, paper, person, place_of, standing, unnumbered};
use crate::lexicon;
use crate::line::{Line, Span};

pub(in crate::grammar) use announced::{ISSUES, behind_agency};
use announced::{head, reported, subject, subject_before};
use clause::known_names;
pub(in crate::grammar) use clause::named_role;
pub(in crate::grammar) use each::Several;
use people::people;

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

/// Whether a sentence of the text reports a decision with its number.
pub fn tells(lines: &[Line]) -> bool {
    sentences(lines).into_iter().any(|sentence| reported(sentence).is_some())
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
    // "… giải thể các Ban Chỉ đạo do UBND tỉnh thành lập": who founded them is of the subject.
    let tail = tail.filter(|rest| !rest.bare().starts_with("do") || rest.has_any(&["làm", "là", "giữ"]));
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
    // "… kiện toàn và đổi tên Ban A thành Ban B".
    let also =
        matches!(what, Some(Act::Reconstitute | Act::Amend)) && subject.is_some_and(|subject| subject.has("đổi tên"));
    if what == Some(Act::Rename) || also {
        renamed(subject, after, &mut names, sheet);
    }
    if what == Some(Act::Dissolve) && names.iter().all(|name| act::is_generic(name.at[0])) {
        names = ended(after);
    }
    if what == Some(Act::Merge)
        && let Some((old, new)) = subject.and_then(act::merged)
    {
        sheet.draft.merged_from = sheet.put_all("merged_from", old);
        names = vec![new];
    }
    // What everybody of it is to do, tells nobody's seat.
    let duties = subject.is_some_and(|subject| subject.has_any(&["phân công nhiệm vụ", "phân công phụ trách"]));
    let own = |sentence: &&Span<'_>| !duties || sentence.starts_with("quyết định");
    let tail = tail
        .filter(|tail| !duties && (tail.has_any(&["làm", "là", "giữ chức"]) || tail.chars().contains(&';')))
        .map(who_sits);
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
        let members = rest.find("thành viên").filter(|at| rest.until(at.start).word_count() <= 2)?;
        Some(rest.from(members.end).bare())
    });
    // "gồm các ông: A - Phó Chủ tịch UBND tỉnh, Trưởng ban; B - …".
    let group = tail.after_any(&["gồm có", "gồm"]).and_then(|rest| rest.after_any(&person::GROUP_HEADS));
    let group = group.filter(|rest| rest.chars().first() == Some(&':')).map(Span::bare);
    counted.or(group).filter(|rest| !rest.is_empty()).unwrap_or(tail)
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
    let told = after.iter().find_map(verb).map(act::bodies);
    told.unwrap_or_else(|| ended_below(after))
}

/// "Theo đó, giải thể 03 Ban Chỉ đạo sau đây:" over a line for each.
fn ended_below<'a>(after: &[Span<'a>]) -> Vec<Said<'a>> {
    let heads = |sentence: &Span<'a>| {
        let ends = sentence.has_any(&["giải thể", "chấm dứt hoạt động", "kết thúc hoạt động"]);
        ends && sentence.chars().last() == Some(&':')
    };
    let below = after.iter().skip_while(|sentence| !heads(sentence)).skip(1);
    let body = |sentence: &Span<'a>| {
        let (_, line) = label::label(sentence.trim());
        let line = line.trim_by(|c| !c.is_alphanumeric());
        act::body_at(line).map(|_| act::until_name_ends(line).bare()).filter(|name| !act::is_generic(*name))
    };
    below.map_while(body).map(|name| Said::of(name, sure::LIKELY)).collect()
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
        // Rules say what somebody is to do.
        if !matches!(what, Some(Act::Dissolve | Act::Regulation)) && !stays {
            people(*sentence, place.as_deref(), &mut names, &mut lists);
        }
        standing::read(listed::behind_mark(*sentence).1, sheet);
        let own = sentence.starts_with("quyết định này") || sentence.starts_with("quyết định có hiệu lực");
        let also = ["quyết định cũng", "quyết định đồng thời", "quyết định bãi bỏ", "quyết định hủy bỏ"]
            .iter()
            .any(|start| sentence.starts_with(start));
        let own = own || also;
        if own || sentence.starts_with("quyết định thay thế") {
            clauses::effect(*sentence, sheet);
            Ends::Replaces.told(*sentence, sheet);
        }
        if let Some(verb) = sentence.find_any(&AMENDS).filter(|_| own && sheet.draft.amends.is_empty()) {
            amended(sentence.from(verb.end), sheet);
        }
        // "Cũng theo quyết định này, các Quyết định số A và số B bị bãi bỏ."
        // "Quyết định 402/QĐ-UBND hết hiệu lực kể từ ngày …", told of the one that ends it.
        let ended = sentence.starts_with("quyết định") && sentence.has_any(&ENDED);
        if own || ended || sentence.has("theo quyết định này") {
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
