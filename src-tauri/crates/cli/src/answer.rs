//! From the words of the command line to an answer.

use std::path::{Path, PathBuf};

use api::commands::import::rehearse;
use api::failure::Kind;
use api::types::{DraftRequest, ReadAnswer};
use api::{Day, Desk, Failure, call};
use serde_json::{Value, json};

use crate::args::Command;

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

pub(crate) fn answer(command: Command) -> Result<Answered, Failure> {
    let done = |of: &'static str, json: Value| Ok(Answered { of, json, status: 0 });
    match command {
        Command::New { register, office } => {
            let mut desk = Desk::create(&register, &office)?;
            done("new", call(&mut desk, "desk", Value::Null)?)
        }
        Command::Sample { register, until } => {
            let mut desk = Desk::sample(&register, until.as_deref().map(day).transpose()?)?;
            done("sample", call(&mut desk, "desk", Value::Null)?)
        }
        Command::Read { files } => done("read", read(&files)?),
        Command::Import { register, files, dry_run } => import(&register, &files, dry_run),
        Command::List { register, on, known_on } => {
            done("list", ask(&register, "list", json!({ "on": on_day(on)?, "known_on": known_on }))?)
        }
        Command::Show { register, committee, on, known_on } => {
            let request = json!({ "committee": committee, "on": on_day(on)?, "known_on": known_on });
            done("show", ask(&register, "show", request)?)
        }
        Command::Timeline { register, committee, known_on } => {
            let mut timeline = ask(&register, "timeline", json!({ "committee": committee, "known_on": known_on }))?;
            // The geometry is for drawing: whoever reads a timeline wants the decisions.
            if let Some(timeline) = timeline.as_object_mut() {
                timeline.remove("strip");
            }
            done("timeline", timeline)
        }
        Command::Print { register, committee, on, output, paper } => {
            let path = output.display().to_string();
            let request = json!({ "committee": committee, "on": on_day(on)?, "paper": paper, "path": path });
            done("print", ask(&register, "print", request)?)
        }
        Command::Verify { register } => {
            let json = ask(&register, "verify", Value::Null)?;
            let status = if json["ok"] == true { 0 } else { 3 };
            Ok(Answered { of: "verify", json, status })
        }
    }
}

fn ask(register: &Path, command: &str, request: Value) -> Result<Value, Failure> {
    call(&mut Desk::open(register)?, command, request)
}

fn day(text: &str) -> Result<Day, Failure> {
    api::day(text).map_err(|_| Failure::refused("bad_date", [("date", text.to_owned())]))
}

fn on_day(on: Option<String>) -> Result<Day, Failure> {
    on.as_deref().map_or_else(|| Ok(api::today()), day)
}

/// What was read, as the contract of `read` has it: other decisions named by their numbers.
fn read(files: &[PathBuf]) -> Result<Value, Failure> {
    let answers = read_files(files)?;
    let mut decisions = Vec::new();
    let mut warnings = Vec::new();
    let mut marks = Vec::new();
    let mut blocks = Vec::new();
    for answer in &answers {
        decisions.extend(answer.reading.decisions.iter().map(api::commands::import::draft_json));
        warnings.extend(answer.reading.warnings.iter().map(|warning| json!(warning)));
        marks.extend(answer.reading.marks.iter().map(|mark| json!(mark)));
        blocks.extend(answer.reading.blocks.iter().map(|block| json!(block)));
    }
    let file = answers.first().map(|answer| answer.reading.file.clone());
    Ok(json!({ "file": file, "decisions": decisions, "warnings": warnings, "marks": marks, "blocks": blocks }))
}

fn read_files(files: &[PathBuf]) -> Result<Vec<ReadAnswer>, Failure> {
    files.iter().map(|file| api::commands::import::read_file(file)).collect()
}

/// Reads and tries every paper first, so that one that cannot be read or recorded leaves the register as it
/// was; then records them one by one.
fn import(register: &Path, files: &[PathBuf], dry_run: bool) -> Result<Answered, Failure> {
    let mut desk = Desk::open(register)?;
    let mut requests = Vec::new();
    for answer in read_files(files)? {
        if answer.reading.decisions.is_empty() {
            return Err(Failure::refused("no_decision", [("file", answer.reading.file.clone())]));
        }
        let path = Some(answer.path);
        let drafts = answer.reading.decisions.into_iter();
        requests.extend(drafts.map(|draft| DraftRequest { draft, path: path.clone() }));
    }
    let tried = requests.iter().map(|request| rehearse(&mut desk, request.clone())).collect::<Result<Vec<_>, _>>()?;
    let stop = tried.iter().flat_map(|rehearsal| &rehearsal.questions).find(|question| question.stops);
    if dry_run {
        let json = json!({ "dry_run": true, "drafts": tried });
        return Ok(Answered { of: "rehearse", json, status: u8::from(stop.is_some()) });
    }
    if let Some(question) = stop {
        let mut failure = Failure::refused(&question.code, []);
        failure.params.clone_from(&question.params);
        return Err(failure);
    }
    let answered =
        requests.iter().map(|request| call(&mut desk, "record", json!(request))).collect::<Result<Vec<_>, _>>()?;
    let gathered =
        |key: &str| -> Vec<&Value> { answered.iter().filter_map(|one| one[key].as_array()).flatten().collect() };
    let entry = answered.first().map_or(Value::Null, |first| first["entry"].clone());
    let json = json!({
        "entry": if answered.len() == 1 { entry } else { Value::Null },
        "entries": gathered("entries"),
        "decisions": gathered("decisions"),
        "committees": gathered("committees"),
        "warnings": gathered("warnings"),
    });
    Ok(Answered { of: "import", json, status: 0 })
}
