//! The commands, a file for each part of the work.

pub mod compare;
pub mod decisions;
pub mod directory;
pub mod door;
pub mod exchange;
pub mod import;
pub mod look;
pub mod news;
pub mod papers;
pub mod pictures;
pub mod record;
pub mod rehearse;
pub mod search;
pub mod timeline;
pub mod together;
pub mod tray;
pub mod waiting;
