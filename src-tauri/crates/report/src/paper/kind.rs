//! Which papers there are, what each is about, and what it can be saved as.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Danh sách thành viên.
    List,
    /// Tóm tắt: one page for the leadership.
    Summary,
    /// Thay đổi between two dates, or by one decision.
    Changes,
    /// Thành phần và căn cứ: each seat with its decision and article.
    Sources,
    /// Sổ quyết định.
    Decisions,
    /// Thông báo về quyết định, for the press and the portal.
    Notice,
    /// Phiếu cá nhân.
    Person,
    /// Phiếu cơ quan.
    Organization,
    /// Ai tham gia những ban nào.
    Matrix,
    /// Sơ đồ tổ chức: one committee, or all.
    Chart,
    /// Dòng thời gian: of a committee, a person, an office, or all.
    Timeline,
}

/// What a paper is about, which whoever asks for it must name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A committee.
    Committee,
    /// A committee, or the whole register where none is named.
    CommitteeOrAll,
    /// A committee between two dates, or a decision.
    CommitteeOrDecision,
    /// A decision.
    Decision,
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// The whole register.
    All,
}

/// What a paper is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Pages.
    Pdf,
    /// A document to be edited.
    Docx,
    /// A workbook.
    Xlsx,
    /// The pages as drawings, a file for each.
    Svg,
    /// The pages as pictures, a file for each.
    Png,
}

/// How a paper may be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether people stand by their given names; else in the order of the decision.
    pub by_given_name: bool,
    /// Whether people are addressed as comrades; else as the decision does.
    pub comrades: bool,
    /// The day since which changes are told.
    pub since: Option<Date>,
}

impl Kind {
    /// All of them, in the order in which an office asks for them.
    pub const ALL: [Self; 11] = [
        Self::List,
        Self::Summary,
        Self::Changes,
        Self::Sources,
        Self::Decisions,
        Self::Notice,
        Self::Person,
        Self::Organization,
        Self::Matrix,
        Self::Chart,
        Self::Timeline,
    ];

    /// Its name in commands and of its template.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Summary => "summary",
            Self::Changes => "changes",
            Self::Sources => "sources",
            Self::Decisions => "decisions",
            Self::Notice => "notice",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Matrix => "matrix",
            Self::Chart => "chart",
            Self::Timeline => "timeline",
        }
    }

    /// The paper of a name.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What it is about.
    #[must_use]
    pub fn about(self) -> About {
        match self {
            Self::List | Self::Summary | Self::Sources => About::Committee,
            Self::Changes => About::CommitteeOrDecision,
            Self::Decisions | Self::Chart | Self::Timeline => About::CommitteeOrAll,
            Self::Notice => About::Decision,
            Self::Person => About::Person,
            Self::Organization => About::Organization,
            Self::Matrix => About::All,
        }
    }

    /// What it can be saved as. A page of prose is no table, and a drawing no document.
    #[must_use]
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Summary | Self::Notice => &[Form::Pdf, Form::Docx],
            Self::Chart | Self::Timeline => &[Form::Pdf, Form::Svg, Form::Png],
            _ => &[Form::Pdf, Form::Docx, Form::Xlsx],
        }
    }

    /// Which options it heeds, by the names of the request's fields.
    #[must_use]
    pub fn options(self) -> &'static [&'static str] {
        match self {
            Self::List | Self::Sources => &["order", "address"],
            Self::Summary | Self::Changes => &["from"],
            Self::Chart => &["from", "sheet"],
            Self::Timeline => &["lanes", "sheet"],
            _ => &[],
        }
    }

    /// The beginning of a file's name.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::List => "danh-sach",
            Self::Summary => "tom-tat",
            Self::Changes => "thay-doi",
            Self::Sources => "thanh-phan-can-cu",
            Self::Decisions => "so-quyet-dinh",
            Self::Notice => "thong-bao",
            Self::Person => "phieu-ca-nhan",
            Self::Organization => "phieu-co-quan",
            Self::Matrix => "tham-gia-cac-ban",
            Self::Chart => "so-do",
            Self::Timeline => "dong-thoi-gian",
        }
    }
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Svg, Self::Png];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The form of a file, by its name's ending.
    #[must_use]
    pub fn of(path: &std::path::Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }
}
