//! From the words of the command line to an answer.

use std::path::{Path, PathBuf};

use api::failure::Kind;
use api::{Day, Desk, Failure, Session, call};
use serde_json::{Value, json};

use crate::args::{Args, Command};
use crate::import::{import, read};
use crate::passphrase::{self, Passphrase};

/// An answer: as JSON, which the text for a person is made from too.
pub(crate) struct Answered {
    /// Which command was asked.
    pub of: &'static str,
    /// The answer.
    pub json: Value,
    /// The exit status.
    pub status: u8,
}

/// The exit status of a failure.
pub(crate) fn status(kind: Kind) -> u8 {
    match kind {
        Kind::Refused => 1,
        Kind::Damage => 3,
        Kind::Disk => 4,
    }
}

pub(crate) fn answer(args: Args) -> Result<Answered, Failure> {
    let done = |of: &'static str, json: Value| Ok(Answered { of, json, status: 0 });
    let own = Passphrase::given(args.passphrase_file.as_deref());
    match args.command {
        Command::New { register, office, administrator } => {
            let request = json!({
                "path": register.display().to_string(),
                "office": office,
                "administrator": administrator,
                "passphrase": *own.read()?,
            });
            done("new", call(&mut Session::default(), "create", request)?)
        }
        Command::Sample { register, until } => {
            drop(Desk::sample(&register, until.as_deref().map(day).transpose()?)?);
            done("sample", ask(&register, "desk", Value::Null)?)
        }
        Command::Read { files } => done("read", read(&files)?),
        Command::Import { register, files, dry_run } => import(&register, &files, dry_run, &own),
        Command::Record { register, draft } => {
            let json = written(&draft)?;
            done("record", write(&register, &own, "record_written", json!({ "json": json }))?)
        }
        Command::Pack { register, file } => {
            done("pack", write(&register, &own, "record_pack", json!({ "path": file.display().to_string() }))?)
        }
        Command::Undo { register, entry } => done("undo", write(&register, &own, "undo", json!({ "entry": entry }))?),
        Command::Entries { register } => done("entries", ask(&register, "entries", Value::Null)?),
        Command::List { register, on, known_on } => {
            done("list", ask(&register, "list", json!({ "on": on_day(on)?, "known_on": known_on }))?)
        }
        Command::Show { register, committee, on, known_on } => {
            let request = json!({ "committee": committee, "on": on_day(on)?, "known_on": known_on });
            done("show", ask(&register, "show", request)?)
        }
        Command::History { register, person, on, known_on } => {
            let on = on.as_deref().map(day).transpose()?;
            let request = json!({ "person": person, "on": on, "known_on": known_on });
            done("history", ask(&register, "history", request)?)
        }
        Command::Timeline { register, committee, known_on } => {
            let mut timeline = ask(&register, "timeline", json!({ "committee": committee, "known_on": known_on }))?;
            // The geometry is for drawing: whoever reads a timeline wants the decisions. How they stand is asked
            // of each, on a day.
            if let Some(timeline) = timeline.as_object_mut() {
                timeline.remove("strip");
                timeline.remove("statuses");
            }
            done("timeline", timeline)
        }
        Command::Compare { register, committee, from, to, known_on } => {
            let request = json!({ "committee": committee, "from": day(&from)?, "to": day(&to)?, "known_on": known_on });
            let mut changes = ask(&register, "compare", request)?;
            changes["sentences"] = json!(crate::say::sentences(&changes));
            done("compare", changes)
        }
        Command::Status { register, decision, on, known_on } => {
            let request = json!({ "decision": decision, "on": on_day(on)?, "known_on": known_on });
            done("status", ask(&register, "status", request)?)
        }
        Command::Check { register, on, known_on } => {
            let found = ask(&register, "check", json!({ "on": on_day(on)?, "known_on": known_on }))?;
            let findings = found["findings"].as_array().cloned().unwrap_or_default();
            let error = findings.iter().any(|finding| finding["severity"] == "error");
            let findings: Vec<Value> = findings.iter().map(crate::say::finding).collect();
            Ok(Answered { of: "check", json: json!({ "findings": findings }), status: if error { 3 } else { 0 } })
        }
        Command::Matrix { register, on, known_on } => {
            done("matrix", ask(&register, "matrix", json!({ "on": on_day(on)?, "known_on": known_on }))?)
        }
        Command::Print(print) => done("print", crate::print::print(&print)?),
        Command::Press { .. } => Err(Failure::refused("usage", [])),
        Command::Templates { folder } => done("templates", crate::print::templates(&folder)?),
        Command::Verify { register, code: Some(code) } => {
            let json = json!(api::commands::papers::verify_code_of_file(&register, &code)?);
            let status = if json["confirmed"] == true { 0 } else { 3 };
            Ok(Answered { of: "verify_code", json, status })
        }
        Command::Verify { register, code: None } => {
            let json = json!(api::commands::look::verify_file(&register)?);
            let status = if json["ok"] == true { 0 } else { 3 };
            Ok(Answered { of: "verify", json, status })
        }
        Command::Rebuild { register } => done("rebuild", write(&register, &own, "rebuild", Value::Null)?),
        Command::Administrators { register } => done("administrators", ask(&register, "administrators", Value::Null)?),
        Command::Admit { register, name, new_passphrase_file } => {
            let new = passphrase::new(new_passphrase_file.as_deref())?;
            done("admit", write(&register, &own, "admit", json!({ "name": name, "passphrase": *new }))?)
        }
        Command::Retire { register, key } => {
            done("administrators", write(&register, &own, "retire", json!({ "key": key }))?)
        }
        Command::Recover { register, code_file, new_passphrase_file } => {
            let code = passphrase::read_file(&code_file)?;
            let new = passphrase::new(new_passphrase_file.as_deref())?;
            let request = json!({ "recovery_code": *code, "new_passphrase": *new });
            done("recover", ask(&register, "recover", request)?)
        }
    }
}

pub(crate) fn ask(register: &Path, command: &str, request: Value) -> Result<Value, Failure> {
    call(&mut Session::over(register)?, command, request)
}

/// Opens the register, the administrator's key with it, and asks.
fn write(register: &Path, own: &Passphrase, command: &str, request: Value) -> Result<Value, Failure> {
    call(&mut unlocked(register, own)?, command, request)
}

/// A register open for writing.
pub(crate) fn unlocked(register: &Path, own: &Passphrase) -> Result<Session, Failure> {
    let mut session = Session::over(register)?;
    call(&mut session, "unlock", json!({ "passphrase": *own.read()? }))?;
    Ok(session)
}

/// A file of JSON.
fn written(path: &PathBuf) -> Result<Value, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::disk(path, &error))?;
    let bad = |why: String| Failure::refused("bad_json", [("file", path.display().to_string()), ("why", why)]);
    // Windows programs begin a text with its byte order mark.
    let text = match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Err(bad("UTF-16, not UTF-8".to_owned())),
        [0xef, 0xbb, 0xbf, text @ ..] | text => text,
    };
    serde_json::from_slice(text).map_err(|error| bad(error.to_string()))
}

pub(crate) fn day(text: &str) -> Result<Day, Failure> {
    api::day(text).map_err(|_| Failure::refused("bad_date", [("date", text.to_owned())]))
}

pub(crate) fn on_day(on: Option<String>) -> Result<Day, Failure> {
    on.as_deref().map_or_else(|| Ok(api::today()), day)
}
