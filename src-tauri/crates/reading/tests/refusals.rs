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
    assert_eq!(code("long.docx", &body(&p("Ủy viên ").repeat(200_000))), "too_large");
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
