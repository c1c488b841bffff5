//! The public notice of a decision.

use register::composition::Status;
use register::date::Day;
use register::draft::Act;

use super::{and, long};

/// The kind of paper.
pub const TITLE: &str = "Thông báo";

/// What it is of.
pub fn of(paper: &str) -> String {
    format!("về {paper}")
}

/// "Quyết định số 1943/QĐ-UBND".
pub fn numbered(number: &str) -> String {
    format!("{} số {number}", super::kind(number))
}

/// The first sentence: who decided what, and when.
pub fn opening(day: Day, issuer: &str, paper: &str, what: &str) -> String {
    format!("{}, {issuer} ban hành {paper} {what}.", capital(&long(day)))
}

/// What is done, in front of the committee's name.
pub fn does(act: Act) -> &'static str {
    match act {
        Act::Establish => "thành lập",
        Act::Reconstitute => "kiện toàn",
        Act::Amend => "sửa đổi, bổ sung thành viên",
        Act::Rename => "đổi tên",
        Act::Merge => "hợp nhất, sáp nhập",
        Act::Dissolve => "về việc kết thúc hoạt động của",
        Act::Regulation => "ban hành quy chế của",
        Act::Other => "về",
    }
}

/// From when on it holds.
pub fn effective(issued: Day, from: Day) -> String {
    if issued == from {
        "Quyết định được ký và có hiệu lực cùng ngày.".to_owned()
    } else {
        format!("Quyết định có hiệu lực từ {}.", long(from))
    }
}

/// Who proposed it, and by which papers.
pub fn proposed(by: Option<&str>, papers: &[String]) -> String {
    let by = by.map(|by| format!("đề nghị của {by}"));
    let papers = (!papers.is_empty()).then(|| format!("Tờ trình số {}", and(papers)));
    let said: Vec<String> = by.into_iter().chain(papers).collect();
    format!("Quyết định được ban hành theo {}.", said.join(", tại "))
}

/// What it replaces.
pub fn replaces(papers: &[String], with_amendments: bool) -> String {
    if with_amendments {
        return format!(
            "Quyết định này thay thế {} và các quyết định kiện toàn thành viên trước đó.",
            papers.join(", ")
        );
    }
    format!("Quyết định này thay thế {}.", and(papers))
}

/// What it does to other papers.
pub fn acts_on(verb: &str, papers: &[String]) -> String {
    format!("Quyết định này {verb} {}.", and(papers))
}

/// The members of a role; one, or several.
pub fn role(role: &str, members: &[String]) -> String {
    match members {
        [only] => format!("{role} là {only}."),
        _ => format!("{role} gồm: {}.", members.join("; ")),
    }
}

/// The roles of the committee, or of a body inside it.
pub fn list(body: Option<&str>, roles: &[String]) -> String {
    let roles = roles.join(" ");
    body.map_or_else(|| format!("Thành phần: {roles}"), |body| format!("{body}: {roles}"))
}

/// How many sit on the first day, as the register counts.
pub fn heads(heads: u32, day: Day) -> String {
    format!(
        "Theo sổ theo dõi, tính đến {} có {heads} thành viên; mỗi người hoặc chức danh được tính một lần.",
        long(day)
    )
}

/// The people invited.
pub fn invited(members: &[String]) -> String {
    format!("Được mời tham gia: {}.", members.join("; "))
}

/// Those who leave.
pub fn leave(members: &[String]) -> String {
    format!("Thôi tham gia: {}.", members.join("; "))
}

/// The standing agency, by what the paper calls it.
pub fn agency(name: &str, scope: Option<&str>, called: Option<&str>) -> String {
    let called = capital(called.unwrap_or("cơ quan thường trực"));
    let scope = scope.map(|scope| format!(" về {scope}")).unwrap_or_default();
    format!("{called}{scope} là {name}.")
}

/// What it is for.
pub fn duties(duties: &[String]) -> String {
    format!("Về chức năng, nhiệm vụ: {}.", duties.join("; "))
}

/// The body that ends.
pub fn dissolved(name: &str) -> String {
    format!("{name} kết thúc hoạt động.")
}

/// The new name.
pub fn renamed(before: &str, after: &str) -> String {
    format!("{before} được đổi tên thành {after}.")
}

/// Those that come together.
pub fn merged(merged: &[String], into: &str) -> String {
    format!("{} được hợp nhất, sáp nhập thành {into}.", and(merged))
}

/// When the committee ends.
pub fn until(day: Day) -> String {
    format!("Thời hạn hoạt động: đến hết {}.", long(day))
}

/// Who signed.
pub fn signed(title: Option<&str>, name: &str) -> String {
    match title {
        Some(title) => format!("Người ký quyết định: {name}, {title}."),
        None => format!("Người ký quyết định: {name}."),
    }
}

/// How it stands where it no longer holds as it did.
pub fn stands(on: Day, status: Status, because: &[String]) -> Option<String> {
    let said = match status {
        Status::InForce => return None,
        other => super::decisions::status(other),
    };
    let because = if because.is_empty() { String::new() } else { format!(": {}", because.join("; ")) };
    Some(format!("Tính đến {}, quyết định này {said}{because}.", long(on)))
}

/// It is a reconstruction.
pub const REBUILT: &str = "Thông báo này lập từ sổ theo dõi, theo bản dựng lại từ tin báo chí, không theo văn bản gốc. \
    Điều gì báo chí không nêu thì thông báo không nêu; khi cần dẫn chiếu, phải xem văn bản gốc.";
/// It is none, and no decision either.
pub const FROM_REGISTER: &str =
    "Thông báo này lập từ sổ theo dõi, không thay thế quyết định; khi cần dẫn chiếu, phải xem văn bản gốc.";

/// The first letter a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first letter a small one, but for what stays a name or a short form.
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return text.to_owned() };
    if second.is_uppercase() {
        return text.to_owned();
    }
    first.to_lowercase().chain(std::iter::once(second)).chain(letters).collect()
}
