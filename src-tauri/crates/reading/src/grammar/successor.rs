//! Who follows in a seat without a new decision.

use super::sheet::{Said, Sheet, sure};
use crate::line::Span;

/// "Khi có thay đổi về nhân sự, người kế nhiệm đương nhiên thay thế": the seat of a person goes with the post. Answers
/// whether the sentence says it first. Where a body is to send somebody else, only its letter says whom.
pub fn read(sentence: Span<'_>, sheet: &mut Sheet) -> bool {
    let who = [
        "người kế nhiệm",
        "người kế thừa",
        "người được bổ nhiệm thay thế",
        "người giữ chức vụ mới",
        "người giữ chức danh mới",
        "người mới được bổ nhiệm",
        "người đảm nhiệm chức vụ thay thế",
        "người được giao nhiệm vụ thay thế",
        "người thay thế vị trí công tác",
    ];
    let follows = ["thay thế", "kế nhiệm", "đương nhiên", "tiếp tục", "thay"];
    // "Cơ quan cử người kế nhiệm", "báo cáo … để thay thế": somebody has to name them first.
    let named_first = sentence.has_any(&["cử người", "đề nghị", "báo cáo", "có văn bản", "gửi văn bản"]);
    let says = sentence.find_any(&who).is_some_and(|who| sentence.from(who.end).has_any(&follows));
    if !says || named_first || sheet.draft.successor_clause.is_some() {
        return false;
    }
    sheet.draft.successor_clause = Some(sheet.put("successor_clause", Said::of(sentence.bare(), sure::GOOD)));
    true
}
