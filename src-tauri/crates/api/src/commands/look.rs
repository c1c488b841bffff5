//! Looking: what lies open, the committees, one committee on a date, its chart, and whether all is whole.

use diagram::chart::{Changes, Office, Whole};
use diagram::{Chart, Plan, chart as draw};
use register::composition::{Body, Committee, Composition, Flag, SeatOn, State};
use register::{Day, Fold};

use crate::desk::{Desk, body, committee};
use crate::failure::Failure;
use crate::types::{
    Attachments, ChartRequest, CommitteeLine, CommitteeOnDate, Committees, FirstBad, Nothing, OfficeChartRequest,
    OnDate, Show, Verification,
};

/// The committees that exist on a date.
///
/// # Errors
/// `bad_date`.
pub fn list(desk: &mut Desk, request: OnDate) -> Result<Committees, Failure> {
    let (fold, _) = desk.known(request.known_on.as_deref())?;
    let on_date = fold.committees.iter().map(|committee| (committee, fold.composition(committee, request.on)));
    let committees = on_date
        .filter(|(_, composition)| matches!(composition.state, State::Active | State::Suspended))
        .map(|(committee, composition)| CommitteeLine {
            id: committee.id.clone(),
            kind: kind(&composition.committee.name),
            from: committee.life_on(request.on).and_then(|life| life.from),
            // The day on which it ends by itself is known; what somebody decides later is not.
            to: committee.sunset_on(request.on).and_then(|sunset| sunset.what.on),
            suspended: composition.state == State::Suspended,
            heads: composition.heads,
            flagged: flagged(&composition),
            name: composition.committee.name,
        })
        .collect();
    Ok(Committees { committees })
}

/// One committee on a date.
///
/// # Errors
/// `not_found`, `ambiguous`, `bad_date`.
pub fn show(desk: &mut Desk, request: CommitteeOnDate) -> Result<Show, Failure> {
    let (fold, known) = desk.known(request.known_on.as_deref())?;
    let body = body(&fold, &request.committee)?;
    Ok(Show { composition: fold.composition_of(body, request.on), known_on: known.to_string() })
}

/// The chart of a committee on a date.
///
/// # Errors
/// `not_found`, `ambiguous`.
pub fn chart(desk: &mut Desk, request: ChartRequest) -> Result<Chart, Failure> {
    let fold = &desk.fold;
    let committee = committee(fold, &request.committee)?;
    let changes = request.since.map(|since| changes_since(fold, committee, since, request.on));
    let plan = Plan { width: request.width, toggled: &request.toggled, changes: changes.as_ref(), paper: false };
    Ok(draw(&fold.composition(committee, request.on), &plan))
}

/// The committees of a date, under the offices that set them up.
///
/// # Errors
/// `chart_too_large`: more than one plane holds.
pub fn office_chart(desk: &mut Desk, request: OfficeChartRequest) -> Result<Chart, Failure> {
    let offices = offices_on(&desk.fold, request.on);
    let whole = Whole {
        name: &desk.record.office,
        offices: &offices,
        open: request.open,
        toggled: &request.toggled,
        paper: None,
    };
    diagram::chart::offices(&whole).map_err(|_| Failure::refused("chart_too_large", []))
}

/// The committees of a date, under the offices that set them up, in the order of their first.
pub(crate) fn offices_on(fold: &Fold, on: Day) -> Vec<Office> {
    let mut offices: Vec<(&str, Office)> = Vec::new();
    for committee in &fold.committees {
        let composition = fold.composition(committee, on);
        if !matches!(composition.state, State::Active | State::Suspended) {
            continue;
        }
        let known = offices.iter_mut().find(|(key, _)| *key == committee.office);
        match known {
            Some((_, office)) => office.committees.push(composition),
            None => {
                let name = fold.office_of(committee).to_owned();
                offices.push((&committee.office, Office { name, committees: vec![composition] }));
            }
        }
    }
    offices.into_iter().map(|(_, office)| office).collect()
}

/// What changed in a committee since a day, as a chart shows it.
pub(crate) fn changes_since(fold: &Fold, committee: &Committee, since: Day, on: Day) -> Changes {
    let compared = fold.compare(Body::Committee(committee), since, on);
    Changes::of(&compared, &fold.composition(committee, since))
}

/// Whether the record is whole.
///
/// # Errors
/// A disk that cannot be read.
pub fn verify(desk: &mut Desk, _: Nothing) -> Result<Verification, Failure> {
    verified(&desk.store)
}

/// Whether a register is whole, looked at on its own: a window stays alive meanwhile.
///
/// # Errors
/// A file that is no register, or cannot be read.
pub fn verify_file(path: &std::path::Path) -> Result<Verification, Failure> {
    std::fs::metadata(path).map_err(|error| Failure::disk(path, &error))?;
    verified(&store::Store::open(path)?)
}

fn verified(store: &store::Store) -> Result<Verification, Failure> {
    let found = store.verify()?;
    Ok(Verification {
        ok: found.ok(),
        entries: u32::try_from(found.entries).unwrap_or(u32::MAX),
        derived_ok: found.derived_bad.is_none(),
        derived_bad: found.derived_bad.map(str::to_owned),
        head: found.head,
        first_bad: found.first_bad.as_ref().map(FirstBad::of),
        attachments: Attachments {
            present: found.attachments.present,
            missing: found.attachments.missing,
            removed: found.attachments.removed,
        },
    })
}

impl FirstBad {
    pub(crate) fn of(bad: &store::FirstBad) -> Self {
        Self { seq: u32::try_from(bad.seq).unwrap_or(u32::MAX), why: bad.why.word().to_owned() }
    }
}

/// Ban chỉ đạo, Hội đồng, Tổ công tác …: the kinds that begin a name; the list stays open.
fn kind(name: &str) -> String {
    const KINDS: [&str; 8] = [
        "Ban chỉ đạo",
        "Ban chỉ huy",
        "Ban công tác",
        "Ban điều phối",
        "Hội đồng",
        "Ủy ban",
        "Tổ công tác",
        "Tổ giúp việc",
    ];
    let words = register::text::key(name);
    let known = KINDS.iter().find(|kind| words.starts_with(&register::text::key(kind)));
    known.map_or_else(|| name.split_whitespace().next().unwrap_or_default().to_owned(), |kind| (*kind).to_owned())
}

/// How many seats want somebody to act. A suspension of the whole is said of the whole.
fn flagged(composition: &Composition) -> u32 {
    let said = [Flag::Reconstructed, Flag::NotNominated, Flag::DecisionSuspended];
    let wants = |seat: &&SeatOn| seat.flags.iter().any(|flag| !said.contains(flag));
    u32::try_from(composition.seats.iter().filter(wants).count()).unwrap_or(u32::MAX)
}
