//! Starts a worker for each reader, and another one when it was brought down.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use fuzz::campaign::Until;
use fuzz::ceiling;
use fuzz::minutes::Line;
use fuzz::reader::Reader;

use crate::command::Command;
use crate::worker;

/// After so many workers brought down, the reader has enough to mend.
const MOST_FALLS: u64 = 10;

/// Runs what is asked for, and answers with the number of findings.
pub fn run(command: &Command) -> Result<usize, Box<dyn Error>> {
    let folder = std::env::temp_dir().join("kientoan-fuzz");
    std::fs::create_dir_all(&folder)?;
    let mut findings = 0;
    for reader in &command.readers {
        let line = one(*reader, command, &folder)?;
        println!("{}", line.text());
        findings += line.crashes;
        if let Some(page) = &command.page {
            line.keep(page)?;
        }
    }
    Ok(findings)
}

fn one(reader: Reader, command: &Command, folder: &Path) -> Result<Line, Box<dyn Error>> {
    let clock = Instant::now();
    let mut line = Line {
        reader: reader.name(),
        seed: command.seed,
        executions: 0,
        seconds: 0,
        kinds: 0,
        slowest: 0,
        crashes: 0,
        commit: command.commit.clone(),
    };
    for fall in 0..MOST_FALLS {
        // The next worker takes another seed: the same one would bring it down again.
        let seed = command.seed + fall * 1_000_003;
        let left = match command.until {
            Until::Executions(most) => Until::Executions(most.saturating_sub(line.executions)),
            Until::Time(longest) => Until::Time(longest.saturating_sub(clock.elapsed())),
        };
        let mut child = ceiling::again(&worker::words(reader, seed, left, folder))?.stdout(Stdio::piped()).spawn()?;
        let mut last = String::new();
        for said in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines().map_while(Result::ok)) {
            println!("{said}");
            last = said;
        }
        let status = child.wait()?;
        let done: Vec<u64> = last.strip_prefix("done ").map(numbers).unwrap_or_default();
        if let ([executions, kinds, found, slowest], true) = (done.as_slice(), status.success()) {
            line.executions += executions;
            line.kinds = line.kinds.max(usize::try_from(*kinds)?);
            line.crashes += usize::try_from(*found)?;
            line.slowest = *slowest;
            break;
        }
        // What it had counted last.
        line.executions += numbers(&last).first().copied().unwrap_or(0);
        line.crashes += 1;
        let kept = folder.join(format!("{}-{seed}-fall.{}", reader.name(), reader.name()));
        std::fs::copy(worker::present(folder, reader), &kept)?;
        println!("FOUND what brings the process down ({status}): {}", kept.display());
    }
    line.seconds = clock.elapsed().as_secs();
    Ok(line)
}

fn numbers(text: &str) -> Vec<u64> {
    text.split([' ', ':', ',']).filter_map(|word| word.parse().ok()).collect()
}
