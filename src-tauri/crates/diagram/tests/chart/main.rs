//! The org chart on paper, of committees made by chance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../grove/mod.rs"]
mod grove;
mod offices;
mod pages;
mod seats;
