//! How a paper names what it rests on.

use register::decision::Citation;

use crate::words;

/// The decisions behind one list: with one of them the rows name the article alone, with several the
/// decision too.
pub(crate) struct Cited<'a> {
    sources: &'a [Citation],
}

impl<'a> Cited<'a> {
    pub(crate) fn new(sources: &'a [Citation]) -> Self {
        Self { sources }
    }

    /// Each decision in full: "Quyết định 1943/QĐ-UBND ngày 21-4-2016 (bản dựng lại theo báo chí)".
    pub(crate) fn sources(&self) -> Vec<String> {
        self.sources.iter().map(full).collect()
    }

    /// "Theo: …", the first of them named; nothing where there is none.
    pub(crate) fn rests_on(&self, most: usize) -> Option<String> {
        let named = self.sources();
        (!named.is_empty()).then(|| format!("{}: {}", words::SOURCES, words::sources(&named, most)))
    }

    /// What the foot of a page does not name it still says to be rebuilt.
    pub(crate) fn mark_foot(&self, said: String, named: usize) -> String {
        if self.sources.iter().skip(named).any(|source| source.reconstructed) {
            return format!("{said} (có {})", words::REBUILT_FROM_REPORTS);
        }
        said
    }

    /// The place in the decision, and the decision where the list rests on several.
    pub(crate) fn place(&self, citation: &Citation) -> String {
        let place = citation.place.as_deref().filter(|place| !place.is_empty());
        let number = (place.is_none() || self.sources.len() > 1).then(|| self.number(citation));
        let said: Vec<&str> = place.into_iter().chain(number.as_deref()).collect();
        if citation.reconstructed { format!("{} {}", said.join(", "), words::REBUILT) } else { said.join(", ") }
    }

    /// A number alone, unless two years' decisions share it.
    fn number(&self, citation: &Citation) -> String {
        if citation.decision.is_empty() {
            return words::NOTE.to_owned();
        }
        let shared = self.sources.iter().filter(|source| source.decision == citation.decision).count() > 1;
        match citation.date {
            Some(date) if shared => format!("{} ngày {}", citation.decision, words::short(date)),
            _ => citation.decision.clone(),
        }
    }
}

/// The paper by which somebody holds a post; a note of the office is no paper.
pub(crate) fn appointment(citation: &Citation) -> Option<String> {
    (!citation.decision.is_empty()).then(|| words::appointed(&full(citation)))
}

/// The place and the decision in full: "Điều 1, Quyết định 1943/QĐ-UBND ngày 21-4-2016 (bản dựng lại theo báo chí)".
/// A note of the office is said in its words.
pub(crate) fn whole(citation: &Citation) -> String {
    if citation.decision.is_empty() {
        let note = citation.note.as_deref().filter(|note| !note.is_empty());
        return note.map_or_else(|| words::NOTE.to_owned(), |note| format!("{}: {note}", words::NOTE));
    }
    let place = citation.place.as_deref().filter(|place| !place.is_empty());
    place.into_iter().chain([full(citation).as_str()]).collect::<Vec<_>>().join(", ")
}

/// Each decision of some citations once, in the order in which they come up.
pub(crate) fn distinct<'a>(citations: impl IntoIterator<Item = &'a Citation>) -> Vec<Citation> {
    let mut distinct: Vec<Citation> = Vec::new();
    for citation in citations.into_iter().filter(|citation| !citation.decision.is_empty()) {
        let same = |known: &Citation| {
            (&known.decision_id, &known.decision, known.date)
                == (&citation.decision_id, &citation.decision, citation.date)
        };
        if !distinct.iter().any(same) {
            distinct.push(Citation { place: None, words: None, ..citation.clone() });
        }
    }
    distinct
}

/// The decision in full, with its day.
pub(crate) fn full(citation: &Citation) -> String {
    if citation.decision.is_empty() {
        return words::NOTE.to_owned();
    }
    let mut said = format!("{} {}", words::kind(&citation.decision), citation.decision);
    if let Some(date) = citation.date {
        said = format!("{said} ngày {}", words::short(date));
    }
    if citation.reconstructed {
        said = format!("{said} ({})", words::REBUILT_FROM_REPORTS);
    }
    said
}
