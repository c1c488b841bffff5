//! The decision register.

use register::composition::{Relation, Status};
use register::date::Day;
use register::draft::Act;

use super::short;

/// The kind of paper.
pub const TITLE: &str = "Sổ quyết định";
/// In the place of a committee, where the whole register is asked for.
pub const ALL: &str = "Tất cả các ban, hội đồng, tổ";
/// The heads of the columns behind the running number.
pub const COLUMNS: [&str; 6] =
    ["Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Có hiệu lực từ", "Tình trạng"];
/// The head of the column of years in a workbook.
pub const YEAR: &str = "Năm";
/// No decision by that date.
pub const NONE: &str = "Theo sổ, đến ngày này chưa có quyết định nào.";
/// What the sub-title of a list of decisions is, beside another table.
pub const BEHIND: &str = "Các văn bản làm căn cứ";

/// How many there are.
pub fn total(decisions: usize) -> String {
    format!("Tổng số văn bản: {decisions}")
}

/// "Năm 2016".
pub fn year(day: Day) -> String {
    format!("Năm {}", day.year())
}

/// How a decision stands.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::NotYet => "chưa có hiệu lực",
        Status::InForce => "còn hiệu lực",
        Status::PartlyEnded => "hết hiệu lực một phần",
        Status::Ended => "hết hiệu lực",
        Status::Suspended => "ngưng hiệu lực",
    }
}

/// Why it stands so: what was done, by which paper, since when.
pub fn reason(relation: Relation, paper: &str, since: Day) -> String {
    let done = match relation {
        Relation::Replaces => "được thay thế bằng",
        Relation::Repeals => "bị bãi bỏ theo",
        Relation::Withdraws => "bị thu hồi theo",
        Relation::Amends => "được sửa đổi, bổ sung theo",
        Relation::Corrects => "được đính chính theo",
        Relation::Suspends => "bị đình chỉ, tạm ngưng theo",
        Relation::Resumes => "được tiếp tục thi hành theo",
        Relation::Revives => "có hiệu lực trở lại theo",
        Relation::Reconstitutes => "danh sách được kiện toàn theo",
        Relation::Dissolves => "ban kết thúc hoạt động theo",
        Relation::MergedFrom => "ban được hợp nhất, sáp nhập theo",
        Relation::SunsetOn => "ban hết thời hạn hoạt động theo",
    };
    format!("{done} {paper} từ {}", short(since))
}

/// What a decision does, where it has no subject.
pub fn act(act: Act) -> &'static str {
    match act {
        Act::Establish => "Thành lập",
        Act::Reconstitute => "Kiện toàn",
        Act::Amend => "Sửa đổi, bổ sung",
        Act::Rename => "Đổi tên",
        Act::Merge => "Hợp nhất, sáp nhập",
        Act::Dissolve => "Kết thúc hoạt động",
        Act::Regulation => "Ban hành quy chế",
        Act::Other => "Văn bản về",
    }
}
