//! Answers and failures in Vietnamese, for a person at a terminal.

mod answers;
mod changes;
mod drafts;
mod failure;
mod papers;

use std::fmt::Write;

use serde_json::Value;

use crate::answer::Answered;
use answers::{administrators, entries, history, list, new, recorded, recovery, rehearse, show, timeline, verify};
pub(crate) use changes::{finding, sentences};
pub(crate) use failure::failure;

/// The answer in words.
pub(crate) fn answer(answered: &Answered) -> String {
    let json = &answered.json;
    let mut text = String::new();
    // Writing into a String does not fail.
    let _ = match answered.of {
        "new" => new(&mut text, json),
        "sample" => write!(text, "Đã lập sổ {} ({} mục ghi).", say(&json["path"]), say(&json["entries"])),
        "read" => drafts::read(&mut text, json),
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
        "compare" => changes::compare(&mut text, json),
        "status" => changes::status(&mut text, json),
        "check" => changes::check(&mut text, json),
        "matrix" => changes::matrix(&mut text, json),
        "print" => papers::print(&mut text, json),
        "templates" => papers::templates(&mut text, json),
        "verify_code" => papers::verify_code(&mut text, json),
        "verify" => verify(&mut text, json),
        _ => write!(text, "{json}"),
    };
    text.trim_end().to_owned()
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
        "decision_suspended" => "quyết định đang bị đình chỉ, tạm ngưng hiệu lực",
        "past_sunset" => "đã quá thời hạn thực hiện nhiệm vụ, chưa có văn bản kết thúc",
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
