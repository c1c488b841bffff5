//! A post in the words of a paper: its title and its organization.

use crate::grammar::person;
use crate::grammar::sheet::{Said, sure};
use crate::lexicon;
use crate::line::{Phrases, Span};

/// A post, parted.
#[derive(Clone, Debug)]
pub struct Post<'a> {
    pub title: Said<'a>,
    pub organization: Option<Said<'a>>,
    /// Whether a deputy is in charge by it.
    pub in_charge: bool,
    /// The words of both.
    pub words: Span<'a>,
}

/// The longest of the phrases that the text begins with, and what follows it.
fn longest<'a>(text: Span<'a>, phrases: &Phrases) -> Option<Span<'a>> {
    phrases.after(text)
}

fn opens_organization(text: Span<'_>) -> bool {
    longest(text, &lexicon::get().appointments.posts.organizations).is_some()
}

/// Whether a post begins here.
pub fn begins(text: Span<'_>) -> bool {
    let posts = &lexicon::get().appointments.posts;
    let charge = text.starts_with("phụ trách");
    !charge
        && (person::is_office(text) || longest(text, &posts.shared).is_some() || longest(text, &posts.heads).is_some())
}

/// Whether it is no post that anybody is relieved of by going elsewhere (chuyên viên, giáo viên).
pub fn is_rank(text: Span<'_>) -> bool {
    longest(text, &lexicon::get().appointments.words.no_posts).is_some()
}

/// The wording of the post that begins here: to where something else does. A comma goes on where the name of an
/// organization, or a list inside one, goes on behind it.
pub fn wording(text: Span<'_>) -> Span<'_> {
    let lexicon = lexicon::get();
    let mut end = text.end;
    for word in &lexicon.appointments.words.ends {
        // Never its first word: "Phụ trách kế toán".
        let found = text.all(word).find(|at| at.start > text.start);
        end = end.min(found.map_or(end, |at| at.start));
    }
    let mut at = text.start;
    while at < end {
        let fresh = at == text.start || text.line.chars[at - 1] == ' ';
        let field = if fresh { lexicon.fields.after(text.from(at)) } else { None };
        if let Some(rest) = field.filter(|rest| rest.start > at) {
            at = rest.start;
            continue;
        }
        let stops = match text.line.chars[at] {
            ';' | ':' | '(' | '.' | '/' => true,
            ',' => !goes_on(text.from(at + 1).trim()),
            _ => false,
        };
        if stops {
            end = at;
        }
        at += 1;
    }
    let whole = text.until(end).bare();
    whole.before("và").map_or(whole, Span::bare)
}

fn goes_on(rest: Span<'_>) -> bool {
    let capital = rest.chars().first().is_some_and(|c| c.is_uppercase());
    !begins(rest)
        && !person::begins(rest)
        && (opens_organization(rest) || (capital && person::person(rest).name.is_none()))
}

/// The posts of a wording: "Giám đốc X kiêm Phó Giám đốc Y" are two.
pub fn posts(wording: Span<'_>) -> Vec<Post<'_>> {
    let mut posts = Vec::new();
    let mut rest = wording;
    while let Some(word) = rest.find("kiêm") {
        posts.extend(split(rest.until(word.start).bare()));
        rest = rest.from(word.end).bare();
        rest = rest.after_any(&["nhiệm", "giữ chức vụ", "giữ chức", "chức vụ"]).map_or(rest, Span::bare);
    }
    posts.extend(split(rest.bare()));
    posts
}

/// "Phó Giám đốc | phụ trách | Sở X", where the wording ends before "phụ trách".
pub fn in_charge(title: Span<'_>) -> Option<Post<'_>> {
    let behind = Span::new(title.line, title.end, title.line.chars.len()).trim();
    let organization = organization(behind.after_any(&["phụ trách, điều hành", "phụ trách"])?)?;
    let post = split(title).filter(|post| post.organization.is_none() || post.title.value.ends_with("phòng"))?;
    Some(Post { organization: Some(organization), in_charge: true, ..post })
}

/// Parts a post from its organization.
pub fn split(words: Span<'_>) -> Option<Post<'_>> {
    if words.is_empty() || !begins(words) {
        return None;
    }
    let (title, organization) = council(words).unwrap_or_else(|| parted(words));
    let organization = organization.map(Span::bare).filter(|name| !name.is_empty());
    let title = title.bare();
    // "phòng Nội vụ" behind "Trưởng" is the Phòng Nội vụ.
    let organization = organization.map(|name| Said::as_value(first_up(&name.text()), name, sure::GOOD));
    (!title.is_empty()).then(|| Post { title: Said::of(title, sure::GOOD), organization, in_charge: false, words })
}

/// The organization that is named here.
pub fn organization(text: Span<'_>) -> Option<Said<'_>> {
    let capital = text.chars().first().is_some_and(|c| c.is_uppercase());
    let name = wording(text);
    (capital && opens_organization(text) && name.word_count() >= 2).then(|| Said::of(name, sure::GOOD))
}

/// Up to where a field of work ends: another clause, or the day.
pub fn until_clause(text: Span<'_>) -> Span<'_> {
    let end = text.chars().iter().position(|c| matches!(c, ';' | '(' | '.')).map_or(text.end, |at| text.start + at);
    let day = text.find_any(&["kể từ", "từ ngày", "thay cho", "thay ông", "thay bà"]).map_or(text.end, |at| at.start);
    text.until(end.min(day))
}

/// "Chủ tịch UBND | huyện X", "Chủ tịch | UBND tỉnh X": a district has its chairman, a province's committee has.
fn council(words: Span<'_>) -> Option<(Span<'_>, Option<Span<'_>>)> {
    let posts = &lexicon::get().appointments.posts;
    let body = words.find_any(&["ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân"])?;
    let head = words.until(body.start);
    if !["chủ tịch", "phó chủ tịch", "ủy viên", "phó chủ tịch thường trực"].contains(&head.bare().key().as_str())
    {
        return None;
    }
    let place = words.from(body.end).trim();
    let capital = place.chars().first().is_some_and(|c| c.is_uppercase()) && place.word_count() == 1;
    if place.is_empty() || capital || longest(place, &posts.provinces).is_some() {
        return Some((head, Some(words.from(body.start))));
    }
    longest(place, &posts.districts).map(|_| (words.until(body.end), Some(place)))
}

fn parted(words: Span<'_>) -> (Span<'_>, Option<Span<'_>>) {
    let lexicon = lexicon::get();
    let posts = &lexicon.appointments.posts;
    if let Some(rest) = longest(words, &posts.shared) {
        let head = words.until(rest.start).trim();
        // "Trưởng phòng Phòng Nội vụ" says the noun twice.
        let noun = noun_of(head);
        let again = rest.starts_with(&noun.key()) || (noun.key() == "văn phòng" && rest.starts_with("văn phòng"));
        let name = words.from(if again { rest.start } else { noun.start });
        return (head, (!rest.is_empty()).then_some(name));
    }
    let heads = lexicon.post_heads.iter().chain(&posts.heads);
    let head = heads.filter_map(|head| words.after(head)).max_by_key(|rest| rest.start).map(|rest| rest.start);
    // "Chi cục trưởng", "Phó Hạt trưởng": the head ends with its "trưởng".
    let chief =
        words.words().into_iter().take(4).collect::<Vec<_>>().into_iter().rfind(|word| word.key() == "trưởng").filter(
            |word| {
                word.start > words.start
                    && words.from(word.start).words().get(1).is_none_or(|next| next.chars()[0].is_uppercase())
            },
        );
    let chief = chief.map(|word| words.from(word.end).trim().start);
    let mut at = head.max(chief).unwrap_or(words.end);
    if matches!(words.until(at).trim().key().as_str(), "trưởng" | "phó trưởng" | "phó" | "quyền") {
        // A head that the lists do not know, before the noun of its organization.
        let named = words.words().into_iter().skip(1).find(|word| opens_organization(words.from(word.start)));
        at = named.map_or(at, |word| word.start);
    }
    let rest = words.from(at).trim();
    let at = longest(rest, &posts.tails).map_or(rest.start, |behind| behind.start);
    (words.until(at), Some(words.from(at)))
}

/// The noun at the end of "Trưởng phòng", "Phó Chánh Văn phòng".
fn noun_of(head: Span<'_>) -> Span<'_> {
    let two = ["văn phòng", "thanh tra", "công an", "bộ môn", "chi nhánh"];
    let from = two.iter().find_map(|noun| head.before(noun)).map_or_else(
        || head.words().last().map_or(head.start, |word| word.start),
        |before| head.from(before.end).trim().start,
    );
    head.from(from).trim()
}

fn first_up(text: &str) -> String {
    let lower = ["phòng ", "ban ", "khoa ", "trạm ", "bộ môn ", "chi nhánh ", "đội ", "tổ "];
    if !lower.iter().any(|noun| text.starts_with(noun)) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::line_of;

    #[test]
    fn a_post_is_parted_from_its_organization() {
        for (words, title, organization) in [
            ("Giám đốc Sở Nội vụ", "Giám đốc", "Sở Nội vụ"),
            ("Phó Giám đốc Thường trực Sở Y tế", "Phó Giám đốc Thường trực", "Sở Y tế"),
            ("Chủ tịch UBND huyện Đồi Chè", "Chủ tịch UBND", "huyện Đồi Chè"),
            ("Phó Chủ tịch HĐND tỉnh Sa Thạch", "Phó Chủ tịch", "HĐND tỉnh Sa Thạch"),
            ("Chủ tịch Ủy ban nhân dân Thành phố Hà Nội", "Chủ tịch", "Ủy ban nhân dân Thành phố Hà Nội"),
            ("Trưởng phòng Nội vụ", "Trưởng phòng", "Phòng Nội vụ"),
            ("Phó Trưởng phòng Phòng Nội vụ huyện", "Phó Trưởng phòng", "Phòng Nội vụ huyện"),
            ("Chánh Văn phòng UBND tỉnh", "Chánh Văn phòng", "Văn phòng UBND tỉnh"),
            ("Chánh Thanh tra Sở Công Thương", "Chánh Thanh tra", "Thanh tra Sở Công Thương"),
            ("Phó Cục trưởng Cục Quản lý kho", "Phó Cục trưởng", "Cục Quản lý kho"),
            ("Hạt trưởng Hạt Kiểm lâm huyện", "Hạt trưởng", "Hạt Kiểm lâm huyện"),
            ("Trưởng Công an xã Nà Phiêng", "Trưởng Công an", "Công an xã Nà Phiêng"),
            ("Kế toán trưởng Công ty Nước sạch", "Kế toán trưởng", "Công ty Nước sạch"),
            ("giáo viên Trường THCS Mường Tỉa", "giáo viên", "Trường THCS Mường Tỉa"),
        ] {
            let line = line_of(words);
            let post = split(line.all());
            let got = post
                .as_ref()
                .map(|post| (post.title.value.as_str(), post.organization.as_ref().map(|name| name.value.as_str())));
            assert_eq!(got, Some((title, Some(organization))));
        }
    }

    #[test]
    fn a_wording_ends_where_something_else_begins() {
        for (text, wanted) in [
            (
                "Giám đốc Sở Văn hóa, Thể thao và Du lịch, kể từ ngày 01/3/2025",
                "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
            ),
            ("Phó Trưởng phòng Kế hoạch, Sở Y tế; có trách nhiệm", "Phó Trưởng phòng Kế hoạch, Sở Y tế"),
            ("Phó Giám đốc Sở Y tế đối với ông Lò Văn An", "Phó Giám đốc Sở Y tế"),
            ("Bí thư Huyện ủy, Chủ tịch UBND huyện", "Bí thư Huyện ủy"),
        ] {
            assert_eq!(wording(line_of(text).all()).text(), wanted);
        }
    }
}
