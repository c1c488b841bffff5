//! Organizations, posts and people.

use std::sync::Arc;

use register::decision::Citation;
use register::directory::Capacity;
use register::history::{History, PostHeld};
use register::{Day, Id};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The directory on a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DirectoryRequest {
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// What its names must contain, with or without marks; everything where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
}

/// Organizations and people on a date.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DirectoryAnswer {
    /// The organizations that exist on the date, by kind and in the order of the directory.
    pub organizations: Vec<OrganizationLine>,
    /// The people who sit in a committee or hold a post on the date, by given name.
    pub people: Vec<PersonLine>,
}

/// An organization in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OrganizationLine {
    /// Its identity.
    pub id: Id,
    /// Its name on the date.
    pub name: String,
    /// sở, quận, cục …
    pub kind: Option<String>,
    /// Its posts with those who hold them on the date.
    pub posts: Vec<PostLine>,
}

/// A post in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PostLine {
    /// Its identity.
    pub id: Id,
    /// Giám đốc, Chủ tịch UBND …
    pub title: String,
    /// Its organization, under its name of the date.
    pub organization: String,
    /// The organization.
    pub organization_id: Id,
    /// Who holds it on the date; several where it has several holders by nature.
    pub holders: Vec<HolderLine>,
    /// Whether the last one who held it left, and nobody came.
    pub vacant: bool,
    /// Whether it, or its organization, is no more.
    pub ended: bool,
}

/// Somebody in a post.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HolderLine {
    /// The name.
    pub person: String,
    /// By which the person is asked for: an id, or the name.
    pub person_key: String,
    /// In which capacity.
    pub capacity: Capacity,
}

/// A person in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PersonLine {
    /// The name.
    pub name: String,
    /// By which the person is asked for: an id, or the name.
    pub key: String,
    /// A post held on the date, else the post that a decision names.
    pub post: Option<String>,
    /// How many seats on the date.
    pub seats: u32,
}

/// Which organization.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OrganizationRequest {
    /// Its id, or enough of its name.
    pub organization: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
}

/// An organization, whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OrganizationSheet {
    /// Its identity.
    pub id: Id,
    /// Its name on the date.
    pub name: String,
    /// sở, quận, cục …
    pub kind: Option<String>,
    /// The body above it.
    pub parent: Option<String>,
    /// Other names under which papers know it.
    pub also: Vec<String>,
    /// What became of it, in the order of the days, up to the date.
    pub life: Vec<LifeLine>,
    /// Whether it is no more on the date.
    pub ended: bool,
    /// What it was merged into: proposed as successor, never applied.
    pub successor: Option<Linked>,
    /// Its posts with those who hold them on the date.
    pub posts: Vec<PostLine>,
    /// Committees that seat one of its posts, or a representative of it, on the date.
    pub seats: Vec<SeatLine>,
    /// Committees whose standing agency it is on the date.
    pub standing_agency_of: Vec<SeatLine>,
}

/// Something with a page of its own.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Linked {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// Something that happened to an organization.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LifeLine {
    /// founded, split_from, renamed, absorbed, split_off, merged, ended.
    pub what: String,
    /// The day; `null` where it was so before anything that the register knows.
    #[ts(type = "string | null")]
    pub on: Option<Day>,
    /// The name from then on, or the other organization.
    pub name: String,
    /// The other organization, where there is one.
    pub other: Option<Id>,
    /// Where it is known from.
    pub citation: Option<Arc<Citation>>,
}

/// A seat in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeatLine {
    /// The committee.
    pub committee: Id,
    /// Its name on the date.
    pub name: String,
    /// The seat, where there is one.
    pub seat: Option<Id>,
    /// The role, or the subject of a standing agency.
    pub role: Option<String>,
    /// The words of the decision.
    pub as_written: String,
    /// Where the decision says it.
    pub citation: Arc<Citation>,
}

/// Which post.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PostRequest {
    /// Its id.
    pub post: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
}

/// A post, whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PostSheet {
    /// The post on the date.
    pub post: PostLine,
    /// Whether it has several holders by nature.
    pub several: bool,
    /// Everybody who held it by the date, the latest first.
    pub holders: Vec<TermLine>,
    /// Committees that seat it on the date.
    pub seats: Vec<SeatLine>,
}

/// Somebody's term in a post.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TermLine {
    /// The name.
    pub person: String,
    /// By which the person is asked for.
    pub person_key: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// When it began: a day, a month or a year; `null` where that is not known.
    pub from: Option<String>,
    /// When it ended, likewise.
    pub to: Option<String>,
    /// The field that the holder looks after.
    pub portfolio: Option<String>,
    /// The appointment.
    pub citation: Option<Arc<Citation>>,
    /// What ended it.
    pub ended_by: Option<Arc<Citation>>,
}

/// Whose history.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HistoryRequest {
    /// An id, or enough of a name.
    pub person: String,
    /// As of a date; all of it where it is left out.
    #[serde(default)]
    #[ts(optional = nullable, type = "string | null")]
    pub on: Option<Day>,
    /// A day, or an instant in UTC; now where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_on: Option<String>,
}

/// The history's answer is that of the register.
pub type HistoryAnswer = History;

/// A post that somebody held.
pub type PostHeldLine = PostHeld;
