//! Requests and answers, as they cross to the window and to scripts: a file for each part of the work.

mod compare;
mod decision;
mod directory;
mod door;
mod exchange;
mod look;
mod papers;
mod record;
mod timeline;
mod tray;

pub use compare::*;
pub use decision::*;
pub use directory::*;
pub use door::*;
pub use exchange::*;
pub use look::*;
pub use papers::*;
pub use record::*;
pub use timeline::*;
pub use tray::*;
