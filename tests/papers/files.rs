//! What holds of every paper, whatever it says.

use std::collections::BTreeMap;

use api::call;
use serde_json::{Value, json};

use super::{COMMITTEE, Office, bare, every_paper, squeezed};

const NOTICE: &str = "Trích sổ theo dõi, không thay thế quyết định";

#[test]
fn every_paper_prints_in_every_form_and_says_the_same_in_each() {
    let mut office = Office::with_the_sample();
    let kinds = call(&mut office.session, "papers", json!({})).unwrap();
    for request in every_paper() {
        let kind = kinds["papers"].as_array().unwrap().iter().find(|kind| kind["paper"] == request["paper"]).unwrap();
        let mut files = BTreeMap::new();
        for form in kind["forms"].as_array().unwrap() {
            let ending = form.as_str().unwrap();
            if matches!(ending, "svg" | "png") {
                continue;
            }
            let (saved, bytes) = office.print(request.clone(), ending);
            assert_eq!(saved["form"], *form);
            let said = bare(&format!("paper.{ending}"), &bytes);
            assert!(said.contains("Mãđốichiếu"), "{request} {ending}: {said}");
            assert_eq!(said.contains(&squeezed(NOTICE)), request["paper"] != "notice", "{request} {ending}: {said}");
            files.insert(ending.to_owned(), bytes);
        }
        let Some(document) = files.get("docx") else { continue };
        // The pages say every word of the document, as often as it does. (In order a reader of pages cannot have them:
        // what stands side by side it reads line by line.)
        let (pages, document) = (words("paper.pdf", &files["pdf"]), words("paper.docx", document));
        for (word, times) in &document {
            // Rows are numbered and points are marked by Word, and pages are counted by it.
            if word.chars().any(char::is_alphabetic) {
                assert!(pages.get(word).is_some_and(|found| found >= times), "{request}: {word:?}, {times} times");
            }
        }
    }
}

fn words(name: &str, bytes: &[u8]) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for block in &reading::text(name, bytes).unwrap().blocks {
        // A line of a page may end after a hyphen: what it joins is two words there.
        for word in block.text.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()) {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

#[test]
fn every_pdf_is_archival_accessible_titled_and_in_vietnamese() {
    let mut office = Office::with_the_sample();
    for request in every_paper() {
        let (saved, bytes) = office.print(request.clone(), "pdf");
        assert!(saved["pages"].as_u64().unwrap() > 0);
        let text = String::from_utf8_lossy(&bytes);
        for said in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "/Lang(vi-VN)",
            "<dc:title>",
        ] {
            assert!(text.contains(said), "{request}: the file does not say {said}");
        }
    }
}

#[test]
fn a_page_for_the_leadership_stays_one_page() {
    let mut office = Office::with_the_sample();
    for on in ["2016-04-21", "2025-06-30", "2025-07-01", "2015-01-01"] {
        let (saved, _) = office.print(json!({ "paper": "summary", "committee": COMMITTEE, "on": on }), "pdf");
        assert_eq!(saved["pages"], 1, "{on}");
    }
}

#[test]
fn a_code_is_confirmed_by_its_own_register_alone_and_for_good() {
    let mut office = Office::with_the_sample();
    let request = json!({ "paper": "list", "committee": COMMITTEE, "on": "2016-04-21" });
    let (saved, bytes) = office.print(request, "pdf");
    let code = saved["code"].as_str().unwrap().to_owned();
    assert!(bare("list.pdf", &bytes).contains(&code), "the code stands at the foot");
    let ask = |office: &mut Office, code: &str| call(&mut office.session, "verify_code", json!({ "code": code }));
    let answer = ask(&mut office, &code).unwrap();
    assert_eq!(
        (&answer["confirmed"], &answer["on"], &answer["entries_since"]),
        (&json!(true), &json!("2016-04-21"), &json!(0))
    );
    // Any other digit is another paper.
    for at in 0..code.len() {
        let old = code.as_bytes()[at];
        if old == b'-' {
            continue;
        }
        let new = if old == b'7' { '8' } else { '7' };
        let mut other: Vec<char> = code.chars().collect();
        other[at] = new;
        let other: String = other.into_iter().collect();
        let confirmed = ask(&mut office, &other).map(|answer| answer["confirmed"].clone());
        assert_ne!(confirmed.ok(), Some(json!(true)), "{other} for {code}");
    }
    let mut stranger = Office::with_the_sample();
    assert_eq!(ask(&mut stranger, &code).unwrap()["confirmed"], json!(false));
    // What is recorded later does not make an old paper a wrong one; the answer says that there is more now.
    call(&mut office.session, "unlock", json!({ "passphrase": api::sample::PASSPHRASE })).unwrap();
    let news = json!({ "events": [{ "event": "appoint", "organization": "Sở Y tế", "post": "Giám đốc",
        "person": "Trần Thị Thử", "on": "2016-05-01", "citation": { "note": "ghi chú để thử" } }] });
    call(&mut office.session, "record_written", json!({ "json": news })).unwrap();
    let answer = ask(&mut office, &code).unwrap();
    assert_eq!((&answer["confirmed"], &answer["entries_since"]), (&json!(true), &json!(1)));
}

#[test]
fn a_paper_of_what_was_known_earlier_says_so() {
    let mut office = Office::with_the_sample();
    let request = json!({ "paper": "decisions", "on": "2016-04-21", "known_on": "2016-01-01" });
    let (saved, bytes) = office.print(request, "pdf");
    let said = bare("decisions.pdf", &bytes);
    assert!(said.contains(&squeezed("Theo sổ biết đến hết ngày 01-01-2016")), "{said}");
    assert!(!said.contains("1943/QĐ-UBND"), "{said}");
    assert!(saved["code"].as_str().unwrap().starts_with("0-"), "{saved}");
}

#[test]
fn what_cannot_be_saved_leaves_the_former_file_as_it_was() {
    let mut office = Office::with_the_sample();
    let file = office.path("danh sách.pdf");
    std::fs::write(&file, "former").unwrap();
    let request = |more: &[(&str, Value)]| {
        let mut request = json!({ "committee": COMMITTEE, "on": "2016-04-21", "path": file });
        more.iter().for_each(|(key, value)| request[*key] = value.clone());
        request
    };
    let folder = office.path("mẫu riêng");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(format!("{folder}/list.typ"), "#import \"common.typ\": *\n#usual(papr)").unwrap();
    let wrong = request(&[("templates", json!(folder))]);
    let failure = call(&mut office.session, "print", wrong).unwrap_err();
    assert_eq!((failure.code.as_str(), failure.params["line"].as_str()), ("paper_layout_failed", "2"));
    assert!(failure.params["file"].ends_with("list.typ"), "{failure:?}");
    let nowhere = request(&[("path", json!(office.path("không có/danh sách.pdf")))]);
    assert_eq!(call(&mut office.session, "print", nowhere).unwrap_err().code, "file_not_found");
    let no_form = request(&[("path", json!(office.path("danh sách.odt")))]);
    assert_eq!(call(&mut office.session, "print", no_form).unwrap_err().code, "unknown_form");
    let no_paper = request(&[("paper", json!("invoice"))]);
    assert_eq!(call(&mut office.session, "print", no_paper).unwrap_err().code, "unknown_paper");
    let nobody = request(&[("paper", json!("person"))]);
    assert_eq!(call(&mut office.session, "print", nobody).unwrap_err().code, "paper_needs");
    assert_eq!(std::fs::read(&file).unwrap(), b"former");
    assert!(call(&mut office.session, "print", request(&[])).is_ok());
    let left: Vec<_> = std::fs::read_dir(office.folder.path()).unwrap().filter_map(Result::ok).collect();
    assert!(left.iter().all(|entry| !entry.file_name().to_string_lossy().contains("dang-ghi")), "{left:?}");
}

#[test]
fn drawings_are_saved_as_pictures_too_a_file_for_each_page() {
    let mut office = Office::with_the_sample();
    let drawn =
        every_paper().into_iter().filter(|request| request["paper"] == "chart" || request["paper"] == "timeline");
    for request in drawn {
        for (ending, begins) in [("svg", &b"<svg "[..]), ("png", &b"\x89PNG"[..])] {
            let (pages, _) = office.print(request.clone(), "pdf");
            let folder = tempfile::tempdir().unwrap();
            let mut request = request.clone();
            request["path"] = json!(folder.path().join(format!("Sơ đồ.{ending}")).display().to_string());
            let saved = call(&mut office.session, "print", request.clone()).unwrap();
            assert_eq!((&saved["pages"], &saved["form"]), (&pages["pages"], &json!(ending)), "{request}");
            let count = pages["pages"].as_u64().unwrap();
            for at in 1..=count {
                let name = if count == 1 { format!("Sơ đồ.{ending}") } else { format!("Sơ đồ-{at}.{ending}") };
                let bytes =
                    std::fs::read(folder.path().join(&name)).unwrap_or_else(|e| panic!("{request} {name}: {e}"));
                assert!(bytes.starts_with(begins), "{request} {name}");
            }
            assert_eq!(std::fs::read_dir(&folder).unwrap().count() as u64, count, "{request}: other files");
        }
    }
}

#[test]
fn a_drawing_is_no_document_and_the_refusal_says_what_it_is() {
    let mut office = Office::with_the_sample();
    let path = office.path("Sơ đồ.docx");
    let request = json!({ "paper": "chart", "committee": COMMITTEE, "on": "2016-04-21", "path": path });
    let refused = call(&mut office.session, "print", request).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.params["forms"].as_str()), ("unknown_form", "pdf, svg, png"));
    assert!(!std::path::Path::new(&path).exists());
    let request =
        json!({ "paper": "chart", "office": "Sở Không Có", "on": "2016-04-21", "path": office.path("a.pdf") });
    assert_eq!(call(&mut office.session, "print", request).unwrap_err().code, "not_found");
}

#[test]
fn the_timeline_of_a_person_bears_the_name_however_it_was_asked_for() {
    let mut office = Office::with_the_sample();
    for asked in ["Ngô Văn Quý", "ngo van quy"] {
        let request = json!({ "paper": "timeline", "person": asked, "on": "2025-07-01" });
        let (_, pdf) = office.print(request, "pdf");
        let said = bare("timeline.pdf", &pdf);
        assert!(said.contains("DÒNGTHỜIGIAN:NgôVănQuý"), "{asked}: {said}");
    }
}
