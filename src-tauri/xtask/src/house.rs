//! Where things are.

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};

/// The folders of this clone, and the one cargo builds into.
pub struct House {
    /// The root of the repository.
    pub root: PathBuf,
    /// Cargo's target folder, absolute. It may lie outside the clone, so cargo itself is asked.
    pub target: PathBuf,
}

impl House {
    /// Finds the clone that `cargo xtask` was called in.
    pub fn find() -> Outcome<Self> {
        let root = root()?;
        let text = Call::cargo()
            .words("metadata --format-version 1 --no-deps --manifest-path")
            .word(root.join("Cargo.toml"))
            .answer()?;
        let target = serde_json::from_str::<serde_json::Value>(&text)
            .ok()
            .and_then(|answer| answer["target_directory"].as_str().map(PathBuf::from))
            .ok_or_else(|| {
                Failure::new(
                    "Cargo did not say where it builds.",
                    "Run `cargo metadata --no-deps` in the root of the repository and mend what it complains of.",
                )
            })?;
        Ok(Self { root, target })
    }

    /// The page: Svelte and TypeScript.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The faces that papers and screens are set in.
    pub fn fonts(&self) -> PathBuf {
        self.root.join("src-tauri").join("fonts")
    }

    /// Where the window test leaves its screenshots and papers.
    pub fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    /// What these commands write down for later: lists of steps and the like.
    pub fn notes(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The desktop program, once built.
    pub fn app(&self) -> PathBuf {
        self.target.join("debug").join(format!("kientoan{EXE_SUFFIX}"))
    }

    /// A cargo command in the root, building where the rest is built.
    pub fn cargo(&self) -> Call {
        Call::cargo().dir(&self.root).env("CARGO_TARGET_DIR", &self.target)
    }

    /// A cargo command in the workspace of the window test. It stands apart, since its client would change
    /// the features of the app's dependencies, and so it builds into a folder of its own.
    pub fn cargo_of_window(&self) -> Call {
        Call::cargo().dir(self.root.join("tests").join("window")).env("CARGO_TARGET_DIR", self.target.join("window"))
    }

    /// An npm command for the page.
    pub fn npm(&self) -> Call {
        Call::npm().dir(self.ui())
    }
}

/// Cargo names the package it runs. What was compiled in is the second choice only: a target folder shared
/// by several clones may hold the xtask of another one.
fn root() -> Outcome<PathBuf> {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.ancestors().nth(2).map(Path::to_path_buf).ok_or_else(|| {
        Failure::new(
            format!("{} has no repository around it.", package.display()),
            "Run `cargo xtask` inside a clone of the repository.",
        )
    })
}
