//! What Word does to text: split runs, tracked changes, automatic numbers, merged cells, text boxes.

#![allow(clippy::unwrap_used)]

mod support;

use support::{body, docx, p};

fn texts(bytes: &[u8]) -> Vec<String> {
    let reading = reading::read("paper.docx", bytes).unwrap();
    reading.blocks.into_iter().map(|block| block.text).filter(|text| !text.is_empty()).collect()
}

#[test]
fn runs_are_joined_wherever_word_split_them() {
    let split = "<w:p><w:r><w:t>Phó Trư</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ởng</w:t></w:r>\
        <w:proofErr w:type=\"spellStart\"/><w:r><w:t xml:space=\"preserve\"> ban</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>\
        <w:hyperlink><w:r><w:t>C</w:t></w:r></w:hyperlink><w:fldSimple><w:r><w:t>D</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(texts(&body(split)), ["Phó Trưởng ban\tA-BCD"]);
}

#[test]
fn tracked_changes_count_as_accepted() {
    let changed = "<w:p><w:r><w:t xml:space=\"preserve\">Ông </w:t></w:r><w:del><w:r><w:delText>Lê Cũ</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>Lê Mới</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>X</w:t></w:r></w:moveFrom>\
        <w:moveTo><w:r><w:t>, Y</w:t></w:r></w:moveTo></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>stays</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p><w:p><w:r><w:t>line</w:t></w:r></w:p>";
    assert_eq!(texts(&body(changed)), ["Ông Lê Mới, Y", "stays", "one line"]);
}

#[test]
fn automatic_numbers_are_written_out() {
    let numbering = "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Điều %1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f0b7}\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"9\"><w:abstractNumId w:val=\"5\"/></w:num>\
        <w:num w:numId=\"10\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Article\"><w:basedOn w:val=\"Base\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr></w:style>";
    let item = |list: &str, level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let styled =
        |text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"Article\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let content = [
        styled("Thành lập"),
        item("9", 1, "A"),
        item("9", 1, "B"),
        item("9", 2, "dot"),
        styled("Hiệu lực"),
        item("9", 1, "C"),
        item("10", 0, "Bảy"),
        item("0", 0, "none"),
    ];
    let bytes = docx(&[
        ("word/document.xml", "document", &format!("<w:body>{}</w:body>", content.concat())),
        ("word/numbering.xml", "numbering", numbering),
        ("word/styles.xml", "styles", styles),
    ]);
    let read = texts(&bytes);
    assert_eq!(read, ["Điều 1. Thành lập", "a) A", "b) B", "- dot", "Điều 2. Hiệu lực", "a) C", "Điều 7. Bảy", "none"]);
}

#[test]
fn cells_keep_their_column_and_merged_ones_hold_for_each_row() {
    let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let rows = [
        row(&[cell("<w:gridSpan w:val=\"2\"/>", "wide"), cell("<w:vMerge w:val=\"restart\"/>", "Ủy viên")]),
        row(&[cell("", "a"), cell("", "b"), cell("<w:vMerge/>", "")]),
        row(&[
            cell("", "c"),
            format!("<w:tc>{}<w:tbl>{}</w:tbl></w:tc>", p("d"), row(&[cell("", "inner")])),
            cell("<w:vMerge/>", ""),
        ]),
    ];
    let reading = reading::read("t.docx", &body(&format!("<w:tbl>{}</w:tbl>", rows.concat()))).unwrap();
    let cells: Vec<_> = reading
        .blocks
        .iter()
        .filter_map(|block| Some((block.cell?.table, block.cell?.row, block.cell?.column, block.text.as_str())))
        .collect();
    assert_eq!(
        cells,
        [
            (0, 0, 0, "wide"),
            (0, 0, 2, "Ủy viên"),
            (0, 1, 0, "a"),
            (0, 1, 1, "b"),
            (0, 1, 2, "Ủy viên"),
            (0, 2, 0, "c"),
            (0, 2, 1, "d"),
            (1, 0, 0, "inner"),
            (0, 2, 2, "Ủy viên"),
        ]
    );
}

#[test]
fn a_text_box_is_read_once_and_hidden_text_not_at_all() {
    let boxed = format!(
        "<w:p><w:r><w:t>over</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>",
        p("controlled"),
        inner = p("boxed")
    );
    assert_eq!(texts(&body(&boxed)), ["over", "boxed", "controlled"]);
}

#[test]
fn headers_and_footers_stand_apart() {
    let bytes = docx(&[
        ("word/document.xml", "document", &format!("<w:body>{}</w:body>", p("text"))),
        ("word/header1.xml", "hdr", &p("above")),
        ("word/footer1.xml", "ftr", &p("below")),
    ]);
    let reading = reading::read("h.docx", &bytes).unwrap();
    let parts: Vec<_> = reading.blocks.iter().map(|block| (block.part, block.text.as_str())).collect();
    use reading::Part::{Body, Footer, Header};
    assert_eq!(parts, [(Header, "above"), (Body, "text"), (Footer, "below")]);
}
