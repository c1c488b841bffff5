//! `cargo xtask bench`: what things cost, as ratios in one run against the least that could be done.
//!
//! `bench record|fold [DECISIONS] [OUT.md]` and `bench reading|review|papers|chart|timeline|tree [OUT.md]`: which figures, the
//! size of the large register (40,000 without it), and where the table goes. The papers want `--features press`.
//! `bench look FOLDER` leaves pictures of org charts of 20 to 10,000 seats there.

mod chart;
mod chromium;
mod fold;
#[cfg(feature = "press")]
mod papers;
mod reading;
mod record;
mod review;
mod table;
mod timeline;
mod tree;

use std::error::Error;

/// That of the program and the command line.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let which = args.next().unwrap_or_default();
    if which == "text" {
        return reading::pdf::process(std::path::Path::new(&args.next().unwrap_or_default()));
    }
    if which == "look" {
        return chart::look(std::path::Path::new(&args.next().unwrap_or_else(|| "out".to_owned())));
    }
    #[cfg(feature = "press")]
    if which == "press" {
        return papers::process(std::path::Path::new(&args.next().unwrap_or_default()));
    }
    let large: usize = if matches!(which.as_str(), "chart" | "reading" | "review" | "papers" | "timeline" | "tree") {
        0
    } else {
        args.next().map_or(Ok(40_000), |text| text.parse())?
    };
    let table = match which.as_str() {
        "record" => record::measure(large)?,
        "fold" => fold::measure(large)?,
        "reading" => reading::measure()?,
        "review" => review::measure()?,
        "chart" => chart::measure()?,
        "timeline" => timeline::measure()?,
        "tree" => tree::measure()?,
        #[cfg(feature = "press")]
        "papers" => papers::measure()?,
        #[cfg(not(feature = "press"))]
        "papers" => return Err("this build has no press: add --features press".into()),
        other => {
            let known = "record, fold, reading, review, papers, chart, timeline, or tree";
            return Err(format!("no figures of {other:?}: {known}").into());
        }
    };
    println!("\n{table}");
    if let Some(out) = args.next() {
        table.keep(std::path::Path::new(&out), &which)?;
    }
    Ok(())
}
