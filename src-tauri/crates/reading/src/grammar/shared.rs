//! Items in which one post is that of several people, and rows that lost what stood between their cells.

use register::draft::SeatKind;

use super::joint::role_behind;
use super::member::Context;
use super::role::{self, RoleSaid};
use super::seat::{Seat, named};
use super::sheet::{Said, sure};
use super::{person, position};
use crate::line::Span;

/// "Các ông A, B, chuyên viên Cục X": two names or more, and the office of them all.
pub fn office<'a>(words: Span<'a>, above: Option<&RoleSaid<'a>>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let (words, said) = role_behind(words.bare(), &context.committees);
    let role = said.as_ref().or(above);
    let mut names = Vec::new();
    let mut office = None;
    for piece in words.split(|c| c == ',') {
        let and = piece.all("và").next().map_or(vec![piece], |at| vec![piece.until(at.start), piece.from(at.end)]);
        let is_name = |piece: &Span<'a>| {
            let found = person::person(piece.bare());
            found.name.is_some() && found.rest.bare().is_empty()
        };
        if !and.iter().all(is_name) {
            office = Some(words.from(piece.start).bare());
            break;
        }
        names.extend(and.into_iter().map(Span::bare));
    }
    let office = office.filter(|office| names.len() > 1 && person::is_office(*office))?;
    let value = role.and_then(|role| Some((role.value.clone()?, role.span)));
    let seat = |name: Span<'a>| {
        let common = Seat {
            words: Some(Said::of(words, sure::CERTAIN)),
            role: value.clone().map(|(value, span)| Said::as_value(value, span, sure::GOOD)),
            invited: role.is_some_and(|role| role.invited),
            ..Seat::default()
        };
        let seat = named(name, &common)?;
        Some(Seat { position: Some(Said::of(office, sure::GOOD)), acting: position::is_acting(office), ..seat })
    };
    Some(names.into_iter().filter_map(seat).collect())
}

/// "các Trưởng khoa: TS. A (Cơ khí), TS. B (Điện)": a post, and all who hold it; what stands in a bracket is of what.
pub fn holding_a_post<'a>(
    words: Span<'a>,
    role: Option<&RoleSaid<'a>>,
    context: &Context<'a>,
) -> Option<Vec<Seat<'a>>> {
    let rest = words.after("các")?;
    let colon = rest.chars().iter().take(60).position(|c| *c == ':').map(|at| rest.start + at)?;
    let (post, people) = (rest.until(colon).bare(), rest.from(colon + 1).bare());
    let said = role.and_then(|role| Some((role.value.clone()?, role)));
    if !person::is_office(post) || !(said.is_some() || context.roles_may_lack) {
        return None;
    }
    let seat = |piece: Span<'a>| {
        let (who, of) = role::bracket_behind(piece.bare()).map_or((piece.bare(), None), |(who, of)| (who, Some(of)));
        let seat = named(who, &Seat::default()).filter(|seat| seat.position.is_none())?;
        let value = std::iter::once(post).chain(of).map(|span| span.text()).collect::<Vec<_>>().join(" ");
        let at = std::iter::once(post).chain(of).collect();
        Some(Seat {
            position: Some(Said { value, at, sure: sure::GOOD }),
            role: said.as_ref().map(|(value, role)| Said::as_value(value.clone(), role.span, sure::GOOD)),
            invited: role.is_some_and(|role| role.invited),
            words: Some(Said::of(piece.bare(), sure::CERTAIN)),
            kind: Some(SeatKind::Named),
            ..seat
        })
    };
    let seats: Option<Vec<Seat<'a>>> = people.split(|c| matches!(c, ',' | ';')).into_iter().map(seat).collect();
    seats.filter(|seats| !seats.is_empty())
}

/// "các Phó Chủ tịch UBND tỉnh Thi Hữu Cầu và Lộc Thị Uyên": a post, and the names of all who hold it behind.
pub fn with_names_behind<'a>(
    words: Span<'a>,
    above: Option<&RoleSaid<'a>>,
    context: &Context<'a>,
) -> Option<Vec<Seat<'a>>> {
    let (words, said) = role_behind(words.bare(), &context.committees);
    let role = said.as_ref().or(above);
    let rest = words.after_any(&["các", "hai", "02", "2", "ba", "03", "3"]).filter(|rest| person::is_office(*rest))?;
    let mut pieces = Vec::new();
    for piece in rest.split(|c| c == ',') {
        match piece.all("và").last() {
            Some(and) => pieces.extend([piece.until(and.start).bare(), piece.from(and.end).bare()]),
            None => pieces.push(piece.bare()),
        }
    }
    let (first, others) = pieces.split_first().filter(|(_, others)| !others.is_empty())?;
    let (office, name) = person::named_behind(*first)?;
    let alone = |piece: &Span<'a>| {
        let found = person::person(*piece);
        found.name.is_some() && found.rest.bare().is_empty() && !person::is_office(*piece)
    };
    if !others.iter().all(alone) {
        return None;
    }
    let value = role.and_then(|role| Some((role.value.clone()?, role.span)));
    let common = Seat {
        words: Some(Said::of(words, sure::CERTAIN)),
        role: value.map(|(value, span)| Said::as_value(value, span, sure::GOOD)),
        invited: role.is_some_and(|role| role.invited),
        ..Seat::default()
    };
    let seat = |name: Span<'a>| {
        let seat = named(name, &common)?;
        Some(Seat { position: Some(Said::of(office, sure::GOOD)), kind: Some(SeatKind::Named), ..seat })
    };
    std::iter::once(name).chain(others.iter().copied()).map(seat).collect()
}

/// "1 Bà Cầm Thị Ỏn Phó Chủ tịch UBND xã Trưởng ban": the row of a table that lost everything between its cells. The
/// number, an honorific, a post and a role at the end must all be there.
pub fn row_of_spaces<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
    let number = words.each_word().next().filter(|word| word.chars().iter().all(char::is_ascii_digit))?;
    let rest = words.from(number.end).trim();
    let found = Some(rest).filter(|rest| person::begins(*rest)).map(person::person)?;
    let (name, tail) = (found.name?, found.rest.bare());
    let starts = tail.words();
    let (post, role) = starts.iter().skip(1).find_map(|word| {
        let role = role::whole(tail.from(word.start), &context.committees).filter(|role| role.value.is_some())?;
        Some((tail.until(word.start).bare(), role))
    })?;
    if !person::is_office(post) {
        return None;
    }
    Some(Seat {
        honorific: found.honorific,
        rank: found.rank,
        degree: found.degree,
        name: Some(name),
        position: Some(Said::of(post, sure::GOOD)),
        role: role.value.map(|value| Said::as_value(value, role.span, sure::GOOD)),
        invited: role.invited,
        acting: position::is_acting(post),
        kind: Some(SeatKind::Named),
        words: Some(Said::of(words, sure::CERTAIN)),
        ..Seat::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::seat::told::{said, wanted};
    use crate::line::line_of;

    #[test]
    fn a_row_with_nothing_between_its_cells_is_parted_at_its_words() {
        let context = Context::default();
        let line = line_of("1 Bà Cầm Thị Ỏn Phó Chủ tịch UBND xã Trưởng ban");
        let row = row_of_spaces(line.all(), &context);
        assert_eq!(said(row), wanted("Cầm Thị Ỏn", "Phó Chủ tịch UBND xã", "Trưởng ban"));
        for other in ["1 Bà Cầm Thị Ỏn Phó Chủ tịch UBND xã", "3 ủy viên là lãnh đạo các phòng"]
        {
            assert!(row_of_spaces(line_of(other).all(), &context).is_none(), "{other}");
        }
    }

    #[test]
    fn a_post_before_a_colon_is_that_of_all_behind_it() {
        let context = Context { roles_may_lack: true, ..Context::default() };
        let line = line_of("các Trưởng khoa: TS. Ngân Bá Thịnh (Cơ khí), TS. Sầm Thị Ái (Điện)");
        let seats = holding_a_post(line.all(), None, &context).unwrap_or_default();
        let posts: Vec<String> = seats.into_iter().filter_map(|seat| Some(seat.position?.value)).collect();
        assert_eq!(posts, ["Trưởng khoa Cơ khí", "Trưởng khoa Điện"]);
    }

    #[test]
    fn a_post_before_several_names_is_that_of_each() {
        let context = Context { roles_may_lack: true, ..Context::default() };
        let line = line_of("các Phó Chủ tịch UBND tỉnh Thi Hữu Cầu và Lộc Thị Uyên làm Phó Trưởng ban");
        let seats = with_names_behind(line.all(), None, &context).unwrap_or_default();
        assert_eq!(seats.len(), 2);
        for (seat, name) in seats.into_iter().zip(["Thi Hữu Cầu", "Lộc Thị Uyên"]) {
            assert_eq!(said(Some(seat)), wanted(name, "Phó Chủ tịch UBND tỉnh", "Phó Trưởng ban"));
        }
        let class = line_of("các Phó Chủ tịch UBND tỉnh và Giám đốc Sở Nội vụ");
        assert!(with_names_behind(class.all(), None, &context).is_none());
    }
}
