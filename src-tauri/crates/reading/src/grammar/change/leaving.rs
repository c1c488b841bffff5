//! Who goes, in whatever words: "cho thôi tham gia … đối với ông C", "đưa ông C ra khỏi danh sách".

use super::names_place;
use crate::grammar::person::{self, everyone};
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{role, several};
use crate::line::Span;

/// "Cho thôi tham gia … đối với ông C", "Đưa ông C ra khỏi danh sách".
pub fn leaving<'a>(words: Span<'a>) -> Option<Vec<Said<'a>>> {
    if let Some(names) = struck(words) {
        return Some(names);
    }
    let words = in_bracket(words).unwrap_or(words);
    let words = words.after("nay").unwrap_or(words);
    // "Bãi bỏ điểm c khoản 3 Điều 1; ông A thôi tham gia Ban Chỉ đạo do nghỉ hưu": the place of the seat, and who had it.
    let place = words.chars().iter().position(|c| *c == ';').map(|at| words.start + at).filter(|end| {
        let before = words.until(*end);
        before.starts_with("bãi bỏ") && before.has_any(&["điểm", "khoản", "số thứ tự"])
    });
    let words = place.map_or(words, |end| words.from(end + 1).bare());
    // "Ông A thôi giữ chức X để nhận nhiệm vụ khác; bà B thôi tham gia Ban Chỉ đạo".
    let clauses = words.split(|c| c == ';');
    if clauses.len() > 1 {
        let each: Option<Vec<Vec<Said<'_>>>> =
            clauses.into_iter().map(|clause| leaving_at_the_end(clause.bare())).collect();
        if let Some(each) = each {
            return Some(each.concat());
        }
    }
    if let Some(names) = leaving_at_the_end(words) {
        return Some(names);
    }
    let opening = [
        "cho thôi",
        "thôi tham gia",
        "thôi không tham gia",
        "miễn nhiệm",
        "đưa ra khỏi",
        "rút",
        "xóa tên",
        "đưa",
        "thôi là thành viên",
        "thôi làm",
        "thôi giữ nhiệm vụ",
        "thôi giữ chức",
        "thôi nhiệm vụ",
        "nay cho thôi",
        "cho rút",
        "thôi phân công",
        "không tham gia",
    ];
    // "Giảm 02 thành viên: ông A và bà B".
    let fewer = words
        .after("giảm")
        .filter(|rest| rest.starts_with("thành viên") || rest.chars().first().is_some_and(char::is_ascii_digit));
    let rest = words.after_any(&opening).or(fewer)?;
    let mut names: Vec<Said<'_>> = everyone(rest);
    // "… các ông: A, B và bà C": one honorific for the first of them.
    let group = rest.find_any(&person::GROUP_HEADS);
    // "… đối với các ông A và B do chuyển công tác": why, behind the last name.
    let why = group.and_then(|group| rest.from(group.end).find_any(&["do", "vì", "để"]));
    let listed = group.and_then(|group| {
        let list = why.map_or(rest, |why| rest.until(why.start)).from(group.end);
        several::group(list.trim_by(|c| c == ':' || c.is_whitespace()))
    });
    let listed: Vec<Said<'_>> =
        listed.unwrap_or_default().into_iter().filter_map(|one| person::person(one).name).collect();
    if listed.len() > names.len() {
        names = listed;
    }
    // "… đối với các ông, bà: A, Chủ tịch Hội đồng; B, Ủy viên Hội đồng".
    let parted = group.map(|group| rest.from(group.end).trim_by(|c| c == ':' || c.is_whitespace()));
    let parted = parted.map(|list| list.split(|c| c == ';')).unwrap_or_default();
    let parted: Vec<Said<'_>> = parted.into_iter().filter_map(|one| person::person(one.bare()).name).collect();
    if parted.len() > names.len() {
        names = parted;
    }
    // "Thôi tham gia Ban Chỉ đạo: Giám đốc Sở X; Giám đốc Sở Y": posts, and nobody is named.
    let posts = rest.chars().iter().position(|c| *c == ':').map(|at| rest.from(rest.start + at + 1));
    let posts: Vec<Span<'_>> = posts.map(|posts| posts.split(|c| c == ';')).unwrap_or_default();
    if names.is_empty() && !posts.is_empty() && posts.iter().all(|post| person::is_office(post.bare())) {
        // "Trưởng Công an các huyện (do sắp xếp tổ chức)": the bracket says why.
        let bare = |post: Span<'a>| role::bracket_behind(post.bare()).map_or(post, |(before, _)| before).bare();
        names = posts.into_iter().map(|post| Said::of(bare(post), sure::GOOD)).collect();
    }
    let out = fewer.is_some() || words.has_any(&["thôi", "ra khỏi", "rút", "xóa tên", "miễn nhiệm", "không tham gia"]);
    (out && !names.is_empty()).then_some(names)
}

/// "Bà A, Phó Cục trưởng …, và ông B, … thôi tham gia Ban": those who go, before the words that say it.
fn leaving_at_the_end(words: Span<'_>) -> Option<Vec<Said<'_>>> {
    let told = words.find_any(&[
        "thôi tham gia",
        "thôi là thành viên",
        "không tham gia",
        "không còn là",
        "thôi giữ các chức vụ",
        "thôi giữ chức",
        "thôi giữ nhiệm vụ",
        "thôi làm",
        "rút khỏi",
        "ra khỏi",
    ])?;
    // "Cho ông A, Giám đốc Sở X, thôi tham gia Ban Chỉ đạo".
    let who = words.until(told.start);
    let who = who.after_any(&["nay cho", "đồng ý cho", "cho"]).filter(|who| person::begins(*who)).unwrap_or(who);
    // "Các đồng chí A, B": one honorific for all of them.
    let group = who.after_any(&person::GROUP_HEADS);
    if let Some(pieces) = group.map(Span::bare).and_then(several::group) {
        return Some(pieces.into_iter().filter_map(|piece| person::person(piece).name).collect());
    }
    // "… thôi giữ chức Ủy viên, giữ chức Phó Trưởng ban" stays.
    let stays = words.from(told.end).has_any(&["giữ chức", "giữ nhiệm vụ", "làm", "chuyển sang", "tiếp tục"]);
    let said = person::begins(who) && !who.has_any(&["thay", "làm"]) && !stays;
    // "Thứ trưởng Bộ X thôi tham gia Ủy ban": a post, and nobody is named.
    let post = who.bare();
    if !stays && person::is_office(post) && person::name_behind(post).is_none() && !post.has_any(&["thay", "làm"]) {
        return Some(vec![Said::of(post, sure::GOOD)]);
    }
    Some(everyone(who)).filter(|names| said && !names.is_empty())
}

/// "Bãi bỏ khoản 6 (ông A, nguyên Vụ trưởng)", "Bỏ điểm c khoản 2 đối với bà B": the place of a seat, and who had it.
fn struck<'a>(words: Span<'a>) -> Option<Vec<Said<'a>>> {
    let place = words.after_any(&["bãi bỏ", "hủy bỏ", "bỏ"])?;
    let placed = ["điểm", "khoản", "mục", "số thứ tự"].iter().any(|part| place.starts_with(part));
    let open = place.chars().iter().position(|c| *c == '(').map(|at| place.from(place.start + at + 1));
    let bracket = open.and_then(|inner| {
        let close = inner.chars().iter().position(|c| *c == ')')?;
        Some(inner.until(inner.start + close))
    });
    let of = place.find("đối với").map(|word| place.from(word.end));
    let who = bracket.or(of).map(Span::trim).filter(|who| placed && person::begins(*who))?;
    let names = everyone(who);
    (!names.is_empty()).then_some(names)
}

/// "Bãi bỏ điểm g khoản 3 (ông C … thôi tham gia Hội đồng)": what the bracket says.
fn in_bracket(words: Span<'_>) -> Option<Span<'_>> {
    let open = words.chars().iter().position(|c| *c == '(').map(|at| words.start + at)?;
    let inner = words.from(open + 1);
    (names_place(words.until(open)) && person::begins(inner)).then(|| inner.trim_by(|c| matches!(c, ')' | ' ')))
}

/// Whether the people of the items below go out: "Cho thôi tham gia Ban Chỉ đạo đối với các ông, bà sau:".
pub fn heads_leavers(text: Span<'_>) -> bool {
    const OUT: [&str; 12] = [
        "cho thôi",
        "thôi tham gia",
        "thôi không tham gia",
        "thôi làm thành viên",
        "miễn nhiệm",
        "rút tên",
        "cho rút tên",
        "đưa ra khỏi",
        "rút khỏi",
        "xóa tên",
        "không tham gia",
        "không còn là thành viên",
    ];
    let colon = text.chars().last() == Some(&':');
    let opens = OUT.iter().any(|phrase| text.starts_with(phrase));
    // "Giảm:", "Thành viên nghỉ hưu, chuyển công tác:".
    let less =
        text.bare().is("giảm") || (text.starts_with("thành viên") && text.has_any(&["nghỉ hưu", "chuyển công tác"]));
    let short = opens && text.word_count() <= 8 && !matches!(text.chars().last(), Some('.' | ';'));
    let says = if colon { text.has_any(&OUT) || less } else { short };
    let comes = text.has_any(&["bổ sung", "thay"]) || (text.has("gồm") && !opens);
    says && !comes && everyone(text).is_empty()
}
