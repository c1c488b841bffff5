//! The ceiling of memory. A process cannot lower its own without a system call that needs unsafe code, so it
//! starts itself again through a shell that sets the limit first (`ulimit -v`, the address space in KiB).

use std::io;
use std::process::Command;

/// What reading a file may take, in MiB.
pub const READING: u64 = 512;
/// What the harness itself may come to while it runs: the inputs that it keeps, and its other threads, for each
/// of which the allocator reserves address space beforehand (a heap of 64 MiB and twice that to align it).
pub const HARNESS: u64 = 256;

/// This program again, with these words, under the ceiling: what it already takes, and 512 MiB for the reading.
///
/// # Errors
/// When the program does not know its own path.
pub fn again(words: &[String]) -> io::Result<Command> {
    let own = std::env::current_exe()?;
    if !cfg!(target_os = "linux") {
        let mut bare = Command::new(own);
        bare.args(words);
        return Ok(bare);
    }
    let mut shell = Command::new("sh");
    let limit = taken_kib().saturating_add((READING + HARNESS) * 1024);
    shell.args(["-c", &format!("ulimit -v {limit} && exec \"$0\" \"$@\"")]).arg(own).args(words);
    Ok(shell)
}

/// The address space that this process takes, in KiB: the program, its libraries, its first stack.
fn taken_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmPeak:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok()).unwrap_or(64 * 1024)
}
