//! The ways in which papers say what they change, when they take effect, who the standing agency is, and which
//! decisions they end.

use register::draft::Draft;

const BODY: &str = "Ban Chỉ đạo phòng, chống hạn hán tỉnh Sa Thạch";

/// A paper of this subject with this first article; `BAN_` is the body in both.
fn changed(subject: &str, first: &str) -> Draft {
    let paper = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\n{subject}\n\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nTheo đề nghị của Giám đốc Sở Nội vụ,\n\nQUYẾT ĐỊNH:\n\n\
         Điều 1. {first}\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n\nCHỦ TỊCH\nLò Văn Ất"
    );
    let read = reading::read("paper.txt", paper.replace("BAN_", BODY).as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

#[test]
fn leaving() {
    for first in [
        "Cho ông Tạ Văn Bính, Giám đốc Sở Y tế, thôi tham gia BAN_ để nghỉ hưu.",
        "Bổ sung bà Sầm Thị Canh, Giám đốc Sở Y tế vào BAN_, giữ chức danh Ủy viên; cho ông Tạ Văn Bính thôi làm Ủy viên.",
        "Miễn nhiệm Ủy viên BAN_ đối với ông Tạ Văn Bính.",
    ] {
        let draft = changed("Về việc thay đổi thành viên BAN_", first);
        assert_eq!(draft.leaves, ["Tạ Văn Bính"], "{first}");
    }
}

#[test]
fn ending() {
    for first in ["Giải thể BAN_.", "BAN_ kết thúc hoạt động kể từ ngày 01/4/2020.", "Chấm dứt hoạt động của BAN_."]
    {
        assert_eq!(changed("Về việc kết thúc hoạt động của BAN_", first).dissolves, [BODY], "{first}");
    }
}

#[test]
fn revoked() {
    let draft =
        changed("Về việc thu hồi Quyết định số 77/QĐ-UBND", "Thu hồi Quyết định số 77/QĐ-UBND về việc thành lập BAN_.");
    assert_eq!(draft.act, Some(register::draft::Act::Other));
    assert_eq!(draft.withdraws.iter().map(register::draft::Reference::number).collect::<Vec<_>>(), ["77/QĐ-UBND"]);
    assert!(draft.repeals.is_empty());
}

#[test]
fn nobody_comes_or_goes_where_only_the_term_or_the_standing_agency_changes() {
    for (subject, first, changes) in [
        (
            "Về việc gia hạn thời gian hoạt động của BAN_",
            "Gia hạn thời gian hoạt động của BAN_ đến hết năm 2021.",
            false,
        ),
        ("Điều chỉnh cơ quan thường trực BAN_", "Sở Tài chính là cơ quan thường trực của BAN_.", false),
        ("Về việc gia hạn thời gian hoạt động và kiện toàn BAN_", "Danh sách kèm theo.", true),
        ("Về việc thay đổi thành viên BAN_", "Bà Sầm Thị Canh, Giám đốc Sở Y tế, làm Ủy viên BAN_.", true),
    ] {
        assert_eq!(changed(subject, first).changes_membership, changes, "{subject}");
    }
}

#[test]
fn one_paper_for_the_chairs_of_several_bodies() {
    let draft = changed(
        "Về việc cử Trưởng ban, Chủ tịch một số Ban Chỉ đạo, Hội đồng của tỉnh",
        "Cử các ông, bà dưới đây:\n1. Phó Chủ tịch Sầm Văn Đình:\na) Trưởng Ban Chỉ đạo phòng, chống hạn hán;\n\
         b) Chủ tịch Hội đồng Quy hoạch tỉnh.\n2. Giám đốc Sở Y tế Tạ Văn Bính: Trưởng Ban Chỉ đạo chăm sóc sức khỏe.",
    );
    let seats: Vec<(&str, &str)> = draft
        .members
        .iter()
        .map(|seat| (seat.name.as_deref().unwrap_or_default(), seat.committee.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        seats,
        [
            ("Sầm Văn Đình", "Ban Chỉ đạo phòng, chống hạn hán"),
            ("Sầm Văn Đình", "Hội đồng Quy hoạch tỉnh"),
            ("Tạ Văn Bính", "Ban Chỉ đạo chăm sóc sức khỏe"),
        ]
    );
}

/// A paper that says these two sentences in its second and third article.
fn read(second: &str, third: &str) -> Draft {
    let paper = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\n\
         Về việc thành lập Ban Chỉ đạo phòng, chống hạn hán tỉnh Sa Thạch\n\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nTheo đề nghị của Giám đốc Sở Nội vụ,\n\nQUYẾT ĐỊNH:\n\n\
         Điều 1. Thành lập Ban Chỉ đạo phòng, chống hạn hán tỉnh Sa Thạch gồm:\n\
         1. Ông Lò Văn Ất, Chủ tịch UBND tỉnh, Trưởng ban;\n2. Bà Tạ Thị Bính, Giám đốc Sở Tài chính, Ủy viên.\n\
         Điều 2. {second}\nĐiều 3. {third}\n\nCHỦ TỊCH\nLò Văn Ất"
    );
    let read = reading::read("paper.txt", paper.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

const ON_SIGNING: &str = "Quyết định có hiệu lực từ ngày ký.";

#[test]
fn effect() {
    for (said, effective) in [
        ("Quyết định này có hiệu lực sau mười lăm ngày kể từ ngày ký.", Some("after_days:15")),
        ("Quyết định này có hiệu lực sau 15 (mười lăm) ngày, kể từ ngày ký ban hành.", Some("after_days:15")),
        ("Quyết định có hiệu lực kể từ ngày 01-8-2025.", Some("2025-08-01")),
        ("Quyết định này có hiệu lực thi hành từ ngày mùng 1 tháng 8 năm 2025.", Some("2025-08-01")),
        ("Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.", Some("on_signing")),
        ("Quyết định này được áp dụng kể từ ngày 01/8/2025.", Some("2025-08-01")),
        ("Quyết định này thi hành từ ngày ban hành.", Some("on_signing")),
        ("Quyết định này được thực hiện kể từ ngày ký.", Some("on_signing")),
        ("Hiệu lực thi hành: kể từ ngày ký.", Some("on_signing")),
        ("Quyết định này có hiệu lực sau 07 ngày kể từ ngày đăng Công báo.", None),
        ("Các quyết định sau đây không còn hiệu lực: số 1105/QĐ-UBND.", None),
    ] {
        assert_eq!(read("Ban Chỉ đạo họp hằng quý.", said).effective.as_deref(), effective, "{said}");
    }
}

#[test]
fn standing_agency() {
    for said in [
        "Sở Y tế là cơ quan Thường trực của Ban Chỉ đạo.",
        "Cơ quan thường trực của Ban Chỉ đạo đặt tại Sở Y tế.",
        "Giao Sở Y tế làm đầu mối giúp việc Ban Chỉ đạo.",
        "Bộ phận thường trực giúp việc Ban Chỉ đạo: Sở Y tế.",
        "Thường trực Ban Chỉ đạo là Sở Y tế.",
        "Thường trực của Ban Chỉ đạo đặt tại Sở Y tế.",
        "Sở Y tế giữ vai trò thường trực của Ban Chỉ đạo.",
        "Ban Chỉ đạo có cơ quan thường trực là Sở Y tế.",
        "Ban Chỉ đạo đặt cơ quan thường trực tại Sở Y tế.",
        "Chỉ định Sở Y tế là đơn vị thường trực.",
        "Lấy Sở Y tế làm cơ quan thường trực của Ban Chỉ đạo.",
        "Giúp việc cho Ban Chỉ đạo, Sở Y tế được giao làm cơ quan thường trực.",
    ] {
        let names: Vec<String> =
            read(said, ON_SIGNING).standing_agencies.into_iter().map(|agency| agency.name).collect();
        assert_eq!(names, ["Sở Y tế"], "{said}");
    }
    let deputy = "Phó Trưởng ban Thường trực điều hành công việc hằng ngày của Ban Chỉ đạo.";
    assert!(read(deputy, ON_SIGNING).standing_agencies.is_empty());
}

#[test]
fn relations() {
    for (said, replaces, repeals) in [
        (
            "Quyết định này thay cho các Quyết định: số 9/QĐ-UBND; số 10/QĐ-UBND.",
            &["9/QĐ-UBND", "10/QĐ-UBND"][..],
            &[][..],
        ),
        ("Quyết định số 9/QĐ-UBND được thay thế bằng Quyết định này.", &["9/QĐ-UBND"], &[]),
        ("Quyết định số 9/QĐ-UBND hết hiệu lực thi hành.", &[], &["9/QĐ-UBND"]),
        ("Quyết định số 9/QĐ-UBND không còn giá trị thi hành.", &[], &["9/QĐ-UBND"]),
        ("Chấm dứt hiệu lực Quyết định số 9/QĐ-UBND.", &[], &["9/QĐ-UBND"]),
        ("Các Quyết định sau đây hết hiệu lực: số 9/QĐ-UBND; số 10/QĐ-UBND.", &[], &["9/QĐ-UBND", "10/QĐ-UBND"]),
        ("Thu hồi Quyết định số 9/QĐ-UBND.", &[], &[]),
        ("Thực hiện thu hồi đất theo Quyết định số 9/QĐ-UBND.", &[], &[]),
        // What the decision that ends was about, and what only contradicts.
        ("Hủy bỏ Quyết định số 9/QĐ-UBND về việc kiện toàn Ban theo Quyết định số 8/QĐ-UBND.", &[], &["9/QĐ-UBND"]),
        ("Các quy định tại Quyết định số 9/QĐ-UBND trái với Quyết định này đều bãi bỏ.", &[], &[]),
    ] {
        let draft = read(said, ON_SIGNING);
        let numbers =
            |list: &[register::draft::Reference]| list.iter().map(|one| one.number().to_owned()).collect::<Vec<_>>();
        assert_eq!(numbers(&draft.replaces), replaces, "{said}");
        assert_eq!(numbers(&draft.repeals), repeals, "{said}");
    }
}

#[test]
fn a_new_name_of_a_body_that_is_about_conversion() {
    let draft = changed(
        "Về việc đổi tên Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch",
        "Đổi tên Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch thành Ban Chỉ đạo Khoa học và Chuyển đổi số tỉnh Sa Thạch.",
    );
    assert_eq!(draft.act, Some(register::draft::Act::Rename));
    assert_eq!(draft.old_names, ["Ban Chỉ đạo Chuyển đổi số tỉnh Sa Thạch"]);
    assert_eq!(draft.committees, ["Ban Chỉ đạo Khoa học và Chuyển đổi số tỉnh Sa Thạch"]);
    let founded = changed("Về việc thành lập Ban Chỉ đạo Chuyển đổi số thành phố Sa Thạch", "Thành lập Ban Chỉ đạo.");
    assert_eq!(founded.act, Some(register::draft::Act::Establish));
}
