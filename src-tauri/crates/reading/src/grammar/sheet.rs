//! The draft while it is filled in, with a mark for each value.

use register::draft::{Draft, EventDraft, Member};

use super::seat::Seat;
use crate::line::Span;
use crate::reading::{Mark, Warning};

/// How sure a reading is, by the kind of rule that made it.
pub mod sure {
    /// The form of the paper leaves no other reading.
    pub const CERTAIN: f32 = 0.98;
    /// A rule that holds nearly always.
    pub const GOOD: f32 = 0.9;
    /// A rule of thumb.
    pub const LIKELY: f32 = 0.7;
}

/// A value with the words that it was read from.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    pub value: String,
    pub at: Vec<Span<'a>>,
    pub sure: f32,
}

impl<'a> Said<'a> {
    /// The words themselves.
    pub fn of(span: Span<'a>, sure: f32) -> Self {
        Self { value: span.text(), at: vec![span], sure }
    }

    /// Another form of the words: the title form of a role, a date.
    pub fn as_value(value: impl Into<String>, span: Span<'a>, sure: f32) -> Self {
        Self { value: value.into(), at: vec![span], sure }
    }
}

/// One draft and its marks.
#[derive(Default)]
pub struct Sheet {
    pub draft: Draft,
    pub marks: Vec<Mark>,
    pub warnings: Vec<Warning>,
    /// What the paper says of posts; the first of them has this place in the list of the file.
    pub events: Vec<EventDraft>,
    pub first_event: usize,
    decision: u32,
}

impl Sheet {
    pub fn new(decision: u32, first_event: usize) -> Self {
        Self { decision, first_event, ..Self::default() }
    }

    /// Marks a value and gives it back.
    pub fn put(&mut self, field: &str, said: Said<'_>) -> String {
        for span in &said.at {
            for (block, start, end) in span.places() {
                let field = field.to_owned();
                self.marks.push(Mark { decision: self.decision, field, block, start, end, sure: said.sure });
            }
        }
        said.value
    }

    /// The same for a value that may be missing.
    pub fn put_some(&mut self, field: &str, said: Option<Said<'_>>) -> Option<String> {
        said.map(|said| self.put(field, said))
    }

    /// The same for a list.
    pub fn put_all<'a>(&mut self, field: &str, all: impl IntoIterator<Item = Said<'a>>) -> Vec<String> {
        all.into_iter().enumerate().map(|(n, said)| self.put(&format!("{field}.{n}"), said)).collect()
    }

    pub fn warn(&mut self, code: &str, span: Span<'_>) {
        let at = span.places().first().map(|(block, _, _)| *block);
        self.warnings.push(Warning::new(code, at, span.text()));
    }

    /// What a field is known from is what another one is known from too.
    pub fn same_words(&mut self, as_field: &str, field: &str) {
        let same = self.marks.iter().filter(|mark| mark.field == as_field);
        let same: Vec<Mark> = same.map(|mark| Mark { field: field.to_owned(), ..mark.clone() }).collect();
        self.marks.extend(same);
    }

    /// Turns a seat into a member at this path.
    pub fn member(&mut self, path: &str, n: u32, seat: Seat<'_>) -> Member {
        let mut field = |name: &str, said: Option<Said<'_>>| said.map(|said| self.put(&format!("{path}.{name}"), said));
        Member {
            n: Some(n),
            article: field("article", seat.article),
            honorific: field("honorific", seat.honorific),
            name: field("name", seat.name),
            position: field("position", seat.position),
            role: field("role", seat.role),
            rank: field("rank", seat.rank),
            degree: field("degree", seat.degree),
            as_written: field("as_written", seat.as_written),
            replaces_member: field("replaces_member", seat.replaces_member),
            reason: field("reason", seat.reason),
            previous_role: field("previous_role", seat.previous_role),
            words: field("words", seat.words),
            sub_body: field("sub_body", seat.sub_body),
            committee: field("committee", seat.committee),
            seat_kind: seat.kind,
            invited: seat.invited,
            acting: seat.acting,
            concurrent: seat.concurrent,
            class: seat.class,
            op: seat.op,
            ..Member::default()
        }
    }
}
