//! The record on disk: a journal in SQLite to which signed entries are only ever added, each chained to the
//! one before, and what is derived from it. Knows SQL, and no rule of the domain.

mod chain;
mod derived;
mod error;
mod hash;
mod journal;
mod keys;
mod long_path;
mod network;
mod pen;
mod schema;
mod sealed;
mod store;
mod verify;

pub use chain::{Entry, Flaw, Head, link};
pub use derived::{Found, Person};
pub use error::Error;
pub use hash::Hash;
pub use journal::{Added, Journal};
pub use keys::{PublicKey, Signature, Signer};
pub use pen::Holder;
pub use sealed::{Cost, Opening, Sealed, code_as_typed, recovery_code};
pub use store::{Batch, Store};
pub use verify::{Attachments, FirstBad, Verification};
