//! The timeline as the window gets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use api::{Desk, Session, call, sample};
use serde_json::{Value, json};

const FUTURE: i64 = 1 << 4;

fn session(folder: &tempfile::TempDir) -> Session {
    let register = folder.path().join("sổ.kientoan");
    drop(Desk::sample(&register, None).unwrap());
    Session::over(&register).unwrap()
}

fn drawing(session: &mut Session, request: Value) -> Value {
    call(session, "timeline_drawing", request).unwrap()
}

fn numbers(column: &Value) -> Vec<i64> {
    column.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

fn words(column: &Value) -> Vec<&str> {
    column.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// Every column of a drawing as long as the others, and every place in it one that is there.
fn is_whole(drawing: &Value) {
    let bars = &drawing["bars"];
    let count = numbers(&bars["from"]).len();
    for column in ["row", "to", "decision", "words", "marks", "reading"] {
        assert_eq!(numbers(&bars[column]).len(), count, "{column}");
    }
    let within = |column: &Value, below: usize| {
        assert!(numbers(column).into_iter().all(|at| at >= -1 && at < i64::try_from(below).unwrap()));
    };
    within(&bars["decision"], words(&drawing["decisions"]["ids"]).len());
    within(&bars["words"], words(&drawing["words"]).len());
    within(&drawing["arcs"]["from"], count);
    within(&drawing["arcs"]["to"], count);
    let lanes = &drawing["lanes"];
    assert_eq!(numbers(&lanes["rows"]).len(), words(&lanes["names"]).len() + 1);
    let rows = numbers(&lanes["rows"]).last().copied().unwrap();
    assert_eq!(numbers(&drawing["starts"]).len(), usize::try_from(rows).unwrap() + 1);
    let today = drawing["today"].as_i64().unwrap();
    for (from, marks) in numbers(&bars["from"]).into_iter().zip(numbers(&bars["marks"])) {
        assert_eq!(marks & FUTURE != 0, from > today, "what begins after today is told apart, and nothing else");
    }
}

#[test]
fn every_choice_of_lanes_is_whole_and_tells_the_founding_case() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(&folder);
    for lanes in ["decisions", "committees", "seats", "people"] {
        for committee in [Value::Null, "ứng dụng".into()] {
            let drawn = drawing(&mut session, json!({ "committee": committee, "lanes": lanes }));
            is_whole(&drawn);
            assert!(words(&drawn["decisions"]["numbers"]).contains(&"1943/QĐ-UBND"), "{lanes}");
            assert_eq!(numbers(&drawn["arcs"]["from"]).len(), 1, "1943 replaces 6193, and it is said once: {lanes}");
            assert_eq!(drawn["events"].as_array().unwrap().len(), 2, "the two outside events of the rule pack");
        }
    }
    let seats = drawing(&mut session, json!({ "committee": "ứng dụng", "lanes": "seats" }));
    let names = words(&seats["lanes"]["names"]);
    assert!(names.contains(&"Giám đốc Sở Thông tin và Truyền thông"));
    let districts = names.iter().filter(|name| name.starts_with("Chủ tịch UBND ")).count();
    assert!(districts >= 30, "{districts} of the posts of a class have a lane");
    assert!(words(&seats["words"]).contains(&"Nguyễn Đức Chung"));
    let people = drawing(&mut session, json!({ "committee": "ứng dụng", "lanes": "people" }));
    assert!(words(&people["lanes"]["names"]).contains(&"Ngô Văn Quý"));
    let person = drawing(&mut session, json!({ "person": "Nguyễn Đức Chung", "lanes": "committees" }));
    is_whole(&person);
    assert!(words(&person["lanes"]["kinds"]).contains(&"committee"));
}

#[test]
fn the_committees_of_an_office_are_found_however_it_signs() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(&folder);
    let whole = drawing(&mut session, json!({ "lanes": "committees" }));
    let [office] = words(&whole["offices"])[..] else { panic!("one office in the sample") };
    for name in [office.to_owned(), format!("Chủ tịch {office}")] {
        let own = drawing(&mut session, json!({ "office": name, "lanes": "committees" }));
        assert_eq!(own["bars"], whole["bars"]);
    }
    let failure = call(&mut session, "timeline_drawing", json!({ "office": "Bộ Y tế", "lanes": "committees" }));
    assert_eq!(failure.unwrap_err().code, "not_found");
}

#[test]
fn nothing_that_was_recorded_later_is_drawn_as_known_earlier() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session(&folder);
    call(&mut session, "unlock", json!({ "passphrase": sample::PASSPHRASE })).unwrap();
    let ask = |session: &mut Session, known_on: &Value| -> Vec<Value> {
        let lanes = ["decisions", "committees", "seats", "people"];
        let request = |lanes| json!({ "lanes": lanes, "known_on": known_on });
        let mut all: Vec<Value> = lanes.into_iter().map(|lanes| drawing(session, request(lanes))).collect();
        let person = json!({ "person": "Ngô Văn Quý", "lanes": "committees", "known_on": known_on });
        all.push(drawing(session, person));
        all
    };
    let before = ask(&mut session, &Value::Null);
    let known = call(&mut session, "show", json!({ "committee": "ứng dụng", "on": "2016-04-21" })).unwrap();
    let known_on = known["known_on"].clone();
    std::thread::sleep(std::time::Duration::from_millis(20));
    let draft = json!({
        "number": "77/QĐ-UBND", "date": "2017-02-03", "issuer": "Ủy ban nhân dân thành phố Hà Nội", "act": "establish",
        "list_scope": "whole", "committees": ["Ban chỉ đạo thử nghiệm"], "changes_membership": true,
        "members": [{
            "name": "Ngô Văn Quý", "position": "Phó Chủ tịch UBND Thành phố", "role": "Trưởng ban",
            "seat_kind": "named", "article": "Điều 1",
        }],
    });
    call(&mut session, "record", json!({ "draft": draft })).unwrap();
    let after = ask(&mut session, &Value::Null);
    assert_eq!(ask(&mut session, &known_on), before);
    for (now, then) in after.iter().zip(&before) {
        assert!(now.to_string().contains("77/QĐ-UBND") && !then.to_string().contains("77/QĐ-UBND"));
        is_whole(now);
    }
}
