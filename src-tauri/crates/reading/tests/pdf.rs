//! PDF files: layouts, fonts, and files that are broken or made to harm.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "support/pdf.rs"]
mod support;

use std::io::Write;
use std::time::{Duration, Instant};

use reading::{Align, Part, Reading, Unreadable};
use support::{Typist, file, object, stream};

fn read(bytes: &[u8]) -> Reading {
    reading::read("paper.pdf", bytes).unwrap()
}

fn kept(name: &str) -> Reading {
    let path = format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"));
    read(&std::fs::read(path).unwrap())
}

fn texts(reading: &Reading) -> Vec<&str> {
    reading.blocks.iter().map(|block| block.text.as_str()).collect()
}

/// The cells of a table, row by row, the paragraphs of a cell joined.
fn rows(reading: &Reading, table: u32) -> Vec<Vec<(u32, String)>> {
    let mut rows: Vec<Vec<(u32, String)>> = Vec::new();
    for block in &reading.blocks {
        let Some(cell) = block.cell.filter(|cell| cell.table == table) else { continue };
        let row = usize::try_from(cell.row).unwrap();
        rows.resize_with(rows.len().max(row + 1), Vec::new);
        match rows[row].iter_mut().find(|(column, _)| *column == cell.column) {
            Some((_, text)) => *text = format!("{text} {}", block.text),
            None => rows[row].push((cell.column, block.text.clone())),
        }
    }
    rows
}

fn said(row: &[(u32, String)]) -> Vec<&str> {
    row.iter().map(|(_, text)| text.as_str()).collect()
}

#[test]
fn an_annex_over_two_pages_is_one_table_with_one_heading() {
    let reading = kept("annex-over-two-pages.pdf");
    let rows = rows(&reading, 2);
    assert_eq!(rows.len(), 27);
    assert_eq!(said(&rows[0]), ["TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Chức danh trong Ban Chỉ đạo"]);
    assert_eq!(
        said(&rows[2]),
        ["2", "Bà Đỗ Thị Ngân", "Giám đốc Sở Nông nghiệp và Phát triển nông thôn", "Phó Trưởng ban Thường trực"]
    );
    assert_eq!(rows[26][0], (0, "26".to_owned()));
    assert!(rows.iter().all(|row| row.len() == 4));
    let draft = &reading.decisions[0];
    assert_eq!(draft.members.len(), 26);
    assert_eq!(draft.number.as_deref(), Some("214/QĐ-UBND"));
}

#[test]
fn the_letterhead_the_paragraphs_and_the_signature_come_in_the_order_of_reading() {
    let reading = kept("annex-without-lines.pdf");
    let texts = texts(&reading);
    assert_eq!(texts[..3], ["ỦY BAN NHÂN DÂN", "TỈNH LAM SƠN HẠ", "Số: 214/QĐ-UBND"]);
    let at = |start: &str| texts.iter().position(|text| text.starts_with(start)).unwrap();
    assert_eq!(
        texts[at("Căn cứ Quyết định")],
        "Căn cứ Quyết định số 77/2020/QĐ-UBND ngày 03 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh ban hành Quy định về phòng, chống thiên tai;"
    );
    let signature = at("Nơi nhận");
    assert_eq!(
        texts[signature..signature + 7],
        [
            "Nơi nhận:",
            "- Như Điều 3;",
            "- Thường trực Tỉnh ủy, Hội đồng nhân dân tỉnh (để báo cáo);",
            "- Lưu: VT, NN.",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Kha Vĩnh Thạch"
        ]
    );
    let title = &reading.blocks[at("Về việc")];
    assert!(title.bold);
    assert_eq!(title.align, Align::Center);
    assert!(reading.blocks[at("Căn cứ Luật")].italic);
}

#[test]
fn columns_without_lines_are_cells_too() {
    let reading = kept("annex-without-lines.pdf");
    let rows = rows(&reading, 2);
    assert_eq!(rows.len(), 9);
    assert_eq!(said(&rows[4]), ["4", "Bà Trịnh Thị Mơ", "Phó Giám đốc Sở Tài nguyên và Môi trường", "Phó Trưởng ban"]);
    assert_eq!(reading.decisions[0].members.len(), 8);
}

#[test]
fn merged_cells_stand_in_their_first_column_and_in_each_row() {
    let rows = rows(&kept("annex-with-merged-cells.pdf"), 2);
    assert_eq!(said(&rows[1]), ["I. Lãnh đạo Ban Chỉ đạo"]);
    assert_eq!(rows[3].last(), rows[4].last());
    assert_eq!(said(&rows[4]), ["3", "Ông Hà Quang Lễ", "Chánh Văn phòng Ủy ban nhân dân tỉnh", "Phó Trưởng ban"]);
}

#[test]
fn words_set_letter_by_letter_are_put_together_by_their_gaps() {
    let mut typist = Typist::default();
    // As Word writes: pieces of words, moved by kerning, and gaps in the place of spaces.
    let parts = ["Đi", "ều", "1.", "Th", "ành", "lập"].map(|part| typist.coded(part));
    let [a, b, c, d, e, f] = parts;
    typist.content = format!("BT /F 12 Tf 72 700 Td [<{a}> 20 <{b}> -260 <{c}> -260 <{d}> -30 <{e}> -260 <{f}>] TJ ET");
    assert_eq!(texts(&read(&typist.file("", &[]))), ["Điều 1. Thành lập"]);
}

#[test]
fn marks_drawn_apart_are_composed() {
    let mut typist = Typist::default();
    // Each mark is drawn over the letter before it, and moves nothing on.
    let [a, circumflex, acute, b, dot, c] =
        ["Quye", "\u{302}", "\u{301}", "t đi", "\u{323}", "nh"].map(|part| typist.coded(part));
    typist.content =
        format!("BT /F 12 Tf 72 700 Td [<{a}> <{circumflex}> 500 <{acute}> 500 <{b}> <{dot}> 500 <{c}>] TJ ET");
    assert_eq!(texts(&read(&typist.file("", &[]))), ["Quyết định"]);
}

#[test]
fn a_page_on_its_side_is_read_upright() {
    let mut typist = Typist::default();
    typist.line(72, 700, "Điều 1. Một");
    typist.line(72, 684, "Điều 2. Hai");
    let upright = read(&typist.file("", &[]));
    typist.content = format!("q 0 1 -1 0 842 0 cm {} Q", typist.content);
    let turned = typist.file("/MediaBox[0 0 842 595]", &[]);
    assert_eq!(texts(&read(&turned)), texts(&upright));
    let by_the_page = typist.file("/MediaBox[0 0 842 595]/Rotate 90", &[]);
    assert_eq!(texts(&read(&by_the_page)), texts(&upright));
}

#[test]
fn what_a_tag_says_counts_and_furniture_stands_apart() {
    let mut typist = Typist::default();
    typist.content = "/Span<</ActualText<FEFF0051004401110073>>>BDC\n".to_owned();
    typist.line(72, 700, "xxxx");
    typist.content.push_str("EMC\n/Artifact<</Type/Pagination>>BDC\n");
    typist.line(300, 810, "Lưu hành nội bộ");
    typist.content.push_str("EMC\n");
    let reading = read(&typist.file("", &[]));
    let parts: Vec<_> = reading.blocks.iter().map(|block| (block.part, block.text.as_str())).collect();
    assert_eq!(parts, [(Part::Header, "Lưu hành nội bộ"), (Part::Body, "QDđs")]);
}

#[test]
fn the_picture_of_a_digital_signature_is_no_part_of_the_paper() {
    let mut typist = Typist::default();
    typist.line(72, 700, "Điều 1. Một");
    let widget = [
        stream("/Subtype/Form/BBox[0 0 100 50]/Resources<</Font<</F 5 0 R>>>>", b"BT /F 12 Tf 5 5 Td <00010002> Tj ET"),
        object("<</Subtype/Widget/FT/Sig/Rect[72 600 200 650]/AP<</N 8 0 R>>>>"),
    ];
    assert_eq!(texts(&read(&typist.file("/Annots[9 0 R]", &widget))), ["Điều 1. Một"]);
}

#[test]
fn letters_of_before_unicode_are_known_by_their_fonts() {
    let content = "BT /F 12 Tf 72 700 Td (\\247i\\322u 1. Th\\265nh l\\313p) Tj ET";
    let bytes = file(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"),
        stream("", content.as_bytes()),
        object("<</Type/Font/Subtype/TrueType/BaseFont/.VnTime,Bold/Encoding/WinAnsiEncoding>>"),
    ]);
    let reading = read(&bytes);
    assert_eq!(texts(&reading), ["Điều 1. Thành lập"]);
    assert!(reading.blocks[0].bold);
}

#[test]
fn a_picture_without_text_is_a_scan() {
    let mut typist = Typist::default();
    typist.content = "q 595 0 0 842 0 0 cm /X Do Q".to_owned();
    let image = stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", b"\0");
    let reading = read(&typist.file("", &[image]));
    assert!(reading.decisions.is_empty());
    assert!(reading.warnings.iter().any(|warning| warning.code == "scan"));
}

#[test]
fn letters_that_nothing_explains_are_like_a_scan() {
    let mut typist = Typist::default();
    typist.line(72, 700, "Điều 1. Thành lập");
    let reading = read(&typist.file_with_table("", "", &[]));
    assert!(reading.blocks.is_empty());
    assert!(reading.warnings.iter().any(|warning| warning.code == "scan"));
}

#[test]
fn encrypted_files_open_when_no_password_is_needed() {
    for name in ["encrypted-rc4.pdf", "encrypted-aes128.pdf", "encrypted-aes256.pdf"] {
        assert_eq!(texts(&kept(name)), ["Quyet dinh so 12/QD-UBND thanh lap Ban Chi dao"], "{name}");
    }
    let path = format!("{}/tests/files/encrypted-with-password.pdf", env!("CARGO_MANIFEST_DIR"));
    assert_eq!(reading::read("a.pdf", &std::fs::read(path).unwrap()), Err(Unreadable::Locked));
}

/// What comes of a hostile file, in good time.
fn code(bytes: &[u8]) -> Option<&'static str> {
    let start = Instant::now();
    let code = reading::read("paper.pdf", bytes).err().map(|error| error.code());
    assert!(start.elapsed() < Duration::from_secs(20), "took {:?}", start.elapsed());
    code
}

#[test]
fn broken_tables_and_lost_ends_are_mended() {
    let mut typist = Typist::default();
    typist.line(72, 700, "Điều 1. Một");
    let whole = typist.file("", &[]);
    let end = whole.windows(4).position(|window| window == b"xref").unwrap();
    // The pointer to the pages is lost with the trailer; a search finds both.
    assert_eq!(texts(&read(&whole[..end])), ["Điều 1. Một"]);
    let shifted: Vec<u8> = String::from_utf8(whole).unwrap().replace("0000000", "0000009").into_bytes();
    assert_eq!(texts(&read(&shifted)), ["Điều 1. Một"]);
    assert_eq!(code(b"%PDF-1.7\n"), Some("damaged"));
}

#[test]
fn a_file_cut_anywhere_is_refused_or_read() {
    let path = format!("{}/tests/files/encrypted-aes256.pdf", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    for end in (5..bytes.len()).step_by(7) {
        code(&bytes[..end]);
    }
}

#[test]
fn pages_within_themselves_end() {
    let cycle = file(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R 2 0 R]/Parent 3 0 R>>"),
        object("<</Type/Pages/Kids[2 0 R 3 0 R]>>"),
    ]);
    assert_eq!(code(&cycle), Some("damaged"));
    let many = file(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object(&format!("<</Type/Pages/Kids[{}]>>", "<</Type/Page>>".repeat(5000))),
    ]);
    assert_eq!(code(&many), Some("too_large"));
}

#[test]
fn forms_that_call_each_other_end() {
    let page = "<</Type/Page/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>>>";
    let form = b"/X Do ".repeat(40);
    let own = file(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]>>"),
        object(page),
        stream("/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>", &form),
        stream("", &form),
    ]);
    assert_eq!(code(&own), Some("too_large"));
}

#[test]
fn bombs_and_depths_are_refused() {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..200 {
        packer.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let packed = packer.finish().unwrap();
    let bomb = file(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]>>"),
        object("<</Type/Page/Contents 4 0 R>>"),
        stream("/Filter/FlateDecode", &packed),
    ]);
    assert_eq!(code(&bomb), Some("too_large"));
    let deep = [b"%PDF-1.7\n1 0 obj\n".to_vec(), b"<</A[".repeat(200_000)].concat();
    assert_eq!(code(&deep), Some("damaged"));
    // Each object an unclosed string: searching for objects reads the rest again and again.
    let open = [b"%PDF-1.7\n".to_vec(), b"1 0 obj (".repeat(400_000)].concat();
    assert!(matches!(code(&open), Some("damaged" | "too_large")));
}
