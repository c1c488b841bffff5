//! One item of a list of members: who, in which role, in whose place.

use std::rc::Rc;

use register::draft::MemberOp;

use super::heading::role_of_all;
use super::joint::{role_ahead, role_behind};
use super::person::everyone;
use super::role::{self, RoleSaid};
use super::seat::{Seat, named, titled, unnamed, with_name};
use super::several::{group, offices, people, semicolons, stands_for_a_post};
use super::sheet::{Said, sure};
use super::{between, change, from_body, person, shared, standing};
use crate::lexicon;
use crate::line::Span;

/// What one item says.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// "2. Phó Trưởng ban:" – a role for the items that follow.
    Heading(RoleSaid<'a>),
    /// A role and who holds it.
    Seats(Vec<Seat<'a>>),
    /// Somebody goes out.
    Leaves(Vec<Said<'a>>),
    /// None of these.
    Other,
}

/// What holds for the items of a list.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// The role of the heading above.
    pub role: Option<RoleSaid<'a>>,
    /// The role of the item before, which "-nt-" says again.
    pub last: Option<RoleSaid<'a>>,
    /// The names of the committees of this paper, in lower case.
    pub committees: Rc<[String]>,
    /// Items without a role are members all the same (a bare list of people).
    pub roles_may_lack: bool,
}

/// A text longer than this is no item of a list.
pub const LONGEST: usize = 2_000;

/// Reads an item without its number.
pub fn item<'a>(text: Span<'a>, context: &Context<'a>) -> Item<'a> {
    let words = text.bare();
    let words = change::behind_place(words.after_any(&["ngoài ra", "đồng thời"]).map_or(words, Span::bare));
    if words.chars().len() > LONGEST {
        return Item::Other;
    }
    // "Đối với Phó Trưởng ban: thay ông A bằng ông B": the role of whoever comes.
    if words.starts_with("đối với")
        && let (Some(role), rest) = role_ahead(words, &context.committees)
    {
        return item(rest, &Context { role: Some(role), ..context.clone() });
    }
    if let Some(change::Swapped { old, reason, role, new }) = change::swapped(words, &context.committees) {
        let swapped = |seat: Seat<'a>| Seat {
            op: Some(MemberOp::Replace),
            replaces_member: seat.replaces_member.or_else(|| Some(old.clone())),
            reason: seat.reason.or_else(|| reason.clone()),
            ..seat
        };
        let role = role.as_ref().or(context.role.as_ref());
        return Item::Seats(item_seats(new, role, context).into_iter().map(swapped).collect());
    }
    if let Some((was, now, who)) = change::moved(words, &context.committees) {
        if who.is_empty() {
            return Item::Heading(now);
        }
        let moved = |seat: Seat<'a>| Seat {
            op: Some(MemberOp::ChangeRole),
            previous_role: was.value.clone().map(|value| Said::as_value(value, was.span, sure::GOOD)),
            ..seat
        };
        return Item::Seats(item_seats(who, Some(&now), context).into_iter().map(moved).collect());
    }
    if let Some(leaves) = change::leaving(words) {
        return Item::Leaves(leaves);
    }
    if let Some(heading) = role::whole(words, &context.committees).filter(|role| !role.ditto) {
        return Item::Heading(heading);
    }
    // "Bổ sung 03 Ủy viên gồm:", "Bổ sung Ủy viên Ban Chỉ đạo:", above the items that name them.
    let added = words
        .after("bổ sung")
        .map(|rest| ["gồm", "sau đây", "sau"].iter().find_map(|end| rest.before(end)).unwrap_or(rest));
    if let Some(heading) =
        added.and_then(|rest| role::whole(rest, &context.committees)).filter(|role| role.value.is_some())
    {
        return Item::Heading(heading);
    }
    if let Some(seats) = clauses_of_roles(words, context) {
        return Item::Seats(seats);
    }
    // "Bổ sung Phó Trưởng ban: ông A, …".
    let added = words.after_any(&["bổ sung", "thay đổi", "thay thế", "điều chỉnh"]).filter(|rest| {
        let (role, who) = role_ahead(*rest, &context.committees);
        role.is_some_and(|role| role.value.is_some()) && person::begins(who)
    });
    if let Some(Item::Seats(seats)) = added.map(|rest| item(rest, context)) {
        return Item::Seats(
            seats.into_iter().map(|seat| Seat { op: seat.op.or(Some(MemberOp::Add)), ..seat }).collect(),
        );
    }
    // "Trưởng ban: Ông A …", "Các Ủy viên: Lãnh đạo X; Lãnh đạo Y".
    let (heading, rest) = role_ahead(words, &context.committees);
    let role = heading.or_else(|| context.role.clone());
    // "Cử các ông A, …, B, … làm Ủy viên".
    let rest = rest
        .after_any(&["cử", "bổ sung", "phân công", "chỉ định", "giao"])
        .filter(|rest| rest.starts_with("các"))
        .unwrap_or(rest);
    let named = rest.after_any(&person::GROUP_HEADS);
    if let Some(seats) = named.and_then(|names| shared::office(names, role.as_ref(), context)) {
        return Item::Seats(seats);
    }
    if let Some(seats) = named.and_then(|names| listed(names.bare(), role.as_ref(), context)) {
        return Item::Seats(seats);
    }
    if let Some(seats) = shared::holding_a_post(rest, role.as_ref(), context) {
        return Item::Seats(seats);
    }
    if let Some(seat) = between::role_between(rest, context) {
        return Item::Seats(vec![seat]);
    }
    if let Some(seats) = from_body::seats(rest, role.as_ref(), context) {
        return Item::Seats(seats);
    }
    let named = named.filter(|rest| rest.chars().first() == Some(&':')).map(Span::bare);
    let rest = named.unwrap_or(rest);
    let pieces = if rest.chars().contains(&';') { semicolons(rest) } else { vec![rest] };
    // "Ông A - Phó Chủ tịch UBND thị xã; Chủ tịch Hội đồng": the mark before a role parts nobody.
    let pieces = if one_person(&pieces, context) { vec![rest] } else { pieces };
    let mut seats = Vec::new();
    for piece in pieces {
        seats.extend(item_seats(piece, role.as_ref(), context));
    }
    if seats.is_empty() { Item::Other } else { Item::Seats(seats) }
}

/// "Tổ trưởng: ông A, Trưởng thôn; Thành viên: bà B; ông C", "Bổ sung các ông, bà sau làm Ủy viên: bà A; ông B": roles
/// that hold until the next is said.
fn clauses_of_roles<'a>(words: Span<'a>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let colon = words.chars().iter().take(90).position(|c| *c == ':').map(|at| words.start + at);
    let told = colon.and_then(|colon| Some((role_of_all(words.until(colon + 1), &context.committees)?, colon)));
    let (mut role, rest) = match told {
        Some((role, colon)) => (Some(role), words.from(colon + 1).bare()),
        None => (None, words),
    };
    let all = role.is_some();
    let pieces = rest.split(|c| c == ';');
    let ahead = |piece: &Span<'a>| role_ahead(piece.bare(), &context.committees).0.filter(|role| role.value.is_some());
    let several = pieces.len() > 1 && pieces.iter().skip(1).any(|piece| ahead(piece).is_some());
    if !(all || (several && pieces.first().is_some_and(|first| ahead(first).is_some()))) {
        return None;
    }
    let mut seats = Vec::new();
    for piece in pieces {
        let (own, who) = role_ahead(piece.bare(), &context.committees);
        role = own.filter(|role| role.value.is_some()).or(role);
        seats.extend(item_seats(who, role.as_ref(), context));
    }
    let op = words.starts_with("bổ sung").then_some(MemberOp::Add);
    let seats: Vec<Seat<'a>> = seats.into_iter().map(|seat| Seat { op: seat.op.or(op), ..seat }).collect();
    (!seats.is_empty()).then_some(seats)
}

/// "Ông A; Bí thư Đảng ủy; Trưởng ban": a person, offices, and a role behind the last mark.
fn one_person(pieces: &[Span<'_>], context: &Context<'_>) -> bool {
    let [first, between @ .., last] = pieces else { return false };
    // "Ông A; Bí thư Đảng ủy xã, Trưởng ban": a name alone, and the post behind the mark.
    let alone = |piece: &Span<'_>| {
        let found = person::person(piece.bare());
        found.name.is_some() && found.rest.bare().is_empty()
    };
    let sent = lexicon::get().nominated.begin(*last);
    // "Ông A; Trưởng ban; Phó Chủ tịch UBND xã".
    let said =
        |piece: &Span<'_>| role::whole(piece.bare(), &context.committees).is_some_and(|role| role.value.is_some());
    if let [role] = between
        && alone(first)
        && said(role)
        && person::is_office(*last)
    {
        return true;
    }
    if between.is_empty() && alone(first) && person::is_office(*last) && !sent && everyone(*last).is_empty() {
        return true;
    }
    let role = role::whole(last.bare(), &context.committees).is_some_and(|role| role.value.is_some());
    let office = |piece: &Span<'_>| !person::begins(*piece) && role_behind(*piece, &context.committees).1.is_none();
    role && (between.is_empty() || ((person::begins(*first) || alone(first)) && between.iter().all(office)))
}

/// "Các đồng chí: A - Bí thư Đoàn xã X, B - cán bộ Huyện đoàn làm Ủy viên": several names, each with its office, and the
/// role of them all behind the last.
fn listed<'a>(words: Span<'a>, above: Option<&RoleSaid<'a>>, context: &Context<'a>) -> Option<Vec<Seat<'a>>> {
    let (words, said) = role_behind(words, &context.committees);
    let role = said.as_ref().or(above);
    let pieces = group(words).filter(|pieces| pieces.len() > 1 && role.is_some())?;
    Some(pieces.into_iter().flat_map(|piece| item_seats(piece, role, context)).collect())
}

/// The seats of one piece of an item, under this role.
pub fn item_seats<'a>(piece: Span<'a>, above: Option<&RoleSaid<'a>>, context: &Context<'a>) -> Vec<Seat<'a>> {
    let mut rest = piece.bare();
    let mut common = Seat { words: Some(Said::of(piece.bare(), sure::CERTAIN)), ..Seat::default() };
    // "Ông C, Trưởng Ban Dân tộc tỉnh, làm Ủy viên (bổ sung)".
    common.op = rest.before("(bổ sung)").map(|_| MemberOp::Add);
    for (word, op) in [
        ("bổ sung", Some(MemberOp::Add)),
        ("cử bổ sung", Some(MemberOp::Add)),
        ("chỉ định bổ sung", Some(MemberOp::Add)),
        ("phân công bổ sung", Some(MemberOp::Add)),
        ("bổ sung thêm", Some(MemberOp::Add)),
        ("cử thêm", Some(MemberOp::Add)),
        ("chỉ định thêm", Some(MemberOp::Add)),
        ("phân công thêm", Some(MemberOp::Add)),
        ("thêm", Some(MemberOp::Add)),
        ("người được cử thay thế là", Some(MemberOp::Replace)),
        ("người thay thế là", Some(MemberOp::Replace)),
        ("người được bổ sung là", Some(MemberOp::Add)),
        ("điều chỉnh", None),
        ("điều chỉnh chức danh của", None),
        ("điều chỉnh chức danh đối với", None),
        ("điều chỉnh nhiệm vụ của", None),
        ("thay đổi chức danh của", None),
        ("cử", None),
        ("nay cử", None),
        ("bổ nhiệm", None),
        ("phân công", None),
        ("điều động", None),
        ("chỉ định", None),
        ("giao", None),
        ("đồng ý", None),
        ("chuyển", None),
    ] {
        let after = rest.after(word).map(|after| behind_the_body(after).unwrap_or(after));
        if let Some(after) = after.filter(|after| person::begins(*after) || person::is_office(*after)) {
            common.op = op.or(common.op);
            rest = after;
        }
    }
    // "Hội đồng mời Giám đốc X tham gia".
    let host = rest.find("mời").filter(|word| {
        let before = rest.until(word.start);
        before.words().len() <= 4 && joins_a_body(before)
    });
    // "Đề nghị Chủ tịch Hội X cùng tham gia Ban Chỉ đạo với tư cách Ủy viên".
    let requested = || rest.after("đề nghị").filter(|rest| rest.has("tham gia"));
    let invited = rest.after("mời").or_else(requested).or_else(|| host.map(|word| rest.from(word.end).trim()));
    if let Some(after) = invited {
        common.invited = true;
        // "Mời tham gia Hội đồng: ông B, …".
        let colon = after.chars().iter().position(|c| *c == ':').map(|at| after.start + at + 1);
        let joins = colon.filter(|colon| {
            after.starts_with("tham gia") && joins_a_body(after.until(*colon).from(after.start + 8).trim())
        });
        rest = after.before("tham gia").or_else(|| after.before("tham dự")).unwrap_or(after);
        rest = joins.map_or(rest, |colon| after.from(colon).bare());
    }
    common.invited |= rest.has_any(&["được mời giữ chức", "được mời làm", "được mời tham gia"]);
    // "Đại diện những hộ có đất bị thu hồi, được mời tham gia với tư cách ủy viên".
    let guest = rest.find("được mời tham gia").filter(|at| at.start > rest.start);
    let guest_role = guest
        .and_then(|at| role_behind(Span::new(rest.line, at.end.saturating_sub(9), rest.end), &context.committees).1);
    if let Some((at, _)) = guest.zip(guest_role.as_ref()) {
        rest = rest.until(at.start).bare();
    }
    rest = change::until_its_day(change::in_place_of(rest, &mut common, &context.committees));
    // "…: Phó Trưởng ban (trước đây là Ủy viên)".
    let before = role::bracket_behind(rest).and_then(|(before, inner)| {
        let was = inner.after_any(&["trước đây là", "trước là", "đang là", "hiện là"])?;
        Some((before, role::whole(was, &context.committees)?))
    });
    if let Some((before, RoleSaid { value: Some(value), span, .. })) = before {
        common.op = Some(MemberOp::ChangeRole);
        common.previous_role = Some(Said::as_value(value, span, sure::GOOD));
        rest = before;
    }
    // "Giám đốc Sở X (cơ quan Thường trực của Ban Chỉ đạo): Phó Trưởng ban": said of the body, and no part of the post.
    rest = standing::without_bracket(rest);
    // "… Phó Trưởng ban Ban Chỉ đạo X được thành lập theo Quyết định số …".
    let founded = rest.find_any(&["được thành lập theo", "được thành lập tại", "thành lập theo quyết định"]);
    rest = founded
        .filter(|at| at.start > rest.start)
        .map_or(rest, |at| rest.until(at.start).trim_by(|c| c == '(' || c.is_whitespace()).bare());
    // "… tham gia Tổ công tác": no role is stated, unless behind the body ("…, giữ chức vụ Ủy viên").
    let joins = rest.find("tham gia").filter(|word| joins_a_body(rest.from(word.end)));
    let joined = joins.and_then(|word| role_behind(rest.from(word.end), &context.committees).1);
    rest = joins.map_or(rest, |word| rest.until(word.start).bare());
    rest = rest.before("cùng").filter(|_| joins.is_some()).map_or(rest, Span::bare);
    let promoted = change::promoted(rest, &context.committees);
    let (who, said) = match promoted {
        Some((who, before, now)) => {
            common.op = Some(MemberOp::ChangeRole);
            common.previous_role = before.value.map(|value| Said::as_value(value, before.span, sure::GOOD));
            (who, Some(now))
        }
        None => role_behind(rest, &context.committees),
    };
    let who = standing::without_bracket(who);
    let said = said.or(joined).or(guest_role);
    // "Mời Trưởng Công an huyện tham gia - Ủy viên".
    let who = who.before("tham gia").filter(|_| common.invited && said.is_some()).map_or(who, Span::bare);
    // "Ông A, Chủ nhiệm Đoàn Luật sư: bổ sung làm Ủy viên".
    let added = who.before("bổ sung").filter(|before| said.is_some() && !before.is_empty());
    common.op = added.map(|_| MemberOp::Add).or(common.op);
    let who = added.map_or(who, Span::bare);
    // "Bổ sung ông B, Đội trưởng Đội Bảo vệ vào Ban Chỉ huy, giữ nhiệm vụ Ủy viên": the body is no part of the post.
    let into = who.find_last("vào").filter(|word| common.op == Some(MemberOp::Add) && joins_a_body(who.from(word.end)));
    let who = into.map_or(who, |word| who.until(word.start).bare());
    // "Chủ tịch Ủy ban MTTQ xã (mời tham gia), Ủy viên": the bracket is of the seat, not of the post.
    let asked = role::bracket_behind(who).filter(|(_, bracket)| lexicon::get().invited.contains(&bracket.key()));
    common.invited |= asked.is_some();
    let who = asked.map_or(who, |(before, _)| before);
    // A sign for "the same as above" was taken off the end, and no role read.
    let sign = rest.from(who.end).trim_by(|c| c.is_whitespace() || c == ',').key();
    let ditto = said.is_none() && (who.end < rest.bare().end || lexicon::get().ditto.contains(&sign));
    let again = || context.last.clone().filter(|_| ditto);
    // "(mời)" alone leaves the role to the heading above.
    let only_invited = said.as_ref().is_some_and(|said| said.value.is_none() && said.invited);
    common.invited |= only_invited;
    let said = said.filter(|_| !only_invited || above.is_none());
    let (who, own) = narrowed(who, if said.is_none() { above } else { said.as_ref() }, said.is_none(), context);
    let role = own.or(said).or_else(|| above.cloned()).or_else(again);
    if let Some(role) = &role {
        common.invited |= role.invited || above.is_some_and(|above| above.invited);
        if let Some(value) = &role.value {
            common.role = Some(Said::as_value(value.clone(), role.span, sure::CERTAIN));
            common.concurrent = value.contains("kiêm");
        }
    }
    let who = change::of_role(who, &mut common, &context.committees);
    if let Some(seat) = titled(who, &common).filter(|_| role.is_some()) {
        return vec![seat];
    }
    let mut people = people(who);
    // "A, Phó Giám đốc Sở X, B, Chi cục trưởng Y và C, …, làm Ủy viên": names without honorifics, each with its post.
    let posted = |piece: &Span<'a>| {
        let found = person::person(*piece);
        // "Phạm Thị Dung (Văn phòng), Hoàng Văn Em (Tư pháp)".
        let unit = found.rest.chars().first() == Some(&'(') && found.rest.chars().last() == Some(&')');
        found.name.is_some() && (unit || person::is_office(found.rest.bare()))
    };
    if people.len() == 1
        && role.is_some()
        && !person::begins(who)
        && let Some(pieces) = group(who)
        && pieces.len() > 1
        && pieces.iter().all(posted)
    {
        people = pieces;
    }
    let asked = common.invited && joins.is_some();
    let shown = role.is_some() || common.role.is_some() || context.roles_may_lack || asked;
    let several: Vec<Seat<'a>> = people
        .iter()
        .flat_map(|piece| {
            let (piece, common) = own_role(*piece, &common, context);
            // "…, Phó Vụ trưởng Vụ Pháp chế Hoàng Cảnh": the last of several, with a name of two words.
            let short = || person::short_name_behind(piece).filter(|_| people.len() > 1);
            let placed = || person::named_behind_place(piece, &context.committees);
            let named = named(piece, &common)
                .or_else(|| short().or_else(placed).map(|(office, name)| with_name(office, name, &common)));
            match named {
                Some(seat) => vec![seat],
                None if people.len() > 1 && person::is_office(piece) => unnamed(piece, &common),
                None => Vec::new(),
            }
        })
        .collect();
    if people.len() > 1 || (person::begins(who) && !several.is_empty()) {
        return sharing_the_last(several, &people);
    }
    if let Some(seat) = named(who, &common).filter(|seat| shown || seat.position.is_some()) {
        return vec![seat];
    }
    if let Some((office, name)) = person::named_behind_place(who, &context.committees).filter(|_| shown) {
        return vec![with_name(office, name, &common)];
    }
    // Somebody named in the middle of a wording is no part of a post: what no rule reads is left unread.
    if !shown || who.is_empty() || !stands_for_a_post(who, role.is_some()) || !everyone(who).is_empty() {
        return Vec::new();
    }
    // "Ông Bộ trưởng, Trưởng ban Ban Biên giới": one person, whatever posts.
    let one = person::titles(who).honorific.is_some();
    let pieces = if one { vec![who] } else { offices(who, common.invited) };
    pieces
        .into_iter()
        .flat_map(|office| {
            let (office, common) = own_role(office, &common, context);
            unnamed(office, &common)
        })
        .collect()
}

/// "Bà A và ông B, Phó Chủ tịch Công đoàn ngành": the office behind the last of two is that of both.
fn sharing_the_last<'a>(mut seats: Vec<Seat<'a>>, people: &[Span<'a>]) -> Vec<Seat<'a>> {
    if let ([first, last], [_, behind]) = (seats.as_mut_slice(), people) {
        let line = behind.line;
        let between = Span::new(line, behind.start.saturating_sub(4), behind.start).trim();
        let and = between.before("và").is_some() || between.chars().last() == Some(&'&');
        let plural = first.name.is_some() && first.position.is_none();
        if plural && and {
            first.position.clone_from(&last.position);
        }
    }
    seats
}

/// What stands behind who it is and narrows the role: "(Thường trực)", and under a heading "…, kiêm Thư ký Hội đồng".
/// Without it, and the role narrowed. What only says when somebody takes part is taken off as well.
fn narrowed<'a>(
    who: Span<'a>,
    role: Option<&RoleSaid<'a>>,
    headed: bool,
    context: &Context<'a>,
) -> (Span<'a>, Option<RoleSaid<'a>>) {
    let value = role.and_then(|role| role.value.clone().map(|value| (role, value)));
    if let Some((rest, inner)) = role::bracket_behind(who) {
        if (inner.starts_with("tham gia") || inner.key() == "bổ sung") && !rest.is_empty() {
            return (rest, None);
        }
        let standing = inner.key() == "thường trực";
        if let Some((role, value)) = value.clone().filter(|(_, value)| standing && !value.contains("Thường trực"))
        {
            let value = Some(format!("{value} Thường trực"));
            return (rest, Some(RoleSaid { value, span: inner, ..role.clone() }));
        }
    }
    // "Trưởng phòng Dân tộc - Thường trực" under the heading of the deputies.
    let joint = |before: &Span<'_>| who.line.chars[before.end..who.end].iter().any(|c| matches!(c, '-' | '–' | ','));
    let standing = who.before("thường trực").map(Span::bare).filter(|before| headed && joint(before));
    if let Some((before, (role, value))) = standing.zip(value.clone())
        && value.starts_with("Phó ")
        && !value.contains("Thường trực")
    {
        let value = Some(format!("{value} Thường trực"));
        return (before, Some(RoleSaid { value, span: who.from(before.end).bare(), ..role.clone() }));
    }
    let second = who.find_last("kiêm").filter(|at| headed && at.start > who.start);
    if let Some((at, (role, value))) = second.zip(value) {
        let more = role::whole(who.from(at.end), &context.committees).and_then(|more| Some((more.value?, more.span)));
        if let Some((more, span)) = more.filter(|(more, _)| more.contains("Thư ký") && !value.contains("kiêm")) {
            let value = Some(format!("{value} kiêm {more}"));
            return (who.until(at.start).bare(), Some(RoleSaid { value, span, ..role.clone() }));
        }
    }
    // "Tổng cục trưởng Tổng cục X, kiêm Chánh Văn phòng Ủy ban": what somebody is besides, in the committee's own office.
    let office = second.filter(|at| {
        let rest = who.from(at.end).trim();
        let of = rest.after_any(&["chánh văn phòng", "phó chánh văn phòng"]);
        let office = of.is_some_and(|of| ["ủy ban", "hội đồng", "ban chỉ đạo"].iter().any(|body| of.is(body)));
        office || rest.starts_with("tổ trưởng tổ")
    });
    if let Some(at) = office {
        return (who.until(at.start).bare(), None);
    }
    (who, None)
}

/// "… vào Ban Chỉ đạo | ông A": what follows the body that somebody is added to.
fn behind_the_body(rest: Span<'_>) -> Option<Span<'_>> {
    let body = rest.after("vào")?;
    let who = body.words().into_iter().take(20).find(|word| person::begins(body.from(word.start)))?;
    joins_a_body(body.until(who.start)).then(|| body.from(who.start))
}

/// "Ban", "Tổ công tác", "Ban Chỉ đạo tỉnh": what somebody joins.
fn joins_a_body(rest: Span<'_>) -> bool {
    let rest = rest.bare();
    let short = ["ban", "tổ", "hội đồng", "nhóm", "đoàn", "tiểu ban", "đoàn liên ngành"];
    super::act::body_at(rest).is_some() || short.contains(&rest.key().as_str())
}

/// One of several under a heading may have a role of its own: "… (Ủy viên thường trực)".
fn own_role<'a>(piece: Span<'a>, common: &Seat<'a>, context: &Context<'a>) -> (Span<'a>, Seat<'a>) {
    let (rest, role) = role_behind(piece, &context.committees);
    let value = role.as_ref().and_then(|role| role.value.clone());
    match (role, value) {
        (Some(role), Some(value)) => {
            (rest, Seat { role: Some(Said::as_value(value, role.span, sure::GOOD)), ..common.clone() })
        }
        _ => (piece, common.clone()),
    }
}
