//! Several files that belong together make one draft.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use reading::{Reading, Unreadable, read, read_together};

const HEAD: &str = "ỦY BAN NHÂN DÂN TỈNH SA THẠCH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
const SUBJECT: &str = "QUYẾT ĐỊNH\nVề việc thành lập Ban Chỉ đạo Phòng chống hạn tỉnh Sa Thạch\n\n\
    CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nCăn cứ Luật Thủy lợi;\n\nQUYẾT ĐỊNH:\n\n";
const END: &str =
    "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n\nNơi nhận:\n- Như Điều 3;\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n";

/// The decision whose list stands elsewhere.
fn decision(number: &str, date: &str, signer: &str) -> String {
    format!(
        "{HEAD}Số: {number}\n{date}\n\n{SUBJECT}Điều 1. Thành lập Ban Chỉ đạo Phòng chống hạn tỉnh Sa Thạch gồm các \
         thành viên có tên trong danh sách kèm theo Quyết định này.\nĐiều 2. Sở Thủy lợi là cơ quan thường trực của Ban \
         Chỉ đạo.\n{END}{signer}\n"
    )
}

fn signed() -> String {
    decision("97/QĐ-UBND", "Sa Thạch, ngày 04 tháng 3 năm 2024", "Tráng A Páo")
}

/// The same decision with the list in it.
fn whole(number: &str, date: &str, second: &str) -> String {
    format!(
        "{HEAD}Số: {number}\n{date}\n\n{SUBJECT}Điều 1. Thành lập Ban Chỉ đạo Phòng chống hạn tỉnh Sa Thạch, gồm:\n\
         1. Ông Tráng A Páo, Phó Chủ tịch UBND tỉnh - Trưởng ban;\n2. Bà {second}, Giám đốc Sở Thủy lợi - Phó Trưởng \
         ban.\nĐiều 2. Sở Thủy lợi là cơ quan thường trực của Ban Chỉ đạo.\n{END}Tráng A Páo\n"
    )
}

fn annex(number: &str) -> String {
    format!(
        "DANH SÁCH\nThành viên Ban Chỉ đạo Phòng chống hạn tỉnh Sa Thạch\n(Kèm theo Quyết định số {number} ngày \
         04/3/2024 của Chủ tịch UBND tỉnh Sa Thạch)\n\n1. Ông Tráng A Páo, Phó Chủ tịch UBND tỉnh - Trưởng ban;\n\
         2. Bà Hạng Thị Mo, Giám đốc Sở Thủy lợi - Phó Trưởng ban.\n"
    )
}

fn together(files: &[(&str, &str)]) -> Reading {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    read_together(&files).unwrap()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

fn names(reading: &Reading, at: usize) -> Vec<&str> {
    reading.decisions[at].members.iter().filter_map(|member| member.name.as_deref()).collect()
}

/// The words of a mark, and the file that they stand in.
fn words(reading: &Reading, decision: u32, field: &str) -> (u32, String) {
    let mark = reading.marks.iter().find(|mark| mark.decision == decision && mark.field == field);
    let mark = mark.unwrap_or_else(|| panic!("no mark for {field}"));
    let block = &reading.blocks[usize::try_from(mark.block).unwrap()];
    assert_eq!(block.id, mark.block);
    let (start, end) = (usize::try_from(mark.start).unwrap(), usize::try_from(mark.end).unwrap());
    (block.file, block.text.chars().skip(start).take(end - start).collect())
}

#[test]
fn a_decision_and_its_annex_are_one_draft_in_either_order() {
    let (paper, list) = (signed(), annex("97/QĐ-UBND"));
    for (files, at) in [
        ([("quyet-dinh.txt", paper.as_str()), ("phu-luc.txt", list.as_str())], 1),
        ([("phu-luc.txt", list.as_str()), ("quyet-dinh.txt", paper.as_str())], 0),
    ] {
        let reading = together(&files);
        assert_eq!((reading.decisions.len(), codes(&reading)), (1, vec![]));
        let draft = &reading.decisions[0];
        assert_eq!(draft.number.as_deref(), Some("97/QĐ-UBND"));
        assert_eq!(draft.source, Some(register::draft::Source::Decision));
        assert_eq!(draft.committees, ["Ban Chỉ đạo Phòng chống hạn tỉnh Sa Thạch"]);
        assert_eq!(draft.signer.as_ref().and_then(|signer| signer.name.as_deref()), Some("Tráng A Páo"));
        assert_eq!(names(&reading, 0), ["Tráng A Páo", "Hạng Thị Mo"]);
        assert_eq!(draft.members[1].role.as_deref(), Some("Phó Trưởng ban"));
        assert_eq!(draft.members[1].article.as_deref(), Some("Danh sách"));
        assert_eq!(reading.files, [files[0].0, files[1].0]);
        assert_eq!(words(&reading, 0, "members.1.name"), (at, "Hạng Thị Mo".to_owned()));
        assert_eq!(words(&reading, 0, "number"), (1 - at, "97/QĐ-UBND".to_owned()));
        let ids: Vec<u32> = reading.blocks.iter().map(|block| block.id).collect();
        assert_eq!(ids, (0..u32::try_from(ids.len()).unwrap()).collect::<Vec<_>>());
    }
}

#[test]
fn a_table_in_word_is_the_annex_of_a_decision_in_plain_text() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", support::p(text));
    let row = |cells: [&str; 4]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let table = [
        row(["TT", "Họ và tên", "Chức vụ", "Chức danh"]),
        row(["1", "Tráng A Páo", "Phó Chủ tịch UBND tỉnh", "Trưởng ban"]),
        row(["2", "Hạng Thị Mo", "Giám đốc Sở Thủy lợi", "Phó Trưởng ban"]),
    ];
    let lines = ["DANH SÁCH", "Thành viên Ban Chỉ đạo", "(Kèm theo Quyết định số 97/QĐ-UBND ngày 04/3/2024)"];
    let body = lines.map(support::p).concat() + &format!("<w:tbl>{}</w:tbl>", table.concat());
    let word = support::body(&body);
    let reading = read_together(&[("97.txt", signed().as_bytes()), ("danh-sach.docx", &word)]).unwrap();
    assert_eq!((reading.decisions.len(), codes(&reading)), (1, vec![]));
    assert_eq!(names(&reading, 0), ["Tráng A Páo", "Hạng Thị Mo"]);
    assert_eq!(words(&reading, 0, "members.0.position"), (1, "Phó Chủ tịch UBND tỉnh".to_owned()));
}

#[test]
fn an_annex_of_another_decision_stays_another() {
    let reading = together(&[("97.txt", &signed()), ("phu-luc.txt", &annex("98/QĐ-UBND"))]);
    assert_eq!(codes(&reading), ["not_the_same_decision"]);
    let numbers: Vec<_> = reading.decisions.iter().map(|draft| draft.number.as_deref()).collect();
    assert_eq!(numbers, [Some("97/QĐ-UBND"), Some("98/QĐ-UBND")]);
    assert_eq!(names(&reading, 0), Vec::<&str>::new());
    assert_eq!(words(&reading, 1, "members.0.name"), (1, "Tráng A Páo".to_owned()));
}

#[test]
fn what_one_copy_lacks_the_other_has() {
    let date = "Sa Thạch, ngày 04 tháng 3 năm 2024";
    let draft = whole("      /QĐ-UBND", "Sa Thạch, ngày     tháng 3 năm 2024", "Hạng Thị Mo");
    let signed = whole("97/QĐ-UBND", date, "Hạng Thị Mo");
    for files in [[("a.txt", draft.as_str()), ("b.txt", &signed)], [("b.txt", signed.as_str()), ("a.txt", &draft)]] {
        let reading = together(&files);
        assert_eq!(reading.decisions.len(), 1);
        assert_eq!(codes(&reading), Vec::<&str>::new());
        assert_eq!(reading.decisions[0].number.as_deref(), Some("97/QĐ-UBND"));
        assert_eq!(names(&reading, 0).len(), 2);
    }
    // The signed one without its list, the Word draft with it and without its number.
    let reading = together(&[("97.txt", &self::signed()), ("du-thao.txt", &draft)]);
    assert_eq!(reading.decisions.len(), 1);
    assert_eq!(reading.decisions[0].number.as_deref(), Some("97/QĐ-UBND"));
    assert_eq!(names(&reading, 0), ["Tráng A Páo", "Hạng Thị Mo"]);
    assert_eq!(words(&reading, 0, "members.1.name"), (1, "Hạng Thị Mo".to_owned()));
}

#[test]
fn where_two_copies_differ_the_field_is_said() {
    let date = "Sa Thạch, ngày 04 tháng 3 năm 2024";
    let files =
        [("a.txt", whole("97/QĐ-UBND", date, "Hạng Thị Mo")), ("b.txt", whole("97/QĐ-UBND", date, "Hạng Thị Mơ"))];
    let reading = together(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    assert_eq!(reading.decisions.len(), 1);
    assert_eq!(codes(&reading), ["files_differ"]);
    let warning = &reading.warnings[0];
    assert_eq!(warning.detail, "members.1.name: Hạng Thị Mo; Hạng Thị Mơ");
    let block = &reading.blocks[usize::try_from(warning.at.unwrap()).unwrap()];
    assert!(block.file == 1 && block.text.contains("Hạng Thị Mơ"));
    assert_eq!(names(&reading, 0), ["Tráng A Páo", "Hạng Thị Mo"]);
}

#[test]
fn an_annex_that_repeats_the_list_is_held_against_it() {
    let text = whole("97/QĐ-UBND", "Sa Thạch, ngày 04 tháng 3 năm 2024", "Hạng Thị Mo");
    let reading = together(&[("97.txt", &text), ("phu-luc.txt", &annex("97/QĐ-UBND"))]);
    assert_eq!((reading.decisions.len(), codes(&reading)), (1, vec![]));
    assert_eq!(names(&reading, 0), ["Tráng A Páo", "Hạng Thị Mo"]);
    let other = annex("97/QĐ-UBND").replace("Hạng Thị Mo", "Lù Thị Mai");
    let reading = together(&[("97.txt", &text), ("phu-luc.txt", &other)]);
    assert_eq!(codes(&reading), ["files_differ"]);
    assert_eq!(names(&reading, 0), ["Tráng A Páo", "Hạng Thị Mo"]);
}

#[test]
fn two_decisions_are_two() {
    let other = decision("12/QĐ-UBND", "Sa Thạch, ngày 05 tháng 3 năm 2025", "Quàng Thị Ánh");
    let reading = together(&[("a.txt", &signed()), ("b.txt", &other)]);
    assert_eq!((reading.decisions.len(), codes(&reading)), (2, vec!["not_the_same_decision"]));
    assert_eq!(words(&reading, 1, "number"), (1, "12/QĐ-UBND".to_owned()));
}

#[test]
fn events_of_a_paper_in_two_copies_are_said_once_and_cited() {
    let paper = |number: &str, date: &str| {
        format!(
            "{HEAD}Số: {number}\n{date}\n\nQUYẾT ĐỊNH\nVề việc bổ nhiệm Giám đốc Sở Thủy lợi\n\nCHỦ TỊCH ỦY BAN NHÂN \
             DÂN TỈNH SA THẠCH\n\nCăn cứ Luật Cán bộ, công chức;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Bổ nhiệm bà Hạng Thị Mo giữ \
             chức vụ Giám đốc Sở Thủy lợi.\n{END}Tráng A Páo\n"
        )
    };
    let draft = paper("      /QĐ-UBND", "Sa Thạch, ngày     tháng 4 năm 2024");
    let signed = paper("140/QĐ-UBND", "Sa Thạch, ngày 02 tháng 4 năm 2024");
    for files in [[("a.docx.txt", draft.as_str()), ("b.txt", &signed)], [("b.txt", signed.as_str()), ("a.txt", &draft)]]
    {
        let reading = together(&files);
        assert_eq!((reading.decisions.len(), reading.events.len(), codes(&reading)), (1, 1, vec![]));
        let event = serde_json::to_value(&reading.events[0]).unwrap();
        assert_eq!(
            (event["on"].as_str(), event["citation"]["decision"].as_str()),
            (Some("2024-04-02"), Some("140/QĐ-UBND"))
        );
        assert_eq!(words(&reading, 0, "events.0.person").1, "Hạng Thị Mo");
    }
}

#[test]
fn the_list_of_a_paper_on_posts_says_events_and_fills_no_committee() {
    let paper = format!(
        "{HEAD}Số: 141/QĐ-UBND\nSa Thạch, ngày 02 tháng 4 năm 2024\n\nQUYẾT ĐỊNH\nVề việc bổ nhiệm công chức\n\nCHỦ TỊCH \
         ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nCăn cứ Luật Cán bộ, công chức;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Bổ nhiệm các ông, \
         bà có tên trong danh sách kèm theo.\n{END}Tráng A Páo\n"
    );
    let list = "DANH SÁCH\n(Kèm theo Quyết định số 141/QĐ-UBND ngày 02/4/2024)\n\n| TT | Họ và tên | Chức vụ hiện nay | \
                Chức vụ được bổ nhiệm |\n| 1 | Hạng Thị Mo | Phó Giám đốc Sở Thủy lợi | Giám đốc Sở Thủy lợi |\n\
                | 2 | Lù Thị Mai | Chánh Văn phòng Sở Thủy lợi | Phó Giám đốc Sở Thủy lợi |\n";
    let reading = together(&[("141.txt", &paper), ("danh-sach.txt", list)]);
    assert_eq!((reading.decisions.len(), codes(&reading)), (1, vec![]));
    assert_eq!((reading.decisions[0].members.len(), reading.decisions[0].changes_membership), (0, false));
    let said: Vec<_> = reading.events.iter().map(|event| (event.person.as_deref(), event.post.as_deref())).collect();
    assert_eq!(said, [(Some("Hạng Thị Mo"), Some("Giám đốc")), (Some("Lù Thị Mai"), Some("Phó Giám đốc"))]);
    assert_eq!(words(&reading, 0, "events.1.person"), (1, "Lù Thị Mai".to_owned()));
}

#[test]
fn one_file_is_read_as_ever_and_the_file_that_cannot_be_read_is_named() {
    let text = signed();
    let one = together(&[("97.txt", &text)]);
    assert_eq!(one, read("97.txt", text.as_bytes()).unwrap());
    let failed = read_together(&[("97.txt", text.as_bytes()), ("rong.txt", b"")]);
    assert!(matches!(failed, Err((1, Unreadable::Empty))), "{failed:?}");
    assert!(matches!(read_together(&[]), Err((0, Unreadable::Empty))));
}
