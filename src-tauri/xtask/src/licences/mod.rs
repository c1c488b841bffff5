//! What the product is made of must be free to pass on: every dependency under a permissive licence, none
//! of the banned ones. Checked from what the packages say of themselves, so there is no list to keep.

mod crates;
mod expression;
mod packages;
mod permitted;

use crate::failure::{Failure, Outcome};
use crate::house::House;
use std::path::PathBuf;

/// A dependency, and the licence it states.
struct Stated {
    name: String,
    licence: Option<String>,
}

/// Checks crates and npm packages together, and names everything that offends at once.
pub fn check(house: &House) -> Outcome<String> {
    let crates = crates::stated(house)?;
    let packages = packages::stated(&house.ui())?;
    let offences: Vec<String> = crates.iter().chain(&packages).filter_map(offence).collect();
    if offences.is_empty() {
        return Ok(format!("{} crates and {} npm packages, all permissive", crates.len(), packages.len()));
    }
    Err(Failure::new(
        format!("These dependencies may not be used:\n    {}", offences.join("\n    ")),
        "Replace them (`cargo tree -i NAME` and `npm explain NAME` say who asks for them); \
         a licence that is as permissive as the others is added, with the reason, in src-tauri/xtask/src/licences/permitted.rs.",
    ))
}

/// The npm packages that ship: the folder, the name and the licence of each.
pub fn shipped_packages(house: &House) -> Outcome<Vec<(PathBuf, String, String)>> {
    let shipped = packages::shipped(&house.ui())?;
    let licence = |stated: &Stated| stated.licence.clone().unwrap_or_default();
    Ok(shipped.into_iter().map(|(folder, stated)| (folder, stated.name.clone(), licence(&stated))).collect())
}

fn offence(stated: &Stated) -> Option<String> {
    let name = &stated.name;
    let bare = name.split(' ').next().unwrap_or_default();
    if let Some(reason) = permitted::ban(bare) {
        return Some(format!("{name}: banned, {reason}"));
    }
    let Some(licence) = &stated.licence else {
        return Some(format!("{name}: states no licence"));
    };
    match expression::satisfied(licence, permitted::permits) {
        Ok(true) => None,
        Ok(false) => Some(format!("{name}: {licence}")),
        Err(why) => Some(format!("{name}: {licence} ({why})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offends(name: &str, licence: Option<&str>) -> bool {
        offence(&Stated { name: name.to_owned(), licence: licence.map(str::to_owned) }).is_some()
    }

    #[test]
    fn what_offends() {
        assert!(!offends("serde 1.0.0", Some("MIT OR Apache-2.0")));
        assert!(offends("nameless 1.0.0", None));
        assert!(offends("copyleft 1.0.0", Some("GPL-3.0-or-later")));
        assert!(offends("closed 1.0.0", Some("SEE LICENSE IN LICENSE.txt")));
        assert!(offends("openssl-sys 0.9.0", Some("MIT")));
    }
}
