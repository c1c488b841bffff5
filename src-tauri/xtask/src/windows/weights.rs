//! What weighs what in the installer: as it is packed, and as it lies on the disk. The packed weight of a part is
//! what the installer loses without it, so what two programs have in common counts for the first.

use super::{COMMAND, LOADER, PROGRAM, folder, installer, stage};
use crate::failure::{Failure, Outcome};
use crate::fingerprint;
use crate::house::House;
use std::fs;
use std::path::Path;

/// What the programs carry within them, as files of the repository and of what is laid out or built in it.
const WITHIN: [(&str, &str); 2] = [("the fonts", "src-tauri/fonts"), ("the page", "ui/dist")];

/// The most that an installer may weigh.
const LIMIT: u64 = 25_000_000;

/// Weighs, writes the table down, and fails where the installer is too heavy.
pub fn weigh(house: &House) -> Outcome<String> {
    let whole = size(&installer::path(house)?)?;
    let stamp = folder(house).join("weighed");
    if fingerprint::stands(&stamp, &installer::contents(house)?) {
        return light_enough(whole, "as weighed before".to_owned());
    }
    let alone = installer::packed_without(house, &[COMMAND])?;
    let bare = installer::packed_without(house, &[COMMAND, PROGRAM])?;
    let installed = |names: &[&str]| names.iter().map(|name| size(&stage(house).join(name))).sum::<Outcome<u64>>();
    let rows = [
        (format!("`{PROGRAM}`"), alone - bare, installed(&[PROGRAM])?),
        (format!("`{COMMAND}`, beside it"), whole - alone, installed(&[COMMAND])?),
        (
            format!("the installer itself, `{LOADER}`, licences"),
            bare,
            installed(&[LOADER, "LICENSE.txt", "THIRD-PARTY.txt"])?,
        ),
    ];
    let total: u64 = rows.iter().map(|(_, _, installed)| installed).sum();
    let mut table = "| part | in the installer | on the disk |\n|---|---|---|\n".to_owned();
    for (part, packed, installed) in &rows {
        table.push_str(&format!("| {part} | {} | {} |\n", megabytes(*packed), megabytes(*installed)));
    }
    table.push_str(&format!("| all of it | {} | {} |\n", megabytes(whole), megabytes(total)));
    for (what, path) in WITHIN {
        let within = of(&house.root.join(path))?;
        table.push_str(&format!("| within each program: {what} | | {} |\n", megabytes(within)));
    }
    let path = folder(house).join("weights.md");
    fs::write(&path, &table).map_err(|error| Failure::file("written", &path, &error))?;
    println!("\n{table}");
    fingerprint::leave(&stamp, &installer::contents(house)?)?;
    light_enough(whole, format!("{} packed, {} on the disk", megabytes(whole), megabytes(total)))
}

fn light_enough(whole: u64, note: String) -> Outcome<String> {
    if whole <= LIMIT {
        return Ok(note);
    }
    Err(Failure::new(
        format!("The installer weighs {}.", megabytes(whole)),
        format!("It may weigh {}; the table under xtask/windows says where to look.", megabytes(LIMIT)),
    ))
}

/// The table of the last weighing.
pub fn table(house: &House) -> Outcome<String> {
    let path = folder(house).join("weights.md");
    fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))
}

/// The size of a file.
pub fn size(path: &Path) -> Outcome<u64> {
    Ok(fs::metadata(path).map_err(|error| Failure::file("read", path, &error))?.len())
}

/// The size of all files of a folder.
pub fn of(folder: &Path) -> Outcome<u64> {
    fingerprint::files(folder, &[])?.iter().map(|file| size(file)).sum()
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{:02} MB", bytes / 1_000_000, bytes % 1_000_000 / 10_000)
}

#[cfg(test)]
mod tests {
    use super::megabytes;

    #[test]
    fn a_megabyte_is_a_million_bytes() {
        assert_eq!(megabytes(25_000_000), "25.00 MB");
        assert_eq!(megabytes(160_880), "0.16 MB");
    }
}
