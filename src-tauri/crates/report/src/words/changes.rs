//! Changes.

use register::date::Day;

use super::{long, short};

/// The kind of paper.
pub const TITLE: &str = "Bảng thay đổi thành viên";
/// The heads of the columns behind the running number.
pub const COLUMNS: [&str; 3] = ["Họ và tên, chức vụ", "Vai trò", "Căn cứ"];
/// What the groups are.
pub const CHANGE: &str = "Thay đổi";
/// Who came in.
pub const JOINED: &str = "Tham gia";
/// Who is invited.
pub const INVITED: &str = "Được mời tham gia";
/// Who left.
pub const LEFT: &str = "Thôi tham gia";
/// Who was invited and no longer is.
pub const NO_GUEST: &str = "Thôi được mời";
/// Who took another role.
pub const CHANGED: &str = "Đổi vai trò";
/// Who left a seat empty.
pub const VACATED: &str = "Rời vị trí, chưa có người thay";
/// Standing agencies that came.
pub const NEW_AGENCIES: &str = "Cơ quan thường trực mới";
/// Standing agencies that went.
pub const OLD_AGENCIES: &str = "Thôi làm cơ quan thường trực";
/// Nothing changed.
pub const NOTHING: &str = "Theo sổ, trong thời gian này không có thay đổi về thành viên và cơ quan thường trực.";
/// A decision changed nothing that is known.
pub const NOTHING_BY: &str =
    "Theo sổ, quyết định này không làm thay đổi thành viên và cơ quan thường trực của ban nào.";
/// One of the lists is not known.
pub const UNKNOWN: &str = "Một trong hai ngày sổ chưa rõ thành phần, nên không phân biệt được ai mới tham gia và ai \
    đã có từ trước.";

/// Between two days.
pub fn between(from: Day, to: Day) -> String {
    format!("Từ {} đến {}", long(from), long(to))
}

/// By a decision.
pub fn by(decision: &str, day: Day) -> String {
    format!("Theo {decision}, có hiệu lực từ {}", long(day))
}

/// How many sat on each of the days.
pub fn heads(heads: [Option<u32>; 2], days: [Day; 2]) -> String {
    let said = |at: usize| match heads[at] {
        Some(heads) => format!("{heads} (ngày {})", short(days[at])),
        None => format!("chưa rõ (ngày {})", short(days[at])),
    };
    format!("Tổng số thành viên: {} → {}", said(0), said(1))
}

/// A name that was given up.
pub fn renamed(before: &str) -> String {
    format!("Tên trước đây: {before}")
}

/// From one role to another.
pub fn roles(from: &str, to: &str) -> String {
    format!("từ {from} thành {to}")
}

/// The guest's role beside the other.
pub fn as_guest(role: &str) -> String {
    format!("{role} (mời)")
}
