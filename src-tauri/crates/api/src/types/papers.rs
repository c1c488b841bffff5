//! Papers: which there are, how they are asked for, their pages, and files.

use diagram::sheet::Size as SheetSize;
use register::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LanesOf;

/// A paper to be looked at, or to be saved.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PaperRequest {
    /// Which, by its name: `list`, `summary` …
    #[serde(default = "list")]
    pub paper: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
    /// The committee: its id, or enough of its name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub committee: Option<String>,
    /// The decision: its id, or its number.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub decision: Option<String>,
    /// The person: an id, or enough of the name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// The organization: its id, or enough of its name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub organization: Option<String>,
    /// The day since which changes are told; where it is left out, the eve of the newest decision in force, or, on
    /// the leadership's page, the same day of the year before.
    #[serde(default)]
    #[ts(optional = nullable, type = "string | null")]
    pub from: Option<Day>,
    /// In which order people stand.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub order: Option<PaperOrder>,
    /// How people are addressed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub address: Option<PaperAddress>,
    /// How large the sheets of a drawing are; A4 where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub sheet: Option<SheetSize>,
    /// What the lanes of a timeline are; decisions where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub lanes: Option<LanesOf>,
    /// Only the committees that an office founded, by its name: for a chart or a timeline of no single committee.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub office: Option<String>,
    /// The first page to be looked at, from 0, and how many; the first forty where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub pages: Option<(u32, u32)>,
    /// Where to save it, as the ending of its name says: pdf, docx, xlsx, svg, png. A preview needs none. Of several
    /// pages as svg or png each is a file, its number before the ending.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub path: Option<String>,
    /// A folder of templates; where it is left out, the folder `mau-in` beside the register, if there is one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub templates: Option<String>,
}

/// In which order people stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperOrder {
    /// In the order of the decision.
    #[default]
    Decision,
    /// By given name.
    GivenName,
}

/// How people are addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperAddress {
    /// As the decision does: Ông, Bà.
    #[default]
    AsWritten,
    /// Đồng chí.
    Comrade,
}

fn list() -> String {
    "list".to_owned()
}

/// The papers that there are.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Papers {
    /// In the order in which an office asks for them.
    pub papers: Vec<PaperKind>,
    /// The folder of templates of the office, where there is one.
    pub templates: Option<String>,
}

/// A paper that there is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PaperKind {
    /// Its name.
    pub paper: String,
    /// What it is about, which whoever asks for it must name: `committee`, `committee_or_all`,
    /// `committee_or_decision`, `decision`, `person`, `organization`, `all`.
    pub about: String,
    /// What it can be saved as: `pdf`, `docx`, `xlsx`, `svg`, `png`.
    pub forms: Vec<String>,
    /// Which of the request's options it heeds: `order`, `address`, `from`, `sheet`, `lanes`.
    pub options: Vec<String>,
}

/// The very pages.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Pages {
    /// One SVG for each page that was asked for.
    pub pages: Vec<String>,
    /// The place of the first of them, from 0.
    pub first: u32,
    /// How many pages the paper has.
    pub of: u32,
    /// A name for the file, without its ending.
    pub file_name: String,
    /// Whether templates of the office stand in for those that ship.
    pub own_templates: bool,
    /// What the templates warn of.
    pub warnings: Vec<TemplateSaid>,
}

/// What is said of a template.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateSaid {
    /// The file.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// What.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
}

/// A paper saved.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Saved {
    /// Where; of several files the name that theirs are made of.
    pub path: String,
    /// As what: `pdf`, `docx`, `xlsx`, `svg`, `png`.
    pub form: String,
    /// How many pages; none where only whoever opens it will know.
    pub pages: Option<u32>,
    /// How many rows its tables have.
    pub rows: u32,
    /// The code at its foot.
    pub code: String,
    /// What the templates warn of.
    pub warnings: Vec<TemplateSaid>,
}

/// How far a paper is that is being printed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PrintingAnswer {
    /// `setting` or `writing`; none where nothing is being printed.
    pub step: Option<String>,
    /// How many rows it has.
    pub rows: u32,
    /// How many pages, as soon as they stand.
    pub pages: Option<u32>,
    /// For how long, in milliseconds.
    pub milliseconds: u32,
}

/// A code at the foot of a paper.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CodeRequest {
    /// As it stands there.
    pub code: String,
}

/// Whether a paper was made from this register, by its code.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CodeAnswer {
    /// The code.
    pub code: String,
    /// Whether the register confirms it.
    pub confirmed: bool,
    /// The newest entry that the paper was made from, as the code says.
    pub entry: u32,
    /// The date of the paper, as the code says.
    #[ts(type = "string")]
    pub on: Day,
    /// The minute up to which the record was known, as the code says.
    pub known_on: Option<String>,
    /// How many entries were recorded since.
    pub entries_since: u32,
    /// When the record became another one, where it did: what the paper says may have changed since.
    pub superseded_at: Option<String>,
}
