//! What a paper says, before it is recorded: the schema of `read --json`, of `record`, and of the review.
//!
//! A draft holds only what stands in the text; what the text does not say is `None` or empty. Its fields keep
//! the wording; [`crate::decision::enact`] turns it into provisions.

mod event;

pub use event::{EventDraft, EventKind};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::date::Day;

/// One decision as a paper states it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields = false))]
pub struct Draft {
    /// Number and symbol as written: `1943/QĐ-UBND`.
    pub number: Option<String>,
    /// Day of issue.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub date: Option<Day>,
    /// Place of issue.
    pub place: Option<String>,
    /// The authority that decides.
    pub issuer: Option<String>,
    /// The subject (trích yếu), in normal case.
    pub title: Option<String>,
    /// The headline of what is done.
    pub act: Option<Act>,
    /// The committees that it acts on, by name.
    pub committees: Vec<String>,
    /// The same names joined by "; ", as the scoring of drafts wants it.
    pub committee: Option<String>,
    /// Whether the list of members is a whole new one or names changes only.
    pub list_scope: Option<ListScope>,
    /// The members in the order of the paper.
    pub members: Vec<Member>,
    /// Who goes out: names, or positions of seats.
    pub leaves: Vec<String>,
    /// Tổ giúp việc, tổ thư ký …
    pub sub_bodies: Vec<SubBody>,
    /// Standing agencies, each with its subject where the text divides it.
    pub standing_agencies: Vec<StandingAgency>,
    /// Duties of the committee, sentence by sentence.
    pub duties: Vec<String>,
    /// Bodies that it ends.
    pub dissolves: Vec<String>,
    /// Bodies merged into the new one.
    pub merged_from: Vec<String>,
    /// Names that are given up.
    pub old_names: Vec<String>,
    /// Decisions that it replaces (thay thế).
    pub replaces: Vec<Reference>,
    /// Whether the text replaces their amendments too ("và các quyết định kiện toàn …").
    pub replaces_amendments: bool,
    /// Decisions that it repeals (bãi bỏ, hủy bỏ).
    pub repeals: Vec<Reference>,
    /// Decisions that it amends.
    pub amends: Vec<Reference>,
    /// Decisions that it withdraws (thu hồi).
    pub withdraws: Vec<Reference>,
    /// Decisions that it suspends (đình chỉ, tạm ngưng), each with its committee where it founded that.
    pub suspends: Vec<Reference>,
    /// Decisions whose suspension it ends.
    pub resumes: Vec<Reference>,
    /// Decisions that it corrects (đính chính).
    pub corrects: Vec<Reference>,
    /// Ended decisions that it says hold again.
    pub revives: Vec<Reference>,
    /// Numbers in the căn cứ lines.
    pub bases: Vec<Reference>,
    /// Tờ trình.
    pub proposals: Vec<String>,
    /// Who proposed it ("theo đề nghị của …"), in the words of the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub proposed_by: Option<String>,
    /// `on_signing`, an ISO date, `after_days:N`.
    pub effective: Option<String>,
    /// The words that state its end.
    pub sunset: Option<String>,
    /// The first day on which the committee is no more: "đến hết ngày 31-12-2024" is 2025-01-01. A later
    /// decision with this key extends it (gia hạn).
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub sunset_on: Option<Day>,
    /// The first day after the purpose is to be fulfilled; the committee does not end by it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub purpose_until: Option<Day>,
    /// The words by which a successor takes the place of a person named ("khi thay đổi nhân sự, người kế
    /// nhiệm thay thế").
    pub successor_clause: Option<String>,
    /// How many members the text says that there are ("gồm 27 thành viên").
    pub members_counted: Option<u32>,
    /// Where the statements stand.
    pub articles: Places,
    /// Who signed.
    pub signer: Option<Signer>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// What kind of paper this is.
    pub source: Option<Source>,
    /// Where it is known from, for what is written by hand without its paper: a colleague's copy, a notice board.
    pub source_note: Option<String>,
    /// Whether recording it changes who sits, or founds, renames, merges or ends a body.
    pub changes_membership: bool,
    /// Whether the paper is a reconstruction from reports and not the decision itself.
    pub reconstructed: bool,
    /// The answer to "is this the same committee that goes on?"; `None` while nobody was asked.
    pub continues: Option<bool>,
    /// Keys that this version does not know: kept, so that the caller can be told.
    #[serde(flatten)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub unknown: Map<String, Value>,
}

impl Draft {
    /// What it does to other decisions: each key with the decisions that it names.
    #[must_use]
    pub fn relations(&self) -> [(&'static str, &[Reference]); 8] {
        [
            ("replaces", &self.replaces),
            ("repeals", &self.repeals),
            ("amends", &self.amends),
            ("withdraws", &self.withdraws),
            ("suspends", &self.suspends),
            ("resumes", &self.resumes),
            ("corrects", &self.corrects),
            ("revives", &self.revives),
        ]
    }

    /// The decisions that it does something to.
    pub fn acts_on(&self) -> impl Iterator<Item = &Reference> {
        self.relations().into_iter().flat_map(|(_, named)| named)
    }
}

/// The headline of a decision on a committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Act {
    /// Thành lập.
    Establish,
    /// Kiện toàn.
    Reconstitute,
    /// Sửa đổi, bổ sung.
    Amend,
    /// Đổi tên.
    Rename,
    /// Hợp nhất, sáp nhập.
    Merge,
    /// Giải thể, kết thúc hoạt động.
    Dissolve,
    /// Ban hành quy chế.
    Regulation,
    /// Anything else: duties, letters, bare lists.
    Other,
}

/// Whether a list of members is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ListScope {
    /// All members of the committee from now on.
    Whole,
    /// Only those that change.
    Partial,
}

/// How a seat is filled, as the text says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SeatKind {
    /// A person is named, with or without a post.
    Named,
    /// Whoever holds one post.
    Post,
    /// A post narrowed by a field: "phụ trách …".
    Portfolio,
    /// A person to be sent: "Lãnh đạo X", "Đại diện X".
    Nominated,
    /// Every post of a class: "Giám đốc các sở".
    Class,
    /// One of several posts that share a head noun in the text: "Giám đốc các Sở: A, B".
    SharedHead,
}

/// One member item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Member {
    /// Its place in the list, from 1.
    pub n: Option<u32>,
    /// Where the paper says it: "Điều 1", "Phụ lục I".
    pub article: Option<String>,
    /// Ông, Bà, Đồng chí.
    pub honorific: Option<String>,
    /// The person's name.
    pub name: Option<String>,
    /// The person in the register, where a name is not enough.
    pub person_id: Option<String>,
    /// Post and organization as written.
    pub position: Option<String>,
    /// The role in title form: Trưởng ban, Phó Trưởng ban, Ủy viên …
    pub role: Option<String>,
    /// How the seat is filled.
    pub seat_kind: Option<SeatKind>,
    /// Invited, not a member.
    pub invited: bool,
    /// Đại tá …
    pub rank: Option<String>,
    /// Tiến sĩ …
    pub degree: Option<String>,
    /// Quyền: the post is held in an acting way.
    pub acting: bool,
    /// Kiêm nhiệm.
    pub concurrent: bool,
    /// The shared wording of a list with one head noun.
    pub as_written: Option<String>,
    /// The rule of a class seat, where the wording is not enough.
    pub class: Option<ClassRule>,
    /// The committee, where the paper acts on several.
    pub committee: Option<String>,
    /// The sub-body that the member sits in.
    pub sub_body: Option<String>,
    /// Whose place is taken.
    pub replaces_member: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What a change in part does with this member.
    pub op: Option<MemberOp>,
    /// The role before.
    pub previous_role: Option<String>,
    /// The words of the paper, for the citation.
    pub words: Option<String>,
}

/// What a change in part does with one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum MemberOp {
    /// Comes in.
    Add,
    /// Comes in for somebody.
    Replace,
    /// Stays, in another role.
    ChangeRole,
}

/// A rule over posts: every post of this title in every organization of these kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClassRule {
    /// The title: Giám đốc, Chủ tịch UBND.
    pub post: String,
    /// The kinds of organization: sở; quận, huyện, thị xã.
    #[serde(deserialize_with = "one_or_many")]
    pub organization_kind: Vec<String>,
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match OneOrMany::deserialize(input)? {
        OneOrMany::One(kinds) => kinds.split(',').map(crate::text::tidy).filter(|kind| !kind.is_empty()).collect(),
        OneOrMany::Many(kinds) => kinds,
    })
}

/// A body inside a committee, with its own members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SubBody {
    /// Its name.
    pub name: String,
    /// Its members.
    pub members: Vec<Member>,
}

/// Cơ quan thường trực.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StandingAgency {
    /// The organization as written.
    pub name: String,
    /// Its subject, where there are several.
    pub scope: Option<String>,
    /// The committee, where the paper acts on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub committee: Option<String>,
    /// What the paper calls it, where that is not just "cơ quan thường trực".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub called: Option<String>,
}

/// Another decision, as this one names it: a number, or a number with what tells it apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Reference {
    /// "905/QĐ-UBND".
    Number(String),
    /// With its day of issue and issuer.
    Full {
        /// Number and symbol.
        number: String,
        /// Day of issue.
        #[serde(default)]
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        date: Option<Day>,
        /// Issuer.
        #[serde(default)]
        issuer: Option<String>,
    },
}

impl Reference {
    /// Number and symbol as written.
    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Number(number) | Self::Full { number, .. } => number,
        }
    }

    /// The day of issue, where the paper states it.
    #[must_use]
    pub fn date(&self) -> Option<Day> {
        match self {
            Self::Number(_) => None,
            Self::Full { date, .. } => *date,
        }
    }
}

/// Who signed, and in whose stead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Signer {
    /// KT., TM., TL. …
    pub form: Option<String>,
    /// The signer's title.
    pub title: Option<String>,
    /// The signer's name.
    pub name: Option<String>,
}

/// What kind of paper a draft was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Source {
    /// A legal paper itself.
    Decision,
    /// An annex without its decision.
    Annex,
    /// A bare list.
    List,
    /// A report on a decision.
    News,
}

/// The article (clause, point) in which a statement stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Places {
    /// Where it is established, reconstituted.
    pub act: Option<String>,
    /// Where the standing agency is named.
    pub standing_agency: Option<String>,
    /// Where the duties stand.
    pub duties: Option<String>,
    /// Where it replaces.
    pub replaces: Option<String>,
    /// Where it amends.
    pub amends: Option<String>,
    /// Where it repeals.
    pub repeals: Option<String>,
    /// Where it ends bodies.
    pub dissolves: Option<String>,
    /// Where it takes effect.
    pub effective: Option<String>,
    /// Where members leave.
    pub leaves: Option<String>,
    /// Where it withdraws.
    pub withdraws: Option<String>,
    /// Where it suspends.
    pub suspends: Option<String>,
    /// Where it ends a suspension.
    pub resumes: Option<String>,
    /// Where it corrects.
    pub corrects: Option<String>,
    /// Where it revives.
    pub revives: Option<String>,
    /// Where it renames.
    pub old_names: Option<String>,
    /// Where it merges.
    pub merged_from: Option<String>,
    /// Where it says when the committee ends.
    pub sunset: Option<String>,
    /// Where the successor clause stands.
    pub successor_clause: Option<String>,
}
