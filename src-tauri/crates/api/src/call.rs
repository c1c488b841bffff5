//! The table of commands: the one list that the shell, the command line, the tests and the TypeScript types
//! are made from.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::commands::{decisions, import, look, papers, search};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::types::{
    ChartAnswer, ChartRequest, CommitteeOnDate, Committees, DecisionRequest, DecisionSheet, DraftRequest, FileRequest,
    Hits, Nothing, OnDate, Opened, Pages, PaperRequest, ReadAnswer, Recorded, Rehearsal, Saved, SearchRequest, Show,
    TimelineAnswer, TimelineRequest, Verification,
};

/// Who may call a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Anybody who can open the register.
    Viewer,
    /// Whoever answers for the record.
    Administrator,
}

/// One command.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// Who may call it.
    pub role: Role,
    /// The names of its request and answer types, for the generated TypeScript.
    pub types: fn(&ts_rs::Config) -> (String, String),
    run: fn(&mut Desk, Value) -> Result<Value, Failure>,
}

macro_rules! commands {
    ($($name:ident: $role:ident, $request:ty => $answer:ty, $run:path;)*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            role: Role::$role,
            types: |config| (<$request as ts_rs::TS>::name(config), <$answer as ts_rs::TS>::name(config)),
            run: |desk, request| answer(&$run(desk, asked::<$request>(request)?)?),
        },)*];

        /// Every type that crosses, with all that it is made of.
        pub fn export(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
            $(<$request as ts_rs::TS>::export_all(config)?; <$answer as ts_rs::TS>::export_all(config)?;)*
            <Failure as ts_rs::TS>::export_all(config)
        }
    };
}

commands! {
    desk: Viewer, Nothing => Opened, look::desk;
    list: Viewer, OnDate => Committees, look::list;
    show: Viewer, CommitteeOnDate => Show, look::show;
    chart: Viewer, ChartRequest => ChartAnswer, look::chart;
    timeline: Viewer, TimelineRequest => TimelineAnswer, decisions::timeline;
    decision: Viewer, DecisionRequest => DecisionSheet, decisions::decision;
    search: Viewer, SearchRequest => Hits, search::search;
    preview: Viewer, PaperRequest => Pages, papers::preview;
    print: Viewer, PaperRequest => Saved, papers::print;
    verify: Viewer, Nothing => Verification, look::verify;
    read: Viewer, FileRequest => ReadAnswer, import::read;
    rehearse: Viewer, DraftRequest => Rehearsal, import::rehearse;
    record: Administrator, DraftRequest => Recorded, import::record;
}

/// Calls a command by its name.
///
/// # Errors
/// `unknown_command`, `bad_request`, or whatever the command refuses with.
pub fn call(desk: &mut Desk, name: &str, request: Value) -> Result<Value, Failure> {
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(desk, request),
        None => Err(Failure::refused("unknown_command", [("command", name.to_owned())])),
    }
}

fn asked<T: DeserializeOwned>(request: Value) -> Result<T, Failure> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).map_err(|error| Failure::refused("bad_request", [("why", error.to_string())]))
}

fn answer<T: serde::Serialize>(answer: &T) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::refused("bad_answer", [("why", error.to_string())]))
}
