//! A list that goes out as a workbook, is edited, and comes back as a draft.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod book;
mod chance;
mod house;
mod sample;

use book::{Book, INVITED, NAME, POSITION, ROLE, SEAT};
use house::{BODY, COMMITTEE, House, OWN};
use serde_json::{Value, json};

#[test]
fn what_is_edited_is_the_list_of_the_day_on_which_its_paper_takes_effect() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    let own = book.sheet(OWN);
    let (an, finance, class, invited) = (
        own.row("Lò Văn An"),
        own.row("Giám đốc Sở Tài chính"),
        own.row("Chủ tịch UBND các huyện, thị xã"),
        own.row("Hạng A Dơ"),
    );
    // Another person, another role, one that is invited no more, one that leaves, one that comes.
    own.set(an, NAME, "Ông Mùa A Páo");
    own.set(class, ROLE, "Ủy viên thường trực");
    own.set(invited, INVITED, "");
    own.rows.remove(finance);
    own.add("Bà Chảo Thị Nga", "Giám đốc Sở Khoa học và Công nghệ", "Ủy viên", false);
    book.sheet(BODY).set(1, ROLE, "Tổ phó");
    let (item, line) = house.back(&book, "sửa.xlsx");
    // It asks for the paper that orders it.
    assert_eq!(
        (line["state"].as_str(), line["asks"][0]["params"]["field"].as_str()),
        (Some("asks"), Some("number")),
        "{line:#}"
    );
    let draft = house.draft(&item);
    assert_eq!(
        [&draft["act"], &draft["list_scope"], &draft["source"], &draft["committees"], &draft["issuer"], &draft["date"]],
        [
            &json!("amend"),
            &json!("partial"),
            &json!("list"),
            &json!([COMMITTEE]),
            &json!("Chủ tịch UBND tỉnh Sa Thạch"),
            &Value::Null
        ],
    );
    let ops: Vec<(&str, &str)> = draft["members"].as_array().unwrap().iter().map(said).collect();
    let wanted = [
        ("Mùa A Páo", "replace"),
        ("Chủ tịch UBND các huyện, thị xã", "change_role"),
        ("Hạng A Dơ", "replace"),
        ("Chảo Thị Nga", "add"),
        ("Giàng Thị Mo", "change_role"),
    ];
    assert_eq!(ops, wanted);
    assert_eq!(
        (&draft["members"][0]["replaces_member"], &draft["members"][0]["honorific"]),
        (&json!("Lò Văn An"), &json!("Ông"))
    );
    assert_eq!(draft["members"][1]["previous_role"], "Ủy viên");
    assert_eq!(draft["leaves"], json!(["Giám đốc Sở Tài chính"]));
    house.record(&item, "5/QĐ-UBND", "2020-02-01");
    assert_eq!(house.call("verify", Value::Null)["derived_ok"], true);
    same(&mut house, "2020-02-01", &mut book);
    // Before its day nothing has changed.
    let mut eve = house.export("2020-01-31");
    assert_eq!(eve.sheet(OWN).lines().len(), 11);
    assert!(eve.sheet(OWN).lines().iter().any(|line| line[0] == "Lò Văn An"));
}

fn said(member: &Value) -> (&str, &str) {
    (member["name"].as_str().or(member["position"].as_str()).unwrap(), member["op"].as_str().unwrap())
}

/// The list of the day is the edited one; ways of address have no cell.
fn same(house: &mut House, on: &str, edited: &mut Book) {
    let mut now = house.export(on);
    for name in [OWN, BODY] {
        let mut lines = edited.sheet(name).lines();
        lines.iter_mut().for_each(|line| line[0] = line[0].replace("Ông ", "").replace("Bà ", ""));
        lines.sort();
        assert_eq!(now.sheet(name).lines(), lines, "{name}");
    }
}

#[test]
fn unedited_there_is_nothing_to_record_whatever_the_order() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    let path = house.path("2020-01-01.xlsx");
    house.take_in(&path);
    book.sheet(OWN).rows.reverse();
    // Spelt otherwise, and a number of one's own.
    let class = book.sheet(OWN).row("Chủ tịch UBND các huyện, thị xã");
    book.sheet(OWN).set(class, ROLE, "Uỷ viên");
    book.sheet(OWN).set(class, 0, "99");
    let (_, line) = house.back(&book, "đảo.xlsx");
    assert_eq!((line["state"].as_str(), line["refused"]["code"].as_str()), (Some("refused"), Some("list_unchanged")));
    let tray = house.call("tray", Value::Null);
    assert!(
        tray["items"].as_array().unwrap().iter().all(|line| line["refused"]["code"] == "list_unchanged"),
        "{tray:#}"
    );
}

#[test]
fn a_post_that_is_edited_is_the_same_person_in_place_of_itself() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    let row = book.sheet(OWN).row("Tạ Thị Bình");
    book.sheet(OWN).set(row, POSITION, "Giám đốc Sở Thông tin và Truyền thông");
    let (item, _) = house.back(&book, "sửa.xlsx");
    assert_eq!(house.codes(&item), ["list_post"]);
    let draft = house.draft(&item);
    assert_eq!(
        (draft["members"][0]["name"].as_str(), draft["members"][0]["replaces_member"].as_str()),
        (Some("Tạ Thị Bình"), Some("Tạ Thị Bình"))
    );
    house.record(&item, "5/QĐ-UBND", "2020-02-01");
    same(&mut house, "2020-02-01", &mut book);
}

#[test]
fn words_that_mean_several_seats_end_none_that_stays() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    // One of his two seats goes, and his seat in the body inside.
    let row = book.sheet(OWN).row("Bí thư Đảng ủy Văn phòng");
    book.sheet(OWN).rows.remove(row);
    book.sheet(BODY).rows.remove(0);
    // Of two seats that share their words one goes.
    let row = book.sheet(OWN).row("Giám đốc Sở Y tế");
    book.sheet(OWN).rows.remove(row);
    let (item, _) = house.back(&book, "sửa.xlsx");
    assert_eq!(house.codes(&item), ["list_again"]);
    house.record(&item, "5/QĐ-UBND", "2020-02-01");
    same(&mut house, "2020-02-01", &mut book);
}

#[test]
fn a_report_of_the_change_gives_way_to_its_paper() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    book.sheet(OWN).add("Chảo Thị Nga", "", "Ủy viên", true);
    let (item, _) = house.back(&book, "sửa.xlsx");
    let mut work = house.call("tray_item", json!({ "item": item }))["work"].clone();
    work["drafts"][0]["source"] = "news".into();
    house.call("keep", json!({ "item": item, "work": work }));
    house.record(&item, "5/QĐ-UBND", "2020-02-01");
    let shown = house.call("show", json!({ "committee": COMMITTEE, "on": "2020-02-01" }));
    let seat = shown["seats"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((seat["citation"]["reconstructed"].as_bool(), seat["invited"].as_bool()), (Some(true), Some(true)));
}

#[test]
fn a_list_of_another_register_or_of_no_committee_is_refused() {
    let (mut house, mut other) = (House::new(), House::new());
    let mut book = other.export("2020-01-01");
    book.sheet(OWN).rows.remove(0);
    let (_, line) = house.back(&book, "sửa.xlsx");
    assert_eq!(
        (line["refused"]["code"].as_str(), line["refused"]["params"]["committee"].as_str()),
        (Some("list_other_register"), Some(COMMITTEE))
    );
    // Its founding was a mistake.
    let entries = other.call("entries", Value::Null);
    let entry = entries["entries"].as_array().unwrap().iter().find(|entry| entry["kind"] == "decision").unwrap();
    other.call("undo", json!({ "entry": entry["entry"] }));
    let (_, line) = other.back(&book, "sửa.xlsx");
    assert_eq!(line["refused"]["code"], "list_unknown_committee");
    // The heads of its columns are gone.
    let mut book = house.export("2020-01-01");
    book.sheet(OWN).behead();
    let (_, line) = house.back(&book, "đầu.xlsx");
    assert_eq!(
        (line["refused"]["code"].as_str(), line["refused"]["params"]["sheet"].as_str()),
        (Some("list_damaged"), Some(OWN))
    );
}

#[test]
fn what_changed_meanwhile_stays_and_is_said() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    // Recorded late, of before the date of the list: one leaves, one comes.
    let late = json!({
        "number": "7/QĐ-UBND", "date": "2019-10-01", "issuer": "UBND tỉnh Sa Thạch", "act": "amend", "list_scope": "partial",
        "committees": [COMMITTEE], "changes_membership": true, "leaves": ["Tạ Thị Bình"],
        "members": [{ "name": "Sùng A Lử", "position": "Phó Chủ tịch UBND tỉnh", "role": "Phó Trưởng ban", "op": "add" }],
    });
    house.call("record_written", json!({ "json": { "decisions": [late] } }));
    let own = book.sheet(OWN);
    let (an, binh) = (own.row("Lò Văn An"), own.row("Tạ Thị Bình"));
    own.set(an, NAME, "Mùa A Páo");
    own.set(binh, ROLE, "Ủy viên");
    let (item, _) = house.back(&book, "sửa.xlsx");
    assert_eq!(house.codes(&item), ["list_outdated", "list_seat_gone"]);
    house.record(&item, "5/QĐ-UBND", "2020-02-01");
    let names: Vec<String> =
        house.export("2020-02-01").sheet(OWN).lines().into_iter().map(|line| line[0].clone()).collect();
    assert!(names.contains(&"Mùa A Páo".to_owned()) && names.contains(&"Sùng A Lử".to_owned()), "{names:?}");
    assert!(!names.contains(&"Tạ Thị Bình".to_owned()) && !names.contains(&"Lò Văn An".to_owned()), "{names:?}");
    // A founding recorded late gives the committee another id, and its list none.
    let earlier = json!({
        "number": "3/QĐ-UBND", "date": "2018-01-01", "issuer": "UBND tỉnh Sa Thạch", "act": "establish", "list_scope": "whole",
        "committees": [COMMITTEE], "changes_membership": true, "members": [{ "name": "Lò Văn An", "role": "Trưởng ban" }],
    });
    let mut book = house.export("2020-02-01");
    house.call("record_written", json!({ "json": { "decisions": [earlier] } }));
    book.sheet(OWN).add("Chảo Thị Nga", "", "Ủy viên", false);
    let (item, _) = house.back(&book, "muộn.xlsx");
    assert_eq!((house.codes(&item), house.draft(&item)["members"].as_array().unwrap().len()), (Vec::new(), 1));
    // What takes effect after the date of the list is said too.
    let mut book = house.export("2020-01-01");
    book.sheet(OWN).rows.remove(0);
    let (item, _) = house.back(&book, "nữa.xlsx");
    assert!(house.codes(&item).contains(&"list_since".to_owned()));
}

#[test]
fn no_other_file_is_a_part_of_an_edited_list() {
    let mut house = House::new();
    let mut book = house.export("2020-01-01");
    book.sheet(OWN).rows.remove(0);
    let (item, _) = house.back(&book, "sửa.xlsx");
    let path = house.path("20.txt");
    let paper = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\n\nSố: 20/QĐ-UBND\n\nSa Thạch, ngày 01 tháng 02 năm 2020\n\nQUYẾT ĐỊNH\nVề việc kiện toàn \
         {COMMITTEE}\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SA THẠCH\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Kiện toàn {COMMITTEE} theo danh sách kèm \
         theo.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\nCHỦ TỊCH\n\nMùa A Páo\n"
    );
    std::fs::write(&path, paper).unwrap();
    let other = house.take_in(&path);
    house.call("gather", json!({ "items": [item, other] }));
    let tray = house.call("tray", Value::Null);
    let items: Vec<&Value> = tray["items"].as_array().unwrap().iter().map(|line| &line["item"]).collect();
    assert!(items.contains(&&item) && items.contains(&&other), "{tray:#}");
    assert_eq!(house.draft(&item)["leaves"], json!(["Lò Văn An"]));
    // Set aside and taken up again, it is the same draft.
    house.call("set_aside", json!({ "item": item, "waits_for": "paper" }));
    let waiting = house.call("waiting", Value::Null);
    let taken = house.call("take_up", json!({ "entry": waiting["papers"][0]["entry"] }))["items"][0].clone();
    assert_eq!(house.draft(&taken)["leaves"], json!(["Lò Văn An"]));
}

#[test]
fn nothing_in_the_workbook_can_run() {
    let mut house = House::empty();
    let mut founding = house::founding();
    founding["members"][0]["name"] = "=HYPERLINK(\"a\")".into();
    founding["members"][2]["position"] = "+1+1".into();
    founding["members"][3]["role"] = "@SUM(1)".into();
    house.call("record_written", json!({ "json": { "decisions": [founding] } }));
    let mut book = house.export("2020-01-01");
    assert_eq!(book.sheet(OWN).cell(0, NAME), "=HYPERLINK(\"a\")");
    let bytes = std::fs::read(house.path("2020-01-01.xlsx")).unwrap();
    // Every cell is a string, and none a formula: seen by a reader that shows a formula's stored value.
    let shown = reading::text("a.xlsx", &bytes).unwrap();
    let said = |words: &str| shown.blocks.iter().any(|block| block.text == words);
    assert!(said("=HYPERLINK(\"a\")") && said("+1+1") && said("@SUM(1)"));
    assert!(shown.warnings.iter().any(|warning| warning.code == "hidden_sheet"));
    // It comes back as what it is.
    book.sheet(OWN).rows.remove(1);
    let (item, _) = house.back(&book, "sửa.xlsx");
    assert_eq!((house.draft(&item)["leaves"].clone(), house.codes(&item)), (json!(["Tạ Thị Bình"]), Vec::new()));
    assert!(!book.sheet(OWN).cell(0, SEAT).is_empty());
}

#[test]
fn a_list_goes_out_where_there_is_one() {
    let mut house = House::new();
    let path = house.path("a.xlsx");
    let before =
        house.tried("export_list", json!({ "committee": COMMITTEE, "on": "2018-01-01", "path": path })).unwrap_err();
    assert_eq!(before.code, "list_not_there");
    let answer = house.call("export_list", json!({ "committee": COMMITTEE, "on": "2020-01-01", "path": path }));
    assert_eq!(answer["lines"], 14);
    let nowhere = house
        .tried("export_list", json!({ "committee": COMMITTEE, "on": "2020-01-01", "path": "/không/có/a.xlsx" }))
        .unwrap_err();
    assert_eq!(nowhere.code, "file_not_found");
}
