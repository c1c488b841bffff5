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
        let removed = self.admit(after, added)?;
        // Alone, or inside of a larger recording: all of it, or nothing.
        self.0.execute_batch("SAVEPOINT append")?;
        let written = self.write(added, &removed);
        let end = if written.is_ok() { "RELEASE append" } else { "ROLLBACK TO append; RELEASE append" };
        let ended = self.0.execute_batch(end);
        written.and(ended.map_err(Error::from))
    }

    fn attachment(&self, sha256: &Hash) -> Result<Option<Vec<u8>>, Error> {
        let mut select = self.0.prepare_cached("SELECT bytes FROM attachment WHERE sha256 = ?1")?;
        Ok(select.query_row([sha256.0], |row| row.get(0)).optional()?)
    }
}

impl SqliteJournal<'_> {
    /// Looks at everything that is to be added, whoever calls, and whatever it was shown: what is not signed
    /// does not enter. Answers the attachments that are taken out.
    fn admit(&self, after: &Hash, added: &Added<'_>) -> Result<Vec<Hash>, Error> {
        let newest = self.newest()?;
        let (mut seq, mut previous, mut time) =
            newest.map_or((0, Hash::NONE, String::new()), |newest| (newest.seq, newest.link, newest.recorded_at));
        if previous != *after {
            return Err(Error::MovedOn);
        }
        let mut authority = added.authority.clone();
        let mut removed = Vec::new();
        for entry in added.entries {
            if let Some(flaw) = entry.flaw().or_else(|| entry.flaw_behind(seq, &previous, &time)) {
                return Err(Error::NotAdmitted(flaw.word()));
            }
            let said = Said::read(&entry.content).map_err(|_| Error::NotAdmitted("content"))?;
            authority.take(&entry.author.author(), Some(&said.content))?;
            if let Content::Removal(removal) = &said.content {
                removed.push(Hash::from_hex(&removal.sha256).ok_or(Error::NotAdmitted("content"))?);
            }
            (seq, previous) = (entry.seq, entry.link);
            time.clone_from(&entry.recorded_at);
        }
        let Some(newest) = added.entries.last() else { return Err(Error::NotAdmitted("seq")) };
        // An administrator who retires himself is the last to sign.
        let may_sign = authority.may_write(&added.head.recorder.author()) || added.head.recorder == newest.author;
        if added.head.is_of(newest) && may_sign { Ok(removed) } else { Err(Error::NotAdmitted("head")) }
    }

    fn write(&self, added: &Added<'_>, removed: &[Hash]) -> Result<(), Error> {
        for bytes in added.attachments {
            let mut insert =
                self.0.prepare_cached("INSERT OR IGNORE INTO attachment (sha256, bytes) VALUES (?1, ?2)")?;
            insert.execute(params![Hash::of(bytes).0, bytes])?;
        }
        added.entries.iter().try_for_each(|entry| self.insert(entry))?;
        for sha256 in removed {
            self.0.execute("DELETE FROM attachment WHERE sha256 = ?1", [sha256.0])?;
        }
        self.set_head(&added.head)
    }

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

    /// The link of an entry.
    pub(crate) fn link(&self, seq: u64) -> Result<Option<Hash>, Error> {
        let mut select = self.0.prepare_cached("SELECT link FROM entry WHERE seq = ?1")?;
        let mut rows = select.query([place(seq)])?;
        Ok(rows.next()?.map(|row| Hash(bytes(row, 0))))
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
