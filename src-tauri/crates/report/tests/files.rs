//! Documents and workbooks of papers, looked at from inside.
#![allow(clippy::expect_used, clippy::panic, reason = "what is not there is a failed test")]

mod founding;

use std::io::{Cursor, Read};

use register::draft::SeatKind;
use report::{Paper, document, list, workbook};

fn part(bytes: &[u8], name: &str) -> String {
    let mut container = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut text = String::new();
    container.by_name(name).unwrap_or_else(|_| panic!("{name}")).read_to_string(&mut text).expect("text");
    text
}

fn founding_list() -> Paper {
    list(&founding::founding(), &founding::setting()).paper()
}

/// The words that a spreadsheet would run, were they no text.
fn hostile() -> Paper {
    let mut composition = founding::empty();
    let said = ["=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)", "\t=1", "<b>&\"]]>"];
    composition.seats = said
        .iter()
        .map(|said| founding::seat("=1+1", SeatKind::Named, "", vec![founding::held_by(said, said, "Sở Y tế")]))
        .collect();
    list(&composition, &founding::setting()).paper()
}

#[test]
fn no_cell_of_a_workbook_can_run() {
    let bytes = workbook(&hostile()).expect("a workbook");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    let texts = part(&bytes, "xl/sharedStrings.xml");
    for said in ["=HYPERLINK(&quot;http://x&quot;)", "=HYPERLINK(\"http://x\")"] {
        if texts.contains(said) {
            return;
        }
    }
    panic!("the words are not kept as text: {texts}");
}

#[test]
fn text_stays_text_also_when_somebody_edits_the_cell() {
    let bytes = workbook(&hostile()).expect("a workbook");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
}

#[test]
fn a_workbook_has_types_widths_a_frozen_head_and_a_filter() {
    let bytes = workbook(&founding_list()).expect("a workbook");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for said in ["<autoFilter ref=\"A", "state=\"frozen\"", "<cols>", "customWidth=\"1\""] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    // The running numbers are numbers, 59 of them, whatever stands over them.
    let numbers = sheet.matches("<v>59</v></c>").count();
    assert!(numbers >= 1, "{sheet}");
    assert!(part(&bytes, "xl/workbook.xml").contains("Danh sách thành viên"));
}

#[test]
fn a_document_has_styles_numbers_of_its_own_and_heads_that_repeat() {
    let bytes = document(&founding_list()).expect("a document");
    let body = part(&bytes, "word/document.xml");
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(body.matches("w:val=\"TableNumber\"").count(), 59, "every row is numbered by Word");
    assert!(body.contains("<w:numId w:val=\"2\"/>"));
    assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "A4");
    let numbering = part(&bytes, "word/numbering.xml");
    assert!(numbering.contains("w:numFmt w:val=\"decimal\"") && numbering.contains("w:startOverride"));
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:title>Danh sách thành viên Ban chỉ đạo") && core.contains("vi-VN"), "{core}");
    for style in body.split("<w:pStyle w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(part(&bytes, "word/styles.xml").contains(&format!("w:styleId=\"{style}\"")), "no style {style}");
    }
}

#[test]
fn a_document_holds_whatever_somebody_wrote() {
    let body = part(&document(&hostile()).expect("a document"), "word/document.xml");
    assert!(body.contains("&lt;b&gt;&amp;&quot;]]&gt;"), "{body}");
    assert!(!body.contains('\t'));
}

#[test]
fn equal_papers_make_equal_documents() {
    assert_eq!(document(&founding_list()).expect("a document"), document(&founding_list()).expect("a document"));
}

#[test]
fn a_cell_of_five_thousand_words_is_whole_in_a_document_and_says_that_it_is_cut_in_a_workbook() {
    let mut composition = founding::empty();
    let long = "nhiệm vụ rất dài ".repeat(2_500);
    composition.seats = vec![founding::seat("Ủy viên", SeatKind::Portfolio, long.trim(), Vec::new())];
    let paper = list(&composition, &founding::setting()).paper();
    assert!(part(&document(&paper).expect("a document"), "word/document.xml").contains(long.trim()));
    let texts = part(&workbook(&paper).expect("a workbook"), "xl/sharedStrings.xml");
    assert!(texts.contains(" …</t>"), "a cell of Excel holds 32,767 characters");
}
