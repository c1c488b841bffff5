//! Spreadsheets, and the same between separators.

use super::archive;

const ROWS: [[&str; 5]; 5] = [
    ["STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Chức danh trong Ban chỉ đạo", "Điện thoại"],
    ["1", "Lò Văn Khiết", "Chủ tịch UBND tỉnh", "Trưởng ban", "0900000001"],
    ["2", "Đàm Thị Nhiên", "Phó Chủ tịch UBND tỉnh", "Phó Trưởng ban", "0900000002"],
    ["3", "Hà Thị Mận", "Giám đốc Sở Y tế, \"tạm quyền\"", "Ủy viên", ""],
    ["4", "", "Chủ tịch UBND các huyện", "Ủy viên", "x;y"],
];

/// The rows between commas, semicolons, tabs; and the same in UTF-16.
pub fn separated() -> Vec<Vec<u8>> {
    let by = |separator: &str| {
        let row = |row: &[&str; 5]| row.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).join(separator);
        ROWS.iter().map(row).collect::<Vec<_>>().join("\r\n")
    };
    let titled = format!("DANH SÁCH THÀNH VIÊN;;;;\nBan chỉ đạo Phát triển bền vững;;;;\n{}", by(";"));
    let wide = by("\t").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    vec![by(",").into_bytes(), by(";").into_bytes(), titled.into_bytes(), [vec![0xFF, 0xFE], wide].concat()]
}

/// A workbook of two sheets, with shared and inline strings, a merged cell and a date.
pub fn workbook() -> Option<Vec<u8>> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let escape = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let strings: String = ROWS.iter().flatten().map(|cell| format!("<si><t>{}</t></si>", escape(cell))).collect();
    let mut rows = String::new();
    for (y, row) in ROWS.iter().enumerate() {
        let cells: String = row
            .iter()
            .zip("ABCDE".chars())
            .enumerate()
            .map(|(x, (_, column))| format!("<c r=\"{column}{}\" t=\"s\"><v>{}</v></c>", y + 1, y * 5 + x))
            .collect();
        rows.push_str(&format!("<row r=\"{}\">{cells}</row>", y + 1));
    }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let package = "http://schemas.openxmlformats.org/package/2006";
    archive(&[
        (
            "[Content_Types].xml",
            format!(
                "{head}<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{head}<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{head}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><workbookPr date1904=\"0\"/><sheets>\
                 <sheet name=\"Danh sách\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Khác\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>\
                 </sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{head}<Relationships xmlns=\"{package}/relationships\">\
                 <Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet2.xml\"/>\
                 <Relationship Id=\"rId3\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
                 <Relationship Id=\"rId4\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "{head}<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:E5\"/><sheetData>{rows}</sheetData>\
                 <mergeCells count=\"1\"><mergeCell ref=\"D4:D5\"/></mergeCells></worksheet>"
            ),
        ),
        (
            "xl/worksheets/sheet2.xml",
            format!(
                "{head}<worksheet xmlns=\"{MAIN}\"><sheetData><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Ghi chú</t></is></c>\
                 <c r=\"C2\" s=\"1\"><v>43831</v></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"e\"><v>#N/A</v></c></row>\
                 </sheetData></worksheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("{head}<sst xmlns=\"{MAIN}\" count=\"25\">{strings}</sst>")),
        (
            "xl/styles.xml",
            format!(
                "{head}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
                 <cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
    ])
}
