//! The TypeScript types that the page is written against are those of this crate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use ts_rs::Config;

/// `KIENTOAN_BLESS=1` writes them; without it a difference fails.
#[test]
fn types_of_the_page_are_those_of_the_api() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/generated");
    let fresh = std::env::temp_dir().join(format!("kientoan-types-{}", std::process::id()));
    write_all(&fresh);
    let (expected, found) = (files(&fresh), files(&committed));
    std::fs::remove_dir_all(&fresh).unwrap();
    if std::env::var_os("KIENTOAN_BLESS").is_some() {
        std::fs::remove_dir_all(&committed).ok();
        std::fs::create_dir_all(&committed).unwrap();
        for (name, text) in expected {
            std::fs::write(committed.join(name), text).unwrap();
        }
        return;
    }
    let names = |files: &BTreeMap<PathBuf, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&found), names(&expected), "run `cargo xtask types`");
    for (name, text) in expected {
        assert_eq!(found[&name], text, "{} differs: run `cargo xtask types`", name.display());
    }
}

fn write_all(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let config = Config::default().with_out_dir(folder);
    api::export(&config).unwrap();
    let mut imports = std::collections::BTreeSet::new();
    let mut lines = String::new();
    for command in api::COMMANDS {
        let (request, answer) = (command.types)(&config);
        writeln!(lines, "  {}: {{ request: {request}; answer: {answer} }};", command.name).unwrap();
        imports.extend([request, answer]);
    }
    let mut text = String::from("// Every command: what it is asked and what it answers.\n");
    for name in imports {
        writeln!(text, "import type {{ {name} }} from \"./{name}\";").unwrap();
    }
    write!(text, "\nexport interface Commands {{\n{lines}}}\n").unwrap();
    std::fs::write(folder.join("commands.ts"), text).unwrap();
}

fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        found.insert(PathBuf::from(path.file_name().unwrap()), text);
    }
    found
}
