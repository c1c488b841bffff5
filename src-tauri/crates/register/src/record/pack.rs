//! Packs: what an office brings along as a file: its organizations and posts, its words, its rules.

use serde::{Deserialize, Serialize};

use crate::checks::Asks;
use crate::date::PartialDate;
use crate::directory::{Event, Sourced};
use crate::role::Rank;

/// A pack as it is recorded. A later version of the same name takes the place of the earlier one, from the
/// day on which it is recorded: what was known before stays what was known before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// The name that its versions share.
    pub name: String,
    /// Its version, counted up.
    pub version: u32,
    /// What it is, as a person reads it.
    pub title: String,
    /// Organizations, posts and what happens to them.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Classes of posts by the wording that papers use.
    #[serde(default)]
    pub classes: Vec<PostClass>,
    /// Ranks of roles that the usual words do not tell.
    #[serde(default)]
    pub ranks: Vec<RoleRank>,
    /// Rules of a province or of some years.
    #[serde(default)]
    pub rules: Vec<DatedRule>,
}

/// A class (nhóm chức danh): a rule over posts, known by a wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostClass {
    /// The wording: "Thủ trưởng các sở, ban, ngành".
    pub name: String,
    /// The title that its posts bear: "Giám đốc".
    pub post: String,
    /// The kinds of organization: sở, quận …
    pub organization_kind: Vec<String>,
    /// Since when papers mean this by it; always where it is left out.
    #[serde(default)]
    pub from: Option<PartialDate>,
    /// The first day on which they no longer do.
    #[serde(default)]
    pub to: Option<PartialDate>,
    /// Where this is known from.
    pub citation: Sourced,
}

/// The rank of a role by its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRank {
    /// "Ủy viên Thường trực kiêm Thư ký".
    pub role: String,
    /// Its rank.
    pub rank: Rank,
}

/// A rule of a province or of some years, kept with its dates and its source. It may warn; no answer of the
/// register is changed by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedRule {
    /// A short name.
    pub code: String,
    /// What it asks, in one sentence of the office.
    pub says: String,
    /// What the register can see of it; a rule without is kept to be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asks>,
    /// The committees that it is for, by how their names begin ("Ban chỉ đạo"); all where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committees: Option<String>,
    /// The first day.
    #[serde(default)]
    pub from: Option<PartialDate>,
    /// The first day after it.
    #[serde(default)]
    pub to: Option<PartialDate>,
    /// Where it is written.
    pub citation: Sourced,
}
