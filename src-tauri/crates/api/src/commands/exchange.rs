//! A list goes out as a workbook, to be edited elsewhere; the tray takes it back.

use std::path::Path;

use register::composition::State;
use report::sheet::{self, Origin};

use crate::desk::{Desk, committee};
use crate::exchange::hash;
use crate::failure::Failure;
use crate::saving::save;
use crate::types::{ExportRequest, Exported};

/// Writes the list of a committee on a date as a workbook.
///
/// # Errors
/// `not_found`, `ambiguous`; `list_not_there` where there is no such committee on the date; `list_not_written`, or a
/// file that cannot be written.
pub fn export_list(desk: &mut Desk, request: ExportRequest) -> Result<Exported, Failure> {
    let committee = committee(&desk.fold, &request.committee)?;
    let composition = desk.fold.composition(committee, request.on);
    if !matches!(composition.state, State::Active | State::Suspended) {
        let params = [("committee", composition.committee.name), ("date", request.on.to_string())];
        return Err(Failure::refused("list_not_there", params));
    }
    let sheets = sheet::sheets(committee, &composition);
    let origin = Origin {
        register: desk.entries.first().map(|opening| opening.content_id.clone()).unwrap_or_default(),
        committee: committee.id.clone(),
        on: request.on,
        hash: hash(&sheets),
    };
    let bytes = sheet::write(&desk.record.office, &origin, &sheets)
        .map_err(|error| Failure::refused("list_not_written", [("why", error.to_string())]))?;
    save(Path::new(&request.path), &bytes)?;
    let lines = sheets.iter().map(|sheet| sheet.lines.len()).sum::<usize>();
    Ok(Exported { path: request.path, lines: u32::try_from(lines).unwrap_or(u32::MAX) })
}
