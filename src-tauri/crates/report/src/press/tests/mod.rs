//! The pages, read back from the layout and held against the decree on papers (Nghị định 30/2020/NĐ-CP,
//! Phụ lục I).

mod drawings;
#[path = "../../../tests/founding/mod.rs"]
mod founding;
mod heights;
mod hostile;
mod page;
mod papers;
#[path = "../../../tests/story/mod.rs"]
mod story;

use std::sync::LazyLock;

use page::{Run, pages, text};
use register::Composition;
use register::composition::Holder;
use register::draft::SeatKind;

use super::{Error, Job, Press, Templates};
use crate::list::Line;

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new().expect("the faces"));

const LEFT: f64 = 30.0;
const RIGHT: f64 = 210.0 - 15.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 297.0 - 25.0;

fn job(composition: &Composition) -> Job {
    let list = crate::list(composition, &founding::setting()).paper();
    PRESS.job(&list, Templates::default()).expect("letters that the faces have")
}

fn set(composition: &Composition) -> Vec<Vec<Run>> {
    pages(&PRESS.laid_out(&job(composition)).expect("pages").document)
}

fn find<'a>(page: &'a [Run], text: &str) -> &'a Run {
    page.iter().find(|run| run.text.contains(text)).unwrap_or_else(|| panic!("{text} is not on the page"))
}

/// What stands between the margins, without the page number above and the foot below.
fn body(page: &[Run]) -> impl Iterator<Item = &Run> {
    page.iter().filter(|run| run.baseline > TOP && run.baseline < BOTTOM)
}

#[test]
fn the_pages_are_a4_with_the_margins_of_the_decree() {
    let document = PRESS.laid_out(&job(&founding::founding())).expect("pages").document;
    for (at, page) in pages(&document).iter().enumerate() {
        let size = document.pages()[at].frame.size();
        assert_eq!((size.x.to_mm().round(), size.y.to_mm().round()), (210.0, 297.0));
        for run in page {
            assert!(run.left > LEFT - 0.01 && run.right < RIGHT + 0.01, "{run:?} stands in a side margin");
            assert!(run.baseline > 5.0 && run.baseline < 292.0, "{run:?} may be cut by a printer");
        }
        let last = body(page).map(|run| run.baseline).fold(0.0, f64::max);
        assert!(last < BOTTOM - 1.0, "the last line of page {} reaches the foot", at + 1);
    }
}

#[test]
fn only_the_faces_that_ship_are_used_and_no_letter_is_missing() {
    for page in set(&founding::later()) {
        assert!(page.iter().all(|run| run.family == "Tinos"));
    }
    let svg = PRESS.pages(&job(&founding::later()), 0..9).expect("pages").pages.concat();
    assert!(!svg.contains("font-family"), "letters are drawn, not left to the machine's fonts");
}

#[test]
fn sizes_are_those_of_the_decree() {
    let pages = set(&founding::founding());
    let size = |text: &str| (find(&pages[0], text).size, find(&pages[0], text).bold);
    assert_eq!(size("THÀNH PHỐ HÀ NỘI"), (13.0, true));
    assert_eq!(size("Trích sổ theo dõi, không thay thế quyết định"), (13.0, true));
    assert_eq!(size("DANH SÁCH THÀNH VIÊN"), (14.0, true));
    assert_eq!(size("Ban chỉ đạo Ứng dụng"), (14.0, true));
    assert_eq!(size("Tổng số thành viên"), (13.0, false));
    assert_eq!(size("Ông Nguyễn Đức Chung"), (13.0, false));
    assert!(pages.iter().flatten().all(|run| run.size >= 10.0), "nothing is too small to read");
}

#[test]
fn the_page_number_stands_centred_in_the_top_margin_from_page_2_on() {
    let pages = set(&founding::founding());
    assert!(pages[0].iter().all(|run| run.baseline > TOP), "page 1 has no number");
    let above: Vec<&Run> = pages[1].iter().filter(|run| run.baseline < TOP).collect();
    let [number] = above[..] else { panic!("one number: {above:?}") };
    assert_eq!((number.text.as_str(), number.size), ("2", 13.0));
    let middle = f64::midpoint(number.left, number.right);
    assert!((middle - f64::midpoint(LEFT, RIGHT)).abs() < 0.1, "{middle}");
}

#[test]
fn the_notice_stands_at_the_very_top_and_the_foot_on_every_page() {
    let pages = set(&founding::founding());
    let first = pages[0].iter().map(|run| run.baseline).fold(f64::MAX, f64::min);
    assert!((find(&pages[0], "Trích sổ theo dõi").baseline - first).abs() < 0.01);
    for (at, page) in pages.iter().enumerate() {
        let text = text(page);
        assert!(text.contains("Theo: Quyết định 1943/QĐ-UBND ngày 21-4-2016 (bản dựng lại theo báo chí)."), "{text}");
        assert!(text.contains("Theo sổ biết đến 10 giờ 15 phút ngày 23-11-2026."), "{text}");
        assert!(text.contains(&format!("Trang {}/{}", at + 1, pages.len())), "{text}");
    }
}

#[test]
fn the_head_of_the_table_and_the_role_repeat_on_the_page_that_goes_on() {
    let pages = set(&founding::founding());
    for page in &pages {
        assert!(text(page).contains("STT | Họ và tên | Chức vụ, cơ quan | Căn cứ"));
    }
    assert!(text(&pages[1]).contains("Ủy viên (50)"));
}

#[test]
fn every_word_of_the_list_is_on_the_pages_and_no_row_is_broken_between_two() {
    let mut cases = vec![founding::founding(), founding::later()];
    cases.extend((18..34).map(|members| {
        let long = "Sở có tên rất dài ".repeat(20);
        with_rows(members, founding::holder("Giám đốc", long.trim()))
    }));
    for composition in cases {
        let list = crate::list(&composition, &founding::setting());
        // In the order of the layout the text of a cell stays together, whatever lines it is broken into.
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let whole = |page: &Vec<Run>| bare(&page.iter().map(|run| run.text.as_str()).collect::<String>());
        let pages: Vec<String> = set(&composition).iter().map(whole).collect();
        for line in list.parts.iter().flat_map(|part| &part.groups).flat_map(|group| &group.lines) {
            let cell = match line {
                Line::Row { post, notes, .. } => bare(&format!("{post}{}", notes.concat())),
                Line::Wording { text, count, notes, .. } if *count == 0 => bare(&format!("{text}{}", notes.concat())),
                Line::Wording { text, count, .. } => bare(&format!("{text} ({count})")),
                Line::Others { count } => bare(&format!("{} ({count})", crate::words::drawing::OTHERS)),
            };
            assert!(pages.iter().any(|page| page.contains(&cell)), "{cell} is broken or missing");
        }
    }
}

#[test]
fn no_heading_is_left_alone_at_the_end_of_a_page() {
    for members in 18..34 {
        for page in set(&with_rows(members, founding::holder("Giám đốc", "Sở Y tế"))) {
            let last = body(&page).map(|run| run.baseline).fold(0.0, f64::max);
            let mut last = body(&page).filter(|run| (run.baseline - last).abs() < 1.0);
            assert!(last.all(|run| !run.text.contains("Thư ký")), "after {members} rows a role stands alone");
        }
    }
}

/// So many members, then secretaries, so that their heading and first row wander over the end of a page.
fn with_rows(members: usize, first: Holder) -> Composition {
    let seat = |role: &str, holder| founding::seat(role, SeatKind::Post, "", vec![holder]);
    let numbered = |at| founding::holder("Giám đốc", &format!("Đơn vị số {at}"));
    let mut composition = founding::empty();
    composition.seats = (0..members).map(|at| seat("Ủy viên", numbered(at))).collect();
    composition.seats.push(seat("Thư ký", first));
    composition.seats.extend((0..20).map(|at| seat("Thư ký", numbered(at))));
    composition
}

#[test]
fn a_last_page_is_worth_turning_to() {
    let pages = set(&founding::founding());
    assert_eq!(pages.len(), 2);
    let end = body(&pages[1]).map(|run| run.baseline).fold(0.0, f64::max);
    assert!(end > 100.0, "{end}");
}

#[test]
fn the_pages_say_what_they_said() {
    for (name, composition) in
        [("founding", founding::founding()), ("later", founding::later()), ("unknown", founding::unknown())]
    {
        page::assert_golden(name, &set(&composition));
    }
}

#[test]
fn equal_lists_make_equal_files() {
    let job = job(&founding::founding());
    let once = PRESS.pdf(&job).expect("a PDF");
    let again = Press::new().and_then(|press| press.pdf(&job)).expect("a PDF");
    assert_eq!(once, again);
    assert_eq!(once.pages, 2);
    assert_eq!(PRESS.pages(&job, 0..9).expect("pages").of, 2);
}

#[test]
fn the_file_is_archival_accessible_and_names_itself() {
    let bytes = PRESS.pdf(&job(&founding::founding())).expect("a PDF").bytes;
    // The metadata of an archival file is never compressed, so that it can be read without a reader.
    let text = String::from_utf8_lossy(&bytes);
    for said in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Danh sách thành viên Ban chỉ đạo Ứng dụng công nghệ thông tin thành phố Hà Nội, tính đến ngày 21 tháng 4",
        "2026-11-23",
        "Kiện Toàn",
    ] {
        assert!(text.contains(said), "the file does not say {said}");
    }
}

#[test]
fn a_letter_that_no_face_has_is_refused_and_not_left_out() {
    let mut setting = founding::setting();
    for (office, letter) in [("Văn phòng 漢", "漢"), ("Sở Y tế 😀", "😀"), ("مكتب", "م")] {
        setting.office = office.into();
        let paper = crate::list(&founding::founding(), &setting).paper();
        let error = PRESS.job(&paper, Templates::default()).expect_err("refused");
        assert!(matches!(error, Error::Letter { .. }), "{error}");
        assert_eq!(error.code(), "paper_letter_missing");
        assert_eq!((error.params()["letter"].as_str(), error.params()["text"].as_str()), (letter, office));
    }
}

#[test]
fn a_mistake_in_a_template_of_an_office_is_said_with_file_line_and_hint() {
    let folder = std::env::temp_dir().join(format!("kientoan-templates-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("list.typ");
    let said = |text: &str| {
        std::fs::write(&file, text).expect("written");
        let job = Job { templates: Templates { folder: Some(folder.clone()) }, ..job(&founding::founding()) };
        PRESS.pdf(&job)
    };
    let error = said("#let a = 1\n\n#lett").expect_err("refused");
    let params = error.params();
    assert_eq!((error.code(), params["line"].as_str()), ("paper_layout_failed", "3"));
    assert_eq!(params["file"], file.display().to_string());
    assert!(params["why"].contains("unknown variable"), "{error}");
    // A mistake that only shows when the content comes: the line of the template, and what may help.
    let error = said("#import \"common.typ\": *\n#show: sheet.with(paper)\n#paper.titel").expect_err("refused");
    assert_eq!(error.params()["line"], "3");
    // Nothing outside its folder, and nothing from the network.
    for outside in ["#read(\"../../etc/passwd\")", "#import \"@preview/cetz:0.3.0\""] {
        assert_eq!(said(outside).expect_err("refused").code(), "paper_layout_failed", "{outside}");
    }
    // What the office changes stands on the page, and the rest stays.
    let own = "#import \"common.typ\": *\n#show: sheet.with(paper)\n#head(paper)\nMẫu của cơ quan";
    let printed = said(own).expect("a PDF");
    assert_eq!((printed.pages, printed.warnings), (1, Vec::new()));
    let warned =
        said("#import \"common.typ\": *\n#show: sheet.with(paper)\n#text(font: \"Times\")[Mẫu]").expect("a PDF");
    assert!(warned.warnings[0].message.contains("unknown font family"), "{:?}", warned.warnings);
    std::fs::remove_dir_all(folder).expect("removed");
}
