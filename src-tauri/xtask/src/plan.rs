//! A command as a list of named steps: each said before it begins, timed when it ends.

use crate::failure::{Failure, Outcome};
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// What a step does. It answers with a short note: what it found or made.
type Work<'a> = Box<dyn FnOnce() -> Outcome<String> + 'a>;

/// The steps of a command, in their order.
#[derive(Default)]
pub struct Plan<'a> {
    steps: Vec<(&'static str, Work<'a>)>,
}

/// What became of the steps.
pub struct Report {
    rows: Vec<Row>,
    failures: Vec<Failure>,
}

struct Row {
    name: &'static str,
    time: Option<Duration>,
    ending: String,
}

impl<'a> Plan<'a> {
    /// Adds a step at the end.
    pub fn step(mut self, name: &'static str, work: impl FnOnce() -> Outcome<String> + 'a) -> Self {
        self.steps.push((name, Box::new(work)));
        self
    }

    /// Adds a step that has nothing to say but that it went well.
    pub fn plain(self, name: &'static str, work: impl FnOnce() -> Outcome + 'a) -> Self {
        self.step(name, || work().map(|()| "passed".to_owned()))
    }

    /// Puts another plan's steps at the end of this one.
    pub fn then(mut self, mut other: Plan<'a>) -> Self {
        self.steps.append(&mut other.steps);
        self
    }

    /// Takes the steps one after the other. A failing one ends the walk, unless all are wanted: then the
    /// rest is still worth knowing.
    pub fn walk(self, keep_going: bool) -> Report {
        let total = self.steps.len();
        let mut report = Report { rows: Vec::new(), failures: Vec::new() };
        for (index, (name, work)) in self.steps.into_iter().enumerate() {
            if !keep_going && !report.failures.is_empty() {
                report.row(name, None, "not run".to_owned());
                continue;
            }
            let number = format!("[{}/{total}]", index + 1);
            println!("\n{number} {name}");
            let start = Instant::now();
            let outcome = work();
            let time = start.elapsed();
            let ending = match outcome {
                Ok(note) => note,
                Err(failure) => {
                    // The last words are the caller's; those of the others would be lost.
                    if keep_going {
                        println!("  {failure}");
                    }
                    report.failures.push(failure);
                    "FAILED".to_owned()
                }
            };
            println!("{number} {name}: {ending} ({})", seconds(time));
            report.row(name, Some(time), ending);
        }
        report
    }
}

impl Report {
    fn row(&mut self, name: &'static str, time: Option<Duration>, ending: String) {
        self.rows.push(Row { name, time, ending });
    }

    /// Steps and times, one a line.
    pub fn table(&self) -> String {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let mut table = String::new();
        for row in &self.rows {
            let _ = writeln!(
                table,
                "{:width$}  {:>9}  {}",
                row.name,
                row.time.map(seconds).unwrap_or_default(),
                row.ending
            );
        }
        let total = self.rows.iter().map(|row| row.time.unwrap_or_default()).sum();
        let _ = writeln!(table, "{:width$}  {:>9}", "All of it", seconds(total));
        table
    }

    /// Keeps the table in a file, for whoever compares one run with the next.
    pub fn keep(&self, path: &Path) -> Outcome {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Failure::file("made", folder, &error))?;
        }
        std::fs::write(path, self.table()).map_err(|error| Failure::file("written", path, &error))
    }

    /// The first failure, if there is one: it is most often the cause of the others.
    pub fn outcome(self) -> Outcome {
        self.failures.into_iter().next().map_or(Ok(()), Err)
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken() -> Outcome<String> {
        Err(Failure::new("It broke.", "Mend it."))
    }

    #[test]
    fn a_failing_step_stops_the_rest() {
        let report = Plan::default().step("one", broken).plain("two", || Ok(())).walk(false);
        assert!(report.table().contains("not run"));
        assert!(report.outcome().is_err());
    }

    #[test]
    fn all_steps_run_when_wanted() {
        let report = Plan::default().step("one", broken).plain("two", || Ok(())).walk(true);
        assert!(report.table().contains("FAILED"));
        assert!(report.table().contains("passed"));
        assert!(report.outcome().is_err());
    }
}
