//! Items in which one post is that of several people, or the role stands between who it is and the post.

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

/// "A – Tổ trưởng – Giám đốc Công nghệ": the role between the name and the post.
pub fn role_between<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
    let mut cuts = vec![words.start];
    for at in words.start + 1..words.end {
        let around = |at: usize| words.line.chars.get(at) == Some(&' ');
        if matches!(words.line.chars[at], '-' | '–' | '—') && around(at - 1) && around(at + 1) {
            cuts.push(at + 1);
        }
    }
    let ends = cuts.iter().skip(1).map(|at| at - 1).chain([words.end]);
    let mut pieces: Vec<Span<'a>> =
        cuts.iter().zip(ends).map(|(from, to)| Span::new(words.line, *from, to).bare()).collect();
    // "Ông A (Trưởng ban), Phó Giám đốc Sở X": the role in a bracket before the post.
    let bracket = || {
        let open = words.chars().iter().position(|c| *c == '(')? + words.start;
        let close = words.from(open).chars().iter().position(|c| *c == ')')? + open;
        let post = words.from(close + 1).trim();
        let parted = matches!(post.chars().first(), Some(',' | '-' | '–' | '—' | ':'));
        let inner = Span::new(words.line, open + 1, close).bare();
        parted.then(|| {
            [words.until(open).bare(), inner, post.trim_by(|c| matches!(c, ',' | '-' | '–' | '—' | ':' | ' ')).bare()]
        })
    };
    if let Some(parts) = bracket() {
        pieces = parts.to_vec();
    }
    // "A – Trưởng ban (Phó Giám đốc Sở Xây dựng)": the post behind the role in a bracket.
    if let [_, last] = pieces.as_slice()
        && let Some((said, post)) = role::bracket_behind(*last)
    {
        pieces.truncate(1);
        pieces.extend([said.bare(), post.bare()]);
    }
    // "Ông A, Trưởng ban (Phó Chủ tịch UBND tỉnh)": the same behind a comma.
    if let [all] = pieces.as_slice()
        && let Some((before, post)) = role::bracket_behind(*all)
        && let Some(comma) = before.chars().iter().position(|c| matches!(c, ',' | ':')).map(|at| before.start + at)
        && (person::is_office(post) || person::begins(*all))
    {
        pieces = vec![before.until(comma).bare(), before.from(comma + 1).bare(), post.bare()];
    }
    let [who, said, post, more @ ..] = pieces.as_slice() else { return None };
    let role = role::whole(*said, &context.committees)?;
    let value = role.value.clone()?;
    // Behind the post only what is nobody's business here: an address, a number. Else it is more of the post:
    // "Phó Giám đốc Sở Văn hóa - Thông tin".
    let private = |piece: &Span<'_>| piece.words().len() <= 1 || piece.chars().contains(&'@');
    let longer = !more.is_empty() && !more.iter().all(private);
    let post = if longer { &words.from(post.start).bare() } else { post };
    let more = if longer { &[][..] } else { more };
    let found = person::person(*who);
    let short = || {
        let words = who.words();
        let capital = |word: &Span<'_>| word.chars().first().is_some_and(|c| c.is_uppercase());
        (2..=5).contains(&words.len()) && words.iter().all(capital) && !person::is_office(*who)
    };
    // Between a name and a role, whatever is told with a capital is what somebody does: "Huấn luyện viên bơi lội".
    let told = || {
        let capital = post.chars().first().is_some_and(|c| c.is_uppercase());
        let titled = person::begins(*who);
        (capital || titled) && post.words().len() >= 2 && role_behind(*post, &context.committees).1.is_none()
    };
    let whole = found.name.is_some() && found.rest.bare().is_empty();
    if !more.iter().all(private) || !(whole || short()) || !(person::is_office(*post) || told()) {
        return None;
    }
    let name = found.name.unwrap_or_else(|| Said::as_value(person::cased(*who), *who, sure::LIKELY));
    Some(Seat {
        honorific: found.honorific,
        rank: found.rank,
        degree: found.degree,
        name: Some(name),
        position: Some(Said::of(*post, sure::GOOD)),
        role: Some(Said::as_value(value, role.span, sure::GOOD)),
        invited: role.invited,
        acting: position::is_acting(*post),
        kind: Some(SeatKind::Named),
        words: Some(Said::of(words, sure::CERTAIN)),
        ..Seat::default()
    })
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
    use crate::line::line_of;

    fn said(seat: Option<Seat<'_>>) -> Option<[String; 3]> {
        let seat = seat?;
        Some([seat.name?.value, seat.position?.value, seat.role?.value])
    }

    fn wanted(name: &str, post: &str, role: &str) -> Option<[String; 3]> {
        Some([name, post, role].map(str::to_owned))
    }

    #[test]
    fn a_role_may_stand_between_name_and_post() {
        let context = Context::default();
        let line = line_of("Đào Duy – Thành viên – Kỹ sư hệ thống – duy@mau.example");
        assert_eq!(said(role_between(line.all(), &context)), wanted("Đào Duy", "Kỹ sư hệ thống", "Thành viên"));
        // The usual order is read elsewhere.
        let usual = line_of("Ông Đào Duy Mẫu – Kỹ sư hệ thống – Thành viên");
        assert!(role_between(usual.all(), &context).is_none());
    }

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
}
