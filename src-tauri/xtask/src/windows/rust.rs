//! Rust's standard library for Windows. rustup adds it to the toolchain; where rustup has no network but Debian's
//! packages are at hand, it is built from Debian's source of the same release.

use super::{TARGET, cache, debian_source};
use crate::call::Call;
use crate::failure::Outcome;
use crate::house::House;
use std::fs;
use std::path::{Path, PathBuf};

/// Set to `debian`, it takes the second way even where the first is open: so that it can be tried.
const WAY: &str = "KIENTOAN_WINDOWS_STD";

/// Gets the standard library, once.
pub fn get(house: &House) -> Outcome<String> {
    if std::env::var_os(WAY).is_none_or(|way| way != "debian") {
        if holds_std(&sysroot(house)?) {
            return Ok("there, with the toolchain".to_owned());
        }
        let added = Call::program("rustup").words("target add").word(TARGET).dir(&house.root).run();
        if added.is_ok() && holds_std(&sysroot(house)?) {
            return Ok("added by rustup".to_owned());
        }
        println!("  rustup could not add {TARGET}: it is built from Debian's source instead.");
    }
    let folder = own_sysroot()?;
    if holds_std(&folder) {
        return Ok(format!("there, in {}", folder.display()));
    }
    debian_source::build(house, &folder)?;
    Ok(format!("built from Debian's source into {}", folder.display()))
}

/// The folder of a library that does not lie with the toolchain, if that is the one in use.
pub fn beside_the_toolchain(house: &House) -> Outcome<Option<PathBuf>> {
    let own = own_sysroot()?;
    let forced = std::env::var_os(WAY).is_some_and(|way| way == "debian");
    Ok((holds_std(&own) && (forced || !holds_std(&sysroot(house)?))).then_some(own))
}

/// Where the libraries of the target lie in a sysroot.
pub fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib").join("rustlib").join(TARGET).join("lib")
}

fn own_sysroot() -> Outcome<PathBuf> {
    Ok(cache()?.join(format!("sysroot-{}", debian_source::RELEASE)))
}

fn sysroot(house: &House) -> Outcome<PathBuf> {
    Ok(PathBuf::from(Call::program("rustc").words("--print sysroot").dir(&house.root).answer()?.trim()))
}

fn holds_std(sysroot: &Path) -> bool {
    fs::read_dir(libraries(sysroot)).is_ok_and(|files| {
        files.flatten().any(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}
