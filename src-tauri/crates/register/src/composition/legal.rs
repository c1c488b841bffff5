//! Legal order, never journal order (domain.md §7, rule 1).

use crate::decision::Decision;

/// By effective day, then day of issue, then number within the series; what still ties is ordered by the
/// stable id. So importing 2015 after 2016 changes nothing.
pub(super) fn order(decisions: &[Decision]) -> Vec<Decision> {
    let mut ordered = decisions.to_vec();
    ordered.sort_by_cached_key(|decision| {
        let key = decision.key();
        (decision.effective_from, decision.issued_on, key.series, key.ordinal, decision.id.clone())
    });
    ordered
}
