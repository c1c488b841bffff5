//! The tray: papers that came in and are not recorded yet, kept beside the program's own data and in no register.
//!
//! Each item is a folder with its files and what has been made of them; every change is written beside and put in
//! place, so that a program that is ended in the middle leaves the last change whole.

mod item;

use std::path::{Path, PathBuf};

use register::Id;

use crate::desk::fresh;
use crate::failure::Failure;
pub(crate) use item::{Item, Kept};

/// Where the items of one register lie.
#[derive(Clone, Debug)]
pub(crate) struct Tray {
    folder: PathBuf,
}

impl Tray {
    /// The tray of a register, in the folder of all trays.
    pub fn of(trays: &Path, register: &str) -> Self {
        Self { folder: trays.join(register.get(..16).unwrap_or(register)) }
    }

    /// Every item, in the order in which they came. One that cannot be read any more is left out, and left where it is.
    pub fn items(&self) -> Vec<Item> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        // Ids are made in the order of time.
        let mut ids: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        ids.sort();
        ids.into_iter().filter_map(|id| self.item(&Id(id)).ok()).collect()
    }

    /// One item.
    ///
    /// # Errors
    /// `not_found`, or a file that cannot be read.
    pub fn item(&self, id: &Id) -> Result<Item, Failure> {
        let path = self.place(id)?.join("item.json");
        let bytes = std::fs::read(&path).map_err(|_| Failure::not_found("item", id.as_str()))?;
        serde_json::from_slice(&bytes)
            .map_err(|error| Failure::refused("damaged", [("part", error.to_string()), ("file", id.0.clone())]))
    }

    /// Puts something new into the tray, with its files.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn add(&self, make: impl FnOnce(Id) -> Item, files: &[(String, Vec<u8>)]) -> Result<Id, Failure> {
        let item = make(fresh());
        let place = self.place(&item.id)?;
        std::fs::create_dir_all(&place).map_err(|error| Failure::disk(&place, &error))?;
        for (at, (_, bytes)) in files.iter().enumerate() {
            let path = place.join(at.to_string());
            std::fs::write(&path, bytes).map_err(|error| Failure::disk(&path, &error))?;
        }
        // The item is there once this is: what was cut short before is no item.
        self.keep(&item)?;
        Ok(item.id)
    }

    /// Keeps what an item has come to.
    ///
    /// # Errors
    /// A disk that cannot be written; the former state stays.
    pub fn keep(&self, item: &Item) -> Result<(), Failure> {
        let path = self.place(&item.id)?.join("item.json");
        let beside = path.with_extension("dang-ghi");
        let failed = |error: std::io::Error| Failure::disk(&path, &error);
        let written =
            serde_json::to_vec(item).map_err(|error| Failure::refused("bad_answer", [("why", error.to_string())]))?;
        std::fs::write(&beside, written).map_err(failed)?;
        std::fs::rename(&beside, &path).map_err(failed)
    }

    /// The bytes of one of its files.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn bytes(&self, item: &Item, file: usize) -> Result<Vec<u8>, Failure> {
        let path = self.place(&item.id)?.join(file.to_string());
        std::fs::read(&path).map_err(|error| Failure::disk(&path, &error))
    }

    /// All of its files.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn files(&self, item: &Item) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let one = |(at, name): (usize, &String)| Ok((name.clone(), self.bytes(item, at)?));
        item.files.iter().enumerate().map(one).collect()
    }

    /// Takes an item out, with its files.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn remove(&self, id: &Id) -> Result<(), Failure> {
        let place = self.place(id)?;
        std::fs::remove_dir_all(&place).map_err(|error| Failure::disk(&place, &error))
    }

    /// An id names a folder here and nothing outside.
    fn place(&self, id: &Id) -> Result<PathBuf, Failure> {
        let plain = !id.as_str().is_empty() && id.as_str().chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if plain { Ok(self.folder.join(id.as_str())) } else { Err(Failure::not_found("item", id.as_str())) }
    }
}
