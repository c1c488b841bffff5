//! The faces that papers, charts and screens are set in. They come with the page's packages and are laid
//! into one ignored folder, where the crates that measure and print find them.

use crate::failure::{Failure, Outcome};
use crate::house::House;
use std::fs;
use std::path::{Path, PathBuf};

/// One family, as its package lays it out: `400Regular/Tinos_400Regular.ttf`.
struct Family {
    package: &'static str,
    name: &'static str,
    faces: &'static [&'static str],
}

/// Tinos has the widths of Times New Roman, in which the papers are set; Be Vietnam Pro is for charts and
/// screens. Nothing else is ever used, so that every machine makes the same page.
const FAMILIES: [Family; 2] = [
    Family {
        package: "tinos",
        name: "Tinos",
        faces: &["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"],
    },
    Family {
        package: "be-vietnam-pro",
        name: "BeVietnamPro",
        faces: &["400Regular", "500Medium", "600SemiBold", "700Bold", "400Regular_Italic"],
    },
];

/// Lays out every face, and beside them the licence they travel under.
pub fn lay_out(house: &House) -> Outcome<String> {
    let packages = house.ui().join("node_modules").join("@expo-google-fonts");
    let files = sources(&packages);
    let folder = house.fonts();
    fs::create_dir_all(&folder).map_err(|error| Failure::file("made", &folder, &error))?;
    let mut copied = 0;
    for (from, name) in &files {
        copied += usize::from(copy(from, &folder.join(name))?);
    }
    Ok(format!("{} files, {copied} of them new", files.len()))
}

/// Where each file is, and what it is called here.
fn sources(packages: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for family in &FAMILIES {
        let package = packages.join(family.package);
        for face in family.faces {
            let file = format!("{}_{face}.ttf", family.name);
            files.push((package.join(face).join(&file), file));
        }
        files.push((package.join("LICENSE_FONT"), format!("{}_LICENSE.txt", family.name)));
    }
    files
}

/// Copies what differs and leaves the rest alone: a touched face rebuilds the crates that embed it.
fn copy(from: &Path, to: &Path) -> Outcome<bool> {
    let bytes = fs::read(from).map_err(|error| {
        Failure::new(
            format!("The font file {} could not be read: {error}.", from.display()),
            "Check that ui/package.json depends on both @expo-google-fonts packages, then run `cargo xtask setup`.",
        )
    })?;
    if fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    fs::write(to, bytes).map_err(|error| Failure::file("written", to, &error))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_named_as_the_crates_expect_them() {
        let names: Vec<String> = sources(Path::new("")).into_iter().map(|(_, name)| name).collect();
        assert_eq!(
            names,
            [
                "Tinos_400Regular.ttf",
                "Tinos_700Bold.ttf",
                "Tinos_400Regular_Italic.ttf",
                "Tinos_700Bold_Italic.ttf",
                "Tinos_LICENSE.txt",
                "BeVietnamPro_400Regular.ttf",
                "BeVietnamPro_500Medium.ttf",
                "BeVietnamPro_600SemiBold.ttf",
                "BeVietnamPro_700Bold.ttf",
                "BeVietnamPro_400Regular_Italic.ttf",
                "BeVietnamPro_LICENSE.txt",
            ]
        );
    }
}
