//! A report on a decision, in prose: "Ngày 12/4/2024, UBND tỉnh X ban hành Quyết định số 802/QĐ-UBND về việc …".
//! It is recorded only as reported, so every value is less sure than in the paper itself.

mod listed;

use jiff::civil::Date;
use register::draft::{Act, SeatKind, Source};

use super::casing::Casing;
use super::member::{self, Context, Item};
use super::numbers::{self, Number};
use super::seat::Seat;
use super::sheet::{Said, Sheet, sure};
use super::{act, clauses, list, paper, person, position, role, standing, unnumbered};
use crate::lexicon;
use crate::line::{Line, Span};

/// Verbs by which a report says that a decision was made.
pub(in crate::grammar) const ISSUES: [&str; 13] = [
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

/// Reads a report, if the text is one.
pub fn read(lines: &[Line], casing: &Casing, sheet: &mut Sheet) -> bool {
    // What a portal lists below the report is of other papers.
    let below = |line: &&Line| RELATED.iter().any(|words| line.all().bare().starts_with(words));
    let own = lines.iter().take_while(|line| !below(line));
    let sentences: Vec<Span<'_>> = own.flat_map(|line| line.all().sentences()).collect();
    if let Some(at) = sentences.iter().position(|sentence| one_of_several(*sentence).is_some()) {
        // "Ngày 7/3/2013, Thủ tướng đã ký các quyết định …", before the first of them.
        let signing = |sentence: &Span<'_>| sentence.has_any(&["ký các quyết định", "ban hành các quyết định"]);
        let signed = sentences[..at].iter().find(|sentence| signing(sentence)).and_then(|day| numbers::day(*day));
        return several(&sentences[at..], signed, casing, sheet);
    }
    let numbered = sentences.iter().enumerate().find_map(|(at, sentence)| Some((at, reported(*sentence)?)));
    let Some((at, number)) = numbered else { return unnumbered::read(&sentences, casing, sheet) };
    let sentence = sentences[at];
    sheet.draft.source = Some(Source::News);
    sheet.draft.number = Some(sheet.put("number", number.said(sure::GOOD)));
    head(sentence, number, sheet);
    let subject = subject(sentence, number);
    let what = subject.and_then(act::act);
    sheet.draft.act = what.or(Some(Act::Other));
    if let Some(subject) = subject {
        let said = Said::as_value(casing.normal(&subject.text()), subject, sure::LIKELY);
        sheet.draft.title = Some(sheet.put("title", said));
    }
    let names = subject.and_then(act::body).map(|name| Said::of(name.bare(), sure::LIKELY)).into_iter().collect();
    // What everybody of it is to do, tells nobody's seat.
    let duties = subject.is_some_and(|subject| subject.has_any(&["phân công nhiệm vụ", "phân công phụ trách"]));
    let own = |sentence: &&Span<'_>| !duties || sentence.starts_with("quyết định");
    let behind: Vec<Span<'_>> = sentences[at + 1..].iter().filter(own).copied().collect();
    told(&behind, what, names, sheet);
    true
}

/// "Tại Quyết định số N, Thủ tướng Chính phủ kiện toàn Ban Chỉ đạo X": the number, who decides, and what.
fn one_of_several(sentence: Span<'_>) -> Option<(Number<'_>, Span<'_>, Span<'_>)> {
    let sentence = sentence.after_any(&["cụ thể", "theo đó", "trong đó"]).map_or(sentence, Span::bare);
    let told = sentence.after_any(&["tại quyết định số", "theo quyết định số"])?;
    let number = numbers::numbers(told).into_iter().next().filter(|number| number.span.start == told.start)?;
    let rest = sentence.from(number.day.map_or(number.span.end, |(_, at)| at.end)).bare();
    let verb =
        rest.find_any(&["kiện toàn", "thành lập", "giải thể", "đổi tên", "hợp nhất", "bổ sung", "điều chỉnh"])?;
    let issuer = rest.until(verb.start).bare();
    let decides = lexicon::get().authorities.begin(issuer) && issuer.words().len() <= 14;
    decides.then(|| (number, issuer, rest.from(verb.start)))
}

/// A report of several decisions of one day: the first of them, up to where the next is told.
fn several<'a>(sentences: &[Span<'a>], signed: Option<(Date, Span<'a>)>, casing: &Casing, sheet: &mut Sheet) -> bool {
    let Some((number, issuer, subject)) = sentences.first().and_then(|first| one_of_several(*first)) else {
        return false;
    };
    sheet.draft.source = Some(Source::News);
    sheet.draft.number = Some(sheet.put("number", number.said(sure::GOOD)));
    if let Some((day, at)) = number.day.or(signed) {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
    }
    sheet.draft.issuer = Some(sheet.put("issuer", Said::of(issuer, sure::LIKELY)));
    let what = act::act(subject);
    sheet.draft.act = what.or(Some(Act::Other));
    let name = act::body(subject).map(|name| Said::of(name.bare(), sure::LIKELY));
    let title =
        name.as_ref().map_or(subject, |_| subject.until(act::body(subject).map_or(subject.end, |name| name.end)));
    let said = Said::as_value(casing.normal(&title.text()), title, sure::LIKELY);
    sheet.draft.title = Some(sheet.put("title", said));
    let another = |sentence: &Span<'_>| {
        one_of_several(*sentence).is_some() || (reported(*sentence).is_some() && !sentence.starts_with("quyết định"))
    };
    let own: Vec<Span<'_>> = sentences[1..].iter().take_while(|sentence| !another(sentence)).copied().collect();
    told(&own, what, name.into_iter().collect(), sheet);
    true
}

/// What the sentences behind the report of the decision tell: who sits, which agency stands, from which day.
pub(in crate::grammar) fn told<'a>(
    sentences: &[Span<'a>],
    what: Option<Act>,
    mut names: Vec<Said<'a>>,
    sheet: &mut Sheet,
) {
    let mut lists = list::Lists { whole: true, ..list::Lists::default() };
    let mut heading = None;
    for sentence in sentences {
        if listed::item(*sentence, &mut heading, &known_names(&names), &mut lists) {
            continue;
        }
        // What the report tells as background is of another decision.
        if sentence.has_any(&["trước đó", "trước đây", "trước đấy", "năm ngoái", "nhiệm kỳ trước"])
        {
            continue;
        }
        people(*sentence, &mut names, &mut lists);
        standing::read(*sentence, sheet);
        let own = sentence.starts_with("quyết định này") || sentence.starts_with("quyết định có hiệu lực");
        if own || sentence.starts_with("quyết định thay thế") {
            clauses::effect(*sentence, sheet);
            clauses::replaced(*sentence, sheet);
        }
    }
    let several = names.len() > 1;
    if !several {
        lists.seats.iter_mut().for_each(|seat| seat.committee = None);
    }
    let names = sheet.put_all("committees", names);
    sheet.draft.committee = (!names.is_empty()).then(|| names.join("; "));
    sheet.draft.committees = names;
    let changes = matches!(what, Some(Act::Amend | Act::Reconstitute));
    paper::fill(lists, changes, sheet);
    sheet.draft.changes_membership =
        !matches!(what, None | Some(Act::Regulation | Act::Other)) || !sheet.draft.members.is_empty();
}

/// The decision that a sentence reports: its number behind "Quyết định số", with a verb of issuing before it.
fn reported(sentence: Span<'_>) -> Option<Number<'_>> {
    numbers::numbers(sentence).into_iter().find(|number| {
        let before = sentence.until(number.span.start);
        before.has("quyết định") && before.has_any(&ISSUES) && !before.has_any(&["căn cứ", "theo quyết định"])
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
    // "Sáng 14/10, Chủ tịch UBND tỉnh …": when it was is no part of who.
    let times = ["ngày", "sáng", "chiều", "trưa", "tối", "hôm", "mới đây", "vừa qua", "mới"];
    let comma = own.chars().iter().take(40).position(|c| *c == ',').map(|at| own.start + at);
    let timed = comma.filter(|_| times.iter().any(|word| own.starts_with(word)));
    let own = timed.map_or(own, |comma| own.from(comma + 1).trim());
    // "Chủ tịch UBND tỉnh Kiên Hải Trung": the name is of the province.
    let kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];
    let somebody = |post: &Span<'_>| post.words().len() >= 3 && kinds.iter().all(|kind| post.before(kind).is_none());
    let post = person::name_behind(own).map(|(post, _)| post).filter(somebody);
    let issuer = of.unwrap_or(post.unwrap_or(own));
    if (2..=14).contains(&issuer.words().len()) {
        sheet.draft.issuer = Some(sheet.put("issuer", Said::of(issuer, sure::LIKELY)));
    }
}

/// "(BVS) - UBND tỉnh X": without the name of the paper that reports.
fn behind_agency(issuer: Span<'_>) -> Span<'_> {
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
    let close = close.or_else(dash);
    close.map_or(issuer, |close| issuer.from(issuer.start + close + 1)).bare()
}

/// Where a report begins to say what a decision is about.
fn said_about(text: Span<'_>) -> Option<Span<'_>> {
    text.find("về việc").or_else(|| text.find_any(&["thành lập", "kiện toàn", "giải thể", "đổi tên", "hợp nhất"]))
}

/// What the decision is about: behind its number and day.
fn subject<'a>(sentence: Span<'a>, number: Number<'a>) -> Option<Span<'a>> {
    let rest = sentence.from(number.span.end);
    let rest = number.day.map_or(rest, |(_, at)| sentence.from(at.end)).bare();
    // "… của Thủ tướng Chính phủ về việc …": who decides is no part of the subject.
    let rest = said_about(rest).filter(|_| rest.starts_with("của")).map_or(rest, |about| rest.from(about.start));
    // "… (Ban Chỉ đạo)": what it is called from there on.
    let called = |inner: &Span<'_>| inner.has_any(&["gọi tắt", "sau đây gọi", "viết tắt"]);
    let short = role::bracket_behind(rest).filter(|(_, inner)| act::is_generic(*inner) || called(inner));
    let rest = short.map_or(rest, |(before, _)| before);
    (rest.words().len() >= 3 && act::act(rest).is_some()).then_some(rest)
}

/// The members that a sentence names: "X làm Trưởng ban; Y là Phó Trưởng ban", "Các thành viên gồm: …".
fn people<'a>(sentence: Span<'a>, names: &mut Vec<Said<'a>>, lists: &mut list::Lists<'a>) {
    let sentence = sentence
        .after_any(&[
            "theo đó",
            "trong đó",
            "cụ thể",
            "cùng với đó",
            "bên cạnh đó",
            "ngoài ra",
            "đồng thời",
            "theo quyết định",
            "theo quyết định này",
        ])
        .map_or(sentence, Span::bare);
    // "Bổ sung bà A, … và ông B, … làm thành viên".
    let sentence = sentence.after("bổ sung").filter(|rest| person::begins(*rest)).unwrap_or(sentence);
    let gathered = sentence.find_any(&["gồm có", "gồm"]).and_then(|word| {
        let role = role::whole(sentence.until(word.end), &[])?;
        Some((role, sentence.from(word.end).bare()))
    });
    // "Ban Chỉ đạo có 3 Ủy viên: A; B; C".
    let gathered = gathered.or_else(|| {
        let colon = sentence.chars().iter().position(|c| *c == ':').map(|at| sentence.start + at)?;
        let has = sentence.until(colon).find_last("có")?;
        let count = sentence.from(has.end).trim().chars().first().is_some_and(char::is_ascii_digit);
        let role = role::whole(sentence.until(colon).from(has.end).trim(), &[]).filter(|_| count)?;
        Some((role, sentence.from(colon + 1).bare()))
    });
    // "Các Ủy viên là …", "Ban Chỉ đạo mời … tham gia làm Ủy viên".
    let gathered = gathered.or_else(|| {
        let word = sentence.find_any(&["là"])?;
        let head = sentence.until(word.start).trim();
        let role = role::whole(head, &[])?;
        // "Trưởng ban là ông A" is one of several clauses.
        let many = head.starts_with("các") || matches!(role.value.as_deref(), Some("Ủy viên" | "Thành viên"));
        many.then(|| (role, sentence.from(word.end).bare()))
    });
    // "Tham gia Ban Chỉ đạo với tư cách ủy viên có ông A; ông B".
    let gathered = gathered.or_else(|| {
        let as_what = sentence.find_any(&["với tư cách là", "với tư cách", "với vai trò là", "với vai trò"])?;
        let rest = sentence.from(as_what.end);
        let joint = rest.find_any(&["có", "gồm", "là"])?;
        let role = role::whole(rest.until(joint.start).bare(), &[]).filter(|role| role.value.is_some())?;
        Some((role, rest.from(joint.end).bare()))
    });
    let asked = sentence.find("mời").and_then(|verb| {
        let rest = sentence.from(verb.end);
        let joins = rest.find_any(&["tham gia làm", "tham gia là", "làm", "là"])?;
        let role = role::whole(rest.from(joins.end).bare(), &[])?;
        let body = act::body_at(sentence).is_some() || sentence.until(verb.start).trim().is_empty();
        body.then(|| (role, rest.until(joins.start).bare()))
    });
    let invited = asked.is_some() && gathered.is_none();
    let gathered = gathered.or(asked);
    if let Some((role, list)) = gathered {
        let said = role.value.as_ref().map(|value| Said::as_value(value.clone(), role.span, sure::LIKELY));
        let mut names_alone = false;
        for clause in list.split(|c| c == ';') {
            // "…; mời Chủ tịch X tham gia".
            let asked = clause.after("mời");
            let clause = asked.map_or(clause, |rest| rest.find("tham gia").map_or(rest, |at| rest.until(at.start)));
            // "các ông, bà: A (Phó Giám đốc Sở X), B (…)": names without honorifics.
            let group = person::GROUP_HEADS.iter().any(|head| clause.starts_with(head));
            // "…; B, Phó Giám đốc Sở X": those behind the first go without honorifics, too.
            names_alone = group || (names_alone && person::person(clause.bare()).name.is_some());
            let named = if names_alone { vec![clause] } else { pieces(clause) };
            for piece in named {
                let context = Context { role: Some(role.clone()), ..Context::default() };
                if let Item::Seats(seats) = member::item(piece, &context) {
                    // "(Thường trực)" behind one of them narrows the role of all.
                    let narrower = |own: &Said<'_>| said.as_ref().is_some_and(|all| own.value.starts_with(&all.value));
                    lists.seats.extend(seats.into_iter().map(|seat| Seat {
                        role: seat.role.filter(narrower).or_else(|| said.clone()),
                        invited: invited || asked.is_some() || seat.invited,
                        ..seat
                    }));
                }
            }
        }
        return;
    }
    for clause in sentence.split(|c| c == ';') {
        // "Giữ vai trò Trưởng ban là bà A": the role stands first all the same.
        let clause = clause
            .after_any(&["giữ vai trò", "giữ chức vụ", "giữ chức", "đảm nhiệm vai trò", "đảm nhiệm"])
            .filter(|rest| rest.has("là"))
            .unwrap_or(clause);
        let Some(verb) = clause
            .find_any(&["làm", "là", "giữ chức", "giữ chức vụ", "giữ vai trò"])
            .filter(|verb| verb.start > clause.start)
        else {
            continue;
        };
        let (who, said) = (clause.until(verb.start).bare(), clause.from(verb.end).bare());
        // "Ban Chỉ đạo gồm 5 thành viên, trong đó ông A …".
        let who = who.find_any(&["trong đó", "cụ thể"]).map_or(who, |word| who.from(word.end).bare());
        // "… tham gia làm thành viên", "… được cử làm Phó Trưởng ban".
        let idle = ["tham gia", "được cử", "được phân công", "được chỉ định", "được giao", "được bổ sung"];
        let who = idle.iter().find_map(|word| who.before(word)).map_or(who, Span::bare);
        // "… làm Trưởng ban, thay bà B đã nghỉ hưu".
        let place = said.find("thay").filter(|at| at.start > said.start);
        let old = place.and_then(|at| replaced(said.from(at.end).trim()));
        let said = place.filter(|_| old.is_some()).map_or(said, |at| said.until(at.start).bare());
        lists.leaves.extend(old);
        // "Hội đồng do Phó Chủ tịch X làm Chủ tịch".
        let by =
            who.find("do").filter(|by| act::body_at(who.until(by.start)).is_some() && !who.from(by.end).is_empty());
        let who = by.map_or(who, |by| who.from(by.end).bare());
        // "Trưởng ban là ông A, Chủ tịch UBND tỉnh": the other way round.
        let ahead = role::whole(who, &[]).filter(|role| role.value.is_some() && verb.key() == "là");
        if let Some(role) = ahead.filter(|_| person::begins(said) || person::is_office(said)) {
            let context = Context { role: Some(role), ..Context::default() };
            if let Item::Seats(seats) = member::item(said, &context) {
                lists.seats.extend(seats);
            }
            continue;
        }
        // "Trưởng ban Ban Chỉ đạo nghề cá xa bờ": the role names its committee.
        let body = act::body(said).filter(|body| body.end == said.end);
        let known = names.iter().map(|name| name.value.to_lowercase());
        let low: Vec<String> = body.iter().map(|body| body.key()).chain(known).collect();
        let role = body.filter(|body| body.start > said.start).and_then(|body| named_role(said, body));
        let Some((value, at)) =
            role.or_else(|| role::whole(said, &low).and_then(|role| Some((role.value?, role.span))))
        else {
            continue;
        };
        let role = Said::as_value(value, at, sure::LIKELY);
        let committee = body.map(|body| Said::of(body.bare(), sure::LIKELY));
        // "làm Trưởng ban Ban Chỉ đạo" names none of its own.
        let new = |name: &&Said<'a>| {
            let generic = body.is_some_and(act::is_generic);
            !generic && names.iter().all(|known| known.value != name.value)
        };
        if let Some(name) = committee.iter().find(new) {
            names.push(name.clone());
        }
        let context = Context { role: role::whole(at, &low), roles_may_lack: true, ..Context::default() };
        if let Some((office, name)) = person::named_behind_place(who, &known_names(names))
            && let Item::Seats(seats) = member::item(office, &context)
            && let [seat] = seats.as_slice()
        {
            let name = Said::as_value(person::cased(name), name, sure::LIKELY);
            let kind = Some(SeatKind::Named);
            let seat = Seat { name: Some(name), kind, role: Some(role), committee, ..seat.clone() };
            lists.seats.push(seat);
            continue;
        }
        if let Item::Seats(seats) = member::item(who, &context) {
            lists.seats.extend(seats.into_iter().map(|seat| Seat {
                role: Some(role.clone()),
                committee: committee.clone(),
                ..seat
            }));
        }
    }
}

fn known_names(names: &[Said<'_>]) -> Vec<String> {
    names.iter().map(|name| name.value.to_lowercase()).collect()
}

/// Who goes, behind "thay": "bà B đã nghỉ hưu", "Thứ trưởng B nghỉ hưu theo chế độ".
fn replaced(told: Span<'_>) -> Option<Said<'_>> {
    if let Some(name) = person::person(told).name {
        return Some(name);
    }
    let end = told.find_any(&["nghỉ", "đã", "do", "chuyển", "nhận", "được"]).map_or(told, |end| told.until(end.start));
    let (_, name) = person::name_behind(end.bare()).filter(|_| person::is_office(told))?;
    Some(Said::as_value(person::cased(name), name, sure::LIKELY))
}

/// "Trưởng ban | Ban Chỉ đạo …", "Chủ tịch | Hội đồng …".
pub(in crate::grammar) fn named_role<'a>(said: Span<'a>, body: Span<'a>) -> Option<(String, Span<'a>)> {
    let head = said.until(body.start).trim();
    let noun = act::body_at(body)?;
    let with_noun = said.until(noun.end);
    let whole = |span: Span<'a>| role::whole(span, &[]).and_then(|role| Some((role.value?, span)));
    whole(head).or_else(|| whole(with_noun))
}

/// The people and posts of an enumeration in prose: cut before each new office or person.
fn pieces(list: Span<'_>) -> Vec<Span<'_>> {
    let mut cuts = Vec::new();
    for at in list.start + 1..list.end {
        let joint = list.line.chars[at - 1];
        let here = list.from(at).trim();
        let and = list.until(at).trim().before("và").is_some();
        let behind = matches!(joint, ',' | ';') || and;
        // "ông A, Phó Chủ tịch UBND tỉnh và bà B": the post behind a name is that person's.
        let of_person = person::begins(list.from(cuts.last().copied().unwrap_or(list.start))) && joint == ',' && !and;
        let office = person::is_office(here) && !of_person;
        if behind && (office || person::begins(here)) && cuts.last() != Some(&here.start) {
            cuts.push(here.start);
        }
    }
    let starts = std::iter::once(list.start).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([list.end]);
    let pieces = starts.zip(ends).map(|(start, end)| {
        let piece = Span::new(list.line, start, end).bare();
        piece.before("và").map_or(piece, Span::bare)
    });
    pieces.filter(|piece| !piece.is_empty() && !position::names(*piece).is_empty()).collect()
}
