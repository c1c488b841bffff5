//! The notice of 1943/QĐ-UBND states every fact of the news reports of 2016 (Kinh tế & Đô thị 4-5-2016; Sở Thông tin và
//! Truyền thông Hà Nội 29-4-2016), and none that they do not have.

use serde_json::json;

use super::{Office, bare, squeezed};

/// Each fact as the notice must say it.
const FACTS: [&str; 27] = [
    // Which decision, of whom, of which day, and what it does.
    "Quyết định số 1943/QĐ-UBND",
    "Ngày 21 tháng 4 năm 2016, Ủy ban nhân dân thành phố Hà Nội ban hành",
    "thành lập Ban chỉ đạo Ứng dụng công nghệ thông tin thành phố Hà Nội",
    "được ký và có hiệu lực cùng ngày",
    "theo đề nghị của Sở Thông tin và Truyền thông và Sở Nội vụ",
    // What it takes the place of.
    "thay thế Quyết định số 6193/QĐ-UBND ngày 25 tháng 11 năm 2014",
    "và các quyết định kiện toàn thành viên",
    // Who sits.
    "Trưởng ban là ông Nguyễn Đức Chung, Chủ tịch UBND Thành phố",
    "Phó Trưởng ban gồm: ông Ngô Văn Quý, Phó Chủ tịch UBND Thành phố; Giám đốc Sở Thông tin và Truyền thông",
    "Ủy viên Thường trực gồm: Giám đốc các sở Nội vụ, Tài chính, Kế hoạch và Đầu tư, Khoa học và Công nghệ",
    "Lãnh đạo Văn phòng UBND Thành phố",
    "Phó Giám đốc Sở TT-TT phụ trách CNTT",
    "Ủy viên gồm: Giám đốc các sở; Chủ tịch UBND các quận, huyện, thị xã",
    "Cục trưởng các Cục Thuế, Thống kê, Hải quan",
    "Giám đốc các đơn vị: Bảo hiểm xã hội; Cảnh sát Phòng cháy chữa cháy; Kho bạc Hà Nội",
    "ông Đào Thanh Hải, Phó Giám đốc Công an Thành phố",
    "59 thành viên",
    // Who does the daily work.
    "Cơ quan thường trực, giúp việc là Sở Thông tin và Truyền thông",
    // What it is for.
    "giúp UBND Thành phố quyết định chủ trương, cơ chế, chính sách, chương trình và dự án",
    "ứng dụng công nghệ thông tin trong các cơ quan nhà nước",
    "điều phối, đôn đốc, kiểm tra việc triển khai",
    "một hệ thống công nghệ thông tin dùng chung, đồng bộ của Thành phố",
    "chỉ đạo, hướng dẫn, kiểm tra, đôn đốc và đánh giá các sở, ngành và UBND các quận, huyện, thị xã",
    "các Ủy viên thường trực thường xuyên kiểm tra, đánh giá tiến độ thực hiện",
    // What it was written from.
    "theo bản dựng lại từ tin báo chí, không theo văn bản gốc",
    "Theo: Quyết định 1943/QĐ-UBND ngày 21-4-2016 (bản dựng lại theo báo chí)",
    "Mã đối chiếu",
];

#[test]
fn the_notice_states_every_fact_of_the_reports() {
    let mut office = Office::with_the_sample();
    let request = json!({ "paper": "notice", "decision": "1943/QĐ-UBND", "on": "2016-04-21" });
    for ending in ["pdf", "docx"] {
        let (_, bytes) = office.print(request.clone(), ending);
        let said = bare(&format!("notice.{ending}"), &bytes);
        for fact in FACTS {
            assert!(said.contains(&squeezed(fact)), "the {ending} does not say {fact:?}: {said}");
        }
    }
}

#[test]
fn the_notice_makes_nothing_up() {
    let mut office = Office::with_the_sample();
    let (saved, bytes) =
        office.print(json!({ "paper": "notice", "decision": "1943/QĐ-UBND", "on": "2016-04-21" }), "pdf");
    assert_eq!(saved["pages"], 1);
    let said = bare("notice.pdf", &bytes);
    // Not known: the numbers of the articles, and who signed. And it is no extract.
    for unknown in ["Điều1", "Điều3", "Ngườiký", "Tríchsổtheodõi"] {
        assert!(!said.contains(unknown), "{unknown}: {said}");
    }
}
