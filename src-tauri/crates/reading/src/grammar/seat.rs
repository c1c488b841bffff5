//! A seat while it is read, and how one is made of the words of an item.

use register::draft::{ClassRule, MemberOp, SeatKind};

use super::person::{self, Person};
use super::position;
use super::role;
use super::sheet::{Said, sure};
use crate::line::Span;

/// A seat while it is read.
#[derive(Clone, Debug, Default)]
pub struct Seat<'a> {
    pub article: Option<Said<'a>>,
    pub honorific: Option<Said<'a>>,
    pub name: Option<Said<'a>>,
    pub position: Option<Said<'a>>,
    pub role: Option<Said<'a>>,
    pub kind: Option<SeatKind>,
    pub invited: bool,
    pub rank: Option<Said<'a>>,
    pub degree: Option<Said<'a>>,
    pub acting: bool,
    pub concurrent: bool,
    pub as_written: Option<Said<'a>>,
    pub class: Option<ClassRule>,
    pub committee: Option<Said<'a>>,
    pub sub_body: Option<Said<'a>>,
    pub replaces_member: Option<Said<'a>>,
    pub reason: Option<Said<'a>>,
    pub op: Option<MemberOp>,
    pub previous_role: Option<Said<'a>>,
    pub words: Option<Said<'a>>,
}

/// A person with office, wherever the name stands.
pub fn named<'a>(piece: Span<'a>, common: &Seat<'a>) -> Option<Seat<'a>> {
    let Person { honorific, mut rank, degree, name, rest } = person::person(piece);
    let mut seat = Seat { honorific, degree, ..common.clone() };
    // "Ông A (Chủ tịch UBND tỉnh)".
    let inner = role::bracket_behind(rest).filter(|(before, _)| before.bare().is_empty()).map(|(_, inner)| inner);
    let mut office = inner.unwrap_or(rest).bare();
    if let Some(name) = name {
        seat.name = Some(name);
    } else if let Some((before, titled)) = person::titled_behind(rest).or_else(|| person::bracketed(rest)) {
        office = before;
        seat.degree = seat.degree.or(titled.degree);
        seat.honorific = seat.honorific.or(titled.honorific);
        rank = rank.or(titled.rank);
        seat.name = titled.name;
    } else if let Some((before, name)) = match &seat.honorific {
        Some(_) => person::named_behind(rest),
        None => person::name_behind(rest),
    } {
        let (post, honorific) = person::addressed_behind(before);
        office = post;
        seat.honorific = seat.honorific.or(honorific);
        seat.name = Some(Said::as_value(person::cased(name), name, sure::LIKELY));
    } else if let Some((before, inner)) = role::bracket_behind(rest).filter(|(before, _)| looks_like_a_name(*before)) {
        // "Sú Kiến Hào (Chủ doanh nghiệp Tân Phát)": a family name that no list has.
        office = inner;
        seat.name = Some(Said::as_value(person::cased(before), before, sure::LIKELY));
    } else {
        return None;
    }
    // "nguyên Phó Chủ tịch UBND xã X (cũ), nay là Phó Trưởng phòng Y": what somebody is now.
    let now = office.find("nay là").filter(|_| ["nguyên", "trước đây"].iter().any(|word| office.starts_with(word)));
    office = now.map(|now| office.from(now.end).bare()).filter(|now| person::is_office(*now)).unwrap_or(office);
    for word in ["là", "chức vụ", "hiện là", "nguyên là"] {
        office = office.after(word).map_or(office, Span::bare);
    }
    // "Thượng tá, Phó Chỉ huy trưởng …": the rank stands with the office.
    let titles = person::titles_of_office(office);
    if titles.honorific.is_none() && titles.rank.is_some() {
        rank = rank.or(titles.rank);
        office = titles.rest.bare();
    }
    // "Thứ trưởng Bộ Công an | Thượng tướng | Vũ Kỳ Sơn".
    if let Some((before, said)) = person::rank_behind(office).filter(|_| rank.is_none()) {
        rank = Some(Said::of(said, sure::CERTAIN));
        office = before.bare();
    }
    office = without_private(office);
    seat.rank = rank;
    seat.kind = Some(SeatKind::Named);
    seat.acting = position::is_acting(office);
    let certainty = if person::is_office(office) { sure::CERTAIN } else { sure::GOOD };
    seat.position = (!office.is_empty()).then(|| Said::of(office, certainty));
    Some(seat)
}

/// "Trưởng phòng Nội vụ, ĐT: 0912…", "… - số điện thoại 0912…": what belongs to the person alone is cut off.
fn without_private(office: Span<'_>) -> Span<'_> {
    let told = ["sđt", "đt", "điện thoại", "số điện thoại", "di động", "email", "cccd", "số cccd", "cmnd", "số cmnd"];
    let private = told.iter().flat_map(|word| office.all(word)).filter(|at| {
        let behind = office.from(at.end).trim();
        behind.chars().first().is_some_and(|c| *c == ':' || c.is_ascii_digit())
    });
    private
        .map(|at| at.start)
        .min()
        .map_or(office, |start| office.until(start).trim_by(|c| matches!(c, '(' | '[' | ' ')).bare())
}

/// "Thủ tướng Phạm Văn A, Ủy viên Bộ Chính trị, Thủ tướng Chính phủ": a title, the name, and behind it what they are.
pub fn titled<'a>(piece: Span<'a>, common: &Seat<'a>) -> Option<Seat<'a>> {
    let comma = piece.chars().iter().position(|c| *c == ',').map(|at| piece.start + at)?;
    let (head, posts) = (piece.until(comma).bare(), piece.from(comma + 1).bare());
    let (title, name) = person::behind_the_state(head)?;
    person::is_office(posts).then(|| {
        let mut seat = with_name(title, name, common);
        seat.position = Some(Said::of(posts, sure::GOOD));
        seat
    })
}

/// Two to five words, each with a capital at its head and nothing but letters, and no office.
fn looks_like_a_name(words: Span<'_>) -> bool {
    let each = words.words();
    let capital = |word: &Span<'_>| {
        let letters = word.chars();
        letters.first().is_some_and(|c| c.is_uppercase()) && letters.iter().all(|c| c.is_alphabetic() || *c == '\'')
    };
    (2..=5).contains(&each.len()) && each.iter().all(capital) && !person::is_office(words) && !words.line.is_capitals()
}

/// A person whose name was found behind the office.
pub fn with_name<'a>(office: Span<'a>, name: Span<'a>, common: &Seat<'a>) -> Seat<'a> {
    let (office, honorific) = person::addressed_behind(office);
    Seat {
        name: Some(Said::as_value(person::cased(name), name, sure::LIKELY)),
        honorific: honorific.or_else(|| common.honorific.clone()),
        position: Some(Said::of(office.bare(), sure::GOOD)),
        kind: Some(SeatKind::Named),
        ..common.clone()
    }
}

/// The seats of posts whose holders the item does not name.
pub fn unnamed<'a>(office: Span<'a>, common: &Seat<'a>) -> Vec<Seat<'a>> {
    // "Ông Thứ trưởng Bộ X": an honorific, and nobody is named.
    // "01 đồng chí lãnh đạo Ban Kinh tế": how many there are is no part of the post.
    let counted = ["một đồng chí", "01 đồng chí", "1 đồng chí", "một đồng chí", "01 đ/c", "1 đ/c"];
    let office = office.after_any(&counted).filter(|rest| person::is_office(*rest)).unwrap_or(office);
    let titles = person::titles(office);
    let posts = position::posts(titles.rest.bare());
    posts
        .into_iter()
        .map(|post| Seat {
            honorific: titles.honorific.clone(),
            position: Some(post.position),
            kind: Some(post.kind),
            as_written: post.as_written,
            class: post.class,
            acting: post.acting,
            ..common.clone()
        })
        .collect()
}

/// A seat in short, for the tests of those who read seats: name, post and role.
#[cfg(test)]
pub mod told {
    use super::Seat;

    pub fn said(seat: Option<Seat<'_>>) -> Option<[String; 3]> {
        let seat = seat?;
        Some([seat.name?.value, seat.position?.value, seat.role?.value])
    }

    pub fn wanted(name: &str, post: &str, role: &str) -> Option<[String; 3]> {
        Some([name, post, role].map(str::to_owned))
    }
}
