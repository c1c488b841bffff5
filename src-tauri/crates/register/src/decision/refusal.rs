//! Why a draft cannot be recorded as it is.

/// Why a draft cannot be recorded as it is. Each names what is missing, so that a person can mend it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A field without which a decision is not one.
    #[error("the draft has no {field}")]
    MissingField {
        /// Which.
        field: &'static str,
    },
    /// A list with an entry that says nothing.
    #[error("{field} has an empty entry")]
    EmptyEntry {
        /// Which list.
        field: &'static str,
    },
    /// It changes who sits, but in which committee is not said.
    #[error("the draft names no committee")]
    NoCommittee,
    /// It acts on several committees, and does not say on which of them it does something.
    #[error("the draft names several committees, and not which is meant by {field}")]
    SeveralCommittees {
        /// What is said of one of them.
        field: &'static str,
    },
    /// A member item of a paper on several committees that does not say which is meant.
    #[error("member {n} names no committee")]
    MemberWithoutCommittee {
        /// Its place in the list.
        n: usize,
        /// The sub-body whose list it is: its place among those of the draft, and its name.
        of: Option<(usize, String)>,
    },
    /// A member item with neither a person nor a position.
    #[error("member {n} names nobody")]
    EmptyMember {
        /// Its place in the list.
        n: usize,
        /// The sub-body whose list it is: its place among those of the draft, and its name.
        of: Option<(usize, String)>,
    },
    /// `effective` is none of the forms that are understood.
    #[error("cannot tell when it takes effect: {words}")]
    UnclearEffect {
        /// What stands there.
        words: String,
    },
    /// A reconstitution that does not say whether its list is whole.
    #[error("whole list or change in part is not said")]
    UnclearScope,
}

impl Refusal {
    /// The code by which callers tell refusals apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingField { .. } => "missing_field",
            Self::EmptyEntry { .. } => "empty_entry",
            Self::NoCommittee => "no_committee",
            Self::SeveralCommittees { .. } => "several_committees",
            Self::MemberWithoutCommittee { .. } => "member_without_committee",
            Self::EmptyMember { .. } => "empty_member",
            Self::UnclearEffect { .. } => "unclear_effect",
            Self::UnclearScope => "unclear_scope",
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::MissingField { field } | Self::EmptyEntry { field } | Self::SeveralCommittees { field } => {
                vec![("field", (*field).to_owned())]
            }
            Self::MemberWithoutCommittee { n, of } | Self::EmptyMember { n, of } => {
                let place = of.iter().flat_map(|(at, name)| [("body", at.to_string()), ("sub_body", name.clone())]);
                std::iter::once(("n", n.to_string())).chain(place).collect()
            }
            Self::UnclearEffect { words } => vec![("words", words.clone())],
            Self::NoCommittee | Self::UnclearScope => Vec::new(),
        }
    }
}
