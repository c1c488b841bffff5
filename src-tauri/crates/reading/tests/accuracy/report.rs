//! The figures as tables: read on the screen and kept in docs/reading.md.

use std::fmt::Write as _;

use crate::floors::{Compared, Figures};
use crate::score::{FIELDS, LISTS, PLAIN, Scored};
use crate::tally::{Tally, measures, share};

/// So many of the worst papers are named.
const WORST: usize = 12;

/// A set of papers, scored.
pub struct Set {
    pub name: &'static str,
    pub papers: Vec<Scored>,
}

impl Set {
    /// The tables of this set, in Markdown.
    pub fn tables(&self) -> String {
        let tally = Tally::of(&self.papers);
        let seats = tally.seats;
        let mut out = format!("### {}: {} papers, {} seats\n\n", self.name, tally.papers, seats.gold);
        out += "| Field | Right | Wrong | Missing | Invented |\n|---|--:|--:|--:|--:|\n";
        for field in FIELDS.iter().map(|(field, _)| *field).chain(PLAIN) {
            let v = tally.fields.get(field).copied().unwrap_or_default();
            let right = percent(share(v.right, v.right + v.errors()));
            let _ = writeln!(out, "| {field} | {right} | {} | {} | {} |", v.wrong, v.missing, v.invented);
        }
        out += "\n| List | Right | Missed | Extra |\n|---|--:|--:|--:|\n";
        for list in LISTS {
            let v = tally.lists.get(list).copied().unwrap_or_default();
            let _ = writeln!(out, "| {list} | {} | {} | {} |", v.right, v.missed, v.extra);
        }
        out += "\n| Seats | Count | Precision | Recall | F1 |\n|---|--:|--:|--:|--:|\n";
        for (name, right) in [("wholly right", seats.right), ("right person or post", seats.found)] {
            let [p, r, f1] = measures(right, seats.read, seats.gold);
            let _ = writeln!(out, "| {name} | {right} | {p:.3} | {r:.3} | {f1:.3} |");
        }
        let _ = writeln!(
            out,
            "\nSeats read that are none: {}. Citations right: {} of {}. Papers that seat nobody, read so: {} of {}. \
             Papers not read: {}.\n",
            seats.read - seats.found,
            seats.cited,
            seats.citable,
            tally.held,
            tally.negatives,
            tally.unread
        );
        out += "| Format or layout | Papers | Seats | Wholly right | Extra | Seat F1 | Errors in all |\n";
        out += "|---|--:|--:|--:|--:|--:|--:|\n";
        self.groups(&mut out, Scored::format);
        self.groups(&mut out, |paper| paper.layout.to_owned());
        out
    }

    /// A row for each group of papers that have the same key.
    fn groups(&self, out: &mut String, key: impl Fn(&Scored) -> String) {
        let mut keys: Vec<String> = self.papers.iter().map(&key).collect();
        keys.sort();
        keys.dedup();
        for name in keys {
            let papers: Vec<&Scored> = self.papers.iter().filter(|paper| key(paper) == name).collect();
            let errors: usize = papers.iter().map(|paper| paper.wrong.len()).sum();
            let Tally { papers, seats, .. } = Tally::of(papers);
            let extra = seats.read - seats.found;
            let f1 = if seats.gold == 0 {
                "–".to_owned()
            } else {
                format!("{:.3}", measures(seats.right, seats.read, seats.gold)[2])
            };
            let _ =
                writeln!(out, "| {name} | {papers} | {} | {} | {extra} | {f1} | {errors} |", seats.gold, seats.right);
        }
    }

    /// The papers with the most errors, in one sentence.
    pub fn worst(&self) -> String {
        let worst: Vec<String> = self
            .by_errors()
            .iter()
            .take(WORST)
            .map(|paper| format!("{} ({}, {})", paper.name, paper.layout, paper.wrong.len()))
            .collect();
        let clean = self.papers.iter().filter(|paper| paper.wrong.is_empty()).count();
        format!("Without any error: {clean}. The most errors: {}.\n", worst.join("; "))
    }

    /// Every error of every paper, the worst first.
    pub fn details(&self) -> String {
        let mut out = String::new();
        for paper in self.by_errors() {
            let _ = writeln!(out, "\n{}: {}", paper.name, paper.wrong.len());
            for line in &paper.wrong {
                let _ = writeln!(out, "    {line}");
            }
        }
        out
    }

    /// The papers with errors.
    fn by_errors(&self) -> Vec<&Scored> {
        let mut papers: Vec<&Scored> = self.papers.iter().filter(|paper| !paper.wrong.is_empty()).collect();
        papers.sort_by_key(|paper| (std::cmp::Reverse(paper.wrong.len()), &paper.name));
        papers
    }

    /// The figures beside their floors.
    pub fn compared(&self, floor: &Figures) -> Vec<Compared> {
        Figures::of(&Tally::of(&self.papers)).beside(floor)
    }
}

impl Scored {
    fn format(&self) -> String {
        self.name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default()
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}
