//! What newspapers and portals tell of a decision, in prose.

use register::draft::{Act, Draft, Source};

fn read(report: &str) -> Draft {
    let read = reading::read("report.txt", report.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

fn seats(draft: &Draft) -> Vec<[String; 2]> {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    draft.members.iter().map(|seat| [&seat.name, &seat.role].map(said)).collect()
}

const BODY: &str = "Ban Chỉ đạo trồng rừng tỉnh Sa Thạch";

#[test]
fn a_report_need_not_say_that_a_decision_was_signed() {
    for verb in
        ["vừa ký quyết định", "vừa quyết định", "đã quyết định", "quyết định", "vừa ra quyết định", "đã đồng ý", "vừa"]
    {
        let draft = read(&format!(
            "UBND tỉnh Sa Thạch {verb} thành lập {BODY} do Phó Chủ tịch UBND tỉnh Lê Văn Bính làm Trưởng ban."
        ));
        assert_eq!((draft.source, draft.act), (Some(Source::News), Some(Act::Establish)), "{verb}");
        assert_eq!(draft.committees, [BODY], "{verb}");
        assert_eq!(seats(&draft), [["Lê Văn Bính", "Trưởng ban"]], "{verb}");
    }
}

#[test]
fn what_is_only_spoken_of_is_no_report_of_a_decision() {
    for sentence in [
        "Tại cuộc họp, đại biểu đề nghị UBND tỉnh thành lập Ban Chỉ đạo trồng rừng tỉnh Sa Thạch.",
        "Ban Chỉ đạo trồng rừng tỉnh Sa Thạch đã họp phiên thứ ba, do ông Lê Văn Bính làm Trưởng ban chủ trì.",
    ] {
        let read = reading::read("report.txt", sentence.as_bytes()).map(|read| read.decisions.len());
        assert_eq!(read.ok(), Some(0), "{sentence}");
    }
}

#[test]
fn a_number_may_come_without_its_symbol() {
    let draft = read(&format!(
        "Chủ tịch UBND tỉnh Sa Thạch vừa ban hành Quyết định số 1187 ngày 05/8/2020 về việc thành lập {BODY}."
    ));
    assert_eq!(draft.number.as_deref(), Some("1187"));
    assert_eq!(draft.date.map(|day| day.to_string()).as_deref(), Some("2020-08-05"));
}

#[test]
fn who_comes_in_whose_place_is_told_in_many_ways() {
    let draft = read(&format!(
        "Chủ tịch UBND tỉnh Sa Thạch vừa ký Quyết định số 12/QĐ-UBND ngày 05/8/2020 về việc thay đổi thành viên {BODY}. \
         Theo đó, ông Lê Văn Bính, Giám đốc Sở Y tế, tham gia Ủy viên thay bà Lò Thị Đinh; ông Tạ Văn Mậu, Giám đốc Sở Tài \
         chính, thay ông Lê Văn Kỷ. Bổ sung hai Ủy viên là ông Lê Văn Nhâm và bà Lê Thị Quý; đồng thời cho thôi tham gia \
         Ban Chỉ đạo đối với ông Lê Văn Canh."
    ));
    let expected =
        [["Lê Văn Bính", "Ủy viên"], ["Tạ Văn Mậu", ""], ["Lê Văn Nhâm", "Ủy viên"], ["Lê Thị Quý", "Ủy viên"]];
    assert_eq!(seats(&draft), expected);
    assert_eq!(draft.leaves, ["Lò Thị Đinh", "Lê Văn Kỷ", "Lê Văn Canh"]);
}

#[test]
fn titles_of_the_state_stand_before_names_that_no_list_has() {
    let draft = read(&format!(
        "Thủ tướng Chính phủ vừa ký Quyết định số 12/QĐ-TTg ngày 05/8/2020 về việc thành lập {BODY}. Theo Quyết định, Phó \
         Thủ tướng Yên Thái Dương, Ủy viên Bộ Chính trị, Phó Thủ tướng Chính phủ làm Trưởng ban; hai Phó Trưởng ban gồm: Bộ \
         trưởng Bộ Y tế Lê Văn Bính và Thứ trưởng Bộ Nội vụ Tiếu Công Danh."
    ));
    let expected =
        [["Yên Thái Dương", "Trưởng ban"], ["Lê Văn Bính", "Phó Trưởng ban"], ["Tiếu Công Danh", "Phó Trưởng ban"]];
    assert_eq!(seats(&draft), expected);
}

#[test]
fn two_people_may_share_a_role_in_one_clause() {
    let two = [["Lê Văn Bính", "Phó Trưởng ban"], ["Phan Thị Cúc", "Phó Trưởng ban"]];
    let posts = "Giám đốc Sở Nông nghiệp Lê Văn Bính và Giám đốc Sở Tài chính Phan Thị Cúc";
    for told in [format!("{posts} làm Phó Trưởng ban"), format!("các Phó Trưởng ban là {posts}")] {
        let draft = read(&format!(
            "UBND tỉnh Sa Thạch vừa ban hành Quyết định số 118/QĐ-UBND về việc thành lập {BODY}. Theo đó, ông Tạ Văn Ất, \
             Phó Chủ tịch UBND tỉnh làm Trưởng ban; {told}."
        ));
        assert_eq!(seats(&draft)[1..], two, "{told}");
    }
}

#[test]
fn whoever_sat_in_an_ended_committee_is_background() {
    let draft = read(&format!(
        "STĐ Online - Ngày 11/5, UBND tỉnh Sa Thạch ban hành Quyết định số 905/QĐ-UBND ngày 11/5/2020 chấm dứt hoạt động của \
         {BODY}.\nBan Chỉ đạo này được thành lập từ năm 2011, do ông Lê Văn Bính, Phó Chủ tịch UBND tỉnh lúc bấy giờ, làm \
         Trưởng ban."
    ));
    assert_eq!((draft.act, draft.members.len()), (Some(Act::Dissolve), 0));
    assert_eq!(draft.issuer.as_deref(), Some("UBND tỉnh Sa Thạch"));
    assert_eq!(draft.dissolves, [BODY]);
}

#[test]
fn clauses_may_be_joined_by_whereas_and_people_stand_behind_their_places() {
    let draft = read(
        "Chủ tịch UBND thành phố Sa Thạch vừa ký Quyết định số 318/QĐ-UBND ngày 02/12/2020 thành lập Ban Chỉ đạo cảng cạn \
         thành phố Sa Thạch. Trưởng ban là Chủ tịch UBND thành phố Lê Văn Bính. Phó Chủ tịch UBND thành phố Phan Văn Cúc giữ \
         cương vị Phó Trưởng ban Thường trực, còn Giám đốc Sở Công Thương Tạ Thị Đinh và Giám đốc Sở Xây dựng Lê Thị Mậu cùng \
         làm Phó Trưởng ban.",
    );
    let expected = [
        ["Lê Văn Bính", "Trưởng ban"],
        ["Phan Văn Cúc", "Phó Trưởng ban Thường trực"],
        ["Tạ Thị Đinh", "Phó Trưởng ban"],
        ["Lê Thị Mậu", "Phó Trưởng ban"],
    ];
    assert_eq!(seats(&draft), expected);
}

#[test]
fn each_of_two_clauses_with_a_verb_has_its_own_role() {
    let draft = read(&format!(
        "UBND tỉnh Sa Thạch vừa ban hành Quyết định số 118/QĐ-UBND về việc thành lập {BODY}. Đồng chí Lê Văn Bính, Phó Giám \
         đốc Sở Nội vụ được phân công làm Phó Trưởng ban Thường trực và đồng chí Phan Thị Cúc, Trưởng phòng Tổ chức làm Phó \
         Trưởng ban."
    ));
    assert_eq!(seats(&draft), [["Lê Văn Bính", "Phó Trưởng ban Thường trực"], ["Phan Thị Cúc", "Phó Trưởng ban"]]);
}

#[test]
fn a_number_without_its_symbol_is_reported_and_the_one_that_it_ends_is_not() {
    let draft = read(&format!(
        "UBND tỉnh Sa Thạch vừa ban hành Quyết định số 1743 về việc thành lập {BODY} gồm 17 thành viên, do Phó Chủ tịch \
         Thường trực UBND tỉnh Lê Văn Bính làm Trưởng ban; các ông Tạ Văn Canh - Giám đốc Sở Nông nghiệp, Lò Văn Đinh - \
         Phó Giám đốc Công an tỉnh là Phó Trưởng ban (quyết định này thay thế Quyết định số 2087/QĐ-UBND ngày 3.6.2010 \
         của UBND tỉnh)."
    ));
    assert_eq!((draft.number.as_deref(), draft.act), (Some("1743"), Some(Act::Establish)));
    assert_eq!(draft.title.as_deref(), Some(format!("Về việc thành lập {BODY}").as_str()));
    assert_eq!(draft.replaces.first().map(register::draft::Reference::number), Some("2087/QĐ-UBND"));
    let wanted = [["Lê Văn Bính", "Trưởng ban"], ["Tạ Văn Canh", "Phó Trưởng ban"], ["Lò Văn Đinh", "Phó Trưởng ban"]];
    assert_eq!(seats(&draft), wanted);
}

#[test]
fn a_new_name_and_the_bodies_that_end_are_told_behind_the_number() {
    let renamed = read(&format!(
        "UBND tỉnh Sa Thạch ban hành Quyết định đổi tên {BODY} (Quyết định số 18/QĐ-UBND, ngày 05/10/2021). Theo đó, đổi tên \
         {BODY} thành Ban Chỉ đạo phát triển rừng bền vững tỉnh Sa Thạch."
    ));
    assert_eq!((renamed.number.as_deref(), renamed.act), (Some("18/QĐ-UBND"), Some(Act::Rename)));
    assert_eq!(renamed.committees, ["Ban Chỉ đạo phát triển rừng bền vững tỉnh Sa Thạch"]);
    assert_eq!(renamed.old_names, [BODY]);
    let ended = read(
        "Phó Thủ tướng Lê Văn Bính vừa ký Quyết định số 20/QĐ-TTg ngày 18/9/2025 của Thủ tướng Chính phủ về việc giải thể \
         các tổ chức phối hợp liên ngành. Theo đó, giải thể Ban Chỉ đạo Nhà nước về điều tra rừng được thành lập theo Quyết \
         định số 594/QĐ-TTg và Tổ công tác liên ngành về kho ngoại quan được thành lập theo Quyết định số 1208/QĐ-TTg.",
    );
    let bodies = ["Ban Chỉ đạo Nhà nước về điều tra rừng", "Tổ công tác liên ngành về kho ngoại quan"];
    assert_eq!(ended.dissolves, bodies);
}

#[test]
fn who_is_told_before_another_without_a_role_has_the_role_of_both() {
    let told = |role: &str| {
        read(&format!(
            "Ngày 5-12-2025, UBND tỉnh Sa Thạch ban hành Quyết định số 30/QĐ-UBND về việc thành lập Ủy ban bầu cử đại biểu Hội \
             đồng nhân dân tỉnh Sa Thạch (gọi tắt là Ủy ban bầu cử tỉnh). Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tạ \
             Thị Canh; Phó Chủ tịch Hội đồng nhân dân tỉnh Lò Văn Đinh làm {role}."
        ))
    };
    let draft = told("Phó Chủ tịch Ủy ban bầu cử tỉnh");
    assert_eq!(seats(&draft), [["Tạ Thị Canh", "Phó Chủ tịch Ủy ban"], ["Lò Văn Đinh", "Phó Chủ tịch Ủy ban"]]);
    assert_eq!(draft.committees.len(), 1, "the short name is no other committee: {:?}", draft.committees);
    assert_eq!(seats(&told("Chủ tịch Ủy ban bầu cử tỉnh")).len(), 1, "one alone is in the chair");
}

#[test]
fn a_day_may_be_told_without_a_number() {
    let draft = read(
        "STO - Thủ tướng Chính phủ Lê Văn Bính ký Quyết định ngày 14/1/2026 về việc kiện toàn nhân sự Ban Chỉ đạo Phong trào \
         “Toàn dân trồng rừng”.\nTheo Quyết định, Phó Thủ tướng Tạ Văn Canh làm Trưởng Ban Chỉ đạo.\nQuyết định này thay thế \
         Quyết định số 530/QĐ-TTg ngày 19/5/2023.",
    );
    assert_eq!((draft.number, draft.date.map(|day| day.to_string()).as_deref()), (None, Some("2026-01-14")));
    assert_eq!(draft.issuer.as_deref(), Some("Thủ tướng Chính phủ"));
    assert_eq!(draft.committees, ["Ban Chỉ đạo Phong trào “Toàn dân trồng rừng”"]);
}

#[test]
fn a_list_in_a_report_may_name_the_role_in_each_line_or_stand_in_one() {
    let told = |first: &str, between: &str| {
        let people = [
            "Bà Lê Thị Bính, Phó Chủ tịch UBND tỉnh - Chủ tịch Hội đồng",
            "Ông Tạ Văn Canh, Chủ tịch Hội Khuyến học tỉnh - Phó Chủ tịch Hội đồng",
            "Ông Lò Văn Đinh, Phó Giám đốc Sở Tài chính - Ủy viên",
        ];
        read(&format!(
            "UBND tỉnh Sa Thạch ban hành Quyết định số 455/QĐ-UBND ngày 07/3/2024 về việc thành lập Hội đồng quản lý Quỹ Khuyến học \
             tỉnh Sa Thạch.\nHội đồng gồm 3 thành viên:\n{first}{}.",
            people.join(between)
        ))
    };
    for (first, between) in [("", "; "), ("- ", ";\n- ")] {
        assert_eq!(seats(&told(first, between)).len(), 3, "{between:?}");
    }
}

#[test]
fn bodies_that_end_together_and_decisions_that_no_longer_hold_are_told_one_by_one() {
    let draft = read(
        "Chủ tịch UBND tỉnh Sa Thạch vừa ký Quyết định số 12/QĐ-UBND ngày 05/8/2020 giải thể Ban Chỉ đạo trồng rừng, Ban Chỉ \
         đạo xóa lò gạch và Hội đồng Điều phối vùng mía. Cũng theo quyết định này, các Quyết định số 3/QĐ-UBND ngày 1/2/2016 \
         và số 4/QĐ-UBND ngày 2/3/2017 bị bãi bỏ.",
    );
    assert_eq!(draft.dissolves, ["Ban Chỉ đạo trồng rừng", "Ban Chỉ đạo xóa lò gạch", "Hội đồng Điều phối vùng mía"]);
    let numbers: Vec<&str> = draft.repeals.iter().map(|reference| reference.number()).collect();
    assert_eq!(numbers, ["3/QĐ-UBND", "4/QĐ-UBND"]);
}

#[test]
fn who_moves_who_goes_and_who_stays_are_told_beside_those_who_come() {
    let draft = read(
        "Chủ tịch UBND tỉnh Sa Thạch vừa ký Quyết định số 12/QĐ-UBND ngày 05/8/2020, theo đó Hội đồng Khoa học tỉnh (thành lập \
         năm 2006) được đổi tên thành Hội đồng Khoa học và Công nghệ tỉnh. Cùng với việc đổi tên, Chủ tịch quyết định bổ sung \
         TS. Lê Văn Bính, Giám đốc Sở Y tế; bà Lò Thị Đinh, Giám đốc Sở Tài chính và ông Tạ Văn Mậu, Giám đốc Sở Nội vụ làm \
         ủy viên Hội đồng. TS. Lê Văn Kỷ chuyển từ ủy viên sang Phó Chủ tịch Hội đồng. Ông Lê Văn Canh thôi tham gia Hội đồng \
         do chuyển công tác. Phó Chủ tịch UBND tỉnh Lê Văn Tân tiếp tục là Chủ tịch Hội đồng.",
    );
    assert_eq!(draft.act, Some(Act::Rename));
    assert_eq!(draft.committees, ["Hội đồng Khoa học và Công nghệ tỉnh"]);
    let names: Vec<String> = seats(&draft).into_iter().map(|[name, _]| name).collect();
    assert_eq!(names, ["Lê Văn Bính", "Lò Thị Đinh", "Tạ Văn Mậu", "Lê Văn Kỷ"]);
    assert_eq!(draft.leaves, ["Lê Văn Canh"]);
}

#[test]
fn each_of_several_decisions_of_one_report_is_a_draft_of_its_own() {
    let told = reading::read(
        "report.txt",
        "Ngày 28/02/2025, Chủ tịch UBND tỉnh Sa Thạch vừa ban hành hai quyết định về các tổ chức phối hợp. Cụ thể, Quyết định số \
         51/QĐ-UBND giải thể Ban Chỉ đạo trồng rừng tỉnh Sa Thạch.\nCùng ngày, tại Quyết định số 52/QĐ-UBND ngày 01/3/2025, Chủ \
         tịch UBND tỉnh Sa Thạch thành lập Tổ công tác gỡ khó tỉnh Sa Thạch, bãi bỏ Quyết định số 17/QĐ-UBND ngày 05/9/2017. \
         Ông Lê Văn Bính, Phó Chủ tịch UBND tỉnh làm Tổ trưởng."
            .as_bytes(),
    )
    .map(|read| read.decisions)
    .unwrap_or_default();
    let [ends, founds] = told.as_slice() else { panic!("{told:#?}") };
    assert_eq!((ends.number.as_deref(), founds.number.as_deref()), (Some("51/QĐ-UBND"), Some("52/QĐ-UBND")));
    assert_eq!((ends.act, founds.act), (Some(Act::Dissolve), Some(Act::Establish)));
    // The day that was told for all is that of whoever has none.
    let days = [ends, founds].map(|draft| draft.date.map(|day| day.to_string()).unwrap_or_default());
    assert_eq!(days, ["2025-02-28", "2025-03-01"]);
    assert_eq!([ends, founds].map(|draft| draft.issuer.as_deref()), [Some("Chủ tịch UBND tỉnh Sa Thạch"); 2]);
    assert_eq!(ends.dissolves, [BODY]);
    assert_eq!(founds.committees, ["Tổ công tác gỡ khó tỉnh Sa Thạch"]);
    assert_eq!(founds.repeals.iter().map(|reference| reference.number()).collect::<Vec<_>>(), ["17/QĐ-UBND"]);
    assert_eq!((seats(ends).len(), seats(founds)), (0, vec![["Lê Văn Bính".to_owned(), "Tổ trưởng".to_owned()]]));
}

#[test]
fn bodies_that_end_are_counted_and_who_decides_stands_before_who_comes() {
    let draft = read(
        "UBND tỉnh Sa Thạch ban hành Quyết định số 19/QĐ-UBND ngày 10/3/2025 về việc giải thể một số tổ chức phối hợp. Theo \
         đó, giải thể 2 tổ chức sau: Ban Chỉ đạo trồng rừng; Hội đồng tư vấn địa giới.",
    );
    assert_eq!(draft.dissolves, ["Ban Chỉ đạo trồng rừng", "Hội đồng tư vấn địa giới"]);
    let draft = read(
        "Thủ tướng Chính phủ vừa ban hành Quyết định số 88/QĐ-TTg ngày 02/6/2022 về việc thay đổi thành viên Hội đồng điều phối \
         vùng mía. Cụ thể, Thủ tướng Chính phủ quyết định ông Lê Văn Bính - Thứ trưởng Bộ Mía đường làm Ủy viên thay ông Lò Văn \
         Canh - nguyên Thứ trưởng Bộ Mía đường.",
    );
    assert_eq!(seats(&draft), [["Lê Văn Bính", "Ủy viên"]]);
    assert_eq!(draft.leaves, ["Lò Văn Canh"]);
}

#[test]
fn two_decisions_reported_one_after_the_other_keep_their_people_apart() {
    let told = |between: &str| {
        reading::read(
            "report.txt",
            format!(
                "UBND tỉnh Sa Thạch ban hành Quyết định số 21/QĐ-UBND ngày 07/3/2024 về việc thành lập {BODY}, do ông Lê Văn Bính, Phó \
                 Chủ tịch UBND tỉnh làm Trưởng ban. Quyết định cũng bãi bỏ Quyết định số 9/QĐ-UBND ngày 2/2/2019.\n{between}UBND \
                 tỉnh Sa Thạch ban hành Quyết định số 22/QĐ-UBND ngày 08/3/2024 về việc kiện toàn Hội đồng Bồi thường tỉnh. Ông Lò Văn \
                 Canh đảm nhiệm vị trí Chủ tịch Hội đồng thay ông Lê Văn Bính."
            )
            .as_bytes(),
        )
        .map(|read| read.decisions)
        .unwrap_or_default()
    };
    let both = told("Cùng ngày, ");
    let [first, second] = both.as_slice() else { panic!("{both:#?}") };
    assert_eq!((first.number.as_deref(), second.number.as_deref()), (Some("21/QĐ-UBND"), Some("22/QĐ-UBND")));
    assert_eq!(first.repeals.iter().map(|reference| reference.number()).collect::<Vec<_>>(), ["9/QĐ-UBND"]);
    assert_eq!((first.leaves.len(), second.leaves.as_slice()), (0, ["Lê Văn Bính".to_owned()].as_slice()));
    assert_eq!(
        (seats(first), seats(second)),
        (
            vec![["Lê Văn Bính".to_owned(), "Trưởng ban".to_owned()]],
            vec![["Lò Văn Canh".to_owned(), "Chủ tịch Hội đồng".to_owned()]],
        )
    );
    // What was before is background, and no paper of its own.
    assert_eq!(told("Trước đó, năm ngoái, ").len(), 1);
}

#[test]
fn a_name_behind_its_office_keeps_its_family_and_new_members_are_members() {
    let draft = read(&format!(
        "UBND tỉnh Sa Thạch ban hành Quyết định số 21/QĐ-UBND ngày 07/3/2024 kiện toàn {BODY}, trong đó Giám đốc Sở Kế hoạch và Đầu \
         tư Tô Hoàng Vũ Lâm làm Trưởng ban. Hai Ủy viên mới gồm: Trung tá Lê Văn Bính, Phó Trưởng phòng Công an tỉnh; Giám đốc Bệnh \
         viện Đa khoa tỉnh Cầm Bá Lạo."
    ));
    let said: Vec<[String; 2]> = seats(&draft);
    assert_eq!(said, [["Tô Hoàng Vũ Lâm", "Trưởng ban"], ["Lê Văn Bính", "Ủy viên"], ["Cầm Bá Lạo", "Ủy viên"]]);
}

#[test]
fn a_decision_may_be_told_before_who_made_it() {
    let draft = read(&format!(
        "Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc thành lập {BODY} vừa được UBND tỉnh Sa Thạch ban hành. Theo quyết định, Ban \
         Chỉ đạo do ông Lê Văn Bính, Chủ tịch UBND tỉnh làm Trưởng ban."
    ));
    assert_eq!(draft.number.as_deref(), Some("13/QĐ-UBND"));
    assert_eq!(draft.date.map(|day| day.to_string()).as_deref(), Some("2025-05-09"));
    assert_eq!(draft.issuer.as_deref(), Some("UBND tỉnh Sa Thạch"));
    assert_eq!(draft.title, Some(format!("Về việc thành lập {BODY}")));
    assert_eq!(seats(&draft), [["Lê Văn Bính", "Trưởng ban"]]);
}

#[test]
fn bodies_that_end_may_stand_below_and_bodies_that_merge_in_the_subject() {
    let draft = read(
        "Chủ tịch UBND tỉnh Sa Thạch ban hành Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc giải thể các Ban Chỉ đạo do UBND tỉnh \
         thành lập.\n\nTheo đó, giải thể 02 Ban Chỉ đạo sau đây:\n\n- Ban Chỉ đạo chợ nổi;\n\n- Ban Chỉ đạo bến phà.\n\nNhiệm vụ \
         chuyển về Sở Chợ.",
    );
    assert_eq!(draft.act, Some(Act::Dissolve));
    assert_eq!(draft.dissolves, ["Ban Chỉ đạo chợ nổi", "Ban Chỉ đạo bến phà"]);
    assert_eq!(draft.title.as_deref(), Some("Về việc giải thể các Ban Chỉ đạo do UBND tỉnh thành lập"));
    let draft = read(
        "Chủ tịch UBND tỉnh Sa Thạch ban hành Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc hợp nhất Ban Chỉ đạo chợ nổi và Ban Chỉ \
         đạo bến phà thành Ban Chỉ đạo sông nước. Quyết định bãi bỏ Quyết định số 2/QĐ-UBND ngày 06/6/2019.",
    );
    assert_eq!(
        (draft.act, draft.committees.as_slice()),
        (Some(Act::Merge), ["Ban Chỉ đạo sông nước".to_owned()].as_slice())
    );
    assert_eq!(draft.merged_from, ["Ban Chỉ đạo chợ nổi", "Ban Chỉ đạo bến phà"]);
    assert_eq!(draft.repeals.iter().map(register::draft::Reference::number).collect::<Vec<_>>(), ["2/QĐ-UBND"]);
}

#[test]
fn two_may_hold_one_office_and_decisions_may_come_without_their_symbols() {
    let draft = read(&format!(
        "UBND tỉnh Sa Thạch ban hành Quyết định số 13/QĐ-UBND ngày 09/5/2025 về việc thành lập {BODY}. Các Ủy viên gồm: Giám đốc Sở Y \
         tế Lê Văn Bính; các Phó Giám đốc Sở Rừng Nguyễn Thị Ánh Hồng, Trần Dụng."
    ));
    let told: Vec<[Option<&str>; 2]> =
        draft.members.iter().map(|seat| [seat.name.as_deref(), seat.position.as_deref()]).collect();
    assert_eq!(
        told,
        [
            [Some("Lê Văn Bính"), Some("Giám đốc Sở Y tế")],
            [Some("Nguyễn Thị Ánh Hồng"), Some("Phó Giám đốc Sở Rừng")],
            [Some("Trần Dụng"), Some("Phó Giám đốc Sở Rừng")]
        ]
    );
    let report = "Chủ tịch UBND tỉnh Sa Thạch vừa ký hai quyết định sắp xếp các tổ chức.\n\nCụ thể, tại Quyết định số 538 ngày \
                  14/3/2025, Chủ tịch UBND tỉnh Sa Thạch giải thể Ban Chỉ đạo chợ nổi tỉnh Sa Thạch.\n\nTại Quyết định số 541 ngày \
                  17/3/2025, Chủ tịch UBND tỉnh Sa Thạch giải thể Ban Chỉ đạo bến phà tỉnh Sa Thạch.";
    let read = reading::read("report.txt", report.as_bytes()).map(|read| read.decisions).unwrap_or_default();
    assert_eq!(read.iter().filter_map(|draft| draft.number.as_deref()).collect::<Vec<_>>(), ["538", "541"]);
}

#[test]
fn in_whose_place_somebody_comes_may_stand_in_a_bracket() {
    let draft = read(&format!(
        "Ngày 20/3/2024, Chủ tịch UBND tỉnh Sa Thạch ban hành Quyết định số 655/QĐ-UBND về việc kiện toàn {BODY}.\n\nTheo đó, ông Lê Văn \
         Bính, Phó Chủ tịch UBND tỉnh làm Trưởng ban (thay ông Lò Văn Kỷ đã chuyển công tác)."
    ));
    assert_eq!(seats(&draft), [["Lê Văn Bính", "Trưởng ban"]]);
    assert_eq!(draft.leaves, ["Lò Văn Kỷ"]);
}

#[test]
fn somebody_may_head_several_bodies_by_one_decision() {
    let draft = read(
        "Thủ tướng Chính phủ vừa ký Quyết định số 1749/QĐ-TTg ngày 05/9/2016 về việc thay đổi người đứng đầu ba tổ chức phối hợp liên \
         ngành.\n\nTheo đó, ông Lê Văn Bính, Bộ trưởng Bộ Mía đường làm Trưởng ban Ban Chỉ đạo trồng mía, Chủ tịch Hội đồng phát triển \
         đường mật và Tổ trưởng Tổ công tác về kho bãi.",
    );
    let bodies = ["Ban Chỉ đạo trồng mía", "Hội đồng phát triển đường mật", "Tổ công tác về kho bãi"];
    assert_eq!(draft.committees, bodies);
    let said: Vec<_> = draft
        .members
        .iter()
        .map(|seat| (seat.role.as_deref(), seat.committee.as_deref().unwrap_or_default()))
        .collect();
    let roles = [Some("Trưởng ban"), Some("Chủ tịch Hội đồng"), Some("Tổ trưởng")];
    assert_eq!(said, roles.into_iter().zip(bodies).collect::<Vec<_>>());
}

#[test]
fn clauses_may_be_parted_by_commas_each_with_its_role() {
    let draft = read(&format!(
        "Chủ tịch UBND tỉnh Sa Thạch ký Quyết định số 1906/QĐ-UBND kiện toàn {BODY}, do ông Lê Văn Bính - Chủ tịch UBND tỉnh làm Trưởng \
         ban, ông Lò Văn Kỷ làm Phó Trưởng ban Thường trực, bà Tạ Thị Đào, Giám đốc Sở Y tế làm Phó Trưởng ban."
    ));
    let expected =
        [["Lê Văn Bính", "Trưởng ban"], ["Lò Văn Kỷ", "Phó Trưởng ban Thường trực"], ["Tạ Thị Đào", "Phó Trưởng ban"]];
    assert_eq!(seats(&draft), expected);
}
