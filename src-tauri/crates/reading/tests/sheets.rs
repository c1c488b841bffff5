//! What spreadsheets, text with separators and web pages do to a list: merged and hidden cells, several sheets,
//! odd separators, old encodings, the surroundings of a portal.

#![allow(clippy::unwrap_used)]

mod support;

use reading::{Part, Reading};
use rust_xlsxwriter::{Format, Formula, Workbook};
use support::sheets;

fn read(name: &str, bytes: &[u8]) -> Reading {
    reading::read(name, bytes).unwrap()
}

fn said(reading: &Reading) -> Vec<String> {
    let place = |cell: reading::Cell| format!("{}.{}.{} ", cell.table, cell.row, cell.column);
    reading.blocks.iter().map(|block| format!("{}{}", block.cell.map(place).unwrap_or_default(), block.text)).collect()
}

fn warned(reading: &Reading) -> Vec<(&str, &str)> {
    reading.warnings.iter().map(|warning| (warning.code.as_str(), warning.detail.as_str())).collect()
}

#[test]
fn cells_are_read_as_the_sheet_shows_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (day, padded) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("00"));
    sheet.write(0, 0, "STT").unwrap();
    sheet.write(0, 1, "Họ và tên").unwrap();
    sheet.write(0, 2, "Chức vụ").unwrap();
    sheet.write_with_format(1, 0, 1, &padded).unwrap();
    sheet.write(1, 1, "Ông Hà\u{a0}Văn Cấn ").unwrap();
    sheet.write(1, 2, "Chủ tịch\nUBND xã").unwrap();
    sheet.write(1, 3, 1.5).unwrap();
    sheet.write_with_format(1, 4, 45_400, &day).unwrap();
    sheet.write_formula(1, 5, Formula::new("=\"a\"&\"b\"").set_result("ab & c")).unwrap();
    sheet.write(1, 6, true).unwrap();
    let reading = read("a.xlsx", &book.save_to_buffer().unwrap());
    let wanted = [
        "0.0.0 STT",
        "0.0.1 Họ và tên",
        "0.0.2 Chức vụ",
        "0.1.0 01",
        "0.1.1 Ông Hà\u{a0}Văn Cấn",
        "0.1.2 Chủ tịch\nUBND xã",
        "0.1.3 1.5",
        "0.1.4 18/04/2024",
        "0.1.5 ab & c",
        "0.1.6 x",
    ];
    assert_eq!(said(&reading), wanted);
}

#[test]
fn what_is_hidden_is_not_read_but_said_to_be_there() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in
        [["Họ tên", "Chức vụ", "Cũ"], ["A", "X", "y"], ["B", "Y", "y"], ["C", "Z", "y"]].iter().enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(2).unwrap();
    sheet.set_column_hidden(9).unwrap();
    book.add_worksheet().set_name("Lưu").unwrap().set_hidden(true).write(0, 0, "mật khẩu").unwrap();
    let reading = read("a.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(said(&reading), ["0.0.0 Họ tên", "0.0.1 Chức vụ", "0.1.0 A", "0.1.1 X", "0.3.0 C", "0.3.1 Z"]);
    assert_eq!(
        warned(&reading)[..3],
        [("hidden_rows", "Sheet1"), ("hidden_columns", "Sheet1"), ("hidden_sheet", "Lưu")]
    );
}

#[test]
fn cells_far_apart_take_no_memory_for_what_lies_between() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Họ tên").unwrap();
    sheet.write(0, 1, "Chức vụ").unwrap();
    sheet.write(1_048_575, 16_383, "far").unwrap();
    let reading = read("a.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(said(&reading), ["0.0.0 Họ tên", "0.0.1 Chức vụ", "", "far"]);
}

#[test]
fn what_is_signed_below_a_table_is_no_member_of_it() {
    let reading = read(
        "a.xlsx",
        &sheets(
            "== A\nDANH SÁCH\nHọ và tên|Chức vụ|Vai trò|Ghi chú\nÔng Bế Văn Sơn|Chủ tịch UBND xã|Trưởng ban|\nGhi chú: một người.\nNGƯỜI LẬP||CHỦ TỊCH\n||Lò Thị Tươi",
        ),
    );
    let signed: Vec<&str> =
        reading.blocks.iter().filter(|block| block.part == Part::Signature).map(|block| block.text.as_str()).collect();
    assert_eq!(signed, ["NGƯỜI LẬP", "CHỦ TỊCH", "Lò Thị Tươi"]);
    assert_eq!(reading.decisions[0].members.len(), 1);
}

#[test]
fn private_columns_stay_out_of_the_draft() {
    let table = "Họ và tên;Năm sinh;Nơi ở;Chức vụ;Vai trò;STK;a\nÔng Bế Văn Sơn;1970;Số 5 phố Chợ;Chủ tịch UBND xã;Trưởng ban;0123;son@example.test\n";
    let reading = read("a.csv", table.as_bytes());
    let draft = format!("{:?}", reading.decisions);
    for private in ["1970", "phố Chợ", "0123", "son@"] {
        assert!(!draft.contains(private), "{private}");
    }
    assert!(draft.contains("Bế Văn Sơn"));
    let columns: Vec<_> = reading.warnings.iter().filter(|warning| warning.code == "private_column").collect();
    let detail: Vec<_> = columns.iter().map(|warning| (warning.detail.as_str(), warning.at)).collect();
    assert_eq!(detail, [("Năm sinh", Some(1)), ("Nơi ở", Some(2)), ("STK", Some(5))]);
}

#[test]
fn lists_in_old_encodings_are_read_like_others() {
    let utf8 =
        "STT,Họ và tên,Chức vụ,Vai trò\n1,Ông Vũ Ngữ,Phó Chủ tịch,Trưởng ban\n2,Bà Lê Thị Hà,Chánh Văn phòng,Ủy viên\n";
    let tcvn3 = b"STT,H\xe4 v\xb5 t\xaan,Ch\xf8c v\xf4,Vai tr\xdf\n1,\xa4ng V\xf2 Ng\xf7,Ph\xe3 Ch\xf1 t\xdech,Tr\xad\xebng ban\n2,B\xb5 L\xaa Th\xde H\xb5,Ch\xb8nh V\xa8n ph\xdfng,\xf1y vi\xaan\n";
    let wide: Vec<u8> = utf8.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let members = |bytes: &[u8]| {
        let reading = read("a.csv", bytes);
        let mut members = reading.decisions[0].members.clone();
        members.iter_mut().for_each(|member| member.words = None);
        (members, reading.warnings.first().map(|warning| (warning.code.clone(), warning.detail.clone())))
    };
    let (wanted, none) = members(utf8.as_bytes());
    assert_eq!((wanted.len(), none), (2, None));
    assert_eq!(members(&wide), (wanted.clone(), None));
    assert_eq!(members(tcvn3), (wanted, Some(("legacy_encoding".to_owned(), "TCVN3".to_owned()))));
}

#[test]
fn a_page_is_read_as_the_browser_shows_it() {
    let page = "<html><body><nav>Trang chủ</nav><div class='menu main'>Tin tức</div><h1>QUYẾT&nbsp;ĐỊNH</h1>\
        <p style='text-align: center; font-weight:bold'>Về việc\n  thành lập</p><p>dòng 1<br>dòng 2<br><br>dòng 3<p hidden>ẩn</p>\
        <ol start=3><li>ba<li><a href=x>bốn</a> nữa<li><a href=x>tải</a></ol><ul><li>gạch</ul>\
        <table><tr><td rowspan=2>a<td colspan=2>b<td rowspan=3>c<tr><td>d<td>e<tr><td>f</table>\
        <p><a href=x>Tải về</a></p><span style=\"display : none\">ẩn</span><footer>chân</footer></body></html>";
    let reading = read("a.html", page.as_bytes());
    let wanted = [
        "QUYẾT\u{a0}ĐỊNH",
        "Về việc thành lập",
        "dòng 1\ndòng 2",
        "dòng 3",
        "3. ba",
        "4. bốn nữa",
        "- gạch",
        "0.0.0 a",
        "0.0.1 b",
        "0.0.3 c",
        "0.1.0 a",
        "0.1.1 d",
        "0.1.2 e",
        "0.1.3 c",
        "0.2.0 f",
        "0.2.3 c",
    ];
    assert_eq!(said(&reading), wanted);
    let [heading, centred, ..] = reading.blocks.as_slice() else { return };
    assert!(heading.bold && centred.bold && centred.align == reading::Align::Center);
}

#[test]
fn a_page_in_letters_of_an_old_font_is_mended() {
    let page = "<p>&ntilde;y ban nh&copy;n d&copy;n huy&Ouml;n, Ph&atilde; Chñ tÞch th&ugrave;c hi&Ouml;n</p>";
    let reading = read("a.htm", page.as_bytes());
    assert_eq!(said(&reading), ["ủy ban nhân dân huyện, Phó Chủ tịch thực hiện"]);
    assert_eq!(warned(&reading)[0], ("legacy_encoding", "TCVN3"));
}

#[test]
fn word_files_in_vni_fonts_are_read() {
    let run = |text: &str| format!("<w:r><w:rPr><w:rFonts w:ascii=\"VNI-Times\"/></w:rPr><w:t>{text}</w:t></w:r>");
    let reading = read("a.docx", &support::body(&format!("<w:p>{}{}</w:p>", run("UÛy ban nhaân da"), run("ân xaõ"))));
    assert_eq!(said(&reading), ["Ủy ban nhân dân xã"]);
    assert_eq!(warned(&reading)[0], ("legacy_encoding", "VNI"));
}

#[test]
fn every_cell_of_a_workbook_of_our_own_is_read_and_nothing_of_any_other() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["Họ tên", "Vai trò", "Mã"], ["A", "Ủy viên", "1"], ["B", "", "2"]].iter().enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    sheet.merge_range(1, 1, 2, 1, "Ủy viên", &Format::new()).unwrap();
    // A filter hides rows: they are there all the same.
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(2).unwrap();
    book.add_worksheet().set_name("dấu").unwrap().set_very_hidden(true).write(0, 0, "1").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let sheets = reading::cells("a.xlsx", &bytes, "dấu").unwrap().unwrap();
    let row = |cells: &[(u32, &str)]| cells.iter().map(|(at, text)| (*at, (*text).to_owned())).collect::<Vec<_>>();
    let rows = [
        row(&[(0, "Họ tên"), (1, "Vai trò"), (2, "Mã")]),
        row(&[(0, "A"), (1, "Ủy viên"), (2, "1")]),
        row(&[(0, "B"), (1, "Ủy viên"), (2, "2")]),
    ];
    assert_eq!((sheets[0].rows.as_slice(), sheets[0].hidden, sheets[1].hidden), (rows.as_slice(), false, true));
    assert_eq!(reading::cells("a.xlsx", &bytes, "dau").unwrap(), None);
    assert_eq!(reading::cells("a.txt", b"STT", "dấu").unwrap(), None);
}

#[test]
fn a_list_is_told_by_what_it_belongs_to_and_who_comes_to_a_meeting_is_no_member() {
    let sheet = |title: &str, below: &str, rows: &[[&str; 3]]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, title).unwrap();
        sheet.write(1, 0, below).unwrap();
        for (at, row) in (2..).zip(rows) {
            for (column, cell) in (0..).zip(row) {
                sheet.write(at, column, *cell).unwrap();
            }
        }
        read("list.xlsx", &book.save_to_buffer().unwrap()).decisions
    };
    let posts = sheet(
        "THÀNH PHẦN BAN CHỈ ĐẠO CHỢ NỔI TỈNH SA THẠCH",
        "(Kèm theo Quyết định số 318/QĐ-UBND ngày 27 tháng 01 năm 2026 của Chủ tịch UBND tỉnh Sa Thạch)",
        &[
            ["STT", "Thành phần tham gia", "Ghi chú"],
            ["I", "TRƯỞNG BAN", ""],
            ["1", "Chủ tịch UBND tỉnh", ""],
            ["II", "CÁC ỦY VIÊN", ""],
            ["1", "Giám đốc Sở Chợ", ""],
            ["2", "Chủ tịch Hội Bến phà tỉnh", "Mời tham gia"],
        ],
    );
    let [draft] = posts.as_slice() else { panic!("{posts:#?}") };
    assert_eq!(draft.number.as_deref(), Some("318/QĐ-UBND"));
    let told: Vec<_> = draft.members.iter().map(|seat| (seat.role.as_deref().unwrap(), seat.invited)).collect();
    assert_eq!(told, [("Trưởng ban", false), ("Ủy viên", false), ("Ủy viên", true)]);
    let meeting = sheet(
        "DANH SÁCH ĐẠI BIỂU DỰ HỌP",
        "Phiên họp quý III/2024 của Ban Chỉ đạo chợ nổi",
        &[
            ["STT", "Đại biểu", "Chức vụ"],
            ["1", "Ông Lê Văn Bính", "Phó Chủ tịch UBND xã"],
            ["2", "Bà Tạ Thị Canh", "Kế toán"],
        ],
    );
    assert!(meeting.iter().all(|draft| draft.members.is_empty()));
}

#[test]
fn a_column_may_name_the_committee_of_each_row() {
    let table = "STT,Họ và tên,Chức vụ,Ban chỉ đạo,Vai trò\n\
        1,Ông Hà Văn Cấn,Chủ tịch UBND xã,Ban Chỉ đạo giảm nghèo xã Sa Thạch,Trưởng ban\n\
        2,Bà Lò Thị Mận,Phó Chủ tịch UBND xã,Hội đồng bảo vệ trẻ em xã Sa Thạch,Chủ tịch Hội đồng\n\
        3,Bà Lò Thị Mận,Phó Chủ tịch UBND xã,Ban Chỉ đạo giảm nghèo xã Sa Thạch,Phó Trưởng ban\n\
        4,Ông Tạ Văn Bính,Công chức Tư pháp,,Ủy viên\n";
    let draft = read("a.csv", table.as_bytes()).decisions.remove(0);
    let (poor, children) = ("Ban Chỉ đạo giảm nghèo xã Sa Thạch", "Hội đồng bảo vệ trẻ em xã Sa Thạch");
    assert_eq!(draft.committees, [poor, children]);
    let of: Vec<_> = draft.members.iter().map(|member| member.committee.clone().unwrap_or_default()).collect();
    assert_eq!(of, [poor, children, poor, poor]);
}

#[test]
fn the_column_of_an_annex_names_the_committees_of_which_the_subject_says_only_the_kind() {
    let rows = [
        "<td rowspan=2>Ban Chỉ đạo giảm nghèo</td><td>Ông Hà Văn Cấn</td><td>Chủ tịch UBND xã</td><td>Trưởng ban</td>",
        "<td>Bà Lò Thị Mận</td><td>Phó Chủ tịch UBND xã</td><td>Phó Trưởng ban</td>",
        "<td>Hội đồng bảo vệ trẻ em</td><td>Bà Lò Thị Mận</td><td>Phó Chủ tịch UBND xã</td><td>Chủ tịch Hội đồng</td>",
    ];
    let page = format!(
        "<p>ỦY BAN NHÂN DÂN<br>XÃ SA THẠCH</p><p>Số: 90/QĐ-UBND</p><p>Sa Thạch, ngày 2 tháng 3 năm 2020</p><p>QUYẾT ĐỊNH</p>\
         <p>Về việc kiện toàn các Ban Chỉ đạo của xã Sa Thạch</p><p>CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH</p>\
         <p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;</p><p>QUYẾT ĐỊNH:</p>\
         <p>Điều 1. Kiện toàn các Ban Chỉ đạo, Hội đồng của xã, thành phần như Phụ lục kèm theo.</p>\
         <p>PHỤ LỤC</p><p>THÀNH PHẦN CÁC BAN CHỈ ĐẠO, HỘI ĐỒNG</p><table><tr><th>Tên Ban Chỉ đạo</th><th>Họ và tên</th>\
         <th>Chức vụ</th><th>Chức danh</th></tr><tr>{}</tr></table>",
        rows.join("</tr><tr>")
    );
    let draft = read("a.html", page.as_bytes()).decisions.remove(0);
    let (poor, children) = ("Ban Chỉ đạo giảm nghèo", "Hội đồng bảo vệ trẻ em");
    assert_eq!(draft.committees, [poor, children]);
    let of: Vec<_> = draft.members.iter().map(|member| member.committee.clone().unwrap_or_default()).collect();
    assert_eq!(of, [poor, poor, children]);
}
