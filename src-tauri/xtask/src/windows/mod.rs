//! The Windows programs and their installer, made on Linux: a Rust for Windows, the programs, one folder of what
//! is installed, the installer, and what weighs what in it.

pub mod installer;
pub mod notices;
pub mod programs;
pub mod rust;
pub mod weights;

mod debian_source;

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Windows on 64-bit Intel and AMD, linked by mingw: the one that can be built on Linux.
pub const TARGET: &str = "x86_64-pc-windows-gnu";
/// The desktop program.
pub const PROGRAM: &str = "kientoan.exe";
/// The command line.
pub const COMMAND: &str = "kientoan-cli.exe";
/// What the desktop program needs beside it to find the web view.
pub const LOADER: &str = "WebView2Loader.dll";

/// Refuses where this cannot be done, with the way that can.
pub fn only_on_linux() -> Outcome {
    if cfg!(target_os = "linux") {
        return Ok(());
    }
    Err(Failure::new(
        "This command makes the Windows programs on Linux.",
        "On Windows the Tauri CLI makes them; docs/windows.md says how.",
    ))
}

/// Where cargo leaves what it builds for Windows.
pub fn built(house: &House) -> PathBuf {
    house.target.join(TARGET).join("release")
}

/// Where everything else that belongs to Windows is left: what is installed, the installer, tables.
pub fn folder(house: &House) -> PathBuf {
    house.notes().join("windows")
}

/// What is installed, as it will lie in one folder.
pub fn stage(house: &House) -> PathBuf {
    folder(house).join("installed")
}

/// What is made once for all clones of this machine.
pub fn cache() -> Outcome<PathBuf> {
    let named = std::env::var_os("KIENTOAN_CACHE").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache").join("kientoan"));
    let cache = named.or_else(home).ok_or_else(|| {
        Failure::new("There is no folder for what is made once.", "Set HOME, or KIENTOAN_CACHE to a folder of yours.")
    })?;
    Ok(cache.join("windows"))
}

/// What the product says of itself, from tauri.conf.json.
pub struct Product {
    /// Its name.
    pub name: String,
    /// Its version, three numbers.
    pub version: String,
    /// Who publishes it.
    pub publisher: String,
    /// What its data folder in %LOCALAPPDATA% is called.
    pub identifier: String,
}

impl Product {
    /// Reads it.
    pub fn read(house: &House) -> Outcome<Self> {
        let path = house.root.join("tauri.conf.json");
        let text = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
        let config: Value = serde_json::from_str(&text).unwrap_or_default();
        let word = |value: &Value| value.as_str().map(str::to_owned);
        let product = || {
            Some(Self {
                name: word(&config["productName"])?,
                version: word(&config["version"])?,
                publisher: word(&config["bundle"]["publisher"])?,
                identifier: word(&config["identifier"])?,
            })
        };
        product().ok_or_else(|| {
            Failure::new(
                format!("{} names no product, version, publisher or identifier.", path.display()),
                "Give it `productName`, `version`, `bundle.publisher` and `identifier`.",
            )
        })
    }
}

/// A cargo command in the root that builds for Windows: mingw links, and compiles what is written in C.
pub fn cargo(house: &House) -> Outcome<Call> {
    let cargo = house
        .cargo()
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc")
        .env("CC_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-gcc")
        .env("CXX_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-g++")
        .env("AR_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-ar");
    Ok(match rust::beside_the_toolchain(house)? {
        // Only what is built for Windows sees these flags: build scripts run on this machine.
        Some(sysroot) => cargo.env("CARGO_ENCODED_RUSTFLAGS", format!("--sysroot\x1f{}", sysroot.display())),
        None => cargo,
    })
}

/// Makes a folder anew, empty.
pub fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("removed", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::file("made", folder, &error))
}

/// Copies one file.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(|_| ()).map_err(|error| Failure::file("copied", from, &error))
}
