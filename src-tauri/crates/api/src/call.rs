//! The table of commands: the one list that the shell, the command line, the tests and the TypeScript types
//! are made from.

use std::sync::{Mutex, PoisonError};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::commands::{
    compare, decisions, directory, door, exchange, import, look, news, papers, pictures, record, rehearse, search,
    timeline, tray, waiting,
};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::printing::Ready;
use crate::session::Session;
use crate::types::{
    Administrators, Admit, Batch, ChangePassphrase, ChartAnswer, ChartRequest, CodeAnswer, CodeRequest,
    CommitteeOnDate, Committees, CompareAnswer, CompareRequest, Created, DecisionRequest, DecisionSheet,
    DirectoryAnswer, DirectoryRequest, DraftRequest, Effects, Entries, ExportRequest, Exported, FileRequest, Findings,
    HistoryAnswer, HistoryRequest, Hits, ItemRequest, Items, Keep, MatrixAnswer, NewRegister, Nothing,
    OfficeChartRequest, OnDate, Opened, OrganizationRequest, OrganizationSheet, PagePicture, PageRequest, Pages,
    PaperRequest, Papers, Pasted, Paths, PostNews, PostRequest, PostSheet, PrintingAnswer, ReadAnswer, Rebuilt,
    Recorded, Recover, RecoveryCode, RegisterRequest, Rehearsal, RemovalRequest, Retire, Saved, SearchRequest,
    SeatAnswer, SeatRequest, SetAside, Show, StatusAnswer, TakenIn, TimelineAnswer, TimelineDrawingAnswer,
    TimelineDrawingRequest, TimelineRequest, TrayAnswer, TrayItem, UndoAll, UndoRequest, Unlock, Verification, Waiting,
    Written,
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
    run: fn(&mut Session, Value) -> Result<Value, Failure>,
}

macro_rules! commands {
    ($($name:ident: $role:ident, $request:ty => $answer:ty, $place:ident $run:path;)*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            role: Role::$role,
            types: |config| (<$request as ts_rs::TS>::name(config), <$answer as ts_rs::TS>::name(config)),
            run: |session, request| {
                // Who may not call a command does not learn either what it would have asked for.
                allowed(session, Role::$role)?;
                answer(&$run($place(session)?, asked::<$request>(request)?)?)
            },
        },)*];

        /// Every type that crosses, with all that it is made of.
        pub fn export(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
            $(<$request as ts_rs::TS>::export_all(config)?; <$answer as ts_rs::TS>::export_all(config)?;)*
            <Failure as ts_rs::TS>::export_all(config)
        }
    };
}

// Each with what it works on: the register that lies open (`desk`), or the session that opens one (`door`).
commands! {
    open: Viewer, RegisterRequest => Opened, door door::open;
    open_sample: Viewer, Nothing => Opened, door door::open_sample;
    create: Viewer, NewRegister => Created, door door::create;
    desk: Viewer, Nothing => Opened, desk door::desk;
    unlock: Viewer, Unlock => Opened, desk door::unlock;
    recover: Viewer, Recover => Opened, desk door::recover;
    lock: Viewer, Nothing => Opened, desk door::lock;
    change_passphrase: Administrator, ChangePassphrase => Opened, desk door::change_passphrase;
    administrators: Viewer, Nothing => Administrators, desk door::administrators;
    admit: Administrator, Admit => RecoveryCode, desk door::admit;
    retire: Administrator, Retire => Administrators, desk door::retire;
    list: Viewer, OnDate => Committees, desk look::list;
    show: Viewer, CommitteeOnDate => Show, desk look::show;
    chart: Viewer, ChartRequest => ChartAnswer, desk look::chart;
    office_chart: Viewer, OfficeChartRequest => ChartAnswer, desk look::office_chart;
    timeline: Viewer, TimelineRequest => TimelineAnswer, desk decisions::timeline;
    timeline_drawing: Viewer, TimelineDrawingRequest => TimelineDrawingAnswer, desk timeline::timeline_drawing;
    decision: Viewer, DecisionRequest => DecisionSheet, desk decisions::decision;
    status: Viewer, DecisionRequest => StatusAnswer, desk decisions::status;
    compare: Viewer, CompareRequest => CompareAnswer, desk compare::compare;
    seat: Viewer, SeatRequest => SeatAnswer, desk compare::seat;
    matrix: Viewer, OnDate => MatrixAnswer, desk compare::matrix;
    check: Viewer, OnDate => Findings, desk compare::check;
    directory: Viewer, DirectoryRequest => DirectoryAnswer, desk directory::directory;
    organization: Viewer, OrganizationRequest => OrganizationSheet, desk directory::organization;
    post: Viewer, PostRequest => PostSheet, desk directory::post;
    history: Viewer, HistoryRequest => HistoryAnswer, desk directory::history;
    search: Viewer, SearchRequest => Hits, desk search::search;
    papers: Viewer, Nothing => Papers, desk papers::papers;
    preview: Viewer, PaperRequest => Pages, desk papers::preview;
    print: Viewer, PaperRequest => Saved, desk papers::print;
    printing: Viewer, Nothing => PrintingAnswer, door papers::printing;
    stop_printing: Viewer, Nothing => PrintingAnswer, door papers::stop_printing;
    export_list: Viewer, ExportRequest => Exported, desk exchange::export_list;
    verify: Viewer, Nothing => Verification, desk look::verify;
    verify_code: Viewer, CodeRequest => CodeAnswer, desk papers::verify_code;
    entries: Viewer, Nothing => Entries, desk record::entries;
    read: Viewer, FileRequest => ReadAnswer, desk import::read;
    rehearse: Viewer, DraftRequest => Rehearsal, desk rehearse::rehearse;
    rehearse_post: Viewer, PostNews => Effects, desk news::rehearse_post;
    papers_in: Viewer, Paths => Paths, desk tray::papers_in;
    tray: Viewer, Nothing => TrayAnswer, desk tray::tray;
    tray_item: Viewer, ItemRequest => TrayItem, desk tray::tray_item;
    take_in: Viewer, Paths => TakenIn, desk tray::take_in;
    take_pasted: Viewer, Pasted => TakenIn, desk tray::take_pasted;
    by_hand: Viewer, Nothing => TakenIn, desk tray::by_hand;
    gather: Viewer, Items => TrayAnswer, desk tray::gather;
    keep: Viewer, Keep => Nothing, desk tray::keep;
    discard: Viewer, ItemRequest => TrayAnswer, desk tray::discard;
    page_picture: Viewer, PageRequest => PagePicture, desk pictures::page_picture;
    waiting: Viewer, Nothing => Waiting, desk waiting::waiting;
    take_up: Viewer, UndoRequest => TakenIn, desk waiting::take_up;
    record_items: Administrator, Items => Batch, desk tray::record_items;
    set_aside: Administrator, SetAside => Recorded, desk waiting::set_aside;
    record: Administrator, DraftRequest => Recorded, desk record::record;
    record_written: Administrator, Written => Recorded, desk record::record_written;
    record_post: Administrator, PostNews => Recorded, desk news::record_post;
    record_pack: Administrator, FileRequest => Recorded, desk record::record_pack;
    undo: Administrator, UndoRequest => Recorded, desk record::undo;
    undo_all: Administrator, UndoAll => Recorded, desk record::undo_all;
    remove_attachment: Administrator, RemovalRequest => Recorded, desk record::remove_attachment;
    rebuild: Administrator, Nothing => Rebuilt, desk record::rebuild;
}

fn desk(session: &mut Session) -> Result<&mut Desk, Failure> {
    session.desk()
}

#[allow(clippy::unnecessary_wraps)] // of one form with `desk`, so that the table reads evenly
fn door(session: &mut Session) -> Result<&mut Session, Failure> {
    Ok(session)
}

fn allowed(session: &mut Session, role: Role) -> Result<(), Failure> {
    match role {
        Role::Viewer => Ok(()),
        Role::Administrator => session.desk()?.signer().map(drop),
    }
}

/// Calls a command by its name.
///
/// # Errors
/// `unknown_command`, `bad_request`, `no_register`, `administrator_needed`, or whatever the command refuses
/// with.
pub fn call(session: &mut Session, name: &str, request: Value) -> Result<Value, Failure> {
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(session, request),
        None => Err(Failure::refused("unknown_command", [("command", name.to_owned())])),
    }
}

/// Calls a command of a session that several threads share. What takes long and only looks at the file
/// leaves the session to the others meanwhile.
///
/// # Errors
/// As [`call`].
pub fn call_beside(session: &Mutex<Session>, name: &str, request: Value) -> Result<Value, Failure> {
    // A command that panicked has written nothing: the session is as good as before.
    let lock = || session.lock().unwrap_or_else(PoisonError::into_inner);
    if name == "verify" {
        let path = lock().path()?;
        return answer(&look::verify_file(&path)?);
    }
    if name == "page_picture" {
        let page = pictures::page(lock().desk()?, &asked(request)?)?;
        return answer(&page.picture()?);
    }
    if name == "preview" {
        let paper = Ready::of(lock().desk()?, asked(request)?)?;
        return answer(&paper.pages()?);
    }
    if name == "print" {
        let (paper, printing) = {
            let mut session = lock();
            (Ready::of(session.desk()?, asked(request)?)?, session.printing())
        };
        return answer(&paper.save(&printing)?);
    }
    call(&mut lock(), name, request)
}

fn asked<T: DeserializeOwned>(request: Value) -> Result<T, Failure> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_json::from_value(request).map_err(|error| Failure::refused("bad_request", [("why", error.to_string())]))
}

fn answer<T: serde::Serialize>(answer: &T) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::refused("bad_answer", [("why", error.to_string())]))
}
