//! A screen that nobody sees.

use crate::failure::{Failure, Outcome};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Open as long as this lives.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Opens one under a number that is free: the server chooses it and says which.
    pub fn open() -> Outcome<Self> {
        let failed = |error: std::io::Error| {
            Failure::new(format!("Xvfb gave no screen: {error}."), "Try `Xvfb -displayfd 1` by hand.")
        };
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let mut number = String::new();
        let said = server.stdout.take().map_or(Ok(0), |said| BufReader::new(said).read_line(&mut number));
        let display = Self { server, name: format!(":{}", number.trim()) };
        said.map_err(failed)?;
        Ok(display)
    }

    /// As programs find it in DISPLAY.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // What fails here has ended already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
