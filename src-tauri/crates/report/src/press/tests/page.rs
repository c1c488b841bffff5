//! Reads a laid-out page back: each run of text with its place, size and face.

use typst::layout::{Frame, FrameItem, Point, Transform};
use typst_layout::{Page, PagedDocument};

/// A run of text on a page. Lengths are in mm from the top left corner, sizes in points.
#[derive(Clone, Debug)]
pub struct Run {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub bold: bool,
    pub family: String,
}

pub fn pages(document: &PagedDocument) -> Vec<Vec<Run>> {
    document.pages().iter().map(runs).collect()
}

fn runs(page: &Page) -> Vec<Run> {
    let mut runs = Vec::new();
    walk(&page.frame, Transform::identity(), &mut runs);
    runs
}

fn walk(frame: &Frame, to_page: Transform, runs: &mut Vec<Run>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let place = Transform::translate(at.x, at.y).pre_concat(group.transform);
                walk(&group.frame, to_page.pre_concat(place), runs);
            }
            FrameItem::Text(text) => {
                let start = at.transform(to_page);
                let end = Point::new(at.x + text.width(), at.y).transform(to_page);
                let info = text.font.font().info();
                runs.push(Run {
                    text: text.text.to_string(),
                    left: start.x.to_mm(),
                    right: end.x.to_mm(),
                    baseline: start.y.to_mm(),
                    size: text.size.to_pt(),
                    bold: info.variant.weight.to_number() >= 700,
                    family: info.family.as_str().to_owned(),
                });
            }
            _ => {}
        }
    }
}

/// The text of a page in the order of the layout: cells of a row apart by " | ", lines of a cell by " / ".
pub fn text(runs: &[Run]) -> String {
    let mut text = String::new();
    let mut last: Option<&Run> = None;
    for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
        let between = last.map_or("", |last| between(last, run));
        if !between.is_empty() {
            text.truncate(text.trim_end().len());
        }
        text.push_str(between);
        text.push_str(&run.text);
        last = Some(run);
    }
    text + "\n"
}

fn between(last: &Run, run: &Run) -> &'static str {
    let (right, down) = (run.left - last.left, run.baseline - last.baseline);
    if down.abs() < 0.1 && (run.left - last.right).abs() < 2.0 {
        ""
    } else if right.abs() < 0.1 && (0.0..8.0).contains(&down) {
        " / "
    } else if right > 0.0 && down < 4.0 {
        " | "
    } else {
        "\n"
    }
}

/// That no run of text stands on another: what is too wide for its cell shows here.
pub fn assert_apart(name: &str, runs: &[Run]) {
    for (at, run) in runs.iter().enumerate() {
        for other in &runs[at + 1..] {
            let one_line = (run.baseline - other.baseline).abs() < 2.0;
            let over = run.right.min(other.right) - run.left.max(other.left);
            assert!(!one_line || over < 0.3, "{name}: {run:?} stands on {other:?}");
        }
    }
}

/// That pages say what they said, as a file beside these tests has it; `GOLDEN=1` writes it anew.
pub fn assert_golden(name: &str, pages: &[Vec<Run>]) {
    let said = pages.iter().map(|page| text(page)).collect::<Vec<_>>().join("\n---\n\n");
    let file = format!("{}/src/press/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&file, &said).expect("written");
    }
    let golden = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(said == golden, "{file} says otherwise; look at the page, then GOLDEN=1. Now:\n{said}");
}
