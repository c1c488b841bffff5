//! The list as a workbook that is edited elsewhere and comes back: one line for each seat, in the words of the
//! decisions. What stands in it, [`write`](write()) and [`read`](read()).

mod read;
mod write;

use register::Id;
use register::composition::{Committee, Composition, SeatOn};
use register::date::Day;
use register::decision::{Occupant, Seat};
use register::draft::SeatKind;
use register::text;
use serde::Serialize;

use crate::cited;

pub use read::{Cells, NotRead, Returned, read};
pub(crate) use write::sheet_name;
pub use write::{NotWritten, write};

/// The hidden sheet by which such a workbook is known, and the form that this version writes.
pub const MARK: &str = "kientoan";
const VERSION: &str = "1";

/// Where a workbook comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The register: the content id of the entry that opened it.
    pub register: String,
    /// The committee.
    pub committee: Id,
    /// The date of the list.
    pub on: Day,
    /// The hash of its lines as they went out, so that an unedited file is told from an edited one.
    pub hash: String,
}

/// A committee, or a body inside it, with its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The committee, or the sub-body.
    pub body: Id,
    /// Its name.
    pub name: String,
    /// Its seats, in the order of the decisions.
    pub lines: Vec<Line>,
}

/// A seat, as a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The seat; none where somebody wrote the line anew.
    pub seat: Option<Id>,
    /// The person whom the decision names.
    pub name: String,
    /// Ông, Bà, Đồng chí; no cell of its own.
    #[serde(skip)]
    pub honorific: Option<String>,
    /// Post and organization in the words of the decision.
    pub position: String,
    /// The role.
    pub role: String,
    /// Invited, not a member.
    pub invited: bool,
    /// Who holds the post, where the decision names nobody: only to be looked at.
    #[serde(skip)]
    pub holder: String,
    /// The decision that the line rests on: only to be looked at.
    #[serde(skip)]
    pub source: String,
}

impl Line {
    /// Whether two lines say the same, however it is spelt: case, dashes and the place of a tone do not count.
    #[must_use]
    pub fn says(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// What the line says, in the form for comparing.
    #[must_use]
    pub fn key(&self) -> (String, String, String, bool) {
        (text::key(&self.name), text::key(&self.position), text::key(&self.role), self.invited)
    }

    /// The person, else the post: what the line is called.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.position } else { &self.name }
    }
}

/// The lines of a committee on a date: its own, then those of each body inside it.
#[must_use]
pub fn sheets(committee: &Committee, composition: &Composition) -> Vec<Sheet> {
    let lines = |seats: &[SeatOn]| seats.iter().map(|seat| line(committee, composition.on, seat)).collect();
    let own = Sheet {
        body: composition.committee.id.clone(),
        name: composition.committee.name.clone(),
        lines: lines(&composition.seats),
    };
    let parts = composition.sub_bodies.iter().map(|body| Sheet {
        body: body.id.clone(),
        name: body.name.clone(),
        lines: lines(&body.seats),
    });
    std::iter::once(own).chain(parts).collect()
}

/// The seat as a decision made it, behind what is shown of it on a date.
#[must_use]
pub fn seat_on<'a>(committee: &'a Committee, on: Day, seat: &Id) -> Option<&'a Seat> {
    let is_it = |stretch: &&register::composition::Stretch<Seat>| stretch.what.seat == *seat && stretch.holds(on);
    committee.seats.iter().find(is_it).map(|stretch| &stretch.what)
}

fn line(committee: &Committee, on: Day, shown: &SeatOn) -> Line {
    let seat = seat_on(committee, on, &shown.id);
    // A successor may sit where the decision names somebody: the list keeps the words of the decision.
    let name = match seat.map(|seat| &seat.occupant) {
        Some(Occupant::Named { name, .. }) => name.clone(),
        _ => String::new(),
    };
    let position = shown.position.clone().unwrap_or_default();
    let words = if name.is_empty() && position.is_empty() { shown.as_written.clone() } else { position };
    Line {
        seat: Some(shown.id.clone()),
        honorific: shown.honorific.clone(),
        position: text::tidy(&words),
        role: text::tidy(shown.role.as_deref().unwrap_or_default()),
        invited: shown.invited,
        holder: holder(shown, &name),
        source: source(shown),
        name: text::tidy(&name),
    }
}

fn holder(seat: &SeatOn, name: &str) -> String {
    let known = seat.holders.iter().filter_map(|holder| holder.person.as_deref());
    let known: Vec<&str> = known.filter(|person| seat.kind != SeatKind::Named || *person != name).collect();
    known.join("; ")
}

fn source(seat: &SeatOn) -> String {
    let place = seat.citation.place.as_deref().filter(|place| !place.is_empty());
    place.into_iter().chain([cited::full(&seat.citation).as_str()]).collect::<Vec<_>>().join(", ")
}
