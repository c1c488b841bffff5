//! What each paper says, and the press that sets it.
//!
//! A paper is a plain value first ([`paper::Paper`]): [`list`](list()) says what stands on the membership list, and
//! can be tested, shown and stored without setting a line. The press turns the value into pages. It stands behind
//! the feature `press`, because typst takes minutes to build and only what prints needs it. A [`sheet`] is the
//! list as a workbook: it goes out, is edited, and is known again when it comes back.

mod changes;
mod cited;
mod decisions;
mod document;
pub mod drawing;
pub mod foot;
pub mod list;
mod matrix;
mod notice;
pub mod order;
mod organization;
pub mod paper;
mod person;
#[cfg(feature = "press")]
pub mod press;
pub mod sheet;
mod sources;
mod summary;
mod words;
mod workbook;

pub use changes::{changes, changes_by};
pub use decisions::decisions;
pub use document::{NotMade, document};
pub use foot::code;
pub use list::{List, list, list_as};
pub use matrix::matrix;
pub use notice::notice;
pub use organization::{Happened, Organization, PostOn, Seated, organization};
pub use paper::{Form, Head, Kind, Options, Paper, Setting};
pub use person::person;
#[cfg(feature = "press")]
pub use press::{Press, Printed};
pub use sources::sources;
pub use summary::summary;
pub use workbook::workbook;

// The tests of the press see it from inside, and share the founding case with those that see it from outside.
#[cfg(all(test, feature = "press"))]
extern crate self as report;
