//! The npm packages that ship: the page's `dependencies`, and whatever these ask for in turn. What only
//! builds or tests the page stays on the developer's machine and is not asked.

use super::Stated;
use crate::failure::{Failure, Outcome};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What every shipped package states.
pub fn stated(ui: &Path) -> Outcome<Vec<Stated>> {
    Ok(shipped(ui)?.into_values().collect())
}

/// The shipped packages by their folders, by following the dependencies from the page's own package.json.
pub fn shipped(ui: &Path) -> Outcome<BTreeMap<PathBuf, Stated>> {
    let mut found: BTreeMap<PathBuf, Stated> = BTreeMap::new();
    let mut open = dependencies(ui, ui, &manifest(ui)?)?;
    while let Some(folder) = open.pop() {
        if found.contains_key(&folder) {
            continue;
        }
        let manifest = manifest(&folder)?;
        open.append(&mut dependencies(ui, &folder, &manifest)?);
        found.insert(folder, one(&manifest));
    }
    Ok(found)
}

fn manifest(folder: &Path) -> Outcome<Value> {
    let path = folder.join("package.json");
    let text = fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))?;
    serde_json::from_str(&text).map_err(|error| {
        Failure::new(
            format!("{} is no JSON: {error}.", path.display()),
            "Delete ui/node_modules and run `cargo xtask setup`.",
        )
    })
}

/// The folders of what a package asks for. Peers count: a component ships together with its framework,
/// wherever the page lists it. What is optional and not installed does not ship.
fn dependencies(ui: &Path, folder: &Path, manifest: &Value) -> Outcome<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for (field, required) in [("dependencies", true), ("optionalDependencies", false), ("peerDependencies", false)] {
        for name in manifest[field].as_object().into_iter().flat_map(serde_json::Map::keys) {
            let optional = !required || !manifest["optionalDependencies"][name].is_null();
            match resolve(ui, folder, name) {
                Some(found) => folders.push(found),
                None if optional => {}
                None => {
                    return Err(Failure::new(
                        format!("The npm package {name} is not installed, though {} asks for it.", folder.display()),
                        "Run `npm install` in ui/, and then the command again.",
                    ));
                }
            }
        }
    }
    Ok(folders)
}

/// As Node looks for a package: in the node_modules of the asking folder, and then further up.
fn resolve(ui: &Path, folder: &Path, name: &str) -> Option<PathBuf> {
    folder
        .ancestors()
        .take_while(|above| above.starts_with(ui))
        .map(|above| above.join("node_modules").join(name))
        .find(|candidate| candidate.join("package.json").is_file())
}

fn one(manifest: &Value) -> Stated {
    let text = |field: &str| manifest[field].as_str().unwrap_or("?");
    Stated { name: format!("{} {} (npm)", text("name"), text("version")), licence: licence(manifest) }
}

/// Today a text; in old packages an object, or a list of choices.
fn licence(manifest: &Value) -> Option<String> {
    let of = |value: &Value| value.as_str().or_else(|| value["type"].as_str()).map(str::to_owned);
    of(&manifest["license"]).or_else(|| {
        let choices: Option<Vec<String>> = manifest["licenses"].as_array()?.iter().map(of).collect();
        choices.map(|choices| choices.join(" OR "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_three_ways_to_state_a_licence() {
        assert_eq!(licence(&json!({"license": "MIT"})).as_deref(), Some("MIT"));
        assert_eq!(licence(&json!({"license": {"type": "ISC"}})).as_deref(), Some("ISC"));
        let choices = json!({"licenses": [{"type": "MIT"}, {"type": "GPL-2.0"}]});
        assert_eq!(licence(&choices).as_deref(), Some("MIT OR GPL-2.0"));
        assert_eq!(licence(&json!({})), None);
    }

    #[test]
    fn only_what_ships_is_asked() -> Outcome {
        let ui = std::env::temp_dir().join(format!("kientoan-packages-{}", std::process::id()));
        let lay = |folder: &str, manifest: Value| {
            let folder = ui.join(folder);
            fs::create_dir_all(&folder).is_ok() && fs::write(folder.join("package.json"), manifest.to_string()).is_ok()
        };
        assert!(lay("", json!({"dependencies": {"a": "1"}, "devDependencies": {"tool": "1", "frame": "1"}})));
        assert!(lay("node_modules/a", json!({"name": "a", "version": "1", "dependencies": {"b": "2"}})));
        assert!(lay(
            "node_modules/a/node_modules/b",
            json!({"name": "b", "version": "2", "peerDependencies": {"frame": "1"}})
        ));
        assert!(lay("node_modules/b", json!({"name": "b", "version": "1"})));
        assert!(lay(
            "node_modules/frame",
            json!({"name": "frame", "version": "1", "optionalDependencies": {"gone": "1"}})
        ));
        assert!(lay("node_modules/tool", json!({"name": "tool", "version": "1"})));

        let names: Vec<String> = stated(&ui)?.into_iter().map(|stated| stated.name).collect();
        assert_eq!(names, ["a 1 (npm)", "b 2 (npm)", "frame 1 (npm)"]);
        assert!(fs::remove_dir_all(&ui).is_ok());
        Ok(())
    }
}
