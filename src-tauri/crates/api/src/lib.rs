//! Every command once: its request, its answer, and who may call it. No window and no terminal in here: the
//! desktop shell and the command line call the same functions.

mod call;
pub mod commands;
mod desk;
mod exchange;
pub mod failure;
mod pack;
mod paper;
mod printing;
pub mod sample;
mod saving;
mod session;
mod tray;
pub mod types;

pub use call::{COMMANDS, Command, Role, call, call_beside, export};
pub use desk::{Desk, Founding, today};
pub use failure::Failure;
#[cfg(feature = "press")]
pub use printing::press_apart;
pub use register::Day;
pub use register::date::day;
pub use session::Session;
