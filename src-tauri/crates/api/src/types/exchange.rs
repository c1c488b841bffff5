//! Lists that go out to be edited elsewhere.

use register::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A list that is to go out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// The committee: its id, or enough of its name.
    pub committee: String,
    /// The date.
    #[ts(type = "string")]
    pub on: Day,
    /// Where to save it.
    pub path: String,
}

/// A list that went out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Where it lies.
    pub path: String,
    /// How many lines it has, those of the bodies inside the committee too.
    pub lines: u32,
}
