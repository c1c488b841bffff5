//! What is said around who it is: that somebody is added, invited, takes the place of another, joins the body. It is
//! taken off layer by layer, from both ends, until who it is and the role are left.

use register::draft::MemberOp;

use crate::grammar::joint::role_behind;
use crate::grammar::member::Context;
use crate::grammar::role::{self, RoleSaid};
use crate::grammar::seat::Seat;
use crate::grammar::sheet::{Said, sure};
use crate::grammar::{act, change, person, standing};
use crate::lexicon;
use crate::line::Span;

/// Verbs before who it is, and what they say is done.
const VERBS: [(&str, Option<MemberOp>); 28] = [
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
    ("công nhận", None),
    ("chuẩn y", None),
    ("giao", None),
    ("đồng ý", None),
    ("chuyển", None),
];

/// A piece of an item while it is read.
pub struct Layers<'a, 'c> {
    /// What is left to read.
    pub rest: Span<'a>,
    /// What holds for every seat of the piece.
    pub seat: Seat<'a>,
    /// Somebody takes part in the body.
    pub joins: bool,
    /// The role that was said with that, or with an invitation.
    pub said: Option<RoleSaid<'a>>,
    context: &'c Context<'a>,
}

impl<'a, 'c> Layers<'a, 'c> {
    /// The piece without what is said around who it is.
    pub fn of(piece: Span<'a>, context: &'c Context<'a>) -> Self {
        let rest = piece.bare();
        let seat = Seat { words: Some(Said::of(rest, sure::CERTAIN)), ..Seat::default() };
        let mut layers = Self { rest, seat, joins: false, said: None, context };
        layers.verbs();
        layers.invitation();
        let guest = layers.guest();
        let committees = &context.committees;
        layers.rest = change::until_its_day(change::in_place_of(layers.rest, &mut layers.seat, committees));
        layers.role_before();
        // "Giám đốc Sở X (cơ quan Thường trực của Ban Chỉ đạo): Phó Trưởng ban": said of the body, and no part of the post.
        layers.rest = standing::without_bracket(layers.rest);
        layers.founding();
        layers.said = layers.joining().or(guest);
        layers
    }

    /// "Bổ sung ông C …", "Ông C, Trưởng Ban Dân tộc tỉnh, làm Ủy viên (bổ sung)".
    fn verbs(&mut self) {
        self.seat.op = self.rest.before("(bổ sung)").map(|_| MemberOp::Add);
        for (word, op) in VERBS {
            let after = self.rest.after(word).map(|after| behind_the_body(after).unwrap_or(after));
            if let Some(after) = after.filter(|after| person::begins(*after) || person::is_office(*after)) {
                self.seat.op = op.or(self.seat.op);
                self.rest = after;
            }
        }
    }

    /// "Mời …", "Hội đồng mời Giám đốc X tham gia", "Đề nghị Chủ tịch Hội X cùng tham gia Ban Chỉ đạo với tư cách Ủy viên".
    fn invitation(&mut self) {
        let rest = self.rest;
        let host = rest.find("mời").filter(|word| {
            let before = rest.until(word.start);
            before.word_count() <= 4 && joins_a_body(before)
        });
        let requested = || rest.after("đề nghị").filter(|rest| rest.has("tham gia"));
        let invited = rest.after("mời").or_else(requested).or_else(|| host.map(|word| rest.from(word.end).trim()));
        if let Some(after) = invited {
            self.seat.invited = true;
            // "Mời tham gia Hội đồng: ông B, …".
            let colon = after.chars().iter().position(|c| *c == ':').map(|at| after.start + at + 1);
            let joins = colon.filter(|colon| {
                after.starts_with("tham gia") && joins_a_body(after.until(*colon).from(after.start + 8).trim())
            });
            let who = after.before("tham gia").or_else(|| after.before("tham dự")).unwrap_or(after);
            // "… tham gia các cuộc họp của Hội đồng".
            let meets = who.find_any(&["tham gia các cuộc họp", "tham dự các cuộc họp", "tham gia họp", "dự họp"]);
            let who = meets.filter(|at| at.start > who.start).map_or(who, |at| who.until(at.start).bare());
            self.rest = joins.map_or(who, |colon| after.from(colon).bare());
        }
        self.seat.invited |= self.rest.has_any(&["được mời giữ chức", "được mời làm", "được mời tham gia"]);
        // "Đại diện những hộ có đất bị thu hồi, được mời tham dự": with no role.
        let asked = ["được mời tham dự", "được mời dự họp", "được mời tham gia", "được mời dự"];
        if let Some(who) = asked.iter().find_map(|word| self.rest.before(word)).filter(|who| !who.is_empty()) {
            self.seat.invited = true;
            self.rest = who.bare();
        }
    }

    /// "Đại diện những hộ có đất bị thu hồi, được mời tham gia với tư cách ủy viên": the role by which a guest takes part.
    fn guest(&mut self) -> Option<RoleSaid<'a>> {
        let rest = self.rest;
        let asked = rest.find("được mời tham gia").filter(|at| at.start > rest.start)?;
        let behind = Span::new(rest.line, asked.end.saturating_sub(9), rest.end);
        let role = role_behind(behind, &self.context.committees).1?;
        self.rest = rest.until(asked.start).bare();
        Some(role)
    }

    /// "…: Phó Trưởng ban (trước đây là Ủy viên)".
    fn role_before(&mut self) {
        let before = role::bracket_behind(self.rest).and_then(|(before, inner)| {
            let was = inner.after_any(&["trước đây là", "trước là", "đang là", "hiện là"])?;
            Some((before, role::whole(was, &self.context.committees)?))
        });
        if let Some((before, RoleSaid { value: Some(value), span, .. })) = before {
            self.seat.op = Some(MemberOp::ChangeRole);
            self.seat.previous_role = Some(Said::as_value(value, span, sure::GOOD));
            self.rest = before;
        }
    }

    /// "… Phó Trưởng ban Ban Chỉ đạo X được thành lập theo Quyết định số …".
    fn founding(&mut self) {
        let rest = self.rest;
        let founded = rest.find_any(&["được thành lập theo", "được thành lập tại", "thành lập theo quyết định"]);
        self.rest = founded
            .filter(|at| at.start > rest.start)
            .map_or(rest, |at| rest.until(at.start).trim_by(|c| c == '(' || c.is_whitespace()).bare());
    }

    /// "… tham gia Tổ công tác": no role is stated, unless behind the body ("…, giữ chức vụ Ủy viên").
    fn joining(&mut self) -> Option<RoleSaid<'a>> {
        let rest = self.rest;
        let word = rest.find("tham gia").filter(|word| joins_a_body(rest.from(word.end)))?;
        self.joins = true;
        let who = rest.until(word.start).bare();
        self.rest = who.before("cùng").map_or(who, Span::bare);
        role_behind(rest.from(word.end), &self.context.committees).1
    }

    /// What is left between who it is and the role, once that is known to be said.
    pub fn between(&mut self, who: Span<'a>, has_role: bool) -> Span<'a> {
        // "Mời Trưởng Công an huyện tham gia - Ủy viên".
        let who = who.before("tham gia").filter(|_| self.seat.invited && has_role).map_or(who, Span::bare);
        // "Ông A, Chủ nhiệm Đoàn Luật sư: bổ sung làm Ủy viên".
        let added = who.before("bổ sung").filter(|before| has_role && !before.is_empty());
        self.seat.op = added.map(|_| MemberOp::Add).or(self.seat.op);
        let who = added.map_or(who, Span::bare);
        // "Bổ sung ông B, Đội trưởng Đội Bảo vệ vào Ban Chỉ huy, giữ nhiệm vụ Ủy viên": the body is no part of the post.
        let adds = self.seat.op == Some(MemberOp::Add);
        let into = who.find_last("vào").filter(|word| adds && joins_a_body(who.from(word.end)));
        let who = into.map_or(who, |word| who.until(word.start).bare());
        // "Chủ tịch Ủy ban MTTQ xã (mời tham gia), Ủy viên": the bracket is of the seat, not of the post.
        let asked = role::bracket_behind(who).filter(|(_, bracket)| lexicon::get().invited.contains(&bracket.key()));
        self.seat.invited |= asked.is_some();
        asked.map_or(who, |(before, _)| before)
    }
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
    act::body_at(rest).is_some() || short.contains(&rest.key().as_str())
}
