//! What stands in the registry and on the drive, so that what came and what stayed can be told.

use super::Wine;
use crate::failure::{Failure, Outcome};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every file of the drive, and every key and value of the registry.
pub struct Inventory {
    /// Files, as Windows calls them.
    pub files: BTreeSet<String>,
    /// Keys, and values in the form `key: name=value`.
    pub registry: BTreeSet<String>,
}

/// What wine itself writes down while programs run.
const WINES_OWN: [&str; 3] = [
    r"HKEY_CURRENT_USER\Software\Wine",
    r"HKEY_LOCAL_MACHINE\Software\Wine",
    r"HKEY_CURRENT_USER\Volatile Environment",
];

impl Inventory {
    /// Takes it.
    pub fn take(wine: &Wine) -> Outcome<Self> {
        let mut registry = BTreeSet::new();
        for root in ["HKCU", r"HKLM\Software"] {
            let file = wine.drive().join("inventory.reg");
            wine.part("reg").word("export").word(root).word(wine.name(&file)).word("/y").answer()?;
            let bytes = fs::read(&file).map_err(|error| Failure::file("read", &file, &error))?;
            fs::remove_file(&file).map_err(|error| Failure::file("removed", &file, &error))?;
            registry.append(&mut lines(&text(&bytes)));
        }
        // Windows' own folder is wine's business, and temporary files are nobody's.
        let mut files = BTreeSet::new();
        walk(&wine.drive(), &mut |file| {
            files.insert(wine.name(file));
        })?;
        Ok(Self { files, registry })
    }

    /// What this one has more than an earlier one.
    pub fn since(&self, earlier: &Self) -> Self {
        let more = |these: &BTreeSet<String>, those: &BTreeSet<String>| these.difference(those).cloned().collect();
        Self { files: more(&self.files, &earlier.files), registry: more(&self.registry, &earlier.registry) }
    }
}

/// Every file of a folder. wine leads some folders out to those of the person at this machine: these are not ours.
fn walk(folder: &Path, found: &mut impl FnMut(&Path)) -> Outcome {
    for entry in fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?.flatten() {
        let (path, kind) = (entry.path(), entry.file_type());
        if !kind.is_ok_and(|kind| kind.is_dir()) {
            found(&path);
        } else if !["windows", "Temp"].iter().any(|name| entry.file_name() == *name) {
            walk(&path, found)?;
        }
    }
    Ok(())
}

fn text(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

fn lines(export: &str) -> BTreeSet<String> {
    // A long value goes on in the next line.
    let export = export.replace("\\\r\n", "");
    let mut key = String::new();
    let mut found = BTreeSet::new();
    for line in export.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut key);
            found.insert(key.clone());
        } else if !key.is_empty() && !line.is_empty() {
            found.insert(format!("{key}: {line}"));
        }
    }
    found.retain(|line| !WINES_OWN.iter().any(|own| line.starts_with(own)));
    found
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn keys_and_values_are_told_apart() {
        let export = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Kiện Toàn]\r\n\
                      \"Installer Language\"=\"1066\"\r\n\"long\"=hex:01,\\\r\n  02\r\n\r\n\
                      [HKEY_CURRENT_USER\\Software\\Wine\\Drivers]\r\n\"x\"=\"y\"\r\n";
        let found: Vec<String> = lines(export).into_iter().collect();
        assert_eq!(
            found,
            [
                r"HKEY_CURRENT_USER\Software\Kiện Toàn",
                r#"HKEY_CURRENT_USER\Software\Kiện Toàn: "Installer Language"="1066""#,
                r#"HKEY_CURRENT_USER\Software\Kiện Toàn: "long"=hex:01,  02"#,
            ]
        );
    }
}
