//! Opening a register, reading its entries, adding to them.

use std::path::Path;
use std::time::Duration;

use register::record::{Content, Entry};
use register::{Decision, Instant};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::chain;
use crate::error::Error;

/// "KTRG": tells a register from any other SQLite file.
const APPLICATION_ID: i64 = 0x4B54_5247;
/// The schema that this program writes.
const SCHEMA: i64 = 1;

/// A register's file, open.
pub struct Journal {
    pub(crate) connection: Connection,
    path: String,
}

/// A file that belongs to what is recorded.
pub struct File<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A file that was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Journal {
    /// Creates a register.
    ///
    /// # Errors
    /// [`Error::Exists`] where there is a file already, [`Error::Database`] where none can be written.
    pub fn create(path: &Path) -> Result<Self, Error> {
        if path.exists() {
            return Err(Error::Exists { path: path.display().to_string() });
        }
        let mut journal = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let transaction = journal.begin()?;
        transaction.execute_batch(include_str!("schema.sql"))?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", SCHEMA)?;
        transaction.commit()?;
        Ok(journal)
    }

    /// Opens a register.
    ///
    /// # Errors
    /// [`Error::NotARegister`], [`Error::Newer`], or [`Error::Database`] where it cannot be read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let journal = match Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
            // A read-only file or folder still opens for reading.
            Err(Error::Database(error)) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
                Self::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?
            }
            other => other?,
        };
        let pragma = |name: &str| journal.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        if pragma("application_id")? != APPLICATION_ID {
            return Err(Error::NotARegister { path: journal.path });
        }
        let found = pragma("user_version")?;
        if found > SCHEMA {
            return Err(Error::Newer { path: journal.path, found, known: SCHEMA });
        }
        Ok(journal)
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Self, Error> {
        let path_shown = path.display().to_string();
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        // The record must survive a power cut the moment that it says "recorded".
        match connection.pragma_update(None, "synchronous", "FULL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                Err(Error::NotARegister { path: path_shown })
            }
            Err(error) => Err(error.into()),
            Ok(()) => Ok(Self { connection, path: path_shown }),
        }
    }

    fn begin(&mut self) -> Result<Transaction<'_>, Error> {
        let path = self.path.clone();
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        begun.map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Locked { path },
            _ => Error::Database(error),
        })
    }

    /// All entries, in the order in which they were recorded.
    ///
    /// # Errors
    /// [`Error::Damaged`] where an entry cannot be understood, [`Error::Database`].
    pub fn entries(&self) -> Result<Vec<Entry>, Error> {
        let mut select =
            self.connection.prepare("SELECT seq, content, content_id, recorded_at FROM entry ORDER BY seq")?;
        let mut rows = select.query([])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let damaged = |why: String| Error::Damaged { seq, why };
            let content: String = row.get(1)?;
            let recorded_at: String = row.get(3)?;
            entries.push(Entry {
                content_id: row.get(2)?,
                recorded_at: recorded_at.parse().map_err(|_| damaged("recorded_at".to_owned()))?,
                content: serde_json::from_str(&content).map_err(|error| damaged(error.to_string()))?,
            });
        }
        Ok(entries)
    }

    /// How many entries there are.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn len(&self) -> Result<u32, Error> {
        Ok(self.connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?)
    }

    /// Whether nothing was recorded yet.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn is_empty(&self) -> Result<bool, Error> {
        Ok(self.len()? == 0)
    }

    /// A stored file by its hash.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn file(&self, sha256: &str) -> Result<Option<StoredFile>, Error> {
        let found = self
            .connection
            .query_row("SELECT sha256, bytes FROM attachment WHERE sha256 = ?1", [sha256], |row| {
                Ok(StoredFile { sha256: row.get(0)?, bytes: row.get(1)? })
            })
            .optional()?;
        Ok(found)
    }

    /// Adds entries with their files in one transaction: all of it, or nothing. Answers the ids of the
    /// entries' contents.
    ///
    /// # Errors
    /// [`Error::Duplicate`] where a decision is recorded already, [`Error::Locked`], [`Error::Database`].
    pub fn append(&mut self, contents: &[Content], files: &[File<'_>], now: Instant) -> Result<Vec<String>, Error> {
        let transaction = self.begin()?;
        for file in files {
            let stored = params![chain::content_id(file.bytes), file.bytes];
            transaction.execute("INSERT OR IGNORE INTO attachment (sha256, bytes) VALUES (?1, ?2)", stored)?;
        }
        let mut ids = Vec::with_capacity(contents.len());
        for content in contents {
            ids.push(append_one(&transaction, content, now)?);
        }
        transaction.commit()?;
        Ok(ids)
    }
}

fn append_one(transaction: &Transaction<'_>, content: &Content, now: Instant) -> Result<String, Error> {
    let newest = transaction
        .query_row("SELECT seq, link, recorded_at FROM entry ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    let (last, previous, before) = newest.unwrap_or_default();
    let seq = last + 1;
    // A clock that was set back must not reorder what was known when.
    let before: Option<Instant> = before.parse().ok();
    let recorded_at = chain::written(before.map_or(now, |before| before.max(now)));
    let written = serde_json::to_string(content).map_err(|error| Error::Damaged { seq, why: error.to_string() })?;
    let content_id = chain::content_id(written.as_bytes());
    let link = chain::link(seq, &previous, &content_id, &recorded_at);
    transaction.execute(
        "INSERT INTO entry (seq, content, content_id, recorded_at, link) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![seq, written, content_id, recorded_at, link],
    )?;
    if let Content::Decision { decision } = content {
        derive_key(transaction, decision, seq)?;
    }
    Ok(content_id)
}

fn derive_key(transaction: &Transaction<'_>, decision: &Decision, seq: i64) -> Result<(), Error> {
    let key = decision.key();
    let known = transaction
        .query_row(
            "SELECT decision FROM decision_key WHERE series = ?1 AND number = ?2 AND year = ?3",
            params![key.series, key.number, key.year],
            |row| row.get::<_, String>(0),
        )
        .optional()?;
    if let Some(known) = known {
        return Err(Error::Duplicate { number: decision.number.clone(), year: key.year, decision: known });
    }
    transaction.execute(
        "INSERT INTO decision_key (series, number, year, decision, seq) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![key.series, key.number, key.year, decision.id.as_str(), seq],
    )?;
    Ok(())
}
