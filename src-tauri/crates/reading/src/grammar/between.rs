//! Items in which the role stands between who it is and the post.

use register::draft::SeatKind;

use super::joint::{role_behind, verb_ahead};
use super::member::Context;
use super::role::{self, RoleSaid};
use super::seat::Seat;
use super::sheet::{Said, sure};
use super::{person, position};
use crate::line::Span;

/// How far behind a name its role may end, in characters.
const FAR: usize = 80;

/// The seat of such an item.
pub fn role_between<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
    between_dashes(words, context).or_else(|| next_to_the_name(words, context))
}

/// "Ông A, Trưởng ban, Phó Chủ tịch UBND xã", "Ông A làm Trưởng ban - Phó Chủ tịch UBND xã": any mark or verb before the
/// role, and a post behind it that has no role of its own.
fn next_to_the_name<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
    let found = person::person(words);
    let name = found.name?;
    let tail = verb_ahead(found.rest).unwrap_or(found.rest);
    let parted = |(at, c): (usize, &char)| {
        let at = tail.start + at;
        let spaced = |at: usize| words.line.chars.get(at).is_some_and(|c| c.is_whitespace());
        let mark = matches!(c, ',' | ';' | ':' | '\t' | '(') || (matches!(c, '-' | '–' | '—') && spaced(at - 1));
        let role = mark.then(|| role::whole(tail.until(at), &context.committees)).flatten()?;
        Some((role.value.clone()?, role, tail.from(at + 1).trim_by(|c| c == ')').bare()))
    };
    // "Ủy viên, Thư ký, Trưởng phòng X": the longest role.
    let (value, role, post) = tail.chars().iter().enumerate().take(FAR).filter_map(parted).next_back()?;
    let another =
        role::whole(post, &context.committees).is_some() || role_behind(post, &context.committees).1.is_some();
    if another || !person::is_office(post) || !person::everyone(post).is_empty() {
        return None;
    }
    Some(Seat {
        honorific: found.honorific,
        rank: found.rank,
        degree: found.degree,
        name: Some(name),
        ..seat(words, value, &role, post)
    })
}

/// What the seats of this kind have in common.
fn seat<'a>(words: Span<'a>, value: String, role: &RoleSaid<'a>, post: Span<'a>) -> Seat<'a> {
    Seat {
        position: Some(Said::of(post, sure::GOOD)),
        role: Some(Said::as_value(value, role.span, sure::GOOD)),
        invited: role.invited,
        acting: position::is_acting(post),
        kind: Some(SeatKind::Named),
        words: Some(Said::of(words, sure::CERTAIN)),
        ..Seat::default()
    }
}

/// "A – Tổ trưởng – Giám đốc Công nghệ": the role between the name and the post.
fn between_dashes<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
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
        && !post.starts_with("thay")
    {
        pieces = vec![before.until(comma).bare(), before.from(comma + 1).bare(), post.bare()];
    }
    let [who, said, post, more @ ..] = pieces.as_slice() else { return None };
    let role = role::whole(*said, &context.committees)?;
    let value = role.value.clone()?;
    // Behind the post only what is nobody's business here: an address, a number. Else it is more of the post:
    // "Phó Giám đốc Sở Văn hóa - Thông tin".
    let private = |piece: &Span<'_>| piece.word_count() <= 1 || piece.chars().contains(&'@');
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
        (capital || titled) && post.word_count() >= 2 && role_behind(*post, &context.committees).1.is_none()
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
        ..seat(words, value, &role, *post)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::seat::told::{said, wanted};
    use crate::line::line_of;

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
    fn whatever_marks_stand_around_the_role() {
        let context = Context::default();
        for text in [
            "Ông Đào Duy Mẫu, Trưởng ban, Phó Chủ tịch UBND xã",
            "Ông Đào Duy Mẫu làm Trưởng ban - Phó Chủ tịch UBND xã",
            "ĐÀO DUY MẪU; giữ chức danh Trưởng ban, Phó Chủ tịch UBND xã",
            "Đ/c Đào Duy Mẫu: TRƯỞNG BAN; Phó Chủ tịch UBND xã",
        ] {
            let line = line_of(text);
            let read = said(role_between(line.all(), &context));
            assert_eq!(read, wanted("Đào Duy Mẫu", "Phó Chủ tịch UBND xã", "Trưởng ban"), "{text}");
        }
        // A post of the party in front, and the role at the end.
        let usual = line_of("Ông Đào Duy Mẫu, Ủy viên Thường vụ, Phó Chủ tịch UBND xã, Trưởng ban");
        assert!(role_between(usual.all(), &context).is_none());
    }
}
