//! The committees of the sample: classes that expand, names that changed, decisions of many kinds.

use serde_json::json;

use super::book::{NAME, ROLE};
use super::house::{House, OWN};

#[test]
fn every_list_of_the_sample_comes_back_as_it_went_out_and_can_be_edited() {
    let mut house = House::sample();
    let mut lists = 0;
    for on in ["2014-12-31", "2016-04-21", "2019-06-01", "2022-01-01", "2025-08-01"] {
        let answer = house.call("list", json!({ "on": on }));
        for committee in answer["committees"].as_array().unwrap() {
            let id = committee["id"].as_str().unwrap();
            let mut book = house.export_of(id, on);
            let (item, line) = house.back(&book, "y.xlsx");
            assert_eq!(line["refused"]["code"], "list_unchanged", "{on} {}: {line:#}", committee["name"]);
            house.call("discard", json!({ "item": item }));
            let own = book.sheet(OWN);
            if own.rows.len() < 4 {
                continue;
            }
            own.set(0, NAME, "Tráng A Páo");
            own.set(1, ROLE, "Ủy viên dự khuyết");
            own.rows.remove(3);
            own.add("", "Giám đốc Sở Ngoại giao", "Ủy viên", true);
            let (item, _) = house.back(&book, "sửa.xlsx");
            let codes = house.codes(&item);
            assert!(!codes.contains(&"list_not_exact".to_owned()), "{on} {}: {codes:?}", committee["name"]);
            house.call("discard", json!({ "item": item }));
            lists += 1;
        }
    }
    assert!(lists >= 3, "{lists} lists edited");
}
