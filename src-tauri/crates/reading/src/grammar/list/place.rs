//! Where in an article a seat stands: by clause and point where the article is made of clauses. The numbers of the
//! items of a list are no clauses.

use crate::grammar::sheet::{Said, sure};
use crate::line::Span;

/// The place that is read.
pub(super) struct Place<'a> {
    /// "Điều 1", with its words.
    pub article: Option<(String, Span<'a>)>,
    /// The number of the last item.
    number: Option<Span<'a>>,
    /// The number of the clause that the items belong to.
    clause: Option<Span<'a>>,
    /// The letter of the item within it.
    point: Option<Span<'a>>,
}

impl<'a> Place<'a> {
    pub(super) fn new(article: Option<(String, Span<'a>)>) -> Self {
        Self { article, number: None, clause: None, point: None }
    }

    /// An item begins: whether it has a number of its own.
    pub(super) fn begin(&mut self, label: Option<Span<'a>>) -> bool {
        let label = label.map(|label| label.trim_by(|c| !c.is_alphanumeric())).filter(|label| !label.is_empty());
        let number = label.filter(|label| label.chars().iter().all(char::is_ascii_digit));
        self.point = label.filter(|label| matches!(label.chars(), [letter] if letter.is_lowercase()));
        // Until it is read, nothing says that it opens a clause.
        self.clause = self.clause.filter(|_| number.is_none());
        self.number = number.or(self.number);
        number.is_some()
    }

    /// A numbered item was read: it opens a clause, or is an item of a list.
    pub(super) fn end(&mut self, opens: bool) {
        self.clause = self.number.filter(|_| opens);
    }

    /// "Điều 1 khoản 2 điểm a". A numbered item that changes who sits is a clause by itself (`changes`).
    pub(super) fn said(&self, changes: bool) -> Option<Said<'a>> {
        let (name, words) = self.article.as_ref()?;
        let mut said = Said::as_value(name.clone(), *words, sure::CERTAIN);
        let clause = self.clause.or_else(|| self.number.filter(|_| changes && self.point.is_none()));
        let point = self.point.filter(|_| self.clause.is_some());
        for (word, label) in [("khoản", clause), ("điểm", point)] {
            if let Some(label) = label.filter(|_| name.starts_with("Điều")) {
                let number = label.text();
                said.value.push_str(&format!(" {word} {}", number.trim_start_matches('0')));
                said.at.push(label);
            }
        }
        Some(said)
    }
}
