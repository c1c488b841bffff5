//! What a decision does to others: where it says so, and in how many ways.

use register::draft::{Act, Draft, Reference};

/// A decision of a province with this subject and these articles, as a page that a browser saved.
fn read(subject: &str, articles: &str) -> Draft {
    let page = format!(
        "<html><body><p>ỦY BAN NHÂN DÂN<br>TỈNH SA THẠCH</p><p>Số: 90/QĐ-UBND</p><p>Sa Thạch, ngày 2 tháng 3 năm 2020</p>\
         <p>QUYẾT ĐỊNH</p><p>{subject}</p><p>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH</p>\
         <p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;</p><p>QUYẾT ĐỊNH:</p>{articles}</body></html>"
    );
    let read = reading::read("paper.html", page.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

fn told(references: &[Reference]) -> Vec<(String, Option<String>)> {
    let day = |reference: &Reference| match reference {
        Reference::Full { date, .. } => date.map(|day| day.to_string()),
        Reference::Number(_) => None,
    };
    references.iter().map(|reference| (reference.number().to_owned(), day(reference))).collect()
}

fn of(number: &str, day: &str) -> (String, Option<String>) {
    (number.to_owned(), (!day.is_empty()).then(|| day.to_owned()))
}

const LIST: &str = "Ban Chỉ đạo trồng rừng tỉnh Sa Thạch";

#[test]
fn a_table_lists_what_ends_with_the_days_in_a_column() {
    let draft = read(
        "Về việc bãi bỏ các Quyết định thành lập, kiện toàn Ban Chỉ đạo và chấm dứt hoạt động của các Ban Chỉ đạo",
        &format!(
            "<p>Điều 1. Bãi bỏ các Quyết định sau đây:</p><table><tr><th>TT</th><th>Số</th><th>Ngày</th><th>Trích yếu</th>\
             </tr><tr><td>1</td><td>82/QĐ-UBND</td><td>13/8/2014</td><td>Thành lập {LIST}</td></tr><tr><td>2</td>\
             <td>417/QĐ-UBND</td><td>05/4/2017</td><td>Kiện toàn {LIST}</td></tr></table>\
             <p>Điều 2. Chấm dứt hoạt động của {LIST} và Hội đồng Tư vấn trồng rừng tỉnh Sa Thạch.</p>"
        ),
    );
    assert_eq!(draft.act, Some(Act::Dissolve));
    assert_eq!(told(&draft.repeals), [of("82/QĐ-UBND", "2014-08-13"), of("417/QĐ-UBND", "2017-04-05")]);
    assert_eq!(draft.articles.repeals.as_deref(), Some("Điều 1"));
    assert_eq!(draft.dissolves, [LIST, "Hội đồng Tư vấn trồng rừng tỉnh Sa Thạch"]);
}

#[test]
fn what_is_replaced_may_be_told_before_or_in_the_subject() {
    let before = read(
        &format!("Về việc kiện toàn {LIST}"),
        &format!(
            "<p>Điều 1. Kiện toàn {LIST} đã được thành lập tại Quyết định số 5/QĐ-UBND ngày 12/5/2017 và Quyết định số \
             7/QĐ-UBND ngày 20/8/2018, thay thế các Quyết định này, gồm:</p><p>1. Trưởng ban: Phó Chủ tịch UBND tỉnh.</p>"
        ),
    );
    assert_eq!(told(&before.replaces), [of("5/QĐ-UBND", "2017-05-12"), of("7/QĐ-UBND", "2018-08-20")]);
    let subject = read(
        &format!("Kiện toàn {LIST} (thay thế Quyết định số 5/QĐ-UBND ngày 12/5/2017)"),
        &format!("<p>Điều 1. Kiện toàn {LIST}, gồm:</p><p>1. Trưởng ban: Phó Chủ tịch UBND tỉnh.</p>"),
    );
    assert_eq!(told(&subject.replaces), [of("5/QĐ-UBND", "2017-05-12")]);
}

#[test]
fn a_withdrawn_decision_is_neither_repealed_nor_amended() {
    let draft = read(
        &format!("V/v thu hồi Quyết định số 5/QĐ-UBND ngày 12/5/2017 và bổ sung thành viên {LIST}"),
        &format!(
            "<p>Điều 1. Thu hồi Quyết định số 5/QĐ-UBND ngày 12/5/2017 về việc kiện toàn {LIST}.</p><p>Điều 2. Bổ sung vào \
             {LIST} được thành lập tại Quyết định số 3/QĐ-UBND ngày 1/2/2016 thành viên sau:</p><p>- Bà Lò Thị Đinh, Giám đốc \
             Sở Y tế, Ủy viên.</p>"
        ),
    );
    assert_eq!(draft.act, Some(Act::Amend));
    assert_eq!(told(&draft.withdraws), [of("5/QĐ-UBND", "2017-05-12")]);
    assert_eq!(draft.articles.withdraws.as_deref(), Some("Điều 1"));
    assert_eq!((told(&draft.repeals), told(&draft.amends)), (vec![], vec![of("3/QĐ-UBND", "2016-02-01")]));
    assert_eq!(draft.members.len(), 1);
}

#[test]
fn what_is_left_to_a_later_paper_ends_nothing() {
    let draft = read(
        &format!("Về việc đình chỉ thi hành Quyết định số 5/QĐ-UBND ngày 12/5/2017 về việc thành lập {LIST}"),
        &format!(
            "<p>Điều 1. Đình chỉ thi hành Quyết định số 5/QĐ-UBND ngày 12/5/2017 về việc thành lập {LIST}.</p><p>Điều 2. Việc \
             tiếp tục thi hành hoặc bãi bỏ Quyết định số 5/QĐ-UBND do Chủ tịch UBND tỉnh xem xét sau.</p>"
        ),
    );
    assert_eq!((draft.act, draft.changes_membership), (Some(Act::Other), false));
    assert_eq!((told(&draft.suspends), told(&draft.repeals)), (vec![of("5/QĐ-UBND", "2017-05-12")], vec![]));
}

#[test]
fn what_ends_may_be_pointed_to_beside_one_that_is_named() {
    let draft = read(
        &format!("Về việc chấm dứt hoạt động {LIST}"),
        &format!(
            "<p>Điều 1. Chấm dứt hoạt động của các tổ chức sau:</p><p>1. {LIST}, thành lập theo Quyết định số 103/QĐ-UBND ngày \
             06/5/2014;</p><p>2. Tổ công tác trồng rừng tỉnh Sa Thạch, thành lập theo Quyết định số 418/QĐ-UBND ngày \
             14/3/2016.</p><p>Điều 2. Các Quyết định nêu tại Điều 1 và Quyết định số 777/QĐ-UBND ngày 23/5/2017 (kiện toàn) \
             hết hiệu lực kể từ ngày Quyết định này có hiệu lực.</p>"
        ),
    );
    let mut ended = told(&draft.repeals);
    ended.sort();
    assert_eq!(
        ended,
        [of("103/QĐ-UBND", "2014-05-06"), of("418/QĐ-UBND", "2016-03-14"), of("777/QĐ-UBND", "2017-05-23")]
    );
}
