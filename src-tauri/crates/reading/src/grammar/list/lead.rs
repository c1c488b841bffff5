//! The opening sentence of an article, which may name the members by itself.

use super::Reader;
use crate::grammar::act;
use crate::grammar::change;
use crate::grammar::heading::{executes, inline_list, is_duty, named_by_the_verb, role_of_all};
use crate::grammar::joint::{role_ahead, role_behind};
use crate::grammar::member::{self, Context, Item};
use crate::grammar::person;
use crate::grammar::role::{self, RoleSaid};
use crate::line::Span;

impl<'a> Reader<'a, '_> {
    /// What the opening sentence of an article says of members by itself.
    pub(super) fn lead(&mut self, lead: Span<'a>) {
        // "Bổ sung hai thành viên Ban chủ nhiệm:".
        let added = || {
            let opens = lead.chars().last() == Some(&':');
            let role = lead.after("bổ sung").filter(|_| opens).and_then(|rest| {
                let body = rest.after("vào").and_then(|body| Some(body.from(act::body_at(body)?.end).trim()));
                let noun = rest.after_any(&["vào hội đồng", "vào ban", "vào tổ"]);
                let role = |rest| role::whole(rest, &self.context.committees);
                role(rest).or_else(|| body.and_then(role)).or_else(|| noun.and_then(role))
            });
            role.filter(|role| role.value.is_some())
        };
        self.context.role = role_of_all(lead, &self.context.committees).or_else(added);
        self.leaving = change::heads_leavers(lead);
        for sentence in lead.sentences() {
            // "… thôi giữ chức Ủy viên kể từ ngày Quyết định này có hiệu lực" tells of somebody all the same.
            let verbs = ["cử", "giao", "bổ sung", "phân công", "chỉ định", "công nhận", "chuẩn y"];
            let somebody = sentence.after_any(&verbs).unwrap_or(sentence);
            let effect = sentence.has("có hiệu lực") && !person::begins(somebody);
            if executes(sentence) || is_duty(sentence) || effect || sentence.has("cơ quan thường trực") {
                continue;
            }
            // "Thành phần: Đội trưởng: ông A; Đội phó: ông B".
            let headed = sentence.after_any(&["thành phần:", "thành phần gồm:", "danh sách:", "nhân sự:"]);
            let headed = headed.map(Span::bare).filter(|list| role_ahead(*list, &self.context.committees).0.is_some());
            let inline = headed.or_else(|| inline_list(sentence));
            // "Thôi tham gia Ban Chỉ đạo: ông A".
            let gone = change::leaving(sentence);
            let goes = gone.is_some();
            // "Thôi tham gia … đối với các ông, bà: A, Chủ tịch; B, Ủy viên": all of them at once.
            let clauses = sentence.split(|c| c == ';').len();
            if let Some(names) = gone.filter(|names| clauses > 1 && names.len() >= clauses) {
                self.leave(names);
                continue;
            }
            let inline = inline.filter(|_| !goes);
            let text = if goes { sentence } else { inline.unwrap_or_else(|| named_by_the_verb(sentence)) };
            // "… làm thành viên, có nhiệm vụ tiến hành thanh tra …": what they are to do is nobody's seat.
            let task = text.all("có nhiệm vụ").chain(text.all("có trách nhiệm")).map(|task| task.start).min();
            let text = task.filter(|task| *task > text.start).map_or(text, |task| text.until(task).bare());
            // "do ông A làm Tổ trưởng và các thành viên: bà B; ông C": the heading holds for what follows it.
            let second = text.find_any(&[
                "và các thành viên",
                "và các ủy viên",
                "và các đồng chí sau",
                "và các ông, bà sau",
                "và các ông sau",
                "các thành viên gồm",
                "các ủy viên gồm",
                "và cử các ông, bà",
                "và cử các ông",
                "và cử các đồng chí",
            ]);
            let halves = second
                .filter(|at| at.start > text.start)
                .map_or(vec![text], |at| vec![text.until(at.start), text.from(at.start)]);
            // "… làm Phó Chủ nhiệm và các ủy viên sau đây:", over those people.
            let below = second.filter(|_| lead.chars().last() == Some(&':')).and_then(|at| {
                let rest = text.from(at.start).bare();
                let rest = rest.after("và").unwrap_or(rest);
                let rest = ["sau đây", "sau", "dưới đây"].iter().find_map(|end| rest.before(end)).unwrap_or(rest);
                role::whole(rest.after("các")?.bare(), &self.context.committees)
            });
            if let Some(role) = below.filter(|role| role.value.is_some()) {
                self.context.role = Some(role);
            }
            // "Các thành viên gồm: ông A; ông B": what is said before the list is the role of all in it.
            let list = sentence.find_any(&["gồm có", "bao gồm", "gồm"]).filter(|_| inline.is_some());
            let heading =
                list.and_then(|list| role::whole(sentence.until(list.start).bare(), &self.context.committees));
            // "Bổ sung ông A, …; bà B, … làm Ủy viên": the role behind the last is that of all.
            let of_all = || {
                let verb = ["bổ sung", "cử", "cử bổ sung", "chỉ định"].iter().any(|verb| sentence.starts_with(verb));
                let short = text.chars().len() <= member::LONGEST;
                let last = text.split(|c| c == ';').into_iter().next_back().filter(|last| last.start > text.start);
                let last = last.filter(|_| verb && short)?;
                role_behind(last.bare(), &self.context.committees).1.filter(|role| role.value.is_some())
            };
            // "Cử các đồng chí sau tham gia Ban với tư cách ủy viên: đồng chí A, …; đồng chí B, …".
            let told = inline.and_then(|list| role_of_all(sentence.until(list.start).trim(), &self.context.committees));
            let heading = heading.filter(|role| role.value.is_some()).or(told);
            let mut carried = heading.filter(|role| role.value.is_some()).or_else(of_all);
            let pieces: Vec<Span<'a>> = halves.into_iter().flat_map(|half| half.split(|c| c == ';')).collect();
            for (at, piece) in pieces.iter().enumerate() {
                // "…; các ông, bà sau đây làm Ủy viên: ông A, …; ông B, …".
                let colon = piece.chars().iter().take(120).position(|c| *c == ':').map(|at| piece.start + at + 1);
                let colon = colon.filter(|colon| person::begins(piece.from(*colon).trim()));
                let below = colon.and_then(|colon| role_of_all(piece.until(colon).trim(), &self.context.committees));
                carried = role_ahead(piece.bare(), &self.context.committees).0.or(below).or(carried);
                // "…; các đồng chí: A, …; B, … làm ủy viên": the role behind the last of them is that of all.
                let own = || role_behind(piece.bare(), &self.context.committees).1.is_some();
                let group = group_of(*piece).filter(|_| !own());
                let shared = group.and_then(|_| self.first_role(&pieces[at..]));
                let group = group.filter(|_| shared.is_some());
                carried = shared.or(carried);
                let piece = group.unwrap_or(*piece);
                match member::item(
                    piece,
                    &Context { role: carried.clone(), roles_may_lack: false, ..self.context.clone() },
                ) {
                    Item::Seats(seats) => {
                        self.push(seats.into_iter().filter(|seat| seat.role.is_some() || seat.op.is_some()).collect())
                    }
                    Item::Leaves(names) => self.leave(names),
                    Item::Heading(role) if inline.is_some() => self.context.role = Some(role),
                    _ => {}
                }
            }
        }
    }

    /// The role behind the first of some pieces that has one.
    fn first_role(&self, pieces: &[Span<'a>]) -> Option<RoleSaid<'a>> {
        let role = |piece: &Span<'a>| role_behind(piece.bare(), &self.context.committees).1;
        pieces.iter().find_map(|piece| role(piece).filter(|role| role.value.is_some()))
    }
}

/// "các đồng chí: A, …", "các ông A, …": the first of several, in pieces of their own.
fn group_of(piece: Span<'_>) -> Option<Span<'_>> {
    let rest = piece.bare().after_any(&person::GROUP_HEADS)?;
    let rest = rest.trim_by(|c| c == ':' || c.is_whitespace());
    person::person(rest).name.is_some().then_some(rest)
}
