//! What the tests of the command line share.
#![allow(dead_code)] // each test uses some of it

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

pub const PASSPHRASE: &str = "mưa thuận gió hòa";

/// A register of an invented office, and the program that works on it.
pub struct Office {
    pub folder: tempfile::TempDir,
}

impl Office {
    pub fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let (status, made) = office.run(&["new", &office.register(), "--office", "UBND tỉnh Sa Thạch"]);
        assert_eq!(status, 0, "{made}");
        assert_eq!(made["recovery_code"].as_str().unwrap().len(), 29);
        office
    }

    pub fn register(&self) -> String {
        self.folder.path().join("sổ.kientoan").to_str().unwrap().to_owned()
    }

    pub fn file(&self, name: &str, text: &str) -> String {
        let path: PathBuf = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn run(&self, args: &[&str]) -> (i32, Value) {
        run_as(Some(PASSPHRASE), args)
    }

    pub fn record(&self, written: &Value) -> (i32, Value) {
        let draft = self.file("bản ghi.json", &written.to_string());
        self.run(&["record", &self.register(), &draft])
    }

    pub fn done(&self, args: &[&str]) -> Value {
        let (status, answer) = self.run(args);
        assert_eq!(status, 0, "{args:?}: {answer}");
        answer
    }
}

pub fn run_as(passphrase: Option<&str>, args: &[&str]) -> (i32, Value) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kientoan-cli"));
    command.args(args).arg("--json").env_remove("KIENTOAN_PASSPHRASE");
    if let Some(passphrase) = passphrase {
        command.env("KIENTOAN_PASSPHRASE", passphrase);
    }
    let output = command.output().unwrap();
    (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap_or(Value::Null))
}
