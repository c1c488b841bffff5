//! The figures, as a table to read and to keep.

use std::fmt;
use std::path::Path;
use std::time::Duration;

/// A line for each figure.
#[derive(Default)]
pub struct Table(Vec<[String; 5]>);

impl Table {
    /// A figure: what was measured, ours, the peer's, the ratio, and what was aimed at.
    pub fn row(&mut self, what: String, ours: String, peer: String, ratio: String, aim: &str) {
        println!("{what}: {ours}, peer {peer}, {ratio} (aim: {aim})");
        self.0.push([what, ours, peer, ratio, aim.to_owned()]);
    }

    /// Writes the table into a page, between the two marks that it has for it.
    pub fn keep(&self, page: &Path, which: &str) -> std::io::Result<()> {
        let marks = [format!("<!-- {which}: begin -->\n"), format!("<!-- {which}: end -->")];
        let text = std::fs::read_to_string(page)?;
        let missing = || std::io::Error::other(format!("{} has no place for the table", page.display()));
        let begin = text.find(&marks[0]).ok_or_else(missing)? + marks[0].len();
        let end = text.find(&marks[1]).ok_or_else(missing)?;
        std::fs::write(page, format!("{}{self}{}", &text[..begin], &text[end..]))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | ours | the least | ratio | aim |\n|---|---|---|---|---|")?;
        self.0.iter().try_for_each(|cells| writeln!(f, "| {} |", cells.join(" | ")))
    }
}

/// The median of some times.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A time as a person reads it.
pub fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1000.0 {
        format!("{micros:.1} µs")
    } else if micros < 1e6 {
        format!("{:.2} ms", micros / 1e3)
    } else {
        format!("{:.2} s", micros / 1e6)
    }
}

/// How often the first goes into the second.
pub fn ratio(ours: Duration, peer: Duration) -> String {
    format!("{:.2} ×", ours.as_secs_f64() / peer.as_secs_f64())
}

/// How many times faster one is.
pub fn faster(ours: Duration, peer: Duration) -> String {
    let times = peer.as_secs_f64() / ours.as_secs_f64();
    // To a tenth where a tenth tells whether the aim is met.
    if times < 20.0 { format!("{times:.1} × faster") } else { format!("{times:.0} × faster") }
}
