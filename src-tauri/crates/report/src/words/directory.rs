//! The sheet of an organization.

use register::date::Day;

use super::short;

/// The kind of paper.
pub const TITLE: &str = "Phiếu theo dõi cơ quan, đơn vị";
/// What became of it.
pub const LIFE: &str = "Quá trình";
/// The heads of its columns behind the running number.
pub const LIFE_COLUMNS: [&str; 3] = ["Ngày", "Việc", "Căn cứ"];
/// Its posts.
pub const POSTS: &str = "Chức vụ và người giữ";
/// The heads of its columns behind the running number.
pub const POST_COLUMNS: [&str; 2] = ["Chức vụ", "Người giữ"];
/// Where it sits.
pub const SEATS: &str = "Tham gia ban, hội đồng, tổ";
/// The heads of its columns behind the running number.
pub const SEAT_COLUMNS: [&str; 4] = ["Ban, hội đồng, tổ", "Vai trò", "Vị trí nêu trong quyết định", "Căn cứ"];
/// Whose standing agency it is.
pub const AGENCY_OF: &str = "Là cơ quan thường trực của";
/// The heads of its columns behind the running number.
pub const AGENCY_COLUMNS: [&str; 3] = ["Ban, hội đồng, tổ", "Lĩnh vực", "Căn cứ"];
/// Its names beside the official one.
pub const ALSO: &str = "Tên gọi khác trong văn bản";
/// It sits nowhere.
pub const NOWHERE: &str = "Theo sổ, vào ngày này cơ quan không có đại diện ở ban, hội đồng, tổ nào.";
/// A day that nobody knows.
pub const DAY_UNKNOWN: &str = "chưa rõ";
/// A post that is no more.
pub const ENDED: &str = "không còn chức danh này";

/// What happened, by the word of the record.
pub fn happened(what: &str, name: &str) -> String {
    match what {
        "founded" => format!("thành lập với tên {name}"),
        "split_from" => format!("tách ra từ {name}"),
        "renamed" => format!("đổi tên thành {name}"),
        "absorbed" => format!("tiếp nhận {name} sáp nhập vào"),
        "split_off" => format!("tách ra {name}"),
        "merged" => format!("sáp nhập vào {name}"),
        _ => "kết thúc hoạt động".to_owned(),
    }
}

/// It is there from before anything that the register knows.
pub fn there_already(name: &str) -> String {
    format!("đã có từ trước với tên {name}")
}

/// The body above it.
pub fn parent(parent: &str) -> String {
    format!("Trực thuộc: {parent}")
}

/// It is no more.
pub fn ended(on: Day, successor: Option<&str>) -> String {
    let said = format!("Đến ngày {} cơ quan này không còn hoạt động", short(on));
    successor.map_or_else(|| format!("{said}."), |successor| format!("{said}; đã sáp nhập vào {successor}."))
}
