//! The timeline on plans made by chance: every period in its lane, none over another, the order kept, nothing lost, on the
//! screen and on paper.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod chance;
mod lanes;
mod pages;
