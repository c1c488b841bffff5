//! What was read from a file, in words.

use std::fmt::{Result, Write};

use serde_json::Value;

use super::failure::field;
use super::{count, date, items, say};

/// What a decision does to others and to bodies, in the order in which it is told.
const DONE: [&str; 12] = [
    "replaces",
    "repeals",
    "amends",
    "withdraws",
    "suspends",
    "resumes",
    "corrects",
    "revives",
    "leaves",
    "dissolves",
    "merged_from",
    "old_names",
];

pub(super) fn read(text: &mut String, json: &Value) -> Result {
    if count(&json["decisions"]) == 0 && count(&json["events"]) == 0 {
        writeln!(text, "Không thấy quyết định nào trong tệp {}.", say(&json["file"]))?;
    }
    items(&json["decisions"]).iter().try_for_each(|draft| decision(text, draft))?;
    items(&json["events"]).iter().try_for_each(|change| event(text, change))?;
    for warning in items(&json["warnings"]).iter().filter(|warning| warning["code"] != "no_decision") {
        writeln!(text, "Lưu ý: {}", noticed(&say(&warning["code"]), &say(&warning["detail"])))?;
    }
    Ok(())
}

fn decision(text: &mut String, draft: &Value) -> Result {
    let day = Some(date(&draft["date"])).filter(|day| !day.is_empty()).map(|day| format!("ngày {day}"));
    let head = [Some(say(&draft["number"])), day].into_iter().flatten().filter(|part| !part.is_empty());
    let head = stated(&[head.collect::<Vec<_>>().join(" "), say(&draft["issuer"])], " · ");
    // A bare list has no head of its own.
    let bodies = || items(&draft["committees"]).iter().map(say).collect::<Vec<_>>().join("; ");
    let head = if head.is_empty() { bodies() } else { head };
    if !head.is_empty() {
        writeln!(text, "{head}")?;
    }
    if let Some(title) = draft["title"].as_str() {
        writeln!(text, "{title}")?;
    }
    items(&draft["members"]).iter().try_for_each(|seat| member(text, seat))?;
    for body in items(&draft["sub_bodies"]) {
        writeln!(text, "  {}:", say(&body["name"]))?;
        items(&body["members"]).iter().try_for_each(|seat| member(text, seat))?;
    }
    for key in DONE {
        let named: Vec<String> = items(&draft[key]).iter().map(say).collect();
        if !named.is_empty() {
            writeln!(text, "  {}: {}", field(key), named.join("; "))?;
        }
    }
    let standing: Vec<String> = items(&draft["standing_agencies"]).iter().map(|agency| say(&agency["name"])).collect();
    if !standing.is_empty() {
        writeln!(text, "  {}: {}", field("standing_agencies"), standing.join("; "))?;
    }
    match draft["effective"].as_str() {
        None => Ok(()),
        Some("on_signing") => writeln!(text, "  hiệu lực từ ngày ký"),
        Some(day) => match day.strip_prefix("after_days:") {
            Some(days) => writeln!(text, "  hiệu lực sau {days} ngày kể từ ngày ký"),
            None => writeln!(text, "  hiệu lực từ {}", date(&draft["effective"])),
        },
    }
}

fn member(text: &mut String, seat: &Value) -> Result {
    let who = stated(&[say(&seat["name"]), say(&seat["position"])], ", ");
    let seated = stated(&[who, say(&seat["role"])], " — ");
    let cited = seat["article"].as_str().map(|article| format!(" ({article})")).unwrap_or_default();
    writeln!(text, "  {:>3}. {seated}{cited}", say(&seat["n"]))
}

/// A change of who holds a post.
fn event(text: &mut String, change: &Value) -> Result {
    let kind = match change["event"].as_str().unwrap_or_default() {
        "appoint" => "giữ chức vụ",
        "act" => "giữ quyền",
        "take_charge" => "phụ trách",
        "assign" => "được phân công",
        "relieve" => "thôi giữ",
        "nominate" => "được cử vào",
        other => other,
    };
    let place = stated(&[say(&change["post"]), say(&change["organization"]), say(&change["committee"])], ", ");
    let since = Some(date(&change["on"])).filter(|day| !day.is_empty()).map(|day| format!(" từ {day}"));
    writeln!(text, "  {}: {kind} {place}{}", say(&change["person"]), since.unwrap_or_default())
}

/// What the reader noticed, and what to do about it.
fn noticed(code: &str, words: &str) -> String {
    match code {
        "legacy_encoding" => {
            format!("văn bản gõ bằng bảng mã cũ ({words}), đã chuyển sang chữ Unicode. Hãy xem kỹ dấu.")
        }
        "unsure_encoding" => {
            format!("không chắc văn bản gõ bằng bảng mã nào, tạm đọc theo {words}. Hãy xem kỹ từng chữ.")
        }
        "private_column" => format!("cột \"{words}\" là thông tin riêng của cá nhân, không đưa vào sổ."),
        "hidden_sheet" => format!("trang tính \"{words}\" đang ẩn, không đọc."),
        "hidden_rows" => format!("trang tính \"{words}\" có hàng đang ẩn, không đọc."),
        "hidden_columns" => format!("trang tính \"{words}\" có cột đang ẩn, không đọc."),
        "rows_left_out" => "bảng quá dài so với một danh sách thành viên: các hàng cuối không đọc.".to_owned(),
        "scan" => "tệp này là bản chụp, không có chữ để đọc. Hãy dùng bản Word hoặc bản PDF có chữ.".to_owned(),
        "members_unread" => format!("chưa đọc được thành viên ở chỗ này: \"{words}\"."),
        "unclear_role" => format!("chưa rõ vai trò: \"{words}\"."),
        "unclear_post" => format!("chưa rõ chức vụ hoặc cơ quan: \"{words}\"."),
        "files_differ" => format!("các tệp không khớp nhau ở {words}."),
        "not_the_same_decision" => format!("tệp này thuộc quyết định khác: {words}."),
        "numbers_do_not_match" => format!("số lượng ghi trong văn bản không khớp với danh sách: \"{words}\"."),
        "number_blank" => "văn bản để trống số.".to_owned(),
        _ => stated(&["cần xem lại".to_owned(), words.to_owned()], ": ") + &format!(" ({code})"),
    }
}

/// Those parts that are stated.
fn stated(parts: &[String], between: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(between)
}
