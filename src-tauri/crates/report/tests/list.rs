//! What the membership list says, without a page being set.
#![allow(clippy::expect_used, clippy::panic, reason = "what is not there is a failed test")]

mod founding;

use std::sync::Arc;

use founding::{cite, empty, flagged, founding, held_by, holder, later, other, seat, setting, unknown};
use register::composition::{Composition, Flag, State};
use register::draft::SeatKind;
use report::list::{Line, Part};
use report::{List, list};

fn said(composition: &Composition) -> List {
    list(composition, &setting())
}

/// number, who, post, notes of each row of a part.
fn rows(part: &Part) -> Vec<(Option<u32>, &str, &str, &[String])> {
    let lines = part.groups.iter().flat_map(|group| &group.lines);
    lines
        .filter_map(|line| match line {
            Line::Row { number, who, post, notes, .. } => {
                Some((*number, who.as_str(), post.as_str(), notes.as_slice()))
            }
            Line::Wording { .. } | Line::Others { .. } => None,
        })
        .collect()
}

fn row<'a>(part: &'a Part, post: &str) -> (Option<u32>, &'a str, &'a [String]) {
    let found = rows(part).into_iter().find(|row| row.2 == post);
    found.map(|(number, who, _, notes)| (number, who, notes)).unwrap_or_else(|| panic!("no row for {post}"))
}

#[test]
fn the_founding_case_has_59_numbered_rows_in_the_order_of_the_decision() {
    let list = said(&founding());
    let [part] = &list.parts[..] else { panic!("one table") };
    let roles: Vec<(&str, u32)> = part.groups.iter().map(|group| (group.role.as_str(), group.count)).collect();
    assert_eq!(roles, [("Trưởng ban", 1), ("Phó Trưởng ban", 2), ("Ủy viên thường trực", 6), ("Ủy viên", 50)]);
    let numbers: Vec<u32> = rows(part).into_iter().filter_map(|row| row.0).collect();
    assert_eq!(numbers, (1..=59).collect::<Vec<_>>());
    assert_eq!(
        list.summary,
        ["Tổng số thành viên: 59", "Cơ quan thường trực: Sở Thông tin và Truyền thông – Điều 3 (dựng lại)"]
    );
}

#[test]
fn the_head_says_what_the_paper_is_and_what_it_is_not() {
    let list = said(&founding());
    assert_eq!(list.notice, "Trích sổ theo dõi, không thay thế quyết định");
    assert_eq!(list.title, "DANH SÁCH THÀNH VIÊN");
    assert_eq!(list.committee, founding::COMMITTEE);
    assert_eq!(list.as_of, "Tính đến ngày 21 tháng 4 năm 2016");
    assert_eq!(list.printed, "In ngày 23 tháng 11 năm 2026");
    assert_eq!(list.sentence, None);
}

#[test]
fn a_row_names_the_person_as_the_decision_does_or_says_why_there_is_none() {
    let list = said(&founding());
    let part = &list.parts[0];
    assert_eq!(row(part, "Chủ tịch UBND Thành phố").1, "Ông Nguyễn Đức Chung");
    assert_eq!(row(part, "Giám đốc Sở Nội vụ").1, "(chưa rõ)");
    assert_eq!(row(part, "Lãnh đạo Văn phòng UBND Thành phố").1, "(chưa cử)");
    // The field is part of the seat: the bare post would say more than the decision.
    assert_eq!(row(part, "Phó Giám đốc Sở Thông tin và Truyền thông phụ trách công nghệ thông tin").1, "(chưa rõ)");
    assert_eq!(row(part, "Chủ tịch UBND quận Ba Đình").0, Some(23));
}

#[test]
fn a_class_stands_under_its_wording() {
    let list = said(&founding());
    let lines = &list.parts[0].groups[3].lines;
    let Line::Wording { text, count, citation, notes } = &lines[14] else { panic!("a wording") };
    assert_eq!((text.as_str(), *count), ("Chủ tịch UBND các quận, huyện, thị xã", 30));
    assert_eq!(citation, "Điều 1 (dựng lại)");
    assert!(notes.is_empty());
}

#[test]
fn a_reconstruction_is_marked_beside_every_citation_and_in_the_foot() {
    let list = said(&founding());
    for line in list.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.lines) {
        let (Line::Row { citation, .. } | Line::Wording { citation, .. }) = line else { continue };
        assert_eq!(citation, "Điều 1 (dựng lại)");
    }
    let whole = "Theo: Quyết định 1943/QĐ-UBND ngày 21-4-2016 (bản dựng lại theo báo chí)";
    assert_eq!(list.sources.as_deref(), Some(whole));
    assert_eq!(list.foot.sources.as_deref(), Some(whole));
    assert_eq!(list.foot.known, "Tính đến ngày 21-4-2016. Theo sổ biết đến 10 giờ 15 phút ngày 23-11-2026.");
}

#[test]
fn what_happened_to_a_seat_is_said_in_its_row() {
    let list = said(&later());
    let part = &list.parts[0];
    assert_eq!(row(part, "Chủ tịch UBND Thành phố").2, ["không còn giữ chức vụ"]);
    assert_eq!(row(part, "Giám đốc Sở Tư pháp").1, "(khuyết)");
    assert_eq!(row(part, "Giám đốc Sở Xây dựng").1, "Lê Thị Ánh (phụ trách)");
    let (_, who, notes) = row(part, "Giám đốc Sở Y tế");
    assert_eq!(who, "Trần Văn Hòa (quyền)");
    assert_eq!(notes, ["giữ chức vụ theo Quyết định 12/QĐ-UBND ngày 05-02-2025"]);
    assert_eq!(row(part, "Chánh Văn phòng UBND Thành phố").2, ["không biểu quyết"]);
}

#[test]
fn a_seat_whose_post_has_ended_counts_nobody_and_proposes_a_successor() {
    let list = said(&later());
    let (number, who, notes) = row(&list.parts[0], "Giám đốc Sở Thông tin và Truyền thông");
    assert_eq!((number, who), (None, ""));
    assert_eq!(
        notes,
        ["không còn chức danh này – cần kiện toàn", "đề nghị xem xét: Giám đốc Sở Khoa học và Công nghệ"]
    );
    assert_eq!(
        list.summary[2],
        "Cơ quan thường trực: Sở Thông tin và Truyền thông, chuyển đổi số – Điều 3, 1943/QĐ-UBND (dựng lại); \
         không còn cơ quan này – cần kiện toàn; đề nghị xem xét: Sở Khoa học và Công nghệ"
    );
}

#[test]
fn two_holders_are_two_rows_and_the_note_stands_once() {
    let list = said(&later());
    let two: Vec<_> = rows(&list.parts[0]).into_iter().filter(|row| row.2 == "Cục trưởng Cục Hải quan").collect();
    let [first, second] = two[..] else { panic!("two rows") };
    assert_eq!((first.1, second.1), ("Phạm Văn Ba", "Vũ Thị Tư"));
    assert_eq!(first.3, ["hai người cùng giữ chức danh"]);
    assert!(second.3.is_empty());
}

#[test]
fn an_empty_class_is_said_to_be_empty() {
    let list = said(&later());
    let lines = list.parts[0].groups.iter().flat_map(|group| &group.lines);
    let wordings: Vec<&Line> = lines.filter(|line| matches!(line, Line::Wording { .. })).collect();
    let [Line::Wording { text, count, notes, .. }] = &wordings[..] else { panic!("one wording") };
    assert_eq!((text.as_str(), *count), ("Chủ tịch UBND các quận, huyện, thị xã", 0));
    assert_eq!(notes, &["không còn chức danh này – cần kiện toàn"]);
}

#[test]
fn a_class_whose_posts_all_sit_further_up_says_so() {
    let mut composition = empty();
    composition.seats = vec![seat("Ủy viên", SeatKind::Class, "Giám đốc các sở", Vec::new())];
    let list = said(&composition);
    let Line::Wording { notes, .. } = &list.parts[0].groups[0].lines[0] else { panic!("a wording") };
    assert_eq!(notes, &["đều đã có tên ở vị trí khác"]);
}

#[test]
fn a_wording_that_nobody_could_read_is_one_row_as_written() {
    let mut composition = empty();
    let mut written = holder("Thủ trưởng các đơn vị có liên quan", "");
    written.organization = None;
    composition.seats = vec![seat("Ủy viên", SeatKind::Class, "Thủ trưởng các đơn vị có liên quan", vec![written])];
    let list = said(&composition);
    assert_eq!(row(&list.parts[0], "Thủ trưởng các đơn vị có liên quan").0, Some(1));
}

#[test]
fn bodies_inside_and_those_invited_stand_apart_with_numbers_of_their_own() {
    let list = said(&later());
    let headings: Vec<Option<&str>> = list.parts.iter().map(|part| part.heading.as_deref()).collect();
    assert_eq!(
        headings,
        [None, Some("Tổ giúp việc: 1 thành viên (không tính vào tổng số trên)"), Some("Mời tham gia")]
    );
    assert_eq!(rows(&list.parts[1])[0].0, Some(1));
    assert_eq!(row(&list.parts[2], "Viện trưởng Viện Công nghệ thông tin").0, Some(1));
    assert_eq!(list.summary[1], "Mời tham gia: 1 (không tính vào tổng số thành viên)");
}

#[test]
fn an_unknown_composition_is_a_paper_too() {
    let list = said(&unknown());
    assert!(list.parts.is_empty());
    assert_eq!(list.summary, ["Tổng số thành viên: chưa rõ"]);
    assert_eq!(
        list.sentence.as_deref(),
        Some(
            "Chưa rõ thành phần: sổ ghi nhận văn bản (Quyết định 6193/QĐ-UBND ngày 25-11-2014) nhưng chưa có danh \
             sách thành viên."
        )
    );
}

#[test]
fn what_is_known_of_an_unknown_composition_is_listed_under_the_sentence() {
    let mut composition = unknown();
    composition.seats = founding().seats[..2].to_vec();
    let list = said(&composition);
    let sentence = list.sentence.expect("a sentence");
    assert!(sentence.ends_with("Danh sách dưới đây chỉ gồm những vị trí mà sổ biết."), "{sentence}");
    assert_eq!(list.parts.len(), 1);
    assert_eq!(list.summary, ["Tổng số thành viên: chưa rõ"]);
}

#[test]
fn a_committee_that_does_not_exist_on_the_date_is_said_not_to() {
    for (state, words) in [(State::NotYet, "chưa được thành lập."), (State::Ended, "đã kết thúc hoạt động.")]
    {
        let list = said(&Composition { state, sources: Vec::new(), ..empty() });
        let sentence = list.sentence.expect("a sentence");
        assert!(sentence.starts_with("Theo sổ, đến ngày 21 tháng 4 năm 2016 Ban chỉ đạo"), "{sentence}");
        assert!(sentence.ends_with(words), "{sentence}");
        assert_eq!((list.sources, list.summary, list.parts), (None, Vec::new(), Vec::new()));
    }
}

#[test]
fn a_committee_without_members_says_so() {
    assert_eq!(said(&empty()).sentence.as_deref(), Some("Theo sổ, tại ngày này không có thành viên nào."));
}

#[test]
fn with_several_decisions_each_row_names_its_own() {
    let mut composition = later();
    let list = said(&composition);
    let citation = |list: &List| match &list.parts[0].groups[2].lines[7] {
        Line::Row { citation, .. } => citation.clone(),
        Line::Wording { .. } | Line::Others { .. } => panic!("a row"),
    };
    assert_eq!(citation(&list), "88/QĐ-UBND");
    // Numbers restart each January: two years may share one.
    composition.sources.push(other("88/QĐ-UBND", 2025));
    assert_eq!(citation(&said(&composition)), "88/QĐ-UBND ngày 05-02-2024");
}

#[test]
fn the_foot_counts_what_it_has_no_room_to_name_and_still_marks_a_reconstruction() {
    let mut composition = founding();
    composition.sources =
        vec![other("1/QĐ-UBND", 2015), other("2/QĐ-UBND", 2015), other("3/QĐ-UBND", 2015), cite(None)];
    let list = said(&composition);
    let foot = list.foot.sources.expect("sources");
    assert!(foot.ends_with("3/QĐ-UBND ngày 05-02-2015 và 1 văn bản khác (có bản dựng lại theo báo chí)"), "{foot}");
    assert!(list.sources.expect("sources").contains("Quyết định 1943/QĐ-UBND ngày 21-4-2016"));
}

#[test]
fn one_person_on_two_seats_is_counted_once_and_the_paper_says_why() {
    let mut composition = empty();
    composition.heads = Some(1);
    composition.seats = vec![
        seat("Trưởng ban", SeatKind::Named, "", vec![held_by("Ngô Văn Quý", "Phó Chủ tịch", "UBND Thành phố")]),
        seat("Ủy viên", SeatKind::Named, "", vec![held_by("Ngô Văn Quý", "Phó Chủ tịch", "UBND Thành phố")]),
    ];
    assert_eq!(said(&composition).summary, ["Tổng số thành viên: 1. Một người giữ nhiều vị trí được tính một lần."]);
}

#[test]
fn a_role_is_one_group_however_its_tone_is_placed() {
    let mut composition = empty();
    let one = |role| seat(role, SeatKind::Post, "", vec![holder("Giám đốc", "Sở Y tế")]);
    composition.seats = vec![one("Ủy viên"), one("Uỷ viên"), one("Thư ký"), one("Ủy viên")];
    let list = said(&composition);
    let roles: Vec<(&str, u32)> = list.parts[0].groups.iter().map(|group| (group.role.as_str(), group.count)).collect();
    assert_eq!(roles, [("Ủy viên", 3), ("Thư ký", 1)]);
}

#[test]
fn a_seat_without_article_names_its_decision() {
    let mut composition = empty();
    let mut seat = flagged(seat("Ủy viên", SeatKind::Post, "", vec![holder("Giám đốc", "Sở Y tế")]), Flag::Vacant);
    seat.citation = Arc::new(cite(None));
    composition.seats = vec![seat];
    let list = said(&composition);
    let Line::Row { citation, .. } = &list.parts[0].groups[0].lines[0] else { panic!("a row") };
    assert_eq!(citation, "1943/QĐ-UBND (dựng lại)");
}
