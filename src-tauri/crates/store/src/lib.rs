//! The record on disk: a journal in SQLite to which entries are only ever added, each chained to the one
//! before, and what is derived from it. Knows SQL, and no rule of the domain.

mod chain;
mod error;
mod journal;
mod verify;

pub use chain::content_id;
pub use error::Error;
pub use journal::{File, Journal, StoredFile};
pub use verify::{Attachments, FirstBad, Verification};
