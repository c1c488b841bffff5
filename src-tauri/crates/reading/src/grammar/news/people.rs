//! Whom a sentence of a report names, and in which role: "X làm Trưởng ban; Y là Phó Trưởng ban", "Các thành viên
//! gồm: …".

use register::draft::SeatKind;

use crate::grammar::member::{self, Context, Item};
use crate::grammar::seat::Seat;
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{act, change, list, person, position, role};
use crate::line::Span;

/// The members that a sentence names: "X làm Trưởng ban; Y là Phó Trưởng ban", "Các thành viên gồm: …".
pub fn people<'a>(sentence: Span<'a>, names: &mut Vec<Said<'a>>, lists: &mut list::Lists<'a>) {
    let sentence = sentence
        .after_any(&[
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
        ])
        .map_or(sentence, Span::bare);
    let sentence = sentence.after("do").unwrap_or(sentence);
    // "Theo Quyết định số 07-QĐ/TW, đồng chí A làm Trưởng ban".
    let comma = sentence.chars().iter().take(80).position(|c| *c == ',').map(|at| sentence.start + at);
    let by = comma.filter(|comma| sentence.starts_with("số") || sentence.until(*comma).has("quyết định"));
    let sentence = by.map_or(sentence, |comma| sentence.from(comma + 1).trim());
    let sentence = sentence.after_any(&["quyết định cũng", "quyết định này cũng", "cũng"]).unwrap_or(sentence);
    // "Bổ sung hai Ủy viên là A và B": whom the role is of, behind it.
    let counted = sentence.after("bổ sung").filter(|rest| {
        let role = rest.find_any(&["là", "gồm"]).and_then(|word| role::whole(rest.until(word.start).bare(), &[]));
        role.is_some_and(|role| role.value.is_some())
    });
    let sentence = counted.unwrap_or(sentence);
    // "Bổ sung bà A, … và ông B, … làm thành viên".
    let sentence = sentence.after("bổ sung").filter(|rest| person::begins(*rest)).unwrap_or(sentence);
    // "Trưởng ban là A; hai Phó Trưởng ban gồm: B và C": each list by itself.
    let listed = |clause: &Span<'a>| {
        let word = clause.find_any(&["gồm có", "gồm"]);
        word.is_some_and(|word| role::whole(clause.until(word.end), &[]).is_some_and(|role| role.value.is_some()))
    };
    let second = sentence.split(|c| c == ';').into_iter().skip(1).find(listed).map(|clause| clause.start);
    if let Some(second) = second {
        people(sentence.until(second).bare(), names, lists);
        people(sentence.from(second), names, lists);
        return;
    }
    let gathered = sentence.find_any(&["gồm có", "gồm"]).and_then(|word| {
        let role = role::whole(sentence.until(word.end), &[])?;
        Some((role, sentence.from(word.end).bare()))
    });
    // "Phó Trưởng ban còn có ông A, …".
    let gathered = gathered.or_else(|| {
        let word = sentence.find_any(&["còn có", "có"])?;
        let rest = sentence.from(word.end).bare();
        let role = role::whole(sentence.until(word.start), &[]).filter(|role| role.value.is_some())?;
        (person::begins(rest) || person::is_office(rest)).then_some((role, rest))
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
        // "Trưởng ban mời Chủ tịch X tham gia Ban Chỉ đạo với tư cách Ủy viên".
        let as_what = rest.find_any(&["với tư cách", "với vai trò"]).filter(|_| rest.has("tham gia"));
        if let Some(as_what) = as_what {
            let who = rest.until(rest.find("tham gia")?.start).bare();
            return Some((role::whole(rest.from(as_what.end).bare(), &[])?, who));
        }
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
    // "Hội đồng tư vấn X có Chủ tịch là ông A": of which body the roles are.
    let of: Vec<String> =
        act::bodies(sentence).iter().map(|body| body.value.to_lowercase()).chain(known_names(names)).collect();
    let mut shared: Option<role::RoleSaid<'a>> = None;
    for clause in sentence.split(|c| c == ';') {
        // "Ba thành viên là ông A, …; ông B, …; và bà C, …".
        let more = clause.bare();
        let more = more.after("và").unwrap_or(more);
        if let Some(role) = shared.clone().filter(|_| person::begins(more) && !more.has_any(&["làm", "là", "giữ"]))
        {
            let context = Context { role: Some(role), ..Context::default() };
            if let Item::Seats(seats) = member::item(more, &context) {
                lists.leaves.extend(seats.iter().filter_map(|seat| seat.replaces_member.clone()));
                lists.seats.extend(seats);
            }
            continue;
        }
        shared = None;
        // "…; đồng thời cho thôi tham gia Ban Chỉ đạo đối với ông B".
        let goes = clause.bare();
        let goes = goes.after_any(&["đồng thời", "và"]).unwrap_or(goes);
        if let Some(names) = Some(goes).filter(|goes| goes.starts_with("cho thôi")).and_then(change::leaving) {
            lists.leaves.extend(names);
            continue;
        }
        // "Giữ vai trò Trưởng ban là bà A": the role stands first all the same.
        let clause = clause
            .after_any(&["giữ vai trò", "giữ chức vụ", "giữ chức", "đảm nhiệm vai trò", "đảm nhiệm"])
            .filter(|rest| rest.has("là"))
            .unwrap_or(clause);
        // "Thay đổi 2 Ủy viên thường trực là ông A, … thay ông B".
        let clause = clause.after_any(&["thay đổi", "và"]).unwrap_or(clause);
        let verb = clause
            .find_any(&["làm", "là", "giữ chức", "giữ chức vụ", "giữ vai trò"])
            .filter(|verb| verb.start > clause.start);
        let Some(verb) = verb.filter(|verb| !(person::begins(clause) && clause.until(verb.start).has("thay"))) else {
            // "Ông A, Thứ trưởng Bộ X, thay ông B", "… tham gia Ủy viên thay ông B", where no verb gives a role.
            let context = Context { committees: of.clone().into(), roles_may_lack: true, ..Context::default() };
            if let Some(Item::Seats(seats)) =
                Some(clause).filter(|clause| person::begins(*clause)).map(|clause| member::item(clause, &context))
            {
                let replacing = |seat: &Seat<'_>| seat.replaces_member.is_some();
                lists.leaves.extend(seats.iter().filter_map(|seat| seat.replaces_member.clone()));
                lists.seats.extend(seats.into_iter().filter(replacing));
            }
            continue;
        };
        let (who, said) = (clause.until(verb.start).bare(), clause.from(verb.end).bare());
        // "Ban Chỉ đạo gồm 5 thành viên, trong đó ông A …".
        let who = who.find_any(&["trong đó", "cụ thể"]).map_or(who, |word| who.from(word.end).bare());
        // "Tổ công tác có 5 thành viên, gồm ông A, …, giữ vai trò Tổ trưởng".
        let among = who.find_any(&["gồm có", "gồm"]).map(|word| who.from(word.end).bare());
        let who = among.filter(|rest| person::begins(*rest)).unwrap_or(who);
        // "Hội đồng tư vấn X có Chủ tịch là ông A".
        let has = who.find_last("có").filter(|has| act::body_at(who).is_some() && has.start > who.start);
        let who =
            has.map(|has| who.from(has.end).bare()).filter(|role| role::whole(*role, &of).is_some()).unwrap_or(who);
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
        // "Tiểu ban Nội dung do bà A làm Trưởng tiểu ban": what works inside.
        let inside = by.map(|by| who.until(by.start).bare()).and_then(|told| {
            let colon = told.chars().iter().rposition(|c| *c == ':').map(|at| told.start + at + 1);
            let body = colon.map_or(told, |at| told.from(at).trim());
            crate::lexicon::get().sub_bodies.begin(body).then_some(body)
        });
        let who = by.map_or(who, |by| who.from(by.end).bare());
        if let Some(body) = inside {
            let context =
                Context { role: role::whole(said, &[body.key()]), roles_may_lack: true, ..Context::default() };
            if let (Some(_), Item::Seats(seats)) = (&context.role, member::item(who, &context)) {
                lists.bodies.push((Said::of(body, sure::LIKELY), seats));
                continue;
            }
        }
        // "Trưởng ban là ông A, Chủ tịch UBND tỉnh": the other way round.
        let ahead = role::whole(who, &of).filter(|role| role.value.is_some() && verb.key() == "là");
        if let Some(role) = ahead.filter(|_| person::begins(said) || person::is_office(said)) {
            let context = Context { role: Some(role.clone()), ..Context::default() };
            if let Item::Seats(seats) = member::item(said, &context) {
                lists.leaves.extend(seats.iter().filter_map(|seat| seat.replaces_member.clone()));
                lists.seats.extend(seats);
            }
            shared = Some(role);
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

pub fn known_names(names: &[Said<'_>]) -> Vec<String> {
    names.iter().map(|name| name.value.to_lowercase()).collect()
}

/// Who goes, behind "thay": "bà B đã nghỉ hưu", "Thứ trưởng B nghỉ hưu theo chế độ".
fn replaced(told: Span<'_>) -> Option<Said<'_>> {
    if let Some(name) = person::person(told).name {
        return Some(name);
    }
    let told = told.after("nguyên").unwrap_or(told);
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
