//! What a process uses, its own children included.

use std::error::Error;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Processor time and memory.
#[derive(Clone, Copy, Debug)]
pub struct Used {
    /// Of the process and of the children that it waited for.
    pub processor: Duration,
    /// The most that the process itself held at one time, in bytes, looked at every few milliseconds.
    pub memory: u64,
}

/// How the kernel counts processor time in /proc: a hundred to the second.
const TICKS: u64 = 100;

/// Runs a program to its end.
pub fn run(command: &mut Command, input: &[u8]) -> Result<Used, Box<dyn Error>> {
    let before = of_children()?;
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    if let Some(mut pipe) = child.stdin.take() {
        // A program that reads nothing closes its end: that is its affair.
        let _ = pipe.write_all(input);
    }
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    let ended = loop {
        memory = memory.max(std::fs::read_to_string(&status).ok().and_then(|text| peak(&text)).unwrap_or(0));
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    if !ended.success() {
        return Err(format!("{command:?} ended with {ended}").into());
    }
    let ticks = of_children()?.saturating_sub(before);
    Ok(Used { processor: Duration::from_millis(ticks * 1000 / TICKS), memory })
}

fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kb| kb * 1024)
}

/// The processor time of every child that was waited for, in ticks.
fn of_children() -> Result<u64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The name of the program stands in brackets and may hold anything.
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let fields: Vec<&str> = behind.split_whitespace().collect();
    let field = |at: usize| fields.get(at).and_then(|text| text.parse::<u64>().ok()).ok_or("no such field");
    Ok(field(13)? + field(14)?)
}
