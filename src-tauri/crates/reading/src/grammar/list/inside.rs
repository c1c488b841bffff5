//! What works inside a committee, with people of its own: "II. Tổ giúp việc", "Tiểu ban Nội dung: …".

use super::Reader;
use crate::grammar::joint::{role_ahead, role_behind};
use crate::grammar::member::{self, Item};
use crate::grammar::sheet::{Said, sure};
use crate::lexicon;
use crate::line::Span;

impl<'a> Reader<'a, '_> {
    /// What follows are the people of this body.
    pub(super) fn enter(&mut self, name: Said<'a>) {
        self.context.role = None;
        // Roles of its own: the "Chánh Văn phòng" of a "Văn phòng Thường trực".
        // Only of the one that is read: a paper may have thousands.
        let own = self.own.iter().cloned();
        self.context.committees = own.chain([name.value.to_lowercase()]).collect::<Vec<_>>().into();
        self.on = true;
        let known = self.lists.bodies.iter().position(|(body, _)| same_body(&body.value, &name.value));
        self.body = known.or_else(|| {
            self.lists.bodies.push((name, Vec::new()));
            Some(self.lists.bodies.len() - 1)
        });
    }

    /// "Tiểu ban Nội dung: Trưởng Tiểu ban: Ông A; Thành viên: Bà B": a sub-body with its people.
    pub(super) fn in_one_line(&mut self, line: Span<'a>) -> bool {
        let Some(colon) = line.chars().iter().take(80).position(|c| *c == ':').map(|at| line.start + at) else {
            return false;
        };
        let (name, people) = (line.until(colon).bare(), line.from(colon + 1).trim());
        let inside = lexicon::get().sub_bodies.begin(name);
        let first = people.split(|c| c == ';').into_iter().next().unwrap_or(people);
        let ahead = role_ahead(people.bare(), &self.context.committees).0.is_some();
        // "…: Thứ trưởng Bộ Xây dựng làm Trưởng Tiểu ban; …".
        if !inside || !(ahead || role_behind(first.bare(), &self.context.committees).1.is_some()) {
            return false;
        }
        self.enter(Said::of(name, sure::GOOD));
        for piece in people.split(|c| c == ';') {
            if let Item::Seats(seats) = member::item(piece, &self.context) {
                self.push(seats);
            }
        }
        true
    }
}

/// "Tổ giúp việc" of the annex is the "Tổ giúp việc Ban Chỉ đạo" of the article.
fn same_body(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let longer = |long: &str, short: &str| {
        let more = long.strip_prefix(short).map(str::trim_start);
        more.is_some_and(|more| more.is_empty() || more.starts_with("ban chỉ đạo") || more.starts_with("hội đồng"))
    };
    longer(&one, &other) || longer(&other, &one)
}
