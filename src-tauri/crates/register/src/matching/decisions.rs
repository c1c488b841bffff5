//! Which decision a bare number means: numbers restart each January, and many offices count.

use super::{About, Found, Match, Suggestion, Why};
use crate::composition::Fold;
use crate::decision::{compared, series};
use crate::draft::Draft;

impl Fold {
    /// The decisions that a draft acts on and names by their number alone, where the register has several of that
    /// number, or none on its committees. One that is alone there is meant (docs/fold.md 2.3).
    pub(super) fn references_of(&self, draft: &Draft, office: &str) -> Vec<Match> {
        let mut matches = Vec::new();
        for (name, list) in draft.relations() {
            for (at, reference) in list.iter().enumerate() {
                if reference.date().is_some() {
                    continue;
                }
                let found = self.numbered(reference.number(), draft, office);
                let on_committees = found.iter().filter(|at| self.acts_on(**at, draft)).count();
                if found.is_empty() || on_committees == 1 {
                    continue;
                }
                let (field, words) = (format!("{name}.{at}"), reference.number().to_owned());
                let several = if found.len() > 1 { Found::Several } else { Found::Near };
                let suggestions = found.iter().take(6).map(|at| self.suggested(*at)).collect();
                matches.push(Match { field, about: About::Decision, words, found: several, suggestions });
            }
        }
        matches
    }

    /// Decisions of a number that were there before the draft; those of its own office first.
    fn numbered(&self, number: &str, draft: &Draft, office: &str) -> Vec<usize> {
        let wanted = compared(number);
        let before = |at: &usize| {
            let known = &self.decisions[*at];
            compared(&known.number) == wanted && draft.date.is_none_or(|date| known.issued_on <= date)
        };
        let mut found: Vec<usize> = (0..self.decisions.len()).filter(before).collect();
        let of_office = |at: &usize| {
            let known = &self.decisions[*at];
            series(&known.number, &known.issuer) != series(number, office)
        };
        found.sort_by_key(|at| (of_office(at), std::cmp::Reverse(self.decisions[*at].issued_on)));
        found
    }

    fn acts_on(&self, decision: usize, draft: &Draft) -> bool {
        let named = draft.committees.iter().chain(&draft.old_names).map(|name| crate::text::shorten(name));
        let names: Vec<String> = named.collect();
        self.named_by(decision)
            .any(|committee| committee.names.iter().any(|(_, name)| names.contains(&crate::text::shorten(name))))
    }

    fn suggested(&self, at: usize) -> Suggestion {
        let known = &self.decisions[at];
        Suggestion {
            detail: known.subject.clone(),
            date: Some(known.issued_on),
            issuer: Some(known.issuer.clone()),
            ..Suggestion::of(known.number.clone(), Why::SameNumber)
        }
    }
}
