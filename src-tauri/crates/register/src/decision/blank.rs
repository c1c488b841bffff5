//! Lists of a draft with an entry that says nothing: a line added at the review and left empty, a key of a JSON
//! file with no text. It would enter the record as a decision that repeals one without a number, as somebody
//! without a name who leaves.

use super::Refusal;
use crate::draft::{Draft, Reference, StandingAgency, SubBody};
use crate::text;

/// # Errors
/// [`Refusal::EmptyEntry`] with the first list that has one.
pub fn refuse(draft: &Draft) -> Result<(), Refusal> {
    let texts = [
        ("committees", &draft.committees),
        ("old_names", &draft.old_names),
        ("leaves", &draft.leaves),
        ("duties", &draft.duties),
        ("dissolves", &draft.dissolves),
        ("merged_from", &draft.merged_from),
    ];
    let found = texts
        .into_iter()
        .find(|(_, list)| list.iter().any(|text| blank(text)))
        .map(|(field, _)| field)
        .or_else(|| draft.relations().into_iter().find(|(_, list)| list.iter().any(nameless)).map(|(field, _)| field))
        .or_else(|| draft.standing_agencies.iter().any(unnamed_agency).then_some("standing_agencies"))
        .or_else(|| draft.sub_bodies.iter().any(unnamed_body).then_some("sub_bodies"));
    found.map_or(Ok(()), |field| Err(Refusal::EmptyEntry { field }))
}

fn blank(text: &str) -> bool {
    text::tidy(text).is_empty()
}

fn nameless(reference: &Reference) -> bool {
    blank(reference.number())
}

fn unnamed_agency(agency: &StandingAgency) -> bool {
    blank(&agency.name)
}

fn unnamed_body(body: &SubBody) -> bool {
    blank(&body.name)
}
