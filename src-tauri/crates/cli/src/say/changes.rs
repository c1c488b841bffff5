//! What changed, how a decision stands, what to look at: in words.

use std::fmt::Write;

use serde_json::Value;

use super::{date, flag, items, say};

/// What changed between two dates, a sentence for each.
pub(crate) fn sentences(json: &Value) -> Vec<String> {
    let mut sentences = Vec::new();
    let role = |role: &Value| role.as_str().map(|role| format!(" làm {role}")).unwrap_or_default();
    let post = |moved: &Value| match moved["post"].as_str().filter(|_| moved["known"] == true) {
        Some(post) => format!("{}, {post},", say(&moved["who"])),
        None => say(&moved["who"]),
    };
    for moved in items(&json["joined"]) {
        let comes = if moved["invited"] == true { "được mời tham gia" } else { "vào" };
        sentences.push(format!("{} {comes}{}{}.", post(moved), role(&moved["role"]), cited(&moved["citation"])));
    }
    for moved in items(&json["left"]) {
        let was = moved["role"].as_str().map(|role| format!(" (đang là {role})")).unwrap_or_default();
        sentences.push(format!("{} thôi tham gia{was}{}.", post(moved), cited(&moved["citation"])));
    }
    for changed in items(&json["changed"]) {
        // A guest in the same role is no member any more.
        let [from, to] = [("from_role", 0), ("to_role", 1)].map(|(key, at)| {
            let role = changed[key].as_str().unwrap_or("thành viên");
            let guest = changed["invited"][at] == true && changed["invited"][1 - at] != true;
            if guest { format!("khách mời ({role})") } else { role.to_owned() }
        });
        sentences.push(format!("{} từ {from} thành {to}{}.", say(&changed["who"]), cited(&changed["citation"])));
    }
    for moved in items(&json["vacated"]) {
        let seat = moved["role"].as_str().map(|role| format!(" ({role})")).unwrap_or_default();
        sentences.push(format!(
            "{} không còn ở vị trí{seat}; vị trí đang trống{}.",
            post(moved),
            cited(&moved["citation"])
        ));
    }
    for part in items(&json["sub_bodies"]) {
        let name = say(&part["committee"]["name"]);
        sentences.extend(self::sentences(part).into_iter().map(|sentence| format!("{name}: {sentence}")));
    }
    sentences
}

/// ", theo Điều 1 văn bản số 12/QĐ-UBND ngày 1-3-2018": it may be a letter, too.
fn cited(citation: &Value) -> String {
    let place = citation["place"].as_str().map(|place| format!("{place} ")).unwrap_or_default();
    match (say(&citation["decision"]), citation["note"].as_str()) {
        (number, _) if !number.is_empty() => {
            let day =
                if citation["date"].is_null() { String::new() } else { format!(" ngày {}", date(&citation["date"])) };
            format!(", theo {place}văn bản số {number}{day}")
        }
        (_, Some(note)) => format!(", theo ghi chú: {note}"),
        _ => String::new(),
    }
}

pub(super) fn compare(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "{}", say(&json["committee"]["name"]))?;
    writeln!(text, "Từ {} đến {}:", date(&json["from"]), date(&json["to"]))?;
    if items(&json["flags"]).iter().any(|flag| flag == "unknown_composition") {
        writeln!(text, "! Một trong hai ngày chưa rõ thành phần: không thể biết ai vào, ai ở lại.")?;
    }
    let sentences = sentences(json);
    if sentences.is_empty() {
        return writeln!(text, "Không có thay đổi.");
    }
    sentences.iter().try_for_each(|sentence| writeln!(text, "- {sentence}"))
}

pub(super) fn status(text: &mut String, json: &Value) -> std::fmt::Result {
    let status = match json["status"].as_str() {
        Some("not_yet") => "chưa có hiệu lực",
        Some("partly_ended") => "hết hiệu lực một phần",
        Some("ended") => "hết hiệu lực",
        Some("suspended") => "đang ngưng hiệu lực",
        _ => "còn hiệu lực",
    };
    writeln!(text, "{} ngày {}", say(&json["decision"]), date(&json["issued_on"]))?;
    writeln!(text, "Tính đến ngày {}: {status}", date(&json["on"]))?;
    for reason in items(&json["because"]) {
        let since = date(&reason["since"]);
        writeln!(text, "- {} {}, từ ngày {since}", relation(&reason["relation"]), say(&reason["decision"]))?;
    }
    items(&json["flags"]).iter().filter_map(flag).try_for_each(|flag| writeln!(text, "! {flag}"))
}

/// What was done to a decision, by the one whose number follows.
fn relation(relation: &Value) -> &'static str {
    match relation.as_str().unwrap_or_default() {
        "replaces" => "được thay thế bằng",
        "repeals" => "bị bãi bỏ bởi",
        "withdraws" => "bị thu hồi bởi",
        "amends" => "được sửa đổi, bổ sung bởi",
        "corrects" => "được đính chính bởi",
        "suspends" => "bị đình chỉ, tạm ngưng bởi",
        "reconstitutes" => "danh sách được kiện toàn theo",
        "dissolves" => "ban bị giải thể theo",
        "merged_from" => "ban được hợp nhất, sáp nhập theo",
        "sunset_on" => "ban hết thời hạn hoạt động theo",
        _ => "theo",
    }
}

pub(super) fn check(text: &mut String, json: &Value) -> std::fmt::Result {
    let findings = items(&json["findings"]);
    if findings.is_empty() {
        return writeln!(text, "Không có điều gì cần xem lại.");
    }
    for finding in findings {
        let mark = if finding["severity"] == "error" { "Lỗi" } else { "Lưu ý" };
        writeln!(
            text,
            "{mark}: {}\n    {}\n    ({})",
            say(&finding["at"]),
            say(&finding["detail"]),
            say(&finding["rule"])
        )?;
    }
    Ok(())
}

pub(super) fn matrix(text: &mut String, json: &Value) -> std::fmt::Result {
    let committees = items(&json["committees"]);
    for row in items(&json["rows"]) {
        writeln!(text, "{} — {} ban, đứng đầu {}", say(&row["who"]), say(&row["committees"]), say(&row["chairs"]))?;
        for cell in items(&row["cells"]) {
            let at = cell["committee"].as_u64().and_then(|at| usize::try_from(at).ok());
            let committee = at.and_then(|at| committees.get(at)).map(|known| say(&known["name"])).unwrap_or_default();
            writeln!(text, "    {committee}: {}", say(&cell["role"]))?;
        }
    }
    Ok(())
}

/// A finding as the contract has it: where, by which rule and what to do are sentences; what they were made
/// from stands beside them.
pub(crate) fn finding(finding: &Value) -> Value {
    let what: Vec<String> = items(&finding["what"]).iter().map(say).collect();
    let code = say(&finding["code"]);
    serde_json::json!({
        "code": code,
        "severity": finding["severity"],
        "at": place(&finding["at"]),
        "rule": rule(&finding["rule"]),
        "detail": detail(&code, &what, &finding["rule"]),
        "where": finding["at"],
        "what": finding["what"],
    })
}

fn place(at: &Value) -> String {
    let decision = at["number"].as_str().map(|number| format!("{number} ngày {}", date(&at["date"])));
    let parts = [
        at["committee"]["name"].as_str().map(str::to_owned),
        at["as_written"].as_str().map(str::to_owned),
        decision,
        at["person"].as_str().map(str::to_owned),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Cơ quan, chức vụ".to_owned() } else { parts.join(" · ") }
}

fn rule(rule: &Value) -> String {
    match rule["source"].as_str() {
        Some("law") => say(&rule["text"]),
        Some("pack") => format!("{} ({})", say(&rule["says"]), say(&rule["text"])),
        _ => format!("Quy tắc của sổ, mục {}", say(&rule["section"])),
    }
}

/// What is the matter, and the way out.
fn detail(code: &str, what: &[String], rule: &Value) -> String {
    let first = what.first().cloned().unwrap_or_default();
    let all = what.join(", ");
    match code {
        "no_chair" => "Không có người đứng đầu. Kiểm tra lại danh sách, hoặc kiện toàn.".into(),
        "no_standing_agency" => {
            "Chưa có cơ quan thường trực. Kiểm tra lại văn bản, hoặc giao bằng một quyết định.".into()
        }
        "vacant" => "Chức vụ đang khuyết. Ghi người mới giữ chức vụ, hoặc kiện toàn.".into(),
        "not_nominated" => "Chưa cử người. Ghi văn bản cử khi có.".into(),
        "post_ended" => "Chức danh hoặc cơ quan này không còn. Cần kiện toàn.".into(),
        "class_empty" => "Không còn đơn vị có chức danh này. Cần kiện toàn.".into(),
        "successor_proposed" => {
            format!("Cơ quan đã nhập vào {first}. Xem xét đưa chức danh tương ứng vào khi kiện toàn.")
        }
        "person_left_post" => format!("{all} không còn giữ chức vụ ghi trong quyết định. Kiện toàn nếu cần thay."),
        "two_holders" => format!("Hai người cùng giữ một chức vụ: {all}. Ghi việc thôi giữ chức của người trước."),
        "unknown_composition" => "Chưa rõ thành phần. Nhập quyết định có danh sách khi tìm được.".into(),
        "decision_suspended" => "Đang bị đình chỉ, tạm ngưng. Theo dõi văn bản cho tiếp tục hoặc bãi bỏ.".into(),
        "past_sunset" => "Đã quá thời hạn thực hiện nhiệm vụ. Gia hạn, hoặc kết thúc hoạt động.".into(),
        "reconstructed" => "Dựa trên bản dựng lại theo tin đưa. Nhập chính văn bản khi tìm được.".into(),
        "unresolved_reference" if rule["section"] == "5.6" => format!(
            "Văn bản cử người của {first} chưa rõ cử vào vị trí nào. Kiểm tra tên ban, tên cơ quan cử, hoặc ghi thêm chức danh."
        ),
        "unresolved_reference" => {
            format!("Nhắc đến \"{first}\" mà sổ chưa có. Ghi bổ sung, hoặc kiểm tra lại cách viết.")
        }
        "ambiguous_reference" => format!("Số {first} có nhiều quyết định. Ghi rõ ngày ban hành."),
        "tie" => format!(
            "Cùng ngày ban hành và hiệu lực với {first}, khác loại số: thứ tự trước sau do sổ tự xếp. Kiểm tra lại."
        ),
        "same_name" => format!("Cùng một họ tên giữ {all}: có thể là hai người. Ghi rõ nếu là hai người khác nhau."),
        "duplicate" => format!("Số này đã có trong cùng năm (ngày {first}). Ghi nhầm thì hủy một mục."),
        "basis_not_in_force" => format!("Căn cứ {first} không còn hiệu lực khi ban hành. Kiểm tra lại căn cứ."),
        "replaced_twice" => format!("Bị thay thế nhiều lần: {all}. Kiểm tra lại số bị thay thế."),
        "count_mismatch" => {
            let read = what.get(1).cloned().unwrap_or_default();
            format!("Văn bản nêu {first} thành viên, sổ có {read}. So lại danh sách với văn bản.")
        }
        "correction_by_letter" => "Công văn đính chính không làm thay đổi thành viên. Cần quyết định sửa đổi.".into(),
        _ => format!("{} Hiện là: {all}.", say(&rule["says"])),
    }
}
