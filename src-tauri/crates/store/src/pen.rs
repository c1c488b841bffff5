//! The pen: who writes in a register. One program at a time holds it; the next is told who that is.
//!
//! The pen is a file beside the register that its holder keeps locked. It goes with its holder: where that
//! was killed, the lock is gone at once, and the next one takes the pen and clears it away.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use register::Instant;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Who holds a pen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// The user of the system, and what for.
    pub who: String,
    /// The machine.
    pub host: String,
    /// Since when, UTC.
    pub since: String,
}

impl Holder {
    /// This user on this machine, from now on.
    #[must_use]
    pub fn here() -> Self {
        let variable = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
        let host = std::fs::read_to_string("/proc/sys/kernel/hostname").map(|name| name.trim().to_owned());
        Self {
            who: variable(&["USERNAME", "USER", "LOGNAME"]),
            host: host.unwrap_or_else(|_| variable(&["COMPUTERNAME", "HOSTNAME"])),
            since: crate::chain::written(Instant::now()),
        }
    }
}

/// A pen in the hand.
#[derive(Debug)]
pub(crate) struct Pen {
    path: PathBuf,
    // Held for its lock.
    _file: File,
}

impl Pen {
    /// Takes the pen of a register.
    ///
    /// # Errors
    /// [`Error::InUse`] with whoever holds it, [`Error::NotWritable`].
    pub(crate) fn take(register: &Path, holder: &Holder) -> Result<Self, Error> {
        let path = register.with_added_extension("dang-ghi");
        // A holder that leaves just now takes its file along: then there is another to be made.
        for _ in 0..8 {
            let mut file = match open(&path) {
                Ok(file) => file,
                Err(error) if is_locked(&error) => return Err(in_use(register, &path)),
                Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                    return Err(Error::NotWritable { path: register.display().to_string() });
                }
                Err(error) => return Err(Error::file(&path, error)),
            };
            match lock(&file) {
                Ok(()) => {}
                Err(error) if is_locked(&error) => return Err(in_use(register, &path)),
                Err(error) => return Err(Error::file(&path, error)),
            }
            if !is_there(&file, &path) {
                continue;
            }
            let said = serde_json::to_string(holder).unwrap_or_default();
            let written = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(said.as_bytes()));
            // A full disk does not hinder the lock: only the name of the holder is not known then.
            drop(written);
            return Ok(Self { path, _file: file });
        }
        Err(in_use(register, &path))
    }

    /// Who holds the pen of a register at this moment, if somebody does.
    pub(crate) fn holder(register: &Path) -> Option<Holder> {
        let path = register.with_added_extension("dang-ghi");
        let file = OpenOptions::new().read(true).open(&path).ok()?;
        is_held(&path, &file).then(|| said(&path))
    }
}

impl Drop for Pen {
    fn drop(&mut self) {
        // While it is still locked, so that nobody's pen is taken away but our own.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn in_use(register: &Path, pen: &Path) -> Error {
    Error::InUse { path: register.display().to_string(), holder: said(pen) }
}

fn said(pen: &Path) -> Holder {
    let mut text = String::new();
    let read = File::open(pen).and_then(|mut file| file.read_to_string(&mut text));
    read.ok().and_then(|_| serde_json::from_str(&text).ok()).unwrap_or_default()
}

#[cfg(not(windows))]
fn open(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

#[cfg(not(windows))]
fn lock(file: &File) -> std::io::Result<()> {
    file.try_lock().map_err(Into::into)
}

#[cfg(not(windows))]
fn is_locked(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::WouldBlock
}

/// Whether the file that was locked is still the one of that name.
#[cfg(not(windows))]
fn is_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(windows))]
fn is_held(_: &Path, file: &File) -> bool {
    matches!(file.try_lock_shared(), Err(std::fs::TryLockError::WouldBlock))
}

/// On Windows a file that is locked cannot be read, and the next one wants to read whose it is. So the pen is
/// held by opening it for writing and sharing it for reading alone; the system deletes it with its holder.
#[cfg(windows)]
fn open(path: &Path) -> std::io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;
    const SHARE_READ: u32 = 1;
    const SHARE_DELETE: u32 = 4;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .share_mode(SHARE_READ | SHARE_DELETE)
        .custom_flags(DELETE_ON_CLOSE)
        .open(path)
}

#[cfg(windows)]
fn lock(_: &File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(windows)]
fn is_locked(error: &std::io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    error.raw_os_error() == Some(SHARING_VIOLATION)
}

#[cfg(windows)]
fn is_there(_: &File, _: &Path) -> bool {
    true
}

#[cfg(windows)]
fn is_held(path: &Path, _: &File) -> bool {
    OpenOptions::new().write(true).open(path).is_err_and(|error| is_locked(&error))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_second_is_told_who_holds_the_pen_and_gets_it_when_that_one_left() {
        let folder = tempfile::tempdir().unwrap();
        let register = folder.path().join("sổ.kientoan");
        let an = Holder { who: "an".into(), host: "pc-01".into(), since: "2026".into() };
        let pen = Pen::take(&register, &an).unwrap();
        let refused = Pen::take(&register, &Holder::here()).unwrap_err();
        assert!(matches!(&refused, Error::InUse { holder, .. } if *holder == an), "{refused:?}");
        assert_eq!(Pen::holder(&register), Some(an));
        drop(pen);
        assert_eq!(Pen::holder(&register), None);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing stays behind");
        // Left by somebody who was killed: nobody holds it.
        std::fs::write(register.with_added_extension("dang-ghi"), "{\"who\":\"bình\"}").unwrap();
        assert_eq!(Pen::holder(&register), None);
        drop(Pen::take(&register, &Holder::here()).unwrap());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
