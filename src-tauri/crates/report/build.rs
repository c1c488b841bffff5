//! The press embeds the faces that papers are set in. They are no part of the repository: without them, say
//! what lays them there, instead of letting the compiler say that a file is missing.

use std::env;
use std::path::Path;

const FACES: [&str; 4] =
    ["Tinos_400Regular.ttf", "Tinos_700Bold.ttf", "Tinos_400Regular_Italic.ttf", "Tinos_700Bold_Italic.ttf"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_PRESS").is_none() {
        return;
    }
    // Asked when it runs, not when it was compiled: a cache that two clones share may hold the other's program.
    let Some(crate_folder) = env::var_os("CARGO_MANIFEST_DIR") else { return };
    let fonts = Path::new(&crate_folder).join("../../fonts");
    for face in FACES {
        let file = fonts.join(face);
        println!("cargo::rerun-if-changed={}", file.display());
        if !file.is_file() {
            println!("cargo::error=src-tauri/fonts/{face} is missing: run `cargo xtask setup`.");
            return;
        }
    }
}
