//! The timeline on paper.

use diagram::ink::{Anchor, Ink, SMALLEST, Shape, Text};
use diagram::sheet::{Room, Size};
use diagram::timeline::pages::{Captions, laid};
use diagram::timeline::{Drawing, NONE, OPEN, Plan, arrange};
use jiff::civil::Date;
use register::composition::Relation;
use register::directory::Milestone;

use crate::chance::plan;

const TODAY: Date = Date::constant(2026, 11, 23);

fn drawing(seed: u64) -> Drawing {
    let event = |year, what: &str| Milestone { date: Date::new(year, 7, 1).unwrap(), what: what.to_owned() };
    let events = vec![event(2025, "Bỏ cấp huyện"), event(2025, "Chính quyền hai cấp"), event(2004, "Một việc khác")];
    arrange(Plan { events, ..plan(seed) }, TODAY)
}

fn captions() -> Captions<'static> {
    Captions {
        elsewhere: "Không về ban nào".to_owned(),
        unknown: "Chưa rõ thành phần".to_owned(),
        empty: "khuyết".to_owned(),
        nobody_known: "chưa rõ ai".to_owned(),
        continued: "(tiếp)".to_owned(),
        relation: &|_: Relation| "thay thế".to_owned(),
    }
}

fn texts(ink: &Ink) -> impl Iterator<Item = &Text> {
    ink.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
}

/// From where to where a text stands.
fn extent(text: &Text) -> (i32, i32) {
    let width = text.width();
    let start = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - width / 2,
        Anchor::End => text.x - width,
    };
    (start, start + width)
}

fn on_paper(seed: u64, size: Size) -> Vec<Ink> {
    laid(&drawing(seed), Date::constant(2020, 1, 1), size, &captions()).sheets
}

#[test]
fn no_words_run_into_each_other_or_over_the_edge_and_none_is_below_eight_points() {
    for seed in 0..60 {
        for size in [Size::A4, Size::A3, Size::Whole] {
            for page in on_paper(seed, size) {
                let all: Vec<&Text> = texts(&page).collect();
                for (at, text) in all.iter().enumerate() {
                    let (from, to) = extent(text);
                    assert!(from >= 0 && to <= page.width, "{:?} sticks out in seed {seed}", text.text);
                    assert!(text.y <= page.height && text.y >= text.size * 3 / 4, "{:?} in seed {seed}", text.text);
                    assert!(text.size >= SMALLEST, "{:?} is too small", text.text);
                    for other in &all[at + 1..] {
                        let (start, end) = extent(other);
                        let apart = to <= start || end <= from || (text.y - other.y).abs() >= text.size * 3 / 4;
                        assert!(apart, "{:?} runs into {:?} in seed {seed}", text.text, other.text);
                    }
                }
            }
        }
    }
}

#[test]
fn whatever_is_drawn_is_said() {
    for seed in 0..60 {
        let drawing = drawing(seed);
        let pages = laid(&drawing, TODAY, Size::A4, &captions()).sheets;
        let said: Vec<&str> = pages.iter().flat_map(texts).map(|text| text.text.as_str()).collect();
        let expected =
            (0..drawing.bars.row.len()).map(|bar| match (drawing.bars.words[bar], drawing.bars.decision[bar]) {
                (words, _) if words != NONE => drawing.words[usize::try_from(words).unwrap()].clone(),
                (_, NONE) => String::new(),
                (_, decision) => drawing.decisions.numbers[usize::try_from(decision).unwrap()].clone(),
            });
        let mut wanted: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        expected.filter(|text| !text.is_empty()).for_each(|text| *wanted.entry(text).or_default() += 1);
        for (text, count) in wanted {
            // A number has its day behind it; what goes on over an edge is said again.
            let found = said.iter().filter(|said| **said == text || said.starts_with(&format!("{text} · "))).count();
            assert!(found >= count, "{text} is said {found} times of {count} in seed {seed}");
        }
    }
}

#[test]
fn the_points_of_all_pages_are_those_of_the_drawing() {
    for seed in 0..60 {
        let mut drawing = drawing(seed);
        drawing.bars.marks.iter_mut().for_each(|marks| *marks |= diagram::timeline::mark::POINT);
        let pages = laid(&drawing, TODAY, Size::A4, &captions()).sheets;
        let circles = pages.iter().flat_map(|page| &page.shapes).filter(|shape| matches!(shape, Shape::Circle { .. }));
        assert_eq!(circles.count(), drawing.bars.row.len(), "seed {seed}");
    }
}

#[test]
fn every_page_has_the_names_of_its_lanes() {
    for seed in 0..60 {
        for (at, page) in on_paper(seed, Size::A4).iter().enumerate() {
            assert!(texts(page).any(|text| text.text.starts_with("Ban ")), "no lane on page {at} of seed {seed}");
            assert_eq!((page.width, page.height), (Room::A4.width, Room::A4.height));
        }
    }
}

#[test]
fn what_begins_after_the_date_is_edged_and_not_filled() {
    let mut drawing = drawing(3);
    // All of it after the date.
    let date = jiff::civil::Date::constant(2000, 1, 1);
    drawing.bars.to.iter_mut().for_each(|to| *to = OPEN);
    let page = laid(&drawing, date, Size::Whole, &captions()).sheets.remove(0);
    let bars = page.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { height, paint, .. } if *height < 16 * 16 => Some(paint),
        _ => None,
    });
    let bars: Vec<_> = bars.collect();
    assert_eq!(bars.len(), drawing.bars.row.len());
    assert!(bars.iter().all(|paint| paint.edge.is_some_and(|edge| edge.dash > 0)));
}

#[test]
fn the_same_drawing_is_the_same_paper() {
    assert_eq!(on_paper(5, Size::A3), on_paper(5, Size::A3));
    assert_ne!(on_paper(5, Size::A3), on_paper(6, Size::A3));
}
