//! Answers and failures in Vietnamese, for a person at a terminal.

use std::fmt::Write;

use api::Failure;
use serde_json::Value;

use crate::answer::Answered;

/// The answer in words.
pub(crate) fn answer(answered: &Answered) -> String {
    let json = &answered.json;
    let mut text = String::new();
    // Writing into a String does not fail.
    let _ = match answered.of {
        "new" => new(&mut text, json),
        "sample" => write!(text, "Đã lập sổ {} ({} mục ghi).", say(&json["path"]), say(&json["entries"])),
        "read" => read(&mut text, json),
        "rehearse" => rehearse(&mut text, json),
        "import" | "record" | "pack" => recorded(&mut text, json),
        "undo" => write!(text, "Đã ghi rằng mục đó là ghi nhầm. Mục cũ vẫn còn trong sổ, chỉ không còn được tính đến."),
        "entries" => entries(&mut text, json),
        "history" => history(&mut text, json),
        "rebuild" => write!(text, "Đã lập lại phần suy ra từ các mục ghi ({} dòng).", say(&json["rows"])),
        "administrators" => administrators(&mut text, json),
        "admit" => write!(text, "Đã thêm quản trị viên.\n{}", recovery(json)),
        "recover" => write!(text, "Đã đặt mật khẩu mới."),
        "list" => list(&mut text, json),
        "show" => show(&mut text, json),
        "timeline" => timeline(&mut text, json),
        "print" => write!(text, "Đã lưu {} ({} trang).", say(&json["path"]), say(&json["pages"])),
        "verify" => verify(&mut text, json),
        _ => write!(text, "{json}"),
    };
    text.trim_end().to_owned()
}

fn read(text: &mut String, json: &Value) -> std::fmt::Result {
    if count(&json["decisions"]) == 0 {
        return writeln!(text, "Không thấy quyết định nào trong tệp {}.", say(&json["file"]));
    }
    for decision in items(&json["decisions"]) {
        writeln!(text, "{} ngày {} · {}", say(&decision["number"]), date(&decision["date"]), say(&decision["issuer"]))?;
        writeln!(text, "{}", say(&decision["title"]))?;
        for member in items(&decision["members"]) {
            let who = [&member["name"], &member["position"]].map(|part| part.as_str().unwrap_or_default());
            let who = who.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
            writeln!(
                text,
                "  {:>3}. {} — {} ({})",
                say(&member["n"]),
                who,
                say(&member["role"]),
                say(&member["article"])
            )?;
        }
    }
    for warning in items(&json["warnings"]) {
        writeln!(text, "Lưu ý ({}): {}", say(&warning["code"]), say(&warning["detail"]))?;
    }
    Ok(())
}

fn rehearse(text: &mut String, json: &Value) -> std::fmt::Result {
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

fn new(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "Đã lập sổ {}.", say(&json["path"]))?;
    writeln!(text, "{}", recovery(json))
}

fn recovery(json: &Value) -> String {
    format!(
        "Mã dự phòng: {}\nChép mã này ra giấy và cất kỹ: khi quên mật khẩu, chỉ mã này mở lại được quyền ghi. Mã không hiện lần thứ hai.",
        say(&json["recovery_code"])
    )
}

fn recorded(text: &mut String, json: &Value) -> std::fmt::Result {
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

fn entries(text: &mut String, json: &Value) -> std::fmt::Result {
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

fn history(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "{}", say(&json["person"]))?;
    for period in items(&json["periods"]) {
        let cited = format!("{}, {}", say(&period["citation"]["place"]), say(&period["citation"]["decision"]));
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

fn from_to(from: &Value, to: &Value) -> String {
    let from = if from.is_null() { "chưa rõ từ ngày nào".to_owned() } else { format!("từ {}", date(from)) };
    if to.is_null() { from } else { format!("{from} đến trước {}", date(to)) }
}

fn administrators(text: &mut String, json: &Value) -> std::fmt::Result {
    for known in items(&json["administrators"]) {
        let retired = if known["retired"] == true { "  (đã thôi)" } else { "" };
        writeln!(text, "{}  {}{retired}", short(&known["key"]), say(&known["name"]))?;
    }
    Ok(())
}

fn list(text: &mut String, json: &Value) -> std::fmt::Result {
    if count(&json["committees"]) == 0 {
        return writeln!(text, "Vào ngày này sổ chưa có ban, hội đồng, tổ nào.");
    }
    for committee in items(&json["committees"]) {
        writeln!(text, "{} · {} · từ {}", say(&committee["name"]), heads(committee), date(&committee["from"]))?;
    }
    Ok(())
}

fn show(text: &mut String, json: &Value) -> std::fmt::Result {
    writeln!(text, "{}", say(&json["committee"]["name"]))?;
    writeln!(text, "Tính đến ngày {}: {}", date(&json["on"]), heads(json))?;
    for seat in items(&json["seats"]) {
        let cited = format!("{}, {}", say(&seat["citation"]["place"]), say(&seat["citation"]["decision"]));
        writeln!(text, "{} — {} ({cited})", say(&seat["role"]), say(&seat["as_written"]))?;
        for holder in items(&seat["holders"]) {
            let person = holder["person"].as_str().unwrap_or("chưa rõ người giữ");
            writeln!(text, "    {} {}: {person}", say(&holder["post"]), say(&holder["organization"]))?;
        }
        for flag in items(&seat["flags"]).iter().filter_map(|flag| self::flag(flag)) {
            writeln!(text, "    ! {flag}")?;
        }
    }
    for agency in items(&json["standing_agencies"]) {
        writeln!(text, "Cơ quan thường trực: {}", say(&agency["name"]))?;
    }
    for flag in items(&json["flags"]).iter().filter_map(|flag| self::flag(flag)) {
        writeln!(text, "! {flag}")?;
    }
    Ok(())
}

fn timeline(text: &mut String, json: &Value) -> std::fmt::Result {
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

fn verify(text: &mut String, json: &Value) -> std::fmt::Result {
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

/// The failure in words: what, where, what to do.
pub(crate) fn failure(failure: &Failure) -> String {
    let param = |key: &str| failure.params.get(key).cloned().unwrap_or_default();
    let mut text = sentence(&failure.code, &param);
    for candidate in &failure.candidates {
        text.push_str("\n  - ");
        text.push_str(candidate);
    }
    text
}

fn sentence(code: &str, param: &dyn Fn(&str) -> String) -> String {
    match code {
        "file_not_found" => format!("Không tìm thấy {}. Kiểm tra lại đường dẫn.", param("file")),
        "file_not_allowed" => {
            format!("Không được phép đọc hoặc ghi {}. Kiểm tra quyền của tệp và thư mục.", param("file"))
        }
        "file_in_use" => {
            format!(
                "Tệp {} đang mở trong chương trình khác. Đóng tệp ở đó rồi làm lại; tệp cũ vẫn giữ nguyên.",
                param("file")
            )
        }
        "disk_full" => {
            format!("Ổ đĩa đã đầy, chưa ghi được {}. Giải phóng chỗ rồi làm lại; chưa có gì thay đổi.", param("file"))
        }
        "file_failed" => format!("Không đọc hoặc ghi được {}.", param("file")),
        "file_exists" => format!("Đã có tệp {}. Chọn tên khác; tệp cũ được giữ nguyên.", param("file")),
        "is_a_folder" => format!("{} là thư mục. Chọn tệp văn bản bên trong.", param("file")),
        "too_large" => format!("Tệp {} quá lớn ({} byte) so với một văn bản.", param("file"), param("bytes")),
        "not_a_register" => format!("{} không phải là sổ Kiện Toàn. Chọn tệp sổ khác, hoặc lập sổ mới.", param("file")),
        "newer_register" => format!(
            "{} do bản Kiện Toàn mới hơn ghi (dạng {}, bản này biết đến dạng {}). Cài bản mới hơn để mở.",
            param("file"),
            param("found"),
            param("known")
        ),
        "register_in_use" => format!(
            "{} đang mở để ghi ở nơi khác{}. Đóng sổ ở đó rồi làm lại; vẫn xem được sổ như thường.",
            param("file"),
            holder(param)
        ),
        "unsigned_register" => format!(
            "{} được lập bằng bản thử trước đây, khi mục ghi chưa có chữ ký. Lập sổ mới rồi nhập lại các văn bản.",
            param("file")
        ),
        "on_network" => format!(
            "{} nằm trên ổ đĩa mạng ({}): chỉ xem được, không ghi được. Chép sổ về ổ đĩa của máy này rồi làm lại.",
            param("file"),
            param("system")
        ),
        "passphrase_needed" => format!(
            "Việc này cần mật khẩu của quản trị viên. Đặt vào biến {} hoặc nêu tệp bằng --passphrase-file.",
            param("variable")
        ),
        "wrong_passphrase" => "Mật khẩu hoặc mã dự phòng không đúng. Chưa có gì thay đổi.".to_owned(),
        "empty_passphrase" => "Mật khẩu trống. Đặt một câu dài, dễ nhớ với riêng mình.".to_owned(),
        "empty_name" => "Thiếu tên cơ quan hoặc họ tên quản trị viên.".to_owned(),
        "administrator_needed" => {
            "Việc này chỉ quản trị viên của sổ làm được. Mở khóa bằng mật khẩu rồi làm lại.".to_owned()
        }
        "not_an_administrator" => "Khóa này không còn quyền ghi sổ.".to_owned(),
        "last_administrator" => "Đây là quản trị viên cuối cùng; thêm người khác trước khi cho thôi.".to_owned(),
        "cannot_be_undone" => "Mục ghi này không ghi là nhầm được (mở sổ, quản trị viên, gỡ tệp).".to_owned(),
        "undone_already" => "Mục này đã được ghi là nhầm từ trước.".to_owned(),
        "nothing_to_record" => "Không có gì để ghi.".to_owned(),
        "bad_json" => format!("Tệp {} không phải JSON đúng: {}.", param("file"), param("why")),
        "bad_draft" => format!("Không hiểu nội dung quyết định: {}.", param("why")),
        "bad_event" => format!("Việc thứ {} trong danh sách chưa đúng: {}.", param("n"), param("why")),
        "bad_pack" => format!("Danh mục {} sai ở dòng {}: {}.", param("file"), param("line"), param("why")),
        "pack_not_newer" => format!(
            "Sổ đã có danh mục này, bản {}; bản {} không mới hơn. Tăng số version trong tệp.",
            param("known"),
            param("found")
        ),
        "no_source" => format!("Việc thứ {} chưa nêu văn bản hoặc ghi chú làm căn cứ.", param("n")),
        "damaged_file" => "Tệp sổ bị hỏng. Dùng bản sao lưu.".to_owned(),
        "damaged" => format!("Mục ghi số {} của sổ bị hỏng ({}). Dùng bản sao lưu.", param("entry"), param("why")),
        "duplicate" => format!("Quyết định {} đã có trong sổ; không ghi lần nữa.", param("number")),
        "committee_exists" => format!(
            "Đã có {} và văn bản không thay thế quyết định thành lập. Cho biết là cùng ban đó hay ban khác (continues).",
            param("committee")
        ),
        "unresolved_reference" => format!("Có nhắc đến {} mà sổ chưa có; vẫn ghi được.", param("number")),
        "committee_unknown" => format!(
            "Sổ chưa có quyết định thành lập {}; phần thay đổi này sẽ hiện ra khi quyết định đó được ghi.",
            param("committee")
        ),
        "not_the_paper" => {
            "Đây không phải chính văn bản (bài báo, phụ lục hoặc danh sách rời); thay bằng văn bản khi có.".to_owned()
        }
        "unknown_key" => format!("Không hiểu trường \"{}\"; bỏ qua.", param("key")),
        "bad_date" => {
            format!("\"{}\" không phải là một ngày có thật. Ghi năm-tháng-ngày, ví dụ 2016-04-21.", param("date"))
        }
        "not_found" => format!("Sổ không có \"{}\". Kiểm tra lại tên hoặc số.", param("name")),
        "ambiguous" => format!("\"{}\" có thể là nhiều mục. Ghi rõ hơn:", param("name")),
        "unknown_paper" => format!("Không có loại giấy tờ \"{}\". Hiện có: list.", param("paper")),
        "no_decision" => format!("Không thấy quyết định nào trong {}; không ghi gì.", param("file")),
        "missing_field" => {
            format!("Văn bản thiếu hoặc chưa đọc được {}; cần bổ sung trước khi ghi.", field(&param("field")))
        }
        "no_committee" => "Chưa rõ văn bản nói về ban, hội đồng, tổ nào; cần nêu tên trước khi ghi.".to_owned(),
        "unclear_scope" => "Chưa rõ danh sách là toàn bộ hay chỉ là phần thay đổi; cần chọn trước khi ghi.".to_owned(),
        "unclear_effect" => format!("Chưa hiểu ngày có hiệu lực \"{}\".", param("words")),
        "act_not_supported" => "Bản này chưa ghi được việc đổi tên, hợp nhất. Văn bản chưa được ghi vào sổ.".to_owned(),
        "empty_member" => format!("Thành viên thứ {} không có tên và chức vụ.", param("n")),
        "member_without_committee" => format!("Thành viên thứ {} chưa rõ thuộc ban nào.", param("n")),
        "empty" => format!("Tệp {} không có nội dung.", param("file")),
        "not_what_its_name_says" => format!(
            "Tệp {} không đúng như phần đuôi tên: cần {}, nội dung là {}. Mở lại bằng phần mềm gốc và lưu đúng loại.",
            param("file"),
            param("expected"),
            param("found")
        ),
        "unsupported" => {
            format!("Bản này chưa đọc được loại tệp {}. Lưu thành .docx hoặc .txt rồi nhập lại.", param("format"))
        }
        "secret" => format!(
            "Văn bản đóng dấu {}: không được đưa vào máy tính thông thường. Đã dừng đọc, không lưu gì.",
            param("stamp")
        ),
        other => format!("Không thực hiện được ({other}): {}", param("why")),
    }
}

/// Who has a register open.
fn holder(param: &dyn Fn(&str) -> String) -> String {
    match (param("who"), param("host")) {
        (who, _) if who.is_empty() => String::new(),
        (who, host) => format!(" ({who}, máy {host})"),
    }
}

/// The fields without which nothing can be recorded.
fn field(name: &str) -> &str {
    match name {
        "number" => "số, ký hiệu",
        "date" => "ngày ban hành",
        "issuer" => "cơ quan ban hành",
        "act" => "việc chính (thành lập, kiện toàn …)",
        "why" => "lý do",
        other => other,
    }
}

fn flag(flag: &Value) -> Option<&'static str> {
    Some(match flag.as_str()? {
        "vacant" => "chức vụ đang khuyết",
        "not_nominated" => "chưa cử người",
        "post_ended" => "không còn chức danh này",
        "class_empty" => "không còn đơn vị có chức danh này – cần kiện toàn",
        "successor_proposed" => "có đơn vị kế tiếp để xem xét",
        "person_left_post" => "người được nêu tên không còn giữ chức vụ này",
        "two_holders" => "hai người cùng giữ chức vụ",
        "unknown_composition" => "chưa rõ thành phần",
        "reconstructed" => "theo bản dựng lại, không phải văn bản gốc",
        _ => return None,
    })
}

fn heads(json: &Value) -> String {
    match (json.is_null(), json["heads"].as_u64()) {
        (true, _) => "chưa có".to_owned(),
        (false, Some(heads)) => format!("{heads} thành viên"),
        (false, None) => "chưa rõ thành phần".to_owned(),
    }
}

/// 2016-04-21 → 21-4-2016.
fn date(json: &Value) -> String {
    let text = json.as_str().unwrap_or_default();
    match text.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] => format!("{}-{}-{year}", day.trim_start_matches('0'), month.trim_start_matches('0')),
        _ => text.to_owned(),
    }
}

fn say(json: &Value) -> String {
    match json {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn items(json: &Value) -> &[Value] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn count(json: &Value) -> usize {
    items(json).len()
}
