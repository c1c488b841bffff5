//! A register's file: opened for reading by anybody, for writing by whoever holds the pen.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant as Clock};

use register::date::Day;
use register::history::History;
use register::record::{self, Authority, Content, Said};
use register::rows::RowChanges;
use register::{Fold, Instant, Record};
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, params};

use crate::chain::{Entry, Head, instant, written};
use crate::derived::{self, Found, Person};
use crate::error::Error;
use crate::hash::Hash;
use crate::journal::{Added, Journal, SqliteJournal};
use crate::keys::{PublicKey, Signer};
use crate::pen::{Holder, Pen};
use crate::sealed::{Cost, Opening, Sealed};
use crate::{long_path, network, schema};

/// "KTRG": tells a register from any other SQLite file.
const APPLICATION_ID: i64 = 0x4B54_5247;
/// Pages that SQLite keeps at hand while everything is derived anew, as it counts them: KiB below zero.
const REBUILD_CACHE: i64 = -1024 * 1024;
/// What it keeps otherwise.
const USUAL_CACHE: i64 = -2000;
/// How long a program that wants to write waits for another to finish a recording.
const PATIENCE: Duration = Duration::from_secs(3);

/// A register's file, open.
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
    schema: i64,
    writing: Option<Writing>,
}

/// What only whoever writes has.
struct Writing {
    /// Who may write, after the newest entry.
    authority: Authority,
    // Held until the store is closed, or the pen is put down.
    _pen: Pen,
}

/// What is recorded at once: all of it, or nothing.
#[derive(Default)]
pub struct Batch<'a> {
    /// What is said, in this order.
    pub said: &'a [Said],
    /// The bytes of the attachments that it names.
    pub attachments: &'a [&'a [u8]],
    /// Keys of administrators whom it admits.
    pub seals: &'a [Sealed],
    /// What each does to the derived rows, in the same order.
    pub changes: Vec<RowChanges>,
}

impl Store {
    /// Creates a register with its first entry. It is made beside and then put in place: a file of that name
    /// is a whole register, or none.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::OnNetwork`], or a file that cannot be written.
    pub fn create(path: &Path, opening: &Said, signer: &Signer, seals: &[Sealed], now: Instant) -> Result<Self, Error> {
        if path.exists() {
            return Err(Error::Exists { path: shown(path) });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        refuse_network(folder)?;
        let beside = path.with_added_extension("dang-lap");
        if beside.exists() {
            // Left by a start that was cut off.
            std::fs::remove_file(&beside).map_err(|error| Error::file(&beside, error))?;
        }
        let made = Self::fill(&beside, opening, signer, seals, now)
            .and_then(|()| std::fs::rename(&beside, path).map_err(|error| Error::file(path, error)));
        if made.is_err() {
            // What went wrong is what matters; that nothing was made yet is fine.
            let _ = std::fs::remove_file(&beside);
        }
        made?;
        let mut store = Self::open(path)?;
        store.take_pen()?;
        Ok(store)
    }

    fn fill(path: &Path, opening: &Said, signer: &Signer, seals: &[Sealed], now: Instant) -> Result<(), Error> {
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let transaction = connection.transaction()?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        schema::step_up(&transaction, 0)?;
        let content = opening.write().map_err(|_| Error::NotAdmitted("content"))?;
        let entry = Entry::sign(content.into_bytes(), signer, 1, &Hash::NONE, written(now));
        let added = Added {
            head: Head::sign(&entry, signer),
            entries: &[entry],
            attachments: &[],
            authority: &Authority::default(),
        };
        SqliteJournal(&transaction).append(&Hash::NONE, &added)?;
        seals.iter().try_for_each(|seal| keep_seal(&transaction, seal))?;
        transaction.commit()?;
        Ok(())
    }

    /// Opens a register for reading.
    ///
    /// # Errors
    /// [`Error::NotARegister`], [`Error::Newer`], [`Error::TooOld`], or a file that cannot be read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let connection = match connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
            // A read-only file or folder still opens for reading.
            Err(Error::Database(error)) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
                connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?
            }
            other => other?,
        };
        // Reading never writes: what is not said by whoever holds the pen is refused by the database itself.
        connection.pragma_update(None, "query_only", true)?;
        let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        if number("application_id")? != APPLICATION_ID {
            return Err(Error::NotARegister { path: shown(path) });
        }
        let schema = number("user_version")?;
        if schema > schema::NEWEST {
            return Err(Error::Newer { path: shown(path), found: schema, known: schema::NEWEST });
        }
        if schema < schema::OLDEST {
            return Err(Error::TooOld { path: shown(path), found: schema });
        }
        Ok(Self { connection, path: path.to_path_buf(), schema, writing: None })
    }

    /// Opens the register for writing: takes the pen, and brings an older file up to date (a copy is kept).
    ///
    /// # Errors
    /// [`Error::InUse`] with whoever writes, [`Error::OnNetwork`], [`Error::NotWritable`],
    /// [`Error::Damaged`] where the entries do not say who may write.
    pub fn take_pen(&mut self) -> Result<(), Error> {
        if self.writing.is_some() {
            return Ok(());
        }
        refuse_network(&self.path)?;
        if self.connection.is_readonly("main")? {
            return Err(Error::NotWritable { path: shown(&self.path) });
        }
        let holder = Holder::here();
        let since = Clock::now();
        let pen = loop {
            match Pen::take(&self.path, &holder) {
                Err(Error::InUse { .. }) if since.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(50)),
                taken => break taken?,
            }
        };
        schema::clear_cut_off(&self.path);
        if self.schema < schema::NEWEST {
            self.migrate()?;
        }
        self.connection.pragma_update(None, "query_only", false)?;
        self.clear_journal()?;
        self.writing = Some(Writing { authority: self.authority()?, _pen: pen });
        Ok(())
    }

    /// A program that was killed before its recording began to be one leaves a journal that SQLite has no use
    /// for: the next writing takes it away, so one is made that changes nothing.
    fn clear_journal(&self) -> Result<(), Error> {
        let mut journal = self.path.clone().into_os_string();
        journal.push("-journal");
        if Path::new(&journal).exists() {
            self.connection
                .execute_batch(&format!("BEGIN IMMEDIATE; PRAGMA user_version = {}; COMMIT", self.schema))?;
        }
        Ok(())
    }

    /// Puts the pen down: the register is open for reading again.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn put_pen_down(&mut self) -> Result<(), Error> {
        self.writing = None;
        self.connection.pragma_update(None, "query_only", true)?;
        Ok(())
    }

    /// Who has the register open for writing, where somebody has.
    #[must_use]
    pub fn writer(&self) -> Option<Holder> {
        Pen::holder(&self.path)
    }

    fn migrate(&mut self) -> Result<(), Error> {
        schema::keep_copy(&self.path, self.schema)?;
        let fold = self.fresh_fold()?;
        self.connection.pragma_update(None, "query_only", false)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::step_up(&transaction, self.schema)?;
        derived::rebuild(&transaction, &fold)?;
        transaction.commit()?;
        self.schema = schema::NEWEST;
        Ok(())
    }

    /// All entries as the fold wants them, in the order in which they were recorded.
    ///
    /// # Errors
    /// [`Error::Damaged`] at the first that cannot be understood.
    pub fn entries(&self) -> Result<Vec<record::Entry>, Error> {
        let mut entries = Vec::new();
        self.journal().entries_after(0, &mut |entry| {
            entries.push(read(&entry)?);
            Ok(())
        })?;
        Ok(entries)
    }

    /// The link of an entry: the hash of all that was recorded up to it.
    ///
    /// # Errors
    /// That the file cannot be read.
    pub fn link(&self, seq: u64) -> Result<Option<Hash>, Error> {
        SqliteJournal(&self.connection).link(seq)
    }

    /// The journal.
    #[must_use]
    pub fn journal(&self) -> impl Journal + '_ {
        SqliteJournal(&self.connection)
    }

    /// How many entries there are.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn len(&self) -> Result<u64, Error> {
        Ok(SqliteJournal(&self.connection).newest()?.map_or(0, |newest| newest.seq))
    }

    /// Whether there is no entry, which no register is.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn is_empty(&self) -> Result<bool, Error> {
        Ok(self.len()? == 0)
    }

    /// Who may write, after the newest entry.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn authority(&self) -> Result<Authority, Error> {
        let mut authority = Authority::default();
        self.journal().entries_after(0, &mut |entry| {
            let damaged = |why: String| Error::Damaged { seq: entry.seq, why };
            let content = Said::read_authority(&entry.content).map_err(|error| damaged(error.to_string()))?;
            authority.take(&entry.author.author(), content.as_ref()).map_err(|error| damaged(error.to_string()))
        })?;
        Ok(authority)
    }

    /// Records, signed and linked, with what it changes of the derived rows: all in one transaction, flushed
    /// to disk when this returns. Answers the entries as they stand.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] without the pen, [`Error::Duplicate`], [`Error::Unauthorized`], or a disk that
    /// cannot be written: then nothing is.
    pub fn record(&mut self, batch: &Batch<'_>, signer: &Signer, now: Instant) -> Result<Vec<record::Entry>, Error> {
        let Some(writing) = &mut self.writing else { return Err(Error::ReadOnly { path: shown(&self.path) }) };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let newest = SqliteJournal(&transaction).newest()?;
        let after = newest.as_ref().map_or(Hash::NONE, |newest| newest.link);
        let entries = set_behind(newest.as_ref(), batch.said, signer, now)?;
        let Some(last) = entries.last() else { return Ok(Vec::new()) };
        let added = Added {
            head: Head::sign(last, signer),
            entries: &entries,
            attachments: batch.attachments,
            authority: &writing.authority,
        };
        SqliteJournal(&transaction).append(&after, &added)?;
        batch.seals.iter().try_for_each(|seal| keep_seal(&transaction, seal))?;
        batch.changes.iter().try_for_each(|changes| derived::apply(&transaction, changes))?;
        transaction.commit()?;
        let mut recorded = Vec::with_capacity(entries.len());
        for (entry, said) in entries.iter().zip(batch.said) {
            writing.authority.take(&entry.author.author(), Some(&said.content))?;
            recorded.push(record_entry(entry, said.content.clone())?);
        }
        Ok(recorded)
    }

    /// Derives every row anew from the record; answers how many there are.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] without the pen, or a disk that cannot be written: then nothing changes.
    pub fn rebuild(&mut self) -> Result<usize, Error> {
        if self.writing.is_none() {
            return Err(Error::ReadOnly { path: shown(&self.path) });
        }
        let fold = self.fresh_fold()?;
        // Rows come in the order of the fold, and their keys do not: with room for the pages of all tables, a
        // hundred times the rows take a hundred times as long, and hardly more.
        self.connection.pragma_update(None, "cache_size", REBUILD_CACHE)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let rows = derived::rebuild(&transaction, &fold)?;
        transaction.commit()?;
        self.connection.pragma_update(None, "cache_size", USUAL_CACHE)?;
        Ok(rows)
    }

    fn fresh_fold(&self) -> Result<Fold, Error> {
        Ok(Fold::of(&Record::known_at(&self.entries()?, Instant::MAX)))
    }

    /// The sealed keys.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn seals(&self) -> Result<Vec<Sealed>, Error> {
        let mut select = self.connection.prepare_cached(
            "SELECT public, opening, salt, memory_kib, passes, nonce, sealed FROM sealed_key ORDER BY public, opening",
        )?;
        let seals = select.query_map([], |row| {
            let opening = if row.get_ref(1)?.as_str()? == "recovery" { Opening::Recovery } else { Opening::Passphrase };
            Ok(Sealed {
                public: PublicKey(row.get(0)?),
                opening,
                salt: row.get(2)?,
                cost: Cost { memory_kib: row.get(3)?, passes: row.get(4)? },
                nonce: row.get(5)?,
                sealed: row.get(6)?,
            })
        })?;
        Ok(seals.collect::<Result<_, _>>()?)
    }

    /// The key of an administrator, opened by a passphrase, or by a recovery code. A key that may no longer
    /// write stays shut.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::DamagedKey`].
    pub fn unlock(&self, opening: Opening, words: &str) -> Result<Signer, Error> {
        let authority = self.authority()?;
        for seal in self.seals()? {
            if seal.opening == opening
                && authority.may_write(&seal.public.author())
                && let Some(signer) = seal.open(words)?
            {
                return Ok(signer);
            }
        }
        Err(Error::WrongPassphrase)
    }

    /// Puts a seal in the place of the one that the same words of the same key opened before.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], or a disk that cannot be written.
    pub fn reseal(&mut self, seal: &Sealed) -> Result<(), Error> {
        if self.writing.is_none() {
            return Err(Error::ReadOnly { path: shown(&self.path) });
        }
        keep_seal(&self.connection, seal)
    }

    /// The people whom a text may mean, from the derived rows. `None` where the file has none yet.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn find_people(&self, wanted: &str) -> Result<Option<Vec<Person>>, Error> {
        self.derived(|connection| derived::find_people(connection, wanted))
    }

    /// The history of a person, from the derived rows. `None` where the file has none yet.
    ///
    /// # Errors
    /// [`Error::Damaged`] where they are not what the fold wrote.
    pub fn history(&self, person: &Person, on: Option<Day>) -> Result<Option<History>, Error> {
        self.derived(|connection| derived::history(connection, person, on))
    }

    /// Finds a folded text, as of a day, in the derived rows. `None` where the file has none yet.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub fn search(&self, folded: &str, on: Day, most: usize) -> Result<Option<Vec<Found>>, Error> {
        self.derived(|connection| derived::search(connection, folded, on, most))
    }

    fn derived<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<Option<T>, Error> {
        if self.schema < schema::DERIVED { Ok(None) } else { ask(&self.connection).map(Some) }
    }

    /// Whether derived rows are there, to be held against a fresh fold.
    pub(crate) fn has_derived(&self) -> bool {
        self.schema >= schema::DERIVED
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn head(&self) -> Result<Option<Head>, Error> {
        SqliteJournal(&self.connection).head()
    }
}

/// Signs what is said, and sets it behind the newest entry. A clock that was set back does not reorder what
/// was known when.
fn set_behind(newest: Option<&Entry>, said: &[Said], signer: &Signer, now: Instant) -> Result<Vec<Entry>, Error> {
    let (mut seq, mut previous) = newest.map_or((0, Hash::NONE), |newest| (newest.seq, newest.link));
    let before = newest.and_then(|newest| instant(&newest.recorded_at));
    let recorded_at = written(before.map_or(now, |before| before.max(now)));
    let mut entries = Vec::with_capacity(said.len());
    for said in said {
        let content = said.write().map_err(|_| Error::NotAdmitted("content"))?;
        let entry = Entry::sign(content.into_bytes(), signer, seq + 1, &previous, recorded_at.clone());
        (seq, previous) = (entry.seq, entry.link);
        entries.push(entry);
    }
    Ok(entries)
}

/// An entry of the journal as the fold wants it.
pub(crate) fn read(entry: &Entry) -> Result<record::Entry, Error> {
    let said = Said::read(&entry.content).map_err(|error| Error::Damaged { seq: entry.seq, why: error.to_string() })?;
    record_entry(entry, said.content)
}

fn record_entry(entry: &Entry, content: Content) -> Result<record::Entry, Error> {
    let recorded_at =
        instant(&entry.recorded_at).ok_or_else(|| Error::Damaged { seq: entry.seq, why: "recorded_at".to_owned() })?;
    Ok(record::Entry {
        seq: entry.seq,
        content_id: entry.content_id.to_string(),
        author: entry.author.author(),
        recorded_at,
        content,
    })
}

fn keep_seal(connection: &Connection, seal: &Sealed) -> Result<(), Error> {
    connection.execute(
        "INSERT OR REPLACE INTO sealed_key (public, opening, salt, memory_kib, passes, nonce, sealed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            seal.public.0,
            seal.opening.word(),
            seal.salt,
            seal.cost.memory_kib,
            seal.cost.passes,
            seal.nonce,
            seal.sealed
        ],
    )?;
    Ok(())
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, Error> {
    let connection = long_path::open(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(64);
    // The record must survive a power cut the moment that it says "recorded".
    match connection.pragma_update(None, "synchronous", "FULL") {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(Error::NotARegister { path: shown(path) });
        }
        other => other?,
    }
    // What is taken out is overwritten, not only forgotten.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

fn refuse_network(path: &Path) -> Result<(), Error> {
    match network::of(path) {
        Some(system) => Err(Error::OnNetwork { path: shown(path), system }),
        None => Ok(()),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
