//! Where an annex begins, what of it is its title, and its items.

use super::Annex;
use super::items::{number_by_count, push_unit};
use crate::grammar::label::label;
use crate::grammar::{act, joint, person, role};
use crate::line::{Line, counts_on};
use crate::reading::Part;

/// Parts what follows the signature, or a list that is handed alone.
pub(super) fn annexes(lines: &[Line]) -> Vec<Annex<'_>> {
    let mut annexes: Vec<Annex<'_>> = Vec::new();
    let mut in_title = false;
    let mut belongs_open = false;
    for (at, line) in lines.iter().enumerate() {
        if (opens_annex(line) && !in_title) || annexes.is_empty() {
            annexes.push(Annex::default());
            in_title = true;
        }
        let Some(annex) = annexes.last_mut() else { continue };
        annex.lines.push(line);
        // "Người lập biểu", under a sheet: who wrote it is no member of it.
        if !annex.units.is_empty() && ["người lập", "lập biểu"].iter().any(|word| line.all().starts_with(word))
        {
            break;
        }
        // A letterhead on a sheet is no title of its list, and the end of "(Kèm theo … của | Chủ tịch UBND tỉnh)" no item.
        let motto = ["cộng hòa xã hội chủ nghĩa", "độc lập - tự do"].iter().any(|word| line.all().starts_with(word));
        if (in_title && motto) || (belongs_open && annex.units.is_empty()) {
            belongs_open &= !line.chars.contains(&')');
            continue;
        }
        // What a reader of sheets knows to stand below the table: who signs it is no member of it.
        if line.part == Part::Signature {
            continue;
        }
        let all = line.all().trim_by(|c| matches!(c, '(' | ')' | ' '));
        let of_another_kind =
            || ["kèm theo kế hoạch số", "kèm theo thông báo số"].iter().any(|kind| all.starts_with(kind));
        if (all.has_any(&["kèm theo quyết định", "kèm theo công văn"]) || of_another_kind())
            && annex.belongs.is_none()
            && annex.units.is_empty()
        {
            annex.belongs = Some(all);
            let last = |sign: char| line.chars.iter().rposition(|c| *c == sign);
            let goes_on =
                lines.get(at + 1).is_some_and(|next| next.chars.last() == Some(&')') && !next.chars.contains(&'('));
            belongs_open = last('(').is_some_and(|open| last(')').is_none_or(|close| close < open)) && goes_on;
            continue;
        }
        let (label, _) = label(line.all());
        // "Trưởng ban", over the first name. A name alone may belong to the heading: "BAN LỄ TANG / ĐỒNG CHÍ A".
        let role = || {
            let of = annex.title.iter().find_map(|title| act::body(*title)).map(|body| body.key());
            !annex.title.is_empty()
                && (!line.is_capitals() || lines.get(at + 1).is_some_and(opens_item))
                && role::whole(line.all(), of.as_slice()).is_some_and(|role| role.value.is_some())
        };
        // "Ban Lễ tang gồm 07 thành viên:", over the list.
        let role = || {
            role()
                || (!annex.title.is_empty() && seats_somebody(line, lines.get(at + 1)))
                || (!annex.title.is_empty() && lines.get(at + 1).is_some_and(|next| counts_on(line, next)))
                || (line.chars.last() == Some(&':') && line.all().has("gồm") && !annex.title.is_empty())
        };
        let item = line.cell.is_some() || label.is_some() || annex.title.len() >= 5 || role();
        // "Phụ lục kèm theo Quyết định số …" over "DANH SÁCH HỘI ĐỒNG …": the title may stand below.
        let below = annex.title.is_empty() && annex.units.is_empty() && line.is_capitals();
        if in_title && !item && (annex.belongs.is_none() || below) {
            annex.title.push(line.all());
        } else {
            in_title = false;
            push_unit(&mut annex.units, line);
        }
    }
    annexes.iter_mut().for_each(|annex| number_by_count(&mut annex.units));
    annexes
}

/// "Trưởng ban: Ông A …", "Chánh Văn phòng - Ủy viên", "Ông A - Chủ tịch UBND" over another such line: the first of a
/// list without numbers.
fn seats_somebody(line: &Line, next: Option<&Line>) -> bool {
    let all = line.all().bare();
    if line.is_capitals() {
        return false;
    }
    let (ahead, rest) = joint::role_ahead(all, &[]);
    let behind = || person::is_office(all) && joint::role_behind(all, &[]).1.is_some_and(|role| role.value.is_some());
    let another = |next: &Line| person::begins(next.all()) || role::whole(next.all(), &[]).is_some();
    (ahead.is_some_and(|role| role.value.is_some()) && !rest.is_empty())
        || behind()
        || (person::begins(all) && person::person(all).name.is_some() && next.is_some_and(another))
        || person::holds(all)
}

/// "1. Ông A …", "- Nguyễn Văn A, Phó Chủ tịch …": an item, as it stands under a role.
fn opens_item(line: &Line) -> bool {
    let (label, rest) = label(line.all());
    (label.is_some() && !line.is_capitals()) || person::begins(rest)
}

/// "PHỤ LỤC I", "DANH SÁCH", "QUY CHẾ", alone or with their subject, in capitals.
pub(super) fn opens_annex(line: &Line) -> bool {
    let all = line.all();
    let opens =
        ["phụ lục", "danh sách", "quy chế", "quy định", "kế hoạch", "bảng phân công", "phân công nhiệm vụ", "đề án"];
    (line.is_capitals() && line.cell.is_none() && opens.iter().any(|word| all.starts_with(word)))
        || (all.starts_with("phụ lục") && all.word_count() <= 3)
        || (all.starts_with("(kèm theo quyết định") || all.starts_with("(ban hành kèm theo quyết định"))
}
