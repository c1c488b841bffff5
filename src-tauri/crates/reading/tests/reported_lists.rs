//! Lists within a report: under numbers, dashes and signs, in a table, in the words of a sentence.

#[path = "support/seats.rs"]
mod seats;

use register::draft::{Draft, Source};
use seats::seats;

const BODY: &str = "Ban Chỉ đạo trồng rừng tỉnh Sa Thạch";

fn read(report: &str) -> Draft {
    let read = reading::read("report.txt", report.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

/// A report of a decision on the committee, and what follows.
fn reported(told: &str) -> Draft {
    read(&format!(
        "UBND tỉnh Sa Thạch ban hành Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc kiện toàn {BODY}.\n\n{told}"
    ))
}

#[test]
fn a_report_may_list_roles_line_by_line() {
    let draft = read(&format!(
        "UBND tỉnh Sa Thạch ban hành Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc thành lập {BODY}.\n\nThành phần Ban Chỉ đạo \
         gồm:\n\n- Trưởng ban: Ông Lê Văn Bính - Phó Chủ tịch UBND tỉnh.\n\nPhó Trưởng ban: Giám đốc Sở Trồng rừng.\n\n- Các Ủy \
         viên: Vụ trưởng các Vụ: Giống, Đất; Chánh Văn phòng Bộ.\n\n- Các thành viên:\n\n+ Bà Tạ Thị Canh - Bí thư Tỉnh đoàn;\n\nHôm \
         qua trời mưa."
    ));
    assert_eq!(
        seats(&draft),
        [
            ["Lê Văn Bính", "Trưởng ban"],
            ["Giám đốc Sở Trồng rừng", "Phó Trưởng ban"],
            ["Vụ trưởng Vụ Giống", "Ủy viên"],
            ["Vụ trưởng Vụ Đất", "Ủy viên"],
            ["Chánh Văn phòng Bộ", "Ủy viên"],
            ["Tạ Thị Canh", "Thành viên"]
        ]
    );
}

#[test]
fn the_members_of_a_report_may_stand_in_a_table() {
    let row = |cells: [&str; 4]| format!("<tr>{}</tr>", cells.map(|cell| format!("<td>{cell}</td>")).concat());
    let page = format!(
        "<html><body><p>UBND tỉnh Sa Thạch ban hành Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc thành lập {BODY}.</p><p>Ban Chỉ \
         đạo gồm 02 thành viên, cụ thể như sau:</p><table>{}{}{}</table><p>Quyết định có hiệu lực từ ngày ký.</p><p>CTV Ngọc Lam \
         (Trung tâm Rừng)</p></body></html>",
        row(["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ"]),
        row(["1", "Ông Lê Văn Bính", "Giám đốc Sở Rừng", "Trưởng ban"]),
        row(["2", "Bà Tạ Thị Canh", "Kế toán", "Ủy viên"])
    );
    let read = reading::read("report.html", page.as_bytes()).map(|read| read.decisions).unwrap_or_default();
    let [draft] = read.as_slice() else { panic!("{read:#?}") };
    assert_eq!((draft.source, draft.number.as_deref()), (Some(Source::News), Some("13/QĐ-UBND")));
    assert_eq!(seats(draft), [["Lê Văn Bính", "Trưởng ban"], ["Tạ Thị Canh", "Ủy viên"]]);
}

#[test]
fn signs_and_bracketed_numbers_mark_items_as_well() {
    let draft = reported(
        "👉 Thành phần như sau:\n🔹 Trưởng ban: đ/c Lê Văn Bính, Chủ tịch UBND tỉnh\n🔹 Các ủy viên:\n✅ Đ/c Tạ Thị Canh, Kế toán\n✅ Trưởng \
         các ấp trên địa bàn\n📌 Sở Rừng là cơ quan thường trực của Ban Chỉ đạo.\n☎️ Bà con cần hỗ trợ xin liên hệ Sở Rừng.",
    );
    assert_eq!(
        seats(&draft),
        [["Lê Văn Bính", "Trưởng ban"], ["Tạ Thị Canh", "Ủy viên"], ["Trưởng các ấp trên địa bàn", "Ủy viên"]]
    );
    assert_eq!(draft.standing_agencies.iter().map(|agency| agency.name.as_str()).collect::<Vec<_>>(), ["Sở Rừng"]);
    let draft = reported(
        "1. Thành phần\n\nBan Chỉ đạo gồm các thành viên sau đây:\n\n(1) Trưởng ban: Ông Lê Văn Bính, Phó Chủ tịch UBND tỉnh.\n\n(2) Các \
         Ủy viên:\n\n- Chủ tịch UBND các huyện;\n\n- Bà Tạ Thị Canh, Kế toán.\n\n2. Cơ quan thường trực\n\nSở Rừng là cơ quan thường trực \
         của Ban Chỉ đạo.",
    );
    assert_eq!(
        seats(&draft),
        [["Lê Văn Bính", "Trưởng ban"], ["Chủ tịch UBND các huyện", "Ủy viên"], ["Tạ Thị Canh", "Ủy viên"]]
    );
}

#[test]
fn numbered_people_have_their_roles_behind_a_dash_or_a_comma() {
    let draft = read(
        "Ngày 15/01/2026, Ủy ban nhân dân xã Sa Thạch đã ban hành Quyết định số 12/QĐ-UBND về việc thành lập Ủy ban bầu cử đại biểu \
         Hội đồng nhân dân xã Sa Thạch, gồm 02 đồng chí có tên sau:\n\n1. Đ/c Lê Văn Bính, Bí thư Đảng ủy, Chủ tịch HĐND xã - Chủ \
         tịch;\n\n2. Đ/c Tạ Thị Canh, Trưởng Công an xã - Ủy viên.",
    );
    assert_eq!(seats(&draft), [["Lê Văn Bính", "Chủ tịch"], ["Tạ Thị Canh", "Ủy viên"]]);
    let draft = reported(
        "Ban Chỉ đạo gồm các đồng chí:\n\n1. Lê Văn Bính, Phó Bí thư Tỉnh ủy, Trưởng ban;\n\n2. Thượng tá Tạ Văn Canh, Phó Giám đốc \
         Công an tỉnh, Phó Trưởng ban.",
    );
    assert_eq!(seats(&draft), [["Lê Văn Bính", "Trưởng ban"], ["Tạ Văn Canh", "Phó Trưởng ban"]]);
}

#[test]
fn a_role_and_is_may_follow_a_comma_and_who_gives_way_stand_before_the_role() {
    let draft = reported(
        "Trưởng ban là ông Lê Văn Bính - Phó Chủ tịch UBND tỉnh, Phó Trưởng ban là bà Tạ Thị Canh - Giám đốc Sở Rừng.\n\nThứ trưởng Bộ \
         Rừng Vương Thục Hiền thay ông Đàm Quang Thuần làm Ủy viên Thường trực Ban Chỉ đạo.",
    );
    assert_eq!(
        seats(&draft),
        [["Lê Văn Bính", "Trưởng ban"], ["Tạ Thị Canh", "Phó Trưởng ban"], ["Vương Thục Hiền", "Ủy viên Thường trực"]]
    );
    assert_eq!(draft.leaves, ["Đàm Quang Thuần"]);
}

#[test]
fn whoever_stands_behind_another_place_is_somebody() {
    let draft = read(
        "(DTXB) Sa Thạch, 4/3 - UBND phường Sa Thạch ban hành Quyết định số 41/QĐ-UBND ngày 20/01/2026 về việc thành lập Ban Tổ chức Lễ hội \
         Cầu Ngư năm 2026. Các thành viên gồm: Trưởng Công an phường Đặng Phi Long, đại diện các vạn chài.\n\nGiúp việc cho Ban Tổ chức \
         có Tổ giúp việc do ông Lê Văn Bính, chuyên viên Phòng Văn hóa làm Tổ trưởng.",
    );
    assert_eq!(seats(&draft), [["Đặng Phi Long", "Thành viên"], ["đại diện các vạn chài", "Thành viên"]]);
    assert_eq!(draft.issuer.as_deref(), Some("UBND phường Sa Thạch"));
    let inside: Vec<_> = draft.sub_bodies.iter().map(|body| (body.name.as_str(), body.members.len())).collect();
    assert_eq!(inside, [("Tổ giúp việc", 1)]);
}

#[test]
fn those_who_come_for_others_are_told_one_after_the_other() {
    let draft = reported(
        "Theo đó, bổ sung Thượng tướng Lê Văn Bính, Thứ trưởng Bộ Công an thay ông Trần Văn Nam đã nghỉ hưu; bổ sung ông Lò Văn Ất, Thứ \
         trưởng Bộ Y tế, thay bà Tạ Thị Canh được phân công nhiệm vụ khác.",
    );
    assert_eq!(seats(&draft), [["Lê Văn Bính", ""], ["Lò Văn Ất", ""]]);
    assert_eq!(draft.leaves, ["Trần Văn Nam", "Tạ Thị Canh"]);
}

#[test]
fn a_list_may_stand_in_the_sentence_that_reports_the_decision() {
    let draft = read(
        "Ngày 5/6, UBND tỉnh Sa Thạch ban hành Quyết định số 80/QĐ-UBND về việc thành lập Ban Chỉ đạo trồng rừng tỉnh, gồm các ông: Lê Văn \
         Bính - Phó Chủ tịch UBND tỉnh, Trưởng ban; Trần Văn Nam - Giám đốc Sở Rừng, Phó Trưởng ban;Lò Văn Ất - Chánh Văn phòng, Ủy viên.",
    );
    assert_eq!(
        seats(&draft),
        [["Lê Văn Bính", "Trưởng ban"], ["Trần Văn Nam", "Phó Trưởng ban"], ["Lò Văn Ất", "Ủy viên"]]
    );
}

#[test]
fn a_body_may_be_completed_and_renamed_at_once() {
    let draft = read(
        "Theo Quyết định số 512/QĐ-TTg ngày 10/4/2024, Thủ tướng Chính phủ kiện toàn và đổi tên Ban Chỉ đạo nhà nước về chợ thành Ban Chỉ \
         đạo quốc gia về chợ. Phó Thủ tướng Trần Văn Nam làm Trưởng ban.",
    );
    assert_eq!(draft.committees, ["Ban Chỉ đạo quốc gia về chợ"]);
    assert_eq!(draft.old_names, ["Ban Chỉ đạo nhà nước về chợ"]);
    assert_eq!(seats(&draft), [["Trần Văn Nam", "Trưởng ban"]]);
}
