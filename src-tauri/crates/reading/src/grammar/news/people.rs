//! Whom a sentence of a report names, and in which role: a list under one role ("Các thành viên gồm: …"), or one clause
//! after the other ("X làm Trưởng ban; Y là Phó Trưởng ban").

use super::clause::{self, Clauses, known_names};
use super::gathered::{self, gathered};
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{list, person, role};
use crate::line::Span;

/// What only leads to the people of a sentence.
const OPENINGS: [&str; 11] = [
    "theo đó",
    "sau kiện toàn",
    "sau khi kiện toàn",
    "trong đó",
    "cụ thể",
    "cùng với đó",
    "bên cạnh đó",
    "ngoài ra",
    "đồng thời",
    "theo quyết định",
    "theo quyết định này",
];

/// The members that a sentence names. `place` is that of who decides: whoever stands behind another one is a person.
pub fn people<'a>(sentence: Span<'a>, place: Option<&str>, names: &mut Vec<Said<'a>>, lists: &mut list::Lists<'a>) {
    let sentence = behind_opening(sentence);
    // "Hai Phó Trưởng ban gồm bà A, … và ông B, …, trong đó ông B là Phó Trưởng ban Thường trực".
    let among = sentence.find("trong đó").filter(|at| {
        let rest = sentence.from(at.end).trim();
        person::begins(rest) && gathered(sentence.until(at.start).bare()).is_some()
    });
    if let Some(among) = among {
        people(sentence.until(among.start).bare(), place, names, lists);
        let told = sentence.from(among.end).trim();
        if !narrowed(told, lists) {
            people(told, place, names, lists);
        }
        return;
    }
    // "Trưởng ban là ông A - Phó Chủ tịch, Phó Trưởng ban là ông B": a comma before a role and "là".
    let called = |at: usize| {
        let rest = sentence.from(at + 1).trim();
        let verb = rest.find("là").filter(|verb| rest.until(verb.start).word_count() <= 6)?;
        let role =
            role::whole(rest.until(verb.start).bare(), &[]).filter(|role| role.value.is_some() && !role.ditto)?;
        (!sentence.until(at).has("gồm") && role.span.start == rest.start).then_some(rest.start)
    };
    let opens = sentence.find("là").is_some_and(|verb| {
        role::whole(sentence.until(verb.start).bare(), &[]).is_some_and(|role| role.value.is_some())
    });
    let comma = sentence.chars().iter().enumerate().filter(|(_, c)| **c == ',').map(|(at, _)| sentence.start + at);
    if let Some(next) = opens.then(|| comma.clone().find_map(called)).flatten() {
        people(sentence.until(next).trim_by(|c| c == ',' || c.is_whitespace()), place, names, lists);
        people(sentence.from(next), place, names, lists);
        return;
    }
    // "Trưởng ban là A; hai Phó Trưởng ban gồm: B và C": each list by itself.
    let other = |clause: &Span<'a>| gathered::heads(*clause) || clause::sends_off(*clause);
    let second = sentence.split(|c| c == ';').into_iter().skip(1).find(other);
    if let Some(second) = second.map(|clause| clause.start) {
        people(sentence.until(second).bare(), place, names, lists);
        people(sentence.from(second), place, names, lists);
        return;
    }
    if let Some(found) = gathered(sentence) {
        let places: Vec<String> = known_names(names).into_iter().chain(place.map(str::to_owned)).collect();
        lists.seats.extend(found.seats(&places));
        return;
    }
    let mut clauses = Clauses::of(sentence, place, names, lists);
    for clause in sentence.split(|c| c == ';').into_iter().flat_map(each_with_its_role) {
        // "A giữ vai trò Phó Trưởng ban Thường trực, còn B và C cùng làm Phó Trưởng ban".
        let comma = |at: &Span<'_>| clause.until(at.start).trim().chars().last() == Some(&',');
        // "Đồng chí A được phân công làm Phó Trưởng ban Thường trực và đồng chí B làm Phó Trưởng ban".
        let another = |at: &Span<'_>| {
            let rest = clause.from(at.end).trim();
            person::begins(rest) && clause::holds(rest) && clause::holds(clause.until(at.start))
        };
        match clause.all("còn").find(comma).or_else(|| clause.all("và").find(another)) {
            Some(next) => {
                clauses.read(clause.until(next.start).bare());
                clauses.read(clause.from(next.end).bare());
            }
            None => clauses.read(clause),
        }
    }
}

/// "Ông A làm Trưởng ban, | ông B làm Phó Trưởng ban": commas that stand behind a role, before somebody with another.
fn each_with_its_role(clause: Span<'_>) -> Vec<Span<'_>> {
    let (mut clauses, mut from) = (Vec::new(), clause.start);
    // "Hồi ấy, ông A làm Trưởng ban, ông B làm Phó Trưởng ban" tells of before.
    if !person::begins(clause) && !person::is_office(clause) {
        return vec![clause];
    }
    for at in (clause.start..clause.end).filter(|at| clause.line.chars[*at] == ',') {
        let (before, rest) = (clause.from(from).until(at).bare(), clause.from(at + 1).trim());
        if person::begins(rest) && clause::holds(rest) && clause::ends_with_a_role(before) {
            clauses.push(before);
            from = rest.start;
        }
    }
    clauses.push(clause.from(from));
    clauses
}

/// "… ông B là Phó Trưởng ban Thường trực", of somebody who was told just before.
fn narrowed<'a>(told: Span<'a>, lists: &mut list::Lists<'a>) -> bool {
    let Some(verb) = told.find_any(&["là", "làm", "giữ chức"]) else { return false };
    let name = person::person(told.until(verb.start).bare()).name;
    let role = role::whole(told.from(verb.end).bare(), &[]).filter(|role| role.value.is_some());
    let own = lists
        .seats
        .iter_mut()
        .rev()
        .find(|seat| seat.name.as_ref().zip(name.as_ref()).is_some_and(|(own, name)| own.value == name.value));
    match own.zip(role) {
        Some((seat, role)) => {
            seat.role = role.value.map(|value| Said::as_value(value, role.span, sure::LIKELY));
            true
        }
        None => false,
    }
}

/// "Theo đó, | …", "Theo Quyết định số 07-QĐ/TW, | đồng chí A làm Trưởng ban", "Quyết định cũng bổ sung | hai Ủy viên là …".
fn behind_opening(sentence: Span<'_>) -> Span<'_> {
    let sentence = sentence.after_any(&OPENINGS).map_or(sentence, Span::bare);
    let sentence = sentence.after("do").unwrap_or(sentence);
    let comma = sentence.chars().iter().take(80).position(|c| *c == ',').map(|at| sentence.start + at);
    let by = comma.filter(|comma| sentence.starts_with("số") || sentence.until(*comma).has("quyết định"));
    let sentence = by.map_or(sentence, |comma| sentence.from(comma + 1).trim());
    // "Cùng với việc đổi tên, Bộ trưởng quyết định | bổ sung ông A …".
    let decides = sentence.find("quyết định bổ sung").filter(|at| sentence.until(at.start).word_count() <= 14);
    let sentence = decides.and_then(|at| sentence.from(at.start).after("quyết định")).unwrap_or(sentence);
    let sentence = sentence.after_any(&["quyết định cũng", "quyết định này cũng", "cũng"]).unwrap_or(sentence);
    // "Bổ sung bà A, … làm thành viên", "Bổ sung hai Ủy viên là A và B".
    let added = sentence.after("bổ sung").filter(|rest| {
        let role = rest.find_any(&["là", "gồm"]).and_then(|word| role::whole(rest.until(word.start).bare(), &[]));
        person::begins(*rest) || role.is_some_and(|role| role.value.is_some())
    });
    added.unwrap_or(sentence)
}
