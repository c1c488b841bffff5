//! One committee on its sheets.

use std::collections::{BTreeMap, HashSet};
use std::convert::Infallible;

use diagram::chart::{Chart, Kind, laid};
use diagram::ink::{Anchor, Ink, SMALLEST, Shape, Text};
use diagram::sheet::{Laid, Room, Size};
use diagram::{Plan, chart};
use register::Composition;

use crate::seats::{captions, committee};

fn drawn(composition: &Composition, width: u32) -> Chart {
    chart(composition, &Plan { width, toggled: &HashSet::new(), changes: None, paper: true })
}

pub fn on_paper(composition: &Composition, size: Size) -> Laid {
    laid(size, &captions(), |width| Ok::<_, Infallible>(drawn(composition, width))).unwrap()
}

pub fn texts(ink: &Ink) -> impl Iterator<Item = &Text> {
    ink.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
}

fn extent(text: &Text) -> (i32, i32) {
    let width = text.width();
    let start = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - width / 2,
        Anchor::End => text.x - width,
    };
    (start, start + width)
}

/// That nothing of a sheet is too small, sticks out, or stands on something else.
pub fn assert_reads(name: &str, ink: &Ink) {
    let all: Vec<&Text> = texts(ink).collect();
    for (at, text) in all.iter().enumerate() {
        let (from, to) = extent(text);
        assert!(text.size >= SMALLEST, "{name}: {:?} is too small", text.text);
        assert!(from >= 0 && to <= ink.width, "{name}: {:?} sticks out: {from} to {to} of {}", text.text, ink.width);
        assert!(text.y <= ink.height && text.y >= text.size / 2, "{name}: {:?} sticks out", text.text);
        for other in &all[at + 1..] {
            let (start, end) = extent(other);
            let apart = to <= start || end <= from || (text.y - other.y).abs() >= text.size * 3 / 4;
            assert!(apart, "{name}: {:?} runs into {:?}", text.text, other.text);
        }
    }
}

fn seeds() -> impl Iterator<Item = (u64, Composition)> {
    (0..40).map(|seed| (seed, committee(seed, [12, 60, 250][usize::try_from(seed % 3).unwrap()])))
}

#[test]
fn every_sheet_reads_and_is_as_large_as_its_room() {
    for (seed, composition) in seeds() {
        for (size, rooms) in [(Size::A4, [Room::A4, Room::A4_UPRIGHT]), (Size::A3, [Room::A3, Room::A3_UPRIGHT])] {
            let laid = on_paper(&composition, size);
            let room = rooms[usize::from(!laid.landscape)];
            for (at, ink) in laid.sheets.iter().enumerate() {
                assert_reads(&format!("seed {seed}, {size:?}, sheet {at}"), ink);
                assert!(ink.width == room.width && ink.height <= room.height, "seed {seed}, sheet {at}");
            }
        }
    }
}

#[test]
fn whatever_is_drawn_stands_on_one_sheet_whole() {
    for (seed, composition) in seeds() {
        let laid = on_paper(&composition, Size::A4);
        // What the register says, drawn for the same width: as often on the sheets as there. Headings that go on and
        // the words of the view come on top.
        let mut wanted: BTreeMap<&str, i64> = BTreeMap::new();
        let whole = on_paper(&composition, Size::Whole);
        let own: Vec<&str> = whole.sheets.iter().flat_map(texts).map(|text| text.text.as_str()).collect();
        // Lines break elsewhere at another width: words are counted.
        for word in own.iter().flat_map(|said| said.split(' ')) {
            *wanted.entry(word).or_default() += 1;
        }
        let mut found: BTreeMap<&str, i64> = BTreeMap::new();
        for text in laid.sheets.iter().flat_map(texts).filter(|text| !text.text.ends_with("(tiếp)")) {
            for word in text.text.split(' ') {
                *found.entry(word).or_default() += 1;
            }
        }
        assert_eq!(found, wanted, "seed {seed}");
    }
}

#[test]
fn no_card_is_cut_and_those_of_a_sheet_do_not_overlap() {
    for (seed, composition) in seeds() {
        for (at, ink) in on_paper(&composition, Size::A4).sheets.iter().enumerate() {
            let cards = ink.shapes.iter().filter_map(|shape| match shape {
                Shape::Rect { x, y, width, height, radius, .. } if *radius > 0 => Some([*x, *y, x + width, y + height]),
                _ => None,
            });
            let cards: Vec<[i32; 4]> = cards.collect();
            for (n, card) in cards.iter().enumerate() {
                assert!(card[0] >= 0 && card[1] >= 0, "seed {seed}, sheet {at}: {card:?}");
                assert!(card[2] <= ink.width && card[3] <= ink.height, "seed {seed}, sheet {at}: {card:?}");
                for other in &cards[n + 1..] {
                    let apart =
                        card[2] <= other[0] || other[2] <= card[0] || card[3] <= other[1] || other[3] <= card[1];
                    assert!(apart, "seed {seed}, sheet {at}: {card:?} over {other:?}");
                }
            }
        }
    }
}

#[test]
fn a_small_committee_stands_on_one_page_and_is_the_larger_on_a_larger_sheet() {
    let composition = committee(3, 12);
    let [small, large] = [Size::A4, Size::A3].map(|size| on_paper(&composition, size));
    assert_eq!((small.sheets.len(), large.sheets.len()), (1, 1));
    let largest = |laid: &Laid| texts(&laid.sheets[0]).map(|text| text.size).max();
    assert!(largest(&large) > largest(&small));
}

#[test]
fn nothing_is_folded_on_paper_and_the_width_is_kept() {
    let composition = committee(5, 4000);
    for width in [700, 1000, 1500] {
        let chart = drawn(&composition, width);
        assert!(chart.width <= i32::try_from(width).unwrap() * diagram::PX, "{} at {width}", chart.width);
        let rows = chart.boxes.kind.iter().filter(|kind| **kind == Kind::Row as u8).count();
        let members = composition.seats.iter().filter(|seat| seat.rank > register::role::Rank::StandingMember);
        assert!(rows >= members.count(), "{rows} rows at {width}");
    }
}

#[test]
fn the_same_committee_is_the_same_paper() {
    let paper = |seed| on_paper(&committee(seed, 60), Size::A3);
    assert_eq!(paper(8), paper(8));
    assert_ne!(paper(8), paper(9));
}
