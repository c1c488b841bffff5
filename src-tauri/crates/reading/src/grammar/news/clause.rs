//! One clause after the other, each with who and in which role: "X làm Trưởng ban; Y là Phó Trưởng ban; …".

use register::draft::{MemberOp, SeatKind};

use super::gathered;
use crate::grammar::member::{self, Context, Item};
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::Seat;
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{act, change, list, person};
use crate::lexicon;
use crate::line::Span;

/// Between who and the role.
const HOLDS: [&str; 18] = [
    "làm",
    "là",
    "giữ chức",
    "giữ chức vụ",
    "giữ vai trò",
    "giữ cương vị",
    "đảm nhiệm cương vị",
    "đảm nhận cương vị",
    "đảm nhiệm chức danh",
    "đảm nhiệm vị trí",
    "đảm nhận vị trí",
    "giữ vị trí",
    "giữ nhiệm vụ",
    "đảm nhiệm nhiệm vụ",
    "đảm nhận nhiệm vụ",
    "đảm nhiệm vai trò",
    "đảm nhận vai trò",
    "với tư cách",
];

/// Whether words say that somebody holds a role.
pub fn holds(words: Span<'_>) -> bool {
    words.has_any(&HOLDS)
}

/// Whether a verb and a role close the words: "ông A làm Trưởng ban".
pub fn ends_with_a_role(words: Span<'_>) -> bool {
    let verb = HOLDS.iter().filter_map(|verb| words.find_last(verb)).max_by_key(|verb| verb.end);
    verb.is_some_and(|verb| role::whole(words.from(verb.end).bare(), &[]).is_some_and(|role| role.value.is_some()))
}

/// The clauses of a sentence while they are read.
pub struct Clauses<'a, 'l> {
    names: &'l mut Vec<Said<'a>>,
    lists: &'l mut list::Lists<'a>,
    /// Where who decides is of: "tại thành phố X".
    place: Option<&'l str>,
    /// Of which bodies the roles are: "Hội đồng tư vấn X có Chủ tịch là ông A".
    of: Vec<String>,
    /// The role of the clause before, which goes on: "Ba thành viên là ông A, …; ông B, …; và bà C, …".
    shared: Option<RoleSaid<'a>>,
    /// Who was told without a role: the next clause has it, for several.
    waiting: Vec<Span<'a>>,
}

impl<'a, 'l> Clauses<'a, 'l> {
    pub fn of(
        sentence: Span<'a>,
        place: Option<&'l str>,
        names: &'l mut Vec<Said<'a>>,
        lists: &'l mut list::Lists<'a>,
    ) -> Self {
        let bodies = act::bodies(sentence).into_iter().map(|body| body.value.to_lowercase());
        let of = bodies.chain(known_names(names)).collect();
        Self { names, lists, place, of, shared: None, waiting: Vec::new() }
    }

    /// Reads the next clause.
    pub fn read(&mut self, clause: Span<'a>) {
        if self.goes_on(clause) || self.goes_out(clause) || self.moves(clause) {
            return;
        }
        // "Giữ vai trò Trưởng ban là bà A": the role stands first all the same.
        let clause = clause
            .after_any(&["giữ vai trò", "giữ chức vụ", "giữ chức", "đảm nhiệm vai trò", "đảm nhiệm"])
            .filter(|rest| rest.has("là"))
            .unwrap_or(clause);
        // "Thay đổi 2 Ủy viên thường trực là ông A, … thay ông B".
        let clause = clause.after_any(&["thay đổi", "và"]).unwrap_or(clause);
        // "…; bổ sung ông A, Thứ trưởng Bộ X, thay bà B".
        let clause = clause.after("bổ sung").filter(|rest| person::begins(*rest)).unwrap_or(clause);
        let verb = clause.find_any(&HOLDS);
        let verb = verb.filter(|verb| verb.start > clause.start);
        match verb.filter(|verb| !(person::begins(clause) && clause.until(verb.start).has("thay"))) {
            Some(verb) => self.held(clause, verb),
            None => {
                self.replaces(clause);
                let who = clause.bare();
                // "GS. A, Viện trưởng Viện X; bà B, Giám đốc Y và ông C, Giám đốc Z làm Ủy viên": with a post, and no more.
                let post = || matches!(who.split(|c| c == ',')[..], [_, post] if person::is_office(post.bare()));
                let alone = if person::begins(who) {
                    post() && !who.has("thay")
                } else {
                    person::is_office(who) && person::name_behind(who).is_some()
                };
                self.waiting.extend(Some(who).filter(|_| alone));
            }
        }
    }

    fn goes_on(&mut self, clause: Span<'a>) -> bool {
        let more = clause.bare();
        let more = more.after("và").unwrap_or(more);
        let role = self.shared.take();
        let Some(role) = role.filter(|_| person::begins(more) && !more.has_any(&["làm", "là", "giữ"])) else {
            return false;
        };
        self.shared = Some(role.clone());
        self.seat(more, &Context { role: Some(role), ..Context::default() });
        true
    }

    fn goes_out(&mut self, clause: Span<'a>) -> bool {
        let names = Some(clause).filter(|clause| sends_off(*clause)).and_then(|clause| change::leaving(joined(clause)));
        let any = names.is_some();
        self.lists.leaves.extend(names.into_iter().flatten());
        any
    }

    /// "TS. A chuyển từ ủy viên sang Phó Chủ tịch Hội đồng".
    fn moves(&mut self, clause: Span<'a>) -> bool {
        let context = Context { committees: self.of.clone().into(), ..Context::default() };
        let told = person::begins(clause) && clause.has("chuyển từ");
        let Some(Item::Seats(seats)) = told.then(|| member::item(clause, &context)) else { return false };
        let moved = seats.iter().all(|seat| seat.op == Some(MemberOp::ChangeRole));
        self.lists.seats.extend(seats.into_iter().filter(|_| moved));
        moved
    }

    /// "Ông A, Thứ trưởng Bộ X, thay ông B", "… tham gia Ủy viên thay ông B", where no verb gives a role.
    fn replaces(&mut self, clause: Span<'a>) {
        let context = Context { committees: self.of.clone().into(), roles_may_lack: true, ..Context::default() };
        let item = Some(clause).filter(|clause| person::begins(*clause)).map(|clause| member::item(clause, &context));
        if let Some(Item::Seats(seats)) = item {
            self.put(seats.into_iter().filter(|seat| seat.replaces_member.is_some()).collect());
        }
    }

    /// "Ông A làm Trưởng ban", "Trưởng ban là ông A".
    fn held(&mut self, clause: Span<'a>, verb: Span<'a>) {
        let (who, said) = (self.who(clause.until(verb.start).bare()), clause.from(verb.end).bare());
        // "Thứ trưởng Bộ Y tế A | thay ông B | làm Ủy viên Thường trực".
        let instead = who.find("thay").filter(|at| at.start > who.start);
        let gone = instead.and_then(|at| replaced(who.from(at.end).trim()));
        let who = instead.filter(|_| gone.is_some()).map_or(who, |at| who.until(at.start).bare());
        self.lists.leaves.extend(gone);
        // "… làm Trưởng ban, thay bà B đã nghỉ hưu".
        let place = said.find("thay").filter(|at| at.start > said.start);
        let old = place.and_then(|at| replaced(said.from(at.end).trim()));
        // "… làm Trưởng ban (thay ông B đã chuyển công tác)", too.
        let opened = |c: char| c == '(' || c.is_whitespace();
        let said = place.filter(|_| old.is_some()).map_or(said, |at| said.until(at.start).trim_by(opened).bare());
        self.lists.leaves.extend(old);
        // "Hội đồng do Phó Chủ tịch X làm Chủ tịch".
        let by =
            who.find("do").filter(|by| act::body_at(who.until(by.start)).is_some() && !who.from(by.end).is_empty());
        let body = by.map(|by| who.until(by.start).bare());
        let who = by.map_or(who, |by| who.from(by.end).bare());
        if body.is_some_and(|body| self.heads_inside(body, who, said)) {
            return;
        }
        // "Trưởng ban là ông A, Chủ tịch UBND tỉnh": the other way round.
        let ahead = role::whole(who, &self.of).filter(|role| role.value.is_some() && verb.is("là"));
        if let Some(role) = ahead.filter(|_| person::begins(said) || person::is_office(said)) {
            self.seat(said, &Context { role: Some(role.clone()), ..Context::default() });
            self.shared = Some(role);
            return;
        }
        for said in in_several_bodies(said) {
            self.in_the_role(who, said);
        }
    }

    /// Who it is, without what only leads there.
    fn who(&self, who: Span<'a>) -> Span<'a> {
        // "Giúp việc cho Ban Tổ chức có | Tổ giúp việc do ông A làm Tổ trưởng".
        let has = who.find("có").filter(|_| who.starts_with("giúp việc")).map(|has| who.from(has.end).trim());
        // "… có 02 tiểu ban: Tiểu ban Nội dung do bà B làm Trưởng tiểu ban; …".
        let counted = has.and_then(|has| {
            let colon = has.chars().iter().position(|c| *c == ':').filter(|at| *at < 40)?;
            Some(has.from(has.start + colon + 1).trim())
        });
        let inside = |rest: &Span<'_>| lexicon::get().sub_bodies.begin(*rest);
        let who = has.filter(inside).or(counted.filter(inside)).unwrap_or(who);
        // "Ban Chỉ đạo gồm 5 thành viên, trong đó ông A …".
        let who = who.find_any(&["trong đó", "cụ thể"]).map_or(who, |word| who.from(word.end).bare());
        // "Tổ công tác có 5 thành viên, gồm ông A, …, giữ vai trò Tổ trưởng".
        let among = who.find_any(&["gồm có", "gồm"]).map(|word| who.from(word.end).bare());
        let who = among.filter(|rest| person::begins(*rest)).unwrap_or(who);
        // "Thủ tướng Chính phủ quyết định ông A làm Ủy viên".
        let decided = who.find("quyết định").map(|word| who.from(word.end).bare());
        let who = decided.filter(|rest| person::begins(*rest)).unwrap_or(who);
        // "Ban Chỉ đạo gồm 6 đồng chí: Phó Chủ tịch UBND huyện làm Trưởng ban".
        let colon = who.chars().iter().take(80).position(|c| *c == ':').map(|at| who.start + at);
        let counted = colon.filter(|colon| {
            let list = who.until(*colon).find_last("gồm");
            list.is_some_and(|list| who.from(list.end).until(*colon).chars().iter().any(char::is_ascii_digit))
        });
        let who = counted.map_or(who, |colon| who.from(colon + 1).bare());
        // "Hội đồng tư vấn X có Chủ tịch là ông A".
        let has = who.find_last("có").filter(|has| act::body_at(who).is_some() && has.start > who.start);
        let has = has.map(|has| who.from(has.end).bare()).filter(|role| role::whole(*role, &self.of).is_some());
        let who = has.unwrap_or(who);
        // "… tham gia Ban Chỉ đạo với tư cách ủy viên".
        let joins = who.find_last("tham gia").filter(|at| act::body(who.from(at.end)).is_some_and(act::is_generic));
        let who = joins.map_or(who, |at| who.until(at.start).bare());
        // "… tham gia làm thành viên", "… được cử làm Phó Trưởng ban".
        let idle = [
            "tham gia",
            "cùng",
            "cũng",
            "tiếp tục",
            "được cử",
            "được phân công",
            "được chỉ định",
            "được giao",
            "được bổ sung",
        ];
        idle.iter().find_map(|word| who.before(word)).map_or(who, Span::bare)
    }

    /// "Tiểu ban Nội dung do bà A làm Trưởng tiểu ban": of what works inside.
    fn heads_inside(&mut self, told: Span<'a>, who: Span<'a>, said: Span<'a>) -> bool {
        let colon = told.chars().iter().rposition(|c| *c == ':').map(|at| told.start + at + 1);
        let body = colon.map_or(told, |at| told.from(at).trim());
        let role = role::whole(said, &[body.key()]).filter(|_| lexicon::get().sub_bodies.begin(body));
        let context = Context { role, roles_may_lack: true, ..Context::default() };
        let (Some(_), Item::Seats(seats)) = (&context.role, member::item(who, &context)) else { return false };
        self.lists.bodies.push((Said::of(body, sure::LIKELY), seats));
        true
    }

    fn in_the_role(&mut self, who: Span<'a>, said: Span<'a>) {
        // "Trưởng ban Ban Chỉ đạo nghề cá xa bờ": the role names its committee.
        let body = act::body(said).filter(|body| body.end == said.end);
        let low: Vec<String> = body.iter().map(|body| body.key()).chain(known_names(self.names)).collect();
        let named = body.filter(|body| body.start > said.start).and_then(|body| named_role(said, body));
        let whole = || role::whole(said, &low).and_then(|role| Some((role.value?, role.span)));
        let Some((value, at)) = named.or_else(whole) else { return };
        // "Chủ tịch UBMTTQ tỉnh A; Phó Chủ tịch HĐND tỉnh B làm Phó Chủ tịch Ủy ban": of all of them.
        let of_several = ["Phó ", "Ủy viên", "Thành viên"].iter().any(|start| value.starts_with(start));
        let waiting = std::mem::take(&mut self.waiting).into_iter().filter(|_| of_several);
        let role = Said::as_value(value, at, sure::LIKELY);
        let committee = body.map(|body| Said::of(body.bare(), sure::LIKELY));
        // "làm Trưởng ban Ban Chỉ đạo" names none of its own.
        let new = |name: &&Said<'a>| {
            let generic = body.is_some_and(act::is_generic);
            !generic && self.names.iter().all(|known| known.value != name.value)
        };
        if let Some(name) = committee.iter().find(new).cloned() {
            self.names.push(name);
        }
        let context = Context { role: role::whole(at, &low), roles_may_lack: true, ..Context::default() };
        let alone = self.behind_place(who, &context);
        let whole = alone.is_none().then_some(who);
        let places: Vec<String> = known_names(self.names).into_iter().chain(self.place.map(str::to_owned)).collect();
        for who in waiting.chain(whole).flat_map(|who| gathered::each_named(who, &places)) {
            if let Some(seat) = self.behind_place(who, &context) {
                self.lists.seats.push(Seat { role: Some(role.clone()), committee: committee.clone(), ..seat });
                continue;
            }
            let Item::Seats(seats) = member::item(who, &context) else { continue };
            self.lists.seats.extend(seats.into_iter().map(|seat| Seat {
                role: Some(role.clone()),
                committee: committee.clone(),
                ..seat
            }));
        }
        self.lists.seats.extend(alone.map(|seat| Seat { role: Some(role), committee, ..seat }));
    }

    /// "Chủ tịch UBND thành phố | Lâm Quốc Thúc", of another place than the committee's.
    fn behind_place(&self, who: Span<'a>, context: &Context<'a>) -> Option<Seat<'a>> {
        let known: Vec<String> = known_names(self.names).into_iter().chain(self.place.map(str::to_owned)).collect();
        // "đại diện lãnh đạo Báo Trà Lĩnh": who is sent, and from where.
        let sent = who.after("và").unwrap_or(who).starts_with("đại diện");
        let (office, name) = person::named_behind_place(who, &known).filter(|_| !sent)?;
        let Item::Seats(seats) = member::item(office, context) else { return None };
        let [seat] = seats.as_slice() else { return None };
        let name = Said::as_value(person::cased(name), name, sure::LIKELY);
        let words = Some(Said::of(who, sure::CERTAIN));
        Some(Seat { name: Some(name), kind: Some(SeatKind::Named), words, ..seat.clone() })
    }

    fn seat(&mut self, words: Span<'a>, context: &Context<'a>) {
        if let Some(seat) = self.behind_place(words, context) {
            self.put(vec![seat]);
        } else if let Item::Seats(seats) = member::item(words, context) {
            self.put(seats);
        }
    }

    fn put(&mut self, seats: Vec<Seat<'a>>) {
        self.lists.leaves.extend(seats.iter().filter_map(|seat| seat.replaces_member.clone()));
        self.lists.seats.extend(seats);
    }
}

/// "Trưởng ban Ban Chỉ đạo X, Chủ tịch Hội đồng Y và Tổ trưởng Tổ công tác Z": each role with its body.
fn in_several_bodies(said: Span<'_>) -> Vec<Span<'_>> {
    if !act::role_in_a_body(said) {
        return vec![said];
    }
    let (mut pieces, mut from) = (Vec::new(), said.start);
    for at in said.start..said.end {
        let rest = match said.line.low[at] {
            ',' => said.from(at + 1).trim(),
            'v' => match said.from(at).after("và").filter(|_| said.line.low[at - 1].is_whitespace()) {
                Some(rest) => rest,
                None => continue,
            },
            _ => continue,
        };
        if at > from && act::role_in_a_body(rest) {
            pieces.push(said.from(from).until(at).bare());
            from = rest.start;
        }
    }
    pieces.push(said.from(from).bare());
    pieces
}

/// "…; đồng thời cho thôi tham gia Ban Chỉ đạo đối với ông B".
pub fn sends_off(clause: Span<'_>) -> bool {
    // "Ông A thôi tham gia Hội đồng do chuyển công tác".
    let leaves = || person::begins(clause.bare()) && clause.has_any(&["thôi tham gia", "không còn tham gia"]);
    joined(clause).starts_with("cho thôi") || leaves()
}

fn joined(clause: Span<'_>) -> Span<'_> {
    let clause = clause.bare();
    clause.after_any(&["đồng thời", "và"]).unwrap_or(clause)
}

/// The names of the committees of a report, as roles are held against them.
pub fn known_names(names: &[Said<'_>]) -> Vec<String> {
    names.iter().map(|name| name.value.to_lowercase()).collect()
}

/// Who goes, behind "thay": "bà B đã nghỉ hưu", "nguyên Thứ trưởng B".
fn replaced(told: Span<'_>) -> Option<Said<'_>> {
    if let Some(name) = person::person(told).name {
        return Some(name);
    }
    let told = told.after("nguyên").unwrap_or(told);
    let end = told.find_any(&["nghỉ", "đã", "do", "chuyển", "nhận", "được"]).map_or(told, |end| told.until(end.start));
    let (_, name) = person::name_behind(end.bare()).filter(|_| person::is_office(told))?;
    Some(Said::as_value(person::cased(name), name, sure::LIKELY))
}

/// "Trưởng ban | Ban Chỉ đạo …", "Chủ tịch | Hội đồng …".
pub(in crate::grammar) fn named_role<'a>(said: Span<'a>, body: Span<'a>) -> Option<(String, Span<'a>)> {
    let head = said.until(body.start).trim();
    let noun = act::body_at(body)?;
    let with_noun = said.until(noun.end);
    let whole = |span: Span<'a>, of: &[String]| role::whole(span, of).and_then(|role| Some((role.value?, span)));
    // "Chủ nhiệm" is a role of an Ủy ban alone.
    let chairs = ["chủ nhiệm", "phó chủ nhiệm"].iter().any(|role| head.bare().is(role));
    let own =
        || Some([body.key()]).filter(|_| chairs).and_then(|of| whole(with_noun, &of).or_else(|| whole(head, &of)));
    whole(head, &[]).or_else(|| whole(with_noun, &[])).or_else(own)
}
