//! The chart of the founding case at every width: nothing overlaps, nothing is lost, nothing sticks out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use api::{Session, call};
use serde_json::{Value, json};

struct Box {
    kind: String,
    text: String,
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

fn numbers(of: &Value, key: &str) -> Vec<i64> {
    of[key].as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

fn boxes(chart: &Value) -> Vec<Box> {
    let all = &chart["boxes"];
    let [kind, x, y, width, height, text] = ["kind", "x", "y", "width", "height", "text"].map(|key| numbers(all, key));
    let words = numbers(&chart["text"], "word");
    let word = |at: usize| chart["text"]["words"][usize::try_from(words[at]).unwrap()].as_str().unwrap();
    let first = |at: usize| text.get(at).map_or(words.len(), |first| usize::try_from(*first).unwrap());
    (0..kind.len())
        .map(|at| Box {
            kind: chart["kinds"][usize::try_from(kind[at]).unwrap()].as_str().unwrap().to_owned(),
            text: (first(at)..first(at + 1)).map(word).collect::<Vec<_>>().join(" "),
            left: x[at],
            top: y[at],
            right: x[at] + width[at],
            bottom: y[at] + height[at],
        })
        .collect()
}

#[test]
fn nothing_overlaps_and_nothing_sticks_out_at_any_width() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Session::new(&folder.path().join("a.kientoan"));
    desk.open_sample().unwrap();
    for on in ["2016-04-21", "2025-07-01"] {
        let shown = call(&mut desk, "show", json!({ "committee": "ứng dụng", "on": on })).unwrap();
        let seats: Vec<&str> =
            shown["seats"].as_array().unwrap().iter().map(|seat| seat["id"].as_str().unwrap()).collect();
        for width in (480..2400).step_by(40) {
            let chart = call(&mut desk, "chart", json!({ "committee": "ứng dụng", "on": on, "width": width })).unwrap();
            let mut drawn = boxes(&chart);
            drawn.retain(|one| matches!(one.kind.as_str(), "card" | "row" | "agency"));
            let (right, bottom) = (chart["width"].as_i64().unwrap(), chart["height"].as_i64().unwrap());
            for (at, one) in drawn.iter().enumerate() {
                assert!(one.left >= 0 && one.right <= right, "{} sticks out at {width} on {on}", one.text);
                assert!(one.bottom <= bottom, "{} is below the chart at {width} on {on}", one.text);
                for other in &drawn[at + 1..] {
                    let apart = one.right <= other.left
                        || other.right <= one.left
                        || one.bottom <= other.top
                        || other.bottom <= one.top;
                    assert!(apart, "{} overlaps {} at {width} on {on}", one.text, other.text);
                }
            }
            let text = chart.to_string();
            assert!(seats.iter().all(|seat| text.contains(seat)), "a seat is lost at {width} on {on}");
        }
    }
}

#[test]
fn the_whole_committee_stands_on_one_office_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Session::new(&folder.path().join("a.kientoan"));
    desk.open_sample().unwrap();
    // 1366×768 less rail, margin, title and time strip.
    let chart = call(&mut desk, "chart", json!({ "committee": "ứng dụng", "on": "2016-04-21", "width": 872 })).unwrap();
    assert!(chart["height"].as_i64().unwrap() / 16 <= 520, "{} px", chart["height"].as_i64().unwrap() / 16);
}
