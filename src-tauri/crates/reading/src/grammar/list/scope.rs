//! Whether a list is the whole of a committee, or a part of it that changes.

use register::draft::MemberOp;
use register::role::Rank;

use super::Lists;
use crate::grammar::seat::Seat;
use crate::line::Span;

/// Whether the list of a change is one in part: a seat is a change only, or nothing says that it is whole.
pub fn is_partial(lists: &Lists<'_>, amends: bool) -> bool {
    let chair = |seat: &Seat<'_>| seat.role.as_ref().is_some_and(|role| Rank::of(Some(&role.value)) == Rank::Chair);
    let chair = lists.seats.iter().any(chair);
    let changed = |seat: &&Seat<'_>| matches!(seat.op, Some(MemberOp::Add | MemberOp::Replace | MemberOp::ChangeRole));
    let changed = lists.seats.iter().filter(changed).count();
    // A whole list, in which a note says whose place somebody takes.
    if !amends && lists.whole && chair && lists.seats.len() >= 4 && changed * 2 < lists.seats.len() {
        return false;
    }
    // Who changes one clause after the other may change that of the chair.
    let whole = lists.whole || (chair && !(amends && lists.seats.len() < 5));
    if !whole && !lists.seats.is_empty() {
        return true;
    }
    changed > 0 || !lists.leaves.is_empty()
}

/// "Giữ nguyên các thành viên Ban Chỉ đạo", "Các thành viên khác không thay đổi": the list names those who change, and
/// to take it for the whole would put all the others out.
pub fn says_others_stay(text: Span<'_>) -> bool {
    // "Nhiệm vụ của các thành viên giữ nguyên", "Số lượng thành viên không thay đổi", "Khi thành viên không thay đổi …".
    let of_else = ["nhiệm vụ", "quy chế", "chế độ", "kinh phí", "phụ cấp", "số lượng", "khi", "trường hợp"];
    let says = |clause: Span<'_>| {
        let whom = clause.has_any(&["thành viên", "thành phần"]);
        whom && clause.has_any(&["giữ nguyên", "không thay đổi", "không đổi"]) && !clause.has_any(&of_else)
    };
    text.sentences().into_iter().flat_map(|sentence| sentence.split(|c| c == ';')).any(says)
}
