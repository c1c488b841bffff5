//! What an office may have written into its register, and no page must break on.

use std::sync::Arc;

use register::draft::SeatKind;

use super::page::{Run, assert_apart, pages};
use super::{PRESS, founding};
use crate::press::{Press, Templates};

fn set(name: &str, post: &str) -> Vec<Vec<Run>> {
    let mut composition = founding::empty();
    composition.seats = vec![
        founding::seat("Ủy viên", SeatKind::Named, "", vec![founding::held_by(name, post, "Sở Y tế")]),
        founding::seat("Ủy viên", SeatKind::Named, "", vec![founding::held_by("Lò Văn An", "Giám đốc", "Sở Y tế")]),
    ];
    let paper = crate::list(&composition, &founding::setting()).paper();
    let job = PRESS.job(&paper, Templates::default()).expect("letters that the faces have");
    pages(&PRESS.laid_out(&job).expect("pages").document)
}

fn check(name: &str, pages: &[Vec<Run>]) {
    for page in pages {
        assert_apart(name, page);
        for run in page {
            assert!(run.left > 29.9 && run.right < 195.1, "{name}: {run:?} stands in a margin");
            assert!(run.baseline < 292.5, "{name}: {run:?} falls off the page");
        }
    }
}

fn bare(pages: &[Vec<Run>]) -> String {
    let runs = pages.iter().flatten().map(|run| run.text.as_str());
    runs.collect::<String>().split_whitespace().collect()
}

#[test]
fn a_name_of_two_hundred_characters_stays_in_its_cell() {
    let words = "Nguyễn Thị ".repeat(18) + "An";
    let one_word = "Ngườicótênviếtliềnmạch".repeat(9);
    for name in [words, one_word] {
        let pages = set(&name, "Giám đốc");
        check("a long name", &pages);
        let whole: String = name.split_whitespace().collect();
        assert!(bare(&pages).contains(&whole), "the name is whole");
    }
}

#[test]
fn a_cell_of_five_thousand_words_goes_on_over_pages_and_loses_none() {
    let words: Vec<String> = (0..5_000).map(|n| format!("từ{n}")).collect();
    let pages = set("Lò Thị Bình", &words.join(" "));
    check("a long cell", &pages);
    assert!(pages.len() > 5, "{} pages", pages.len());
    let said = bare(&pages);
    for word in words.iter().step_by(37) {
        assert!(said.contains(word.as_str()), "{word} is missing");
    }
    assert!(said.contains("LòVănAn"), "the row behind it is there");
}

#[test]
fn marks_that_nobody_sees_do_not_reach_the_page() {
    let said = bare(&set("Lò\u{202E}Văn\u{200B} Bình\u{0007}", "Giám\u{FEFF} đốc"));
    assert!(said.contains("LòVănBình") && said.contains("Giámđốc"), "{said}");
}

#[test]
fn what_is_written_from_the_right_is_set_or_said() {
    // The faces have Hebrew letters, so these are set; Arabic ones they do not have (see the letters that are refused).
    let pages = set("שלום", "Giám đốc");
    check("Hebrew", &pages);
}

#[test]
fn a_long_number_breaks_rather_than_leaving_its_column() {
    let mut composition = founding::founding();
    for seat in &mut composition.seats {
        Arc::make_mut(&mut seat.citation).decision = "1656/NQ-UBTVQH15-VPCP".into();
    }
    composition.sources.push(founding::other("2/QĐ-UBND", 2015));
    let paper = crate::list(&composition, &founding::setting()).paper();
    let job = PRESS.job(&paper, Templates::default()).expect("letters");
    check("a long number", &pages(&PRESS.laid_out(&job).expect("pages").document));
}

#[test]
fn a_paper_of_nine_hundred_rows_is_set_in_the_order_of_its_numbers() {
    let mut composition = founding::empty();
    let seat = |n: usize| {
        founding::seat(
            "Ủy viên",
            SeatKind::Named,
            "",
            vec![founding::held_by(&format!("Người{n}."), "Chuyên viên", "Sở Y tế")],
        )
    };
    composition.seats = (1..=900).map(seat).collect();
    let paper = crate::list(&composition, &founding::setting()).paper();
    let press = Press::new().expect("the faces");
    let job = press.job(&paper, Templates::default()).expect("letters");
    let pages = pages(&press.laid_out(&job).expect("pages").document);
    let said = bare(&pages);
    let places: Vec<usize> = (1..=900).map(|n| said.find(&format!("Người{n}.")).expect("a row")).collect();
    assert!(places.is_sorted(), "rows change places");
}
