//! Changes of members as offices tell them: who comes, who goes, who moves, whatever the words.

#[path = "support/commune.rs"]
mod commune;

use commune::read;
use register::draft::{Draft, ListScope};

/// A change of the committee, told by these items.
fn changed(items: &str) -> Draft {
    let body = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";
    let articles = format!(
        "Điều 1. Thay đổi, bổ sung thành viên {body} như sau:\n{items}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
    );
    read(&format!("Về việc thay đổi, bổ sung thành viên {body}"), &articles)
}

fn of(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

/// Name, post, role and role before of everybody who sits by it.
fn seats(draft: &Draft) -> Vec<[&str; 4]> {
    draft.members.iter().map(|m| [of(&m.name), of(&m.position), of(&m.role), of(&m.previous_role)]).collect()
}

#[test]
fn who_comes_behind_those_who_go_does_not_go() {
    for heading in [
        "Đưa ra khỏi Ban Chỉ đạo:",
        "Thôi không tham gia Ban Chỉ đạo:",
        "Rút khỏi Ban Chỉ đạo",
        "Thành viên nghỉ hưu, chuyển công tác:",
        "Giảm:",
        "Không còn là thành viên Ban Chỉ đạo gồm:",
        "Các thành viên sau đây không tham gia Ban Chỉ đạo nữa:",
        "Xóa tên",
    ] {
        let draft = changed(&format!(
            "1. {heading}\n- Ông Tạ Văn Bính, Phó Chủ tịch UBND xã;\n- Bà Lò Thị Canh, Ủy viên.\n\
             2. Bổ sung ông Sầm Văn Đình, Phó Chủ tịch UBND xã làm Phó Trưởng ban."
        ));
        assert_eq!(draft.leaves, ["Tạ Văn Bính", "Lò Thị Canh"], "{heading}");
        assert_eq!(seats(&draft), [["Sầm Văn Đình", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""]], "{heading}");
    }
}

#[test]
fn one_change_in_many_words() {
    let came = ["Sầm Văn Đình", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""];
    for (items, leaves) in [
        (
            "1. Giảm 02 thành viên: ông Tạ Văn Bính và bà Lò Thị Canh.\n\
             2. Tăng 01 thành viên: ông Sầm Văn Đình, Phó Chủ tịch UBND xã, Phó Trưởng ban.",
            &["Tạ Văn Bính", "Lò Thị Canh"][..],
        ),
        (
            "a) Không tham gia Ban Chỉ đạo: Ông Tạ Văn Bính (nghỉ hưu).\n\
             b) Tham gia Ban Chỉ đạo: Ông Sầm Văn Đình, Phó Chủ tịch UBND xã - Phó Trưởng ban.",
            &["Tạ Văn Bính"],
        ),
        (
            "1. Đối với Phó Trưởng ban: Thay ông Tạ Văn Bính bằng ông Sầm Văn Đình, Phó Chủ tịch UBND xã.",
            &["Tạ Văn Bính"],
        ),
        ("1. Khoản 2 Điều 1 được sửa đổi như sau: “2. Ông Sầm Văn Đình, Phó Chủ tịch UBND xã - Phó Trưởng ban”.", &[]),
        (
            "1. Đồng thời cử ông Sầm Văn Đình, Phó Chủ tịch UBND xã làm Phó Trưởng ban thay ông Tạ Văn Bính.",
            &["Tạ Văn Bính"],
        ),
    ] {
        let draft = changed(items);
        assert_eq!(seats(&draft), [came], "{items}");
        assert_eq!(draft.leaves, leaves, "{items}");
    }
    assert_eq!(changed("1. Thôi phân công ông Tạ Văn Bính, ủy viên.").leaves, ["Tạ Văn Bính"]);
}

#[test]
fn who_moves_has_a_role_before() {
    for (items, wanted) in [
        (
            "1. Ông Sầm Văn Đình, Trưởng Công an xã: Phó Trưởng ban (trước đây là Ủy viên);",
            ["Sầm Văn Đình", "Trưởng Công an xã", "Phó Trưởng ban", "Ủy viên"],
        ),
        (
            "1. Thành viên thay đổi nhiệm vụ:\n- Ông Sầm Văn Đình, Trưởng Công an xã, từ Ủy viên sang Phó Trưởng ban.",
            ["Sầm Văn Đình", "Trưởng Công an xã", "Phó Trưởng ban", "Ủy viên"],
        ),
    ] {
        assert_eq!(seats(&changed(items)), [wanted], "{items}");
    }
}

#[test]
fn a_table_may_tell_who_goes() {
    let draft = changed(
        "| TT | Họ và tên | Chức vụ | Nội dung thay đổi |\n| 1 | Tạ Văn Bính | Phó Chủ tịch UBND xã | Thôi tham gia |\n\
         | 2 | Sầm Văn Đình | Phó Chủ tịch UBND xã | Phó Trưởng ban |\n| 3 | Lò Thị Canh | Bí thư Đoàn xã | Ủy viên |",
    );
    assert_eq!(draft.leaves, ["Tạ Văn Bính"]);
    let came = ["Sầm Văn Đình", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""];
    assert_eq!(seats(&draft), [came, ["Lò Thị Canh", "Bí thư Đoàn xã", "Ủy viên", ""]]);
}

#[test]
fn a_clause_that_changes_the_chair_is_no_whole_list() {
    let draft = changed(
        "1. Sửa đổi khoản 1: “1. Ông Tạ Văn Bính, Chủ tịch UBND xã - Trưởng ban”.\n\
         2. Bổ sung khoản 9: “9. Bà Lò Thị Canh, Bí thư Đoàn xã - Ủy viên”.",
    );
    assert_eq!((draft.list_scope, draft.members.len()), (Some(ListScope::Partial), 2));
    // A whole list, in which a note says whose place somebody takes.
    let body = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";
    let draft = read(
        &format!("Về việc kiện toàn {body}"),
        &format!(
            "Điều 1. Kiện toàn {body} gồm các ông, bà sau:\n\
             1. Ông Tạ Văn Bính, Chủ tịch UBND xã: Trưởng ban (thay bà Tô Thị Kim, đã chuyển công tác);\n\
             2. Bà Lò Thị Canh, Bí thư Đoàn xã: Phó Trưởng ban;\n3. Ông Sầm Văn Đình, Trưởng Công an xã: Ủy viên;\n\
             4. Ông Hồ Văn Giáp, Trưởng Trạm Y tế xã: Ủy viên (giữ nguyên).\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
        ),
    );
    assert_eq!((draft.list_scope, draft.members.len()), (Some(ListScope::Whole), 4));
    assert!(draft.members.iter().all(|member| member.role.is_some()));
}

#[test]
fn relations_that_are_denied_or_in_part_end_no_decision() {
    let read = |said: &str| {
        read(
            "Về việc thành lập Tổ công tác chuyển đổi số xã Sa Thạch",
            &format!("Điều 1. Thành lập Tổ công tác chuyển đổi số xã Sa Thạch.\nĐiều 2. {said}"),
        )
    };
    let numbers =
        |all: &[register::draft::Reference]| all.iter().map(|one| one.number().to_owned()).collect::<Vec<_>>();
    let draft =
        read("Quyết định này có hiệu lực kể từ ngày ký, không thay thế Quyết định số 22/QĐ-UBND ngày 05/5/2018.");
    assert!(draft.replaces.is_empty());
    let draft = read(
        "Bãi bỏ Điều 1 Quyết định số 15/QĐ-UBND ngày 02/3/2018; các Điều khác của Quyết định số 15/QĐ-UBND giữ nguyên.",
    );
    assert_eq!((numbers(&draft.repeals).len(), numbers(&draft.amends)), (0, vec!["15/QĐ-UBND".to_owned()]));
    let draft = read(
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế các Quyết định sau: Quyết định số 10/QĐ-UBND ngày 02/3/2018.",
    );
    assert_eq!(
        (draft.effective.as_deref(), numbers(&draft.replaces)),
        (Some("on_signing"), vec!["10/QĐ-UBND".to_owned()])
    );
    let draft = read("Quyết định này thay QĐ số 12/QĐ-UBND ngày 9/3/2018; có hiệu lực từ ngày ký.");
    assert_eq!(numbers(&draft.replaces), ["12/QĐ-UBND"]);
}

#[test]
fn a_change_of_which_nothing_was_read_says_so() {
    let read = reading::read(
        "paper.txt",
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\n\
         Về việc thay đổi thành viên Ban Chỉ đạo giảm nghèo xã Sa Thạch\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n\n\
         Theo đề nghị của Văn phòng,\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Thay đổi thành viên Ban Chỉ đạo giảm nghèo xã Sa Thạch \
         theo biên bản họp ngày 1 tháng 3 năm 2020.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\nCHỦ TỊCH\nLò Văn Ất"
            .as_bytes(),
    );
    let read = read.unwrap_or_else(|error| panic!("{error}"));
    assert!(read.warnings.iter().any(|warning| warning.code == "members_unread"), "{:?}", read.warnings);
}

#[test]
fn whoever_follows_an_addition_comes_to_those_who_sit() {
    use register::draft::MemberOp::{Add, Replace};
    let draft = changed(
        "1. Bổ sung các ông, bà:\n- Ông Tạ Văn Bính, Công chức Tư pháp, Ủy viên;\n- Bà Lò Thị Đinh, Kế toán, Ủy viên.\n\
         2. Thay thế:\n- Ông Lê Văn Mậu, Trưởng Công an xã, Ủy viên thay ông Lê Văn Kỷ.\n3. Bổ sung:\n- Bà Lê Thị Quý, Bí thư \
         Đoàn xã, Ủy viên.",
    );
    let ops: Vec<_> = draft.members.iter().map(|member| member.op).collect();
    assert_eq!(ops, [Some(Add), Some(Add), Some(Replace), Some(Add)]);
    assert_eq!(draft.leaves, ["Lê Văn Kỷ"]);
}

#[test]
fn an_invitation_over_a_list_holds_for_its_items_and_no_longer() {
    let draft = changed(
        "1. Bổ sung ông Tạ Văn Bính, Công chức Tư pháp, Ủy viên.\n2. Mời các ông, bà sau tham gia Ban Chỉ đạo:\n- Bà Lò Thị \
         Đinh, Chủ tịch Hội Nông dân xã;\n- Ông Lê Văn Mậu, Bí thư Đoàn xã.\n3. Bổ sung bà Lê Thị Quý, Kế toán, Ủy viên.",
    );
    let invited: Vec<_> = draft.members.iter().map(|member| member.invited).collect();
    assert_eq!(invited, [false, true, true, false]);
}

#[test]
fn somebody_may_be_appointed_besides() {
    for verb in ["Cử thêm", "Chỉ định thêm", "Phân công thêm", "Cử bổ sung"] {
        let draft = changed(&format!("1. {verb} đồng chí Tạ Văn Bính, Công chức Tư pháp, làm Ủy viên Ban Chỉ đạo."));
        assert_eq!(seats(&draft), [["Tạ Văn Bính", "Công chức Tư pháp", "Ủy viên", ""]], "{verb}");
        assert_eq!(draft.members[0].op, Some(register::draft::MemberOp::Add), "{verb}");
    }
}

#[test]
fn whose_place_is_struck_out_goes() {
    let draft = changed("1. Bãi bỏ điểm c khoản 3 Điều 1; ông Lê Văn Kỷ thôi tham gia Ban Chỉ đạo do nghỉ hưu.");
    assert_eq!(draft.leaves, ["Lê Văn Kỷ"]);
}

#[test]
fn a_decision_beside_what_contradicts_it_ends_and_one_that_holds_rules_does_not() {
    let numbers = |sentence: &str| -> Vec<String> {
        let draft = read(
            "Về việc kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch",
            &format!("Điều 1. Kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch.\nĐiều 2. {sentence}"),
        );
        draft.repeals.iter().map(|known| known.number().to_owned()).collect()
    };
    let ended = "Quyết định số 30/QĐ-UBND ngày 14/3/2017 và các quy định trước đây trái với Quyết định này bị bãi bỏ.";
    assert_eq!(numbers(ended), ["30/QĐ-UBND"]);
    let goes_on = "Các quy định tại Quyết định số 30/QĐ-UBND trái với Quyết định này đều bãi bỏ.";
    assert_eq!(numbers(goes_on), Vec::<String>::new());
}

#[test]
fn a_decision_repealed_in_part_is_amended_and_goes_on() {
    for part in ["Điều 1", "Điều 1 của", "khoản 2 Điều 1", "điểm a khoản 2 của", "một phần", "khoản 2 Điều 1 tại"]
    {
        let draft = read(
            "Về việc kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch",
            &format!(
                "Điều 1. Kiện toàn Ban Chỉ đạo giảm nghèo xã Sa Thạch.\nĐiều 2. Bãi bỏ {part} Quyết định số 30/QĐ-UBND ngày \
                 14/3/2017."
            ),
        );
        let told =
            [&draft.repeals, &draft.amends].map(|named| named.iter().map(|known| known.number()).collect::<Vec<_>>());
        assert_eq!(told, [vec![], vec!["30/QĐ-UBND"]], "{part}");
    }
}

#[test]
fn a_name_that_is_mended_in_a_decision_amends_it() {
    let draft = read(
        "V/v đổi tên Ban Quản lý hồ Tà Rinh thành Ban Quản lý hồ sinh thái Tà Rinh",
        "Điều 1. Nay đổi tên Ban Quản lý hồ Tà Rinh thành Ban Quản lý hồ sinh thái Tà Rinh.\nĐiều 2. Sửa tên gọi “Ban Quản lý hồ \
         Tà Rinh” tại Quyết định số 61/QĐ-UBND ngày 30/5/2003 của Ủy ban nhân dân xã thành “Ban Quản lý hồ sinh thái Tà Rinh”.",
    );
    let amended: Vec<&str> = draft.amends.iter().map(register::draft::Reference::number).collect();
    assert_eq!(amended, ["61/QĐ-UBND"]);
}

#[test]
fn each_of_several_bodies_sends_somebody_and_guests_are_told_by_twos() {
    let body = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";
    let draft = read(
        &format!("Về việc thành lập {body}"),
        &format!(
            "Điều 1. Thành lập {body} gồm:\n1. Trưởng ban: Chủ tịch UBND xã.\n2. Các Ủy viên: Đại diện Phòng Kinh tế, Công an xã, \
             Hội Nông dân xã.\n3. Mời Chủ tịch Ủy ban MTTQ Việt Nam xã và Bí thư Đoàn TNCS Hồ Chí Minh xã tham gia thành viên \
             Ban Chỉ đạo.\n4. Mời đại diện các hộ dân tham gia các cuộc họp của Ban Chỉ đạo."
        ),
    );
    let posts: Vec<&str> = draft.members.iter().map(|member| of(&member.position)).collect();
    assert_eq!(
        posts,
        [
            "Chủ tịch UBND xã",
            "Đại diện Phòng Kinh tế",
            "Đại diện Công an xã",
            "Đại diện Hội Nông dân xã",
            "Chủ tịch Ủy ban MTTQ Việt Nam xã",
            "Bí thư Đoàn TNCS Hồ Chí Minh xã",
            "đại diện các hộ dân"
        ]
    );
}

#[test]
fn the_place_that_members_come_to_says_their_role() {
    let draft = changed(
        "1. Bổ sung vào khoản 4 Điều 1 các Ủy viên Ban Chỉ đạo:\na) Chủ tịch Hội Nông dân xã;\nb) Bà Lò Thị Canh, Trưởng Trạm \
         Y tế.\n2. Thôi không tham gia Ban Chỉ đạo: ông Tạ Văn Bính.",
    );
    assert_eq!(draft.members.iter().map(|member| of(&member.role)).collect::<Vec<_>>(), ["Ủy viên"; 2]);
    assert_eq!(draft.leaves, ["Tạ Văn Bính"]);
}

#[test]
fn words_changed_in_another_decision_amend_it_and_a_cited_article_ends_a_sentence() {
    let body = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";
    let draft = read(
        &format!("Về việc đổi tên {body} thành Ban Chỉ đạo xóa nghèo xã Sa Thạch"),
        &format!(
            "Điều 1. Đổi tên {body} thành Ban Chỉ đạo xóa nghèo xã Sa Thạch.\nĐiều 2. Thay cụm từ “giảm nghèo” tại Quyết định số \
             61/QĐ-UBND ngày 2/1/2021 bằng cụm từ “xóa nghèo”. Ban Chỉ đạo kế thừa hồ sơ của Ban nêu tại Điều 1. Giao Công an xã \
             là cơ quan thường trực của Ban Chỉ đạo."
        ),
    );
    assert_eq!(draft.amends.iter().map(register::draft::Reference::number).collect::<Vec<_>>(), ["61/QĐ-UBND"]);
    assert_eq!(draft.standing_agencies.iter().map(|agency| agency.name.as_str()).collect::<Vec<_>>(), ["Công an xã"]);
}

#[test]
fn the_heading_of_several_says_their_role_in_whatever_words() {
    for (item, gone) in [
        (
            "1. Các đồng chí sau đây tham gia Ban Chỉ đạo với chức danh Ủy viên: đồng chí Tạ Văn Bính, Kế toán, thay đồng chí Lê \
             Thị Đào; đồng chí Lò Thị Canh, Trưởng Trạm Y tế, thay đồng chí Phan Văn Giáp.",
            vec!["Lê Thị Đào", "Phan Văn Giáp"],
        ),
        (
            "1. Bổ sung làm Ủy viên đối với các ông: Tạ Văn Bính, Tổ trưởng tổ dân phố số 3; Lò Thị Canh, Trưởng Trạm Y tế.",
            vec![],
        ),
    ] {
        let draft = changed(item);
        let said: Vec<[&str; 2]> = draft.members.iter().map(|seat| [of(&seat.name), of(&seat.role)]).collect();
        assert_eq!(said, [["Tạ Văn Bính", "Ủy viên"], ["Lò Thị Canh", "Ủy viên"]], "{item}");
        assert_eq!(draft.leaves, gone, "{item}");
    }
}

#[test]
fn what_somebody_is_now_is_the_post() {
    let draft = changed(
        "1. Ông Tạ Văn Bính, nguyên Phó Chủ tịch UBND xã Đá Lát (cũ), nay là Trưởng phòng Kinh tế, tiếp tục làm Ủy viên.",
    );
    assert_eq!(seats(&draft), [["Tạ Văn Bính", "Trưởng phòng Kinh tế", "Ủy viên", ""]]);
}

#[test]
fn a_change_may_say_since_when_it_holds() {
    let body = "Hội đồng Thuốc xã Sa Thạch";
    let draft = read(
        &format!("Về việc thay đổi thành viên {body}"),
        &format!(
            "Điều 1. Cử bà Lò Thị Canh, Phó Giám đốc, giữ chức Chủ tịch {body} thay ông Tạ Văn Bính kể từ khi Quyết định này có hiệu \
             lực.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
        ),
    );
    assert_eq!(seats(&draft), [["Lò Thị Canh", "Phó Giám đốc", "Chủ tịch Hội đồng", ""]]);
    assert_eq!(draft.leaves, ["Tạ Văn Bính"]);
}

#[test]
fn of_many_bodies_each_item_may_name_its_own() {
    let draft = read(
        "Về việc thay đổi người đứng đầu một số Ban Chỉ đạo, Hội đồng của xã Sa Thạch",
        "Điều 1. Thay đổi người đứng đầu các Ban Chỉ đạo, Hội đồng như sau:\n1. Bà Lò Thị Canh, Phó Chủ tịch UBND xã làm Trưởng ban \
         Ban Chỉ đạo bình ổn giá xã Sa Thạch thay ông Tạ Văn Bính.\n2. Ông Lê Văn Giáp, Phó Chủ tịch UBND xã làm Chủ tịch Hội đồng \
         tuyển chọn giống xã Sa Thạch thay bà Phan Thị Đào.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.",
    );
    let bodies = ["Ban Chỉ đạo bình ổn giá xã Sa Thạch", "Hội đồng tuyển chọn giống xã Sa Thạch"];
    assert_eq!(draft.committees, bodies);
    let of_which: Vec<[&str; 2]> = draft.members.iter().map(|m| [of(&m.role), of(&m.committee)]).collect();
    assert_eq!(of_which, [["Trưởng ban", bodies[0]], ["Chủ tịch Hội đồng", bodies[1]]]);
}

#[test]
fn a_person_may_be_set_over_the_bodies_that_are_headed() {
    let draft = read(
        "Về việc điều chỉnh người đứng đầu một số tổ chức phối hợp liên ngành",
        "Điều 1. Điều chỉnh người đứng đầu một số tổ chức phối hợp liên ngành như sau:\n1. Phó Thủ tướng Chính phủ Cao Bá Nhung \
         làm:\na) Trưởng ban Ban Chỉ đạo nước sạch;\nb) Chủ tịch Hội đồng nghề truyền thống.\nĐiều 2. Quyết định này có hiệu lực từ \
         ngày ký.",
    );
    assert_eq!(draft.committees, ["Ban Chỉ đạo nước sạch", "Hội đồng nghề truyền thống"]);
    assert_eq!(draft.members.iter().map(|seat| of(&seat.name)).collect::<Vec<_>>(), ["Cao Bá Nhung"; 2]);
}

#[test]
fn what_is_founded_along_with_a_body_is_no_part_of_its_name() {
    let draft = read(
        "Về việc thành lập Ban Tổ chức Hội nghị Khoa học năm 2024",
        "Điều 1. Thành lập Ban Tổ chức Hội nghị Khoa học năm 2024 cùng hai tiểu ban giúp việc gồm:\n1. Bà Lò Thị Canh, Hiệu trưởng, \
         Trưởng ban.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.",
    );
    assert_eq!(draft.committees, ["Ban Tổ chức Hội nghị Khoa học năm 2024"]);
}

#[test]
fn a_seat_that_is_struck_by_its_place_loses_who_had_it() {
    for struck in [
        "Bãi bỏ khoản 6 (ông Tạ Văn Bính, nguyên Trưởng Công an xã).",
        "Bỏ điểm c khoản 2 Điều 1 đối với ông Tạ Văn Bính.",
        "Hủy bỏ số thứ tự 6 (ông Tạ Văn Bính).",
    ] {
        let draft =
            changed(&format!("1. Bổ sung ông Sầm Văn Đình, Phó Chủ tịch UBND xã làm Phó Trưởng ban.\n2. {struck}"));
        assert_eq!(draft.leaves, ["Tạ Văn Bính"], "{struck}");
        assert_eq!(seats(&draft), [["Sầm Văn Đình", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""]], "{struck}");
    }
}

#[test]
fn the_role_before_may_stand_over_the_post() {
    let draft = changed(
        "1. Ông Sầm Văn Đình, Phó Trưởng ban, Chủ tịch UBND xã giữ chức Trưởng ban;\n\
         2. Bà Lò Thị Canh, Ủy viên Ban Thường vụ, Phó Chủ tịch UBND xã giữ chức Phó Trưởng ban.",
    );
    let expected = [
        ["Sầm Văn Đình", "Chủ tịch UBND xã", "Trưởng ban", "Phó Trưởng ban"],
        ["Lò Thị Canh", "Ủy viên Ban Thường vụ, Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""],
    ];
    assert_eq!(seats(&draft), expected);
}

#[test]
fn a_role_behind_whom_somebody_follows_may_have_a_day() {
    for told in [
        "Ông Sầm Văn Đình, Phó Chủ tịch UBND xã, thay ông Tạ Văn Bính (chuyển công tác) làm Phó Trưởng ban kể từ ngày 15/9/2025.",
        "Ông Sầm Văn Đình, Phó Chủ tịch UBND xã thay ông Tạ Văn Bính làm Phó Trưởng ban kể từ ngày 15/9/2025.",
        "Giao ông Sầm Văn Đình, Phó Chủ tịch UBND xã đảm nhiệm vị trí Phó Trưởng ban thay cho ông Tạ Văn Bính.",
    ] {
        let draft = changed(told);
        assert_eq!(seats(&draft), [["Sầm Văn Đình", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""]], "{told}");
        assert_eq!(draft.leaves, ["Tạ Văn Bính"], "{told}");
    }
}

#[test]
fn the_decision_that_is_changed_may_be_told_in_short() {
    let draft = read(
        "V/v cử bổ sung thành viên BCĐ giảm nghèo xã",
        "Điều 1. Nay cử bổ sung ông Sầm Văn Đình, Phó Chủ tịch UBND xã làm Phó Trưởng ban Ban chỉ đạo giảm nghèo xã (thành lập theo QĐ \
         số 12/QĐ-UB ngày 20/01/1999 của UBND xã).\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.",
    );
    let amends: Vec<&str> = draft.amends.iter().map(|reference| reference.number()).collect();
    assert_eq!(amends, ["12/QĐ-UB"]);
}

#[test]
fn a_post_may_take_the_place_of_a_post() {
    for told in [
        "Đồng chí Trưởng phòng Kinh tế thay đồng chí Phó Trưởng phòng Kinh tế - Ủy viên.",
        "Trưởng phòng Kinh tế làm Ủy viên thay Phó Trưởng phòng Kinh tế.",
    ] {
        let draft =
            changed(&format!("1. {told}\n2. Bổ sung ông Sầm Văn Đình, Phó Chủ tịch UBND xã làm Phó Trưởng ban."));
        let expected = [
            ["", "Trưởng phòng Kinh tế", "Ủy viên", ""],
            ["Sầm Văn Đình", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", ""],
        ];
        assert_eq!(seats(&draft), expected, "{told}");
        assert_eq!(draft.leaves, ["Phó Trưởng phòng Kinh tế"], "{told}");
    }
}

#[test]
fn the_last_of_several_who_go_may_have_a_short_name_and_a_reason() {
    let draft = changed(
        "1. Bổ sung ông Sầm Văn Đình, Phó Chủ tịch UBND xã làm Phó Trưởng ban.\n2. Thôi tham gia Ban Chỉ đạo đối với các ông Tạ Văn Bính \
         và Lò Đạt do chuyển công tác.",
    );
    assert_eq!(draft.leaves, ["Tạ Văn Bính", "Lò Đạt"]);
}

#[test]
fn who_is_recognised_as_a_member_comes() {
    let draft =
        changed("1. Ông Tạ Văn Bính thôi làm Ủy viên.\n2. Công nhận bà Lò Thị Canh, Kế toán là Ủy viên Ban Chỉ đạo.");
    assert_eq!(draft.leaves, ["Tạ Văn Bính"]);
    assert_eq!(seats(&draft), [["Lò Thị Canh", "Kế toán", "Ủy viên", ""]]);
}
