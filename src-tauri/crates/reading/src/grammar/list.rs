//! The lists of members: in articles, in annexes, in tables, with their headings and sub-bodies.

use register::draft::{MemberOp, SeatKind};
use register::role::Rank;

use super::act;
use super::change;
use super::heading::{
    body_name_starts, counts, duty_heading, executes, founds_sub_body, heading_of_body, inline_list, is_duty,
    named_by_the_verb, opens_list, role_of_all, sent_by_bodies,
};
use super::joint::{role_ahead, role_behind};
use super::member::{self, Context, Item};
use super::outline::{Annex, Article, Unit};
use super::person;
use super::role::{self, RoleSaid};
use super::seat::Seat;
use super::sheet::{Said, sure};
use super::table::{self, Row, RowItem};
use crate::lexicon;
use crate::line::Span;

/// Everything that lists say.
#[derive(Default)]
pub struct Lists<'a> {
    pub seats: Vec<Seat<'a>>,
    pub bodies: Vec<(Said<'a>, Vec<Seat<'a>>)>,
    pub leaves: Vec<Said<'a>>,
    pub leaves_at: Option<(String, Span<'a>)>,
    /// Codes and words of what was not read, or not surely.
    pub doubts: Vec<(&'static str, Span<'a>)>,
    /// Whether a list says that it is the whole of the committee ("gồm …").
    pub whole: bool,
}

/// The state of one reading of a list.
struct Reader<'a, 'l> {
    lists: &'l mut Lists<'a>,
    context: Context<'a>,
    place: Option<(String, Span<'a>)>,
    /// The sub-body that the items belong to.
    body: Option<usize>,
    /// Whether items are members at all: not below a heading of duties.
    on: bool,
    /// Whether anything of this list was read as a member.
    any: bool,
    last_role: Option<RoleSaid<'a>>,
    /// The role that the line before said ahead of a person.
    ahead: Option<RoleSaid<'a>>,
    /// "Lãnh đạo", "Đại diện": what the bodies that the items name send.
    sent: Option<Span<'a>>,
    /// Whether the items are people who go out.
    leaving: bool,
}

/// Reads the list of an article. `main` is whether a first committee was named before it.
pub fn article<'a>(article: &Article<'a>, committees: &[String], main: bool, changes: bool, lists: &mut Lists<'a>) {
    let Some(lead) =
        article.units.iter().find_map(|unit| if let Unit::Text { body, .. } = unit { Some(*body) } else { None })
    else {
        return rows_only(article, committees, lists);
    };
    let mut reader = Reader {
        context: Context { committees: committees.into(), ..Context::default() },
        place: article.label.clone(),
        body: None,
        on: (opens_list(lead) || changes)
            && !duty_heading(lead)
            && !(is_duty(lead) && lead.chars().last() == Some(&':')),
        any: false,
        last_role: None,
        ahead: None,
        sent: None,
        leaving: false,
        lists,
    };
    let sub = founds_sub_body(lead).filter(|_| main);
    if let Some(name) = sub {
        reader.enter(name);
    }
    reader.lists.whole |= reader.on && lead.has_any(&["gồm", "thành phần", "danh sách"]) && !lead.has("bổ sung");
    if !executes(lead) {
        reader.lead(lead);
    }
    let mut skipped = false;
    let units: Vec<&Unit<'a>> = article
        .units
        .iter()
        .filter(|unit| {
            let first = !skipped && matches!(unit, Unit::Text { .. });
            skipped |= first;
            !first
        })
        .collect();
    reader.units(&units);
}

fn rows_only<'a>(article: &Article<'a>, committees: &[String], lists: &mut Lists<'a>) {
    let annex = Annex { units: article.units.clone(), ..Annex::default() };
    read_annex(&annex, article.label.clone(), committees, None, lists);
}

/// Reads an annex as a list.
pub fn read_annex<'a>(
    annex: &Annex<'a>,
    place: Option<(String, Span<'a>)>,
    committees: &[String],
    body: Option<Said<'a>>,
    lists: &mut Lists<'a>,
) {
    let context = Context { committees: committees.into(), roles_may_lack: true, ..Context::default() };
    lists.whole = true;
    let mut reader = Reader {
        lists,
        context,
        place,
        body: None,
        on: true,
        any: false,
        last_role: None,
        ahead: None,
        sent: None,
        leaving: false,
    };
    if let Some(name) = body {
        reader.enter(name);
    }
    let units: Vec<&Unit<'a>> = annex.units.iter().collect();
    reader.units(&units);
}

impl<'a> Reader<'a, '_> {
    fn enter(&mut self, name: Said<'a>) {
        self.context.role = None;
        self.on = true;
        let known =
            self.lists.bodies.iter().position(|(body, _)| body.value.to_lowercase() == name.value.to_lowercase());
        self.body = known.or_else(|| {
            self.lists.bodies.push((name, Vec::new()));
            Some(self.lists.bodies.len() - 1)
        });
    }

    /// What the opening sentence of an article says of members by itself.
    fn lead(&mut self, lead: Span<'a>) {
        self.context.role = role_of_all(lead, &self.context.committees);
        self.leaving = change::heads_leavers(lead);
        for sentence in lead.sentences() {
            if executes(sentence) || is_duty(sentence) || sentence.has_any(&["cơ quan thường trực", "có hiệu lực"])
            {
                continue;
            }
            let inline = inline_list(sentence);
            let text = inline.unwrap_or_else(|| named_by_the_verb(sentence));
            // "do ông A làm Tổ trưởng và các thành viên: bà B; ông C": the heading holds for what follows it.
            let second = text.find_any(&[
                "và các thành viên",
                "và các ủy viên",
                "và các đồng chí sau",
                "và các ông, bà sau",
                "và các ông sau",
                "các thành viên gồm",
                "các ủy viên gồm",
            ]);
            let halves = second
                .filter(|at| at.start > text.start)
                .map_or(vec![text], |at| vec![text.until(at.start), text.from(at.start)]);
            // "Các thành viên gồm: ông A; ông B": what is said before the list is the role of all in it.
            let list = sentence.find_any(&["gồm có", "bao gồm", "gồm"]).filter(|_| inline.is_some());
            let heading =
                list.and_then(|list| role::whole(sentence.until(list.start).bare(), &self.context.committees));
            // "Bổ sung ông A, …; bà B, … làm Ủy viên": the role behind the last is that of all.
            let of_all = || {
                let verb = ["bổ sung", "cử", "cử bổ sung"].iter().any(|verb| sentence.starts_with(verb));
                let short = text.chars().len() <= member::LONGEST;
                let last = text.split(|c| c == ';').into_iter().next_back().filter(|last| last.start > text.start);
                let last = last.filter(|_| verb && short)?;
                role_behind(last.bare(), &self.context.committees).1.filter(|role| role.value.is_some())
            };
            let mut carried = heading.filter(|role| role.value.is_some()).or_else(of_all);
            let pieces: Vec<Span<'a>> = halves.into_iter().flat_map(|half| half.split(|c| c == ';')).collect();
            for (at, piece) in pieces.iter().enumerate() {
                carried = role_ahead(piece.bare(), &self.context.committees).0.or(carried);
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

    fn units(&mut self, units: &[&Unit<'a>]) {
        let mut at = 0;
        while at < units.len() {
            match units[at] {
                Unit::Text { label, body } => {
                    self.text(*label, *body);
                    at += 1;
                }
                Unit::Row(_) => {
                    let rows: Vec<Row<'a>> = units[at..]
                        .iter()
                        .map_while(|unit| if let Unit::Row(row) = unit { Some(row.clone()) } else { None })
                        .collect();
                    at += rows.len();
                    self.table(&rows);
                }
            }
        }
    }

    fn text(&mut self, label: Option<Span<'a>>, body: Span<'a>) {
        if executes(body) || body.is_empty() || self.field_of_the_line_above(body) {
            return;
        }
        if self.in_one_line(body) {
            return;
        }
        let bullet = label.is_none_or(|label| label.chars() == ['-']);
        if bullet && body.chars().last() != Some(&':') && self.role_of_the_line_above(body) {
            return;
        }
        if label.is_none() && self.office_of_the_line_above(body) {
            return;
        }
        // "3. Các thành viên Hội đồng là Lãnh đạo các cơ quan sau:" – its items name the bodies only.
        if let Some((role, head)) = sent_by_bodies(body, &self.context.committees) {
            self.context.role = Some(role);
            self.sent = Some(head);
            self.on = true;
            return;
        }
        if let Some(seat) = self.sent.and_then(|head| sent_by(body, head, self.context.role.as_ref())) {
            self.push(vec![seat]);
            return;
        }
        self.sent = None;
        // "4. Các ông (bà) sau đây làm Ủy viên:".
        if let Some(role) = role_of_all(body, &self.context.committees).filter(|_| self.on) {
            self.context.role = Some(role);
            return;
        }
        // "Thành viên Hội đồng" among the headings of a list is a role.
        let heading =
            role::whole(body, &self.context.committees).filter(|role| role.value.is_some() && !body.line.is_capitals());
        if let Some(role) = heading.filter(|_| self.any && self.on) {
            self.context.role = Some(role);
            return;
        }
        if let Some(name) = heading_of_body(body) {
            if lexicon::get().sub_bodies.iter().any(|noun| body_name_starts(&name, noun)) {
                self.enter(name);
            } else {
                self.body = None;
                self.on = true;
                self.context.role = None;
            }
            return;
        }
        if counts(body) {
            return;
        }
        let colon = body.chars().last() == Some(&':');
        // "1. Cho rút tên khỏi Ban Chỉ đạo:", until the next heading.
        let goes_out = change::heads_leavers(body);
        self.leaving = goes_out || (self.leaving && !colon);
        if goes_out && self.on {
            return;
        }
        let list = body.has_any(&["gồm", "thành phần"]) && colon;
        if is_duty(body) && (colon || duty_heading(body)) {
            self.on = false;
            return;
        }
        if !self.on && !list {
            return;
        }
        self.on = true;
        if self.leaving {
            let names = person::everyone(body);
            if names.is_empty() {
                self.lists.doubts.extend(label.map(|_| ("members_unread", body)));
            } else {
                self.leave(names);
            }
            return;
        }
        let context = Context {
            roles_may_lack: self.context.roles_may_lack || (label.is_some() && self.on),
            ..self.context.clone()
        };
        // "I. LÃNH ĐẠO BAN CHỈ ĐẠO": a heading in capitals, and nobody's seat.
        let heading = body.line.is_capitals() && label.is_some() && body.words().len() <= 8;
        let item = self.under_the_role_above(body, label.is_none(), member::item(body, &context));
        if heading
            && matches!(&item, Item::Seats(seats) if seats.iter().all(|seat| seat.name.is_none() && seat.role.is_none()))
        {
            self.context.role = None;
            return;
        }
        match item {
            Item::Heading(role) => self.context.role = Some(role),
            // A heading that is no role known here must not leave the role above it in force.
            Item::Seats(_) if colon && !list => {
                self.context.role = None;
                self.lists.doubts.push(("unclear_role", body));
            }
            Item::Seats(seats) => self.push(seats),
            Item::Leaves(names) => self.leave(names),
            Item::Other => {
                if list {
                    self.context.role = None;
                    self.lists.whole = true;
                } else if label.is_some() && self.any && !is_duty(body) {
                    self.lists.doubts.push(("members_unread", body));
                }
            }
        }
    }

    /// A line that is only a role, under an item without one ("Trưởng ban", "-nt-").
    fn role_of_the_line_above(&mut self, line: Span<'a>) -> bool {
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
    fn under_the_role_above(&mut self, body: Span<'a>, bare: bool, item: Item<'a>) -> Item<'a> {
        let ahead = role_ahead(body.bare(), &self.context.committees).0;
        let Item::Seats(seats) = item else {
            self.ahead = None;
            return item;
        };
        if ahead.is_some() || self.context.role.is_some() {
            self.ahead = ahead.filter(|role| bare && Rank::of(role.value.as_deref()) != Rank::Chair);
            return Item::Seats(seats);
        }
        let above = self.ahead.clone().filter(|_| bare && person::begins(body));
        let filled = seats.into_iter().map(|seat| match &above {
            Some(RoleSaid { value: Some(value), span, .. }) if seat.role.is_none() => {
                Seat { role: Some(Said::as_value(value.clone(), *span, sure::LIKELY)), ..seat }
            }
            _ => seat,
        });
        Item::Seats(filled.collect())
    }

    /// "Chức vụ: Phó Chủ tịch UBND huyện", "Nhiệm vụ: Trưởng ban", under "Ông: A".
    fn field_of_the_line_above(&mut self, line: Span<'a>) -> bool {
        let post = line.after_any(&["chức vụ:", "đơn vị công tác:", "đơn vị:", "cơ quan:"]).map(Span::bare);
        let role = line.after_any(&["nhiệm vụ:", "vai trò:", "chức danh:"]);
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

    /// "Tiểu ban Nội dung: Trưởng Tiểu ban: Ông A; Thành viên: Bà B": a sub-body with its people.
    fn in_one_line(&mut self, line: Span<'a>) -> bool {
        let Some(colon) = line.chars().iter().take(80).position(|c| *c == ':').map(|at| line.start + at) else {
            return false;
        };
        let (name, people) = (line.until(colon).bare(), line.from(colon + 1).trim());
        let inside = lexicon::get().sub_bodies.begin(name);
        if !inside || role_ahead(people.bare(), &self.context.committees).0.is_none() {
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

    /// A line that is only an office, under a name alone on its line.
    fn office_of_the_line_above(&mut self, line: Span<'a>) -> bool {
        let words = line.bare();
        if !person::is_office(words) || role_behind(words, &self.context.committees).1.is_some() {
            return false;
        }
        match self.seats().last_mut().filter(|seat| seat.name.is_some() && seat.position.is_none()) {
            Some(seat) => {
                seat.position = Some(Said::of(words, sure::GOOD));
                true
            }
            None => false,
        }
    }

    fn seats(&mut self) -> &mut Vec<Seat<'a>> {
        match self.body.filter(|at| *at < self.lists.bodies.len()) {
            Some(at) => &mut self.lists.bodies[at].1,
            None => &mut self.lists.seats,
        }
    }

    fn push(&mut self, seats: Vec<Seat<'a>>) {
        for mut seat in seats {
            seat.article = self.place.as_ref().map(|(name, span)| Said::as_value(name.clone(), *span, sure::CERTAIN));
            if let Some(name) = seat.replaces_member.clone() {
                self.leave(vec![name]);
            }
            self.any = true;
            self.context.last = seat.role.as_ref().and_then(|role| {
                let span = role.at.first().copied()?;
                Some(RoleSaid { value: Some(role.value.clone()), span, invited: seat.invited, ditto: false })
            });
            self.seats().push(seat);
        }
    }

    fn leave(&mut self, names: Vec<Said<'a>>) {
        self.any = true;
        self.lists.leaves_at = self.lists.leaves_at.take().or_else(|| self.place.clone());
        self.lists.leaves.extend(names);
    }

    fn table(&mut self, rows: &[Row<'a>]) {
        self.on = true;
        for item in table::read(rows, &self.context) {
            match item {
                RowItem::Section(heading) => {
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
                RowItem::Seats(seats) => self.push(seats),
                RowItem::Doubt(code, words) => self.lists.doubts.push((code, words)),
                RowItem::Unread(words) => {
                    if words.words().len() > 1 && self.any {
                        self.lists.doubts.push(("members_unread", words));
                    }
                }
            }
        }
    }
}

/// Whether the list of a change is one in part: a seat is a change only, or nothing says that it is whole.
pub fn is_partial(lists: &Lists<'_>) -> bool {
    let chair = |seat: &Seat<'_>| seat.role.as_ref().is_some_and(|role| Rank::of(Some(&role.value)) == Rank::Chair);
    let whole = lists.whole || lists.seats.iter().any(chair);
    if !whole && !lists.seats.is_empty() {
        return true;
    }
    let changed = |seat: &Seat<'_>| matches!(seat.op, Some(MemberOp::Add | MemberOp::Replace | MemberOp::ChangeRole));
    lists.seats.iter().any(changed) || !lists.leaves.is_empty()
}

/// "các đồng chí: A, …", "các ông A, …": the first of several, in pieces of their own.
fn group_of(piece: Span<'_>) -> Option<Span<'_>> {
    let rest = piece.bare().after_any(&["các đồng chí", "các ông, bà", "các ông (bà)", "các ông", "các bà"])?;
    let rest = rest.trim_by(|c| c == ':' || c.is_whitespace());
    person::person(rest).name.is_some().then_some(rest)
}

/// The seat of whom this body sends.
fn sent_by<'a>(item: Span<'a>, head: Span<'a>, role: Option<&RoleSaid<'a>>) -> Option<Seat<'a>> {
    let name = item.bare();
    let capital = name.chars().first().is_some_and(|c| c.is_uppercase());
    let named = capital && (2..=16).contains(&name.words().len()) && item.chars().last() != Some(&':');
    if !named || person::is_office(name) || person::begins(name) || person::person(name).name.is_some() {
        return None;
    }
    let value = format!("{} {}", head.text(), name.text());
    let role = role?;
    Some(Seat {
        position: Some(Said { value, at: vec![head, name], sure: sure::GOOD }),
        role: role.value.clone().map(|value| Said::as_value(value, role.span, sure::GOOD)),
        invited: role.invited,
        kind: Some(SeatKind::Nominated),
        words: Some(Said::of(name, sure::CERTAIN)),
        ..Seat::default()
    })
}
