//! The packages of the operating system: which are needed for what, and how they get there.

mod apt;

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use std::path::PathBuf;

/// What packages are needed for. Who only opens the app is not asked to install a display.
#[derive(Clone, Copy)]
pub enum Purpose {
    /// Compiling and opening the app.
    Build,
    /// Driving the real window in a virtual display, and looking at the papers it makes.
    Window,
    /// Compiling for Windows, and packing the installer.
    Windows,
    /// Trying what was made for Windows.
    Wine,
}

impl Purpose {
    /// Everything that the tests of each change need. What Windows needs stands apart.
    pub const ALL: [Self; 2] = [Self::Build, Self::Window];

    /// The names in Debian 12 and Ubuntu 24.04.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Build => &["libwebkit2gtk-4.1-dev", "librsvg2-dev"],
            // The two for Python are the hand that drags a file into the window.
            Self::Window => &[
                "webkit2gtk-driver",
                "xvfb",
                "xauth",
                "dbus-x11",
                "poppler-utils",
                "xdotool",
                "python3-gi",
                "gir1.2-gtk-3.0",
            ],
            Self::Windows => &["gcc-mingw-w64-x86-64-win32", "g++-mingw-w64-x86-64-win32", "nsis"],
            Self::Wine => &["wine", "wine64", "xvfb", "poppler-utils", "icoutils"],
        }
    }
}

/// Installs what is missing, where that can be done; elsewhere says what to install.
pub fn install(purposes: &[Purpose]) -> Outcome<String> {
    if !cfg!(target_os = "linux") {
        return Ok("none needed: the web view comes with the system".to_owned());
    }
    let packages: Vec<&str> = purposes.iter().flat_map(|purpose| purpose.packages()).copied().collect();
    if on_path("dpkg-query") && on_path("apt-get") {
        return apt::install(&packages);
    }
    elsewhere(&packages)
}

/// Other systems name their packages otherwise: what must be there can be checked, not installed.
fn elsewhere(packages: &[&str]) -> Outcome<String> {
    if !Call::program("pkg-config").words("--exists webkit2gtk-4.1").succeeds() {
        return Err(Failure::new(
            "The development files of WebKitGTK 4.1 are missing (pkg-config does not find webkit2gtk-4.1).",
            "Install them (Fedora: webkit2gtk4.1-devel librsvg2-devel; Arch: webkit2gtk-4.1 librsvg) together with pkg-config, and run the command again.",
        ));
    }
    println!("  This is no Debian: the rest is taken on trust. There it would be {}.", packages.join(" "));
    Ok("WebKitGTK is there".to_owned())
}

fn on_path(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).map(|folder: PathBuf| folder.join(program)).any(|file| file.is_file())
}
