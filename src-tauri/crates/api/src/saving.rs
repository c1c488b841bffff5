//! Files that the program makes for others: papers and sheets.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Kind};

/// Writes a file beside and then puts it in place, so that none is ever left half-written.
///
/// # Errors
/// `file_in_use`, or a disk that cannot be written: the former file stays.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Beside::written(path, bytes)?.place()
}

/// Writes several files that belong together: none takes its place before all of them are on the disk, so that a disk
/// that fills leaves all of the former ones.
///
/// # Errors
/// As of [`save`]. A former file that is held open stays, and those before it have been replaced.
#[cfg(any(test, feature = "press"))]
pub(crate) fn save_all<'a>(files: impl Iterator<Item = (PathBuf, &'a [u8])>) -> Result<(), Failure> {
    let written: Vec<Beside> = files.map(|(path, bytes)| Beside::written(&path, bytes)).collect::<Result<_, _>>()?;
    written.into_iter().try_for_each(Beside::place)
}

/// A file that is being written beside the one whose place it takes. What is not placed is removed again.
pub(crate) struct Beside {
    path: PathBuf,
    /// Where to write.
    pub file: PathBuf,
}

impl Beside {
    /// Written and on the disk, but not in its place yet.
    ///
    /// # Errors
    /// A disk that cannot be written.
    fn written(path: &Path, bytes: &[u8]) -> Result<Self, Failure> {
        let beside = Self::of(path);
        let written = std::fs::File::create(&beside.file).and_then(|mut file| {
            file.write_all(bytes)?;
            // On the disk before it has the name: a name without a content would be a half-written file.
            file.sync_all()
        });
        written.map_err(|error| Failure::disk(path, &error))?;
        Ok(beside)
    }

    /// Written already, by another process.
    #[cfg(feature = "press")]
    pub fn already(path: &Path, file: PathBuf) -> Self {
        Self { path: path.to_path_buf(), file }
    }

    /// Two programs that save to one place do not write into one file.
    pub fn of(path: &Path) -> Self {
        let mut file = path.as_os_str().to_owned();
        file.push(format!(".{}.dang-ghi", std::process::id()));
        Self { path: path.to_path_buf(), file: PathBuf::from(file) }
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// `file_in_use`, or a disk that cannot be written: the former file stays.
    pub fn place(self) -> Result<(), Failure> {
        std::fs::rename(&self.file, &self.path).map_err(|error| not_replaced(&self.path, &error))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Whatever went wrong, the half-written file must not stay; that it has its place, or was never made, is fine.
        let _ = std::fs::remove_file(&self.file);
    }
}

/// Windows does not replace a file that a viewer holds open. It calls that a sharing violation (32), a lock (33)
/// or, when the new file could be written beside, access denied (5).
fn not_replaced(path: &Path, error: &std::io::Error) -> Failure {
    if cfg!(windows) && path.is_file() && matches!(error.raw_os_error(), Some(5 | 32 | 33)) {
        let file = path.display().to_string();
        return Failure::new(Kind::Disk, "file_in_use", [("file", file)], error.to_string());
    }
    Failure::disk(path, error)
}

#[cfg(test)]
mod tests {
    use super::{save, save_all};

    #[test]
    fn of_several_files_none_takes_its_place_where_one_cannot_be_written() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("kientoan-several-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let first = folder.join("so-do-1.svg");
        std::fs::write(&first, "old")?;
        let pages = |second: &str| [(first.clone(), b"new".as_slice()), (folder.join(second), b"two".as_slice())];
        assert!(save_all(pages("no such folder/so-do-2.svg").into_iter()).is_err());
        assert_eq!(std::fs::read(&first)?, b"old");
        assert_eq!(std::fs::read_dir(&folder)?.count(), 1, "a half-written file stays");
        assert_eq!(save_all(pages("so-do-2.svg").into_iter()), Ok(()));
        assert_eq!(std::fs::read(&first)?, b"new");
        assert_eq!(std::fs::read_dir(&folder)?.count(), 2);
        std::fs::remove_dir_all(folder)
    }

    /// Other systems replace the file, and the viewer keeps what it has read.
    #[test]
    fn a_paper_that_a_viewer_holds_open_is_replaced_or_left_as_it_was() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("kientoan-held-open-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let paper = folder.join("danh sách.pdf");
        std::fs::write(&paper, "old")?;
        let viewer = held_open(&paper)?;
        match save(&paper, b"new") {
            Ok(()) => assert_eq!((std::fs::read(&paper)?, cfg!(windows)), (b"new".to_vec(), false)),
            Err(failure) => {
                assert_eq!((failure.code.as_str(), cfg!(windows)), ("file_in_use", true));
                assert_eq!(std::fs::read(&paper)?, b"old");
            }
        }
        assert_eq!(std::fs::read_dir(&folder)?.count(), 1, "the half-written file stays");
        drop(viewer);
        assert_eq!(save(&paper, b"newer"), Ok(()));
        assert_eq!(std::fs::read(&paper)?, b"newer");
        std::fs::remove_dir_all(folder)
    }

    /// As a viewer opens a file: others may read it meanwhile, and nothing else.
    #[cfg(windows)]
    fn held_open(path: &std::path::Path) -> std::io::Result<std::fs::File> {
        use std::os::windows::fs::OpenOptionsExt;
        const FILE_SHARE_READ: u32 = 1;
        std::fs::OpenOptions::new().read(true).share_mode(FILE_SHARE_READ).open(path)
    }

    #[cfg(not(windows))]
    fn held_open(path: &std::path::Path) -> std::io::Result<std::fs::File> {
        std::fs::File::open(path)
    }
}
