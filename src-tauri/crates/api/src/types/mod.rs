//! Requests and answers, as they cross to the window and to scripts: a file for each part of the work.

mod compare;
mod decision;
mod directory;
mod door;
mod look;
mod record;
mod tray;

pub use compare::*;
pub use decision::*;
pub use directory::*;
pub use door::*;
pub use look::*;
pub use record::*;
pub use tray::*;
