//! A role that is narrowed behind who holds it.

use crate::grammar::member::Context;
use crate::grammar::role::{self, RoleSaid};
use crate::line::Span;

/// What stands behind who it is and narrows the role: "(Thường trực)", and under a heading "…, kiêm Thư ký Hội đồng".
/// Without it, and the role narrowed. What only says when somebody takes part is taken off as well.
pub fn narrowed<'a>(
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
