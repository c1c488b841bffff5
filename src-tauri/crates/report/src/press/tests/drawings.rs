//! The drawings of the invented province: what stands on their sheets, and that all of it can be read.

use super::page::{Run, pages};
use super::{PRESS, find, story};
use crate::paper::{Form, Paper};
use crate::press::{Error, Templates};

fn set(paper: &Paper) -> Vec<Vec<Run>> {
    let job = PRESS.job(paper, Templates::default()).expect("letters that the faces have");
    pages(&PRESS.laid_out(&job).expect("pages").document)
}

/// Width and height of each page, in whole mm.
fn sizes(paper: &Paper) -> Vec<(f64, f64)> {
    let job = PRESS.job(paper, Templates::default()).expect("letters that the faces have");
    let document = PRESS.laid_out(&job).expect("pages").document;
    document
        .pages()
        .iter()
        .map(|page| (page.frame.width().to_mm().round(), page.frame.height().to_mm().round()))
        .collect()
}

#[test]
fn the_sheets_say_what_they_said() {
    for (name, paper) in story::drawings() {
        super::page::assert_golden(&format!("story-{name}"), &set(&paper));
    }
}

#[test]
fn nothing_is_smaller_than_eight_points_or_stands_in_a_margin() {
    for (name, paper) in story::drawings() {
        for ((wide, high), page) in sizes(&paper).into_iter().zip(set(&paper)) {
            for run in &page {
                assert!(run.size > 7.999, "{name}: {run:?} is too small");
                assert!(run.left > 14.99 && run.right < wide - 14.49, "{name}: {run:?} stands in a margin");
                assert!(run.baseline > 8.0 && run.baseline < high - 4.5, "{name}: {run:?} may be cut by a printer");
            }
            super::page::assert_apart(name, &page);
        }
    }
}

#[test]
fn every_sheet_says_what_it_is_and_where_it_lies() {
    for (name, paper) in story::drawings() {
        let pages = set(&paper);
        for (at, page) in pages.iter().enumerate() {
            for said in ["Trích sổ theo dõi", &paper.title, &paper.foot.code] {
                find(page, said);
            }
            find(page, &format!("{}/{}", at + 1, pages.len()));
            if pages.len() > 1 {
                find(page, "tờ ");
            }
            // What the paper says of itself stands above the drawing, and that above the foot.
            let drawn = page.iter().filter(|run| run.family == "Be Vietnam Pro");
            let foot = find(page, &paper.foot.code).baseline;
            assert!(drawn.clone().count() > 0, "{name}: nothing is drawn on sheet {}", at + 1);
            assert!(drawn.clone().all(|run| run.baseline > 27.0 && run.baseline < foot), "{name}, sheet {}", at + 1);
        }
    }
}

#[test]
fn the_letters_are_set_as_wide_as_they_were_measured() {
    use diagram::ink::Shape;
    for (name, paper) in story::drawings() {
        let [crate::paper::Block::Drawing(drawing)] = &paper.blocks[..] else { panic!("{name} is no drawing") };
        for (sheet, page) in drawing.sheets.iter().zip(set(&paper)) {
            let measured: f64 = sheet
                .ink
                .shapes
                .iter()
                .map(|shape| if let Shape::Text(text) = shape { f64::from(text.width()) } else { 0.0 })
                .sum();
            let runs = page.iter().filter(|run| run.family == "Be Vietnam Pro");
            // 1/16 px as mm.
            let set: f64 = runs.map(|run| run.right - run.left).sum::<f64>() * 96.0 / 25.4 * 16.0;
            let ratio = set / measured;
            assert!((0.99..=1.001).contains(&ratio), "{name}: set {ratio} times as wide as measured");
        }
    }
}

#[test]
fn a_sheet_has_the_size_that_was_asked_for() {
    for (name, paper) in story::drawings() {
        for size in sizes(&paper) {
            let fits = match name {
                "chart" | "chart-all" | "timeline" => [(297.0, 210.0), (210.0, 297.0)].contains(&size),
                "chart-since" => [(420.0, 297.0), (297.0, 420.0)].contains(&size),
                _ => size.0 > 420.0,
            };
            assert!(fits, "{name}: {size:?}");
        }
    }
}

#[test]
fn pictures_have_the_dots_of_their_pages() {
    for (name, paper) in story::drawings() {
        let job = PRESS.job(&paper, Templates::default()).expect("letters");
        let mut pictures = Vec::new();
        let mut keep = |_, bytes: &[u8]| {
            pictures.push(bytes.to_vec());
            true
        };
        PRESS.each_page(&job, Form::Png, &mut |_| {}, &mut keep).expect("pictures");
        for (picture, (wide, _)) in pictures.iter().zip(sizes(&paper)) {
            assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"), "{name}");
            let dots = u32::from_be_bytes([picture[16], picture[17], picture[18], picture[19]]);
            assert!((f64::from(dots) - wide / 25.4 * 300.0).abs() < 12.0 || wide > 421.0, "{name}: {dots} dots");
        }
    }
}

#[test]
fn a_letter_that_the_faces_of_drawings_lack_is_told() {
    let (_, mut paper) = story::drawings().remove(0);
    // Tinos has Hebrew letters, Be Vietnam Pro has none.
    paper.subject = Some("שלום".to_owned());
    let told = PRESS.job(&paper, Templates::default()).map(drop);
    assert!(matches!(told, Err(Error::Letter { .. })), "{told:?}");
}
