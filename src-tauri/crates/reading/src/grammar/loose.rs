//! Papers without the form of a decision: an annex or list handed alone, a report in the news, a letter.

use register::draft::{Act, Source};

use super::casing::Casing;
use super::joint::{role_ahead, role_behind};
use super::member::Context;
use super::outline::{Annex, Outline, Unit};
use super::seat::Seat;
use super::sheet::{Said, Sheet, sure};
use super::table::{self, Row};
use super::{act, letter, list, news, nomination, numbers, official, paper, person};
use crate::lexicon;
use crate::line::{Line, Span};

/// Reads it, if there is anything of a decision in it.
pub fn read(lines: &[Line], outline: &Outline<'_>, casing: &Casing, sheet: &mut Sheet) -> bool {
    if lines.iter().any(|line| line.all().starts_with("kính gửi")) {
        // A proposal (tờ trình) is addressed as a letter is, and has its kind over its subject.
        if official::read(lines, casing, sheet) {
            return true;
        }
        nomination::read(lines, casing, sheet);
        return letter::read(lines, casing, sheet);
    }
    official::read(lines, casing, sheet)
        || reported_with_table(lines, outline, casing, sheet)
        || listed(outline, casing, sheet)
        || news::read(lines, casing, sheet)
}

/// A report whose members stand in a table: "… ban hành Quyết định số … Hội đồng gồm 05 thành viên, cụ thể như sau:".
fn reported_with_table(lines: &[Line], outline: &Outline<'_>, casing: &Casing, sheet: &mut Sheet) -> bool {
    let rows = |annex: &Annex<'_>| annex.units.iter().any(|unit| matches!(unit, Unit::Row(_)));
    let belongs = outline.annexes.iter().any(|annex| annex.belongs.is_some());
    if belongs || !outline.annexes.iter().any(rows) {
        return false;
    }
    let prose: Vec<Line> = lines.iter().filter(|line| line.cell.is_none()).cloned().collect();
    if !news::tells(&prose) || !news::read(&prose, casing, sheet) {
        return false;
    }
    if sheet.draft.members.is_empty() {
        let mut lists = list::Lists::default();
        let low: Vec<String> = sheet.draft.committees.iter().map(|name| name.to_lowercase()).collect();
        for annex in &outline.annexes {
            let rows = annex.units.iter().filter(|unit| matches!(unit, Unit::Row(_))).cloned().collect();
            list::read_annex(&Annex { units: rows, ..Annex::default() }, None, &low, None, &mut lists);
        }
        paper::fill(lists, false, sheet);
    }
    true
}

/// An annex ("Kèm theo Quyết định số …") or a bare list of members.
fn listed(outline: &Outline<'_>, casing: &Casing, sheet: &mut Sheet) -> bool {
    let mut lists = list::Lists::default();
    let mut names: Vec<Said<'_>> = Vec::new();
    let mut belongs = None;
    let titles: Vec<Option<Line>> = outline.annexes.iter().map(|annex| super::joined(&annex.title)).collect();
    for (annex, title) in outline.annexes.iter().zip(&titles) {
        let heading = annex.title.iter().any(|line| line.starts_with("danh sách") || line.starts_with("phụ lục"));
        let heading = heading || is_table_of_people(annex) || (annex.belongs.is_some() && title.is_some());
        // Who comes to a meeting sits by it in nothing.
        let meeting =
            ["danh sách đại biểu", "đại biểu dự", "đại biểu tham dự", "dự họp", "khách mời", "mời họp", "điểm danh"];
        if annex.title.iter().any(|line| line.has_any(&meeting)) {
            continue;
        }
        let items = annex.units.iter().any(|unit| matches!(unit, Unit::Row(_) | Unit::Text { label: Some(_), .. }));
        // Names under their roles, centred and without numbers.
        let somebody = |body: Span<'_>| {
            person::begins(body)
                || person::holds(body)
                || role_ahead(body.bare(), &[]).0.is_some()
                || (person::is_office(body) && role_behind(body.bare(), &[]).1.is_some())
        };
        let named = |unit: &&Unit<'_>| matches!(unit, Unit::Text { body, .. } if somebody(*body));
        let items = items || annex.units.iter().filter(named).count() > 1;
        if !(heading && items) {
            continue;
        }
        // A line that says only "TỔ CÔNG TÁC" is gone on with by the next.
        let said = annex
            .title
            .iter()
            .filter(|line| line.starts_with("danh sách"))
            .find_map(|line| act::body(*line))
            .filter(|name| !act::is_generic(*name) || name.bare().is("ban lễ tang"));
        let name = said
            .or_else(|| annex.title.iter().find_map(|line| act::body(*line).filter(|name| !act::is_generic(*name))));
        // "DANH SÁCH BAN CHỈ ĐẠO X" over "TRUNG TÂM Y TẾ HUYỆN Y": whose it is, on a line of its own.
        let whose = |line: &Span<'_>| line.line.is_capitals() && lexicon::get().authorities.begin(*line);
        let goes_on = name.is_some_and(|name| {
            let at = annex.title.iter().position(|line| std::ptr::eq(line.line, name.line));
            at.and_then(|at| annex.title.get(at + 1)).is_some_and(whose) && name.line.is_capitals()
        });
        let name = name.filter(|_| !goes_on);
        let name = name.or_else(|| title.as_ref().and_then(|title| act::body(title.all())));
        let low: Vec<String> = name.iter().map(|name| name.key()).collect();
        belongs = belongs.or(annex.belongs);
        let before = lists.seats.len();
        // "Tổ giúp việc Ban Chỉ đạo X", on a sheet behind that of the committee.
        let inside = name.filter(|name| {
            !names.is_empty() && (lexicon::get().sub_bodies.begin(*name) || name.has("giúp việc ban chỉ đạo"))
        });
        if let Some(name) = inside {
            let said = Said::as_value(casing.normal(&name.bare().text()), name.bare(), sure::GOOD);
            list::read_annex(annex, None, &low, Some(said), &mut lists);
            continue;
        }
        list::read_annex(annex, None, &low, None, &mut lists);
        if let Some(name) = name {
            let said = Said::as_value(casing.normal(&name.bare().text()), name.bare(), sure::GOOD);
            for seat in &mut lists.seats[before..] {
                seat.committee = Some(said.clone());
            }
            names.push(said);
        }
    }
    if lists.seats.is_empty() {
        return false;
    }
    // A table of who does what changes nobody's seat.
    let duties = titles
        .iter()
        .flatten()
        .any(|title| title.all().has_any(&["phân công nhiệm vụ", "phân công phụ trách", "bảng phân công"]));
    if duties {
        lists = list::Lists::default();
    }
    // A column says whose each row is, where the heading names no committee or one for all.
    let told = committees_of(&lists.seats);
    if names.len() < 2 && told.len() > 1 {
        names = told;
    } else if names.len() < 2 {
        lists.seats.iter_mut().for_each(|seat| seat.committee = None);
    }
    let committees = sheet.put_all("committees", names);
    sheet.draft.committee = (!committees.is_empty()).then(|| committees.join("; "));
    sheet.draft.committees = committees;
    sheet.draft.source = Some(if belongs.is_some() { Source::Annex } else { Source::List });
    sheet.draft.act = Some(Act::Other);
    sheet.draft.changes_membership = !duties;
    match belongs {
        Some(line) => parent(line, casing, sheet),
        // A list without its decision is called by its own heading.
        None => {
            let heads = titles.iter().flatten().filter(|title| title.all().starts_with("danh sách"));
            let heads: Vec<Span<'_>> = heads.map(Line::all).collect();
            if let Some(first) = heads.first() {
                let value = heads.iter().map(|head| casing.normal(&head.text())).collect::<Vec<_>>().join("; ");
                sheet.draft.title = Some(sheet.put("title", Said::as_value(value, *first, sure::GOOD)));
            }
        }
    }
    paper::fill(lists, false, sheet);
    true
}

/// The committees that seats are of, each once.
fn committees_of<'a>(seats: &[Seat<'a>]) -> Vec<Said<'a>> {
    let mut found: Vec<Said<'a>> = Vec::new();
    for name in seats.iter().filter_map(|seat| seat.committee.as_ref()) {
        if found.iter().all(|known| known.value != name.value) {
            found.push(name.clone());
        }
    }
    found
}

/// A table alone, such as a spreadsheet: its headings say that it lists people, and no text around it says
/// anything else.
fn is_table_of_people(annex: &Annex<'_>) -> bool {
    let rows: Vec<Row<'_>> = annex
        .units
        .iter()
        .filter_map(|unit| if let Unit::Row(row) = unit { Some(row.clone()) } else { None })
        .collect();
    let texts = annex.units.len() - rows.len();
    texts <= rows.len() && table::lists_people(&rows, &Context::default())
}

/// Number, day and issuer of the decision that an annex belongs to.
fn parent(line: Span<'_>, casing: &Casing, sheet: &mut Sheet) {
    let number = numbers::numbers(line).into_iter().next();
    sheet.draft.number = sheet.put_some("number", number.map(|number| number.said(sure::CERTAIN)));
    // A draft leaves the number blank: "Quyết định số      /QĐ-UBND".
    let behind = number.map(|number| number.span.end).or_else(|| Some(line.find("quyết định")?.end));
    let Some(rest) = behind.map(|at| line.from(at)) else { return };
    if let Some((day, at)) = numbers::day(rest) {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::CERTAIN));
        sheet.draft.date = Some(day);
    }
    // "… của Chủ tịch UBND tỉnh về việc kiện toàn Ban Chỉ đạo X": who, and what.
    let about = rest.find_any(&["về việc", "v/v"]);
    if let Some(of) = rest.find("của").filter(|of| about.is_none_or(|about| of.start < about.start)) {
        let issuer = rest.from(of.end).until(about.map_or(rest.end, |about| about.start));
        sheet.draft.issuer = Some(sheet.put("issuer", Said::of(issuer.bare(), sure::GOOD)));
    }
    if let Some(about) = about {
        let subject = rest.from(about.start).trim_by(|c| matches!(c, ')' | ' ')).bare();
        let said = Said::as_value(casing.normal(&subject.text()), subject, sure::GOOD);
        sheet.draft.title = Some(sheet.put("title", said));
        // What a plan or a notice is about is no act of its own.
        if !line.has_any(&["kèm theo kế hoạch", "kèm theo thông báo"]) {
            sheet.draft.act = act::act(subject).or(sheet.draft.act);
        }
    }
}
