//! Tables that are lists, and cells that hold more than one thing.

#![allow(clippy::unwrap_used)]

mod support;

use register::draft::Draft;
use support::{body, p};

/// A decision that founds a council with the rows of a table; each cell is some paragraphs.
fn read(rows: &[&[&[&str]]]) -> Draft {
    read_with(rows, &[])
}

/// The same with another table at its foot.
fn read_with(rows: &[&[&[&str]]], foot: &[&[&[&str]]]) -> Draft {
    let paragraphs = |lines: &[&str]| lines.iter().map(|line| p(line)).collect::<String>();
    let cell = |lines: &&[&str]| format!("<w:tc>{}</w:tc>", paragraphs(lines));
    let row = |cells: &&[&[&str]]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    let head = [
        "ỦY BAN NHÂN DÂN",
        "XÃ SA THẠCH",
        "Số: 12/QĐ-UBND",
        "Sa Thạch, ngày 2 tháng 3 năm 2020",
        "QUYẾT ĐỊNH",
        "Về việc thành lập Ban Chỉ đạo giảm nghèo xã Sa Thạch",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH",
        "QUYẾT ĐỊNH:",
        "Điều 1. Thành lập Ban Chỉ đạo giảm nghèo xã Sa Thạch gồm:",
    ];
    let table_of = |rows: &[&[&[&str]]]| {
        let rows: String = rows.iter().map(row).collect();
        if rows.is_empty() { rows } else { format!("<w:tbl>{rows}</w:tbl>") }
    };
    let (table, foot) = (table_of(rows), table_of(foot));
    let end = p("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.");
    let reading = reading::read("paper.docx", &body(&format!("{}{table}{end}{foot}", paragraphs(&head)))).unwrap();
    reading.decisions.into_iter().next().unwrap_or_default()
}

fn seats(draft: &Draft) -> Vec<[String; 3]> {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    draft.members.iter().map(|seat| [&seat.name, &seat.position, &seat.role].map(said)).collect()
}

#[test]
fn a_list_counted_through_two_cells_is_read_as_one() {
    let draft = read(&[&[
        &["1. Ông Tạ Văn Bính, Chủ tịch UBND xã - Trưởng ban;", "2. Bà Lò Thị Đinh, Kế toán - Ủy viên;"],
        &["3. Ông Lê Văn Mậu, Trưởng Công an xã - Ủy viên;", "4. Bà Lê Thị Quý, Bí thư Đoàn xã - Thư ký."],
    ]]);
    let expected = [
        ["Tạ Văn Bính", "Chủ tịch UBND xã", "Trưởng ban"],
        ["Lò Thị Đinh", "Kế toán", "Ủy viên"],
        ["Lê Văn Mậu", "Trưởng Công an xã", "Ủy viên"],
        ["Lê Thị Quý", "Bí thư Đoàn xã", "Thư ký"],
    ];
    assert_eq!(seats(&draft), expected);
}

#[test]
fn columns_with_a_role_at_the_head_are_read_one_after_the_other() {
    let draft = read(&[
        &[&["Trưởng ban:"], &["Ủy viên:"]],
        &[&["Ông Tạ Văn Bính, Chủ tịch UBND xã."], &["Bà Lò Thị Đinh, Kế toán;"]],
        &[&["Phó Trưởng ban:"], &["Ông Lê Văn Mậu, Trưởng Công an xã."]],
        &[&["Bà Lê Thị Quý, Phó Chủ tịch UBND xã."], &[""]],
    ]);
    let expected = [
        ["Tạ Văn Bính", "Chủ tịch UBND xã", "Trưởng ban"],
        ["Lê Thị Quý", "Phó Chủ tịch UBND xã", "Phó Trưởng ban"],
        ["Lò Thị Đinh", "Kế toán", "Ủy viên"],
        ["Lê Văn Mậu", "Trưởng Công an xã", "Ủy viên"],
    ];
    assert_eq!(seats(&draft), expected);
}

#[test]
fn two_people_in_a_cell_have_a_post_each_where_the_next_cell_has_as_many() {
    let head: &[&[&str]] = &[&["TT"], &["Họ và tên"], &["Chức vụ"], &["Vai trò"]];
    let draft = read(&[
        head,
        &[&["1"], &["Ông Tạ Văn Bính"], &["Chủ tịch UBND xã"], &["Trưởng ban"]],
        &[&["2"], &["1. Bà Lò Thị Đinh", "2. Ông Lê Văn Mậu"], &["1. Kế toán", "2. Công chức Tư pháp"], &["Ủy viên"]],
        &[&["3"], &["Thiếu tá Lê Văn Kỷ", "Đại úy Lê Văn Canh"], &["Trợ lý Ban Chỉ huy"], &["Ủy viên"]],
        &[
            &["4"],
            &["Ông Lê Văn Giáp", "Bà Lê Thị Quý"],
            &["Phó Giám đốc phụ trách kỹ thuật", "Phó Giám đốc phụ trách kinh doanh"],
            &["Ủy viên"],
        ],
    ]);
    let expected = [
        ["Tạ Văn Bính", "Chủ tịch UBND xã", "Trưởng ban"],
        ["Lò Thị Đinh", "Kế toán", "Ủy viên"],
        ["Lê Văn Mậu", "Công chức Tư pháp", "Ủy viên"],
        ["Lê Văn Kỷ", "Trợ lý Ban Chỉ huy", "Ủy viên"],
        ["Lê Văn Canh", "Trợ lý Ban Chỉ huy", "Ủy viên"],
        ["Lê Văn Giáp", "Phó Giám đốc phụ trách kỹ thuật", "Ủy viên"],
        ["Lê Thị Quý", "Phó Giám đốc phụ trách kinh doanh", "Ủy viên"],
    ];
    assert_eq!(seats(&draft), expected);
}

#[test]
fn an_empty_cell_below_a_role_says_it_again() {
    let draft = read(&[
        &[&["Chức danh"], &["Họ và tên"], &["Chức vụ công tác"]],
        &[&["Trưởng ban"], &["Ông Tạ Văn Bính"], &["Chủ tịch UBND xã"]],
        &[&["Thành viên"], &["Bà Lò Thị Đinh"], &["Kế toán"]],
        &[&[""], &["Ông Lê Văn Mậu"], &["Trưởng Công an xã"]],
    ]);
    let roles: Vec<String> = seats(&draft).into_iter().map(|[_, _, role]| role).collect();
    assert_eq!(roles, ["Trưởng ban", "Thành viên", "Thành viên"]);
}

#[test]
fn what_a_bracket_says_of_the_body_is_no_part_of_the_post() {
    let text = "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\nVề việc \
                thành lập Ban Chỉ đạo giảm nghèo xã Sa Thạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n\nQUYẾT ĐỊNH:\n\n\
                Điều 1. Thành lập Ban Chỉ đạo giảm nghèo xã Sa Thạch gồm:\n1. Chủ tịch UBND xã: Trưởng ban;\n2. Giám đốc Sở \
                Y tế (cơ quan Thường trực của Ban Chỉ đạo): Ủy viên.\n\nĐiều 2. Quyết định có hiệu lực từ ngày ký.";
    let read = reading::read("paper.txt", text.as_bytes()).unwrap();
    let draft = read.decisions.into_iter().next().unwrap_or_default();
    assert_eq!(seats(&draft)[1], ["", "Giám đốc Sở Y tế", "Ủy viên"]);
    assert_eq!(draft.standing_agencies.iter().map(|agency| agency.name.as_str()).collect::<Vec<_>>(), ["Sở Y tế"]);
}

#[test]
fn a_role_that_lost_its_marks_is_one_where_the_column_says_so() {
    let draft = read(&[
        &[&["Họ và tên"], &["Chức vụ công tác"], &["Chức danh trong Ban Chỉ đạo"]],
        &[&["Ông Tạ Văn Bính"], &["Chủ tịch UBND xã"], &["Truong ban"]],
        &[&["Bà Lò Thị Đinh"], &["Kế toán"], &["Uỷ vien"]],
        &[&["Ông Lê Văn Mậu"], &["Trưởng Công an xã"], &["Thủ quỹ"]],
    ]);
    let roles: Vec<String> = seats(&draft).into_iter().map(|[_, _, role]| role).collect();
    assert_eq!(roles, ["Trưởng ban", "Ủy viên", "Thủ quỹ"]);
}

#[test]
fn a_guest_below_a_row_with_a_role_has_that_role() {
    let draft = read(&[
        &[&["TT"], &["Họ và tên"], &["Chức vụ"], &["Ghi chú"]],
        &[&["1"], &["Ông Tạ Văn Bính"], &["Chủ tịch UBND xã"], &["Trưởng ban"]],
        &[&["Ủy viên"]],
        &[&["2"], &["Bà Lò Thị Đinh"], &["Kế toán"], &[""]],
        &[&["3"], &["Ông Lê Văn Mậu"], &["Chủ tịch Hội Nông dân xã"], &["Mời tham gia"]],
    ]);
    let told: Vec<_> = draft.members.iter().map(|seat| (seat.role.as_deref(), seat.invited)).collect();
    assert_eq!(told, [(Some("Trưởng ban"), false), (Some("Ủy viên"), false), (Some("Ủy viên"), true)]);
}

#[test]
fn a_heading_may_address_those_below_it() {
    let draft = read(&[
        &[&["TT"], &["Họ và tên"], &["Đơn vị, chức vụ"]],
        &[&["I. TRƯỞNG BAN"]],
        &[&["1"], &["Ông Tạ Văn Bính"], &["Chủ tịch UBND xã"]],
        &[&["II. ỦY VIÊN: Các ông, bà"]],
        &[&["1"], &["Bà Lò Thị Đinh"], &["Kế toán"]],
        &[&["2"], &["Ông Lê Văn Mậu"], &["Trưởng Công an xã"]],
    ]);
    let roles: Vec<String> = seats(&draft).into_iter().map(|[_, _, role]| role).collect();
    assert_eq!(roles, ["Trưởng ban", "Ủy viên", "Ủy viên"]);
}

#[test]
fn a_number_within_the_cell_is_no_part_of_the_post() {
    let draft = read(&[
        &[&["1. Bà Lò Thị Đinh - Kế toán"], &["Trưởng ban"]],
        &[&["2. Đại diện Hội Nông dân xã"], &["Ủy viên"]],
        &[&["3. Trưởng các thôn"], &["Ủy viên"]],
    ]);
    let posts: Vec<String> = seats(&draft).into_iter().map(|[_, post, _]| post).collect();
    assert_eq!(posts, ["Kế toán", "Đại diện Hội Nông dân xã", "Trưởng các thôn"]);
}

#[test]
fn a_row_may_only_send_somebody_off_and_a_guest_keeps_the_role_of_the_column() {
    let draft = read(&[
        &[&["TT"], &["Chức danh"], &["Thành viên cũ"], &["Thành viên mới"]],
        &[
            &["1"],
            &["Phó Trưởng ban"],
            &["Ông Tạ Văn Canh, Phó Chủ tịch UBND xã"],
            &["Bà Lê Thị Bính, Phó Chủ tịch UBND xã"],
        ],
        &[&["2"], &["Ủy viên"], &["Bà Lò Thị Đào, Công chức Văn phòng"], &[""]],
    ]);
    assert_eq!(draft.leaves, ["Tạ Văn Canh", "Lò Thị Đào"]);
    assert_eq!(draft.members.len(), 1);
    let asked = read(&[
        &[&["TT"], &["Họ và tên, chức vụ"], &["Chức danh trong Ban"]],
        &[&["1"], &["Ông Tạ Văn Canh - Chủ tịch UBND xã"], &["Trưởng ban"]],
        &[&["2"], &["Mời: Chủ tịch Ủy ban MTTQ xã"], &["Ủy viên"]],
    ]);
    let guest = asked.members.last();
    assert_eq!(guest.map(|guest| (guest.role.as_deref(), guest.invited)), Some((Some("Ủy viên"), true)));
}

#[test]
fn nobody_comes_where_the_row_says_so() {
    let draft = read(&[
        &[&["STT"], &["Chức danh trong Ban"], &["Thành viên cũ"], &["Thành viên sau khi điều chỉnh"], &["Lý do"]],
        &[&["1"], &["Ủy viên"], &["Ông Tạ Văn Canh, Kế toán"], &["Bà Lê Thị Bính, Kế toán"], &["Nghỉ hưu"]],
        &[&["2"], &["Ủy viên"], &["Bà Lò Thị Đào, Văn phòng"], &["Không"], &["Đã từ trần"]],
        &[&["3"], &["Ủy viên"], &["Không"], &["Ông Phan Văn Giáp, Trưởng Công an xã"], &["Bổ sung mới"]],
    ]);
    assert_eq!(draft.leaves, ["Tạ Văn Canh", "Lò Thị Đào"]);
    let names: Vec<String> = seats(&draft).into_iter().map(|[name, ..]| name).collect();
    assert_eq!(names, ["Lê Thị Bính", "Phan Văn Giáp"]);
}

#[test]
fn members_of_the_committee_may_be_posts() {
    let draft = read(&[
        &[&["STT"], &["Thành viên Ban Chỉ đạo"], &["Chức danh trong BCĐ"]],
        &[&["1"], &["Chủ tịch UBND xã"], &["Trưởng ban"]],
        &[&["2"], &["Lãnh đạo Văn phòng UBND xã"], &["Ủy viên"]],
        &[&["3"], &["Công ty Cấp nước Sa Thạch"], &["Ủy viên"]],
    ]);
    let said: Vec<[String; 2]> = seats(&draft).into_iter().map(|[_, post, role]| [post, role]).collect();
    assert_eq!(
        said,
        [
            ["Chủ tịch UBND xã", "Trưởng ban"],
            ["Lãnh đạo Văn phòng UBND xã", "Ủy viên"],
            ["Công ty Cấp nước Sa Thạch", "Ủy viên"]
        ]
    );
}

#[test]
fn a_break_ends_a_name_before_what_is_none() {
    let draft = read(&[
        &[&["STT"], &["Họ tên - chức vụ"], &["Chức danh trong Ban"]],
        &[&["1"], &["Ông Tạ Văn Canh", "Phó Chủ tịch UBND xã"], &["Trưởng ban"]],
        &[&["2"], &["Bà Đỗ Thị Kim Cương", "Chủ hộ kinh doanh chợ Đông"], &["Ủy viên"]],
        &[&["3"], &["Bà Hàn Thị Tuyết", "Mai"], &["Ủy viên"]],
    ]);
    let names: Vec<String> = seats(&draft).into_iter().map(|[name, ..]| name).collect();
    assert_eq!(names, ["Tạ Văn Canh", "Đỗ Thị Kim Cương", "Hàn Thị Tuyết Mai"]);
}

#[test]
fn of_several_in_a_cell_the_last_is_asked_where_the_bracket_stands_behind_him() {
    let draft = read(&[
        &[&["Chức danh"], &["Thành phần tham gia"]],
        &[&["Trưởng ban"], &["Ông Tạ Văn Bính, Chủ tịch UBND xã"]],
        &[&["Phó Trưởng ban"], &["Ông Lê Văn Mậu, Trưởng Công an xã", "Bà Lê Thị Quý, Chủ tịch Hội Nông dân xã (mời)"]],
    ]);
    let asked: Vec<_> =
        draft.members.iter().map(|seat| (seat.name.as_deref().unwrap_or_default(), seat.invited)).collect();
    assert_eq!(asked, [("Tạ Văn Bính", false), ("Lê Văn Mậu", false), ("Lê Thị Quý", true)]);
}

#[test]
fn a_body_that_sends_somebody_is_told_without_the_bracket_and_a_guest_professor_has_a_post() {
    let draft = read(&[
        &[&["TT"], &["Chức vụ, đơn vị"], &["Học vị"], &["Họ và tên"], &["Vai trò"]],
        &[&["1"], &["Chủ tịch UBND xã"], &[""], &["Tạ Văn Bính"], &["Trưởng ban"]],
        &[&["2"], &["Giáo sư thỉnh giảng"], &["TS."], &["Lê Văn Mậu"], &["Ủy viên"]],
        &[&["3"], &["Tập đoàn Điện lực Sa Thạch (cử 01 lãnh đạo tham gia)"], &[""], &[""], &["Ủy viên"]],
    ]);
    let posts: Vec<String> = seats(&draft).into_iter().map(|[_, post, _]| post).collect();
    assert_eq!(posts, ["Chủ tịch UBND xã", "Giáo sư thỉnh giảng", "Tập đoàn Điện lực Sa Thạch"]);
    assert_eq!(draft.members.last().and_then(|seat| seat.seat_kind), Some(register::draft::SeatKind::Nominated));
}

#[test]
fn a_table_in_which_two_sign_seats_nobody() {
    let draft = read_with(
        &[],
        &[&[
            &["CHỦ TỊCH", "HỘI NÔNG DÂN XÃ", "", "Tạ Văn Bính"],
            &["HIỆU TRƯỞNG", "TRƯỜNG TIỂU HỌC SA THẠCH", "", "Lê Văn Mậu"],
        ]],
    );
    assert!(draft.members.is_empty(), "{:?}", seats(&draft));
    assert_eq!(draft.signer.and_then(|signer| signer.name).as_deref(), Some("Tạ Văn Bính"));
}
