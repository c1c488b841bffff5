//! By which clause of an article a paper tells something: "Điều 3 khoản 2", or "Điều 3" where several clauses do.

use super::outline::Article;
use super::paused::Doing;
use super::relations::Ends;
use super::sheet::{Said, Sheet, sure};
use crate::line::Span;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    Ends(Ends),
    Does(Doing),
    Effective,
    StandingAgency,
    Sunset,
    Successor,
}

impl Told {
    fn field(self) -> &'static str {
        match self {
            Self::Ends(ends) => ends.field(),
            Self::Does(doing) => doing.field(),
            Self::Effective => "effective",
            Self::StandingAgency => "standing_agency",
            Self::Sunset => "sunset",
            Self::Successor => "successor_clause",
        }
    }

    fn place(self, sheet: &mut Sheet) -> &mut Option<String> {
        match self {
            Self::Ends(ends) => ends.place(sheet),
            Self::Does(doing) => doing.place(sheet),
            Self::Effective => &mut sheet.draft.articles.effective,
            Self::StandingAgency => &mut sheet.draft.articles.standing_agency,
            Self::Sunset => &mut sheet.draft.articles.sunset,
            Self::Successor => &mut sheet.draft.articles.successor_clause,
        }
    }
}

/// The clauses of an article by which something was told, while it is read.
#[derive(Default)]
pub struct Clauses<'a> {
    /// The number of the clause that is read.
    here: Option<Span<'a>>,
    found: Vec<(Told, Option<Span<'a>>)>,
}

impl<'a> Clauses<'a> {
    /// A text begins, with its number if it has one. What is quoted has the numbers of another paper.
    pub fn begin(&mut self, label: Option<Span<'a>>) {
        let Some(label) = label else { return };
        let quoted = label.start.checked_sub(1).is_some_and(|at| matches!(label.line.chars[at], '“' | '"'));
        let number = label.trim_by(|c| !c.is_alphanumeric());
        if quoted {
            self.here = None;
        } else if !number.is_empty() && number.chars().iter().all(char::is_ascii_digit) {
            self.here = Some(number);
        }
    }

    /// The text that is read tells it.
    pub fn told(&mut self, what: Told) {
        self.found.push((what, self.here));
    }

    /// An item of a list tells it: the list belongs to the article.
    pub fn listed(&mut self, what: Told) {
        self.found.push((what, None));
    }

    /// Says so in the draft, where no article before it does.
    pub fn put(self, article: &Article<'a>, sheet: &mut Sheet) {
        let Some((name, words)) = article.label.as_ref() else { return };
        for (at, (what, clause)) in self.found.iter().enumerate() {
            if self.found[..at].iter().any(|(known, _)| known == what) || what.place(sheet).is_some() {
                continue;
            }
            let number = clause.map(|clause| clause.text()).filter(|_| name.starts_with("Điều"));
            let same = |(other, place): &(Told, Option<Span<'a>>)| {
                other != what || place.map(|place| place.text()) == clause.map(|clause| clause.text())
            };
            let number = number.filter(|_| self.found.iter().all(same));
            let mut said = Said::as_value(name.clone(), *words, sure::CERTAIN);
            if let Some((number, clause)) = number.zip(*clause) {
                said.value.push_str(&format!(" khoản {}", number.trim_start_matches('0')));
                said.at.push(clause);
            }
            let value = sheet.put(&format!("articles.{}", what.field()), said);
            *what.place(sheet) = Some(value);
        }
    }
}
