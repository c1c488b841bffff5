//! One paper: its parts read in turn, and what follows from them together.

use register::draft::{Act, ListScope, Member, MemberOp, Source, SubBody};

use super::appointment::{self, About};
use super::casing::Casing;
use super::outline::{Annex, Outline, Unit};
use super::paused::Doing;
use super::relations::{Ends, in_part};
use super::seat::Seat;
use super::sheet::{Said, Sheet, sure};
use super::{act, bodies, clauses, head, list, numbers, people_told, person, role, signature, standing, unchanged};
use crate::line::{Line, Span};

/// Reads a paper that has the form of a decision.
pub fn decision(outline: &Outline<'_>, title: Option<&Line>, casing: &Casing, sheet: &mut Sheet) {
    head::read(outline, casing, sheet);
    clauses::bases(outline, sheet);
    let title = title.map(Line::all);
    let first = outline.articles.iter().flat_map(clauses::texts).next();
    let personnel = appointment::about(outline, title);
    let what = match personnel {
        _ if title.is_some_and(names_chair) && first.and_then(act::act).is_none_or(|act| act == Act::Other) => {
            Some(Act::Amend)
        }
        Some(About::Posts) => Some(Act::Other),
        Some(About::Members) => Some(Act::Amend),
        // "Khôi phục hiệu lực Quyết định số A về việc thành lập …" founds nothing.
        None if title.and_then(act::act).is_none() && first.and_then(Doing::of).is_some() => Some(Act::Other),
        None => title.and_then(act::act).or_else(|| first.and_then(act::act)).or_else(|| {
            // "Về việc cử thành viên Ban Chỉ đạo …", where no article founds it.
            let sent = title?.find_any(&["cử thành viên", "cử thêm thành viên", "cử ủy viên"])?;
            act::body(title?.from(sent.end)).map(|_| Act::Amend)
        }),
    };
    let what = match what {
        None | Some(Act::Other) if personnel.is_none() => people_told::act(outline).or(what),
        _ => what,
    };
    // "Về việc cấp kinh phí hoạt động cho Ban Chỉ đạo X": a decision all the same, of another kind.
    sheet.draft.act = what.or_else(|| sheet.draft.number.as_ref().and(title).map(|_| Act::Other));
    sheet.draft.source = Some(Source::Decision);
    let posts = personnel == Some(About::Posts) && what == Some(Act::Other);
    let names = if posts { Vec::new() } else { bodies::committees(outline, title, what, casing, sheet) };
    members(outline, what, &names, casing, sheet);
    clauses::read(outline, what, &names, sheet);
    // "Đính chính Quyết định số A", which the articles only carry out.
    if let Some((subject, doing)) = title.and_then(|title| Some((title, Doing::of(title)?)))
        && doing.fits(what)
        && doing.place(sheet).is_none()
    {
        doing.read(subject, outline, sheet);
    }
    for ends in Ends::BOTH {
        title.into_iter().for_each(|title| ends.in_subject(title, sheet));
    }
    amends(outline, title, sheet);
    if what == Some(Act::Regulation) {
        regulated(outline, sheet);
    }
    signature::read(&outline.signature, casing, sheet);
    let changes = matches!(
        what,
        Some(Act::Establish | Act::Reconstitute | Act::Amend | Act::Rename | Act::Merge | Act::Dissolve)
    );
    sheet.draft.changes_membership = (changes && !unchanged::seats_nobody(outline, what, title, sheet))
        || !sheet.draft.members.is_empty()
        || unchanged::undoes(title, sheet);
    if let Some((_, label)) = outline
        .articles
        .iter()
        .find_map(|article| article.label.as_ref().filter(|_| changes && says_act(article, what)))
    {
        sheet.draft.articles.act = Some(sheet.put("articles.act", Said::of(*label, sure::GOOD)));
    }
    if posts {
        appointment::read(outline, sheet);
    }
    counted(first, sheet);
    unread(first, title, sheet);
}

/// Who comes or goes is announced, and nobody was read.
fn unread(first: Option<Span<'_>>, title: Option<Span<'_>>, sheet: &mut Sheet) {
    let draft = &sheet.draft;
    let none = draft.members.is_empty() && draft.leaves.is_empty() && draft.sub_bodies.is_empty();
    let of_people = match draft.act {
        Some(Act::Amend) => {
            let says = title.or(first).is_some_and(|text| text.has_any(&["thành viên", "nhân sự", "bổ sung"]));
            says || first.is_some_and(|text| !person::everyone(text).is_empty())
        }
        Some(Act::Establish | Act::Reconstitute) => {
            first.is_some_and(|text| text.has_any(&["gồm", "có tên sau", "danh sách", "thành phần"]))
        }
        _ => false,
    };
    let told = sheet.warnings.iter().any(|warning| warning.code == "members_unread");
    // "(có danh sách kèm theo)": the annex may be a file of its own, which the tray asks for.
    let elsewhere = |text: Span<'_>| text.has_any(&["kèm theo", "đính kèm"]);
    let says = none && of_people && draft.changes_membership && !told;
    if let Some(first) = first.filter(|text| says && !elsewhere(*text)) {
        // The beginning says where to look.
        let end = first.each_word().nth(20).map_or(first.end, |word| word.start);
        sheet.warn("members_unread", first.until(end).trim());
    }
}

/// "Về việc phân công Trưởng Ban Chỉ đạo X": somebody is given a seat, and no duty.
fn names_chair(title: Span<'_>) -> bool {
    let title = title.after_any(&["về việc", "v/v", "về"]).unwrap_or(title);
    let Some(told) = title.after_any(&["phân công lại", "phân công", "cử", "chỉ định", "giao"]) else {
        return false;
    };
    // "Phân công các thành viên Ban Chỉ đạo X phụ trách xã": what they are to do, and no seat.
    if told.starts_with("các") || told.has_any(&["phụ trách", "theo dõi", "nhiệm vụ"]) {
        return false;
    }
    // "Về việc cử Trưởng ban, Chủ tịch một số Ban Chỉ đạo, Hội đồng": of several at once.
    let several = told.has_any(&[
        "một số ban",
        "một số hội đồng",
        "một số tổ",
        "một số ủy ban",
        "các ban chỉ đạo",
        "các hội đồng",
    ]);
    if several && crate::lexicon::get().role_heads.begin(told) {
        return true;
    }
    let body = act::body(told).filter(|body| body.start > told.start);
    let low: Vec<String> = body.iter().map(|body| body.key()).collect();
    body.is_some() && role::whole(told, &low).is_some_and(|role| role.value.is_some())
}

fn says_act(article: &super::outline::Article<'_>, what: Option<Act>) -> bool {
    clauses::texts(article).into_iter().next().and_then(act::act) == what
}

/// Members, sub-bodies and those who go out.
fn members(outline: &Outline<'_>, what: Option<Act>, names: &[String], casing: &Casing, sheet: &mut Sheet) {
    let lists_people = matches!(what, Some(Act::Establish | Act::Reconstitute | Act::Amend | Act::Merge | Act::Rename));
    if !lists_people {
        return;
    }
    let changes = matches!(what, Some(Act::Amend | Act::Reconstitute));
    let mut lists = list::Lists::default();
    for (n, article) in outline.articles.iter().enumerate() {
        let before = lists.seats.len();
        list::article(article, names, n > 0, changes, &mut lists);
        // Of several committees, each article seats the people of the one that it founds.
        let own = bodies::of(article, what).filter(|_| sheet.draft.committees.len() > 1);
        if let Some(own) = own.filter(|own| sheet.draft.committees.contains(&own.value)) {
            let of_none = lists.seats.iter_mut().skip(before).filter(|seat| seat.committee.is_none());
            of_none.for_each(|seat| seat.committee = Some(own.clone()));
        }
    }
    lists.others_stay = outline.articles.iter().flat_map(clauses::texts).any(list::says_others_stay);
    for name in lists.seats.iter_mut().filter_map(|seat| seat.committee.as_mut()) {
        name.value = casing.normal(&name.value);
    }
    held(&lists, sheet);
    let mut column = false;
    for annex in &outline.annexes {
        let subject: Vec<String> = annex.title.iter().map(Span::key).collect();
        let rules = ["quy chế", "quy định", "kế hoạch", "phân công", "nhiệm vụ"];
        // "Danh mục các Quyết định được thay thế" lists papers, with who issued them.
        let papers = |line: &String| line.contains("các quyết định") || line.contains("danh mục quyết định");
        if subject.iter().any(|line| papers(line) || rules.iter().any(|word| line.starts_with(word))) {
            continue;
        }
        let before = lists.seats.len();
        list::read_annex(annex, annex_place(annex), names, sub_body_of(annex, &lists), &mut lists);
        told_again(&mut lists, before);
        column |= lists.seats.iter().skip(before).any(|seat| seat.committee.is_some());
        // "PHỤ LỤC II" over "DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO B".
        let title =
            annex.title.iter().find_map(|line| act::body(*line)).map(|name| Said::of(name.bare(), sure::LIKELY));
        if let Some(title) = title {
            let of_none = lists.seats.iter_mut().skip(before).filter(|seat| seat.committee.is_none());
            of_none.for_each(|seat| seat.committee = Some(title.clone()));
        }
    }
    // A column of the annex says whose each row is.
    if column {
        held(&lists, sheet);
    }
    let committees = sheet.draft.committees.clone();
    // Only of several committees does a seat name its own, and in the words of the decision.
    for seat in &mut lists.seats {
        let own = seat.committee.as_ref().map(|said| said.value.to_lowercase());
        let named = committees
            .iter()
            .find(|name| own.as_ref().is_some_and(|own| name.to_lowercase().starts_with(own.as_str())));
        if !committees.is_empty() {
            let named = named.filter(|_| committees.len() > 1).cloned();
            seat.committee = seat.committee.take().zip(named).map(|(said, value)| Said { value, ..said });
        }
    }
    // "Điều 2. Tổ giúp việc có nhiệm vụ …", of a decision that founds just that one.
    lists.bodies.retain(|(name, seats)| {
        let own = name.value.to_lowercase();
        !seats.is_empty() || names.iter().all(|known| !known.starts_with(own.as_str()))
    });
    for (name, _) in &mut lists.bodies {
        name.value = casing.normal(&name.value);
    }
    fill(lists, changes, sheet);
}

/// "… do ông A làm Trưởng ban (có danh sách kèm theo)": who heads it is told by the article, and again by the list, which
/// says more of him.
fn told_again(lists: &mut list::Lists<'_>, annex: usize) {
    let listed = lists.seats.split_off(annex.min(lists.seats.len()));
    let value = |said: &Option<Said<'_>>| said.as_ref().map(|said| said.value.to_lowercase());
    let again = |seat: &Seat<'_>| {
        let same = |other: &Seat<'_>| {
            value(&other.name) == value(&seat.name)
                && value(&other.role) == value(&seat.role)
                && value(&other.committee) == value(&seat.committee)
                && value(&other.sub_body) == value(&seat.sub_body)
        };
        seat.name.is_some() && seat.role.is_some() && seat.op.is_none() && listed.iter().any(same)
    };
    if lists.seats.len() < listed.len() && lists.seats.iter().all(again) {
        lists.seats.clear();
    }
    lists.seats.extend(listed);
}

/// The committees in which somebody's roles were told, line by line or in a column, where the subject speaks only of
/// "các Ban Chỉ đạo".
fn held(lists: &list::Lists<'_>, sheet: &mut Sheet) {
    let mut names: Vec<Said<'_>> = Vec::new();
    for name in lists.seats.iter().filter_map(|seat| seat.committee.as_ref()) {
        if names.iter().all(|known| known.value != name.value) {
            names.push(name.clone());
        }
    }
    if names.len() < 2 || names.iter().all(|name| sheet.draft.committees.contains(&name.value)) {
        return;
    }
    let names = sheet.put_all("committees", names);
    sheet.draft.committee = Some(names.join("; "));
    sheet.draft.committees = names;
}

/// "Phụ lục I", "Danh sách": how an annex is cited.
fn annex_place<'a>(annex: &Annex<'a>) -> Option<(String, Span<'a>)> {
    let first = annex.title.first()?;
    if first.starts_with("phụ lục") {
        let words = first.words();
        let last = words.get(2).filter(|word| word.text().chars().all(|c| c.is_ascii_digit() || "IVX.".contains(c)));
        let span = last.map_or(first.until(first.start + 7), |word| first.until(word.end));
        let number = last.map(|word| format!(" {}", word.bare().text())).unwrap_or_default();
        return Some((format!("Phụ lục{number}"), span.bare()));
    }
    let span = annex.title.iter().find_map(|line| line.find("danh sách"))?;
    Some(("Danh sách".to_owned(), span))
}

/// An annex with the list of a sub-body, beside one of the committee.
fn sub_body_of<'a>(annex: &Annex<'a>, lists: &list::Lists<'a>) -> Option<Said<'a>> {
    let sub = &crate::lexicon::get().sub_bodies;
    let line = annex.title.iter().find_map(|line| {
        let rest = line.after_any(&["danh sách", "danh sách thành viên", "thành viên"]).unwrap_or(*line);
        sub.iter().any(|noun| rest.starts_with(noun)).then_some(rest)
    })?;
    (!lists.seats.is_empty()).then(|| Said::of(act::until_name_ends(line).bare(), sure::LIKELY))
}

/// Puts the lists into the draft.
pub fn fill(lists: list::Lists<'_>, changes: bool, sheet: &mut Sheet) {
    let founds = sheet.draft.act == Some(Act::Establish);
    let partial =
        (lists.others_stay && !founds) || changes && list::is_partial(&lists, sheet.draft.act == Some(Act::Amend));
    let any = !lists.seats.is_empty() || !lists.leaves.is_empty();
    sheet.draft.list_scope = any.then_some(if partial { ListScope::Partial } else { ListScope::Whole });
    let mut n = 0;
    for seat in lists.seats {
        n += 1;
        if seat.role.is_none() {
            let words = seat.words.as_ref().and_then(|words| words.at.first().copied());
            if let Some(words) = words {
                sheet.warn("unclear_role", words);
            }
        }
        let member = sheet.member(&format!("members.{}", n - 1), n, seat);
        sheet.draft.members.push(member);
    }
    for (at, (name, seats)) in lists.bodies.into_iter().enumerate() {
        let name = sheet.put(&format!("sub_bodies.{at}.name"), name);
        let mut body = SubBody { name, members: Vec::new() };
        for (n, seat) in (1..).zip(seats) {
            let member = sheet.member(&format!("sub_bodies.{at}.members.{}", n - 1), n, seat);
            body.members.push(member);
        }
        sheet.draft.sub_bodies.push(body);
    }
    let taken: Vec<Option<String>> =
        sheet.draft.members.iter().map(|member| member.replaces_member.clone()).filter(Option::is_some).collect();
    // Whose place is taken and who moves to another one stays.
    let several = sheet.draft.committees.len() > 1;
    let moves = |member: &&Member| {
        let role = member.op == Some(MemberOp::ChangeRole);
        // "A thay B làm Trưởng ban; C làm Phó Trưởng ban thay A": of one committee A goes from seat to seat.
        role || (!several && taken.contains(&member.name))
    };
    let moved: Vec<&String> = sheet.draft.members.iter().filter(moves).filter_map(|m| m.name.as_ref()).collect();
    let mut leaves: Vec<Said<'_>> = Vec::new();
    for leaver in lists.leaves.into_iter().filter(|leaver| !moved.contains(&&leaver.value)) {
        // Whose place is taken may be named again among those who go.
        if leaves.iter().all(|known| known.value != leaver.value) {
            leaves.push(leaver);
        }
    }
    if let Some((_, span)) = lists.leaves_at {
        sheet.draft.articles.leaves = Some(sheet.put("articles.leaves", Said::of(span, sure::CERTAIN)));
    }
    sheet.draft.leaves = sheet.put_all("leaves", leaves);
    for (code, words) in lists.doubts {
        sheet.warn(code, words);
    }
}

/// The standing agency, where only the regulation that the decision issues names it.
fn regulated(outline: &Outline<'_>, sheet: &mut Sheet) {
    if !sheet.draft.standing_agencies.is_empty() {
        return;
    }
    for unit in outline.annexes.iter().flat_map(|annex| &annex.units) {
        let Unit::Text { body, .. } = unit else { continue };
        // "… của Hội đồng là X": what the agency does, is said of it by name elsewhere.
        for sentence in body
            .sentences()
            .into_iter()
            .filter(|sentence| sentence.starts_with("cơ quan thường trực") || sentence.has("là cơ quan thường trực"))
        {
            standing::read(sentence, sheet);
        }
    }
}

/// The decisions that a change amends: those that its subject or its articles name as the founding one.
fn amends(outline: &Outline<'_>, title: Option<Span<'_>>, sheet: &mut Sheet) {
    let partial = sheet.draft.list_scope == Some(ListScope::Partial);
    let amending = match sheet.draft.act {
        Some(Act::Amend | Act::Rename) => true,
        Some(Act::Reconstitute) => partial,
        _ => false,
    };
    if !amending {
        return beside(outline, sheet);
    }
    let verbs = [
        "sửa đổi",
        "bổ sung",
        "sửa tên",
        "thay đổi",
        "thay thế thành viên",
        "có tên trong quyết định",
        "có tên tại quyết định",
        "thay cụm từ",
        "thay thế cụm từ",
        "điều chỉnh",
        "thành lập",
        "kiện toàn",
        "tiếp tục",
        "giữ nguyên",
        "gia hạn",
        "theo quyết định",
        "ban hành",
        "bộ phận không tách rời",
        "bộ phận không thể tách rời",
    ];
    let gone: Vec<String> = sheet
        .draft
        .replaces
        .iter()
        .chain(&sheet.draft.repeals)
        .chain(&sheet.draft.withdraws)
        .map(|reference| reference.number().to_owned())
        .collect();
    let mut known: Vec<String> = sheet.draft.amends.iter().map(|known| known.number().to_owned()).collect();
    let places = outline
        .articles
        .iter()
        .flat_map(|article| clauses::texts(article).into_iter().map(move |text| (article.label.as_ref(), text)));
    let places: Vec<_> = places.chain(title.map(|title| (None, title))).collect();
    for (label, text) in places {
        for sentence in text.sentences().into_iter().filter(|sentence| sentence.has_any(&verbs)) {
            for number in numbers::numbers(sentence) {
                let before = sentence.until(number.span.start);
                let own = ["quyết định", "qđ"].iter().any(|paper| before.has(paper)) || before.is_empty();
                // "Quyết định số A, đã được sửa đổi, bổ sung tại Quyết định số B": B is told of A.
                let told = before.find_last("được sửa đổi").filter(|at| before.from(at.end).word_count() <= 8);
                let own = own && told.is_none();
                let value = number.value();
                if !own
                    || gone.contains(&value)
                    // A subject in capitals says "QĐ-TTG".
                    || known.iter().any(|known| known.to_lowercase() == value.to_lowercase())
                    || sheet.draft.number.as_ref() == Some(&value)
                {
                    continue;
                }
                let reference = number.put(&format!("amends.{}", known.len()), sure::GOOD, sheet);
                sheet.draft.amends.push(reference);
                known.push(value);
                if let Some((_, span)) = label.filter(|_| sheet.draft.articles.amends.is_none()) {
                    sheet.draft.articles.amends = Some(sheet.put("articles.amends", Said::of(*span, sure::CERTAIN)));
                }
            }
        }
    }
}

/// "Bổ sung Điều 1 Quyết định số A các thành viên sau", in an article of a paper whose headline is another.
fn beside(outline: &Outline<'_>, sheet: &mut Sheet) {
    if matches!(sheet.draft.act, None | Some(Act::Other | Act::Regulation)) {
        return;
    }
    for lead in outline.articles.iter().filter_map(|article| clauses::texts(article).into_iter().next()) {
        let opens = ["sửa đổi, bổ sung", "sửa đổi", "bổ sung", "điều chỉnh"].iter().any(|verb| lead.starts_with(verb));
        let named = numbers::numbers(lead).into_iter().next().filter(|number| opens && in_part(lead, number));
        let known =
            |number: &numbers::Number<'_>| sheet.draft.amends.iter().any(|known| known.number() == number.value());
        if let Some(number) = named.filter(|number| !known(number)) {
            let reference = number.put(&format!("amends.{}", sheet.draft.amends.len()), sure::GOOD, sheet);
            sheet.draft.amends.push(reference);
        }
    }
}

/// "gồm 13 thành viên": whether so many were read.
fn counted(first: Option<Span<'_>>, sheet: &mut Sheet) {
    let Some(at) = first.and_then(|text| text.find("thành viên").map(|at| text.until(at.start).trim())) else {
        return;
    };
    let said = at.words().last().and_then(|word| word.text().parse::<usize>().ok());
    let read = sheet.draft.members.len();
    let countable = sheet.draft.members.iter().all(|member| member.class.is_none());
    if said.is_some_and(|said| said != read) && countable {
        sheet.warn("numbers_do_not_match", at.words().last().copied().unwrap_or(at));
    }
}
