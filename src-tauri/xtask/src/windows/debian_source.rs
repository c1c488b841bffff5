//! The standard library for Windows, built from the source that Debian ships. The package is fetched by its name
//! with the machine's own apt, from the archive that the machine uses already, into a folder of ours: neither the
//! machine's sources nor its packages change.

use super::{TARGET, cache, empty, rust};
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use std::fs;
use std::path::{Path, PathBuf};

/// The release whose library this is: it must be the compiler's.
pub const RELEASE: &str = "1.95.0";
const SUITE: &str = "trixie-backports";
const PACKAGE: &str = "rust-src";
const VERSION: &str = "1.95.0+dfsg1-2~bpo13+1";
const SHA256: &str = "7b76db5b880a77f9e52975d2baa6209d2f76d2c9c2789515c3088cb960e2c83b";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// What remains when neither way is open.
const REMEDY: &str = "Run `rustup target add x86_64-pc-windows-gnu` in the repository on a network that reaches \
                      Rust's own servers, and then the command again.";

/// Builds the library into a sysroot of its own.
pub fn build(house: &House, sysroot: &Path) -> Outcome {
    let compiler = Call::program("rustc").word("--version").dir(&house.root).answer()?;
    if !compiler.starts_with(&format!("rustc {RELEASE} ")) {
        return Err(Failure::new(
            format!("Debian's source is of Rust {RELEASE}, and the compiler here is {}.", compiler.trim()),
            REMEDY,
        ));
    }
    let work = cache()?.join("rust-src");
    empty(&work)?;
    let library = unpack(&fetch(&work)?, &work)?;
    compile(&library, &work)?;
    install(&library, &work, sysroot)?;
    // 300 MB that nobody needs any more.
    fs::remove_dir_all(&work).map_err(|error| Failure::file("removed", &work, &error))
}

/// Fetches the package, and checks that it is the one that was tried.
fn fetch(work: &Path) -> Outcome<PathBuf> {
    let archive = archive()?;
    let sources = work.join("sources.list");
    for folder in ["lists/partial", "archives/partial"] {
        fs::create_dir_all(work.join(folder)).map_err(|error| Failure::file("made", work, &error))?;
    }
    fs::write(&sources, format!("deb [signed-by={KEYRING}] {archive} {SUITE} main\n"))
        .map_err(|error| Failure::file("written", &sources, &error))?;
    let apt = || {
        let option = |name: &str, path: PathBuf| format!("{name}={}", path.display());
        Call::program("apt-get")
            .dir(work)
            .word("-o")
            .word(option("Dir::Etc::SourceList", sources.clone()))
            .words("-o Dir::Etc::SourceParts=/dev/null -o")
            .word(option("Dir::State::Lists", work.join("lists")))
            .word("-o")
            .word(option("Dir::Cache::Archives", work.join("archives")))
            .words("-o APT::Sandbox::User= -o Dir::Cache::PkgCache= -o Dir::Cache::SrcPkgCache=")
            .remedy(format!("Debian's {SUITE} gives {PACKAGE} {VERSION} no more, or is out of reach. {REMEDY}"))
    };
    apt().word("update").run()?;
    apt().word("download").word(format!("{PACKAGE}={VERSION}")).run()?;
    let package = fs::read_dir(work)
        .map_err(|error| Failure::file("read", work, &error))?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .ok_or_else(|| Failure::new(format!("apt-get left no package in {}.", work.display()), REMEDY))?;
    let sum = Call::program("sha256sum").word(&package).answer()?;
    if sum.split_whitespace().next() != Some(SHA256) {
        return Err(Failure::new(format!("{} is not the package that was tried: {sum}", package.display()), REMEDY));
    }
    Ok(package)
}

/// The Debian archive that this machine gets its own packages from.
fn archive() -> Outcome<String> {
    let targets = Call::program("apt-get")
        .words("indextargets --format")
        .word("$(ORIGIN)|$(COMPONENT)|$(LABEL)|$(REPO_URI)")
        .answer()
        .map_err(|_| Failure::new("rustup could not add the target, and this machine has no apt.", REMEDY))?;
    debian(&targets).ok_or_else(|| {
        Failure::new("rustup could not add the target, and this machine gets no packages from Debian.", REMEDY)
    })
}

fn debian(targets: &str) -> Option<String> {
    targets.lines().find_map(|line| line.strip_prefix("Debian|main|Debian|")).map(str::to_owned)
}

/// Unpacks without installing: as an installed package it would stand in the way of rustup.
fn unpack(package: &Path, work: &Path) -> Outcome<PathBuf> {
    let folder = work.join("source");
    Call::program("dpkg").word("-x").word(package).word(&folder).run()?;
    let library = folder.join("usr/src").join(format!("rustc-{RELEASE}")).join("library");
    if library.join("sysroot").join("Cargo.toml").is_file() {
        return Ok(library);
    }
    Err(Failure::new(format!("{} holds no standard library.", package.display()), REMEDY))
}

/// As Rust's own bootstrap calls it. The compiler must be the release's own, so its guard may be lifted.
fn compile(library: &Path, work: &Path) -> Outcome {
    Call::cargo()
        .dir(library)
        .words("build --release --manifest-path sysroot/Cargo.toml --target")
        .word(TARGET)
        .words("--features")
        .word("panic-unwind backtrace")
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("__CARGO_DEFAULT_LIB_METADATA", "stablestd")
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc")
        .env("RUSTFLAGS", "-Zforce-unstable-if-unmarked -Cembed-bitcode=yes")
        .remedy(REMEDY)
        .run()
}

/// The libraries, and the two objects that mingw links at the beginning and at the end. They are laid aside
/// first, so that a library that is there is whole.
fn install(library: &Path, work: &Path, sysroot: &Path) -> Outcome {
    let ready = work.join("sysroot");
    let folder = rust::libraries(&ready);
    fs::create_dir_all(&folder).map_err(|error| Failure::file("made", &folder, &error))?;
    let built = work.join("target").join(TARGET).join("release").join("deps");
    for file in fs::read_dir(&built).map_err(|error| Failure::file("read", &built, &error))?.flatten() {
        if file.path().extension().is_some_and(|ending| ending == "rlib") {
            super::copy(&file.path(), &folder.join(file.file_name()))?;
        }
    }
    for part in ["rsbegin", "rsend"] {
        Call::program("rustc")
            .dir(library)
            .words("--edition 2021 --emit obj --target")
            .word(TARGET)
            .word("-o")
            .word(folder.join(format!("{part}.o")))
            .word(format!("rtstartup/{part}.rs"))
            .env("RUSTC_BOOTSTRAP", "1")
            .run()?;
    }
    empty(sysroot)?;
    fs::remove_dir(sysroot).map_err(|error| Failure::file("removed", sysroot, &error))?;
    fs::rename(&ready, sysroot).map_err(|error| Failure::file("moved", &ready, &error))
}

#[cfg(test)]
mod tests {
    use super::debian;

    #[test]
    fn the_archive_is_debians_own_and_not_the_one_of_security_or_of_others() {
        let targets = "Debian|main|Debian-Security|http://archive.example/debian-security/\n\
                       Other|main|Other|http://archive.example/apt/\n\
                       Debian|main|Debian|http://archive.example/debian/\n";
        assert_eq!(debian(targets).as_deref(), Some("http://archive.example/debian/"));
        assert_eq!(debian("Ubuntu|main|Ubuntu|http://archive.example/ubuntu/\n"), None);
    }
}
