//! Whether two files are about one decision.

use register::draft::Draft;
use register::text::key;

fn folded(text: Option<&String>) -> Option<String> {
    text.map(|text| key(text)).filter(|text| !text.is_empty())
}

/// Whether two drafts are of the same paper. A number says it within its year; where one is not filled in, subject or
/// committees do.
pub fn paper(one: Option<&Draft>, other: Option<&Draft>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let dates = one.date.zip(other.date);
    match folded(one.number.as_ref()).zip(folded(other.number.as_ref())) {
        Some((one, other)) => one == other && dates.is_none_or(|(one, other)| one.year() == other.year()),
        None => {
            let title = folded(one.title.as_ref()).zip(folded(other.title.as_ref()));
            let titled = title.is_some_and(|(one, other)| one == other);
            let acts = one.act == other.act && !one.committees.is_empty() && committees(one, other);
            dates.is_none_or(|(one, other)| one == other) && (titled || acts)
        }
    }
}

/// Whether a list is the annex of this paper: by the number in its line "Kèm theo Quyết định số …"; where one of them
/// has none, by its committee, if there is only this paper.
pub fn annex(paper: Option<&Draft>, list: Option<&Draft>, only: bool) -> bool {
    let (Some(paper), Some(list)) = (paper, list) else { return false };
    let dates = paper.date.zip(list.date).is_none_or(|(paper, list)| paper == list);
    match folded(paper.number.as_ref()).zip(folded(list.number.as_ref())) {
        Some((paper, list)) => paper == list && dates,
        None => only && dates && committees(paper, list),
    }
}

/// Whether the committees of two papers agree, as far as both name them: "Ban Chỉ đạo" may be any.
fn committees(one: &Draft, other: &Draft) -> bool {
    let names = |draft: &Draft| draft.committees.iter().map(|name| key(name)).collect::<Vec<_>>();
    let (ours, theirs) = (names(one), names(other));
    ours.is_empty()
        || theirs.is_empty()
        || ours.iter().any(|ours| {
            theirs.iter().any(|theirs| ours.starts_with(theirs.as_str()) || theirs.starts_with(ours.as_str()))
        })
}

/// How much of a signed paper a draft has: the most complete copy leads.
pub fn weight(draft: &Draft) -> u32 {
    let signed = draft.signer.as_ref().is_some_and(|signer| signer.name.is_some());
    u32::from(draft.number.is_some()) * 4 + u32::from(draft.date.is_some()) * 2 + u32::from(signed)
}

/// How many seats it lists.
pub fn seats(draft: &Draft) -> usize {
    draft.members.len() + draft.sub_bodies.iter().map(|body| body.members.len()).sum::<usize>()
}
