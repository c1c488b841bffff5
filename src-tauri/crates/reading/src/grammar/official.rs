//! Papers of other kinds that an office issues (Nghị định 30/2020, Điều 7): plans, notices, reports. They may list
//! everybody of a committee and still decide nothing on who sits in it.

use register::draft::{Act, Source};

use super::casing::Casing;
use super::outline::{self, Outline};
use super::relations::Ends;
use super::sheet::{Said, Sheet, sure};
use super::{act, clauses, head, label, letter, place_of, signature};
use crate::lexicon;
use crate::line::{Line, Span};

/// The kinds, as the line in capitals over their subject names them.
const KINDS: [&str; 12] = [
    "kế hoạch",
    "thông báo",
    "báo cáo",
    "chương trình",
    "chương trình công tác",
    "phương án",
    "tờ trình",
    "giấy mời",
    "biên bản",
    "hướng dẫn",
    "công điện",
    "chỉ thị",
];

/// Reads what such a paper is, and of which committee; nothing where its subject names none.
pub fn read(lines: &[Line], casing: &Casing, sheet: &mut Sheet) -> bool {
    let is_kind = |line: &Line| line.is_capitals() && KINDS.contains(&line.all().bare().key().as_str());
    let Some(at) = lines.iter().take(30).position(is_kind) else { return false };
    // Minutes without a number are no paper of the office, whatever they tell.
    let numbered = |line: &Line| line.all().starts_with("số");
    if !lines[..at].iter().any(numbered) {
        return false;
    }
    let mut title = subject(&lines[at + 1..]);
    // "CHỈ THỊ | CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X | VỀ VIỆC …": who issues it, and then what about.
    let by = title.first().and_then(|line| line.after("của")).filter(|_| title.len() > 1);
    super::subject::without_repeated_head(&mut title);
    let by = by.filter(|by| title.first().is_some_and(|line| !std::ptr::eq(line.line, by.line)));
    let joined = super::joined(&title);
    let Some(words) = joined.as_ref().map(Line::all) else { return false };
    let named = |text: Span<'_>| act::body(text).is_some_and(|name| !act::is_generic(name));
    let body = act::body(words).filter(|name| !act::is_generic(*name));
    if body.is_none() && !lines.iter().any(|line| named(line.all())) {
        return false;
    }
    // Below the kind: "CHƯƠNG TRÌNH CÔNG TÁC" over "(đã ký)" would be a name that stands alone.
    let signed = (at + 1..lines.len()).find(|line| outline::opens_signature(lines, *line)).unwrap_or(lines.len());
    let outline = Outline {
        head: lines[..at].iter().collect(),
        bases: lines[at + 1..signed].iter().filter(|line| outline::is_base(line.all())).take(40).collect(),
        signature: lines[signed..].iter().collect(),
        ..Outline::default()
    };
    head::number(&outline.head, sheet);
    head::date(&outline.head, &outline.signature, sheet);
    let said = Said {
        value: casing.normal(&words.text()).trim_matches(['.', ';', ' ']).to_owned(),
        at: title,
        sure: sure::GOOD,
    };
    sheet.draft.title = Some(sheet.put("title", said));
    let told = by.map(|by| Said::as_value(casing.normal(&by.text()), by, sure::GOOD));
    let issuer = told.or_else(|| letter::issuer(&outline.head, casing)).map(|issuer| with_place(issuer, lines));
    if let Some(issuer) = issuer {
        sheet.draft.issuer = Some(sheet.put("issuer", issuer));
    }
    let body = body.map(without_year);
    // A report whose subject names none, or only "Ban Chỉ đạo", is on the committee that writes it.
    let unnamed = body.is_none_or(|body| act::is_generic(body));
    let writes = sheet.draft.issuer.as_ref().filter(|_| unnamed).filter(|issuer| {
        let low = issuer.to_lowercase();
        let authority = ["ủy ban nhân dân", "ủy ban mttq", "ủy ban mặt trận", "hội đồng nhân dân"];
        let state = authority.iter().any(|body| low.starts_with(body));
        !state && lexicon::get().committees.iter().any(|noun| low.starts_with(noun.as_str()))
    });
    let writes = writes.cloned();
    let body = body.filter(|_| writes.is_none());
    if let Some(name) = writes {
        sheet.draft.committee = Some(name.clone());
        sheet.draft.committees = vec![name];
    }
    let name = body.map(|body| Said::as_value(casing.normal(&body.bare().text()), body.bare(), sure::LIKELY));
    let name = name.map(|name| with_place(name, lines));
    if let Some(name) = name {
        let names = sheet.put_all("committees", Some(name));
        sheet.draft.committee = names.first().cloned();
        sheet.draft.committees = names;
    }
    sheet.draft.act = Some(Act::Other);
    sheet.draft.source = Some(Source::Decision);
    clauses::bases(&outline, sheet);
    // "Thông báo này thay thế Thông báo số 03/TB-BCĐ".
    for sentence in lines[at + 1..signed].iter().flat_map(|line| line.all().sentences()) {
        if sentence.has("này thay thế") {
            Ends::Replaces.told(sentence, sheet);
        }
    }
    signature::read(&outline.signature, casing, sheet);
    true
}

/// A name, with the place that the paper says elsewhere.
pub fn with_place<'a>(name: Said<'a>, lines: &'a [Line]) -> Said<'a> {
    let full = place_of::completed(&name.value, lines);
    full.map_or(name, |full| Said { value: full.text(), at: vec![full], sure: sure::LIKELY })
}

/// "Ban Chỉ đạo X năm 2026", "… quý IV năm 2018": the plan is for that time, a steering committee is not.
fn without_year(name: Span<'_>) -> Span<'_> {
    let yearly = ["ban tổ chức", "ban vận động", "tổ tổ chức"].iter().any(|noun| name.starts_with(noun));
    let year = name.find_last("năm").filter(|year| !yearly && year.start > name.start);
    let counts = |year: &Span<'_>| name.from(year.end).trim().chars().iter().all(char::is_ascii_digit);
    let Some(year) = year.filter(counts) else { return name };
    let before = name.until(year.start).trim();
    let quarter = before.find_last("quý").filter(|quarter| before.from(quarter.end).word_count() <= 1);
    quarter.map_or(before, |quarter| before.until(quarter.start)).bare()
}

/// The subject: the lines below the kind, up to the first that stands apart, gives a reason or tells.
fn subject(lines: &[Line]) -> Vec<Span<'_>> {
    let goes_on = |(n, line): &(usize, &Line)| {
        let short = line.all().word_count() <= if line.is_capitals() { 40 } else { 20 };
        *n == 0 || (!line.apart && !outline::is_base(line.all()) && short)
    };
    let opens = ["ngày", "kính gửi", "thời gian", "địa điểm", "thành phần", "hôm nay", "vào hồi"];
    let told = |line: &Line| {
        let all = line.all();
        let asks = all.has_any(&["trân trọng", "kính mời"]) || all.chars().last() == Some(&':');
        asks || opens.iter().any(|word| all.starts_with(word)) || label::label(all).0.is_some()
    };
    let lines = lines.iter().enumerate().take(4).take_while(goes_on).map(|(_, line)| line);
    let mut first = true;
    lines.take_while(|line| std::mem::take(&mut first) || !told(line)).map(|line| line.all().bare()).collect()
}
