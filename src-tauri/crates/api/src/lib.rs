//! Every command once: its request, its answer, and who may call it. No window and no terminal in here: the
//! desktop shell and the command line call the same functions.

mod call;
pub mod commands;
mod desk;
mod failure;
mod pack;
pub mod types;

pub use call::{COMMANDS, Command, Role, call};
pub use desk::Desk;
pub use failure::Failure;
