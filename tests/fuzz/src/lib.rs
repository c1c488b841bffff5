//! Files broken by chance, read from their bytes to a draft: none may panic, hang, or flood the memory.
//!
//! Everything happens in this process and on the stable toolchain. There is no instrumentation that would tell
//! which code an input reached; what an answer looks like stands in for it (see [`kind`]).

pub mod campaign;
pub mod ceiling;
pub mod chance;
pub mod kind;
pub mod minutes;
pub mod mutate;
pub mod pool;
pub mod reader;
pub mod seeds;
pub mod trial;
pub mod watch;
