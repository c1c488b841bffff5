//! Whether the record is whole.

use std::collections::BTreeSet;

use register::record::Content;

use crate::chain;
use crate::error::Error;
use crate::journal::Journal;

/// What a walk over the whole record found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// How many entries there are.
    pub entries: u32,
    /// The newest link.
    pub head: Option<String>,
    /// The first bad place: what stands before it is good.
    pub first_bad: Option<FirstBad>,
    /// Whether what is derived equals a fresh derivation.
    pub derived_ok: bool,
    /// The files.
    pub attachments: Attachments,
}

/// The first bad place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstBad {
    /// The entry's place.
    pub seq: u32,
    /// seq, content_id, link, recorded_at, content: what does not hold.
    pub why: &'static str,
}

/// The state of the files that the record names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attachments {
    /// There, with the right hash.
    pub present: u32,
    /// Not there, or with another hash.
    pub missing: u32,
    /// Removed by an entry that says so.
    pub removed: u32,
}

impl Verification {
    /// Whether all of it holds.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.first_bad.is_none() && self.derived_ok && self.attachments.missing == 0
    }
}

/// A row of `decision_key`: series, number, year, decision, entry.
type DerivedKey = (String, String, i64, String, i64);

impl Journal {
    /// Walks every entry, link, file and derived row.
    ///
    /// # Errors
    /// [`Error::Database`] where the file cannot be read at all.
    pub fn verify(&self) -> Result<Verification, Error> {
        let mut found = Verification {
            entries: 0,
            head: None,
            first_bad: None,
            derived_ok: true,
            attachments: Attachments::default(),
        };
        let mut named = BTreeSet::new();
        let mut keys = BTreeSet::new();
        let mut before: Option<register::Instant> = None;
        let mut select =
            self.connection.prepare("SELECT seq, content, content_id, recorded_at, link FROM entry ORDER BY seq")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            found.entries += 1;
            let (seq, content): (i64, String) = (row.get(0)?, row.get(1)?);
            let (content_id, recorded_at, link): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let previous = found.head.as_deref().unwrap_or_default();
            let instant: Option<register::Instant> = recorded_at.parse().ok();
            let parsed: Option<Content> = serde_json::from_str(&content).ok();
            let why = if seq != i64::from(found.entries) {
                Some("seq")
            } else if chain::content_id(content.as_bytes()) != content_id {
                Some("content_id")
            } else if chain::link(seq, previous, &content_id, &recorded_at) != link {
                Some("link")
            } else if instant.is_none() || instant < before {
                Some("recorded_at")
            } else if parsed.is_none() {
                Some("content")
            } else {
                None
            };
            if let (Some(why), None) = (why, &found.first_bad) {
                found.first_bad = Some(FirstBad { seq: found.entries, why });
            }
            if let Some(Content::Decision { decision }) = parsed {
                let key = decision.key();
                keys.insert((key.series, key.number, i64::from(key.year), decision.id.to_string(), seq));
                named.extend(decision.attachments.into_iter().map(|attachment| attachment.sha256));
            }
            before = instant;
            found.head = Some(link);
        }
        found.derived_ok = keys == self.derived_keys()?;
        for sha256 in named {
            match self.file(&sha256)? {
                Some(file) if chain::content_id(&file.bytes) == sha256 => found.attachments.present += 1,
                _ => found.attachments.missing += 1,
            }
        }
        Ok(found)
    }

    fn derived_keys(&self) -> Result<BTreeSet<DerivedKey>, Error> {
        let mut select = self.connection.prepare("SELECT series, number, year, decision, seq FROM decision_key")?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
        rows.collect::<Result<_, _>>().map_err(Error::from)
    }
}
