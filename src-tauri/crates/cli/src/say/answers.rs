//! Answers in words.

use std::fmt::Write;

use serde_json::Value;

use super::failure::sentence;
use super::{count, date, flag, heads, items, say};

pub(super) fn rehearse(text: &mut String, json: &Value) -> std::fmt::Result {
    for draft in items(&json["drafts"]) {
        for question in items(&draft["questions"]) {
            writeln!(text, "{}", sentence(&say(&question["code"]), &|key| say(&question["params"][key])))?;
        }
        for committee in items(&draft["committees"]) {
            let (before, after) = (&committee["before"], &committee["after"]);
            writeln!(text, "{}: {} → {}", say(&after["committee"]["name"]), heads(before), heads(after))?;
        }
    }
    writeln!(text, "Chỉ thử: chưa ghi gì vào sổ.")
}

pub(super) fn new(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "Đã lập sổ {}.", say(&json["path"]))?;
    writeln!(text, "{}", recovery(json))
}

pub(super) fn recovery(json: &Value) -> String {
    format!(
        "Mã dự phòng: {}\nChép mã này ra giấy và cất kỹ: khi quên mật khẩu, chỉ mã này mở lại được quyền ghi. Mã không hiện lần thứ hai.",
        say(&json["recovery_code"])
    )
}

pub(super) fn recorded(text: &mut String, json: &Value) -> std::fmt::Result {
    match count(&json["decisions"]) {
        0 => writeln!(text, "Đã ghi vào sổ (mục {}).", short(&json["entries"][0]))?,
        decisions => writeln!(text, "Đã ghi vào sổ {decisions} quyết định.")?,
    }
    for warning in items(&json["warnings"]) {
        writeln!(text, "Lưu ý: {}", sentence(&say(&warning["code"]), &|key| say(&warning["params"][key])))?;
    }
    Ok(())
}

/// The first letters of an entry's id: enough to name it.
fn short(entry: &Value) -> String {
    say(entry).chars().take(12).collect()
}

pub(super) fn entries(text: &mut String, json: &Value) -> std::fmt::Result {
    for entry in items(&json["entries"]) {
        let undone = if entry["undone"] == true { "  (đã ghi là nhầm)" } else { "" };
        writeln!(
            text,
            "{:>4}  {}  {}  {}  {}{undone}",
            say(&entry["seq"]),
            short(&entry["entry"]),
            say(&entry["recorded_at"]).chars().take(16).collect::<String>().replace('T', " "),
            entry_kind(&say(&entry["kind"])),
            say(&entry["about"])
        )?;
    }
    Ok(())
}

fn entry_kind(kind: &str) -> &str {
    match kind {
        "opening" => "mở sổ",
        "admission" => "thêm quản trị viên",
        "retirement" => "thôi quản trị viên",
        "decision" => "quyết định",
        "directory" => "cơ quan, chức vụ",
        "pack" => "danh mục",
        "mistake" => "ghi nhầm",
        "removal" => "gỡ tệp kèm",
        other => other,
    }
}

pub(super) fn history(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "{}", say(&json["person"]))?;
    for period in items(&json["periods"]) {
        let cited = cited(&period["citation"]);
        writeln!(
            text,
            "{}  {} — {} ({cited})",
            from_to(&period["from"], &period["to"]),
            say(&period["committee"]),
            say(&period["role"])
        )?;
    }
    for post in items(&json["posts"]) {
        let capacity = match post["capacity"].as_str() {
            Some("acting") => "quyền ",
            Some("in_charge") => "phụ trách ",
            _ => "",
        };
        writeln!(text, "{}  {capacity}{}", from_to(&post["from"], &post["to"]), say(&post["post"]))?;
    }
    Ok(())
}

/// "Điều 1, 12/QĐ-UBND", or the number alone where the place is not known.
fn cited(citation: &Value) -> String {
    let parts = [say(&citation["place"]), say(&citation["decision"])];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn from_to(from: &Value, to: &Value) -> String {
    let from = if from.is_null() { "chưa rõ từ ngày nào".to_owned() } else { format!("từ {}", date(from)) };
    if to.is_null() { from } else { format!("{from} đến trước {}", date(to)) }
}

pub(super) fn administrators(text: &mut String, json: &Value) -> std::fmt::Result {
    for known in items(&json["administrators"]) {
        let retired = if known["retired"] == true { "  (đã thôi)" } else { "" };
        writeln!(text, "{}  {}{retired}", short(&known["key"]), say(&known["name"]))?;
    }
    Ok(())
}

pub(super) fn list(text: &mut String, json: &Value) -> std::fmt::Result {
    if count(&json["committees"]) == 0 {
        return writeln!(text, "Vào ngày này sổ chưa có ban, hội đồng, tổ nào.");
    }
    for committee in items(&json["committees"]) {
        writeln!(text, "{} · {} · từ {}", say(&committee["name"]), heads(committee), date(&committee["from"]))?;
    }
    Ok(())
}

pub(super) fn show(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "{}", say(&json["committee"]["name"]))?;
    let state = match json["state"].as_str() {
        Some("not_yet") => "chưa thành lập".to_owned(),
        Some("ended") => "đã kết thúc hoạt động".to_owned(),
        Some("suspended") => format!("đang bị đình chỉ, tạm ngưng hoạt động, {}", heads(json)),
        _ => heads(json),
    };
    writeln!(text, "Tính đến ngày {}: {state}", date(&json["on"]))?;
    for seat in items(&json["seats"]) {
        let cited = cited(&seat["citation"]);
        writeln!(text, "{} — {} ({cited})", say(&seat["role"]), say(&seat["as_written"]))?;
        for holder in items(&seat["holders"]) {
            let person = holder["person"].as_str().unwrap_or("chưa rõ người giữ");
            let post = [say(&holder["post"]), say(&holder["organization"])];
            match post.join(" ").trim() {
                "" => writeln!(text, "    {person}")?,
                post => writeln!(text, "    {post}: {person}")?,
            }
        }
        for flag in items(&seat["flags"]).iter().filter_map(flag) {
            writeln!(text, "    ! {flag}")?;
        }
    }
    for agency in items(&json["standing_agencies"]) {
        let scope = agency["scope"].as_str().map(|scope| format!(" ({scope})")).unwrap_or_default();
        writeln!(text, "Cơ quan thường trực: {}{scope}", say(&agency["name"]))?;
    }
    for body in items(&json["sub_bodies"]) {
        writeln!(text, "{}: {}", say(&body["name"]), heads(body))?;
    }
    for flag in items(&json["flags"]).iter().filter_map(flag) {
        writeln!(text, "! {flag}")?;
    }
    Ok(())
}

pub(super) fn timeline(text: &mut String, json: &Value) -> std::fmt::Result {
    for decision in items(&json["decisions"]) {
        let until = decision["ended_on"].as_str().map(|_| format!(" đến {}", date(&decision["ended_on"])));
        writeln!(
            text,
            "{}  {}  {}{}",
            date(&decision["effective_from"]),
            say(&decision["number"]),
            say(&decision["subject"]),
            until.unwrap_or_default()
        )?;
    }
    for event in items(&json["events"]) {
        writeln!(text, "{}  ({})", date(&event["date"]), say(&event["what"]))?;
    }
    Ok(())
}

pub(super) fn verify(text: &mut String, json: &Value) -> std::fmt::Result {
    if json["ok"] == true {
        return writeln!(text, "Sổ nguyên vẹn: {} mục ghi, tệp kèm đủ.", say(&json["entries"]));
    }
    if let Some(bad) = json["first_bad"].as_object() {
        writeln!(
            text,
            "Sổ bị hỏng từ mục ghi số {}: {}. Các mục trước đó vẫn tốt; từ mục này trở đi hãy dùng bản sao lưu.",
            say(&bad["seq"]),
            flaw(&say(&bad["why"]))
        )?;
    }
    if json["derived_ok"] != true {
        writeln!(text, "Phần suy ra từ sổ không khớp với các mục ghi; lập lại bằng lệnh rebuild.")?;
    }
    if json["attachments"]["missing"] != 0 {
        writeln!(text, "Thiếu hoặc sai {} tệp kèm.", say(&json["attachments"]["missing"]))?;
    }
    Ok(())
}

/// What does not hold of an entry.
fn flaw(why: &str) -> &str {
    match why {
        "seq" => "thiếu mục ghi đứng trước",
        "content_id" => "nội dung đã bị sửa",
        "signature" => "chữ ký không đúng",
        "link" => "không nối đúng với mục trước",
        "recorded_at" => "thời điểm ghi không đúng",
        "author" => "người ký không phải quản trị viên",
        "content" => "không đọc được nội dung",
        "head" => "các mục cuối đã bị cắt, hoặc chữ ký chốt sổ không đúng",
        other => other,
    }
}
