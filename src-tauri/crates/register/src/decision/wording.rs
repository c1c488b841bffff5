//! What the wording of a position says of the seat, where a draft does not say it.

use crate::draft::{ClassRule, SeatKind};
use crate::text;

/// The kind of seat behind a position that names no person.
#[must_use]
pub fn seat_kind(position: &str) -> SeatKind {
    let words = text::fold(position);
    if words.contains(" phu trach ") || words.contains(" theo doi ") {
        SeatKind::Portfolio
    } else if words.starts_with("lanh dao ") || words.starts_with("dai dien ") || words.starts_with("mot lanh dao ") {
        SeatKind::Nominated
    } else if class_rule(position).is_some() {
        SeatKind::Class
    } else {
        SeatKind::Post
    }
}

/// Reads "Chủ tịch UBND các quận, huyện, thị xã" as the title before "các" in every organization of the
/// kinds behind it. `None` where the wording is no such plural.
#[must_use]
pub fn class_rule(position: &str) -> Option<ClassRule> {
    let position = text::tidy(position);
    let (post, kinds) = position.split_once(" các ")?;
    let kinds: Vec<String> = kinds
        .split([',', ';'])
        .flat_map(|part| part.split(" và "))
        .map(|kind| text::tidy(kind).to_lowercase())
        .filter(|kind| !kind.is_empty())
        .collect();
    (!post.trim().is_empty() && !kinds.is_empty())
        .then(|| ClassRule { post: post.trim().to_owned(), organization_kind: kinds })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_is_a_rule_over_posts() {
        let rule = class_rule("Chủ tịch UBND các quận, huyện, thị xã");
        let rule = rule.expect("a class");
        assert_eq!(rule.post, "Chủ tịch UBND");
        assert_eq!(rule.organization_kind, ["quận", "huyện", "thị xã"]);
        assert_eq!(class_rule("Giám đốc Sở Nội vụ"), None);
        assert_eq!(seat_kind("Lãnh đạo Văn phòng UBND Thành phố"), SeatKind::Nominated);
        assert_eq!(seat_kind("Phó Giám đốc Sở TT-TT phụ trách CNTT"), SeatKind::Portfolio);
        assert_eq!(seat_kind("Giám đốc Sở Nội vụ"), SeatKind::Post);
    }
}
