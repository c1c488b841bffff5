//! Where a role stands in an item: before or behind who has it, and what joins the two.

use std::sync::LazyLock;

use super::person;
use super::role::{self, RoleSaid};
use crate::line::{Phrases, Span};

/// What says that somebody has a role: "… giữ chức Trưởng ban".
static VERBS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "tiếp tục làm",
        "tiếp tục giữ chức",
        "tiếp tục giữ nhiệm vụ",
        "giữ nhiệm vụ",
        "giữ vị trí",
        "đảm nhiệm vị trí",
        "đảm nhiệm vai trò",
        "đảm nhiệm chức vụ",
        "đảm nhiệm chức danh",
        "đảm nhiệm",
        "đảm nhận nhiệm vụ",
        "đảm nhận chức vụ",
        "đảm nhận",
        "được cử giữ nhiệm vụ",
        "được cử giữ chức",
        "được cử làm",
        "được bổ sung làm",
        "được cử bổ sung làm",
        "được cử tham gia làm",
        "được phân công làm",
        "được giao làm",
        "chuyển sang làm",
        "chuyển sang giữ chức",
        "được mời giữ chức",
        "được mời làm",
        "được mời tham gia làm",
        "được chỉ định làm",
        "được bầu làm",
        "tham gia",
        "làm",
        "là",
        "giữ chức vụ",
        "giữ chức danh",
        "giữ chức",
        "với chức danh là",
        "với chức danh",
        "với tư cách là",
        "với tư cách",
        "với vai trò là",
        "với vai trò",
        "tham gia làm",
        "đảm nhiệm chức danh",
        "tham gia với vai trò",
        "tham gia với tư cách là",
        "tham gia với tư cách",
        "tham gia với chức danh",
        "tham gia với nhiệm vụ",
        "làm nhiệm vụ",
        "tham gia là",
        "giữ vai trò",
        "đảm nhiệm",
    ])
});

/// What follows such a verb and its mark at the head of the words.
pub fn verb_ahead(words: Span<'_>) -> Option<Span<'_>> {
    VERBS.after(words).map(|rest| rest.trim_by(|c| c == ':' || c.is_whitespace()))
}

/// A role before a colon, a dash or "là": "Trưởng ban: Ông A".
pub fn role_ahead<'a>(words: Span<'a>, committees: &[String]) -> (Option<RoleSaid<'a>>, Span<'a>) {
    // "(Phó Trưởng ban) Ông A - Vụ trưởng Vụ X".
    if let Some(close) = words.chars().iter().take(60).position(|c| *c == ')').filter(|_| words.chars()[0] == '(') {
        let (inner, rest) =
            (Span::new(words.line, words.start + 1, words.start + close), words.from(words.start + close + 1));
        let role = role::whole(inner, committees).filter(|role| role.value.is_some());
        if let Some(role) = role.filter(|_| !rest.bare().is_empty()) {
            return (Some(role), rest.bare());
        }
    }
    for (at, c) in words.chars().iter().enumerate().take(90) {
        let at = words.start + at;
        let width = match c {
            ':' | '\t' => 1,
            '-' | '–' | '—' if words.line.chars.get(at + 1) == Some(&' ') => 1,
            ' ' if words.from(at + 1).starts_with("là") => 3,
            ' ' if words.from(at + 1).starts_with("do") => 3,
            ' ' if words.from(at + 1).starts_with("gồm") => 4,
            _ => continue,
        };
        let left = words.until(at);
        // "Đối với Phó Trưởng ban: …".
        let left = left.after("đối với").unwrap_or(left);
        if let Some(role) = role::whole(left, committees).filter(|role| !role.ditto) {
            let rest = words.from(at + width).bare();
            // "Chức danh Phó Trưởng ban do Đồn trưởng X đảm nhiệm".
            let held = ["đảm nhiệm", "đảm nhận", "kiêm nhiệm"].iter().find_map(|verb| rest.before(verb));
            let rest = held.filter(|_| words.from(at + 1).starts_with("do")).map_or(rest, Span::bare);
            if !rest.is_empty() {
                return (Some(role), rest);
            }
        }
    }
    (None, words)
}

/// A role at the end, behind the leftmost joint that leaves a role and nothing else.
pub fn role_behind<'a>(words: Span<'a>, committees: &[String]) -> (Span<'a>, Option<RoleSaid<'a>>) {
    for at in words.start + 1..words.end {
        let c = words.line.chars[at];
        let rest = words.from(at);
        let right = match c {
            '\t' | ',' | ':' | ';' => Some(words.from(at + 1)),
            '→' => Some(words.from(at + 1)),
            '/' if words.line.chars[at - 1].is_whitespace() && words.line.chars.get(at + 1) == Some(&' ') => {
                Some(words.from(at + 1))
            }
            '-' | '–' | '—' if words.line.chars[at - 1] == ' ' || words.line.chars.get(at + 1) == Some(&' ') => {
                Some(words.from(at + 1))
            }
            '(' | '[' => Some(rest),
            // Dotted leaders: "Phó Giám đốc Sở X ........ Ủy viên".
            // "Trưởng phòng Tổ chức . Ủy viên": what is left of the leaders where the line is full.
            '.' if words.line.chars.get(at + 1) == Some(&' ') && words.from(at + 1).trim().word_count() <= 5 => {
                Some(words.from(at + 1)).filter(|right| role::whole(*right, committees).is_some_and(|role| !role.ditto))
            }
            '.' | '…' if leader(words, at) > 1 => Some(words.from(at + leader(words, at))),
            // "Phó Cục trưởng Cục Việc làm, Ủy viên": no verb has a comma behind it.
            // "Phó Chánh Văn phòng UBND tỉnh ỦY VIÊN": capitals behind what is none.
            _ if words.line.chars[at - 1].is_whitespace() && c.is_uppercase() && stands_out(words, at) => Some(rest),
            _ if words.line.chars[at - 1].is_whitespace() => {
                VERBS.after(rest).filter(|right| right.chars().first().is_some_and(|c| c.is_alphanumeric()))
            }
            _ => None,
        };
        let Some(right) = right.filter(|right| !right.is_empty()) else { continue };
        let dash = matches!(c, '-' | '–' | '—');
        // "giữ nhiệm vụ Ủy viên, phụ trách kế toán Quỹ", "- Ủy viên phụ trách tài chính": what it is in charge of is no part
        // of the role.
        let charged = || {
            let told = right.find_any(&["phụ trách", "theo dõi", "trực tiếp phụ trách", "chịu trách nhiệm chung"])?;
            let role = right.until(told.start).bare();
            // "Phó Trưởng ban phụ trách Ban Quản lý Khu kinh tế" is a post.
            let of = right.from(told.end).trim();
            let body = crate::lexicon::get().in_charge_of.iter().any(|body| of.starts_with(body));
            let short = role.word_count() <= 6 && !role.is_empty() && !body;
            short.then(|| role::whole(role, committees)).flatten().filter(|role| role.value.is_some())
        };
        let whole = role::whole(right, committees).or_else(charged).or_else(|| {
            // "Phó Trưởng ban Thường trực: phụ trách …" – what follows the role is a duty.
            let head = right.chars().iter().take(if dash { role::LONGEST } else { 0 });
            let cut = head.copied().position(|c| matches!(c, ':' | '.'))?;
            // "Tổng Thư ký: Phó Trưởng ban": an office, and the role behind it.
            let duty = role::whole(right.from(right.start + cut), committees).is_none();
            duty.then(|| role::whole(right.until(right.start + cut), committees)).flatten()
        });
        if let Some(role) = whole.filter(|role| !role.ditto || matches!(c, '\t' | '.' | '…' | '/' | '|' | ':') || dash)
        {
            let who = words.until(at).bare();
            return if role.ditto { (who, None) } else { (who, Some(role)) };
        }
    }
    behind_a_space(words, committees).unwrap_or_else(|| in_another_wording(words))
}

/// "Ngô Văn A, Trưởng phòng Nông Lâm nghiệp Ủy viên": a post so long that nothing parts it from the column of the roles.
fn behind_a_space<'a>(words: Span<'a>, committees: &[String]) -> Option<(Span<'a>, Option<RoleSaid<'a>>)> {
    let role = ["ủy viên", "thành viên", "phó trưởng ban"].iter().find_map(|role| Some((words.before(role)?, *role)));
    let (who, said) = role.filter(|(who, _)| who.each_word().nth(3).is_some())?;
    let at = words.end.checked_sub(said.chars().count())?;
    let capital = words.line.chars.get(at).is_some_and(|c| c.is_uppercase());
    let low = who.words().last().is_some_and(|word| word.chars().iter().all(|c| c.is_lowercase()));
    let somebody = person::begins(who) || person::is_office(who) || person::person(who.bare()).name.is_some();
    let role = role::whole(words.from(at), committees).filter(|_| capital && low && somebody)?;
    Some((who.bare(), Some(role)))
}

/// "… làm Thành viên Ban Chỉ đạo phát triển các vùng …": a committee that the paper calls otherwise elsewhere.
fn in_another_wording(words: Span<'_>) -> (Span<'_>, Option<RoleSaid<'_>>) {
    let found =
        words.all("làm").chain(words.all("giữ chức")).filter(|verb| verb.start > words.start).find_map(|verb| {
            let told = words.from(verb.end).trim();
            let body = told.find("ban chỉ đạo").filter(|body| !told.from(body.end).chars().contains(&','))?;
            let role =
                role::whole(told.until(body.start).bare(), &[]).filter(|role| role.value.is_some() && !role.ditto)?;
            let who = words.until(verb.start).bare();
            (person::begins(who) || person::is_office(who)).then_some((who, role))
        });
    found.map_or((words, None), |(who, role)| (who, Some(role)))
}

/// Whether all is in capitals from here on, and the words before are not.
fn stands_out(words: Span<'_>, at: usize) -> bool {
    let low = |span: Span<'_>| span.chars().iter().any(|c| c.is_lowercase());
    let behind = words.from(at);
    behind.chars().len() <= 40
        && !low(behind)
        && words.until(at).chars().iter().rev().take(12).any(|c| c.is_lowercase())
}

/// How many characters of dotted leaders begin here.
fn leader(words: Span<'_>, at: usize) -> usize {
    let dots = words.from(at).chars().iter().take_while(|c| matches!(c, '.' | '…')).count();
    if dots == 1 && words.line.chars[at] == '…' { 2.min(words.end - at) } else { dots }
}
