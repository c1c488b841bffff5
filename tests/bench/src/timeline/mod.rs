//! The timeline: laid out, handed over, and drawn in Chromium beside vis-timeline, from the same decisions.

mod world;

use std::error::Error;
use std::time::Instant;

use serde_json::{Value, json};

use crate::chromium::{self, one, typical};
use crate::table::{Table, faster, median, shown};

const SIZES: [usize; 3] = [1_000, 4_000, 50_000];
/// As many decisions as vis-timeline draws whole.
const COMPARED: usize = 4_000;
const MOST: usize = 50_000;

/// Measures layout, transfer and drawing.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    let folder = tempfile::tempdir()?;
    for size in SIZES {
        let plan = world::plan(size);
        let mut times = Vec::new();
        for _ in 0..7 {
            let own = plan.clone();
            let clock = Instant::now();
            let drawing = world::drawing(own);
            times.push(clock.elapsed());
            if drawing.bars.row.len() != size {
                return Err(format!("{} of {size} decisions are drawn", drawing.bars.row.len()).into());
            }
        }
        let drawing = world::drawing(plan);
        let clock = Instant::now();
        let text = serde_json::to_string(&drawing)?;
        let written = clock.elapsed();
        std::fs::write(folder.path().join(format!("{size}.json")), with_offices(&text))?;
        let what = format!("{size} decisions laid out in lanes; written as {} KB", text.len() / 1000);
        table.row(what, shown(median(times)), shown(written), "—".to_owned(), "stated");
    }
    let question = json!({
        "folder": folder.path(), "sizes": SIZES, "compared": COMPARED,
        "rounds": 15, "steps": 120, "visRounds": 3, "visSteps": 30,
    });
    report(&mut table, &chromium::ask("timeline", &question)?)?;
    Ok(table)
}

/// As the window gets it.
fn with_offices(drawing: &str) -> String {
    drawing.replacen('{', "{\"offices\":[],", 1)
}

fn report(table: &mut Table, answer: &Value) -> Result<(), Box<dyn Error>> {
    let size = |size: usize| size.to_string();
    for of in SIZES {
        let loaded = &answer["loaded"][size(of)];
        let bytes = loaded["bytes"].as_u64().unwrap_or(0) / 1000;
        let what = format!("{of} decisions read from {bytes} KB of JSON in the page");
        table.row(what, shown(one(&loaded["parsed"])?), "—".to_owned(), "—".to_owned(), "stated");
    }
    let first = |of: usize| typical(&answer["first"][size(of)]);
    for (kind, name) in [("grouped", "in lanes"), ("plain", "without lanes")] {
        let runs = answer["vis"]["first"][kind].as_array().ok_or("vis-timeline was not measured")?;
        let peer = median(runs.iter().map(|run| one(&run["time"])).collect::<Result<_, _>>()?);
        let ours = first(COMPARED)?;
        let what = format!("first draw of {COMPARED} decisions, all in sight; vis-timeline {name}");
        table.row(what, shown(ours), shown(peer), faster(ours, peer), "≥ 100 × faster");
    }
    let (small, large) = (first(1_000)?, first(MOST)?);
    let ratio = format!("{:.2} ×", large.as_secs_f64() / small.as_secs_f64());
    table.row(
        format!("first draw of {MOST} decisions, beside that of 1000"),
        shown(large),
        shown(small),
        ratio,
        "≤ 3 ×",
    );
    let floor = shown(typical(&answer["floor"])?);
    let what = "a step in which the canvas is cleared and one box drawn: the least that any drawing on it costs";
    table.row(what.to_owned(), floor, "—".to_owned(), "—".to_owned(), "stated");
    let peer = typical(&answer["vis"]["pan"]["times"])?;
    for (span, words) in [("whole", "two thirds of all days"), ("days", "60 days")] {
        let ours = typical(&answer["pan"][size(MOST)][span])?;
        let what = format!("a step of a pan over {words} of {MOST}; vis-timeline over the points of 60 days");
        table.row(what, shown(ours), shown(peer), faster(ours, peer), "≥ 20 × faster");
    }
    Ok(())
}
