//! The org chart: drawn, handed over, and shown in Chromium beside d3-org-chart, of the same people.

mod people;

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use diagram::{Plan, chart};
use register::Composition;
use serde_json::{Value, json};

use crate::chromium::{self, one, typical};
use crate::table::{Table, faster, median, shown};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// As many seats as d3-org-chart unfolds.
const COMPARED: usize = 10_000;
/// The room of the page, in px.
const WIDTH: u32 = 1_112;

/// Sizes that are looked at: a small one, that of the founding case, a large one, and more than anybody has.
const LOOKED_AT: [usize; 4] = [20, 59, 600, 10_000];

/// Leaves pictures of charts of several sizes in a folder: as they open, near at 150 %, dark.
pub fn look(out: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(out)?;
    let folder = tempfile::tempdir()?;
    for size in LOOKED_AT {
        let composition = people::composition(size);
        let toggled = members(&composition, size);
        let drawn = chart(&composition, &whole(&toggled));
        hand_over(&serde_json::to_string(&drawn)?, &composition, size, folder.path())?;
    }
    let question = json!({ "folder": folder.path(), "sizes": LOOKED_AT, "look": std::path::absolute(out)? });
    let answer = chromium::ask("chart", &question)?;
    for name in answer["pictures"].as_array().ok_or("no pictures were taken")? {
        println!("{}", out.join(format!("{}.png", name.as_str().unwrap_or_default())).display());
    }
    Ok(())
}

/// A long list starts folded: here it is open.
fn members(composition: &Composition, size: usize) -> HashSet<String> {
    let members = format!("{}/members", composition.committee.id);
    (size > 1_500).then_some(members).into_iter().collect()
}

fn whole(toggled: &HashSet<String>) -> Plan<'_> {
    Plan { width: WIDTH, toggled, changes: None, paper: false }
}

/// The drawing and the people, where the page fetches them.
fn hand_over(drawn: &str, composition: &Composition, size: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let whole = json!({ "chart": drawn, "peer": people::of_peer(composition) });
    Ok(std::fs::write(folder.join(format!("{size}.json")), whole.to_string())?)
}

/// Measures drawing, transfer and frames.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    let folder = tempfile::tempdir()?;
    for size in SIZES {
        let composition = people::composition(size);
        let toggled = members(&composition, size);
        let plan = whole(&toggled);
        let mut times = Vec::new();
        for _ in 0..7 {
            let clock = Instant::now();
            let drawn = chart(&composition, &plan);
            times.push(clock.elapsed());
            if drawn.boxes.kind.len() < size {
                return Err(format!("{} boxes for {size} seats", drawn.boxes.kind.len()).into());
            }
        }
        let drawn = chart(&composition, &plan);
        let clock = Instant::now();
        let text = serde_json::to_string(&drawn)?;
        let written = clock.elapsed();
        hand_over(&text, &composition, size, folder.path())?;
        let what = format!("{size} seats drawn; written as {} KB", text.len() / 1000);
        table.row(what, shown(median(times)), shown(written), "—".to_owned(), "stated");
    }
    let question = json!({
        "folder": folder.path(), "sizes": SIZES, "compared": COMPARED, "rounds": 9, "steps": 120, "peerRounds": 3,
    });
    report(&mut table, &chromium::ask("chart", &question)?)?;
    Ok(table)
}

fn report(table: &mut Table, answer: &Value) -> Result<(), Box<dyn Error>> {
    let size = |size: usize| size.to_string();
    let dash = || "—".to_owned();
    for of in SIZES {
        let loaded = &answer["loaded"][size(of)];
        let bytes = loaded["bytes"].as_u64().unwrap_or(0) / 1000;
        let what = format!("{of} seats read from {bytes} KB of JSON in the page");
        table.row(what, shown(one(&loaded["parsed"])?), dash(), dash(), "stated");
    }
    for of in SIZES {
        let what = format!("first paint of {of} seats");
        table.row(what, shown(typical(&answer["first"][size(of)])?), dash(), dash(), "stated");
    }
    let runs = answer["peer"]["first"].as_array().ok_or("d3-org-chart was not measured")?;
    let peer = median(runs.iter().map(|run| one(&run["time"])).collect::<Result<_, _>>()?);
    let ours = typical(&answer["first"][size(COMPARED)])?;
    let what = format!("first paint of {COMPARED} seats, all unfolded; d3-org-chart 3.1.1");
    table.row(what, shown(ours), shown(peer), faster(ours, peer), "≥ 40 × faster");
    let pan = |of: usize| typical(&answer["pan"][size(of)]);
    let (small, large) = (pan(SIZES[0])?, pan(SIZES[2])?);
    let times = |a: std::time::Duration, b: std::time::Duration| format!("{:.2} ×", a.as_secs_f64() / b.as_secs_f64());
    let what = format!("a frame of a pan over {} seats, beside that over {}", SIZES[2], SIZES[0]);
    table.row(what, shown(large), shown(small), times(large, small), "≤ 1.5 ×");
    for of in SIZES {
        let (out, pan) = (typical(&answer["zoom"][size(of)])?, pan(of)?);
        let what = format!("a frame of a zoom out to the whole of {of} seats, beside one of a pan over them");
        table.row(what, shown(out), shown(pan), times(out, pan), "≤ 2 ×");
    }
    for of in SIZES {
        let nodes = answer["nodes"][size(of)].as_u64().ok_or("elements were not counted")?;
        let what = format!("elements of the page at most while {of} seats are zoomed");
        table.row(what, nodes.to_string(), dash(), dash(), "≤ 10,000");
    }
    Ok(())
}
