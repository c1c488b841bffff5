//! Roles that are told behind a list of people, and lists told in sentences.

use super::Reader;
use crate::grammar::joint::role_ahead;
use crate::grammar::person;
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::sheet::{Said, sure};
use crate::line::Span;

impl<'a> Reader<'a, '_> {
    /// "Đồng chí A làm Tổ trưởng, đồng chí B làm Tổ phó. Các đồng chí có tên từ số 3 đến số 5 là tổ viên.", under a list
    /// whose people have no role yet.
    pub(super) fn roles_told_afterwards(&mut self, text: Span<'a>) -> bool {
        let open = self.seats().iter().any(|seat| seat.name.is_some() && seat.role.is_none());
        if !open {
            return false;
        }
        let mut any = false;
        // "Các ông, bà có tên nêu trên": the comma parts nothing.
        let all = person::GROUP_HEADS.iter().any(|head| text.starts_with(head)) && text.has("trên");
        let clauses = |sentence: Span<'a>| {
            if all { vec![sentence] } else { sentence.split(|c| matches!(c, ',' | ';')) }
        };
        for clause in text.sentences().into_iter().flat_map(clauses) {
            let Some(verb) = clause.find_any(&["làm nhiệm vụ", "làm", "là", "giữ chức", "giữ nhiệm vụ", "giữ vai trò"])
            else {
                continue;
            };
            let said = clause.from(verb.end).bare();
            let Some(role) = role::whole(said, &self.context.committees).filter(|role| role.value.is_some()) else {
                continue;
            };
            let who = clause.until(verb.start).bare();
            let who = who.after_any(&["trong đó", "và"]).unwrap_or(who);
            any |= self.tell_role(who, &role);
        }
        any
    }

    /// Gives the role to those that the words point at: by a name, by numbers of the list, or to all who are left.
    fn tell_role(&mut self, who: Span<'a>, role: &RoleSaid<'a>) -> bool {
        let name = person::person(who).name.map(|name| name.value);
        let numbers: Vec<usize> =
            who.words().iter().filter_map(|word| word.bare().text().trim_end_matches('.').parse().ok()).collect();
        // "các ông, bà còn lại" was parted at its comma.
        // "Các ông, bà có tên nêu trên làm nhiệm vụ thành viên Ban đại diện.": all who have none yet.
        let above = who.has_any(&["nêu trên", "trên đây", "có tên trên"]) && who.starts_with("các");
        let left = above || who.has("còn lại") || (who.starts_with("các") && who.has("khác"));
        let several = left || who.starts_with("các");
        let mut any = false;
        for (at, seat) in self.seats().iter_mut().enumerate() {
            let pointed = match (&name, numbers.as_slice()) {
                (_, [from, to]) if several => (*from..=*to).contains(&(at + 1)),
                (_, all) if several && !all.is_empty() => all.contains(&(at + 1)),
                (Some(name), _) if !several => seat.name.as_ref().is_some_and(|own| own.value == *name),
                _ => left && seat.name.is_some(),
            };
            if pointed && seat.role.is_none() {
                let value = role.value.clone();
                seat.role = value.map(|value| Said::as_value(value, role.span, sure::GOOD));
                seat.invited |= role.invited;
                any = true;
            }
        }
        any
    }

    /// "Chủ tịch Ủy ban là Bộ trưởng Bộ X. Các Phó Chủ tịch là …": a list in sentences of one paragraph.
    pub(super) fn sentences(&mut self, text: Span<'a>) -> bool {
        let sentences = text.sentences();
        let [first, second, ..] = sentences.as_slice() else { return false };
        let lists = |sentence: &Span<'a>| {
            role_ahead(sentence.bare(), &self.context.committees).0.is_some_and(|role| role.value.is_some())
                || (sentence.starts_with("mời") && sentence.has("tham gia"))
        };
        if !(self.on && lists(first) && lists(second)) {
            return false;
        }
        for sentence in sentences {
            self.text(None, sentence);
        }
        true
    }
}
