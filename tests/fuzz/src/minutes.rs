//! docs/fuzz.md: one line for each reader, the last run that was kept.

use std::io;
use std::path::Path;

/// A line of the table.
#[derive(Clone, Debug)]
pub struct Line {
    /// The reader.
    pub reader: &'static str,
    /// The seed.
    pub seed: u64,
    /// How many inputs were read.
    pub executions: u64,
    /// For how long, in seconds.
    pub seconds: u64,
    /// Inputs kept because their answer was of a new kind.
    pub kinds: usize,
    /// The longest that one input took, in milliseconds.
    pub slowest: u64,
    /// Panics, hangs, contradictions, floods of memory.
    pub crashes: usize,
    /// The commit that was tried.
    pub commit: String,
}

impl Line {
    /// As a line of Markdown.
    #[must_use]
    pub fn text(&self) -> String {
        let minutes = f64::from(u32::try_from(self.seconds).unwrap_or(u32::MAX)) / 60.0;
        format!(
            "| {} | {} | {} | {minutes:.1} | {} | {} ms | {} | {} |",
            self.reader, self.seed, self.executions, self.kinds, self.slowest, self.crashes, self.commit
        )
    }

    /// Puts the line in the place of the reader's last one.
    ///
    /// # Errors
    /// When the page cannot be read or written, or has no table for it.
    pub fn keep(&self, page: &Path) -> io::Result<()> {
        let text = std::fs::read_to_string(page)?;
        let kept = replaced(&text, self)
            .ok_or_else(|| io::Error::other(format!("{} has no line for {}", page.display(), self.reader)))?;
        std::fs::write(page, kept)
    }
}

fn replaced(text: &str, line: &Line) -> Option<String> {
    let own = format!("| {} |", line.reader);
    let old = text.lines().find(|old| old.starts_with(&own))?;
    Some(text.replacen(old, &line.text(), 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_run_takes_the_place_of_the_readers_last_one() {
        let line = Line {
            reader: "txt",
            seed: 7,
            executions: 90,
            seconds: 90,
            kinds: 3,
            slowest: 12,
            crashes: 0,
            commit: "abc".into(),
        };
        let page = "| reader |\n|---|\n| docx | never |\n| txt | never |\n\nrest\n";
        assert_eq!(
            replaced(page, &line).unwrap(),
            "| reader |\n|---|\n| docx | never |\n| txt | 7 | 90 | 1.5 | 3 | 12 ms | 0 | abc |\n\nrest\n"
        );
        assert!(replaced("nothing", &line).is_none());
    }
}
