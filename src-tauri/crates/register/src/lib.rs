//! The domain of Kiện Toàn: decisions in, membership out.
//!
//! Nobody edits a membership. A decision is recorded once, as a list of provisions that each cite their
//! article; what sits on a date is computed from the record by [`composition`]. Everything here is a pure
//! function over plain data: no clock, no SQL, no file, no sentence for the screen.

pub mod alphabet;
mod changes;
pub mod checks;
pub mod composition;
pub mod date;
pub mod decision;
pub mod directory;
pub mod draft;
pub mod effects;
pub mod history;
pub mod id;
pub mod matching;
pub mod record;
pub mod role;
pub mod rows;
pub mod text;
pub mod timeline;

pub use composition::{Composition, Fold};
pub use date::{Day, Instant, PartialDate};
pub use decision::Decision;
pub use id::Id;
pub use record::Record;
