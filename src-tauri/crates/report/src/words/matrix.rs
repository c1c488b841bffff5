//! Who takes part in which committees.

use register::role::Rank;

/// The kind of paper.
pub const TITLE: &str = "Bảng tham gia các ban, hội đồng, tổ";
/// In the place of a committee.
pub const ALL: &str = "Người và chức danh theo từng ban";
/// The list of the committees.
pub const COMMITTEES: &str = "Các ban, hội đồng, tổ";
/// The heads of its columns.
pub const COMMITTEE_COLUMNS: [&str; 2] = ["Cột", "Tên"];
/// The heads of the first columns behind the running number.
pub const COLUMNS: [&str; 2] = ["Họ và tên hoặc chức danh", "Số ban"];
/// Nobody sits anywhere.
pub const NOBODY: &str = "Theo sổ, vào ngày này chưa có ai tham gia ban, hội đồng, tổ nào.";
/// Invited.
pub const INVITED: &str = "M";
/// What the short words mean.
pub const LEGEND: &str = "Ký hiệu: T trưởng ban, chủ tịch, tổ trưởng; PTT phó thường trực; P phó; TT ủy viên thường \
    trực; UV ủy viên, thành viên; TK thư ký; M được mời; (g) ở tổ giúp việc của ban.";
/// Beside a seat of a body inside.
pub const INSIDE: &str = " (g)";

/// The word of a rank.
pub fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Chair => "T",
        Rank::StandingDeputy => "PTT",
        Rank::Deputy => "P",
        Rank::StandingMember => "TT",
        Rank::Member => "UV",
        Rank::Secretary => "TK",
    }
}

/// A part of the columns, where there are too many for a page.
pub fn columns(first: usize, last: usize) -> String {
    format!("Cột {first} đến {last}")
}
