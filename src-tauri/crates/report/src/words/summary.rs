//! The leadership's page.

use register::date::Day;

use super::short;

/// The kind of paper.
pub const TITLE: &str = "Tóm tắt về ban chỉ đạo, hội đồng, tổ công tác";
/// What it is for.
pub const PURPOSE: &str = "Nhiệm vụ";
/// The register has no duties of it.
pub const NO_PURPOSE: &str = "Sổ chưa ghi nhiệm vụ.";
/// What wants somebody to act.
pub const ATTENTION: &str = "Cần xem xét";
/// Nothing does.
pub const NO_ATTENTION: &str = "Không có vị trí nào khuyết hoặc cần kiện toàn.";
/// The standing agency.
pub const AGENCY: &str = "Cơ quan thường trực";
/// There is none.
pub const NO_AGENCY: &str = "Sổ chưa ghi cơ quan thường trực.";
/// The decisions that hold.
pub const IN_FORCE: &str = "Quyết định đang có hiệu lực";
/// None does.
pub const NONE_IN_FORCE: &str = "Theo sổ, không có quyết định nào đang có hiệu lực.";
/// Nothing changed since.
pub const NO_CHANGE: &str = "Không có thay đổi về thành viên.";
/// The members cannot be compared.
pub const CHANGE_UNKNOWN: &str = "Chưa so sánh được: một trong hai ngày sổ chưa rõ thành phần.";
/// A nominee who was not sent.
pub const NOT_NOMINATED: &str = "chưa cử người";
/// Nobody is there.
pub const VACANT: &str = "đang khuyết";

/// What the page has no room for.
pub fn more(points: usize) -> String {
    format!("và {points} mục khác; xem danh sách thành viên, bảng thay đổi.")
}

/// Who sits.
pub fn members(heads: Option<u32>) -> String {
    match heads {
        Some(heads) => format!("Thành viên ({heads} người)"),
        None => "Thành viên (chưa rõ số người)".to_owned(),
    }
}

/// What changed since a day.
pub fn since(day: Day) -> String {
    format!("Thay đổi từ ngày {}", short(day))
}

/// How many came, left, changed and left a seat empty.
pub fn counts(joined: usize, left: usize, changed: usize, vacated: usize) -> String {
    let said = [(joined, "tham gia"), (left, "thôi tham gia"), (changed, "đổi vai trò"), (vacated, "rời vị trí")];
    let said: Vec<String> =
        said.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    format!("Tổng cộng: {}.", said.join("; "))
}

/// Somebody came in.
pub fn joined(who: &str, role: &str) -> String {
    format!("{who} tham gia, {role}")
}

/// Somebody left.
pub fn left(who: &str, role: &str) -> String {
    format!("{who} thôi tham gia ({role})")
}

/// Somebody left a seat empty.
pub fn vacated(who: &str, role: &str) -> String {
    format!("{who} rời vị trí {role}, chưa có người thay")
}

/// Somebody took another role.
pub fn changed(who: &str, from: &str, to: &str) -> String {
    format!("{who} từ {from} thành {to}")
}

/// The suspension of the whole.
pub fn suspended_by(paper: &str) -> String {
    format!("Đang bị đình chỉ, tạm ngưng hoạt động theo {paper}")
}
