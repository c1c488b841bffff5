//! Several people under one role: "Các thành viên gồm: A; B", "Các Ủy viên là …", "Ban Chỉ đạo mời … làm Ủy viên".

use crate::grammar::member::{self, Context, Item};
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::{Seat, with_name};
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{act, person, position, shared};
use crate::line::Span;

/// A role, and those whom it is of.
pub struct Gathered<'a> {
    role: RoleSaid<'a>,
    list: Span<'a>,
    invited: bool,
}

/// Whether a clause opens such a list: "hai Phó Trưởng ban gồm", "các Phó Trưởng ban là".
pub fn heads(clause: Span<'_>) -> bool {
    if clause.bare().starts_with("các") && called(clause.bare()).is_some() {
        return true;
    }
    clause.find_any(&["gồm có", "gồm"]).is_some_and(|word| said(clause.until(word.end)).is_some())
}

/// The list of a sentence, if it is one.
pub fn gathered(sentence: Span<'_>) -> Option<Gathered<'_>> {
    let found = [enumerated, had, counted, called, taking_part].iter().find_map(|read| read(sentence));
    let found = found.map(|(role, list)| Gathered { role, list, invited: false });
    found.or_else(|| asked(sentence).map(|(role, list)| Gathered { role, list, invited: true }))
}

type RoleAndList<'a> = (RoleSaid<'a>, Span<'a>);

fn said(words: Span<'_>) -> Option<RoleSaid<'_>> {
    role::whole(words, &[]).filter(|role| role.value.is_some())
}

/// "Các thành viên gồm: …".
fn enumerated(sentence: Span<'_>) -> Option<RoleAndList<'_>> {
    let word = sentence.find_any(&["gồm có", "gồm"])?;
    Some((role::whole(sentence.until(word.end), &[])?, sentence.from(word.end).bare()))
}

/// "Phó Trưởng ban còn có ông A, …", "Thành viên có Giám đốc Sở X, …".
fn had(sentence: Span<'_>) -> Option<RoleAndList<'_>> {
    let word = sentence.find_any(&["còn có", "có"])?;
    let rest = sentence.from(word.end).bare();
    let role = said(sentence.until(word.start))?;
    (person::begins(rest) || person::is_office(rest)).then_some((role, rest))
}

/// "Ban Chỉ đạo có 3 Ủy viên: A; B; C".
fn counted(sentence: Span<'_>) -> Option<RoleAndList<'_>> {
    let colon = sentence.chars().iter().position(|c| *c == ':').map(|at| sentence.start + at)?;
    let has = sentence.until(colon).find_last("có")?;
    let count = sentence.from(has.end).trim().chars().first().is_some_and(char::is_ascii_digit);
    let role = role::whole(sentence.until(colon).from(has.end).trim(), &[]).filter(|_| count)?;
    Some((role, sentence.from(colon + 1).bare()))
}

/// "Các Ủy viên là …"; "Trưởng ban là ông A" is one of several clauses.
fn called(sentence: Span<'_>) -> Option<RoleAndList<'_>> {
    let word = sentence.find_any(&["là"])?;
    let head = sentence.until(word.start).trim();
    let role = role::whole(head, &[])?;
    let many = head.starts_with("các") || matches!(role.value.as_deref(), Some("Ủy viên" | "Thành viên"));
    many.then(|| (role, sentence.from(word.end).bare()))
}

/// "Tham gia Ban Chỉ đạo với tư cách ủy viên có ông A; ông B".
fn taking_part(sentence: Span<'_>) -> Option<RoleAndList<'_>> {
    let as_what = sentence.find_any(&["với tư cách là", "với tư cách", "với vai trò là", "với vai trò"])?;
    let rest = sentence.from(as_what.end);
    let joint = rest.find_any(&["có", "gồm", "là"])?;
    Some((said(rest.until(joint.start).bare())?, rest.from(joint.end).bare()))
}

/// "Ban Chỉ đạo mời … tham gia làm Ủy viên", "Trưởng ban mời Chủ tịch X tham gia Ban Chỉ đạo với tư cách Ủy viên".
fn asked(sentence: Span<'_>) -> Option<RoleAndList<'_>> {
    let verb = sentence.find("mời")?;
    let rest = sentence.from(verb.end);
    let as_what = rest.find_any(&["với tư cách", "với vai trò"]).filter(|_| rest.has("tham gia"));
    if let Some(as_what) = as_what {
        let who = rest.until(rest.find("tham gia")?.start).bare();
        return Some((role::whole(rest.from(as_what.end).bare(), &[])?, who));
    }
    let joins = rest.find_any(&["tham gia làm", "tham gia là", "làm", "là"])?;
    let role = role::whole(rest.from(joins.end).bare(), &[])?;
    let body = act::body_at(sentence).is_some() || sentence.until(verb.start).trim().is_empty();
    body.then(|| (role, rest.until(joins.start).bare()))
}

impl<'a> Gathered<'a> {
    /// The seats of those whom it names.
    /// `places` are the names of the paper's bodies and its own place: whoever stands behind another place is a person.
    pub fn seats(self, places: &[String]) -> Vec<Seat<'a>> {
        let said = self.role.value.as_ref().map(|value| Said::as_value(value.clone(), self.role.span, sure::LIKELY));
        let mut seats = Vec::new();
        let mut names_alone = false;
        for clause in self.list.split(|c| c == ';') {
            // "…; mời Chủ tịch X tham gia".
            let asked = clause.after("mời");
            let clause = asked.map_or(clause, |rest| rest.find("tham gia").map_or(rest, |at| rest.until(at.start)));
            // "các ông, bà: A (Phó Giám đốc Sở X), B (…)": names without honorifics.
            if let Some(sharing) = of_one_office(clause, &said) {
                seats.extend(sharing);
                continue;
            }
            let group = person::GROUP_HEADS.iter().any(|head| clause.starts_with(head));
            // "…; B, Phó Giám đốc Sở X": those behind the first go without honorifics, too.
            names_alone = group || (names_alone && person::person(clause.bare()).name.is_some());
            let named = if names_alone { vec![clause] } else { pieces(clause) };
            for piece in named {
                // "Trưởng Công an phường | Đặng Phi Long", of another place than the committee's.
                let sent = piece.starts_with("đại diện");
                if let Some((office, name)) = person::named_behind_place(piece, places).filter(|_| !sent) {
                    let seat = with_name(office, name, &Seat::default());
                    seats.push(Seat { role: said.clone(), invited: self.invited || asked.is_some(), ..seat });
                    continue;
                }
                let context = Context { role: Some(self.role.clone()), ..Context::default() };
                let Item::Seats(found) = member::item(piece, &context) else { continue };
                // "(Thường trực)" behind one of them narrows the role of all.
                let narrower = |own: &Said<'_>| said.as_ref().is_some_and(|all| own.value.starts_with(&all.value));
                seats.extend(found.into_iter().map(|seat| Seat {
                    role: seat.role.filter(narrower).or_else(|| said.clone()),
                    invited: self.invited || asked.is_some() || seat.invited,
                    ..seat
                }));
            }
        }
        seats
    }
}

/// "Bộ trưởng X Thái Bá Quyền và Bộ trưởng Y Lê Hữu Chước": two people with one role, each with a post and a name.
pub fn each_named<'a>(who: Span<'a>, places: &[String]) -> Vec<Span<'a>> {
    let pieces = pieces(who);
    let named = |piece: &Span<'_>| {
        person::begins(*piece)
            || person::name_behind(*piece).is_some()
            || person::named_behind_place(*piece, places).is_some()
    };
    if pieces.len() > 1 && pieces.iter().all(named) { pieces } else { vec![who] }
}

/// "các Phó Giám đốc Sở X Nguyễn Thị A, Trần B": one office, and the names of all who hold it.
fn of_one_office<'a>(clause: Span<'a>, role: &Option<Said<'a>>) -> Option<Vec<Seat<'a>>> {
    let seats = shared::with_names_behind(clause.bare(), None, &Context::default())?;
    Some(seats.into_iter().map(|seat| Seat { role: role.clone(), ..seat }).collect())
}

/// As many letters as tell who a piece begins with.
const FIRST_WORDS: usize = 160;

/// The people and posts of an enumeration in prose: cut before each new office or person.
fn pieces(list: Span<'_>) -> Vec<Span<'_>> {
    // Who begins a piece says so in its first words: a list has no end that would have to be looked through each time.
    let head = |at: usize| list.from(at).until(list.end.min(at + FIRST_WORDS)).trim();
    let mut cuts = Vec::new();
    for at in list.start + 1..list.end {
        let joint = list.line.chars[at - 1];
        if !(matches!(joint, ',' | ';') || joint.is_whitespace()) {
            continue;
        }
        let before = list.from(at.saturating_sub(FIRST_WORDS).max(list.start)).until(at).trim();
        let and = ["và", "cùng với", "cùng"].iter().any(|word| before.before(word).is_some());
        if !(matches!(joint, ',' | ';') || and) {
            continue;
        }
        let here = head(at);
        // "ông A, Phó Chủ tịch UBND tỉnh và bà B": the post behind a name is that person's.
        let of_person = joint == ',' && !and && person::begins(head(cuts.last().copied().unwrap_or(list.start)));
        let office = person::is_office(here) && !of_person;
        // "Phó Giám đốc Công an tỉnh, | Đại tá C": the rank of whoever holds that post, where none follows.
        let last = list.from(cuts.last().copied().unwrap_or(list.start)).until(at).bare();
        let ranked = joint == ',' && !and && person::is_office(last) && person::name_behind(last).is_none() && {
            let found = person::person(here);
            let behind = found.rest.trim_by(|c| c == ',' || c.is_whitespace());
            found.rank.is_some() && found.honorific.is_none() && found.name.is_some() && !person::is_office(behind)
        };
        if (office || (person::begins(here) && !ranked)) && cuts.last() != Some(&here.start) {
            cuts.push(here.start);
        }
    }
    let starts = std::iter::once(list.start).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([list.end]);
    let pieces = starts.zip(ends).map(|(start, end)| {
        let piece = Span::new(list.line, start, end).bare();
        ["và", "cùng với", "cùng"].iter().find_map(|word| piece.before(word)).map_or(piece, Span::bare)
    });
    pieces.filter(|piece| !piece.is_empty() && !position::names(*piece).is_empty()).collect()
}
