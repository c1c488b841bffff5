//! What `kientoan-cli.exe` says of itself to Windows: icon, version, publisher, and the manifest of the
//! desktop program. On other systems there is nothing to say.

use std::io::Result;

use tauri_winres::WindowsResource;

/// As `tauri.conf.json` has it for the desktop program; `cargo xtask windows-test` compares the two.
const PUBLISHER: &str = "Kiện Toàn";

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={MANIFEST}");
    println!("cargo:rerun-if-changed={ICON}");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_some() { resources() } else { Ok(()) }
}

const MANIFEST: &str = "../../windows/app.manifest";
const ICON: &str = "../../../icons/icon.ico";

fn resources() -> Result<()> {
    let mut resource = WindowsResource::new();
    resource
        .set_icon(ICON)
        .set_manifest(&std::fs::read_to_string(MANIFEST)?)
        .set("ProductName", "Kiện Toàn")
        .set("FileDescription", "Kiện Toàn: sổ ban chỉ đạo từ dòng lệnh")
        .set("CompanyName", PUBLISHER)
        .set("OriginalFilename", "kientoan-cli.exe");
    resource.compile_for(&["kientoan-cli"])
}
