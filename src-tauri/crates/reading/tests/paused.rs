//! Decisions that a paper suspends, lets go on, says to hold again, or corrects.

#[path = "support/commune.rs"]
mod commune;

use commune::read;
use register::draft::{Act, Draft, Reference};

const BODY: &str = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";
const OLD: &str = "Quyết định số 31/QĐ-UBND ngày 03/4/2018";

fn numbers(named: &[Reference]) -> Vec<&str> {
    named.iter().map(Reference::number).collect()
}

fn article(subject: &str, article: &str) -> Draft {
    read(&format!("Về việc {subject}"), &format!("Điều 1. {article}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."))
}

#[test]
fn what_is_suspended_is_named_in_many_ways() {
    for told in [
        format!("Tạm ngưng hiệu lực thi hành {OLD} về việc thành lập {BODY}."),
        format!("Tạm đình chỉ việc thi hành {OLD}."),
        format!("Đình chỉ thi hành {OLD} của Chủ tịch UBND xã."),
        format!("Tạm dừng hoạt động của {BODY} (được thành lập tại {OLD}) kể từ ngày 15/8/2020."),
        format!("{OLD} tạm ngừng hiệu lực cho đến khi có quyết định mới."),
    ] {
        let draft = article(&format!("tạm dừng hoạt động của {BODY}"), &told);
        assert_eq!(numbers(&draft.suspends), ["31/QĐ-UBND"], "{told}");
        assert_eq!(draft.articles.suspends.as_deref(), Some("Điều 1"), "{told}");
        assert_eq!((draft.act, draft.members.len()), (Some(Act::Other), 0), "{told}");
        assert_eq!(draft.committees, [BODY], "{told}");
    }
}

#[test]
fn a_committee_without_a_number_is_suspended_by_the_base_that_founded_it() {
    let paper = |base: &str, article: &str| {
        let text = format!(
            "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\nVề việc tạm dừng \
             hoạt động {BODY}\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SA THẠCH\n\nCăn cứ {OLD} về việc {base};\n\nQUYẾT ĐỊNH:\n\nĐiều 1. \
             {article}\n\nCHỦ TỊCH\nLò Văn Ất"
        );
        let read = reading::read("paper.txt", text.as_bytes()).ok();
        read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
    };
    let founds = format!("thành lập {BODY}");
    let stops = format!("Tạm dừng hoạt động {BODY} từ ngày 01/6/2020.");
    assert_eq!(numbers(&paper(&founds, &stops).suspends), ["31/QĐ-UBND"]);
    assert_eq!(numbers(&paper("thành lập Ban Chỉ đạo nhà ở", &stops).suspends), [""; 0]);
}

#[test]
fn what_is_suspended_in_part_or_by_others_is_not_suspended() {
    let part = article(
        &format!("tạm ngưng hiệu lực một phần quyết định về {BODY}"),
        &format!("Tạm ngưng hiệu lực Điều 2 của {OLD}."),
    );
    assert_eq!(numbers(&part.suspends), [""; 0]);
    let chair = article(
        &format!("ban hành Quy chế làm việc của {BODY}"),
        &format!("Trưởng ban có quyền kiến nghị.\nĐình chỉ thi hành {OLD} khi có yêu cầu."),
    );
    assert_eq!((chair.act, numbers(&chair.suspends)), (Some(Act::Regulation), vec![]));
    let post = article("đình chỉ công tác", &format!("Đình chỉ công tác đối với ông Tạ Văn Bính theo {OLD}."));
    assert_eq!(numbers(&post.suspends), [""; 0]);
}

#[test]
fn what_goes_on_and_what_holds_again_are_told_apart() {
    let resumed = article(
        &format!("cho {BODY} hoạt động trở lại"),
        &format!("Cho {BODY} hoạt động trở lại từ ngày 01/7/2020; chấm dứt việc tạm dừng hoạt động tại {OLD}."),
    );
    assert_eq!((numbers(&resumed.resumes), numbers(&resumed.suspends)), (vec!["31/QĐ-UBND"], vec![]));
    assert_eq!(resumed.committees, [BODY]);
    let revived = article(
        "khôi phục hiệu lực của quyết định",
        &format!("Khôi phục hiệu lực của {OLD} về việc thành lập {BODY}."),
    );
    assert_eq!((revived.act, numbers(&revived.revives)), (Some(Act::Other), vec!["31/QĐ-UBND"]));
    // Whoever sat by it sits again.
    assert!(revived.changes_membership);
}

#[test]
fn a_correction_names_what_it_corrects_and_changes_nobody() {
    let told =
        format!("Đính chính sai sót tại Điều 1 {OLD} về việc kiện toàn {BODY}: \"Lê Vă Bê\" sửa là \"Lê Văn Bê\".");
    let draft = article(&format!("đính chính {OLD}"), &told);
    assert_eq!((numbers(&draft.corrects), draft.members.len()), (vec!["31/QĐ-UBND"], 0));
    assert_eq!(draft.articles.corrects.as_deref(), Some("Điều 1"));
    let letter = format!(
        "ỦY BAN NHÂN DÂN\nXÃ SA THẠCH\nSố: 45/UBND-VP\nV/v đính chính {OLD}\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nKính gửi: Các \
         thôn\n\nNgày 03/4/2018, Ủy ban nhân dân xã ban hành {OLD} về việc thành lập {BODY}. Nay xin đính chính họ tên tại số \
         thứ tự 3.\n\nCHỦ TỊCH\nLò Văn Ất"
    );
    let read = reading::read("paper.txt", letter.as_bytes()).unwrap();
    assert_eq!(numbers(&read.decisions[0].corrects), ["31/QĐ-UBND"]);
}

#[test]
fn the_duty_to_set_something_going_again_resumes_no_decision() {
    for duty in [
        format!("{BODY} có nhiệm vụ khôi phục hoạt động của chợ xã theo {OLD}."),
        format!("{BODY} chỉ đạo đưa chợ xã hoạt động trở lại theo {OLD}."),
    ] {
        let draft = article(&format!("kiện toàn {BODY}"), &format!("Kiện toàn {BODY}.\nĐiều 3. {duty}"));
        assert_eq!((draft.act, numbers(&draft.resumes)), (Some(Act::Reconstitute), vec![]), "{duty}");
    }
}
