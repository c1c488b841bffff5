//! The syntax of PDF files: objects, where they stand, and how their streams are unpacked.

mod crypt;
mod file;
mod filter;
mod lexer;
mod object;
mod xref;

pub use file::{Broken, File};
pub use lexer::{Lexer, Token, is_space};
pub use object::{Dict, Id, Object, Stream};
