//! Drawings measured in Chromium, by the scripts of peers.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::table::median;

/// Asks the script of a folder of peers.
///
/// # Errors
/// Where Chromium or what npm lays in is not there.
pub fn ask(folder: &str, question: &Value) -> Result<Value, Box<dyn Error>> {
    let script: PathBuf = [env!("CARGO_MANIFEST_DIR"), "peers", folder, "run.mjs"].iter().collect();
    let mut node = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut asked) = node.stdin.take() {
        writeln!(asked, "{question}").map_err(unready)?;
    }
    Ok(serde_json::from_slice(&node.wait_with_output()?.stdout).map_err(unready)?)
}

fn unready(error: impl Error) -> String {
    format!(
        "The drawings were not measured ({error}): is Chromium at /usr/bin/chromium or where CHROMIUM says, and `npm ci` \
         done in ui and in tests/bench/peers?"
    )
}

/// A time in ms.
///
/// # Errors
/// Where there is none.
pub fn one(value: &Value) -> Result<Duration, String> {
    let time = value.as_f64().ok_or_else(|| format!("no time: {value}"))?;
    Ok(Duration::from_secs_f64(time.max(0.0) / 1e3))
}

/// The median of times in ms.
///
/// # Errors
/// Where there are none.
pub fn typical(times: &Value) -> Result<Duration, String> {
    let times = times.as_array().filter(|times| !times.is_empty()).ok_or_else(|| format!("no times: {times}"))?;
    Ok(median(times.iter().map(one).collect::<Result<_, _>>()?))
}
