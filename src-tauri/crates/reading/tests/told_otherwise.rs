//! What an article says where the subject has no word for it, and what stands beside the list: who stays, how long the
//! committee works, who follows in a seat.

#[path = "support/commune.rs"]
mod commune;

use commune::read;
use register::draft::{Act, Draft, ListScope};

const BODY: &str = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";

fn names(draft: &Draft) -> Vec<&str> {
    draft.members.iter().filter_map(|member| member.name.as_deref()).collect()
}

#[test]
fn the_first_article_seats_somebody_of_whom_the_subject_is_silent() {
    for (title, article) in [
        (
            format!("Về việc giao nhiệm vụ Trưởng {BODY}"),
            format!("Giao ông Tạ Văn Bính, Phó Chủ tịch UBND xã làm Trưởng {BODY}."),
        ),
        (
            format!("Về việc cử tham gia {BODY}"),
            format!("Cử ông Tạ Văn Bính, Công chức Tư pháp tham gia {BODY} với vai trò Ủy viên."),
        ),
        (
            format!("Về việc cử cán bộ tham gia {BODY}"),
            format!(
                "Cử các ông, bà có tên sau tham gia {BODY}:\n1. Ông Tạ Văn Bính, Công chức Tư pháp, giữ chức Ủy viên."
            ),
        ),
    ] {
        let draft = read(&title, &format!("Điều 1. {article}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."));
        assert_eq!((draft.act, draft.list_scope), (Some(Act::Amend), Some(ListScope::Partial)), "{title}");
        assert_eq!(names(&draft), ["Tạ Văn Bính"], "{title}");
    }
    let gone = format!("Điều 1. Ông Tạ Văn Bính thôi làm thành viên {BODY} kể từ ngày 01/4/2020.");
    let draft = read("Về việc thôi làm thành viên Ban Chỉ đạo", &gone);
    assert_eq!((draft.act, draft.leaves), (Some(Act::Amend), vec!["Tạ Văn Bính".to_owned()]));
}

#[test]
fn who_is_sent_on_a_journey_or_given_work_takes_no_seat() {
    for article in [
        "Cử ông Tạ Văn Bính, Công chức Tư pháp tham gia Đoàn công tác của xã đi học tập kinh nghiệm.",
        "Giao ông Tạ Văn Bính, Công chức Tư pháp tham mưu giúp Ban Chỉ đạo giảm nghèo xã Sa Thạch.",
    ] {
        let draft = read("Về việc cử cán bộ", &format!("Điều 1. {article}"));
        assert!(!draft.changes_membership && draft.members.is_empty(), "{article}: {:?}", draft.act);
    }
}

#[test]
fn a_list_beside_which_the_others_stay_is_one_in_part() {
    let list =
        "1. Trưởng ban: Ông Tạ Văn Bính, Chủ tịch UBND xã.\n2. Phó Trưởng ban: Bà Lò Thị Đinh, Phó Chủ tịch UBND xã.";
    let scope = |more: &str| {
        read(&format!("Về việc kiện toàn {BODY}"), &format!("Điều 1. Kiện toàn {BODY} gồm:\n{list}\nĐiều 2. {more}"))
            .list_scope
    };
    assert_eq!(scope("Các thành viên khác của Ban Chỉ đạo không thay đổi."), Some(ListScope::Partial));
    assert_eq!(scope("Thành phần Ban Chỉ đạo giữ nguyên; nhiệm vụ do Trưởng ban phân công."), Some(ListScope::Partial));
    assert_eq!(scope("Nhiệm vụ của các thành viên giữ nguyên."), Some(ListScope::Whole));
    assert_eq!(scope("Số lượng thành viên Ban Chỉ đạo không thay đổi."), Some(ListScope::Whole));
}

#[test]
fn a_sentence_below_a_list_without_full_stops_is_nobodys_seat() {
    for sentence in [
        "Khi có sự thay đổi về nhân sự, người kế nhiệm đương nhiên thay thế.",
        "Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm.",
        "Các thành viên Ban Chỉ đạo hoạt động kiêm nhiệm, được hưởng phụ cấp theo quy định.",
    ] {
        let list = "1. Chủ tịch UBND xã: Trưởng ban\n2. Công chức Tư pháp xã: Ủy viên";
        let draft =
            read(&format!("Về việc thành lập {BODY}"), &format!("Điều 1. Thành lập {BODY} gồm:\n{list}\n{sentence}"));
        let seats: Vec<_> = draft.members.iter().filter_map(|member| member.position.as_deref()).collect();
        assert_eq!(seats, ["Chủ tịch UBND xã", "Công chức Tư pháp xã"], "{sentence}");
        assert_eq!(draft.successor_clause.is_some(), sentence.contains("kế nhiệm"), "{sentence}");
    }
}

#[test]
fn a_term_with_a_day_ends_the_committee_and_one_with_its_work_does_not() {
    let term = |sentence: &str| {
        let draft =
            read(&format!("Về việc thành lập {BODY}"), &format!("Điều 1. Thành lập {BODY}.\nĐiều 2. {sentence}"));
        (draft.sunset.is_some(), draft.sunset_on.map(|day| day.to_string()))
    };
    let on = |day: &str| (true, Some(day.to_owned()));
    assert_eq!(term("Ban Chỉ đạo hoạt động đến hết ngày 31/12/2024."), on("2025-01-01"));
    assert_eq!(term("Ban Chỉ đạo tự giải thể vào ngày 30 tháng 6 năm 2024."), on("2024-06-30"));
    assert_eq!(term("Ban Chỉ đạo tự giải thể kể từ ngày 30/6/2024."), on("2024-06-30"));
    // The day on which it begins is not the one on which it ends.
    for begins in [
        "Ban Chỉ đạo tự giải thể sau 06 tháng kể từ ngày 01/4/2020.",
        "Ban Chỉ đạo hoạt động từ ngày 01/4/2020 và tự giải thể theo quyết định của Chủ tịch UBND xã.",
    ] {
        assert_eq!(term(begins), (true, None), "{begins}");
    }
    assert_eq!(term("Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ."), (true, None));
    assert_eq!(term("Ban Chỉ đạo tự giải thể sau khi hoàn thành nhiệm vụ, dự kiến ngày 30/6/2024."), (true, None));
    assert_eq!(term("Quyết định này có hiệu lực kể từ ngày ký đến hết ngày 30/6/2024."), on("2024-07-01"));
}

#[test]
fn the_article_names_the_committee_of_which_the_subject_says_only_the_kind() {
    let draft = read(
        "Về việc phân công Trưởng Ban Chỉ đạo",
        &format!(
            "Điều 1. Phân công ông Tạ Văn Bính, Phó Chủ tịch UBND xã giữ chức Trưởng {BODY} kể từ ngày 01/4/2020 thay bà Lò \
             Thị Đinh."
        ),
    );
    assert_eq!(draft.committees, [BODY]);
    let seats: Vec<_> = draft.members.iter().map(|m| (m.position.as_deref(), m.role.as_deref())).collect();
    assert_eq!(seats, [(Some("Phó Chủ tịch UBND xã"), Some("Trưởng ban"))]);
    let part = "Ban Chỉ đạo dự án thành phần 3 đường vành đai xã Sa Thạch";
    assert_eq!(
        read(&format!("Về việc thành lập {part}"), &format!("Điều 1. Thành lập {part} gồm:")).committees,
        [part]
    );
}

#[test]
fn who_follows_in_a_seat_is_told_by_an_article_and_sits_nowhere() {
    let draft = read(
        &format!("Về việc kiện toàn {BODY}"),
        &format!(
            "Điều 1. Kiện toàn {BODY} gồm:\n1. Trưởng ban: Chủ tịch UBND xã.\nĐiều 2. Nhiệm vụ\n1. Ban Chỉ đạo giúp UBND xã \
             giảm nghèo.\nĐiều 3. Khi có thay đổi về nhân sự, người kế nhiệm chức danh đương nhiên thay thế làm thành viên \
             Ban Chỉ đạo."
        ),
    );
    assert_eq!(draft.members.len(), 1, "{:?}", draft.members);
    assert!(draft.successor_clause.is_some());
}

#[test]
fn two_heads_with_a_body_each_are_two_seats() {
    let draft = read(
        &format!("Về việc thành lập {BODY}"),
        &format!(
            "Điều 1. Thành lập {BODY}, gồm các thành viên:\n1. Chủ tịch UBND tỉnh làm Trưởng ban;\n2. Chỉ huy trưởng Bộ Chỉ huy \
             Quân sự tỉnh và Giám đốc Công an tỉnh làm Phó Trưởng ban;\n3. Chủ tịch và Phó Chủ tịch Hội Nông dân tỉnh làm Ủy viên."
        ),
    );
    let posts: Vec<_> = draft.members.iter().map(|member| member.position.clone().unwrap_or_default()).collect();
    assert_eq!(posts[1..3], ["Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh", "Giám đốc Công an tỉnh"]);
}

#[test]
fn why_a_post_is_replaced_is_no_part_of_it() {
    let draft = read(
        &format!("Về việc thay đổi thành viên {BODY}"),
        &format!(
            "Điều 1. Thay đổi thành viên {BODY} như sau:\n1. Trưởng Công an xã làm Thành viên, thay Trưởng Công an các thôn (do \
             sắp xếp tổ chức Công an)."
        ),
    );
    assert_eq!(draft.leaves, ["Trưởng Công an các thôn"]);
    assert_eq!(draft.members[0].reason.as_deref(), Some("do sắp xếp tổ chức Công an"));
}

#[test]
fn who_heads_the_list_and_is_told_by_the_article_too_sits_once() {
    let article = |article: &str| {
        let annex = format!(
            "DANH SÁCH {}\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 2/3/2020)\n1. Tạ Văn Bính, Chủ tịch UBND xã: Trưởng ban\n2. Lò \
             Thị Đinh, Kế toán: Ủy viên\n3. Lê Văn Mậu, Trưởng Công an xã: Ủy viên",
            BODY.to_uppercase()
        );
        let paper = format!(
            "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\nVề việc thành lập \
             {BODY}\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n\nQUYẾT ĐỊNH:\n\nĐiều 1. {article}\nĐiều 2. Quyết định này có hiệu lực từ \
             ngày ký.\n\nCHỦ TỊCH\nLò Văn Ất\n\n{annex}"
        );
        let read = reading::read("paper.txt", paper.as_bytes()).ok();
        let draft = read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default();
        names(&draft).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let all = ["Tạ Văn Bính", "Lò Thị Đinh", "Lê Văn Mậu"];
    let once = format!(
        "Thành lập {BODY} gồm 03 thành viên, do ông Tạ Văn Bính - Chủ tịch UBND xã làm Trưởng ban (có danh sách kèm theo)."
    );
    assert_eq!(article(&once), all);
    let beside =
        format!("Thành lập {BODY}, do ông Sầm Văn Quý - Bí thư Đảng ủy xã làm Trưởng ban (có danh sách kèm theo).");
    assert_eq!(article(&beside).len(), 4);
}

#[test]
fn when_somebody_was_born_is_no_part_of_the_post() {
    let list = "1. Ông: Tạ Văn Bính. Sinh năm: 1980. Chức vụ: Trưởng ban.\n2. Bà Lò Thị Đinh, sinh ngày 02/3/1985, Kế toán - Ủy \
                viên;\n3. Ông Lê Văn Mậu, SN 1990, Trưởng Công an xã - Ủy viên.";
    let draft = read(&format!("Về việc thành lập {BODY}"), &format!("Điều 1. Thành lập {BODY} gồm:\n{list}"));
    let posts: Vec<_> = draft.members.iter().map(|member| member.position.as_deref()).collect();
    assert_eq!(
        (names(&draft), posts),
        (vec!["Tạ Văn Bính", "Lò Thị Đinh", "Lê Văn Mậu"], vec![None, Some("Kế toán"), Some("Trưởng Công an xã")],)
    );
}

#[test]
fn who_goes_on_directing_is_not_seated_anew() {
    let draft = read(
        "Về việc gia hạn thời gian hoạt động của Tổ công tác rà soát đất đai",
        "Điều 1. Gia hạn thời gian hoạt động của Tổ công tác rà soát đất đai thành lập tại Quyết định số 73/QĐ-UBND ngày 14/4/2018 đến hết \
         ngày 31/12/2020.\nĐiều 2. Thành phần của Tổ công tác giữ nguyên. Ông Tạ Văn Bính, Tổ trưởng và bà Lò Thị Đinh, Tổ phó tiếp tục \
         chỉ đạo, hằng quý báo cáo.\nĐiều 3. Quyết định này có hiệu lực từ ngày ký.",
    );
    assert!(draft.members.is_empty() && !draft.changes_membership, "{:?}", draft.members);
}

#[test]
fn what_each_member_does_may_change_while_all_stay() {
    let draft = read(
        &format!("Về việc điều chỉnh nhiệm vụ của các thành viên {BODY}"),
        &format!(
            "Điều 1. Điều chỉnh phân công nhiệm vụ của các thành viên {BODY} tại Quyết định số 77/QĐ-BCĐ ngày 01/3/2019 như sau:\n1. Ông Tạ \
             Văn Bính, Ủy viên: phụ trách thôn Nà Lừa.\n2. Bà Lò Thị Đinh, Ủy viên: phụ trách thôn Nà Áng.\nĐiều 2. Quyết định này có hiệu \
             lực từ ngày ký."
        ),
    );
    assert!(draft.members.is_empty() && !draft.changes_membership, "{:?}", draft.members);
}

#[test]
fn fields_of_a_form_on_one_line_are_a_seat_and_nothing_private_is_read() {
    let list = "Họ tên: Tạ Văn Bính; chức danh: Trưởng thôn Nà Lừa; nhiệm vụ: Trưởng ban; SĐT: 0905123456\nHọ tên: Lò Thị Đinh; chức \
                danh: Kế toán; nhiệm vụ: Ủy viên; SĐT: 0914555666";
    let spoken = "1. Ông Tạ Văn Bính, Trưởng thôn Nà Lừa (ĐT: 0905 123 456) - Trưởng ban;\n2. Bà Lò Thị Đinh, Kế toán, SĐT 0914555666 - Ủy \
                  viên.";
    for list in [list, spoken] {
        let draft = read(
            &format!("Về việc thành lập {BODY}"),
            &format!("Điều 1. Thành lập {BODY} gồm:\n{list}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."),
        );
        let seats: Vec<_> =
            draft.members.iter().map(|seat| [&seat.name, &seat.position, &seat.role].map(Option::as_deref)).collect();
        let expected = [
            [Some("Tạ Văn Bính"), Some("Trưởng thôn Nà Lừa"), Some("Trưởng ban")],
            [Some("Lò Thị Đinh"), Some("Kế toán"), Some("Ủy viên")],
        ];
        assert_eq!(seats, expected, "{list}");
    }
}

#[test]
fn people_may_be_replaced_by_the_word_of_office_for_them() {
    let draft = read(
        &format!("Về việc thay thế nhân sự {BODY}"),
        &format!(
            "Điều 1. Thay thế nhân sự {BODY}:\n- Ông Lê Văn Mậu thay bà Lò Thị Đinh: Phó Trưởng ban.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
        ),
    );
    assert_eq!((draft.act, names(&draft)), (Some(Act::Amend), vec!["Lê Văn Mậu"]));
    assert_eq!(draft.leaves, ["Lò Thị Đinh"]);
}
