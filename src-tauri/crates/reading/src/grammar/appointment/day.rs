//! The day of an event: in the paper's own words, else that of its effect, else that of its signing.

use register::date::PartialDate;

use crate::grammar::outline::{Article, Outline};
use crate::grammar::sheet::{Said, Sheet, sure};
use crate::grammar::{clauses, numbers, person};
use crate::line::Span;

/// A day as a sentence states it.
#[derive(Clone, Debug)]
pub enum On<'a> {
    Stated(PartialDate, Span<'a>),
    /// "kể từ ngày ký".
    Signing,
}

/// "kể từ ngày 01/3/2025", "từ tháng 6 năm 2025", "kể từ ngày ký". Other days are of birth, or of other papers.
pub fn stated(sentence: Span<'_>) -> Option<On<'_>> {
    ["kể từ", "từ ngày", "từ tháng"].iter().flat_map(|word| sentence.all(word)).find_map(|at| {
        let rest = sentence.from(at.start).until(at.start + 50);
        let behind = rest.after_any(&["kể từ ngày", "kể từ", "từ ngày", "từ"])?;
        if behind.starts_with("ký") || behind.starts_with("ban hành") {
            return Some(On::Signing);
        }
        let near = |at: &Span<'_>| at.start <= behind.start + 1;
        let day = numbers::day(behind).filter(|(_, at)| near(at));
        day.map(|(day, at)| On::Stated(PartialDate::day(day), at)).or_else(|| month(behind))
    })
}

/// "tháng 6 năm 2025", "tháng 6/2025".
fn month(text: Span<'_>) -> Option<On<'_>> {
    let rest = text.after("tháng")?;
    let mut numbers = rest.chars().split(|c| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut number = || numbers.next()?.iter().collect::<String>().parse::<u16>().ok();
    let (month, year) = (number()?, number()?);
    let date: PartialDate = format!("{year:04}-{month:02}").parse().ok()?;
    let year = rest.find(&year.to_string())?;
    Some(On::Stated(date, text.until(year.end)))
}

/// A day that an article states beside its people: "Thời hạn giữ chức vụ là 05 năm, kể từ ngày …".
pub fn beside<'a>(article: &Article<'a>) -> Option<On<'a>> {
    let of_all = |sentence: &Span<'a>| !sentence.has("có hiệu lực") && person::everyone(*sentence).is_empty();
    sentences(article).filter(of_all).find_map(stated)
}

/// A day that another article states for all of them, or the lead of a list that stands in an annex.
pub fn of_others<'a>(outline: &Outline<'a>) -> Option<On<'a>> {
    let words = ["thời gian", "thời hạn", "thời điểm", "danh sách kèm theo"];
    let all = outline.articles.iter().flat_map(sentences);
    all.filter(|sentence| sentence.has_any(&words) && !sentence.has("có hiệu lực")).find_map(|sentence| {
        let of_one = person::everyone(sentence).is_empty();
        stated(sentence).filter(|_| of_one)
    })
}

fn sentences<'a>(article: &Article<'a>) -> impl Iterator<Item = Span<'a>> + use<'a> {
    clauses::texts(article).into_iter().flat_map(Span::sentences)
}

/// The day of an event, marked.
pub fn on(stated: Option<On<'_>>, path: &str, sheet: &mut Sheet) -> Option<PartialDate> {
    let field = format!("{path}.on");
    let effect = match stated {
        Some(On::Stated(date, at)) => {
            sheet.put(&field, Said::as_value(date.to_string(), at, sure::GOOD));
            return Some(date);
        }
        Some(On::Signing) => None,
        None => sheet.draft.effective.clone(),
    };
    let date = sheet.draft.date;
    let day = match effect.as_deref() {
        None | Some("on_signing") => None,
        Some(text) => match text.strip_prefix("after_days:") {
            Some(days) => date
                .zip(days.parse::<i64>().ok())
                .and_then(|(date, days)| date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()),
            None => register::date::day(text).ok(),
        },
    };
    sheet.same_words(if day.is_some() { "effective" } else { "date" }, &field);
    day.or(date).map(PartialDate::day)
}
