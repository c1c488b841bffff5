//! Official letters (công văn). One that corrects a decision is recorded, and changes no membership
//! (Nghị định 30/2020, Điều 18.3); any other is no decision at all.

use register::draft::{Act, Source};

use super::numbers;
use super::sheet::{Said, Sheet, sure};
use crate::line::{Line, Span};

/// Reads a letter that corrects a decision.
pub fn read(lines: &[Line], sheet: &mut Sheet) -> bool {
    let Some(subject) = lines.iter().take(25).map(Line::all).find(|line| line.has("đính chính")) else {
        return false;
    };
    let named = lines
        .iter()
        .flat_map(|line| numbers::numbers(line.all()))
        .any(|number| number.span.line.all().until(number.span.start).has("quyết định"));
    if !named {
        return false;
    }
    let own = lines
        .iter()
        .map(Line::all)
        .find_map(|line| numbers::numbers(line.after_any(&["số:", "số"])?).into_iter().next());
    if let Some(number) = own {
        sheet.draft.number = Some(sheet.put("number", number.said(sure::GOOD)));
    }
    let dated: Option<(jiff::civil::Date, Span<'_>)> = lines
        .iter()
        .take(25)
        .map(Line::all)
        .filter(|line| line.has("ngày") && line.words().len() <= 14)
        .find_map(numbers::day);
    if let Some((day, at)) = dated {
        sheet.put("date", Said::as_value(day.to_string(), at, sure::GOOD));
        sheet.draft.date = Some(day);
    }
    sheet.draft.title = Some(sheet.put("title", Said::of(subject.bare(), sure::GOOD)));
    sheet.draft.act = Some(Act::Other);
    sheet.draft.source = Some(Source::Decision);
    true
}
