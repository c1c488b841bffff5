//! Whether anything changed since last time, by content: times lie after a checkout, and say nothing of a
//! file that was deleted.

use crate::failure::{Failure, Outcome};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// What a set of files contains, in sixteen letters. Good for comparing on one machine, not for keeping.
pub fn of(files: &[PathBuf]) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(file).map_err(|error| Failure::file("read", file, &error))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file under a folder in a fixed order; folders of these names are passed over.
pub fn files(folder: &Path, but: &[&str]) -> Outcome<Vec<PathBuf>> {
    let unread = |error| Failure::file("read", folder, &error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if !path.is_dir() {
            found.push(path);
        } else if !path.file_name().is_some_and(|name| but.iter().any(|other| name == *other)) {
            found.append(&mut files(&path, but)?);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether the stamp says exactly this.
pub fn stands(stamp: &Path, says: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == says)
}

/// Leaves a stamp.
pub fn leave(stamp: &Path, says: &str) -> Outcome {
    fs::write(stamp, says).map_err(|error| Failure::file("written", stamp, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_a_new_file_and_a_deleted_one_all_show() -> Outcome {
        let folder = std::env::temp_dir().join(format!("kientoan-fingerprint-{}", std::process::id()));
        let made = fs::create_dir_all(folder.join("dist"));
        made.map_err(|error| Failure::file("made", &folder, &error))?;
        let now = || of(&files(&folder, &["dist"])?);

        leave(&folder.join("a"), "1")?;
        let first = now()?;
        leave(&folder.join("dist").join("passed-over"), "1")?;
        assert_eq!(now()?, first);
        leave(&folder.join("a"), "2")?;
        let second = now()?;
        leave(&folder.join("b"), "")?;
        let third = now()?;
        assert!(first != second && second != third && first != third);

        assert!(fs::remove_file(folder.join("b")).is_ok());
        assert_eq!(now()?, second);
        assert!(fs::remove_dir_all(&folder).is_ok());
        Ok(())
    }
}
