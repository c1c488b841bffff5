//! A PDF of 20 pages against poppler's pdftotext: both as whole processes, and ours within this one.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;

use super::{medians, outside};
use crate::table::{Table, ratio, shown};

const FILE: &str = "twenty-pages.pdf";

/// Measures it where pdftotext is (Debian: poppler-utils); otherwise it says so.
pub fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    if !outside::works("pdftotext", &["-v"]) {
        println!("pdftotext is not there: no figure for a PDF (Debian: apt-get install poppler-utils)");
        return Ok(());
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let bytes = std::fs::read(&file)?;
    let own = std::env::current_exe()?;
    let own = own.to_string_lossy().into_owned();
    let mut count = 0;
    let mut within = || {
        count = black_box(reading::text(FILE, &bytes)?).blocks.len();
        Ok(())
    };
    let mut process = || outside::run(&own, &["text"], &file, &[]);
    let mut poppler = || outside::run("pdftotext", &["-layout"], &file, &["-"]);
    let mut plain = || outside::run("pdftotext", &[], &file, &["-"]);
    let [within, process, plain, poppler] = medians(21, [&mut within, &mut process, &mut plain, &mut poppler])?;
    let size = bytes.len() / 1000;
    for (ours, how) in [(within, "within this process"), (process, "as a process")] {
        for (peer, what) in [(plain, "pdftotext as a process"), (poppler, "pdftotext -layout as a process")] {
            table.row(
                format!("a PDF of 20 pages, {size} KB, to {count} blocks, {how}; the peer: {what}"),
                shown(ours),
                shown(peer),
                ratio(ours, peer),
                "≤ 1.5 ×",
            );
        }
    }
    Ok(())
}

/// `bench text FILE`: what the whole process of ours does.
pub fn process(file: &Path) -> Result<(), Box<dyn Error>> {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    for block in reading::text(name, &std::fs::read(file)?)?.blocks {
        println!("{}", block.text);
    }
    Ok(())
}
