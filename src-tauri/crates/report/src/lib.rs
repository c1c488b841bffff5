//! What each paper says, and the press that sets it.
//!
//! A paper is a plain value first: [`list`](list()) says what stands on the membership list, and can be
//! tested, shown and stored without setting a line. The press turns the value into pages. It stands behind
//! the feature `press`, because typst takes minutes to build and only what prints needs it. A [`sheet`] is the
//! list as a workbook: it goes out, is edited, and is known again when it comes back.

pub mod list;
#[cfg(feature = "press")]
pub mod press;
pub mod sheet;
mod words;

pub use list::{List, Setting, list};
#[cfg(feature = "press")]
pub use press::{Press, Printed};

// The tests of the press see it from inside, and share the founding case with those that see it from outside.
#[cfg(all(test, feature = "press"))]
extern crate self as report;
