//! The crates, as cargo knows them: for every system, not only for this one, and those that only build or
//! test as well as those that ship. One rule for all is simpler than a border between them.

use super::Stated;
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use serde_json::Value;

/// What every crate from outside states, in the workspace and in that of the window test.
pub fn stated(house: &House) -> Outcome<Vec<Stated>> {
    let mut all = within(|| house.cargo())?;
    all.append(&mut within(|| house.cargo_of_window())?);
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all.dedup_by(|one, other| one.name == other.name);
    Ok(all)
}

/// Fetching comes first because it shows its progress: on a fresh machine it takes a while.
fn within(cargo: impl Fn() -> Call) -> Outcome<Vec<Stated>> {
    cargo().word("fetch").run()?;
    let answer = cargo().words("metadata --format-version 1 --all-features").answer()?;
    read(&answer).ok_or_else(|| {
        Failure::new(
            "The answer of `cargo metadata` could not be read.",
            "Use the toolchain that rust-toolchain.toml names.",
        )
    })
}

/// Our own crates have no source; all others do.
fn read(metadata: &str) -> Option<Vec<Stated>> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let packages = metadata["packages"].as_array()?;
    packages.iter().filter(|package| !package["source"].is_null()).map(one).collect()
}

fn one(package: &Value) -> Option<Stated> {
    Some(Stated {
        name: format!("{} {}", package["name"].as_str()?, package["version"].as_str()?),
        licence: package["license"].as_str().map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_from_outside_are_read() {
        let metadata = r#"{"packages":[
            {"name":"api","version":"0.1.0","source":null,"license":"Apache-2.0"},
            {"name":"serde","version":"1.0.0","source":"registry","license":"MIT OR Apache-2.0"},
            {"name":"mute","version":"2.0.0","source":"registry","license":null}]}"#;
        let read: Vec<(String, Option<String>)> =
            read(metadata).into_iter().flatten().map(|stated| (stated.name, stated.licence)).collect();
        let expected =
            [("serde 1.0.0".to_owned(), Some("MIT OR Apache-2.0".to_owned())), ("mute 2.0.0".to_owned(), None)];
        assert_eq!(read, expected);
    }
}
