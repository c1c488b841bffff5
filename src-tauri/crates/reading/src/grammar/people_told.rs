//! The act of a paper whose subject has no word for one: what the first article does with people.

use register::draft::Act;

use super::outline::Outline;
use super::{act, change, clauses, person, role};
use crate::line::Span;

/// Papers that send people somewhere, and to no seat.
const JOURNEYS: [&str; 8] =
    ["đi công tác", "đi học", "tập huấn", "đào tạo", "hội nghị", "học tập", "cuộc họp", "nghiên cứu"];

/// "Giao đồng chí A, …, làm Trưởng Ban Chỉ đạo X", "Cử các ông, bà có tên sau tham gia Ban Chỉ đạo X", "Cho ông A thôi
/// làm thành viên Ban Chỉ đạo X".
pub fn act(outline: &Outline<'_>) -> Option<Act> {
    // "2. Lập Ban Tổ chức Đại hội gồm các đồng chí:", below what else the paper decides.
    let founds = |text: &Span<'_>| {
        let rest = text.after("nay").unwrap_or(*text).after_any(&["thành lập", "lập"]);
        rest.is_some_and(|rest| act::body_at(rest).is_some() && text.has("gồm")) && text.chars().last() == Some(&':')
    };
    if outline.articles.iter().flat_map(clauses::texts).any(|text| founds(&text)) {
        return Some(Act::Establish);
    }
    let first = outline.articles.iter().flat_map(clauses::texts).next()?.sentences().into_iter().next()?;
    let body = act::body(first).filter(|_| !first.has_any(&JOURNEYS))?;
    let low = [body.key()];
    (seats(first, &low) || goes(first)).then_some(Act::Amend)
}

/// "… làm Trưởng Ban Chỉ đạo X", "… tham gia Ban Chỉ đạo X".
fn seats(first: Span<'_>, committees: &[String]) -> bool {
    let verbs = ["giao nhiệm vụ cho", "giao cho", "giao", "cử", "phân công", "chỉ định", "điều động"];
    let Some(told) = first.after("nay").unwrap_or(first).after_any(&verbs) else { return false };
    let several = person::GROUP_HEADS.iter().any(|head| told.starts_with(head));
    if !several && !person::begins(told) {
        return false;
    }
    let joint = told.find_any(&["giữ chức vụ", "giữ chức danh", "giữ chức", "giữ nhiệm vụ", "tham gia", "làm"]);
    let seat = joint.map(|joint| told.from(joint.end).trim()).map(|seat| seat.after("làm").unwrap_or(seat));
    let role = |seat| role::whole(seat, committees).is_some_and(|role| role.value.is_some());
    seat.is_some_and(|seat| {
        let clause = seat.find_any(&["kể từ", "thay", ","]).map_or(seat, |end| seat.until(end.start).trim());
        act::body_at(seat).is_some() || role(seat) || role(clause) || seat.starts_with("thành viên")
    })
}

/// Somebody goes out of the body that the sentence names.
fn goes(first: Span<'_>) -> bool {
    let seat = ["thành viên", "ủy viên", "trưởng ban", "tham gia"];
    first.has_any(&seat) && change::leaving(first.bare()).is_some()
}
