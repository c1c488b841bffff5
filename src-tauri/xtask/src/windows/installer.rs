//! The installer for one user, by Debian's NSIS. The Tauri CLI would download parts of its own, so it makes the
//! installer on Windows only.

use super::{Product, copy, empty, folder, stage, weights};
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::fingerprint;
use crate::house::House;
use std::fs;
use std::path::{Path, PathBuf};

/// Where it is left, named as the Tauri CLI names it.
pub fn path(house: &House) -> Outcome<PathBuf> {
    let Product { name, version, .. } = Product::read(house)?;
    Ok(folder(house).join(format!("{name}_{version}_x64-setup.exe")))
}

/// Packs what was laid out, unless the installer that is there was packed from exactly that: packing takes minutes.
pub fn pack(house: &House) -> Outcome<String> {
    let path = path(house)?;
    let stamp = folder(house).join("packed");
    let contents = contents(house)?;
    if path.is_file() && fingerprint::stands(&stamp, &contents) {
        return Ok(format!("nothing changed since {}", path.display()));
    }
    make(house, &stage(house), &path)?.run()?;
    fingerprint::leave(&stamp, &contents)?;
    Ok(format!("{}", path.display()))
}

/// Everything that is packed, in sixteen letters.
pub fn contents(house: &House) -> Outcome<String> {
    let mut files = fingerprint::files(&stage(house), &[])?;
    let ours =
        ["src-tauri/windows/installer.nsi", "src-tauri/windows/installer.bmp", "icons/icon.ico", "tauri.conf.json"];
    files.extend(ours.map(|file| house.root.join(file)));
    fingerprint::of(&files)
}

/// How many bytes an installer has in which some files are empty.
pub fn packed_without(house: &House, names: &[&str]) -> Outcome<u64> {
    let lighter = folder(house).join("lighter");
    empty(&lighter)?;
    for file in fs::read_dir(stage(house)).map_err(|error| Failure::file("read", &stage(house), &error))?.flatten() {
        let to = lighter.join(file.file_name());
        if names.iter().any(|name| file.file_name() == *name) {
            fs::write(&to, []).map_err(|error| Failure::file("written", &to, &error))?;
        } else {
            copy(&file.path(), &to)?;
        }
    }
    let path = lighter.join("lighter-setup.exe");
    make(house, &lighter, &path)?.answer()?;
    let size = weights::size(&path)?;
    fs::remove_dir_all(&lighter).map_err(|error| Failure::file("removed", &lighter, &error))?;
    Ok(size)
}

fn make(house: &House, stage: &Path, path: &Path) -> Outcome<Call> {
    let product = Product::read(house)?;
    let define = |name: &str, value: &str| format!("-D{name}={value}");
    let windows = house.root.join("src-tauri").join("windows");
    Ok(Call::program("makensis")
        .dir(&house.root)
        .words("-V2 -WX -INPUTCHARSET UTF8")
        .word(define("VERSION", &product.version))
        .word(define("PUBLISHER", &product.publisher))
        .word(define("STAGE", &stage.to_string_lossy()))
        .word(define("KILOBYTES", &(weights::of(stage)? / 1024).to_string()))
        .word(define("ICON", &house.root.join("icons").join("icon.ico").to_string_lossy()))
        .word(define("PICTURE", &windows.join("installer.bmp").to_string_lossy()))
        .word(define("OUT", &path.to_string_lossy()))
        .word(windows.join("installer.nsi")))
}
