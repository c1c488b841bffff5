//! What is said of papers.

use std::fmt::{Result, Write};

use serde_json::Value;

use super::{date, say};

pub(super) fn print(text: &mut String, json: &Value) -> Result {
    let much = match json["pages"].as_u64() {
        Some(pages) => format!("{pages} trang"),
        None => format!("{} dòng", say(&json["rows"])),
    };
    writeln!(text, "Đã lưu {} ({much}). Mã đối chiếu: {}.", say(&json["path"]), say(&json["code"]))?;
    for said in json["warnings"].as_array().into_iter().flatten() {
        let place = [&said["file"], &said["line"]].map(say).join(":");
        writeln!(text, "Mẫu trình bày {}: {}", place.trim_matches(':'), say(&said["message"]))?;
    }
    Ok(())
}

pub(super) fn templates(text: &mut String, json: &Value) -> Result {
    let written: Vec<String> = json["written"].as_array().into_iter().flatten().map(say).collect();
    if written.is_empty() {
        return write!(text, "Thư mục {} đã có đủ các mẫu; không ghi đè tệp nào.", say(&json["folder"]));
    }
    write!(text, "Đã chép vào {}: {}.", say(&json["folder"]), written.join(", "))
}

pub(super) fn verify_code(text: &mut String, json: &Value) -> Result {
    if json["confirmed"] != true {
        return write!(text, "Không đối chiếu được: mã {} không phải của sổ này, hoặc chép sai.", say(&json["code"]));
    }
    let known = json["known_on"].as_str().unwrap_or_default();
    writeln!(
        text,
        "Đúng: giấy tờ này lập từ sổ, tính đến ngày {}, theo sổ biết đến {known}, mục ghi {}.",
        date(&json["on"]),
        say(&json["entry"])
    )?;
    match json["entries_since"].as_u64() {
        Some(0) | None => write!(text, "Từ đó đến nay sổ không có mục ghi mới."),
        Some(since) => write!(text, "Từ đó đến nay sổ có {since} mục ghi mới; nội dung có thể đã khác."),
    }
}

/// Why a paper was not made.
pub(super) fn refused(code: &str, param: &dyn Fn(&str) -> String) -> String {
    match code {
        "unknown_paper" => format!(
            "Không có loại giấy tờ \"{}\". Hiện có: list, summary, changes, sources, decisions, notice, person, \
             organization, matrix.",
            param("paper")
        ),
        "unknown_form" => {
            format!("Giấy tờ này lưu được thành: {}. Đổi đuôi tên tệp {}.", param("forms"), param("file"))
        }
        "bad_code" => format!(
            "\"{}\" không phải mã đối chiếu. Mã có ba phần, ví dụ 17-4M1P1QXB2K-8CF2A913; chép lại từ chân trang.",
            param("code")
        ),
        "paper_needs" => format!("Cần nêu {} mà giấy tờ nói về.", subject(&param("what"))),
        "paper_letter_missing" => format!(
            "Chữ \"{}\" ({}) trong \"{}\" không có trong phông chữ nên không in được. Sửa chỗ đó trong sổ, hoặc lưu \
             thành DOCX.",
            param("letter"),
            param("sign"),
            param("text")
        ),
        "paper_layout_failed" => {
            let place = [param("file"), param("line")].into_iter().filter(|part| !part.is_empty());
            let place = place.collect::<Vec<_>>().join(", dòng ");
            let hint = Some(param("hint")).filter(|hint| !hint.is_empty());
            let hint = hint.map(|hint| format!(" Gợi ý: {hint}.")).unwrap_or_default();
            format!("Mẫu trình bày có lỗi ở {place}: {}.{hint} Chưa có gì được lưu.", param("why"))
        }
        "paper_picture_failed" => format!("Không làm được ảnh ({}). Hãy lưu thành PDF hoặc SVG.", param("why")),
        "chart_too_large" => "Sơ đồ chung lớn quá khổ vẽ được. Hãy in sơ đồ của từng ban.".to_owned(),
        "paper_pdf_failed" => format!("Không làm được PDF ({}). Chưa có gì được lưu.", param("why")),
        "paper_not_written" => format!("Không làm được tệp {} ({}).", param("file"), param("why")),
        "paper_face_unreadable" => format!("Phông chữ đi kèm bị hỏng ({}). Cài lại chương trình.", param("file")),
        _ => "Không dàn được trang. Báo người phụ trách chương trình.".to_owned(),
    }
}

fn subject(what: &str) -> &'static str {
    match what {
        "decision" => "quyết định",
        "person" => "người",
        "organization" => "cơ quan, đơn vị",
        _ => "ban, hội đồng, tổ",
    }
}
