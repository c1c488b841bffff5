//! The org chart and the timeline.

use diagram::chart::Sign;
use register::composition::Relation;
use register::date::Day;

use super::short;

/// The org chart.
pub const CHART: &str = "Sơ đồ tổ chức";
/// The timeline.
pub const TIMELINE: &str = "Dòng thời gian";
/// In the place of a committee, where the whole register is asked for.
pub const ALL: &str = "Các ban, hội đồng, tổ đang hoạt động";
/// The same of a timeline, in which there are those that act no more.
pub const ALL_EVER: &str = "Tất cả các ban, hội đồng, tổ";
/// The heading of members who are named one by one.
pub const MEMBERS: &str = "Các thành viên";
/// The same beside classes.
pub const OTHERS: &str = "Các cơ quan, đơn vị khác";
/// The heading of those who are invited.
pub const INVITED: &str = "Khách mời";
/// What a standing agency is.
pub const AGENCY: &str = "cơ quan thường trực";
/// Why a class has nobody, and what is to be done.
pub const CLASS_EMPTY: &str = "Không còn đơn vị nào thuộc nhóm này – cần kiện toàn.";
/// Behind a heading that stands again on a page.
pub const GOING_ON: &str = "(tiếp)";
/// The committee does not act on the day.
pub const NOT_THERE: &str = "Theo sổ, vào ngày này ban không hoạt động.";
/// No committee acts on the day.
pub const NO_COMMITTEES: &str = "Theo sổ, vào ngày này không có ban, hội đồng, tổ nào hoạt động.";
/// Nothing is known to be drawn.
pub const NOTHING: &str = "Theo sổ, chưa có gì để vẽ.";
/// The lane of decisions on no committee.
pub const ELSEWHERE: &str = "Không về ban nào";
/// The lane of days on which nobody knows who sits.
pub const UNKNOWN: &str = "Chưa rõ thành phần";
/// A seat in which nobody is.
pub const EMPTY: &str = "khuyết";
/// A seat of which nobody knows who is in it.
pub const NOBODY_KNOWN: &str = "chưa rõ ai";

/// What a sign means.
pub fn sign(sign: Sign) -> Option<&'static str> {
    Some(match sign {
        Sign::Vacant => "khuyết",
        Sign::NotNominated => "chưa cử người",
        Sign::PostEnded => "chức vụ không còn",
        Sign::ClassEmpty => "không còn đơn vị",
        Sign::PersonLeftPost => "đã thôi chức vụ",
        Sign::TwoHolders => "hai người cùng giữ",
        Sign::UnknownComposition => "chưa rõ thành phần",
        Sign::Joined => "mới vào",
        Sign::Left => "thôi tham gia",
        Sign::Changed => "đổi vai trò",
        Sign::Vacated => "vừa khuyết",
        Sign::Chair | Sign::Foldable | Sign::Folded => return None,
    })
}

/// What a decision does to another one, before that one's number.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Replaces => "thay thế",
        Relation::Repeals => "bãi bỏ",
        Relation::Withdraws => "thu hồi",
        Relation::Amends => "sửa đổi",
        Relation::Corrects => "đính chính",
        Relation::Suspends => "tạm ngưng",
        Relation::Resumes => "cho tiếp tục",
        Relation::Revives => "cho hiệu lực lại",
        Relation::Reconstitutes => "kiện toàn",
        Relation::Dissolves => "giải thể",
        Relation::MergedFrom => "hợp nhất",
        Relation::SunsetOn => "hết thời hạn",
    }
}

/// The date of a chart that is compared with an earlier one.
pub fn compared(as_of: &str, since: Day) -> String {
    format!("{as_of}, so với ngày {}", short(since))
}

/// Where a sheet lies among those that are laid side by side: its row of how many, its column of how many, from 0.
pub fn place((row, rows): (usize, usize), (column, columns): (usize, usize)) -> String {
    match (rows, columns) {
        (_, 1) => format!("tờ {} trong {rows} tờ, ghép từ trên xuống", row + 1),
        (1, _) => format!("tờ {} trong {columns} tờ, ghép từ trái sang", column + 1),
        _ => format!("tờ ghép: hàng {}/{rows}, cột {}/{columns}", row + 1, column + 1),
    }
}
