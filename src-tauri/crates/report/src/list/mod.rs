//! What the membership list says.

use serde::Serialize;

/// What a paper needs to know beside the composition.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The body that keeps the register, for the head of the paper.
    pub office: String,
    /// The instant up to which the record was known.
    pub known_on: jiff::Timestamp,
    /// The day on which it is printed.
    pub printed_on: jiff::civil::Date,
}

/// The membership list of a committee on a date, in the words of the paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct List {
    /// The committee.
    pub committee: String,
}

/// Says what the membership list of a composition says.
#[must_use]
pub fn list(composition: &register::Composition, setting: &Setting) -> List {
    let _ = setting;
    List { committee: composition.committee.name.clone() }
}
