//! The archive around a Word file, with limits: what a small file unpacks to must stay small.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::unreadable::Unreadable;

/// The most that one part, and all that is read of the file, may unpack to.
const MOST_UNPACKED: u64 = 96 * 1024 * 1024;
/// The most parts that a package may list.
const MOST_PARTS: usize = 10_000;

/// An opened package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
    /// How long the file is.
    length: u64,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Unreadable::damaged("archive", error))?;
        if archive.len() > MOST_PARTS {
            return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
        }
        Ok(Self { archive, unpacked: 0, length: bytes.len() as u64 })
    }

    /// The text of a part, or `None` where the package has no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|error| Unreadable::damaged(name, error))?;
        let left = MOST_UNPACKED.saturating_sub(self.unpacked);
        let room = room(file.size(), file.compressed_size(), self.length).min(left);
        let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0) + 1);
        file.take(left + 1).read_to_end(&mut bytes).map_err(|error| Unreadable::damaged(name, error))?;
        self.unpacked += bytes.len() as u64;
        if self.unpacked > MOST_UNPACKED {
            return Err(Unreadable::TooLarge { bytes: self.unpacked });
        }
        let mut text = String::from_utf8(bytes).map_err(|error| Unreadable::damaged(name, error.utf8_error()))?;
        let marks = text.len() - text.trim_start_matches('\u{feff}').len();
        if marks > 0 {
            text.drain(..marks);
        }
        Ok(Some(text))
    }

    /// The name of the part with the text; some writers number it.
    pub fn main_part(&self) -> Result<String, Unreadable> {
        self.names_like(&["word/document"])
            .into_iter()
            .next()
            .ok_or_else(|| Unreadable::damaged("archive", "no main document part"))
    }

    /// The XML parts that begin so, in order of their names.
    pub fn names_like(&self, starts: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = self
            .archive
            .file_names()
            .filter_map(Result::ok)
            .filter(|name| name.ends_with(".xml") && starts.iter().any(|start| name.starts_with(start)))
            .map(|name| name.into_owned())
            .collect();
        names.sort();
        names
    }
}

/// How many bytes to make room for at once. Both declared sizes may lie: what counts is what comes out, and no more is made
/// room for than so many packed bytes mostly become, of which there are no more than the file has.
fn room(size: u64, packed: u64, length: u64) -> u64 {
    size.min(packed.min(length).saturating_mul(16))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_small_file_that_claims_to_be_large_gets_little_room() {
        assert_eq!(super::room(1000, 300, 5000), 1000);
        assert_eq!(super::room(u64::MAX, u64::from(u32::MAX), 189), 189 * 16);
    }
}
