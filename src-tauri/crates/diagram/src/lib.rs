//! Geometry: what is drawn where. Computed once for the screen, for paper and for the tests.
//!
//! All lengths are integers in units of 1/16 px, so that every machine draws the same. Text is measured with
//! the font that all of them ship, so that a box on paper is the box on screen.

pub mod chart;
pub mod ink;
pub mod sheet;
pub mod strip;
pub mod text;
pub mod tidy;
pub mod timeline;

pub use chart::{Chart, Plan, chart};
pub use strip::{Strip, strip};

/// One px.
pub const PX: i32 = 16;
