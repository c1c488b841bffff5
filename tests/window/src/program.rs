//! What is tested: the built program, and the sample register that its command line makes.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;

/// The repository.
pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The built program: named by `cargo xtask`, else the one in the repository's target folder.
pub fn program() -> PathBuf {
    let named = std::env::var_os("KIENTOAN_APP").map(PathBuf::from);
    named.unwrap_or_else(|| Path::new(ROOT).join("target/debug/kientoan"))
}

/// Where screenshots and papers go.
pub fn out() -> Outcome<PathBuf> {
    let out = std::env::var_os("KIENTOAN_OUT").map_or_else(|| Path::new(ROOT).join("out"), PathBuf::from);
    std::fs::create_dir_all(&out)?;
    Ok(out)
}

/// Makes the sample register, whole or as it stood on a day.
pub fn sample(register: &Path, until: Option<&str>) -> Outcome {
    let mut cli = Command::new(program().with_file_name("kientoan-cli"));
    cli.arg("sample").arg(register).args(until.iter().flat_map(|day| ["--until", day]));
    match cli.status()?.success() {
        true => Ok(()),
        false => Err("the command line made no sample register".into()),
    }
}
