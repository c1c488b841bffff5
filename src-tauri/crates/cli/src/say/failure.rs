//! Failures and notices in words: what, where, what to do.

use api::Failure;

use super::papers;

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

pub(super) fn sentence(code: &str, param: &dyn Fn(&str) -> String) -> String {
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
        "locked" => format!("Tệp {} đặt mật khẩu mở. Bỏ mật khẩu, lưu lại rồi đọc lại.", param("file")),
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
        "bad_draft" if matches!(param("at").as_str(), "" | ".") => {
            format!("Không hiểu nội dung quyết định: {}.", param("why"))
        }
        "bad_draft" => format!("Không hiểu nội dung quyết định, ở {}: {}.", param("at"), param("why")),
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
        "unknown_paper" | "unknown_form" | "bad_code" | "chart_too_large" => papers::refused(code, param),
        code if code.starts_with("paper_") => papers::refused(code, param),
        "files_differ" => {
            format!("Các tệp không khớp nhau ở {}. Đối chiếu lại, hoặc nhập từng tệp; không ghi gì.", param("words"))
        }
        "no_decision" => format!("Không thấy quyết định nào trong {}; không ghi gì.", param("file")),
        "missing_field" => {
            format!("Văn bản thiếu hoặc chưa đọc được {}; cần bổ sung trước khi ghi.", field(&param("field")))
        }
        "empty_entry" => {
            format!("Mục \"{}\" có dòng để trống; điền vào, hoặc bỏ dòng ấy trước khi ghi.", field(&param("field")))
        }
        "no_committee" => "Chưa rõ văn bản nói về ban, hội đồng, tổ nào; cần nêu tên trước khi ghi.".to_owned(),
        "unclear_scope" => "Chưa rõ danh sách là toàn bộ hay chỉ là phần thay đổi; cần chọn trước khi ghi.".to_owned(),
        "unclear_effect" => format!("Chưa hiểu ngày có hiệu lực \"{}\".", param("words")),
        "several_committees" => {
            "Văn bản nói về nhiều ban; chưa rõ nội dung này thuộc ban nào. Nêu tên ban ở từng mục (committee)."
                .to_owned()
        }
        "empty_member" => format!("Thành viên thứ {}{} không có tên và chức vụ.", param("n"), listed_in(param)),
        "member_without_committee" => {
            format!("Thành viên thứ {}{} chưa rõ thuộc ban nào.", param("n"), listed_in(param))
        }
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
/// The sub-body in whose list a line stands.
fn listed_in(param: &dyn Fn(&str) -> String) -> String {
    Some(param("sub_body")).filter(|name| !name.is_empty()).map(|name| format!(" của {name}")).unwrap_or_default()
}

/// What an office calls a part of a draft.
pub(super) fn field(name: &str) -> &str {
    match name {
        "number" => "số, ký hiệu",
        "date" => "ngày ban hành",
        "issuer" => "cơ quan ban hành",
        "act" => "việc chính (thành lập, kiện toàn …)",
        "old_names" => "tên cũ của ban được đổi tên",
        "why" => "lý do",
        "committees" => "tổ chức",
        "leaves" => "thôi tham gia",
        "duties" => "nhiệm vụ",
        "dissolves" => "kết thúc hoạt động",
        "merged_from" => "hợp nhất từ",
        "replaces" => "thay thế",
        "repeals" => "bãi bỏ",
        "amends" => "sửa đổi, bổ sung",
        "withdraws" => "thu hồi",
        "suspends" => "tạm ngưng",
        "resumes" => "cho tiếp tục",
        "corrects" => "đính chính",
        "revives" => "có hiệu lực lại",
        "standing_agencies" => "cơ quan thường trực",
        "sub_bodies" => "bộ phận giúp việc",
        other => other,
    }
}
