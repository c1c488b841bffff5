//! The two programs, and the folder of all that is installed.

use super::{COMMAND, LOADER, PROGRAM, TARGET, built, cargo, copy, empty, notices, stage};
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use std::fs;

/// Builds both, in the one profile and with the one set of features that the tests use too.
pub fn build(house: &House) -> Outcome<String> {
    let selection = "build --release --workspace --exclude xtask --bins --target";
    cargo(house)?.words(selection).word(TARGET).run()?;
    Ok(format!("in {}", built(house).display()))
}

/// Lays out what is installed.
pub fn lay_out(house: &House) -> Outcome<String> {
    let stage = stage(house);
    empty(&stage)?;
    for name in [PROGRAM, COMMAND, LOADER] {
        copy(&built(house).join(name), &stage.join(name))?;
    }
    copy(&house.root.join("LICENSE"), &stage.join("LICENSE.txt"))?;
    let (text, parts) = notices::write(house)?;
    let path = stage.join("THIRD-PARTY.txt");
    fs::write(&path, text).map_err(|error| Failure::file("written", &path, &error))?;
    Ok(format!("{}, with the licences of {parts} parts", stage.display()))
}

/// What a program asks Windows to load, by name.
pub fn loads(program: &std::path::Path) -> Outcome<Vec<String>> {
    let headers = Call::program("x86_64-w64-mingw32-objdump").word("-p").word(program).answer()?;
    Ok(headers.lines().filter_map(|line| line.trim().strip_prefix("DLL Name: ")).map(str::to_owned).collect())
}

/// Whether a program has a console (`Windows CUI`) or not (`Windows GUI`).
pub fn subsystem(program: &std::path::Path) -> Outcome<String> {
    let headers = Call::program("x86_64-w64-mingw32-objdump").word("-p").word(program).answer()?;
    let line = headers.lines().find(|line| line.starts_with("Subsystem")).unwrap_or_default();
    Ok(line.rsplit(['(', ')']).nth(1).unwrap_or_default().to_owned())
}
