//! The bodies around a committee: standing agencies, what works inside it, those that it comes from, and several
//! committees in one paper.

#[path = "support/commune.rs"]
mod commune;

use commune::read;
use register::draft::Act;

const BODY: &str = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";

fn agencies(sentence: &str) -> Vec<String> {
    let articles = format!("Điều 1. Thành lập {BODY}.\nĐiều 2. {sentence}");
    let draft = read(&format!("Về việc thành lập {BODY}"), &articles);
    draft.standing_agencies.into_iter().map(|agency| agency.name).collect()
}

#[test]
fn of_several_standing_agencies_each_is_one_and_a_name_with_a_joint_stays_whole() {
    assert_eq!(
        agencies("Phòng Kinh tế và Công an xã là cơ quan thường trực của Ban Chỉ đạo."),
        ["Phòng Kinh tế", "Công an xã"]
    );
    assert_eq!(
        agencies("Các cơ quan thường trực giúp việc Ban Chỉ đạo gồm: Phòng Kinh tế, Phòng Văn hóa - Xã hội."),
        ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]
    );
    for one in [
        "Sở Giáo dục và Đào tạo",
        "Văn phòng HĐND và UBND xã",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Vụ Thi đua - Khen thưởng, Bộ Nội vụ",
    ] {
        assert_eq!(agencies(&format!("{one} là cơ quan thường trực của Ban Chỉ đạo.")), [one]);
    }
}

#[test]
fn a_standing_agency_is_named_in_many_ways() {
    for sentence in [
        "Phòng Kinh tế là đơn vị đầu mối, thường trực giúp việc Ban Chỉ đạo.",
        "Giao Phòng Kinh tế kế thừa nhiệm vụ cơ quan thường trực Ban Chỉ đạo.",
        "Ban Chỉ đạo sử dụng bộ máy của Phòng Kinh tế làm cơ quan thường trực.",
        "Phòng Kinh tế là cơ quan tham mưu, giúp việc Ban Chỉ đạo.",
        "Phòng Kinh tế làm nhiệm vụ thường trực cho Ban Chỉ đạo.",
        "Nhiệm vụ thường trực Ban Chỉ đạo do Phòng Kinh tế đảm nhiệm.",
    ] {
        assert_eq!(agencies(sentence), ["Phòng Kinh tế"], "{sentence}");
    }
}

#[test]
fn what_an_annex_above_the_signature_lists_is_cited_by_the_annex() {
    let draft = read(
        "Về việc thành lập Ban Chỉ đạo và Tổ giúp việc",
        &format!(
            "Điều 1. Thành lập {BODY} (Phụ lục I).\nĐiều 2. Thành lập Tổ giúp việc Ban Chỉ đạo (Phụ lục II).\n\
             Điều 3. Các ông, bà có tên tại Phụ lục chịu trách nhiệm thi hành Quyết định này./.\n\n\
             PHỤ LỤC I\nDANH SÁCH BAN CHỈ ĐẠO\n1. Ông Tạ Văn Bính, Chủ tịch UBND xã - Trưởng ban;\n\
             PHỤ LỤC II\nDANH SÁCH TỔ GIÚP VIỆC\n1. Bà Lò Thị Đinh, Trưởng phòng Kinh tế - Tổ trưởng;"
        ),
    );
    let cited: Vec<_> = draft.members.iter().map(|seat| seat.article.as_deref()).collect();
    assert_eq!(cited, [Some("Phụ lục I")]);
    let bodies: Vec<_> = draft
        .sub_bodies
        .iter()
        .map(|body| (body.name.as_str(), body.members.iter().map(|seat| seat.article.as_deref()).collect::<Vec<_>>()))
        .collect();
    assert_eq!(bodies, [("Tổ giúp việc Ban Chỉ đạo", vec![Some("Phụ lục II")])]);
}

#[test]
fn a_body_that_is_founded_by_itself_is_none_inside_itself() {
    let team = format!("Tổ giúp việc {BODY}");
    let draft = read(
        &format!("Về việc thành lập {team}"),
        &format!(
            "Điều 1. Thành lập {team} gồm:\n1. Ông Tạ Văn Bính, Công chức Tư pháp - Tổ trưởng.\n\
             Điều 2. Tổ giúp việc có nhiệm vụ tham mưu cho Ban Chỉ đạo."
        ),
    );
    assert_eq!(draft.committees, [team]);
    assert!(draft.sub_bodies.is_empty(), "{:?}", draft.sub_bodies);
}

#[test]
fn one_person_takes_a_role_in_each_of_the_committees_below() {
    let draft = read(
        "Về việc phân công lại Trưởng ban các Ban Chỉ đạo",
        "Điều 1. Phân công ông Tạ Văn Bính, Phó Chủ tịch UBND xã thay bà Lò Thị Đinh làm Trưởng ban các Ban Chỉ đạo \
         sau:\n1. Ban Chỉ đạo vệ sinh xã Sa Thạch;\n2. Ban Chỉ đạo trồng rừng xã Sa Thạch.",
    );
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let seats = draft.members.iter().map(|seat| [&seat.name, &seat.role, &seat.committee].map(said));
    let chair = |body: &str| ["Tạ Văn Bính", "Trưởng ban", body].map(str::to_owned);
    let wanted = [chair("Ban Chỉ đạo vệ sinh xã Sa Thạch"), chair("Ban Chỉ đạo trồng rừng xã Sa Thạch")];
    assert_eq!(seats.collect::<Vec<_>>(), wanted);
    assert_eq!(draft.leaves, ["Lò Thị Đinh"]);
}

#[test]
fn headings_in_capitals_name_committees_in_the_case_of_the_office() {
    let draft = read(
        "Về việc kiện toàn 02 Ban Chỉ đạo của xã",
        "Điều 1. Kiện toàn các Ban Chỉ đạo của xã như sau:\nI. BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\n\
         1. Ông Tạ Văn Bính, Chủ tịch UBND xã - Trưởng ban;\nII. BAN CHỈ ĐẠO GIẢM NGHÈO\n\
         1. Bà Lò Thị Đinh, Phó Chủ tịch UBND xã - Trưởng ban.",
    );
    assert_eq!(draft.committees, ["Ban Chỉ đạo chuyển đổi số", "Ban Chỉ đạo giảm nghèo"]);
}

#[test]
fn a_body_founded_by_merging_two_that_are_named_ends_both() {
    let merged = |subject: &str, old: &str| {
        let draft = read(
            &format!("Về việc thành lập {BODY}{subject}"),
            &format!("Điều 1. Thành lập {BODY} trên cơ sở hợp nhất {old}.\nĐiều 2. Quyết định có hiệu lực từ ngày ký."),
        );
        assert_eq!(draft.committees, [BODY]);
        (draft.act, draft.merged_from)
    };
    let old = "Ban Chỉ đạo nhà ở xã Sa Thạch và Ban Chỉ đạo vay vốn xã Sa Thạch";
    let named = ["Ban Chỉ đạo nhà ở xã Sa Thạch".to_owned(), "Ban Chỉ đạo vay vốn xã Sa Thạch".to_owned()];
    assert_eq!(merged("", old), (Some(Act::Establish), named.to_vec()));
    assert_eq!(merged(&format!(" trên cơ sở hợp nhất {old}"), old), (Some(Act::Merge), named.to_vec()));
    assert_eq!(merged("", "Ban Chỉ đạo của hai xã cũ"), (Some(Act::Establish), Vec::new()));
}

#[test]
fn counted_teams_are_committees_whatever_they_are_called() {
    let draft = read(
        "Thành lập Tổ gác đêm xã Sa Thạch và Tổ sơ tán xã Sa Thạch",
        "Điều 1. Thành lập 02 Tổ phục vụ phòng lũ tại xã Sa Thạch, gồm:\n1. Tổ gác đêm xã Sa Thạch:\n\
         a) Ông Tạ Văn Bính, Công chức Tư pháp, Tổ trưởng;\nb) Bà Lò Thị Đinh, Kế toán, Tổ viên.\n2. Tổ sơ tán xã Sa Thạch:\n\
         a) Ông Lê Văn Mậu, Trưởng Công an xã, Tổ trưởng.",
    );
    let (guards, movers) = ("Tổ gác đêm xã Sa Thạch", "Tổ sơ tán xã Sa Thạch");
    assert_eq!(draft.committees, [guards, movers]);
    let of: Vec<_> = draft.members.iter().filter_map(|seat| seat.committee.as_deref()).collect();
    assert_eq!(of, [guards, guards, movers]);
}

#[test]
fn a_role_said_ahead_goes_on_for_the_bullets_below() {
    let draft = read(
        &format!("Về việc thành lập {BODY}"),
        &format!(
            "Điều 1. Thành lập {BODY} gồm:\n   Trưởng ban    - ông Tạ Văn Bính, Chủ tịch UBND xã\n   \
             Ủy viên       - bà Lò Thị Đinh, Kế toán\n                 - ông Lê Văn Mậu, Trưởng Công an xã\n"
        ),
    );
    let roles: Vec<_> = draft.members.iter().filter_map(|seat| seat.role.as_deref()).collect();
    assert_eq!(roles, ["Trưởng ban", "Ủy viên", "Ủy viên"]);
}

#[test]
fn bodies_that_head_their_lists_in_capitals_are_written_as_elsewhere() {
    let draft = read(
        "Về việc thành lập các Ban giúp việc Hội đồng tuyển sinh",
        "Điều 1. Thành lập các Ban giúp việc Hội đồng tuyển sinh gồm:\nI. BAN THANH TRA\n1. Ông Tạ Văn Bính, Chánh Văn phòng, Trưởng \
         ban\n2. Bà Lò Thị Đinh, Kế toán, Ủy viên\nII. BAN ĐỀ THI\n1. Ông Lê Văn Mậu, Giáo viên, Trưởng ban\nĐiều 2. Quyết định này có \
         hiệu lực từ ngày ký.",
    );
    assert_eq!(draft.committees, ["Ban thanh tra", "Ban đề thi"]);
    let whose: Vec<_> = draft.members.iter().map(|seat| seat.committee.as_deref()).collect();
    assert_eq!(whose, [Some("Ban thanh tra"), Some("Ban thanh tra"), Some("Ban đề thi")]);
}

#[test]
fn a_list_that_is_approved_founds_its_body_and_no_other_list_does() {
    let list = "gồm:\n1. Ông Tạ Văn Bính, Chủ tịch UBND xã, Trưởng ban;\n2. Bà Lò Thị Đinh, Kế toán, Ủy viên.";
    for what in ["Ban Tổ chức Hội thi nấu ăn xã Sa Thạch", "thành viên Ban Tổ chức Hội thi nấu ăn xã Sa Thạch"]
    {
        let draft = read(
            &format!("Về việc phê duyệt danh sách {what}"),
            &format!("Điều 1. Phê duyệt danh sách {what} {list}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."),
        );
        assert_eq!((draft.act, draft.members.len()), (Some(Act::Establish), 2), "{what}");
        assert_eq!(draft.committees, ["Ban Tổ chức Hội thi nấu ăn xã Sa Thạch"]);
    }
    let draft = read(
        "Về việc phê duyệt danh sách hộ nghèo năm 2020",
        "Điều 1. Phê duyệt danh sách hộ nghèo năm 2020 do Ban Chỉ đạo giảm nghèo xã lập, gồm:\n1. Ông Tạ Văn Bính, thôn Nà Lừa;\n2. Bà Lò \
         Thị Đinh, thôn Nà Áng.",
    );
    assert_eq!((draft.act, draft.members.len()), (Some(Act::Other), 0));
}

#[test]
fn a_body_that_is_gone_from_a_day_on_is_ended() {
    let draft = read(
        "Về việc công nhận kết quả Hội thi và giải thể Ban Giám khảo Hội thi nấu ăn",
        "Điều 1. Công nhận kết quả Hội thi: giải Nhất ông Tạ Văn Bính.\nĐiều 2. Ban Giám khảo Hội thi nấu ăn thành lập theo Quyết định số \
         8/QĐ-UBND ngày 02/5/2020 tự giải thể kể từ ngày 10/6/2020.\nĐiều 3. Quyết định này có hiệu lực từ ngày ký.",
    );
    assert_eq!((draft.act, draft.dissolves), (Some(Act::Dissolve), vec!["Ban Giám khảo Hội thi nấu ăn".to_owned()]));
    assert_eq!(draft.articles.dissolves.as_deref(), Some("Điều 2"));
    assert!(draft.members.is_empty());
}
