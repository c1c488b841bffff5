//! The tray: papers that came in and are not recorded yet.

use reading::{Mark, Reading};
use register::draft::{Act, Draft, EventDraft};
use register::record::WaitsFor;
use register::{Day, Id};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::failure::Failure;
use crate::types::{Question, Recorded};

/// Files and folders to be looked through.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Paths {
    /// Where they lie.
    pub paths: Vec<String>,
}

/// What a person copied from another program.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Pasted {
    /// As a web page, where the program gave one: it keeps tables.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub html: Option<String>,
    /// As plain text.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
}

/// Items of the tray.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Items {
    /// By their ids.
    pub items: Vec<Id>,
}

/// An item of the tray.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemRequest {
    /// Its id.
    pub item: Id,
}

/// Everything in the tray.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TrayAnswer {
    /// In the legal order of what they decide; what decides nothing last.
    pub items: Vec<TrayLine>,
}

/// An item in the list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TrayLine {
    /// Its id.
    pub item: Id,
    /// The names of its files; none where it is written by hand.
    pub files: Vec<String>,
    /// Whether it can be recorded.
    pub state: TrayState,
    /// The decisions in it.
    pub decisions: Vec<DraftLine>,
    /// How many facts of the directory it says.
    pub events: u32,
    /// What is to be answered first.
    pub asks: Vec<Question>,
    /// How many people, posts and numbers are to be told apart first.
    pub unanswered: u32,
    /// Why its file gave no reading.
    pub refused: Option<Failure>,
}

/// Whether an item can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TrayState {
    /// It can.
    Ready,
    /// Something is to be answered or filled in first.
    Asks,
    /// Nothing was found in it that could be recorded.
    Nothing,
    /// Its file was refused.
    Refused,
}

/// A draft in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DraftLine {
    /// Number and symbol.
    pub number: Option<String>,
    /// Day of issue.
    #[ts(type = "string | null")]
    pub date: Option<Day>,
    /// The subject.
    pub title: Option<String>,
    /// What it does.
    pub act: Option<Act>,
    /// The committees.
    pub committees: Vec<String>,
    /// How many members it lists.
    pub members: u32,
}

/// An item, whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TrayItem {
    /// Its id.
    pub item: Id,
    /// Its files.
    pub files: Vec<ItemFile>,
    /// What was read from them.
    pub reading: Reading,
    /// What has been made of that at the review.
    pub work: Work,
}

/// A file of an item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemFile {
    /// Its name as it came.
    pub name: String,
    /// How many pages can be shown as pictures.
    pub pages: u32,
}

/// What has been made of a reading at the review: kept at every change, so that nothing half-done is lost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Work {
    /// The drafts as they are mended.
    pub drafts: Vec<Draft>,
    /// What the paper says of posts and who holds them.
    pub events: Vec<EventDraft>,
    /// Where each value stands; those that a person pointed out too.
    pub marks: Vec<Mark>,
    /// Wordings that a person let stand as they are: a name is the person whom the register knows, a post is written so.
    #[serde(default)]
    pub settled: Vec<String>,
    /// Which draft is looked at.
    #[serde(default)]
    pub at: u32,
}

/// A change at the review, to be kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Keep {
    /// The item.
    pub item: Id,
    /// What it has come to.
    pub work: Work,
}

/// What came in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TakenIn {
    /// The new items.
    pub items: Vec<Id>,
}

/// A page to be shown as a picture.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PageRequest {
    /// The item.
    pub item: Id,
    /// The file, from 0.
    pub file: u32,
    /// The page, from 0.
    pub page: u32,
    /// How wide, in px.
    pub width: u32,
}

/// A page as a picture.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PagePicture {
    /// The picture, as an address that the page can show.
    pub picture: String,
}

/// What became of items that were to be recorded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Batch {
    /// What was recorded, in legal order.
    pub recorded: Vec<Recorded>,
    /// The entries of all of it: undoing them takes the batch back.
    pub entries: Vec<String>,
    /// What was not, and why.
    pub left: Vec<Left>,
}

/// An item that was not recorded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Left {
    /// The item.
    pub item: Id,
    /// Why.
    pub why: Failure,
}

/// A paper that is to wait.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetAside {
    /// The item.
    pub item: Id,
    /// What it waits for.
    pub waits_for: WaitsFor,
    /// That in words.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// The papers that wait.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Waiting {
    /// In the order in which they came.
    pub papers: Vec<WaitingLine>,
}

/// A paper that waits.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WaitingLine {
    /// The entry that says so.
    pub entry: String,
    /// When it came, UTC.
    pub received_at: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Day of issue.
    #[ts(type = "string | null")]
    pub date: Option<Day>,
    /// Issuer.
    pub issuer: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The committees that it is about, by name.
    pub committees: Vec<String>,
    /// Those of them that the register knows, by id.
    pub known: Vec<Id>,
    /// What it waits for.
    pub waits_for: WaitsFor,
    /// That in words.
    pub note: Option<String>,
    /// The names of its files.
    pub files: Vec<String>,
}

/// Entries that are to be taken back together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UndoAll {
    /// Their ids.
    pub entries: Vec<String>,
}
