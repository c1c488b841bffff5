//! The licences of what ships, in one text: those who let their work be passed on ask that their notice goes
//! with it. Gathered from the packages themselves, so there is no list to keep.

use super::{COMMAND, PROGRAM, TARGET};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::licences;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Something that ships: its name and version, the licence it states, and the folder it comes in.
struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// The text, and of how many parts.
pub fn write(house: &House) -> Outcome<(String, usize)> {
    let mut parts = crates(house)?;
    for (folder, name, licence) in licences::shipped_packages(house)? {
        parts.push(Part { name, licence, folder });
    }
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut list = String::new();
    for part in &parts {
        let _ = writeln!(list, "{}: {}", part.name, part.licence);
        for text in notices(&part.folder)? {
            texts.entry(text).or_default().insert(part.name.clone());
        }
    }
    for (family, file) in [("Tinos", "Tinos_LICENSE.txt"), ("Be Vietnam Pro", "BeVietnamPro_LICENSE.txt")] {
        let path = house.fonts().join(file);
        texts.entry(read(&path)?).or_default().insert(format!("the font {family}"));
    }
    texts.entry(WEB_VIEW.to_owned()).or_default().insert("WebView2Loader.dll".to_owned());
    let mut whole = format!(
        "{PROGRAM} and {COMMAND} are made with the work of others. This is what they are, and under which licences.\n\n{list}"
    );
    for (text, names) in &texts {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let _ = write!(whole, "\n{}\n{}\n\n{}\n", "=".repeat(78), names.join(", "), text.trim_end());
    }
    Ok((whole, parts.len()))
}

/// The crates that the programs are linked from: those that only build or test stay here.
fn crates(house: &House) -> Outcome<Vec<Part>> {
    let answer = house.cargo().words("metadata --format-version 1 --filter-platform").word(TARGET).answer()?;
    linked(&answer).ok_or_else(|| {
        Failure::new(
            "The answer of `cargo metadata` could not be read.",
            "Use the toolchain that rust-toolchain.toml names.",
        )
    })
}

fn linked(metadata: &str) -> Option<Vec<Part>> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let packages: BTreeMap<&str, &Value> =
        metadata["packages"].as_array()?.iter().filter_map(|one| Some((one["id"].as_str()?, one))).collect();
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array()?.iter().filter_map(|one| Some((one["id"].as_str()?, one))).collect();
    let ships = |package: &Value| ["kientoan", "kientoan-cli"].map(Some).contains(&package["name"].as_str());
    let mut open: Vec<&str> = packages.iter().filter(|(_, package)| ships(package)).map(|(id, _)| *id).collect();
    let mut seen: BTreeSet<&str> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        for needed in nodes.get(id)?["deps"].as_array()? {
            let is_linked = needed["dep_kinds"].as_array()?.iter().any(|kind| kind["kind"].is_null());
            let id = needed["pkg"].as_str()?;
            if is_linked && seen.insert(id) {
                open.push(id);
            }
        }
    }
    let foreign = seen.into_iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    let mut parts: Vec<Part> = foreign.map(|package| part(package)).collect::<Option<_>>()?;
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Some(parts)
}

fn part(package: &Value) -> Option<Part> {
    Some(Part {
        name: format!("{} {}", package["name"].as_str()?, package["version"].as_str()?),
        licence: package["license"].as_str().unwrap_or("see its text below").to_owned(),
        folder: Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf(),
    })
}

/// What lies in a package's own folder under the usual names.
fn notices(folder: &Path) -> Outcome<Vec<String>> {
    let files = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
    let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).filter(|path| is_notice(path)).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn is_notice(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    path.is_file() && ["licen", "copying", "copyright", "notice", "unlicen"].iter().any(|word| name.starts_with(word))
}

fn read(path: &Path) -> Outcome<String> {
    let bytes = fs::read(path).map_err(|error| Failure::file("read", path, &error))?;
    Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned())
}

/// The loader comes with a crate that does not carry its licence: BSD, three clauses.
const WEB_VIEW: &str = "\
Copyright (C) Microsoft Corporation. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

* Redistributions of source code must retain the above copyright notice, this list of conditions and the following
  disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
  following disclaimer in the documentation and/or other materials provided with the distribution.
* The name of Microsoft Corporation, or the names of its contributors may not be used to endorse or promote products
  derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_linked_is_named() {
        let metadata = r#"{
            "packages": [
                {"id": "k", "name": "kientoan", "version": "0.1.0", "source": null, "manifest_path": "/house/Cargo.toml"},
                {"id": "c", "name": "kientoan-cli", "version": "0.1.0", "source": null, "manifest_path": "/house/cli/Cargo.toml"},
                {"id": "s", "name": "serde", "version": "1.0.0", "source": "r", "license": "MIT", "manifest_path": "/r/serde/Cargo.toml"},
                {"id": "b", "name": "builds", "version": "1.0.0", "source": "r", "license": "MIT", "manifest_path": "/r/builds/Cargo.toml"}],
            "resolve": {"nodes": [
                {"id": "k", "deps": [{"pkg": "s", "dep_kinds": [{"kind": null}]}, {"pkg": "b", "dep_kinds": [{"kind": "build"}]}]},
                {"id": "c", "deps": [{"pkg": "s", "dep_kinds": [{"kind": null}, {"kind": "dev"}]}]},
                {"id": "s", "deps": []}, {"id": "b", "deps": []}]}}"#;
        let names: Vec<String> = linked(metadata).into_iter().flatten().map(|part| part.name).collect();
        assert_eq!(names, ["serde 1.0.0"]);
    }
}
