//! The rows of a table within a list.

use super::Reader;
use crate::grammar::heading::{body_name_starts, heading_of_body};
use crate::grammar::sheet::{Said, sure};
use crate::grammar::table::{self, Row, RowItem};
use crate::grammar::{act, change};
use crate::lexicon;

impl<'a> Reader<'a, '_> {
    pub(super) fn table(&mut self, rows: &[Row<'a>]) {
        self.on = true;
        for item in table::read(rows, &self.context) {
            match item {
                RowItem::Section(heading) => {
                    self.leaving = change::heads_leavers(heading);
                    let named = heading_of_body(heading)
                        .or_else(|| act::body_at(heading).map(|_| Said::of(heading.bare(), sure::LIKELY)));
                    match named {
                        Some(name) if lexicon::get().sub_bodies.iter().any(|noun| body_name_starts(&name, noun)) => {
                            self.enter(name)
                        }
                        Some(_) => self.body = None,
                        None => {}
                    }
                }
                // The rows below "Thôi tham gia Ban Chỉ đạo:" are of those who go.
                RowItem::Seats(seats) if self.leaving => {
                    self.leave(seats.into_iter().filter_map(|seat| seat.name).collect());
                }
                RowItem::Seats(seats) => self.push(seats),
                RowItem::Leaves(names) => self.leave(names),
                RowItem::Doubt(code, words) => self.lists.doubts.push((code, words)),
                RowItem::Unread(words) => {
                    if words.word_count() > 1 && self.any {
                        self.lists.doubts.push(("members_unread", words));
                    }
                }
            }
        }
    }
}
