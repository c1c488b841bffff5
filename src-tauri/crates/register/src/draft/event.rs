//! What a paper says of posts and who holds them, before it is recorded: the events of `read --json`, in the
//! form that [`crate::directory::read_events`] reads.

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::directory::Sourced;

/// One event as a paper states it. What the paper does not say is `None`: an event that lacks what its kind
/// needs can be looked at and mended, and is refused when it is recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EventDraft {
    /// What happens.
    pub event: EventKind,
    /// The organization of the post, or the one that sends somebody to a committee.
    #[serde(default)]
    pub organization: Option<String>,
    /// The title of the post: "Giám đốc".
    #[serde(default)]
    pub post: Option<String>,
    /// Who.
    #[serde(default)]
    pub person: Option<String>,
    /// The field that the holder looks after.
    #[serde(default)]
    pub portfolio: Option<String>,
    /// The committee to which somebody is sent.
    #[serde(default)]
    pub committee: Option<String>,
    /// The role there, where the paper says it.
    #[serde(default)]
    pub role: Option<String>,
    /// The day: of the paper's own words, else of its effect, else of its signing. A month where it says no more.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<PartialDate>,
    /// The paper and the place in it; `None` where the paper has no number yet.
    #[serde(default)]
    pub citation: Option<Sourced>,
}

/// The kinds of event that papers about people have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum EventKind {
    /// Bổ nhiệm, bổ nhiệm lại, phê chuẩn kết quả bầu, chỉ định.
    Appoint,
    /// Giao quyền.
    Act,
    /// Giao phụ trách, giao điều hành.
    TakeCharge,
    /// Phân công lĩnh vực.
    Assign,
    /// Miễn nhiệm, thôi giữ chức, điều động khỏi, nghỉ hưu.
    Relieve,
    /// Cử tham gia một ban.
    Nominate,
}
