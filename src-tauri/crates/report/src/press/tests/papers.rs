//! Every paper of the invented province: what stands on its pages, and where, held against the decree on papers
//! (Nghị định 30/2020/NĐ-CP, Phụ lục I).

use super::page::{Run, pages};
use super::{BOTTOM, LEFT, PRESS, TOP, find, story};
use crate::paper::{Kind, Paper};
use crate::press::Templates;

/// What the decree says of a block, as far as an extract has it: its words, the sizes that it may have in points, and
/// whether it is bold.
struct Rule {
    block: &'static str,
    words: fn(&Paper) -> Option<String>,
    sizes: [f64; 2],
    bold: bool,
}

const RULES: [Rule; 6] = [
    Rule {
        block: "issuing body",
        words: |paper| Some(first_word(&paper.office.to_uppercase())),
        sizes: [12.0, 13.0],
        bold: true,
    },
    Rule {
        block: "in the place of the national title",
        words: |paper| paper.notice.clone(),
        sizes: [12.0, 13.0],
        bold: true,
    },
    Rule { block: "date", words: |paper| Some(paper.printed.clone()), sizes: [13.0, 14.0], bold: false },
    Rule { block: "type", words: |paper| Some(first_word(&paper.title)), sizes: [13.0, 14.0], bold: true },
    Rule { block: "subject", words: |paper| paper.subject.as_deref().map(first_word), sizes: [13.0, 14.0], bold: true },
    Rule { block: "foot", words: |paper| Some(paper.foot.code.clone()), sizes: [10.0, 11.0], bold: false },
];

fn first_word(said: &str) -> String {
    said.split_whitespace().next().unwrap_or_default().to_owned()
}

fn set(paper: &Paper) -> Vec<Vec<Run>> {
    let job = PRESS.job(paper, Templates::default()).expect("letters that the faces have");
    pages(&PRESS.laid_out(&job).expect("pages").document)
}

/// A page for the leadership is larger or smaller, as it fits.
fn fits_itself(paper: &Paper) -> bool {
    matches!(paper.kind, Kind::Summary)
}

#[test]
fn the_blocks_have_the_sizes_of_the_decree() {
    for (name, paper) in story::papers() {
        let first = &set(&paper)[0];
        for rule in &RULES {
            let Some(words) = (rule.words)(&paper) else { continue };
            if fits_itself(&paper) && ["type", "subject"].contains(&rule.block) {
                continue;
            }
            let run = find(first, &words);
            let fits = run.size >= rule.sizes[0] - 0.01 && run.size <= rule.sizes[1] + 0.01;
            assert!(fits && run.bold == rule.bold, "{name}, {}: {run:?}", rule.block);
        }
    }
}

#[test]
fn the_blocks_stand_where_the_decree_has_them() {
    for (name, paper) in story::papers() {
        let first = &set(&paper)[0];
        let middle = |run: &Run| f64::midpoint(run.left, run.right);
        let wide = if paper.landscape { 297.0 } else { 210.0 };
        let centre = f64::midpoint(LEFT, wide - 15.0);
        let office = find(first, &first_word(&paper.office.to_uppercase()));
        assert!(office.baseline < 30.0 && office.right < centre, "{name}: the office stands at the left: {office:?}");
        let printed = find(first, &paper.printed);
        assert!(printed.left > centre && printed.baseline < 36.0, "{name}: the day stands at the right: {printed:?}");
        if let Some(notice) = &paper.notice {
            let notice = find(first, notice);
            assert!((middle(notice) - middle(printed)).abs() < 0.5, "{name}: what it is stands over the day");
        }
        let title = find(first, &first_word(&paper.title));
        assert!(title.baseline > printed.baseline + 5.0, "{name}: the title stands below the head");
        if paper.kind != Kind::Summary {
            let line: Vec<&Run> = first.iter().filter(|run| (run.baseline - title.baseline).abs() < 0.01).collect();
            let left = line.iter().map(|run| run.left).fold(f64::MAX, f64::min);
            let right = line.iter().map(|run| run.right).fold(0.0, f64::max);
            assert!((f64::midpoint(left, right) - centre).abs() < 0.5, "{name}: the title is centred");
        }
    }
}

#[test]
fn every_page_keeps_the_margins_and_its_number() {
    for (name, paper) in story::papers() {
        let (wide, high) = if paper.landscape { (297.0, 210.0) } else { (210.0, 297.0) };
        let pages = set(&paper);
        for (at, page) in pages.iter().enumerate() {
            for run in page {
                assert!(run.left > LEFT - 0.01 && run.right < wide - 15.0 + 0.01, "{name}: {run:?} stands in a margin");
                assert!(run.baseline > 5.0 && run.baseline < high - 4.5, "{name}: {run:?} may be cut by a printer");
            }
            let above: Vec<&Run> = page.iter().filter(|run| run.baseline < TOP).collect();
            match (at, &above[..]) {
                (0, []) => {}
                (_, [number]) if at > 0 => {
                    assert_eq!((number.text.as_str(), number.size), ((at + 1).to_string().as_str(), 13.0), "{name}");
                }
                _ => panic!("{name}, page {}: {above:?}", at + 1),
            }
            let body = page.iter().filter(|run| run.baseline > TOP && run.baseline < high - 297.0 + BOTTOM);
            let last = body.map(|run| run.baseline).fold(0.0, f64::max);
            assert!(last < high - 25.0 - 0.5, "{name}: the last line of page {} reaches the foot", at + 1);
        }
    }
}

#[test]
fn nothing_stands_on_anything_else() {
    for (name, paper) in story::papers() {
        for page in set(&paper) {
            super::page::assert_apart(name, &page);
        }
    }
}

#[test]
fn the_pages_of_every_paper_say_what_they_said() {
    for (name, paper) in story::papers() {
        super::page::assert_golden(&format!("story-{name}"), &set(&paper));
    }
}

#[test]
fn a_page_for_the_leadership_is_large_where_little_is_to_be_said() {
    let fold = story::fold();
    let committee = *fold.find_committees("Hội đồng Thẩm định").first().expect("the committee");
    let since = jiff::civil::date(2021, 1, 1);
    let paper = crate::summary(&fold, committee, story::DAY, since, &story::setting());
    let pages = set(&paper);
    assert_eq!(pages.len(), 1);
    assert!(find(&pages[0], "Nhiệm vụ").size >= 16.0, "{:?}", find(&pages[0], "Nhiệm vụ"));
}
