//! Invented papers in unlike layouts, and what must be read from each. A `.xml` is the body of a Word file,
//! a `.sheet` what a workbook holds.
//!
//! After a wanted change: `UPDATE_GOLDEN=1 cargo test -p reading --test golden`, then look at the difference.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::fs;
use std::path::PathBuf;

use reading::Reading;
use register::text::fold;
use serde_json::{Map, Value, json};

fn papers() -> Vec<(PathBuf, Reading)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut read: Vec<(PathBuf, Reading)> = paths
        .into_iter()
        .filter_map(|path| {
            let bytes = fs::read(&path).unwrap();
            match path.extension()?.to_str()? {
                "txt" => Some((path.clone(), reading::read("paper.txt", &bytes).unwrap())),
                "xml" => {
                    let body = support::body(&String::from_utf8(bytes).unwrap());
                    Some((path.clone(), reading::read("paper.docx", &body).unwrap()))
                }
                "sheet" => {
                    let book = support::sheets(&String::from_utf8(bytes).unwrap());
                    Some((path.clone(), reading::read("list.xlsx", &book).unwrap()))
                }
                "csv" => Some((path.clone(), reading::read("list.csv", &bytes).unwrap())),
                "html" => Some((path.clone(), reading::read("page.html", &bytes).unwrap())),
                _ => None,
            }
        })
        .collect();
    read.push((PathBuf::from("1943"), sample()));
    read
}

fn sample() -> Reading {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../sample/1943-QD-UBND.docx");
    reading::read("1943-QD-UBND.docx", &fs::read(path).unwrap()).unwrap()
}

/// The draft without what is empty, so that the files can be read.
fn pruned(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept: Map<String, Value> = fields
                .into_iter()
                .map(|(name, value)| (name, pruned(value)))
                .filter(|(_, value)| !is_empty(value))
                .collect();
            Value::Object(kept)
        }
        Value::Array(items) => Value::Array(items.into_iter().map(pruned).collect()),
        other => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[test]
fn each_paper_is_read_as_its_golden_answer_says() {
    for (path, reading) in papers().into_iter().filter(|(path, _)| path.extension().is_some()) {
        let decisions: Vec<Value> =
            reading.decisions.iter().map(|draft| pruned(serde_json::to_value(draft).unwrap())).collect();
        let warnings: Vec<Value> =
            reading.warnings.iter().map(|warning| json!([warning.code, warning.detail])).collect();
        let answer = json!({ "decisions": decisions, "warnings": warnings });
        let golden = path.with_extension("json");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, format!("{answer:#}\n")).unwrap();
        }
        let wanted: Value = serde_json::from_str(&fs::read_to_string(&golden).unwrap_or_default()).unwrap_or_default();
        assert_eq!(format!("{answer:#}"), format!("{wanted:#}"), "{}", path.display());
    }
}

/// Words of rules, which no text says, and what is only derived from marked values.
const RULES: [&str; 18] = [
    "act",
    "source",
    "list_scope",
    "changes_membership",
    "reconstructed",
    "replaces_amendments",
    "committee",
    "continues",
    "seat_kind",
    "n",
    "op",
    "invited",
    "acting",
    "concurrent",
    "class",
    "person_id",
    "organization_kind",
    "post",
];

/// Fields whose value is a stated normal form of the words: a day, the title form of a role, a code.
const NORMAL_FORMS: [&str; 10] =
    ["date", "effective", "sunset_on", "role", "previous_role", "honorific", "form", "article", "number", "called"];

#[test]
fn every_value_has_a_mark_and_every_mark_points_to_its_words() {
    for (path, reading) in papers() {
        let mut checked = 0;
        for (n, draft) in reading.decisions.iter().enumerate() {
            let mut leaves = Vec::new();
            walk(&serde_json::to_value(draft).unwrap(), "", &mut leaves);
            for (field, value) in leaves {
                let name = field.rsplit('.').find(|part| part.parse::<u32>().is_err()).unwrap();
                // The committee of a member is a value of the text; that of the draft is its list, joined.
                if RULES.contains(&name) && !(name == "committee" && field.contains("members")) {
                    continue;
                }
                let field = field.trim_end_matches(".number");
                let marks: Vec<_> = reading
                    .marks
                    .iter()
                    .filter(|mark| usize::try_from(mark.decision).unwrap() == n && mark.field == field)
                    .collect();
                assert!(!marks.is_empty(), "{}: no mark for {field} = {value}", path.display());
                let words: Vec<String> = marks
                    .iter()
                    .map(|mark| {
                        let block = &reading.blocks[usize::try_from(mark.block).unwrap()];
                        let (start, end) = (usize::try_from(mark.start).unwrap(), usize::try_from(mark.end).unwrap());
                        assert!(
                            start < end && end <= block.text.chars().count(),
                            "{}: {field} outside its block",
                            path.display()
                        );
                        assert!(mark.sure > 0.0 && mark.sure <= 1.0);
                        block.text.chars().skip(start).take(end - start).collect()
                    })
                    .collect();
                checked += 1;
                // "Điều 4" and "1." are the words of "Điều 4 khoản 1".
                let value = if field.starts_with("articles.") { value.replace(" khoản", "") } else { value };
                if !NORMAL_FORMS.contains(&name) {
                    assert_eq!(letters(&words.join(" ")), letters(&value), "{}: {field}", path.display());
                }
            }
        }
        assert!(checked >= reading.decisions.len() * 3, "{}: {checked} values", path.display());
    }
}

/// What is left when case, spaces, punctuation and marks do not count: a lost space moves tones about.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn walk(value: &Value, path: &str, leaves: &mut Vec<(String, String)>) {
    let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(value, &join(name), leaves)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| walk(value, &join(&n.to_string()), leaves))
        }
        Value::String(text) => leaves.push((path.to_owned(), text.clone())),
        _ => {}
    }
}

#[test]
fn decision_1943_is_read_whole() {
    let reading = sample();
    assert_eq!(reading.warnings, []);
    let [draft] = reading.decisions.as_slice() else { panic!("one decision") };
    let seats: Vec<String> = draft
        .members
        .iter()
        .map(|member| {
            let kind = serde_json::to_value(member.seat_kind).unwrap();
            let who = [member.name.as_deref(), member.position.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ");
            format!("{} | {who} | {}", member.role.as_deref().unwrap_or_default(), kind.as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        seats,
        [
            "Trưởng ban | Nguyễn Đức Chung, Chủ tịch UBND Thành phố | named",
            "Phó Trưởng ban | Ngô Văn Quý, Phó Chủ tịch UBND Thành phố | named",
            "Phó Trưởng ban | Giám đốc Sở Thông tin và Truyền thông | post",
            "Ủy viên Thường trực | Giám đốc Sở Nội vụ | shared_head",
            "Ủy viên Thường trực | Giám đốc Sở Tài chính | shared_head",
            "Ủy viên Thường trực | Giám đốc Sở Kế hoạch và Đầu tư | shared_head",
            "Ủy viên Thường trực | Giám đốc Sở Khoa học và Công nghệ | shared_head",
            "Ủy viên Thường trực | Lãnh đạo Văn phòng UBND Thành phố | nominated",
            "Ủy viên Thường trực | Phó Giám đốc Sở TT-TT phụ trách CNTT | portfolio",
            "Ủy viên | Giám đốc các sở | class",
            "Ủy viên | Chủ tịch UBND các quận, huyện, thị xã | class",
            "Ủy viên | Cục trưởng Cục Thuế | shared_head",
            "Ủy viên | Cục trưởng Cục Thống kê | shared_head",
            "Ủy viên | Cục trưởng Cục Hải quan | shared_head",
            "Ủy viên | Giám đốc Bảo hiểm xã hội | shared_head",
            "Ủy viên | Giám đốc Cảnh sát Phòng cháy chữa cháy | shared_head",
            "Ủy viên | Giám đốc Kho bạc Hà Nội | shared_head",
            "Ủy viên | Đào Thanh Hải, Phó Giám đốc Công an Thành phố | named",
        ]
    );
    assert!(draft.members.iter().all(|member| member.article.as_deref() == Some("Điều 1")));
    let rest = json!({
        "number": draft.number, "date": draft.date, "place": draft.place, "issuer": draft.issuer, "title": draft.title,
        "act": draft.act, "committees": draft.committees, "list_scope": draft.list_scope,
        "standing_agencies": draft.standing_agencies, "replaces": draft.replaces,
        "replaces_amendments": draft.replaces_amendments, "effective": draft.effective, "signer": draft.signer,
        "recipients": draft.recipients, "articles": pruned(serde_json::to_value(&draft.articles).unwrap()),
        "reconstructed": draft.reconstructed, "duties": draft.duties.len(), "changes": draft.changes_membership,
    });
    let name = "Ban chỉ đạo Ứng dụng công nghệ thông tin thành phố Hà Nội";
    assert_eq!(
        rest,
        json!({
            "number": "1943/QĐ-UBND", "date": "2016-04-21", "place": "Hà Nội",
            "issuer": "Ủy ban nhân dân thành phố Hà Nội", "title": format!("Về việc thành lập {name}"),
            "act": "establish", "committees": [name], "list_scope": "whole",
            "standing_agencies": [{
                "called": "cơ quan thường trực, giúp việc",
                "name": "Sở Thông tin và Truyền thông",
                "scope": null,
            }],
            "replaces": [{ "number": "6193/QĐ-UBND", "date": "2014-11-25", "issuer": null }],
            "replaces_amendments": true, "effective": "on_signing", "signer": null, "recipients": [],
            "articles": { "act": "Điều 1", "duties": "Điều 2", "standing_agency": "Điều 3", "replaces": "Điều 4", "effective": "Điều 4" },
            "reconstructed": true, "duties": 4, "changes": true,
        })
    );
}
