//! Calling another program: said aloud, streamed, and explained when it fails.

use crate::failure::{Failure, Outcome};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

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
    pub fn answer(self) -> Outcome<String> {
        Ok(String::from_utf8_lossy(&self.bytes()?).into_owned())
    }

    /// The same where that is no text.
    pub fn bytes(mut self) -> Outcome<Vec<u8>> {
        let ending = self.command.stdin(Stdio::null()).output();
        let output = ending.map_err(|error| self.not_started(&error))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        // Some say what is wrong on their standard output.
        let said = if output.stderr.trim_ascii().is_empty() { &output.stdout } else { &output.stderr };
        let log = String::from_utf8_lossy(said);
        Err(self.ended_badly(output.status, &format!("it says:\n{}", log.trim_end())))
    }

    /// Runs it with its output on the screen, and hands over what of it came from the standard output.
    pub fn heard(mut self) -> Outcome<String> {
        println!("  $ {}{}", self.spoken, self.place());
        let ending = self.command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = ending.map_err(|error| self.not_started(&error))?;
        let mut heard = String::new();
        for line in
            child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).split(b'\n').map_while(Result::ok))
        {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            println!("  {line}");
            heard.push_str(&line);
            heard.push('\n');
        }
        let status = child.wait().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(heard) } else { Err(self.ended_badly(status, "its log stands above")) }
    }

    /// Starts it, and goes on.
    pub fn start(mut self) -> Outcome<Child> {
        println!("  $ {}{} &", self.spoken, self.place());
        self.command.stdin(Stdio::null()).spawn().map_err(|error| self.not_started(&error))
    }

    /// Its exit status, where that is the answer.
    pub fn status(mut self) -> Outcome<Option<i32>> {
        println!("  $ {}{}", self.spoken, self.place());
        let ending = self.command.stdin(Stdio::null()).status();
        Ok(ending.map_err(|error| self.not_started(&error))?.code())
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
