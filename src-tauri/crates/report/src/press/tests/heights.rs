//! Rows whose height was counted beforehand stand where typst itself would have put them.

use register::draft::SeatKind;
use serde_json::Value;

use super::page::{Run, pages};
use super::{PRESS, founding, story};
use crate::Paper;
use crate::press::{Job, Templates, content, fit};

const SYLLABLES: &str = "Phó Giám đốc Trung tâm Công nghệ thông tin và Truyền thông Sở Ủy viên (phụ trách khối), Trưởng \
    phòng Văn hóa Thể thao; Chủ tịch Ủy ban nhân dân xã Tân Vĩnh Hưng, AVATA Tỷ LỆ Yên fi ffi số 12 (2016) 4 TW ở ý ơ \
    Nghiêng nghiêng: Chuyên viên chính, Kỹ sư Điện lực. miền Tây Wôn Vàng Thọ Lập 215/QĐ-UBND, (1943/QĐ-UBND) 12-3-2020; \
    TT-TT CT-XH, 7/NQ";

fn job(paper: &Paper, counted: bool) -> Job {
    Job {
        kind: paper.kind,
        templates: Templates::default(),
        ident: String::new(),
        content: content::of(paper, &PRESS.case, counted).expect("letters"),
    }
}

fn set(job: &Job) -> Vec<Vec<Run>> {
    pages(&PRESS.laid_out(job).expect("pages").document)
}

fn assert_equal(name: &str, paper: &Paper) {
    let (counted, measured) = (set(&job(paper, true)), set(&job(paper, false)));
    assert_eq!(counted.len(), measured.len(), "{name}: pages");
    for (counted, measured) in counted.iter().flatten().zip(measured.iter().flatten()) {
        assert_eq!(counted.text, measured.text, "{name}");
        let apart = (counted.baseline - measured.baseline).abs() + (counted.left - measured.left).abs();
        assert!(apart < 1e-6, "{name}: {counted:?} and {measured:?}");
    }
}

/// Rows of a paper, and those of them that were counted.
fn rows(paper: &Paper) -> (usize, usize) {
    let content: Value = serde_json::from_slice(&job(paper, true).content.bytes(fit::FIRST)).expect("JSON");
    let array = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let groups = array(&content["blocks"]).into_iter().flat_map(|block| array(&block["groups"]));
    let entries: Vec<Value> = groups.flat_map(|group| array(&group["rows"])).collect();
    let counted: usize = entries.iter().map(|entry| array(&entry["heights"]).len()).sum();
    (counted + entries.iter().filter(|entry| entry["heights"].is_null()).count(), counted)
}

/// A list of so many members, each with words picked by chance.
fn list(members: usize, seed: u64) -> Paper {
    let syllables: Vec<&str> = SYLLABLES.split(' ').collect();
    let mut state = seed;
    let mut pick = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    let mut words = |most: usize| {
        let count = 1 + pick(most);
        (0..count).map(|_| syllables[pick(syllables.len())]).collect::<Vec<_>>().join(" ")
    };
    let mut composition = founding::empty();
    composition.seats = (0..members)
        .map(|_| {
            let holder = founding::held_by(&words(9), &words(12), &words(14));
            founding::seat("Ủy viên", SeatKind::Named, "", vec![holder])
        })
        .collect();
    crate::list(&composition, &founding::setting()).paper()
}

#[test]
fn rows_stand_where_typst_would_have_put_them() {
    // In 176 a line ends in a letter that stands nearer to the space behind it.
    for seed in [0, 1, 2, 3, 4, 176] {
        let paper = list(120, seed);
        let (rows, counted) = rows(&paper);
        assert!(counted * 10 > rows * 7, "{counted} of {rows} rows were counted");
        assert_equal(&format!("seed {seed}"), &paper);
    }
}

#[test]
fn so_they_do_on_every_paper_of_the_story() {
    let mut all = 0;
    for (name, paper) in story::papers() {
        all += rows(&paper).1;
        assert_equal(name, &paper);
    }
    assert!(all > 10, "{all} rows were counted");
}

#[test]
fn what_is_in_doubt_is_left_to_typst() {
    let said = |post: &str| {
        let mut composition = founding::empty();
        let holder = founding::held_by("Lò Văn An", post, "Sở Y tế");
        composition.seats = vec![founding::seat("Ủy viên", SeatKind::Named, "", vec![holder])];
        rows(&crate::list(&composition, &founding::setting()).paper())
    };
    assert_eq!(said("Giám đốc"), (1, 1));
    assert_eq!(said("Giám đốc Sở CT-XH (12/2016)"), (1, 1));
    for doubtful in [
        "Sở Lao động-Thương binh",
        "12/QĐ.",
        "1234567/QĐ-UBND-XDCB",
        "Ngườicótênviếtliềnmạchkhôngdứt",
        "a.b",
        "(a,(b",
        "100%",
    ] {
        assert_eq!(said(doubtful), (1, 0), "{doubtful}");
    }
}

#[test]
fn an_office_that_has_templates_of_its_own_has_its_rows_measured() {
    let folder = tempfile();
    let paper = list(3, 1);
    for (file, counted) in [("common.typ", false), ("list.typ", false), ("matrix.typ", true)] {
        std::fs::write(folder.join(file), "").expect("written");
        let templates = Templates { folder: Some(folder.clone()) };
        let job = PRESS.job(&paper, templates).expect("a job");
        let said = String::from_utf8(job.content.bytes(fit::FIRST)).expect("JSON");
        assert_eq!(said.contains(r#""heights""#), counted, "{file}");
        std::fs::remove_file(folder.join(file)).expect("removed");
    }
    std::fs::remove_dir(folder).expect("removed");
}

fn tempfile() -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("kientoan-heights-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
