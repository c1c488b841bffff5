//! One person, and below the roles that are held in several committees: "1. Ông A, Chủ tịch UBND thành phố:" over
//! "- Trưởng ban Ban Chỉ đạo X;" and "- Chủ tịch Hội đồng Y, thay ông B."

use super::Reader;
use crate::grammar::joint::role_behind;
use crate::grammar::label::label;
use crate::grammar::news::named_role;
use crate::grammar::role::RoleSaid;
use crate::grammar::seat::{Seat, named};
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{act, change, person};
use crate::lexicon;
use crate::line::Span;

/// What a sentence says that only heads such roles.
const HOLDS: [&str; 13] = [
    "giữ chức vụ",
    "giữ chức",
    "giữ các chức danh sau đây",
    "giữ các chức vụ sau đây",
    "kiêm giữ các chức vụ sau",
    "kiêm giữ các chức vụ",
    "giữ các chức vụ sau",
    "giữ các chức vụ",
    "giữ các chức danh sau",
    "giữ các chức danh",
    "kiêm giữ các chức danh",
    "kiêm nhiệm các chức danh",
    "làm",
];

impl<'a> Reader<'a, '_> {
    /// Whether a text names a person whose roles the next one begins to tell.
    pub(super) fn opens_roles(&mut self, text: Span<'a>, next: Option<Span<'a>>) -> bool {
        // "Bộ trưởng X Nguyễn Văn A giữ chức vụ: Trưởng ban Ban Chỉ đạo Y.": the same in one line.
        let inline =
            text.find_any(&["giữ chức vụ:", "giữ các chức vụ:", "giữ chức:"]).filter(|_| self.context.role.is_none());
        if let Some(verb) = inline.filter(|verb| verb.end < text.end)
            && let Some(holder) = holder(text.until(verb.end))
            && let Some(seat) = self.role_in_a_body(text.from(verb.end).bare(), &holder)
        {
            self.push(vec![seat]);
            return true;
        }
        // "3. Bộ trưởng Bộ X Nguyễn Văn A: Trưởng Ban Chỉ đạo Y.", where the others have a list below.
        let colon = text.chars().iter().take(120).position(|c| *c == ':').map(|at| text.start + at + 1);
        let short = colon.filter(|colon| self.holds && *colon < text.end && self.context.role.is_none());
        if let Some(colon) = short
            && let Some(holder) = holder(text.until(colon))
            && let Some(seat) = self.role_in_a_body(text.from(colon).bare(), &holder)
        {
            self.push(vec![seat]);
            return true;
        }
        if let Some(seat) = self.of_one_of_many(text) {
            self.push(vec![seat]);
            return true;
        }
        let Some(holder) = holder(text).filter(|_| self.context.role.is_none()) else { return false };
        let Some(next) = next else { return false };
        if self.role_in_a_body(next, &holder).is_none() {
            return false;
        }
        self.on = true;
        self.holds = true;
        self.holder = Some(holder);
        true
    }

    /// Reads a line as one more role of the person above; the first that is none ends it.
    pub(super) fn role_of_the_holder(&mut self, line: Span<'a>) -> bool {
        let Some(holder) = self.holder.take() else { return false };
        let Some(seat) = self.role_in_a_body(line, &holder) else { return false };
        self.holder = Some(holder);
        self.push(vec![seat]);
        true
    }

    /// "1. Bà A, Phó Chủ tịch UBND thành phố làm Trưởng ban Ban Chỉ đạo X thay ông B.", where the article speaks only of
    /// "các Ban Chỉ đạo, Hội đồng".
    fn of_one_of_many(&self, text: Span<'a>) -> Option<Seat<'a>> {
        let generic = |name: &String| {
            let several = name.contains(", ") || name.contains(" và ");
            several
                && name
                    .split(", ")
                    .flat_map(|name| name.split(" và "))
                    .all(|name| lexicon::get().generic.contains(name))
        };
        let (_, text) = label(text);
        let many = self.holds || self.own.iter().any(generic);
        let verb = text.find_any(&["làm", "giữ chức vụ", "giữ chức"]).filter(|_| many)?;
        let who = text.until(verb.start).bare();
        let who = who.after_any(&["phân công", "cử", "giao", "chỉ định"]).unwrap_or(who);
        let told = person::begins(who) || (self.holds && person::name_behind(who).is_some());
        let holder = named(who, &Seat::default()).filter(|seat| told && seat.position.is_some())?;
        self.role_in_a_body(text.from(verb.end).bare(), &holder)
    }

    fn role_in_a_body(&self, line: Span<'a>, holder: &Seat<'a>) -> Option<Seat<'a>> {
        let mut seat = Seat { words: Some(Said::of(line.bare(), sure::GOOD)), ..holder.clone() };
        let said = change::in_place_of(line.bare(), &mut seat, &self.context.committees);
        // "…, làm Trưởng ban các ban sau đây:" over "- Ban Chỉ đạo X;".
        if seat.role.is_some() {
            let name = act::founded(said).filter(|name| name.start == said.start)?;
            return Some(Seat { committee: Some(Said::of(name.bare(), sure::GOOD)), ..seat });
        }
        let body = act::body(said).filter(|body| body.start > said.start)?;
        let (role, at) = named_role(said, body)?;
        Some(Seat {
            role: Some(Said::as_value(role, at, sure::GOOD)),
            committee: Some(Said::of(body.bare(), sure::GOOD)),
            ..seat
        })
    }
}

/// "Phân công ông A, Phó Thủ tướng kiêm giữ các chức vụ:", "Ông A, Chủ tịch UBND thành phố:".
fn holder(text: Span<'_>) -> Option<Seat<'_>> {
    if text.chars().last() != Some(&':') {
        return None;
    }
    let who = text.bare();
    let who = who.after_any(&["phân công", "cử", "giao", "chỉ định", "bổ nhiệm"]).unwrap_or(who);
    let who = HOLDS.iter().find_map(|words| who.before(words)).unwrap_or(who).bare();
    let mut seat = Seat::default();
    let who = before_these(who);
    let who = before_these(change::in_place_of(who, &mut seat, &[]));
    let (who, role) = role_behind(who, &[]);
    if let Some(RoleSaid { value: Some(value), span, .. }) = role {
        seat.role = Some(Said::as_value(value, span, sure::GOOD));
    }
    let told = person::begins(who) || person::name_behind(who).is_some();
    let seat = named(who, &seat).filter(|_| told)?;
    seat.position.is_some().then_some(seat)
}

/// "… làm Trưởng ban | các Ban Chỉ đạo sau đây".
fn before_these(who: Span<'_>) -> Span<'_> {
    // "… làm Trưởng ban các Ban Chỉ đạo:", without "sau đây".
    let end = who.before("sau đây").or_else(|| who.before("sau")).map_or(who, Span::bare);
    let cut = Some(end).and_then(|end| {
        let these = end.find_last("các")?;
        let nouns = ["ban", "hội đồng", "tổ chức", "tổ", "ủy ban"];
        let noun = end.from(these.end).trim();
        let body =
            nouns.iter().any(|word| noun.is(word)) || act::body_at(noun).is_some_and(|body| body.end == noun.end);
        body.then(|| end.until(these.start).bare())
    });
    let who = cut.unwrap_or(who);
    who.before("của").map_or(who, Span::bare)
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_role_below_a_person_is_a_seat_of_its_own_committee() {
        let paper = "ỦY BAN NHÂN DÂN\nTỈNH SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2008\n\nQUYẾT ĐỊNH\n\
             Về việc kiện toàn lãnh đạo các Ban Chỉ đạo, Hội đồng của tỉnh\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n\
             QUYẾT ĐỊNH:\n\nĐiều 1. Kiện toàn lãnh đạo các Ban Chỉ đạo, Hội đồng của tỉnh như sau:\n\
             1. Ông Lò Văn Ất, Chủ tịch UBND tỉnh:\n- Trưởng ban Ban Chỉ đạo phòng, chống hạn hán;\n\
             - Chủ tịch Hội đồng Quy hoạch tỉnh, thay ông Tạ Văn Bính.\n2. Bà Sầm Thị Canh, Phó Chủ tịch UBND tỉnh:\n\
             - Phó Trưởng ban Ban Chỉ đạo phòng, chống hạn hán.\n\nĐiều 2. Quyết định có hiệu lực từ ngày ký.";
        let read = crate::read("paper.txt", paper.as_bytes()).ok();
        let draft = read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default();
        let seats: Vec<_> = draft.members.iter().map(|seat| [&seat.name, &seat.role, &seat.committee]).collect();
        let said = |name: &str, role: &str, body: &str| [name, role, body].map(|text| Some(text.to_owned()));
        let wanted = [
            said("Lò Văn Ất", "Trưởng ban", "Ban Chỉ đạo phòng, chống hạn hán"),
            said("Lò Văn Ất", "Chủ tịch Hội đồng", "Hội đồng Quy hoạch tỉnh"),
            said("Sầm Thị Canh", "Phó Trưởng ban", "Ban Chỉ đạo phòng, chống hạn hán"),
        ];
        assert_eq!(seats, wanted.iter().map(|seat| seat.each_ref()).collect::<Vec<_>>());
        assert_eq!(draft.committees, ["Ban Chỉ đạo phòng, chống hạn hán", "Hội đồng Quy hoạch tỉnh"]);
        assert_eq!(draft.leaves, ["Tạ Văn Bính"]);
    }
}
