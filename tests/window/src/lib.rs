//! What the tests of the real window need: a display, a driver, and a hand for what lies outside the page.

mod desktop;
mod papers;
mod program;
mod screen;

pub use desktop::Desktop;
pub use papers::{founding, paper, written};
pub use program::{ROOT, out, program, sample};
pub use screen::{OF_SAMPLE, Screen};

/// What went wrong, in words.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;
