//! The command line as scripts use it: its answers, its exit statuses, and what it refuses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The passphrase of the sample, as the README has it.
const PASSPHRASE: &str = "so mau ha noi 2016";

fn run(args: &[&str]) -> (i32, Value) {
    run_as(Some(PASSPHRASE), args)
}

fn run_as(passphrase: Option<&str>, args: &[&str]) -> (i32, Value) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kientoan-cli"));
    command.args(args).arg("--json").env_remove("KIENTOAN_PASSPHRASE");
    if let Some(passphrase) = passphrase {
        command.env("KIENTOAN_PASSPHRASE", passphrase);
    }
    let output = command.output().unwrap();
    let answer = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| {
        panic!(
            "no JSON for {args:?}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
    });
    (output.status.code().unwrap(), answer)
}

fn paper() -> String {
    format!("{}/../../sample/1943-QD-UBND.docx", env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_main_job() {
    let folder = tempfile::tempdir().unwrap();
    // A folder with spaces and diacritics, as offices name them.
    let office = folder.path().join("Phòng Nội vụ");
    std::fs::create_dir(&office).unwrap();
    let (register, pdf) = (office.join("sổ thử.kientoan"), office.join("danh sách.pdf"));
    assert_eq!(run(&["sample", text(&register), "--until", "2016-04-20"]).0, 0);
    let (status, tried) = run(&["import", text(&register), &paper(), "--dry-run"]);
    assert_eq!((status, &tried["drafts"][0]["committees"][0]["after"]["heads"]), (0, &Value::from(59)));
    let (status, recorded) = run(&["import", text(&register), &paper()]);
    assert_eq!((status, recorded["decisions"].as_array().unwrap().len()), (0, 1));
    let (status, shown) = run(&["show", text(&register), "Ban chi dao", "--on", "2016-04-21"]);
    assert_eq!((status, &shown["heads"]), (0, &Value::from(59)));
    let (status, list) = run(&["list", text(&register), "--on", "2016-04-21"]);
    assert_eq!((status, &list["committees"][0]["heads"]), (0, &Value::from(59)));
    assert_eq!(run(&["list", text(&register), "--on", "2014-01-01"]).1["committees"].as_array().unwrap().len(), 0);
    let (status, timeline) = run(&["timeline", text(&register)]);
    assert_eq!((status, &timeline["relations"][0]["relation"]), (0, &Value::from("replaces")));
    let (status, saved) = run(&["print", text(&register), "ứng dụng", "--on", "2016-04-21", "-o", text(&pdf)]);
    assert_eq!(status, 0, "{saved}");
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    let (status, verified) = run(&["verify", text(&register)]);
    assert_eq!((status, &verified["ok"], &verified["attachments"]["present"]), (0, &true.into(), &1.into()));
    let left: Vec<_> = std::fs::read_dir(&office).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn bad_input_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let register = folder.path().join("sổ.kientoan");
    run(&["sample", text(&register)]);
    let before = std::fs::read(&register).unwrap();
    let refused = |args: &[&str], code: &str, status: i32| {
        let (found, answer) = run(args);
        assert_eq!((answer["error"]["code"].as_str(), found), (Some(code), status), "{args:?}: {answer}");
        assert_eq!(std::fs::read(&register).unwrap(), before, "{args:?}");
    };
    let r = text(&register);
    refused(&["import", r, &paper()], "duplicate", 1);
    // A good paper in front of a bad one is not recorded either.
    let good = "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 03 tháng 5 năm 2021\nQUYẾT ĐỊNH\n\
                Về việc thành lập Ban Chỉ đạo phòng, chống hạn tỉnh Sa Thạch\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\
                QUYẾT ĐỊNH:\nĐiều 1. Thành lập Ban Chỉ đạo phòng, chống hạn tỉnh Sa Thạch gồm các ông, bà:\n\
                1. Ông Lò Văn An, Chủ tịch UBND tỉnh - Trưởng ban;\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n";
    let good = file("tốt.txt", good.as_bytes());
    assert_eq!(run(&["import", r, text(&good), "--dry-run"]).0, 0);
    refused(&["import", r, text(&good), &paper()], "duplicate", 1);
    refused(&["import", r, text(&file("rỗng.docx", b""))], "empty", 1);
    refused(&["import", r, text(&file("ảnh.docx", b"\x89PNG\r\n\x1a\n0000"))], "not_what_its_name_says", 1);
    refused(
        &["import", r, text(&file("thư.txt", "Kính gửi chị Mai,\nTuần sau họp nhé.\n".as_bytes()))],
        "no_decision",
        1,
    );
    refused(&["import", r, text(&folder.path().join("không có.docx"))], "file_not_found", 4);
    refused(&["show", r, "ứng dụng", "--on", "2016-02-30"], "bad_date", 1);
    refused(&["show", r, "xây dựng nông thôn mới", "--on", "2016-04-21"], "not_found", 1);
    refused(&["show", r], "usage", 2);
    refused(&["sample", r], "file_exists", 1);
    refused(&["print", r, "ứng dụng", "--on", "2016-04-21", "-o", "/không/có/thư mục/a.pdf"], "file_not_found", 4);
    let text_file =
        file("ghi chú.kientoan", b"not a database, but long enough to be taken for one by its size ..............");
    refused(&["verify", text(&text_file)], "not_a_register", 1);
    refused(&["show", text(&file("rỗng.kientoan", b"")), "x", "--on", "2016-04-21"], "not_a_register", 1);
}

#[test]
fn a_paper_without_a_decision_reads_as_an_empty_draft() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("thư.txt");
    std::fs::write(&path, "Kính gửi anh chị,\nMời dự họp giao ban sáng thứ Hai.\n").unwrap();
    let (status, read) = run(&["read", text(&path)]);
    assert_eq!((status, read["decisions"].as_array().unwrap().len()), (0, 0));
    assert!(read["warnings"].as_array().unwrap().iter().any(|warning| warning["code"] == "no_decision"));
}

#[test]
fn a_flipped_byte_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("sổ.kientoan");
    run(&["sample", text(&register)]);
    let mut bytes = std::fs::read(&register).unwrap();
    // A name that only the directory has, wherever SQLite keeps a copy of it.
    let name = "Sở Tư pháp".as_bytes();
    let places: Vec<usize> = (0..bytes.len() - name.len()).filter(|at| bytes[*at..].starts_with(name)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at] ^= 1;
    }
    std::fs::write(&register, bytes).unwrap();
    let (status, verified) = run(&["verify", text(&register)]);
    assert_eq!((status, &verified["ok"]), (3, &false.into()), "{verified}");
}

/// What a person at a terminal is told of a paper, without `--json`.
fn told(paper: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("văn bản.txt");
    std::fs::write(&path, paper).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_kientoan-cli")).args(["read", text(&path)]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_paper_is_told_with_its_sub_bodies_and_what_it_replaces() {
    let told = told(
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 31/QĐ-UBND\nSa Thạch, ngày 10 tháng 8 năm 2021\nQUYẾT ĐỊNH\nVề việc kiện toàn \
         Ban Chỉ đạo Nước sạch xã Sa Thạch\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\nQUYẾT ĐỊNH:\nĐiều 1. Kiện toàn Ban Chỉ \
         đạo Nước sạch xã Sa Thạch, gồm:\n1. Ông Lò Văn An, Phó Chủ tịch UBND xã - Trưởng ban.\nĐiều 2. Thành lập Tổ giúp \
         việc Ban Chỉ đạo Nước sạch xã Sa Thạch, gồm:\n1. Bà Ma Thị Dung, Kế toán - Tổ trưởng.\nĐiều 3. Quyết định này có \
         hiệu lực kể từ ngày ký và thay thế Quyết định số 7/QĐ-UBND ngày 02/3/2020.\nCHỦ TỊCH\nMùa A Páo\n",
    );
    assert_eq!(
        told,
        "31/QĐ-UBND ngày 10-8-2021 · Chủ tịch Ủy ban nhân dân xã Sa Thạch\n\
         Về việc kiện toàn Ban Chỉ đạo Nước sạch xã Sa Thạch\n\
         \x20   1. Lò Văn An, Phó Chủ tịch UBND xã — Trưởng ban (Điều 1)\n\
         \x20 Tổ giúp việc Ban Chỉ đạo Nước sạch xã Sa Thạch:\n\
         \x20   1. Ma Thị Dung, Kế toán — Tổ trưởng (Điều 2)\n\
         \x20 thay thế: 7/QĐ-UBND\n\
         \x20 hiệu lực từ ngày ký\n"
    );
}

#[test]
fn an_appointment_is_told_in_the_words_of_the_office() {
    let told = told(include_str!("../../reading/tests/appointments/acting.txt"));
    assert!(told.ends_with("  Cầm Văn Lả: giữ quyền Cục trưởng, Cục Quản lý kho từ 1-8-2023\n"), "{told}");
}
