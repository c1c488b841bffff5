//! The commands, a file for each part of the work.

pub mod decisions;
pub mod import;
pub mod look;
pub mod papers;
pub mod search;
