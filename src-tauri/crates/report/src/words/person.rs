//! The sheet of a person.

/// The kind of paper.
pub const TITLE: &str = "Phiếu theo dõi cá nhân";
/// Where the person sits and sat.
pub const COMMITTEES: &str = "Tham gia ban, hội đồng, tổ";
/// The heads of its columns behind the running number.
pub const COMMITTEE_COLUMNS: [&str; 4] = ["Ban, hội đồng, tổ", "Vai trò", "Thời gian", "Căn cứ"];
/// The posts.
pub const POSTS: &str = "Chức vụ";
/// The heads of its columns behind the running number.
pub const POST_COLUMNS: [&str; 3] = ["Chức vụ, cơ quan", "Thời gian", "Căn cứ"];
/// Nothing is recorded.
pub const NOTHING: &str = "Theo sổ, đến ngày này người này chưa tham gia ban nào và chưa có chức vụ nào được ghi.";
/// Since a day that is not known.
pub const FROM_UNKNOWN: &str = "chưa rõ từ ngày nào";
/// No paper is recorded.
pub const NO_PAPER: &str = "sổ chưa ghi văn bản";

/// A seat through a post.
pub fn through(post: &str) -> String {
    format!("với chức vụ {post}")
}

/// From when to when, each as far as it is known.
pub fn held(from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), None) => format!("từ {}", super::partial(from)),
        (Some(from), Some(to)) => format!("từ {} đến trước {}", super::partial(from), super::partial(to)),
        (None, Some(to)) => format!("đến trước {}", super::partial(to)),
        (None, None) => FROM_UNKNOWN.to_owned(),
    }
}
