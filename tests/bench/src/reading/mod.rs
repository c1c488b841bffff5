//! What reading costs: a PDF against poppler, rows of a spreadsheet against openpyxl, extraction against plain
//! scans with regular expressions, a Word file by itself.

mod extraction;
mod outside;
pub mod pdf;
mod rows;
mod word;

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::table::{Table, median};

/// Measures everything.
pub fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    extraction::measure(&mut table)?;
    word::measure(&mut table)?;
    pdf::measure(&mut table)?;
    rows::measure(&mut table)?;
    Ok(table)
}

/// Where the fixtures of the reading crate lie.
fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/crates/reading/tests")
}

/// The medians of several works, of which each is done in every round: what slows the machine slows them all.
fn medians<const N: usize>(
    rounds: usize,
    mut works: [&mut dyn FnMut() -> Result<(), Box<dyn Error>>; N],
) -> Result<[Duration; N], Box<dyn Error>> {
    let mut times: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::new());
    for _ in 0..rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            let clock = Instant::now();
            work()?;
            times.push(clock.elapsed());
        }
    }
    Ok(times.map(median))
}
