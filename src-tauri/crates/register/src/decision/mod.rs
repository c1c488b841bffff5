//! Decisions as they are recorded: what an article does, cited.

mod blank;
mod enact;
mod number;
mod provision;
mod refusal;
mod wording;

pub use enact::enact;
pub(crate) use number::compared;
pub use number::{Key, home, issuer_of, office, series};
pub use provision::{Occupant, Provision, Seat};
pub use refusal::Refusal;
pub use wording::{class_rule, seat_kind};

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::draft::{Act, Reference, Signer, Source};
use crate::id::Id;

/// A legal paper that acts on committees. Recorded once, never changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its identity.
    pub id: Id,
    /// Number and symbol as written: `1943/QĐ-UBND`.
    pub number: String,
    /// Day of issue.
    pub issued_on: Day,
    /// Place of issue.
    pub place: Option<String>,
    /// The authority that decides.
    pub issuer: String,
    /// Who signed, where known.
    pub signer: Option<Signer>,
    /// The subject (trích yếu).
    pub subject: Option<String>,
    /// The headline; what is done follows from the provisions.
    pub act: Act,
    /// The first day on which it holds.
    pub effective_from: Day,
    /// The committees that it says it acts on, by name: among the decisions on these a bare number is read.
    #[serde(default)]
    pub committees: Vec<String>,
    /// Decisions and laws in its căn cứ lines.
    pub bases: Vec<Reference>,
    /// Who proposed it, in the words of the paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<String>,
    /// The papers by which it was proposed (tờ trình).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposals: Vec<String>,
    /// What it does, in the order of the paper.
    pub provisions: Vec<Enacted>,
    /// How many members its text says that there are, or how far it numbers them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
    /// What kind of paper it was read from.
    pub source: Source,
    /// Where it is known from, where it was written by hand without its paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
    /// Whether it is a reconstruction from reports: said wherever it is cited.
    pub reconstructed: bool,
    /// The files it came from, by hash.
    pub attachments: Vec<Attachment>,
}

impl Decision {
    /// Series, number and year: what makes it the same decision.
    #[must_use]
    pub fn key(&self) -> Key {
        Key::of(&self.number, &self.issuer, self.issued_on)
    }

    /// The committees that it names, by name; one may come up several times.
    pub fn committee_names(&self) -> impl Iterator<Item = &str> {
        let acted_on = self.provisions.iter().flat_map(|enacted| enacted.provision.committees());
        self.committees.iter().map(String::as_str).chain(acted_on)
    }

    /// Whether it is a letter (công văn) and no decision, by the symbol of its number.
    #[must_use]
    pub fn is_letter(&self) -> bool {
        number::is_letter(&self.number)
    }

    /// Whether what it says of members touches no membership: a letter that corrects (Nghị định
    /// 30/2020/NĐ-CP, Điều 18 khoản 3: an error of content needs a paper of equal form).
    #[must_use]
    pub fn only_corrects(&self) -> bool {
        self.is_letter() && self.provisions.iter().any(|e| matches!(e.provision, Provision::Correct { .. }))
    }

    /// The citation of one of its places.
    #[must_use]
    pub fn cite(&self, enacted: &Enacted) -> Citation {
        Citation {
            decision: self.number.clone(),
            decision_id: Some(self.id.clone()),
            date: Some(self.issued_on),
            place: enacted.place.clone(),
            words: enacted.words.clone(),
            reconstructed: self.reconstructed,
            note: None,
        }
    }
}

/// The members that a text counts, to be held against those that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// How many it says that there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<u32>,
    /// The last number of its list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbered: Option<u32>,
    /// How many items were read.
    pub read: u32,
}

/// A provision with the place where the paper says it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Enacted {
    /// What is done.
    pub provision: Provision,
    /// Article, clause, point or annex: "Điều 1", "Phụ lục I".
    pub place: Option<String>,
    /// The words of the paper.
    pub words: Option<String>,
}

/// A file that belongs to a decision. Only its hash is part of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// The file's name as it came.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// Where something shown comes from: a decision and its article, or, for a fact of the directory, a note of
/// the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Citation {
    /// Number and symbol.
    pub decision: String,
    /// The decision in the register, where it is recorded there.
    pub decision_id: Option<Id>,
    /// Day of issue.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub date: Option<Day>,
    /// Article, clause, point or annex.
    pub place: Option<String>,
    /// The words of the paper.
    pub words: Option<String>,
    /// Whether the decision is a reconstruction from reports.
    pub reconstructed: bool,
    /// A note of the office, where there is no document.
    pub note: Option<String>,
}
