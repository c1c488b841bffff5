//! The installer: silently in, the program started, silently out; and what is there after each.

use super::inventory::Inventory;
use super::tried::Tried;
use super::{Wine, message};
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::windows::{self, COMMAND, LOADER, PROGRAM, Product, installer};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// What a Windows has from the start, and wine when it is first needed.
const WINDOWS_OWN: [&str; 2] = [r"HKCU\Software\Classes", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall"];
/// What the installer ends with where the program is open.
const IN_USE: i32 = 32;

struct Trial<'a> {
    house: &'a House,
    wine: &'a Wine,
    tried: &'a Tried,
    product: Product,
    installer: PathBuf,
    /// %LOCALAPPDATA%.
    local: PathBuf,
    /// Where the program is installed.
    folder: PathBuf,
}

/// All of it.
pub fn run(house: &House, wine: &Wine, tried: &Tried) -> Outcome<String> {
    let product = Product::read(house)?;
    let local = wine.home()?.join("AppData").join("Local");
    let folder = local.join(&product.name);
    let trial = Trial { house, wine, tried, installer: installer::path(house)?, product, folder, local };
    for key in WINDOWS_OWN {
        wine.part("reg").word("add").word(key).word("/f").answer()?;
    }
    let before = Inventory::take(wine)?;
    trial.install(&before)?;
    let register = trial.keep_a_register()?;
    trial.start()?;
    trial.install_again()?;
    trial.remove(&before, &register)?;
    Ok("in and out, and the register is still there".to_owned())
}

impl Trial<'_> {
    fn setup(&self) -> Call {
        self.wine.program(&self.installer).word("/S")
    }

    fn name(&self) -> String {
        self.installer.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Silently, and only for this user.
    fn install(&self, before: &Inventory) -> Outcome {
        self.setup().run()?;
        let new = Inventory::take(self.wine)?.since(before);
        let shortcut = format!(r"Start Menu\Programs\{}.lnk", self.product.name);
        for wanted in [PROGRAM, COMMAND, LOADER, "LICENSE.txt", "THIRD-PARTY.txt", "uninstall.exe", &shortcut] {
            if !new.files.iter().any(|file| file.ends_with(&format!(r"\{wanted}"))) {
                return Err(self.wrong(&format!("did not install {wanted}")));
            }
        }
        let home = self.wine.name(&self.wine.home()?);
        self.none("wrote outside the user's folders", new.files.iter().filter(|file| !file.starts_with(&home)))?;
        let user = |line: &&String| !line.starts_with("HKEY_CURRENT_USER");
        self.none("wrote outside the user's registry", new.registry.iter().filter(user))?;
        let level = Call::program("wrestool").words("-x --raw --type=24").word(&self.installer).answer()?;
        if !level.contains("level=\"asInvoker\"") {
            return Err(self.wrong("asks for an administrator"));
        }
        let (files, values) = (new.files.len(), new.registry.len());
        let what = "Installing silently, for one user, without an administrator";
        let result = format!(
            "{files} files in %LOCALAPPDATA% and the Start menu, {values} keys and values in HKCU, none in HKLM"
        );
        self.tried.held(what, result, format!("\"{}\" /S", self.name()));
        self.entry(&new)
    }

    /// The entry in "Apps & features", and the file type.
    fn entry(&self, new: &Inventory) -> Outcome {
        let Product { name, version, publisher, .. } = &self.product;
        let folder = self.wine.name(&self.folder).replace('\\', r"\\");
        let entry = format!(r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall\{name}");
        let classes = r"HKEY_CURRENT_USER\Software\Classes";
        for wanted in [
            format!("{entry}: \"DisplayName\"=\"{name}\""),
            format!("{entry}: \"DisplayVersion\"=\"{version}\""),
            format!("{entry}: \"Publisher\"=\"{publisher}\""),
            format!("{entry}: \"QuietUninstallString\"=\"\\\"{folder}\\\\uninstall.exe\\\" /S\""),
            format!("{classes}\\.kientoan: @=\"KienToan.Register\""),
            format!(
                "{classes}\\KienToan.Register\\shell\\open\\command: @=\"\\\"{folder}\\\\{PROGRAM}\\\" \\\"%1\\\"\""
            ),
            format!("{classes}\\KienToan.Register\\DefaultIcon: @=\"{folder}\\\\{PROGRAM},0\""),
        ] {
            if !new.registry.contains(&wanted) {
                let there = new.registry.iter().map(|line| format!("\n    {line}")).collect::<String>();
                return Err(self.wrong(&format!("did not write {wanted}\nbut:{there}")));
            }
        }
        self.tried.held(
            "The entry in “Apps & features”, and the file type `.kientoan`",
            format!("name, version {version}, publisher, icon, silent removal; `{PROGRAM}` opens it (wine 8 itself looks no user's file types up)"),
            r"wine reg query HKCU\Software\Classes\.kientoan",
        );
        Ok(())
    }

    /// A register where the program keeps its own, made by the installed command line.
    fn keep_a_register(&self) -> Outcome<PathBuf> {
        let data = self.local.join(&self.product.identifier);
        std::fs::create_dir_all(&data).map_err(|error| Failure::file("made", &data, &error))?;
        let register = data.join("Sổ mẫu Hà Nội.kientoan");
        let make = self.wine.program(&self.folder.join(COMMAND)).word("sample").word(self.wine.name(&register));
        make.env("KIENTOAN_PASSPHRASE", "so mau ha noi 2016").run()?;
        Ok(register)
    }

    /// Up to the web view; and while the program is open, the installer must leave it alone.
    fn start(&self) -> Outcome {
        let mut refused = None;
        let written = || [PROGRAM, COMMAND, LOADER, "uninstall.exe"].map(|name| written(&self.folder.join(name)));
        let before = written();
        let start = self.wine.program(&self.folder.join(PROGRAM));
        let status = message::read(self.wine, start, || {
            refused = self.setup().status()?;
            Ok(())
        })?;
        if status != Some(1) {
            return Err(
                self.wrong(&format!("installed a program that ends with {status:?} where there is no web view"))
            );
        }
        if refused != Some(IN_USE) {
            return Err(self.wrong(&format!("ends with {refused:?} while the program is open")));
        }
        if written() != before {
            return Err(self.wrong("wrote something while the program was open"));
        }
        self.tried.held(
            "Starting the installed program up to the web view, which wine has not",
            "it says in Vietnamese that WebView2 is missing, what to do, and that no register is lost; it ends with 1",
            format!(r"%LOCALAPPDATA%\{}\{PROGRAM}", self.product.name),
        );
        self.tried.held(
            "Installing while the program is open",
            format!("refused with {IN_USE}; nothing is changed"),
            format!("\"{}\" /S", self.name()),
        );
        Ok(())
    }

    /// Over itself, as an update comes.
    fn install_again(&self) -> Outcome {
        let before = Inventory::take(self.wine)?;
        self.setup().run()?;
        let after = Inventory::take(self.wine)?;
        self.none("left something new the second time", after.since(&before).files.iter())?;
        self.none("lost something the second time", before.since(&after).files.iter())?;
        self.tried.held("Installing over itself", "the same files", format!("\"{}\" /S", self.name()));
        Ok(())
    }

    /// Silently. The program that removes copies itself away first and returns early: what counts is that the
    /// folder is gone.
    fn remove(&self, before: &Inventory, register: &Path) -> Outcome {
        let bytes = std::fs::read(register).map_err(|error| Failure::file("read", register, &error))?;
        self.wine.program(&self.folder.join("uninstall.exe")).word("/S").run()?;
        let start = Instant::now();
        while self.folder.exists() && start.elapsed() < Duration::from_secs(60) {
            sleep(Duration::from_millis(200));
        }
        self.wine.wait()?;
        let left = Inventory::take(self.wine)?.since(before);
        let kept = self.wine.name(register);
        self.none("left files behind", left.files.iter().filter(|file| **file != kept))?;
        self.none("left something in the registry", left.registry.iter())?;
        if std::fs::read(register).ok() != Some(bytes) {
            return Err(self.wrong("touched a register"));
        }
        let list = windows::folder(self.house).join("leftovers.txt");
        let text = left.files.iter().map(|file| format!("{file}\n")).collect::<String>();
        std::fs::write(&list, text).map_err(|error| Failure::file("written", &list, &error))?;
        self.tried.held(
            "Removing silently",
            format!(
                "left is `%LOCALAPPDATA%\\{}` with its register, byte for byte, and nothing else: no file, no key",
                self.product.identifier
            ),
            format!(r#""%LOCALAPPDATA%\{}\uninstall.exe" /S"#, self.product.name),
        );
        Ok(())
    }

    fn none<'s>(&self, what: &str, found: impl Iterator<Item = &'s String>) -> Outcome {
        let found: Vec<&str> = found.map(String::as_str).collect();
        if found.is_empty() { Ok(()) } else { Err(self.wrong(&format!("{what}:\n    {}", found.join("\n    ")))) }
    }

    fn wrong(&self, what: &str) -> Failure {
        Failure::new(format!("The installer {what}."), "See src-tauri/windows/installer.nsi.")
    }
}

/// When a file was written last, and how long it is.
fn written(path: &Path) -> Option<(SystemTime, u64)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}
