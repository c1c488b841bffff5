//! The journal: the one thing of a register that more than one machine would have to share. Everything else
//! is derived from it. So it stands behind three questions, and SQLite answers them on this machine.

mod sqlite;

use register::record::Authority;

use crate::chain::{Entry, Head};
use crate::error::Error;
use crate::hash::Hash;

pub(crate) use sqlite::SqliteJournal;

/// Where entries stand, each chained to the one before.
pub trait Journal {
    /// Hands over the entries behind a place, in their order; 0 for all of them.
    ///
    /// # Errors
    /// What `each` answers, or that the journal cannot be read.
    fn entries_after(&self, seq: u64, each: &mut dyn FnMut(Entry) -> Result<(), Error>) -> Result<(), Error>;

    /// Adds entries behind the one with this link ([`Hash::NONE`] behind nothing), with the bytes that they
    /// name, and the new head: all of it, or nothing.
    ///
    /// # Errors
    /// [`Error::MovedOn`] where another entry is the newest, [`Error::NotAdmitted`] and
    /// [`Error::Unauthorized`] for what is not signed, not linked, or not an administrator's.
    fn append(&mut self, after: &Hash, added: &Added<'_>) -> Result<(), Error>;

    /// The bytes of an attachment, where they are (still) kept.
    ///
    /// # Errors
    /// That the journal cannot be read.
    fn attachment(&self, sha256: &Hash) -> Result<Option<Vec<u8>>, Error>;
}

/// What is added to a journal at once.
pub struct Added<'a> {
    /// The entries, in their order.
    pub entries: &'a [Entry],
    /// The bytes that they name.
    pub attachments: &'a [&'a [u8]],
    /// The head that they leave.
    pub head: Head,
    /// Who may write, after the entry that these stand behind.
    pub authority: &'a Authority,
}
