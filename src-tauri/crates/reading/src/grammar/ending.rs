//! When the committee ends, where the decision that founds it or extends its term says so.

use jiff::civil::Date;

use super::numbers;
use super::sheet::{Said, Sheet, sure};
use crate::line::Span;

/// The words that state the end, and its day where they name one. Answers whether the sentence says it first.
pub fn read(sentence: Span<'_>, sheet: &mut Sheet) -> bool {
    let Some(clause) = words(sentence).filter(|_| sheet.draft.sunset.is_none()) else { return false };
    sheet.draft.sunset = Some(sheet.put("sunset", Said::of(clause.bare(), sure::GOOD)));
    if let Some((day, at)) = first_day_without(clause) {
        let said = Said::as_value(day.to_string(), at, sure::GOOD);
        sheet.put("sunset_on", said);
        sheet.draft.sunset_on = Some(day);
    }
    true
}

fn words(sentence: Span<'_>) -> Option<Span<'_>> {
    let ends = [
        "tự giải thể",
        "tự động giải thể",
        "tự giải tán",
        "tự kết thúc hoạt động",
        "tự chấm dứt hoạt động",
        "chấm dứt hoạt động khi",
        "kết thúc hoạt động khi",
        "hoạt động đến hết",
        "chấm dứt hoạt động vào ngày",
        "kết thúc hoạt động vào ngày",
        "kết thúc hoạt động ngày",
        "kết thúc nhiệm vụ khi",
        "chấm dứt hoạt động sau khi",
        "kết thúc hoạt động sau khi",
    ];
    let clause = sentence.split(|c| c == ';').into_iter().find(|clause| clause.has_any(&ends));
    // "Gia hạn thời gian hoạt động … đến hết ngày 31 tháng 12 năm 2023".
    let extended = sentence
        .find_any(&["gia hạn", "kéo dài thời gian"])
        .and_then(|verb| sentence.from(verb.end).find_any(&["đến hết", "đến ngày"]));
    // "… có hiệu lực kể từ ngày ký đến hết ngày 31/12/2025".
    let holds = sentence.find_any(&["có hiệu lực", "thực hiện", "áp dụng"]).filter(|_| sentence.has("quyết định này"));
    let until =
        holds.and_then(|verb| sentence.from(verb.end).find_any(&["đến hết ngày", "đến hết tháng", "đến hết năm"]));
    clause.or_else(|| extended.or(until).map(|at| sentence.from(at.start)))
}

/// The first day on which the committee is no more: the one behind "đến hết ngày 31/12/2024", the very day of "tự giải
/// thể vào ngày 30/6/2024". Where it ends with its work ("sau khi hoàn thành nhiệm vụ", "chậm nhất ngày …"), none.
fn first_day_without(clause: Span<'_>) -> Option<(Date, Span<'_>)> {
    if clause.has_any(&["sau khi", "khi hoàn thành", "khi kết thúc", "chậm nhất", "muộn nhất", "dự kiến"])
    {
        return None;
    }
    let through = clause.find_any(&["đến hết", "đến ngày"]);
    // Behind the word that ends it: "sau 06 tháng kể từ ngày …" and "hoạt động từ ngày …" tell when something begins.
    let verbs = ["giải thể", "giải tán", "chấm dứt hoạt động", "kết thúc hoạt động"];
    let days = ["vào ngày", "kể từ ngày", "từ ngày", "ngày"];
    let on = || {
        let behind = verbs.iter().filter_map(|verb| clause.find(verb)).map(|verb| clause.from(verb.end).trim());
        behind.filter_map(|rest| rest.after_any(&days).map(|day| rest.until(day.start))).next()
    };
    let at = through.or_else(on)?;
    let (day, span) = numbers::day(clause.from(at.start))?;
    // The day of another decision that is named behind: "đến hết năm 2024 theo Quyết định số 5 ngày 1/2/2023".
    let near = clause.from(at.end).until(span.start).word_count() <= 2;
    let day = if through.is_some() { day.tomorrow().ok()? } else { day };
    near.then_some((day, span))
}
