//! Heads that lost a part on their way through a portal or a copy: the line of the type, or all but one line.

use register::draft::{Act, Draft};

const ARTICLES: &str = "Điều 1. Kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch gồm:
1. Ông Lê Văn Bính, Chủ tịch UBND xã - Trưởng ban;
2. Bà Phan Thị Cúc, Phó Chủ tịch UBND xã - Phó Trưởng ban.
Điều 2. Quyết định này có hiệu lực từ ngày ký.";
const BASE: &str = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;";
const SUBJECT: &str = "kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch";

fn read(paper: &str) -> Draft {
    let read = reading::read("paper.txt", paper.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

fn day(draft: &Draft) -> Option<String> {
    draft.date.map(|day| day.to_string())
}

#[test]
fn the_line_of_the_type_may_be_lost() {
    for (decides, subject) in [
        ("QUYẾT ĐỊNH:", format!("Về việc {SUBJECT}")),
        ("NGHỊ ĐỊNH:", "KIỆN TOÀN BAN CHỈ ĐẠO GIẢM NGHÈO XÃ SA THẠCH".to_owned()),
    ] {
        let draft = read(&format!(
            "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
             Số: 12/QĐ-UBND\nSa Thạch, ngày 02 tháng 3 năm 2020\n\n{subject}\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n\
             {BASE}\n{decides}\n{ARTICLES}"
        ));
        assert_eq!(draft.number.as_deref(), Some("12/QĐ-UBND"), "{decides}");
        assert_eq!(day(&draft).as_deref(), Some("2020-03-02"), "{decides}");
        assert_eq!(draft.issuer.as_deref(), Some("Chủ tịch Ủy ban nhân dân xã Sa Thạch"), "{decides}");
        let title = draft.title.unwrap_or_default();
        assert!(title.to_lowercase().ends_with(&SUBJECT.to_lowercase()), "{title}");
        assert_eq!((draft.act, draft.members.len()), (Some(Act::Reconstitute), 2), "{decides}");
    }
}

#[test]
fn one_line_may_be_all_of_the_head() {
    let by = "Chủ tịch UBND xã Sa Thạch";
    for (headline, day_of_it, issuer) in [
        (format!("Quyết định số 55/QĐ-UBND về việc {SUBJECT}"), None, None),
        (format!("Quyết định - 55/QĐ-UBND Về việc {SUBJECT}"), None, None),
        (format!("Số 55/QĐ-UBND về việc {SUBJECT}"), None, None),
        (format!("Quyết định 55/QĐ-UBND năm 2020 về việc {SUBJECT}"), None, None),
        (format!("Quyết định 55/QĐ-UBND ngày 12/3/2020 của {by} về việc {SUBJECT}"), Some("2020-03-12"), Some(by)),
        (format!("Quyết định của {by} số 55/QĐ-UBND ngày 12/3/2020 về việc {SUBJECT}"), Some("2020-03-12"), Some(by)),
    ] {
        for behind in [format!("{headline}\n\n{ARTICLES}"), format!("{headline}\n{BASE}\nQUYẾT ĐỊNH:\n{ARTICLES}")]
        {
            let draft = read(&behind);
            assert_eq!(draft.number.as_deref(), Some("55/QĐ-UBND"), "{behind}");
            assert_eq!((day(&draft).as_deref(), draft.issuer.as_deref()), (day_of_it, issuer), "{behind}");
            assert_eq!(draft.title.as_deref(), Some(format!("Về việc {SUBJECT}").as_str()), "{behind}");
            assert_eq!((draft.act, draft.members.len()), (Some(Act::Reconstitute), 2), "{behind}");
        }
    }
}

#[test]
fn a_headline_over_a_whole_head_says_nothing_of_its_own() {
    let draft = read(&format!(
        "Quyết định số 12/QĐ-UBND về việc {SUBJECT}\nỦY BAN NHÂN DÂN\nXÃ SA THẠCH\n\
         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND\nSa Thạch, ngày 02 tháng 3 năm 2020\nQUYẾT ĐỊNH\n\
         Về việc {SUBJECT}\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n{BASE}\nQUYẾT ĐỊNH:\n{ARTICLES}"
    ));
    assert_eq!(draft.title.as_deref(), Some(format!("Về việc {SUBJECT}").as_str()));
    assert_eq!(draft.issuer.as_deref(), Some("Chủ tịch Ủy ban nhân dân xã Sa Thạch"));
    assert_eq!((draft.number.as_deref(), day(&draft).as_deref()), (Some("12/QĐ-UBND"), Some("2020-03-02")));
}

#[test]
fn the_name_of_a_province_may_stand_below_its_council() {
    let draft = read(&format!(
        "ỦY BAN NHÂN DÂN TỈNH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n     SÔNG VÀM                   \
         Độc lập - Tự do - Hạnh phúc\n Số: 12/QĐ-UB                 Sông Vàm, ngày 2 tháng 8 năm 1993\n\nQUYẾT ĐỊNH CỦA \
         CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nV/v thành lập Ban điều hành cải tạo vườn tạp\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\
         {BASE}\nQUYẾT ĐỊNH\nĐiều 1: Nay thành lập Ban điều hành cải tạo vườn tạp gồm có:\n1- Trưởng ban: Ông Lê Văn \
         Bính - Phó Chủ tịch UBND tỉnh."
    ));
    assert_eq!(draft.issuer.as_deref(), Some("Chủ tịch Ủy ban nhân dân tỉnh Sông Vàm"));
}

#[test]
fn both_lines_of_the_type_may_be_lost() {
    let draft = read(&format!(
        "Số ký hiệu\t12/QĐ-UBND\nNgày ban hành\t02/03/2020\nLoại văn bản\tQuyết định\nCơ quan ban hành\tUBND xã\n\nSa \
         Thạch, ngày 02 tháng 3 năm 2020\nKiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA \
         THẠCH\n{BASE}\nTheo đề nghị của Văn phòng.\n{ARTICLES}\nCHỦ TỊCH\nLò Văn Ất"
    ));
    assert_eq!((draft.number.as_deref(), day(&draft).as_deref()), (Some("12/QĐ-UBND"), Some("2020-03-02")));
    assert_eq!(draft.issuer.as_deref(), Some("Chủ tịch Ủy ban nhân dân xã Sa Thạch"));
    assert_eq!((draft.act, draft.members.len()), (Some(Act::Reconstitute), 2));
    assert_eq!(draft.signer.and_then(|signer| signer.name).as_deref(), Some("Lò Văn Ất"));
}

#[test]
fn the_answers_in_a_chat_are_not_who_signs() {
    let draft = read(&format!(
        "[02/03/2020 08:15] Văn phòng: gửi các anh chị\nỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 02 \
         tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc {SUBJECT}\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n{BASE}\nQUYẾT ĐỊNH:\n\
         {ARTICLES}\nCHỦ TỊCH\nLò Văn Ất\n[02/03/2020 09:20] Trưởng thôn Nà Tậu: đã nhận"
    ));
    assert_eq!(draft.signer.and_then(|signer| signer.name).as_deref(), Some("Lò Văn Ất"));
}

#[test]
fn the_day_may_stand_at_the_foot() {
    for (foot, place) in [
        ("Hà Nội, ngày 23 tháng 5 năm 1978", Some("Hà Nội")),
        ("Hà Nội, ngày 23-5-1978", Some("Hà Nội")),
        ("Ngày 23 tháng 5 năm 1978", None),
    ] {
        let draft = read(&format!(
            "PHỦ THỦ TƯỚNG\nSố: 214-TTg\n\nQUYẾT ĐỊNH\nVề việc thành lập Ban chỉ đạo khai thác than bùn\n\nTHỦ TƯỚNG CHÍNH \
             PHỦ\n{BASE}\nQUYẾT ĐỊNH:\nĐiều 1. Nay thành lập Ban chỉ đạo khai thác than bùn, gồm có:\n- Đồng chí Lê Văn Bính, \
             Bộ trưởng Bộ Nông nghiệp, trưởng ban.\nĐiều 2. Các đồng chí có tên ở điều 1 chịu trách nhiệm thi hành quyết định \
             này.\n\n{foot}\nKT. THỦ TƯỚNG CHÍNH PHỦ\nPHÓ THỦ TƯỚNG\nLÒ VĂN ẤT"
        ));
        assert_eq!((day(&draft).as_deref(), draft.place.as_deref()), (Some("1978-05-23"), place), "{foot}");
        assert_eq!(draft.signer.and_then(|signer| signer.name).as_deref(), Some("Lò Văn Ất"), "{foot}");
    }
}

#[test]
fn the_day_in_the_subject_of_a_letter_is_that_of_another_paper() {
    let draft = read(
        "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\nSố: 29/UBND-TH\nV/v đính chính Quyết định số\n15/QĐ-UBND\nngày 02/6/2017 của UBND \
         tỉnh\nSa Thạch, ngày 19 tháng 6 năm 2017\nKính gửi: Các sở, ban, ngành.\nNgày 02/6/2017, Ủy ban nhân dân tỉnh ban hành \
         Quyết định số 15/QĐ-UBND về việc kiện toàn Ban Chỉ đạo Hội nhập quốc tế tỉnh Sa Thạch. Nay đính chính như sau:\n1. Tại \
         khoản 3 Điều 1, “Tạ Văn Tuân” sửa lại là “Tạ Văn Tuấn”.\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLò Văn Ất",
    );
    assert_eq!(day(&draft).as_deref(), Some("2017-06-19"));
}

#[test]
fn who_signs_may_stand_without_an_office_or_beside_the_recipients() {
    let foot = |foot: &str| {
        let draft = read(&format!(
            "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 02 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc {SUBJECT}\n\
             CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n{BASE}\nQUYẾT ĐỊNH:\n{ARTICLES}\n\n{foot}"
        ));
        draft.signer.map(|signer| [signer.title, signer.name].map(Option::unwrap_or_default)).unwrap_or_default()
    };
    assert_eq!(foot("| CHỦ TỊCH |\n| Lò Văn Ất |"), ["Chủ tịch", "Lò Văn Ất"]);
    assert_eq!(foot("CHỦ TỊCH\nK'Brôi"), ["Chủ tịch", "K'Brôi"]);
    // For whom it is signed goes on beside the recipients.
    assert_eq!(
        foot("Nơi nhận:\nKT. VỤ TRƯỞNG VỤ THẨM ĐỊNH VÀ\n- Lưu: VT.\nĐÁNH GIÁ ĐẤT ĐAI\nPHÓ VỤ TRƯỞNG\nLò Văn Ất"),
        ["Phó Vụ trưởng", "Lò Văn Ất"]
    );
    assert_eq!(
        foot("TL. BỘ TRƯỞNG\nKT. VỤ TRƯỞNG VỤ TỔ CHỨC CÁN\nBỘ\nPHÓ VỤ TRƯỞNG\nLò Văn Ất"),
        ["Phó Vụ trưởng", "Lò Văn Ất"]
    );
    assert_eq!(
        foot("TL. TRƯỞNG BAN\nỦY VIÊN THƯỜNG TRỰC\nGIÁM ĐỐC SỞ NỘI VỤ\nLò Văn Ất"),
        ["Ủy viên Thường trực", "Lò Văn Ất"]
    );
    assert_eq!(
        foot("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG TỔ CHỨC CÁN\nBỘ\nLò Văn Ất"),
        ["Trưởng phòng Tổ chức cán bộ", "Lò Văn Ất"]
    );
    assert_eq!(foot("K/T CHỦ TỊCH\nP.CHỦ TỊCH\nLò Văn Ất"), ["Phó Chủ tịch", "Lò Văn Ất"]);
    assert_eq!(foot("(Đã ký)\n\nLò Văn Ất"), ["", "Lò Văn Ất"]);
    assert_eq!(foot("THẨM PHÁN\nLò Văn Ất"), ["Thẩm phán", "Lò Văn Ất"]);
    assert_eq!(
        foot("Nơi nhận:\n- Như Điều 2;\nCHỦ TỊCH\n- Các thành viên Ban; Lò Văn Ất\n- Lưu: VT."),
        ["Chủ tịch", "Lò Văn Ất"]
    );
}

#[test]
fn a_page_of_snippets_numbers_every_line() {
    let lines = "Điều 1. Thành lập Tổ công tác rà soát đất đai gồm:\n\n1. Ông Lò Văn Ất, Phó Chủ tịch UBND xã, Tổ trưởng;\n\n2. \
                 Bà Tạ Thị Canh, Công chức địa chính, Thành viên.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n";
    let numbered: String = (1..).zip(lines.split('\n')).map(|(n, line)| format!("  {n}. {line}\n")).collect();
    let draft = read(&format!(
        "nguoi_dung\n\nQuyết định số 61/QĐ-UBND về việc thành lập Tổ công tác rà soát đất đai\n\nMar 3rd, 2021\n164\ntext 2 \
         KB\n{numbered}"
    ));
    assert_eq!(draft.number.as_deref(), Some("61/QĐ-UBND"));
    assert_eq!(draft.title.as_deref(), Some("Về việc thành lập Tổ công tác rà soát đất đai"));
    assert_eq!(draft.members.len(), 2);
}

#[test]
fn a_narrow_cell_may_break_the_number_of_another_paper_before_its_day() {
    let draft = read(&format!(
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 33/UBND-VX\nV/v đính chính Quyết định số 19/QĐ-\nUBND ngày 23/5/2024\nSa Thạch, ngày 05 \
         tháng 6 năm 2024\n\nKính gửi: Các thôn.\nNgày 23/5/2024, UBND xã ban hành Quyết định số 19/QĐ-UBND về việc {SUBJECT}. Nay \
         đính chính: “Bà Lê Thị Hà” thành “Bà Lê Thị Hạ”./.\n\nCHỦ TỊCH\nLò Văn Ất"
    ));
    assert_eq!((day(&draft).as_deref(), draft.place.as_deref()), (Some("2024-06-05"), Some("Sa Thạch")));
}

#[test]
fn what_an_annex_belongs_to_may_take_two_lines() {
    let draft = read(&format!(
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 02 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc {SUBJECT}\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n{BASE}\nQUYẾT ĐỊNH:\nĐiều 1. Kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch gồm các \
         ông, bà trong Phụ lục.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\nCHỦ TỊCH\nLò Văn Ất\n\nPHỤ LỤC\nBAN CHỈ ĐẠO GIẢM \
         NGHÈO XÃ SA THẠCH\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 02 tháng 3 năm 2020 của\n\nChủ tịch Ủy ban nhân dân xã Sa \
         Thạch)\n\n1. Ông Lê Văn Bính, Chủ tịch UBND xã - Trưởng ban;\n2. Bà Phan Thị Cúc, Kế toán - Ủy viên."
    ));
    let names: Vec<&str> = draft.members.iter().map(|seat| seat.name.as_deref().unwrap_or_default()).collect();
    assert_eq!(names, ["Lê Văn Bính", "Phan Thị Cúc"]);
}

#[test]
fn a_draft_may_leave_its_number_and_day_to_its_annex() {
    let draft = read(&format!(
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố:       /QĐ-UBND\nSa Thạch, ngày      tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc {SUBJECT}\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n{BASE}\nQUYẾT ĐỊNH:\nĐiều 1. Kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch (có danh sách \
         kèm theo).\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\nCHỦ TỊCH\nLò Văn Ất\nDANH SÁCH\nBAN CHỈ ĐẠO GIẢM NGHÈO XÃ SA \
         THẠCH\n(Kèm theo Quyết định số: 23/QĐ-UBND ngày 15 tháng\n3 năm 2020 của Chủ tịch UBND xã Sa Thạch)\n1. Chủ tịch UBND xã - \
         Trưởng ban\n2. Kế toán UBND xã - Ủy viên\n"
    ));
    assert_eq!((draft.number.as_deref(), day(&draft).as_deref()), (Some("23/QĐ-UBND"), Some("2020-03-15")));
    assert_eq!(draft.members.len(), 2);
}

#[test]
fn an_issuer_that_the_wrap_cut_is_whole_and_no_part_of_the_subject() {
    let draft = read(
        "BỘ GIÁO DỤC THỂ CHẤT\nSố: 1033/QĐ-BGDTC\nHà Nội, ngày 05 tháng 6 năm 2019\nQUYẾT ĐỊNH\nVỀ VIỆC THAY ĐỔI, BỔ\nSUNG THÀNH VIÊN BAN \
         SOẠN THẢO LUẬT THỂ LỰC HỌC ĐƯỜNG\nBỘ TRƯỞNG BỘ GIÁO\nDỤC THỂ CHẤT\nCăn cứ Nghị định số\n34/2016/NĐ-CP ngày 14 tháng 5 năm \
         2016;\nQUYẾT ĐỊNH:\nĐiều 1. Bổ sung ông Lò Văn Ất, Vụ trưởng làm Ủy viên Ban soạn thảo Luật Thể lực học đường.\nĐiều 2. Quyết \
         định này có hiệu lực kể từ ngày ký.\nBỘ TRƯỞNG\nTạ Văn Tuân",
    );
    assert_eq!(draft.issuer.map(|issuer| issuer.to_lowercase()).as_deref(), Some("bộ trưởng bộ giáo dục thể chất"));
    assert_eq!(draft.committees.len(), 1);
    assert!(draft.committees[0].to_lowercase().ends_with("học đường"), "{:?}", draft.committees);
}
