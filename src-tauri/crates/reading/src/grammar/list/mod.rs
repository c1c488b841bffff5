//! The lists of members: in articles, in annexes, in tables, with their headings and sub-bodies.

mod above;
mod afterwards;
mod fields;
mod holder;
mod inside;
mod lead;
mod place;
mod rows;
mod scope;
mod sent;

use std::rc::Rc;

use register::draft::MemberOp;
use register::role::Rank;

use super::act;
use super::change;
use super::heading::{
    body_name_starts, counts, duty_heading, executes, founds_sub_body, heading_of_body, heading_of_one, is_duty,
    opens_list, role_of_all, sent_by_bodies,
};
use super::member::{self, Context, Item};
use super::outline::{Annex, Article, Unit, article_number};
use super::person;
use super::role::{self, RoleSaid};
use super::seat::{Seat, named};
use super::shared;
use super::sheet::{Said, sure};
use super::table::Row;
use crate::lexicon;
use crate::line::Span;
use place::Place;
pub use scope::{is_partial, says_others_stay};
use sent::sent_by;

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
    /// Whether the paper says that whoever else sits stays.
    pub others_stay: bool,
}

/// The state of one reading of a list.
struct Reader<'a, 'l> {
    lists: &'l mut Lists<'a>,
    context: Context<'a>,
    place: Place<'a>,
    /// The sub-body that the items belong to.
    body: Option<usize>,
    /// Whether items are members at all: not below a heading of duties.
    on: bool,
    /// Whether anything of this list was read as a member.
    any: bool,
    /// How many seats were read, and how many people who go out.
    told: usize,
    last_role: Option<RoleSaid<'a>>,
    /// The role that the line before said ahead of a person.
    ahead: Option<RoleSaid<'a>>,
    /// "Lãnh đạo", "Đại diện": what the bodies that the items name send.
    sent: Option<Span<'a>>,
    /// The committee whose list was opened by a heading of its own.
    of: Option<Said<'a>>,
    /// Whether the items are people who go out.
    leaving: bool,
    /// Whether the heading of those who go out has a number: the next one ends what it heads.
    leaving_numbered: bool,
    /// The committees of the paper, without the sub-body that is read.
    own: Rc<[String]>,
    /// Whether offices were read in lines of their own below the names.
    offices_stand_below: bool,
    /// Who holds the roles that the lines below tell, each in a committee of its own.
    holder: Option<Seat<'a>>,
    /// Whether such a person was told of before.
    holds: bool,
    /// Whether the heading above says that the people below come to those who sit.
    adding: bool,
    /// Whether the paper changes who sits.
    changes: bool,
    /// Whether it asks them to take part.
    asking: bool,
    /// The mark of the item that asks them.
    asked_by: Option<char>,
    /// Whether the article founds a body in its first words: a role that heads an item then opens its list.
    founds: bool,
}

/// Reads the list of an article. `main` is whether a first committee was named before it.
pub fn article<'a>(article: &Article<'a>, committees: &[String], main: bool, changes: bool, lists: &mut Lists<'a>) {
    let Some(lead) =
        article.units.iter().find_map(|unit| if let Unit::Text { body, .. } = unit { Some(*body) } else { None })
    else {
        return rows_only(article, committees, lists);
    };
    let context = Context { committees: committees.into(), ..Context::default() };
    let mut reader = Reader {
        on: (opens_list(lead) || changes)
            && !duty_heading(lead)
            && (change::heads_leavers(lead) || !(is_duty(lead) && lead.chars().last() == Some(&':'))),
        changes,
        adding: changes && change::adds(lead),
        asking: change::asks(lead),
        founds: act::FOUNDS.iter().any(|verb| lead.starts_with(verb)) && !duty_heading(lead),
        ..Reader::new(context, article.label.clone(), lists)
    };
    // "Điều 2. Tổ biên tập gồm:", of the decision that founds the "Tổ biên tập Đề án X".
    let itself = |name: &Said<'_>| committees.iter().any(|own| own.starts_with(&name.value.to_lowercase()));
    let sub = founds_sub_body(lead).filter(|name| main && !(reader.lists.seats.is_empty() && itself(name)));
    if let Some(name) = sub {
        reader.enter(name);
    }
    reader.lists.whole |= reader.on && lead.has_any(&["gồm", "thành phần", "danh sách"]) && !lead.has("bổ sung");
    let below = |unit: &Unit<'a>| if let Unit::Text { body, .. } = unit { Some(*body) } else { None };
    let next = article.units.iter().filter_map(below).nth(1);
    if !executes(lead) && !reader.opens_roles(lead, next) {
        match change::told_behind(lead).filter(|_| changes) {
            // "Điều 1. Thay đổi thành viên Ban Chỉ đạo X như sau: cử ông A làm …", all on one line.
            Some((head, told)) => {
                reader.lead(head);
                told.sentences().into_iter().for_each(|sentence| reader.text(None, sentence));
            }
            None => reader.lead(lead),
        }
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
    let mut reader = Reader::new(context, place, lists);
    if let Some(name) = body {
        reader.enter(name);
    }
    // "DANH SÁCH ỦY VIÊN HỘI ĐỒNG X": the role of whoever has none of their own.
    reader.context.role = annex.title.iter().find_map(|line| {
        let rest = line.after_any(&["danh sách các", "danh sách"])?;
        let member = rest.find("ủy viên").filter(|member| member.start == rest.start)?;
        role::whole(member, &reader.context.committees)
    });
    let units: Vec<&Unit<'a>> = annex.units.iter().collect();
    reader.units(&units);
}

impl<'a, 'l> Reader<'a, 'l> {
    /// At the beginning of a list whose items are members, and of which nothing was read yet.
    fn new(context: Context<'a>, place: Option<(String, Span<'a>)>, lists: &'l mut Lists<'a>) -> Self {
        Self {
            lists,
            own: Rc::clone(&context.committees),
            context,
            place: Place::new(place),
            body: None,
            on: true,
            any: false,
            told: 0,
            last_role: None,
            ahead: None,
            sent: None,
            of: None,
            leaving: false,
            leaving_numbered: false,
            offices_stand_below: false,
            holder: None,
            holds: false,
            adding: false,
            changes: false,
            asking: false,
            asked_by: None,
            founds: false,
        }
    }
}

impl<'a> Reader<'a, '_> {
    fn units(&mut self, units: &[&Unit<'a>]) {
        let mut at = 0;
        while at < units.len() {
            match units[at] {
                Unit::Text { label, body } => {
                    let next = match units.get(at + 1) {
                        Some(Unit::Text { body, .. }) => Some(*body),
                        _ => None,
                    };
                    let (numbered, before) = (self.place.begin(*label), self.told);
                    if !self.role_of_the_holder(*body) && !self.opens_roles(*body, next) {
                        self.text(*label, *body);
                    }
                    if numbered {
                        let opens = self.context.role.is_none() || change::opens_clause(*body);
                        self.place.end(opens && self.told == before);
                    }
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
        if let Some(seat) = fields::told(body, &self.context.committees).filter(|_| self.on) {
            self.push(vec![seat]);
            return;
        }
        // "Họ và tên: A", over the fields of the same person.
        let field = body.after_any(&["họ và tên:", "họ tên:"]).map(Span::bare);
        // "Họ và tên: Sinh viên Bùi Thị Nguyên": what somebody is, before the name.
        let behind = |field: Span<'a>| person::name_behind(field).and_then(|(_, name)| named(name, &Seat::default()));
        let named = field.and_then(|name| named(name, &Seat::default()).or_else(|| behind(name))).filter(|_| self.on);
        if let Some(seat) = named {
            self.push(vec![Seat { words: Some(Said::of(body, sure::CERTAIN)), ..seat }]);
            return;
        }
        // "2. Bổ sung các ông, bà sau:", until the next heading of a change.
        if change::opens_clause(body) || change::heads_leavers(body) {
            self.adding = self.changes && change::adds(body);
        }
        let heading = body.chars().last() == Some(&':');
        // "Bổ sung điểm h vào sau điểm g khoản 3 Điều 1 (Các Ủy viên) như sau:": the heading that they come under.
        if heading && self.changes && change::opens_clause(body) {
            let open = body.chars().iter().position(|c| *c == '(').map(|at| body.start + at + 1);
            let inner = open.and_then(|open| {
                let close = body.from(open).chars().iter().position(|c| *c == ')')?;
                Some(body.from(open).until(open + close))
            });
            let inner = inner.map(|inner| inner.after("các").unwrap_or(inner));
            let role = inner.and_then(|inner| role::whole(inner, &self.context.committees));
            if let Some(role) = role.filter(|role| role.value.is_some()) {
                (self.on, self.context.role) = (true, Some(role));
                return;
            }
        }
        // An item with the mark of the heading is beside it, and not below.
        let mark = label.and_then(|label| label.chars().first()).map(|c| if c.is_ascii_digit() { '1' } else { *c });
        if heading && change::asks(body) {
            (self.asking, self.asked_by) = (true, mark);
        } else if heading || (self.asked_by == mark && mark.is_some()) {
            self.asking = false;
        }
        // "2. Thay thế:": it says what its items do, and names nobody.
        if heading && self.changes && change::opens_clause(body) && body.word_count() <= 3 {
            self.on = true;
            self.leaving = change::heads_leavers(body);
            self.context.role = None;
            return;
        }
        if label.is_none() && (self.roles_told_afterwards(body) || self.sentences(body)) {
            return;
        }
        if self.in_one_line(body) {
            return;
        }
        // "Các ông, bà sau đây là Ủy viên Hội đồng: bà A, …; ông B, …", in a paragraph of its own.
        let colon = body.chars().iter().take(120).position(|c| *c == ':').map(|at| body.start + at + 1);
        let told = colon.filter(|colon| label.is_none() && person::begins(body.from(*colon).trim()));
        if told.is_some_and(|colon| role_of_all(body.until(colon), &self.context.committees).is_some()) {
            self.lead(body);
            return;
        }
        // "1 Bà A Phó Chủ tịch UBND xã Trưởng ban": a number without a mark.
        let numbered = label.filter(|label| label.chars().iter().all(char::is_ascii_digit));
        let row = numbered.map_or(body, |label| Span::new(body.line, label.start, body.end));
        let alone = self.on && (label.is_none() || numbered.is_some());
        if let Some(seat) = shared::row_of_spaces(row, &self.context).filter(|_| alone) {
            self.push(vec![seat]);
            return;
        }
        let bullet = label.is_none_or(|label| matches!(label.chars(), ['-' | '+']));
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
        // "Điều 1. Thành lập Ban Chỉ đạo X" over "1. Trưởng ban": nothing else says that a list follows.
        let opens = self.founds && !self.any && label.is_some();
        self.on |= opens && heading.as_ref().is_some_and(|role| Rank::of(role.value.as_deref()) == Rank::Chair);
        if let Some(role) = heading.filter(|_| (self.any || opens) && self.on) {
            self.context.role = Some(role);
            return;
        }
        if let Some(name) = heading_of_body(body).or_else(|| heading_of_one(body, &self.own)) {
            if lexicon::get().sub_bodies.iter().any(|noun| body_name_starts(&name, noun)) {
                self.enter(name);
            } else {
                self.body = None;
                self.on = true;
                self.context.role = None;
                // "2. Ban Chỉ đạo B, gồm:", where the decision has several.
                self.of = Some(name);
            }
            return;
        }
        if counts(body) {
            return;
        }
        let colon = body.chars().last() == Some(&':');
        // "1. Cho rút tên khỏi Ban Chỉ đạo:", until the next heading.
        let goes_out = change::heads_leavers(body);
        let numbered = label.is_some_and(|label| label.chars().first().is_some_and(char::is_ascii_digit));
        // "2. Bổ sung ông A …", behind the dashes below "1. Đưa ra khỏi Ban Chỉ đạo:".
        let ends = colon || change::brings(body) || (self.leaving_numbered && numbered);
        self.leaving = goes_out || (self.leaving && !ends);
        self.leaving_numbered = if goes_out { numbered } else { self.leaving_numbered };
        if goes_out && self.on {
            return;
        }
        let list = body.has_any(&["gồm", "thành phần"]) && colon;
        if change::heads_changes(body) {
            self.on = true;
            self.context.role = None;
            return;
        }
        // "“Điều 3. Chế độ làm việc", quoted in a change.
        let head = article_number(body).map_or(body, |(_, _, behind)| behind.bare());
        if is_duty(head) && (colon || duty_heading(head)) {
            self.on = false;
            return;
        }
        // "Cử đồng chí A, Trưởng phòng X, giữ nhiệm vụ Phó Trưởng ban." in a paragraph of its own.
        let assigns = ["cử", "chỉ định", "phân công", "bổ sung"].iter().find_map(|verb| body.after(verb));
        let several = body.chars().contains(&';');
        let changes = self.changes && several && change::each_changes(body);
        if label.is_none() && (((!self.on || several) && assigns.is_some_and(person::begins)) || changes) {
            self.lead(body);
            return;
        }
        if !self.on && !list {
            return;
        }
        self.on = true;
        if self.leaving {
            let mut names = person::everyone(body);
            // "- Kha Chí Cường, nguyên Phó Chủ tịch UBND tỉnh": a name without honorific.
            let alone = person::person(body.bare()).name.filter(|_| names.is_empty());
            names.extend(alone);
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
        let heading = body.line.is_capitals() && label.is_some() && body.word_count() <= 8;
        let item = self.under_the_role_above(body, label, member::item(body, &context));
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

    fn seats(&mut self) -> &mut Vec<Seat<'a>> {
        match self.body.filter(|at| *at < self.lists.bodies.len()) {
            Some(at) => &mut self.lists.bodies[at].1,
            None => &mut self.lists.seats,
        }
    }

    fn push(&mut self, seats: Vec<Seat<'a>>) {
        for mut seat in seats {
            // "5. Bà A | // | //": the post of the line above.
            let ditto =
                seat.position.as_ref().is_some_and(|post| lexicon::get().ditto.contains(&post.value.to_lowercase()));
            if ditto {
                seat.position = self.seats().last().and_then(|above| above.position.clone());
            }
            seat.article = self.place.said(seat.op.is_some());
            seat.op = seat.op.or(Some(MemberOp::Add).filter(|_| self.adding));
            seat.invited |= self.asking;
            seat.committee = seat.committee.or_else(|| self.of.clone().filter(|_| self.body.is_none()));
            if let Some(name) = seat.replaces_member.clone() {
                self.leave(vec![name]);
            }
            self.any = true;
            self.told += 1;
            self.context.last = seat.role.as_ref().and_then(|role| {
                let span = role.at.first().copied()?;
                Some(RoleSaid { value: Some(role.value.clone()), span, invited: seat.invited, ditto: false })
            });
            self.seats().push(seat);
        }
    }

    fn leave(&mut self, names: Vec<Said<'a>>) {
        self.any = true;
        self.told += 1;
        self.lists.leaves_at = self.lists.leaves_at.take().or_else(|| self.place.article.clone());
        self.lists.leaves.extend(names);
    }
}
