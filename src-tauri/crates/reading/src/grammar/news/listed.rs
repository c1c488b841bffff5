//! Lists within a report: "Phó Chủ tịch Hội đồng gồm:" over lines with bullets.

use super::gathered;
use crate::grammar::label;
use crate::grammar::list::Lists;
use crate::grammar::member::{self, Context, Item};
use crate::grammar::person;
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::Seat;
use crate::lexicon;
use crate::line::Span;

/// "Bà A, Phó Chủ tịch UBND tỉnh - Chủ tịch Hội đồng; Ông B, … - Ủy viên": a list that lost its lines, each with a role.
fn in_one_line<'a>(sentence: Span<'a>, committees: &[String]) -> Option<Vec<Seat<'a>>> {
    // "- Bà A, Phó Chủ tịch UBND tỉnh - Chủ tịch Hội đồng;", "1. Nguyễn Văn A, Bí thư Đảng ủy, Trưởng ban;", lines of their own.
    let (marked, sentence) = behind_mark(sentence);
    let pieces: Vec<Span<'a>> =
        sentence.split(|c| c == ';').into_iter().filter(|piece| !piece.bare().is_empty()).collect();
    let named = |piece: &Span<'a>| {
        let piece = piece.bare();
        let asked = piece.starts_with("mời") || lexicon::get().nominated.begin(piece);
        person::begins(piece) || person::person(piece).name.is_some() || (marked && asked)
    };
    if (pieces.len() < 3 && !marked) || pieces.is_empty() || !pieces.iter().all(named) {
        return None;
    }
    let context = Context { committees: committees.into(), ..Context::default() };
    let seats: Option<Vec<Vec<Seat<'a>>>> = pieces
        .into_iter()
        .map(|piece| match member::item(piece.bare(), &context) {
            Item::Seats(seats) if seats.iter().all(|seat| seat.role.is_some()) => Some(seats),
            _ => None,
        })
        .collect();
    seats.map(|seats| seats.into_iter().flatten().collect())
}

/// What stands behind the number, the dash or the sign that marks an item ("1.", "(4)", "+", "•", "🔹"), and whether there
/// was one.
pub fn behind_mark(line: Span<'_>) -> (bool, Span<'_>) {
    let bare = line.trim();
    let is_sign =
        |c: &char| !c.is_alphanumeric() && !c.is_ascii() && !matches!(c, '“' | '”' | '‘' | '’' | '«' | '–' | '—');
    let signs = bare.chars().iter().take_while(|c| is_sign(c) || **c == '*' || c.is_whitespace()).count();
    if signs > 0 {
        return (true, bare.from(bare.start + signs).trim());
    }
    let (label, rest) = label::label(bare);
    (label.is_some(), rest)
}

/// "- Phó Trưởng ban Thường trực: Bà A - Trưởng phòng X.", "Các Ủy viên: Chánh Văn phòng Bộ; Giám đốc Trung tâm Y.": a
/// role, a colon, and whoever has it.
fn under_a_role<'a>(line: Span<'a>, committees: &[String]) -> Option<Vec<Seat<'a>>> {
    // "Các Ủy viên gồm: …" is an enumeration in prose.
    if gathered::heads(line) {
        return None;
    }
    let (_, words) = behind_mark(line);
    let colon = words.chars().iter().take(60).position(|c| *c == ':').map(|at| words.start + at)?;
    let role = role::whole(words.until(colon).bare(), committees).filter(|role| role.value.is_some() && !role.ditto)?;
    let who = words.from(colon + 1).bare();
    let told = person::begins(who) || person::is_office(who) || lexicon::get().nominated.begin(who);
    let context = Context { role: Some(role), committees: committees.into(), ..Context::default() };
    match member::item(who, &context) {
        Item::Seats(seats) if told && !seats.is_empty() => Some(seats),
        _ => None,
    }
}

/// Reads a sentence that heads such a list, or is an item of it: whether it was either. What stands between, ends the
/// list.
pub fn item<'a>(
    sentence: Span<'a>,
    heading: &mut Option<RoleSaid<'a>>,
    committees: &[String],
    lists: &mut Lists<'a>,
) -> bool {
    let colon = sentence.chars().last() == Some(&':');
    if let Some(seats) = in_one_line(sentence, committees) {
        lists.seats.extend(seats);
        return true;
    }
    let (_, headed) = behind_mark(sentence);
    let head = || role::whole(headed.bare(), committees).filter(|role| role.value.is_some() && !role.ditto);
    if let Some(role) = Some(sentence).filter(|_| colon).and_then(|_| head()) {
        *heading = Some(role);
        return true;
    }
    if let Some(seats) = under_a_role(sentence, committees) {
        *heading = None;
        lists.seats.extend(seats);
        return true;
    }
    let (marked, words) = behind_mark(sentence);
    // "2. Cơ quan thường trực": the next section of the page.
    let section =
        ["cơ quan thường trực", "kinh phí", "nhiệm vụ", "trách nhiệm"].iter().any(|word| words.starts_with(word));
    let section = section || words.has("là cơ quan thường trực");
    if !marked || heading.is_none() || section {
        *heading = None;
        return false;
    }
    let context = Context { role: heading.clone(), committees: committees.into(), ..Context::default() };
    if let Item::Seats(seats) = member::item(words, &context) {
        lists.seats.extend(seats);
    }
    true
}
