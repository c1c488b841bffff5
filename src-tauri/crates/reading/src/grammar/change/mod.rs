//! Changes of membership within an item: in whose place, from which role, who goes out.

mod leaving;

pub use leaving::{heads_leavers, leaving};

use register::draft::MemberOp;

use super::joint::role_behind;
use super::person::{self, everyone};
use super::role::{self, RoleSaid};
use super::seat::Seat;
use super::sheet::{Said, sure};
use super::{heading, label, numbers};
use crate::line::Span;

/// "… thay ông B đã nghỉ hưu": takes it off the end.
pub fn in_place_of<'a>(words: Span<'a>, seat: &mut Seat<'a>, committees: &[String]) -> Span<'a> {
    let phrases = ["thay vị trí của", "thay vị trí", "thay cho", "thay thế cho", "thay thế", "thay"];
    let found = phrases.iter().filter_map(|phrase| words.find(phrase)).find_map(|at| {
        let told = words.from(at.end).trim();
        let titles = person::person(told);
        if titles.name.is_some() {
            return Some((at, titles));
        }
        // "… thay Thứ trưởng B nghỉ hưu", "… thay đồng chí Thứ trưởng B": the name behind the office.
        let told = titles.rest;
        let end =
            told.find_any(&["nghỉ", "đã", "do", "chuyển", "nhận", "được"]).map_or(told, |end| told.until(end.start));
        let (_, name) = person::name_behind(end.bare()).filter(|_| person::is_office(told))?;
        let value = Said::as_value(person::cased(name), name, sure::LIKELY);
        Some((at, person::Person { name: Some(value), rest: told.from(name.end).trim(), ..titles }))
    });
    let Some((at, person)) = found.filter(|(at, _)| at.start > words.start) else {
        // "… làm Phó Trưởng ban Thường trực thay Giám đốc Sở X": a post for a post, and nobody is named.
        // "… thay đồng chí Phó Giám đốc Sở X", the same.
        let told = |at: &Span<'a>| person::titles(words.from(at.end)).rest;
        let post = words.find_last("thay").filter(|at| at.start > words.start && person::is_office(told(at)));
        let Some(at) = post else { return words };
        seat.op = Some(MemberOp::Replace);
        let old = told(&at).bare();
        // "… thay Phó Giám đốc Sở X - Thành viên": the role of both, behind who goes.
        let old = match role_behind(old, committees) {
            (post, Some(RoleSaid { value: Some(value), span, .. })) if person::is_office(post) => {
                seat.role = Some(Said::as_value(value, span, sure::GOOD));
                post
            }
            _ => old,
        };
        // "… thay Trưởng Công an các huyện (do sắp xếp tổ chức)": why, behind it.
        let (old, why) = match role::bracket_behind(old) {
            Some((post, inner)) if ["do", "vì", "theo", "nghỉ", "chuyển"].iter().any(|why| inner.starts_with(why)) => {
                (post.bare(), Some(inner.bare()))
            }
            _ => (old, None),
        };
        seat.replaces_member = Some(Said::of(old, sure::LIKELY));
        seat.reason = why.map(|why| Said::of(why, sure::GOOD)).or(seat.reason.take());
        return words.until(at.start).bare();
    };
    seat.op = Some(MemberOp::Replace);
    seat.replaces_member = person.name;
    // The role may stand behind it: "Ông A thay ông B làm Trưởng ban".
    // "…: Trưởng ban": with the mark that joins the two.
    let marks = words.until(person.rest.start).chars().iter().rev().take_while(|c| !c.is_alphanumeric()).count();
    let from = person.rest.start.saturating_sub(marks.max(1));
    let told = until_its_day(Span::new(words.line, from.saturating_sub(1), words.end));
    let (behind, role) = role_behind(told, committees);
    seat.reason = reason(behind.from(person.rest.start));
    if let Some(RoleSaid { value: Some(value), span, .. }) = role {
        seat.role = Some(Said::as_value(value, span, sure::GOOD));
    }
    words.until(at.start).trim_by(|c| c == '(' || c.is_whitespace()).bare()
}

/// Somebody put in the place of another.
pub struct Swapped<'a> {
    pub old: Said<'a>,
    pub reason: Option<Said<'a>>,
    /// The role of who goes, where it is told.
    pub role: Option<RoleSaid<'a>>,
    /// What is said of who comes.
    pub new: Span<'a>,
}

/// "Thay ông A (nghỉ hưu) bằng bà B, …": who goes out, why, and what is said of who comes.
pub fn swapped<'a>(words: Span<'a>, committees: &[String]) -> Option<Swapped<'a>> {
    // "Thay cụm từ “ông A, …” bằng cụm từ “ông B, …”", "thay thành viên A bằng ông B".
    fn quoted(told: Span<'_>) -> Span<'_> {
        told.after_any(&["cụm từ", "thành viên"])
            .unwrap_or(told)
            .trim_by(|c| matches!(c, '“' | '”' | '"') || c.is_whitespace())
    }
    let told = words.after_any(&["thay thế", "thay đổi", "thay"])?;
    let by = told.all("bằng").find(|by| person::begins(quoted(told.from(by.end).trim())))?;
    let old = person::person(quoted(told.until(by.start).bare()));
    let named = person::begins(quoted(told)) || told.starts_with("thành viên");
    old.name.as_ref().filter(|_| named)?;
    let why = reason(old.rest.trim_by(|c| matches!(c, '(' | ')' | ',' | ' ')));
    // "… bằng cụm từ “ông B, …” tại khoản 2 Điều 1".
    let new = told.from(by.end).trim();
    let closed = new.chars().iter().rposition(|c| matches!(c, '”' | '"')).filter(|_| new.starts_with("cụm từ"));
    let new = closed.map_or(new, |at| new.until(new.start + at));
    // "Thay ông A, Trưởng ban bằng ông B": in the same role.
    let role = old.rest.trim_by(|c| matches!(c, '(' | ')' | ',' | ' '));
    let role = role::whole(role, committees).filter(|role| role.value.is_some());
    Some(Swapped { old: old.name?, reason: why, role, new: quoted(new) })
}

/// "Chuyển từ Ủy viên sang Phó Chủ tịch Hội đồng: ông A, …": the role before, the role now, and whose.
pub fn moved<'a>(words: Span<'a>, committees: &[String]) -> Option<(RoleSaid<'a>, RoleSaid<'a>, Span<'a>)> {
    let told = words.after_any(&["chuyển từ", "điều chỉnh từ", "thay đổi từ"])?;
    let colon = told.chars().iter().take(120).position(|c| *c == ':').map(|at| told.start + at)?;
    let turn = told.until(colon).find_any(&["sang làm", "sang", "lên làm", "lên", "thành", "làm"])?;
    let role = |span: Span<'a>| role::whole(span.bare(), committees).filter(|role| role.value.is_some());
    let (was, now) = (role(told.until(turn.start))?, role(told.from(turn.end).until(colon))?);
    Some((was, now, told.from(colon + 1).bare()))
}

/// "… giữ chức Trưởng ban kể từ ngày 15/6/2024": without the day.
pub fn until_its_day(rest: Span<'_>) -> Span<'_> {
    let from = rest.find_last("kể từ ngày").filter(|from| from.start > rest.start);
    let ends =
        from.filter(|from| numbers::day(rest.from(from.start)).is_some_and(|(_, day)| day.end >= rest.bare().end));
    ends.map_or(rest, |from| rest.until(from.start).bare())
}

pub fn reason(rest: Span<'_>) -> Option<Said<'_>> {
    let rest = rest.bare();
    let told = rest.after_any(&["đã", "do", "vì", "đã được", "lý do"]).unwrap_or(rest);
    let known =
        ["nghỉ", "chuyển", "nhận", "được điều động", "điều động", "từ trần", "thôi", "luân chuyển", "sắp xếp", "đi"];
    known.iter().any(|word| told.starts_with(word)).then(|| Said::of(told.bare(), sure::GOOD))
}

/// "Ông A, …, Ủy viên, làm Phó Trưởng ban", "chuyển từ Ủy viên": the role before.
pub fn of_role<'a>(who: Span<'a>, seat: &mut Seat<'a>, committees: &[String]) -> Span<'a> {
    for phrase in ["thôi làm", "thôi giữ chức", "thôi giữ chức vụ", "chuyển từ", "từ"] {
        let Some(at) = who.find(phrase).filter(|at| at.start > who.start) else { continue };
        let told = who.from(at.end);
        let turn =
            told.find_any(&["sang", "chuyển sang", "để", "lên", "thành", "được chỉ định", "được cử", "được phân công"]);
        let now = turn.map(|turn| told.from(turn.end).bare());
        let now = now.and_then(|now| role::whole(now.after_any(&["làm", "giữ chức"]).unwrap_or(now), committees));
        let told = turn.map_or(told, |end| told.until(end.start)).bare();
        if let Some(role) = role::whole(told, committees).filter(|role| role.value.is_some()) {
            seat.previous_role = role.value.map(|value| Said::as_value(value, role.span, sure::GOOD));
            seat.op = Some(MemberOp::ChangeRole);
            if let Some(RoleSaid { value: Some(value), span, .. }) = now {
                seat.role = Some(Said::as_value(value, span, sure::GOOD));
            }
            return who.until(at.start).bare();
        }
    }
    who
}

/// "A, Thứ trưởng, hiện là Phó Trưởng ban, giữ chức Trưởng ban", "…, Ủy viên, nay làm Phó Trưởng ban": who, the role
/// before, and the role now.
pub fn promoted<'a>(words: Span<'a>, committees: &[String]) -> Option<(Span<'a>, RoleSaid<'a>, RoleSaid<'a>)> {
    // "… đang là Thư ký nay chuyển làm Ủy viên".
    let turned = words.find_any(&["hiện đang là", "đang là", "hiện là", "từ"]).and_then(|was| {
        let turn = words.from(was.end).find_any(&[
            "nay chuyển làm",
            "nay đảm nhiệm vai trò",
            "nay đảm nhiệm",
            "nay giữ vai trò",
            "nay giữ nhiệm vụ",
            "nay làm",
            "nay giữ chức",
            "chuyển sang làm",
            "chuyển sang",
            "chuyển làm",
            "nay là",
        ])?;
        let role = |span: Span<'a>| role::whole(span.bare(), committees).filter(|role| role.value.is_some());
        let was_role = role(words.from(was.end).until(turn.start))?;
        let now = role(words.from(turn.end))?;
        let who = words.until(was.start).bare();
        (!who.is_empty()).then_some((who, was_role, now))
    });
    if turned.is_some() {
        return turned;
    }
    // "…, Vụ trưởng Vụ X (hiện là Thành viên) giữ vai trò Tổ phó Thường trực".
    let open = words.chars().iter().position(|c| *c == '(').map(|at| words.start + at);
    let bracket = open.and_then(|open| {
        let close = words.from(open).chars().iter().position(|c| *c == ')').map(|at| open + at)?;
        let was =
            Span::new(words.line, open + 1, close).after_any(&["hiện là", "đang là", "hiện đang là", "trước là"])?;
        let role = |span: Span<'a>| role::whole(span.bare(), committees).filter(|role| role.value.is_some());
        let (was, now) = (role(was)?, role(super::joint::verb_ahead(words.from(close + 1).bare())?)?);
        let who = words.until(open).bare();
        (!who.is_empty()).then_some((who, was, now))
    });
    if bracket.is_some() {
        return bracket;
    }
    let pieces = words.split(|c| c == ',');
    let [.., before, now] = pieces.as_slice() else { return None };
    let (before, now) = (before.bare(), now.bare());
    let now = now.after("nay").unwrap_or(now);
    // "…, tiếp tục tham gia Ban Chỉ đạo với chức danh Ủy viên".
    let as_what = now.find_any(&["với chức danh", "với tư cách", "với vai trò"]);
    let joins = as_what.filter(|_| now.starts_with("tiếp tục tham gia") || now.starts_with("tham gia"));
    let now = joins.map_or(now, |at| now.from(at.start));
    let told = now.after_any(&[
        "giữ chức vụ",
        "giữ chức danh",
        "giữ chức",
        "giữ nhiệm vụ",
        "đảm nhận nhiệm vụ",
        "đảm nhiệm vai trò",
        "chuyển sang làm",
        "chuyển sang",
        "tiếp tục là",
        "tiếp tục làm",
        "tiếp tục giữ chức",
        "chuyển làm",
        "làm",
        "giữ",
        "với chức danh",
        "với tư cách",
        "với vai trò",
    ])?;
    let role = |span| role::whole(span, committees).filter(|role| role.value.is_some() && !role.ditto);
    // "hiện là Phó Giám đốc Quỹ, nay giữ chức danh Giám đốc Quỹ": roles that no list knows, told as such.
    let told_so = before.starts_with("hiện là") && pieces.last().is_some_and(|now| now.bare().starts_with("nay"));
    let role = |span: Span<'a>| {
        let as_told = || told_so.then(|| RoleSaid { value: Some(span.text()), span, invited: false, ditto: false });
        role(span).or_else(as_told)
    };
    // "Ông A: thôi giữ chức Phó Trưởng ban, chuyển làm Ủy viên".
    let stops = before.find_any(&["thôi giữ nhiệm vụ", "thôi giữ chức", "thôi làm"]);
    let before = stops.map_or(before, |at| before.from(at.start));
    let was = before.after_any(&[
        "thôi giữ nhiệm vụ",
        "thôi giữ chức",
        "thôi làm",
        "hiện là",
        "đang là",
        "hiện đang là",
        "hiện giữ chức",
        "đang giữ chức",
        "nguyên là",
    ]);
    let (was, now) = (role(was.unwrap_or(before))?, role(told)?);
    let who = words.until(before.start).bare();
    (!who.is_empty()).then_some((who, was, now))
}

/// Whether the words name a place in the decision that is changed: "Sửa đổi điểm b khoản 2".
fn names_place(words: Span<'_>) -> bool {
    let verb = ["sửa đổi", "bổ sung", "thay đổi", "điều chỉnh", "thay thế", "bãi bỏ"];
    // "Khoản 2 Điều 1 được sửa đổi như sau".
    let place = ["khoản", "điểm", "mục"].iter().any(|place| words.starts_with(place)) && words.has_any(&verb);
    (place || verb.iter().any(|verb| words.starts_with(verb)))
        && words.has_any(&["khoản", "điểm", "mục", "số thứ tự"])
        && words.word_count() <= 14
}

/// "Bổ sung 02 Ủy viên gồm:": a numbered item that says what its own items change.
pub fn opens_clause(words: Span<'_>) -> bool {
    let acts = ["bổ sung", "thay", "thay thế", "thay đổi", "điều chỉnh", "kiện toàn", "cử", "thành lập", "miễn nhiệm"];
    acts.iter().any(|verb| words.starts_with(verb))
}

/// "Bổ sung 02 thành viên gồm:": whoever follows comes to those who sit, and in nobody's place.
pub fn adds(text: Span<'_>) -> bool {
    let opens = text.chars().last() == Some(&':') && text.starts_with("bổ sung");
    opens && !text.has_any(&["thay", "thay thế", "điều chỉnh", "sửa đổi", "kiện toàn", "khoản", "điểm"])
}

/// "Mời các đồng chí sau đây tham gia Ban Chỉ đạo:".
pub fn asks(text: Span<'_>) -> bool {
    let opens = ["mời", "trân trọng mời", "kính mời"].iter().any(|verb| text.starts_with(verb));
    opens && text.chars().last() == Some(&':') && text.has("tham gia")
}

/// "Sửa đổi điểm b khoản 2: Ông A …": what stands behind the place that is changed.
pub fn behind_place(words: Span<'_>) -> Span<'_> {
    let colon = words.chars().iter().take(120).position(|c| *c == ':').map(|at| words.start + at);
    // "Điều chỉnh chức danh: Ông A, …, từ Ủy viên thành Phó Trưởng ban".
    let headed = |colon: usize| {
        let heading = words.until(colon);
        // "Bổ sung làm Ủy viên: bà A": the heading says their role.
        if heading::role_of_all(words.until(colon + 1), &[]).is_some() {
            return false;
        }
        if heading.after("bổ sung").is_some_and(|rest| role::whole(rest, &[]).is_some_and(|role| role.value.is_some()))
        {
            return false;
        }
        let verb = ["bổ sung", "thay đổi", "điều chỉnh", "thay thế", "sửa đổi", "đưa vào", "tăng", "tham gia"]
            .iter()
            .any(|verb| heading.starts_with(verb));
        verb && person::begins(words.from(colon + 1).bare()) && everyone(heading).is_empty()
    };
    let named = colon.filter(|colon| names_place(words.until(*colon)) || headed(*colon));
    // "… như sau: “c) Bà B, …”": the point is quoted with its letter.
    let quoted = |colon: usize| label::label(words.from(colon + 1).bare()).1.bare();
    named.map(quoted).filter(|rest| !rest.is_empty()).unwrap_or(words)
}

/// "… như sau: cử ông A làm Ủy viên": the sentence that opens the article, and the change told behind its colon.
pub fn told_behind(lead: Span<'_>) -> Option<(Span<'_>, Span<'_>)> {
    let ends = ["như sau:", "cụ thể:", "sau đây:"];
    let end = ends.iter().filter_map(|end| lead.find(end)).map(|end| end.end).min()?;
    let (head, told) = (lead.until(end), lead.from(end).trim());
    let verbs = [
        "bổ sung",
        "thay",
        "cử",
        "cho",
        "miễn nhiệm",
        "điều chỉnh",
        "chuyển",
        "đưa",
        "rút",
        "phân công",
        "chỉ định",
        "thêm",
        "thôi",
    ];
    let role = || super::joint::role_ahead(told.bare(), &[]).0.is_some_and(|role| role.value.is_some());
    let opens = verbs.iter().any(|verb| told.starts_with(verb)) || person::begins(told) || role();
    (opens && !head.has("gồm") && told.each_word().nth(3).is_some()).then_some((head, told))
}

/// "ông A làm Chủ tịch Hội đồng, thay ông B nghỉ hưu; bà C làm Ủy viên, thay ông D; bổ sung ông E làm Ủy viên": whether
/// each clause of a sentence says for itself what becomes of whom.
pub fn each_changes(sentence: Span<'_>) -> bool {
    let clauses = sentence.split(|c| c == ';');
    let says = |clause: Span<'_>| {
        let clause = clause.after("và").unwrap_or(clause);
        let somebody =
            ["cử", "bổ sung", "phân công", "chỉ định", "thay", "cho"].iter().find_map(|verb| clause.after(verb));
        let becomes = clause.has_any(&["làm", "giữ chức", "giữ nhiệm vụ", "tham gia", "thôi", "thay"]);
        becomes && person::begins(somebody.unwrap_or(clause))
    };
    clauses.len() > 1 && clauses.into_iter().all(|clause| says(clause.bare()))
}

/// "2. Điều chỉnh nhiệm vụ:", over items that say from which role to which.
pub fn heads_changes(text: Span<'_>) -> bool {
    let rest = text.after("thành viên").unwrap_or(text).after_any(&["điều chỉnh", "thay đổi", "chuyển đổi"]);
    let of_what = rest.and_then(|rest| rest.after_any(&["chức danh", "nhiệm vụ", "vai trò", "chức vụ", "vị trí"]));
    of_what.is_some_and(|rest| rest.word_count() <= 5 && everyone(rest).is_empty()) && text.word_count() <= 9
}

/// "Bổ sung ông A …", "Cử bà B …": somebody comes.
pub fn brings(text: Span<'_>) -> bool {
    ["bổ sung", "cử", "thêm", "tăng", "chỉ định", "phân công"].iter().any(|verb| text.starts_with(verb))
}
