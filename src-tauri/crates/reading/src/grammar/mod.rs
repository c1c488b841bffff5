//! From lines to drafts.

use crate::reading::{Block, Reading, Warning};

pub fn read(file: &str, blocks: Vec<Block>, warnings: Vec<Warning>) -> Reading {
    Reading { file: file.to_owned(), blocks, warnings, ..Reading::default() }
}
