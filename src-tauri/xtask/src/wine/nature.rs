//! What the two programs are to Windows: with or without a console, what they load, what they say of themselves.

use super::tried::Tried;
use crate::call::Call;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::windows::programs::{loads, subsystem};
use crate::windows::{COMMAND, LOADER, PROGRAM, Product, stage};
use std::path::Path;

/// What must be in the manifest of both.
const MANIFEST: [(&str, &str); 3] =
    [("longPathAware", "true"), ("dpiAwareness", "PerMonitorV2, PerMonitor"), ("requestedExecutionLevel", "asInvoker")];

/// Checks both.
pub fn check(house: &House, tried: &Tried) -> Outcome<String> {
    let product = Product::read(house)?;
    for (name, console) in [(PROGRAM, "Windows GUI"), (COMMAND, "Windows CUI")] {
        let program = stage(house).join(name);
        expect(name, "subsystem", &subsystem(&program)?, console)?;
        let foreign = foreign(&loads(&program)?);
        expect(name, "libraries beside Windows' own", &foreign, if name == PROGRAM { LOADER } else { "" })?;
        says(&program, name, &product)?;
    }
    tried.held(
        "The desktop program opens no console window, the command line has one",
        "subsystems `Windows GUI` and `Windows CUI`",
        format!("x86_64-w64-mingw32-objdump -p {PROGRAM}"),
    );
    tried.held(
        "Nothing but Windows is needed beside them",
        format!("`{PROGRAM}` loads `{LOADER}`, which is installed with it; `{COMMAND}` nothing"),
        format!("x86_64-w64-mingw32-objdump -p {COMMAND}"),
    );
    tried.held(
        "Icon, version, publisher; long paths, DPI per monitor, no administrator",
        format!("`{}`, {}, in the resources and the manifest of both", product.version, product.publisher),
        format!("wrestool -x --raw --type=16 {COMMAND}"),
    );
    Ok("as they should be".to_owned())
}

fn says(program: &Path, name: &str, product: &Product) -> Outcome {
    let resource = |kind: &str| Call::program("wrestool").words("-x --raw --type").word(kind).word(program).bytes();
    if resource("14")?.is_empty() {
        return Err(wrong(name, "has no icon"));
    }
    let version = strings(&resource("16")?);
    for (field, value) in
        [("ProductVersion", &product.version), ("CompanyName", &product.publisher), ("ProductName", &product.name)]
    {
        let found = version.iter().position(|text| text == field).and_then(|at| version.get(at + 1));
        expect(name, field, found.map_or("", String::as_str), value)?;
    }
    let manifest = String::from_utf8_lossy(&resource("24")?).into_owned();
    for (element, value) in MANIFEST {
        if !manifest.lines().any(|line| line.contains(&format!("<{element} ")) && line.contains(value)) {
            return Err(wrong(name, &format!("does not say {element} {value} in its manifest")));
        }
    }
    Ok(())
}

/// The texts in a resource, in their order: two bytes a letter, each text ended by a zero.
fn strings(bytes: &[u8]) -> Vec<String> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let texts = units.split(|unit| *unit < 0x20).map(String::from_utf16_lossy);
    texts.filter(|text| text.chars().count() > 1).collect()
}

/// Libraries that do not come with Windows. Those of Windows 10 itself are known by their names.
fn foreign(loads: &[String]) -> String {
    let windows = |name: &str| {
        let name = name.to_lowercase();
        name.starts_with("api-ms-win-") || WINDOWS.contains(&name.trim_end_matches(".dll"))
    };
    let mut foreign: Vec<&str> = loads.iter().map(String::as_str).filter(|name| !windows(name)).collect();
    foreign.dedup();
    foreign.join(", ")
}

const WINDOWS: [&str; 25] = [
    "advapi32",
    "bcrypt",
    "bcryptprimitives",
    "combase",
    "comctl32",
    "comdlg32",
    "crypt32",
    "dwmapi",
    "gdi32",
    "imm32",
    "kernel32",
    "msvcrt",
    "ntdll",
    "ole32",
    "oleaut32",
    "propsys",
    "rpcrt4",
    "secur32",
    "shell32",
    "shlwapi",
    "user32",
    "userenv",
    "uxtheme",
    "version",
    "ws2_32",
];

fn expect(name: &str, what: &str, found: &str, wanted: &str) -> Outcome {
    if found == wanted {
        Ok(())
    } else {
        Err(wrong(name, &format!("has for {what} “{found}”, not “{wanted}”")))
    }
}

fn wrong(name: &str, what: &str) -> Failure {
    Failure::new(
        format!("{name} {what}."),
        "See src-tauri/build.rs, src-tauri/crates/cli/build.rs and src-tauri/windows/app.manifest.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_between_zeros_and_lengths() {
        let resource: Vec<u8> =
            "\u{34}\u{1}CompanyName\0\0Kiện Toàn\0\u{8}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let strings = strings(&resource);
        assert_eq!(strings, ["CompanyName", "Kiện Toàn"]);
    }

    #[test]
    fn what_windows_has_not_is_foreign() {
        let loads = ["KERNEL32.dll", "api-ms-win-core-synch-l1-2-0.dll", "WebView2Loader.dll", "libgcc_s_seh-1.dll"];
        assert_eq!(foreign(&loads.map(str::to_owned)), "WebView2Loader.dll, libgcc_s_seh-1.dll");
    }
}
