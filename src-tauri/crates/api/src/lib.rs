//! Every command once: its request, its answer, and who may call it. No window and no terminal in here: the
//! desktop shell and the command line call the same functions.

mod call;
pub mod commands;
mod desk;
pub mod failure;
mod pack;
pub mod types;

pub use call::{COMMANDS, Command, Role, call, export};
pub use desk::Desk;
pub use desk::today;
pub use failure::Failure;
pub use register::Day;
pub use register::date::day;
