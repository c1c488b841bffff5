//! The composition with its sources.

/// The kind of paper.
pub const TITLE: &str = "Thành phần và căn cứ";
/// The heads of the columns behind the running number.
pub const COLUMNS: [&str; 4] =
    ["Vị trí nêu trong quyết định", "Người giữ vị trí", "Căn cứ của vị trí", "Căn cứ của người giữ"];
/// What stands beside the members.
pub const BESIDE: &str = "Cơ quan thường trực, nhiệm vụ, thời hạn";
/// The heads of its columns.
pub const BESIDE_COLUMNS: [&str; 2] = ["Nội dung", "Căn cứ"];
/// What its rows are.
pub const CONTENT: &str = "Mục";
/// Its groups.
pub const AGENCIES: &str = "Cơ quan thường trực";
/// The duties.
pub const DUTIES: &str = "Nhiệm vụ";
/// When the committee ends.
pub const SUNSET: &str = "Thời hạn hoạt động";
/// In the place of an appointment that is not recorded.
pub const NOT_RECORDED: &str = "sổ chưa ghi văn bản bổ nhiệm";

/// The last day of a committee.
pub fn until(day: &str) -> String {
    format!("Hoạt động đến hết ngày {day}")
}

/// The last day for its purpose.
pub fn purpose_until(day: &str) -> String {
    format!("Hoàn thành nhiệm vụ đến hết ngày {day}")
}
