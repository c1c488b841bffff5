//! Word files: one paper with everything that a walker meets.

use super::archive;

/// The words of a paper, one line each.
pub const LINES: &str = "\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH TÂY LĨNH\tĐộc lập - Tự do - Hạnh phúc
Số: 418/QĐ-UBND\tTây Lĩnh, ngày 09 tháng 3 năm 2021

QUYẾT ĐỊNH
Về việc kiện toàn Ban chỉ đạo Phát triển bền vững tỉnh Tây Lĩnh

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂY LĨNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Quyết định số 77/QĐ-UBND ngày 14/02/2019 của Ủy ban nhân dân tỉnh;
Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 55/TTr-SNV.

QUYẾT ĐỊNH:
Điều 1. Kiện toàn Ban chỉ đạo Phát triển bền vững tỉnh Tây Lĩnh gồm các ông, bà:
1. Trưởng ban: Ông Lò Văn Khiết, Chủ tịch Ủy ban nhân dân tỉnh;
2. Phó Trưởng ban Thường trực: Bà Đàm Thị Nhiên - Phó Chủ tịch UBND tỉnh;
3. Các Ủy viên:
a) Giám đốc các Sở: Nội vụ, Tài chính, Y tế;
b) Chủ tịch UBND các huyện, thị xã, thành phố;
c) Ông Tống Bá Lưu (Phó Chánh Văn phòng UBND tỉnh).
Điều 2. Ban chỉ đạo có nhiệm vụ giúp Chủ tịch UBND tỉnh chỉ đạo các ngành.
Điều 3. Sở Nội vụ là cơ quan thường trực của Ban chỉ đạo.
Điều 4. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 77/QĐ-UBND ngày 14/02/2019.

Nơi nhận:\tKT. CHỦ TỊCH
- Như Điều 4;\tPHÓ CHỦ TỊCH
- Lưu: VT.\tĐàm Thị Nhiên
";

/// Word files made here.
pub fn all() -> Vec<Vec<u8>> {
    let lines: String = LINES.lines().map(paragraph).collect();
    [package(&lines), hard()].into_iter().flatten().collect()
}

/// A Word file with this body.
pub fn package(body: &str) -> Option<Vec<u8>> {
    archive(&[("word/document.xml", root("document", &format!("<w:body>{body}</w:body>")))])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", text.replace('\t', "</w:t><w:tab/><w:t>"))
}

fn root(name: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{name} \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">{content}</w:{name}>"
    )
}

/// Lists, styles, merged cells, tracked changes, text boxes, header and footer.
fn hard() -> Option<Vec<u8>> {
    let listed = |level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"b\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
             <w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text));
    let rows = [
        [cell("", "TT"), cell("", "Họ và tên"), cell("", "Chức vụ"), cell("", "Chức danh")],
        [cell("", "1"), cell("", "Lò Văn Khiết"), cell("", "Chủ tịch UBND tỉnh"), cell("", "Trưởng ban")],
        [
            cell("", "2"),
            cell("", "Hà Thị Mận"),
            cell("", "Giám đốc Sở Y tế"),
            cell("<w:vMerge w:val=\"restart\"/>", "Ủy viên"),
        ],
        [cell("", "3"), cell("", "Vi Đức Thụ"), cell("", "Giám đốc Sở Tài chính"), cell("<w:vMerge/>", "")],
    ];
    let shifted = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc>\
                   <w:tc><w:p/></w:tc></w:tr>";
    let table: String =
        rows.iter().map(|row| format!("<w:tr>{}</w:tr>", row.concat())).chain([shifted.to_owned()]).collect();
    let body = [
        listed(0, "Thành lập Ban chỉ đạo Phát triển bền vững tỉnh Tây Lĩnh gồm:"),
        listed(1, "Ông Lò Văn Khiết, Chủ tịch UBND tỉnh, Trưởng ban;"),
        listed(1, "Bà Hà Thị Mận, Giám đốc Sở Y tế, Ủy viên."),
        "<w:p><w:r><w:t>Ông </w:t></w:r><w:del><w:r><w:delText>Cũ</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>Mới</w:t></w:r></w:ins><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
            .to_owned(),
        paragraph("Nơi nhận:"),
        "</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>quyÕt ®Þnh</w:t></w:r></w:p>".to_owned(),
        format!("<w:sdt><w:sdtContent><w:tbl>{table}</w:tbl></w:sdtContent></w:sdt>"),
    ]
    .concat();
    let level = |level: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>",
        level(0, "decimal", "Điều %1."),
        level(1, "lowerLetter", "%2)"),
        level(2, "upperRoman", "%1.%2.%3"),
    );
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:rPr><w:b/></w:rPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>";
    archive(&[
        ("word/document.xml", root("document", &format!("<w:body>{body}</w:body>"))),
        ("word/numbering.xml", root("numbering", &numbering)),
        ("word/styles.xml", root("styles", styles)),
        ("word/header1.xml", root("hdr", &paragraph("2"))),
        ("word/footnotes.xml", root("footnotes", &format!("<w:footnote>{}</w:footnote>", paragraph("Ghi chú")))),
    ])
}
