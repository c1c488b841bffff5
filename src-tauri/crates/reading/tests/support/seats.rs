//! What a test holds against the members of a draft.

use register::draft::Draft;

/// Who, named or else by post, and in which role.
pub fn seats(draft: &Draft) -> Vec<[&str; 2]> {
    draft
        .members
        .iter()
        .map(|seat| {
            [seat.name.as_deref().or(seat.position.as_deref()), seat.role.as_deref()].map(Option::unwrap_or_default)
        })
        .collect()
}
