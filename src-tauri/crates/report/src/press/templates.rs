//! The templates: those that ship, and those of an office that stand in for them.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::paper::Kind;

/// The templates that ship. They read the content of the paper from `paper.json` beside them.
pub const TEMPLATES: [(&str, &str); 13] = [
    ("common.typ", include_str!("templates/common.typ")),
    ("list.typ", include_str!("templates/list.typ")),
    ("summary.typ", include_str!("templates/summary.typ")),
    ("changes.typ", include_str!("templates/changes.typ")),
    ("sources.typ", include_str!("templates/sources.typ")),
    ("decisions.typ", include_str!("templates/decisions.typ")),
    ("notice.typ", include_str!("templates/notice.typ")),
    ("person.typ", include_str!("templates/person.typ")),
    ("organization.typ", include_str!("templates/organization.typ")),
    ("matrix.typ", include_str!("templates/matrix.typ")),
    ("drawing.typ", include_str!("templates/drawing.typ")),
    ("chart.typ", include_str!("templates/chart.typ")),
    ("timeline.typ", include_str!("templates/timeline.typ")),
];

/// The largest file that a template may ask for: a coat of arms, a letterhead.
const LARGEST: u64 = 16 << 20;

/// Where templates come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Templates {
    /// The folder of an office; a file in it stands in for the one of that name that ships.
    pub folder: Option<PathBuf>,
}

impl Templates {
    /// The name of a paper's template.
    pub(super) fn of(kind: Kind) -> String {
        format!("{}.typ", kind.word())
    }

    /// A template in words: the office's, else the one that ships.
    pub(super) fn text(&self, name: &str) -> std::io::Result<String> {
        if let Some(bytes) = self.own(name)? {
            return String::from_utf8(bytes)
                .map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error));
        }
        let ships = TEMPLATES.iter().find(|(known, _)| *known == name);
        ships.map(|(_, text)| (*text).to_owned()).ok_or_else(|| std::io::ErrorKind::NotFound.into())
    }

    /// The bytes of a file of the office; `None` where it has none of that name.
    pub(super) fn own(&self, name: &str) -> std::io::Result<Option<Vec<u8>>> {
        let Some(path) = self.path(name) else { return Ok(None) };
        match std::fs::metadata(&path) {
            Ok(found) if found.is_file() && found.len() <= LARGEST => std::fs::read(&path).map(Some),
            Ok(_) => Err(std::io::ErrorKind::FileTooLarge.into()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Where a file of the office would lie: inside its folder, whatever its name says.
    fn path(&self, name: &str) -> Option<PathBuf> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        self.folder.as_ref().filter(|_| inside).map(|folder| folder.join(name))
    }

    /// How a file is named to whoever has to mend it: by its path where it is the office's.
    pub(super) fn called(&self, name: &str) -> String {
        let own = self.path(name).filter(|path| path.is_file());
        own.map_or_else(|| name.to_owned(), |path| path.display().to_string())
    }

    /// Whether the office has a template for a paper, or for what all papers share.
    #[must_use]
    pub fn stand_in(&self, kind: Kind) -> bool {
        let own = |name: &str| self.path(name).is_some_and(|path| path.is_file());
        own("common.typ") || own(&Self::of(kind))
    }
}
