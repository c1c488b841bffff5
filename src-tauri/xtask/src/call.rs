//! Calling another program: said aloud, streamed, and explained when it fails.

use crate::failure::{Failure, Outcome};
use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// One call of one program. What is printed is what a developer could type.
pub struct Call {
    command: Command,
    spoken: String,
    remedy: Option<String>,
}

impl Call {
    /// A program found on the PATH.
    pub fn program(name: &str) -> Self {
        Self::named(OsStr::new(name), name)
    }

    /// The very cargo that runs this program, so that both use one toolchain.
    pub fn cargo() -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        Self::named(&cargo, "cargo")
    }

    /// npm, which on Windows is a batch file and must be called by its full name.
    pub fn npm() -> Self {
        Self::named(OsStr::new(if cfg!(windows) { "npm.cmd" } else { "npm" }), "npm")
    }

    fn named(program: &OsStr, spoken: &str) -> Self {
        Self { command: Command::new(program), spoken: spoken.to_owned(), remedy: None }
    }

    /// One argument, whatever it contains.
    pub fn word(mut self, word: impl AsRef<OsStr>) -> Self {
        self.spoken.push(' ');
        self.spoken.push_str(&word.as_ref().to_string_lossy());
        self.command.arg(word);
        self
    }

    /// Several arguments, written as one would type them.
    pub fn words(self, words: &str) -> Self {
        words.split_whitespace().fold(self, Self::word)
    }

    /// Where it runs.
    pub fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// What it finds in its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// What to do when it fails, where more is known than "mend what it names".
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Runs it with its output on the screen.
    pub fn run(mut self) -> Outcome {
        println!("  $ {}{}", self.spoken, self.place());
        let ending = self.command.status();
        let status = ending.map_err(|error| self.not_started(&error))?;
        if status.success() {
            return Ok(());
        }
        Err(self.ended_badly(status, "its log stands above"))
    }

    /// Runs it silently and hands over what it wrote to its standard output.
    pub fn answer(mut self) -> Outcome<String> {
        let ending = self.command.stdin(Stdio::null()).output();
        let output = ending.map_err(|error| self.not_started(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let log = String::from_utf8_lossy(&output.stderr);
        Err(self.ended_badly(output.status, &format!("it says:\n{}", log.trim_end())))
    }

    /// Whether it runs and ends well; its words are of no interest.
    pub fn succeeds(mut self) -> bool {
        let silent = self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        silent.status().is_ok_and(|status| status.success())
    }

    /// The folder, for whoever wants to repeat the call by hand.
    fn place(&self) -> String {
        self.command.get_current_dir().map_or_else(String::new, |dir| format!(" (in {})", dir.display()))
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        if let Some(dir) = self.command.get_current_dir().filter(|dir| !dir.is_dir()) {
            return Failure::new(
                format!("`{}` belongs into {}, which is missing.", self.spoken, dir.display()),
                "Use a complete clone of the repository, and run the command again.",
            );
        }
        let program = self.spoken.split(' ').next().unwrap_or_default();
        let remedy = if error.kind() == ErrorKind::NotFound {
            format!("Install {program}, or put it on the PATH, and run the command again.")
        } else {
            "Mend that, and run the command again.".to_owned()
        };
        Failure::new(format!("`{}` could not be started: {error}.", self.spoken), remedy)
    }

    fn ended_badly(self, status: ExitStatus, log: &str) -> Failure {
        let again = format!("Mend what it names; `{}`{} runs this part alone.", self.spoken, self.place());
        Failure::new(format!("`{}` ended with {status}; {log}.", self.spoken), self.remedy.unwrap_or(again))
    }
}
