//! Text is measured with the font that ships: without it there is nothing to measure.

use std::path::Path;

fn main() {
    let fonts = Path::new("../../fonts");
    println!("cargo:rerun-if-changed=../../fonts");
    for face in ["BeVietnamPro_400Regular.ttf", "BeVietnamPro_600SemiBold.ttf"] {
        if !fonts.join(face).exists() {
            println!("cargo::error=the font {face} is missing in src-tauri/fonts: run `cargo xtask setup`");
        }
    }
}
