//! Papers by which nobody comes or goes, though their headline is one of change; and those that undo one.

use register::draft::Act;

use super::outline::{Outline, Unit, article_number};
use super::sheet::Sheet;
use super::{clauses, heading};
use crate::line::Span;

/// "Về việc gia hạn thời gian hoạt động …", "Điều chỉnh cơ quan thường trực …": who sits stays who sat.
pub fn seats_nobody(outline: &Outline<'_>, what: Option<Act>, title: Option<Span<'_>>, sheet: &Sheet) -> bool {
    let draft = &sheet.draft;
    let first = outline.articles.iter().flat_map(clauses::texts).next();
    let said = |text: Span<'_>| {
        let text = text.after_any(&["về việc", "v/v", "về"]).unwrap_or(text);
        // "Điều chỉnh phân công nhiệm vụ của các thành viên": what each does.
        let duties =
            ["điều chỉnh phân công nhiệm vụ", "điều chỉnh việc phân công", "điều chỉnh nhiệm vụ của các thành viên"];
        if duties.iter().any(|verb| text.starts_with(verb)) && !text.has_any(&["bổ sung", "kiện toàn", "thay thế"])
        {
            return true;
        }
        // "Gia hạn … và thay thế Trưởng ban": whom it seats was not read, and it changes who sits.
        if text.has_any(&["thành viên", "bổ sung", "kiện toàn", "thay thế", "trưởng ban"]) {
            return false;
        }
        let term = ["gia hạn", "kéo dài thời gian"].iter().any(|verb| text.starts_with(verb));
        let verb = ["điều chỉnh", "thay đổi", "chuyển giao", "chuyển"].iter().find_map(|verb| text.after(verb));
        let agency = verb.is_some_and(|rest| {
            ["cơ quan thường trực", "đơn vị thường trực"].iter().any(|what| rest.starts_with(what))
        });
        term || agency
    };
    // "Sửa đổi Điều 2 …: “Điều 2. Nhiệm vụ của Ban Chỉ đạo”": an article that seats nobody.
    let others = ["nhiệm vụ", "quyền hạn", "chế độ làm việc", "kinh phí", "con dấu"];
    let quoted = |text: Span<'_>| {
        let text = text.trim_by(|c| matches!(c, '“' | '"') || c.is_whitespace());
        article_number(text).is_some_and(|(_, _, title)| others.iter().any(|word| title.starts_with(word)))
    };
    let of_no_seat = outline.articles.first().is_some_and(|article| clauses::texts(article).into_iter().any(quoted));
    // "Bổ sung nhiệm vụ của Ban Chỉ đạo", "Sửa đổi khoản 2 Điều 3 như sau: …": not a word of anybody who sits there.
    let of_people = || {
        let people = [
            "thành viên",
            "thành phần",
            "nhân sự",
            "trưởng ban",
            "phó ban",
            "tổ trưởng",
            "tổ phó",
            "chủ tịch hội đồng",
            "ủy viên",
            "thư ký",
            "danh sách",
            "phụ lục",
            "chức danh",
            "ông",
            "bà",
            "đồng chí",
            // Posts that a rewritten clause may seat: where one was not read, it is asked for, and not passed over.
            "giám đốc",
            "bộ trưởng",
            "thứ trưởng",
            "vụ trưởng",
            "cục trưởng",
            "trưởng phòng",
            "chánh văn phòng",
            "bí thư",
            "lãnh đạo",
            "đại diện",
        ];
        let executed = |text: &Span<'_>| heading::executes(*text);
        let texts = outline.articles.iter().flat_map(clauses::texts).flat_map(|text| text.sentences());
        let rows = outline.articles.iter().any(|article| article.units.iter().any(|unit| matches!(unit, Unit::Row(_))));
        let told = texts.filter(|text| !executed(text)).chain(title).any(|text| text.has_any(&people));
        rows || told || !outline.annexes.is_empty()
    };
    what == Some(Act::Amend)
        && draft.members.is_empty()
        && draft.leaves.is_empty()
        && draft.sub_bodies.is_empty()
        && (title.or(first).is_some_and(said) || of_no_seat || !of_people())
}

/// "Về việc hủy bỏ Quyết định số A", which was about a committee: whoever sits by it does so no more.
pub fn undoes(title: Option<Span<'_>>, sheet: &Sheet) -> bool {
    let draft = &sheet.draft;
    let subject = title.map(|title| title.after_any(&["về việc", "v/v", "về"]).unwrap_or(title));
    let verbs = ["bãi bỏ", "hủy bỏ", "thu hồi", "khôi phục hiệu lực"];
    let says = subject.is_some_and(|subject| verbs.iter().any(|verb| subject.starts_with(verb)));
    let any = !draft.repeals.is_empty() || !draft.withdraws.is_empty() || !draft.revives.is_empty();
    says && any && !draft.committees.is_empty()
}
