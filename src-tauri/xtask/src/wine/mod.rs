//! Windows without Windows: a wine of our own, and what is tried in it.

pub mod installing;
pub mod main_job;
pub mod nature;
pub mod tried;
pub mod units;

mod alike;
mod display;
mod inventory;
mod message;
mod paper;

use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::windows;
use display::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// A wine with a drive of its own, made anew: what an earlier run left must not help this one.
pub struct Wine {
    prefix: PathBuf,
    tools: PathBuf,
    display: Display,
}

impl Wine {
    /// Sets it up.
    pub fn start(house: &House) -> Outcome<Self> {
        let folder = windows::folder(house);
        let wine = Self { prefix: folder.join("wine"), tools: folder.join("wine-tools"), display: Display::open()? };
        wine.end();
        windows::empty(&wine.prefix)?;
        windows::empty(&wine.tools)?;
        wine.dress(Call::program("wineboot").word("--init")).run()?;
        wine.wait()?;
        wine.tool(house, "dialog", &["-municode"], "dialog.exe")?;
        let random = wine.drive().join("windows").join("system32").join("bcryptprimitives.dll");
        if !random.exists() {
            wine.tool(house, "bcryptprimitives", &["-shared"], "bcryptprimitives.dll")?;
            windows::copy(&wine.tools.join("bcryptprimitives.dll"), &random)?;
        }
        Ok(wine)
    }

    /// Which wine it is.
    pub fn version(&self) -> Outcome<String> {
        Ok(self.dress(Call::program("wine").word("--version")).answer()?.trim().to_owned())
    }

    /// The drive C.
    pub fn drive(&self) -> PathBuf {
        self.prefix.join("drive_c")
    }

    /// The user's own folder on it.
    pub fn home(&self) -> Outcome<PathBuf> {
        let users = self.drive().join("users");
        let folders = fs::read_dir(&users).map_err(|error| Failure::file("read", &users, &error))?;
        let home = folders.flatten().map(|entry| entry.path()).find(|path| !path.ends_with("Public"));
        home.ok_or_else(|| Failure::new("wine made no folder for the user.", "Run the command again."))
    }

    /// How Windows calls a file on the drive C.
    pub fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.drive()).unwrap_or(path);
        format!(r"C:\{}", below.to_string_lossy().replace('/', r"\"))
    }

    /// A program to be run, ended when it takes longer than a few minutes: a window that waits for a click that
    /// never comes would hold everything up.
    pub fn program(&self, program: &Path) -> Call {
        self.dress(Call::program("timeout").words("300 wine").word(program))
    }

    /// One of the programs that come with Windows.
    pub fn part(&self, name: &str) -> Call {
        self.dress(Call::program("timeout").words("300 wine").word(name))
    }

    /// The program that reads a dialog.
    pub fn reader(&self) -> PathBuf {
        self.tools.join("dialog.exe")
    }

    /// Waits until nothing runs in it.
    pub fn wait(&self) -> Outcome {
        self.dress(Call::program("wineserver").word("--wait")).run()
    }

    fn end(&self) {
        self.dress(Call::program("wineserver").word("--kill")).succeeds();
    }

    /// Silent about itself, without the two parts that it would ask to download.
    fn dress(&self, call: Call) -> Call {
        call.env("WINEPREFIX", &self.prefix)
            .env("WINEARCH", "win64")
            .env("WINEDEBUG", "-all")
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
            .env("DISPLAY", self.display.name())
            .env("LC_ALL", "C.UTF-8")
    }

    fn tool(&self, house: &House, source: &str, kind: &[&str], name: &str) -> Outcome {
        let source = house.root.join("src-tauri/windows/wine").join(source).with_extension("c");
        let compile = Call::program("x86_64-w64-mingw32-gcc").words("-O1 -o").word(self.tools.join(name));
        kind.iter().fold(compile, |call, word| call.word(word)).word(source).word("-ladvapi32").run()
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        self.end();
    }
}
