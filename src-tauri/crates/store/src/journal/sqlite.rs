//! The journal in SQLite, inside a transaction of whoever records: what is derived is written in the same one.

use register::record::{Content, Said};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Added, Journal};
use crate::chain::{Entry, Head};
use crate::error::Error;
use crate::hash::Hash;
use crate::keys::{PublicKey, Signature};

/// The journal tables of a register's file.
pub(crate) struct SqliteJournal<'a>(pub &'a Connection);

impl Journal for SqliteJournal<'_> {
    fn entries_after(&self, seq: u64, each: &mut dyn FnMut(Entry) -> Result<(), Error>) -> Result<(), Error> {
        let mut select = self.0.prepare_cached(include_str!("entries_after.sql"))?;
        let mut rows = select.query([place(seq)])?;
        while let Some(row) = rows.next()? {
            each(entry(row)?)?;
        }
        Ok(())
    }

    fn append(&mut self, after: &Hash, added: &Added<'_>) -> Result<(), Error> {
        let newest = self.newest()?;
        let (mut seq, mut previous, mut time) =
            newest.map_or((0, Hash::NONE, String::new()), |newest| (newest.seq, newest.link, newest.recorded_at));
        if previous != *after {
            return Err(Error::MovedOn);
        }
        let mut authority = added.authority.clone();
        for bytes in added.attachments {
            let mut insert =
                self.0.prepare_cached("INSERT OR IGNORE INTO attachment (sha256, bytes) VALUES (?1, ?2)")?;
            insert.execute(params![Hash::of(bytes).0, bytes])?;
        }
        for entry in added.entries {
            // Whoever calls, and whatever it was shown: what is not signed does not enter.
            if let Some(flaw) = entry.flaw().or_else(|| entry.flaw_behind(seq, &previous, &time)) {
                return Err(Error::NotAdmitted(flaw.word()));
            }
            let said = Said::read(&entry.content).map_err(|_| Error::NotAdmitted("content"))?;
            authority.take(&entry.author.author(), Some(&said.content))?;
            self.insert(entry)?;
            if let Content::Removal(removal) = &said.content {
                self.remove(&removal.sha256)?;
            }
            (seq, previous) = (entry.seq, entry.link);
            time.clone_from(&entry.recorded_at);
        }
        match added.entries.last() {
            Some(newest) if added.head.is_of(newest) && authority.may_write(&added.head.recorder.author()) => {
                self.set_head(&added.head)
            }
            // An administrator who retires himself is the last to sign.
            Some(newest) if added.head.is_of(newest) && added.head.recorder == newest.author => {
                self.set_head(&added.head)
            }
            _ => Err(Error::NotAdmitted("head")),
        }
    }

    fn attachment(&self, sha256: &Hash) -> Result<Option<Vec<u8>>, Error> {
        let mut select = self.0.prepare_cached("SELECT bytes FROM attachment WHERE sha256 = ?1")?;
        Ok(select.query_row([sha256.0], |row| row.get(0)).optional()?)
    }
}

impl SqliteJournal<'_> {
    /// The newest entry.
    pub(crate) fn newest(&self) -> Result<Option<Entry>, Error> {
        let mut select = self.0.prepare_cached(include_str!("newest.sql"))?;
        let mut rows = select.query([])?;
        rows.next()?.map(entry).transpose()
    }

    /// The signed head, as it stands.
    pub(crate) fn head(&self) -> Result<Option<Head>, Error> {
        let mut select = self.0.prepare_cached("SELECT seq, link, recorder, signature FROM head")?;
        let mut rows = select.query([])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some(Head {
            seq: read_place(row, 0),
            link: Hash(bytes(row, 1)),
            recorder: PublicKey(bytes(row, 2)),
            signature: Signature(bytes(row, 3)),
        }))
    }

    fn insert(&self, entry: &Entry) -> Result<(), Error> {
        let mut insert = self.0.prepare_cached(include_str!("insert.sql"))?;
        insert.execute(params![
            place(entry.seq),
            entry.content,
            entry.content_id.0,
            entry.author.0,
            entry.signature.0,
            entry.recorded_at,
            entry.link.0,
        ])?;
        Ok(())
    }

    fn set_head(&self, head: &Head) -> Result<(), Error> {
        let mut replace = self.0.prepare_cached(
            "INSERT OR REPLACE INTO head (only_one, seq, link, recorder, signature) VALUES (1, ?1, ?2, ?3, ?4)",
        )?;
        replace.execute(params![place(head.seq), head.link.0, head.recorder.0, head.signature.0])?;
        Ok(())
    }

    fn remove(&self, sha256: &str) -> Result<(), Error> {
        let sha256 = Hash::from_hex(sha256).ok_or(Error::NotAdmitted("content"))?;
        self.0.execute("DELETE FROM attachment WHERE sha256 = ?1", [sha256.0])?;
        Ok(())
    }
}

/// A row of `entry`. What somebody forced into it need not have the right type or length: it is read all the
/// same, so that the walk can say what is wrong with it.
fn entry(row: &Row<'_>) -> Result<Entry, Error> {
    Ok(Entry {
        seq: read_place(row, 0),
        content: row.get_ref(1)?.as_bytes_or_null().ok().flatten().unwrap_or_default().to_vec(),
        content_id: Hash(bytes(row, 2)),
        author: PublicKey(bytes(row, 3)),
        signature: Signature(bytes(row, 4)),
        recorded_at: text(row, 5),
        link: Hash(bytes(row, 6)),
    })
}

fn bytes<const N: usize>(row: &Row<'_>, column: usize) -> [u8; N] {
    let value = row.get_ref(column).ok();
    let bytes = value.and_then(|value| value.as_bytes_or_null().ok().flatten()).unwrap_or_default();
    bytes.try_into().unwrap_or([0; N])
}

fn text(row: &Row<'_>, column: usize) -> String {
    let value = row.get_ref(column).ok();
    let bytes = value.and_then(|value| value.as_bytes_or_null().ok().flatten()).unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}

fn read_place(row: &Row<'_>, column: usize) -> u64 {
    row.get::<_, i64>(column).ok().and_then(|seq| u64::try_from(seq).ok()).unwrap_or(0)
}

/// SQLite counts in signed numbers: no journal comes near their end.
fn place(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}
