//! Roles and their rank in a committee.

use serde::{Deserialize, Serialize};

use crate::text;

/// Where a role stands in the order of a committee. Declared from the head down: the order is the rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Rank {
    /// Trưởng ban, Chủ tịch Hội đồng, Tổ trưởng.
    Chair,
    /// Phó Trưởng ban Thường trực.
    StandingDeputy,
    /// Phó Trưởng ban.
    Deputy,
    /// Ủy viên thường trực.
    StandingMember,
    /// Ủy viên, Thành viên.
    Member,
    /// Thư ký.
    Secretary,
}

impl Rank {
    /// The rank of a role as papers write it; a role nobody stated is a member's.
    #[must_use]
    pub fn of(role: Option<&str>) -> Self {
        let Some(role) = role else { return Self::Member };
        let words = text::fold(role);
        let standing = words.contains("thuong truc");
        let starts = |heads: &[&str]| heads.iter().any(|head| words.starts_with(head));
        if starts(&["pho"]) {
            if standing { Self::StandingDeputy } else { Self::Deputy }
        } else if starts(&["truong", "to truong", "chu tich", "chu nhiem"]) {
            Self::Chair
        } else if words.contains("thu ky") {
            Self::Secretary
        } else if standing {
            Self::StandingMember
        } else {
            Self::Member
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_have_the_rank_of_their_head_noun() {
        for (role, rank) in [
            ("Trưởng ban", Rank::Chair),
            ("Phó Trưởng ban Thường trực", Rank::StandingDeputy),
            ("Phó Trưởng ban", Rank::Deputy),
            ("Ủy viên thường trực", Rank::StandingMember),
            ("Thành viên", Rank::Member),
            ("Ủy viên, Thư ký", Rank::Secretary),
            ("Tổ trưởng", Rank::Chair),
            ("Phó Chủ tịch Hội đồng", Rank::Deputy),
        ] {
            assert_eq!(Rank::of(Some(role)), rank, "{role}");
        }
    }
}
