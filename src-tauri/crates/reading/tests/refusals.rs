//! Files that are broken, forged, secret, or nothing at all: refused with a reason, without a panic or a hang.

#![allow(clippy::unwrap_used)]

mod support;

use std::io::{Cursor, Write};

use reading::Unreadable;
use support::{body, docx, p};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn code(name: &str, bytes: &[u8]) -> &'static str {
    reading::read(name, bytes).map_or_else(|error| error.code(), |_| "read")
}

#[test]
fn nothing_is_empty() {
    assert_eq!(code("a.docx", b""), "empty");
    assert_eq!(code("a.txt", b" \n\n"), "empty");
    assert_eq!(code("a.docx", &body("")), "empty");
}

#[test]
fn a_name_that_lies_is_told_from_a_format_not_read() {
    assert_eq!(code("a.docx", b"%PDF-1.7 ..."), "not_what_its_name_says");
    assert_eq!(code("a.docx", "văn bản".as_bytes()), "not_what_its_name_says");
    assert_eq!(code("a.pdf", b"%PDF-1.7 ..."), "damaged");
    assert_eq!(code("a.pdf", b"\x89PNG ..."), "unsupported");
    let error = reading::read("a.docx", b"MZ\x90\0").unwrap_err();
    assert_eq!(error.params()["found"], "exe");
    assert_eq!(code("a", &body(&p("Điều 1"))), "read");
}

#[test]
fn a_package_cut_anywhere_is_damaged() {
    let whole = body(&p("QUYẾT ĐỊNH").repeat(50));
    for cut in (30..whole.len() - 1).step_by(7) {
        assert!(reading::read("cut.docx", &whole[..cut]).is_err(), "cut at {cut}");
    }
    let unclosed = docx(&[("word/document.xml", "document", "<w:body><w:p>")]);
    assert_eq!(code("a.docx", &unclosed), "damaged");
    let other = docx(&[("word/documents.txt", "document", "")]);
    assert_eq!(code("a.docx", &other), "damaged");
}

#[test]
fn more_text_than_a_decision_can_have_is_too_large() {
    let text = "1. Ông Nguyễn Văn Tám, Giám đốc Sở Nội vụ, Ủy viên;\n".repeat(40_000);
    assert_eq!(code("long.txt", text.as_bytes()), "too_large");
    assert_eq!(code("lines.txt", &b"\n".repeat(16 << 20)), "too_large");
    assert_eq!(code("short-lines.txt", &b"a\n".repeat(700_000)), "too_large");
    assert_eq!(code("tags.html", format!("<html>{}", "<p>a".repeat(1_000_000)).as_bytes()), "too_large");
    assert_eq!(code("columns.csv", &b",".repeat(1_000_000)), "too_large");
    assert_eq!(code("elements.docx", &body(&"<w:p/>".repeat(1_600_000))), "too_large");
    assert_eq!(code("attributes.docx", &body(&"<w:p w:a='' w:b='' w:c=''/>".repeat(400_000))), "too_large");
    assert_eq!(code("long.docx", &body(&p("Ủy viên ").repeat(200_000))), "too_large");
}

#[test]
fn a_long_cell_merged_over_many_rows_is_not_multiplied_without_end() {
    let long =
        format!("<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{}</w:tc></w:tr>", p(&"a ".repeat(50_000)));
    let below = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>".repeat(2_000);
    let text = reading::text("m.docx", &body(&format!("<w:tbl>{long}{below}</w:tbl>")));
    let size = text.map(|text| text.blocks.iter().map(|block| block.text.len()).sum::<usize>());
    assert!(size.map_or(true, |size| size < 10_000_000));
}

#[test]
fn bytes_changed_at_random_never_panic() {
    let whole = body(&format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("QUYẾT ĐỊNH")));
    let mut state = 7_u64;
    for _ in 0..400 {
        let mut broken = whole.clone();
        for _ in 0..4 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = usize::try_from(state >> 33).unwrap() % broken.len();
            broken[at] = u8::try_from((state >> 20) & 0xFF).unwrap();
        }
        let _ = reading::read("broken.docx", &broken);
    }
}

#[test]
fn a_bomb_is_too_large() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..100 {
        zip.write_all(&chunk).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(code("bomb.docx", &bytes), "too_large");
}

#[test]
fn deep_nesting_and_entities_are_damage() {
    assert_eq!(code("deep.docx", &body(&"<w:sdt>".repeat(100_000))), "damaged");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><d>&x;</d>").unwrap();
    assert_eq!(code("entity.docx", &zip.finish().unwrap().into_inner()), "damaged");
}

#[test]
fn a_stamp_of_secrecy_near_the_head_refuses_the_paper() {
    for stamp in ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Tối mật"] {
        let paper = body(&format!("{}{}{}", p("UBND TỈNH A"), p(stamp), p("QUYẾT ĐỊNH")));
        assert!(matches!(reading::read("s.docx", &paper), Err(Unreadable::Secret { .. })), "{stamp}");
    }
    let open = format!("{}{}", p("QUYẾT ĐỊNH"), p("Về việc bảo vệ bí mật nhà nước"));
    assert_eq!(code("o.docx", &body(&open)), "read");
}

/// A workbook of these parts; `sheet` is the content of its one sheet.
fn workbook(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let parts: [(&str, &[u8]); 4] = [
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn rows(content: &str) -> Vec<u8> {
    workbook(
        format!("<worksheet><sheetData>{content}</sheetData></worksheet>").as_bytes(),
        b"<sst><si><t>a</t></si></sst>",
    )
}

#[test]
fn a_workbook_that_lies_or_is_cut_is_refused() {
    let whole = support::sheets("== A\nHọ tên|Chức vụ\nA|X\nB|Y");
    assert_eq!(code("a.xlsx", &whole), "read");
    for cut in (30..whole.len() - 1).step_by(61) {
        assert!(reading::read("cut.xlsx", &whole[..cut]).is_err(), "cut at {cut}");
    }
    assert_eq!(code("a.docx", &whole), "not_what_its_name_says");
    assert_eq!(code("a.csv", &whole), "not_what_its_name_says");
    assert_eq!(code("a.xlsx", b"STT,A"), "not_what_its_name_says");
    assert_eq!(code("a.xlsx", &body(&p("x"))), "read", "the bytes decide");
    assert_eq!(code("a.xlsx", &rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")), "read");
    let merged = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    assert_eq!(code("a.xlsx", &workbook(merged.as_bytes(), b"<sst/>")), "read");
    for broken in [
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>",
        "<row r=\"99999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>",
        "<row",
    ] {
        assert_eq!(code("a.xlsx", &rows(broken)), "damaged", "{broken}");
    }
    let typed = b"<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet/>";
    assert_eq!(code("a.xlsx", &workbook(typed, b"<sst/>")), "damaged");
    assert_eq!(code("a.xlsx", &workbook(b"<worksheet/>", b"<sst uniqueCount=\"99999999999999\"><si>")), "damaged");
}

#[test]
fn small_files_that_become_huge_are_too_large() {
    let spaces = vec![b' '; 100 << 20];
    assert_eq!(code("a.xlsx", &workbook(&spaces, b"<sst/>")), "too_large");
    // One long string, in many cells.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(100);
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    assert_eq!(code("a.xlsx", &workbook(sheet.as_bytes(), strings.as_bytes())), "too_large");
    // A cell over thousands of rows, in each of which something stands.
    let page = format!("<table>{}</table>", "<tr><td rowspan=60000>xxxxxxxxxx".repeat(3_000));
    assert_eq!(code("a.html", page.as_bytes()), "too_large");
}

#[test]
fn a_page_may_be_broken_but_not_endless() {
    assert_eq!(code("a.html", "<div>".repeat(1_000_000).as_bytes()), "damaged");
    assert_eq!(code("a.html", format!("{}Điều 1", "</p></b></td>".repeat(100_000)).as_bytes()), "read");
    assert_eq!(code("a.html", format!("Điều 1{}", "<p <td <!-- \"".repeat(50_000)).as_bytes()), "read");
    assert_eq!(code("a.html", b"<script>let x = 1;</script>"), "empty");
    assert_eq!(code("a.html", b"%PDF-1.7"), "not_what_its_name_says");
    assert_eq!(code("a.mht", b"MIME-Version: 1.0\r\n"), "unsupported");
}

#[test]
fn sheets_and_pages_changed_at_random_never_panic() {
    let sheet = rows(
        "<row r=\"1\" hidden=\"0\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c></row><mergeCells><mergeCell ref=\"A1:B9\"/></mergeCells>",
    );
    let page = "<table><tr><td rowspan=2 style='font-weight:bold'>Ông &#7841; &ecirc;<td colspan=3><ol><li>a</table><p>Điều 1<br>x".as_bytes();
    let text = "STT;Họ tên;Chức vụ\n1;\"Ông A\nB\";X\n|a|b|\n".as_bytes();
    let mut state = 11_u64;
    for (name, whole) in [("a.xlsx", sheet.as_slice()), ("a.html", page), ("a.csv", text), ("a.txt", text)] {
        for _ in 0..400 {
            let mut broken = whole.to_vec();
            for _ in 0..4 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let at = usize::try_from(state >> 33).unwrap() % broken.len();
                broken[at] = u8::try_from((state >> 20) & 0xFF).unwrap();
            }
            let _ = reading::read(name, &broken);
        }
    }
}
