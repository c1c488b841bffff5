//! Lines that say more of the item above them: its role, its office, a field of it.

use register::role::Rank;

use super::Reader;
use crate::grammar::joint::{role_ahead, role_behind};
use crate::grammar::member::Item;
use crate::grammar::person;
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::Seat;
use crate::grammar::sheet::{Said, sure};
use crate::line::Span;

impl<'a> Reader<'a, '_> {
    /// A line that is only a role, under an item without one ("Trưởng ban", "-nt-").
    pub(super) fn role_of_the_line_above(&mut self, line: Span<'a>) -> bool {
        let Some(role) = role::whole(line, &self.context.committees) else { return false };
        let role = if role.ditto { self.last_role.clone() } else { Some(role) };
        let above = self.context.role.is_none();
        let seats = self.seats();
        let open = seats.iter().rev().take_while(|seat| seat.role.is_none()).count();
        let Some(role) = role.filter(|_| open > 0 && above) else { return false };
        let from = seats.len() - open;
        for seat in &mut seats[from..] {
            seat.role = role.value.clone().map(|value| Said::as_value(value, role.span, sure::GOOD));
            seat.invited |= role.invited;
        }
        self.last_role = Some(role);
        true
    }

    /// "Thành viên : Ông A - Trưởng phòng" over "Ông B - Chuyên viên", set below it: the role is that of the line above.
    /// A bullet may do for the role ("Ủy viên - cô A" over "- thầy B"), a number or a letter tells a list of its own.
    pub(super) fn under_the_role_above(&mut self, body: Span<'a>, label: Option<Span<'a>>, item: Item<'a>) -> Item<'a> {
        let bare = label.is_none();
        let bulleted = label.is_some_and(|label| label.chars().iter().all(|c| matches!(c, '-' | '–' | '+')));
        let ahead = role_ahead(body.bare(), &self.context.committees).0;
        let Item::Seats(seats) = item else {
            self.ahead = None;
            return item;
        };
        if ahead.is_some() || self.context.role.is_some() {
            self.ahead = ahead.filter(|role| bare && Rank::of(role.value.as_deref()) != Rank::Chair);
            return Item::Seats(seats);
        }
        let above = self.ahead.clone().filter(|_| (bare || bulleted) && person::begins(body));
        let filled = seats.into_iter().map(|seat| match &above {
            Some(RoleSaid { value: Some(value), span, .. }) if seat.role.is_none() => {
                Seat { role: Some(Said::as_value(value.clone(), *span, sure::LIKELY)), ..seat }
            }
            _ => seat,
        });
        Item::Seats(filled.collect())
    }

    /// "Chức vụ: Phó Chủ tịch UBND huyện", "Nhiệm vụ: Trưởng ban", under "Ông: A".
    pub(super) fn field_of_the_line_above(&mut self, line: Span<'a>) -> bool {
        // "Chức vụ hiện nay: Hiệu trưởng", but not "Chức vụ trong Hội đồng: Ủy viên".
        let post = line.after_any(&["chức vụ", "đơn vị công tác", "đơn vị", "cơ quan"]).and_then(|rest| {
            let colon = rest.chars().iter().take(30).position(|c| *c == ':')? + rest.start;
            let head = rest.until(colon);
            let of_what = head.word_count() <= 4 && !head.starts_with("trong") && !head.starts_with("tham gia");
            of_what.then(|| rest.from(colon + 1).bare())
        });
        let role = line.after_any(&["nhiệm vụ:", "vai trò:", "chức danh:"]).or_else(|| {
            // "Chức danh trong Hội đồng: Ủy viên".
            let headed = line.after_any(&["chức danh", "nhiệm vụ", "vai trò", "chức vụ trong"])?;
            let colon = line.chars().iter().take(40).position(|c| *c == ':')? + line.start;
            let short = headed.until(colon.max(headed.start)).word_count() <= 4;
            short.then(|| line.from(colon + 1).trim())
        });
        let role = role.and_then(|role| role::whole(role.bare(), &self.context.committees));
        let Some(seat) = self.seats().last_mut().filter(|seat| seat.name.is_some()) else { return false };
        match (post, role) {
            (Some(post), _) if seat.position.is_none() => seat.position = Some(Said::of(post, sure::CERTAIN)),
            (None, Some(RoleSaid { value: Some(value), span, invited, .. })) if seat.role.is_none() => {
                seat.role = Some(Said::as_value(value, span, sure::CERTAIN));
                seat.invited |= invited;
            }
            _ => return false,
        }
        true
    }

    /// A line that is only an office, under a name alone on its line.
    pub(super) fn office_of_the_line_above(&mut self, line: Span<'a>) -> bool {
        let words = line.bare();
        // "Khoa Ngữ văn": the body alone, where others have a post there.
        let body = || {
            let capital = words.chars().first().is_some_and(|c| c.is_uppercase());
            let kind = crate::lexicon::get().kind_heads.begin(words) && words.line.chars.last() != Some(&':');
            kind && capital && (2..=10).contains(&words.word_count()) && self.offices_stand_below
        };
        let office = person::is_office(words);
        if !(office || body()) || role_behind(words, &self.context.committees).1.is_some() {
            return false;
        }
        self.offices_stand_below |= office;
        match self.seats().last_mut().filter(|seat| seat.name.is_some() && seat.position.is_none()) {
            Some(seat) => {
                seat.position = Some(Said::of(words, sure::GOOD));
                true
            }
            None => false,
        }
    }
}
