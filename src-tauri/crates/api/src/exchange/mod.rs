//! A list that went out as a workbook and comes back: what was edited in it becomes a draft, to be confirmed with the
//! paper that orders it. Nothing of it is recorded by itself.
//!
//! The edits are told by what went out, which the file keeps; they are then carried over to the list as the register
//! has it now, so that what changed there meanwhile is not undone.

mod body;
mod draft;
mod edits;
mod pairs;

use reading::{Reading, Warning};
use register::composition::Committee;
use register::draft::{Act, Draft, ListScope, Source};
use report::sheet::{self, Cells, NotRead, Returned, Sheet};
use store::Hash;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::tray::Kept;
use body::Body;

/// The hash of some lines, as they went out or as they are.
pub(crate) fn hash(sheets: &[Sheet]) -> String {
    Hash::of(&serde_json::to_vec(sheets).unwrap_or_default()).to_string()
}

/// A file as it is kept in the tray: as what was edited, where it is a list that went out; else as it was read.
pub(crate) fn came_back(desk: &Desk, name: &str, bytes: &[u8], reading: Reading) -> Kept {
    let cells = match reading::cells(name, bytes, sheet::MARK) {
        Ok(Some(cells)) => cells,
        // The ordinary reading has said already what can be said.
        Ok(None) | Err(_) => return Kept::Read(reading),
    };
    let cells: Vec<Cells> = cells.into_iter().map(|sheet| Cells { name: sheet.name, rows: sheet.rows }).collect();
    let edited = match sheet::read(&cells) {
        Ok(None) => return Kept::Read(reading),
        Ok(Some(returned)) => edited(desk, &returned),
        Err(NotRead::Newer(version)) => Err(Failure::refused("list_newer", [("version", version)])),
        Err(NotRead::NotWhole(sheet)) => Err(Failure::refused("list_damaged", [("sheet", sheet)])),
    };
    match edited {
        Ok((draft, warnings)) => {
            let reading =
                Reading { decisions: vec![draft], events: Vec::new(), marks: Vec::new(), warnings, ..reading };
            Kept::Edited(reading)
        }
        Err(failure) => Kept::Refused(failure),
    }
}

fn edited(desk: &Desk, returned: &Returned) -> Result<(Draft, Vec<Warning>), Failure> {
    let origin = &returned.origin;
    let named = returned.before.first().map(|sheet| sheet.name.clone()).unwrap_or_default();
    if desk.entries.first().is_none_or(|opening| opening.content_id != origin.register) {
        return Err(Failure::refused("list_other_register", [("committee", named)]));
    }
    if hash(&returned.before) != origin.hash {
        return Err(Failure::refused("list_damaged", [("sheet", sheet::MARK.to_owned())]));
    }
    let Some(committee) = desk.fold.committee(&origin.committee) else {
        return Err(Failure::refused("list_unknown_committee", [("committee", named)]));
    };
    let now = sheet::sheets(committee, &desk.fold.composition(committee, origin.on));
    let mut said = Said::default();
    let bodies = body::bodies(committee, origin.on, returned, &now, &mut said);
    if bodies.iter().flat_map(|body| &body.changes).all(body::Change::is_none) && said.lost.is_empty() {
        let params = [("committee", named), ("date", origin.on.to_string())];
        return Err(Failure::refused("list_unchanged", params));
    }
    let draft = draft::draft(desk, committee, origin.on, head(desk, committee, &now), &bodies, &mut said);
    let mut warnings = Vec::new();
    let mut warn = |code: &str, words: Vec<String>| {
        if !words.is_empty() {
            warnings.push(Warning { code: code.to_owned(), at: None, detail: words.join("; ") });
        }
    };
    let outdated = (!same_seats(&returned.before, &now)).then(|| origin.on.to_string());
    warn("list_outdated", outdated.into_iter().collect());
    warn("list_since", since(desk, committee, origin.on));
    warn("list_seat_gone", said.lost);
    warn("list_sheet", returned.passed_over.clone());
    warn("list_post", posts(&bodies));
    warn("list_again", said.again);
    warn("list_successor", said.successor);
    warn("list_not_exact", said.not_exact);
    Ok((draft, warnings))
}

/// Whether two lists have the same lines on the same seats, whatever their order and the ids of their bodies.
fn same_seats(before: &[Sheet], now: &[Sheet]) -> bool {
    let lines = |sheets: &[Sheet]| {
        let of = |sheet: &Sheet| sheet.lines.iter().map(|line| (line.seat.clone(), line.key())).collect::<Vec<_>>();
        let mut lines: Vec<_> = sheets.iter().flat_map(of).collect();
        lines.sort();
        lines
    };
    lines(before) == lines(now)
}

/// What is to be said of an edited list beside its draft: each time who it is about.
#[derive(Default)]
struct Said {
    /// Lines whose seat has ended meanwhile.
    lost: Vec<String>,
    /// Lines that are said again, because the words that end another end them too.
    again: Vec<String>,
    /// Seats that whoever follows in the post would have taken, and that are given anew.
    successor: Vec<String>,
    /// Lines that would not be as they were edited.
    not_exact: Vec<String>,
}

/// What the draft says beside its members: all but number, day and paper, which are to be filled in.
fn head(desk: &Desk, committee: &Committee, now: &[Sheet]) -> Draft {
    let founding = committee.decisions.first().map(|at| &desk.fold.decisions[*at]);
    let name = now.first().map(|sheet| sheet.name.clone()).unwrap_or_default();
    Draft {
        issuer: founding.map(|decision| decision.issuer.clone()),
        act: Some(Act::Amend),
        list_scope: Some(ListScope::Partial),
        committee: Some(name.clone()),
        committees: vec![name],
        source: Some(Source::List),
        changes_membership: true,
        ..Draft::default()
    }
}

/// The decisions on the committee that take effect after the date of the list.
fn since(desk: &Desk, committee: &Committee, on: register::Day) -> Vec<String> {
    let later = committee.decisions.iter().map(|at| &desk.fold.decisions[*at]);
    later.filter(|decision| decision.effective_from > on).map(|decision| decision.number.clone()).collect()
}

/// The people whose post was edited, and nothing else: they take their own place.
fn posts(bodies: &[Body]) -> Vec<String> {
    let changes = bodies.iter().flat_map(|body| &body.changes);
    changes
        .filter(|change| change.is_of_post())
        .filter_map(|change| change.after.as_ref())
        .map(|line| line.called().to_owned())
        .collect()
}
